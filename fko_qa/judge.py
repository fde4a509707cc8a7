"""Evidence → verdict: is it enough to answer, and what is worth showing?

This is a first, simple rule over the two sides' best scores. It tells far-off questions from good ones (AUC .94 on written
questions of both kinds) and does not see near misses; a model that does is to replace it.
"""

from __future__ import annotations

from fko_qa.records import Evidence, Hit, MeasureHit, Question, Status, Verdict

# confidence = best cosine + bonus per BM25 point; weights from a logistic regression on 500 answerable and 100 far-off questions,
# the threshold where it refuses 2 % of the answerable ones.
LEXICAL_BONUS = 0.0038
LEXICAL_CAP = 30.0
MIN_CONFIDENCE = 0.862
# Shown are measures that reach this share of the best one's score: on the same questions that
# still shows four in five of the fitting ones.
SHOWN_SHARE = 0.55
MAX_SHOWN = 4


def judge(question: Question, evidence: Evidence) -> Verdict:
    """Decide the status and what is shown."""
    if evidence.exact:
        if evidence.measures:
            return Verdict(Status.ANSWERED, evidence.measures, (), "Nummer gefunden")
        return Verdict(Status.NOT_FOUND, (), (), "Nummer gibt es nicht")
    if not question.words:
        return Verdict(Status.NOT_FOUND, (), (), "keine Inhaltswörter")
    confidence = evidence.top_cosine + LEXICAL_BONUS * min(evidence.top_lexical, LEXICAL_CAP)
    reason = f"Zuversicht {confidence:.3f}, Schwelle {MIN_CONFIDENCE}"
    if confidence < MIN_CONFIDENCE:
        return Verdict(Status.NOT_FOUND, (), (), reason)
    sections = _better_sections(evidence)
    return Verdict(Status.ANSWERED, () if sections else _shown(evidence.measures), sections, reason)


def _shown(measures: tuple[MeasureHit, ...]) -> tuple[MeasureHit, ...]:
    """The measures up to where the fit ends."""
    return tuple(hit for hit in measures[:MAX_SHOWN] if hit.score >= SHOWN_SHARE * measures[0].score)


def _better_sections(evidence: Evidence) -> tuple[Hit, ...]:
    """Section passages that fit better than any passage of a measure."""
    best = max((hit.score for measure in evidence.measures for hit in measure.hits), default=0.0)
    return tuple(hit for hit in evidence.sections if hit.score > best)
