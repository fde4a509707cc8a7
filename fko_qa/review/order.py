"""Pages and numbers against the table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fko_qa.records import Finding, FindingKind, Measure, Report, Severity

CONTENTS = "Inhaltsverzeichnis"
_LINE = re.compile(r"([IVX]+\.\d+):?\s+(.+)")


def contents_findings(report: Report) -> Iterator[Finding]:
    """Lines without a measure, other pages or titles than the measures have, pages that go backwards or beyond the end."""
    lines = {match[1]: (match[2], page, line) for line, page in report.contents.items() if (match := _LINE.fullmatch(line))}
    known = {measure.id: measure for measure in report.measures}
    for number, (title, page, line) in lines.items():
        measure = known.get(number)
        if measure is None:
            yield _finding(None, f"Das Inhaltsverzeichnis nennt {number}, eine Maßnahme {number} gibt es nicht.", page, line)
            continue
        if _letters(title) != _letters(measure.title):
            yield _finding(measure, f"{number} heißt im Inhaltsverzeichnis „{title}“, im Bericht „{measure.title}“.", page, line)
        if page != measure.page:
            found = f"Das Inhaltsverzeichnis nennt für {number} Seite {page}; die Maßnahme steht auf Seite {measure.page}."
            yield _finding(measure, found, measure.page, line)
    for measure in report.measures:
        if lines and measure.id not in lines:
            yield _finding(measure, f"{measure.id} fehlt im Inhaltsverzeichnis.", measure.page, measure.title)
    yield from _order(report)


def _order(report: Report) -> Iterator[Finding]:
    for before, measure in pairwise(report.measures):
        if measure.page <= before.page:
            found = (
                f"{measure.id} steht laut Inhaltsverzeichnis auf Seite {measure.page}, {before.id} davor auf Seite {before.page}."
            )
            yield _finding(measure, found, measure.page, measure.title)
        cluster, number = before.id.split(".")
        follows = measure.id in (f"{cluster}.{int(number) + 1}", f"{measure.cluster}.1")
        if not follows or (measure.cluster == cluster) == measure.id.endswith(".1"):
            yield _finding(measure, f"Auf {before.id} folgt {measure.id}.", measure.page, measure.title)


def _finding(measure: Measure | None, found: str, page: int, quote: str) -> Finding:
    return Finding(FindingKind.CONTENTS, Severity.ERROR, measure.id if measure else None, found, CONTENTS, page, quote)


def _letters(title: str) -> str:
    """A title without what a table of contents may set differently (blanks, dashes, quotes)."""
    return re.sub(r"[\W_]+", "", title).casefold()
