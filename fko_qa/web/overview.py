"""The page "Überblick": terms, planned money, ministries and a map of all measures, drawn in HTML; each leads to its measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import gradio as gr

from fko_qa.assistant import Assistant
from fko_qa.overview import BASES, Bar, ClusterMoney, TermKind, arranged, members, ministries, money, terms, twins, when
from fko_qa.records import Measure, Report
from fko_qa.review import review
from fko_qa.web.figures import about, day, euros, number, span
from fko_qa.web.templating import render
from fko_qa.web.texts import GERMAN, starting_with, texts
from fko_qa.web.view import page_address

# The first year of the time axis; few terms are older, and would leave no room for the others.
FIRST_YEAR = 2020
# Texts of how an amount counts.
_BASIS_NAMES = dict(zip(BASES, ("basis_per_year", "basis_total", "basis_unknown"), strict=True))


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A term on the time axis, in percent of its length; ``cut`` if it began before the axis does."""

    kind: str
    left: float
    width: float
    cut: bool
    label: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Row:
    """A measure on the time axis."""

    measure: Measure
    stated: str
    bars: tuple[DrawnBar, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """The amounts of one basis in a cluster; ``segments`` are in percent of the largest sum of that basis."""

    basis: str
    text: str
    segments: tuple[float, ...]
    amounts: tuple[tuple[Measure, str], ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A measure on the map, in a cell counted from 1, with its neighbours."""

    measure: Measure
    column: int
    row: int
    similar: tuple[Measure, ...]


def build_overview(assistant: Assistant, language: str) -> None:
    """The page, to be called within Blocks."""
    gr.HTML(overview_html(assistant, language), elem_id="overview", apply_default_css=False)


def overview_html(assistant: Assistant, language: str = GERMAN) -> str:
    """The page's HTML."""
    report = assistant.report
    drawn = {**_timeline(report, language), **_funds(report, language), **_map(assistant), **_findings(report, language)}
    return render("overview.html", report=report, date=day(report.date, language), t=texts(language), **drawn)


# -- terms


def _timeline(report: Report, language: str) -> dict[str, Any]:
    found = terms(report)
    last = max((day.year for term in found for bar in term.bars for day in _days(bar)), default=int(report.date[:4]))
    years = range(FIRST_YEAR, last + 1)
    today = _percent(date.fromisoformat(report.date), years)
    rows = [Row(term.measure, term.stated, tuple(_drawn(bar, years, today, language) for bar in term.bars)) for term in found]
    return {
        "years": years,
        "kinds": {kind: texts(language)[f"kind_{kind}"] for kind in TermKind},
        "today": today,
        "timeline": [(cluster, tuple(own)) for cluster, own in groupby(rows, lambda row: row.measure.cluster)],
    }


def _days(bar: Bar) -> Iterator[date]:
    for window in (bar.start, bar.end):
        if window and window.last:
            yield window.last


def _drawn(bar: Bar, years: range, today: float, language: str) -> DrawnBar:
    """From the first possible day, or the report's, to the last possible one; what goes on reaches the end of the axis."""
    open_end = bar.kind in (TermKind.OPEN, TermKind.UNDATED_END)
    end = bar.end or (None if open_end else bar.start)
    left = _percent(bar.start.first, years) if bar.start and bar.start.first else today
    right = _percent(end.last, years) if end and end.last else 100.0
    return DrawnBar(
        kind=str(bar.kind),
        left=max(left, 0.0),
        width=round(right - max(left, 0.0), 2),
        cut=left < 0,
        label=bar.label,
        start=span(when(bar.start), language),
        end=span(when(bar.end), language),
    )


def _percent(day: date, years: range) -> float:
    """Where a day is on an axis of whole years; before it, a negative number."""
    return round((day.year + (day.timetuple().tm_yday - 1) / 365.25 - years.start) / len(years) * 100, 2)


# -- money and ministries


def _funds(report: Report, language: str) -> dict[str, Any]:
    found = money(report)
    names = {basis: texts(language)[key] for basis, key in _BASIS_NAMES.items()}
    largest = {basis: max(1, *(one.total(basis) for one in found)) for basis in BASES}
    return {
        "bases": tuple(names.values()),
        "funds": [(one, tuple(_sum(one, basis, largest[basis], language) for basis in BASES)) for one in found],
        "counts": {cluster: len(members(report, cluster)) for cluster in report.clusters},
        "funded": [(measure, funding) for measure in report.measures for funding in measure.funding],
        "basis_names": names,
        "euros": lambda funding: euros(funding, language),
        "without": sum(len(one.without) for one in found),
        "planned": lambda measure: measure.stated("Geplante Mittel"),
        "matrix": ministries(report),
    }


def _sum(one: ClusterMoney, basis: str | None, largest: int, language: str) -> Sum:
    t = texts(language)
    amounts = one.amounts[basis]
    total = t["euros"].format(amount=number(one.total(basis), language))
    return Sum(
        basis=t[_BASIS_NAMES[basis]],
        text=about(total, one.is_approximate(basis), language) if amounts else "",
        segments=tuple(round(100 * funding.amount_eur / largest, 3) for _, funding in amounts),
        amounts=tuple((measure, euros(funding, language)) for measure, funding in amounts),
    )


# -- the map


def _map(assistant: Assistant) -> dict[str, Any]:
    measures = {measure.id: measure for measure in assistant.report.measures}
    similar = {one: assistant.similar(one) for one in measures}
    cells = arranged(assistant.positions(), similar)
    tiles = [
        Tile(measures[one], column + 1, row + 1, tuple(measures[other] for other in similar[one]))
        for one, (column, row) in sorted(cells.items(), key=lambda cell: cell[1][::-1])
    ]
    return {
        "tiles": tiles,
        "columns": max(tile.column for tile in tiles),
        "rows": max(tile.row for tile in tiles),
        "twins": [_centres(cells[one], cells[other]) for one, other in twins(similar)],
        "in_order": sorted(tiles, key=lambda tile: list(measures).index(tile.measure.id)),
    }


def _centres(*cells: Sequence[int]) -> tuple[float, ...]:
    """The middles of two cells, as x1, y1, x2, y2."""
    return tuple(coordinate + 0.5 for cell in cells for coordinate in cell)


# -- the editor's report


def _findings(report: Report, language: str) -> dict[str, Any]:
    return {
        "findings": review(report).findings,
        "kind_names": starting_with("finding_", language),
        "severity_names": starting_with("severity_", language),
        "page_address": lambda page: page_address(report, page),
    }
