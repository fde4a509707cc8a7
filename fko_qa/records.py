"""Frozen data types that every other module shares: the report's records, and what happens to a question.

The route of a question is ``str -> Question -> Evidence -> Verdict -> Answer``. A score belongs to the :class:`Hit`, never to
the text it found. All texts are as printed in the report, with white space made single blanks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """What an answer is: the contract's four states."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    ERROR = "error"


class Kind(StrEnum):
    """What a question asks for."""

    TOPIC = "topic"
    FIELD = "field"
    SET = "set"
    NUMBER = "number"
    TEXT = "text"
    NONE = "none"


class View(StrEnum):
    """Which part of a measure (or section) a passage shows."""

    WHOLE = "whole"
    TITLE = "title"
    SENTENCE = "sentence"
    GOAL = "goal"
    FIELD = "field"
    TABLE = "table"


# ---------------------------------------------------------------------------------------------------------------- the report


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
    """The parsed report. ``clusters`` maps ``"I"`` to the cluster's title, ``ministries`` a code to its full name."""

    title: str
    date: str  # ISO 8601
    publisher: str
    pages: int
    clusters: Mapping[str, str]
    ministries: Mapping[str, str]
    sections: tuple[Section, ...]
    measures: tuple[Measure, ...]

    def measure(self, measure_id: str) -> Measure | None:
        """The measure with this id (``"IV.2"``), or None."""
        return next((measure for measure in self.measures if measure.id == measure_id), None)


# ------------------------------------------------------------------------------------------------------- passages and evidence


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the report that can be found. ``owner`` is a measure's id or a section's name; ``id`` is stable."""

    id: str
    owner: str
    in_measure: bool
    view: View
    section: str  # what a citation calls it: "Text", "Ziel", "Titel", a field's label, or the section's name
    page: int
    text: str

    @property
    def quotable(self) -> bool:
        """Whether the text is a contiguous piece of the report (a whole measure is put together, so it is not)."""
        return self.view is not View.WHOLE


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its score in [0, 1] and the scores it was fused from."""

    passage: Passage
    score: float
    lexical: float
    dense: float


@dataclass(frozen=True, slots=True)
class MeasureHit:
    """A measure with its fused score in [0, 1] and its best passages, best first."""

    measure_id: str
    score: float
    hits: tuple[Hit, ...]
    matched_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signals:
    """What retrieval says about a question as a whole.

    ``top_cosine`` and ``top_lexical`` are the highest scores of any passage. ``answerable`` and ``near`` are log odds from the
    trained heads (None without them), ``language`` an ISO 639-1 code if it is clear.
    """

    top_cosine: float
    top_lexical: float
    answerable: float | None = None
    near: float | None = None
    language: str | None = None
    grounded: float = 0.0  # share of the content words that the best measure's own text has, in [0, 1]
    strange: tuple[str, ...] = ()  # other Länder and later years that the question names and the best measure does not


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact of a measure as asked for. ``value`` is verbatim, or "keine Angabe" if the report does not ``state`` it."""

    measure_id: str
    kind: str
    value: str
    hits: tuple[Hit, ...]
    stated: bool


@dataclass(frozen=True, slots=True)
class FoundSet:
    """An exact set. ``hits`` prove each member's membership."""

    members: tuple[str, ...]
    value: str | None
    understood: str  # the filter in a German line
    hits: Mapping[str, tuple[Hit, ...]]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question, on any route (looked up or retrieved).

    ``measures`` and ``sections`` (hits outside the measures, with the belief that a chapter is meant) are best first.
    ``facts`` and ``found_set`` are there if they were asked for. ``signals`` is None for a look-up: there is no doubt about what
    is meant.
    """

    measures: tuple[MeasureHit, ...] = ()
    sections: tuple[Hit, ...] = ()
    section_belief: float = 0.0
    signals: Signals | None = None
    facts: tuple[FoundFact, ...] = ()
    found_set: FoundSet | None = None
    missing: tuple[str, ...] = ()  # numbers that were asked for and do not exist
    neighbours: tuple[str, ...] = ()  # ids near a missing number


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the evidence is good for: the status, the measures and sections to show, and why (for people who debug)."""

    status: Status
    shown: tuple[MeasureHit, ...]
    sections: tuple[Hit, ...]
    reason: str


# ------------------------------------------------------------------------------------------------------------------ the answer


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote with its page and the part of the report it stands in."""

    quote: str
    page: int
    section: str


@dataclass(frozen=True, slots=True)
class AnsweredMeasure:
    """A measure that is shown, with its proven quotes."""

    id: str
    title: str
    page: int
    score: float
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ReportInfo:
    """Which report an answer quotes: title and ISO date."""

    title: str
    date: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer object of the contract; ``to_dict`` in :mod:`fko_qa.jsonio` gives its JSON form."""

    question: str
    status: Status
    kind: Kind
    answer: str
    report: ReportInfo | None
    id: str | None = None
    value: str | None = None
    measures: tuple[AnsweredMeasure, ...] = ()
    citations: tuple[Citation, ...] = ()
    ranking: tuple[str, ...] = ()
    filter: str | None = None
    notes: tuple[str, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)
