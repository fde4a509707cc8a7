"""A filter over the report → the exact set, what was asked about it, and what could not be compared."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from fko_qa.filters import SetFilter
from fko_qa.records import Measure, Report
from fko_qa.sets.members import Judged, judge_all
from fko_qa.sets.notes import notes
from fko_qa.sets.spans import Known
from fko_qa.sets.values import Chosen, choose

__all__ = ["SetResult", "apply_filter"]


@dataclass(frozen=True, slots=True)
class SetResult:
    """The exact members, in the report's order (superlatives: in the asked order, ties kept).

    ``value`` is a count as digits, the verbatim value of a superlative, or a short text for a sum; None for a plain list.
    ``fields`` gives the labels of the rows to quote for each member ("Titel" for the title; none for a cluster).
    ``not_comparable`` are ids that lack what the comparison needs.
    """

    members: tuple[str, ...]
    value: str | None
    fields: Mapping[str, tuple[str, ...]]
    not_comparable: tuple[str, ...]
    notes: tuple[str, ...]


def apply_filter(filter: SetFilter, report: Report, topical: Collection[str] | None = None) -> SetResult:  # noqa: A002
    """The members of a set. An empty set is an empty set.

    Args:
        topical: ids that match ``filter.topic``; None leaves the topic unchecked, which a note says.
    """
    today = date.fromisoformat(report.date)
    asked = [measure for measure in report.measures if topical is None or measure.id in topical]
    judged = {measure.id: judge_all(filter, measure, today) for measure in asked}
    fitting = [measure for measure in asked if _all(judged[measure.id]) is Known.YES]
    unknown = [measure for measure in asked if _all(judged[measure.id]) is Known.UNKNOWN]
    chosen = choose(filter, fitting, today)
    return SetResult(
        members=tuple(measure.id for measure in chosen.measures),
        value=chosen.value,
        fields={measure.id: _labels(measure, judged[measure.id], chosen) for measure in chosen.measures},
        not_comparable=tuple(measure.id for measure in (*unknown, *chosen.not_comparable)),
        notes=notes(filter, chosen, unknown, topic_checked=topical is not None),
    )


def _all(judged: tuple[Judged, ...]) -> Known:
    answers = {one.known for one in judged}
    return Known.NO if Known.NO in answers else Known.UNKNOWN if Known.UNKNOWN in answers else Known.YES


def _labels(measure: Measure, judged: tuple[Judged, ...], chosen: Chosen) -> tuple[str, ...]:
    """The rows that were asked about, each once, if the measure has them."""
    period = measure.period.field if measure.period else None
    own = [one.label for one in judged] + [period if label == "term" else label for label in chosen.labels]
    return tuple(dict.fromkeys(label for label in own if label and (label == "Titel" or measure.field(label) is not None)))
