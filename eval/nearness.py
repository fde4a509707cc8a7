"""Questions that are nearly the same: by their spelling (character n-grams) and by the project's encoder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize

from eval.questions import Question
from fko_qa.encoder import load_encoder
from fko_qa.settings import load_settings

# Short texts of the same meaning reach .95 with this encoder, so only what is nearly a copy lies above.
EMBEDDING_LIMIT = 0.97
NGRAM_LIMIT = 0.8
_SIZES = (3, 4)
_STEP = 256


class NearPair(NamedTuple):
    """A question, the example it is close to, and how close."""

    question: Question
    example: str
    cosine: float
    by: str

    def __str__(self) -> str:
        return f"{self.question.id}: close to an example ({self.by} cosine {self.cosine:.2f})"


def normal_form(text: str) -> str:
    """Letters and digits in lower case, single blanks between words.

    >>> normal_form("  Was ist  QiK?! ")
    'was ist qik'
    """
    return " ".join(re.findall(r"\w+", text.casefold()))


def near_ngrams(questions: Sequence[Question], examples: Sequence[str], limit: float = NGRAM_LIMIT) -> list[NearPair]:
    """Questions whose character n-grams have a cosine of at least ``limit`` with those of an example; the closest example."""
    if not questions or not examples:
        return []
    counter = CountVectorizer(preprocessor=_padded, analyzer="char", ngram_range=_SIZES)
    counts = normalize(counter.fit_transform([*(question.question for question in questions), *examples]))
    cosines = (counts[: len(questions)] @ counts[len(questions) :].T).toarray()
    return _closest(questions, examples, cosines, limit, "n-gram")


def near_embeddings(questions: Sequence[Question], examples: Sequence[str], limit: float = EMBEDDING_LIMIT) -> list[NearPair]:
    """The same by the encoder that the settings name. Raises EncoderUnavailableError without it."""
    settings = load_settings()
    encoder = load_encoder(settings.model, settings.cache, settings.model_download)
    texts = [question.question for question in questions]
    vectors, others = (
        np.concatenate([encoder.encode_queries(part[begin : begin + _STEP]) for begin in range(0, len(part), _STEP)])
        for part in (texts, list(examples))
    )
    return _closest(questions, examples, np.asarray(vectors @ others.T, dtype=np.float64), limit, "embedding")


def _closest(
    questions: Sequence[Question], examples: Sequence[str], cosines: NDArray[np.float64], limit: float, by: str
) -> list[NearPair]:
    best = cosines.argmax(axis=1)
    return [
        NearPair(question, examples[place], float(cosines[row, place]), by)
        for row, (question, place) in enumerate(zip(questions, best, strict=True))
        # Exact copies come out a rounding error below 1.
        if cosines[row, place] >= limit - 1e-9
    ]


def _padded(text: str) -> str:
    """The text's normal form with a blank at either end, so that beginnings and ends of words are n-grams of their own."""
    return f" {normal_form(text)} "
