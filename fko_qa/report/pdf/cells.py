"""Tables without known labels: yearly figures within a measure's text, and the list of ministries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from fko_qa.report.inline import BULLET
from fko_qa.report.pdf.joining import Joiner
from fko_qa.report.pdf.layout import Line
from fko_qa.report.pdf.rows import Anchor, assign, split_at
from fko_qa.report.rules import MINISTRY_CODE, SENTENCE_END

Row = tuple[str, ...]

# Cells are set apart by gaps of so many font sizes at least, if they stand out among the line's blanks, or wider still.
_CELL_GAP = 0.9
_STANDS_OUT = 2.5
_WIDE_GAP = 4.0


def split_tables(lines: Sequence[Line]) -> tuple[list[Line], list[list[Row]]]:
    """The lines of the text, and the tables among them (none with fewer than two rows of several cells)."""
    text: list[Line] = []
    tables: list[list[Row]] = []
    position = 0
    while position < len(lines):
        end = _end_of_table(lines, position)
        if end is None:
            text.append(lines[position])
            position += 1
        else:
            tables.append(_rows(lines[position:end]))
            position = end
    return text, tables


def ministries(lines: Sequence[Line], joiner: Joiner) -> list[tuple[str, str]]:
    """Name and code of each ministry in a list with the codes in the last column; empty if these lines are none."""
    starts: Counter[int] = Counter()
    for line in lines:
        cells = _cells(line)
        if MINISTRY_CODE.fullmatch(cells[-1].text) and (len(cells) > 1 or len(line.words) == 1):
            starts[round(cells[-1].x0)] += 1
    if not starts:
        return []
    edge = max(starts, key=lambda start: starts[start]) - 3.0
    names: list[Line] = []
    codes: list[Anchor] = []
    for line in lines:
        name, code = split_at(line, edge)
        if code is not None and MINISTRY_CODE.fullmatch(code.text):
            codes.append(Anchor(code.text, (code,)))
            names += filter(None, [name])
        else:
            names.append(line)
    return [(joiner.join(name), code.text) for code, name in zip(codes, assign(codes, names).of, strict=True) if name]


def _cells(line: Line) -> list[Line]:
    """The line cut at its wide gaps. In a line stretched to the margin all gaps are wide; there none stands out."""
    gaps = [line.words[at].x0 - line.words[at - 1].x1 for at in range(1, len(line.words))]
    usual = min(gaps, default=0.0)
    cuts = [
        at
        for at, gap in enumerate(gaps, start=1)
        if gap > _WIDE_GAP * line.size or (gap > _CELL_GAP * line.size and (len(gaps) == 1 or gap > _STANDS_OUT * usual))
    ]
    edges = [0, *(at for at in cuts if line.words[at - 1].text != BULLET), len(line.words)]
    return [part for a, b in pairwise(edges) if (part := line.part(a, b)) is not None]


def _is_row(line: Line) -> bool:
    return len(_cells(line)) > 1


def _end_of_table(lines: Sequence[Line], start: int) -> int | None:
    """Where the table ends that begins at this line; None if none does. Titles over figures are rows of one cell."""
    first = start
    if not _is_row(lines[start]):
        first += 1
        if start > 0 and not _is_title(lines, start):
            return None
    if first >= len(lines) or not _is_row(lines[first]):
        return None
    end = first + 1
    while end < len(lines) and (_is_row(lines[end]) or (end + 1 < len(lines) and _is_row(lines[end + 1]))):
        end += 1
    return end if sum(map(_is_row, lines[start:end])) > 1 else None


def _is_title(lines: Sequence[Line], position: int) -> bool:
    """A line set apart from the text above: a sentence ends there and a short line follows, or weight, size or gap differ."""
    line, above = lines[position], lines[position - 1]
    margin = max(other.x1 for other in lines[:position])
    if SENTENCE_END.search(above.text) and not SENTENCE_END.search(line.text) and line.x1 < (above.x0 + 2 * margin) / 3:
        return True
    if line.bold != above.bold or abs(line.size - above.size) > 0.4 or line.page != above.page:
        return True
    below = lines[position + 1] if position + 1 < len(lines) else None
    return below is not None and line.y - above.y > 1.2 * (below.y - line.y)


def _rows(lines: Sequence[Line]) -> list[Row]:
    """Cells by column; the columns are those of the row with most cells."""
    rows = [_cells(line) for line in lines]
    widest = max(rows, key=len)
    table: list[Row] = []
    for row in rows:
        cells = [""] * len(widest)
        for cell in row:
            at = min(range(len(widest)), key=lambda column: _distance(cell, widest[column]))
            cells[at] = f"{cells[at]} {cell.text}".strip()
        table.append(tuple(cells))
    return table


def _distance(cell: Line, column: Line) -> float:
    """Columns are aligned left, right or centred."""
    centres = abs((cell.x0 + cell.x1) - (column.x0 + column.x1)) / 2
    return min(abs(cell.x0 - column.x0), abs(cell.x1 - column.x1), centres)
