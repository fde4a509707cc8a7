"""Ministries and partners as understood from ``Ressort`` and ``Partner in der Umsetzung``."""

from __future__ import annotations

import re
from collections.abc import Collection

_MINISTRY_BREAK = re.compile(r"\s*[,/;]\s*")
_PARTNER_BREAK = re.compile(r"\s*[,;]\s*(?![^(]*\))")
_LAST_PARTNER = re.compile(r"\s+(?:und|sowie)\s+(?=[A-ZÄÖÜ])")
_SENTENCE = re.compile(r"\b(?:ist|sind|wird|werden|wurde|wurden|bündeln|erfolgt|beteiligt)\b")

# The longest name of one partner in the 2024 report has 99 characters; what is longer are several that nothing divides.
MAX_NAME = 110


def parse_ministries(value: str, known: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ministries' codes in the order of the report, and what is none.

    >>> parse_ministries("MKJFGFI/MSB", {"MKJFGFI", "MSB"})
    (('MKJFGFI', 'MSB'), ())
    """
    names = [name for name in _MINISTRY_BREAK.split(value.strip()) if name and name != "-"]
    return tuple(name for name in names if name in known), tuple(name for name in names if name not in known)


def parse_partners(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Partners that are listed; what is a sentence or too long for a name stays raw and gives none.

    >>> parse_partners(("Jobcenter (zKT), G.I.B., Arbeitgeber",))
    ('Jobcenter (zKT)', 'G.I.B.', 'Arbeitgeber')
    """
    listed = [part for part in parts if part != "-" and not _SENTENCE.search(part)]
    names = listed if len(listed) > 1 else [name for part in listed for name in _split(part)]
    return tuple(name for name in names if len(name) <= MAX_NAME)


def _split(part: str) -> list[str]:
    names = _PARTNER_BREAK.split(part)
    if len(names) > 1:  # only a list has "… und Verbände" as its last item; "Frau und Beruf" alone is one name
        names[-1:] = _LAST_PARTNER.split(names[-1])
    return [single for name in names if name for single in _split_at_same_head(name)]


def _split_at_same_head(name: str) -> list[str]:
    """Two names that nothing divides but that begin with the same acronym: ``AOK Rheinland/Hamburg AOK NordWest``."""
    head = name.partition(" ")[0]
    return re.split(rf"\s+(?={re.escape(head)}\s)", name) if head.isupper() else [name]
