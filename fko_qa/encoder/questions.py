"""The default model for questions: written once as an ONNX graph and a SentencePiece model, then run by ONNX Runtime.

So no training stack is loaded to answer a question, and the same vectors come out in less than half the time. What is written
is small (90 MB): the word vectors, most of the model, are read from the package's own file as they are needed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

from fko_qa.encoder.adapter import Adapter
from fko_qa.encoder.graph import STATES, WORDS, question_graph
from fko_qa.encoder.model import question_features
from fko_qa.encoder.packed import PackedModel
from fko_qa.encoder.pieces import Pieces, piece_model
from fko_qa.encoder.unpack import MAX_TOKENS, PACKED_SHA256, PROMPTS, check_packed_file, packed_file
from fko_qa.errors import EncoderUnavailableError

LAYOUT = "2"  # of the written files; raise it when what is written changes
# Two threads that spin for a moment only while they wait for each other: 15 ms for 31 tokens on two quiet cores (one thread 21,
# two that sleep at once 18, two that spin as long as they like, the runtime's default, 14) and 19 ms beside a busy process (one
# 20, sleeping 19, spinning 30).
_THREADS = min(2, os.cpu_count() or 1)
_SPIN_US = "10"
# Texts whose features are kept in memory, 3 kB each: a follow-up asks for those of all questions before it again.
_REMEMBERED = 1000

Features = NDArray[np.float32]


class QuestionEncoder:
    """Questions → features, one at a time, so a question's vector does not depend on its neighbours. Loaded when made.

    Args:
        cache: where the graph and the tokenizer are, or are written first; those of other adapters are removed then.

    Raises EncoderUnavailableError if the package is missing or another version, or a file cannot be written or loaded.
    """

    def __init__(self, adapter: Adapter, cache: Path) -> None:
        self._model = PackedModel(packed_file())
        pieces = _written(cache / f"pieces-{_key()}.model", lambda: piece_model(self._model.vocabulary))
        graph = _written(cache / f"questions-{_key(adapter)}.onnx", lambda: question_graph(self._model, adapter))
        self._pieces: Pieces = _loaded(Pieces, pieces)
        self._session: Any = _loaded(_session, graph)
        self._remembered = lru_cache(_REMEMBERED)(self._features)

    def features(self, texts: Sequence[str]) -> Features:
        """(n_texts, 2 * dim), float32, as :meth:`fko_qa.encoder.Encoder.encode_features`."""
        found: Features = np.stack([self._remembered(text) for text in texts])
        return found

    def _features(self, text: str) -> Features:
        words = self._model.words(self._pieces.ids(PROMPTS["query"] + text, MAX_TOKENS))
        states: Features = self._session.run([STATES], {WORDS: words[None]})[0][0]
        features: Features = question_features(states.mean(axis=0)[None], states[:1])[0]
        return features


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.add_session_config_entry("session.intra_op.spin_duration_us", _SPIN_US)
    options.add_session_config_entry("session.force_spinning_stop", "1")  # as soon as a question is done
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _loaded(load: Callable[[Path], Any], path: Path) -> Any:
    try:
        return load(path)
    except Exception as error:  # the runtime's errors share no narrower class
        raise EncoderUnavailableError(
            f"Das Sprachmodell in „{path}“ lässt sich nicht laden ({type(error).__name__}). "
            "Bitte löschen Sie die Datei; sie wird dann neu angelegt."
        ) from error


def _key(adapter: Adapter | None = None) -> str:
    """Names what a file was made from."""
    made_from = f"{PACKED_SHA256} {adapter.fingerprint if adapter else ''} {LAYOUT}"
    return hashlib.sha256(made_from.encode()).hexdigest()[:16]


def _written(path: Path, content: Callable[[], bytes]) -> Path:
    """The file, written first if it is not there: beside its place, and renamed. Others of its kind are removed then."""
    if path.exists():
        return path
    unfinished = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.parent / f".{path.name}.lock"):  # another process may be at it; then its file is used
            if not path.exists():
                check_packed_file()
                unfinished.write_bytes(content())
                unfinished.replace(path)
                for other in path.parent.glob(path.name.partition("-")[0] + "-*" + path.suffix):
                    if other != path:
                        other.unlink(missing_ok=True)
    except OSError as error:
        raise EncoderUnavailableError(
            f"Das Sprachmodell lässt sich nicht nach „{path}“ schreiben ({error.strerror}). "
            "Bitte sorgen Sie für 100 MB Platz und Schreibrecht, oder stellen Sie mit cache einen anderen Ordner ein."
        ) from error
    return path
