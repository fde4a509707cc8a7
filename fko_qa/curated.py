"""Curated data: questions that people wrote, and the facts of the report's running text. Data of the product, never quoted
as if the report said it.

Tab-separated files with a header line, one folder for each kind under ``data``:

``examples``   questions that a measure (or a chapter outside) answers
``facts``      facts in the running text: where they stand, word for word, and what kind they are
``asked``      questions for one or more facts; a row of a measure's table is a fact, too (``IV.1/Ressort``)
``followups``  the same as they come in a conversation about the measure: they do not say which is meant
``several``    questions that several measures answer together: several needs, comparisons; or one of two near twins (negation)
``sets``       questions for a set of measures with the filter they mean (``asked.tsv``), and others (``none.tsv``)
``negatives``  questions that the report does not answer
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fko_qa.errors import CuratedDataError

NONE = "-"
TOGETHER = " ; "
# What an example question asks for, if not one of the known facts.
TOPIC, ANY_FACT, EITHER = "topic", "fact", "either"
EXAMPLE_COLUMNS = ["owner", "lang", "style", "voice", "also", "asks", "question"]
FACT_COLUMNS = ["owner", "slug", "kind", "value", "sentence"]
ASKED_COLUMNS = ["facts", "lang", "style", "question"]
SEVERAL_COLUMNS = ["owners", "lang", "style", "question"]
SET_COLUMNS = ["filter", "lang", "style", "question"]
NO_SET_COLUMNS = ["lang", "style", "question"]
NEGATIVE_COLUMNS = ["lang", "style", "class", "reason", "related", "question"]
# Rows of a measure's table that are facts: those that every measure could have, and those that few have.
COMMON_ROWS = ("Ziel", "Beginn/ Laufzeit", "Geplante Mittel", "Internetpräsenz", "Ressort", "Partner in der Umsetzung")
OTHER_ROWS = ("Inkrafttreten", "Veröffentlichung")
ROWS = (*COMMON_ROWS, *OTHER_ROWS)
# Before a row's label in the name of its class, which all measures share.
ROW_CLASS = "row:"
FACT_KINDS = frozenset("amount count share date duration person body place name condition list result other".split())


@dataclass(frozen=True, slots=True)
class ExampleQuestion:
    """A question that ``owner`` answers: a measure, or a chapter outside (:func:`fko_qa.passages.section_key`).

    ``also`` are others that answer it nearly as well. ``asks`` tells whether the matter or one piece of information about it is
    asked for: "topic", "fact" (one that ``facts`` does not hold), "either" (it can be meant both ways), or the facts' ids.
    """

    text: str
    owner: str
    also: tuple[str, ...]
    lang: str  # ISO 639-1
    style: str  # normal, colloquial, keyword, story, simple, typo
    asks: tuple[str, ...] = (TOPIC,)

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of the known facts that are asked for."""
        return () if self.asks[0] in (TOPIC, ANY_FACT, EITHER) else self.asks


@dataclass(frozen=True, slots=True)
class CuratedFact:
    """A fact in the running text of a measure or a section (by its name): ``value`` stands in ``sentence``, word for word.

    Several values are joined by `` | ``.
    """

    owner: str
    slug: str
    kind: str
    value: str
    sentence: str

    @property
    def id(self) -> str:
        """Owner and slug: ``IV.1/ausgezahlt``."""
        return f"{self.owner}/{self.slug}"


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question for the facts with these ids, in the order asked."""

    text: str
    facts: tuple[str, ...]
    lang: str
    style: str


@dataclass(frozen=True, slots=True)
class SeveralQuestion:
    """A question that needs all of ``owners``, in the order asked; one of them if it sets that one apart from its twins."""

    text: str
    owners: tuple[str, ...]
    lang: str
    style: str


@dataclass(frozen=True, slots=True)
class SetQuestion:
    """A question for a set of measures; ``filter`` is the line that describes it, None if it only looks like one."""

    text: str
    filter: str | None
    lang: str
    style: str


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
class Curated:
    """All curated data."""

    examples: Sequence[ExampleQuestion] = ()
    facts: Sequence[CuratedFact] = ()
    asked: Sequence[AskedQuestion] = ()
    followups: Sequence[AskedQuestion] = ()
    several: Sequence[SeveralQuestion] = ()
    sets: Sequence[SetQuestion] = ()
    negatives: Sequence[NegativeQuestion] = ()


def load_curated(folder: Path) -> Curated:
    """Everything under ``data``. Raises CuratedDataError if a file or line is not of the form above."""
    return Curated(
        load_examples(folder / "examples"),
        load_facts(folder / "facts"),
        load_asked(folder / "asked"),
        load_asked(folder / "followups"),
        load_several(folder / "several"),
        load_sets(folder / "sets"),
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
        SetQuestion(row["question"], row["filter"], row["lang"], row["style"]) for row in _file(folder / "asked.tsv", SET_COLUMNS)
    ]
    none = [SetQuestion(row["question"], None, row["lang"], row["style"]) for row in _file(folder / "none.tsv", NO_SET_COLUMNS)]
    return (*asked, *none)


def load_negatives(folder: Path) -> tuple[NegativeQuestion, ...]:
    """All negative questions, file by file. Raises CuratedDataError if a file or line is not of the form above."""
    return tuple(
        NegativeQuestion(row["question"], row["class"] == "near", row["reason"], _ids(row["related"]), row["lang"], row["style"])
        for row in _folder(folder, NEGATIVE_COLUMNS)
    )


def split_id(fact_id: str) -> tuple[str, str]:
    """Owner and label or slug of a fact's id; a section's name may hold a slash, a label may, too."""
    row = next((label for label in ROWS if fact_id.endswith(f"/{label}")), None)
    if row is not None:
        return fact_id.removesuffix(f"/{row}"), row
    owner, _, slug = fact_id.rpartition("/")
    return owner, slug


def _ids(cell: str) -> tuple[str, ...]:
    return () if cell == NONE else tuple(cell.split())


def _folder(folder: Path, columns: list[str]) -> Iterator[dict[str, str]]:
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        raise CuratedDataError(
            f"In „{folder}“ liegen keine Dateien (*.tsv). Bitte stellen Sie den Ordner aus dem Projekt wieder her."
        )
    for path in paths:
        yield from _file(path, columns)


def _file(path: Path, columns: list[str]) -> Iterator[dict[str, str]]:
    try:
        file = path.open(encoding="utf-8", newline="")
    except OSError as error:
        raise CuratedDataError(f"„{path}“ ist nicht lesbar. Bitte stellen Sie die Datei aus dem Projekt wieder her.") from error
    with file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if reader.fieldnames != columns:
            raise CuratedDataError(f"„{path}“ hat die Spalten {reader.fieldnames}. Erwartet werden {columns}.")
        for row in reader:
            if None in row or None in row.values() or not row[columns[-1]]:
                raise CuratedDataError(f"„{path}“, Zeile {reader.line_num}: Erwartet werden {len(columns)} gefüllte Spalten.")
            yield row
