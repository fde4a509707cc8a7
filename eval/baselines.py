"""What simple stacks reach on the same questions: ``python eval/baselines.py``.

BM25 (rank-bm25 on lower-cased words), the project's encoder on whole measures, reciprocal rank fusion of both, and a convex
combination of their scores whose weight is chosen on dev. Only the ranking is scored; they do not answer or refuse.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from eval.export import ranked
from eval.files import commit, store, today
from eval.questions import FOLDER, Question, read_questions
from eval.scoring import RETRIEVAL, retrieval
from eval.slices import headline
from eval.statistics import Estimate, estimate
from eval.summary import table
from fko_qa import Assistant
from fko_qa.encoder import load_encoder
from fko_qa.settings import load_settings

# One row a question, one column a measure.
Matrix = NDArray[np.float64]
RRF_CONSTANT = 60  # as in the paper that introduced it (Cormack et al. 2009)
_WEIGHTS = [step / 20 for step in range(21)]
TOP = 10


def bm25(questions: Sequence[str], texts: Sequence[str]) -> Matrix:
    """BM25 scores of every text for every question."""
    index = BM25Okapi([_words(text) for text in texts])
    return np.array([index.get_scores(_words(question)) for question in questions], dtype=np.float64)


def dense(questions: Sequence[str], texts: Sequence[str]) -> Matrix:
    """Cosines by the encoder that the settings name."""
    settings = load_settings()
    encoder = load_encoder(settings.model, settings.cache, settings.model_download)
    return np.asarray(encoder.encode_queries(questions) @ encoder.encode_passages(texts).T, dtype=np.float64)


def reciprocal_ranks(*scores: Matrix) -> Matrix:
    """Reciprocal rank fusion: the sum of 1 / (constant + rank), ranks from 1; equal scores keep the report's order."""
    ranks = [np.argsort(np.argsort(-score, axis=1, kind="stable"), axis=1) + 1 for score in scores]
    return np.asarray(sum(1.0 / (RRF_CONSTANT + rank) for rank in ranks), dtype=np.float64)


def convex(first: Matrix, second: Matrix, weight: float) -> Matrix:
    """``weight`` of the first and the rest of the second, each scaled to [0, 1] within a question."""
    return weight * _scaled(first) + (1 - weight) * _scaled(second)


def rankings(questions: Sequence[Question], scores: Matrix, measures: Sequence[str]) -> dict[str, list[str]]:
    """The ten best measures of every question, best first."""
    best = np.argsort(-scores, axis=1, kind="stable")[:, :TOP]
    return {question.id: [measures[place] for place in row] for question, row in zip(questions, best, strict=True)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print and store the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    options = parser.parse_args(arguments)
    measures = {measure.id: measure.verbatim for measure in Assistant.load().report.measures}
    weight = _best_weight(questions_of("dev"), measures)
    text = (
        f"# Baselines, {today()}, commit {commit()}, {options.split}\n\n{_table(questions_of(options.split), measures, weight)}\n"
    )
    sys.stdout.write(text + f"\n{store(f'baselines-{options.split}', text)}\n")
    return 0


def questions_of(split: str) -> list[Question]:
    """The questions whose ranking is reported."""
    return [question for question in ranked(read_questions(FOLDER / f"{split}.jsonl")) if headline(question)]


def _sides(questions: Sequence[Question], measures: Mapping[str, str]) -> tuple[Matrix, Matrix]:
    asked, texts = [question.question for question in questions], list(measures.values())
    return bm25(asked, texts), dense(asked, texts)


def _best_weight(questions: Sequence[Question], measures: Mapping[str, str]) -> float:
    """BM25's share with the best nDCG@10; the smallest of equals."""
    lexical, vectors = _sides(questions, measures)

    def ndcg(weight: float) -> float:
        found = rankings(questions, convex(lexical, vectors, weight), list(measures))
        return figures(questions, found)["ndcg_10"].mean

    return max(_WEIGHTS, key=ndcg)


def _table(questions: Sequence[Question], measures: Mapping[str, str], weight: float) -> str:
    lexical, vectors = _sides(questions, measures)
    systems = {
        "BM25, lower-cased words": lexical,
        "encoder, whole measures": vectors,
        "reciprocal rank fusion": reciprocal_ranks(lexical, vectors),
        f"convex, {weight:.2f} BM25": convex(lexical, vectors, weight),
    }
    rows = []
    for name, scores in systems.items():
        estimates = figures(questions, rankings(questions, scores, list(measures)))
        rows.append([name, *(f"{one.mean:.3f} ({one.low:.3f} – {one.high:.3f})" for one in estimates.values())])
    return table([f"{len(questions)} topic, field and number questions", *RETRIEVAL], rows)


def figures(questions: Sequence[Question], found: Mapping[str, Sequence[str]]) -> dict[str, Estimate]:
    """The ranking figures of :data:`eval.scoring.RETRIEVAL`, in its order. ``found``: question id → measures, best first."""
    found_figures = retrieval(questions, found).values()
    means = {name: estimate([value for one in found_figures if (value := one[name]) is not None]) for name in RETRIEVAL}
    return {name: mean for name, mean in means.items() if mean is not None}


def _scaled(scores: Matrix) -> Matrix:
    low, high = scores.min(axis=1, keepdims=True), scores.max(axis=1, keepdims=True)
    return np.asarray((scores - low) / np.maximum(high - low, np.finfo(np.float64).tiny), dtype=np.float64)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


if __name__ == "__main__":
    raise SystemExit(main())
