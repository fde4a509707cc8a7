"""A question as tokens that patterns take one after the other; what nobody takes is the topic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from fko_qa.filters.vocabulary import KEYWORDS, NEGATIONS, PROTECTED, SHORT_FORMS, SILENT_WORDS
from fko_qa.text import normalise

# Numbers with their dots and slashes, else letters; a hyphen divides ("MAGS-Maßnahmen").
_TOKEN = re.compile(r"\d+(?:[.,/–-]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+|[€<>]")
_FOLDS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_SENTENCE_END = re.compile(r"[.!?;:]")
_CLAUSE_END = re.compile(r"[.!?;:,]")
# Shorter words have too many neighbours to be put right.
MIN_CORRECTED = 6
TWO_EDITS = 10
_KEYWORDS = {letter: [word for word in KEYWORDS if word[0] == letter] for letter in {word[0] for word in KEYWORDS}}


def fold(text: str) -> str:
    """Lower case with umlauts as two letters: how everything is compared here.

    >>> fold("Größte MAẞNAHME")
    'groesste massnahme'
    """
    return text.casefold().translate(_FOLDS)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the question: ``start:end`` in the normalised text, ``begin:stop`` in the folded one."""

    folded: str
    start: int
    end: int
    begin: int
    stop: int
    sentence: int
    closes_clause: bool


class Scan:
    """The tokens of one question and which of them are taken."""

    def __init__(self, text: str) -> None:
        self.text = normalise(text)
        self.tokens = _tokens(self.text)
        self.folded = " ".join(token.folded for token in self.tokens)
        self.taken = [False] * len(self.tokens)

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches that use no taken token. They may be taken while iterating."""
        for match in pattern.finditer(self.folded):
            if not any(self.taken[index] for index in self.indices(match)):
                yield match

    def first(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first free match, or None."""
        return next(self.find(pattern), None)

    def take(self, match: re.Match[str]) -> range:
        """Mark the tokens of a match as understood."""
        indices = self.indices(match)
        for index in indices:
            self.taken[index] = True
        return indices

    def take_first(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first free match, taken, or None."""
        match = self.first(pattern)
        if match is not None:
            self.take(match)
        return match

    def take_span(self, start: int, end: int) -> None:
        """Mark the tokens within a span of the folded text."""
        for index, token in enumerate(self.tokens):
            if start <= token.begin and token.stop <= end:
                self.taken[index] = True

    def follows_topic(self, match: re.Match[str]) -> bool:
        """Whether a match is right behind a word of the topic: "für Selbstständige ohne Partner"."""
        index = self.indices(match)[0] - 1
        return index >= 0 and not self.taken[index] and not _is_silent(self.tokens[index].folded)

    def indices(self, match: re.Match[str]) -> range:
        """The tokens that a match in the folded text touches."""
        touched = [i for i, token in enumerate(self.tokens) if token.begin < match.end() and match.start() < token.stop]
        return range(touched[0], touched[-1] + 1) if touched else range(0)

    def original(self, index: int) -> str:
        """A token as it was typed."""
        return self.text[self.tokens[index].start : self.tokens[index].end]

    def rest(self) -> tuple[str, ...]:
        """The stretches that nobody took, as typed, without framing words at their edges."""
        free = [index for index, taken in enumerate(self.taken) if not taken]
        return tuple(filter(None, (self._stretch(run) for run in _runs(free))))

    def _stretch(self, run: list[int]) -> str:
        while run and _is_silent(self.tokens[run[0]].folded):
            run = run[1:]
        while run and (_is_silent(self.tokens[run[-1]].folded) or self.tokens[run[-1]].folded in NEGATIONS):
            run = run[:-1]
        return self.text[self.tokens[run[0]].start : self.tokens[run[-1]].end] if run else ""


def _is_silent(word: str) -> bool:
    return word in SILENT_WORDS and word not in NEGATIONS


def _runs(indices: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for index in indices:
        if run and index != run[-1] + 1:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    begin = sentence = 0
    matches = list(_TOKEN.finditer(text))
    for position, match in enumerate(matches):
        folded = corrected(SHORT_FORMS.get(fold(match[0]), fold(match[0])))
        gap = text[match.end() : matches[position + 1].start() if position + 1 < len(matches) else len(text)]
        stop = begin + len(folded)
        tokens.append(Token(folded, match.start(), match.end(), begin, stop, sentence, bool(_CLAUSE_END.search(gap))))
        begin = stop + 1
        if _SENTENCE_END.search(gap) and not match[0].isdigit() and len(match[0]) > 3:  # "ca.", "Mio.", "31." go on
            sentence += 1
    return tokens


@lru_cache(maxsize=20_000)
def corrected(word: str) -> str:
    """A key word with a typing error put right; any other word as it is.

    >>> corrected("massnamen"), corrected("pflege")
    ('massnahmen', 'pflege')
    """
    if len(word) < MIN_CORRECTED or word in KEYWORDS or word in SILENT_WORDS or word in PROTECTED or not word.isalpha():
        return word
    allowed = 2 if len(word) >= TWO_EDITS else 1
    near = [(edits(word, key), key) for key in _KEYWORDS.get(word[0], ()) if abs(len(key) - len(word)) <= allowed]
    best = min(near, default=(allowed + 1, word))
    return best[1] if best[0] <= allowed else word


def edits(one: str, other: str) -> int:
    """How many letters were added, lost, changed or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        now = [i]
        for j, wanted in enumerate(other, start=1):
            best = min(row[j] + 1, now[j - 1] + 1, row[j - 1] + (letter != wanted))
            if before and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, before[j - 2] + 1)
            now.append(best)
        before, row = row, now
    return row[-1]
