"""What is wanted of a set: all of it, its count, a sum, or its edge. Ties are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from fko_qa.filters import Aggregate, Event, Group, SetFilter, Window
from fko_qa.filters.amounts import german
from fko_qa.records import Measure
from fko_qa.sets.lengths import lengths
from fko_qa.sets.members import MINISTRY, MONEY, amounts
from fko_qa.sets.spans import edges, first_day, last_day

_TERM = "term"  # the row is called "Beginn/ Laufzeit" or "Inkrafttreten", measure by measure
_BASES = {"per_year": "pro Jahr", "total": "für die ganze Laufzeit", None: "ohne Angabe, ob pro Jahr oder insgesamt"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The measures to show, the value, what could not take part in the order, and the labels of the rows that decided."""

    measures: tuple[Measure, ...]
    value: str | None = None
    not_comparable: tuple[Measure, ...] = ()
    labels: tuple[str, ...] = ()


def choose(asked: SetFilter, fitting: list[Measure], today: date) -> Chosen:
    """Apply the aggregate to the measures that fit every condition."""
    if asked.aggregate in (Aggregate.MOST, Aggregate.FEWEST):
        return _by_number(asked, fitting)
    return _by_value(asked, fitting, today)


def _by_value(asked: SetFilter, fitting: list[Measure], today: date) -> Chosen:
    match asked.aggregate:
        case Aggregate.LIST:
            return Chosen(tuple(fitting))
        case Aggregate.COUNT:
            return _count(asked, fitting)
        case Aggregate.SUM:
            return _sum(asked, fitting)
        case Aggregate.LARGEST | Aggregate.SMALLEST:
            return _by_amount(asked, fitting)
        case Aggregate.LONGEST | Aggregate.SHORTEST:
            return _by_length(asked, fitting)
        case _:
            return _by_date(asked, fitting, today)


def _by_number(asked: SetFilter, fitting: list[Measure]) -> Chosen:
    """The measures of the ministry or cluster that has the most or fewest; the value names it and the number."""
    by_cluster = asked.group is Group.CLUSTER
    groups: dict[str, list[Measure]] = {}
    for measure in fitting:
        for name in (measure.cluster,) if by_cluster else measure.ministries:
            groups.setdefault(name, []).append(measure)
    if not groups:
        return Chosen(())
    number = (max if asked.aggregate is Aggregate.MOST else min)(len(own) for own in groups.values())
    names = [name for name, own in groups.items() if len(own) == number]
    members = {measure.id for name in names for measure in groups[name]}
    labels = () if by_cluster else (MINISTRY,)
    return Chosen(tuple(m for m in fitting if m.id in members), " | ".join([*names, str(number)]), (), labels)


def _count(asked: SetFilter, fitting: list[Measure]) -> Chosen:
    """The number of measures, or of their ministries."""
    if asked.group is not Group.MINISTRY:
        return Chosen(tuple(fitting), str(len(fitting)))
    ministries = {code for measure in fitting for code in measure.ministries}
    return Chosen(tuple(fitting), str(len(ministries)), (), (MINISTRY,))


def _sum(asked: SetFilter, fitting: list[Measure]) -> Chosen:
    """Sums by basis: what is per year is never added to what is in total."""
    paid = tuple(measure for measure in fitting if amounts(measure, asked.basis))
    sums = {
        text: sum(one.amount_eur for measure in paid for one in measure.funding if one.basis == basis)
        for basis, text in _BASES.items()
        if asked.basis in (None, basis)
    }
    value = "; ".join(f"{german(euro)} {text}" for text, euro in sums.items() if euro)
    rest = tuple(measure for measure in fitting if measure not in paid)
    return Chosen(paid, value or None, rest, (MONEY,))


def _by_amount(asked: SetFilter, fitting: list[Measure]) -> Chosen:
    largest = asked.aggregate is Aggregate.LARGEST

    def size(measure: Measure) -> int:
        euros = [one.amount_eur for one in amounts(measure, asked.basis)]
        return -max(euros) if largest else min(euros)

    paid = [measure for measure in fitting if amounts(measure, asked.basis)]
    best = _first(paid, size, asked.top)
    rest = tuple(measure for measure in fitting if measure not in paid)
    return Chosen(best, _values(best, _money_label), rest, (MONEY,))


def _by_length(asked: SetFilter, fitting: list[Measure]) -> Chosen:
    longest = asked.aggregate is Aggregate.LONGEST

    def length(measure: Measure) -> int:
        return -max(lengths(measure)) if longest else min(lengths(measure))

    measured = [measure for measure in fitting if any(True for _ in lengths(measure))]
    best = _first(measured, length, asked.top)
    rest = tuple(measure for measure in fitting if measure not in measured)
    return Chosen(best, _values(best, _term_label), rest, (_TERM,))


def _by_date(asked: SetFilter, fitting: list[Measure], today: date) -> Chosen:
    """By the date as it is printed: a start "2024" or "ab 2024" is its first day, an end "2024" its last."""
    event = asked.event or Event.START
    earliest = asked.aggregate is Aggregate.EARLIEST
    day = last_day if event is Event.END else first_day
    edge = {
        measure.id: own for measure in fitting if (own := _edge(measure, event, earliest, today if asked.only_future else None))
    }

    def place(measure: Measure) -> int:
        return day(edge[measure.id]).toordinal() * (1 if earliest else -1)

    best = _first([measure for measure in fitting if measure.id in edge], place, asked.top)
    stated = {measure.id for measure in fitting if any(True for _ in edges(measure, event))}
    rest = tuple(measure for measure in fitting if measure.id not in stated)
    return Chosen(best, _values(best, _term_label), rest, (_TERM,))


def _edge(measure: Measure, event: Event, earliest: bool, today: date | None) -> Window | None:
    own = [edge for edge in edges(measure, event) if today is None or first_day(edge) > today]
    return (min if earliest else max)(own, key=first_day, default=None)


def _first(measures: Iterable[Measure], key: Callable[[Measure], int], number: int) -> tuple[Measure, ...]:
    """The first few by key, and all that share the last one's place."""
    ordered = sorted(measures, key=key)
    if len(ordered) <= number:
        return tuple(ordered)
    limit = key(ordered[number - 1])
    return tuple(measure for measure in ordered if key(measure) <= limit)


def _values(measures: tuple[Measure, ...], label: Callable[[Measure], str]) -> str | None:
    rows = [row.value for measure in measures if (row := measure.field(label(measure))) is not None]
    return " | ".join(dict.fromkeys(rows)) or None


def _money_label(_measure: Measure) -> str:
    return MONEY


def _term_label(measure: Measure) -> str:
    return measure.period.field if measure.period else ""
