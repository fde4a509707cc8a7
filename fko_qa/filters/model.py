"""What a set question can ask for, as frozen data. Every text in it (labels) is German and fit for users."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Aggregate(StrEnum):
    """What is wanted of the set: its members, a number about it, or the ones at its edge."""

    LIST = "list"
    COUNT = "count"
    SUM = "sum"
    LARGEST = "largest"
    SMALLEST = "smallest"
    EARLIEST = "earliest"
    LATEST = "latest"
    LONGEST = "longest"
    SHORTEST = "shortest"
    MOST = "most"
    FEWEST = "fewest"


class Group(StrEnum):
    """What a ranking by number of measures ranks, or what is counted instead of measures (ministries only)."""

    MINISTRY = "ministry"
    CLUSTER = "cluster"


class Sharing(StrEnum):
    """How several ministries are meant: one of them, all of them (and maybe more), or these and no other."""

    ANY = "any"
    JOINT = "joint"
    ALONE = "alone"


class Event(StrEnum):
    """Which side of a term a condition or an order is about."""

    START = "start"
    END = "end"
    RUNNING = "running"


class TermState(StrEnum):
    """Conditions on a term that name no date; "now" is the report's date."""

    OPEN_ENDED = "open_ended"
    DATED = "dated"
    ENDED = "ended"
    NOT_STARTED = "not_started"
    RUNNING_NOW = "running_now"
    SCHOOL_YEAR = "school_year"
    UNSTATED = "unstated"
    ONGOING = "ongoing"  # one of the words laufend, fortlaufend, dauerhaft, unbefristet is printed
    IN_FORCE = "in_force"  # a date of coming into force instead of a term
    DAY_EXACT = "day_exact"
    CONTINUED = "continued"  # the report says that it is to go on after its end


class Presence(StrEnum):
    """Whether a row of the table has to say something or has to be silent."""

    WITH = "with"
    WITHOUT = "without"


class Figure(StrEnum):
    """What the row of planned money has to hold: an amount, none (whether or not there is a row), anything, nothing at all,
    words without an amount, posts without one, or posts with or without one."""

    WITH = "with"
    WITHOUT = "without"
    ROW = "row"
    NO_ROW = "no_row"
    WORDS = "words"
    POSTS = "posts"
    ANY_POSTS = "any_posts"


class Website(StrEnum):
    """What the row of the website has to hold: a page, none to open yet, one that is only announced, or nothing at all."""

    WITH = "with"
    WITHOUT = "without"
    ANNOUNCED = "announced"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Window:
    """A span of days, both ends included; None is unbounded. ``label`` says it in German ("2024", "nach März 2025")."""

    first: date | None
    last: date | None
    label: str


@dataclass(frozen=True, slots=True)
class TermCondition:
    """A term that starts, ends or runs within a window; ``negated`` asks for the opposite."""

    event: Event
    window: Window
    negated: bool = False


@dataclass(frozen=True, slots=True)
class DurationCondition:
    """A length in months, both ends included; None is unbounded. ``fixed``: the report itself must print "Befristung auf …"."""

    low: int | None
    high: int | None
    label: str
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class MoneyCondition:
    """An amount in whole euro between ``low`` and ``high``, both included; None is unbounded."""

    low: int | None
    high: int | None
    label: str


class Place(StrEnum):
    """Where a measure has to say certain words: in its title or in a row of its table."""

    TITLE = "title"
    TERM = "term"
    MONEY = "money"
    PARTNERS = "partners"
    WEBSITE = "website"
    AIM = "aim"


@dataclass(frozen=True, slots=True)
class Printed:
    """Words as the report prints them, any of which is enough, and where they have to stand."""

    place: Place
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetFilter:
    """A set question as understood. Conditions are joined by "and"; several values within one by "or", unless said otherwise.

    ``topic`` holds the asked words that no condition covers; they narrow the set, too, and the caller has to apply them.
    ``measures`` are ids that a question names to be added up, ``kinds`` sorts of measures ("Studien"), ``group`` goes with MOST
    and FEWEST. ``event`` and ``top`` go with the superlatives. ``only_future`` asks for dates after the report's.
    """

    aggregate: Aggregate = Aggregate.LIST
    clusters: tuple[str, ...] = ()
    excluded_clusters: tuple[str, ...] = ()
    ministries: tuple[str, ...] = ()
    sharing: Sharing = Sharing.ANY
    excluded_ministries: tuple[str, ...] = ()
    ministries_at_least: int | None = None
    ministries_at_most: int | None = None
    terms: tuple[TermCondition, ...] = ()
    states: tuple[TermState, ...] = ()
    durations: tuple[DurationCondition, ...] = ()
    money: tuple[MoneyCondition, ...] = ()
    basis: str | None = None  # "per_year" or "total", as in Funding
    figure: Figure | None = None
    sources: tuple[str, ...] = ()
    excluded_sources: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    excluded_partners: tuple[str, ...] = ()
    any_partner: bool = False  # one of the named partners is enough
    partner: Presence | None = None
    website: Website | None = None
    event: Event | None = None
    top: int = 1
    only_future: bool = False
    measures: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    printed: tuple[Printed, ...] = ()
    group: Group | None = None
    topic: str = ""

    @property
    def has_condition(self) -> bool:
        """Whether anything but the topic and the aggregate narrows the set."""
        return bool(
            self.clusters
            or self.excluded_clusters
            or self.ministries
            or self.excluded_ministries
            or self.ministries_at_least
            or self.ministries_at_most
            or self.terms
            or self.states
            or self.durations
            or self.measures
            or self.kinds
            or self.printed
            or self.money
            or self.figure
            or self.sources
            or self.excluded_sources
            or self.partners
            or self.excluded_partners
            or self.partner
            or self.website
        )
