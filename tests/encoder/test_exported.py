"""The default model for questions as an exported file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from fko_qa.encoder import Adapter, load_encoder
from fko_qa.encoder.exported import ExportedEncoder, exported_model
from fko_qa.encoder.model import TransformerEncoder
from fko_qa.encoder.unpack import unpacked_model
from fko_qa.errors import EncoderUnavailableError
from tests.fixtures import INDEX, PROJECT, default_settings, shipped_index

TEXTS = ["laufzeit talentscouting", "Wie viel Geld gibt es für den Meister?", "أريد العمل في روضة أطفال", "wort " * 700, "?"]


def shipped_adapter() -> Adapter:
    return Adapter(next(INDEX.glob("adapter-*.npz")).read_bytes())


def test_the_exported_file_gives_the_features_of_the_model_itself() -> None:
    folder = unpacked_model(default_settings().cache)
    by_torch = TransformerEncoder(folder, adapter=shipped_adapter())
    exported = shipped_index().encoder
    assert np.abs(exported.encode_features(TEXTS) - by_torch.encode_features(TEXTS)).max() < 1e-5
    assert np.abs(exported.encode_queries(TEXTS) - by_torch.encode_queries(TEXTS)).max() < 1e-5


def test_features_do_not_depend_on_the_other_texts() -> None:
    encoder = shipped_index().encoder
    together = encoder.encode_features(TEXTS)
    assert all((encoder.encode_features([text])[0] == together[row]).all() for row, text in enumerate(TEXTS))


def test_a_file_that_is_there_is_not_written_again(tmp_path: Path) -> None:
    settings = default_settings()
    encoder = load_encoder("multilingual-e5-small", settings.cache, allow_download=False)
    path = exported_model(unpacked_model(settings.cache), encoder.fingerprint, shipped_adapter(), settings.cache)
    written = path.stat().st_mtime_ns
    again = exported_model(tmp_path / "nowhere", encoder.fingerprint, shipped_adapter(), settings.cache)
    assert (again, again.stat().st_mtime_ns) == (path, written)


def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    damaged = tmp_path / "questions-0.onnx"
    damaged.write_bytes(b"no model")
    with pytest.raises(EncoderUnavailableError, match="Bitte löschen Sie die Datei"):
        ExportedEncoder(damaged, unpacked_model(default_settings().cache) / "tokenizer.json")


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    no_folder = tmp_path / "cache"
    no_folder.touch()
    with pytest.raises(EncoderUnavailableError, match="500 MB"):
        exported_model(tmp_path, "print", shipped_adapter(), no_folder)


def test_an_answer_needs_no_training_stack() -> None:
    shipped_index().encoder.encode_queries(["Guten Tag"])
    code = (
        "import sys; from fko_qa import Assistant; print(Assistant.load().ask('IV.2').measures[0].id, "
        "Assistant.load().ask('laufzeit talentscouting').measures[0].id, 'torch' in sys.modules, 'transformers' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["IV.2", "II.3", "False", "False"]
