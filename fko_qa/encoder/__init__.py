"""Texts → unit vectors. The one place that knows a model library; nothing heavy is imported before a vector is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from fko_qa.encoder.adapter import Adapter
from fko_qa.encoder.model import TransformerEncoder, hub_folder, loaded_parts
from fko_qa.encoder.questions import QuestionEncoder
from fko_qa.encoder.unpack import LAYOUT, MODEL_NAME, PACKED_SHA256, unpacked_model

__all__ = ["DEFAULT_MODEL", "Adapter", "Encoder", "base_model", "load_encoder"]

DEFAULT_MODEL = MODEL_NAME


class Encoder(Protocol):
    """What the index and the retriever need of a model."""

    @property
    def fingerprint(self) -> str:
        """Identifies the weights."""

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Questions as vectors: (n_texts, dim), float32, unit length."""

    def encode_features(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Questions as features for trained heads: (n_texts, 2 * dim), float32: the question's vector (the mean of its tokens),
        then that of the first token, which sees how it is asked better than the mean does; each of unit length.
        """

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Passages as vectors: (n_texts, dim), float32, unit length."""

    def adapted(self, adapter: Adapter) -> Encoder:
        """The same encoder with an adapter in its weights: for questions only."""


def base_model(cache: Path) -> tuple[Any, Callable[[str, int], list[int]]]:
    """The default model's transformer and its tokenizer for questions (text, most tokens → ids): what training needs."""
    return loaded_parts(unpacked_model(cache))


def load_encoder(model: str, cache: Path, allow_download: bool) -> Encoder:
    """The encoder for a model's name: the default, a folder, or a name on the hub.

    Raises EncoderUnavailableError. The default is unpacked into ``cache`` when its first text comes.
    """
    if model == DEFAULT_MODEL:
        return _DefaultEncoder(cache)
    folder = Path(model).expanduser()
    return TransformerEncoder(folder if folder.is_dir() else hub_folder(model, allow_download))


class _DefaultEncoder:
    """The packed model: its fingerprint is known without unpacking it, so an index can be checked at once."""

    fingerprint = f"{MODEL_NAME}:{PACKED_SHA256}:{LAYOUT}"

    def __init__(self, cache: Path, adapter: Adapter | None = None) -> None:
        self._cache = cache
        self._adapter = adapter
        self._encoder: TransformerEncoder | None = None
        self._questions: QuestionEncoder | None = None
        self._with_adapters: dict[str, _DefaultEncoder] = {}

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Questions as vectors: (n_texts, dim), float32, unit length."""
        if self._adapter is None:
            return self._unpacked().encode_queries(texts)
        features = self._for_questions(self._adapter).features(texts)
        return features[:, : features.shape[1] // 2]

    def encode_features(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Questions as features for trained heads: (n_texts, 2 * dim), float32."""
        if self._adapter is None:
            return self._unpacked().encode_features(texts)
        return self._for_questions(self._adapter).features(texts)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Passages as vectors: (n_texts, dim), float32, unit length."""
        return self._unpacked().encode_passages(texts)

    def adapted(self, adapter: Adapter) -> Encoder:
        """The same encoder with an adapter in its weights: for questions only."""
        # Editions that share an adapter share the model in memory, too.
        return self._with_adapters.setdefault(adapter.fingerprint, _DefaultEncoder(self._cache, adapter))

    def _for_questions(self, adapter: Adapter) -> QuestionEncoder:
        if self._questions is None:
            self._questions = QuestionEncoder(adapter, self._cache)
        return self._questions

    def _unpacked(self) -> TransformerEncoder:
        if self._encoder is None:
            self._encoder = TransformerEncoder(unpacked_model(self._cache), self.fingerprint, self._adapter)
        return self._encoder
