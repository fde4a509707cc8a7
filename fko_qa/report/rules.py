"""What the report looks like in whatever format: numbers, headings, dates. Readers of all formats share these rules."""

from __future__ import annotations

import re

MEASURE_HEADING = re.compile(r"([IVX]+)\.(\d+):?\s+(.+)")
CLUSTER_HEADING = re.compile(r"Cluster ([IVX]+):\s*(.*)")
MINISTRY_CODE = re.compile(r"[A-Z]\w{1,9}")
# "PiA", "KAoA", "zdi.NRW" without what follows a point: two capitals at least, anywhere.
ACRONYM = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[A-Za-z]{3,}(?![\w-]*\.\w)")
SENTENCE_END = re.compile(r"""[.!?:][)"'“‘]*$""")

MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember")
CONTENTS_HEADING = "Inhaltsverzeichnis"
MINISTRIES_HEADING = "Beteiligte Ressorts"

_DATE = re.compile(r"^Datum:\s*(\d{1,2})\.\s*(\w+)\s+(\d{4})", re.MULTILINE)


def iso_date(source: str) -> str:
    """The report's date as ISO 8601, or an empty string if no line states one (``Datum: 25. Juni 2024``)."""
    date = _DATE.search(source)
    if date is None or date[2] not in MONTHS:
        return ""
    return f"{date[3]}-{MONTHS.index(date[2]) + 1:02d}-{int(date[1]):02d}"


def heading_key(heading: str) -> str:
    """A heading without what the table of contents may write differently (blanks, dashes, quotes, colons).

    >>> heading_key("II.1: „Zweite“ Maßnahme") == heading_key("II.1 Zweite  Maßnahme")
    True
    """
    return re.sub(r"[\W_]+", "", heading).casefold()
