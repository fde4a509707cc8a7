"""``fko-qa ask --batch``: one question per line in, one answer object per line out, in the same order."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from fko_qa.assistant import Assistant
from fko_qa.errors import QuestionError, UsageError
from fko_qa.jsonio import Json, answer_object, dumps
from fko_qa.records import Answer, Kind, ReportInfo, Status


def answer_lines(assistant: Assistant, lines: Iterator[bytes]) -> Iterator[Json]:
    """An answer object for each line that is not empty. A bad line gets one with status ``error``; the rest goes on."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _answer_line(assistant, line, number)


def answer_file(assistant: Assistant, source: Path, output: Path | None, screen: TextIO) -> int:
    """Answer a file; returns how many lines were answered. The output appears whole or not at all.

    Raises UsageError if a file cannot be read or written.
    """
    try:
        with source.open("rb") as lines:
            if output is None:
                return sum(_write(screen, answer) for answer in answer_lines(assistant, lines))
            temporary = output.with_name(f".{output.name}.{os.getpid()}")
            try:
                with temporary.open("w", encoding="utf-8", errors="backslashreplace") as file:
                    count = sum(_write(file, answer) for answer in answer_lines(assistant, lines))
                temporary.replace(output)
            finally:
                temporary.unlink(missing_ok=True)
            return count
    except BrokenPipeError:  # the screen's reader has gone
        raise
    except FileNotFoundError as error:
        raise UsageError(f"„{error.filename}“ gibt es nicht. Bitte prüfen Sie den Pfad.") from error
    except OSError as error:
        # A file that cannot be opened has its name in the error; what is wrong later is the disk that is written to.
        named = error.filename or output or "Die Ausgabe"
        raise UsageError(f"„{named}“ lässt sich nicht lesen oder schreiben ({error.strerror}).") from error


def _write(file: TextIO, answer: Json) -> int:
    file.write(dumps(answer) + "\n")
    return 1


def _answer_line(assistant: Assistant, line: bytes, number: int) -> Json:
    request: Json = {}
    try:
        request = _object(line, number)
        question, history = _question(request, number), _history(request, number)
        answer = assistant.ask(question, history)
    except QuestionError as error:
        question = request.get("question", "")
        answer = _error_answer(question if isinstance(question, str) else "", str(error), assistant)
    return {**answer_object(answer), "id": request.get("id")}


_EXPECTED = 'Erwartet wird je Zeile ein Objekt wie {"id": "q1", "question": "…"}.'


def _object(line: bytes, number: int) -> Json:
    try:
        request = json.loads(line.decode("utf-8-sig"), parse_float=_finite, parse_constant=_finite)
    except (ValueError, RecursionError) as error:
        raise QuestionError(f"Zeile {number} ist kein JSON in UTF-8. {_EXPECTED}") from error
    if not isinstance(request, dict):
        raise QuestionError(f"Zeile {number} ist kein Objekt. {_EXPECTED}")
    return request


def _finite(text: str) -> float:
    """A number that strict JSON has: not NaN, not infinite."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def _question(request: Json, number: int) -> str:
    question = request.get("question")
    if not isinstance(question, str):
        raise QuestionError(f"Zeile {number} hat keine Frage als Text. {_EXPECTED}")
    return question


def _history(request: Json, number: int) -> list[str]:
    history = request.get("history", [])
    if not isinstance(history, list) or not all(isinstance(entry, str) for entry in history):
        raise QuestionError(f"In Zeile {number} ist „history“ keine Liste von Fragen. {_EXPECTED}")
    return history


def _error_answer(question: str, message: str, assistant: Assistant) -> Answer:
    """The answer object for what could not be answered."""
    own = assistant.report
    report = ReportInfo(own.title, own.date, own.url or None)
    return Answer(question=question, status=Status.ERROR, kind=Kind.NONE, answer=message, report=report)
