"""Answers from hand-written evidence: what is shown, in which words, and that no quote gets out that is not in the report."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fko_qa.compose import compose, is_verbatim
from fko_qa.records import (
    Answer,
    AnsweredMeasure,
    Citation,
    Evidence,
    Hit,
    Kind,
    MeasureHit,
    Passage,
    Question,
    ReportInfo,
    Status,
    Verdict,
)
from tests.fixtures import KITA, MEISTER, SMALL_REPORT, small_passage

TOPIC = Question("Wer hilft?", Kind.TOPIC, words=("hilft",))
INFO = ReportInfo("Kleiner Bericht", "2024-06-25")
NOTHING = (
    "Dazu steht nichts im Bericht vom 25.06.2024 zur Fachkräfteoffensive NRW. Versuchen Sie es gerne mit anderen Worten. "
    "Bei anderen Anliegen hilft die Servicenummer 115 weiter."
)
KITA_TEXT = "Die Kitahilfe unterstützt alle Kitas des Landes im Alltag mit viel Personal."
KITA_GOAL = "Mehr Personal in den Kitas."


def hit(passage_id: str, text: str | None = None, score: float = 0.9) -> Hit:
    """A hit on a passage of the small report, its text replaced by another if one is given."""
    passage = small_passage(passage_id)
    return Hit(passage if text is None else replace(passage, text=text), score, 0.0, 0.0)


def measure_hit(measure_id: str, *hits: Hit, score: float = 0.9) -> MeasureHit:
    return MeasureHit(measure_id, score, hits)


KITA_HIT = measure_hit("I.1", hit("I.1/text/1"), hit("I.1/field/Ziel"), score=0.87654321)
MEISTER_HIT = measure_hit("I.2", hit("I.2/field/Ziel"), score=0.6)
BAHN_HIT = measure_hit("II.1", hit("II.1/field/Ziel"), score=0.5)
OUTLOOK_HIT = hit("Ausblick/1")


def answered(*shown: MeasureHit, sections: tuple[Hit, ...] = (), evidence: Evidence | None = None) -> Answer:
    evidence = evidence or Evidence(measures=shown, sections=sections)
    return compose(TOPIC, evidence, Verdict(Status.ANSWERED, shown, sections, ""), SMALL_REPORT)


# -- what is shown


def test_a_measure_is_shown_with_its_quotes_pages_and_parts() -> None:
    assert answered(KITA_HIT) == Answer(
        question="Wer hilft?",
        status=Status.ANSWERED,
        kind=Kind.TOPIC,
        answer="Am besten passt „Kitahilfe“ (Maßnahme I.1, Seite 5).",
        report=INFO,
        measures=(AnsweredMeasure("I.1", "Kitahilfe", 5, 0.8765, (Citation(KITA_TEXT, 5, "Text"), Citation(KITA_GOAL, 5, "Ziel"))),),
        ranking=("I.1",),
    )


@pytest.mark.parametrize(
    ("shown", "sentence"),
    [
        pytest.param((KITA_HIT,), "Am besten passt „Kitahilfe“ (Maßnahme I.1, Seite 5).", id="one"),
        pytest.param(
            (KITA_HIT, MEISTER_HIT),
            "Am besten passt „Kitahilfe“ (Maßnahme I.1, Seite 5). Auch „Meisterprämie“ (I.2, Seite 6) kann passen.",
            id="two",
        ),
        pytest.param(
            (KITA_HIT, MEISTER_HIT, BAHN_HIT),
            "Am besten passt „Kitahilfe“ (Maßnahme I.1, Seite 5). Auch diese Maßnahmen können passen: "
            "Meisterprämie (I.2) und Bahnoffensive (II.1).",
            id="three",
        ),
    ],
)
def test_the_answer_names_the_best_measure_and_the_others(shown: tuple[MeasureHit, ...], sentence: str) -> None:
    assert answered(*shown).answer == sentence


def test_two_quotes_a_measure_are_shown_at_most() -> None:
    more = measure_hit("I.1", hit("I.1/text/1"), hit("I.1/field/Ziel"), hit("I.1/title"))
    assert [citation.quote for citation in answered(more).measures[0].citations] == [KITA_TEXT, KITA_GOAL]


def test_the_ranking_names_ten_measures_at_most_each_once_shown_or_not() -> None:
    ranked = tuple(measure_hit(f"I.{number}") for number in (1, 2, 1, *range(3, 14)))
    answer = answered(KITA_HIT, evidence=Evidence(measures=ranked))
    assert answer.ranking == tuple(f"I.{number}" for number in range(1, 11))


def test_a_section_is_quoted_with_its_page() -> None:
    answer = answered(sections=(OUTLOOK_HIT,), evidence=Evidence(measures=(KITA_HIT,), sections=(OUTLOOK_HIT,)))
    assert (answer.status, answer.kind, answer.measures) == (Status.ANSWERED, Kind.TEXT, ())
    assert answer.answer == "Dazu steht etwas im Abschnitt „Ausblick“ (ab Seite 9)."
    quote = "Die Landesregierung wird die Offensive fortsetzen und im kommenden Jahr wieder berichten."
    assert answer.citations == (Citation(quote, 9, "Ausblick"),)
    assert answer.ranking == ("I.1",)


def test_contradictions_of_the_first_measure_are_noted() -> None:
    warning = "I.2: Der Text nennt 2.500 Euro, die Tabelle nichts."
    assert answered(MEISTER_HIT, KITA_HIT).notes == (warning,)
    assert answered(KITA_HIT, MEISTER_HIT).notes == ()


# -- numbers


def by_number(*shown: MeasureHit, missing: tuple[str, ...] = (), neighbours: tuple[str, ...] = ()) -> Answer:
    evidence = Evidence(measures=shown, exact=True, missing=missing, neighbours=neighbours)
    status = Status.ANSWERED if shown else Status.NOT_FOUND
    return compose(Question("Nummer?", Kind.NUMBER), evidence, Verdict(status, shown, (), ""), SMALL_REPORT)


def test_a_number_gets_its_measure() -> None:
    answer = by_number(MEISTER_HIT)
    assert (answer.status, answer.kind, answer.ranking) == (Status.ANSWERED, Kind.NUMBER, ("I.2",))
    assert answer.answer == "Maßnahme I.2 heißt „Meisterprämie“ und steht auf Seite 6."


def test_numbers_that_exist_and_numbers_that_do_not_are_both_told() -> None:
    answer = by_number(KITA_HIT, MEISTER_HIT, missing=("I.7",), neighbours=("I.2", "I.1"))
    assert answer.answer == (
        "Maßnahme I.1 heißt „Kitahilfe“ und steht auf Seite 5. Maßnahme I.2 heißt „Meisterprämie“ und steht auf Seite 6. "
        "Eine Maßnahme I.7 gibt es im Bericht nicht. Cluster I hat die Maßnahmen I.1 bis I.2."
    )
    assert answer.ranking == ("I.1", "I.2")
    assert answer.notes == ("I.2: Der Text nennt 2.500 Euro, die Tabelle nichts.",)


def test_a_number_that_does_not_exist_is_told_with_its_neighbours() -> None:
    answer = by_number(missing=("I.9",), neighbours=("I.2", "I.1"))
    assert (answer.status, answer.kind, answer.measures) == (Status.NOT_FOUND, Kind.NUMBER, ())
    assert answer.answer == "Eine Maßnahme I.9 gibt es im Bericht nicht. Cluster I hat die Maßnahmen I.1 bis I.2."
    assert answer.ranking == ("I.2", "I.1")


def test_a_cluster_that_does_not_exist_is_told() -> None:
    answer = by_number(missing=("IX.1",))
    assert answer.answer == "Eine Maßnahme IX.1 gibt es im Bericht nicht. Der Bericht hat die Cluster I bis II."


# -- quotes are proven


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Die Kitahilfe zahlt 5.000 Euro im Monat.", id="invented"),
        pytest.param(KITA_TEXT.replace("alle", "einige"), id="a word changed"),
        pytest.param(KITA_TEXT.replace("des Landes ", ""), id="a word left out"),
        pytest.param(KITA_TEXT.lower(), id="other capitals"),
        pytest.param(f"{KITA_TEXT} {KITA_GOAL}", id="two places joined"),
        pytest.param(MEISTER.text, id="from another measure"),
        pytest.param("", id="empty"),
        pytest.param(" \n", id="blank"),
    ],
)
def test_a_quote_that_is_not_in_the_measure_never_gets_out(text: str) -> None:
    answer = answered(measure_hit("I.1", hit("I.1/text/1", text), hit("I.1/field/Ziel")), MEISTER_HIT)
    assert answer.measures[0].citations == (Citation(KITA_GOAL, 5, "Ziel"),)
    alone = answered(measure_hit("I.1", hit("I.1/text/1", text)), MEISTER_HIT)
    assert [measure.id for measure in alone.measures] == ["I.2"]
    assert alone.answer == "Am besten passt „Meisterprämie“ (Maßnahme I.2, Seite 6)."


def test_other_white_space_is_no_change() -> None:
    spaced = KITA_TEXT.replace(" ", "\n  ")
    assert answered(measure_hit("I.1", hit("I.1/text/1", spaced))).measures[0].citations == (Citation(spaced, 5, "Text"),)


@pytest.mark.parametrize(
    ("shown", "sections"),
    [
        pytest.param((measure_hit("I.1", hit("I.1/text/1", "Erfunden.")),), (), id="an invented quote"),
        pytest.param((measure_hit("I.1"),), (), id="no quote"),
        pytest.param((measure_hit("VII.1", hit("I.1/text/1")),), (), id="a measure that does not exist"),
        pytest.param((), (hit("Ausblick/1", "Erfunden."),), id="an invented quote of a section"),
        pytest.param((), (Hit(replace(small_passage("Ausblick/1"), owner="Nachwort"), 0.9, 0.0, 0.0),), id="no such section"),
        pytest.param((), (), id="nothing"),
    ],
)
def test_without_a_proven_quote_nothing_is_found(shown: tuple[MeasureHit, ...], sections: tuple[Hit, ...]) -> None:
    answer = answered(*shown, sections=sections, evidence=Evidence(measures=(MEISTER_HIT,)))
    assert answer == Answer(
        question="Wer hilft?", status=Status.NOT_FOUND, kind=Kind.NONE, answer=NOTHING, report=INFO, ranking=("I.2",)
    )


def test_a_refusal_shows_nothing_even_if_there_is_a_valid_quote() -> None:
    verdict = Verdict(Status.NOT_FOUND, (MEISTER_HIT,), (OUTLOOK_HIT,), "")
    answer = compose(TOPIC, Evidence(measures=(MEISTER_HIT,)), verdict, SMALL_REPORT)
    assert (answer.status, answer.kind, answer.answer) == (Status.NOT_FOUND, Kind.NONE, NOTHING)
    assert (answer.measures, answer.citations, answer.notes, answer.ranking) == ((), (), (), ("I.2",))


@given(st.lists(st.text(max_size=40) | st.sampled_from([KITA_TEXT, KITA_GOAL, KITA_TEXT[4:30], MEISTER.text]), max_size=4))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_whatever_is_found_only_verbatim_quotes_are_shown(texts: list[str]) -> None:
    found = tuple(
        Hit(Passage(f"I.1/text/{n}", "I.1", in_measure=True, view=small_passage("I.1/text/1").view, section="Text", page=5, text=t), 1, 0, 0)
        for n, t in enumerate(texts)
    )
    answer = answered(MeasureHit("I.1", 1.0, found))
    source = " ".join(KITA.verbatim.split())
    shown = [citation.quote for measure in answer.measures for citation in measure.citations]
    assert all(quote.strip() and " ".join(quote.split()) in source for quote in shown)
    assert (answer.status is Status.ANSWERED) == bool(shown)


@pytest.mark.parametrize(
    ("quote", "source", "verbatim"),
    [
        pytest.param("b c", "a b c d", True, id="inside"),
        pytest.param("a  b\nc", "a\tb c", True, id="white space aside"),
        pytest.param("a c", "a b c", False, id="not contiguous"),
        pytest.param("A b", "a b", False, id="capitals matter"),
        pytest.param("", "a", False, id="empty"),
        pytest.param("\u00a0", "a", False, id="a blank"),
    ],
)
def test_a_quote_is_verbatim_if_it_is_a_contiguous_piece(quote: str, source: str, verbatim: bool) -> None:
    assert is_verbatim(quote, source) is verbatim
