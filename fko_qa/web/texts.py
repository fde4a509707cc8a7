"""The fixed texts of the pages in German and English, from ``wording/``. Answers and quotes are the report's, in German."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

GERMAN, ENGLISH = "de", "en"
LANGUAGES = (GERMAN, ENGLISH)
_WORDING = Path(__file__).parent / "wording"


def texts(language: str) -> Mapping[str, str]:
    """Key → text; German for every language but English."""
    return _read(language if language in LANGUAGES else GERMAN)


def starting_with(prefix: str, language: str) -> dict[str, str]:
    """The texts whose keys begin with a prefix, by the rest of their key, in the file's order.

    >>> starting_with("tab_", ENGLISH)["hilfe"]
    'Help & privacy'
    """
    return {key.removeprefix(prefix): text for key, text in texts(language).items() if key.startswith(prefix)}


@lru_cache
def _read(language: str) -> Mapping[str, str]:
    grouped = tomllib.loads((_WORDING / f"{language}.toml").read_text(encoding="utf-8"))
    return {key: text for group in grouped.values() for key, text in group.items()}
