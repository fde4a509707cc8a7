"""Filters → exact sets. What is expected here was read off the report's tables by hand."""

from __future__ import annotations

from datetime import date

import pytest

from fko_qa.filters import (
    Aggregate,
    Event,
    Figure,
    Group,
    MoneyCondition,
    Place,
    Presence,
    Printed,
    SetFilter,
    Sharing,
    TermCondition,
    TermState,
    Website,
    Window,
    parse_filter,
)
from fko_qa.records import Report
from fko_qa.sets import SetResult, apply_filter

MEMBERS = [
    ("Was machen MWIKE und MAGS zusammen?", "III.4 V.2 VI.2 VI.3"),
    ("Welche Maßnahmen werden von drei Ressorts verantwortet?", "III.1 III.7 V.2"),
    ("Welche Maßnahmen hat das Schulministerium zusammen mit dem Familienministerium?", "I.12 III.6 IV.2 VI.4"),
    ("Welche Maßnahmen verantwortet das Schulministerium allein?", "I.1 I.2 I.3 I.4 I.5 I.6 I.7 III.5 V.3 V.4"),
    ("was macht das verkehrsministerium", "IV.6"),
    ("Was macht das Finanzministerium?", ""),
    ("Staatskanzlei", "IV.4 IV.8"),
    ("im dritten cluster vom MAGS", "III.1 III.4 III.7 III.10 III.12"),
    ("MAGS-Maßnahmen ohne MSB im Cluster II", "II.9"),
    ("Cluster 7", ""),
    ("Welche Programme enden 2027?", "II.1 III.2 III.5 IV.5 V.5 VI.2 VI.3"),
    ("Welche Maßnahmen enden 2024?", "II.8 II.9 III.7 IV.3 IV.4 V.8 V.9"),
    ("Welche Maßnahmen enden im Dezember 2024?", "II.8 II.9 IV.3"),
    ("Welche Maßnahmen enden im April 2025?", "I.2 I.4 I.5 I.6 I.7"),
    ("Welche Maßnahmen enden nach 2027?", "I.1 I.3"),
    ("Welche begannen vor 2021?", "I.11 II.2 II.3 III.3 III.4 IV.3 V.6"),
    ("Welche Maßnahmen starten nach 2024?", "II.1"),
    ("Welche Maßnahmen laufen seit 2020?", "I.11 III.3 III.4 V.6"),
    ("Welche Maßnahmen begannen am 01.12.2023?", "V.5"),
    ("Welche Maßnahmen starten zum Schuljahr 2024/25?", "IV.2 V.3 V.4"),
    ("Laufzeit 2024-2027", "VI.2 VI.3"),
    ("Wie viele Maßnahmen liefen 2010?", "II.2"),
    ("Welche Maßnahmen sind schon abgeschlossen?", "III.4 IV.4 IV.8 V.8 VI.5"),
    ("Welche Maßnahmen haben noch nicht begonnen?", "II.1 III.1 IV.2 V.3 V.4 VI.7"),
    ("Welche Maßnahmen laufen unbefristet?", "II.6 II.7 III.13 IV.6 IV.9 IV.11 V.4 V.6"),
    ("Welche Maßnahmen haben nur ein Datum des Inkrafttretens?", "III.1 IV.7"),
    ("Welche Maßnahmen sind taggenau terminiert?", "IV.4 V.5"),
    ("Welche Maßnahmen sind auf zwei Jahre befristet?", "I.2 I.4 I.5 I.6 I.7"),
    ("Befristung auf fünf Jahre", "I.1 I.3"),
    ("Welche Maßnahmen laufen mindestens fünf Jahre?", "I.1 I.3 I.11 III.5 IV.3"),
    ("Was läuft weniger als ein Jahr?", "IV.4 IV.8 V.8"),
    ("Welche Maßnahmen gibt es schon seit mehr als zehn Jahren?", "II.2 II.3"),
    ("Maßnahmen des MAGS mit genau einem anderen Ministerium", "II.4 II.5 II.6 II.7 II.8 III.4 VI.2 VI.3"),
    ("Welches Ministerium hat die wenigsten Maßnahmen?", "III.13 IV.6"),
    ("Wie viele Studien gibt es?", "I.9 IV.10 V.1"),
    ("Summe Ausbildungswege und Übergangslotsen", "II.8 II.9"),
    ("Welche Maßnahmen haben kein Enddatum?", "II.2 II.3 II.6 II.7 III.3 III.6 III.8 III.13 IV.6 IV.9 IV.11 V.4 V.6"),
    ("Welche Maßnahmen haben keine Laufzeit angegeben?", "I.9 I.10"),
    ("Welche Maßnahmen richten sich nach dem Schuljahr?", "II.6 V.3 V.4"),
    ("unter 500.000 Euro", "IV.3 IV.4 IV.5 IV.10 V.1 V.3 V.10 VI.2 VI.3"),
    ("welche massnahmen kosten mehr als 10 mio euro pro jahr", "II.8 II.9 IV.1 V.6"),
    ("zwischen 1 und 5 Mio Euro", "II.5 III.2 III.9"),
    ("Welche Maßnahmen bekommen genau 200.000 Euro pro Jahr?", "IV.5 VI.3"),
    ("kleinstes Budget", "IV.4"),
    ("größtes Budget", "I.11"),
    ("Welche Maßnahme hat pro Jahr das höchste Budget?", "V.6"),
    ("Top 3 Budget", "I.11 V.6 III.4"),
    ("EU-gefördert", "II.2 II.4 II.8 II.9 III.10"),
    ("EFRE", "II.2"),
    ("vom Bund gefördert", "III.7"),
    ("Landesmittel", "II.8 II.9 III.10 V.10"),
    ("ESF-Projekte vom MAGS die 2024 enden", "II.8 II.9"),
    ("Wo macht die AOK mit?", "IV.7"),
    ("Bei welchen Maßnahmen ist die G.I.B. Partner?", "III.7 V.9"),
    ("Maßnahmen mit der Caritas als Partner", ""),
    ("mags massnahmen ohne internetseite", "III.1 III.4 IV.9 IV.10 V.2 V.8 VI.2 VI.3 VI.7"),
    ("Welche Maßnahme läuft am längsten?", "IV.3"),
    ("Welche Maßnahme endet als nächstes?", "V.9"),
    ("Welche Maßnahme startet als nächstes?", "IV.2 V.3 V.4"),
    ("älteste Maßnahme", "II.2"),
    ("neueste Maßnahme", "II.1"),
    ("Welche Maßnahme endet zuerst?", "IV.8"),  # "bis 2022" of III.4 is the end of that year
    ("spätester Beginn im Cluster III", "III.1"),
]


def ask(question: str, report: Report) -> SetResult:
    found = parse_filter(question, report)
    assert found is not None
    return apply_filter(found, report)


@pytest.mark.parametrize(("question", "members"), MEMBERS)
def test_members(question: str, members: str, report: Report) -> None:
    assert ask(question, report).members == tuple(members.split())


@pytest.mark.parametrize(("question", "_members"), MEMBERS)
def test_rows_exist_and_sets_are_disjoint(question: str, _members: str, report: Report) -> None:
    result = ask(question, report)
    assert set(result.fields) == set(result.members)
    assert not set(result.members) & set(result.not_comparable)
    assert len(set(result.not_comparable)) == len(result.not_comparable)
    for member, labels in result.fields.items():
        measure = report.measure(member)
        assert measure is not None
        assert all(label == "Titel" or measure.field(label) is not None for label in labels)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Wie viele Maßnahmen gibt es insgesamt?", "64"),
        ("Wie viele Maßnahmen gibt es in Cluster III?", "13"),
        ("Wie viele Maßnahmen sind vom MSB?", "21"),
        ("Wie viele Maßnahmen hat das Kulturministerium?", "6"),
        ("Wie viele Maßnahmen hat das Finanzministerium?", "0"),
        ("kleinstes Budget", "20.000 Euro"),
        ("größtes Budget", "insgesamt rund 1 Mrd. Euro für die gesamte Laufzeit"),
        ("Welche Maßnahme endet als nächstes?", "11/2023, zunächst bis 11/2024"),
        ("älteste Maßnahme", "seit 2005, wesentlicher Ausbau 2023"),
        ("Wie viel Geld gibt das MHKBD aus?", None),
        ("Wie viel Geld gibt das MLV insgesamt aus?", None),
        ("Wie viel Geld gibt das MKW aus?", "23,1 Mio. Euro pro Jahr; 14.855.028 Euro für die ganze Laufzeit"),
        ("Welches Ministerium hat die meisten Maßnahmen, und wie viele?", "MAGS | 22"),
        ("Welches Ministerium hat die wenigsten Maßnahmen?", "MLV | MUNV | 1"),
        ("Welcher Cluster hat die meisten Maßnahmen?", "III | 13"),
        ("Summe Ausbildungswege und Übergangslotsen", "26,8 Mio. Euro pro Jahr"),
        ("Wie viel Geld bekommen Indien und Indonesien zusammen?", "500.000 Euro pro Jahr"),
        ("Wie viele Studien gibt es?", "3"),
        ("Welche Programme enden 2027?", None),
    ],
)
def test_value(question: str, value: str | None, report: Report) -> None:
    assert ask(question, report).value == value


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("unter 500.000 Euro", "33 Maßnahmen nennen keinen Betrag und konnten nicht verglichen werden."),
        (
            "unter 500.000 Euro",
            "Verglichen wurden die Beträge, wie sie im Bericht stehen: teils pro Jahr, teils für die ganze Laufzeit.",
        ),
        (
            "Welche Maßnahmen enden im April 2025?",
            "Bei 5 Maßnahmen (I.2, I.4, I.5, I.6 und I.7) ist das Ende aus Beginn und Befristung berechnet.",
        ),
        ("ESF", "1 Maßnahme (III.10) nennt den Fonds im Titel, nicht bei den Mitteln."),
        ("ohne Internetseite", "3 Maßnahmen (V.6, V.8 und V.10) kündigen eine Internetseite erst an."),
        (
            "Maßnahmen ohne Budget",
            "4 Maßnahmen (II.7, III.5, V.4 und VI.6) machen zu den Mitteln eine Angabe ohne Betrag in Euro.",
        ),
        ("MAGS-Maßnahmen zur Pflege", "Das Thema „Pflege“ wurde dabei nicht geprüft."),
    ],
)
def test_notes(question: str, note: str, report: Report) -> None:
    assert note in ask(question, report).notes


def test_topic_narrows_what_is_compared(report: Report) -> None:
    found = parse_filter("MAGS-Maßnahmen zur Pflege", report)
    assert found is not None
    result = apply_filter(found, report, topical=("III.12", "I.11"))
    assert result.members == ("III.12",)
    assert result.notes == ()
    assert apply_filter(found, report, topical=()).members == ()


def test_evidence_of_every_condition(report: Report) -> None:
    result = ask("MAGS-Maßnahmen mit Webseite, die 2024 enden und mehr als 1 Mio Euro kosten", report)
    assert result.fields == {
        "III.7": ("Ressort", "Beginn/ Laufzeit", "Geplante Mittel", "Internetpräsenz"),
        "II.8": ("Ressort", "Beginn/ Laufzeit", "Geplante Mittel", "Internetpräsenz"),
        "II.9": ("Ressort", "Beginn/ Laufzeit", "Geplante Mittel", "Internetpräsenz"),
    }


def test_evidence_of_entry_into_force_and_title(report: Report) -> None:
    assert ask("Welche Maßnahmen begannen am 07.12.2023?", report).fields == {"IV.7": ("Inkrafttreten",)}
    assert ask("ESF", report).fields["III.10"] == ("Titel",)


def _running(first: date, last: date) -> SetFilter:
    return SetFilter(terms=(TermCondition(Event.RUNNING, Window(first, last, "")),))


def test_a_term_runs_in_every_year_it_touches(report: Report) -> None:
    """II.8 runs from 11/2023 to 12/2024, II.10 says "2023" only, IV.1 runs "bis mind. Ende der Legislaturperiode"."""
    of_year = {year: apply_filter(_running(date(year, 1, 1), date(year, 12, 31)), report) for year in (2022, 2023, 2024, 2025)}
    assert [year for year, result in of_year.items() if "II.8" in result.members] == [2023, 2024]
    assert [year for year, result in of_year.items() if "II.10" in result.members] == [2023]
    assert "II.10" in of_year[2024].not_comparable
    assert "II.10" not in of_year[2022].not_comparable
    assert [year for year, result in of_year.items() if "IV.1" in result.members] == [2023, 2024]
    assert "IV.1" in of_year[2025].not_comparable
    assert all("V.6" in result.members for result in of_year.values())


def test_coarse_dates_are_not_guessed(report: Report) -> None:
    """A start "2024" may lie before June 2024 or after it."""
    before_june = SetFilter(terms=(TermCondition(Event.START, Window(None, date(2024, 5, 31), "vor 06/2024")),))
    assert {"V.1", "VI.2", "VI.6"} <= set(apply_filter(before_june, report).not_comparable)


def test_negation_turns_known_answers_only(report: Report) -> None:
    window = Window(date(2027, 1, 1), date(2027, 12, 31), "2027")
    ends = apply_filter(SetFilter(terms=(TermCondition(Event.END, window),)), report)
    others = apply_filter(SetFilter(terms=(TermCondition(Event.END, window, negated=True),)), report)
    assert ends.not_comparable == others.not_comparable
    assert len(ends.members) + len(others.members) + len(ends.not_comparable) == len(report.measures)


def test_running_and_over_exclude_each_other(report: Report) -> None:
    running = apply_filter(SetFilter(states=(TermState.RUNNING_NOW,)), report).members
    over = apply_filter(SetFilter(states=(TermState.ENDED,)), report).members
    later = apply_filter(SetFilter(states=(TermState.NOT_STARTED,)), report).members
    assert not set(running) & set(over)
    assert not set(running) & set(later)


def test_with_and_without_are_complements(report: Report) -> None:
    for name, pair in (
        ("website", (Website.WITH, Website.WITHOUT)),
        ("partner", (Presence.WITH, Presence.WITHOUT)),
        ("figure", (Figure.WITH, Figure.WITHOUT)),
        ("figure", (Figure.ROW, Figure.NO_ROW)),
    ):
        both = [apply_filter(SetFilter(**{name: presence}), report).members for presence in pair]
        assert sorted(both[0] + both[1]) == sorted(measure.id for measure in report.measures)


@pytest.mark.parametrize(
    ("asked", "members"),
    [
        # Rows of the table as printed: "30 Stellen", "im Rahmen der üblichen Stellenbewirtschaftung", "aus bereiten Mitteln" …
        (SetFilter(figure=Figure.WORDS), ("II.7", "III.5", "V.4", "VI.6")),
        (SetFilter(printed=(Printed(Place.TITLE, ("Prämie",)),)), ("IV.1", "IV.5")),  # "Meisterprämie"
        (SetFilter(printed=(Printed(Place.TERM, ("laufend",)),)), ("II.6", "II.7", "IV.6")),  # not "fortlaufend"
        (SetFilter(printed=(Printed(Place.TERM, ("Durchführungszeitraum",)),)), ("III.10", "III.11")),
        (SetFilter(printed=(Printed(Place.PARTNERS, ("Certqua", "Auridis")),)), ("IV.3", "V.3")),
        (SetFilter(figure=Figure.ANY_POSTS), ("II.7", "III.7", "V.3", "VI.6")),
        (SetFilter(figure=Figure.WITH, basis="per_year", ministries=("MWIKE",), sharing=Sharing.ALONE), ("II.1", "IV.5", "V.1")),
        (SetFilter(figure=Figure.POSTS), ("II.7", "VI.6")),  # "30 Stellen", "24 neue Stellen"
        (SetFilter(sources=("BMBF",)), ("III.7",)),  # "im Rahmen des InnoVET-Projektes vom BMBF"
        (SetFilter(website=Website.ANNOUNCED), ("V.4", "V.6", "V.8", "V.10")),  # V.4: "Seite in Vorbereitung"
        (SetFilter(states=(TermState.CONTINUED,)), ("II.8", "II.9")),
        (
            SetFilter(partners=("Kammern",)),
            ("II.8", "II.9", "III.13", "IV.8", "IV.11"),
        ),  # IV.8: IHK, III.13: Landwirtschaftskammer
        (SetFilter(partners=("Stiftungen",)), ("IV.3",)),
        (SetFilter(partners=("Regionaldirektion NRW",)), ("II.8", "II.9", "IV.11", "V.2")),
        (SetFilter(partners=("AOK", "Auridis Stiftung"), any_partner=True), ("IV.3", "IV.7")),
        (SetFilter(partners=("AOK", "Auridis Stiftung")), ()),
    ],
)
def test_what_the_rows_say(report: Report, asked: SetFilter, members: tuple[str, ...]) -> None:
    assert apply_filter(asked, report).members == members


def test_an_empty_row_differs_from_an_announced_page(report: Report) -> None:
    without = set(apply_filter(SetFilter(website=Website.WITHOUT), report).members)
    empty = set(apply_filter(SetFilter(website=Website.EMPTY), report).members)
    assert without - empty == {"V.6", "V.8", "V.10"}


def test_a_basis_compares_only_amounts_on_it(report: Report) -> None:
    """II.2 has 10 Mio. per year and 9.5 Mio. in total."""
    over = (MoneyCondition(9_800_000, None, ""),)
    assert "II.2" in apply_filter(SetFilter(money=over, basis="per_year"), report).members
    assert "II.2" not in apply_filter(SetFilter(money=over, basis="total"), report).members
    assert "IV.4" in apply_filter(SetFilter(money=over, basis="total"), report).not_comparable


def test_ties_are_kept(report: Report) -> None:
    result = apply_filter(SetFilter(aggregate=Aggregate.LATEST, event=Event.END), report)
    assert result.members == ("I.1", "I.3")
    smallest = apply_filter(SetFilter(aggregate=Aggregate.SMALLEST, ministries=("MWIKE",), sharing=Sharing.ANY, top=3), report)
    assert smallest.members == ("V.10", "V.1", "IV.5", "VI.3")


def test_apply_is_repeatable(report: Report) -> None:
    found = SetFilter(ministries=("MAGS",), aggregate=Aggregate.COUNT)
    assert apply_filter(found, report) == apply_filter(found, report)


def test_ministries_are_counted_once_each(report: Report) -> None:
    # IV.4 and IV.8: Stk; IV.2: MKJFGFI and MSB; VI.2: MWIKE and MAGS.
    for measures, number in ((("IV.4", "IV.8"), "1"), (("IV.2", "IV.4", "IV.8"), "3"), (("IV.2", "VI.2"), "4")):
        asked = SetFilter(measures=measures, aggregate=Aggregate.COUNT, group=Group.MINISTRY)
        result = apply_filter(asked, report)
        assert (result.members, result.value) == (measures, number)
