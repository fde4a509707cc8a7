"""What a question asks for: measure numbers in every way people write and say them, kinds, words, follow-ups."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.filters import describe
from fko_qa.numbers import ROMAN, measure_numbers
from fko_qa.question import Context, follow, understand
from fko_qa.records import Kind, Report
from fko_qa.text import normalise
from tests.fixtures import shipped_index

WORDS = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn".split()


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        # Alone, Roman
        pytest.param("IV.2", "IV.2", id="as printed"),
        pytest.param("iv.2", "IV.2", id="small letters"),
        pytest.param("Iv.2", "IV.2", id="mixed letters"),
        pytest.param("IV 2", "IV.2", id="blank"),
        pytest.param("IV. 2", "IV.2", id="period and blank"),
        pytest.param("IV .2", "IV.2", id="blank and period"),
        pytest.param("IV-2", "IV.2", id="hyphen"),
        pytest.param("IV–2", "IV.2", id="dash"),
        pytest.param("IV\u20112", "IV.2", id="hyphen that does not break"),
        pytest.param("IV/2", "IV.2", id="slash"),
        pytest.param("IV:2", "IV.2", id="colon"),
        pytest.param("IV,2", "IV.2", id="comma"),
        pytest.param("IV2", "IV.2", id="nothing between"),
        pytest.param("iv2", "IV.2", id="nothing between, small"),
        pytest.param("  IV.2 ?", "IV.2", id="question mark"),
        pytest.param("„IV.2“", "IV.2", id="quotes"),
        pytest.param("IV.02", "IV.2", id="leading zero"),
        pytest.param("VI 5", "VI.5", id="VI, not V"),
        pytest.param("III.12", "III.12", id="two digits"),
        pytest.param("iii 13", "III.13", id="two digits after a blank"),
        pytest.param("i 1", "I.1", id="shortest"),
        pytest.param("Ⅳ.2", "IV.2", id="Roman number as one character"),
        pytest.param("ＩＶ．２", "IV.2", id="wide letters"),
        pytest.param("IV.\u00a02", "IV.2", id="blank that does not break"),
        pytest.param("IV.\u200b2", "IV.2", id="blank of no width"),
        # Alone, Arabic
        pytest.param("2.4", "II.4", id="two numbers"),
        pytest.param("2,4", "II.4", id="two numbers, comma"),
        pytest.param("2-4", "II.4", id="two numbers, hyphen"),
        pytest.param("4/2", "IV.2", id="two numbers, slash"),
        pytest.param("3:8", "III.8", id="two numbers, colon"),
        pytest.param("2 4", "II.4", id="two numbers, blank"),
        pytest.param("02.04", "II.4", id="two numbers, leading zeros"),
        pytest.param("3.12?", "III.12", id="two numbers, question mark"),
        # Letters that look alike, read out, in a few words
        pytest.param("lll.4", "III.4", id="small l for I"),
        pytest.param("1V.6", "IV.6", id="one for I"),
        pytest.param("Vl.3", "VI.3", id="small l at the end"),
        pytest.param("Gib mir mal römisch sechs sieben", "VI.7", id="read out"),
        pytest.param("Die eins zwölf, worum ging es da gleich?", "I.12", id="said with an article"),
        pytest.param("und 3.4?", "III.4", id="few words"),
        pytest.param("na gut, dann halt die 3.13", "III.13", id="few words with an article"),
        # Alone, spoken
        pytest.param("vier zwei", "IV.2", id="spoken"),
        pytest.param("Vier Punkt Zwei", "IV.2", id="spoken, punkt"),
        pytest.param("eins punkt neun", "I.9", id="spoken, eins"),
        pytest.param("fünf punkt zehn", "V.10", id="spoken, umlaut"),
        pytest.param("fuenf punkt zehn", "V.10", id="spoken, ue"),
        pytest.param("drei punkt zwölf", "III.12", id="spoken, zwölf"),
        pytest.param("drei punkt zwoelf", "III.12", id="spoken, oe"),
        pytest.param("drei punkt dreizehn", "III.13", id="spoken, dreizehn"),
        pytest.param("zwo punkt vier", "II.4", id="spoken, zwo"),
        # In a sentence
        pytest.param("Was ist IV.2?", "IV.2", id="sentence"),
        pytest.param("erzähl mir von iv.2 bitte", "IV.2", id="sentence in small letters"),
        pytest.param("Gibt es VI-8 noch?", "VI.8", id="sentence with a hyphen"),
        pytest.param("Laufzeit von IV. 2", "IV.2", id="sentence with a blank"),
        pytest.param("Zeig mir: I.11!", "I.11", id="sentence with marks"),
        pytest.param("Ist III.5 (FOS Polizei) noch aktiv?", "III.5", id="followed by a remark"),
        pytest.param("Worum geht es (s. IV.9)?", "IV.9", id="in parentheses"),
        pytest.param("Es geht um IV.2.", "IV.2", id="at the end of a sentence"),
        # After a word for it
        pytest.param("Maßnahme IV.2", "IV.2", id="Maßnahme"),
        pytest.param("Maßnahme IV 2", "IV.2", id="Maßnahme, blank"),
        pytest.param("MASSNAHME 4.2", "IV.2", id="Maßnahme in capitals"),
        pytest.param("massnahme 2.4", "II.4", id="ss"),
        pytest.param("masnahme 2.4", "II.4", id="one s"),
        pytest.param("Maßname 2.4", "II.4", id="no h"),
        pytest.param("masnahme eins punkt neun", "I.9", id="spoken, one s"),
        pytest.param("Maßnahme 4 2", "IV.2", id="two numbers after Maßnahme"),
        pytest.param("Maßnahme: 4.2", "IV.2", id="colon after Maßnahme"),
        pytest.param("Maßnahme Nr. 4.2", "IV.2", id="Nr. after Maßnahme"),
        pytest.param("Was kostet Maßnahme 2.4 im Jahr?", "II.4", id="Maßnahme in a sentence"),
        pytest.param("Maßnahme ein Punkt neun", "I.9", id="spoken, ein"),
        pytest.param("Nr. 4.2", "IV.2", id="Nr."),
        pytest.param("Wer macht Nummer 6.2, das mit Indien?", "VI.2", id="Nummer"),
        pytest.param("ziffer 3.12", "III.12", id="Ziffer"),
        pytest.param("Punkt 3.7", "III.7", id="Punkt"),
        pytest.param("Kapitel 3.8", "III.8", id="Kapitel"),
        pytest.param("Abschnitt 2.1", "II.1", id="Abschnitt"),
        pytest.param("Projekt 5.7", "V.7", id="Projekt"),
        # By cluster
        pytest.param("cluster 3 nummer 8", "III.8", id="cluster, number"),
        pytest.param("Cluster III, Maßnahme 8", "III.8", id="cluster, measure"),
        pytest.param("Cluster III Nr. 8", "III.8", id="cluster, Nr."),
        pytest.param("cluster drei nummer acht", "III.8", id="cluster, spoken"),
        pytest.param("Cluster IV die Nummer 2", "IV.2", id="cluster, article"),
        pytest.param("Nummer 8 in Cluster 3", "III.8", id="number, cluster"),
        pytest.param("Was ist Maßnahme 8 aus dem Cluster III?", "III.8", id="measure, cluster"),
        pytest.param("die zehnte Maßnahme aus dem zweiten Cluster", "II.10", id="ordinals"),
        pytest.param("im dritten Kapitel die achte", "III.8", id="ordinals, chapter first"),
        # Several
        pytest.param("Was unterscheidet II.8 von II.9?", "II.8 II.9", id="two"),
        pytest.param("II.9 oder II.8", "II.9 II.8", id="two in the order of the question"),
        pytest.param("IV.2 und nochmal IV.2", "IV.2", id="the same twice"),
        pytest.param("IV.2, IV.3, VI.8", "IV.2 IV.3 VI.8", id="three"),
        pytest.param("IV.2/IV.3", "IV.2 IV.3", id="two with a slash"),
        pytest.param("Maßnahmen 2.8 und 2.9", "II.8 II.9", id="one word for two"),
        pytest.param("Maßnahmen 2.8, 2.9 und 3.1", "II.8 II.9 III.1", id="one word for three"),
        pytest.param("Maßnahme 2.8 und Maßnahme 2.9", "II.8 II.9", id="two with a word each"),
        pytest.param("Nummer 8 in Cluster 3, Nummer 5 in Cluster 4", "III.8 IV.5", id="two by number and cluster"),
        pytest.param("Cluster 3 Nummer 8, Cluster 4 Nummer 5", "III.8 IV.5", id="two by cluster and number"),
        pytest.param("Maßnahme 2.8 oder IV.3", "II.8 IV.3", id="mixed"),
        # Numbers that do not exist are understood too: the answer says so.
        pytest.param("IV.99", "IV.99", id="no such measure"),
        pytest.param("VII.1", "VII.1", id="no such cluster"),
        pytest.param("Maßnahme 7.1", "VII.1", id="no such cluster, Arabic"),
    ],
)
def test_a_measure_number_is_understood(question: str, ids: str) -> None:
    assert measure_numbers(normalise(question)) == tuple(ids.split())


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("", id="nothing"),
        pytest.param("?!", id="marks only"),
        pytest.param("Maßnahme", id="the word alone"),
        pytest.param("Maßnahme 3", id="no cluster"),
        pytest.param("Nummer 5", id="no cluster, Nummer"),
        pytest.param("Maßnahme 1 und 2", id="no clusters"),
        pytest.param("IV", id="cluster alone"),
        pytest.param("Cluster IV", id="cluster alone with its word"),
        pytest.param("Kapitel 3", id="chapter alone"),
        pytest.param("Hartz IV", id="Hartz IV"),
        pytest.param("Hartz IV seit 2005", id="Hartz IV and a year"),
        pytest.param("Sek. II", id="school level"),
        pytest.param("2024", id="year"),
        pytest.param("Schuljahr 2023/24", id="school year"),
        pytest.param("Schuljahr 23/24", id="short school year"),
        pytest.param("Programm 2030", id="year after a word for a measure"),
        pytest.param("Programm 2023/24", id="school year after a word for a measure"),
        pytest.param("am 2.3.2024", id="date"),
        pytest.param("23.05.2024", id="date alone"),
        pytest.param("bis 31.12.", id="date without a year"),
        pytest.param("31.12.", id="date without a year alone"),
        pytest.param("um 10:30 Uhr", id="time"),
        pytest.param("Punkt 10:30 Uhr", id="time after Punkt"),
        pytest.param("Punkt 12 Uhr", id="full hour"),
        pytest.param("24/7", id="around the clock"),
        pytest.param("Wie komme ich an die 2.500 Euro?", id="amount"),
        pytest.param("Maßnahmen mit 2.500 Euro", id="amount near a word for a measure"),
        pytest.param("Programm 2,5 Mio. Euro", id="millions after a word for a measure"),
        pytest.param("Projekt 1.5 Mrd", id="billions after a word for a measure"),
        pytest.param("Maßnahme 2,5 Prozent", id="per cent after a word for a measure"),
        pytest.param("80 %", id="per cent"),
        pytest.param("1.277 Schülerinnen", id="thousands"),
        pytest.param("Ich bin 1.80 groß", id="decimal number"),
        pytest.param("3 Kinder, 2 Jobs", id="two counts"),
        pytest.param("zwei oder drei Kinder", id="two spoken counts"),
        pytest.param("eins, zwei, drei", id="counting"),
        pytest.param("v. 3 Personen", id="abbreviation v."),
        pytest.param("i. 2 Wochen", id="abbreviation i."),
        pytest.param("Prämie i. H. v. 5 Euro", id="i. H. v."),
        pytest.param("§ 31a SGB III", id="law"),
        pytest.param("SGB III § 2", id="law, Roman number first"),
        pytest.param("Nr. 10 Abs. 2", id="paragraph of a law"),
        pytest.param("KI-2", id="letters before the I"),
        pytest.param("Vitamin C.2", id="another letter"),
        pytest.param("COVID-19", id="letters before the number"),
        pytest.param("Sprachniveau C2", id="language level"),
        pytest.param("IV.2.1", id="three parts"),
        pytest.param("Version 1.2.3", id="version"),
        pytest.param("Mix.3", id="letters before the x"),
        pytest.param("https://x.de/iv.2x", id="address"),
        pytest.param("Telefonnummer 0211 837-02", id="telephone number"),
        pytest.param("Klasse 5-10", id="classes"),
    ],
)
def test_what_only_looks_like_a_measure_number_is_none(question: str) -> None:
    assert measure_numbers(normalise(question)) == ()


@pytest.mark.parametrize(
    "form",
    [
        "{roman}.{number}",
        "{roman} {number}",
        "{roman}-{number}",
        "{roman}{number}",
        "{cluster}.{number}",
        "{cluster} {number}",
        "{spoken_cluster} punkt {spoken_number}",
        "Was ist {roman}.{number}?",
        "was ist {lower}.{number}",
        "Maßnahme {cluster}.{number}",
        "Wie lange läuft die Massnahme {cluster}.{number} noch?",
        "Cluster {roman}, Nummer {number}",
        "cluster {spoken_cluster} nummer {spoken_number}",
        "Nummer {number} in Cluster {cluster}",
    ],
)
def test_each_of_the_64_measures_is_found_in_every_form(form: str, report: Report) -> None:
    found = {}
    for measure in report.measures:
        roman, _, number = measure.id.partition(".")
        cluster = ROMAN.index(roman) + 1
        question = form.format(
            roman=roman,
            lower=roman.lower(),
            cluster=cluster,
            number=number,
            spoken_cluster=WORDS[cluster],
            spoken_number=WORDS[int(number)],
        )
        found[measure.id] = measure_numbers(question)
    assert found == {measure.id: (measure.id,) for measure in report.measures}


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        pytest.param("IV.2", Kind.NUMBER, id="number"),
        pytest.param("Was ist Maßnahme IV.2?", Kind.NUMBER, id="number in a sentence"),
        pytest.param("Wer ist für IV.2 zuständig?", Kind.FIELD, id="a fact of a number"),
        pytest.param("IV.2 laufzeit", Kind.FIELD, id="a fact of a number, in shorthand"),
        pytest.param("Wer ist für PerMenti zuständig?", Kind.FIELD, id="a fact of a name"),
        pytest.param("Welche Programme enden 2027?", Kind.SET, id="set"),
        pytest.param("bin Floristin und will was mit Bahnen machen", Kind.TOPIC, id="topic"),
        pytest.param("Welche Maßnahmen gibt es für Geflüchtete?", Kind.TOPIC, id="a list on no condition"),
        pytest.param("", Kind.NONE, id="nothing"),
        pytest.param("…", Kind.NONE, id="marks only"),
        pytest.param("na du", Kind.NONE, id="words without a topic"),
    ],
)
def test_the_kind_of_a_question_is_understood(question: str, kind: Kind, report: Report) -> None:
    assert understand(question, report, shipped_index()).kind is kind


def test_a_topic_has_the_words_that_tell_what_it_is_about_each_once(report: Report) -> None:
    question = understand(
        "Wie lange gibt es für  Erzieher:innen in der Kita, für die Kita-Leitung, noch Geld?", report, shipped_index()
    )
    assert question.text == "Wie lange gibt es für Erzieherinnen in der Kita, für die Kita-Leitung, noch Geld?"
    assert question.words == ("erzieherinnen", "kita", "kita-leitung", "leitung")


@pytest.mark.parametrize(
    ("question", "history", "numbers", "carried"),
    [
        pytest.param("Und wie lange läuft das?", ["Was ist IV.2?"], ("IV.2",), "Was ist IV.2?", id="points back"),
        pytest.param("Und wie lange läuft das?", ["Was ist IV.2?", "Und II.4?"], ("II.4",), "Und II.4?", id="to the last"),
        pytest.param("Und wie lange läuft das?", ["IV.2", "…"], ("IV.2",), "IV.2", id="to the last that asked for something"),
        pytest.param("Und II.4?", ["Was ist IV.2?"], ("II.4",), None, id="a number of its own"),
        pytest.param(
            "Welche Hilfe gibt es für Handwerksbetriebe in Köln am Rhein?", ["IV.2"], (), None, id="a matter of its own"
        ),
        pytest.param("wivil machn da mit", ["Was ist IV.2?"], ("IV.2",), "Was ist IV.2?", id="leans on it, misspelt"),
        pytest.param("and how much does it cost?", ["Was ist IV.2?"], ("IV.2",), "Was ist IV.2?", id="leans on it, in English"),
        pytest.param("Und wie lange läuft das?", [], (), None, id="nothing to point to"),
        pytest.param("Und wie lange läuft das?", ["…", ""], (), None, id="nothing asked before"),
    ],
)
def test_a_follow_up_is_carried_over_and_never_guessed(
    question: str, history: list[str], numbers: tuple[str, ...], carried: str | None, report: Report
) -> None:
    found = understand(question, report, shipped_index(), talked(history, report))
    assert (found.numbers, found.carried) == (numbers, carried)


@pytest.mark.parametrize(
    ("history", "question", "line"),
    [
        pytest.param("Welche Maßnahmen starten 2023?", "und 2024", "Beginn: 2024", id="a date"),
        pytest.param("Welche Programme kosten mehr als 5 Millionen?", "und über 20 Millionen?",
                     "Geplante Mittel: über 20 Mio. Euro", id="an amount"),
        pytest.param("Welche Maßnahmen hat Cluster II?", "und Cluster V?", "Cluster: V", id="a cluster"),
        pytest.param("Welche Maßnahmen enden 2025?", "nur die vom MSB", "Ressort: MSB · Ende: 2025", id="another condition"),
        pytest.param("Welche Maßnahmen enden 2025?", "Wer ist da Partner?", None, id="a fact"),
        pytest.param("Welche Vorhaben laufen noch 2025?", "2028", "Läuft: 2028", id="a bare date"),
        pytest.param("Wie viele Maßnahmen hat das MKW?", "Und welche sind das?", "Ressort: MKW", id="the members"),
        pytest.param("Welches Projekt vom MWIKE hat das meiste Geld?", "und am wenigsten",
                     "Gefragt: niedrigste geplante Mittel · Ressort: MWIKE", id="the other extreme"),
        pytest.param("Welche Maßnahmen enden 2025?", "Was ist PerMenti?", None, id="a matter of its own"),
        pytest.param("Welche Maßnahmen enden 2025?", "Worum geht es bei der zweiten?", None, id="one of them"),
    ],
)  # fmt: skip
def test_a_follow_up_to_a_set_changes_it_or_asks_of_its_members(
    history: str, question: str, line: str | None, report: Report
) -> None:
    found = understand(question, report, shipped_index(), talked([history], report))
    assert (describe(found.filter) if found.filter else None) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        pytest.param(
            "Beim Stammtisch hat einer behauptet, für irgendein Vorhaben gebe das Land zwischen 2 und 3 Millionen Euro aus, ich "
            "glaube das nicht. Gibt es so ein Vorhaben, oder hat der sich das ausgedacht?",
            "Geplante Mittel: zwischen 2 Mio. Euro und 3 Mio. Euro",
            id="amounts in a story",
        ),
        pytest.param("Ich verdiene zwischen 2.000 und 3.000 Euro, was gibt es für mich?", None, id="somebody's own amounts"),
    ],
)
def test_amounts_of_measures_make_a_set(question: str, line: str | None, report: Report) -> None:
    found = understand(question, report, shipped_index())
    assert (describe(found.filter) if found.filter else None) == line


ID = re.compile(r"(?:[IVX]+|\d+)\.\d+", re.ASCII)
PIECES = st.sampled_from(
    "IV.2 iv 2 2.8 , und oder Maßnahme maßnahmen Cluster nummer punkt zweite dritten Kapitel v. 500 Euro Mio. ² ٣ ß –".split()
)
TEXTS = st.text() | st.lists(PIECES).map(" ".join) | st.text("IVXivx .,:/-0123456789²٣ß")


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        pytest.param("Welche Maßnahme steht auf Seite 60?", ("IV.4",), id="begins there"),
        pytest.param("was steht auf seite 63", ("IV.6",), id="goes on there"),
        pytest.param("Was steht auf Seite 3?", (), id="a chapter"),
        pytest.param("Was steht auf Seite 300?", (), id="beyond the report"),
        pytest.param("Seite 60 als Kopie", (), id="not what stands there"),
    ],
)
def test_a_page_is_asked_about(question: str, ids: tuple[str, ...], report: Report) -> None:
    assert understand(question, report, shipped_index()).numbers == ids


@given(TEXTS)
def test_any_text_has_numbers_of_the_right_form_each_once(text: str) -> None:
    numbers = measure_numbers(text)
    assert all(map(ID.fullmatch, numbers))
    assert len(set(numbers)) == len(numbers)


@given(question=TEXTS, history=st.lists(TEXTS, max_size=2))
def test_any_text_is_understood_as_something(question: str, history: list[str], report: Report) -> None:
    found = understand(question, report, shipped_index(), talked(history, report))
    assert (found.kind is not Kind.NONE) == bool(found.filter or found.numbers or found.words)
    assert (found.kind is Kind.SET) == (found.filter is not None)
    if found.carried is not None:
        assert history


def talked(history: list[str], report: Report) -> Context | None:
    """The conversation after these questions, each answered with the measures that it names."""
    context: Context | None = None
    for entry in history:
        found = understand(entry, report, shipped_index(), context)
        context = follow(context, found, found.numbers)
    return context
