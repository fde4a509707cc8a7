"""A heading and the lines up to the next → the draft of a section or measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from fko_qa.report.draft import DraftBlock, DraftSection
from fko_qa.report.pdf.cells import ministries, split_tables
from fko_qa.report.pdf.fields import Columns, split_fields
from fko_qa.report.pdf.gaps import missing_pages_of, owner_of_page
from fko_qa.report.pdf.headings import Heading
from fko_qa.report.pdf.joining import Joiner
from fko_qa.report.pdf.layout import Line
from fko_qa.report.pdf.links import addresses
from fko_qa.report.pdf.pages import Link
from fko_qa.report.pdf.pieces import Style, split_pieces
from fko_qa.report.rules import CLUSTER_HEADING, MEASURE_HEADING, MINISTRIES_HEADING


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the whole document when its sections are read. Sequences run by physical page."""

    style: Style
    joiner: Joiner
    columns: Columns
    numbers: Sequence[int]
    entries: Mapping[str, int]
    notes: Sequence[Mapping[int, str]]
    links: Sequence[Sequence[Link]]


class SectionReader:
    """Reads sections in their order and remembers clusters, ministries and what to warn of."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._clusters: dict[str, str] = {}
        self._chapter = ""
        self.ministries: dict[str, str] = {}
        self.sections: list[DraftSection] = []
        self.warnings: list[str] = []

    def clusters(self) -> dict[str, str]:
        """Titles of clusters from their chapters, or from the table of contents where a chapter is missing."""
        listed = {match[1]: match[2] for entry in self._context.entries if (match := CLUSTER_HEADING.fullmatch(entry))}
        return listed | self._clusters

    def read(self, heading: Heading, head: Sequence[Line], lines: Sequence[Line]) -> None:
        """Read one section; ``head`` are its heading's lines, ``lines`` all up to the next heading."""
        context = self._context
        section = DraftSection(self._name(heading), heading.measure_id, context.numbers[head[0].page])
        self.sections.append(section)
        self._check_pages(heading, section)
        own = self._own_lines(heading, head, lines)
        text = own
        if heading.measure_id:
            text, section.fields = split_fields(own, context.columns, context.style, context.joiner)
            text, tables = split_tables(text)
            section.tables = [[row for table in tables for row in table]] if tables else []
        elif section.name.startswith(MINISTRIES_HEADING) and (listed := ministries(own, context.joiner)):
            self.ministries = {code: name for name, code in listed}
            section.blocks = [DraftBlock([f"{name} {code}"]) for name, code in listed]
            text = []
        section.blocks += self._blocks(text)
        printed = " ".join([section.text, *(part for row in section.fields for part in row.parts)])
        section.links = addresses(self._links([*head, *own]), printed)
        section.footnotes = list(self._footnotes([*head, *own]))

    def _name(self, heading: Heading) -> str:
        if heading.measure_id and (measure := MEASURE_HEADING.fullmatch(heading.text)):
            return measure[3]
        if heading.entry is None:
            return f"{self._chapter} – {heading.text}" if self._chapter else heading.text
        self._chapter = heading.text
        if cluster := CLUSTER_HEADING.fullmatch(heading.text):
            self._clusters[cluster[1]] = cluster[2]
        return heading.text

    def _check_pages(self, heading: Heading, section: DraftSection) -> None:
        """Warn if the section does not begin where it is listed, or if one of its pages is missing."""
        entries, numbers = self._context.entries, self._context.numbers
        if heading.entry is None:
            return
        if (listed := entries[heading.entry]) != section.page:
            name = heading.measure_id or section.name
            self.warnings.append(f"{name} steht auf Seite {section.page}, laut Inhaltsverzeichnis auf Seite {listed}.")
        elif heading.measure_id and (missing := missing_pages_of(entries, heading.entry, numbers)):
            pages = f"fehlt Seite {missing[0]}" if len(missing) == 1 else f"fehlen die Seiten {missing[0]} bis {missing[-1]}"
            section.warnings.append(f"Im PDF {pages}; Text und Tabelle sind vielleicht unvollständig.")

    def _own_lines(self, heading: Heading, head: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
        """The lines but for those behind missing pages that belong to a section whose beginning is missing."""
        page = head[-1].page
        numbers, entries = self._context.numbers, self._context.entries
        for position, line in enumerate(lines):
            number = numbers[line.page]
            if line.page != page and number > numbers[page] + 1 and heading.entry:
                owner = owner_of_page(entries, number)
                if owner is not None and owner != heading.entry:
                    self.warnings.append(f"Seite {number} beginnt mit dem Ende von „{owner}“; der Anfang fehlt im PDF.")
                    return list(lines[:position])
            page = line.page
        return list(lines)

    def _blocks(self, lines: Sequence[Line]) -> list[DraftBlock]:
        """Paragraphs, and the items of a list as one block."""
        pieces = split_pieces(lines, self._context.style, self._context.joiner)
        blocks: list[DraftBlock] = []
        for is_item, group in groupby(pieces, key=lambda piece: piece.is_item):
            texts = [piece.text for piece in group]
            blocks += [DraftBlock(texts, is_list=True)] if is_item else [DraftBlock([text]) for text in texts]
        return blocks

    def _links(self, lines: Sequence[Line]) -> Iterator[Link]:
        """The links on these lines, in their order."""
        for page in dict.fromkeys(line.page for line in lines):
            here = [line for line in lines if line.page == page]
            top, foot = here[0].y - here[0].size, here[-1].y + 0.5 * here[-1].size
            for link in sorted(self._context.links[page], key=lambda link: (round(link.y0), link.x0)):
                if top <= (link.y0 + link.y1) / 2 <= foot:
                    yield link

    def _footnotes(self, lines: Sequence[Line]) -> Iterator[str]:
        """Texts of the footnotes whose numbers stand on the lines; of notes without a number, those of the section's pages."""
        for line in lines:
            for position in sorted(line.marks):
                number = int(line.words[position].text)
                if note := self._context.notes[line.page].get(number):
                    yield note
