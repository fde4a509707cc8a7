"""The default model for questions: exported once with the adapter in its weights, then run by ONNX Runtime.

So no training stack is loaded to answer a question, and the same vectors come out in less than half the time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

from fko_qa.encoder.adapter import Adapter
from fko_qa.encoder.model import export_questions, question_features
from fko_qa.encoder.unpack import MAX_TOKENS, PROMPTS
from fko_qa.errors import EncoderUnavailableError

LAYOUT = "1"  # of the exported file; raise it when what is exported changes
_NAME = "questions-*.onnx"
# Two threads that spin for a moment only while they wait for each other: 15 ms for 31 tokens on two quiet cores (one thread 21,
# two that sleep at once 18, two that spin as long as they like, the runtime's default, 14) and 19 ms beside a busy process (one
# 20, sleeping 19, spinning 30).
_THREADS = min(2, os.cpu_count() or 1)
_SPIN_US = "10"


class ExportedEncoder:
    """Questions → features, one at a time, so a question's vector does not depend on its neighbours. Loaded when made.

    Args:
        path: from :func:`exported_model`.
        tokenizer: the model's ``tokenizer.json``.
    """

    def __init__(self, path: Path, tokenizer: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.add_session_config_entry("session.intra_op.spin_duration_us", _SPIN_US)
        options.add_session_config_entry("session.force_spinning_stop", "1")  # as soon as a question is done
        try:
            self._session: Any = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_file(str(tokenizer))
        except Exception as error:  # the runtime's errors share no narrower class, nor do the tokenizer's
            raise EncoderUnavailableError(
                f"Das Sprachmodell in „{path}“ lässt sich nicht laden ({type(error).__name__}). "
                "Bitte löschen Sie die Datei; sie wird dann neu angelegt."
            ) from error
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def features(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n_texts, 2 * dim), float32, as :meth:`fko_qa.encoder.Encoder.encode_features`."""
        states = [self._states(text) for text in texts]
        return question_features(np.stack([one.mean(axis=0) for one in states]), np.stack([one[0] for one in states]))

    def _states(self, text: str) -> NDArray[np.float32]:
        ids = np.array([self._tokenizer.encode(PROMPTS["query"] + text).ids], dtype=np.int64)
        states: NDArray[np.float32] = self._session.run(None, {"input_ids": ids})[0][0]
        return states


def exported_model(folder: Path, fingerprint: str, adapter: Adapter, cache: Path) -> Path:
    """The exported file under ``cache``, written first if it is not there; those of other adapters are removed then.

    Args:
        folder: the unpacked model, with this fingerprint.

    Raises EncoderUnavailableError if it cannot be written.
    """
    key = hashlib.sha256(f"{fingerprint} {adapter.fingerprint} {LAYOUT}".encode()).hexdigest()
    path = cache / _NAME.replace("*", key[:16])
    if path.exists():
        return path
    unfinished = path.with_suffix(".part")
    try:
        with FileLock(cache / f".{path.name}.lock"):  # another process may be at it; then its file is used
            if not path.exists():
                export_questions(folder, adapter, unfinished)
                unfinished.replace(path)
                for other in cache.glob(_NAME):
                    if other != path:
                        other.unlink(missing_ok=True)
    except OSError as error:
        raise EncoderUnavailableError(
            f"Das Sprachmodell lässt sich nicht nach „{path}“ schreiben ({error.strerror}). "
            "Bitte sorgen Sie für 500 MB Platz und Schreibrecht, oder stellen Sie mit cache einen anderen Ordner ein."
        ) from error
    return path
