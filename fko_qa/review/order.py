"""Pages and numbers against the table of contents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fko_qa.records import Finding, FindingKind, Measure, Report, Severity
from fko_qa.report.rules import CONTENTS_HEADING, MEASURE_HEADING, heading_key


def contents_findings(report: Report) -> Iterator[Finding]:
    """Lines without a measure, other pages or titles than the measures have, pages that go backwards or beyond the end."""
    entries = ((MEASURE_HEADING.fullmatch(line), page, line) for line, page in report.contents.items())
    lines = {f"{match[1]}.{match[2]}": (match[3], page, line) for match, page, line in entries if match}
    known = {measure.id: measure for measure in report.measures}
    for number, (title, page, line) in lines.items():
        measure = known.get(number)
        if measure is None:
            yield _finding(None, f"Das Inhaltsverzeichnis nennt {number}, eine Maßnahme {number} gibt es nicht.", page, line)
            continue
        if heading_key(title) != heading_key(measure.title):
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
    return Finding(FindingKind.CONTENTS, Severity.ERROR, measure.id if measure else None, found, CONTENTS_HEADING, page, quote)
