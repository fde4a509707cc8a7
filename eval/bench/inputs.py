"""Input as no friend would send it, for hypothesis: questions, conversations, batch lines, settings, reports, PDFs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields

from hypothesis import strategies as st

from eval.files import ROOT
from fko_qa.settings import ENVIRONMENT_PREFIX, Settings

LIMIT = Settings().max_question_chars
# What the rules look for, and what breaks naive ones: numbers, amounts, dates, joints, marks that turn, pile up or do not show.
_PIECES = """
    IV.2 VI II.8,II.9 2.4 3/8 1. 1, 31.12. 2027 2.500 Euro € Mio. unter über mindestens bis ab von zwischen nicht ohne keine außer
    und oder sowie Maßnahme Maßnahmen Cluster Kapitel Seite MAGS MWIKE/MAGS MSB EU ESF Ressort Laufzeit Mittel Partner welche alle
    wie viele wer wann wo das davon die zweite andere eins zwei komma punkt halb Januar Quartal heute Kita Meister Bahnen Pflege
    Talentscouting KAUSA Fachkräfteausbildungsförderungsgesetz Erzieher:innen Erzieher*innen http://a.de www. a@b.de <b> </s>
    {{7*7}} %s ../../ -- ' " „ “ ( ) [ ] | * _ # \\ / . , ; : ! ? … & + = @ $ ^ ~ ` 😀 👩‍🏫 ß ẞ ä é 漢 سلام Привет ½ ² Ⅳ ﬁ １
""".split()
_MARKS = [
    "\0",
    "\x1b[2J",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u00ad",
    "\ufeff",
    "\u0301",
    "\u0336",
    "\n",
    "\t",
    "\u2028",
    "\ufffe",
    "\U000e0041",
]
_PIECE = st.sampled_from([*_PIECES, *_MARKS]) | st.text(max_size=6)
_JOINT = st.sampled_from([" ", "", "  ", "-", ".", ",", "/", "\n"])


@st.composite
def _pumped(draw: st.DrawFn) -> str:
    """A few pieces again and again up to the limit, with something else at the end: where patterns without an anchor go wrong."""
    joint = draw(_JOINT)
    piece = joint.join(draw(st.lists(_PIECE, min_size=1, max_size=3))) + joint
    length, tail = draw(st.sampled_from([200, LIMIT, LIMIT, LIMIT + 1])), draw(_PIECE)
    return ((piece or " ") * (length // max(1, len(piece)) + 1))[: length - len(tail)] + tail


@st.composite
def _mixed(draw: st.DrawFn) -> str:
    """Pieces in any order."""
    return draw(_JOINT).join(draw(st.lists(_PIECE, max_size=25)))


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80) | st.text(max_size=LIMIT)
QUESTIONS = _mixed() | _pumped() | ANY_TEXT
SHORT_QUESTIONS = _mixed() | ANY_TEXT.map(lambda text: text[:80])
HISTORIES = st.lists(SHORT_QUESTIONS, max_size=12) | st.lists(QUESTIONS, max_size=60)

_SCALAR = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just(10**400)
_KEY = st.text(max_size=8)
JSON = st.recursive(_SCALAR, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEY, inner, max_size=4))
_ODD_HISTORY = JSON | st.lists(SHORT_QUESTIONS | JSON, max_size=5)
_REQUEST = st.fixed_dictionaries(
    {}, optional={"id": JSON, "question": SHORT_QUESTIONS | JSON, "history": _ODD_HISTORY, "x": JSON}
)


def _nested(depth: int) -> bytes:
    return b'{"question": "IV.2", "id": ' + b"[" * depth + b"]" * depth + b"}"


def _encoded(value: object, ascii_only: bool) -> bytes:
    return json.dumps(value, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")


_WHOLE = st.builds(_encoded, _REQUEST | JSON, st.booleans())
_BROKEN = st.builds(lambda line, at, junk: line[:at] + junk + line[at:], _WHOLE, st.integers(0, 60), st.binary(max_size=4))
_FRAMES = st.sampled_from([b"%s", b"\xef\xbb\xbf%s", b"%s\r", b" \t%s ", b"\0%s"])
# Lines end in a line feed and have none within, as those of a file.
BATCH_LINES = st.builds(
    lambda frame, line: (frame % line).replace(b"\n", b" ") + b"\n",
    _FRAMES,
    _WHOLE | _BROKEN | st.binary(max_size=200) | st.sampled_from([1, 100, 900, 990, 5000, 100_000]).map(_nested),
)

_NAMES = [field.name for field in fields(Settings)]
_WORTH = (
    st.sampled_from(
        ["", "ja", "0", "-1", "1e9", "99999", "9" * 5000, "~", "~niemand/x", "/", ".", "\0", "\ud800", "https://a.de", "*"]
    )
    | st.text(st.characters(exclude_categories=()), max_size=20)
    | st.integers().map(str)
)
ENVIRONMENTS = st.dictionaries(st.sampled_from([f"{ENVIRONMENT_PREFIX}{name.upper()}" for name in _NAMES]), _WORTH, max_size=4)
ARGUMENTS = st.dictionaries(
    st.sampled_from(_NAMES) | st.text(max_size=5), _WORTH | _SCALAR | st.lists(st.integers(), max_size=2), max_size=3
)
_TOML_VALUES = [
    *"1 -1 0 true nan 1.5 'x' [] {} 1979-05-27 = ".split(" "),
    '"\\u0000"',
    '"~niemand/x"',
    "[" * 5000,
    "0x" + "f" * 400,
]
_TOML_VALUE = st.sampled_from(_TOML_VALUES) | st.text(max_size=8)
SETTINGS_FILES = st.binary(max_size=60) | st.lists(
    st.builds(lambda name, value: f"{name} = {value}", st.sampled_from(_NAMES) | st.text(max_size=5), _TOML_VALUE), max_size=4
).map(lambda lines: "\n".join(lines).encode("utf-8", "replace"))


# What is done to a file: where (as a share of it), what, how much, with what. Few words, so that a failure can be read.
_WHERE = st.floats(0, 1, exclude_max=True)
LINE_EDITS = st.lists(
    st.tuples(_WHERE, st.sampled_from("remove repeat move cut glue put many heading row".split()), st.integers(1, 40), _PIECE),
    min_size=1,
    max_size=12,
)
BYTE_EDITS = st.lists(
    st.tuples(
        _WHERE, st.sampled_from("flip flip digit put cut end".split()), st.integers(0, 255), st.binary(min_size=1, max_size=40)
    ),
    min_size=1,
    max_size=8,
)


def edited_lines(lines: Sequence[str], edits: Sequence[tuple[float, str, int, str]]) -> str:
    """A text with a few lines removed, repeated, moved, cut, glued together, or with something put into them."""
    changed = list(lines)
    for where, what, count, piece in edits:
        at = int(where * len(changed))
        line = changed[at]
        middle = count * len(line) // 40
        new = {
            "remove": [],
            "repeat": [line, line],
            "move": [],
            "cut": [line[:middle]],
            "glue": ["".join(changed[at : at + 2])],
            "put": [line[:middle] + piece + line[middle:]],
            "many": [(line or "|") * count],
            "heading": [f"{'#' * (count % 7 + 1)} {line}"],
            "row": [f"{piece}\t{line}"],
        }[what]
        changed[at : at + (count if what == "remove" else 2 if what == "glue" else 1)] = new
        if what == "move":
            changed.insert(len(changed) * count // 40, line)
        changed = changed or [""]
    return "\n".join(changed)


def edited_bytes(data: bytes, edits: Sequence[tuple[float, str, int, bytes]]) -> bytes:
    """A file with bits flipped, digits changed, bytes cut out or put in, or its end cut off."""
    changed = bytearray(data)
    for where, what, count, junk in edits:
        at = int(where * len(changed))
        if what == "flip":
            changed[at : at + 1] = bytes(byte ^ 1 << count % 8 for byte in changed[at : at + 1])
        elif what == "digit":
            place = next((place for place in range(at, len(changed)) if chr(changed[place]) in "0123456789"), None)
            if place is not None:
                changed[place] = ord("0") + count % 10
        elif what == "put":
            changed[at:at] = junk
        elif what == "cut":
            del changed[at : at + count]
        else:
            del changed[max(at, len(changed) // 2) :]
    return bytes(changed)


def report_lines() -> list[str]:
    """The lines of the real report."""
    return (ROOT / "data" / "fortschrittsbericht-2024-06-25.md").read_text(encoding="utf-8").split("\n")
