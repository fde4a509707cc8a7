"""Looking up instead of searching: measures by number, facts of a measure, exact sets. All return evidence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from fko_qa.facts import FactKind, FactQuote, FactRequest, find_fact
from fko_qa.filters import SetFilter, describe
from fko_qa.records import Evidence, FoundFact, FoundSet, Hit, Measure, MeasureHit, Passage, Report, View
from fko_qa.sets import apply_filter

# A number is looked up for an overview, so these passages are quoted, in this order.
_OVERVIEW = (View.GOAL, View.SENTENCE)
MAX_NEIGHBOURS = 10
_VAGUE = frozenset({FactKind.REASON, FactKind.RESULT, FactKind.ELIGIBILITY})


def look_up_numbers(numbers: tuple[str, ...], report: Report, passages: tuple[Passage, ...]) -> Evidence:
    """The measures with these numbers; numbers that do not exist, with the measures beside them."""
    found = [measure for number in numbers if (measure := report.measure(number)) is not None]
    missing = tuple(number for number in numbers if report.measure(number) is None)
    return Evidence(
        measures=tuple(MeasureHit(measure.id, 1.0, _overview(measure, passages)) for measure in found),
        missing=missing,
        neighbours=_neighbours(missing, report),
    )


def add_facts(evidence: Evidence, request: FactRequest, report: Report, passages: tuple[Passage, ...]) -> Evidence:
    """The evidence with the asked facts of its measures: of all that were named by number, else of the best one.

    Nothing is added if a chapter outside the measures is meant, or if only a vague kind of fact is asked for, which any
    sentence may hold.
    """
    named = evidence.signals is None
    kinds = tuple(kind for kind in request.kinds if kind not in _VAGUE)
    if not kinds or (not named and evidence.measures and evidence.section_belief > evidence.measures[0].score):
        return evidence
    request = replace(request, kinds=kinds)
    chosen = evidence.measures if named else evidence.measures[:1]
    facts = [
        FoundFact(hit.measure_id, fact.kind, fact.value, tuple(_hit(quote, measure) for quote in fact.quotes), fact.stated)
        for hit in chosen
        if (measure := report.measure(hit.measure_id)) is not None
        for fact in find_fact(request, measure, [passage for passage in passages if passage.owner == hit.measure_id])
    ]
    # A thing that no rule could name is no sign that the report lacks it: then the best sentence answers, as for a topic.
    return replace(evidence, facts=tuple(fact for fact in facts if fact.stated or fact.kind != FactKind.NAMED))


def look_up_set(wanted: SetFilter, report: Report, topical: Collection[str] | None) -> Evidence:
    """The exact set that a filter describes.

    Args:
        topical: ids that match the filter's topic words; None if it has none.
    """
    result = apply_filter(wanted, report, topical)
    hits = {id_: _row_hits(measure, result.fields.get(id_, ())) for id_ in result.members if (measure := report.measure(id_))}
    measures = tuple(MeasureHit(id_, 1.0, hits[id_]) for id_ in result.members)
    found = FoundSet(result.members, result.value, describe(wanted), hits, result.notes)
    return Evidence(measures=measures, found_set=found)


def _row_hits(measure: Measure, labels: Collection[str]) -> tuple[Hit, ...]:
    """The rows that prove membership; the title if nothing else does."""
    quotes = [
        FactQuote(row.label, part) for label in labels if (row := measure.field(label)) for part in row.parts if part != "-"
    ]
    return tuple(_hit(quote, measure) for quote in quotes or [FactQuote("Titel", measure.title)])


def _hit(quote: FactQuote, measure: Measure) -> Hit:
    passage = Passage(f"{measure.id}/{quote.section}", measure.id, True, View.FIELD, quote.section, measure.page, quote.text)
    return Hit(passage, 1.0, 0.0, 0.0)


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
