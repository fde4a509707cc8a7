"""Terms. The first table is every one of the report's 64 measures, its raw value copied and its meaning derived by hand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.records import Period, Report
from fko_qa.report.period import parse_period

TERM, FORCE = "Beginn/ Laufzeit", "Inkrafttreten"
TWO_YEARS = (TERM, "05/2023 (Befristung auf zwei Jahre)", Period(TERM, "2023-05", precision="month", duration_years=2))
FIVE_YEARS = (TERM, "05/2023 (Befristung auf fünf Jahre)", Period(TERM, "2023-05", precision="month", duration_years=5))


def years(start: str, end: str) -> tuple[str, str, Period]:
    return TERM, f"{start} bis {end}", Period(TERM, start, end, "year")


def months(value: str, start: str, end: str) -> tuple[str, str, Period]:
    return TERM, value, Period(TERM, start, end, "month")


# Measure → the field that states the term, its raw value, its meaning.
TERMS: dict[str, tuple[str, str, Period | None]] = {
    "I.1": FIVE_YEARS,
    "I.2": TWO_YEARS,
    "I.3": FIVE_YEARS,
    "I.4": TWO_YEARS,
    "I.5": TWO_YEARS,
    "I.6": TWO_YEARS,
    "I.7": TWO_YEARS,
    "I.8": (TERM, "Ende 2023 bis Ende 2026", Period(TERM, "2023", "2026", "year", approximate=True)),
    "I.9": (TERM, "", None),  # has a Veröffentlichung instead
    "I.10": (TERM, "-", None),
    "I.11": months("08/2020 bis 07/2026", "2020-08", "2026-07"),
    "I.12": years("2023", "2025"),
    "II.1": years("2025", "2027"),
    "II.2": (TERM, "seit 2005, wesentlicher Ausbau 2023", Period(TERM, "2005", precision="year", open_ended=True)),
    "II.3": (TERM, "seit 2011, Ausweitung des Programms ab 2024", Period(TERM, "2011", precision="year", open_ended=True)),
    "II.4": months("08/2023 bis 07/2025", "2023-08", "2025-07"),
    "II.5": (
        TERM,
        "Ausbildungsbotschafter 01/2024 bis 12/2025 KAUSA 09/2022 bis 07/2025",
        Period(
            TERM,
            "2022-09",  # the earlier start, the later end
            "2025-12",
            "month",
            parts=(
                Period(TERM, "2024-01", "2025-12", "month", label="Ausbildungsbotschafter"),
                Period(TERM, "2022-09", "2025-07", "month", label="KAUSA"),
            ),
        ),
    ),
    "II.6": (
        TERM,
        "ab dem Schuljahr 2023/2024 laufend",
        Period(TERM, "2023", precision="school_year", open_ended=True, ongoing=True),
    ),
    "II.7": (TERM, "laufend", Period(TERM, open_ended=True, ongoing=True)),
    "II.8": months("11/2023 bis 12/2024 (weitere Durchgänge geplant)", "2023-11", "2024-12"),
    "II.9": months("07/2023 bis 12/2024 (weitere Durchgänge geplant)", "2023-07", "2024-12"),
    "II.10": (TERM, "2023", Period(TERM, "2023", precision="year")),
    "III.1": (FORCE, "voraussichtlich 4. Quartal 2024", Period(FORCE, "2024-Q4", precision="quarter", approximate=True)),
    "III.2": years("2023", "2027"),
    "III.3": (TERM, "seit 2020", Period(TERM, "2020", precision="year", open_ended=True)),
    "III.4": years("2020", "2023"),
    "III.5": years("2021", "2027"),
    "III.6": (TERM, "seit 08/2021", Period(TERM, "2021-08", precision="month", open_ended=True)),
    "III.7": years("2021", "2024"),
    "III.8": (TERM, "ab 2024", Period(TERM, "2024", precision="year", open_ended=True)),
    "III.9": (TERM, "2024", Period(TERM, "2024", precision="year")),
    "III.10": months("01/2024 bis 06/2026 (Durchführungszeitraum)", "2024-01", "2026-06"),
    "III.11": months("02/2024 bis 09/2026 (Durchführungszeitraum)", "2024-02", "2026-09"),
    "III.12": months("10/2023 bis 12/2026", "2023-10", "2026-12"),
    "III.13": (
        TERM,
        "seit 11/2022 fortlaufend",
        Period(TERM, "2022-11", precision="month", open_ended=True, ongoing=True),
    ),
    # An end is named, though not as a date: not open-ended.
    "IV.1": (TERM, "06/2023 bis mind. Ende der Legislaturperiode", Period(TERM, "2023-06", precision="month", approximate=True)),
    "IV.2": (TERM, "08/2024", Period(TERM, "2024-08", precision="month")),
    "IV.3": (TERM, "seit 2016 bis zum 31.12.2024", Period(TERM, "2016", "2024-12-31", "year")),
    "IV.4": (TERM, "07.02.2024 bis 30.04.2024", Period(TERM, "2024-02-07", "2024-04-30", "day")),
    "IV.5": years("2022", "2027"),
    "IV.6": (TERM, "seit 2023 (laufend)", Period(TERM, "2023", precision="year", open_ended=True, ongoing=True)),
    "IV.7": (FORCE, "07.12.2023", Period(FORCE, "2023-12-07", precision="day")),
    "IV.8": months("03/2023 bis 11/2023", "2023-03", "2023-11"),
    "IV.9": (TERM, "seit 04/2023 (fortlaufend)", Period(TERM, "2023-04", precision="month", open_ended=True, ongoing=True)),
    "IV.10": months("03/2024 bis 03/2025", "2024-03", "2025-03"),
    "IV.11": (TERM, "seit 10/2022 (fortlaufend)", Period(TERM, "2022-10", precision="month", open_ended=True, ongoing=True)),
    "V.1": years("2024", "2025"),
    "V.2": (TERM, "2024 (24.06.2024)", Period(TERM, "2024-06-24", precision="day")),
    "V.3": (
        TERM,
        "AZAV-Zertifizierung Fachschule für Heilerziehungspflege – praxisintegrierte Ausbildung-PIA Schuljahr 2024/25",
        Period(TERM, "2024", precision="school_year"),
    ),
    "V.4": (
        TERM,
        "ab Schuljahr 2024/25 (dauerhaft)",
        Period(TERM, "2024", precision="school_year", open_ended=True, ongoing=True),
    ),
    "V.5": (TERM, "01.12.2023 bis 30.11.2027", Period(TERM, "2023-12-01", "2027-11-30", "day")),
    "V.6": (
        TERM,
        "unbefristet, fortlaufend seit 2020",
        Period(TERM, "2020", precision="year", open_ended=True, ongoing=True),
    ),
    "V.7": months("07/2023 bis 07/2026", "2023-07", "2026-07"),
    "V.8": months("12/2023 bis 04/2024", "2023-12", "2024-04"),
    "V.9": (TERM, "11/2023, zunächst bis 11/2024", Period(TERM, "2023-11", "2024-11", "month", approximate=True)),
    "V.10": (TERM, "2024 (23.05.2024)", Period(TERM, "2024-05-23", precision="day")),
    "VI.1": (TERM, "2023", Period(TERM, "2023", precision="year")),
    "VI.2": years("2024", "2027"),
    "VI.3": years("2024", "2027"),
    "VI.4": (TERM, "04/2023", Period(TERM, "2023-04", precision="month")),
    "VI.5": (TERM, "abgeschlossen", Period(TERM, completed=True)),
    "VI.6": (TERM, "2024", Period(TERM, "2024", precision="year")),
    "VI.7": (TERM, "voraussichtlich Herbst 2024", Period(TERM, "2024", precision="year", approximate=True)),
    "VI.8": (TERM, "2021", Period(TERM, "2021", precision="year")),
}


@pytest.mark.parametrize(("field", "value", "expected"), TERMS.values(), ids=TERMS.keys())
def test_the_term_of_each_measure_is_understood(field: str, value: str, expected: Period | None) -> None:
    assert parse_period(value, field) == expected


def test_the_reports_terms_are_these(report: Report) -> None:
    values = {}
    for measure in report.measures:
        row = measure.field(TERM) or measure.field(FORCE)
        values[measure.id] = (row.label, row.value) if row else (TERM, "")
    assert values == {measure_id: term[:2] for measure_id, term in TERMS.items()}


def test_the_reports_periods_are_these(report: Report) -> None:
    assert {measure.id: measure.period for measure in report.measures} == {
        measure_id: period for measure_id, (_, _, period) in TERMS.items()
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("13/2024", Period(TERM), id="no such month"),
        pytest.param("30.02.2024 bis 12/2025", Period(TERM, None, "2025-12", "month"), id="no such day"),
        pytest.param("29.02.2024", Period(TERM, "2024-02-29", precision="day"), id="leap day"),
        pytest.param("1.5.2024", Period(TERM, "2024-05-01", precision="day"), id="day and month without zeros"),
        pytest.param("noch offen", Period(TERM), id="words only"),
        pytest.param("bis 2027", Period(TERM, None, "2027", "year"), id="an end only"),
        pytest.param("2024 (23.05.2025)", Period(TERM, "2024", precision="year"), id="a remark about another year"),
        pytest.param("2024 (01.02.2024 und 03.04.2024)", Period(TERM, "2024", precision="year"), id="two dates in the remark"),
        pytest.param("A 13/2024 bis 14/2024", Period(TERM), id="one part is no list of parts"),
        pytest.param(
            "Eins 13/2024 bis 12/2025 Zwei 01/2024 bis 13/2025",
            Period(
                TERM,
                "2024-01",
                "2025-12",
                "month",
                parts=(
                    Period(TERM, None, "2025-12", "month", label="Eins"),
                    Period(TERM, "2024-01", None, "month", label="Zwei"),
                ),
            ),
            id="parts with dates that do not exist",
        ),
        pytest.param("Zwischenlaufend 2024", Period(TERM, "2024", precision="year"), id="a word that only contains laufend"),
    ],
)
def test_what_is_not_understood_is_not_guessed(value: str, expected: Period) -> None:
    assert parse_period(value, TERM) == expected


@pytest.mark.parametrize(
    ("word", "years"), list(zip("ein zwei drei vier fünf sechs sieben acht neun zehn".split(), range(1, 11), strict=True))
)
def test_a_duration_is_known_up_to_ten_years(word: str, years: int) -> None:
    value = f"05/2023 (Befristung auf {word} Jahre)"
    assert parse_period(value, TERM) == Period(TERM, "2023-05", precision="month", duration_years=years)


def test_a_duration_in_other_words_is_not_guessed() -> None:
    assert parse_period("05/2023 (Befristung auf einige Jahre)", TERM) == Period(TERM, "2023-05", precision="month")


@pytest.mark.parametrize("value", ["", "-", " - ", "  "])
def test_no_entry_is_no_term(value: str) -> None:
    assert parse_period(value, TERM) is None


ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-Q[1-4])?", re.ASCII)
PIECES = st.sampled_from(
    "seit ab bis zum mind. Ende Schuljahr laufend 2024 05/2023 99/2024 31.12.2024 31.02.2024 4. Quartal ( ) KAUSA".split()
)


@given(st.text() | st.lists(PIECES).map(" ".join))
def test_any_text_gives_dates_that_exist_or_none(value: str) -> None:
    period = parse_period(value, TERM)
    for found in (period, *period.parts) if period else ():
        assert all(ISO.fullmatch(date) for date in (found.start, found.end) if date is not None)
        assert (found.precision is None) == (found.start is None and found.end is None) or found.parts
