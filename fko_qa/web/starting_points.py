"""Questions to begin with, by life situation: ``data/starting_points.tsv``."""

from __future__ import annotations

import csv
from pathlib import Path


def read_starting_points(path: Path) -> dict[str, list[str]]:
    """Situation → its questions, in the file's order. Without the file there are none."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        points: dict[str, list[str]] = {}
        for row in csv.DictReader(lines, delimiter="\t"):
            points.setdefault(row["situation"], []).append(row["question"])
    return points
