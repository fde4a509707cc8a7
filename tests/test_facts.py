"""The facts of a measure, and which of them is meant."""

from __future__ import annotations

from math import exp

import numpy as np
import pytest

from fko_qa.classifier import Reading
from fko_qa.curated import CuratedFact
from fko_qa.facts import NOT_STATED, Fact, best_facts, likelihoods, measure_facts, row_fact
from fko_qa.records import Field, Report
from tests.fixtures import KITA, MEISTER

PRIZE = CuratedFact("I.2", "praemie", "amount", "2.500 Euro", "kann eine Prämie von 2.500 Euro beantragen")
OTHER = CuratedFact("I.1", "wo", "place", "Kitas", "alle Kitas des Landes")


def reading(facts: dict[str, float]) -> Reading:
    """A reading with these logits of the head for facts."""
    logits = {"fact": np.array(list(facts.values()), dtype=np.float32)}
    return Reading(np.zeros(2, dtype=np.float32), {"fact": list(facts)}, logits)


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
    facts = [Fact("a", "Anzahl", "1", ()), Fact("row:Ziel", "Ziel", "x", ()), Fact("new", "", "", ())]
    likely = likelihoods(facts, reading({"a": 1.0, "row:Ziel": 0.5, "c": 9.0}))
    one, two = exp(1.0), exp(0.5)
    assert list(likely) == ["a", "row:Ziel"]  # not what the heads do not know
    assert [exp(value) for value in likely.values()] == pytest.approx([one / (one + two), two / (one + two)], rel=1e-5)
    assert best_facts(likely, 1) == ["a"]


def test_nothing_known_is_nothing_likely() -> None:
    assert likelihoods([Fact("new", "", "", ())], reading({"a": 1.0})) == {}


def test_every_value_of_the_report_is_quoted_whole(report: Report) -> None:
    """What a row's fact says stands in its quotes, or is an address in one of them."""
    for measure in report.measures:
        for fact in measure_facts(measure, ()):
            if fact.stated:
                whole = " ".join(text for _, text in fact.quotes)
                assert fact.value in whole, (measure.id, fact.name)
