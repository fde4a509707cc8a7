"""Glyphs → words with their places."""

from __future__ import annotations

from dataclasses import dataclass

# A gap of this share of the font size is a blank: kerning stays below a tenth, the narrowest blank of a justified line above.
WORD_GAP = 0.15


@dataclass(frozen=True, slots=True)
class Word:
    """Characters with nothing between them. ``blank_after``: a blank was printed behind it. ``size``: the font's, in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    blank_after: bool = False


class WordMaker:
    """Glyphs → words: a blank, a gap, another line or another style ends a word."""

    def __init__(self) -> None:
        self._done: list[Word] = []
        self._text: list[str] = []
        self._x0 = self._x1 = self._y = self._size = 0.0
        self._bold = False

    def add(self, text: str, x: float, width: float, y: float, size: float, bold: bool) -> None:
        """Add what one code shows at ``x``, ``width`` points wide."""
        if text.isspace():
            self._end(blank_after=True)
            return
        if self._text and not self._continues(x, y, size, bold):
            self._end(blank_after=False)
        if not text:
            self._x1 = max(self._x1, x + width) if self._text else self._x1
            return
        if not self._text:
            self._x0, self._y, self._size, self._bold = x, y, size, bold
        self._text.append(text)
        self._x1 = x + width

    def _continues(self, x: float, y: float, size: float, bold: bool) -> bool:
        same_style = abs(size - self._size) < 0.1 and bold == self._bold and abs(y - self._y) < 0.1 * size
        return same_style and -0.5 * size < x - self._x1 < WORD_GAP * size

    def _end(self, *, blank_after: bool) -> None:
        if self._text:
            self._done.append(Word("".join(self._text), self._x0, self._x1, self._y, self._size, self._bold, blank_after))
            self._text = []

    def finish(self) -> list[Word]:
        """All words so far."""
        self._end(blank_after=False)
        return self._done
