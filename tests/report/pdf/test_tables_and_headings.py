"""Rows of labelled tables, cells of others, headings, and what is missing."""

from __future__ import annotations

import pytest

from fko_qa.report.pdf.cells import ministries, split_tables
from fko_qa.report.pdf.fields import find_columns, split_fields
from fko_qa.report.pdf.gaps import missing_pages, missing_pages_of, missing_parts, owner_of_page
from fko_qa.report.pdf.headings import find_headings
from fko_qa.report.pdf.layout import Line
from fko_qa.report.pdf.links import addresses
from fko_qa.report.pdf.pages import Link
from tests.report.pdf.helpers import JOINER, STYLE, line, lines

# -- labelled rows


def row(label: str, *values: str, y: float, at: int = 0, page: int = 0, rise: float = 0.0) -> list[Line]:
    """A row of a table: values from 200 points on, the label beside the value line with this number, or raised from it."""
    found = []
    for position, value in enumerate(values):
        here = y + 12 * position
        right = line(value, here, 200, page=page)
        if position == at and rise == 0:
            left = line(label, here, 50, page=page)
            right = Line(page, here, 10, (*left.words, *right.words))
        elif position == at:
            found.append(line(label, here - rise, 50, page=page))
        found.append(right)
    return found


def read(found: list[Line]) -> tuple[list[str], list[tuple[str, list[str]]]]:
    text, fields = split_fields(found, find_columns(found), STYLE, JOINER)
    return [rest.text for rest in text], [(field.label, field.parts) for field in fields]


def test_labels_at_the_top_of_their_cells() -> None:
    found = [*lines("Ziel ist es, zu helfen."), *row("Ziel", "Mehr", "Kräfte", y=140), *row("Ressort", "MSB", y=170)]
    assert read(found) == (["Ziel ist es, zu helfen."], [("Ziel", ["Mehr Kräfte"]), ("Ressort", ["MSB"])])


@pytest.mark.parametrize("rise", [0.0, 6.0], ids=["beside a line", "between two lines"])
def test_labels_in_the_middle_of_their_cells(rise: float) -> None:
    values = ("Mehr", "gute", "Kräfte") if rise == 0 else ("Mehr", "Kräfte")
    found = [*lines("Text."), *row("Ziel", *values, y=140, at=1, rise=rise), *row("Ressort", "MSB", y=190), *row("Inkrafttreten", "2024", y=210)]  # noqa: E501  # fmt: skip
    assert read(found)[1] == [("Ziel", [" ".join(values)]), ("Ressort", ["MSB"]), ("Inkrafttreten", ["2024"])]


def test_labels_over_several_lines_other_spellings_and_new_labels() -> None:
    found = [
        *row("Ziel", "Mehr", y=80),
        *row("Beginn/Laufzeit:", "2023", y=100),
        *row("Partner in der", "Kreis Düren", y=120),
        line("Umsetzung", 132),
        *row("Ansprechstelle:", "Referat 42", y=150),
    ]
    assert read(found)[1] == [
        ("Ziel", ["Mehr"]),
        ("Beginn/ Laufzeit", ["2023"]),
        ("Partner in der Umsetzung", ["Kreis Düren"]),
        ("Ansprechstelle", ["Referat 42"]),
    ]


def test_a_cell_goes_on_over_a_page_and_below_the_table() -> None:
    found = [
        *row("Ressort", "MSB", y=740),
        *row("Partner in der Umsetzung", "Zwei Kammern", y=760),
        line("wirken gemeinsam", 60, 200, page=1),
        line("weiter.", 80, 50, page=1),
    ]
    label, parts = read(found)[1][-1]
    assert (label, " ".join(parts)) == ("Partner in der Umsetzung", "Zwei Kammern wirken gemeinsam weiter.")


def test_values_behind_or_below_their_labels_are_rows_without_columns() -> None:
    found = [*lines("Text."), *lines("Ziel: Mehr Kräfte", "für alle", "Ressort", "MSB", y=140)]
    assert read(found) == (["Text."], [("Ziel", ["Mehr Kräfte für alle"]), ("Ressort", ["MSB"])])


def test_a_measure_without_a_table_has_text_only() -> None:
    assert read(lines("Nur Text.")) == (["Nur Text."], [])
    assert read([]) == ([], [])


# -- other tables


def cells(y: float, *found: str) -> Line:
    """A line with cells 150 points apart."""
    words = [word for column, text in enumerate(found) if text for word in line(text, y, 50 + 150 * column).words]
    return Line(0, y, 10, tuple(words))


def test_figures_are_a_table_with_their_titles() -> None:
    before = line("Die Kammern haben folgende Verfahren in den beiden Jahren zusammen durchgeführt:", 88)
    table = [
        cells(100, "Erste Kammer"),
        cells(112, "", "2022", "2023"),
        cells(124, "Anzahl der Anträge", "79", "42"),
        cells(136, "davon abgelehnt", "4", "2"),
        cells(148, "Zweite Kammer"),
        cells(160, "Anzahl der Anträge", "65", "66"),
    ]
    after = line("Danach geht der Text weiter.", 180)
    assert split_tables([before, *table, after]) == (
        [before, after],
        [
            [
                ("Erste Kammer", "", ""),
                ("", "2022", "2023"),
                ("Anzahl der Anträge", "79", "42"),
                ("davon abgelehnt", "4", "2"),
                ("Zweite Kammer", "", ""),
                ("Anzahl der Anträge", "65", "66"),
            ]
        ],
    )


def test_lines_stretched_to_the_margin_are_no_table() -> None:
    found = [Line(0, y, 10, tuple(line(text, y, x).words[0] for x, text in enumerate_at(20))) for y in (100, 112)]
    assert split_tables(found) == (found, [])


def enumerate_at(gap: float) -> list[tuple[float, str]]:
    """Five words of 30 points with the same gap."""
    return [(50 + position * (30 + gap), "Wörter") for position in range(5)]


@pytest.mark.parametrize("at", [0, 1], ids=["code at the top", "code at the foot"])
def test_ministries_are_names_with_codes(at: int) -> None:
    first, last = line("Ministerium für Kinder und", 120), line("Integration", 132)
    code = line("MKJFGFI", 120 + 12 * at, 350)
    rows = [first, last]
    rows[at] = Line(0, rows[at].y, 10, (*rows[at].words, *code.words))
    single = [
        Line(0, y, 10, (*line(name, y).words, *line(short, y, 350).words))
        for y, name, short in [(90, "Ministerium der Finanzen", "FM"), (152, "Ministerium der Justiz", "JM")]
    ]
    assert ministries([single[0], *rows, single[1]], JOINER) == [
        ("Ministerium der Finanzen", "FM"),
        ("Ministerium für Kinder und Integration", "MKJFGFI"),
        ("Ministerium der Justiz", "JM"),
    ]
    assert ministries(lines("Nur Text."), JOINER) == []


# -- headings

ENTRIES = {
    "Einleitung": 9,
    "Cluster I: Bildung": 16,
    "I.1: Erste Maßnahme im Land": 17,
    "I.2: Zweite": 18,
    "Ausblick der Regierung": 20,
}


def headings(found: list[Line]) -> list[tuple[str, str | None, str | None]]:
    page_of = {0: 9, 1: 16, 2: 17, 3: 18, 4: 20}
    return [
        (heading.text, heading.measure_id, heading.entry)
        for heading in find_headings(found, ENTRIES, lambda line: page_of[line.page], STYLE, JOINER)
    ]


def test_headings_are_known_by_the_table_of_contents_whatever_their_style() -> None:
    found = [
        *lines("Einleitung", "Text über Dinge.", page=0),
        *lines("Cluster I: Bildung", y=200, page=0, bold=True),
        *lines("Text.", y=240, page=0),
        *lines("Cluster I:", "Bildung", "Text.", page=1),
        *lines("I.1: Erste Maß-", "nahme im Land", "Unter den Ziffern", "I.2 bis I.7 steht mehr, auch in", "I.1: dort.", page=2),
        *lines("I.2", "Zweite", "Text", page=3),
    ]
    assert headings(found) == [
        ("Einleitung", None, "Einleitung"),
        ("Cluster I: Bildung", None, None),
        ("Cluster I: Bildung", None, "Cluster I: Bildung"),
        ("I.1: Erste Maß-nahme im Land", "I.1", "I.1: Erste Maßnahme im Land"),
        ("I.2 Zweite", "I.2", "I.2: Zweite"),
    ]


def test_a_heading_that_runs_above_its_pages_is_no_second_one() -> None:
    found = [
        *lines("I.2: Zweite", y=30, page=3),
        *lines("I.2: Zweite", "Text, der", page=3),
        *lines("I.2: Zweite", y=30, page=4),
        *lines("weitergeht.", page=4),
    ]
    page_of = {3: 18, 4: 19}
    read_ = find_headings(found, ENTRIES, lambda line: page_of[line.page], STYLE, JOINER)
    assert [(heading.start, heading.is_running) for heading in read_] == [(0, True), (1, False), (3, True)]


def test_a_heading_with_another_wording_is_known_by_its_style_and_page() -> None:
    found = [
        *lines("I.1: Erste Maßnahme", "in Nordrhein-Westfalen", page=2, bold=True),
        *lines("Text und noch mehr Text über alles.", "Und mehr.", y=140, page=2),
        *lines("Ausblick der neuen Regierung", page=4, bold=True),
        *lines("Text und noch mehr Text über alles.", "Und mehr.", y=140, page=4),
    ]
    assert headings(found) == [
        ("I.1: Erste Maßnahme in Nordrhein-Westfalen", "I.1", "I.1: Erste Maßnahme im Land"),
        ("Ausblick der neuen Regierung", None, "Ausblick der Regierung"),
    ]


# -- what is missing


def test_gaps_in_page_numbers_are_told() -> None:
    assert list(missing_pages([1, 2, 4, 9])) == ["Im PDF fehlt Seite 3.", "Im PDF fehlen die Seiten 5 bis 8."]


def test_missing_measures_and_chapters_are_told() -> None:
    found = list(missing_parts(ENTRIES, ["I.1"], ["Einleitung", "Cluster I: Bildung"]))
    assert found == [
        "Im Inhaltsverzeichnis, aber nicht im PDF: diese Maßnahme I.2. Bitte prüfen Sie, ob alle Seiten da sind.",
        "Im Inhaltsverzeichnis, aber nicht im PDF: „Ausblick der Regierung“.",
    ]
    assert "kein lesbares Inhaltsverzeichnis" in next(missing_parts({}, ["I.1"], []))


def test_a_page_belongs_to_the_last_entry_before_it() -> None:
    assert owner_of_page(ENTRIES, 19) == "I.2: Zweite"
    assert owner_of_page(ENTRIES, 9) is None
    assert missing_pages_of(ENTRIES, "I.2: Zweite", [17, 18, 20]) == [19]


# -- links


def test_links_come_once_in_order_as_printed_and_printed_addresses_are_added() -> None:
    found = [Link(0, 0, 1, 1, address) for address in ("https://a.de/x-y", "https://a.de/x-y", "https://b.de/", "https://c.de/")]
    printed = "https://a.de/x-y b.de https://c.de/ www.d.de/e."
    assert addresses(found, printed) == ["https://a.de/x-y", "https://b.de", "https://c.de/", "http://www.d.de/e"]
