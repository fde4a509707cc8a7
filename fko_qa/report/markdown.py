"""The report as Markdown → drafts of its sections and measures.

The file was converted from a PDF, so its marks vary: a measure's heading may be ``##`` or ``###`` and lack its colon, cells are
divided by tabs, a page break may split a table or push a cell's end below it. Structure is therefore read by meaning: measure
numbers, known field labels, the table of contents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from fko_qa.errors import ReportFormatError
from fko_qa.report.draft import DraftBlock, DraftField, DraftReport, DraftSection, canonical_label
from fko_qa.report.inline import Inline, parse_inline, squeeze
from fko_qa.report.rules import (
    CLUSTER_HEADING,
    CONTENTS_HEADING,
    MEASURE_HEADING,
    MINISTRIES_HEADING,
    MINISTRY_CODE,
    SENTENCE_END,
    heading_key,
    iso_date,
)

_HEADING = re.compile(r"(#{1,6})\s+(.+)")
_RULE = re.compile(r"-{2,}(\t-{2,})*\s*")
_FOOTNOTE = re.compile(r"<sup>(\d+)</sup>\s*(.+)")
_LIST_ITEM = re.compile(r"[-*•]\s+(.+)")
_PAGE = re.compile(r"\s*\d{1,4}")


def read_markdown(source: str) -> DraftReport:
    """Read a whole report. Raises ReportFormatError if it has no title, date, table of contents or measure."""
    reader = _Reader()
    for line in source.splitlines():
        reader.read(line.rstrip(" "))
    reader.end_paragraph()
    return reader.finish(source)


@dataclass(slots=True)
class _Open:
    """The section being read, and whether a blank line, a rule or a page break came last."""

    section: DraftSection
    level: int
    page_breaks_before: int = 0


class _Reader:
    """A state machine over lines: headings open sections, everything else goes into the open one."""

    def __init__(self) -> None:
        self._title = ""
        self._open: _Open | None = None
        self._sections: list[_Open] = []
        self._paragraph: list[str] = []
        self._in_contents = False
        self._contents: dict[str, int] = {}
        self._clusters: dict[str, str] = {}
        self._ministries: dict[str, str] = {}
        self._page_breaks = 0

    # -- lines

    def read(self, line: str) -> None:
        if heading := _HEADING.fullmatch(line):
            self.end_paragraph()
            self._heading(len(heading[1]), parse_inline(heading[2]).text)
        elif self._in_contents:
            title, _, page = line.rstrip().rpartition("\t")
            if (name := squeeze(title).rstrip(" .")) and _PAGE.fullmatch(page):
                self._contents[name] = int(page)
        elif not line.strip() or _RULE.fullmatch(line):
            self.end_paragraph()
        elif "\t" in line:
            self.end_paragraph()
            self._row([cell.strip() for cell in line.split("\t")])
        elif footnote := _FOOTNOTE.fullmatch(line):
            self.end_paragraph()
            if self._open:
                self._open.section.footnotes.append(parse_inline(footnote[2]).text)
                self._page_breaks += self._open.section.measure_id is None
        else:
            self._paragraph.append(line.strip())

    def end_paragraph(self) -> None:
        """Put the lines collected so far where they belong."""
        lines, self._paragraph = self._paragraph, []
        if not lines:
            return
        if lines[0].startswith("**") and lines[-1].endswith("**"):
            self._heading(2, parse_inline(_join(lines)).text)
        elif self._open is not None:
            self._add_paragraph(self._open.section, lines)

    # -- headings

    def _heading(self, level: int, text: str) -> None:
        self._in_contents = text == CONTENTS_HEADING
        if level == 1:
            self._title = text
        elif self._in_contents:
            self._open = None
        elif measure := MEASURE_HEADING.fullmatch(text):
            self._start(level, DraftSection(name=measure[3], measure_id=f"{measure[1]}.{measure[2]}"))
        elif self._open is not None and (cluster := CLUSTER_HEADING.fullmatch(self._open.section.name)) and not cluster[2]:
            self._clusters[cluster[1]] = text  # "## Cluster I:" and its title as a heading of its own
            self._open.section.name = f"Cluster {cluster[1]}: {text}"
        elif CLUSTER_HEADING.fullmatch(text) and level > 2 and self._open is not None:
            parents = [open_.section.name for open_ in self._sections if open_.level == 2]
            self._start(level, DraftSection(name=" – ".join([*parents[-1:], text])))
        else:
            self._start(level, DraftSection(name=text))

    def _start(self, level: int, section: DraftSection) -> None:
        self._open = _Open(section, level, self._page_breaks)
        self._sections.append(self._open)

    # -- content

    def _row(self, cells: list[str]) -> None:
        if self._open is None:
            return
        section = self._open.section
        first, rest = parse_inline(cells[0]), parse_inline(" ".join(cells[1:]))
        label = canonical_label(first.text)
        if section.measure_id is None:
            self._plain_row(section, first.text, rest.text)
        elif label is not None:
            section.fields.append(DraftField(label, list(rest.parts), set(rest.items)))
            section.links += rest.links
        elif section.fields and not first.text:
            section.fields[-1].extend_last(rest.text)  # a cell that goes on after a page break
        elif section.fields and rest.text:
            section.fields.append(DraftField(first.text.rstrip(":"), list(rest.parts), set(rest.items)))  # a label that is new
            section.links += rest.links
        elif not section.fields:
            row = tuple(parse_inline(cell).text for cell in cells)
            section.tables = [[*(section.tables[0] if section.tables else []), row]]

    def _plain_row(self, section: DraftSection, left: str, right: str) -> None:
        section.blocks.append(DraftBlock([squeeze(f"{left} {right}")]))
        if section.name.startswith(MINISTRIES_HEADING) and MINISTRY_CODE.fullmatch(right):
            self._ministries[right] = left

    def _add_paragraph(self, section: DraftSection, lines: list[str]) -> None:
        inline = parse_inline(_join(lines))
        section.links += inline.links
        if section.fields:  # a cell whose end was pushed below the table
            section.fields[-1].extend_last(inline.text)
        elif items := _list_items(lines):
            section.blocks.append(DraftBlock(items, is_list=True))
        else:
            self._note_page_break(section, inline)
            section.blocks.append(DraftBlock([inline.text]))

    def _note_page_break(self, section: DraftSection, inline: Inline) -> None:
        """A paragraph that goes on in lower case after one without an end: a page ended between them."""
        if section.blocks and inline.text[:1].islower() and not SENTENCE_END.search(section.blocks[-1].text):
            self._page_breaks += 1

    # -- the end

    def finish(self, source: str) -> DraftReport:
        date = iso_date(source)
        found = {
            "eine Überschrift mit dem Titel (# …)": self._title,
            "eine Zeile „Datum: 25. Juni 2024“": date,
            "ein Inhaltsverzeichnis mit Seitenzahlen": self._contents,
            "mindestens eine Maßnahme (## I.1: …)": any(open_.section.measure_id for open_ in self._sections),
        }
        if missing := [name for name, value in found.items() if not value]:
            raise ReportFormatError(
                f"Die Datei ist kein lesbarer Fortschrittsbericht. Es fehlt: {'; '.join(missing)}. "
                "Bitte geben Sie den Bericht als Markdown-Datei an."
            )
        self._set_pages()
        return DraftReport(
            title=self._title,
            date=date,
            pages=max(self._contents.values()),
            contents=self._contents,
            clusters=self._clusters,
            ministries=self._ministries,
            sections=[open_.section for open_ in self._sections],
        )

    def _set_pages(self) -> None:
        pages = {heading_key(entry): page for entry, page in self._contents.items()}
        for open_ in self._sections:
            section = open_.section
            number = f"{section.measure_id} " if section.measure_id else ""
            section.page = pages.get(heading_key(number + section.name))
        self._set_pages_of_subsections()

    def _set_pages_of_subsections(self) -> None:
        """A subsection is in no table of contents: count the visible page breaks back from the last page of its chapter."""
        listed = [position for position, open_ in enumerate(self._sections) if open_.section.page is not None]
        for here, following in pairwise(listed):
            last_page = (self._sections[following].section.page or 0) - 1
            breaks = self._sections[following].page_breaks_before
            first_page = self._sections[here].section.page or 0
            for open_ in self._sections[here + 1 : following]:
                open_.section.page = max(first_page, last_page - (breaks - open_.page_breaks_before))


def _join(lines: list[str]) -> str:
    """Lines of one paragraph; a line that ends in a hyphen is joined without a blank (``Nordrhein-`` / ``Westfalen``)."""
    return re.sub(r"(?<=\w-) (?=[A-ZÄÖÜ])", "", " ".join(lines))


def _list_items(lines: list[str]) -> list[str] | None:
    matches = [_LIST_ITEM.fullmatch(line) for line in lines]
    return [parse_inline(match[1]).text for match in matches if match] if all(matches) else None
