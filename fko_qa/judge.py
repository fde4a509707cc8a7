"""Evidence → verdict: is it enough to answer, and what is worth showing?

The thresholds were set on the development questions, so that at most one answerable question in thirty is refused.
"""

from __future__ import annotations

from fko_qa.question import Question
from fko_qa.records import Evidence, FoundFact, Hit, MeasureHit, Signals, Status, Verdict

# Log odds of "the report answers this", from the trained head. Below: the related measures only; far below: nothing.
MIN_ANSWERABLE = -0.5
# A stated fact speaks for itself: such a question is refused only if the head is very sure that it is about something else.
MIN_ANSWERABLE_WITH_FACT = -6.0
# Log odds of "at least near to the report's subject": below, a refused question gets no related measures.
MIN_NEAR = 0.0
# Without trained heads: best cosine plus a bonus per BM25 point, and the threshold that refuses 2 % of answerable questions.
LEXICAL_BONUS = 0.0038
LEXICAL_CAP = 30.0
MIN_CONFIDENCE = 0.862
# Shown are measures that get this share of the belief in the best one.
SHOWN_SHARE = 0.12
MAX_SHOWN = 5
# A set question's topic takes in more: belief falls off steeply behind the best.
TOPICAL_SHARE = 0.002
# Related measures of a near miss.
MAX_RELATED = 2
# Sections are quoted if their best passage fits this much better than any measure's.
SECTION_LEAD = 0.0


def judge(question: Question, evidence: Evidence) -> Verdict:
    """Decide the status and what is shown."""
    if evidence.found_set is not None:
        status = Status.ANSWERED if evidence.measures else Status.NOT_FOUND
        return Verdict(status, evidence.measures, (), f"Menge: {evidence.found_set.understood}")
    if evidence.signals is None:
        return _judge_numbers(evidence)
    if not question.words:
        return Verdict(Status.NOT_FOUND, (), (), "keine Inhaltswörter")
    return _judge_search(evidence, evidence.signals)


def _judge_numbers(evidence: Evidence) -> Verdict:
    if not evidence.measures:
        return Verdict(Status.NOT_FOUND, (), (), "Nummer gibt es nicht")
    status = Status.PARTIAL if evidence.facts and not _any_stated(evidence.facts) else Status.ANSWERED
    return Verdict(status, evidence.measures, (), "Nummer gefunden")


def _judge_search(evidence: Evidence, signals: Signals) -> Verdict:
    asked, stated = bool(evidence.facts), _any_stated(evidence.facts)
    score = _answerable(signals)
    threshold = MIN_ANSWERABLE_WITH_FACT if stated else MIN_ANSWERABLE
    reason = f"beantwortbar {score:.2f}, Schwelle {threshold}"
    if asked and not stated:
        related = evidence.measures[:1] if _is_near(signals) else ()
        return Verdict(Status.PARTIAL if related else Status.NOT_FOUND, related, (), f"Angabe fehlt; {reason}")
    if score < threshold:
        related = evidence.measures[:MAX_RELATED] if _is_near(signals) else ()
        return Verdict(Status.PARTIAL if related else Status.NOT_FOUND, related, (), reason)
    if asked:
        return Verdict(Status.ANSWERED, _with_facts(evidence), (), reason)
    sections = _better_sections(evidence)
    return Verdict(Status.ANSWERED, () if sections else _shown(evidence.measures), sections, reason)


def matching(evidence: Evidence) -> tuple[MeasureHit, ...]:
    """The measures that match a set question's topic: more of them than would be shown, since a condition narrows them."""
    best = evidence.measures[0].score if evidence.measures else 0.0
    return tuple(hit for hit in evidence.measures if hit.score >= TOPICAL_SHARE * best)


def _any_stated(facts: tuple[FoundFact, ...]) -> bool:
    return any(fact.stated for fact in facts)


def _answerable(signals: Signals) -> float:
    """Log odds from the head, or its stand-in on the same scale: above ``MIN_ANSWERABLE`` if the simple rule says yes."""
    if signals.answerable is not None:
        return signals.answerable
    confidence = signals.top_cosine + LEXICAL_BONUS * min(signals.top_lexical, LEXICAL_CAP)
    return (confidence - MIN_CONFIDENCE) * 100 + MIN_ANSWERABLE


def _is_near(signals: Signals) -> bool:
    return signals.near is None or signals.near >= MIN_NEAR


def _with_facts(evidence: Evidence) -> tuple[MeasureHit, ...]:
    """The measures whose facts were found, in order."""
    ids = {fact.measure_id for fact in evidence.facts}
    return tuple(hit for hit in evidence.measures if hit.measure_id in ids)


def _shown(measures: tuple[MeasureHit, ...]) -> tuple[MeasureHit, ...]:
    """The measures up to where the fit ends."""
    return tuple(hit for hit in measures[:MAX_SHOWN] if hit.score >= SHOWN_SHARE * measures[0].score)


def _better_sections(evidence: Evidence) -> tuple[Hit, ...]:
    """Section passages that fit better than any passage of a measure."""
    best = max((hit.score for measure in evidence.measures for hit in measure.hits), default=0.0)
    return tuple(hit for hit in evidence.sections if hit.score > best + SECTION_LEAD)
