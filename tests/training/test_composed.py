"""Questions that are put together from written ones."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from fko_qa.curated import AskedQuestion, Curated, ExampleQuestion, SetBlock
from fko_qa.training.composed import composed_sets, joined_facts, joined_needs

TODAY = date(2024, 6, 25)
OPENING = SetBlock("Wie viele Projekte {} gibt es?", "Gefragt: Anzahl", "de", "attr")
SCHOOL = SetBlock("vom Schulministerium", "Ressort: MSB", "de", "attr")
SCIENCE = SetBlock("vom Wissenschaftsministerium", "Ressort: MKW", "de", "attr")
ENDING = SetBlock("mit Ablauf in 2027", "Ende: 2027", "de", "attr")


def rng() -> np.random.Generator:
    return np.random.default_rng(1)


def test_conditions_are_put_into_an_opening_and_their_facets_added_up() -> None:
    curated = Curated(conditions=(SCHOOL, ENDING), openings=(OPENING,))
    said = {text: facets for text, _, facets in composed_sets(curated, TODAY, rng())}
    both = said["Wie viele Projekte vom Schulministerium mit Ablauf in 2027 gibt es?"]
    named = {facet: value for facet, value in both.items() if value != "-"}
    assert named == {"aggregate": "count", "ministry:MSB": "yes", "sharing": "any", "event": "end"}
    assert set(said) == {
        "Wie viele Projekte vom Schulministerium gibt es?",
        "Wie viele Projekte mit Ablauf in 2027 gibt es?",
        "Wie viele Projekte vom Schulministerium mit Ablauf in 2027 gibt es?",
        "Wie viele Projekte mit Ablauf in 2027 vom Schulministerium gibt es?",
    }


def test_conditions_that_say_something_of_the_same_facet_do_not_go_together() -> None:
    curated = Curated(conditions=(SCHOOL, SCIENCE), openings=(OPENING,))
    assert {text for text, _, _ in composed_sets(curated, TODAY, rng())} == {
        "Wie viele Projekte vom Schulministerium gibt es?",
        "Wie viele Projekte vom Wissenschaftsministerium gibt es?",
    }


def test_only_blocks_of_one_language_and_kind_go_together() -> None:
    key_words = SetBlock("msb", "Ressort: MSB", "de", "kw")
    english = SetBlock("of the schools ministry", "Ressort: MSB", "en", "attr")
    curated = Curated(conditions=(key_words, english), openings=(OPENING, SetBlock("liste {}", None, "de", "kw")))
    assert {text for text, _, _ in composed_sets(curated, TODAY, rng())} == {"liste msb"}


def test_a_mere_topic_makes_no_set_but_its_number_does() -> None:
    topic = SetBlock("für Frauen", "Thema: Frauen", "de", "attr")
    curated = Curated(conditions=(topic,), openings=(OPENING, SetBlock("Was gibt es {}?", None, "de", "attr")))
    assert {text for text, _, _ in composed_sets(curated, TODAY, rng())} == {"Wie viele Projekte für Frauen gibt es?"}


def test_a_line_that_describes_nothing_is_an_error() -> None:
    wrong = SetBlock("vom Mond", "Ressort?", "de", "attr")
    with pytest.raises(ValueError, match="Ressort"):
        list(composed_sets(Curated(conditions=(wrong,), openings=(OPENING,)), TODAY, rng()))


def test_two_needs_are_of_different_measures_and_one_language() -> None:
    kita, other = (ExampleQuestion(text, "I.1", (), "de", "normal") for text in ("Kita?", "Kitas?"))
    english = ExampleQuestion("master?", "I.2", (), "en", "normal")
    trade = ExampleQuestion("Meister?", "I.2", (), "de", "normal")
    found = list(joined_needs(Curated(examples=(kita, other, english, trade)), rng()))
    assert {frozenset(asked.owners) for asked in found} == {frozenset({"I.1", "I.2"})}
    assert {asked.lang for asked in found} == {"de"}
    assert "Kita? und Meister?" in {asked.text for asked in found}


def test_two_facts_are_of_one_owner_and_not_the_same_twice() -> None:
    prize, place = AskedQuestion("was gibz", ("I.2/praemie",), "de", "typo"), AskedQuestion("wo?", ("I.1/wo",), "de", "normal")
    further = (
        AskedQuestion("und wie viel?", ("I.2/praemie",), "de", "normal"),
        AskedQuestion("und wer zahlt?", ("I.2/Ressort",), "de", "normal"),
    )
    found = list(joined_facts(Curated(asked=(prize, place), followups=further), rng()))
    assert {asked.facts for asked in found} == {("I.2/praemie", "I.2/Ressort")}
    assert {"was gibz und wer zahlt?", "was gibz / wer zahlt?"} <= {asked.text for asked in found}
