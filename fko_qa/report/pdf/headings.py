"""Which lines are headings: of measures, of chapters, of parts of chapters.

The table of contents tells their wording and page. Weight and size only decide where it does not: they differ from file to file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from fko_qa.report.pdf.joining import Joiner
from fko_qa.report.pdf.layout import Line
from fko_qa.report.pdf.pieces import Style
from fko_qa.report.rules import CLUSTER_HEADING, MEASURE_HEADING, heading_key

_MEASURE_START = re.compile(r"([IVX]+)\.(\d+)\b\s*:?\s*(.*)")
_CLUSTER_START = re.compile(r"Cluster [IVX]+\s*:")
# A heading takes at most so many lines (the preface's has seven).
_MAX_LINES = 8
_LARGER = 1.08
# Share of letters in common from which on a heading is meant to be the one listed for its page.
_SIMILAR = 0.6
# The introduction has a part on each cluster under the same name as the cluster's chapter, but far from it.
_FAR = 5


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over ``count`` lines from ``start`` on.

    ``entry`` is its line in the table of contents, if it has one; ``is_running`` tells that it only repeats one atop a page.
    """

    start: int
    count: int
    text: str
    measure_id: str | None
    entry: str | None
    is_running: bool = False


def find_headings(
    lines: Sequence[Line], entries: Mapping[str, int], page_of: Callable[[Line], int | None], style: Style, joiner: Joiner
) -> list[Heading]:
    """The headings in the order of the lines.

    Args:
        lines: of all pages without furniture, table of contents and footnotes.
        entries: of the table of contents: heading → page.
        page_of: the printed page of a line, None if the document prints none.
        style: of the document.
        joiner: of the document.
    """
    finder = _Finder(lines, entries, style, joiner)
    found = [heading for start in range(len(lines)) if (heading := finder.at(start)) is not None]
    best = _best_of_each_entry(found, lines, entries, page_of)
    known = {heading.entry for heading in best}
    chapters = {entry: page for entry, page in entries.items() if entry not in known and not MEASURE_HEADING.fullmatch(entry)}
    best += [heading for entry, page in chapters.items() if (heading := finder.similar(entry, page, page_of)) is not None]
    return _without_overlaps(sorted(best, key=lambda heading: heading.start))


class _Finder:
    def __init__(self, lines: Sequence[Line], entries: Mapping[str, int], style: Style, joiner: Joiner) -> None:
        self._lines = lines
        self._style = style
        self._joiner = joiner
        self._by_key = {heading_key(entry): entry for entry in entries}
        self._by_number = {f"{match[1]}.{match[2]}": entry for entry in entries if (match := MEASURE_HEADING.fullmatch(entry))}
        self._is_bold_unusual = sum(line.bold for line in lines) < 0.5 * len(lines)

    def at(self, start: int) -> Heading | None:
        """The heading that begins at this line."""
        text = self._lines[start].text
        if measure := _MEASURE_START.match(text):
            return self._measure(start, f"{measure[1]}.{measure[2]}")
        if (listed := self._listed(start)) is not None:
            return listed
        if _CLUSTER_START.match(text) and self.is_styled(self._lines[start]):
            count = self._styled_lines(start)
            return Heading(start, count, self._text(start, count), None, None)
        return None

    def _listed(self, start: int) -> Heading | None:
        """A heading whose wording is that of an entry, over however many lines."""
        key = ""
        for count in range(1, min(_MAX_LINES, len(self._lines) - start) + 1):
            key += heading_key(self._lines[start + count - 1].text)
            if key in self._by_key:
                return Heading(start, count, self._text(start, count), None, self._by_key[key])
            if not any(known.startswith(key) for known in self._by_key):
                return None
        return None

    def _measure(self, start: int, measure_id: str) -> Heading | None:
        listed = self._listed(start)
        if listed is not None:
            return replace(listed, measure_id=measure_id)
        line = self._lines[start]
        entry = self._by_number.get(measure_id)
        has_colon = bool(re.match(r"[IVX]+\.\d+\s*:", line.text))
        if not self.is_styled(line) and not (has_colon and self._opens_page_or_gap(start)):
            return None
        count = self._styled_lines(start)
        text = self._text(start, count)
        return Heading(start, count, text, measure_id, entry) if MEASURE_HEADING.fullmatch(text) else None

    def similar(self, entry: str, page: int, page_of: Callable[[Line], int | None]) -> Heading | None:
        """A line on the entry's page that looks like a heading and nearly has its wording."""
        wanted = heading_key(entry)
        for start, line in enumerate(self._lines):
            if page_of(line) == page and self.is_styled(line):
                count = self._styled_lines(start)
                text = self._text(start, count)
                key = heading_key(text)
                if key and (wanted.startswith(key) or SequenceMatcher(None, key, wanted).ratio() > _SIMILAR):
                    return Heading(start, count, text, None, entry)
        return None

    def is_styled(self, line: Line) -> bool:
        """Whether the line is bold or larger in a text that is not."""
        return (self._is_bold_unusual and line.bold) or line.size > _LARGER * self._style.size

    def _opens_page_or_gap(self, start: int) -> bool:
        line, above = self._lines[start], self._lines[start - 1] if start else None
        return above is None or above.page != line.page or line.y - above.y > 1.4 * self._style.leading * line.size

    def _styled_lines(self, start: int) -> int:
        """Over how many lines the heading goes on in the same weight and size without a gap."""
        count = 1
        first = self._lines[start]
        while count < _MAX_LINES and start + count < len(self._lines):
            line, above = self._lines[start + count], self._lines[start + count - 1]
            same = line.bold == first.bold and abs(line.size - first.size) < 0.6 and line.page == first.page
            if not same or line.y - above.y > 1.6 * self._style.leading * line.size or _MEASURE_START.match(line.text):
                break
            count += 1
        if not self.is_styled(first):
            return 1
        return count

    def _text(self, start: int, count: int) -> str:
        return self._joiner.join(self._lines[start : start + count])


def _best_of_each_entry(
    found: Sequence[Heading], lines: Sequence[Line], entries: Mapping[str, int], page_of: Callable[[Line], int | None]
) -> list[Heading]:
    """Of several lines with an entry's wording, the one on the entry's page; the others are parts of a chapter or no headings."""
    by_entry: dict[str, list[Heading]] = defaultdict(list)
    for heading in found:
        by_entry[heading.entry or f"{heading.start}"].append(heading)
    kept: list[Heading] = []
    for entry, group in by_entry.items():
        page = entries.get(entry)
        away = [_pages_away(page_of(lines[heading.start]), page) for heading in group]
        nearest = min(away)
        at_top = [_opens_page(lines, heading.start) for heading in group]
        # Of two on the page itself, the one at its very top is a running title.
        best = max((at for at in range(len(group)) if away[at] == nearest), key=lambda at: (not at_top[at], -at))
        for position, heading in enumerate(group):
            is_cluster = bool(CLUSTER_HEADING.match(heading.text))
            if position == best and not (is_cluster and away[position] > _FAR):
                kept.append(heading)
            elif at_top[position] and heading.entry and away[position] <= _FAR:
                kept.append(replace(heading, is_running=True))
            elif is_cluster:
                kept.append(replace(heading, entry=None))
    return sorted(kept, key=lambda heading: heading.start)


def _opens_page(lines: Sequence[Line], start: int) -> bool:
    return start == 0 or lines[start - 1].page != lines[start].page


def _pages_away(page: int | None, listed: int | None) -> int:
    return abs(page - listed) if page is not None and listed is not None else 0


def _without_overlaps(headings: Sequence[Heading]) -> list[Heading]:
    kept: list[Heading] = []
    for heading in headings:
        if not kept or heading.start >= kept[-1].start + kept[-1].count:
            kept.append(heading)
    return kept
