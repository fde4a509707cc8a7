"""``check`` and ``compare``: what they print, write and return."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from fko_qa.curated import load_curated
from tests.cli.helpers import Cli
from tests.editions import ADDED, NUMBERS, REMOVED, next_edition
from tests.fixtures import INDEX, PROJECT, REPORT_FILE

FINDING_KEYS = ["kind", "severity", "measure", "found", "place", "page", "quote"]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """The command line in an empty folder, with the default settings."""
    for name in ("INDEX", "REPORT", "DATA", "CONFIG"):
        monkeypatch.delenv(f"FKO_QA_{name}", raising=False)
    monkeypatch.chdir(tmp_path)
    return Cli(capsys)


@pytest.fixture
def following(tmp_path: Path) -> Path:
    path = tmp_path / "naechster.md"
    path.write_text(next_edition(), encoding="utf-8")
    return path


def test_check_prints_findings_by_kind_and_is_no_failure(cli: Cli) -> None:
    outcome = cli("check")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0] == (
        "Bericht der Redaktion zu „Fortschrittsbericht zur Umsetzung der Fachkräfteoffensive NRW“ vom 25.06.2024: "
        "64 Maßnahmen, 89 Seiten"
    )
    assert lines[1] == "2 Fehler, 39 Warnungen, 97 Hinweise."
    headings = [line for line in lines[2:] if line and not line.startswith(" ")]
    assert headings == [
        "Widersprüche (1)",
        "Verweise (1)",
        "Adressen im Internet (1)",
        "Schreibweisen (7)",
        "Gleiche Texte (1)",
        "Nicht verstandene Angaben (14)",
        "Abgelaufene Laufzeiten (5)",
        "Fehlende Angaben (108)",
        "Beispielfragen je Maßnahme",
    ]
    assert "  Warnung: II.4 (S.\u00a033) – Zugangsdaten stehen offen im Bericht: „Passwort: ws“." in lines


def test_check_as_json(cli: Cli) -> None:
    outcome = cli("check", "--json")
    assert (outcome.code, outcome.err) == (0, "")
    found = json.loads(outcome.out)
    assert list(found) == ["report", "counts", "findings", "questions"]
    assert found["report"]["measures"] == 64
    assert all(list(one) == FINDING_KEYS for one in found["findings"])
    counts = Counter(one["kind"] for one in found["findings"])
    assert {kind: count for kind, count in found["counts"].items() if count} == counts
    assert len(found["questions"]) == 64
    assert min(found["questions"].values()) > 100


def test_check_reads_the_report_that_is_named(cli: Cli, following: Path) -> None:
    found = json.loads(cli("check", "--report", following, "--json").out)
    assert found["report"]["date"] == "2025-07-01"
    assert [one["measure"] for one in found["findings"] if one["kind"] == "questions"] == [ADDED]
    missing = cli("check", "--report", "nirgends.md")
    assert (missing.code, missing.out) == (2, "")
    assert missing.err == "Fehler: Die Datei „nirgends.md“ gibt es nicht. Bitte prüfen Sie den Pfad zum Bericht.\n"


def test_compare_of_a_report_with_the_index_built_from_it(cli: Cli) -> None:
    outcome = cli("compare", REPORT_FILE, INDEX)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[1] == "Die beiden Ausgaben sagen dasselbe."


def test_compare_writes_what_it_is_asked_for(cli: Cli, following: Path, tmp_path: Path) -> None:
    outcome = cli("compare", INDEX, following, "--json", "--html", tmp_path / "v.html", "--data", tmp_path / "neu")
    assert (outcome.code, outcome.err) == (0, "")
    found = json.loads(outcome.out)
    assert ([one["id"] for one in found["added"]], [one["id"] for one in found["removed"]]) == ([ADDED], [REMOVED])
    assert {one["old"]: one["new"] for one in found["renumbered"]} == NUMBERS
    assert [one["new"] for one in found["changed"]] == ["I.8", "III.11", "IV.1"]
    assert len(found["questions"]["carried"]) == 60
    needed = {one["measure"]: one["files"] for one in found["questions"]["needed"]}
    assert needed["I.8"]["facts/I.tsv"] == 6  # lines of I.8 in data/facts/I.tsv
    assert needed[ADDED] == {"examples/V.tsv": 0, "asked/V.tsv": 0, "facts/V.tsv": 0, "followups/V.tsv": 0}
    assert (tmp_path / "v.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert len(load_curated(tmp_path / "neu").examples) < len(load_curated(PROJECT / "data").examples)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["build", "--report-url", "ftp://www.nrw.de/b.pdf"],
            "Aufruf: „report_url“ ist „ftp://www.nrw.de/b.pdf“. Erwartet wird die öffentliche Adresse der PDF-Datei, die mit "
            "http:// oder https:// beginnt und kein „#“ enthält.",
        ),
        (["compare", REPORT_FILE], "Es fehlt: NEU. Hilfe: fko-qa compare --help"),
        (
            ["compare", REPORT_FILE, "leer"],
            "In „leer“ liegt kein Index (manifest.json fehlt). Bitte bauen Sie den Index neu: fko-qa build",
        ),
        (["compare", REPORT_FILE, REPORT_FILE, "--html", "leer"], "„leer“ lässt sich nicht schreiben (Is a directory)."),
        (
            ["compare", REPORT_FILE, REPORT_FILE, "--data", PROJECT / "data"],
            f"„{PROJECT / 'data'}“ ist kein leerer Ordner. Bitte geben Sie mit --data einen neuen Ordner an.",
        ),
    ],
)
def test_what_is_wrong_is_told(cli: Cli, tmp_path: Path, arguments: list[str | Path], message: str) -> None:
    (tmp_path / "leer").mkdir()
    outcome = cli(*arguments)
    assert (outcome.code, outcome.err) == (2, f"Fehler: {message}\n")
