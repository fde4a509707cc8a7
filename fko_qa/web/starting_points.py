"""Questions to begin with, by language and life situation: ``data/starting_points.tsv``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from fko_qa.errors import CuratedDataError

_COLUMNS = ["language", "situation", "question"]


def read_starting_points(path: Path) -> Mapping[str, Mapping[str, list[str]]]:
    """Language → situation → its questions, in the file's order.

    Raises CuratedDataError if the file is missing or a row has not the three columns.
    """
    points: dict[str, dict[str, list[str]]] = {}
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t")
            for row in rows:
                language, situation, question = (row[column].strip() for column in _COLUMNS)
                points.setdefault(language, {}).setdefault(situation, []).append(question)
    except (OSError, UnicodeDecodeError, KeyError, AttributeError) as error:
        raise CuratedDataError(
            f"Die Fragen zum Einstieg in „{path}“ sind nicht lesbar ({type(error).__name__}). "
            f"Erwartet werden Spalten {', '.join(_COLUMNS)}, durch Tabulatoren getrennt."
        ) from error
    return points
