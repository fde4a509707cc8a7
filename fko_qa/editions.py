"""Several editions of the report side by side: an index each, loaded when somebody asks for it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from fko_qa.assistant import Assistant
from fko_qa.encoder import load_encoder
from fko_qa.index import MANIFEST, stored_edition
from fko_qa.settings import Settings


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition that can be asked; ``date`` is its report's, ISO 8601, and names it."""

    date: str
    title: str
    folder: Path

    def fingerprint(self) -> str:
        """Tells whether two indexes are the same: begins the SHA-256 of its manifest, which has those of all its files."""
        return hashlib.sha256((self.folder / MANIFEST).read_bytes()).hexdigest()[:16]


class Editions:
    """All editions: the one in ``settings.index``, which is the default, and those in the folders under ``settings.editions``.

    Only manifests are read at first. If two have the same date, the default or else the first folder by name counts. Safe to
    share between threads. Raises StoredIndexError if a manifest cannot be read.

    Args:
        through: what every loaded assistant is passed through, to watch what it is asked.
    """

    def __init__(self, settings: Settings, through: Callable[[Assistant], Assistant] | None = None) -> None:
        self._settings = settings
        self._through = through or (lambda assistant: assistant)
        self._encoder = load_encoder(settings.model, settings.cache, settings.model_download)
        self._default = _edition(settings.index)
        folders = sorted(path.parent for path in settings.editions.glob(f"*/{MANIFEST}"))
        found = {edition.date: edition for edition in map(_edition, reversed(folders))}
        self._by_date = {**found, self._default.date: self._default}
        self._loaded: dict[str, Assistant] = {}
        self._lock = Lock()

    @property
    def default(self) -> Edition:
        """The edition that answers if none is named."""
        return self._default

    def all(self) -> tuple[Edition, ...]:
        """Every edition, newest first."""
        return tuple(sorted(self._by_date.values(), key=lambda edition: edition.date, reverse=True))

    def find(self, date: str | None) -> Edition | None:
        """The edition of a date (``2024-06-25``), or None."""
        return self._by_date.get(date) if date else None

    def assistant(self, edition: Edition) -> Assistant:
        """The assistant over an edition, loaded at its first use. Raises StoredIndexError."""
        with self._lock:
            if edition.date not in self._loaded:
                loaded = Assistant.load(edition.folder, self._settings, self._encoder)
                self._loaded[edition.date] = self._through(loaded)
            return self._loaded[edition.date]


def _edition(folder: Path) -> Edition:
    title, date = stored_edition(folder)
    return Edition(date, title, folder)
