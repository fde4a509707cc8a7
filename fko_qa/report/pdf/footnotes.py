"""Footnotes at the foot of a page: their texts by number, and the page without them."""

from __future__ import annotations

from collections.abc import Sequence

from fko_qa.report.pdf.joining import Joiner
from fko_qa.report.pdf.layout import Line

# Footnotes are set smaller than the text; equal sizes differ by rounding only.
_SMALL = 0.95
_MAX_NUMBER = 99


def split_footnotes(lines: Sequence[Line], size: float, joiner: Joiner) -> tuple[tuple[Line, ...], dict[int, str]]:
    """The page's other lines, and its footnotes by number.

    A footnote begins with a raised number, or with a plain one in small print with nothing but small print below.

    Args:
        lines: of one page, without running footers.
        size: of the body text, in points.
        joiner: the document's.
    """
    start = next((position for position in range(len(lines)) if _begins_notes(lines, position, size)), None)
    if start is None:
        return tuple(lines), {}
    end = _end_of_notes(lines, start, size)
    notes: dict[int, list[Line]] = {}
    number = 0
    for line in lines[start:end]:
        if (found := _number(line, size)) is not None and found not in notes:
            number = found
            notes[number] = list(filter(None, [line.part(1, len(line.words))]))
        else:
            notes.setdefault(number, []).append(line)
    return (*lines[:start], *lines[end:]), {number: joiner.join(found) for number, found in notes.items()}


def _number(line: Line, size: float) -> int | None:
    if line.lead_mark is not None:
        return line.lead_mark
    first = line.words[0].text.rstrip(").")
    is_note = line.size <= _SMALL * size and len(line.words) > 1 and first.isdecimal() and 0 < int(first) <= _MAX_NUMBER
    return int(first) if is_note else None


def _begins_notes(lines: Sequence[Line], position: int, size: float) -> bool:
    line = lines[position]
    if _number(line, size) is None or len(line.words) < 2:
        return False
    return line.lead_mark is not None or all(below.size <= _SMALL * size for below in lines[position:])


def _end_of_notes(lines: Sequence[Line], start: int, size: float) -> int:
    """Notes in small print go on to the foot of the page; in the size of the text each ends where a gap follows."""
    if lines[start].size <= _SMALL * size:
        return next((at for at in range(start, len(lines)) if lines[at].size > _SMALL * size), len(lines))
    for at in range(start + 1, len(lines)):
        if lines[at].lead_mark is None and lines[at].y - lines[at - 1].y > 1.8 * size:
            return at
    return len(lines)
