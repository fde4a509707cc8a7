"""Answers and measures as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fko_qa.records import Answer, Measure, Report
from fko_qa.spreadsheet import as_csv
from fko_qa.wrapping import wrapped

# Rows of the lookup table, as column title → field label.
_COLUMNS = {"Laufzeit": "Beginn/ Laufzeit", "Mittel": "Geplante Mittel", "Partner": "Partner in der Umsetzung"}


def answer_text(answer: Answer) -> str:
    """An answer with its quotes, pages and notes."""
    lines = [_wrapped(answer.answer)]
    for measure in answer.measures:
        lines += ["", f"{measure.id}  {measure.title}  (S. {measure.page})"]
        lines += [
            _wrapped(f"„{citation.quote}“ ({citation.section}, S. {citation.page})", "    ") for citation in measure.citations
        ]
    lines += [
        "",
        *(_wrapped(f"„{citation.quote}“ ({citation.section}, ab S. {citation.page})", "    ") for citation in answer.citations),
    ]
    lines += [_wrapped(f"Hinweis – {note}") for note in answer.notes]
    return "\n".join(lines).strip()


def measure_text(measure: Measure, report: Report) -> str:
    """A whole measure."""
    lines = [
        f"{measure.id}  {measure.title}",
        f"Cluster {measure.cluster}: {report.clusters[measure.cluster]} · Seite {measure.page}",
        "",
    ]
    lines += [_wrapped(paragraph) for paragraph in measure.text.splitlines()]
    lines += ["", *(" | ".join(row) for table in measure.tables for row in table)]
    lines += [_wrapped(f"{row.label}: {'keine Angabe' if row.is_empty else row.value}") for row in measure.fields]
    lines += [_wrapped(f"Fußnote: {note}") for note in measure.footnotes]
    lines += [_wrapped(f"Hinweis – {warning}") for warning in measure.warnings]
    return "\n".join(lines)


def measures_table(measures: Iterable[Measure]) -> str:
    """Number, page, ministries and title, one measure a line."""
    rows = [f"{measure.id:<7}S. {measure.page:<4}{'/'.join(measure.ministries):<22}{measure.title}" for measure in measures]
    return "\n".join(rows) or "Keine Maßnahme passt zu dieser Auswahl."


def measures_csv(measures: Iterable[Measure]) -> str:
    """The lookup table as CSV."""
    rows: list[Sequence[object]] = [["Nr.", "Titel", "Cluster", "Seite", "Ressort", *_COLUMNS, "Internet"]]
    for measure in measures:
        values = [row.value if (row := measure.field(label)) else "" for label in _COLUMNS.values()]
        head = [measure.id, measure.title, measure.cluster, measure.page, ", ".join(measure.ministries)]
        rows.append([*head, *values, " ".join(measure.links)])
    return as_csv(rows)


def _wrapped(text: str, indent: str = "") -> str:
    return "\n".join(wrapped(text, indent))
