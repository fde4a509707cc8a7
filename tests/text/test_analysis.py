"""German analysis: one row per phenomenon. Expected stems follow the German Snowball algorithm, parts the vocabulary given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.records import Report
from fko_qa.text import STOP_WORDS, Analyser, normalise, tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Erzieher:innen", "Erzieherinnen", id="gender colon"),
        pytest.param("Erzieher*innen und Lehrer*in", "Erzieherinnen und Lehrerin", id="gender star"),
        pytest.param("Erzieher_innen", "Erzieherinnen", id="gender underscore"),
        pytest.param("ErzieherInnen, die LehrerIn", "Erzieherinnen, die Lehrerin", id="capital I inside"),
        pytest.param("Maßnahme:in Zahlen", "Maßnahmein Zahlen", id="a colon without a blank is taken for a gender mark"),
        pytest.param("Ziel: innen und außen", "Ziel: innen und außen", id="a colon with a blank is not"),
        pytest.param("10:30 Uhr, 3*4", "10:30 Uhr, 3*4", id="colons and stars elsewhere"),
        pytest.param("MINT IN NRW", "MINT IN NRW", id="capitals"),
        pytest.param("a\u00a0b\t\n c ", "a b c", id="white space of any kind"),
        pytest.param("Kinder\u00adbetreuung", "Kinderbetreuung", id="soft hyphen"),
        pytest.param("\ufeffKi\u200bta\u202e", "Kita", id="marks that nobody sees"),
        pytest.param("Fachkra\u0308fte", "Fachkräfte", id="umlaut in two characters"),
        pytest.param("Fachkra\u00ad\u0308fte", "Fachkräfte", id="a soft hyphen inside such an umlaut"),
        pytest.param("ﬁnden", "finden", id="ligature"),
        pytest.param("ＩＶ．２", "IV.2", id="wide letters"),
        pytest.param("Ⅳ.2", "IV.2", id="Roman number as one character"),
        pytest.param("1.500 €", "1.500 €", id="an amount stays"),
    ],
)
def test_the_same_text_is_written_one_way(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("Die Kita hilft.", "die kita hilft", id="words in small letters, no marks"),
        pytest.param("ÜBERGANGSLOTSEN", "übergangslotsen", id="umlaut in capitals"),
        pytest.param("Straße", "strasse", id="sharp s"),
        pytest.param("Kita-Helfer", "kita-helfer kita helfer", id="hyphen: whole, then pieces"),
        pytest.param("CO2-Reduktion", "co2-reduktion co2 reduktion", id="digits in a word"),
        pytest.param("Aus- und Weiterbildung", "aus und weiterbildung", id="hyphen left hanging"),
        pytest.param("(Bildungs-)Biografien", "bildungs biografien", id="hyphen in parentheses"),
        pytest.param("zdi.NRW", "zdi.nrw zdi nrw", id="name with a period"),
        pytest.param("G.I.B.", "g.i.b g i b", id="acronym with periods"),
        pytest.param("www.mags.nrw", "www.mags.nrw www mags nrw", id="address"),
        pytest.param("2.500 Euro", "2.500 2 500 euro", id="amount"),
        pytest.param("Krankenkassenfachwirt/in", "krankenkassenfachwirt/in krankenkassenfachwirt in", id="slash"),
        pytest.param("Forschung & Lehre, F&E", "forschung lehre f&e f e", id="ampersand alone and inside"),
        pytest.param("#WTFuture", "wtfuture", id="hash mark"),
        pytest.param("LSGBTIQ+", "lsgbtiq", id="plus at the end"),
        pytest.param("z. B. u.a.", "z b u.a u a", id="abbreviations"),
        pytest.param("Erzieher:innen", "erzieherinnen", id="gendered form"),
        pytest.param("Kita Kita", "kita kita", id="a word that occurs twice"),
        pytest.param("🙂 … – ?!", "", id="no words"),
        pytest.param("вчитель 教師", "вчитель 教師", id="other scripts"),
    ],
)
def test_tokens_are_words_in_order(text: str, tokens: str) -> None:
    assert tokenise(text) == tokens.split()


@pytest.mark.parametrize(
    ("vocabulary", "text", "tokens"),
    [
        pytest.param("", "Die Hilfe für uns", "hilf", id="words without a topic go"),
        pytest.param("Kita Helfer", "Kitahelfer", "kitahelf kita helf", id="compound"),
        pytest.param(
            "Integration Begleitung", "Integrationsbegleitung", "integrationsbegleit integration begleit", id="linking s"
        ),
        pytest.param("Woche Plan", "Wochenplan", "wochenplan woch plan", id="linking n"),
        pytest.param("Student Werk", "Studentenwerk", "studentenwerk student werk", id="linking en"),
        pytest.param("Jahr Zeit", "Jahreszeit", "jahreszeit jahr zeit", id="linking es"),
        pytest.param("Kind Garten", "Kindergarten", "kindergart kind gart", id="linking er"),
        pytest.param("Fachkraft Mangel", "Fachkräftemangel", "fachkraftemangel fachkraft mangel", id="umlaut plural as the head"),
        pytest.param(
            "Fach Kraft Fachkraft Mangel", "Fachkräftemangel", "fachkraftemangel fachkraft mangel", id="the fewest parts"
        ),
        pytest.param(
            "Haustier Schutz Verein Haus Tierschutzverein",
            "Haustierschutzverein",
            "haustierschutzverein haus tierschutzverein",
            id="the fewest parts, though another begins longer",
        ),
        pytest.param("Kita Plan Zeit", "Kitaplanzeit", "kitaplanzeit kita plan zeit", id="three parts of four letters"),
        pytest.param("Kinder", "kinder" * 8, "kinderkinderkinderkinderkinderkinderkinderkind kind", id="48 letters"),
        pytest.param("Kinder", "kinder" * 7 + "kindern", "kinder" * 7 + "kind", id="more is nonsense"),
        pytest.param(
            "Meister Prämie Antrag", "Meisterprämienantrag", "meisterpramienantrag meist prami antrag", id="three parts"
        ),
        pytest.param("Teil Zeit", "Teilzeit", "teilzeit teil zeit", id="parts of four letters"),
        pytest.param("Bahn Hof", "Bahnhof", "bahnhof", id="a part of three letters is none"),
        pytest.param("Tat Potenz", "Potenzial", "potenzial", id="letters that happen to be inside"),
        pytest.param("Schritt", "Fortschritt", "fortschritt", id="a part that the report does not know"),
        pytest.param("Alter Sorge", "Altersvorsorge", "altersvorsorg", id="a gap in the middle"),
        pytest.param("unter nehmen", "Unternehmen", "unternehm", id="a word without a topic is no part"),
        pytest.param("Kita Helfer", "Kita-Helfer", "kita-helf kita helf", id="hyphenated: pieces, no split of the whole"),
        pytest.param("Kita", "Kitas", "kita", id="plural in -s of a known word"),
        pytest.param("", "Kitas", "kitas", id="the same of an unknown word"),
        pytest.param("Kita", "Kita Kita", "kita kita", id="repeated as it occurs"),
        pytest.param("Kita", "Kita2024plan", "kita2024plan", id="no split of a word with digits"),
    ],
)
def test_content_words_become_stems_and_known_parts(vocabulary: str, text: str, tokens: str) -> None:
    assert Analyser([vocabulary]).tokens(text) == tokens.split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Erzieherin", "Erzieher", id="feminine"),
        pytest.param("Erzieherinnen", "Erzieher", id="feminine plural"),
        pytest.param("Erzieher:innen", "Erzieherinnen", id="gender colon"),
        pytest.param("ErzieherInnen", "Erzieher*innen", id="capital I, star"),
        pytest.param("Fachkraft", "Fachkräfte", id="umlaut plural"),
        pytest.param("Maßnahme", "Massnahmen", id="sharp s, plural"),
        pytest.param("Prämie", "Praemie", id="ae"),
        pytest.param("Förderung", "Foerderung", id="oe"),
        pytest.param("Übergänge", "Uebergaenge", id="ue and ae"),
        pytest.param("Fachkräftemangel", "FACHKRAEFTEMANGEL", id="capitals"),
        pytest.param("berufliche", "beruflichen", id="adjective endings"),
        pytest.param("Azubi", "Azubis", id="plural in -s"),
        pytest.param("Kinder­pflege", "Kinderpflege", id="soft hyphen"),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    analyser = Analyser(["Azubi Fachkraft Mangel Kinder Pflege"])
    assert analyser.tokens(one) == analyser.tokens(other) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Meister", "Ministerium"), ("Ausbildung", "Bildung"), ("Quereinstieg", "Seiteneinstieg"), ("Kitas", "Kinder")],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    analyser = Analyser(["Kita"])
    assert set(analyser.tokens(one)).isdisjoint(analyser.tokens(other))


def test_the_order_of_the_vocabulary_does_not_matter() -> None:
    words = ["Meister", "Prämie", "Fachkraft", "Mangel", "Kita", "Helfer"]
    text = "Meisterprämie gegen Fachkräftemangel, Kitahelfer in Kitas"
    assert Analyser(words).tokens(text) == Analyser(reversed(words)).tokens(text) == Analyser([" ".join(words)]).tokens(text)


def test_compounds_are_split_into_the_reports_own_words(report: Report) -> None:
    """By themselves in the report: Ausbildung, Betreuung, Fachkräfte, Kinder, Mangel, Personal, Plätzen; not Meister, Lotse."""
    analyser = Analyser([*(measure.verbatim for measure in report.measures), *(section.verbatim for section in report.sections)])
    expected = {
        "Kinderbetreuung": ["kinderbetreu", "kind", "betreu"],
        "Ausbildungsplatz": ["ausbildungsplatz", "ausbild", "platz"],
        "Fachkräftemangel": ["fachkraftemangel", "fachkraft", "mangel"],
        "Personalmangel": ["personalmangel", "personal", "mangel"],
        "Meisterprämie": ["meisterprami"],
        "Übergangslotsen": ["ubergangslots"],
    }
    assert {word: analyser.tokens(word) for word in expected} == expected


def test_every_stop_word_is_one_token_so_that_it_can_be_met() -> None:
    assert [word for word in sorted(STOP_WORDS) if tokenise(word) != [word]] == []


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text() | st.text("aäInßNr.-/&+:*_2 \u00ad\u0308"))
def test_any_text_gives_tokens_without_blanks(text: str) -> None:
    tokens = [*tokenise(text), *Analyser(["Kita Helfer"]).tokens(text)]
    assert all(token and not any(map(str.isspace, token)) for token in tokens)
