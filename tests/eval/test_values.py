"""When two values are the same."""

from __future__ import annotations

import pytest

from eval.values import holds_value, same_value


@pytest.mark.parametrize(
    ("gold", "given"),
    [
        pytest.param("2.500 Euro", "2.500 €", id="euro sign"),
        pytest.param("2.500 Euro", "2.500€.", id="euro sign without blank, final period"),
        pytest.param("610.000 EUR", "610.000 euro", id="EUR"),
        pytest.param("75 Mio. Euro pro Jahr", " 75  Mio. Euro\npro Jahr ", id="white space"),
        pytest.param("keine Angabe", "Keine Angabe", id="case"),
        pytest.param("elf", "11", id="number word"),
        pytest.param("08/2024 | MSB", "08/2024|MSB", id="two values"),
    ],
)
def test_same_values(gold: str, given: str) -> None:
    assert same_value(gold, given)
    assert holds_value(gold, given)


@pytest.mark.parametrize(
    ("gold", "given", "held"),
    [
        pytest.param("133", "133 Übergangslotsen", True, id="more words"),
        pytest.param("2.500 Euro", "12.500 Euro", False, id="another number that ends alike"),
        pytest.param("08/2024", "08/2024 bis 07/2026", True, id="more than asked"),
        pytest.param("MSB | MAGS", "MAGS | MSB", True, id="order of two values"),
        pytest.param("MSB, MAGS", "MSB", False, id="only a part"),
        pytest.param("54", None, False, id="no value"),
        pytest.param("54", "", False, id="empty value"),
    ],
)
def test_different_values(gold: str, given: str | None, held: bool) -> None:
    assert not same_value(gold, given)
    assert holds_value(gold, given) is held
