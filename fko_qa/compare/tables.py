"""Curated tables line by line, whatever their columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from fko_qa.curated import split_id
from fko_qa.curated.files import TOGETHER, read_rows

# Folders whose lines belong to one measure or chapter each.
COUNTED = ("examples", "asked", "facts", "followups")

Row = dict[str, str]


def lines_by_owner(folder: Path) -> Mapping[str, Counter[str]]:
    """File (a path below the folder) → owner (measure, or chapter outside) → number of its lines."""
    counts: dict[str, Counter[str]] = {}
    for kind in COUNTED:
        for path in sorted((folder / kind).glob("*.tsv")):
            counts[f"{kind}/{path.name}"] = Counter(_owner(row) for row in read_rows(path))
    return counts


def _owner(row: Row) -> str:
    return row["owner"] if "owner" in row else split_id(row["facts"].partition(TOGETHER)[0])[0]


def columns(path: Path) -> list[str]:
    """The names in the table's first line."""
    with path.open(encoding="utf-8", newline="") as lines:
        return lines.readline().rstrip("\r\n").split("\t")


def write_rows(path: Path, names: Sequence[str], rows: Sequence[Row]) -> None:
    """Write a table with these columns."""
    lines = [names, *([row[name] for name in names] for row in rows)]
    path.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
