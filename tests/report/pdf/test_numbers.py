"""Page numbers where none are printed."""

from __future__ import annotations

from pathlib import Path

from fko_qa.report.pdf import read_pdf
from tests.report.pdf.helpers import printed

COVER = ["Fortschrittsbericht NRW", "Datum: 1. Mai 2025"]
CONTENTS = ["Inhalt", "I.1: Erste .... 11", "I.2: Zweite .... 12", "I.3: Dritte .... 20"]


def measure(number: int, title: str) -> list[str]:
    return [f"I.{number}: {title}", "Ein Text, der lang genug ist.", "Ziel | Mehr", "Ressort | MSB", "Inkrafttreten | 2024"]


def test_pages_are_counted_on_from_those_that_the_table_of_contents_lists(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(printed(COVER, CONTENTS, measure(1, "Erste"), measure(2, "Zweite"), measure(3, "Dritte")))
    draft = read_pdf(path)
    assert (draft.title, draft.date, draft.pages) == ("Fortschrittsbericht NRW", "2025-05-01", 20)
    assert [(section.measure_id, section.page) for section in draft.sections] == [("I.1", 11), ("I.2", 12), ("I.3", 20)]
    assert draft.warnings == ("Im PDF fehlen die Seiten 13 bis 19.",)


def test_without_a_table_of_contents_physical_pages_count_and_a_warning_tells_it(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(printed(COVER, measure(1, "Erste"), measure(2, "Zweite")))
    draft = read_pdf(path)
    assert [(section.measure_id, section.page) for section in draft.sections] == [("I.1", 2), ("I.2", 3)]
    assert [(field.label, field.parts) for field in draft.sections[0].fields] == [
        ("Ziel", ["Mehr"]),
        ("Ressort", ["MSB"]),
        ("Inkrafttreten", ["2024"]),
    ]
    assert "kein lesbares Inhaltsverzeichnis" in draft.warnings[0]
