"""What simple stacks reach on the same questions, and what each lever of the assistant adds: ``python eval/baselines.py``.

The stacks: BM25 (rank-bm25 on lower-cased words), the project's encoder on whole measures, reciprocal rank fusion of both, and a
convex combination of their scores whose weight is chosen on dev. Only the ranking is scored; they do not answer or refuse.
The levers are put in one by one (:func:`levers`).
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from eval.export import ranked
from eval.files import commit, store, today
from eval.hybrid import TOP, Search
from eval.questions import FOLDER, Question, read_questions
from eval.scoring import RETRIEVAL, retrieval
from eval.significance import Estimate, estimate
from eval.slices import headline
from eval.summary import table
from fko_qa import Assistant
from fko_qa.encoder import Encoder, load_encoder
from fko_qa.index import Index, load_index
from fko_qa.retrieve import owner_scores
from fko_qa.settings import load_settings

# One row a question, one column a measure.
Matrix = NDArray[np.float64]
RRF_CONSTANT = 60  # as in the paper that introduced it (Cormack et al. 2009)
_WEIGHTS = [step / 20 for step in range(21)]


def bm25(questions: Sequence[str], texts: Sequence[str]) -> Matrix:
    """BM25 scores of every text for every question."""
    return _bm25_scores(BM25Okapi([_words(text) for text in texts]), questions)


def _bm25_scores(index: BM25Okapi, questions: Sequence[str]) -> Matrix:
    return np.array([index.get_scores(_words(question)) for question in questions], dtype=np.float64)


def dense(questions: Sequence[str], texts: Sequence[str], encoder: Encoder) -> Matrix:
    """Cosines by an encoder."""
    return np.asarray(encoder.encode_queries(questions) @ encoder.encode_passages(texts).T, dtype=np.float64)


def reciprocal_ranks(*scores: Matrix) -> Matrix:
    """Reciprocal rank fusion: the sum of 1 / (constant + rank), ranks from 1; equal scores keep the report's order."""
    ranks = [np.argsort(np.argsort(-score, axis=1, kind="stable"), axis=1) + 1 for score in scores]
    return np.asarray(sum(1.0 / (RRF_CONSTANT + rank) for rank in ranks), dtype=np.float64)


def convex(first: Matrix, second: Matrix, weight: float) -> Matrix:
    """``weight`` of the first and the rest of the second, each scaled to [0, 1] within a question."""
    return weight * _scaled(first) + (1 - weight) * _scaled(second)


def stacks(measures: Mapping[str, str], encoder: Encoder, weight: float) -> dict[str, Search]:
    """The simple stacks over the measures' whole texts. ``weight``: BM25's share in the convex combination."""
    texts = list(measures.values())
    words, vectors = BM25Okapi([_words(text) for text in texts]), encoder.encode_passages(texts)

    def lexical(question: str) -> Matrix:
        return _bm25_scores(words, [question])

    def meaning(question: str) -> Matrix:
        return np.asarray(encoder.encode_queries([question]) @ vectors.T, dtype=np.float64)

    def by(scores: Callable[[str], Matrix]) -> Search:
        ids = list(measures)
        return lambda question: [ids[place] for place in np.argsort(-scores(question)[0], kind="stable")[:TOP]]

    return {
        "BM25, lower-cased words": by(lexical),
        "encoder, whole measures": by(meaning),
        "reciprocal rank fusion": by(lambda question: reciprocal_ranks(lexical(question), meaning(question))),
        f"convex, {weight:.2f} BM25": by(lambda question: convex(lexical(question), meaning(question), weight)),
    }


def levers(index: Index, plain: Encoder, ask: Callable[[str], Sequence[str]]) -> dict[str, Search]:
    """The assistant's levers, each row with one more than the row before.

    Args:
        plain: the encoder without the trained adapter.
        ask: a question → the whole assistant's ranking.
    """

    def by_analysis(question: str) -> list[str]:
        scores = index.lexical.scores(index.analyser.tokens(question))
        best = {owner: float(scores[rows].max()) for owner, rows in rows_of.items()}
        return sorted(best, key=lambda owner: -best[owner])[:TOP]

    def by_sides(*names: str, adapted: bool = False) -> Search:
        def search(question: str) -> list[str]:
            reading = index.read(question) if adapted else None
            embedding = plain.encode_queries([question])[0] if reading is None else reading.embedding
            scores = owner_scores(question, index, index.dense.scores(embedding), reading)
            total = np.sum([scores[name] for name in names], axis=0)
            order = (index.owners[at] for at in np.argsort(-total, kind="stable"))
            return [owner for owner in order if index.report.measure(owner) is not None][:TOP]

        return search

    rows_of = {
        measure.id: [row for row, passage in enumerate(index.passages) if passage.owner == measure.id]
        for measure in index.report.measures
    }
    return {
        "BM25, German analysis, best passage": by_analysis,
        "encoder, whole measure and best passage": by_sides("meaning"),
        "+ words of example questions": by_sides("meaning", "words"),
        "+ their character n-grams": by_sides("meaning", "words", "ngrams"),
        "+ trained adapter": by_sides("meaning", "words", "ngrams", adapted=True),
        "+ trained heads": by_sides("meaning", "words", "ngrams", "heads", adapted=True),
        "+ numbers, names, facts and sets: the assistant": lambda question: list(ask(question)),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print and store the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    options = parser.parse_args(arguments)
    settings = load_settings()
    encoder = load_encoder(settings.model, settings.cache, settings.model_download)
    assistant, index = Assistant.load(settings=settings), load_index(settings.index, encoder)
    measures = {measure.id: measure.verbatim for measure in index.report.measures}
    weight = _best_weight(questions_of("dev"), measures, encoder)
    questions = questions_of(options.split)
    systems = {
        **stacks(measures, encoder, weight),
        **levers(index, encoder, lambda question: assistant.ask(question).ranking),
    }
    found = table(heading(questions), [row(name, search, questions) for name, search in systems.items()])
    text = f"# Baselines and levers, {today()}, commit {commit()}, {options.split}\n\n{found}\n"
    sys.stdout.write(text + f"\n{store(f'baselines-{options.split}', text)}\n")
    return 0


def heading(questions: Sequence[Question]) -> list[str]:
    """The first line of a table of systems."""
    return [f"{len(questions)} topic, field and number questions", *RETRIEVAL, "median ms"]


def row(name: str, search: Search, questions: Sequence[Question]) -> list[str]:
    """A system's line of the table: its figures with their intervals, and its time for a question."""
    search("Was gibt es für Kitas?")  # so that no question waits for the model
    found, times = {}, []
    for question in questions:
        started = time.perf_counter()
        found[question.id] = search(question.question)
        times.append((time.perf_counter() - started) * 1000)
    means = (f"{one.mean:.3f} ({one.low:.3f} – {one.high:.3f})" for one in figures(questions, found).values())
    return [name, *means, f"{np.median(times):.0f}"]


def questions_of(split: str) -> list[Question]:
    """The questions whose ranking is reported."""
    return [question for question in ranked(read_questions(FOLDER / f"{split}.jsonl")) if headline(question)]


def _best_weight(questions: Sequence[Question], measures: Mapping[str, str], encoder: Encoder) -> float:
    """BM25's share with the best nDCG@10; the smallest of equals."""
    asked, texts = [question.question for question in questions], list(measures.values())
    lexical, vectors = bm25(asked, texts), dense(asked, texts, encoder)

    def ndcg(weight: float) -> float:
        best = np.argsort(-convex(lexical, vectors, weight), axis=1, kind="stable")[:, :TOP]
        ids = list(measures)
        found = {question.id: [ids[place] for place in line] for question, line in zip(questions, best, strict=True)}
        return figures(questions, found)["ndcg_10"].mean

    return max(_WEIGHTS, key=ndcg)


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
