"""Lines of a text or a table cell → paragraphs and list items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from statistics import median

from fko_qa.report.inline import BULLET
from fko_qa.report.pdf.joining import Joiner
from fko_qa.report.pdf.layout import Line
from fko_qa.report.rules import SENTENCE_END

_DASHES = frozenset("-–—")
# Lines further apart than this, in usual line distances, are of two paragraphs. Distances within one vary by rounding.
_PARAGRAPH_GAP = 1.2
# Indents below this share of the font size are inaccuracy.
_INDENT = 0.3
_FIRST_LINE_INDENT = 0.8
# A line that ends a sentence though the next word had room behind it, a blank of this many font sizes included, ends a paragraph.
_BLANK = 0.35


@dataclass(frozen=True, slots=True)
class Style:
    """What is usual in the document: the body's font size in points, and the distance of its lines in font sizes."""

    size: float
    leading: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or, without its mark, a list item."""

    text: str
    is_item: bool


def usual_leading(pages: Iterable[Sequence[Line]], size: float) -> float:
    """The usual distance of body lines, in font sizes; 1.2 if there is no text to measure."""
    distances = [
        (below.y - line.y) / size
        for lines in pages
        for line, below in pairwise(lines)
        if abs(line.size - size) < 0.6 and abs(below.size - size) < 0.6 and abs(line.x0 - below.x0) < 1 and below.y > line.y
    ]
    return median(distances) if distances else 1.2


def split_pieces(lines: Sequence[Line], style: Style, joiner: Joiner, cell: tuple[float, float] | None = None) -> list[Piece]:
    """Paragraphs and list items in their order.

    Args:
        lines: of one text column, over any number of pages.
        style: of the document.
        joiner: of the document.
        cell: left and right edge of a table cell, in points: lines indented in it are list items whose marks are drawings.
    """
    if not lines:
        return []
    edges = cell or (min(line.x0 for line in lines), max(line.x1 for line in lines))
    groups: list[list[Line]] = []
    marks: list[float | None] = []  # left edge of each group's list mark; None for paragraphs
    for line, following in zip_longest(lines, lines[1:]):
        mark = marks[-1] if marks else None
        previous = groups[-1][-1] if groups else None
        if _is_item(line, previous, mark, edges[0], style):
            groups.append([line])
            marks.append(line.x0)
        elif cell is not None and _is_unmarked_item(line, previous, following, cell, style):
            groups.append([line])
            marks.append(cell[0])
        elif previous is None or _begins_paragraph(line, previous, mark, edges, style):
            groups.append([line])
            marks.append(None)
        else:
            groups[-1].append(line)
    pieces = [_piece(group, mark is not None, joiner) for group, mark in zip(groups, marks, strict=True)]
    return [piece for piece in pieces if piece.text]


def _piece(lines: list[Line], is_item: bool, joiner: Joiner) -> Piece:
    if is_item and lines[0].words[0].text in (BULLET, *_DASHES):
        first = lines[0].part(1, len(lines[0].words))
        lines = [*filter(None, [first]), *lines[1:]]
    return Piece(joiner.join(lines), is_item)


def _is_item(line: Line, previous: Line | None, mark: float | None, left: float, style: Style) -> bool:
    """A bullet always is a list mark; a dash is one unless it may stand within the sentence before."""
    first = line.words[0].text
    if first == BULLET:
        return True
    if first not in _DASHES or len(line.words) < 2:
        return False
    if previous is None or (mark is not None and abs(line.x0 - mark) < 2):
        return True
    return _is_apart(line, previous, style) or line.x0 > left + _INDENT * line.size or bool(SENTENCE_END.search(previous.text))


def _is_unmarked_item(
    line: Line, previous: Line | None, following: Line | None, edges: tuple[float, float], style: Style
) -> bool:
    """An indented line after one that is not or that had room for its first word; not the indented first line of a paragraph."""
    indented = edges[0] + _FIRST_LINE_INDENT * line.size
    if line.x0 <= indented or line.words[0].text == BULLET:
        return False
    if previous is not None and previous.x0 > indented:
        return _had_room(previous, line, edges[1])
    return following is None or following.x0 > indented or _is_apart(following, line, style)


def _had_room(previous: Line, line: Line, right: float) -> bool:
    """Whether the line's first word would have fitted behind the line before: it was broken on purpose."""
    first = line.words[0]
    return previous.x1 + _BLANK * line.size + first.x1 - first.x0 < right - 1


def _begins_paragraph(line: Line, previous: Line, mark: float | None, edges: tuple[float, float], style: Style) -> bool:
    left, right = edges
    if mark is not None and line.x0 <= mark + _INDENT * line.size and not line.text[:1].islower():
        return True  # back at the list's left edge: text after the list
    if _is_apart(line, previous, style):
        return True
    if not SENTENCE_END.search(previous.text):
        return False
    return _had_room(previous, line, right) or (
        mark is None and line.x0 > left + _FIRST_LINE_INDENT * line.size and abs(previous.x0 - left) < 1
    )


def _is_apart(line: Line, previous: Line, style: Style) -> bool:
    usual = style.leading * max(line.size, previous.size)
    return line.page == previous.page and line.y - previous.y > _PARAGRAPH_GAP * usual
