"""When two texts say the same, white space and typography aside, and where they differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from fko_qa.text import split_sentences

_IGNORED = re.compile(r"[\s•\u00ad\u200b-\u200f\u2060\ufeff]+")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("„“”«»‟", '"'),
        **dict.fromkeys("‚‘’‛`´", "'"),
        "·": ".",
    }
)
_NUMBER = re.compile(r"\b[IVX]+\.\d+\b")


@dataclass(frozen=True, slots=True)
class Edit:
    """A value or sentence before and after; one of them is empty if it was added or dropped."""

    old: str
    new: str


class Mark(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


def folded(text: str) -> str:
    """A text without white space and with one kind of dashes and quotes: equal if only the typesetting differs.

    >>> folded("Aus- und  Weiterbildung – „neu“") == folded('Aus-\\nund Weiterbildung - "neu"')
    True
    """
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text).translate(_ALIKE))


def renumbered(text: str, numbers: Mapping[str, str]) -> str:
    """A text with the numbers of measures as the other edition counts.

    >>> renumbered("siehe IV.9 und IV.3", {"IV.9": "IV.8"})
    'siehe IV.8 und IV.3'
    """
    return _NUMBER.sub(lambda match: numbers.get(match[0], match[0]), text)


def same(old: str, new: str, numbers: Mapping[str, str]) -> bool:
    """Whether two texts say the same, references followed to where their measures have gone or left as they were."""
    return folded(new) in (folded(old), folded(renumbered(old, numbers)))


def sentence_edits(old: str, new: str, numbers: Mapping[str, str]) -> tuple[Edit, ...]:
    """The sentences that differ; those that stand in each other's place are paired in order."""
    if same(old, new, numbers):
        return ()
    before, after = split_sentences(old), split_sentences(new)
    new_keys = [folded(sentence) for sentence in after]
    known = set(new_keys)
    old_keys = [key if (key := folded(sentence)) in known else folded(renumbered(sentence, numbers)) for sentence in before]
    edits: list[Edit] = []
    for tag, begin, end, new_begin, new_end in SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes():
        if tag != "equal":
            edits += _paired(before[begin:end], after[new_begin:new_end])
    return tuple(edit for edit in edits if folded(edit.old) != folded(edit.new))


def _paired(before: Sequence[str], after: Sequence[str]) -> Iterator[Edit]:
    for position in range(max(len(before), len(after))):
        yield Edit(
            before[position] if position < len(before) else "",
            after[position] if position < len(after) else "",
        )


def marked(edit: Edit) -> tuple[tuple[Mark, str], ...]:
    """An edit word by word: what stayed, what was deleted, what was inserted, in reading order.

    >>> [(str(mark), text) for mark, text in marked(Edit("bis Ende 2026", "bis Mitte 2026"))]
    [('same', 'bis'), ('deleted', 'Ende'), ('inserted', 'Mitte'), ('same', '2026')]
    """
    before, after = edit.old.split(), edit.new.split()
    matcher = SequenceMatcher(None, [folded(word) for word in before], [folded(word) for word in after], autojunk=False)
    pieces: list[tuple[Mark, str]] = []
    for tag, begin, end, new_begin, new_end in matcher.get_opcodes():
        if tag == "equal":
            pieces.append((Mark.SAME, " ".join(after[new_begin:new_end])))
            continue
        pieces += [(Mark.DELETED, " ".join(before[begin:end]))] if end > begin else []
        pieces += [(Mark.INSERTED, " ".join(after[new_begin:new_end]))] if new_end > new_begin else []
    return tuple(pieces)
