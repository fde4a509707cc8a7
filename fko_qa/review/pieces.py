"""Every place of a report where something may be found, as plain pieces of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fko_qa.records import Finding, FindingKind, Measure, Report, Severity

TITLE, TEXT, TABLE, FOOTNOTE = "Titel", "Text", "Tabelle", "Fußnote"
# Characters that a quote shows on either side of what was found.
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """A contiguous piece of the report on one line; ``measure`` is None outside the measures, ``place`` then a section's name."""

    measure: str | None
    place: str
    page: int
    text: str

    def finding(self, kind: FindingKind, severity: Severity, found: str, start: int = 0, end: int | None = None) -> Finding:
        """A finding at the characters from ``start`` to ``end``, quoted with the words around them."""
        return Finding(kind, severity, self.measure, found, self.place, self.page, self.around(start, end))

    def around(self, start: int = 0, end: int | None = None) -> str:
        """Those characters with whole words around them."""
        first = max(0, start - _AROUND)
        last = min(len(self.text), (start if end is None else end) + _AROUND)
        while first > 0 and self.text[first - 1] != " ":
            first -= 1
        while last < len(self.text) and self.text[last] != " ":
            last += 1
        return self.text[first:last].strip()


def pieces(report: Report) -> Iterator[Piece]:
    """All pieces in the order of the report: measures first, then the sections outside them."""
    for measure in report.measures:
        for place, text in _places(measure):
            yield Piece(measure.id, place, measure.page, " ".join(text.split()))
    for section in report.sections:
        for text in (section.name, section.text, *section.footnotes):
            yield Piece(None, section.name, section.page, " ".join(text.split()))


def _places(measure: Measure) -> Iterator[tuple[str, str]]:
    yield TITLE, measure.title
    yield TEXT, measure.text
    yield from ((TABLE, " ".join(row)) for table in measure.tables for row in table)
    yield from ((row.label, row.value) for row in measure.fields)
    yield from ((FOOTNOTE, note) for note in measure.footnotes)
