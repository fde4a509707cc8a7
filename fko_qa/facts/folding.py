"""A question as plain words, so that one spelling in the cues fits all that people type; each word remembers its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# Marks that other languages' Latin letters bear are often left out when typing; Cyrillic ones tell letters apart and stay.
_MARKS = str.maketrans(
    "éèêëáàâãåíìîïóòôõúùûñçćčśšșşțţłńźżžęąăğıýřěů", "eeeeaaaaaiiiioooouuuncccssssttlnzzzeaagiyreu", "\u0307’'`´"
)
_WORD = re.compile(r"[^\W_]+")
# A period ends a sentence only after a real word: "VI.2", "z. B." and "2.500" go on.
_SENTENCE_END = re.compile(r"[?!;\n؟]+|:(?=\s)|(?<=[^\W\d_]{3})[.…]+(?=\s|$)")
_LONG_WORD = 10
_SHORT_WORD = 7
# Spelling by ear, rule after rule: "leuft", "wivil", "abwan", "zustendig", "gips".
_SOUNDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("aeu|eu", "oi"),
        ("ae", "e"),
        ("ie|y", "i"),
        ("ph|v", "f"),
        ("dt|d$|th", "t"),
        ("ck|c(?!h)|q", "k"),
        ("g$", "k"),
        ("bts|bs", "ps"),
        ("(?<=[bcdfghklmprstz])n$", "en"),
        ("(?<=[aeiou])h", ""),
        ("tz", "z"),
        (r"(.)\1", r"\1"),
    )
)
# Words of the cues that are mended by sound: too short or too far off for one slip. No other word does.
HEARD = tuple(
    """
    wieviel wieviele wievielen viel viele vielen wann abwann wielange laeuft jahr jahre jahren anzahl zahlt bezahlt heisst
    gilt gibts geld
    kostet kosten homepage adresse internetadresse webseite internetseite zustaendig ministerium stellen regierung
    bezirksregierung machen bekommen steigt kriegt fuehrt gefoerdert verantwortlich foerdert welche welcher welchem welchen
    welches
    haus gehoert gehoeren besteht lautet hoch endet schluss geplant budget ressort telefonnummer
    """.split()
)
# Endings of inflection and of feminine forms, longest first; what is left tells Schüler from Schule.
_ENDINGS = ("ern", "end", "en", "er", "es", "in", "e", "n", "s")
MIN_STEM = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and where it stood: the half-open range of characters."""

    text: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of the question: its words, and whether a question mark ends it."""

    words: tuple[Word, ...]
    is_question: bool

    @property
    def text(self) -> str:
        """The folded words, joined by single blanks: what cues are matched against."""
        return " ".join(word.text for word in self.words)


def fold(text: str) -> str:
    """Lower case, umlauts as two letters, other marks on Latin letters left out.

    >>> fold("Zuständig für Maßnahmen"), fold("Où? Kaç?")
    ('zustaendig fuer massnahmen', 'ou? kac?')
    """
    return text.casefold().translate(_UMLAUTS).translate(_MARKS)


def segments(text: str, known: Collection[str], spared: Collection[str] = ()) -> Iterator[Segment]:
    """The sentences of a question; a word with a typing error is replaced by the known word that it stands for.

    Words that are ``spared`` stay as they are.
    """
    begin = 0
    for end in [*_SENTENCE_END.finditer(text), None]:
        stop = end.start() if end else len(text)
        words = tuple(
            Word(_mended(fold(match[0]), frozenset(known), spared), match.start(), match.end())
            for match in _WORD.finditer(text, begin, stop)
        )
        if words:
            yield Segment(words, end is not None and not {"?", "؟"}.isdisjoint(end[0]))
        begin = end.end() if end else stop


def _mended(word: str, known: frozenset[str], spared: Collection[str]) -> str:
    return word if word in spared else _corrected(word, known)


def light_stem(word: str) -> str:
    """A folded word without its ending. Weaker than a stemmer on purpose: ``schueler`` and ``schulen`` stay apart.

    >>> light_stem("schuelerinnen"), light_stem("schueler"), light_stem("schulen")
    ('schuel', 'schuel', 'schul')
    """
    word = word.removesuffix("innen")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM:
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=20_000)
def _corrected(word: str, known: frozenset[str]) -> str:
    if word in known or not word.isalpha():
        return word
    if right := _by_sound().get(sound(word)):
        return right
    longest = max(map(len, known), default=0) + 2  # two slips at most; the shortened forms of a longer word would fill the memory
    if not _SHORT_WORD - 1 <= len(word) <= longest:
        return word
    near = _by_shortened(known)
    found = {right for short in _shortened(word) for right in near.get(short, ()) if right[0] == word[0]}
    slips = sorted((distance(word, right), right) for right in found)
    return slips[0][1] if slips and slips[0][0] <= _allowed(word) else word


def _allowed(word: str) -> int:
    """How many slips of the pen a word may hold."""
    return 2 if len(word) >= _LONG_WORD else 1


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, str]:
    return {sound(word): word for word in HEARD}


def sound(word: str) -> str:
    """A folded word as it sounds, so that what is written by ear meets its spelling.

    >>> sound("leuft") == sound("laeuft"), sound("wivil") == sound("wieviel"), sound("wan") == sound("wenn")
    (True, True, False)
    """
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def distance(one: str, other: str) -> int:
    """Slips of the pen between two words: letters left out, added, mistaken or swapped with the next."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, right in enumerate(other, start=1):
            line.append(min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != right)))
            if row > 1 and column > 1 and one[row - 2 : row] == right + other[column - 2]:
                line[-1] = min(line[-1], before[column - 2] + 1)
        before, last = last, line
    return last[-1]


@lru_cache(maxsize=8)
def _by_shortened(known: frozenset[str]) -> dict[str, frozenset[str]]:
    index: dict[str, set[str]] = {}
    for word in known:
        if len(word) >= _SHORT_WORD:
            for short in _shortened(word):
                index.setdefault(short, set()).add(word)
    return {short: frozenset(words) for short, words in index.items()}


def _shortened(word: str) -> set[str]:
    """The word without none or one of its letters, long words also without two: words that share one are a slip apart."""
    most = 2 if len(word) >= _LONG_WORD else 1
    return {
        "".join(letter for position, letter in enumerate(word) if position not in left_out)
        for count in range(most + 1)
        for left_out in combinations(range(len(word)), count)
    }
