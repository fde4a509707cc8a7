"""FAISS over unit vectors: exact inner products, which for unit vectors are cosines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from fko_qa.errors import IndexDamagedError


class DenseIndex:
    """Scores every stored vector against a question's.

    Args:
        vectors: (n_passages, dim), float32, unit length.
    """

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        if vectors.ndim != 2 or not np.isfinite(vectors).all():
            raise IndexDamagedError("Die Vektoren des Index sind unbrauchbar. Bitte bauen Sie ihn neu: fko-qa build")
        self._index: Any = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(vectors)
        self._rows = np.arange(len(vectors), dtype=np.int64)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def vectors(self, rows: Sequence[int]) -> NDArray[np.float32]:
        """The stored vectors at these positions: (n_rows, dim), float32, unit length."""
        return np.asarray(self._index.reconstruct_batch(np.array(rows, dtype=np.int64)), dtype=np.float32)

    def scores(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosine of every passage with the question.

        Args:
            query: (dim,), float32, unit length.

        Returns:
            (n_passages,), float32, in the order the vectors were given in.
        """
        if query.shape != (self._index.d,):
            raise ValueError(f"a vector of {self._index.d} numbers is expected, not {query.shape}")
        query = np.ascontiguousarray(query, dtype=np.float32)
        scores = np.empty(len(self), dtype=np.float32)
        # Each row's product in its place: a search would sort them all.
        places = faiss.swig_ptr(scores), faiss.swig_ptr(self._rows)
        self._index.compute_distance_subset(1, faiss.swig_ptr(query), len(self), *places)
        return scores


def unit(vectors: NDArray[np.float16]) -> NDArray[np.float32]:
    """Unit length again after the rounding to 16 bits: (n, dim), float32."""
    wide = vectors.astype(np.float32)
    lengths = np.linalg.norm(wide, axis=1, keepdims=True)
    return np.asarray(wide / np.maximum(lengths, np.finfo(np.float32).tiny), dtype=np.float32)


def plane(vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    """The vectors' places in the plane that shows most of their differences (principal components): (n, 2).

    Each axis points to where its greatest weight is positive, so that the result is always the same.
    """
    centred = np.asarray(vectors - vectors.mean(axis=0), dtype=np.float64)
    axes = np.linalg.svd(centred, full_matrices=False)[2][:2]
    axes *= np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])[:, None]
    places: NDArray[np.float64] = centred @ axes.T
    return places
