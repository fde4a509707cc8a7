"""The facts of a measure, and which of them is meant."""

from __future__ import annotations

from math import exp, log

import numpy as np
import pytest

from fko_qa.classifier import Reading
from fko_qa.curated import ABSENT, CuratedFact
from fko_qa.facts import Fact, absence, asked_facts, likelihoods, measure_facts, row_fact
from fko_qa.records import NOT_STATED, Field, Report
from tests.fixtures import KITA, MEISTER

PRIZE = CuratedFact("I.2", "praemie", "amount", "2.500 Euro", "kann eine Prämie von 2.500 Euro beantragen")
OTHER = CuratedFact("I.1", "wo", "place", "Kitas", "alle Kitas des Landes")


def reading(first: dict[str, float], second: dict[str, float] | None = None) -> Reading:
    """A reading with these logits of the heads for the first fact and for the second."""
    heads = {"fact": first, "second": {ABSENT: 0.0} if second is None else second}
    logits = {head: np.array(list(values.values()), dtype=np.float32) for head, values in heads.items()}
    return Reading(np.zeros(2, dtype=np.float32), {head: list(values) for head, values in heads.items()}, logits)


def test_a_measure_has_its_rows_and_its_own_facts() -> None:
    facts = list(measure_facts(MEISTER, (PRIZE, OTHER)))
    assert [(fact.name, fact.label, fact.value, fact.stated) for fact in facts] == [
        ("row:Ziel", "Ziel", "Mehr Meister im Handwerk.", True),
        ("row:Beginn/ Laufzeit", "Laufzeit", NOT_STATED, False),
        ("row:Geplante Mittel", "Geplante Mittel", NOT_STATED, False),
        ("row:Internetpräsenz", "Im Internet", NOT_STATED, False),
        ("row:Ressort", "Zuständig", "MAGS", True),
        ("row:Partner in der Umsetzung", "Partner", NOT_STATED, False),
        ("I.2/praemie", "Betrag", "2.500 Euro", True),
    ]
    assert facts[-1].quotes == (("Text", "kann eine Prämie von 2.500 Euro beantragen"),)


def test_rows_that_few_measures_have_are_facts_only_where_they_stand() -> None:
    names = {fact.name for fact in measure_facts(KITA, ())}
    assert "row:Inkrafttreten" not in names


@pytest.mark.parametrize(
    ("row", "value", "quotes"),
    [
        pytest.param(Field("Internetpräsenz", ("https://t1p.de/y49g3 (Website der Bezirksregierung)",)), "https://t1p.de/y49g3",
                     (("Internetpräsenz", "https://t1p.de/y49g3 (Website der Bezirksregierung)"),), id="one address"),
        pytest.param(Field("Internetpräsenz", ("https://a.de", "https://b.de")), "https://a.de https://b.de",
                     (("Internetpräsenz", "https://a.de"), ("Internetpräsenz", "https://b.de")), id="two addresses"),
        pytest.param(Field("Internetpräsenz", ("geplant",)), "geplant", (("Internetpräsenz", "geplant"),), id="no address"),
        pytest.param(Field("Internetpräsenz", ("-",)), NOT_STATED, (), id="a dash"),
        pytest.param(None, NOT_STATED, (), id="no row"),
    ],
)  # fmt: skip
def test_a_website_is_its_address(row: Field | None, value: str, quotes: tuple[tuple[str, str], ...]) -> None:
    fact = row_fact("Internetpräsenz", row)
    assert (fact.value, fact.quotes, fact.stated) == (value, quotes, value != NOT_STATED)


def test_likelihoods_add_up_to_one() -> None:
    likely = likelihoods(["a", "row:Ziel", "new"], reading({"a": 1.0, "row:Ziel": 0.5, "c": 9.0}), "fact")
    one, two = exp(1.0), exp(0.5)
    assert list(likely) == ["a", "row:Ziel"]  # not what the heads do not know
    assert [exp(value) for value in likely.values()] == pytest.approx([one / (one + two), two / (one + two)], rel=1e-5)


@pytest.mark.parametrize(
    ("a", "b", "first", "second", "expected"),
    [
        pytest.param("1", "2", (3, 0), (3, 0, 0), ["a"], id="one"),
        pytest.param("1", "2", (3, 0), (0, 0, 3), ["a", "b"], id="two"),
        pytest.param("1", "2", (0, 3), (0, 3, 0), ["b", "a"], id="the other way round"),
        pytest.param("1", "2", (3, 0), (0, 3, -9), ["a"], id="not the same twice"),
        pytest.param("von 15 auf 30 Tage", "30", (3, 0), (0, 0, 3), ["a"], id="not a part of the other"),
        pytest.param("2.500 Euro", "2", (3, 0), (0, 0, 3), ["a", "b"], id="a piece of a number is no part"),
    ],
)  # fmt: skip
def test_one_fact_is_meant_or_two_in_the_order_asked(
    a: str, b: str, first: tuple[float, float], second: tuple[float, float, float], expected: list[str]
) -> None:
    facts = {"a": Fact("a", "", a, ()), "b": Fact("b", "", b, ())}
    heads = reading(dict(zip("ab", first, strict=True)), dict(zip((ABSENT, "a", "b"), second, strict=True)))
    assert list(asked_facts(facts, heads)) == expected


def test_facts_that_the_heads_do_not_know_are_not_meant() -> None:
    assert asked_facts({"new": Fact("new", "", "1", ())}, reading({"a": 1.0})) == {}


def test_absence_is_the_odds_against_all_facts_of_the_measure() -> None:
    """Three to one against the prize and the row together; facts of other measures do not count."""
    heads = reading({"I.2/praemie": log(0.5), "row:Ziel": log(0.5), ABSENT: log(3.0), "I.1/wo": 9.0})
    assert absence(MEISTER, (PRIZE, OTHER), heads) == pytest.approx(log(3.0), rel=1e-5)
    assert absence(MEISTER, (PRIZE, OTHER), reading({"I.2/praemie": 1.0})) == 0.0


def test_every_value_of_the_report_is_quoted_whole(report: Report) -> None:
    """What a row's fact says stands in its quotes, or is an address in one of them."""
    for measure in report.measures:
        for fact in measure_facts(measure, ()):
            if fact.stated:
                whole = " ".join(text for _, text in fact.quotes)
                assert fact.value in whole, (measure.id, fact.name)
