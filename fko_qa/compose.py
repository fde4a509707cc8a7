"""Evidence and verdict → answer. No quote leaves this module that is not in the report, word for word, where it says."""

from __future__ import annotations

from dataclasses import replace

from fko_qa import messages
from fko_qa.question import Question
from fko_qa.records import (
    Answer,
    AnsweredMeasure,
    Citation,
    Evidence,
    FoundFact,
    Hit,
    Kind,
    Measure,
    MeasureHit,
    Report,
    ReportInfo,
    Status,
    Verdict,
)

MAX_RANKING = 10
# Quotes per measure: the sentence that fits best, and one more that says what the measure is for.
MAX_QUOTES = 2


def compose(question: Question, evidence: Evidence, verdict: Verdict, report: Report) -> Answer:
    """The answer in words, with proven quotes. A measure without a valid quote is not shown; nothing shown means not found."""
    # An answer has facts that the report states; a near miss may only say that it does not state one, never look like an answer.
    answered = verdict.status is Status.ANSWERED
    kept = evidence.facts if answered is any(fact.stated for fact in evidence.facts) else ()
    evidence = replace(evidence, facts=tuple(fact for fact in kept if not fact.stated or _is_proven(fact, report)))
    measures = tuple(filter(None, (_answered(hit, evidence, report) for hit in verdict.shown)))
    citations = tuple(filter(None, (_section_citation(hit, report) for hit in verdict.sections)))
    status = verdict.status if measures or citations else Status.NOT_FOUND
    return Answer(
        question=question.text,
        status=status,
        kind=_kind(question, status, citations),
        answer=_text(status, evidence, measures, citations, report),
        report=ReportInfo(report.title, report.date, report.url or None),
        value=_value(status, evidence),
        measures=measures,
        citations=citations,
        ranking=_ranking(evidence),
        filter=evidence.found_set.understood if evidence.found_set else None,
        notes=_notes(question, measures, evidence, report),
    )


def is_verbatim(quote: str, source: str) -> bool:
    """Whether a quote is a contiguous piece of a text, white space apart.

    >>> is_verbatim("ab\\ncd", "x ab  cd y"), is_verbatim("", "x")
    (True, False)
    """
    piece = " ".join(quote.split())
    return bool(piece) and piece in " ".join(source.split())


def _is_proven(fact: FoundFact, report: Report) -> bool:
    measure = report.measure(fact.measure_id)
    return measure is not None and any(is_verbatim(hit.passage.text, measure.verbatim) for hit in fact.hits)


def _answered(hit: MeasureHit, evidence: Evidence, report: Report) -> AnsweredMeasure | None:
    measure = report.measure(hit.measure_id)
    if measure is None:
        return None
    facts = [found for fact in evidence.facts if fact.measure_id == hit.measure_id for found in fact.hits]
    found_citations = (Citation(found.passage.text, measure.page, found.passage.section) for found in [*facts, *hit.hits])
    citations = tuple(dict.fromkeys(one for one in found_citations if is_verbatim(one.quote, measure.verbatim)))
    if not citations:
        return None
    return AnsweredMeasure(measure.id, measure.title, measure.page, round(hit.score, 4), citations[: max(MAX_QUOTES, len(facts))])


def _section_citation(hit: Hit, report: Report) -> Citation | None:
    section = next((section for section in report.sections if section.name == hit.passage.owner), None)
    if section is None or not is_verbatim(hit.passage.text, section.verbatim):
        return None
    return Citation(hit.passage.text, section.page, section.name)


def _kind(question: Question, status: Status, citations: tuple[Citation, ...]) -> Kind:
    if question.kind is Kind.TOPIC and status is Status.NOT_FOUND:
        return Kind.NONE
    return Kind.TEXT if citations else question.kind


def _value(status: Status, evidence: Evidence) -> str | None:
    if evidence.found_set is not None:
        return evidence.found_set.value
    if not evidence.facts or status is Status.NOT_FOUND:
        return None
    return " | ".join(dict.fromkeys(fact.value for fact in evidence.facts))


def _text(
    status: Status,
    evidence: Evidence,
    shown: tuple[AnsweredMeasure, ...],
    citations: tuple[Citation, ...],
    report: Report,
) -> str:
    measures = _measures(shown, report)
    if evidence.found_set is not None:
        return messages.found_set(len(measures), evidence.found_set)
    if status is Status.NOT_FOUND:
        return messages.missing_number(evidence.missing, report) if evidence.missing else messages.not_found(report)
    if evidence.facts:
        return _fact_text(evidence.facts, report)
    return (
        messages.near_miss(measures, report) if status is Status.PARTIAL else _match_text(evidence, measures, citations, report)
    )


def _match_text(evidence: Evidence, measures: tuple[Measure, ...], citations: tuple[Citation, ...], report: Report) -> str:
    if evidence.signals is None:
        return " ".join(filter(None, [messages.by_number(measures), messages.missing_number(evidence.missing, report)]))
    if citations:
        return messages.from_section(citations[0].section, citations[0].page)
    return messages.best_match(measures[0], measures[1:])


def _fact_text(facts: tuple[FoundFact, ...], report: Report) -> str:
    sentences = []
    for fact in facts:
        if measure := report.measure(fact.measure_id):
            sentences.append(messages.fact(fact, measure) if fact.stated else messages.fact_missing(fact, measure, report))
    return " ".join(dict.fromkeys(sentences))


def _measures(shown: tuple[AnsweredMeasure, ...], report: Report) -> tuple[Measure, ...]:
    return tuple(measure for one in shown if (measure := report.measure(one.id)) is not None)


def _ranking(evidence: Evidence) -> tuple[str, ...]:
    ids = [hit.measure_id for hit in evidence.measures] + list(evidence.neighbours)
    return tuple(dict.fromkeys(ids))[:MAX_RANKING]


def _notes(question: Question, shown: tuple[AnsweredMeasure, ...], evidence: Evidence, report: Report) -> tuple[str, ...]:
    """The asker's language, what was carried over, how a set was counted, contradictions in what is shown first."""
    language = evidence.signals.language if evidence.signals else None
    notes = [messages.language_notice(language)] if language else []
    notes += [messages.carried(question.carried)] if question.carried else []
    notes += evidence.found_set.notes if evidence.found_set else ()
    first = (
        _measures(shown[: len(evidence.measures) if evidence.signals is None else 1], report) if not evidence.found_set else ()
    )
    notes += [f"{measure.id}: {warning}" for measure in first for warning in measure.warnings]
    return tuple(filter(None, notes))
