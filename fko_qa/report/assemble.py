"""Drafts → records: field values are understood here, the same way for every format the report may come in."""

from __future__ import annotations

from fko_qa.errors import ReportFormatError
from fko_qa.records import Field, Measure, Period, Report, Section
from fko_qa.report.draft import MINISTRY, MONEY, PARTNERS, START_OF_FORCE, TERM, DraftReport, DraftSection
from fko_qa.report.money import parse_funding
from fko_qa.report.parties import parse_ministries, parse_partners
from fko_qa.report.period import parse_period
from fko_qa.report.quality import with_warnings

PUBLISHER = "Landesregierung Nordrhein-Westfalen"


def assemble(draft: DraftReport) -> Report:
    """Make the report's records. Raises ReportFormatError if a measure stands in no table of contents or a number twice."""
    measures = tuple(_measure(section, section.measure_id, draft) for section in draft.sections if section.measure_id)
    _check_numbers(measures)
    return Report(
        title=draft.title,
        date=draft.date,
        publisher=PUBLISHER,
        pages=draft.pages,
        clusters=dict(draft.clusters),
        ministries=dict(draft.ministries),
        sections=tuple(_section(section) for section in draft.sections if not section.measure_id),
        measures=with_warnings(measures, draft.ministries),
        warnings=draft.warnings,
        contents=dict(draft.contents),
    )


def _check_numbers(measures: tuple[Measure, ...]) -> None:
    """A number names one measure everywhere: in answers, links and the index."""
    titles: dict[str, str] = {}
    for measure in measures:
        if measure.id in titles:
            raise ReportFormatError(
                f"Die Nummer {measure.id} steht über zwei Maßnahmen: „{titles[measure.id]}“ und „{measure.title}“. Jede Nummer "
                "darf nur einmal vorkommen; bitte berichtigen Sie eine der Überschriften."
            )
        titles[measure.id] = measure.title


def _section(draft: DraftSection) -> Section:
    return Section(draft.name, _page(draft), draft.text, draft.verbatim, tuple(draft.footnotes))


def _measure(draft: DraftSection, measure_id: str, report: DraftReport) -> Measure:
    fields = tuple(Field(row.label, tuple(row.parts)) for row in draft.fields)
    by_label = {row.label: row for row in fields}
    return Measure(
        id=measure_id,
        title=draft.name,
        cluster=measure_id.partition(".")[0],
        page=_page(draft),
        text=draft.text,
        fields=fields,
        verbatim=draft.verbatim,
        links=tuple(draft.links),
        period=_period(by_label),
        funding=parse_funding(_value(by_label, MONEY)),
        ministries=parse_ministries(_value(by_label, MINISTRY), report.ministries)[0],
        partners=parse_partners(by_label[PARTNERS].parts if PARTNERS in by_label else ()),
        footnotes=tuple(draft.footnotes),
        tables=tuple(tuple(table) for table in draft.tables),
        warnings=tuple(draft.warnings),
    )


def _page(draft: DraftSection) -> int:
    if draft.page is None:
        name = f"{draft.measure_id}: {draft.name}" if draft.measure_id else draft.name
        raise ReportFormatError(
            f"Für „{name}“ steht keine Seite im Inhaltsverzeichnis. Bitte ergänzen Sie dort eine Zeile mit dieser Überschrift."
        )
    return draft.page


def _value(fields: dict[str, Field], label: str) -> str:
    return fields[label].value if label in fields else ""


def _period(fields: dict[str, Field]) -> Period | None:
    for label in (TERM, START_OF_FORCE):
        if label in fields:
            return parse_period(fields[label].value, label)
    return None
