"""Measures as people and programs name them: one by its number, several by ministry and cluster."""

from __future__ import annotations

from collections.abc import Iterable

from fko_qa import messages
from fko_qa.errors import UsageError
from fko_qa.numbers import measure_numbers
from fko_qa.records import Measure, Report

# A number in words has some twenty letters; nothing longer is looked at.
MAX_NUMBER = 100


def named(number: str, report: Report) -> Measure:
    """The measure of a number, however it is written ("IV.2", "massnahme 4.2"). Raises UsageError if there is none."""
    numbers = measure_numbers(number[:MAX_NUMBER])
    measure = report.measure(numbers[0]) if numbers else None
    if measure is None:
        known = messages.missing_number(numbers[:1], report) if numbers else "Erwartet wird eine Nummer wie IV.2."
        raise UsageError(f"„{number[:MAX_NUMBER]}“ ist keine Maßnahme. {known}")
    return measure


def chosen(report: Report, ressort: str | None = None, cluster: str | None = None) -> list[Measure]:
    """The measures of a ministry and a cluster, whatever the capitals; all where None. Raises UsageError for an unknown one."""
    ministry = _one_of(ressort, report.ministries, "Ressort")
    chapter = _one_of(cluster, report.clusters, "Cluster")
    return [
        measure for measure in report.measures if ministry in (None, *measure.ministries) and chapter in (None, measure.cluster)
    ]


def _one_of(given: str | None, known: Iterable[str], what: str) -> str | None:
    """The known spelling of a code."""
    if given is None:
        return None
    for name in known:
        if name.casefold() == given.casefold():
            return name
    raise UsageError(f"{what} „{given[:MAX_NUMBER]}“ gibt es im Bericht nicht. Möglich sind: {', '.join(known)}.")
