"""The two sides of a build in Milvus: searches there, scores for every row here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from fko_qa.errors import StoredIndexError

# So many of the best rows are asked for: all of one report, and of a large store what could ever be shown.
MOST = 1000

Found = tuple[NDArray[np.intp], NDArray[np.float32]]  # rows and their scores
Search = Callable[[str, object, int], Found]  # field, what to look for, how many


class MilvusLexical:
    """BM25, worked out by Milvus (:class:`fko_qa.stores.LexicalSide`).

    Its formula differs a little from rank-bm25's, see ``docs/adr/0014-milvus.md``.
    """

    def __init__(self, count: int, search: Search, tokens_of: Callable[[int], frozenset[str]]) -> None:
        self._count = count
        self._search = search
        self.tokens_of = lru_cache(maxsize=5000)(tokens_of)

    def __len__(self) -> int:
        return self._count

    def scores(self, tokens: Sequence[str]) -> NDArray[np.float32]:
        """BM25 score of every passage, 0 where no word is shared or :data:`MOST` others fit better."""
        scores = np.zeros(self._count, dtype=np.float32)
        if tokens:
            rows, found = self._search("bm25", list(tokens), min(self._count, MOST))
            scores[rows] = np.abs(found)  # Milvus Lite gives them with a minus
        return scores


class MilvusDense:
    """Cosines, worked out by Milvus (:class:`fko_qa.stores.DenseSide`).

    Args:
        gone: the error if nothing at all is found, as happens when two later builds have removed these rows; None if that may be.
    """

    def __init__(
        self,
        count: int,
        search: Search,
        vectors: Callable[[Sequence[int]], NDArray[np.float32]],
        gone: Callable[[], StoredIndexError] | None,
    ) -> None:
        self._count = count
        self._search = search
        self.vectors = vectors
        self._gone = gone

    def __len__(self) -> int:
        return self._count

    def scores(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosine of every passage; that of the last one found for those beyond the best :data:`MOST`."""
        rows, found = self._search("vector", query, min(self._count, MOST))
        if not len(rows) and self._gone is not None:
            raise self._gone()
        scores = np.full(self._count, found.min() if len(found) else -1.0, dtype=np.float32)
        scores[rows] = found
        return scores
