"""The answer object of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fko_qa.records.kinds import Kind, Status


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
    """Which report an answer quotes: title, ISO date, and the public address of its PDF (None: not known)."""

    title: str
    date: str
    url: str | None = None


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
