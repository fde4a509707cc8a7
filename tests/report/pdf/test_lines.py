"""Words → lines, and lines → body, footnotes, contents, paragraphs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fko_qa.report.pdf.contents import find_contents
from fko_qa.report.pdf.footnotes import split_footnotes
from fko_qa.report.pdf.furniture import without_furniture
from fko_qa.report.pdf.layout import Line, body_size, page_lines
from fko_qa.report.pdf.pieces import split_pieces, usual_leading
from fko_qa.report.pdf.words import Word
from tests.report.pdf.helpers import JOINER, STYLE, line, lines

# -- lines


def texts(words: list[Word]) -> list[str]:
    return [found.text for found in page_lines(words, 0)]


def test_words_of_one_baseline_are_a_line_in_their_order_whatever_the_order_in_the_file() -> None:
    words = [Word("zwei", 80, 100, 50.4, 10), Word("unten", 50, 80, 62, 10), Word("eins", 50, 70, 50, 10)]
    assert texts(words) == ["eins zwei", "unten"]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Fachkräfteo\ufb00ensive", "Fachkräfteoffensive"),
        ("quali\ufb01zierte", "qualifizierte"),
        ("P\ufb02ege", "Pflege"),
        ("E\ufb03zienz", "Effizienz"),
        ("Fachkra\u0308fte", "Fachkräfte"),
        ("NRW\u2011weit", "NRW-weit"),
        ("\uf0b7", "•"),
        ("\uf0a7", "•"),
        ("▪", "•"),
        ("\ue00c", "•"),
        ("H₂O", "H₂O"),
    ],
)
def test_characters_are_plain(printed: str, read: str) -> None:
    assert texts([Word(printed, 0, 20, 50, 10)]) == [read]


def test_a_raised_number_is_a_footnote_number_and_a_lowered_one_is_text() -> None:
    words = [Word("SHK", 50, 70, 100, 10), Word("4", 70, 73, 96.5, 6.5), Word("-Betrieb", 73, 110, 100, 10)]
    (found,) = page_lines(words, 0)
    assert (found.text, found.marks) == ("SHK-Betrieb", {1})
    lowered = [Word("CO", 50, 62, 100, 10), Word("2", 62, 65, 102, 6.5), Word("-arm", 65, 80, 100, 10)]
    assert texts(lowered) == ["CO2-arm"]


def test_a_word_printed_twice_to_look_bold_is_one() -> None:
    assert texts([Word("Ziel", 50, 70, 100, 10), Word("Ziel", 50.3, 70.3, 100.2, 10), Word("Ziel", 90, 110, 100, 10)]) == [
        "Ziel Ziel"
    ]


def test_superscript_characters_are_footnote_numbers() -> None:
    (found,) = page_lines([Word("Risiko.", 50, 80, 100, 10), Word("¹²", 80, 86, 100, 10)], 0)
    assert (found.text, [found.words[mark].text for mark in found.marks]) == ("Risiko.", ["12"])


def test_the_size_of_the_body_is_that_of_most_letters() -> None:
    assert body_size([line("Titel", size=20), *lines("ein langer Text", "noch einer")]) == 10
    assert body_size([]) == 0


# -- furniture


def page(number: int, body: str, footer: str = "- {} -") -> list[Line]:
    return [
        line("Bericht der Landesregierung", 20, page=number),
        *lines(body, "Ressort | MSB", y=100, page=number),
        line(footer.format(number + 4), 800, page=number),
    ]


@pytest.mark.parametrize("footer", ["- {} -", "{}", "Seite {} von 90", "{} | 25.06.2024", "Stand 2024 | {}"])
def test_headers_and_footers_go_and_tell_the_pages(footer: str) -> None:
    body = without_furniture([page(number, f"Text {'abcdef'[number]}", footer) for number in range(6)])
    assert body.numbers == (4, 5, 6, 7, 8, 9)
    assert [found.text for found in body.lines[0]] == ["Text a", "Ressort MSB"]


def test_the_last_row_of_many_tables_is_no_footer() -> None:
    pages = [lines(*["x"] * (3 + number), "Partner | -", y=100, page=number) for number in range(6)]
    assert all(found[-1].text == "Partner -" for found in without_furniture(pages).lines)


def test_the_name_of_a_chapter_above_its_pages_goes() -> None:
    pages = [
        [line(f"Cluster {'I' * (1 + number // 3)}: Titel", 40, page=number), *page(number, "x" * (number + 1))]
        for number in range(20)
    ]
    found = without_furniture(pages)
    assert all(lines_[0].text.startswith("x") for lines_ in found.lines[:18])


def test_pages_without_a_number_are_counted_from_their_neighbours() -> None:
    pages = [page(number, f"Text {'abcdefgh'[number]}") for number in range(8)]
    pages[0], pages[5] = pages[0][:-1], pages[5][:-1]
    assert without_furniture(pages).numbers == (4, 5, 6, 7, 8, 9, 10, 11)


def test_missing_pages_show_in_the_numbers() -> None:
    pages = [page(number + (7 if number > 2 else 0), "Text " + "abcdef"[number]) for number in range(6)]
    renumbered = [[replace(found, page=at) for found in found_lines] for at, found_lines in enumerate(pages)]
    assert without_furniture(renumbered).numbers == (4, 5, 6, 14, 15, 16)


def test_without_page_numbers_there_are_none() -> None:
    assert without_furniture([lines("a", page=0), lines("b", page=1)]).numbers == (None, None)
    assert without_furniture([]).numbers == ()


# -- footnotes


def test_footnotes_are_split_from_the_page_by_their_numbers() -> None:
    small = [
        replace(line("^1 Erste, über", 700, size=8), size=8.0),
        line("zwei Zeilen", 710, size=8),
        line("2 Zweite: mit Zahl", 720, size=8),
    ]
    kept, notes = split_footnotes([*lines("Text.^1", "Mehr.^2"), *small], 10, JOINER)
    assert [found.text for found in kept] == ["Text.", "Mehr."]
    assert notes == {1: "Erste, über zwei Zeilen", 2: "Zweite: mit Zahl"}


def test_a_note_in_the_size_of_the_text_ends_at_a_gap() -> None:
    page_ = [*lines("Text.^3"), line("^3 MID: Mittelstand", 200), line("und mehr", 212), line("Neuer Absatz", 240)]
    kept, notes = split_footnotes(page_, 10, JOINER)
    assert ([found.text for found in kept], notes) == (["Text.", "Neuer Absatz"], {3: "MID: Mittelstand und mehr"})


def test_a_number_that_begins_a_line_of_text_is_no_footnote() -> None:
    page_ = lines("rund", "80 Prozent der Unternehmen")
    assert split_footnotes(page_, 10, JOINER) == (tuple(page_), {})


# -- table of contents


@pytest.mark.parametrize("heading", ["Inhaltsverzeichnis", "Inhalt", "INHALTSVERZEICHNIS"])
def test_the_table_of_contents_is_read_in_every_form(heading: str) -> None:
    pages = [
        lines(
            heading,
            "Einleitung ........ 9",
            "I.1: Erste Maßnahme mit langem",
            "Namen | 17",
            "II.1 Zweite …… 30",
            "Cluster III: Titel über eine Zeile",
            "......... 40",
            "IV.4: Bewerbungstag 2024 – Einstieg",
            "beim Film .... 60",
            "V.1: Ohne Punkte 62",
        ),
        lines("Ausblick .... 89", page=1),
        lines("Einleitung", "Ein Text vom 1. Januar 2024", page=2),
    ]
    found = find_contents(pages, JOINER)
    assert dict(found.entries) == {
        "Einleitung": 9,
        "I.1: Erste Maßnahme mit langem Namen": 17,
        "II.1 Zweite": 30,
        "Cluster III: Titel über eine Zeile": 40,
        "IV.4: Bewerbungstag 2024 – Einstieg beim Film": 60,
        "V.1: Ohne Punkte": 62,
        "Ausblick": 89,
    }
    assert not found.lines & set(pages[2])


def test_no_table_of_contents_is_none() -> None:
    assert find_contents([lines("Inhalt", "Das ist der Inhalt.")], JOINER).entries == {}
    assert find_contents([], JOINER).entries == {}


# -- paragraphs and lists


def pieces(*found: Line, cell: tuple[float, float] | None = None) -> list[tuple[str, bool]]:
    return [(piece.text, piece.is_item) for piece in split_pieces(found, STYLE, JOINER, cell)]


def test_a_gap_divides_paragraphs() -> None:
    assert pieces(*lines("Ein Satz", "geht weiter.", "", "Noch einer.")) == [
        ("Ein Satz geht weiter.", False),
        ("Noch einer.", False),
    ]


def test_an_indented_first_line_begins_a_paragraph() -> None:
    found = [*lines("Ein langer Satz in einer Zeile."), line("Noch einer, der so lang", 112, 65), line("weitergeht.", 124)]
    assert [text for text, _ in pieces(*found)] == ["Ein langer Satz in einer Zeile.", "Noch einer, der so lang weitergeht."]


def test_a_sentence_that_ends_though_there_was_room_ends_its_paragraph() -> None:
    assert len(pieces(*lines("Ein ganz langer Satz über die Zeile,", "der endet.", "Und ein neuer ganz langer Satz."))) == 2


def test_a_sentence_goes_on_over_a_page() -> None:
    assert pieces(line("Ein Satz", 780), line("geht weiter.", 60, page=1)) == [("Ein Satz geht weiter.", False)]


@pytest.mark.parametrize("mark", ["•", "–", "-"])
def test_marks_begin_items_and_text_after_the_list_is_a_paragraph(mark: str) -> None:
    found = [
        line("Es gibt:", 100),
        line(f"{mark} Beratung und", 120, 60),
        line("Hilfe", 132, 68),
        line(f"{mark} Training", 144, 60),
        line("Danach.", 164),
    ]
    assert pieces(*found) == [("Es gibt:", False), ("Beratung und Hilfe", True), ("Training", True), ("Danach.", False)]


def test_a_dash_within_a_sentence_is_no_mark_and_a_lone_one_is_a_value() -> None:
    assert pieces(*lines("der Übergang, durch", "- frühere Beratung")) == [("der Übergang, durch - frühere Beratung", False)]
    assert pieces(*lines("-")) == [("-", False)]


def test_indented_lines_of_a_cell_are_items_even_without_marks() -> None:
    found = [line("Kreis Düren", 100, 70), line("Stadt Köln", 112, 70), line("Beide wirken mit.", 124, 50)]
    assert pieces(*found, cell=(50, 400)) == [("Kreis Düren", True), ("Stadt Köln", True), ("Beide wirken mit.", False)]


def test_no_lines_are_no_pieces_and_have_a_usual_leading() -> None:
    assert pieces() == []
    assert usual_leading([], 10) == 1.2
    assert usual_leading([lines("a", "b", "c", gap=15)], 10) == 1.5
