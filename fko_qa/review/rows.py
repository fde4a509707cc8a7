"""The rows of the tables: what is missing, what stays raw, which terms were over by the report's date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from fko_qa.records import Finding, FindingKind, Measure, Report, Severity
from fko_qa.report.draft import LABELS, PARTNERS, PUBLICATION, START_OF_FORCE, TERM, WEBSITE
from fko_qa.report.quality import not_understood
from fko_qa.sets.spans import last_day, spans

# A row that at least this share of the measures has is expected of all.
_EXPECTED = 0.5
# Rows that stand for another one: a law has no term but a day from which it is in force.
_INSTEAD = {TERM: (START_OF_FORCE,), WEBSITE: (PUBLICATION,)}


def missing_rows(report: Report) -> Iterator[Finding]:
    """Rows that most tables have and this one lacks, or that say nothing ("-")."""
    common = Counter(row.label for measure in report.measures for row in measure.fields)
    expected = [label for label in LABELS if common[label] >= _EXPECTED * len(report.measures)]
    for measure in report.measures:
        for label in expected:
            if any(measure.stated(other) for other in (label, *_INSTEAD.get(label, ()))):
                continue
            lacks = measure.field(label) is None
            found = f"Die Zeile „{label}“ fehlt." if lacks else f"Die Zeile „{label}“ macht keine Angabe."
            severity = Severity.WARNING if lacks else Severity.NOTE
            quote = "" if lacks else "-"
            yield Finding(FindingKind.MISSING_FIELD, severity, measure.id, found, label, measure.page, quote)


def raw_values(report: Report) -> Iterator[Finding]:
    """Values that could not be understood and stay as printed."""
    for measure in report.measures:
        yield from not_understood(measure, report.ministries)
        if measure.stated(PARTNERS) and not measure.partners:
            yield _raw(measure, PARTNERS, "Es ließen sich keine einzelnen Partner lesen.")
        if measure.stated(WEBSITE) and not measure.links:
            yield _raw(measure, WEBSITE, "Der Bericht nennt keine Adresse.")


def _raw(measure: Measure, label: str, found: str) -> Finding:
    quote = measure.stated(label)
    return Finding(FindingKind.NOT_UNDERSTOOD, Severity.NOTE, measure.id, f"{label}: {found}", label, measure.page, quote)


def ended_terms(report: Report) -> Iterator[Finding]:
    """Terms whose last possible day lies before the report's date."""
    today = date.fromisoformat(report.date)
    for measure in report.measures:
        period = measure.period
        if period is None:
            continue
        ended = [span.end for span in spans(measure) if span.end and not span.open_ended and last_day(span.end) < today]
        if ended or period.completed:
            found = (
                f"Die Laufzeit endete vor dem Datum des Berichts, spätestens am {last_day(ended[0]):%d.%m.%Y}."
                if ended
                else "Die Maßnahme ist nach ihrer Laufzeit abgeschlossen."
            )
            quote = measure.stated(period.field)
            yield Finding(FindingKind.ENDED, Severity.NOTE, measure.id, found, period.field, measure.page, quote)
