"""FAISS over unit vectors: exact inner products, which for unit vectors are cosines."""

from __future__ import annotations

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
        self._index = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(vectors)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def vector(self, row: int) -> NDArray[np.float32]:
        """The stored vector at this position: (dim,), float32, unit length."""
        return np.asarray(self._index.reconstruct(row), dtype=np.float32)

    def scores(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosine of every passage with the question.

        Args:
            query: (dim,), float32, unit length.

        Returns:
            (n_passages,), float32, in the order the vectors were given in.
        """
        found, ids = self._index.search(query[None, :], len(self))
        scores = np.empty(len(self), dtype=np.float32)
        scores[ids[0]] = found[0]
        return scores
