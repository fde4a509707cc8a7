"""What a reader of any format (Markdown, PDF) hands over before values are understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from fko_qa.report.inline import BULLET

# Labels as first spelt in the report. A row is known by its label whatever its blanks and capitals.
GOAL, TERM, MONEY, WEBSITE = "Ziel", "Beginn/ Laufzeit", "Geplante Mittel", "Internetpräsenz"
MINISTRY, PARTNERS = "Ressort", "Partner in der Umsetzung"
START_OF_FORCE, PUBLICATION = "Inkrafttreten", "Veröffentlichung"
LABELS = (GOAL, TERM, MONEY, WEBSITE, MINISTRY, PARTNERS, START_OF_FORCE, PUBLICATION)
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def _label_key(text: str) -> str:
    return re.sub(r"[\s:]+", "", text).casefold()


_LABEL_BY_KEY = {_label_key(label): label for label in LABELS}


def canonical_label(text: str) -> str | None:
    """The known spelling of a field label, or None if this is no label.

    >>> canonical_label("Beginn/Laufzeit")
    'Beginn/ Laufzeit'
    """
    return _LABEL_BY_KEY.get(_label_key(text))


@dataclass(slots=True)
class DraftField:
    """A table row: ``parts`` are list items or paragraphs, ``items`` the positions of those that are list items."""

    label: str
    parts: list[str]
    items: set[int] = field(default_factory=set)

    def extend_last(self, text: str) -> None:
        """Add text that a page break cut off (a second table, plain text below the table)."""
        if self.parts:
            self.parts[-1] = f"{self.parts[-1]} {text}"
        else:
            self.parts.append(text)

    @property
    def verbatim(self) -> str:
        """The value as printed, list marks kept."""
        return " ".join(f"{BULLET} {part}" if position in self.items else part for position, part in enumerate(self.parts))


@dataclass(slots=True)
class DraftBlock:
    """A paragraph, or the items of a list."""

    lines: list[str]
    is_list: bool = False

    @property
    def text(self) -> str:
        """A paragraph on one line, or list items one a line."""
        return "\n".join(self.lines) if self.is_list else " ".join(self.lines)

    @property
    def verbatim(self) -> str:
        """The block on one line as printed, list marks kept."""
        return " ".join(f"{BULLET} {line}" if self.is_list else line for line in self.lines)


@dataclass(slots=True)
class DraftSection:
    """A part of the report with its heading; a measure if ``measure_id`` is set."""

    name: str
    measure_id: str | None = None
    page: int | None = None
    blocks: list[DraftBlock] = field(default_factory=list)
    fields: list[DraftField] = field(default_factory=list)
    tables: list[list[tuple[str, ...]]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Blocks joined by a blank line."""
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def verbatim(self) -> str:
        """The whole section on one line as printed: heading, text, tables, fields, footnotes."""
        rows = [" ".join(filter(None, row)) for table in self.tables for row in table]
        fields = [f"{row.label} {row.verbatim}" for row in self.fields]
        return " ".join([self.name, *(block.verbatim for block in self.blocks), *rows, *fields, *self.footnotes])


@dataclass(frozen=True, slots=True)
class DraftReport:
    """A whole report as read. ``contents`` maps a heading of the table of contents to its page.

    ``warnings`` tells what the file lacks or contradicts itself in, in German.
    """

    title: str
    date: str
    pages: int
    contents: Mapping[str, int]
    clusters: Mapping[str, str]
    ministries: Mapping[str, str]
    sections: list[DraftSection]
    warnings: tuple[str, ...] = ()
