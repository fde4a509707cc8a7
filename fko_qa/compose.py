"""Evidence and verdict → answer. No quote leaves this module that is not in the report, word for word, where it says."""

from __future__ import annotations

from fko_qa import messages
from fko_qa.records import (
    Answer,
    AnsweredMeasure,
    Citation,
    Evidence,
    Hit,
    Kind,
    Measure,
    MeasureHit,
    Question,
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
    measures = tuple(filter(None, (_answered(hit, report) for hit in verdict.shown)))
    citations = tuple(filter(None, (_section_citation(hit, report) for hit in verdict.sections)))
    answered = verdict.status is Status.ANSWERED and bool(measures or citations)
    status = verdict.status if answered else Status.NOT_FOUND
    return Answer(
        question=question.text,
        status=status,
        kind=_kind(question, status, citations),
        answer=_text(question, evidence, measures, citations, report) if answered else _refusal(evidence, report),
        report=ReportInfo(report.title, report.date),
        measures=measures if answered else (),
        citations=citations if answered else (),
        ranking=_ranking(evidence),
        notes=_notes(measures, evidence, report) if answered else (),
    )


def is_verbatim(quote: str, source: str) -> bool:
    """Whether a quote is a contiguous piece of a text, white space apart.

    >>> is_verbatim("ab\\ncd", "x ab  cd y"), is_verbatim("", "x")
    (True, False)
    """
    piece = " ".join(quote.split())
    return bool(piece) and piece in " ".join(source.split())


def _answered(hit: MeasureHit, report: Report) -> AnsweredMeasure | None:
    measure = report.measure(hit.measure_id)
    if measure is None:
        return None
    citations = tuple(
        Citation(found.passage.text, measure.page, found.passage.section)
        for found in hit.hits
        if is_verbatim(found.passage.text, measure.verbatim)
    )
    if not citations:
        return None
    return AnsweredMeasure(measure.id, measure.title, measure.page, round(hit.score, 4), citations[:MAX_QUOTES])


def _section_citation(hit: Hit, report: Report) -> Citation | None:
    section = next((section for section in report.sections if section.name == hit.passage.owner), None)
    if section is None or not is_verbatim(hit.passage.text, section.verbatim):
        return None
    return Citation(hit.passage.text, section.page, section.name)


def _kind(question: Question, status: Status, citations: tuple[Citation, ...]) -> Kind:
    if question.kind is Kind.TOPIC and status is Status.NOT_FOUND:
        return Kind.NONE
    return Kind.TEXT if citations else question.kind


def _text(
    question: Question,
    evidence: Evidence,
    shown: tuple[AnsweredMeasure, ...],
    citations: tuple[Citation, ...],
    report: Report,
) -> str:
    measures = _measures(shown, report)
    if question.kind is Kind.NUMBER:
        return " ".join(filter(None, [messages.by_number(measures), messages.missing_number(evidence.missing, report)]))
    if citations:
        return messages.from_section(citations[0].section, citations[0].page)
    return messages.best_match(measures[0], measures[1:])


def _refusal(evidence: Evidence, report: Report) -> str:
    return messages.missing_number(evidence.missing, report) if evidence.missing else messages.not_found(report)


def _measures(shown: tuple[AnsweredMeasure, ...], report: Report) -> tuple[Measure, ...]:
    return tuple(measure for one in shown if (measure := report.measure(one.id)) is not None)


def _ranking(evidence: Evidence) -> tuple[str, ...]:
    ids = [hit.measure_id for hit in evidence.measures] + list(evidence.neighbours)
    return tuple(dict.fromkeys(ids))[:MAX_RANKING]


def _notes(shown: tuple[AnsweredMeasure, ...], evidence: Evidence, report: Report) -> tuple[str, ...]:
    """Contradictions and the like that concern what is shown first."""
    first = _measures(shown[: len(evidence.measures) if evidence.exact else 1], report)
    return tuple(f"{measure.id}: {warning}" for measure in first for warning in measure.warnings)
