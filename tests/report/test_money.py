"""Amounts. The first table is all 35 ``Geplante Mittel`` of the report, copied, their meaning derived by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.records import Funding, Report
from fko_qa.report.money import euros, parse_funding

MILLION = 1_000_000


def amount(
    amount_eur: int,
    raw: str,
    basis: str | None = None,
    *,
    about: bool = False,
    sources: tuple[str, ...] = (),
    years: str | None = None,
) -> Funding:
    return Funding(amount_eur, basis, about, sources, years, raw)


def only(amount_eur: int, raw: str, basis: str | None = None, *, about: bool = False, **more: str) -> tuple[str, tuple[Funding]]:
    """A value that is one amount."""
    return raw, (amount(amount_eur, raw, basis, about=about, years=more.get("years")),)


def paid_by(
    amount_eur: int, raw: str, *sources: str, basis: str | None = None, about: bool = False
) -> tuple[str, tuple[Funding]]:
    """A value that is one amount and names who pays."""
    return raw, (amount(amount_eur, raw, basis, about=about, sources=sources),)


SIA = (
    "Laut Finanzplan, den die Verbundpartner bei Antragstellung im 09/2020 vorgelegt haben, sind in SiA-NRW für den "
    "Förderzeitraum 2020 bis 2024 5.355.028 Euro im Rahmen des InnoVET-Projektes vom BMBF sowie 1,5 Lehrkräftestellen (1,0 BR "
    "Düsseldorf, 0,5 BR Köln) p.a. geflossen."
)
AZAV = (
    "Für den Zertifizierungszeitraum 2024-2029 sind für die Zertifizierung aller Maßnahmen (Fachschulen des Sozialwesens und "
    "Berufsfachschulen Gesundheit/Erziehung und Soziales) jährlich ca. 30.000 Euro vorgesehen sowie zwei Lehrkraft-Stellen für "
    "die AZAV-Geschäftsstelle bei der Bezirksregierung Düsseldorf. Zudem gibt es schuljährlich ab Schuljahr 2024/25 zusätzlich "
    "10 Lehrkraftstunden."
)
VALUES: dict[str, tuple[str, tuple[Funding, ...]]] = {
    "I.8": only(850_000, "850.000 Euro pro Jahr", "per_year"),
    "I.11": only(1000 * MILLION, "insgesamt rund 1 Mrd. Euro für die gesamte Laufzeit", "total", about=True),
    "I.12": only(
        11 * MILLION, "insgesamt rund 11 Mio. Euro für den geförderten Jahrgang 2023/24", "total", about=True, years="2023/24"
    ),
    "II.1": only(530_000, "530.000 Euro pro Jahr", "per_year"),
    "II.2": (
        "10 Mio. Euro pro Jahr, EFRE 2021 bis 2027 insgesamt 9,5 Mio. Euro",
        (
            amount(10 * MILLION, "10 Mio. Euro pro Jahr", "per_year"),
            amount(9_500_000, "EFRE 2021 bis 2027 insgesamt 9,5 Mio. Euro", "total", sources=("EFRE",), years="2021-2027"),
        ),
    ),
    "II.3": only(10 * MILLION, "rund 10 Mio. Euro ab 2024 pro Jahr", "per_year", about=True, years="ab 2024"),
    "II.4": (
        "547.000 Euro (ESF-Mittel) MSB - Übernahme der Hostingkosten: 610.000 EUR",
        (
            amount(547_000, "547.000 Euro (ESF-Mittel)", sources=("ESF",)),
            amount(610_000, "MSB - Übernahme der Hostingkosten: 610.000 EUR"),
        ),
    ),
    "II.5": only(1_700_000, "insgesamt rund 1,7 Mio. Euro", "total", about=True),
    "II.7": (
        "Es werden aus den KAOA-Entlastungsstellen 30 Stellen für die Umsetzung der Verantwortungskette Sek I, insbesondere "
        "für die Identifizierung der Schülerinnen und Schüler ohne Abschlussperspektive und Dokumentation der Anschlüsse zur "
        "Verfügung gestellt.",
        (),
    ),
    "II.8": paid_by(10_100_000, "10,1 Mio. Euro pro Jahr (Landes- und ESF-Mittel)", "ESF", "Landesmittel", basis="per_year"),
    "II.9": paid_by(16_700_000, "16,7 Mio. Euro pro Jahr (Landes- und ESF-Mittel)", "ESF", "Landesmittel", basis="per_year"),
    "III.2": only(3_788_000, "3.788.000 Euro gesamt", "total"),
    "III.3": only(19_600_000, "2023: 19,6 Mio. Euro", years="2023"),
    "III.4": only(27 * MILLION, "Gesamtmittel 27 Mio. Euro", "total"),
    "III.5": (
        "Die Finanzierung ist im Rahmen der üblichen Stellenbewirtschaftung sichergestellt. Es gab keine gesonderten "
        "Mittelzuweisungen oder eigenständige Haushaltstitel. Für die Berufskollegs, die an dem Schulversuch teilgenommen "
        "haben, erfolgte eine geringfügige zeitliche Entlastung von Wochenstunden.",
        (),
    ),
    # The years stand right before the amount; the posts are yearly, the euros are for the whole period.
    "III.7": (SIA, (amount(5_355_028, SIA, "total", sources=("Bund",), years="2020-2024"),)),
    "III.9": only(3_100_000, "3,1 Mio. Euro pro Jahr ab 2024 (zzgl. 3 Prozent pro Jahr bis 2027)", "per_year", years="ab 2024"),
    "III.10": paid_by(13 * MILLION, "rund 13 Mio. Euro (Landes- und JTF-Mittel)", "JTF", "Landesmittel", about=True),
    "III.11": only(755_000, "rund 755.000 Euro", about=True),
    "IV.1": (
        "2023 ca. 5,5 Mio. Euro, danach jährlich ca. 11 Mio. Euro",
        (
            amount(5_500_000, "2023 ca. 5,5 Mio. Euro", about=True, years="2023"),
            amount(11 * MILLION, "danach jährlich ca. 11 Mio. Euro", "per_year", about=True),
        ),
    ),
    "IV.3": only(107_000, "ca. 107.000 Euro jährlich", "per_year", about=True),
    "IV.4": only(20_000, "20.000 Euro"),
    "IV.5": only(200_000, "200.000 Euro pro Jahr", "per_year"),
    "IV.6": only(6 * MILLION, "6 Mio. Euro"),
    "IV.10": only(176_905, "176.905 Euro"),
    "V.1": only(150_000, "150.000 Euro pro Jahr", "per_year"),
    "V.3": (AZAV, (amount(30_000, AZAV, "per_year", about=True, years="2024-2029"),)),
    "V.4": ("aus bereiten Mitteln", ()),
    "V.5": only(18_200_000, "gesamt rund 18,2 Mio. Euro für 4 Jahre", "total", about=True),
    "V.6": only(75 * MILLION, "75 Mio. Euro pro Jahr", "per_year"),
    "V.7": only(750_000, "750.000 Euro"),
    "V.10": paid_by(80_000, "80.000 Euro (Landesmittel)", "Landesmittel"),
    "VI.2": only(300_000, "300.000 Euro pro Jahr", "per_year"),
    "VI.3": only(200_000, "200.000 Euro pro Jahr", "per_year"),
    "VI.6": ("24 neue Stellen bei der Bezirksregierung Köln", ()),
}


@pytest.mark.parametrize(("value", "expected"), VALUES.values(), ids=VALUES.keys())
def test_the_planned_money_of_each_measure_is_understood(value: str, expected: tuple[Funding, ...]) -> None:
    assert parse_funding(value) == expected


def test_the_reports_values_are_these_35_and_the_other_measures_have_none(report: Report) -> None:
    rows = {measure.id: row for measure in report.measures if (row := measure.field("Geplante Mittel"))}
    assert {measure_id: row.value for measure_id, row in rows.items()} == {
        measure_id: raw for measure_id, (raw, _) in VALUES.items()
    }
    assert len(rows) == 35  # DESIGN §2
    assert {measure.id: measure.funding for measure in report.measures if measure.funding} == {
        measure_id: fundings for measure_id, (_, fundings) in VALUES.items() if fundings
    }


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        ("20.000", None, 20_000),
        ("3.788.000", None, 3_788_000),
        ("500", None, 500),
        ("5,5", "Mio.", 5_500_000),
        ("10,1", "Millionen", 10_100_000),
        ("1", "Mrd.", 1_000_000_000),
        ("1,25", "Milliarden", 1_250_000_000),
        ("750", "Tsd.", 750_000),
        ("4,1", "Mio.", 4_100_000),  # int(4.1 * 10**6) is one euro short
    ],
)
def test_a_german_number_with_its_unit_is_whole_euros(number: str, unit: str | None, expected: int) -> None:
    assert euros(number, unit) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("-", (), id="dash"),
        pytest.param("30 Stellen", (), id="posts are no euros"),
        pytest.param("3 Prozent pro Jahr", (), id="per cent"),
        pytest.param("2.500 €", (2500,), id="euro sign"),
        pytest.param("2500 EUR", (2500,), id="no dots, code"),
        pytest.param("1,5 Mio.Euro", (1_500_000,), id="no blank"),
        pytest.param("12 Tsd. Euro", (12_000,), id="thousands"),
        pytest.param("1 Mio. Euro und 2 Mio. Euro, dann 500.000 Euro", (MILLION, 2 * MILLION, 500_000), id="three, in order"),
    ],
)
def test_only_amounts_in_euro_count(value: str, expected: tuple[int, ...]) -> None:
    assert tuple(funding.amount_eur for funding in parse_funding(value)) == expected


def test_each_amount_has_its_own_clause() -> None:
    """A clause ends with a comma, a parenthesis or a sentence, else where its amount ends."""
    assert [found.raw for found in parse_funding("1 Euro 2 Euro pro Jahr, dann nichts")] == [
        "1 Euro",
        "2 Euro pro Jahr, dann nichts",
    ]
    raws = [found.raw for found in parse_funding("rund 1 Euro 2 Euro pro Jahr, danach 3 Euro (ESF). Ab 2025 4 Euro, so geplant")]
    assert raws == ["rund 1 Euro", "2 Euro pro Jahr", "danach 3 Euro (ESF)", "Ab 2025 4 Euro, so geplant"]


@pytest.mark.parametrize("fund", ["ESF", "JTF", "EFRE"])
def test_a_fund_is_known_by_its_name_only(fund: str) -> None:
    assert [funding.sources for funding in parse_funding(f"1 Euro ({fund}) 2 Euro (x{fund}y)")] == [(fund,), ()]


PIECES = st.sampled_from(
    "10 5,5 1.000 2023 bis 2027 Mio. Mrd. Euro EUR € pro Jahr jährlich insgesamt rund , ; ( ) ESF sowie".split()
)


@given(st.text() | st.lists(PIECES).map(" ".join))
def test_any_text_gives_amounts_whose_raw_pieces_stand_in_it_in_order(value: str) -> None:
    begin = 0
    for funding in parse_funding(value):
        assert funding.amount_eur >= 0
        begin = value.index(funding.raw, begin) + len(funding.raw)
