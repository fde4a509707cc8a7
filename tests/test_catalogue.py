"""Looking up measures: what the words find, what the filters leave, what is said about a measure. Expected values are read off
the report itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.catalogue import Catalogue, Difference, Selection, read_out
from fko_qa.filters import Figure, Website
from fko_qa.records import NOT_STATED, Field, Report
from tests.fixtures import KITA, SMALL_REPORT, measure


@pytest.fixture(scope="module")
def catalogue(report: Report) -> Catalogue:
    return Catalogue(report)


# -- the search line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("IV.2", ("IV.2",), id="number"),
        pytest.param(" iv 2 ", ("IV.2",), id="number in small letters"),
        pytest.param("4.2", ("IV.2",), id="number in digits"),
        pytest.param("II.1", ("II.1",), id="a number is not the beginning of II.10"),
        pytest.param("II.8 und II.9", ("II.8", "II.9"), id="two numbers"),
        pytest.param("IV.99", (), id="number that does not exist"),
        pytest.param("II.", tuple(f"II.{n}" for n in range(1, 11)), id="on the way to a number"),
        pytest.param("2", tuple(f"II.{n}" for n in range(1, 11)), id="on the way to a number in digits"),
        pytest.param("Cluster VI", tuple(f"VI.{n}" for n in range(1, 9)), id="cluster"),
        pytest.param("Seite 58", ("IV.2",), id="page"),
        pytest.param("Meisterprämie", ("IV.1",), id="name"),
        pytest.param("meisterpr", ("IV.1",), id="half of a name"),
        pytest.param("MEISTERPRAEMIE", ("IV.1",), id="umlaut as two letters"),
        pytest.param("meisterpramie", ("IV.1",), id="umlaut without dots"),
        pytest.param("Meisterprmäie", ("IV.1",), id="two letters swapped"),
        pytest.param("Talentskouting", ("II.3",), id="one wrong letter"),
        pytest.param("Talentsouting", ("II.3",), id="one letter lost"),
        pytest.param("wärmepumpen prämie", ("IV.5",), id="two words, one inside of another"),
        pytest.param("die Meisterprämie für uns", ("IV.1",), id="function words do not narrow"),
        pytest.param("Kitahelfer", ("I.11",), id="a hyphen left out"),
        pytest.param("MLV", ("III.13",), id="ministry's code"),
        pytest.param("Verkehrsministerium", ("IV.6",), id="ministry's everyday name"),
        pytest.param("MAGS Meister", ("IV.1",), id="ministry and word"),
        pytest.param("xyzzy", (), id="no such word"),
        pytest.param("Meisterprämie xyzzy", (), id="every word counts"),
    ],
)
def test_the_search_line_understands(catalogue: Catalogue, text: str, expected: tuple[str, ...]) -> None:
    assert catalogue.search(text) == expected


def test_an_empty_line_finds_everything_in_the_reports_order(catalogue: Catalogue, report: Report) -> None:
    assert catalogue.search("  ") == tuple(one.id for one in report.measures)


def test_a_ministry_finds_exactly_its_measures(catalogue: Catalogue, report: Report) -> None:
    own = tuple(one.id for one in report.measures if "MSB" in one.ministries)
    assert catalogue.search("Schulministerium") == catalogue.search("MSB") == catalogue.search("msb") == own


def test_hits_in_titles_come_first() -> None:
    other = measure("I.3", "Etwas anderes", 7, "Auch die Kitahilfe wird genannt.")
    report = replace(SMALL_REPORT, measures=(other, *SMALL_REPORT.measures))
    assert Catalogue(report).search("kitahilfe") == ("I.1", "I.3")


@given(st.text(max_size=60) | st.text("IV.12 ab§äßMAGSohne", max_size=30))
def test_any_text_is_taken_and_finds_only_what_there_is(text: str) -> None:
    catalogue = Catalogue(SMALL_REPORT)
    found = catalogue.find(Selection(text=text, partner=text[::-1]), near=("I.2",))
    assert set(found.ids) <= {"I.1", "I.2", "II.1"}
    assert len(set(found.ids)) == len(found.ids)


# -- filters


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        pytest.param(Selection(cluster="II"), {f"II.{n}" for n in range(1, 11)}, id="cluster"),
        pytest.param(Selection(ministry="Stk"), {"IV.4", "IV.8"}, id="ministry"),
        # Two of five years from 05/2023, and what has no end.
        pytest.param(
            Selection(year=2028),
            set("I.1 I.3 II.2 II.3 II.6 II.7 III.3 III.6 III.8 III.13 IV.6 IV.9 IV.11 V.4 V.6".split()),
            id="year",
        ),
        pytest.param(Selection(figure=Figure.WITH, cluster="VI"), {"VI.2", "VI.3"}, id="with an amount"),
        pytest.param(Selection(figure=Figure.WITHOUT, cluster="II"), {"II.6", "II.7", "II.10"}, id="without an amount"),
        pytest.param(Selection(figure=Figure.NO_ROW, cluster="II"), {"II.6", "II.10"}, id="no word about money"),
        pytest.param(Selection(source="ESF"), {"II.4", "II.8", "II.9", "III.10"}, id="ESF, by row or title"),
        pytest.param(Selection(source="JTF"), {"III.10"}, id="JTF"),
        pytest.param(Selection(source="EFRE"), {"II.2"}, id="EFRE"),
        pytest.param(Selection(source="Landesmittel"), {"II.8", "II.9", "III.10", "V.10"}, id="the state's money"),
        pytest.param(Selection(source="Bund"), {"III.7"}, id="the federation's money"),
        pytest.param(Selection(partner="auridis"), {"IV.3"}, id="partner"),
        pytest.param(Selection(partner="AOK"), {"IV.7"}, id="partner as an acronym"),
        pytest.param(
            Selection(partner="Arbeitsamt"), {"II.8", "II.9", "IV.8", "IV.11", "V.2", "V.3"}, id="partner, as people say"
        ),
        pytest.param(Selection(website=Website.WITH, cluster="VI"), {"VI.5"}, id="with a website"),
        pytest.param(
            Selection(website=Website.WITHOUT, cluster="V"), {"V.1", "V.2", "V.6", "V.8", "V.10"}, id="without a website"
        ),
        pytest.param(
            Selection(text="Handwerk", ministry="MWIKE", figure=Figure.WITH),
            {"II.1", "III.3", "III.4", "IV.5", "V.1", "V.10"},
            id="all at once",
        ),
    ],
)
def test_filters_leave(catalogue: Catalogue, selection: Selection, expected: set[str]) -> None:
    assert set(catalogue.find(selection).ids) == expected


def test_a_term_that_is_over_does_not_run_any_more(catalogue: Catalogue) -> None:
    assert "IV.8" in catalogue.find(Selection(year=2023)).ids  # 03/2023 bis 11/2023
    assert "IV.8" not in catalogue.find(Selection(year=2024)).ids


def test_what_cannot_be_compared_is_said_of_the_hits_only(catalogue: Catalogue) -> None:
    note = "1 Maßnahme (I.9) nennt keine Laufzeit und konnte nicht verglichen werden."
    assert note in catalogue.find(Selection(text="I.9 I.8", year=2024)).notes
    assert catalogue.find(Selection(text="IV.1", year=2024)).notes == ()


def test_what_fits_by_meaning_follows_what_has_the_words() -> None:
    found = Catalogue(SMALL_REPORT).find(Selection(text="Kitahilfe"), near=("II.1", "I.1"))
    assert (found.ids, found.near) == (("I.1", "II.1"), ("II.1",))


@pytest.mark.parametrize(
    ("selection", "unfiltered", "missing"),
    [
        (Selection(text="xyzzy"), 0, ()),
        (Selection(text="IV.99"), 0, ("IV.99",)),
        (Selection(text="Meisterprämie", cluster="I"), 1, ()),
        (Selection(cluster="I", source="JTF"), 64, ()),
    ],
)
def test_an_empty_list_knows_why(catalogue: Catalogue, selection: Selection, unfiltered: int, missing: tuple[str, ...]) -> None:
    found = catalogue.find(selection)
    assert (found.ids, found.unfiltered, found.missing) == ((), unfiltered, missing)


def test_the_filters_offer_what_the_report_has(catalogue: Catalogue) -> None:
    choices = catalogue.choices()
    assert list(choices.clusters) == ["I", "II", "III", "IV", "V", "VI"]
    assert set(choices.ministries) == {"Stk", "MWIKE", "MKJFGFI", "MAGS", "MSB", "MHKBD", "MUNV", "MLV", "MKW"}
    assert (choices.years[0], choices.years[-1]) == (2028, 2005)
    assert choices.sources == ("ESF", "JTF", "EFRE", "Landesmittel", "Bund")


def test_a_report_without_terms_offers_no_years() -> None:
    assert Catalogue(SMALL_REPORT).choices().years == ()


# -- rows, sentences, relations


def test_a_row_has_the_reports_words_and_what_to_sort_by(catalogue: Catalogue) -> None:
    rows = {row.id: row for row in catalogue.entries()}
    meister = rows["IV.1"]
    assert (meister.term, meister.begin) == ("06/2023 bis mind. Ende der Legislaturperiode", "2023-06-01")
    assert (meister.money, meister.amount) == ("2023 ca. 5,5 Mio. Euro, danach jährlich ca. 11 Mio. Euro", 11_000_000)
    assert (rows["III.1"].term, rows["III.1"].begin) == ("in Kraft: voraussichtlich 4. Quartal 2024", "2024-10-01")
    assert (rows["I.9"].term, rows["I.9"].begin, rows["I.9"].amount) == (NOT_STATED, "", None)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (
            "IV.1",
            "Die Maßnahme IV.1 „Meisterprämie NRW“ läuft laut Bericht vom 25.06.2024 von 06/2023 bis mind. Ende der "
            "Legislaturperiode; zuständig ist das Ministerium für Arbeit, Gesundheit und Soziales (MAGS); geplant sind 2023 ca. "
            "5,5 Mio. Euro, danach jährlich ca. 11 Mio. Euro.",
        ),
        (
            "IV.2",
            "Für die Maßnahme IV.2 „QiK - Quereinstieg in die Kinderbetreuung“ nennt der Bericht vom 25.06.2024 als Beginn oder "
            "Laufzeit „08/2024“; zuständig sind das Ministerium für Kinder, Jugend, Familie, Gleichstellung, Flucht und "
            "Integration (MKJFGFI) und das Ministerium für Schule und Bildung (MSB); zu geplanten Mitteln: keine Angabe.",
        ),
        (
            "IV.4",
            "Die Maßnahme IV.4 „Bewerbungstag 2024 – (Quer-) Einstieg in die Film- und Fernsehbranche“ läuft laut Bericht vom "
            "25.06.2024 vom 07.02.2024 bis 30.04.2024; zuständig ist die Staatskanzlei (Stk); geplant sind 20.000 Euro.",
        ),
        (
            "III.4",
            "Die Maßnahme III.4 „InnovationSPIN Lemgo“ läuft laut Bericht vom 25.06.2024 von 2020 bis 2023; zuständig sind das "
            "Ministerium für Wirtschaft, Industrie, Klimaschutz und Energie (MWIKE) und das Ministerium für Arbeit, Gesundheit "
            "und Soziales (MAGS); zu den Mitteln heißt es „Gesamtmittel 27 Mio. Euro“.",
        ),
    ],
)
def test_the_sentence_to_read_out(report: Report, number: str, sentence: str) -> None:
    one = report.measure(number)
    assert one is not None
    assert read_out(one, report) == sentence


@pytest.mark.parametrize(
    ("number", "beginning"),
    [
        ("III.3", "Die Maßnahme III.3 „Förderung von beruflichen Bildungseinrichtungen im Rahmen der Gemeinschaftsaufgabe "
         "‚Verbesserung der regionalen Wirtschaftsstruktur‘“ läuft laut Bericht vom 25.06.2024 seit 2020;"),
        ("IV.7", "Die Maßnahme IV.7 „Neuer Fortbildungsberuf Krankenkassenfachwirt/in“ gilt laut Bericht vom 25.06.2024 ab "
         "07.12.2023;"),
        ("I.10", "Zur Laufzeit sagt der Bericht vom 25.06.2024 für die Maßnahme I.10 „Sofortprogramm Kita - Öffnung der "
         "Personalverordnung“ nichts (keine Angabe);"),
    ],
)  # fmt: skip
def test_the_sentence_fits_what_the_report_says_of_the_term(report: Report, number: str, beginning: str) -> None:
    one = report.measure(number)
    assert one is not None
    assert read_out(one, report).startswith(beginning)


def test_every_measure_has_a_sentence_with_its_own_values(report: Report) -> None:
    for one in report.measures:
        sentence = read_out(one, report)
        assert sentence.endswith((".", "“."))
        assert one.id in sentence
        assert all(f"({code})" in sentence for code in one.ministries)


def test_a_ministry_whose_name_is_not_known_is_said_by_its_code() -> None:
    assert "; zuständig ist XY; " in read_out(replace(KITA, ministries=("XY",)), SMALL_REPORT)
    assert "; zur Zuständigkeit: keine Angabe; " in read_out(KITA, SMALL_REPORT)


def test_relations_leave_out_the_measure_itself(catalogue: Catalogue, report: Report) -> None:
    meister = report.measure("IV.1")
    assert meister is not None
    assert catalogue.same_partner("IV.1") == {}
    assert catalogue.same_partner("V.3") == {"Bundesagentur für Arbeit": ("II.8", "II.9", "IV.8", "IV.11", "V.2")}
    assert catalogue.same_ministry(meister) == {"MAGS": sum("MAGS" in one.ministries for one in report.measures) - 1}


def test_two_measures_side_by_side() -> None:
    one = measure("I.1", "Eins", 5, "a", Field("Ziel", ("Mehr.",)), Field("Ressort", ("MAGS",)))
    other = measure("I.2", "Zwei", 6, "b", Field("Ressort", ("MAGS",)), Field("Laufzeit", ("-",)))
    rows = Catalogue(SMALL_REPORT).differences(one, other)
    assert rows == (
        Difference("Titel", "Eins", "Zwei"),
        Difference("Cluster", "I", "I"),
        Difference("Ziel", "Mehr.", NOT_STATED),
        Difference("Ressort", "MAGS", "MAGS"),
        Difference("Laufzeit", NOT_STATED, NOT_STATED),
        Difference("Seite", "5", "6"),
    )
    assert [row.label for row in rows if row.differs] == ["Titel", "Ziel", "Seite"]
