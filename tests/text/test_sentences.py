"""German sentences. ``|`` divides them in the tables; most are the report's, one phenomenon each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.records import Report
from fko_qa.text import mended_lines, split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param("Sie hilft. |Er auch.", id="period"),
        pytest.param("Hilft das? |Ja! |Gut.", id="question and exclamation mark"),
        pytest.param("Was?! |Wirklich.", id="two marks"),
        pytest.param("Punkt eins… |Punkt zwei.", id="ellipsis sign"),
        pytest.param("Ohne Punkt am Ende", id="no mark"),
        pytest.param("Die Prämie i. H. v. 2.500 Euro gibt es. |Sie hilft.", id="i. H. v. and an amount"),
        pytest.param("Das gilt z. B. Für alle.", id="z. B. before a capital letter"),
        pytest.param("Das gilt z.B. Lehrkräften. |Auch u.a. Kammern.", id="abbreviations without blanks"),
        pytest.param(
            "Auf dem Kongress mit zehn Workshops traten u. a. Wirtschaftsministerin Mona Neubaur auf. |Ende.", id="u. a."
        ),
        pytest.param("Kommunale sog. „Runde Tische“ koordinieren. |Danach mehr.", id="sog. before a quotation"),
        pytest.param("Monatlich drängen ca. 1 Mio. Inderinnen auf den Markt. |Eine Zahl.", id="ca. and Mio."),
        pytest.param("Sie erhält 1,7 Mrd. Euro. |Mehr nicht.", id="Mrd."),
        pytest.param("Die Quote betrug rd. 80 Prozent. |Danach sank sie.", id="rd."),
        pytest.param("Institut für soziale Arbeit e. V. Münster hilft. |Danke.", id="e. V."),
        pytest.param("Krankenkassenfachwirtin bzw. Krankenkassenfachwirt. |Ab Oktober.", id="bzw. before a capital letter"),
        pytest.param("Prof. Dr. Müller kommt. |Fr. Paul auch.", id="titles"),
        pytest.param("Die Ausgabe Nr. 10 erklärt Abs. 2 genau. |Ende", id="Nr. and Abs."),
        pytest.param("Das ist Platz 3. Danach kommt 4.", id="a short number may be an ordinal: not divided"),
        pytest.param("Verbände usw. |Danach kam mehr.", id="usw. may end a sentence"),
        pytest.param("Verbände etc. beraten.", id="etc. in the middle"),
        pytest.param(
            "In den AG's sind u. a. Vertreter der (Hoch-)Schulen, der KGNW und von Unikliniken. |Ende.", id="parentheses"
        ),
        pytest.param("Am 14. Dezember 2022 begann es. |Am 7. Mai endet es.", id="date"),
        pytest.param("Es tritt im 4. Quartal 2024 in Kraft. |Später mehr.", id="quarter"),
        pytest.param("Im 19. Jahrhundert war das anders. |Heute nicht.", id="century"),
        pytest.param("In der 10. Klasse beginnt es. |Dann geht es weiter.", id="ordinal"),
        pytest.param("Es kamen 133. |Danach kamen mehr.", id="a number of three digits is no ordinal"),
        pytest.param("Kammern (IHK u. a.) Nordrhein-Westfalens beraten. |Ende.", id="an abbreviation before a parenthesis ends"),
        pytest.param("Der Versuch läuft bis 2027. |Danach endet er.", id="a year at the end"),
        pytest.param("Der Stand ist der 31.12.2023. |Neues folgt.", id="a date at the end"),
        pytest.param("Bislang (31.03.2024) wurden 2186 Prämien ausgezahlt. |Mehr folgen.", id="a date in the middle"),
        pytest.param(
            "Gemessen an den mögl. Stellen (Stand Q3/2023; mögl. Stellen). |Die Beratung hilft.", id="mögl. and a parenthesis"
        ),
        pytest.param("Der Beirat empfahl es (s. IV.9). |Er tagte.", id="a reference"),
        pytest.param("Die Aktion „Ausbildung jetzt! Initiative Praktikum“ läuft. |Sie hilft.", id="a mark inside a quoted title"),
        pytest.param("Die Botschaft lautet: „Jeder soll sie erhalten!“ |Das gilt.", id="a quotation at the end"),
        pytest.param("Sie sagte: „Gut.“ |Er ging.", id="a period before the closing quote"),
        pytest.param('Die "Klebequote" stieg. |"Neu" ist das nicht.', id="straight quotes"),
        pytest.param("Zusätzliches Personal der Kitas. gewonnen wird.", id="small letter after a stray period"),
        pytest.param("G.I.B. Düsseldorf berät. |Die TH auch.", id="an acronym with periods"),
        pytest.param("§ 31a SGB III. |Ergänzend gilt mehr.", id="a Roman number at the end"),
        pytest.param("Die Seite zdi.NRW hilft. |Sie ist groß.", id="a name with a period"),
        pytest.param("Kosten von 1.500 Euro. |– Neu: 3,5 Prozent.", id="a dash opens the next"),
        pytest.param("Bis zu 15% der Gruppe. |(Das ist viel.) |Ende.", id="a sentence in parentheses"),
    ],
)
def test_sentences_end_where_they_end(sentences: str) -> None:
    assert split_sentences(sentences.replace("|", "")) == [sentence.strip() for sentence in sentences.split("|")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("Erster Satz.\n\nZweiter Satz.", ["Erster Satz.", "Zweiter Satz."], id="paragraphs"),
        pytest.param(
            "Junge Menschen müssen auf\n\nihrem Weg begleitet werden.",
            ["Junge Menschen müssen auf ihrem Weg begleitet werden."],
            id="goes on in small letters",
        ),
        pytest.param(
            "Er setzt Fachkräfteinitiativen und\n\nMaßnahmen um.",
            ["Er setzt Fachkräfteinitiativen und Maßnahmen um."],
            id="breaks off after a function word",
        ),
        pytest.param(
            "Dabei werden\n\nz. B. Stellen angestrebt.",
            ["Dabei werden z. B. Stellen angestrebt."],
            id="goes on with an abbreviation",
        ),
        pytest.param(
            "AG 1: Gute Berufswahl\n\nAG 2: Gute Ausbildung",
            ["AG 1: Gute Berufswahl", "AG 2: Gute Ausbildung"],
            id="headings stay apart",
        ),
        pytest.param(
            "Es gibt Elemente:\n\nnetzwerken und beraten",
            ["Es gibt Elemente:", "netzwerken und beraten"],
            id="a colon ends a line",
        ),
        pytest.param(
            "Sie sagte: „Gut.“\nund ging", ["Sie sagte: „Gut.“", "und ging"], id="a mark before a closing quote ends a line"
        ),
        pytest.param("  a \n\n\n b \n", ["a b"], id="blank lines and blanks"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_lines_that_a_page_break_tore_are_mended(text: str, lines: list[str]) -> None:
    assert mended_lines(text) == lines


def test_a_sentence_never_goes_beyond_its_line() -> None:
    assert split_sentences("AG 2: Gute Ausbildung\n\nAG 3: Gut. Besser.") == ["AG 2: Gute Ausbildung", "AG 3: Gut.", "Besser."]


def test_the_sentences_of_a_measure_are_these(report: Report) -> None:
    """VI.2, with Mio. and a fragment without a verb."""
    measure = report.measure("VI.2")
    assert measure is not None
    assert split_sentences(measure.text) == [
        "Indien ist seit 2023 das bevölkerungsreichste Land der Erde.",
        "Monatlich drängen ca. 1 Mio. junge Inderinnen und Inder auf den indischen Arbeitsmarkt.",
        "Eine Zahl, die den dortigen Arbeitsmarkt vor große Herausforderungen stellt und in dessen Folge die Arbeitslosigkeit "
        "bei den unter 30-Jährigen außerordentlich hoch ist.",
        "Gleichzeitig herrscht in Deutschland hoher Bedarf an qualifizierten Fachkräften.",
        "Deshalb ist es für MAGS und MWIKE von nachhaltiger Bedeutung, dass im November 2023 ein erster Schritt zur gezielten "
        "Anwerbung dringend benötigter Fachkräfte gemacht wurde.",
        "Grundlage ist ein Letter of Intent, den die indische Fachkräfteagentur NSDC und Nordrhein-Westfalen unterzeichnet "
        "haben.",
    ]


def test_the_page_breaks_inside_the_reports_texts_are_mended(report: Report) -> None:
    """Found by reading: sentences that the file divides into two paragraphs, and one that a page ends before."""
    mended = (
        "Wer sich und seine Fähigkeiten",
        "müssen auf ihrem Weg",
        "verbessert werden. Dies erfordert",
        "und Maßnahmen um.",
        "werden dabei z. B. die",
    )
    owners = [owner.text for owner in report.sections] + [owner.text for owner in report.measures]
    texts = [" ".join(mended_lines(text)) for text in owners]
    sentences = [sentence for text in owners for sentence in split_sentences(text)]
    assert all(any(piece in text for text in texts) for piece in mended)
    assert [sentence for sentence in sentences if sentence[0].islower() and not sentence.startswith("zdi.NRW")] == []


MARKS = st.text("aBc ä.!?…„“\"'()0123 \n-") | st.text()


@given(MARKS)
def test_no_letter_is_lost_or_added_or_moved(text: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


@given(MARKS)
def test_sentences_have_words_and_no_blanks_around(text: str) -> None:
    assert all(sentence == sentence.strip() != "" for sentence in split_sentences(text))
