"""The table of contents: headings with the pages on which they are said to stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fko_qa.report.pdf.joining import Joiner
from fko_qa.report.pdf.layout import Line
from fko_qa.report.rules import CLUSTER_HEADING, CONTENTS_HEADING, MEASURE_HEADING, heading_key

_HEADINGS = frozenset({heading_key(CONTENTS_HEADING), heading_key("Inhalt"), heading_key("Inhaltsübersicht")})
_ENTRY_END = re.compile(r"(?P<title>.*?)(?P<leader>[\s.…·_]*)(?<!\d)(?P<page>\d{1,3})\s*$")
_LEADER_END = re.compile(r"[\s.…·_]{2,}$")
# A heading takes at most so many lines in the table.
_MAX_LINES = 4
# Without dots or a gap, a number is the page of an entry only if it is no more than so many pages after the one before.
_NEXT_PAGES = 10


@dataclass(frozen=True, slots=True)
class Contents:
    """``entries``: heading → page; ``lines``: all lines of the table, its heading included."""

    entries: Mapping[str, int]
    lines: frozenset[Line]


def find_contents(pages: Sequence[Sequence[Line]], joiner: Joiner) -> Contents:
    """The table of contents, wherever it stands; empty if there is none."""
    for position, lines in enumerate(pages):
        for start, line in enumerate(lines):
            if heading_key(line.text) in _HEADINGS:
                found = _read(line, [lines[start + 1 :], *pages[position + 1 :]], joiner)
                if found.entries:
                    return found
    return Contents({}, frozenset())


def _read(heading: Line, pages: Sequence[Sequence[Line]], joiner: Joiner) -> Contents:
    """Entries until something else follows: a page on which fewer than half of the lines end an entry."""
    entries: dict[str, int] = {}
    used = {heading}
    last = 0
    for lines in pages:
        found, taken, last_here = _entries(lines, joiner, last)
        if not found or (entries and len(taken) < 0.5 * len(lines)):
            break
        entries |= {title: page for title, page in found.items() if title not in entries}
        used |= taken
        last = last_here
        if len(taken) < len(lines) and lines[-1] not in taken:
            break  # the table ended on this page
    return Contents(entries, frozenset(used))


def _entries(lines: Sequence[Line], joiner: Joiner, last: int) -> tuple[dict[str, int], set[Line], int]:
    """The entries of a page, the lines that they take, and the last page named; ``last`` is the one named before."""
    entries: dict[str, int] = {}
    used: set[Line] = set()
    open_: list[Line] = []
    for line in lines:
        if open_ and _begins_entry(line.text):
            open_ = []  # what was open had no page: no entry
        open_.append(line)
        end = _ENTRY_END.fullmatch(line.text)
        if end is None or not _is_page(line, end, last):
            continue
        title = joiner.join_texts(joiner.join(open_[:-1]), _LEADER_END.sub("", end["title"]).strip())
        if title and len(open_) <= _MAX_LINES:
            last = int(end["page"])
            entries[title] = last
            used |= set(open_)
        open_ = []
    return entries, used, last


def _begins_entry(text: str) -> bool:
    return bool(MEASURE_HEADING.match(text) or CLUSTER_HEADING.match(text))


def _is_page(line: Line, end: re.Match[str], last: int) -> bool:
    """Whether the number at the line's end is a page: dots lead to it, a gap sets it apart, or it follows the page before."""
    page = int(end["page"])
    if page < last:
        return False
    if len(end["leader"].strip()) >= 2 or not end["title"].strip():
        return True
    if len(line.words) > 1 and line.words[-1].x0 - line.words[-2].x1 > 0.8 * line.size:
        return True
    return last <= page <= last + _NEXT_PAGES
