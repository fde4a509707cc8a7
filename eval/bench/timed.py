"""An encoder that tells how long it took, so that a question's time can be divided into the encoder's and the rest."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from fko_qa.encoder import Adapter, Encoder

Vectors = NDArray[np.float32]


class TimedEncoder:
    """Does what the encoder does. Those that it is adapted to share its clock.

    Args:
        passages: vectors that stand ready in place of those of :meth:`encode_passages`; None: they are computed.
    """

    def __init__(self, encoder: Encoder, passages: Vectors | None = None, spent: list[float] | None = None) -> None:
        self._encoder = encoder
        self._passages = passages
        self._spent = [0.0] if spent is None else spent

    @property
    def fingerprint(self) -> str:
        """Identifies the weights."""
        return self._encoder.fingerprint

    def taken(self) -> float:
        """Seconds in the encoder since this was last asked."""
        spent, self._spent[0] = self._spent[0], 0.0
        return spent

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Questions as vectors."""
        return self._timed(self._encoder.encode_queries, texts)

    def encode_features(self, texts: Sequence[str]) -> Vectors:
        """Questions as features."""
        return self._timed(self._encoder.encode_features, texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Passages as vectors, or the ready ones."""
        return self._timed(self._encoder.encode_passages, texts) if self._passages is None else self._passages

    def adapted(self, adapter: Adapter) -> TimedEncoder:
        """The adapted encoder, timed on the same clock."""
        return TimedEncoder(self._encoder.adapted(adapter), self._passages, self._spent)

    def _timed(self, encode: Callable[[Sequence[str]], Vectors], texts: Sequence[str]) -> Vectors:
        started = time.perf_counter()
        try:
            return encode(texts)
        finally:
            self._spent[0] += time.perf_counter() - started
