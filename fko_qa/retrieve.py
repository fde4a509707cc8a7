"""A question in words → evidence: words, spelling, meaning and learned experience are asked, and their scores fused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fko_qa.classifier import Reading
from fko_qa.facts import absence
from fko_qa.grounding import later_years, other_lands, share_known
from fko_qa.index import Index
from fko_qa.language import detect_language
from fko_qa.records import Evidence, Hit, MeasureHit, Signals
from fko_qa.term_table import ngram_terms

# Weights of the convex combination's sides beside the classifier's log probability, which spans about ten units; the others are
# brought to [0, 1]. Chosen on the development questions from {0, 1, 2, 3, 4}; neighbouring values differ by less than .003 nDCG.
WORDS_WEIGHT = 3.0
NGRAMS_WEIGHT = 3.0
MEANING_WEIGHT = 1.0
# Weight of words against meaning when passages are compared for the best quote.
QUOTE_LEXICAL_WEIGHT = 0.3
# How many measures and section passages are handed on. The contract's ranking has ten.
MAX_MEASURES = 20
MAX_SECTION_HITS = 3
MAX_HITS = 5
# Below this the language is read off small words instead; a notice in a wrong language is worse than none.
MIN_LANGUAGE_PROBABILITY = 0.8

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Sides:
    """Passage scores of a question: BM25, cosine, and both fused to [0, 1]."""

    lexical: Scores
    dense: Scores
    fused: Scores


def retrieve(text: str, index: Index, reading: Reading | None = None) -> Evidence:
    """The measures and sections that fit a question, best first, with the belief that each is meant.

    Args:
        reading: that of the text, if it is known already.
    """
    reading = reading or index.read(text)
    embedding = index.encoder.encode_queries([text])[0] if reading is None else reading.embedding
    tokens = index.analyser.tokens(text)
    lexical, dense = index.lexical.scores(tokens), index.dense.scores(embedding)
    fused = QUOTE_LEXICAL_WEIGHT * _unit_range(lexical) + (1 - QUOTE_LEXICAL_WEIGHT) * _unit_range(dense)
    sides = _Sides(lexical, dense, fused)
    rows = index.rows
    belief = _belief(owner_scores(text, index, dense, reading), index.owners)
    order = sorted(index.owners, key=lambda owner: -belief[owner])
    known = frozenset(index.owners[: len(index.report.measures)])  # the measures come first
    measures = [owner for owner in order if owner in known]
    chapter = next((owner for owner in order if owner not in known), None)
    return Evidence(
        measures=tuple(_measure_hit(owner, belief[owner], index, sides, tokens) for owner in measures[:MAX_MEASURES]),
        sections=_hits(chapter, index, sides)[:MAX_SECTION_HITS] if chapter else (),
        section_belief=belief[chapter] if chapter else 0.0,
        signals=_signals(text, index, sides, reading, rows[measures[0]][:1] if order[0] != chapter else rows[chapter], tokens),
    )


def _signals(text: str, index: Index, sides: _Sides, reading: Reading | None, best: Sequence[int], tokens: list[str]) -> Signals:
    """What the question looks like beside what fits best: the whole text of a measure, or the passages of a chapter."""
    measure = index.report.measure(index.passages[best[0]].owner)
    own = measure.verbatim if measure else ""
    language, probability = reading.best("language") if reading else ("", 0.0)
    return Signals(
        top_cosine=float(sides.dense.max()),
        top_lexical=float(sides.lexical.max()),
        answerable=reading.odds("answerable") if reading else None,
        near=reading.odds("near") if reading else None,
        worded=reading.worded if reading else 0.0,
        absent=absence(measure, index.facts, reading) if reading and measure else 0.0,
        language=language if probability > MIN_LANGUAGE_PROBABILITY else detect_language(text),
        grounded=max(share_known(tokens, index.lexical.tokens_of(row)) for row in best),
        strange=(*other_lands(text, own), *later_years(text, own, int(index.report.date[:4]))),
    )


def _unit_range(scores: Scores) -> Scores:
    low, high = float(scores.min()), float(scores.max())
    return (scores - low) / (high - low) if high > low else np.zeros_like(scores)


def owner_scores(text: str, index: Index, dense: Scores, reading: Reading | None = None) -> dict[str, Scores]:
    """What each side says of every owner: words, n-grams, meaning and heads (with a reading), weighted, to be added up.

    Each is (n_owners,), float32, in the order of ``index.owners``.

    Args:
        dense: each passage's cosine with the text.
    """
    scores = {
        "words": WORDS_WEIGHT * _unit_range(index.words.scores(index.analyser.tokens(text))),
        "ngrams": NGRAMS_WEIGHT * _unit_range(index.ngrams.scores(ngram_terms(text))),
        "meaning": MEANING_WEIGHT * _unit_range(_meaning(index, dense)),
    }
    if reading is not None:
        logs = reading.logs("owner")
        floor = min(logs.values())
        scores["heads"] = np.array([logs.get(owner, floor) for owner in index.owners], dtype=np.float32)
    return scores


def _meaning(index: Index, dense: Scores) -> Scores:
    """Cosine of each owner's whole and of its best view, half each: (n_owners,), float32."""
    wholes = dense[[index.rows[owner][0] for owner in index.owners]]
    best = np.maximum.reduceat(dense[index.views], index.view_begins)
    return np.asarray((wholes + best) / 2, dtype=np.float32)


def _belief(scores: Mapping[str, Scores], owners: Sequence[str]) -> dict[str, float]:
    """Softmax of the fused scores over all owners: the share of belief that each one is meant."""
    total = np.sum(list(scores.values()), axis=0)
    shares = np.exp(total - total.max())
    return dict(zip(owners, map(float, shares / shares.sum()), strict=True))


def _measure_hit(owner: str, belief: float, index: Index, sides: _Sides, tokens: list[str]) -> MeasureHit:
    own = index.lexical.tokens_of(index.rows[owner][0])
    shared = tuple(dict.fromkeys(token for token in tokens if token in own))
    return MeasureHit(owner, belief, _hits(owner, index, sides), shared)


def _hits(owner: str, index: Index, sides: _Sides) -> tuple[Hit, ...]:
    """The passages that can be quoted as an answer to a topic, best first."""
    rows = index.quotable[owner]
    best = rows[np.argsort(-sides.fused[rows], kind="stable")[:MAX_HITS]].tolist()
    return tuple(
        Hit(index.passages[row], float(sides.fused[row]), float(sides.lexical[row]), float(sides.dense[row])) for row in best
    )
