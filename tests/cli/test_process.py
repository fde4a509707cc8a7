"""``python -m fko_qa`` as the shell runs it: streams, exit codes, broken pipes. Nothing but German reaches a user."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.helpers import finished, open_when_read, start

QUESTION = "Welche Maßnahmen gibt es für Quereinsteiger in Kitas?"


@pytest.fixture(scope="module", autouse=True)
def asking() -> subprocess.Popen[str]:
    """A question with words loads the model, which takes seconds: it goes on beside the other tests."""
    return start("ask", QUESTION, "--json")


def test_a_measure_is_shown() -> None:
    outcome = finished(start("show", "IV.2"))
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("IV.2  QiK - Quereinstieg in die Kinderbetreuung\n")


def test_an_error_is_one_german_line() -> None:
    outcome = finished(start("show", "IV.99"))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "Fehler: „IV.99“ ist keine Maßnahme. Eine Maßnahme IV.99 gibt es im Bericht nicht. "
        "Cluster IV hat die Maßnahmen IV.1 bis IV.11.\n"
    )


def test_umlauts_survive_a_bare_locale() -> None:
    outcome = finished(start("show", "IV.1", environment={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}))
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("IV.1  Meisterprämie NRW\n")


@pytest.mark.parametrize("arguments", [["measures"], ["parse", "--json"]], ids=["less than a buffer", "more than a buffer"])
def test_a_reader_that_has_gone_is_no_error(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = start(*arguments, stdout=writing)
    os.close(writing)
    outcome = finished(process)
    assert (outcome.code, outcome.err) == (0, "")


def test_a_reader_that_has_gone_is_no_error_for_a_batch_either(tmp_path: Path) -> None:
    (tmp_path / "fragen.jsonl").write_text('{"question": "IV.2"}\n' * 100)
    reading, writing = os.pipe()
    os.close(reading)
    process = start("ask", "--batch", tmp_path / "fragen.jsonl", stdout=writing)
    os.close(writing)
    outcome = finished(process)
    assert (outcome.code, outcome.err) == (0, "")


def test_a_full_disk_ends_with_code_one_and_a_german_line() -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    process = start("measures", stdout=full)
    os.close(full)
    outcome = finished(process)
    assert (outcome.code, outcome.err) == (
        1,
        "Fehler: Die Ausgabe lässt sich nicht lesen oder schreiben (No space left on device).\n",
    )


def test_ctrl_c_ends_with_code_one_and_a_word(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "bericht.md")
    process = start("parse", tmp_path / "bericht.md")
    pipe = open_when_read(tmp_path / "bericht.md", process)
    process.send_signal(signal.SIGINT)
    outcome = finished(process)
    os.close(pipe)
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "Abgebrochen.\n")


def test_a_question_is_answered_and_nothing_else_is_printed(asking: subprocess.Popen[str]) -> None:
    outcome = finished(asking)
    assert (outcome.code, outcome.err) == (0, "")
    assert [measure["id"] for measure in json.loads(outcome.out)["measures"]][:1] == ["IV.2"]
