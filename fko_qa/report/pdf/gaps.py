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


def missing_parts(entries: Mapping[str, int], measures: Collection[str], chapters: Collection[str]) -> Iterator[str]:
    """What the table of contents lists and the pages lack.

    Args:
        entries: of the table of contents: heading → page.
        measures: ids that were found.
        chapters: entries that were found.
    """
    numbers = {entry: f"{match[1]}.{match[2]}" for entry in entries if (match := MEASURE_HEADING.fullmatch(entry))}
    if not numbers:
        yield "Das PDF hat kein lesbares Inhaltsverzeichnis. Ob alle Maßnahmen da sind, ließ sich nicht prüfen."
        return
    lost = [number for number in numbers.values() if number not in measures]
    lost_chapters = [f"„{entry}“" for entry in entries if entry not in numbers and entry not in chapters]
    if lost:
        what = "diese Maßnahme" if len(lost) == 1 else "diese Maßnahmen"
        yield f"Im Inhaltsverzeichnis, aber nicht im PDF: {what} {', '.join(lost)}. Bitte prüfen Sie, ob alle Seiten da sind."
    if lost_chapters:
        yield f"Im Inhaltsverzeichnis, aber nicht im PDF: {', '.join(lost_chapters)}."


def missing_pages_of(entries: Mapping[str, int], entry: str, numbers: Collection[int]) -> list[int]:
    """Pages that belong to an entry by the table of contents and are not in the PDF."""
    following = next((page for page in entries.values() if page > entries[entry]), max(numbers) + 1)
    return [page for page in range(entries[entry], following) if page not in numbers]


def owner_of_page(entries: Mapping[str, int], page: int) -> str | None:
    """The entry whose text stands at the top of a page that begins with none: the last that begins before it."""
    before = [entry for entry, first in entries.items() if first < page]
    return before[-1] if before else None
