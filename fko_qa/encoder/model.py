"""The sentence-transformers model behind :class:`fko_qa.encoder.Encoder`. Imported only when a vector is first needed."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fko_qa.encoder.adapter import Adapter
from fko_qa.encoder.unpack import PROMPTS
from fko_qa.errors import EncoderUnavailableError

# Texts encoded in one pass: large enough to use the cores, small enough for 1 GB of activations.
BATCH_SIZE = 32
_FINGERPRINTED = ("*.safetensors", "*.bin", "*.json", "*.model", "*.txt")


class TransformerEncoder:
    """A sentence-transformers model in a local folder, loaded at the first text.

    Args:
        folder: a sentence-transformers model.
        fingerprint: what identifies its weights; computed from its files if None.
        adapter: merged into the weights. Then only questions may be encoded: passages are encoded without it.
    """

    def __init__(self, folder: Path, fingerprint: str | None = None, adapter: Adapter | None = None) -> None:
        self._folder = folder
        self._adapter = adapter
        self._fingerprint = fingerprint
        self._model: Any = None

    @property
    def fingerprint(self) -> str:
        """Identifies the weights: an index built with another fingerprint is refused."""
        if self._fingerprint is None:
            self._fingerprint = folder_fingerprint(self._folder)
        return self._fingerprint

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Questions as vectors: (n_texts, dim), float32, unit length."""
        return self._encode(texts, PROMPTS["query"], threads=_threads(texts))

    def encode_features(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Questions as features for trained heads: (n_texts, 2 * dim), float32: the mean of the tokens, then the first token."""
        found = self._run(texts, PROMPTS["query"], _threads(texts), output_value=None, convert_to_numpy=False)
        means = np.stack([one["sentence_embedding"].numpy() for one in found])
        firsts = np.stack([one["token_embeddings"][0].numpy() for one in found])
        return question_features(means, firsts)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Passages as vectors: (n_texts, dim), float32, unit length."""
        if self._adapter is not None:
            raise ValueError("passages are encoded without the adapter")
        return self._encode(texts, PROMPTS["passage"], threads=os.cpu_count() or 1)

    def adapted(self, adapter: Adapter) -> TransformerEncoder:
        """The same encoder with an adapter in its weights: for questions only."""
        return TransformerEncoder(self._folder, self.fingerprint, adapter)

    def _encode(self, texts: Sequence[str], prefix: str, threads: int) -> NDArray[np.float32]:
        vectors = self._run(texts, prefix, threads, normalize_embeddings=True, convert_to_numpy=True)
        return np.asarray(vectors, dtype=np.float32)

    def _run(self, texts: Sequence[str], prefix: str, threads: int, **wanted: Any) -> Any:
        """The model's output for prefixed texts; ``wanted`` says in which form."""
        if self._model is None:
            self._model = _load(self._folder)
            if self._adapter is not None:
                self._adapter.merge_into(self._model[0].auto_model)
        import torch

        torch.set_num_threads(threads)
        prefixed = [prefix + text for text in texts]
        return self._model.encode(prefixed, batch_size=BATCH_SIZE, prompt="", show_progress_bar=False, **wanted)


def _threads(texts: Sequence[str]) -> int:
    """One thread for one question: several make it no faster, and three times slower beside another process."""
    return 1 if len(texts) == 1 else os.cpu_count() or 1


def question_features(means: NDArray[np.float32], firsts: NDArray[np.float32]) -> NDArray[np.float32]:
    """(n_texts, 2 * dim) from the tokens' means and the first tokens, (n_texts, dim) each: both of unit length."""
    return np.concatenate([_unit(means), _unit(firsts)], axis=1)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def folder_fingerprint(folder: Path) -> str:
    """SHA-256 over the names and contents of a model's files. Raises EncoderUnavailableError if there are none."""
    files = sorted({path for pattern in _FINGERPRINTED for path in folder.rglob(pattern)})
    if not files:
        raise EncoderUnavailableError(f"In „{folder}“ liegt kein Sprachmodell. Erwartet wird ein sentence-transformers-Ordner.")
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(folder).as_posix().encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def hub_folder(name: str, allow_download: bool) -> Path:
    """The local folder of a model named as on the hub. Nothing is downloaded unless ``allow_download``."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, local_files_only=not allow_download))
    except (OSError, ValueError, HfHubHTTPError, LocalEntryNotFoundError) as error:
        hint = "Der Download ist fehlgeschlagen." if allow_download else "Mit model_download = true wird es heruntergeladen."
        raise EncoderUnavailableError(
            f"Das Sprachmodell „{name}“ ist weder ein Ordner noch liegt es im Zwischenspeicher. {hint}"
        ) from error


def loaded_parts(folder: Path) -> tuple[Any, Callable[[str, int], list[int]]]:
    """A model's transformer, and its tokenizer for questions: text and most tokens → ids."""
    model = _load(folder)

    def tokenize(text: str, longest: int) -> list[int]:
        ids: list[int] = model.tokenizer(PROMPTS["query"] + text, truncation=True, max_length=longest)["input_ids"]
        return ids

    return model[0].auto_model, tokenize


def _load(folder: Path) -> Any:
    from safetensors import SafetensorError
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    # "pooler weights missing": the pooling head of BERT is not used, and not for a user to read about.
    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    try:
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except (OSError, ValueError, KeyError, SafetensorError) as error:
        raise EncoderUnavailableError(
            f"Das Sprachmodell in „{folder}“ lässt sich nicht laden ({type(error).__name__}). "
            "Bitte löschen Sie den Ordner, falls er der Zwischenspeicher ist; er wird dann neu angelegt."
        ) from error
