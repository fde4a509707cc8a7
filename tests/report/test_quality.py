"""What the report gets wrong: every warning over the real report, and each check on measures written by hand."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest

from fko_qa.records import Field, Measure, Report
from fko_qa.report.quality import near_duplicates, with_warnings

NO_AMOUNT = "Geplante Mittel: Der Bericht nennt keinen Betrag in Euro."
# All warnings over the 64 measures, found by reading the report.
WARNINGS = {
    "I.12": (
        "Uneinheitliche Schreibweise: „PIA“, „PiA“.",  # PIA-K in the first paragraph, PiA in the second
        "Der Text gleicht fast wörtlich dem von III.6 (84% gleiche Wortpaare).",
    ),
    "II.7": (NO_AMOUNT,),  # 30 Stellen
    "III.4": ("Uneinheitliche Schreibweise: „InnovationSPIN“, „InnovationSpin“.",),  # title, text
    "III.5": (NO_AMOUNT,),  # Stellenbewirtschaftung
    "III.6": (
        "Uneinheitliche Schreibweise: „PIA“, „PiA“.",
        "Der Text gleicht fast wörtlich dem von I.12 (84% gleiche Wortpaare).",
    ),
    "IV.4": ("Der Text verweist auf IV.9; dem Wortlaut nach ist IV.8 („Einberufung eines Medien-Fachkräfte-Beirats“) gemeint.",),
    "V.4": (NO_AMOUNT,),  # aus bereiten Mitteln
    "V.10": ("Widerspruch im Bericht: Der Text nennt den 23. Mai 2023, die Tabelle (Beginn/ Laufzeit) den 23.05.2024.",),
    "VI.6": (NO_AMOUNT,),  # 24 neue Stellen
}


def measure(measure_id: str, text: str, *, title: str = "Titel", fields: tuple[Field, ...] = ()) -> Measure:
    return Measure(measure_id, title, "I", 1, text, fields, "")


def warnings_of(*measures: Measure) -> dict[str, tuple[str, ...]]:
    return {measure.id: measure.warnings for measure in with_warnings(measures) if measure.warnings}


def test_the_warnings_over_the_report_are_these(report: Report) -> None:
    assert {measure.id: measure.warnings for measure in report.measures if measure.warnings} == WARNINGS


def test_nothing_is_repaired_silently(report: Report) -> None:
    """The record shows what the report says, right or wrong."""
    by_id = {measure.id: measure for measure in report.measures}
    assert "am 23. Mai 2023 in Düsseldorf" in by_id["V.10"].text
    assert by_id["V.10"].fields[1] == Field("Beginn/ Laufzeit", ("2024 (23.05.2024)",))
    assert by_id["IV.4"].text.endswith("als Empfehlung vorgestellt wurde (s. IV.9).")
    assert "(PIA-K)" in by_id["I.12"].text
    assert "(PiA)" in by_id["I.12"].text


def test_warnings_are_added_to_those_a_measure_has() -> None:
    first = replace(measure("I.1", "KAoA und KAOA"), warnings=("Schon bekannt.",))
    assert warnings_of(first) == {"I.1": ("Schon bekannt.", "Uneinheitliche Schreibweise: „KAOA“, „KAoA“.")}


# ------------------------------------------------------------------------------------------------------------- the same text


def test_the_only_near_duplicates_of_the_report_are_two_and_share_84_percent(source: str, report: Report) -> None:
    """The share is worked out here from the raw file: word pairs in both texts by word pairs in either."""
    pairs = []
    for number in ("I.12:", "III.6:"):
        text = source.split(f"# {number}")[1].partition("\n\n")[2].partition("\n\n<b>")[0]
        words = re.findall(r"\w+", text.lower())
        pairs.append(set(itertools.pairwise(words)))
    share = len(pairs[0] & pairs[1]) / len(pairs[0] | pairs[1])
    assert round(share, 2) == 0.84
    assert [(first.id, second.id, found) for first, second, found in near_duplicates(report.measures)] == [
        ("I.12", "III.6", share)
    ]


@pytest.mark.parametrize(
    ("one", "other", "shares"),
    [
        # Pairs: ab bc cd | ab bc ce: two of four.
        pytest.param("a b c d", "a b c e", [0.5], id="half is enough"),
        # Pairs: ab bc | ab bd: one of three.
        pytest.param("a b c", "a b d", [], id="a third is not"),
        pytest.param("Ein Text.", "EIN  text!", [1.0], id="capitals, blanks and marks do not count"),
        pytest.param("b a", "a b", [], id="the order of words counts"),
        pytest.param("", "", [], id="no text is no duplicate"),
    ],
)
def test_near_duplicates_share_half_of_their_word_pairs(one: str, other: str, shares: list[float]) -> None:
    pair = (measure("I.1", one), measure("I.2", other))
    assert [share for _, _, share in near_duplicates(pair)] == shares


# ------------------------------------------------------------------------------------------------------------ contradictions


@pytest.mark.parametrize(
    ("text", "value", "warned"),
    [
        pytest.param("Am 23. Mai 2023 war er.", "2024 (23.05.2024)", True, id="another year"),
        pytest.param("Am 5. Mai 2023 war er.", "05.05.2024", True, id="day with a zero"),
        pytest.param("Am 23. Mai 2023 war er.", "23.05.2023", False, id="same date"),
        pytest.param("Am 23. Mai 2023 war er.", "24.05.2024", False, id="another day"),
        pytest.param("Am 23. Mai 2023 war er.", "23.06.2024", False, id="another month"),
        pytest.param("Am 23. Mai 2023 und am 23. Mai 2024.", "23.05.2024", False, id="one of two years"),
        pytest.param("Am 23. Mai 2024, anders als am 23. Mai 2023.", "23.05.2024", False, id="one of two years, the first"),
        pytest.param("Im Mai 2023 war er.", "05/2024", False, id="no day"),
        pytest.param("Am 1. Mai 2023.", "01.13.2024", False, id="no such month"),
    ],
)
def test_a_date_contradicts_if_only_the_year_differs(text: str, value: str, warned: bool) -> None:
    found = warnings_of(measure("I.1", text, fields=(Field("Beginn/ Laufzeit", (value,)),)))
    day = value.removeprefix("2024 (").removesuffix(")")
    spoken = text.removeprefix("Am ").partition(" war")[0]
    expected = f"Widerspruch im Bericht: Der Text nennt den {spoken}, die Tabelle (Beginn/ Laufzeit) den {day}."
    assert found == ({"I.1": (expected,)} if warned else {})


@pytest.mark.parametrize(
    ("text", "value", "said", "printed"),
    [
        ("Am 23.05.2023 war er.", "23. Mai 2024", "23.05.2023", "23. Mai 2024"),
        ("Am 23.05.2023 war er.", "23.5.2024", "23.05.2023", "23.5.2024"),
        ("Am 23. Mai 2023 war er.", "am 23. Mai 2024", "23. Mai 2023", "23. Mai 2024"),
    ],
)
def test_a_date_may_be_written_both_ways_on_both_sides(text: str, value: str, said: str, printed: str) -> None:
    assert warnings_of(measure("I.1", text, fields=(Field("Beginn/ Laufzeit", (value,)),))) == {
        "I.1": (f"Widerspruch im Bericht: Der Text nennt den {said}, die Tabelle (Beginn/ Laufzeit) den {printed}.",)
    }


# ---------------------------------------------------------------------------------------------------------------- references

BOARD = measure("I.2", "", title="Einberufung eines Medien-Fachkräfte-Beirats (MFB) in NRW")
GROUP = measure("I.3", "", title="Unterarbeitsgruppe Eingliederungshilfe NRW")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("Die Empfehlung des Medien-Fachkräfte-Beirats (s. I.3).", "I.2", id="wrong"),
        pytest.param("Der Rat des Medien-Fachkräfte-Beirats empfahl es (siehe I.3).", "I.2", id="wrong, siehe"),
        pytest.param("Der Rat des Medien-Fachkräfte-Beirats empfahl es (s. I.2).", None, id="right"),
        pytest.param("Das MFB empfahl es (s. I.3).", "I.2", id="wrong, by its acronym"),
        pytest.param("In NRW empfahl ein Gremium es (s. I.3).", None, id="an acronym of two titles"),
        pytest.param("Die Unterarbeitsgruppe hilft dem Medien-Fachkräfte-Beirats (s. I.3).", None, id="as near to the target"),
        pytest.param("Ein Gremium empfahl es (s. I.3).", None, id="no title named"),
        pytest.param("Der Rat des Medien-Fachkräfte-Beirats empfahl es (s. I.9).", "I.2", id="to a number that does not exist"),
        pytest.param("Der Rat des Medien-Fachkräfte-Beirats. Etwas anderes (s. I.3).", None, id="named in another sentence"),
    ],
)
def test_a_reference_is_wrong_if_its_sentence_names_another_measure(text: str, meant: str | None) -> None:
    target = "I.9" if "I.9" in text else "I.3"
    expected = f"Der Text verweist auf {target}; dem Wortlaut nach ist {meant} („{BOARD.title}“) gemeint."
    assert warnings_of(measure("I.1", text), BOARD, GROUP) == ({"I.1": (expected,)} if meant else {})


# ----------------------------------------------------------------------------------------------------------------- spellings


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        pytest.param("die KAoA und die KAOA", "„KAOA“, „KAoA“", id="two spellings"),
        pytest.param("die KAoA und die KAoA", None, id="one spelling"),
        pytest.param("die PiA und die PIA-Klasse", "„PIA“, „PiA“", id="inside a compound"),
        pytest.param("die MINT und minternet", None, id="another word"),
        pytest.param("MID und mid", None, id="a word in small letters is no acronym"),
        pytest.param("die IT und die iT", None, id="too short to tell"),
        pytest.param("Cluster VIII und VIIi", None, id="Roman numbers"),
        pytest.param("NRW, siehe WWW.NrW.de", None, id="part of an address"),
    ],
)
def test_an_acronym_in_two_spellings_is_told(text: str, variants: str | None) -> None:
    assert warnings_of(measure("I.1", text)) == ({"I.1": (f"Uneinheitliche Schreibweise: {variants}.",)} if variants else {})


def test_an_acronym_is_compared_across_title_text_and_fields() -> None:
    row = Field("Ziel", ("Mehr SiA",))
    assert warnings_of(measure("I.1", "Die SIA", title="Über SiA", fields=(row,))) == {
        "I.1": ("Uneinheitliche Schreibweise: „SIA“, „SiA“.",)
    }
    assert warnings_of(measure("I.1", "Die SiA"), measure("I.2", "Eine SIA")) == {}  # in two measures: no matter
