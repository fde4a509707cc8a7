"""Answers and measures as text, from hand-written records."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from fko_qa.cli.show import answer_text, measure_text, measures_csv, measures_table
from fko_qa.records import Answer, AnsweredMeasure, Citation, Field, Kind, Measure, Status
from tests.fixtures import BAHN, KITA, MEISTER, SMALL_REPORT, measure

ANSWER = Answer(
    question="Wer hilft?",
    status=Status.ANSWERED,
    kind=Kind.TOPIC,
    answer="Am besten passt „Kitahilfe“ (Maßnahme I.1, Seite 5).",
    report=None,
)
GOAL = Citation("Mehr Personal in den Kitas.", 5, "Ziel")


def test_an_answer_without_quotes_is_its_sentence() -> None:
    assert answer_text(ANSWER) == "Am besten passt „Kitahilfe“ (Maßnahme I.1, Seite 5)."


def test_an_answer_shows_measures_quotes_and_notes() -> None:
    shown = AnsweredMeasure("I.1", "Kitahilfe", 5, 0.9, (GOAL,))
    answer = replace(ANSWER, measures=(shown,), notes=("Ein Widerspruch.",))
    assert answer_text(answer).split("\n") == [
        "Am besten passt „Kitahilfe“ (Maßnahme I.1, Seite 5).",
        "",
        "I.1  Kitahilfe  (S. 5)",
        "    „Mehr Personal in den Kitas.“ (Ziel, S. 5)",
        "",
        "Hinweis – Ein Widerspruch.",
    ]


def test_an_answer_from_a_section_shows_where_the_section_begins() -> None:
    answer = replace(ANSWER, answer="Dazu steht etwas.", citations=(Citation("Es geht weiter.", 9, "Ausblick"),))
    assert answer_text(answer).split("\n") == ["Dazu steht etwas.", "", "    „Es geht weiter.“ (Ausblick, ab S. 9)"]


def test_long_lines_are_wrapped_between_words_only() -> None:
    link = "https://www.example.org/" + "sehr-lang-" * 12
    lines = answer_text(replace(ANSWER, answer=f"{'Wort ' * 30}{link} Ende")).split("\n")
    assert lines == [" ".join(["Wort"] * 20), " ".join(["Wort"] * 10), link, "Ende"]


def test_a_whole_measure_is_shown_with_what_the_report_leaves_open() -> None:
    table = (("Jahr", "2022", "2023"), ("Anträge", "72", "36"))
    whole = replace(
        measure(
            "I.1",
            "Kitahilfe",
            5,
            "Ein Satz.\n\nNoch einer.",
            Field("Ziel", ("Mehr", "Personal")),
            Field("Internetpräsenz", ("-",)),
        ),
        tables=(table,),
        footnotes=("KITA: Kindertagesstätte",),
        warnings=("Das Datum passt nicht.",),
    )
    assert measure_text(whole, SMALL_REPORT).split("\n") == [
        "I.1  Kitahilfe",
        "Cluster I: Bildung · Seite 5",
        "",
        "Ein Satz.",
        "",
        "Noch einer.",
        "",
        "Jahr | 2022 | 2023",
        "Anträge | 72 | 36",
        "Ziel: Mehr Personal",
        "Internetpräsenz: keine Angabe",
        "Fußnote: KITA: Kindertagesstätte",
        "Hinweis – Das Datum passt nicht.",
    ]


def test_the_table_has_one_line_a_measure() -> None:
    measures = (replace(KITA, ministries=("MKJFGFI", "MSB")), replace(BAHN, page=100))
    assert measures_table(measures).split("\n") == [
        "I.1    S. 5   MKJFGFI/MSB           Kitahilfe",
        "II.1   S. 100                       Bahnoffensive",
    ]
    assert measures_table(()) == "Keine Maßnahme passt zu dieser Auswahl."


def rows(measures: tuple[Measure, ...]) -> list[list[str]]:
    return list(csv.reader(io.StringIO(measures_csv(measures)), delimiter=";"))


def test_the_csv_has_a_header_and_one_row_a_measure() -> None:
    fields = (
        Field("Beginn/ Laufzeit", ("2023; dann",)),
        Field("Geplante Mittel", ("-",)),
        Field("Partner in der Umsetzung", ("A", "B")),
    )
    full = replace(KITA, fields=fields, ministries=("MAGS", "MSB"), links=("https://a.de", "https://b.de"))
    assert rows((full, MEISTER)) == [
        ["Nr.", "Titel", "Cluster", "Seite", "Ressort", "Laufzeit", "Mittel", "Partner", "Internet"],
        ["I.1", "Kitahilfe", "I", "5", "MAGS, MSB", "2023; dann", "-", "A B", "https://a.de https://b.de"],
        ["I.2", "Meisterprämie", "I", "6", "", "", "", "", ""],
    ]


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+49 211", "'+49 211"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("-", "-"),
        ("#WTFuture", "#WTFuture"),
        ('Der "Kongress"', 'Der "Kongress"'),
    ],
)
def test_no_cell_of_the_csv_is_a_formula(title: str, cell: str) -> None:
    assert rows((replace(KITA, title=title),))[1][1] == cell
