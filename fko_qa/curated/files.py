"""Reading the curated files."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from fko_qa.curated.questions import (
    FACT_KINDS,
    ROWS,
    AskedQuestion,
    Curated,
    CuratedFact,
    ExampleQuestion,
    KeyWord,
    NegativeQuestion,
    SetBlock,
    SetQuestion,
    SeveralQuestion,
)
from fko_qa.errors import CuratedDataError

NONE = "-"
TOGETHER = " ; "
EXAMPLE_COLUMNS = ["owner", "lang", "style", "voice", "also", "asks", "question"]
FACT_COLUMNS = ["owner", "slug", "kind", "value", "sentence"]
ASKED_COLUMNS = ["facts", "lang", "style", "question"]
SEVERAL_COLUMNS = ["owners", "lang", "style", "question"]
SET_COLUMNS = ["filter", "lang", "style", "question"]
KEY_WORD_COLUMNS = ["row", "lang", "text"]
BLOCK_COLUMNS = ["filter", "lang", "kind", "text"]
NO_SET_COLUMNS = ["lang", "style", "question"]
NEGATIVE_COLUMNS = ["lang", "style", "class", "reason", "related", "question"]


def load_curated(folder: Path) -> Curated:
    """Everything under ``data``. Raises CuratedDataError if a file or line is not of the form above."""
    return Curated(
        load_examples(folder / "examples"),
        load_facts(folder / "facts"),
        load_asked(folder / "asked"),
        load_asked(folder / "followups"),
        load_several(folder / "several"),
        load_sets(folder / "sets"),
        load_blocks(folder / "blocks" / "conditions.tsv"),
        load_blocks(folder / "blocks" / "openings.tsv"),
        load_key_words(folder / "blocks" / "keywords.tsv"),
        load_negatives(folder / "negatives"),
    )


def load_examples(folder: Path) -> tuple[ExampleQuestion, ...]:
    """All example questions, file by file. Raises CuratedDataError if a file or line is not of the form above."""
    return tuple(
        ExampleQuestion(
            row["question"], row["owner"], _ids(row["also"]), row["lang"], row["style"], tuple(row["asks"].split(TOGETHER))
        )
        for row in _folder(folder, EXAMPLE_COLUMNS)
    )


def load_facts(folder: Path) -> tuple[CuratedFact, ...]:
    """All facts. Raises CuratedDataError if a file or line is not of the form above or a value does not stand in its sentence."""
    facts = tuple(CuratedFact(**row) for row in _folder(folder, FACT_COLUMNS))
    for fact in facts:
        if fact.kind not in FACT_KINDS or any(value not in fact.sentence for value in fact.value.split(" | ")):
            raise CuratedDataError(
                f"Die Angabe „{fact.id}“ in „{folder}“ hat eine unbekannte Art, oder ihr Satz enthält sie nicht."
            )
    return facts


def load_asked(folder: Path) -> tuple[AskedQuestion, ...]:
    """All questions for facts, alone or in a conversation. Raises CuratedDataError if a file or line is not of the form above."""
    return tuple(
        AskedQuestion(row["question"], tuple(row["facts"].split(TOGETHER)), row["lang"], row["style"])
        for row in _folder(folder, ASKED_COLUMNS)
    )


def load_several(folder: Path) -> tuple[SeveralQuestion, ...]:
    """Questions that need several measures. Raises CuratedDataError if a file or line is not of the form above."""
    return tuple(
        SeveralQuestion(row["question"], _ids(row["owners"]), row["lang"], row["style"])
        for row in _folder(folder, SEVERAL_COLUMNS)
    )


def load_sets(folder: Path) -> tuple[SetQuestion, ...]:
    """Set questions, then ones that only look so. Raises CuratedDataError if a file or line is not of the form above."""
    asked = [
        SetQuestion(row["question"], row["filter"], row["lang"], row["style"])
        for row in read_rows(folder / "asked.tsv", SET_COLUMNS)
    ]
    none = [
        SetQuestion(row["question"], None, row["lang"], row["style"]) for row in read_rows(folder / "none.tsv", NO_SET_COLUMNS)
    ]
    return (*asked, *none)


def load_blocks(path: Path) -> tuple[SetBlock, ...]:
    """Building blocks of set questions. Raises CuratedDataError if a line is not of the form above."""
    return tuple(
        SetBlock(row["text"], None if row["filter"] == NONE else row["filter"], row["lang"], row["kind"])
        for row in read_rows(path, BLOCK_COLUMNS)
    )


def load_key_words(path: Path) -> tuple[KeyWord, ...]:
    """Key words that ask for a row. Raises CuratedDataError if a line is not of the form above or names no row."""
    words = tuple(
        KeyWord(row["text"], None if row["row"] == NONE else row["row"], row["lang"]) for row in read_rows(path, KEY_WORD_COLUMNS)
    )
    if unknown := sorted({word.row for word in words if word.row is not None} - set(ROWS)):
        raise CuratedDataError(f"„{path}“ nennt die Zeilen {unknown}. Erwartet wird eine von {list(ROWS)} oder „{NONE}“.")
    return words


def load_negatives(folder: Path) -> tuple[NegativeQuestion, ...]:
    """All negative questions, file by file. Raises CuratedDataError if a file or line is not of the form above."""
    return tuple(
        NegativeQuestion(row["question"], row["class"] == "near", row["reason"], _ids(row["related"]), row["lang"], row["style"])
        for row in _folder(folder, NEGATIVE_COLUMNS)
    )


def _ids(cell: str) -> tuple[str, ...]:
    return () if cell == NONE else tuple(cell.split())


def _folder(folder: Path, columns: list[str]) -> Iterator[dict[str, str]]:
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        raise CuratedDataError(
            f"In „{folder}“ liegen keine Dateien (*.tsv). Bitte stellen Sie den Ordner aus dem Projekt wieder her."
        )
    for path in paths:
        yield from read_rows(path, columns)


def read_rows(path: Path, columns: list[str] | None = None) -> Iterator[dict[str, str]]:
    """The lines of a table. Raises CuratedDataError if it cannot be read, has other columns, or a line lacks a cell.

    Args:
        columns: those that the table must have; None if its first line says which.
    """
    try:
        file = path.open(encoding="utf-8", newline="")
    except OSError as error:
        raise CuratedDataError(f"„{path}“ ist nicht lesbar. Bitte stellen Sie die Datei aus dem Projekt wieder her.") from error
    with file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if columns is not None and reader.fieldnames != columns:
            raise CuratedDataError(f"„{path}“ hat die Spalten {reader.fieldnames}. Erwartet werden {columns}.")
        names = list(reader.fieldnames or [])
        for row in reader:
            if None in row or None in row.values() or not row[names[-1]]:
                raise CuratedDataError(f"„{path}“, Zeile {reader.line_num}: Erwartet werden {len(names)} gefüllte Spalten.")
            yield row
