"""Medians with their spread, ratios within a round, slopes.

A machine's speed drifts while one measures. So what is compared runs in turns, a ratio is taken within each round, where both
sides met the same machine, and the median over rounds is what counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Spread(NamedTuple):
    """The median of some repetitions, the least and the greatest of them, and how many they are."""

    median: float
    low: float
    high: float
    n: int


def spread(values: Sequence[float]) -> Spread:
    """Median and range. Raises ValueError if there are none.

    >>> spread([3.0, 1.0, 2.0, 10.0])
    Spread(median=2.5, low=1.0, high=10.0, n=4)
    """
    if not values:
        raise ValueError("nothing was measured")
    return Spread(float(np.median(values)), float(min(values)), float(max(values)), len(values))


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share (0 to 1) of the others lies, interpolated."""
    return float(np.quantile(values, share))


def ratios(others: Sequence[float], own: Sequence[float]) -> Spread:
    """How many times as much the other took, round by round.

    Args:
        others: one value a round.
        own: of the same rounds.
    """
    return spread([other / one for other, one in zip(others, own, strict=True)])


def slope(places: Sequence[float], values: Sequence[float]) -> float:
    """How much the values rise for each step of one: the line of least squares. 0 for fewer than two places."""
    if len(set(places)) < 2:
        return 0.0
    return float(np.polyfit(places, values, 1)[0])
