"""Made-up corpora of any size that look like the report to a store: lengths as there, words by Zipf, meanings in clusters."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fko_qa.dense import unit
from fko_qa.index import MANIFEST

# Share of a made-up vector's length that is noise: its cosine with the real passage it is made from is about 0.9, as between
# passages of one measure.
_NOISE = 0.5
# Heaps' law: the vocabulary grows with the square root of the text, so that 950 made-up passages have as many different tokens as
# the report's (2,600), and 500,000 have 66,000.
_HEAPS = 22.0
# Zipf's law, flatter among the most frequent, as without function words: the most frequent token is every 60th.
_ZIPF = 1.05
_FLAT = 15.0


@dataclass(frozen=True, slots=True)
class Corpus:
    """``tokens`` of each passage and ``vectors``, (n_passages, dim), of unit length."""

    tokens: list[list[str]]
    vectors: NDArray[np.float32]


def real_corpus(folder: Path) -> Corpus:
    """What an index folder holds."""
    files = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
    tokens = json.loads((folder / files["tokens"]["name"]).read_text(encoding="utf-8"))
    return Corpus(tokens, unit(np.load(folder / files["vectors"]["name"])))


def made_up(count: int, real: Corpus, seed: int = 1) -> Corpus:
    """A corpus of so many passages, the same for the same seed."""
    random = np.random.default_rng(seed)
    lengths = random.choice([len(own) for own in real.tokens], count)
    terms = _vocabulary(int(_HEAPS * lengths.sum() ** 0.5), real, random)
    flat = random.choice(len(terms), int(lengths.sum()), p=_zipf(len(terms)))
    ends = np.cumsum(lengths)
    tokens = [[terms[one] for one in flat[end - length : end].tolist()] for end, length in zip(ends, lengths, strict=True)]
    return Corpus(tokens, near(real.vectors[random.integers(len(real.vectors), size=count)], random))


def save(corpus: Corpus, folder: Path) -> None:
    """Write a corpus, to be read by another process."""
    np.save(folder / "vectors.npy", corpus.vectors)
    (folder / "tokens.txt").write_text("\n".join(map(" ".join, corpus.tokens)), encoding="utf-8")


def load(folder: Path) -> Corpus:
    """What :func:`save` wrote; vectors stay in the file, and a token is one string wherever it stands."""
    lines = (folder / "tokens.txt").read_text(encoding="utf-8").split("\n")
    tokens = [[sys.intern(token) for token in line.split()] for line in lines]
    return Corpus(tokens, np.load(folder / "vectors.npy", mmap_mode="r"))


def queries(corpus: Corpus, count: int, seed: int = 2) -> list[tuple[list[str], NDArray[np.float32]]]:
    """Questions that have an answer: some words of a passage with a few others, and a vector near its own."""
    random = np.random.default_rng(seed)
    found = []
    for row in random.integers(len(corpus.tokens), size=count):
        own, other = corpus.tokens[row], corpus.tokens[random.integers(len(corpus.tokens))]
        words = [*random.choice(own, min(5, len(own)), replace=False), *other[:2]] if own else other[:2]
        found.append((list(map(str, words)), near(corpus.vectors[row : row + 1], random)[0]))
    return found


def near(vectors: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.float32]:
    """Vectors at a cosine of about 0.9 to the given ones."""
    noise = random.standard_normal(vectors.shape, dtype=np.float32) * (_NOISE / vectors.shape[1] ** 0.5)
    moved = vectors + noise
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), dtype=np.float32)


def _vocabulary(size: int, real: Corpus, random: np.random.Generator) -> list[str]:
    """The report's tokens, the frequent ones first, then compounds of two of them, as German makes them."""
    known = [token for token, _ in Counter(token for own in real.tokens for token in own).most_common()]
    words = dict.fromkeys(known[:size])
    while len(words) < size:
        pairs = random.integers(len(known), size=(size, 2))
        words.update(dict.fromkeys(known[one] + known[two] for one, two in pairs[: size - len(words)]))
    return list(words)


def _zipf(size: int) -> NDArray[np.float64]:
    weights = 1 / (np.arange(size) + _FLAT) ** _ZIPF
    return np.asarray(weights / weights.sum(), dtype=np.float64)
