"""Set questions in the words of real people → how they are understood; and questions that are none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fko_qa.filters import (
    Aggregate,
    Event,
    Group,
    MoneyCondition,
    SetFilter,
    Sharing,
    TermCondition,
    TermState,
    Website,
    Window,
    describe,
    parse_filter,
)
from fko_qa.filters.scan import Scan, corrected, edits, fold
from fko_qa.records import Report

# One question a line, and behind a tab how it is understood; without a tab it is no set question.
_LINES = (Path(__file__).parent / "data" / "set_questions.tsv").read_text(encoding="utf-8").splitlines()
UNDERSTOOD = [tuple(line.split("\t")) for line in _LINES if "\t" in line]
NO_SET = [line for line in _LINES if "\t" not in line]

TYPED = [
    ("Was machen MWIKE und MAGS zusammen?", SetFilter(ministries=("MWIKE", "MAGS"), sharing=Sharing.JOINT)),
    ("MAGS-Maßnahmen zur Pflege", SetFilter(ministries=("MAGS",), topic="Pflege")),
    ("Welche Maßnahmen sind nicht vom MAGS?", SetFilter(excluded_ministries=("MAGS",))),
    (
        "Welche Programme enden 2027?",
        SetFilter(terms=(TermCondition(Event.END, Window(date(2027, 1, 1), date(2027, 12, 31), "2027")),)),
    ),
    (
        "Wie viele Maßnahmen starten nach Juni 2023?",
        SetFilter(
            aggregate=Aggregate.COUNT,
            terms=(TermCondition(Event.START, Window(date(2023, 7, 1), None, "nach 06/2023")),),
        ),
    ),
    ("unter 500.000 Euro", SetFilter(money=(MoneyCondition(None, 499_999, "unter 500.000 Euro"),))),
    (
        "Maßnahmen mit mindestens 2,5 Mio. Euro pro Jahr",
        SetFilter(money=(MoneyCondition(2_500_000, None, "mindestens 2,5 Mio. Euro"),), basis="per_year"),
    ),
    ("Welche drei Programme haben das höchste Budget?", SetFilter(aggregate=Aggregate.LARGEST, top=3)),
    ("Welche Maßnahmen haben kein Enddatum?", SetFilter(states=(TermState.OPEN_ENDED,))),
    ("Maßnahmen ohne Homepage", SetFilter(website=Website.WITHOUT)),
    ("Maßnahmen mit AOK oder IHK als Partner", SetFilter(partners=("AOK", "IHK"), any_partner=True)),
]


@pytest.mark.parametrize(("question", "line"), UNDERSTOOD)
def test_set_question_is_understood(question: str, line: str, report: Report) -> None:
    found = parse_filter(question, report)
    assert found is not None
    assert describe(found) == line


@pytest.mark.parametrize("question", NO_SET)
def test_other_question_is_no_set(question: str, report: Report) -> None:
    found = parse_filter(question, report)
    assert found is None, describe(found)


@pytest.mark.parametrize(("question", "expected"), TYPED)
def test_filter_is_typed(question: str, expected: SetFilter, report: Report) -> None:
    assert parse_filter(question, report) == expected


@pytest.mark.parametrize("question", [question for question, _ in UNDERSTOOD[::3]])
def test_umlauts_and_capitals_do_not_matter(question: str, report: Report) -> None:
    plain = question.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})).rstrip("?.!")
    first, second = parse_filter(question, report), parse_filter(plain, report)
    assert first is not None
    assert second is not None
    assert fold(describe(first)).partition("thema")[0] == fold(describe(second)).partition("thema")[0]


@pytest.mark.parametrize("code", ["MAGS", "MSB", "MKW", "MWIKE", "MKJFGFI", "MHKBD", "JM", "MUNV", "MLV", "FM", "Stk", "MCdS"])
def test_every_code_and_long_name_is_known(code: str, report: Report) -> None:
    for name in (code, report.ministries[code]):
        found = parse_filter(f"Maßnahmen: {name}", report)
        assert found is not None
        assert code in found.ministries


@pytest.mark.parametrize("text", ["", "?", "…", "   ", "a" * 4000, "und " * 500])
def test_odd_input_is_no_set(text: str, report: Report) -> None:
    assert parse_filter(text, report) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("massnamen", "massnahmen"), ("shculministerium", "schulministerium"), ("pflege", "pflege"), ("laufzeti", "laufzeit")],
)
def test_key_words_are_corrected(typed: str, meant: str) -> None:
    assert corrected(typed) == meant


@pytest.mark.parametrize(("one", "other", "number"), [("", "ab", 2), ("ab", "ba", 1), ("maus", "haus", 1), ("ab", "ab", 0)])
def test_edits(one: str, other: str, number: int) -> None:
    assert edits(one, other) == number


def test_scan_keeps_what_nobody_takes() -> None:
    scan = Scan("Welche Kita-Helfer gibt es ohne Ausbildung?")
    assert scan.rest() == ("Kita-Helfer gibt es ohne Ausbildung",)


def test_impossible_dates_stay_in_the_topic(report: Report) -> None:
    assert parse_filter("Maßnahmen mit Start am 31.02.2024", report) is None


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (SetFilter(aggregate=Aggregate.COUNT, group=Group.MINISTRY), "Gefragt: Anzahl der Ressorts"),
        (SetFilter(aggregate=Aggregate.COUNT, group=Group.CLUSTER), "Gefragt: Anzahl"),
        (SetFilter(aggregate=Aggregate.LARGEST, group=Group.MINISTRY), "Gefragt: höchste geplante Mittel"),
        (SetFilter(aggregate=Aggregate.MOST), "Gefragt: Ressort mit den meisten Maßnahmen"),
        (SetFilter(group=Group.CLUSTER), "Alle Maßnahmen"),
    ],
)
def test_a_group_that_the_aggregate_has_no_use_for_says_nothing(found: SetFilter, line: str) -> None:
    assert describe(found) == line
