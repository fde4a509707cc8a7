"""Evidence → verdict: is it enough to answer, and what is worth showing?

The thresholds were set on the development questions: as many unanswerable ones refused as possible while about one answerable
question in a hundred is refused and one in twenty-four hedged.
"""

from __future__ import annotations

from fko_qa.question import Question
from fko_qa.records import Evidence, FoundFact, Hit, MeasureHit, Signals, Status, Verdict

# "The report answers this" has two heads: on the question's vector, and on its wording, which counts so much.
WORDING_WEIGHT = 0.8
# So much count log odds that the best measure states no such fact, against it, where a fact is asked for.
ABSENT_WEIGHT = 1.0
# All together must reach this.
MIN_ANSWERABLE = 1.0
# A question all of whose content words the best measure has ("QiK Modellkommunen") needs less.
MIN_ANSWERABLE_GROUNDED = -6.0
GROUNDED = 0.99
# A row that says nothing is an answer ("keine Angabe") only if it is this clear that a fact is asked for.
SURE_OF_FACT = 0.5
# Other Länder and later years that the best measure does not name weigh as much as this.
STRANGE_PENALTY = 6.0
# Log odds of "at least near to the report's subject": below, a refused question gets no related measures.
MIN_NEAR = 1.0
# Without trained heads: best cosine plus a bonus per BM25 point, and the threshold that refuses 2 % of answerable questions.
LEXICAL_BONUS = 0.0038
LEXICAL_CAP = 30.0
MIN_CONFIDENCE = 0.862
# Shown are measures that get this share of the belief in the best one.
SHOWN_SHARE = 0.01
MAX_SHOWN = 4
# "Welche Maßnahmen gibt es für …?" asks for a list: then far less belief is enough.
LIST_SHARE = 0.000001
MAX_LISTED = 5
# A question with several needs shows at least two, and another that gets this share.
SEVERAL_SHARE = 0.001
# A set question's topic takes in more: belief falls off steeply behind the best.
TOPICAL_SHARE = 0.002
# Related measures of a near miss.
MAX_RELATED = 2
# The second one gets this share of the belief in the first.
RELATED_SHARE = 0.05


def judge(question: Question, evidence: Evidence) -> Verdict:
    """Decide the status and what is shown."""
    if evidence.found_set is not None:
        status = Status.ANSWERED if evidence.measures else Status.NOT_FOUND
        return Verdict(status, evidence.measures, (), f"Menge: {evidence.found_set.understood}")
    if evidence.signals is None:
        return _judge_numbers(evidence)
    if not question.words:
        return Verdict(Status.NOT_FOUND, (), (), "keine Inhaltswörter")
    return _judge_search(question, evidence, evidence.signals)


def matching(evidence: Evidence) -> tuple[MeasureHit, ...]:
    """The measures that match a set question's topic: more of them than would be shown, since a condition narrows them."""
    best = evidence.measures[0].score if evidence.measures else 0.0
    return tuple(hit for hit in evidence.measures if hit.score >= TOPICAL_SHARE * best)


def _judge_numbers(evidence: Evidence) -> Verdict:
    if not evidence.measures:
        return Verdict(Status.NOT_FOUND, (), (), "Nummer gibt es nicht")
    status = Status.PARTIAL if evidence.facts and not _any_stated(evidence.facts) else Status.ANSWERED
    return Verdict(status, evidence.measures, (), "Nummer gefunden")


def _judge_search(question: Question, evidence: Evidence, signals: Signals) -> Verdict:
    score = _answerable(question, signals)
    threshold = MIN_ANSWERABLE_GROUNDED if signals.grounded >= GROUNDED else MIN_ANSWERABLE
    reason = f"beantwortbar {score:.2f}, Schwelle {threshold}"
    if evidence.facts and not _any_stated(evidence.facts) and question.fact_chance >= SURE_OF_FACT:
        return _refused(evidence, signals, 1, f"Angabe fehlt; {reason}")
    if score < threshold:
        return _refused(evidence, signals, MAX_RELATED, reason)
    shown = _several(evidence.measures) if question.needs_several else _shown(evidence.measures, question.wants_list)
    if _any_stated(evidence.facts):
        return Verdict(Status.ANSWERED, _with_facts(evidence, shown), (), reason)
    sections = _meant_sections(evidence)
    return Verdict(Status.ANSWERED, () if sections else shown, sections, reason)


def _refused(evidence: Evidence, signals: Signals, related: int, reason: str) -> Verdict:
    """A near miss comes with related measures and says so; anything else with nothing."""
    near = signals.near is None or signals.near >= MIN_NEAR
    shown = tuple(hit for hit in evidence.measures[:related] if hit.score >= RELATED_SHARE * evidence.measures[0].score and near)
    return Verdict(Status.PARTIAL if shown else Status.NOT_FOUND, shown, (), reason)


def _any_stated(facts: tuple[FoundFact, ...]) -> bool:
    return any(fact.stated for fact in facts)


def _answerable(question: Question, signals: Signals) -> float:
    """Log odds from the head, or its stand-in on the same scale: above ``MIN_ANSWERABLE`` if the simple rule says yes."""
    penalty = STRANGE_PENALTY if signals.strange else 0.0
    absent = ABSENT_WEIGHT * question.fact_chance * signals.absent
    if signals.answerable is not None:
        return signals.answerable + WORDING_WEIGHT * signals.worded - absent - penalty
    confidence = signals.top_cosine + LEXICAL_BONUS * min(signals.top_lexical, LEXICAL_CAP)
    return (confidence - MIN_CONFIDENCE) * 100 + MIN_ANSWERABLE - penalty


def _with_facts(evidence: Evidence, shown: tuple[MeasureHit, ...]) -> tuple[MeasureHit, ...]:
    """The measures whose facts were found, then the others that would be shown anyway."""
    ids = {fact.measure_id for fact in evidence.facts}
    own = tuple(hit for hit in evidence.measures if hit.measure_id in ids)
    others = tuple(hit for hit in shown if hit.measure_id not in ids)
    return (*own, *others)[: max(MAX_SHOWN, len(own))]


def _shown(measures: tuple[MeasureHit, ...], wants_list: bool) -> tuple[MeasureHit, ...]:
    """The measures up to where the fit ends."""
    share, most = (LIST_SHARE, MAX_LISTED) if wants_list else (SHOWN_SHARE, MAX_SHOWN)
    return tuple(hit for hit in measures[:most] if hit.score >= share * measures[0].score)


def _several(measures: tuple[MeasureHit, ...]) -> tuple[MeasureHit, ...]:
    """The best two, whatever the distance between them, and those that fit nearly as well."""
    further = (hit for hit in measures[2:MAX_SHOWN] if hit.score >= SEVERAL_SHARE * measures[0].score)
    return (*measures[:2], *further)


def _meant_sections(evidence: Evidence) -> tuple[Hit, ...]:
    """Passages of a chapter outside, if that is what is meant rather than a measure."""
    best = evidence.measures[0].score if evidence.measures else 0.0
    return evidence.sections if evidence.section_belief > best else ()
