"""What a question about one measure can ask for, and what the answer looks like."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# The report's own way of saying nothing is "-"; this is what people read instead.
NOT_STATED = "keine Angabe"


class FactKind(StrEnum):
    """A fact about a measure. The report never or rarely holds those from ``CONTACT`` on."""

    TERM = "term"
    START = "start"
    END = "end"
    MONEY_PLANNED = "money_planned"
    MONEY_PERSON = "money_person"
    MONEY_ANY = "money_any"
    SOURCE = "source"
    MINISTRY = "ministry"
    WEBSITE = "website"
    PARTNERS = "partners"
    GOAL = "goal"
    COUNT = "count"
    DATE = "date"
    PERSON = "person"
    NAMED = "named"
    LOCATION = "location"
    PAGE = "page"
    CLUSTER = "cluster"
    PUBLICATION = "publication"
    CONTACT = "contact"
    DEADLINE = "deadline"
    APPLICATION = "application"
    SALARY = "salary"
    COST = "cost"
    ELIGIBILITY = "eligibility"
    RESULT = "result"
    OPENING_HOURS = "opening_hours"
    DURATION_TRAINING = "duration_training"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class FactRequest:
    """The kinds that are asked for, each once, in the order asked. ``words`` are the question's other content words, lower case.

    For ``COUNT`` they begin with what is to be counted. ``counted`` has the words behind each "how many" if they are known, in
    the order asked; ``named`` the noun whose name is asked for ("welche Stiftung").
    """

    kinds: tuple[FactKind, ...]
    words: tuple[str, ...] = ()
    counted: tuple[tuple[str, ...], ...] = ()
    named: str = ""


@dataclass(frozen=True, slots=True)
class FactQuote:
    """A contiguous piece of a measure, word for word; ``section`` is what a citation calls the place ("Text", a row's label)."""

    section: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """An answer to one kind.

    ``value`` is verbatim from the report, or "keine Angabe" where it says nothing (then ``stated`` is False and ``quotes`` show
    the nearest that it does say, if anything). Several equally fitting values are joined by `` | ``.
    """

    kind: FactKind
    value: str
    quotes: tuple[FactQuote, ...]
    stated: bool


def not_stated(kind: FactKind, *quotes: FactQuote) -> Fact:
    """The honest answer where the report says nothing.

    >>> not_stated(FactKind.CONTACT).value
    'keine Angabe'
    """
    return Fact(kind, NOT_STATED, quotes, stated=False)
