"""A question as plain words, so that one spelling in the cues fits all that people type; each word remembers its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_WORD = re.compile(r"[^\W_]+")
# A period ends a sentence only after a real word: "VI.2", "z. B." and "2.500" go on.
_SENTENCE_END = re.compile(r"[?!;\n]+|(?<=[^\W\d_]{3})[.…]+(?=\s|$)")
_LONG_WORD = 10
_SHORT_WORD = 7
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
    """Lower case, umlauts as two letters.

    >>> fold("Zuständig für Maßnahmen")
    'zustaendig fuer massnahmen'
    """
    return text.casefold().translate(_UMLAUTS)


def segments(text: str, known: Collection[str]) -> Iterator[Segment]:
    """The sentences of a question; a word with a typing error is replaced by the known word that it stands for."""
    begin = 0
    for end in [*_SENTENCE_END.finditer(text), None]:
        stop = end.start() if end else len(text)
        words = tuple(
            Word(_corrected(fold(match[0]), frozenset(known)), match.start(), match.end())
            for match in _WORD.finditer(text, begin, stop)
        )
        if words:
            yield Segment(words, bool(end and "?" in end[0]))
        begin = end.end() if end else stop


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
    if len(word) < _SHORT_WORD - 1 or not word.isalpha() or word in known:
        return word
    near = _by_shortened(known)
    found = {right for short in _shortened(word) for right in near.get(short, ()) if right[0] == word[0]}
    return min(found, key=lambda right: (abs(len(right) - len(word)), right)) if found else word


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
