"""Linear heads over a question's features: which measure, which fact, which set, whether the report answers it, which language.

They are trained with the encoder's adapter on the curated questions (:mod:`fko_qa.training`) and stored as arrays.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fko_qa.features import wording

Vector = NDArray[np.float32]


class Reading:
    """What the heads say of one question.

    Args:
        embedding: (dim,), unit length.
        classes: head → its classes.
        logits: head → (n_classes,).
        worded: log odds of "the report answers this" from the wording alone.
    """

    def __init__(
        self, embedding: Vector, classes: Mapping[str, Sequence[str]], logits: Mapping[str, Vector], worded: float = 0.0
    ) -> None:
        self.embedding = embedding
        self.worded = worded
        self._classes = classes
        self._logits = logits
        # What was worked out already: several rules ask the same heads.
        self._logs: dict[str, dict[str, float]] = {}
        self._raw: dict[str, dict[str, float]] = {}

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of all heads."""
        return tuple(self._classes)

    def odds(self, head: str) -> float:
        """Log odds of a head with one class: above 0 it says yes."""
        return float(self._logits[head][0])

    def logs(self, head: str) -> Mapping[str, float]:
        """Class → log probability."""
        if head not in self._logs:
            self._logs[head] = self._named(head, _log_softmax(self._logits[head]))
        return self._logs[head]

    def raw(self, head: str) -> Mapping[str, float]:
        """Class → logit, to be compared among some of the classes only."""
        if head not in self._raw:
            self._raw[head] = self._named(head, self._logits[head])
        return self._raw[head]

    def best(self, head: str) -> tuple[str, float]:
        """The likeliest class and its probability."""
        chances = np.exp(_log_softmax(self._logits[head]))
        at = int(chances.argmax())
        return self._classes[head][at], float(chances[at])

    def chance(self, head: str, name: str) -> float:
        """The probability of a class; 0 if the head has no such class."""
        return float(np.exp(self.logs(head).get(name, -np.inf)))

    def _named(self, head: str, scores: Vector) -> dict[str, float]:
        return dict(zip(self._classes[head], scores.tolist(), strict=True))


class QuestionClassifier:
    """The trained heads. Use :meth:`from_bytes`."""

    def __init__(self, header: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> None:
        # Of the encoder and of the adapter that they were trained with: on other vectors they mean nothing.
        self.fingerprint = str(header["fingerprint"])
        self.adapter = str(header["adapter"])
        self.classes: Mapping[str, Sequence[str]] = header["classes"]
        # One matrix for all heads: one product for a question instead of fifty.
        self._weights = np.concatenate([arrays[f"{head}/weights"] for head in self.classes]).astype(np.float32)
        self._biases = np.concatenate([arrays[f"{head}/bias"] for head in self.classes]).astype(np.float32)
        self._begins = np.cumsum([len(arrays[f"{head}/bias"]) for head in self.classes])[:-1]
        self._wording = np.asarray(arrays["wording/weights"], dtype=np.float32)
        self._wording_bias = float(arrays["wording/bias"][0])

    @classmethod
    def from_bytes(cls, data: bytes) -> QuestionClassifier:
        """What a training wrote. Raises ValueError or KeyError if the data is something else."""
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            arrays = dict(stored)
        return cls(json.loads(bytes(arrays.pop("header")).decode()), arrays)

    def read(self, text: str, features: Vector) -> Reading:
        """Apply all heads.

        Args:
            features: (2 * dim,), float32, from the adapted encoder (:meth:`fko_qa.encoder.Encoder.encode_features`).
        """
        logits = dict(zip(self.classes, np.split(self._weights @ features + self._biases, self._begins), strict=True))
        embedding = features[: len(features) // 2]
        found = wording(text)
        worded = float(self._wording[list(found)] @ np.fromiter(found.values(), dtype=np.float64)) + self._wording_bias
        return Reading(embedding, self.classes, logits, worded)


def _log_softmax(scores: Vector) -> Vector:
    shifted = scores - scores.max()
    result: Vector = shifted - np.log(np.exp(shifted).sum())
    return result
