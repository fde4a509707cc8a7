"""Statistics against values worked out by hand."""

from __future__ import annotations

import pytest

from eval.bench.spread import Spread, percentile, ratios, slope, spread


def test_a_median_comes_with_its_range() -> None:
    assert spread([4.0, 1.0, 2.0, 3.0]) == Spread(2.5, 1.0, 4.0, 4)


def test_nothing_measured_has_no_median() -> None:
    with pytest.raises(ValueError, match="nothing was measured"):
        spread([])


def test_a_percentile_lies_between_its_neighbours() -> None:
    # Eleven values from 0 to 100: the 95th percentile is halfway between the last two.
    assert percentile([10.0 * step for step in range(11)], 0.95) == pytest.approx(95.0)


def test_ratios_are_taken_within_a_round() -> None:
    # The second round was ten times slower for both. Of the medians the ratio would be 110 / 55 = 2.
    assert ratios([30.0, 200.0, 110.0], [10.0, 100.0, 55.0]) == Spread(2.0, 2.0, 3.0, 3)


def test_ratios_need_both_sides_of_a_round() -> None:
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        ratios([1.0, 2.0], [1.0])


@pytest.mark.parametrize(
    ("places", "values", "expected"),
    [
        ([0.0, 1.0, 2.0], [5.0, 7.0, 9.0], 2.0),
        # From the means 1 and 2: (-1 · -1 + 0 · .5 + 1 · .5) / (1 + 0 + 1)
        ([0.0, 1.0, 2.0], [1.0, 2.5, 2.5], 0.75),
        ([3.0, 3.0], [1.0, 9.0], 0.0),
        ([], [], 0.0),
    ],
)
def test_slopes(places: list[float], values: list[float], expected: float) -> None:
    assert slope(places, values) == pytest.approx(expected)
