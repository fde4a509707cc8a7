"""A question in words → evidence: words, spelling, meaning and learned experience are asked, and their scores fused."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fko_qa.classifier import Reading
from fko_qa.index import Index
from fko_qa.records import Evidence, Hit, MeasureHit, Signals, View
from fko_qa.term_table import ngram_terms

# Weights of the convex combination's sides beside the classifier's log probability, which spans about ten units; the others are
# brought to [0, 1]. Chosen on the development questions from {0, 1, 2, 3, 4}; neighbouring values differ by less than .003 nDCG.
WORDS_WEIGHT = 3.0
NGRAMS_WEIGHT = 3.0
MEANING_WEIGHT = 1.0
# Weight of words against meaning when passages of one measure are compared for the best quote.
QUOTE_LEXICAL_WEIGHT = 0.3
# How many measures and section passages are handed on. The contract's ranking has ten.
MAX_MEASURES = 20
MAX_SECTIONS = 3
MAX_HITS = 5

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Sides:
    """Passage scores of a question: BM25, cosine, and both fused to [0, 1]."""

    lexical: Scores
    dense: Scores
    fused: Scores


def retrieve(text: str, index: Index) -> Evidence:
    """The measures and sections that fit a question, best first."""
    embedding = index.encoder.encode_queries([text])[0]
    tokens = index.analyser.tokens(text)
    lexical, dense = index.lexical.scores(tokens), index.dense.scores(embedding)
    fused = QUOTE_LEXICAL_WEIGHT * _unit_range(lexical) + (1 - QUOTE_LEXICAL_WEIGHT) * _unit_range(dense)
    sides = _Sides(lexical, dense, fused)
    reading = index.classifier.read(text, embedding) if index.classifier else None
    measures = _rank_measures(text, index, sides, reading, tokens)
    sections = _section_hits(index, sides)
    return Evidence(
        measures=measures[:MAX_MEASURES],
        sections=sections,
        signals=Signals(
            top_cosine=float(dense.max()),
            top_lexical=float(lexical.max()),
            answerable=reading.answerable if reading else None,
            near=reading.near if reading else None,
            language=reading.language if reading and reading.language_probability > MIN_LANGUAGE_PROBABILITY else None,
        ),
    )


# Below this the language is not named; a notice in a wrong language is worse than none.
MIN_LANGUAGE_PROBABILITY = 0.8


def _unit_range(scores: Scores) -> Scores:
    low, high = float(scores.min()), float(scores.max())
    return (scores - low) / (high - low) if high > low else np.zeros_like(scores)


def _rank_measures(
    text: str, index: Index, sides: _Sides, reading: Reading | None, tokens: list[str]
) -> tuple[MeasureHit, ...]:
    """Measures by fused score, given as the softmax over all: the share of belief that each one is meant."""
    measures = index.report.measures
    rows = _rows_by_measure(index)
    whole = np.array([rows[measure.id][0] for measure in measures])
    best_view = np.array([sides.dense[_topical(rows[measure.id], index)].max() for measure in measures], dtype=np.float32)
    scores = (
        WORDS_WEIGHT * _unit_range(index.words.scores(tokens))
        + NGRAMS_WEIGHT * _unit_range(index.ngrams.scores(ngram_terms(text)))
        + MEANING_WEIGHT * _unit_range((sides.dense[whole] + best_view) / 2)
    )
    if reading is not None:
        floor = min(reading.measures.values())
        scores = scores + np.array([reading.measures.get(measure.id, floor) for measure in measures], dtype=np.float32)
    belief = np.exp(scores - scores.max())
    belief /= belief.sum()
    order = np.argsort(-scores, kind="stable")
    return tuple(
        MeasureHit(
            measures[at].id,
            float(belief[at]),
            _best_hits(rows[measures[at].id], index, sides),
            _shared_words(index, int(whole[at]), tokens),
        )
        for at in order[:MAX_MEASURES]
    )


def _section_hits(index: Index, sides: _Sides) -> tuple[Hit, ...]:
    rows = [row for row in np.argsort(-sides.fused, kind="stable") if not index.passages[row].in_measure]
    return tuple(_hit(index, row, sides) for row in rows[:MAX_SECTIONS])


def _hit(index: Index, row: int, sides: _Sides) -> Hit:
    return Hit(index.passages[row], float(sides.fused[row]), float(sides.lexical[row]), float(sides.dense[row]))


def _rows_by_measure(index: Index) -> dict[str, list[int]]:
    """Passage rows of each measure; the first is the whole measure."""
    rows: dict[str, list[int]] = {measure.id: [] for measure in index.report.measures}
    for row, passage in enumerate(index.passages):
        if passage.in_measure:
            rows[passage.owner].append(row)
    return rows


def _topical(rows: list[int], index: Index) -> list[int]:
    """Rows that say what the measure is about: a date or an address alone is near to any question about dates."""
    return [row for row in rows if index.passages[row].view is not View.FIELD]


def _best_hits(rows: list[int], index: Index, sides: _Sides) -> tuple[Hit, ...]:
    """The measure's passages that can be quoted as an answer to a topic, best first."""
    quotable = [row for row in rows if index.passages[row].view in (View.SENTENCE, View.GOAL, View.TABLE)]
    best = sorted(quotable, key=lambda row: -sides.fused[row])[:MAX_HITS]
    return tuple(_hit(index, row, sides) for row in best)


def _shared_words(index: Index, whole: int, tokens: list[str]) -> tuple[str, ...]:
    """Which of the question's tokens the measure has."""
    own = index.lexical.tokens_of(whole)
    return tuple(dict.fromkeys(token for token in tokens if token in own))
