"""Tables as files that spreadsheets open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV with semicolons, as German spreadsheets read it; text that one would run as a formula is made plain text.

    >>> as_csv([["Nr.", "Kommentar"], [1, "=1+1"]])
    "Nr.;Kommentar\\n1;'=1+1\\n"
    """
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";", lineterminator="\n").writerows([_harmless(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) and cell != "-" else cell
