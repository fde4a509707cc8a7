"""Words → printed lines. A line is what shares a baseline, raised footnote numbers and lowered indices included."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fko_qa.report.inline import BULLET
from fko_qa.report.pdf.words import WORD_GAP, Word

# Two words are on one line if their baselines differ by less than this share of the font size.
_SAME_LINE = 0.25
# One word so near to the same word, in points, is its shadow.
_SAME_PLACE = 1.0
# An index or footnote number is this much smaller than its line, and its baseline is off by no more than the line's height.
_INDEX_SIZE = 0.82
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_LOOKS_ALIKE = _LIGATURES | {0x2011: "-", 0x2212: "-", 0x00A0: " ", 0x202F: " "}
_BULLETS = frozenset("•‣▪▫●○◦∙·■□➢➤►▸\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8")
_SUPERSCRIPTS = {ord(raised): plain for raised, plain in zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)}


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: words from left to right, page position (0-based), baseline in points and the size of most letters.

    ``marks`` holds the positions in ``words`` of raised footnote numbers.
    """

    page: int
    y: float
    size: float
    words: tuple[Word, ...]
    marks: frozenset[int] = frozenset()

    @property
    def x0(self) -> float:
        """Left edge of the first word."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge of the last word."""
        return self.words[-1].x1

    @property
    def bold(self) -> bool:
        """Whether most letters are bold."""
        return sum(len(word.text) * (1 if word.bold else -1) for word in self.words) > 0

    @property
    def text(self) -> str:
        """The words with blanks between them, without footnote numbers."""
        return self.text_of(0, len(self.words))

    @property
    def ends_with_blank(self) -> bool:
        """Whether the file has a blank behind the last word."""
        return self.words[-1].blank_after

    @property
    def lead_mark(self) -> int | None:
        """The footnote number with which the line begins, if it does."""
        return int(self.words[0].text) if 0 in self.marks else None

    def text_of(self, start: int, end: int) -> str:
        """The words from ``start`` to before ``end``."""
        text, blank = "", False
        for position in range(start, end):
            word = self.words[position]
            if position > start:
                before = self.words[position - 1]
                blank = blank or before.blank_after or word.x0 - before.x1 > WORD_GAP * min(word.size, before.size)
            if position not in self.marks:
                text += f" {word.text}" if blank and text else word.text
                blank = False
        return text

    def part(self, start: int, end: int) -> Line | None:
        """The words from ``start`` to before ``end`` as a line of their own, or None if there are none."""
        if start >= end:
            return None
        marks = frozenset(mark - start for mark in self.marks if start <= mark < end)
        return replace(self, words=self.words[start:end], marks=marks)


def page_lines(words: Sequence[Word], page: int) -> list[Line]:
    """The lines of a page from top to bottom."""
    rows: list[list[Word]] = []
    places: dict[str, list[Word]] = defaultdict(list)
    for word in sorted((cleaned for word in words if (cleaned := _cleaned(word)) is not None), key=lambda word: word.y):
        if any(abs(word.x0 - other.x0) < _SAME_PLACE and abs(word.y - other.y) < _SAME_PLACE for other in places[word.text][-3:]):
            continue  # printed twice to look bold
        places[word.text].append(word)
        if rows and abs(word.y - rows[-1][0].y) < _SAME_LINE * max(1.0, min(word.size, rows[-1][0].size)):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_line(row, page) for row in _with_indices(rows)]


def body_size(lines: Iterable[Line]) -> float:
    """The font size of most letters, in points to half a point; 0 if there are no lines."""
    sizes: Counter[float] = Counter()
    for line in lines:
        for word in line.words:
            sizes[round(word.size * 2) / 2] += len(word.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _cleaned(word: Word) -> Word | None:
    """The word in plain characters: no ligatures, one kind of bullet, composed umlauts."""
    text = unicodedata.normalize("NFC", word.text.translate(_LOOKS_ALIKE)).strip()
    if text in _BULLETS or (len(text) == 1 and "\ue000" <= text <= "\uf8ff"):
        text = BULLET
    return replace(word, text=text) if text else None


def _with_indices(rows: list[list[Word]]) -> list[list[Word]]:
    """Rows of small words that touch the words of a larger row just above or below belong to that row."""
    kept: list[list[Word]] = []
    for position, row in enumerate(rows):
        neighbours = [rows[other] for other in (position - 1, position + 1) if 0 <= other < len(rows)]
        host = next((other for other in neighbours if _is_index_of(row, other)), None)
        if host is None:
            kept.append(row)
        else:
            host.extend(row)
    return kept


def _is_index_of(row: list[Word], host: list[Word]) -> bool:
    size = max(word.size for word in host)
    if max(word.size for word in row) > _INDEX_SIZE * size or abs(row[0].y - host[0].y) > 0.7 * size:
        return False
    return all(
        any(min(abs(word.x0 - other.x1), abs(other.x0 - word.x1)) < 0.6 * size for other in host if other.size > word.size)
        for word in row
    )


def _line(row: list[Word], page: int) -> Line:
    words = sorted(row, key=lambda word: word.x0)
    letters: Counter[float] = Counter()
    for word in words:
        letters[word.size] += len(word.text)
    size = max(letters, key=lambda size: (letters[size], size))
    largest = max(word.size for word in words)
    if size < _INDEX_SIZE * largest and len(words) <= 2:
        size = largest
    y = next(word.y for word in words if word.size == size)
    raised = [_is_raised(word, y, size) for word in words]
    plain = [
        replace(word, text=word.text.translate(_SUPERSCRIPTS)) if up else word for word, up in zip(words, raised, strict=True)
    ]
    return Line(page, y, size, tuple(plain), frozenset(position for position, up in enumerate(raised) if up))


def _is_raised(word: Word, y: float, size: float) -> bool:
    """Whether this is a footnote number: small raised digits (``CO2`` has a lowered one)."""
    if word.text.translate(_SUPERSCRIPTS) != word.text:
        return all(ord(character) in _SUPERSCRIPTS for character in word.text)
    return word.text.isdecimal() and word.size <= _INDEX_SIZE * size and y - word.y > 0.1 * size
