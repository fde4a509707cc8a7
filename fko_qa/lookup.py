"""Measure numbers → evidence. (Field and set questions join here.)"""

from __future__ import annotations

from fko_qa.records import Evidence, Hit, Measure, MeasureHit, Passage, Question, Report, View

# A number is looked up for an overview, so these passages are quoted, in this order.
_OVERVIEW = (View.GOAL, View.SENTENCE)
MAX_NEIGHBOURS = 10


def look_up(question: Question, report: Report, passages: tuple[Passage, ...]) -> Evidence:
    """The measures with the numbers that the question names; numbers that do not exist, with the measures beside them."""
    found = [measure for number in question.numbers if (measure := report.measure(number)) is not None]
    missing = tuple(number for number in question.numbers if report.measure(number) is None)
    return Evidence(
        measures=tuple(MeasureHit(measure.id, 1.0, _overview(measure, passages)) for measure in found),
        exact=True,
        missing=missing,
        neighbours=_neighbours(missing, report),
    )


def _overview(measure: Measure, passages: tuple[Passage, ...]) -> tuple[Hit, ...]:
    own = [passage for passage in passages if passage.owner == measure.id]
    first = [next((passage for passage in own if passage.view is view), None) for view in _OVERVIEW]
    return tuple(Hit(passage, 1.0, 0.0, 0.0) for passage in first if passage is not None)


def _neighbours(missing: tuple[str, ...], report: Report) -> tuple[str, ...]:
    """Measures of the same cluster nearest to a missing number; without such a cluster, the first of each."""
    near: list[str] = []
    for number in missing:
        cluster, _, position = number.partition(".")
        ids = [measure.id for measure in report.measures if measure.cluster == cluster]
        near += sorted(ids, key=lambda id_: abs(int(id_.partition(".")[2]) - int(position)))
        if not ids:
            near += [f"{roman}.1" for roman in report.clusters]
    return tuple(dict.fromkeys(near))[:MAX_NEIGHBOURS]
