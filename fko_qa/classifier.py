"""Linear heads over a question's embedding and wording: which measure, whether the report answers it, how near, which language.

They are trained on the curated questions by :mod:`fko_qa.train` and stored as arrays in ``data/models/heads.npz``.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fko_qa.features import wording

Vector = NDArray[np.float32]

# The embedding's part of the joint features: its values are small beside those of the wording (unit length over few buckets).
EMBEDDING_SCALE = 3.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What the heads say of a question.

    ``owners`` maps measures and chapters to log probabilities; ``answerable`` and ``near`` are log odds (above 0: the
    report answers it; it is at least near to the report's subject); ``language`` is an ISO 639-1 code with its probability.
    """

    owners: Mapping[str, float]
    answerable: float
    near: float
    language: str
    language_probability: float


class QuestionClassifier:
    """The trained heads. Use :meth:`from_bytes`."""

    def __init__(self, header: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> None:
        self.fingerprint = str(header["fingerprint"])  # of the encoder whose vectors it was trained on
        self._owners: list[str] = header["owners"]
        self._languages: list[str] = header["languages"]
        self._arrays = {name: np.asarray(array, dtype=np.float32) for name, array in arrays.items()}

    @classmethod
    def from_bytes(cls, data: bytes) -> QuestionClassifier:
        """What :mod:`fko_qa.train` wrote. Raises ValueError or KeyError if the data is something else."""
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            arrays = dict(stored)
        return cls(json.loads(bytes(arrays.pop("header")).decode()), arrays)

    def read(self, text: str, embedding: Vector) -> Reading:
        """Apply all heads.

        Args:
            embedding: (dim,), float32, unit length: the question's vector.
        """
        owners = _log_softmax(self._linear("owners", embedding))
        languages = _log_softmax(self._linear("languages", embedding))
        best = int(languages.argmax())
        features = wording(text)
        return Reading(
            owners=dict(zip(self._owners, map(float, owners), strict=True)),
            answerable=self._joint("answerable", features, embedding),
            near=self._joint("near", features, embedding),
            language=self._languages[best],
            language_probability=float(np.exp(languages[best])),
        )

    def _linear(self, head: str, embedding: Vector) -> Vector:
        result: Vector = self._arrays[f"{head}_weights"] @ embedding + self._arrays[f"{head}_bias"]
        return result

    def _joint(self, head: str, features: Mapping[int, float], embedding: Vector) -> float:
        words = self._arrays[f"{head}_wording"]
        meaning = self._arrays[f"{head}_embedding"] @ embedding * EMBEDDING_SCALE
        return float(sum(value * words[at] for at, value in features.items()) + meaning + self._arrays[f"{head}_bias"][0])


def _log_softmax(scores: Vector) -> Vector:
    shifted = scores - scores.max()
    result: Vector = shifted - np.log(np.exp(shifted).sum())
    return result
