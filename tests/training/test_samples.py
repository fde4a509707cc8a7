"""What curated questions teach."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fko_qa.curated import (
    AskedQuestion,
    Curated,
    CuratedFact,
    ExampleQuestion,
    NegativeQuestion,
    SetBlock,
    SetQuestion,
    SeveralQuestion,
)
from fko_qa.filters import SetFilter, facets_of
from fko_qa.passages import report_passages
from fko_qa.training.samples import Sample, samples
from tests.fixtures import SMALL_REPORT

PRIZE = CuratedFact("I.2", "praemie", "amount", "2.500 Euro", "kann eine Prämie von 2.500 Euro beantragen")
PASSAGES = report_passages(SMALL_REPORT)


def row(passage_id: str) -> int:
    return next(at for at, passage in enumerate(PASSAGES) if passage.id == passage_id)


def taught(curated: Curated) -> list[Sample]:
    """All samples; with these few questions the first draws leave no noised copy before the last one."""
    return samples(curated, SMALL_REPORT, PASSAGES)


def test_an_example_teaches_its_measures_and_that_it_is_answered() -> None:
    example = ExampleQuestion("Wer hilft in der Kita?", "I.1", ("I.2",), "de", "normal")
    assert taught(Curated(examples=(example,))) == [
        Sample(
            "Wer hilft in der Kita?",
            "de",
            {"I.1": 1.0, "I.2": 0.5},
            answerable=True,
            near=True,
            leans=False,
            intent="topic",
            passages=(row("I.1/whole"),),
        )
    ]


@pytest.mark.parametrize(
    ("asks", "intent", "facts", "owner"),
    [
        (("topic",), "topic", (), ""),
        (("fact",), "fact", (), ""),
        (("either",), None, (), ""),
        (("I.2/praemie", "I.2/Ressort"), "fact", ("I.2/praemie", "row:Ressort"), "I.2"),
    ],
)
def test_an_example_teaches_what_it_asks_for(
    asks: tuple[str, ...], intent: str | None, facts: tuple[str, ...], owner: str
) -> None:
    example = ExampleQuestion("Was gibt es für Meister?", "I.2", (), "de", "normal", asks)
    (found,) = taught(Curated(facts=(PRIZE,), examples=(example,)))
    assert (found.intent, found.facts, found.fact_owner, found.several) == (intent, facts, owner, False)
    assert (row("I.2/text/1") in found.passages) == bool(facts)


def test_a_follow_up_teaches_its_fact_and_that_it_leaves_open_whose() -> None:
    asked = AskedQuestion("und wie hoch ist die?", ("I.2/praemie",), "de", "colloquial")
    assert taught(Curated(facts=(PRIZE,), followups=(asked,))) == [
        Sample("und wie hoch ist die?", "de", leans=True, intent="fact", facts=("I.2/praemie",), fact_owner="I.2")
    ]


def test_several_needs_teach_all_their_measures_and_a_negation_one() -> None:
    both = SeveralQuestion("Kita und Meister", ("I.1", "I.2"), "de", "keyword")
    one = SeveralQuestion("Kita, nicht Meister", ("I.1",), "de", "keyword")
    first, second = taught(Curated(several=(both, one)))
    assert (first.owners, first.several, first.no_set) == ({"I.1": 1.0, "I.2": 1.0}, True, True)
    assert (second.owners, second.several) == ({"I.1": 1.0}, False)


def test_a_question_for_a_fact_of_the_text_teaches_the_fact_and_its_passage() -> None:
    asked = AskedQuestion("was gibz fürn meister", ("I.2/praemie",), "de", "typo")
    assert taught(Curated(facts=(PRIZE,), asked=(asked,))) == [
        Sample(
            "was gibz fürn meister",
            "de",
            {"I.2": 1.0},
            answerable=True,
            near=True,
            leans=False,
            several=False,
            intent="fact",
            facts=("I.2/praemie",),
            fact_owner="I.2",
            passages=(row("I.2/text/1"),),
        )
    ]


def test_a_question_for_a_row_teaches_the_row_and_an_empty_one_not_that_it_is_answered() -> None:
    stated = AskedQuestion("Ressort?", ("I.1/Ressort",), "de", "keyword")
    silent = AskedQuestion("Laufzeit?", ("I.1/Beginn/ Laufzeit",), "de", "keyword")
    one, two = taught(Curated(asked=(stated, silent)))
    assert (one.facts, one.answerable, one.passages) == (("row:Ressort",), True, (row("I.1/field/Ressort"),))
    assert (two.facts, two.answerable, two.passages) == (("row:Beginn/ Laufzeit",), None, ())


def test_an_unknown_fact_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"I\.2/nichts"):
        taught(Curated(asked=(AskedQuestion("?", ("I.2/nichts",), "de", "normal"),)))


def test_a_negative_teaches_that_it_is_not_answered() -> None:
    near = NegativeQuestion("Was kostet die Prüfung?", True, "pay", ("I.2",), "de", "normal")
    assert taught(Curated(negatives=(near, replace(near, near=False)))) == [
        Sample("Was kostet die Prüfung?", "de", answerable=False, near=True, facts=("absent",), fact_owner="I.2"),
        Sample("Was kostet die Prüfung?", "de", answerable=False, near=False, facts=("absent",), fact_owner="I.2"),
    ]


def test_a_near_miss_of_another_kind_says_nothing_of_facts() -> None:
    other = NegativeQuestion("Gibt es das in Hessen?", True, "other_place", ("I.2",), "de", "normal")
    assert taught(Curated(negatives=(other,))) == [Sample("Gibt es das in Hessen?", "de", answerable=False, near=True)]


def test_some_questions_are_learned_a_second_time_as_typed_in_a_hurry() -> None:
    examples = tuple(ExampleQuestion(f"Wer hilft in der Kita Nummer {n}?", "I.1", (), "de", "normal") for n in range(100))
    found = taught(Curated(examples=examples))
    assert [sample.text for sample in found[:100]] == [example.text for example in examples]
    assert 15 <= len(found) - 100 <= 45
    assert all(sample.owners == {"I.1": 1.0} for sample in found)
    assert found == taught(Curated(examples=examples))


def test_set_questions_teach_facets_and_others_that_they_are_none() -> None:
    asked = SetQuestion("Was macht das MSB?", "Ressort: MSB", "de", "normal")
    none = SetQuestion("Telefonnummer MSB", None, "de", "keyword")
    facets = facets_of(SetFilter(ministries=("MSB",)))
    assert taught(Curated(sets=(asked, none))) == [
        Sample("Was macht das MSB?", "de", answerable=True, near=True, intent="set", facets=facets),
        Sample("Telefonnummer MSB", "de", no_set=True),
    ]


def test_a_question_put_together_for_two_facts_teaches_both() -> None:
    asked = AskedQuestion("was gibz fürn meister", ("I.2/praemie",), "de", "typo")
    further = AskedQuestion("und wer zahlt?", ("I.2/Ressort",), "de", "normal")
    found = taught(Curated(facts=(PRIZE,), asked=(asked,), followups=(further,)))
    assert {sample.facts for sample in found} == {("I.2/praemie",), ("row:Ressort",), ("I.2/praemie", "row:Ressort")}
    (owners,) = {tuple(sample.owners) for sample in found if len(sample.facts) > 1}
    assert owners == ("I.2",)


def test_a_set_question_put_together_teaches_its_facets() -> None:
    blocks = (SetBlock("vom Schulministerium", "Ressort: MSB", "de", "attr"),)
    found = taught(Curated(conditions=blocks, openings=(SetBlock("alles {}", None, "de", "attr"),)))
    assert {(sample.intent, (sample.facets or {}).get("ministry:MSB")) for sample in found} == {("set", "yes")}
