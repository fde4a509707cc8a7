"""Means with intervals, paired tests, risk and coverage. All random numbers come from fixed seeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SEED = 20240625  # the report's date
RESAMPLES = 2000  # bootstrap: the ends of the interval move by less than 0.005 between seeds
PERMUTATIONS = 20_000
CONFIDENCE = 0.95

Floats = NDArray[np.float64]


class Estimate(NamedTuple):
    """A mean over ``n`` questions with the ends of its bootstrap interval."""

    mean: float
    low: float
    high: float
    n: int


def estimate(values: Sequence[float], weights: Sequence[float] | None = None) -> Estimate | None:
    """Mean with 95 % percentile bootstrap interval over questions; None without values.

    Args:
        weights: per value; with them the mean is a ratio of sums (for figures per quote, not per question).
    """
    if not values:
        return None
    numbers = np.asarray(values, dtype=np.float64)
    shares = np.ones_like(numbers) if weights is None else np.asarray(weights, dtype=np.float64)
    if not shares.sum():
        return None
    picks = np.random.default_rng(SEED).integers(len(numbers), size=(RESAMPLES, len(numbers)))
    means = (numbers * shares)[picks].sum(axis=1) / np.maximum(shares[picks].sum(axis=1), np.finfo(np.float64).tiny)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(means, [tail, 1 - tail])
    return Estimate(float((numbers * shares).sum() / shares.sum()), float(low), float(high), len(numbers))


def paired_test(first: Sequence[float], second: Sequence[float]) -> float:
    """Two-sided p of the paired randomisation test: how often signs drawn at random give a mean difference as large.

    >>> paired_test([1.0, 0.5], [1.0, 0.5])
    1.0
    """
    differences = np.asarray(second, dtype=np.float64) - np.asarray(first, dtype=np.float64)
    differences = differences[differences != 0]
    if not len(differences):
        return 1.0
    signs = np.random.default_rng(SEED).integers(2, size=(PERMUTATIONS, len(differences)), dtype=np.int8) * 2 - 1
    observed = abs(differences.sum())
    # Sums of the same numbers in another order differ in the last digits.
    as_large = np.abs(signs @ differences) >= observed - 1e-9
    return float((1 + as_large.sum()) / (1 + PERMUTATIONS))


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """p values adjusted for testing them all (Holm's step-down procedure), by name, in the given order.

    >>> holm({"a": 0.01, "b": 0.04, "c": 0.03})
    {'a': 0.03, 'b': 0.06, 'c': 0.06}
    """
    adjusted: dict[str, float] = {}
    highest = 0.0
    for rank, name in enumerate(sorted(p_values, key=lambda name: p_values[name])):
        highest = max(highest, min(1.0, p_values[name] * (len(p_values) - rank)))
        adjusted[name] = highest
    return {name: adjusted[name] for name in p_values}


class RiskCoverage(NamedTuple):
    """Share of wrong answers (``risk``) among the most confident share (``coverage``) of questions, and the area under it."""

    coverage: list[float]
    risk: list[float]
    area: float


def risk_coverage(confidence: Sequence[float], right: Sequence[float]) -> RiskCoverage:
    """The curve, most confident first. Equal confidence is one step: all or none of them are answered.

    >>> risk_coverage([0.9, 0.8], [1.0, 0.0])
    RiskCoverage(coverage=[0.5, 1.0], risk=[0.0, 0.5], area=0.25)
    """
    order = np.argsort(-np.asarray(confidence, dtype=np.float64), kind="stable")
    sure = np.asarray(confidence, dtype=np.float64)[order]
    wrong = np.cumsum(1.0 - np.asarray(right, dtype=np.float64)[order])
    counts = np.arange(1, len(sure) + 1)
    ends = np.flatnonzero(np.append(sure[1:] != sure[:-1], True))
    coverage, risk = counts[ends] / len(sure), wrong[ends] / counts[ends]
    widths = np.diff(np.concatenate([[0.0], coverage]))
    return RiskCoverage(coverage.tolist(), risk.tolist(), float((widths * risk).sum()))


class Bin(NamedTuple):
    """Answers of like belief: its mean, the share that is right, their number."""

    belief: float
    right: float
    n: int


def reliability(beliefs: Sequence[float], right: Sequence[float], bins: int = 10) -> list[Bin]:
    """Whether beliefs are what they say: bins of (nearly) equal size, least sure first.

    >>> reliability([0.9, 0.2, 0.7, 0.4], [1.0, 0.0, 1.0, 1.0], bins=2)
    [Bin(belief=0.3, right=0.5, n=2), Bin(belief=0.8, right=1.0, n=2)]
    """
    order = np.argsort(np.asarray(beliefs, dtype=np.float64), kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    means = [[round(float(np.mean([values[at] for at in part])), 4) for values in (beliefs, right)] for part in parts]
    return [Bin(belief, share, len(part)) for (belief, share), part in zip(means, parts, strict=True)]


def percentiles(values: Sequence[float], points: Sequence[int] = (50, 90, 95, 99, 100)) -> dict[str, float]:
    """Percentiles by name (``p50``), in the unit of the values; empty without values."""
    if not values:
        return {}
    return {f"p{point}": round(float(np.percentile(values, point)), 1) for point in points}
