"""Pages and measures that the PDF lacks, told by its own page numbers and table of contents."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from fko_qa.report.rules import MEASURE_HEADING


def missing_pages(numbers: Sequence[int]) -> Iterator[str]:
    """A warning for each gap in the printed page numbers."""
    for here, following in pairwise(numbers):
        if following == here + 2:
            yield f"Im PDF fehlt Seite {here + 1}."
        elif following > here + 2:
            yield f"Im PDF fehlen die Seiten {here + 1} bis {following - 1}."


def missing_measures(entries: Mapping[str, int], found: Collection[str]) -> Iterator[str]:
    """One warning that names the measures which the table of contents lists and the pages lack."""
    listed = [f"{match[1]}.{match[2]}" for entry in entries if (match := MEASURE_HEADING.fullmatch(entry))]
    missing = [number for number in listed if number not in found]
    if missing:
        verb = "steht" if len(missing) == 1 else "stehen"
        yield (
            f"Im Inhaltsverzeichnis {verb}, im PDF aber nicht: {', '.join(missing)}. "
            "Bitte prüfen Sie, ob die Datei alle Seiten hat."
        )
    if not listed:
        yield "Das PDF hat kein lesbares Inhaltsverzeichnis. Ob alle Maßnahmen da sind, ließ sich nicht prüfen."


def owner_of_page(entries: Mapping[str, int], page: int) -> str | None:
    """The entry whose text stands at the top of a page that begins with none: the last that begins before it."""
    before = [entry for entry, first in entries.items() if first < page]
    return before[-1] if before else None
