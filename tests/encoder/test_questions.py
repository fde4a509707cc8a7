"""The default model for questions, as a graph of our own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from fko_qa.encoder import Adapter
from fko_qa.encoder.adapter import adapter_bytes
from fko_qa.encoder.model import TransformerEncoder
from fko_qa.encoder.pieces import Pieces
from fko_qa.encoder.questions import QuestionEncoder
from fko_qa.encoder.unpack import unpacked_model
from fko_qa.errors import EncoderUnavailableError
from tests.encoder.samples import TEXTS as SAMPLES
from tests.fixtures import INDEX, PROJECT, REPORT_FILE, default_settings, shipped_index

TEXTS = ["laufzeit talentscouting", "Wie viel Geld gibt es für den Meister?", "أريد العمل في روضة أطفال", "wort " * 700, "?"]


def shipped_adapter() -> Adapter:
    return Adapter(next(INDEX.glob("adapter-*.npz")).read_bytes())


def loaded_pieces() -> Pieces:
    shipped_index().encoder.encode_queries(["Guten Tag"])  # writes the file if it is not there
    return Pieces(next(default_settings().cache.glob("pieces-*.model")))


def test_the_graph_gives_the_features_of_the_model_itself() -> None:
    folder = unpacked_model(default_settings().cache)
    by_torch = TransformerEncoder(folder, adapter=shipped_adapter())
    by_graph = shipped_index().encoder
    assert np.abs(by_graph.encode_features(TEXTS) - by_torch.encode_features(TEXTS)).max() < 1e-5
    assert np.abs(by_graph.encode_queries(TEXTS) - by_torch.encode_queries(TEXTS)).max() < 1e-5


def test_features_do_not_depend_on_the_other_texts() -> None:
    encoder = shipped_index().encoder
    together = encoder.encode_features(TEXTS)
    assert all((encoder.encode_features([text])[0] == together[row]).all() for row, text in enumerate(TEXTS))


def test_the_tokens_are_those_of_the_models_own_tokenizer() -> None:
    tokenizer = Tokenizer.from_file(str(unpacked_model(default_settings().cache) / "tokenizer.json"))
    pieces = loaded_pieces()
    texts = [text.strip() for text in (*TEXTS, *SAMPLES, *REPORT_FILE.read_text(encoding="utf-8").splitlines())]
    texts = [text for text in texts if text]
    assert [pieces.ids(text, 10_000) for text in texts] == [tokenizer.encode(text).ids for text in texts]


def test_only_so_many_tokens_are_kept() -> None:
    # Begin (0), the first of the words, end (2).
    pieces = loaded_pieces()
    whole = pieces.ids("wort wort wort", 512)
    assert pieces.ids("wort wort wort", 3) == [0, whole[1], 2]


def test_a_text_asked_again_is_not_encoded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    encoder = QuestionEncoder(shipped_adapter(), default_settings().cache)
    first = encoder.features(["Guten Tag", "Guten Abend"])
    monkeypatch.setattr(encoder, "_session", None)
    assert (encoder.features(["Guten Abend", "Guten Tag"]) == first[::-1]).all()


def test_files_are_written_once_and_those_of_another_adapter_go(tmp_path: Path) -> None:
    data = adapter_bytes({"encoder.layer.0.output.dense": (np.zeros((1, 1536), "f4"), np.zeros((384, 1), "f4"))})
    (tmp_path / "questions-0.onnx").touch()
    (tmp_path / "something else").touch()

    def files() -> dict[str, int]:
        return {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir() if not path.name.startswith(".")}

    QuestionEncoder(Adapter(data), tmp_path)
    written = files()
    assert sorted(name.partition("-")[0] for name in written) == ["pieces", "questions", "something else"]
    assert "questions-0.onnx" not in written
    QuestionEncoder(Adapter(data), tmp_path)
    assert files() == written


@pytest.mark.parametrize("kind", ["questions-*.onnx", "pieces-*.model"])
def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path, kind: str) -> None:
    loaded_pieces()
    for path in default_settings().cache.glob("*-*.*"):
        (tmp_path / path.name).symlink_to(path)
    damaged = next(tmp_path.glob(kind))
    damaged.unlink()
    damaged.write_bytes(b"no model")
    with pytest.raises(EncoderUnavailableError, match=f"„{damaged}“ lässt sich nicht laden.*Bitte löschen Sie die Datei"):
        QuestionEncoder(shipped_adapter(), tmp_path)


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    no_folder = tmp_path / "cache"
    no_folder.touch()
    with pytest.raises(EncoderUnavailableError, match="100 MB"):
        QuestionEncoder(shipped_adapter(), no_folder)


def test_an_answer_needs_no_training_stack() -> None:
    shipped_index().encoder.encode_queries(["Guten Tag"])
    code = (
        "import sys; from fko_qa import Assistant; print(Assistant.load().ask('IV.2').measures[0].id, "
        "Assistant.load().ask('laufzeit talentscouting').measures[0].id, 'torch' in sys.modules, 'transformers' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["IV.2", "II.3", "False", "False"]
