"""Typed in a hurry: training questions with the slips that people make on a phone, so that the heads see through them."""

from __future__ import annotations

import re

import numpy as np

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_BARE = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s"})
_MIN_LETTERS = 5
# As words people write as they speak: sound → letters, one of them applied at a time.
_SOUNDS = (
    ("ie", "i"),
    ("ck", "k"),
    ("ss", "s"),
    ("mm", "m"),
    ("nn", "n"),
    ("ll", "l"),
    ("tt", "t"),
    ("v", "f"),
    ("eh", "e"),
    ("d ", "t "),
)


def slipped(text: str, rng: np.random.Generator) -> str:
    """The text in small letters, mostly without marks, umlauts written out or left out, and a slip in about every fifth word."""
    text = text.casefold() if rng.random() < 0.8 else text
    if rng.random() < 0.7:
        text = re.sub(r"[?!,;:„“\"]|\.(?!\d)", "", text)
    choice = rng.random()
    text = text.translate(_UMLAUTS) if choice < 0.5 else text.translate(_BARE) if choice < 0.7 else text
    words = text.split()
    for at in range(len(words)):
        if len(words[at]) >= _MIN_LETTERS and rng.random() < 0.2:
            words[at] = _slip(words[at], rng)
    return " ".join(words)


def _slip(word: str, rng: np.random.Generator) -> str:
    """One letter lost, doubled or swapped with the next, or a sound written as it is heard."""
    at = int(rng.integers(1, len(word) - 1))
    kind = int(rng.integers(4))
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    heard = [(sound, letters) for sound, letters in _SOUNDS if sound in word]
    return word.replace(*heard[int(rng.integers(len(heard)))], 1) if heard else word[:at] + word[at + 1 :]
