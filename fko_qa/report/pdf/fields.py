"""A measure's lines → its text and the rows of its table (``Ziel``, ``Ressort`` …).

Labels are known by their wording. The value column is where most values of the document begin, so that a sentence beginning with
"Ziel ist" is no row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fko_qa.report.draft import LABELS, DraftField, canonical_label
from fko_qa.report.pdf.joining import Joiner
from fko_qa.report.pdf.layout import Line
from fko_qa.report.pdf.pieces import Style, split_pieces
from fko_qa.report.pdf.rows import Anchor, assign, split_at
from fko_qa.report.rules import heading_key

# A value is set apart from its label by more than a blank.
_COLUMN_GAP = 0.6
_LABEL_WORDS = max(len(label.split()) for label in LABELS)
_LABEL_KEYS = tuple(heading_key(label) for label in LABELS)
# Values begin at one place; the edge is taken so much to the left of it, in points.
_EDGE_TOLERANCE = 3.0
_ROWS_THAT_AGREE = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Where values begin, in points from the page's left edge; None if labels and values do not stand side by side."""

    edge: float | None


def find_columns(lines: Iterable[Line], default: Columns | None = None) -> Columns:
    """Where most values begin on these lines; the default where fewer than two rows agree (a table may have its own widths)."""
    starts: Counter[int] = Counter()
    for line in lines:
        count = _label_words(line)
        if 0 < count < len(line.words) and line.words[count].x0 - line.words[count - 1].x1 > _COLUMN_GAP * line.size:
            starts[round(line.words[count].x0)] += 1

    def weight(start: int) -> int:
        return starts[start - 1] + starts[start] + starts[start + 1]

    most = max(list(starts), key=weight, default=0)
    if weight(most) < _ROWS_THAT_AGREE:
        return default or Columns(None)
    return Columns(min(start for start in (most - 1, most, most + 1) if starts[start]) - _EDGE_TOLERANCE)


def split_fields(lines: Sequence[Line], columns: Columns, style: Style, joiner: Joiner) -> tuple[list[Line], list[DraftField]]:
    """The lines before the table, and the table's rows.

    Args:
        lines: of one measure, without heading and footnotes.
        columns: of the document.
        style: of the document.
        joiner: of the document.
    """
    edge = find_columns(lines, columns).edge
    if edge is None:
        return _stacked(lines, style, joiner)
    start = next((at for at, line in enumerate(lines) if _is_label_row(line, edge)), None)
    if start is None:
        return list(lines), []
    start = _with_values_above(lines, start, edge)
    anchors, values = _columns_of(lines[start:], edge, joiner)
    rows = assign(anchors, values)
    of = list(rows.of)
    if rows.before and of:
        of[0] = (*rows.before, *of[0])
    cell = (edge + _EDGE_TOLERANCE, max((line.x1 for line in values), default=edge))
    return list(lines[:start]), [
        _field(anchor.text, value, style, joiner, cell) for anchor, value in zip(anchors, of, strict=True)
    ]


def _label_words(line: Line) -> int:
    """With how many words of a known label the line begins; 0 if with none."""
    for count in range(min(_LABEL_WORDS, len(line.words)), 0, -1):
        if canonical_label(line.text_of(0, count)):
            return count
    return 0


def _is_label_row(line: Line, edge: float) -> bool:
    left, right = split_at(line, edge)
    if left is None or not _is_part_of_label(left.text):
        return False
    return (right is not None and right.x0 - left.x1 > _COLUMN_GAP * line.size) or (right is None and _is_label(left.text))


def _is_label(text: str) -> bool:
    return canonical_label(text.replace("-", "")) is not None


def _is_part_of_label(text: str) -> bool:
    key = heading_key(text)
    return bool(key) and any(label.startswith(key) for label in _LABEL_KEYS)


def _with_values_above(lines: Sequence[Line], start: int, edge: float) -> int:
    """Where the first row begins: values stand above their label if it is in the middle of its cell."""
    while start > 0 and lines[start - 1].x0 >= edge and lines[start - 1].page == lines[start].page:
        start -= 1
    return start


def _columns_of(lines: Sequence[Line], edge: float, joiner: Joiner) -> tuple[list[Anchor], list[Line]]:
    """Labels with their lines, and the lines of the value column."""
    anchors: list[Anchor] = []
    values: list[Line] = []
    open_: list[Line] = []
    for line in lines:
        left, right = split_at(line, edge)
        if right is not None:
            values.append(right)
        if left is None:
            continue
        if open_ and not _is_part_of_label(joiner.join([*open_, left])):
            anchors.append(_anchor(open_, joiner))
            open_ = []
        if not open_ and not _is_part_of_label(left.text) and right is None:
            values.append(left)  # text below the table: a cell that was pushed out of it
            continue
        open_.append(left)
        if _is_label(joiner.join(open_)):
            anchors.append(_anchor(open_, joiner))
            open_ = []
    if open_:
        anchors.append(_anchor(open_, joiner))
    return anchors, values


def _anchor(lines: list[Line], joiner: Joiner) -> Anchor:
    text = joiner.join(lines)
    return Anchor(canonical_label(text) or canonical_label(text.replace("-", "")) or text.rstrip(":"), tuple(lines))


def _field(
    label: str, lines: Sequence[Line], style: Style, joiner: Joiner, cell: tuple[float, float] | None = None
) -> DraftField:
    pieces = split_pieces(lines, style, joiner, cell)
    items = {position for position, piece in enumerate(pieces) if piece.is_item}
    return DraftField(label, [piece.text for piece in pieces], items)


def _stacked(lines: Sequence[Line], style: Style, joiner: Joiner) -> tuple[list[Line], list[DraftField]]:
    """Rows of a report that sets values below or right behind their labels: each label begins a line."""
    text: list[Line] = []
    rows: list[tuple[str, list[Line]]] = []
    for line in lines:
        count = _label_words(line)
        value = line.part(count, len(line.words))
        is_row = count and (value is None or line.text_of(0, count).endswith(":") or (line.words[0].bold and not value.bold))
        if is_row:
            rows.append((canonical_label(line.text_of(0, count)) or "", list(filter(None, [value]))))
        elif rows:
            rows[-1][1].append(line)
        else:
            text.append(line)
    return text, [_field(label, value, style, joiner) for label, value in rows]
