"""Ministries and partners. The tables are the whole report's, copied, their meaning derived by hand."""

from __future__ import annotations

import pytest

from fko_qa.records import Report
from fko_qa.report.parties import parse_ministries, parse_partners

KNOWN = ("Stk", "MWIKE", "FM", "IM", "MKJFGFI", "MAGS", "MSB", "MHKBD", "JM", "MUNV", "MLV", "MKW", "MCdS")

# Ministries → the measures that name exactly these, in this order.
MINISTRIES = {
    ("MSB",): "I.1 I.2 I.3 I.4 I.5 I.6 I.7 III.5 V.3 V.4",
    ("MKJFGFI",): "I.8 I.9 I.10 I.11 II.10 III.11 IV.3 V.5 V.6 V.7 VI.5 VI.6",
    ("MKJFGFI", "MSB"): "I.12 IV.2",
    ("MWIKE",): "II.1 III.2 III.3 IV.5 V.1",
    ("MKW",): "II.2 II.3 III.8 III.9",
    ("MAGS", "MSB"): "II.4 II.5 II.6 II.7 II.8",
    ("MAGS",): "II.9 III.10 III.12 IV.1 IV.7 IV.9 IV.10 IV.11 V.8 V.9 VI.7",
    ("MAGS", "MKW", "MSB"): "III.1",
    ("MWIKE", "MAGS"): "III.4 VI.2",
    ("MSB", "MKJFGFI"): "III.6 VI.4",
    ("MSB", "MAGS", "MKW"): "III.7",
    ("MLV",): "III.13",
    ("Stk",): "IV.4 IV.8",
    ("MUNV",): "IV.6",
    ("MWIKE", "MKJFGFI", "MAGS"): "V.2",
    ("MWIKE", "MKJFGFI"): "V.10",
    ("MHKBD",): "VI.1 VI.8",
    ("MAGS", "MWIKE"): "VI.3",
}
AGENCY = "Regionaldirektion NRW der Bundesagentur für Arbeit"
OFFICES = "Dienststellen der Agenturen für Arbeit/gemeinsamen Einrichtungen und zugelassenen kommunalen Träger"
# Measure → partners as far as the value lists names. The other measures have a dash, sentences, or names that nothing divides.
PARTNERS = {
    "I.9": ("Forschungsverbund Deutsches Jugendinstitut e.V. / TU Dortmund",),
    "II.4": ("Berlin", "Niedersachsen", "Baden-Württemberg", "Hamburg", "Hessen", "BMBF", "BIBB"),
    "II.8": (
        "Berufskollegs",
        "Bezirksregierungen",
        AGENCY,
        OFFICES,
        "Regionalagenturen NRW",
        "Kommunale Koordinierungsstellen",
        "Kammern",
        "Verbände",
    ),
    "II.9": (AGENCY, OFFICES, "Regionalagenturen NRW", "Bezirksregierungen", "Kammern", "Verbände"),
    "III.7": (
        "Gesellschaft für innovative Beschäftigungsförderung (G.I.B.)",
        "Kreis Düren",
        "Bezirksregierung Düsseldorf",
    ),
    "III.13": (
        "Landwirtschaftskammer Nordrhein-Westfalen",
        "Verband Garten-, Landschafts- und Sportplatzbau NRW e.V.",
        "Landesverband Gartenbau Nordrhein-Westfalen e.V.",
    ),
    "IV.1": ("Landes-Gewerbeförderungsstelle des nordrhein-westfälischen Handwerks (LGH)",),
    "IV.3": ("Auridis Stiftung",),
    "IV.7": ("AOK Rheinland/Hamburg", "AOK NordWest"),
    "V.2": ("Regionaldirektion der Bundesagentur für Arbeit Nordrhein-Westfalen",),
    "V.9": ("Jobcenter (zKT)", "G.I.B.", "Arbeitgeber"),
}


def test_every_measures_ministries_are_known_in_the_order_of_the_report(report: Report) -> None:
    expected = {measure_id: codes for codes, ids in MINISTRIES.items() for measure_id in ids.split()}
    assert {measure.id: measure.ministries for measure in report.measures} == expected


@pytest.mark.parametrize(
    ("value", "codes", "unknown"),
    [
        pytest.param("MSB", ("MSB",), (), id="one"),
        pytest.param("MAGS, MSB", ("MAGS", "MSB"), (), id="comma"),
        pytest.param("MKJFGFI/MSB", ("MKJFGFI", "MSB"), (), id="slash"),
        pytest.param("MSB ; MAGS / MKW", ("MSB", "MAGS", "MKW"), (), id="semicolon, blanks around"),
        pytest.param("-", (), (), id="dash"),
        pytest.param("", (), (), id="nothing"),
        pytest.param("MAGS, MBWSV", ("MAGS",), ("MBWSV",), id="one that the report does not list"),
        pytest.param("mags", (), ("mags",), id="another spelling is not guessed"),
    ],
)
def test_ministries_are_told_from_what_is_none(value: str, codes: tuple[str, ...], unknown: tuple[str, ...]) -> None:
    assert parse_ministries(value, KNOWN) == (codes, unknown)


def test_the_partners_that_the_report_lists_are_known_and_nothing_else(report: Report) -> None:
    assert {measure.id: measure.partners for measure in report.measures if measure.partners} == PARTNERS


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(("-",), (), id="dash"),
        pytest.param((), (), id="no row"),
        pytest.param(("Kompetenzzentren Frau und Beruf",), ("Kompetenzzentren Frau und Beruf",), id="'und' in one name"),
        pytest.param(("Kammern, Schulen sowie Verbände",), ("Kammern", "Schulen", "Verbände"), id="the last after 'sowie'"),
        pytest.param(
            ("Verbände, Agenturen für Arbeit und soziale Träger",),
            ("Verbände", "Agenturen für Arbeit und soziale Träger"),
            id="'und' + small",
        ),
        pytest.param(("Kammern (IHK, HWK), LGH",), ("Kammern (IHK, HWK)", "LGH"), id="comma in parentheses"),
        pytest.param(("Kreis Düren", "Stadt Köln, Rathaus"), ("Kreis Düren", "Stadt Köln, Rathaus"), id="list items stay whole"),
        pytest.param(("Kreis Düren", "Ein Beirat ist gegründet."), ("Kreis Düren",), id="a sentence below a list"),
        pytest.param(("Hier werden Kammern, Verbände beteiligt.",), (), id="a sentence with commas"),
        pytest.param(("AOK Nord AOK Süd",), ("AOK Nord", "AOK Süd"), id="two that begin with the same acronym"),
        pytest.param(("AOK Nord",), ("AOK Nord",), id="an acronym once"),
        pytest.param(("V" * 110,), ("V" * 110,), id="as long as one name may be"),
        pytest.param(("V" * 111,), (), id="too long for one name"),
    ],
)
def test_partners_are_split_where_the_value_divides_them(parts: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert parse_partners(parts) == expected
