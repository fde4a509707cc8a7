"""Which measure of one edition is which of another: by title and text, for numbers shift."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.optimize import linear_sum_assignment

from fko_qa.text import STOP_WORDS

_WORD = re.compile(r"\w+")
# Half title, half text. Among the 64 measures of 2024 the two with nearly the same text share .57, any other two .27 at most;
# a measure that keeps its title has .5 whatever became of its text, one that keeps its text .5 whatever it is called.
SAME_MATTER = 0.35
# Decides between measures that are equally alike, and is too small for anything else.
_SAME_KEY = 1e-3


@dataclass(frozen=True, slots=True)
class Matter:
    """What is compared of a measure or section; ``key`` is its number or name."""

    key: str
    title: str
    text: str


def matched(old: Sequence[Matter], new: Sequence[Matter]) -> tuple[tuple[int, int], ...]:
    """Positions (in ``old``, in ``new``) of what is the same matter, in the order of ``new``; each at most once.

    The pairs are chosen together, so that the sum of their likeness is the largest.
    """
    if not old or not new:
        return ()
    likeness = np.array([[_likeness(one, other) for other in new] for one in old])
    likeness[likeness < SAME_MATTER] = 0.0
    pairs = [(int(row), int(column)) for row, column in zip(*linear_sum_assignment(-likeness), strict=True)]
    return tuple(sorted((pair for pair in pairs if likeness[pair] > 0), key=lambda pair: pair[1]))


def _likeness(one: Matter, other: Matter) -> float:
    """From 0 to 1: the share of common words in the titles and of common word pairs in the texts (Dice), half each."""
    title = _dice(_content_words(one.title), _content_words(other.title))
    text = _dice(_word_pairs(one.text), _word_pairs(other.text))
    return (title + text) / 2 + (_SAME_KEY if one.key == other.key else 0.0)


def _dice(one: set[object], other: set[object]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else float(one == other)


def _content_words(title: str) -> set[object]:
    words = _words(title)
    return {word for word in words if word not in STOP_WORDS} or set(words)


def _word_pairs(text: str) -> set[object]:
    return set(pairwise(_words(text)))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
