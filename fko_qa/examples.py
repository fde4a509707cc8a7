"""Curated questions: examples that a measure answers, questions for a fact of one, negatives that the report does not answer.

They are data of the product, written by people who think as users do, and never quoted as if the report said them. One
tab-separated file per part in ``data/examples``, ``data/asked`` and ``data/negatives``, with a header line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fko_qa.errors import CuratedDataError

NONE = "-"
EXAMPLE_COLUMNS = ["owner", "lang", "style", "voice", "also", "question"]
ASKED_COLUMNS = ["lang", "style", "kind", "question"]
NEGATIVE_COLUMNS = ["lang", "style", "class", "reason", "related", "question"]


@dataclass(frozen=True, slots=True)
class ExampleQuestion:
    """A question that ``owner`` answers: a measure, or a chapter outside (:func:`fko_qa.passages.section_key`).

    ``also`` are others that answer it nearly as well.
    """

    text: str
    owner: str
    also: tuple[str, ...]
    lang: str  # ISO 639-1
    style: str  # normal, colloquial, keyword, story, simple, typo


@dataclass(frozen=True, slots=True)
class NegativeQuestion:
    """A question that the report does not answer; ``related`` are the measures that a near miss is close to."""

    text: str
    near: bool
    reason: str
    related: tuple[str, ...]
    lang: str
    style: str


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question for one fact of some measure; ``kind`` is a :class:`fko_qa.facts.FactKind`'s value."""

    text: str
    kind: str
    lang: str


def load_examples(folder: Path) -> tuple[ExampleQuestion, ...]:
    """All example questions, file by file. Raises CuratedDataError if a file or line is not of the form above."""
    return tuple(
        ExampleQuestion(row["question"], row["owner"], _ids(row["also"]), row["lang"], row["style"])
        for row in _rows(folder, EXAMPLE_COLUMNS)
    )


def load_negatives(folder: Path) -> tuple[NegativeQuestion, ...]:
    """All negative questions, file by file. Raises CuratedDataError if a file or line is not of the form above."""
    return tuple(
        NegativeQuestion(row["question"], row["class"] == "near", row["reason"], _ids(row["related"]), row["lang"], row["style"])
        for row in _rows(folder, NEGATIVE_COLUMNS)
    )


def load_asked(folder: Path) -> tuple[AskedQuestion, ...]:
    """All questions for a fact, file by file. Raises CuratedDataError if a file or line is not of the form above."""
    return tuple(AskedQuestion(row["question"], row["kind"], row["lang"]) for row in _rows(folder, ASKED_COLUMNS))


def _ids(cell: str) -> tuple[str, ...]:
    return () if cell == NONE else tuple(cell.split())


def _rows(folder: Path, columns: list[str]) -> Iterator[dict[str, str]]:
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        raise CuratedDataError(
            f"In „{folder}“ liegen keine Fragen (*.tsv). Bitte stellen Sie den Ordner aus dem Projekt wieder her."
        )
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if reader.fieldnames != columns:
                raise CuratedDataError(f"„{path}“ hat die Spalten {reader.fieldnames}. Erwartet werden {columns}.")
            for row in reader:
                if None in row or None in row.values() or not row["question"]:
                    raise CuratedDataError(f"„{path}“, Zeile {reader.line_num}: Erwartet werden {len(columns)} gefüllte Spalten.")
                yield row
