"""Variants by rule: one row per phenomenon."""

from __future__ import annotations

import pytest

from eval.questions import FOLDER, read_questions
from eval.robustness import Drop, changed_questions, drop_table, drops
from eval.variants import VARIANTS, ascii_umlauts, joined_compounds, no_punctuation, split_compounds, typing_errors
from tests.eval.making import question


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Öffnet die Kita früher?", "Oeffnet die Kita frueher?", id="umlauts"),
        pytest.param("Straße", "Strasse", id="sharp s"),
        pytest.param("Kita", "Kita", id="none"),
    ],
)
def test_umlauts(text: str, expected: str) -> None:
    assert ascii_umlauts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ja, was? – „Nein!“", "Ja was Nein", id="marks, dash and quotes"),
        pytest.param("IV.2 kostet 2.500 Euro.", "IV.2 kostet 2.500 Euro", id="numbers stay whole"),
        pytest.param("ESF-Mittel?", "ESF-Mittel", id="hyphen inside a word"),
    ],
)
def test_punctuation(text: str, expected: str) -> None:
    assert no_punctuation(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kinderbetreuung", "Kinder betreuung", id="both parts in the report"),
        pytest.param("Ausbildungsberuf", "Ausbildungs beruf", id="linking s"),
        pytest.param("Gemüse", "Gemüse", id="no compound"),
    ],
)
def test_compounds_split(text: str, expected: str) -> None:
    assert split_compounds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Gibt es Talent Scouting?", "Gibt es Talentscouting?", id="a word of the report"),
        pytest.param("Meister-Prämie", "MeisterPrämie", id="hyphen"),
        pytest.param("rotes Haus", "rotes Haus", id="not in the report"),
    ],
)
def test_compounds_joined(text: str, expected: str) -> None:
    assert joined_compounds(text) == expected


def test_a_typing_error_changes_one_long_word_by_one_step() -> None:
    text = "Gibt es eine Prämie für Meister?"
    changed = typing_errors(text, 1)
    different = [(one, two) for one, two in zip(text.split(), changed.split(), strict=True) if one != two]
    assert len(different) == 1
    assert different[0][0] in ("Prämie", "Meister?")
    assert different[0][1][0] == different[0][0][0]
    assert abs(len(different[0][1]) - len(different[0][0])) <= 1


def test_two_typing_errors_change_two_words_and_short_questions_fewer() -> None:
    text = "Gibt es eine Prämie für Meister?"
    assert sum(one != two for one, two in zip(text.split(), typing_errors(text, 2).split(), strict=True)) == 2
    assert typing_errors("was ist QiK", 2) == "was ist QiK"


def test_every_variant_is_the_same_at_every_call() -> None:
    texts = [one.question for one in read_questions(FOLDER / "dev.jsonl")]
    for rule in VARIANTS.values():
        assert [rule(text) for text in texts] == [rule(text) for text in texts]


def test_only_changed_german_questions_without_history_are_asked_again() -> None:
    asked = [
        question("changed", question="Öl?"),
        question("same", question="Kita?"),
        question("foreign", question="Où?", lang="fr"),
        question("follow-up", question="Für wen?", history=["Was?"]),
    ]
    assert [(one.id, one.question) for one in changed_questions(asked, "umlauts as two letters")] == [("changed", "Oel?")]


def test_drops_are_paired_by_question() -> None:
    clean = {key: {"ndcg_10": 1.0, "success_1": 1.0} for key in "abc"}
    changed = {key: {"ndcg_10": 0.5, "success_1": 1.0} for key in "ab"}
    found = drops("lower case", clean, changed)
    # Two equal losses: both signs of both are as extreme in 2 of 4 patterns.
    assert found[0]._replace(p=0.5) == Drop("lower case", "ndcg_10", 1.0, 0.5, 2, 0.5)
    assert found[0].p == pytest.approx(0.5, abs=0.02)
    assert found[1] == Drop("lower case", "success_1", 1.0, 1.0, 2, 1.0)
    assert drop_table(found).splitlines()[3] == "| lower case | right first | 1.000 | 1.000 | +0.000 | 2 | 1.0000 |"
