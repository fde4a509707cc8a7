"""Statistics against values worked out by hand."""

from __future__ import annotations

import pytest

from eval.agreement import cohen_kappa
from eval.significance import estimate, holm, paired_test, percentiles, risk_coverage


def test_mean_with_interval_of_equal_values_has_no_width() -> None:
    assert estimate([0.5, 0.5, 0.5]) == (0.5, 0.5, 0.5, 3)


def test_interval_of_a_share_is_close_to_the_normal_one_and_repeats() -> None:
    values = [1.0] * 80 + [0.0] * 20
    found = estimate(values)
    assert found is not None
    assert found == estimate(values)
    # 0.8 ± 1.96 · sqrt(0.8 · 0.2 / 100)
    assert (found.mean, found.low, found.high) == pytest.approx((0.8, 0.7216, 0.8784), abs=0.015)


def test_weights_make_a_ratio_of_sums() -> None:
    found = estimate([0.5, 0.0], weights=[2.0, 6.0])
    assert found is not None
    assert found.mean == pytest.approx(1 / 8)


def test_nothing_to_estimate() -> None:
    assert estimate([]) is None
    assert estimate([1.0], weights=[0.0]) is None


def test_paired_test_counts_sign_patterns() -> None:
    # Five gains of the same size: only two of 2^5 sign patterns are as extreme, p = 1/16.
    assert paired_test([0.0] * 5, [1.0] * 5) == pytest.approx(1 / 16, abs=0.005)
    # One gain and one loss: every pattern is at least as extreme as a difference of 0.
    assert paired_test([0.0, 1.0], [1.0, 0.0]) == 1.0


def test_holm_multiplies_the_smallest_by_the_number_of_tests() -> None:
    assert holm({"x": 0.04, "y": 0.01, "z": 0.5}) == pytest.approx({"x": 0.08, "y": 0.03, "z": 0.5})
    assert holm({}) == {}


def test_risk_coverage_by_hand() -> None:
    curve = risk_coverage([0.9, 0.7, 0.8, 0.1], [1, 0, 1, 0])
    assert curve.coverage == [0.25, 0.5, 0.75, 1.0]
    assert curve.risk == pytest.approx([0, 0, 1 / 3, 1 / 2])
    assert curve.area == pytest.approx((1 / 3 + 1 / 2) / 4)


def test_equal_confidence_is_one_step() -> None:
    assert risk_coverage([0.5, 0.5, 0.5, 0.5], [1, 0, 1, 0]) == ([1.0], [0.5], 0.5)


def test_percentiles() -> None:
    assert percentiles([float(value) for value in range(101)]) == {"p50": 50, "p90": 90, "p95": 95, "p99": 99, "p100": 100}
    assert percentiles([]) == {}


def test_kappa_by_hand() -> None:
    # Both say yes 20 times, both no 15; 5 and 10 differ: observed .7, by chance .5.
    first = [True] * 25 + [False] * 25
    second = [True] * 20 + [False] * 5 + [True] * 10 + [False] * 15
    assert cohen_kappa(first, second, (False, True)) == pytest.approx(0.4)


def test_linear_kappa_forgives_neighbours() -> None:
    first, second = [0, 1, 2, 2], [0, 2, 2, 2]
    # Penalty 1 of 4. By chance: margins (1, 1, 2) and (1, 0, 3), penalties 0·1 + 2·3 + 1·1 + 1·3 + 2·2 + 0, over 4.
    assert cohen_kappa(first, second, (0, 1, 2), linear=True) == pytest.approx(1 - 1 / ((6 + 1 + 3 + 4) / 4))


def test_kappa_of_full_agreement_on_one_category_is_one() -> None:
    assert cohen_kappa("aa", "aa", "ab") == 1.0
