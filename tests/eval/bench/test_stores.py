"""The made-up corpora and the table of the stores' benchmark."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from eval.bench.passages import load, made_up, queries, real_corpus, save
from eval.bench.stores import measure, row
from tests.fixtures import INDEX


def test_a_corpus_looks_like_the_report_and_is_the_same_for_the_same_seed() -> None:
    real = real_corpus(INDEX)
    corpus, again, other = made_up(950, real), made_up(950, real), made_up(950, real, seed=2)
    assert corpus.tokens == again.tokens
    assert np.array_equal(corpus.vectors, again.vectors)
    assert corpus.tokens != other.tokens
    words = [token for own in corpus.tokens for token in own]
    known = [token for own in real.tokens for token in own]
    assert len(words) == pytest.approx(len(known), rel=0.1)
    assert len(set(words)) == pytest.approx(len(set(known)), rel=0.15)
    np.testing.assert_allclose(np.linalg.norm(corpus.vectors, axis=1), 1, atol=1e-5)
    # Each made-up passage is near the real one that it was made from.
    assert np.median((corpus.vectors @ real.vectors.T).max(axis=1)) > 0.88


def test_another_process_reads_the_same_corpus(tmp_path: Path) -> None:
    corpus = made_up(30, real_corpus(INDEX))
    save(corpus, tmp_path)
    again = load(tmp_path)
    assert again.tokens == corpus.tokens
    assert np.array_equal(again.vectors, corpus.vectors)


def test_questions_have_words_and_a_vector_of_a_passage() -> None:
    corpus = made_up(30, real_corpus(INDEX))
    for words, vector in queries(corpus, 5):
        assert any(set(words) & set(own) for own in corpus.tokens)
        assert (corpus.vectors @ vector).max() > 0.8


@pytest.mark.parametrize("store", ["embedded", "milvus"])
def test_a_store_is_measured(store: str, tmp_path: Path) -> None:
    save(made_up(30, real_corpus(INDEX)), tmp_path)
    found = measure(store, f"milvus+file:{tmp_path}/x.db", tmp_path)
    assert found.keys() == {"build", "first", "words", "meaning", "both", "memory", "highest"}
    assert all(0 < median <= late for median, late, _ in (found[way] for way in ("words", "meaning", "both")))


def test_a_line_of_the_table() -> None:
    way = (1.0, 2.5, 0.75)
    found = {"build": 1.25, "first": 0.0, "words": way, "meaning": way, "both": way, "memory": 1234.5, "highest": 2000.0}
    times = "1.00 / 2.50 (0.75)"
    assert row(10_000, "embedded", found) == (
        f"| 10,000 | embedded | 1.2 s | 0.0 s | {times} | {times} | {times} | 1,234 MiB | 2,000 MiB |"
    )
    assert row(5, "milvus", "not done after 1 minutes") == "| 5 | milvus | not done after 1 minutes | | | | | | |"
