"""``build`` and ``parse`` on PDFs: the same as from Markdown, one sentence for each bad file, warnings for missing pages."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from fko_qa.index import load_stored_report
from fko_qa.settings import Settings
from tests.cli.helpers import Cli, finished, start
from tests.fixtures import INDEX, PROJECT, LetterEncoder
from tests.report.pdf.helpers import printed

DATA = PROJECT / "tests" / "data"
TYPESET = DATA / "fortschrittsbericht-A.pdf"
RECIPE = ["Pfannkuchen", *["Man nehme zwei Eier, etwas Milch und viel Mehl."] * 5]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """The command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Cli(capsys)


def locked(folder: Path) -> Path:
    writer = PdfWriter()
    writer.append(PdfReader(DATA / "bericht-mit-grundschriften.pdf"), pages=(0, 15))
    writer.encrypt("geheim", algorithm="AES-256")
    writer.write(folder / "zu.pdf")
    return folder / "zu.pdf"


def without_pages(folder: Path, first: int, last: int) -> Path:
    """The report without these pages (from 1)."""
    reader, writer = PdfReader(TYPESET), PdfWriter()
    for number, page in enumerate(reader.pages, 1):
        if not first <= number <= last:
            writer.add_page(page)
    writer.write(folder / "luecke.pdf")
    return folder / "luecke.pdf"


def sparse(path: Path, head: bytes) -> None:
    with path.open("wb") as file:
        file.write(head)
        file.truncate(2_000_000_000)


def bad_file(kind: str, folder: Path) -> Path:
    """A file that is no readable report."""
    path = folder / "bericht.pdf"
    if kind == "folder":
        path.mkdir()
    elif kind == "huge":
        sparse(path, b"%PDF-1.7\n")
    elif kind == "huge and no PDF":
        sparse(path, b"")
    elif kind == "scanned":
        return DATA / "gescannt.pdf"
    else:
        whole = TYPESET.read_bytes()
        contents = {"truncated": whole[:200_000], "empty": b"", "other": b"Kein PDF", "unrelated": printed(RECIPE, RECIPE)}
        path.write_bytes(contents[kind])
    return path


BAD = {
    "folder": "ist ein Ordner. Bitte geben Sie die Datei mit dem Bericht an.",
    "huge": "„bericht.pdf“ ist 2000 MB groß. Ein Bericht hat höchstens 100 MB.",
    "huge and no PDF": "„bericht.pdf“ heißt wie ein PDF, ist aber keines (der Anfang „%PDF-“ fehlt).",
    "empty": "„bericht.pdf“ ist leer. Bitte geben Sie den Bericht als PDF oder als Markdown-Datei (.md) an.",
    "other": "„bericht.pdf“ heißt wie ein PDF, ist aber keines (der Anfang „%PDF-“ fehlt).",
    "truncated": "„bericht.pdf“ ist als PDF beschädigt oder unvollständig und lässt sich nicht lesen.",
    "scanned": "„gescannt.pdf“ enthält Bilder von Seiten und keinen Text; vermutlich wurde es gescannt. "
    "Bitte lassen Sie es mit einer Texterkennung (OCR)",
    "unrelated": "In „bericht.pdf“ wurde keine Maßnahme gefunden. Gesucht wurden Überschriften wie „I.1: Seiteneinstieg",
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_told_in_one_sentence(kind: str, cli: Cli, tmp_path: Path) -> None:
    outcome = cli("parse", bad_file(kind, tmp_path))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("Fehler: ")
    assert BAD[kind] in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("kind", ["truncated", "unrelated", "scanned"])
def test_a_bad_file_leaves_the_old_index_as_it_was(kind: str, cli: Cli, tmp_path: Path) -> None:
    before = {path.name: hashlib.sha256(path.read_bytes()).digest() for path in INDEX.iterdir() if path.is_file()}
    assert cli("build", "--report", bad_file(kind, tmp_path), "--index", INDEX).code == 2
    assert {path.name: hashlib.sha256(path.read_bytes()).digest() for path in INDEX.iterdir() if path.is_file()} == before


def test_parse_prints_the_same_from_a_pdf_whatever_its_name(cli: Cli, tmp_path: Path) -> None:
    renamed = tmp_path / "bericht.md"
    renamed.write_bytes(TYPESET.read_bytes())
    outcome = cli("parse", renamed)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0] == "Fortschrittsbericht zur Umsetzung der Fachkräfteoffensive NRW, 2024-06-25, 89 Seiten"
    assert outcome.out == cli("parse").out.replace(
        "(S. 13)", "(S. 12)"
    )  # the part on Cluster VI stands on page 12: tests/report/pdf/test_whole_reports.py


def test_parse_asks_for_the_password_of_a_locked_pdf_and_takes_it(cli: Cli, tmp_path: Path) -> None:
    path = locked(tmp_path)
    outcome = cli("parse", path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("Fehler: „zu.pdf“ ist mit einem Kennwort geschützt. Bitte geben Sie es mit --password an")
    assert cli("parse", path, "--password", "falsch").err.startswith("Fehler: Das Kennwort passt nicht zu „zu.pdf“.")
    outcome = cli("parse", path, "--password", "geheim", "--json")
    assert outcome.code == 0
    assert [measure["id"] for measure in json.loads(outcome.out)["measures"]] == ["I.1", "I.2", "I.3", "I.4", "I.5"]


@pytest.mark.parametrize("command", [("check", "--report"), ("compare", str(TYPESET))])
def test_a_locked_pdf_can_be_checked_and_compared(command: tuple[str, str], cli: Cli, tmp_path: Path) -> None:
    path = locked(tmp_path)
    assert cli(*command, path).err.startswith("Fehler: „zu.pdf“ ist mit einem Kennwort geschützt.")
    outcome = cli(*command, path, "--password", "geheim")
    assert (outcome.code, "5 Maßnahmen" in outcome.out) == (0, True)


def test_what_an_edition_lacks_is_told_before_it_is_checked(cli: Cli, tmp_path: Path) -> None:
    assert cli("check", "--report", without_pages(tmp_path, 46, 46)).err == "Warnung: Im PDF fehlt Seite 46.\n"


def test_missing_pages_are_warned_of_and_the_rest_is_there(cli: Cli, tmp_path: Path) -> None:
    outcome = cli("parse", without_pages(tmp_path, 38, 48), "--json")
    assert outcome.code == 0
    warnings = outcome.err.splitlines()
    assert warnings[:2] == [
        "Warnung: Im PDF fehlen die Seiten 38 bis 48.",
        "Warnung: Im Inhaltsverzeichnis, aber nicht im PDF: diese Maßnahmen II.9, II.10, III.1, III.2, III.3, III.4, III.5, "
        "III.6, III.7. Bitte prüfen Sie, ob alle Seiten da sind.",
    ]
    assert warnings[3].startswith("Warnung: Seite 49 beginnt mit dem Ende von „III.7: ")
    parsed = json.loads(outcome.out)
    assert [f"Warnung: {warning}" for warning in parsed["report"]["warnings"]] == warnings
    by_id = {measure["id"]: measure for measure in parsed["measures"]}
    assert len(by_id) == 64 - 9
    assert by_id["II.8"]["fields"]["Partner in der Umsetzung"].endswith("Kammern und Verbände")


def test_a_measure_whose_page_is_missing_says_so(cli: Cli, tmp_path: Path) -> None:
    outcome = cli("parse", without_pages(tmp_path, 46, 46), "--json")
    by_id = {measure["id"]: measure for measure in json.loads(outcome.out)["measures"]}
    assert by_id["III.5"]["warnings"][0] == "Im PDF fehlt Seite 46; Text und Tabelle sind vielleicht unvollständig."
    assert outcome.err == "Warnung: Im PDF fehlt Seite 46.\n"


def test_an_index_is_built_from_a_pdf(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def letters(*_arguments: object) -> LetterEncoder:
        return LetterEncoder()

    monkeypatch.setattr("fko_qa.encoder.load_encoder", letters)
    for name in ("heads", "adapter"):
        monkeypatch.setattr(Settings, name, tmp_path / "none")
    outcome = cli("build", "--report", TYPESET, "--index", tmp_path / "index")
    assert outcome.out == f"Index gebaut: 64 Maßnahmen, 17 Abschnitte, in {tmp_path / 'index'}\n"
    assert len(load_stored_report(tmp_path / "index").measures) == 64


def test_nothing_of_pypdf_reaches_standard_error(tmp_path: Path) -> None:
    outcome = finished(start("parse", bad_file("truncated", tmp_path)))
    assert outcome.code == 2
    assert outcome.err.startswith("Fehler: „bericht.pdf“ ist als PDF beschädigt")
    assert outcome.err.count("\n") == 1
