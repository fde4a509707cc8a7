"""Line ends: hyphens that belong to a word and those that do not, slashes, addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.report.pdf.joining import Joiner, bare_address, learn
from tests.report.pdf.helpers import line, lines

WORDS = frozenset({"nordrhein-westfälischen", "fachkräftemangel", "innovationspin", "sowie", "online-basierte", "nrw"})
ADDRESSES = frozenset({"www.bo-tool.de/sekundarstufe-i/portfolio", "www.mags.nrw/uebergangslotsen"})
HYPHENATED = Joiner(words=WORDS, hyphenated=True, addresses=ADDRESSES)
PLAIN = Joiner(words=WORDS, addresses=ADDRESSES)
BREAKING = Joiner(words=WORDS, breaking=frozenset("\u2010\u00ad"), addresses=ADDRESSES)


@pytest.mark.parametrize(
    ("joiner", "left", "right", "joined"),
    [
        pytest.param(PLAIN, "der Mangel", "an Kräften", "der Mangel an Kräften", id="no hyphen"),
        pytest.param(HYPHENATED, "der zuneh-", "mende Mangel", "der zunehmende Mangel", id="wrapped word"),
        pytest.param(PLAIN, "die MINT-", "nahen Fächer", "die MINT-nahen Fächer", id="document without hyphenation"),
        pytest.param(HYPHENATED, "der Fach-", "kräftemangel", "der Fachkräftemangel", id="word that the document knows"),
        pytest.param(PLAIN, "der Fach-", "kräftemangel", "der Fachkräftemangel", id="known word, no hyphenation"),
        pytest.param(HYPHENATED, "der nordrhein-", "westfälischen Wirtschaft", "der nordrhein-westfälischen Wirtschaft", id="own"),  # noqa: E501
        pytest.param(HYPHENATED, "das online-", "basierte Projekt", "das online-basierte Projekt", id="own, small"),
        pytest.param(HYPHENATED, "in Nordrhein-", "Westfalen", "in Nordrhein-Westfalen", id="before a capital"),
        pytest.param(HYPHENATED, "Innovation-", "SPIN Lemgo", "InnovationSPIN Lemgo", id="known with a capital inside"),
        pytest.param(HYPHENATED, "Fach-", "und Arbeitskräfte", "Fach- und Arbeitskräfte", id="first of two words"),
        pytest.param(HYPHENATED, "Lehr-", "oder Lernort", "Lehr- oder Lernort", id="first of two words, or"),
        pytest.param(HYPHENATED, "so-", "wie Kammern", "sowie Kammern", id="a conjunction that is wrapped itself"),
        pytest.param(HYPHENATED, "Gewinnung und -", "bindung", "Gewinnung und -bindung", id="second of two words"),
        pytest.param(PLAIN, "Leiter, -", "sicherung", "Leiter, -sicherung", id="second of two words after a comma"),
        pytest.param(HYPHENATED, "nahezu allen Bereichen -", "darunter", "nahezu allen Bereichen - darunter", id="dash"),
        pytest.param(HYPHENATED, "die AZAV-", "zertifizierte Schule", "die AZAV-zertifizierte Schule", id="abbreviation"),
        pytest.param(HYPHENATED, "Menschen, LSGB-", "TIQ+ u. a.", "Menschen, LSGBTIQ+ u. a.", id="one abbreviation"),
        pytest.param(HYPHENATED, "beim MINT-", "EU-Tag", "beim MINT-EU-Tag", id="abbreviation before another word"),
        pytest.param(HYPHENATED, "die NRW-", "KOSIS", "die NRW-KOSIS", id="two abbreviations, one of them known"),
        pytest.param(PLAIN, "LSGB-", "TIQ+", "LSGB-TIQ+", id="abbreviations in a document without hyphenation"),
        pytest.param(HYPHENATED, "2024-", "2029", "2024-2029", id="numbers"),
        pytest.param(BREAKING, "der beson\u2010", "deren", "der besonderen", id="hyphen that only line ends have"),
        pytest.param(BREAKING, "der beson\u00ad", "deren", "der besonderen", id="soft hyphen"),
        pytest.param(BREAKING, "Nordrhein-", "Westfalen", "Nordrhein-Westfalen", id="hard hyphen beside breaking ones"),
        pytest.param(PLAIN, "Nordrhein-/", "Westfalen", "Nordrhein-/Westfalen", id="slash"),
        pytest.param(PLAIN, "Bedarf/", "(Stand)", "Bedarf/ (Stand)", id="slash before a bracket"),
        pytest.param(PLAIN, "https://www.bo-tool.de/sekundarstufe-", "i/portfolio", "https://www.bo-tool.de/sekundarstufe-i/portfolio", id="address with its own hyphen"),  # noqa: E501
        pytest.param(HYPHENATED, "www.mags.nrw/ueber-", "gangslotsen (neu)", "www.mags.nrw/uebergangslotsen (neu)", id="address with a typesetter's hyphen"),  # noqa: E501
        pytest.param(PLAIN, "www.mags.nrw/uebergangslotsen", "und regional", "www.mags.nrw/uebergangslotsen und regional", id="after an address"),  # noqa: E501
        pytest.param(PLAIN, "https://a.de/unbekannt/", "weiter.html", "https://a.de/unbekannt/weiter.html", id="no link leads there"),  # noqa: E501
        pytest.param(PLAIN, "https://a.de/x", "https://b.de/y", "https://a.de/x https://b.de/y", id="two addresses"),
        pytest.param(PLAIN, "www.mags.nrw/x-", "(Passwort: ws)", "www.mags.nrw/x-(Passwort: ws)", id="a bracket is no address"),
        pytest.param(PLAIN, "", "Anfang", "Anfang", id="nothing before"),
        pytest.param(PLAIN, "Ende", "", "Ende", id="nothing after"),
        pytest.param(PLAIN, "-", "wert", "- wert", id="only a dash"),
    ],
)  # fmt: skip
def test_two_lines_are_joined(joiner: Joiner, left: str, right: str, joined: str) -> None:
    assert joiner.join_texts(left, right) == joined


def test_a_blank_in_the_file_is_kept_behind_a_hyphen_and_a_slash() -> None:
    assert PLAIN.join_texts("Assistentin/", "Assistent", blank=True) == "Assistentin/ Assistent"
    assert HYPHENATED.join_texts("Ein-", "sicht", blank=True) == "Ein- sicht"


def test_hyphens_of_any_kind_become_plain_ones_and_blanks_single() -> None:
    assert PLAIN.join([line("Fach\u2010kräfte"), line("in NRW")]) == "Fach-kräfte in NRW"


@pytest.mark.parametrize("hyphen", ["\u2010", "\u00ad"])
def test_a_hyphen_that_stands_at_line_ends_only_is_a_breaking_one(hyphen: str) -> None:
    page = lines(f"der beson{hyphen}", "dere Bedarf an Fach-", "und Arbeitskräften")
    assert learn([page], []).breaking == {hyphen}
    assert learn([[*page, line(f"Fach{hyphen}kraft")]], []).breaking == frozenset()


def test_a_document_is_hyphenated_if_more_than_a_few_lines_end_so() -> None:
    wrapped = lines("der zuneh-", "mende Mangel", "bedroht uns")
    assert learn([wrapped], []).hyphenated
    assert not learn([[*wrapped, *lines(*["ein ganzer Satz"] * 100)]], []).hyphenated


def test_words_that_a_line_end_cut_are_no_witnesses() -> None:
    words = learn([lines("der zuneh-", "mende Mangel")], ["https://a.de/"]).words
    assert words == {"der", "mangel"}


def test_an_address_is_compared_without_scheme_and_final_slash() -> None:
    assert bare_address("HTTPS://www.a.de/b/") == "www.a.de/b"


@given(st.lists(st.text(max_size=30), max_size=6))
def test_joining_loses_nothing_but_blanks_and_hyphens(texts: list[str]) -> None:
    joined = ""
    for text in texts:
        joined = HYPHENATED.join_texts(joined, text)
    visible = [character for text in texts for character in text if not character.isspace() and character not in "-\u2010\u00ad"]
    assert [character for character in joined if not character.isspace() and character not in "-\u2010\u00ad"] == visible
