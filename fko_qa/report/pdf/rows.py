"""Table columns and rows: which lines of the value column belong to which label, wherever in its cell the label stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from fko_qa.report.pdf.layout import Line

# A page has some 50 lines and tables of eight rows; weighing far more against each other takes too long.
_MAX_LINES = 80
_MAX_ANCHORS = 16
_IMPOSSIBLE: tuple[float, tuple[int, ...]] = (float("inf"), ())


@dataclass(frozen=True, slots=True)
class Anchor:
    """What begins a row (a label, a code): its text and its lines."""

    text: str
    lines: tuple[Line, ...]

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.lines[0].page

    @property
    def top(self) -> float:
        """Baseline of its first line."""
        return self.lines[0].y

    @property
    def middle(self) -> float:
        """Half-way between its first and last baseline."""
        return _middle(self.lines)


@dataclass(frozen=True, slots=True)
class Rows:
    """``before``: lines that belong to no anchor but go on from a page before; ``of``: lines by anchor."""

    before: tuple[Line, ...]
    of: tuple[tuple[Line, ...], ...]


def split_at(line: Line, edge: float) -> tuple[Line | None, Line | None]:
    """The words left of an edge (points from the page's left) and those from it on."""
    position = next((at for at, word in enumerate(line.words) if word.x0 >= edge), len(line.words))
    return line.part(0, position), line.part(position, len(line.words))


def assign(anchors: Sequence[Anchor], lines: Sequence[Line]) -> Rows:
    """Lines of the value column to rows: labels stand at the top, in the middle or at the foot of their cells; the best fit."""
    at_top, at_foot = _by_top(anchors, lines), _by_foot(anchors, lines)
    fits = [(_misfit(anchors, at_top, _first), 0, at_top), (_misfit(anchors, at_foot, _last), 2, at_foot)]
    if (in_middle := _by_middle(anchors, lines)) is not None:
        fits.append((_misfit(anchors, in_middle, _middle), 1, in_middle))
    return min(fits, key=lambda fit: fit[:2])[2]


def _first(lines: Sequence[Line]) -> float:
    return lines[0].y


def _last(lines: Sequence[Line]) -> float:
    return lines[-1].y


def _middle(lines: Sequence[Line]) -> float:
    return (lines[0].y + lines[-1].y) / 2


def _by_top(anchors: Sequence[Anchor], lines: Sequence[Line]) -> Rows:
    before: list[Line] = []
    of: list[list[Line]] = [[] for _ in anchors]
    for line in lines:
        place = (line.page, line.y + 0.4 * line.size)
        position = sum((anchor.page, anchor.top) <= place for anchor in anchors)
        (of[position - 1] if position else before).append(line)
    return Rows(tuple(before), tuple(map(tuple, of)))


def _by_foot(anchors: Sequence[Anchor], lines: Sequence[Line]) -> Rows:
    of: list[list[Line]] = [[] for _ in anchors]
    after: list[Line] = []
    for line in lines:
        place = (line.page, line.y - 0.4 * line.size)
        position = sum((anchor.lines[-1].page, anchor.lines[-1].y) < place for anchor in anchors)
        (of[position] if position < len(of) else after).append(line)
    if of:
        of[-1] += after
    return Rows((), tuple(map(tuple, of)))


def _misfit(anchors: Sequence[Anchor], rows: Rows, place: Callable[[Sequence[Line]], float]) -> float:
    """How far labels are from where they should stand in their cells, in points, over all rows."""
    misfit = float(sum(2 * line.size for line in rows.before if line.page == anchors[0].page)) if anchors else 0.0
    for anchor, lines in zip(anchors, rows.of, strict=True):
        here = [line for line in lines if line.page == anchor.page]
        misfit += abs(place(here) - place(anchor.lines)) if here else 2 * anchor.lines[0].size
    return misfit + _misfit_of_gaps(rows)


def _misfit_of_gaps(rows: Rows) -> float:
    """By how many points lines within a cell are further apart than cells, at most: rows are set apart, lines are not."""
    within = [gap for lines in rows.of for gap in _gaps(lines)]
    filled = [lines for lines in rows.of if lines]
    between = [gap for above, below in pairwise(filled) for gap in _gaps((above[-1], below[0]))]
    return max(0.0, max(within, default=0.0) - min(between, default=0.0)) if between else 0.0


def _gaps(lines: Sequence[Line]) -> Iterator[float]:
    return (below.y - line.y for line, below in pairwise(lines) if line.page == below.page)


def _by_middle(anchors: Sequence[Anchor], lines: Sequence[Line]) -> Rows | None:
    """Divide each page's lines so that labels are nearest to the middle of theirs; None if there are too few lines."""
    before: list[Line] = []
    of: list[list[Line]] = []
    for page in sorted({line.page for line in (*lines, *(anchor.lines[0] for anchor in anchors))}):
        here = [anchor for anchor in anchors if anchor.page == page]
        values = [line for line in lines if line.page == page]
        parts = _divide(here, values, may_go_on=bool(of))
        if parts is None:
            return None
        (of[-1] if of else before).extend(parts[0])
        of += parts[1:]
    return Rows(tuple(before), tuple(map(tuple, of)))


def _divide(anchors: Sequence[Anchor], lines: Sequence[Line], *, may_go_on: bool) -> list[list[Line]] | None:
    """Lines as what goes on from before, then one part for each anchor, with the least distance of middles in all."""
    if not anchors:
        return [list(lines)]
    if len(lines) > _MAX_LINES or len(anchors) > _MAX_ANCHORS:
        return None

    @cache
    def best(anchor: int, start: int) -> tuple[float, tuple[int, ...]]:
        """The least distance for the anchors from this one on over the lines from ``start`` on, and where their parts end."""
        if anchor == len(anchors):
            return (0.0, ()) if start == len(lines) else _IMPOSSIBLE
        options = [_IMPOSSIBLE]
        for end in range(start + 1, len(lines) + 1):
            rest, ends = best(anchor + 1, end)
            options.append((abs(_middle(lines[start:end]) - anchors[anchor].middle) + rest, (end, *ends)))
        return min(options)

    start = min(range(max(1, len(lines)) if may_go_on else 1), key=lambda first: best(0, first)[0])
    distance, ends = best(0, start)
    if distance == _IMPOSSIBLE[0]:
        return None
    return [list(lines[:start]), *(list(lines[a:b]) for a, b in pairwise((start, *ends)))]
