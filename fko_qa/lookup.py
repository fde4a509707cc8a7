"""Looking up instead of searching: measures by number, facts of a measure, exact sets. All return evidence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from fko_qa.classifier import Reading
from fko_qa.curated import CuratedFact
from fko_qa.facts import Fact, asked_facts, measure_facts, text_fact
from fko_qa.filters import SetFilter, describe
from fko_qa.passages import section_key
from fko_qa.question import Question
from fko_qa.records import Evidence, FoundFact, FoundSet, Hit, Measure, MeasureHit, Passage, Report, View
from fko_qa.sets import apply_filter

# A number is looked up for an overview, so these passages are quoted, in this order.
_OVERVIEW = (View.GOAL, View.SENTENCE)
MAX_NEIGHBOURS = 10
# A question that needs several measures asks for facts of the first two.
MEASURES_OF_SEVERAL = 2


def look_up_numbers(numbers: tuple[str, ...], report: Report, passages: tuple[Passage, ...]) -> Evidence:
    """The measures with these numbers; numbers that do not exist, with the measures beside them."""
    found = [measure for number in numbers if (measure := report.measure(number)) is not None]
    missing = tuple(number for number in numbers if report.measure(number) is None)
    return Evidence(
        measures=tuple(MeasureHit(measure.id, 1.0, _overview(measure, passages)) for measure in found),
        missing=missing,
        neighbours=_neighbours(missing, report),
    )


def add_facts(evidence: Evidence, question: Question, report: Report, curated: tuple[CuratedFact, ...]) -> Evidence:
    """The evidence with the asked facts of its measures: of all that were named by number, of the first two if several are
    needed, else of the best one.

    Nothing is added if a chapter outside the measures is meant, or something that the report does not cover (another Land, a
    later year): that no row speaks of it is not what is asked.
    """
    reading = question.reading
    if reading is None:
        return evidence
    if evidence.signals is not None and evidence.signals.strange:
        return evidence
    if evidence.signals is not None and _means_chapter(evidence):
        found = _chapter_facts(evidence.sections, reading, curated)
        others = tuple(hit for hit in evidence.sections if all(hit.passage.text != fact.passage.text for fact in found))
        return replace(evidence, sections=(*found, *others)[: len(evidence.sections)])
    named = evidence.signals is None
    asked = evidence.measures if named else evidence.measures[: MEASURES_OF_SEVERAL if question.needs_several else 1]
    measures = filter(None, (report.measure(hit.measure_id) for hit in asked))
    return replace(evidence, facts=tuple(fact for measure in measures for fact in _facts_of(measure, reading, curated)))


def _means_chapter(evidence: Evidence) -> bool:
    return bool(evidence.measures and evidence.sections) and evidence.section_belief > evidence.measures[0].score


def _chapter_facts(sections: tuple[Hit, ...], reading: Reading, curated: tuple[CuratedFact, ...]) -> tuple[Hit, ...]:
    """The sentence of the chapter's fact that is asked for (or of both)."""
    chapter = section_key(sections[0].passage.owner)
    facts = {fact.id: (fact, text_fact(fact)) for fact in curated if section_key(fact.owner) == chapter}
    asked = asked_facts({name: fact for name, (_, fact) in facts.items()}, reading)
    return tuple(_sentence_hit(facts[name][0], sections[0].passage.page) for name in asked)


def _sentence_hit(fact: CuratedFact, page: int) -> Hit:
    passage = Passage(fact.id, fact.owner, False, View.SENTENCE, fact.owner, page, fact.sentence)
    return Hit(passage, 1.0, 0.0, 0.0)


def _facts_of(measure: Measure, reading: Reading, curated: tuple[CuratedFact, ...]) -> tuple[FoundFact, ...]:
    facts = {fact.name: fact for fact in measure_facts(measure, curated)}
    return tuple(_found(facts[name], measure, likelihood) for name, likelihood in asked_facts(facts, reading).items())


def _found(fact: Fact, measure: Measure, likelihood: float) -> FoundFact:
    hits = tuple(_hit(section, text, measure) for section, text in fact.quotes)
    return FoundFact(measure.id, fact.label, fact.value, hits, fact.stated, likelihood)


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
    quotes = [(row.label, part) for label in labels if (row := measure.field(label)) for part in row.parts if part != "-"]
    return tuple(_hit(section, text, measure) for section, text in quotes or [("Titel", measure.title)])


def _hit(section: str, text: str, measure: Measure) -> Hit:
    passage = Passage(f"{measure.id}/{section}", measure.id, True, View.FIELD, section, measure.page, text)
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
