"""What people think of answers, if the operator asks for it: no question, no name, no address, only for a set time.

Off by default (setting ``feedback``). A row has the day, whether the answer helped, its status, the measures shown and the
comment.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass, fields
from datetime import date, timedelta
from pathlib import Path

from fko_qa.errors import FeedbackError
from fko_qa.spreadsheet import as_csv

MAX_COMMENT = 500
_TABLE = "CREATE TABLE IF NOT EXISTS opinion (day TEXT, helpful INT, status TEXT, measures TEXT, comment TEXT)"
# A writer waits so long for another one: as long as a person waits for thanks.
_PATIENCE_S = 2.0


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody thinks of one answer. ``measures`` are the ids shown, separated by blanks."""

    day: str
    helpful: bool
    status: str
    measures: str
    comment: str


class FeedbackStore:
    """Opinions in one SQLite file, made when it is first needed. Safe to share between threads and processes.

    Args:
        path: the file; its folder is made.
        days: older opinions are removed whenever one is added or read.
    """

    def __init__(self, path: Path, days: int) -> None:
        self._path = path
        self._days = days

    def add(self, helpful: bool, status: str, measures: Sequence[str], comment: str, today: date) -> None:
        """Keep an opinion; a long comment is cut. Raises FeedbackError if it cannot be written."""
        row = Opinion(today.isoformat(), helpful, status, " ".join(measures), " ".join(comment.split())[:MAX_COMMENT])
        with self._open(today) as connection:
            connection.execute("INSERT INTO opinion VALUES (?, ?, ?, ?, ?)", astuple(row))

    def opinions(self, today: date) -> list[Opinion]:
        """All opinions that are young enough, oldest first. Raises FeedbackError if they cannot be read."""
        if not self._path.exists():
            return []
        with self._open(today) as connection:
            rows = connection.execute("SELECT day, helpful, status, measures, comment FROM opinion ORDER BY rowid").fetchall()
        return [Opinion(day, bool(helpful), status, measures, comment) for day, helpful, status, measures, comment in rows]

    @contextmanager
    def _open(self, today: date) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_PATIENCE_S)) as connection, connection:
                connection.execute("PRAGMA secure_delete = ON")
                connection.execute(_TABLE)
                connection.execute("DELETE FROM opinion WHERE day < ?", [(today - timedelta(days=self._days)).isoformat()])
                yield connection
        except (OSError, sqlite3.Error) as error:
            raise FeedbackError(
                f"Die Datei mit Rückmeldungen „{self._path}“ lässt sich nicht nutzen ({error}). "
                "Bitte prüfen Sie Pfad und Schreibrecht (Einstellung feedback_file)."
            ) from error


def opinions_csv(opinions: Sequence[Opinion]) -> str:
    """The opinions as CSV with a heading."""
    return as_csv([[field.name for field in fields(Opinion)], *(astuple(one) for one in opinions)])
