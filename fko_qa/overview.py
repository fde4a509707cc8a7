"""All measures at a glance: their terms, the planned money, the ministries, and which stand close to each other in meaning."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from fko_qa.filters.model import Window
from fko_qa.messages import german_date
from fko_qa.records import Funding, Measure, Report
from fko_qa.sets.spans import Span, spans

# -- terms


class TermKind(StrEnum):
    """What the report says of an end."""

    FIXED = "fixed"  # a start and an end, both dated
    COMPUTED = "computed"  # "Befristung auf zwei Jahre": the end is worked out
    UNDATED_END = "undated_end"  # "bis mind. Ende der Legislaturperiode"
    OPEN = "open"  # seit, ab, laufend, dauerhaft
    ONE_DATE = "one_date"  # a date, and nothing about what comes after it


@dataclass(frozen=True, slots=True)
class Bar:
    """One dated term. ``label`` is the part of the measure it belongs to, if the report names several."""

    kind: TermKind
    start: Window | None
    end: Window | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A measure's terms with the words of the report; neither bars nor words if it states none."""

    measure: Measure
    stated: str
    bars: tuple[Bar, ...]


def terms(report: Report) -> tuple[Term, ...]:
    """The terms of all measures, in the report's order."""
    return tuple(_term(measure) for measure in report.measures)


def _term(measure: Measure) -> Term:
    period = measure.period
    if period is None:
        return Term(measure, "", ())
    row = measure.field(period.field)
    labels = [part.label or "" for part in period.parts or (period,)]
    bars = tuple(
        Bar(_kind(span), span.start, span.end, label)
        for span, label in zip(spans(measure), labels, strict=True)
        if span.start or span.end or span.open_ended
    )
    return Term(measure, row.value if row else "", bars)


def _kind(span: Span) -> TermKind:
    if span.computed_end:
        return TermKind.COMPUTED
    if span.end:
        return TermKind.FIXED
    if span.undated_end:
        return TermKind.UNDATED_END
    return TermKind.OPEN if span.open_ended else TermKind.ONE_DATE


def when(window: Window | None) -> str:
    """A span of days as a date of its own precision; empty for none.

    >>> from datetime import date
    >>> [when(Window(date(2024, 10, 1), date(2024, month, 31), "")) for month in (10, 12)]
    ['10/2024', '10/2024 bis 12/2024']
    """
    if window is None or window.first is None or window.last is None:
        return ""
    first, last = window.first, window.last
    if first == last:
        return german_date(first.isoformat())
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    months = (f"{first:%m/%Y}", f"{last:%m/%Y}")
    return months[0] if months[0] == months[1] else " bis ".join(months)


# -- money

# How an amount counts; None is "the report does not say". Amounts of two kinds are never added up.
BASES = ("per_year", "total", None)


@dataclass(frozen=True, slots=True)
class ClusterMoney:
    """The planned money of a cluster: its amounts in euro by basis, and the measures without any."""

    cluster: str
    amounts: Mapping[str | None, tuple[tuple[Measure, Funding], ...]]
    without: tuple[Measure, ...]

    def total(self, basis: str | None) -> int:
        """The sum of the amounts of one basis."""
        return sum(funding.amount_eur for _, funding in self.amounts[basis])

    def is_approximate(self, basis: str | None) -> bool:
        """Whether the report calls one of these amounts approximate."""
        return any(funding.approximate for _, funding in self.amounts[basis])


def money(report: Report) -> tuple[ClusterMoney, ...]:
    """The planned money by cluster."""
    return tuple(_cluster_money(cluster, members(report, cluster)) for cluster in report.clusters)


def _cluster_money(cluster: str, measures: Sequence[Measure]) -> ClusterMoney:
    amounts = [(measure, funding) for measure in measures for funding in measure.funding]
    return ClusterMoney(
        cluster,
        {basis: tuple(amount for amount in amounts if amount[1].basis == basis) for basis in BASES},
        tuple(measure for measure in measures if not measure.funding),
    )


def members(report: Report, cluster: str) -> tuple[Measure, ...]:
    """The measures of a cluster."""
    return tuple(measure for measure in report.measures if measure.cluster == cluster)


# -- ministries


def ministries(report: Report) -> dict[str, dict[str, tuple[Measure, ...]]]:
    """Ministry's code → cluster → the measures that name it as ``Ressort``; ministries with the most measures first.

    A measure of several ministries counts for each.
    """
    named = [code for code in report.ministries if any(code in measure.ministries for measure in report.measures)]
    table = {
        code: {
            cluster: tuple(measure for measure in members(report, cluster) if code in measure.ministries)
            for cluster in report.clusters
        }
        for code in named
    }
    return dict(sorted(table.items(), key=lambda row: -sum(map(len, row[1].values()))))


# -- the map

COLUMNS = 6
# Cells for each measure: two in three are taken, the empty ones let groups stand apart.
_ROOM = 1.5
_LEAST_GAIN = 1e-9


def arranged(
    positions: Mapping[str, tuple[float, float]],
    similar: Mapping[str, Sequence[str]],
    columns: int = COLUMNS,
    rows: int | None = None,
) -> dict[str, tuple[int, int]]:
    """Every measure's cell (column, row) on a grid, from 0: no two share one, and what is alike stands close.

    From positions in the plane each measure goes to the nearest free cell. A plane loses most of what vectors know, so cells are
    then swapped, best swap first, as long as that brings measures closer to their neighbours.

    Args:
        similar: each measure's neighbours, nearest first; the first counts 1, the second 1/2, and so on.
        rows: as many as give every measure some room if None.

    >>> arranged({"a": (0, 0), "b": (1, 0), "c": (0.9, 0)}, {"a": ["c"], "b": [], "c": ["a"]}, columns=3, rows=1)
    {'a': (0, 0), 'b': (2, 0), 'c': (1, 0)}
    """
    ids = list(positions)
    rows = math.ceil(len(ids) * _ROOM / columns) if rows is None else rows
    cells = np.array([(column, row) for row in range(rows) for column in range(columns)], dtype=float)
    at = _nearest_free(np.array([positions[one] for one in ids], dtype=float), cells)
    pull = np.zeros((len(cells), len(cells)))  # rows beyond the measures stand for empty cells
    for one, neighbours in similar.items():
        for rank, other in enumerate(neighbours, start=1):
            pull[ids.index(one), ids.index(other)] += 1 / rank
    pull += pull.T
    apart = np.linalg.norm(cells[:, None] - cells[None], axis=2)
    for _ in range(len(cells) ** 2):
        strain = (pull @ apart[at])[:, at]  # of each, if it stood where each stands
        own = np.diagonal(strain)
        change = strain + strain.T - own - own[:, None] + 2 * pull * apart[np.ix_(at, at)]
        best = np.unravel_index(np.argmin(change), change.shape)
        if change[best] > -_LEAST_GAIN:
            break
        at[list(best)] = at[list(best[::-1])]
    places = cells[at[: len(ids)]].astype(int)
    places -= places.min(axis=0)
    return {one: (int(column), int(row)) for one, (column, row) in zip(ids, places, strict=True)}


def _nearest_free(points: NDArray[np.float64], cells: NDArray[np.float64]) -> NDArray[np.intp]:
    """A cell for each point, stretched to the grid, with the least squared way in all; then the cells left over."""
    from scipy.optimize import linear_sum_assignment

    low, high = points.min(axis=0), points.max(axis=0)
    stretched = (points - low) / np.where(high > low, high - low, 1) * cells.max(axis=0)
    ways = ((stretched[:, None] - cells[None]) ** 2).sum(axis=2)
    taken = linear_sum_assignment(ways)[1]
    return np.concatenate([taken, np.setdiff1d(np.arange(len(cells)), taken)])


def twins(similar: Mapping[str, Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """The pairs of which each is the other's nearest neighbour.

    >>> twins({"a": ["b"], "b": ["a"], "c": ["a"]})
    (('a', 'b'),)
    """
    nearest = {one: others[0] for one, others in similar.items() if others}
    order = list(similar)
    return tuple(
        (one, other) for one, other in nearest.items() if nearest.get(other) == one and order.index(one) < order.index(other)
    )
