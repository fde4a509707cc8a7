"""Answers from hand-written evidence: what is shown, in which words, and that no quote gets out that is not in the report."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fko_qa.compose import compose, is_verbatim
from fko_qa.question import Question
from fko_qa.records import (
    Answer,
    AnsweredMeasure,
    Citation,
    Evidence,
    FoundFact,
    FoundSet,
    Hit,
    Kind,
    MeasureHit,
    Passage,
    ReportInfo,
    Signals,
    Status,
    Verdict,
)
from tests.fixtures import KITA, MEISTER, SMALL_REPORT, small_passage

TOPIC = Question("Wer hilft?", Kind.TOPIC, "Wer hilft?", words=("hilft",))
SIGNALS = Signals(top_cosine=0.9, top_lexical=5.0)
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
    evidence = evidence or Evidence(measures=shown, sections=sections, signals=SIGNALS)
    return compose(TOPIC, evidence, Verdict(Status.ANSWERED, shown, sections, ""), SMALL_REPORT)


# -- what is shown


def test_a_measure_is_shown_with_its_quotes_pages_and_parts() -> None:
    assert answered(KITA_HIT) == Answer(
        question="Wer hilft?",
        status=Status.ANSWERED,
        kind=Kind.TOPIC,
        answer="Am besten passt „Kitahilfe“ (Maßnahme I.1, Seite 5).",
        report=INFO,
        measures=(
            AnsweredMeasure("I.1", "Kitahilfe", 5, 0.8765, (Citation(KITA_TEXT, 5, "Text"), Citation(KITA_GOAL, 5, "Ziel"))),
        ),
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
    answer = answered(KITA_HIT, evidence=Evidence(measures=ranked, signals=SIGNALS))
    assert answer.ranking == tuple(f"I.{number}" for number in range(1, 11))


def test_a_section_is_quoted_with_its_page() -> None:
    answer = answered(sections=(OUTLOOK_HIT,), evidence=Evidence((KITA_HIT,), (OUTLOOK_HIT,), signals=SIGNALS))
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
    evidence = Evidence(measures=shown, missing=missing, neighbours=neighbours)
    status = Status.ANSWERED if shown else Status.NOT_FOUND
    return compose(Question("Nummer?", Kind.NUMBER, "Nummer?"), evidence, Verdict(status, shown, (), ""), SMALL_REPORT)


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
    answer = answered(*shown, sections=sections, evidence=Evidence(measures=(MEISTER_HIT,), signals=SIGNALS))
    assert answer == Answer(
        question="Wer hilft?", status=Status.NOT_FOUND, kind=Kind.NONE, answer=NOTHING, report=INFO, ranking=("I.2",)
    )


# -- near misses, languages, follow-ups


def test_a_near_miss_shows_what_is_related_and_says_that_it_is_no_answer() -> None:
    kita = replace(KITA, ministries=("MKJFGFI", "XYZ"))
    report = replace(SMALL_REPORT, measures=(kita, MEISTER))
    evidence = Evidence((KITA_HIT, MEISTER_HIT), signals=SIGNALS)
    answer = compose(TOPIC, evidence, Verdict(Status.PARTIAL, (KITA_HIT,), (), ""), report)
    assert (answer.status, answer.kind, [measure.id for measure in answer.measures]) == (Status.PARTIAL, Kind.TOPIC, ["I.1"])
    assert answer.answer == (
        "Genau dazu steht nichts im Bericht vom 25.06.2024. Verwandt ist „Kitahilfe“ (Maßnahme I.1, Seite 5). "
        "Auskunft gibt: Ministerium für Kinder und XYZ."
    )
    assert answer.ranking == ("I.1", "I.2")


def test_a_near_miss_without_a_ministry_names_the_service_number() -> None:
    answer = compose(TOPIC, Evidence((BAHN_HIT,), signals=SIGNALS), Verdict(Status.PARTIAL, (BAHN_HIT,), (), ""), SMALL_REPORT)
    assert answer.answer.endswith("Auskunft gibt die Servicenummer 115.")


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        pytest.param("tr", ("Rapor Almancadır. Alıntılar Almanca özgün metindir.",), id="a notice in the asker's language"),
        pytest.param("de", (), id="none in German"),
        pytest.param("xx", (), id="none in a language without a text"),
        pytest.param(None, (), id="none if the language is not clear"),
    ],
)
def test_the_askers_language_is_noted(language: str | None, notes: tuple[str, ...]) -> None:
    evidence = Evidence((KITA_HIT,), signals=replace(SIGNALS, language=language))
    assert answered(KITA_HIT, evidence=evidence).notes == notes


def test_what_was_carried_over_is_noted() -> None:
    question = replace(TOPIC, carried="Was ist die Kitahilfe?")
    answer = compose(
        question, Evidence((KITA_HIT,), signals=SIGNALS), Verdict(Status.ANSWERED, (KITA_HIT,), (), ""), SMALL_REPORT
    )
    assert answer.notes == ("Bezogen auf Ihre Frage „Was ist die Kitahilfe?“.",)


# -- facts


def fact(measure_id: str, value: str, *hits: Hit, stated: bool = True) -> FoundFact:
    return FoundFact(measure_id, "Betrag", value, hits, stated)


PRIZE = fact("I.2", "2.500 Euro", hit("I.2/text/1"))
FIELD = Question("Wie viel?", Kind.FIELD, "Meister", words=("meister",))


def with_facts(*facts: FoundFact, shown: tuple[MeasureHit, ...] = (MEISTER_HIT,), status: Status = Status.ANSWERED) -> Answer:
    return compose(FIELD, Evidence(shown, signals=SIGNALS, facts=facts), Verdict(status, shown, (), ""), SMALL_REPORT)


def test_a_fact_is_told_with_its_value_and_its_quote_first() -> None:
    answer = with_facts(PRIZE)
    assert (answer.status, answer.kind, answer.value) == (Status.ANSWERED, Kind.FIELD, "2.500 Euro")
    assert answer.answer == "Betrag: 2.500 Euro („Meisterprämie“, Maßnahme I.2, Seite 6)."
    assert answer.measures[0].citations == (Citation(MEISTER.text, 6, "Text"), Citation("Mehr Meister im Handwerk.", 6, "Ziel"))


def test_a_fact_that_is_not_stated_is_said_to_be_missing() -> None:
    answer = with_facts(fact("I.2", "keine Angabe", stated=False), status=Status.PARTIAL)
    assert (answer.status, answer.value) == (Status.PARTIAL, "keine Angabe")
    assert answer.answer == (
        "Betrag: keine Angabe. Der Bericht vom 25.06.2024 nennt das bei „Meisterprämie“ (Maßnahme I.2, Seite 6) nicht. "
        "Auskunft gibt die Servicenummer 115."
    )


def test_a_near_miss_never_looks_like_an_answer() -> None:
    """A fact of the nearest measure was found, but it is not what is asked: neither its value nor its sentence is given."""
    answer = with_facts(PRIZE, status=Status.PARTIAL)
    assert (answer.status, answer.value) == (Status.PARTIAL, None)
    assert answer.answer.startswith("Genau dazu steht nichts im Bericht vom 25.06.2024. Verwandt ist „")


def test_the_values_of_two_measures_are_joined_in_order() -> None:
    answer = with_facts(fact("I.1", "viel Personal", hit("I.1/text/1")), PRIZE, shown=(KITA_HIT, MEISTER_HIT))
    assert answer.value == "viel Personal | 2.500 Euro"


@pytest.mark.parametrize(
    "invented",
    [
        pytest.param(fact("I.2", "9.999 Euro", hit("I.2/text/1", "Die Prämie beträgt 9.999 Euro.")), id="from an invented quote"),
        pytest.param(fact("I.2", "9.999 Euro"), id="without a quote"),
        pytest.param(fact("VII.1", "9.999 Euro", hit("I.2/text/1")), id="of a measure that does not exist"),
    ],
)
def test_a_value_without_a_proven_quote_never_gets_out(invented: FoundFact) -> None:
    answer = with_facts(invented)
    assert answer.value is None
    assert "9.999" not in answer.answer
    assert with_facts(invented, PRIZE).value == "2.500 Euro"


# -- sets


def of_set(*shown: MeasureHit, value: str | None = None, notes: tuple[str, ...] = ()) -> Answer:
    found = FoundSet(tuple(hit.measure_id for hit in shown), value, "Ressort: MAGS", {}, notes)
    status = Status.ANSWERED if shown else Status.NOT_FOUND
    question = Question("Was macht das MAGS?", Kind.SET, "Was macht das MAGS?")
    return compose(question, Evidence(shown, found_set=found), Verdict(status, shown, (), ""), SMALL_REPORT)


@pytest.mark.parametrize(
    ("shown", "value", "sentence"),
    [
        pytest.param((KITA_HIT,), None, "1 Maßnahme passt (verstanden als – Ressort: MAGS).", id="one"),
        pytest.param((KITA_HIT, MEISTER_HIT), None, "2 Maßnahmen passen (verstanden als – Ressort: MAGS).", id="two"),
        pytest.param((KITA_HIT, MEISTER_HIT), "2", "2 Maßnahmen passen (verstanden als – Ressort: MAGS).", id="a count"),
        pytest.param((KITA_HIT,), "5 Euro", "1 Maßnahme passt (verstanden als – Ressort: MAGS). Ergebnis: 5 Euro.", id="a value"),
        pytest.param((), "0", "Keine Maßnahme passt (verstanden als – Ressort: MAGS).", id="none"),
    ],
)
def test_a_set_is_counted_and_shown_whole_with_its_filter(
    shown: tuple[MeasureHit, ...], value: str | None, sentence: str
) -> None:
    answer = of_set(*shown, value=value)
    assert (answer.answer, answer.value, answer.filter, answer.kind) == (sentence, value, "Ressort: MAGS", Kind.SET)
    assert [measure.id for measure in answer.measures] == [hit.measure_id for hit in shown]


def test_what_a_set_could_not_compare_is_noted() -> None:
    assert of_set(MEISTER_HIT, notes=("Ohne Betrag: I.1.",)).notes == ("Ohne Betrag: I.1.",)


# -- any evidence


@given(st.lists(st.text(max_size=40) | st.sampled_from([KITA_TEXT, KITA_GOAL, KITA_TEXT[4:30], MEISTER.text]), max_size=4))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_whatever_is_found_only_verbatim_quotes_are_shown(texts: list[str]) -> None:
    found = tuple(
        Hit(
            Passage(
                f"I.1/text/{n}", "I.1", in_measure=True, view=small_passage("I.1/text/1").view, section="Text", page=5, text=t
            ),
            1,
            0,
            0,
        )
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
