"""Curated data of one edition → the same for the next: numbers mapped, what belonged to removed measures left out."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from fko_qa.compare import Comparison
from fko_qa.compare.tables import Row, columns, write_rows
from fko_qa.curated import ANY_FACT, EITHER, ROW_CLASS, ROWS, TOPIC, split_id
from fko_qa.curated.files import NONE, TOGETHER, read_rows
from fko_qa.errors import CuratedDataError, UsageError
from fko_qa.passages import section_key
from fko_qa.records import Report

_NUMBER = re.compile(r"\b[IVX]+\.\d+\b")
_HEADS = Path("models") / "heads.npz"
# Heads whose classes are facts; those of the head "owner" are measures and chapters, and no other knows any.
_FACT_HEADS = ("fact", "second")
# Before the name of a trained class whose measure or fact is no more: the new edition may give its number to another.
_GONE = "entfallen:"


@dataclass(frozen=True, slots=True)
class Carried:
    """How many lines were written to and left out of a file (a path below the folder)."""

    file: str
    kept: int
    dropped: int


def carry_over(comparison: Comparison, source: Path, target: Path) -> tuple[Carried, ...]:
    """Write the curated data for the new edition. Examples of changed measures go along; facts only where their sentence stands.

    Raises UsageError if ``target`` is not empty or cannot be written, CuratedDataError if ``source`` is not readable.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"„{target}“ ist kein leerer Ordner. Bitte geben Sie mit --data einen neuen Ordner an.")
    names = owner_names(comparison)
    carriers = _Carriers(names, _standing(comparison.new, source / "facts", names))
    done: list[Carried] = []
    try:
        for path in sorted(path for path in source.rglob("*") if path.is_file() and path.suffix != ".md"):
            relative = path.relative_to(source)
            (target / relative).parent.mkdir(parents=True, exist_ok=True)
            carrier = carriers.of(relative.parts[0])
            if relative == _HEADS:
                (target / relative).write_bytes(renamed_heads(path.read_bytes(), carriers.class_name))
            elif carrier is None or path.suffix != ".tsv":
                shutil.copyfile(path, target / relative)
            else:
                done.append(_carry_file(path, target / relative, str(relative), carrier))
    except OSError as error:
        raise UsageError(f"„{error.filename}“ lässt sich nicht lesen oder schreiben ({error.strerror}).") from error
    return tuple(done)


def owner_names(comparison: Comparison) -> Mapping[str, str]:
    """Old name → new name of measures, sections and the short keys of sections; what was removed is not in it."""
    sections = {pair.old.name: pair.new.name for pair in comparison.section_pairs}
    keys = {section_key(old): section_key(new) for old, new in sections.items()}
    return {**keys, **sections, **comparison.numbers}


def _standing(report: Report, folder: Path, names: Mapping[str, str]) -> frozenset[str]:
    """The old ids of the facts whose sentence stands in the new edition, word for word, where they say so."""
    texts = {one.id: one.verbatim for one in report.measures} | {one.name: one.verbatim for one in report.sections}
    whole = {name: " ".join(text.split()) for name, text in texts.items()}
    rows = (row for path in sorted(folder.glob("*.tsv")) for row in read_rows(path))
    return frozenset(
        f"{row['owner']}/{row['slug']}" for row in rows if row["sentence"] in whole.get(names.get(row["owner"], ""), "")
    )


class _Carriers:
    """What becomes of a line; None for one that is left out."""

    def __init__(self, names: Mapping[str, str], facts: frozenset[str]) -> None:
        self._names = names
        self._facts = facts

    def of(self, kind: str) -> Callable[[Row], Row | None] | None:
        """The rule for a folder's files; None if they are the same for every edition."""
        rules = {
            "examples": self._example,
            "facts": self._fact_line,
            "asked": self._asked,
            "followups": self._asked,
            "several": self._several,
            "sets": self._set,
            "negatives": self._negative,
        }
        return rules.get(kind)

    def _example(self, row: Row) -> Row | None:
        if row["owner"] not in self._names:
            return None
        asks = [name if name in (TOPIC, ANY_FACT, EITHER) else self._fact(name) for name in row["asks"].split(TOGETHER)]
        known = [name for name in asks if name is not None]
        return {
            **row,
            "owner": self._names[row["owner"]],
            "also": self._listed(row["also"]),
            "asks": TOGETHER.join(known) if len(known) == len(asks) else ANY_FACT,
        }

    def _fact_line(self, row: Row) -> Row | None:
        is_kept = f"{row['owner']}/{row['slug']}" in self._facts
        return {**row, "owner": self._names[row["owner"]]} if is_kept else None

    def _asked(self, row: Row) -> Row | None:
        facts = [self._fact(name) for name in row["facts"].split(TOGETHER)]
        known = [name for name in facts if name is not None]
        return {**row, "facts": TOGETHER.join(known)} if len(known) == len(facts) else None

    def _several(self, row: Row) -> Row | None:
        owners = row["owners"].split()
        return {**row, "owners": self._listed(row["owners"])} if all(owner in self._names for owner in owners) else None

    def _set(self, row: Row) -> Row | None:
        if "filter" not in row:
            return row
        if any(number not in self._names for number in _NUMBER.findall(row["filter"])):
            return None
        return {**row, "filter": _NUMBER.sub(lambda match: self._names[match[0]], row["filter"])}

    def _negative(self, row: Row) -> Row:
        return {**row, "related": self._listed(row["related"])}

    def _listed(self, cell: str) -> str:
        """Owners divided by blanks, without those that are no more."""
        return " ".join(self._names[owner] for owner in cell.split() if owner in self._names) or NONE

    def _fact(self, name: str) -> str | None:
        """The new id of a fact; a row of the table is one as long as its measure is there."""
        owner, label = split_id(name)
        stands = owner in self._names and (label in ROWS or name in self._facts)
        return f"{self._names[owner]}/{label}" if stands else None

    def class_name(self, head: str, name: str) -> str:
        """The new name of a trained class."""
        if head == "owner":
            return self._names.get(name, f"{_GONE}{name}")
        if head not in _FACT_HEADS or "/" not in name or name.startswith(ROW_CLASS):
            return name
        return self._fact(name) or f"{_GONE}{name}"


def renamed_heads(data: bytes, class_name: Callable[[str, str], str]) -> bytes:
    """Trained heads with other names for their classes; the weights stay. Raises CuratedDataError if the data is no heads."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            arrays = dict(stored)
        header = json.loads(bytes(arrays.pop("header")).decode())
        header["classes"] = {head: [class_name(head, name) for name in names] for head, names in header["classes"].items()}
    except (ValueError, KeyError, AttributeError) as error:
        raise CuratedDataError("Die trainierten Gewichte (heads.npz) sind nicht lesbar.") from error
    buffer = io.BytesIO()
    np.savez_compressed(buffer, header=np.frombuffer(json.dumps(header).encode(), dtype=np.uint8), **arrays)
    return buffer.getvalue()


def _carry_file(path: Path, target: Path, name: str, carrier: Callable[[Row], Row | None]) -> Carried:
    before = list(read_rows(path))
    kept = [row for row in map(carrier, before) if row is not None]
    write_rows(target, columns(path), kept)
    return Carried(name, len(kept), len(before) - len(kept))
