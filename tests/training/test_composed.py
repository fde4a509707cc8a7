"""Questions that are put together from written ones."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from fko_qa.curated import AskedQuestion, Curated, ExampleQuestion, KeyWord, NegativeQuestion, SetBlock
from fko_qa.training.composed import composed_sets, joined_facts, joined_needs, key_word_facts

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


BUDGET, PHONE = KeyWord("budget", "Geplante Mittel", "de"), KeyWord("telefon", None, "de")
PRIZE = ExampleQuestion("meister prämie", "IV.1", (), "de", "keyword")


def test_key_words_for_a_measure_and_for_a_row_make_a_question_and_for_what_none_states_a_near_miss() -> None:
    found = list(key_word_facts(Curated(examples=(PRIZE,), key_words=(BUDGET, PHONE)), {"IV.1"}, rng()))
    asked = {one for one in found if isinstance(one, AskedQuestion)}
    assert {one.facts for one in asked} == {("IV.1/Geplante Mittel",)}
    assert {"meister prämie budget", "budget, meister prämie", "meister prämie / budget"} <= {one.text for one in asked}
    others = {one for one in found if isinstance(one, NegativeQuestion)}
    assert {(one.near, one.reason, one.related) for one in others} == {(True, "missing_fact", ("IV.1",))}
    assert asked | others == set(found)


@pytest.mark.parametrize(
    "example",
    [
        ExampleQuestion("Was gibt es für Meister?", "IV.1", (), "de", "normal"),
        ExampleQuestion("meister prämie", "IV.1", ("IV.5",), "de", "keyword"),
        ExampleQuestion("meister prämie", "IV.1", (), "de", "keyword", ("IV.1/hoehe",)),
        ExampleQuestion("ministerien", "Vorwort", (), "de", "keyword"),
        ExampleQuestion("master bonus", "IV.1", (), "en", "keyword"),
        ExampleQuestion("geld für den bestandenen meister im handwerk", "IV.1", (), "de", "keyword"),
    ],
    ids=["sentence", "two measures", "a fact", "no measure", "other language", "long"],
)
def test_only_key_words_that_name_one_measure_and_nothing_else_get_a_row(example: ExampleQuestion) -> None:
    assert list(key_word_facts(Curated(examples=(example,), key_words=(BUDGET, PHONE)), {"IV.1", "IV.5"}, rng())) == []
