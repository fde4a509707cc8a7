"""Field labels, and what a draft says of itself as printed."""

from __future__ import annotations

import pytest

from fko_qa.report.draft import LABELS, DraftBlock, DraftField, DraftSection, canonical_label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        *((label, label) for label in LABELS),
        ("Beginn/Laufzeit", "Beginn/ Laufzeit"),
        ("Beginn / Laufzeit", "Beginn/ Laufzeit"),
        ("Ziel:", "Ziel"),
        ("RESSORT", "Ressort"),
        ("partner  in der\u00a0Umsetzung", "Partner in der Umsetzung"),
        ("Ziele", None),
        ("Architektenkammer Nordrhein-Westfalen", None),
        ("", None),
    ],
)
def test_a_label_is_known_whatever_its_blanks_and_capitals(text: str, label: str | None) -> None:
    assert canonical_label(text) == label


def test_the_labels_are_the_eight_of_the_report() -> None:
    assert LABELS == (
        "Ziel",
        "Beginn/ Laufzeit",
        "Geplante Mittel",
        "Internetpräsenz",
        "Ressort",
        "Partner in der Umsetzung",
        "Inkrafttreten",
        "Veröffentlichung",
    )


def test_a_field_that_goes_on_is_added_to_its_last_part() -> None:
    row = DraftField("Partner in der Umsetzung", ["Kreis Düren", "Ein Beirat mit Vertretern der"], {0})
    row.extend_last("Landespolitik ist gegründet.")
    assert row.parts == ["Kreis Düren", "Ein Beirat mit Vertretern der Landespolitik ist gegründet."]
    assert row.verbatim == "• Kreis Düren Ein Beirat mit Vertretern der Landespolitik ist gegründet."


def test_an_empty_field_that_goes_on_gets_its_first_part() -> None:
    row = DraftField("Ziel", [])
    row.extend_last("Mehr Fachkräfte")
    assert row.parts == ["Mehr Fachkräfte"]


def test_a_paragraph_is_one_line_and_a_list_has_one_line_for_each_item() -> None:
    paragraph, items = DraftBlock(["Ein", "Satz."]), DraftBlock(["Beratung", "Training"], is_list=True)
    assert (paragraph.text, paragraph.verbatim) == ("Ein Satz.", "Ein Satz.")
    assert (items.text, items.verbatim) == ("Beratung\nTraining", "• Beratung • Training")


def test_a_section_as_printed_has_heading_text_tables_fields_and_footnotes_in_this_order() -> None:
    section = DraftSection(
        name="Titel",
        measure_id="I.1",
        blocks=[DraftBlock(["Text."]), DraftBlock(["A", "B"], is_list=True)],
        fields=[DraftField("Ziel", ["Mehr"]), DraftField("Ressort", ["MSB"])],
        tables=[[("Kammer", "", ""), ("", "2022", "2023"), ("Anträge", "79", "42")]],
        footnotes=["MID: Mittelstand"],
    )
    assert section.text == "Text.\n\nA\nB"
    assert section.verbatim == "Titel Text. • A • B Kammer 2022 2023 Anträge 79 42 Ziel Mehr Ressort MSB MID: Mittelstand"
