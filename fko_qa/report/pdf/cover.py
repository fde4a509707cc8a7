"""Title and date of the report from the pages before its first heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fko_qa.errors import ReportFormatError
from fko_qa.report.pdf.joining import Joiner
from fko_qa.report.pdf.layout import Line
from fko_qa.report.rules import MONTHS, iso_date

_WRITTEN_DATE = re.compile(rf"\b(\d{{1,2}}\.\s*(?:{'|'.join(MONTHS)})\s+\d{{4}})\b")
_TITLE_WORD = "Fortschrittsbericht"


def find_title(cover: Sequence[Line], property_: str, joiner: Joiner) -> str:
    """The largest print on the cover; the title in the file's properties if there is no cover; else the report's usual name."""
    lines = [line for line in cover if not _WRITTEN_DATE.search(line.text)]
    if lines:
        largest = max(line.size for line in lines)
        start = next(position for position, line in enumerate(lines) if line.size > 0.95 * largest)
        end = start + 1
        while end < len(lines) and lines[end].size > 0.95 * largest and lines[end].page == lines[start].page:
            end += 1
        if _TITLE_WORD not in (title := joiner.join(lines[start:end])):
            start = next((position for position, line in enumerate(lines) if line.text.startswith(_TITLE_WORD)), start)
            title = joiner.join(lines[start : max(end, start + 1)])
        return title
    return property_ or _TITLE_WORD


def find_date(cover: Sequence[Line], lines: Sequence[Line], name: str) -> str:
    """The report's date as ISO 8601: ``Datum: 25. Juni 2024`` anywhere, or the first written date on the cover.

    Raises ReportFormatError if there is none: a report without a date could not be cited.
    """
    if stated := iso_date("\n".join(line.text for line in lines)):
        return stated
    for line in cover:
        if (written := _WRITTEN_DATE.search(line.text)) and (date := iso_date(f"Datum: {written[1]}")):
            return date
    raise ReportFormatError(
        f"In „{name}“ fehlt das Datum des Berichts. Gesucht wurde „Datum: 25. Juni 2024“ oder ein Datum auf der Titelseite. "
        "Bitte geben Sie das PDF mit der Titelseite an."
    )
