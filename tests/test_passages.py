"""Passages: ids that last, quotes that stand in the report, and the exact passages of measures worked out by hand."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from fko_qa.passages import measure_passages, report_passages, section_passages, sentence_groups
from fko_qa.records import Field, Measure, Passage, Report, Section, View


@pytest.fixture(scope="module")
def passages(report: Report) -> tuple[Passage, ...]:
    return report_passages(report)


def squeezed(text: str) -> str:
    return " ".join(text.split())


# ------------------------------------------------------------------------------------------------------------------ all of them


def test_ids_are_unique(passages: tuple[Passage, ...]) -> None:
    assert len({passage.id for passage in passages}) == len(passages)


def test_ids_name_their_place_whatever_stands_around(report: Report, passages: tuple[Passage, ...]) -> None:
    """An edition that drops or moves other measures and sections leaves a passage's id as it was."""
    other = replace(report, measures=report.measures[:0:-1], sections=report.sections[::-1])
    by_id = {passage.id: passage for passage in report_passages(other)}
    assert by_id == {passage.id: passage for passage in passages if passage.owner != report.measures[0].id}


def test_measures_come_first_in_the_order_of_the_report(report: Report, passages: tuple[Passage, ...]) -> None:
    owners = list(dict.fromkeys(passage.owner for passage in passages))
    assert owners == [*(measure.id for measure in report.measures), *(section.name for section in report.sections)]
    assert all(passage.id.startswith(f"{passage.owner}/") for passage in passages)


def test_a_passage_has_the_page_of_its_owner(report: Report, passages: tuple[Passage, ...]) -> None:
    pages = {measure.id: measure.page for measure in report.measures} | {
        section.name: section.page for section in report.sections
    }
    assert [passage.id for passage in passages if passage.page != pages[passage.owner]] == []


def test_every_measure_has_one_whole_one_title_and_one_goal(report: Report, passages: tuple[Passage, ...]) -> None:
    for view in (View.WHOLE, View.TITLE, View.GOAL):
        assert [passage.owner for passage in passages if passage.view is view] == [measure.id for measure in report.measures]


def test_every_quotable_passage_stands_in_its_owner_word_for_word(report: Report, passages: tuple[Passage, ...]) -> None:
    wording = {measure.id: measure.verbatim for measure in report.measures} | {
        section.name: section.verbatim for section in report.sections
    }
    assert [passage.id for passage in passages if passage.quotable and passage.text not in wording[passage.owner]] == []
    assert {passage.view for passage in passages if not passage.quotable} == {View.WHOLE}


def test_every_quotable_passage_stands_in_the_file_itself(source: str, passages: tuple[Passage, ...]) -> None:
    """The file is stripped of its markup here, with no help of the parser."""
    plain = re.sub(r"^-{2,}[\t-]*$|<sup>\d</sup>", "", source, flags=re.MULTILINE)
    plain = re.sub(r"\[(.+?)\]\(.+?\)", r"\1", plain)
    plain = squeezed(re.sub(r"</?\w[^>]*>|\*\*|•", "", plain))
    assert [passage.id for passage in passages if passage.quotable and squeezed(passage.text) not in plain] == []


def test_the_sentence_groups_of_a_text_are_the_text(report: Report, passages: tuple[Passage, ...]) -> None:
    """Nothing is left out and nothing is quoted twice."""
    texts = {measure.id: measure.text for measure in report.measures} | {
        section.name: section.text for section in report.sections
    }
    groups: dict[str, list[str]] = {}
    for passage in passages:
        if passage.view is View.SENTENCE:
            groups.setdefault(passage.owner, []).append(passage.text)
    assert {owner: " ".join(found) for owner, found in groups.items()} == {owner: squeezed(text) for owner, text in texts.items()}


# ------------------------------------------------------------------------------------------------------------- some, by hand


def test_the_passages_of_i_6(report: Report) -> None:
    """One long sentence, one short goal."""
    measure = report.measure("I.6")
    assert measure is not None
    title, goal = "Voraussetzungslose Teilzeit", "Verbesserung der Personalsituation"
    sentence = (
        "Anträge der Lehrkräfte auf voraussetzungslose Teilzeitbeschäftigung, die also nicht im Zusammenhang mit familiären "
        "Gründen stehen (z. B. Kinderbetreuung oder Pflege eines nahen Angehörigen), werden intensiv daraufhin geprüft, ob im "
        "Einzelfall dienstliche Gründe, wie zum Beispiel die Vermeidung von Unterrichtsausfall, einer Genehmigung "
        "entgegenstehen."
    )
    term = "05/2023 (Befristung auf zwei Jahre)"
    assert list(measure_passages(measure)) == [
        Passage("I.6/whole", "I.6", True, View.WHOLE, "Text", 22, f"{title}\n{sentence}\n{goal}"),
        Passage("I.6/title", "I.6", True, View.TITLE, "Titel", 22, title),
        Passage("I.6/text/1", "I.6", True, View.SENTENCE, "Text", 22, sentence),
        Passage("I.6/field/Ziel", "I.6", True, View.GOAL, "Ziel", 22, goal),
        Passage("I.6/field/Beginn/ Laufzeit", "I.6", True, View.FIELD, "Beginn/ Laufzeit", 22, term),
        Passage("I.6/field/Internetpräsenz", "I.6", True, View.FIELD, "Internetpräsenz", 22, "-"),
        Passage("I.6/field/Ressort", "I.6", True, View.FIELD, "Ressort", 22, "MSB"),
        Passage("I.6/field/Partner in der Umsetzung", "I.6", True, View.FIELD, "Partner in der Umsetzung", 22, "-"),
    ]


def test_the_passages_of_iii_13(report: Report) -> None:
    """Its last two sentences: the second is too short to stand alone (less than 60 characters). Its partners are a list."""
    measure = report.measure("III.13")
    assert measure is not None
    sentences = [
        "Um den akuten Fach- und Lehrkräftemangel in den grünen Berufen entgegenzuwirken ist es dem MLV ein besonderes "
        "Anliegen, eine nachhaltige Ausbildung dieser Kräfte in Nordrhein-Westfalen sicherzustellen.",
        "In ressortübergreifenden Gesprächen auf Staatssekretärebene wurde gemeinsam mit den grünen Verbänden Lösungsansätze "
        "diskutiert, um dem bestehenden Fach- und Lehrkräftemangel in Nordrhein-Westfalen entgegenzutreten.",
        "Mit der Technischen Hochschule Ostwestfalen-Lippe besitzt Nordrhein-Westfalen einen Hochschulstandort für ein "
        "grundständiges Studium im Garten- und Landschaftsbau.",
        "Darauf aufbauend bieten sich Kooperationen mit anderen Hochschulen an, um gemeinsame Handlungsansätze zu schaffen, um "
        "bspw. Berufs- und Fachschullehrkräfte auszubilden.",
        "Hier seien beispielhaft der Lehrstuhl für Fachdidaktik Agrarwissenschaften, Ernährungs- und "
        "Hauswirtschaftswissenschaften der Universität Bonn oder die Geschäftsstelle Bildungswissenschaften als "
        "Koordinierungsstelle der Universität Münster genannt. Erste Gespräche haben hierzu bereits stattgefunden.",
    ]
    partners = [
        "Landwirtschaftskammer Nordrhein-Westfalen",
        "Verband Garten-, Landschafts- und Sportplatzbau NRW e.V.",
        "Landesverband Gartenbau Nordrhein-Westfalen e.V.",
    ]
    goal = (
        "Fachkräftemangel in den Unternehmen sowie den Berufs- und Fachlehrermangel im Dienstleistungs- und "
        "Produktionsgartenbau verbessern"
    )
    title = "Förderung innovativer Ansätze für mehr Fach- und Lehrkräfte im Dienstleistungs- und Produktionsgartenbau"
    expected = [
        ("whole", View.WHOLE, "Text", "\n".join([title, " ".join(sentences), goal, " ".join(partners)])),
        ("title", View.TITLE, "Titel", title),
        *((f"text/{number}", View.SENTENCE, "Text", sentence) for number, sentence in enumerate(sentences, start=1)),
        ("field/Ziel", View.GOAL, "Ziel", goal),
        ("field/Beginn/ Laufzeit", View.FIELD, "Beginn/ Laufzeit", "seit 11/2022 fortlaufend"),
        ("field/Internetpräsenz", View.FIELD, "Internetpräsenz", "-"),
        ("field/Ressort", View.FIELD, "Ressort", "MLV"),
        *(
            (f"field/Partner in der Umsetzung/{number}", View.FIELD, "Partner in der Umsetzung", partner)
            for number, partner in enumerate(partners, start=1)
        ),
    ]
    assert list(measure_passages(measure)) == [
        Passage(f"III.13/{place}", "III.13", True, view, section, 55, text) for place, view, section, text in expected
    ]


def test_the_rows_of_a_table_are_passages(report: Report) -> None:
    measure = report.measure("VI.8")
    assert measure is not None
    assert [(passage.id, passage.text) for passage in measure_passages(measure) if passage.view is View.TABLE] == [
        ("VI.8/table/1", "Architektenkammer Nordrhein-Westfalen"),
        ("VI.8/table/2", "2022 2023"),
        ("VI.8/table/3", "Anzahl gestellter Anträge 79 42"),
        ("VI.8/table/4", "davon anerkannte Anträge 68 34"),
        ("VI.8/table/5", "davon Nachqualifizierungen 0 0"),
        ("VI.8/table/6", "davon abgelehnte Anträge 4 2"),
        ("VI.8/table/7", "Ingenieurkammer-Bau Nordrhein-Westfalen"),
        ("VI.8/table/8", "2022 2023"),
        ("VI.8/table/9", "Anzahl gestellter Anträge 65 66"),
        ("VI.8/table/10", "davon anerkannte Anträge 55 60"),
        ("VI.8/table/11", "davon Nachqualifizierungen 0 0"),
        ("VI.8/table/12", "davon abgelehnte Anträge 1 0"),
        ("VI.8/table/13", "davon in Bearbeitung 3 2"),
        ("VI.8/table/14", "davon Rücknahmen 6 4"),
    ]


def test_the_whole_view_has_footnotes_and_neither_dates_nor_dashes() -> None:
    fields = (Field("Ziel", ("Mehr",)), Field("Ressort", ("MSB",)), Field("Partner in der Umsetzung", ("-",)))
    measure = Measure("I.1", "Titel", "I", 3, "Text.", fields, "", footnotes=("MID: Mittelstand",))
    assert next(measure_passages(measure)).text == "Titel\nText.\nMehr\nMID: Mittelstand"


def test_the_passages_of_a_section() -> None:
    first = "Die Fachkräfteoffensive wird stetig weiterentwickelt und vorangetrieben."
    second = "In sechs thematischen Clustern werden 64 Maßnahmen und Programme vorgestellt."
    assert list(section_passages(Section("Ausblick", 89, f"{first}\n\n{second}", ""))) == [
        Passage("Ausblick/1", "Ausblick", False, View.SENTENCE, "Ausblick", 89, first),
        Passage("Ausblick/2", "Ausblick", False, View.SENTENCE, "Ausblick", 89, second),
    ]


LONG = "Dieser Satz hat mit Absicht etwas mehr als sechzig Zeichen, gezählt."  # 68

EDGE = "Mit sechzig Zeichen steht ein Satz, wie dieser, noch allein."


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        pytest.param(f"{LONG} {LONG}", [LONG, LONG], id="long sentences stand alone"),
        pytest.param(f"Kurz. {LONG}", [f"Kurz. {LONG}"], id="a short one with the next"),
        pytest.param(f"{EDGE} {LONG}", [EDGE, LONG], id="sixty characters stand alone"),
        pytest.param(f"{EDGE[1:]} {LONG}", [f"{EDGE[1:]} {LONG}"], id="fifty-nine do not"),
        pytest.param(f"{LONG} Kurz.", [f"{LONG} Kurz."], id="a short one at the end with the one before"),
        pytest.param("Kurz. Kürzer.", ["Kurz. Kürzer."], id="only short ones"),
        pytest.param(f"{LONG}\n\nKurz.\n\n{LONG}", [LONG, "Kurz.", LONG], id="never across paragraphs"),
        pytest.param("Beratung\nTraining", ["Beratung", "Training"], id="list items"),
        pytest.param("", [], id="no text"),
    ],
)
def test_sentences_too_short_to_stand_alone_are_joined(text: str, groups: list[str]) -> None:
    assert sentence_groups(text) == groups
