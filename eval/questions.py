"""Labelled questions: their schema, their files, and which part they belong to: ``dev`` or ``test``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

FOLDER = Path(__file__).resolve().parent / "questions"

Kind = Literal["topic", "field", "set", "number", "text", "several", "none"]
Style = Literal["normal", "colloquial", "keyword", "typo", "simple", "story"]
Lang = Literal["de", "en", "uk", "tr", "ar", "ru", "pl", "fr", "es", "ro", "it"]
Status = Literal["answered", "partial", "not_found"]
Grade = Literal[1, 2]
Split = Literal["dev", "test"]
Round = Literal["first", "second", "third", "fourth"]

# What a person types who has never seen the report, as opposed to hotline shorthand and careful prose.
CITIZEN_STYLES = frozenset({"colloquial", "story", "simple", "typo"})
HARD_TAGS = frozenset({"hard", "twin"})
# How the ids of later rounds begin. Those for tests were written after all that the system was developed with until then.
_ROUNDS: Mapping[str, Round] = {"v-": "second", "w-": "third", "y-": "fourth"}
_FOR_TESTS: frozenset[Round] = frozenset({"second", "fourth"})
CI_SUBSET = 120


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One labelled question; the fields are described in the data card (``eval/README.md``)."""

    id: str
    question: str
    kind: Kind
    style: Style
    lang: Lang
    relevance: Mapping[str, Grade]
    status: Status
    value: str | None = None
    variants: tuple[str, ...] = ()
    evidence: str | None = None
    section: str | None = None
    history: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def gold(self) -> frozenset[str]:
        """The measures that a good answer must show (grade 2)."""
        return frozenset(measure for measure, grade in self.relevance.items() if grade == 2)

    @property
    def answerable(self) -> bool:
        """Whether an honest answer has status ``answered``."""
        return self.status == "answered"

    @property
    def unit(self) -> str:
        """What is never divided by a split: the dialogue that the question belongs to, or the question itself."""
        dialogue = next((tag for tag in self.tags if tag.startswith("Dialog ")), None)
        return f"{split_of(self.id)} {dialogue}" if dialogue else self.id

    @property
    def clusters(self) -> tuple[str, ...]:
        """The clusters of the gold measures, ``I`` to ``VI``."""
        return tuple(sorted({measure.split(".")[0] for measure in self.gold}))


def round_of(question_id: str) -> Round:
    """The round of writing that a question is from.

    >>> round_of("t-001"), round_of("v-t-001"), round_of("w-s-001"), round_of("y-t-001")
    ('first', 'second', 'third', 'fourth')
    """
    return _ROUNDS.get(question_id[:2], "first")


def split_of(question_id: str) -> Split:
    """The part that a question belongs to: a whole round of writing is one part, so nobody ever saw some of it while tuning.

    >>> split_of("t-001"), split_of("v-t-001"), split_of("w-s-001")
    ('dev', 'test', 'dev')
    """
    return "test" if round_of(question_id) in _FOR_TESTS else "dev"


def ci_subset(questions: Sequence[Question], size: int = CI_SUBSET) -> list[Question]:
    """A fixed part of the questions, about ``size``: the units with the smallest hashes, in the given order."""
    chosen: set[str] = set()
    count = 0
    units: dict[str, int] = {}
    for question in questions:
        units[question.unit] = units.get(question.unit, 0) + 1
    for unit in sorted(units, key=lambda unit: _fraction(f"subset:{unit}")):
        if count >= size:
            break
        chosen.add(unit)
        count += units[unit]
    return [question for question in questions if question.unit in chosen]


def read_questions(path: Path) -> list[Question]:
    """The questions of a JSONL file. Raises msgspec.ValidationError with the line's number if one breaks the schema."""
    decoder = msgspec.json.Decoder(Question)
    questions = []
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            questions.append(decoder.decode(line))
        except msgspec.DecodeError as error:
            raise msgspec.ValidationError(f"{path.name}, line {number}: {error}") from error
    return questions


def write_jsonl(path: Path, rows: Iterable[object]) -> None:
    """One JSON object a line, umlauts as they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))


def _fraction(text: str) -> float:
    """A number in [0, 1) that depends on the text alone."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") / 2**64
