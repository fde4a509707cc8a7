"""FAISS against plain NumPy."""

from __future__ import annotations

import faiss
import numpy as np
import pytest
from numpy.typing import NDArray

from fko_qa.dense import DenseIndex, unit
from fko_qa.errors import IndexDamagedError
from tests.fixtures import INDEX, real_encoder, shipped_index


def unit_vectors(count: int, dim: int, seed: int) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).normal(size=(count, dim)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def test_scores_are_cosines_in_the_order_of_the_vectors() -> None:
    vectors = np.array([[0.6, 0.8], [1, 0], [-1, 0], [0, 1], [0.8, 0.6]], dtype=np.float32)
    scores = DenseIndex(vectors).scores(np.array([1, 0], dtype=np.float32))
    assert scores == pytest.approx([0.6, 1, -1, 0, 0.8])
    assert scores.dtype == np.float32


@pytest.mark.parametrize(("count", "dim"), [(1, 384), (7, 3), (951, 384), (5000, 16)])
def test_scores_equal_brute_force(count: int, dim: int) -> None:
    vectors, queries = unit_vectors(count, dim, seed=1), unit_vectors(20, dim, seed=2)
    index = DenseIndex(vectors)
    for query in queries:
        # Sums of at most 384 products below 1: float32 is exact to about 1e-6.
        np.testing.assert_allclose(index.scores(query), vectors @ query, rtol=0, atol=2e-6)
    assert len(index) == count


def test_equal_vectors_keep_their_places() -> None:
    vectors = np.tile(unit_vectors(1, 8, seed=3), (40, 1))
    np.testing.assert_allclose(DenseIndex(vectors).scores(vectors[0]), np.ones(40), atol=1e-6)


def test_the_shipped_vectors_give_the_same_scores_as_brute_force() -> None:
    index = shipped_index()
    (file,) = INDEX.glob("vectors-*.npy")
    vectors = np.load(file).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    query = real_encoder().encode_queries(["Wer hilft mir bei der Ausbildung?"])[0]
    np.testing.assert_allclose(index.dense.scores(query), vectors @ query, rtol=0, atol=2e-6)


@pytest.mark.parametrize(
    "vectors",
    [
        np.array([[1, np.nan]], dtype=np.float32),
        np.array([[np.inf, 0]], dtype=np.float32),
        np.array([1, 0], dtype=np.float32),
    ],
    ids=["not a number", "infinite", "not a table"],
)
def test_unusable_vectors_are_refused(vectors: NDArray[np.float32]) -> None:
    with pytest.raises(IndexDamagedError, match=r"unbrauchbar.*fko-qa build"):
        DenseIndex(vectors)


def test_scores_are_those_of_a_search_to_the_last_bit() -> None:
    (file,) = INDEX.glob("vectors-*.npy")
    vectors = unit(np.load(file))
    reference = faiss.IndexFlatIP(vectors.shape[1])
    reference.add(vectors)
    index = DenseIndex(vectors)
    for query in vectors[::50]:
        found, rows = reference.search(query[None, :], len(vectors))
        assert np.array_equal(index.scores(query)[rows[0]], found[0])


def test_stored_vectors_come_in_the_order_asked_for() -> None:
    vectors = unit_vectors(7, 3, seed=4)
    assert np.array_equal(DenseIndex(vectors).vectors([5, 0, 5]), vectors[[5, 0, 5]])


def test_a_vector_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match=r"3 numbers.*\(2,\)"):
        DenseIndex(unit_vectors(7, 3, seed=4)).scores(np.array([1, 0], dtype=np.float32))
