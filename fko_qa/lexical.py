"""BM25 over analysed tokens (rank-bm25)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from fko_qa.errors import IndexDamagedError

# Robertson's usual values. Passages are of very different lengths (a title, a whole measure), so length counts fully.
K1 = 1.5
B = 0.75


class LexicalIndex:
    """Scores every passage by the words that it shares with a question.

    Args:
        documents: the tokens of each passage, analysed the same way as the questions will be.
    """

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        if not any(documents):
            raise IndexDamagedError("Der Wortindex ist leer. Bitte bauen Sie ihn neu: fko-qa build")
        self._bm25 = BM25Okapi([list(tokens) for tokens in documents], k1=K1, b=B)
        self._tokens = [frozenset(tokens) for tokens in documents]
        self._rows: dict[str, list[int]] = {}
        for row, words in enumerate(self._tokens):
            for token in words:
                self._rows.setdefault(token, []).append(row)

    def __len__(self) -> int:
        return int(self._bm25.corpus_size)

    def tokens_of(self, passage: int) -> frozenset[str]:
        """The distinct tokens of the passage at this position."""
        return self._tokens[passage]

    def scores(self, tokens: Sequence[str]) -> NDArray[np.float32]:
        """BM25 score of every passage: (n_passages,), float32, 0 where no word is shared, unbounded above."""
        known = [token for token in tokens if token in self._rows]
        # Only passages that share a word: a tenth of all, as a rule.
        rows = sorted({row for token in known for row in self._rows[token]})
        scores = np.zeros(len(self), dtype=np.float32)
        scores[rows] = np.maximum(self._bm25.get_batch_scores(known, rows), 0.0)
        return scores
