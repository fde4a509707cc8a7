"""Answers: their schema (what of the contract is scored), generating them once, reading them as often as wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from eval.questions import Question
from fko_qa import Answer as PackageAnswer
from fko_qa import Assistant, FkoError


class Citation(msgspec.Struct, frozen=True):
    """A quote that a person is shown."""

    quote: str
    page: int | None = None
    section: str | None = None


class ShownMeasure(msgspec.Struct, frozen=True):
    """A measure that a person is shown; ``score`` in [0, 1] if the system gives one."""

    id: str
    score: float | None = None
    citations: tuple[Citation, ...] = ()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The part of an answer object that is scored; further fields are allowed and ignored."""

    id: str
    status: str
    answer: str = ""
    kind: str | None = None
    value: str | None = None
    measures: tuple[ShownMeasure, ...] = ()
    citations: tuple[Citation, ...] = ()
    ranking: tuple[str, ...] = ()
    timings_ms: Mapping[str, float] = {}

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the shown measures, best first."""
        return tuple(measure.id for measure in self.measures)

    @property
    def quotes(self) -> tuple[str, ...]:
        """Every quote that is shown."""
        inside = (citation for measure in self.measures for citation in measure.citations)
        return tuple(citation.quote for citation in (*inside, *self.citations))


Answers = Mapping[str, Answer]


def read_answers(path: Path) -> dict[str, Answer]:
    """Answers of a JSONL file by question id. Raises msgspec.ValidationError if a line breaks the contract or an id repeats."""
    answers: dict[str, Answer] = {}
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        answer = msgspec.json.decode(line, type=Answer)
        if answer.id in answers:
            raise msgspec.ValidationError(f"{path.name}, line {number}: the id {answer.id} is there twice")
        answers[answer.id] = answer
    return answers


def generate(assistant: Assistant, questions: Sequence[Question], path: Path, progress: Callable[[int], None]) -> None:
    """Ask every question and write the answer objects, one a line, whole or not at all.

    Args:
        progress: called with the number of questions answered so far.
    """
    assistant.ask("Was ist Maßnahme I.1?")  # so that no question waits for the model
    assistant.ask("Welche Hilfe gibt es für Auszubildende?")
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".part")
    with temporary.open("wb") as file:
        for count, question in enumerate(questions, start=1):
            file.write(msgspec.json.encode(_ask(assistant, question)) + b"\n")
            progress(count)
    temporary.replace(path)


def _ask(assistant: Assistant, question: Question) -> dict[str, object]:
    try:
        answer: PackageAnswer = assistant.ask(question.question, list(question.history))
    except FkoError as error:
        return {"id": question.id, "question": question.question, "status": "error", "answer": str(error)}
    fields: dict[str, object] = msgspec.to_builtins(answer)
    return {**fields, "id": question.id}
