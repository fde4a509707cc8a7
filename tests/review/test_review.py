"""The editor's report: every finding over the real report, and each rule on pieces written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fko_qa.curated import ExampleQuestion
from fko_qa.records import Field, Finding, FindingKind, Measure, Report, Section, Severity
from fko_qa.review import review
from fko_qa.review.addresses import what_is_wrong
from tests.fixtures import BAHN, KITA, MEISTER, SMALL_REPORT, measure

# Read off the report by hand: numbers of the measures whose table lacks the row, or has "-" in it.
NO_MONEY = (
    "I.1 I.2 I.3 I.4 I.5 I.6 I.7 I.9 I.10 II.6 II.10 III.1 III.6 III.8 III.12 III.13 IV.2 IV.7 IV.8 IV.9 IV.11 V.2 V.8 V.9 "
    "VI.1 VI.4 VI.5 VI.7 VI.8"
)
NO_SITE = (
    "I.1 I.2 I.3 I.5 I.6 I.7 I.10 I.12 II.1 II.10 III.1 III.4 III.6 III.8 III.11 III.13 IV.2 IV.4 IV.8 IV.9 IV.10 V.1 V.2 "
    "VI.1 VI.2 VI.3 VI.4 VI.6 VI.7 VI.8"
)
NO_PARTNER = (
    "I.1 I.2 I.3 I.4 I.5 I.6 I.7 I.8 I.10 I.11 I.12 II.1 II.2 II.3 II.5 II.6 II.7 II.10 III.1 III.2 III.3 III.4 III.6 III.8 "
    "III.9 III.10 III.12 IV.2 IV.4 IV.5 IV.9 IV.10 V.1 V.4 V.5 V.6 V.7 V.8 V.10 VI.1 VI.2 VI.3 VI.4 VI.5 VI.6 VI.7 VI.8"
)
NO_AMOUNT = "Geplante Mittel: Der Bericht nennt keinen Betrag in Euro."
NO_ADDRESS = "Internetpräsenz: Der Bericht nennt keine Adresse."
NO_PARTNERS = "Partner in der Umsetzung: Es ließen sich keine einzelnen Partner lesen."
ENDED = "Die Laufzeit endete vor dem Datum des Berichts, spätestens am {}."
SPELT = "Uneinheitliche Schreibweise: "
# All findings but the missing rows: kind, measure, what, place, page.
FOUND = [
    (
        "contradiction",
        "V.10",
        "Widerspruch im Bericht: Der Text nennt den 23. Mai 2023, die Tabelle (Beginn/ Laufzeit) den 23.05.2024.",
        "Beginn/ Laufzeit",
        79,
    ),
    (
        "reference",
        "IV.4",
        "Der Text verweist auf IV.9; dem Wortlaut nach ist IV.8 („Einberufung eines Medien-Fachkräfte-Beirats“) gemeint.",
        "Text",
        60,
    ),
    ("address", "II.4", "Zugangsdaten stehen offen im Bericht: „Passwort: ws“.", "Internetpräsenz", 33),
    ("spelling", "I.12", f"{SPELT}„PiA“ (I.12, III.6), sonst „PIA“ (I.12, III.6, V.3).", "Text", 28),
    ("spelling", "II.7", f"{SPELT}„KAOA“ (II.7), sonst „KAoA“ (II.5, II.6, II.10).", "Geplante Mittel", 36),
    ("spelling", "III.2", f"{SPELT}„MID-Assistentin“ (III.2), sonst „MID Assistentin“ (III.2).", "Text", 42),
    ("spelling", "III.4", f"{SPELT}„InnovationSpin“ (III.4), sonst „InnovationSPIN“ (III.4).", "Text", 44),
    ("spelling", "IV.2", f"{SPELT}„Kitajahr“ (IV.2), sonst „Kita-Jahr“ (I.12, III.6).", "Text", 58),
    ("spelling", "IV.3", f"{SPELT}„Auridis Stiftung“ (IV.3), sonst „Auridis-Stiftung“ (IV.3).", "Partner in der Umsetzung", 59),
    (
        "spelling",
        None,
        "„Ministerium für Wirtschaft, Industrie, Klima und Energie“ heißt in der Liste der beteiligten Ressorts "
        "„Ministerium für Wirtschaft, Industrie, Klimaschutz und Energie“ (MWIKE).",
        "Die Partner der Fachkräfteoffensive NRW",
        14,
    ),
    ("duplicate", "I.12", "Der Text gleicht fast wörtlich dem von III.6 (84% gleiche Wortpaare).", "Text", 28),
    ("not_understood", "II.7", NO_AMOUNT, "Geplante Mittel", 36),
    ("not_understood", "III.3", NO_ADDRESS, "Internetpräsenz", 43),
    ("not_understood", "III.5", NO_AMOUNT, "Geplante Mittel", 45),
    ("not_understood", "III.5", NO_PARTNERS, "Partner in der Umsetzung", 45),
    ("not_understood", "III.11", NO_PARTNERS, "Partner in der Umsetzung", 53),
    ("not_understood", "IV.6", NO_PARTNERS, "Partner in der Umsetzung", 62),
    ("not_understood", "IV.8", NO_PARTNERS, "Partner in der Umsetzung", 65),
    ("not_understood", "IV.11", NO_PARTNERS, "Partner in der Umsetzung", 68),
    ("not_understood", "V.3", NO_PARTNERS, "Partner in der Umsetzung", 72),
    ("not_understood", "V.4", NO_AMOUNT, "Geplante Mittel", 73),
    ("not_understood", "V.6", NO_ADDRESS, "Internetpräsenz", 75),
    ("not_understood", "V.8", NO_ADDRESS, "Internetpräsenz", 77),
    ("not_understood", "V.10", NO_ADDRESS, "Internetpräsenz", 79),
    ("not_understood", "VI.6", NO_AMOUNT, "Geplante Mittel", 86),
    ("ended", "III.4", ENDED.format("31.12.2023"), "Beginn/ Laufzeit", 44),
    ("ended", "IV.4", ENDED.format("30.04.2024"), "Beginn/ Laufzeit", 60),
    ("ended", "IV.8", ENDED.format("30.11.2023"), "Beginn/ Laufzeit", 65),
    ("ended", "V.8", ENDED.format("30.04.2024"), "Beginn/ Laufzeit", 77),
    ("ended", "VI.5", "Die Maßnahme ist nach ihrer Laufzeit abgeschlossen.", "Beginn/ Laufzeit", 85),
]


def found(report: Report, *kinds: FindingKind) -> list[tuple[str | None, str, str]]:
    """Measure, message and quote of the findings of these kinds."""
    return [(one.measure, one.found, one.quote) for one in review(report).findings if one.kind in kinds]


def edition(*measures: Measure, sections: tuple[Section, ...] = (), date: str = "2024-06-25") -> Report:
    return replace(SMALL_REPORT, measures=measures, sections=sections, date=date)


def test_these_are_all_findings_over_the_report(report: Report) -> None:
    findings = review(report).findings
    kept = [one for one in findings if one.kind is not FindingKind.MISSING_FIELD]
    assert [(str(one.kind), one.measure, one.found, one.place, one.page) for one in kept] == FOUND


def test_these_are_all_missing_rows_of_the_report(report: Report) -> None:
    missing = review(report).of(FindingKind.MISSING_FIELD)

    def numbers(found: str) -> str:
        return " ".join(str(one.measure) for one in missing if one.found == found)

    assert numbers("Die Zeile „Geplante Mittel“ fehlt.") == NO_MONEY
    assert numbers("Die Zeile „Internetpräsenz“ macht keine Angabe.") == NO_SITE
    assert numbers("Die Zeile „Partner in der Umsetzung“ macht keine Angabe.") == NO_PARTNER
    assert numbers("Die Zeile „Beginn/ Laufzeit“ fehlt.") == "I.9"  # a study; III.1 and IV.7 say when they come into force
    assert numbers("Die Zeile „Beginn/ Laufzeit“ macht keine Angabe.") == "I.10"
    assert len(missing) == 29 + 30 + 47 + 2


def test_every_quote_stands_in_the_report(report: Report) -> None:
    everything = " ".join([*(one.verbatim for one in report.measures), *(one.verbatim for one in report.sections)]).replace(
        "• ", ""
    )
    for one in review(report).findings:
        assert one.quote in everything


# ------------------------------------------------------------------------------------------------------------- questions


def test_measures_without_example_questions_are_named() -> None:
    examples = [ExampleQuestion("Wer hilft?", "I.1", ("I.2",), "de", "normal")] * 2
    done = review(SMALL_REPORT, examples)
    assert done.questions == {"I.1": 2, "I.2": 0, "II.1": 0}
    assert [one.measure for one in done.of(FindingKind.QUESTIONS)] == ["I.2", "II.1"]
    assert review(SMALL_REPORT).questions is None


# ------------------------------------------------------------------------------------------------------------- torn words


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        pytest.param("Fachkräfte fehlen. Viele Fach kräfte kommen.", "Fach kräfte", id="a noun"),
        pytest.param("Fachkräfte fehlen mit ihren Kräften. Den Fach kräften hilft es.", "Fach kräften", id="in another form"),
        pytest.param("Die Unterstützung wächst. Mit Unter stützung geht es.", "Unter stützung", id="behind a short word"),
        pytest.param("Sie arbeiten zusammen. Sie gehen zu sammen.", "zu sammen", id="no noun"),
        pytest.param("Die Fachkräfte gehen. Die Fach- kräfte bleiben.", "Fach- kräfte", id="a hyphen at the break"),
        pytest.param("Fachkräfte fehlen. Fach- und Lehrkräfte fehlen.", "", id="a shared end"),
        pytest.param("Fachkräfte fehlen. Die Kräfte vom Fach fehlen.", "", id="two words apart"),
        pytest.param("Sie fehlen, indem sie gehen. In dem Land, in dem sie sind.", "", id="both are words"),
        pytest.param("Neuzugewanderte Frauen, neu zugewanderte Männer, die zugewanderten Kinder, neu.", "", id="both, elsewhere"),
        pytest.param("Die Fach kräfte kommen.", "", id="no evidence"),
    ],
)
def test_a_torn_word_is_found_if_the_report_has_it_whole(text: str, torn: str) -> None:
    told = [
        message.partition("“")[0].removeprefix("„")
        for _, message, _ in found(edition(measure("I.1", "Titel", 1, text)), FindingKind.SPLIT_WORD)
    ]
    assert told == ([torn] if torn else [])


# -------------------------------------------------------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("https://www.mags.nrw/uebergangslotsen", ""),
        ("www.permenti-nrw.de", ""),
        ("https://ich-helfe-mit.nrw/", ""),
        ("https://www.müller.de/a?b=c#d", ""),
        ("mailto:info@mags.nrw.de", ""),
        ("https://anna:geheim@www.nrw.de/", "enthält einen Benutzernamen oder ein Passwort"),
        ("https://anna@www.nrw.de/", "enthält einen Benutzernamen oder ein Passwort"),
        ("htp://www.nrw.de", "beginnt mit „htp:“ statt mit „https:“"),
        ("javascript:alert(1)", "beginnt mit „javascript:“ statt mit „https:“"),
        ("ftp://www.nrw.de", "beginnt mit „ftp:“ statt mit „https:“"),
        ("mags.nrw/lotsen", "beginnt nicht mit „https:“"),
        ("https:/www.nrw.de", "nennt keinen gültigen Rechnernamen"),
        ("https://www.nrw", "nennt keinen gültigen Rechnernamen"),
        ("https://www..nrw.de", "nennt keinen gültigen Rechnernamen"),
        ("https://www,nrw.de", "nennt keinen gültigen Rechnernamen"),
        ("https://nrw/lotsen", "nennt keinen gültigen Rechnernamen"),
        ("https://www.nrw.de/a b", "enthält ein Leerzeichen"),
        ("https://www.nrw.de/a%20b", "enthält ein Leerzeichen"),
        ("https://www.nrw.de:port/", "ist nicht lesbar"),
        ("https://www.nrw.de//a", "enthält doppelte Schrägstriche"),
        ("mailto:info", "beginnt mit „mailto:“ statt mit „https:“"),
        ("info@mags.nrw.de", ""),
        ("info@mags", "ist keine E-Mail-Adresse"),
        ("anna:geheim@www.nrw.de", "enthält einen Benutzernamen oder ein Passwort"),
        ("https//www.nrw.de", "beginnt nicht mit „https:“"),
        ("https:www.nrw.de", "nennt keinen gültigen Rechnernamen"),
        ("wwww.nrw.de", "nennt „wwww.“ statt „www.“"),
        ("https://ww.nrw.de", "nennt „ww.“ statt „www.“"),
    ],
)
def test_what_is_wrong_with_an_address(address: str, wrong: str) -> None:
    assert what_is_wrong(address) == wrong


@pytest.mark.parametrize(
    ("value", "messages"),
    [
        ("https://www.mkjfgfi.nrw/ (Unterseite Gleichstellung)", []),
        ("https://www.nrw.de/bildung und regional", []),
        ("Siehe www.nrw.de. mehr folgt.", []),
        ("https://a.de/index/ https://www.b.de/c", []),
        ("https:// www.nrw.de/bildung", ["In der Adresse „https:// www.nrw.de/bildung“ steht ein Leerzeichen."]),
        ("https://www. nrw.de", ["In der Adresse „https://www. nrw.de“ steht ein Leerzeichen."]),
        (
            "https://www.nrw.de/aus- bildung.html",
            ["In der Adresse „https://www.nrw.de/aus- bildung.html“ steht ein Leerzeichen."],
        ),
        ("https://www.nrw.de /bildung", ["In der Adresse „https://www.nrw.de /bildung“ steht ein Leerzeichen."]),
        ("https://www.nrw .de/bildung", ["In der Adresse „https://www.nrw .de/bildung“ steht ein Leerzeichen."]),
        ("https://a.nrw.de / https://b.nrw.de", []),
        (
            "Fragen an info@mags oder htp://www.nrw.de.",
            [
                "Die Adresse „info@mags“ ist keine E-Mail-Adresse.",
                "Die Adresse „htp://www.nrw.de“ beginnt mit „htp:“ statt mit „https:“.",
            ],
        ),
        ("www.nrw.de (Kennwort: 1234)", ["Zugangsdaten stehen offen im Bericht: „Kennwort: 1234“."]),
    ],
)
def test_addresses_in_print(value: str, messages: list[str]) -> None:
    one = measure("I.1", "Titel", 1, "Ein Text.", Field("Internetpräsenz", (value,)))
    assert [message for _, message, _ in found(edition(one), FindingKind.ADDRESS)] == messages


def test_a_link_behind_other_words_is_looked_at_too() -> None:
    one = replace(KITA, links=("https://anna:geheim@www.nrw.de/",))
    assert found(edition(one), FindingKind.ADDRESS) == [
        (
            "I.1",
            "Die Adresse „https://anna:geheim@www.nrw.de/“ enthält einen Benutzernamen oder ein Passwort.",
            "https://anna:geheim@www.nrw.de/",
        )
    ]


# ------------------------------------------------------------------------------------------------------------- references


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Das ergänzt die Meisterprämie (siehe I.2).", ""),
        ("Mehr dazu unter den Ziffern I.2 bis II.1.", ""),
        (
            "Das ergänzt die Meisterprämie (siehe II.1).",
            "Der Text verweist auf II.1; dem Wortlaut nach ist I.2 („Meisterprämie“) gemeint.",
        ),
        (
            "Die Maßnahme II.1 „Meisterprämie“ hilft.",
            "Der Text verweist auf II.1; dem Wortlaut nach ist I.2 („Meisterprämie“) gemeint.",
        ),
        ("Mehr dazu in Maßnahme IV.7.", "Der Text verweist auf IV.7; eine Maßnahme IV.7 gibt es nicht."),
    ],
)
def test_references_in_texts_rows_and_sections(text: str, message: str) -> None:
    expected = [message] if message else []
    row = measure("I.1", "Kitahilfe", 5, "Ein Text.", Field("Ziel", (text,)))
    outside = Section("Ausblick", 9, text, text)
    for one, sections in ((replace(KITA, text=text), ()), (row, ()), (KITA, (outside,))):
        report = edition(one, MEISTER, BAHN, sections=sections)
        assert [told for _, told, _ in found(report, FindingKind.REFERENCE)] == expected


# --------------------------------------------------------------------------------------------------------- terms and pages


def test_terms_end_by_the_reports_date(report: Report) -> None:
    later = replace(report, date="2025-06-01")
    ended = [one.measure for one in review(later).of(FindingKind.ENDED)]
    # besides the five: "Befristung auf zwei Jahre" from 05/2023, and what ends in 2024 or by 03/2025
    assert ended == "I.2 I.4 I.5 I.6 I.7 II.8 II.9 III.4 III.7 IV.3 IV.4 IV.8 IV.10 V.8 V.9 VI.5".split()


def test_pages_and_numbers_follow_the_table_of_contents(report: Report) -> None:
    contents = {"I.1: Kitahilfe": 5, "I.2: Meister-Prämie": 7, "II.1: Bahnoffensiven": 8, "II.2: Busse": 9}
    moved = replace(SMALL_REPORT, contents=contents, measures=(KITA, MEISTER, replace(BAHN, page=6)))
    assert [told for _, told, _ in found(moved, FindingKind.CONTENTS)] == [
        "Das Inhaltsverzeichnis nennt für I.2 Seite 7; die Maßnahme steht auf Seite 6.",
        "II.1 heißt im Inhaltsverzeichnis „Bahnoffensiven“, im Bericht „Bahnoffensive“.",
        "Das Inhaltsverzeichnis nennt für II.1 Seite 8; die Maßnahme steht auf Seite 6.",
        "II.1 steht laut Inhaltsverzeichnis auf Seite 6, I.2 davor auf Seite 6.",
        "Das Inhaltsverzeichnis nennt II.2, eine Maßnahme II.2 gibt es nicht.",
    ]
    gap = replace(report, measures=report.measures[:2] + report.measures[3:])
    assert [told for _, told, _ in found(gap, FindingKind.CONTENTS)] == [
        "Auf I.2 folgt I.4.",
        "Das Inhaltsverzeichnis nennt I.3, eine Maßnahme I.3 gibt es nicht.",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Das KAoA hilft. KAoA wirkt. Die KAOA-Stellen auch.", "„KAOA“ (I.1), sonst „KAoA“ (I.1)."),
        ("Die Auridis-Stiftung. Die Auridis Stiftung.", "„Auridis Stiftung“ (I.1), sonst „Auridis-Stiftung“ (I.1)."),
        ("Im Kita-Jahr und im Kita-Jahr. Das Kitajahr.", "„Kitajahr“ (I.1), sonst „Kita-Jahr“ (I.1)."),
        ("Die Fach- und Lehrkräfte. Die Fachkräfte. Das Kita-Jahr. Im Jahr der Kita.", ""),
    ],
)
def test_one_name_in_several_spellings(text: str, message: str) -> None:
    told = [told for _, told, _ in found(edition(measure("I.1", "Titel", 1, text)), FindingKind.SPELLING)]
    assert told == ([f"{SPELT}{message}"] if message else [])


def test_severities_tell_print_errors_from_gaps() -> None:
    one = Finding(FindingKind.MISSING_FIELD, Severity.NOTE, "I.1", "", "Ziel", 1)
    assert (one.quote, str(one.severity)) == ("", "note")
