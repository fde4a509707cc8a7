"""Vectors that stand in for those of passages when encoding them all would take hours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fko_qa.encoder import Adapter, Encoder

Vectors = NDArray[np.float32]
# Length of the noise beside a vector of length one: neighbours in meaning have a cosine of .9 with this encoder.
_NOISE = 0.45


class StandIn:
    """The encoder, whose passages get vectors drawn around real ones. They are searched at the same cost and mean nothing.

    Args:
        real: (n, dim), vectors of some passages.
    """

    def __init__(self, encoder: Encoder, real: Vectors, seed: int = 1) -> None:
        self._encoder = encoder
        self._real = real
        self._dice = np.random.default_rng(seed)

    @property
    def fingerprint(self) -> str:
        """That of the encoder, so that an index can be opened with it."""
        return self._encoder.fingerprint

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Questions, by the encoder."""
        return self._encoder.encode_queries(texts)

    def encode_features(self, texts: Sequence[str]) -> Vectors:
        """Questions, by the encoder."""
        return self._encoder.encode_features(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """(n_texts, dim), float32, unit length: each near a real one that is drawn."""
        near = self._real[self._dice.integers(len(self._real), size=len(texts))]
        noise = self._dice.normal(size=near.shape)
        found = near + _NOISE * noise / np.linalg.norm(noise, axis=1, keepdims=True)
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)

    def adapted(self, adapter: Adapter) -> Encoder:
        """The adapted encoder: for questions only."""
        return self._encoder.adapted(adapter)
