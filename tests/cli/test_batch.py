"""``fko-qa ask --batch``: answers in order, an error object for each bad line, the output whole or not at all."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from fko_qa.assistant import Assistant
from fko_qa.cli.batch import answer_lines
from fko_qa.jsonio import dumps
from tests.cli.helpers import Cli, finished, open_when_read, start
from tests.crash import run_driver
from tests.fixtures import real_assistant

REPORT = {"title": "Fortschrittsbericht zur Umsetzung der Fachkräfteoffensive NRW", "date": "2024-06-25"}
OBJECT = 'Erwartet wird je Zeile ein Objekt wie {"id": "q1", "question": "…"}.'
NUMBERS = [f"{cluster}.{number}" for cluster, count in {"I": 12, "II": 10, "IV": 11}.items() for number in range(1, count + 1)]

# Bad lines: content, the id that is given back, the question that is given back, and the message, # for the line's number.
BAD: dict[str, tuple[bytes, Any, str, str]] = {
    "no JSON": (b"Was ist IV.2?", None, "", f"Zeile # ist kein JSON in UTF-8. {OBJECT}"),
    "cut off": (b'{"id": "a", "question": "IV.', None, "", f"Zeile # ist kein JSON in UTF-8. {OBJECT}"),
    "two objects": (b'{"question": "IV.2"} {"question": "IV.3"}', None, "", f"Zeile # ist kein JSON in UTF-8. {OBJECT}"),
    "Latin-1": ('{"id": "b", "question": "für"}'.encode("latin-1"), None, "", f"Zeile # ist kein JSON in UTF-8. {OBJECT}"),
    "UTF-16": ('{"question": "IV.2"}'.encode("utf-16-le"), None, "", f"Zeile # ist kein JSON in UTF-8. {OBJECT}"),
    "not a number": (b'{"id": NaN, "question": "IV.2"}', None, "", f"Zeile # ist kein JSON in UTF-8. {OBJECT}"),
    "infinite": (b'{"id": 1e999, "question": "IV.2"}', None, "", f"Zeile # ist kein JSON in UTF-8. {OBJECT}"),
    "endless nesting": (b"[" * 100_000, None, "", f"Zeile # ist kein JSON in UTF-8. {OBJECT}"),
    "a list": (b'["IV.2"]', None, "", f"Zeile # ist kein Objekt. {OBJECT}"),
    "a text": (b'"IV.2"', None, "", f"Zeile # ist kein Objekt. {OBJECT}"),
    "null": (b"null", None, "", f"Zeile # ist kein Objekt. {OBJECT}"),
    "no question": (b'{"id": "c"}', "c", "", f"Zeile # hat keine Frage als Text. {OBJECT}"),
    "question is null": (b'{"id": "d", "question": null}', "d", "", f"Zeile # hat keine Frage als Text. {OBJECT}"),
    "question is a number": (b'{"id": 5, "question": 4.2}', 5, "", f"Zeile # hat keine Frage als Text. {OBJECT}"),
    "question is a list": (b'{"id": ["e"], "question": ["IV.2"]}', ["e"], "", f"Zeile # hat keine Frage als Text. {OBJECT}"),
    "history is a text": (
        b'{"id": "f", "question": "IV.2", "history": "IV.1"}',
        "f",
        "IV.2",
        f"In Zeile # ist „history“ keine Liste von Fragen. {OBJECT}",
    ),
    "history of numbers": (
        b'{"id": "g", "question": "IV.2", "history": [1]}',
        "g",
        "IV.2",
        f"In Zeile # ist „history“ keine Liste von Fragen. {OBJECT}",
    ),
    "empty question": (
        b'{"id": "h", "question": " "}',
        "h",
        " ",
        "Die Frage ist leer. Bitte schreiben Sie, wonach Sie suchen, zum Beispiel: Wer hilft mir bei der Ausbildung?",
    ),
    "too long": (
        json.dumps({"id": "i", "question": "x" * 2001}).encode(),
        "i",
        "x" * 2001,
        "Die Frage hat 2.001 Zeichen, möglich sind 2.000. Bitte fassen Sie sich kürzer.",
    ),
    "half a character": (
        b'{"id": "j", "question": "\\ud83d"}',
        "j",
        "\ud83d",
        "Die Frage enthält Zeichen, die kein Text in UTF-8 sind. Bitte schreiben Sie sie neu.",
    ),
}
TOPICS = ["Meisterprämie", "Was gibt es für Kitas?", "Wie spät ist es?", "Hilfe für Geflüchtete", "😀"]


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return real_assistant()


def line(**request: object) -> bytes:
    return json.dumps(request, ensure_ascii=False).encode()


def strict(text: str) -> Any:
    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    return json.loads(text, parse_constant=refuse)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_line_gets_an_answer_object_with_its_id_and_a_message(assistant: Assistant, name: str) -> None:
    content, id_, question, message = BAD[name]
    good = line(id="good", question="IV.2")
    before, bad, after = (strict(dumps(answer)) for answer in answer_lines(assistant, iter([good, content, good])))
    assert bad == {
        "id": id_,
        "question": question,
        "status": "error",
        "kind": "none",
        "answer": message.replace("#", "2"),
        "value": None,
        "measures": [],
        "citations": [],
        "ranking": [],
        "filter": None,
        "notes": [],
        "report": REPORT,
        "timings_ms": {},
    }
    for answer in (before, after):
        assert (answer["id"], answer["status"], [measure["id"] for measure in answer["measures"]]) == (
            "good",
            "answered",
            ["IV.2"],
        )


def test_ids_of_any_kind_are_given_back_and_a_missing_one_is_null(assistant: Assistant) -> None:
    ids = ["q1", 7, 1.5, None, True, ["a", 1], {"a": "ä"}, ""]
    lines = [line(id=id_, question="IV.2") for id_ in ids] + [line(question="IV.2")]
    assert [answer["id"] for answer in answer_lines(assistant, iter(lines))] == [*ids, None]


def test_line_ends_byte_order_marks_and_blank_lines_do_no_harm(assistant: Assistant) -> None:
    content = (
        b"\xef\xbb\xbf"
        + line(id=1, question="IV.2")
        + b"\r\n\r\n  \n"
        + line(id=2, question="für IV.3")
        + b"\n"
        + line(id=3, question="IV.4")
    )
    answers = list(answer_lines(assistant, iter(content.splitlines(keepends=True))))
    assert [(answer["id"], answer["measures"][0]["id"]) for answer in answers] == [(1, "IV.2"), (2, "IV.3"), (3, "IV.4")]
    numbered = list(answer_lines(assistant, iter([b"\n", b"\n", b"x"])))
    assert numbered[0]["answer"].startswith("Zeile 3 ist kein JSON")


def test_history_goes_to_the_assistant(assistant: Assistant) -> None:
    (answer,) = answer_lines(assistant, iter([line(id=1, question="Und wie lange läuft das?", history=["Was ist IV.3?"])]))
    assert [measure["id"] for measure in answer["measures"]] == ["IV.3"]
    (empty,) = answer_lines(assistant, iter([line(id=1, question="IV.2", history=[""])]))
    assert (empty["status"], empty["question"]) == ("error", "IV.2")


def test_four_hundred_lines_are_answered_in_order(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kinds = [*(line(question=topic) for topic in TOPICS), *(content for content, *_ in BAD.values())]
    lines: list[bytes] = []
    expected: list[tuple[str, list[str]] | None] = []  # status and measures of a number; None for the other lines
    while len(lines) < 400:
        at = len(lines)
        if at % 8 == 0 and at // 8 < len(kinds):
            lines.append(kinds[at // 8])
            expected.append(None)
        else:
            number = NUMBERS[at % len(NUMBERS)]
            lines.append(line(id=f"q{at}", question=f"Was ist {number}?"))
            expected.append(("answered", [number]))
    (tmp_path / "fragen.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    outcome = Cli(capsys)("ask", "--batch", "fragen.jsonl", "--output", "antworten.jsonl")
    assert (outcome.code, outcome.out, outcome.err) == (0, "400 Fragen beantwortet, in antworten.jsonl\n", "")
    answers = [strict(text) for text in (tmp_path / "antworten.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(answers) == 400
    for at, (answer, wanted) in enumerate(zip(answers, expected, strict=True)):
        if wanted is not None:
            assert (answer["id"], answer["status"], [measure["id"] for measure in answer["measures"]]) == (f"q{at}", *wanted)
        elif at // 8 >= len(TOPICS):
            _, id_, question, message = list(BAD.values())[at // 8 - len(TOPICS)]
            assert (answer["id"], answer["status"]) == (id_, "error")
            assert (answer["question"], answer["answer"]) == (question, message.replace("#", str(at + 1)))
        else:
            assert (answer["question"], answer["status"] == "error") == (TOPICS[at // 8], False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["antworten.jsonl", "fragen.jsonl"]


def test_without_an_output_file_answers_are_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "fragen.jsonl"
    file.write_bytes(line(id=1, question="IV.2") + b"\n" + b"x\n" + line(id=3, question="IV.3"))
    outcome = Cli(capsys)("ask", "--batch", file)
    assert (outcome.code, outcome.err) == (0, "")
    assert [(answer["id"], answer["status"]) for answer in map(strict, outcome.out.splitlines())] == [
        (1, "answered"),
        (None, "error"),
        (3, "answered"),
    ]


def test_an_output_that_cannot_be_written_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "fragen.jsonl"
    file.write_bytes(line(id=1, question="IV.2"))
    for output in (tmp_path / "no" / "folder.jsonl", file / "x.jsonl"):
        outcome = Cli(capsys)("ask", "--batch", file, "--output", output)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith("Fehler: „")
        assert outcome.err.count("\n") == 1
    outcome = Cli(capsys)("ask", "--batch", tmp_path)
    assert (outcome.code, outcome.err.startswith(f"Fehler: „{tmp_path}“ lässt sich nicht lesen")) == (2, True)


def test_a_full_disk_keeps_the_old_output_and_leaves_nothing(tmp_path: Path) -> None:
    output = tmp_path / "antworten.jsonl"
    output.write_text("alt\n")
    message = run_driver("tests.crash_output", "batch", tmp_path)
    assert message == f"„{output}“ lässt sich nicht lesen oder schreiben (File too large)."
    assert sorted(path.name for path in tmp_path.iterdir()) == ["antworten.jsonl", "fragen.jsonl", "index"]
    assert output.read_text() == "alt\n"


def half_answered(tmp_path: Path) -> tuple[subprocess.Popen[str], int]:
    """A batch that has begun to write and waits for more questions from a pipe; the pipe's end to close."""
    (tmp_path / "antworten.jsonl").write_text("alt\n")
    os.mkfifo(tmp_path / "fragen")
    process = start("ask", "--batch", tmp_path / "fragen", "--output", tmp_path / "antworten.jsonl")
    pipe = open_when_read(tmp_path / "fragen", process)
    os.write(pipe, line(id=1, question="IV.2") + b"\n")
    while not list(tmp_path.glob(".antworten.jsonl.*")):
        assert process.poll() is None
        time.sleep(0.01)
    return process, pipe


def test_a_batch_that_is_interrupted_keeps_the_old_output_and_leaves_nothing(tmp_path: Path) -> None:
    process, pipe = half_answered(tmp_path)
    process.send_signal(signal.SIGINT)
    outcome = finished(process)
    os.close(pipe)
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "Abgebrochen.\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["antworten.jsonl", "fragen"]
    assert (tmp_path / "antworten.jsonl").read_text() == "alt\n"


def test_a_batch_that_is_killed_keeps_the_old_output(tmp_path: Path) -> None:
    process, pipe = half_answered(tmp_path)
    process.kill()
    finished(process)
    os.close(pipe)
    assert (tmp_path / "antworten.jsonl").read_text() == "alt\n"
