"""What an editor is told about an edition: one remark at one place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """What is wrong, or worth a look."""

    CONTRADICTION = "contradiction"  # text and table differ
    REFERENCE = "reference"  # points to a number that does not exist, or to another measure than the words name
    CONTENTS = "contents"  # pages and the table of contents
    ADDRESS = "address"  # an address that cannot be right, or access data in public
    SPLIT_WORD = "split_word"  # a blank inside a word
    SPELLING = "spelling"  # one name in several spellings
    DUPLICATE = "duplicate"  # the same text under two numbers
    NOT_UNDERSTOOD = "not_understood"  # a value that stays raw
    ENDED = "ended"  # a term that was over by the report's date
    MISSING_FIELD = "missing_field"  # a row that the table lacks, or that says nothing
    QUESTIONS = "questions"  # a measure that nobody has written example questions for


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"  # wrong in print
    WARNING = "warning"  # probably wrong, or unfit for readers
    NOTE = "note"  # may be meant so


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark.

    ``measure`` is None outside the measures. ``place`` is "Titel", "Text", a row's label, "Fußnote", "Inhaltsverzeichnis" or a
    section's name; ``page`` the page on which the measure or section begins. ``quote`` is a contiguous piece of that place,
    empty if nothing stands there.
    """

    kind: FindingKind
    severity: Severity
    measure: str | None
    found: str
    place: str
    page: int | None
    quote: str = ""
