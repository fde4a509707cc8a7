"""The report as records: measures with their understood fields, sections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# The report's own way of saying nothing is "-"; this is what people read instead.
NOT_STATED = "keine Angabe"


@dataclass(frozen=True, slots=True)
class Period:
    """A term as understood from ``Beginn/ Laufzeit`` or ``Inkrafttreten``.

    ``start`` and ``end`` are ISO 8601 dates of reduced precision (``2023``, ``2023-05``, ``2023-05-23``) or a quarter
    (``2024-Q4``). A school year is given by the year it begins in, with ``precision="school_year"``.
    """

    field: str
    start: str | None = None
    end: str | None = None
    precision: str | None = None  # of the start, else the end: day, month, quarter, school_year, year
    open_ended: bool = False  # no end is named, and the report says that it goes on (seit, ab, laufend, dauerhaft …)
    ongoing: bool = False  # the words laufend, fortlaufend, unbefristet or dauerhaft stand in the value
    completed: bool = False  # the word abgeschlossen stands in the value
    approximate: bool = False  # voraussichtlich, zunächst, mindestens, "Ende 2023", "Herbst 2024"
    duration_years: int | None = None  # "Befristung auf fünf Jahre"; the end is not computed from it
    label: str | None = None  # which part of the measure, if the value names several terms
    parts: tuple[Period, ...] = ()  # the single terms, if the value names several; then start and end span them all


@dataclass(frozen=True, slots=True)
class Funding:
    """One amount as understood from ``Geplante Mittel``."""

    amount_eur: int
    basis: str | None  # "per_year", "total", or None if the report does not say
    approximate: bool
    sources: tuple[str, ...]  # of ESF, JTF, EFRE, Landesmittel, Bund
    years: str | None  # "2023", "ab 2024", "2021-2027"
    raw: str  # the piece of the value that this was read from


@dataclass(frozen=True, slots=True)
class Field:
    """A row of a measure's table. ``parts`` are its list items or paragraphs; each is contiguous in the report."""

    label: str
    parts: tuple[str, ...]

    @property
    def value(self) -> str:
        """The raw value on one line, parts joined by one blank; ``-`` stays ``-``."""
        return " ".join(self.parts)

    @property
    def is_empty(self) -> bool:
        """Whether the report says nothing here (``-`` or no text): "keine Angabe"."""
        return self.value in ("", "-")


@dataclass(frozen=True, slots=True)
class Measure:
    """One of the report's measures (Maßnahme).

    ``text`` joins paragraphs by a blank line and list items by a line break. ``verbatim`` is the whole measure as printed, on one
    line, list marks kept as ``•``: quotes are proven against it.
    """

    id: str
    title: str
    cluster: str
    page: int
    text: str
    fields: tuple[Field, ...]
    verbatim: str
    links: tuple[str, ...] = ()
    period: Period | None = None
    funding: tuple[Funding, ...] = ()
    ministries: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    warnings: tuple[str, ...] = ()

    def field(self, label: str) -> Field | None:
        """The row with this label, or None if the table lacks it."""
        return next((row for row in self.fields if row.label == label), None)

    def stated(self, label: str) -> str:
        """The value of the row with this label; empty if the report says nothing there."""
        row = self.field(label)
        return row.value if row is not None and not row.is_empty else ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report outside the measures, with the page on which it begins."""

    name: str
    page: int
    text: str
    verbatim: str
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The parsed report.

    ``clusters`` maps ``"I"`` to the cluster's title, ``ministries`` a code to its full name, ``contents`` a line of the table of
    contents to its page. ``warnings`` tells what the file lacks as a whole (pages, listed measures); what concerns one measure
    stands there. ``url`` is the public address of the report's PDF, empty if none is known.
    """

    title: str
    date: str  # ISO 8601
    publisher: str
    pages: int
    clusters: Mapping[str, str]
    ministries: Mapping[str, str]
    sections: tuple[Section, ...]
    measures: tuple[Measure, ...]
    warnings: tuple[str, ...] = ()
    contents: Mapping[str, int] = field(default_factory=dict)
    url: str = ""

    def measure(self, measure_id: str) -> Measure | None:
        """The measure with this id (``"IV.2"``), or None."""
        return next((measure for measure in self.measures if measure.id == measure_id), None)
