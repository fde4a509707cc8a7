"""BM25 of terms against measures, worked out beforehand: one row of weights per term, one column per measure.

A measure's document is its text and its example questions, so that people's words lead to it. One table holds German-analysed
words, another character n-grams, which survive typing errors and joined or split compounds.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from fko_qa.features import char_ngrams, fold
from fko_qa.text import STOP_WORDS, tokenise

# Documents are long and say the same thing many times (sixty questions each), so a repeated term goes on counting, and length
# counts half. Chosen by cross-validation on the curated questions.
K1 = 4.0
B = 0.5
NGRAM_LENGTHS = (3, 4, 5)


def ngram_terms(text: str) -> list[str]:
    """Character n-grams of a text's content words.

    >>> ngram_terms("die Kita")[:3]
    ['_ki', 'kit', 'ita']
    """
    words = [fold(word) for word in tokenise(text) if word not in STOP_WORDS]
    return [ngram for word in words for ngram in char_ngrams(word, NGRAM_LENGTHS)]


class TermTable:
    """Weights of terms in documents.

    Args:
        terms: each once.
        weights: (n_terms, n_documents), float16: the BM25 score of each document for a question of that one term.
    """

    def __init__(self, terms: Sequence[str], weights: NDArray[np.float16]) -> None:
        self._rows = {term: row for row, term in enumerate(terms)}
        self._weights = weights

    @classmethod
    def from_documents(cls, documents: Sequence[Sequence[str]]) -> TermTable:
        """The table of some documents, each a sequence of terms."""
        bm25 = BM25Okapi([list(document) for document in documents], k1=K1, b=B)
        terms = sorted(bm25.idf)
        rows = {term: row for row, term in enumerate(terms)}
        weights = np.zeros((len(terms), len(documents)), dtype=np.float16)
        idf = np.array([bm25.idf[term] for term in terms])
        norms = K1 * (1 - B + B * np.array(bm25.doc_len) / bm25.avgdl)
        for column, counts in enumerate(bm25.doc_freqs):  # as bm25.get_scores does, for all terms at once
            found, own = np.array(list(counts.values())), [rows[term] for term in counts]
            weights[own, column] = found * (K1 + 1) / (found + norms[column]) * idf[own]
        return cls(terms, weights)

    def scores(self, terms: Iterable[str]) -> NDArray[np.float32]:
        """Each document's score for a question: (n_documents,), float32. A repeated term counts once."""
        rows = [self._rows[term] for term in dict.fromkeys(terms) if term in self._rows]
        scores: NDArray[np.float32] = self._weights[rows].astype(np.float32).sum(axis=0)
        return scores

    def spread(self, term: str) -> int | None:
        """How many documents have the term; None if it is unknown."""
        row = self._rows.get(term)
        return None if row is None else int(np.count_nonzero(self._weights[row]))

    def to_bytes(self) -> bytes:
        """As a compressed NumPy archive, without pickle."""
        buffer = io.BytesIO()
        names = np.frombuffer(json.dumps(list(self._rows)).encode(), dtype=np.uint8)
        np.savez_compressed(buffer, terms=names, weights=self._weights)
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> TermTable:
        """What :meth:`to_bytes` wrote. Raises ValueError if the data is something else."""
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            return cls(json.loads(bytes(stored["terms"]).decode()), stored["weights"])
