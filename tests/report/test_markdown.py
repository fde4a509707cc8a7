"""The Markdown reader on small reports written by hand, one peculiarity each. The real report: test_assemble.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.errors import ReportFormatError
from fko_qa.report.draft import DraftReport, DraftSection
from fko_qa.report.markdown import read_markdown

HEAD = """# Bericht

Datum: 25. Juni 2024

## Inhaltsverzeichnis

Einleitung .....\t9
I.1: Erste Maßnahme ....\t17

II.1 Zweite Maßnahme..\t30
Ausblick\t89

"""


def read(body: str) -> DraftReport:
    return read_markdown(HEAD + body)


def only_measure(body: str) -> DraftSection:
    introduction, section = read("## Einleitung\n\nDavor.\n\n" + body).sections
    assert (introduction.name, introduction.text, section.measure_id) == ("Einleitung", "Davor.", "I.1")
    return section


def fields(section: DraftSection) -> dict[str, list[str]]:
    return {row.label: row.parts for row in section.fields}


def blocks(section: DraftSection) -> list[tuple[list[str], bool]]:
    return [(block.lines, block.is_list) for block in section.blocks]


def test_title_date_pages_and_table_of_contents_are_read() -> None:
    draft = read("## I.1: Erste Maßnahme\n")
    assert (draft.title, draft.date, draft.pages) == ("Bericht", "2024-06-25", 89)
    assert draft.contents == {"Einleitung": 9, "I.1: Erste Maßnahme": 17, "II.1 Zweite Maßnahme": 30, "Ausblick": 89}


@pytest.mark.parametrize(
    "line",
    ["....\t17", "\t17", "Ohne Seite\t", "Ohne Tabulator 17", "Keine Seite\t17a", "Keine Seite\t12345", f"Keine\t{'9' * 5000}"],
    ids=["no name", "nothing", "no page", "no tab", "no number", "no page of a report", "endless"],
)
def test_other_lines_beside_the_table_of_contents_name_no_page(line: str) -> None:
    draft = read_markdown(HEAD.replace("I.1: Erste", f"{line}\nI.1: Erste") + "## I.1: Erste Maßnahme\n")
    assert list(draft.contents) == ["Einleitung", "I.1: Erste Maßnahme", "II.1 Zweite Maßnahme", "Ausblick"]


def test_a_line_of_dots_without_end_is_read_at_once() -> None:
    """Twenty times as long as a line that a pattern with two open ends would be busy with for a quarter of a minute."""
    draft = read_markdown(HEAD.replace("I.1: Erste", f"{'.' * 40_000}x\nI.1: Erste") + "## I.1: Erste Maßnahme\n")
    assert len(draft.contents) == 4


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("## I.1: Erste Maßnahme", id="second level"),
        pytest.param("### I.1: Erste Maßnahme", id="third level"),
        pytest.param("## **I.1: Erste Maßnahme**", id="bold inside the heading"),
        pytest.param("**I.1: Erste Maßnahme**", id="bold instead of a heading"),
        pytest.param("**I.1: Erste  \nMaßnahme**", id="bold over two lines"),
        pytest.param("## I.1 Erste Maßnahme", id="no colon"),
        pytest.param("## I.1:  Erste\u00a0Maßnahme", id="odd blanks"),
    ],
)
def test_a_measure_is_known_however_its_heading_is_marked(heading: str) -> None:
    section = only_measure(f"{heading}\n\nText.\n")
    assert (section.measure_id, section.name, section.page, section.text) == ("I.1", "Erste Maßnahme", 17, "Text.")


def test_lines_of_the_table_of_contents_are_no_measures() -> None:
    assert [section.measure_id for section in read("## II.1: Zweite Maßnahme\n").sections] == ["II.1"]


@pytest.mark.parametrize(
    "heading",
    ["## II.1: „Zweite“ Maßnahme", "## II.1: Zweite – Maßnahme", "## II.1: Zweite  maßnahme"],
    ids=["quotes", "dash", "case"],
)
def test_the_page_is_found_if_the_table_of_contents_writes_the_title_a_little_otherwise(heading: str) -> None:
    assert read(f"{heading}\n").sections[0].page == 30


def test_a_measure_that_no_table_of_contents_lists_has_no_page() -> None:
    assert read("## I.1: Erste Maßnahme\n\n## I.2: Unbekannt\n").sections[1].page is None


def test_fields_links_and_the_dash_are_read_from_the_table() -> None:
    section = only_measure(
        "## I.1: Erste Maßnahme\n\nSiehe [www.a.de](http://www.a.de).\n\n"
        "<b>Ziel</b>\tMehr Fachkräfte\n<b>Beginn/Laufzeit</b>\t2023\n"
        '<b>Internetpräsenz</b>\t<a href="https://b.de">b.de</a>\n<b>Ressort</b>\tMSB\n<b>Partner in der Umsetzung</b>\t-\n'
    )
    assert section.text == "Siehe www.a.de."
    assert fields(section) == {
        "Ziel": ["Mehr Fachkräfte"],
        "Beginn/ Laufzeit": ["2023"],
        "Internetpräsenz": ["b.de"],
        "Ressort": ["MSB"],
        "Partner in der Umsetzung": ["-"],
    }
    assert section.links == ["http://www.a.de", "https://b.de"]


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param("\tdie gemeinsam wirken.", id="as a row without a label"),
        pytest.param("\n\n\tdie gemeinsam wirken.\n--\t--", id="as a second table"),
        pytest.param("\n\ndie gemeinsam wirken.", id="as text below the table"),
        pytest.param("\n\ndie\ngemeinsam wirken.", id="as text over two lines"),
    ],
)
def test_a_cell_that_a_page_break_cut_is_put_together(rest: str) -> None:
    section = only_measure(f"## I.1: Erste Maßnahme\n\nText.\n\n<b>Partner in der Umsetzung</b>\tZwei Kammern,\n{rest}\n")
    assert fields(section) == {"Partner in der Umsetzung": ["Zwei Kammern, die gemeinsam wirken."]}
    assert section.text == "Text."


def test_a_table_that_a_page_break_split_is_one() -> None:
    section = only_measure(
        "## I.1: Erste Maßnahme\n\n<b>Ziel</b>\tMehr\n<b>Ressort</b>\tMSB\n\n"
        "<b>Partner in der Umsetzung</b>\tKammern\n---------\t---\n"
    )
    assert fields(section) == {"Ziel": ["Mehr"], "Ressort": ["MSB"], "Partner in der Umsetzung": ["Kammern"]}


def test_a_table_before_the_fields_is_no_text() -> None:
    section = only_measure(
        "## I.1: Erste Maßnahme\n\nText:\n\n<b>Kammer</b>\t\t\n\t2022\t2023\n<i>davon neu</i>\t3\t2\n\n<b>Ziel</b>\tMehr\n"
    )
    assert section.tables == [[("Kammer", "", ""), ("", "2022", "2023"), ("davon neu", "3", "2")]]
    assert section.text == "Text:"
    assert fields(section) == {"Ziel": ["Mehr"]}


def test_footnotes_stand_apart_from_the_text_and_the_last_field() -> None:
    section = only_measure(
        "## I.1: Erste Maßnahme\n\nDie SHK<sup>4</sup>-Betriebe.\n\n<b>Partner in der Umsetzung</b>\t-\n\n---\n\n"
        "<sup>4</sup> SHK: Handwerk\n"
    )
    assert (section.text, section.footnotes) == ("Die SHK-Betriebe.", ["SHK: Handwerk"])
    assert fields(section) == {"Partner in der Umsetzung": ["-"]}


def test_paragraphs_lists_and_broken_lines_become_blocks() -> None:
    section = only_measure(
        "## I.1: Erste Maßnahme\n\nErste Zeile,\nzweite in Nordrhein-\nWestfalen.\n\n- Beratung\n* Training\n\nEnde.\n"
    )
    assert blocks(section) == [
        (["Erste Zeile, zweite in Nordrhein-Westfalen."], False),
        (["Beratung", "Training"], True),
        (["Ende."], False),
    ]


def test_a_line_that_ends_in_a_hyphen_before_a_small_letter_keeps_its_blank() -> None:
    assert only_measure("## I.1: Erste Maßnahme\n\nSozial-\nund Erziehungsberufe\n").text == "Sozial- und Erziehungsberufe"


@pytest.mark.parametrize("level", ["##", "###"])
def test_a_cluster_heading_in_two_parts_is_one_section(level: str) -> None:
    draft = read(f"## **Cluster I:**\n\n{level} **Gute Bildung**\n\nText.\n\n## I.1: Erste Maßnahme\n")
    assert draft.clusters == {"I": "Gute Bildung"}
    assert [(section.name, section.text) for section in draft.sections] == [
        ("Cluster I: Gute Bildung", "Text."),
        ("Erste Maßnahme", ""),
    ]


def test_a_subsection_is_named_with_its_chapter_and_its_page_is_counted_back_from_the_next_chapter() -> None:
    """Page 16 is the last before I.1 on page 17. One page ends within the second subsection, so the first began on page 15."""
    draft = read(
        "## Einleitung\n\nText.\n\n### **Cluster I: Bildung**\n\nGanz.\n\n### Cluster II: Beruf\n\nJunge Menschen müssen "
        "auf\n\nihrem Weg begleitet werden.\n\n### Cluster III: Praxis\n\nEnde.\n\n## I.1: Erste Maßnahme\n"
    )
    assert [(section.name, section.page) for section in draft.sections] == [
        ("Einleitung", 9),
        ("Einleitung – Cluster I: Bildung", 15),
        ("Einleitung – Cluster II: Beruf", 15),
        ("Einleitung – Cluster III: Praxis", 16),
        ("Erste Maßnahme", 17),
    ]


def test_a_footnote_of_a_subsection_marks_the_end_of_its_page() -> None:
    draft = read(
        "## Einleitung\n\n### Cluster I: Bildung\n\nGanz.\n\n---\n\n<sup>1</sup> Quelle\n\n### Cluster II: Beruf\n\nEnde.\n\n"
        "## I.1: Erste Maßnahme\n"
    )
    assert [section.page for section in draft.sections] == [9, 15, 16, 17]


def test_a_subsection_never_begins_before_its_chapter() -> None:
    """The chapter has one page, 16; two visible page breaks would make it three."""
    source = HEAD.replace("Einleitung .....\t9", "Einleitung .....\t16")
    body = "## Einleitung\n\n### Cluster I: Bildung\n\nEs geht\n\nweiter und\n\nimmer weiter.\n\n## I.1: Erste Maßnahme\n"
    assert [section.page for section in read_markdown(source + body).sections] == [16, 16, 17]


def test_a_bold_heading_is_a_chapter() -> None:
    names = [section.name for section in read("## Davor\n\n**Einleitung**\n\n### Cluster I: Bildung\n\n## I.1: A\n").sections]
    assert names == ["Davor", "Einleitung", "Einleitung – Cluster I: Bildung", "A"]


def test_a_paragraph_with_bold_words_is_no_heading() -> None:
    section = only_measure("## I.1: Erste Maßnahme\n\n**Ausbildung** ist wichtig.\n\nWichtig ist **Ausbildung**\n")
    assert section.text == "Ausbildung ist wichtig.\n\nWichtig ist Ausbildung"


def test_blocks_need_no_blank_lines_between_them() -> None:
    section, outlook = read(
        "## I.1: Erste Maßnahme\nText.\n<sup>3</sup> Note\nMehr Text.\n<b>Ziel</b>\tMehr\nFachkräfte\n<b>Ressort</b>\tMSB\nund "
        "MAGS\n## Ausblick\nDanach.\n"
    ).sections
    assert (section.text, section.footnotes) == ("Text.\n\nMehr Text.", ["Note"])
    assert fields(section) == {"Ziel": ["Mehr Fachkräfte"], "Ressort": ["MSB und MAGS"]}
    assert outlook.text == "Danach."


def test_a_subsection_without_a_chapter_has_its_own_name() -> None:
    names = [section.name for section in read("### I.1: Erste Maßnahme\n\n### Cluster I: Bildung\n").sections]
    assert names == ["Erste Maßnahme", "Cluster I: Bildung"]


def test_only_the_list_of_ministries_gives_codes_and_names() -> None:
    draft = read(
        "## Beteiligte Ressorts der Landesregierung\n\nStaatskanzlei\tStk\nMinisterium der Finanzen\tFM\nStand\t25. Juni "
        "2024\n\n## Anhang\n\nVerein\tABC\n\n## I.1: Erste Maßnahme\n"
    )
    assert draft.ministries == {"Stk": "Staatskanzlei", "FM": "Ministerium der Finanzen"}
    assert [section.text for section in draft.sections] == [
        "Staatskanzlei Stk\n\nMinisterium der Finanzen FM\n\nStand 25. Juni 2024",
        "Verein ABC",
        "",
    ]


MEASURE, TITLE, DATE = "## I.1: A\n", "# Bericht\n", "Datum: 25. Juni 2024\n"
CONTENTS = "## Inhaltsverzeichnis\n\nI.1: A ....\t3\n\n"
NO_TITLE = "eine Überschrift mit dem Titel (# …)"
NO_DATE = "eine Zeile „Datum: 25. Juni 2024“"
NO_CONTENTS = "ein Inhaltsverzeichnis mit Seitenzahlen"
NO_MEASURE = "mindestens eine Maßnahme (## I.1: …)"


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        pytest.param(DATE + CONTENTS + MEASURE, [NO_TITLE], id="title"),
        pytest.param(TITLE + CONTENTS + MEASURE, [NO_DATE], id="date"),
        pytest.param(TITLE + "Datum: 25. Foo 2024\n" + CONTENTS + MEASURE, [NO_DATE], id="month that is none"),
        pytest.param(TITLE + DATE + MEASURE, [NO_CONTENTS], id="contents"),
        pytest.param(TITLE + DATE + CONTENTS, [NO_MEASURE], id="measures"),
        pytest.param("Nur Text.", [NO_TITLE, NO_DATE, NO_CONTENTS, NO_MEASURE], id="everything"),
    ],
)
def test_a_source_that_is_no_report_is_told_what_it_lacks(source: str, missing: list[str]) -> None:
    with pytest.raises(ReportFormatError) as error:
        read_markdown(source)
    assert str(error.value) == (
        f"Die Datei ist kein lesbarer Fortschrittsbericht. Es fehlt: {'; '.join(missing)}. "
        "Bitte geben Sie den Bericht als Markdown-Datei an."
    )


TELLING_LINES = """
# T|Datum: 25. Juni 2024|## Inhaltsverzeichnis|I.1: A ....\t3|## I.1: A|### I.2 B|## **Cluster II:**|### Cluster I: x|### y
|**fett|c**|<b>Ziel</b>\tx|\trest|- a|text|klein||---|--\t--|<sup>3</sup> Note|## Beteiligte Ressorts|Foo\tFOO
|<ul><li>• a|<![x]|[a](b)
"""
LINES = st.text(max_size=20) | st.sampled_from(TELLING_LINES.replace("\n", "").split("|"))


@given(st.lists(LINES, max_size=25))
def test_any_lines_give_a_report_or_the_error_for_a_wrong_format(lines: list[str]) -> None:
    try:
        draft = read(TITLE + "\n".join(lines))
    except ReportFormatError:
        return
    assert any(section.measure_id for section in draft.sections)
