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


Posting = tuple[NDArray[np.intp], NDArray[np.float64]]  # the passages that have a token, and what it adds to their scores


class LexicalIndex:
    """Scores every passage by the words that it shares with a question.

    Args:
        documents: the tokens of each passage, analysed the same way as the questions will be.
    """

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        if not any(documents):
            raise IndexDamagedError("Der Wortindex ist leer. Bitte bauen Sie ihn neu: fko-qa build")
        bm25 = BM25Okapi([list(tokens) for tokens in documents], k1=K1, b=B)
        self._postings = _postings(bm25)
        known = {token: token for token in self._postings}  # one string for all the places where a token stands
        self._tokens = [tuple(known[token] for token in counts) for counts in bm25.doc_freqs]

    def __len__(self) -> int:
        return len(self._tokens)

    def tokens_of(self, passage: int) -> frozenset[str]:
        """The distinct tokens of the passage at this position."""
        return frozenset(self._tokens[passage])

    def scores(self, tokens: Sequence[str]) -> NDArray[np.float32]:
        """BM25 score of every passage: (n_passages,), float32, 0 where no word is shared, unbounded above."""
        scores = np.zeros(len(self))
        for token in tokens:
            if posting := self._postings.get(token):
                rows, weights = posting
                scores[rows] += weights
        return np.maximum(scores, 0.0).astype(np.float32)


def _postings(bm25: BM25Okapi) -> dict[str, Posting]:
    """For each token its passages and weights, as ``bm25.get_scores`` works them out, which looks at every passage each time."""
    found: dict[str, tuple[list[int], list[int]]] = {token: ([], []) for token in bm25.idf}
    for row, counts in enumerate(bm25.doc_freqs):
        for token, count in counts.items():
            rows, numbers = found[token]
            rows.append(row)
            numbers.append(count)
    norms = K1 * (1 - B + B * np.array(bm25.doc_len) / bm25.avgdl)
    postings: dict[str, Posting] = {}
    for token, (rows, numbers) in found.items():
        places, times = np.array(rows, dtype=np.intp), np.array(numbers)
        postings[token] = places, bm25.idf[token] * (times * (K1 + 1) / (times + norms[places]))
    return postings
