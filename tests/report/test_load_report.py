"""What a file must be like to be read as the report, and what is said if it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from fko_qa.cli import main
from fko_qa.errors import ReportFormatError
from fko_qa.records import Report
from fko_qa.report import load_report

NO_REPORT = "Die Datei ist kein lesbarer Fortschrittsbericht. Es fehlt: {}. Bitte geben Sie den Bericht als Markdown-Datei an."
PARTS = (
    "eine Überschrift mit dem Titel (# …)",
    "eine Zeile „Datum: 25. Juni 2024“",
    "ein Inhaltsverzeichnis mit Seitenzahlen",
    "mindestens eine Maßnahme (## I.1: …)",
)


def make(folder: Path, name: str, content: bytes | None) -> Path:
    """A file (or, without content, a folder) in the folder."""
    path = folder / name
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    return path


WITHOUT_PAGE = """# Bericht
Datum: 1. Mai 2025
## Inhaltsverzeichnis
I.1: Erste ....\t3
## I.1: Erste
## I.2: Zweite
"""
BAD_FILES = [
    pytest.param("ordner.md", None, "„{path}“ ist ein Ordner. Bitte geben Sie die Datei mit dem Bericht an.", id="directory"),
    pytest.param(
        "bericht.docx",
        b"PK",
        "„bericht.docx“ hat die Endung „.docx“. Erwartet wird der Bericht als Markdown-Datei (.md) oder als PDF.",
        id="wrong suffix",
    ),
    pytest.param(
        "bericht",
        b"# Bericht",
        "„bericht“ hat die Endung „“. Erwartet wird der Bericht als Markdown-Datei (.md) oder als PDF.",
        id="no suffix",
    ),
    pytest.param(
        "bericht.md",
        "# Fachkräfte".encode("latin-1"),
        "„bericht.md“ ist kein Text in UTF-8. Bitte speichern Sie die Datei als UTF-8.",
        id="not UTF-8",
    ),
    pytest.param("bericht.md", b"", NO_REPORT.format("; ".join(PARTS)), id="empty"),
    pytest.param("bericht.md", b" \n\n\t\n", NO_REPORT.format("; ".join(PARTS)), id="blank"),
    pytest.param(
        "rezept.MD", b"# Pfannkuchen\n\n## Zutaten\n\n- Mehl\n", NO_REPORT.format("; ".join(PARTS[1:])), id="unrelated Markdown"
    ),
    pytest.param(
        "bericht.markdown",
        WITHOUT_PAGE.encode(),
        "Für „I.2: Zweite“ steht keine Seite im Inhaltsverzeichnis. Bitte ergänzen Sie dort eine Zeile mit dieser Überschrift.",
        id="measure without a page",
    ),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD_FILES)
def test_a_file_that_is_no_report_is_refused(name: str, content: bytes | None, message: str, tmp_path: Path) -> None:
    path = make(tmp_path, name, content)
    with pytest.raises(ReportFormatError) as error:
        load_report(path)
    assert str(error.value) == message.format(path=path)
    assert error.value.exit_code == 2


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "fehlt.md"
    with pytest.raises(ReportFormatError) as error:
        load_report(path)
    assert str(error.value) == f"Die Datei „{path}“ gibt es nicht. Bitte prüfen Sie den Pfad zum Bericht."
    assert error.value.exit_code == 2


def test_a_file_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "riesig.md"
    with path.open("wb") as file:
        file.truncate(21_000_000)  # sparse: takes no space on the disk
    with pytest.raises(ReportFormatError) as error:
        load_report(path)
    assert str(error.value) == "„riesig.md“ ist 21 MB groß. Ein Bericht hat höchstens 20 MB."


@pytest.mark.parametrize(("name", "content", "message"), BAD_FILES)
def test_the_command_line_prints_one_sentence_and_exits_with_2(
    name: str, content: bytes | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = make(tmp_path, name, content)
    assert main(["parse", str(path)]) == 2
    assert capsys.readouterr() == ("", f"Fehler: {message.format(path=path)}\n")


@pytest.mark.parametrize(
    ("name", "prefix", "line_end"),
    [
        pytest.param("bericht.md", b"\xef\xbb\xbf", b"\n", id="byte order mark"),
        pytest.param("bericht.MARKDOWN", b"", b"\r\n", id="Windows line ends"),
    ],
)
def test_the_report_reads_the_same_however_an_editor_saved_it(
    name: str, prefix: bytes, line_end: bytes, tmp_path: Path, report_file: Path, report: Report
) -> None:
    content = prefix + report_file.read_bytes().replace(b"\n", line_end)
    assert load_report(make(tmp_path, name, content)) == report
