"""Typed in a hurry: training questions with the slips that people make on a phone, so that the heads see through them.

Small words slip as well as long ones: they tell which fact is asked for ("seid wan", "wivil", "bis wi lang").
"""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_BARE = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s"})
# Shares of words with a slip: one text is hasty, another written as it is spoken.
_RATES = (0.15, 0.5)
_MIN_LETTERS = 3
# A lost or doubled letter leaves too little of a shorter word.
_MIN_LETTERS_MISTYPED = 5
# "ab wann" → "abwann"
_JOINED = 0.04
# As words people write as they hear them: pattern → letters, one of them applied at a time.
HEARD = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("ie", "i"),
        ("ck", "k"),
        ("tz", "z"),
        ("dt", "t"),
        ("ph", "f"),
        ("v", "f"),
        ("qu", "kw"),
        ("chs", "x"),
        ("äu", "eu"),
        ("ä", "e"),
        ("ei", "ai"),
        ("y", "ü"),
        ("([aeou])h", r"\1"),
        ("([bdfglmnprst])\\1", r"\1"),
        ("(?<=[a-zäöü]{2})en$", "n"),
        ("ig$", "ich"),
        ("er$", "a"),
        ("d$", "t"),
        ("t$", "d"),
        ("g$", "k"),
        ("(?<=[a-zäöü]{2})[td]$", ""),
        ("(?<=[a-zäöü]{2})e$", ""),
    )
)


def slipped(text: str, rng: np.random.Generator) -> str:
    """The text in small letters, mostly without marks, umlauts written out or left out, with slips in some of its words."""
    text = text.casefold() if rng.random() < 0.8 else text
    if rng.random() < 0.7:
        text = re.sub(r"[?!,;:„“\"]|\.(?!\d)", "", text)
    rate = _RATES[int(rng.integers(len(_RATES)))]
    words = [_slip(word, rng) if len(word) >= _MIN_LETTERS and rng.random() < rate else word for word in text.split()]
    text = "".join(word + ("" if rng.random() < _JOINED else " ") for word in words).strip()
    choice = rng.random()
    return text.translate(_UMLAUTS) if choice < 0.4 else text.translate(_BARE) if choice < 0.6 else text


def _slip(word: str, rng: np.random.Generator) -> str:
    """A sound written as it is heard; now and then one letter lost, doubled or swapped with the next."""
    heard = [(pattern, letters) for pattern, letters in HEARD if pattern.search(word)]
    if heard and (len(word) < _MIN_LETTERS_MISTYPED or rng.random() < 0.6):
        pattern, letters = heard[int(rng.integers(len(heard)))]
        return pattern.sub(letters, word, count=1)
    return _mistyped(word, rng) if len(word) >= _MIN_LETTERS_MISTYPED else word


def _mistyped(word: str, rng: np.random.Generator) -> str:
    at = int(rng.integers(1, len(word) - 1))
    slips: tuple[Callable[[], str], ...] = (
        lambda: word[:at] + word[at + 1 :],
        lambda: word[:at] + word[at] + word[at:],
        lambda: word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    return slips[int(rng.integers(len(slips)))]()
