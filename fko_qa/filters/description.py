"""The German line that says how a set question was understood → the filter: the inverse of :func:`fko_qa.filters.describe`.

People may correct the line and ask it again, and the curated set questions in ``data/sets`` are labelled with such lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from fko_qa.filters.dates import Relation, after, before, since, take_dates, until
from fko_qa.filters.describe import AGGREGATES, ALL, BASES, EVENTS, FIGURES, PLACES, STATES, WEBSITES
from fko_qa.filters.durations import take_durations
from fko_qa.filters.model import Event, Figure, Place, Presence, Printed, SetFilter, Sharing, TermCondition, Window
from fko_qa.filters.money import money_conditions
from fko_qa.filters.scan import Scan

_SEPARATOR = " · "
_TOP = re.compile(r" \(die (\d+) ersten\)$")
_FUTURE = " nach dem Stand des Berichts"
_COUNTED = re.compile(r"^(genau|mindestens|höchstens) (\d+)(?: Ressorts)?$")
_WIDENED = {
    Relation.BEFORE: before,
    Relation.AFTER: after,
    Relation.UNTIL: until,
    Relation.FROM: since,
    Relation.SINCE: since,
}


def read_description(line: str, today: date) -> SetFilter | None:
    """The filter that a line describes; None if any part of it is not of that form.

    Args:
        today: the report's date, which "dieses Jahr" is counted from.

    >>> read_description("Ressort: MAGS und MWIKE gemeinsam · Ende: 2027", date(2024, 6, 25)).ministries
    ('MAGS', 'MWIKE')
    >>> read_description("Was macht das MAGS?", date(2024, 6, 25)) is None
    True
    """
    found: SetFilter | None = SetFilter()
    parts = [] if line.strip() == ALL else line.strip().split(_SEPARATOR)
    for part in parts:
        found = _read(part, found, today) if found is not None else None
    return found


def _read(part: str, found: SetFilter, today: date) -> SetFilter | None:
    if part in _WHOLE:
        return replace(found, **_WHOLE[part])
    if match := re.match(r"ohne Cluster (.+)$", part):
        return replace(found, excluded_clusters=_names(match[1]))
    if match := re.match(r"ohne Ressort (.+)$", part):
        return replace(found, excluded_ministries=_names(match[1]))
    if match := re.match(r"ohne Partner (?!in der Umsetzung)(.+)$", part):
        return replace(found, excluded_partners=_names(match[1]))
    if match := re.match(r"nicht aus: (.+)$", part):
        return replace(found, excluded_sources=_names(match[1]))
    key, colon, value = part.partition(": ")
    reader = _READERS.get(key)
    return reader(value, found, today) if colon and reader else None


def _aggregate(value: str, found: SetFilter, _today: date) -> SetFilter | None:
    top = _TOP.search(value)
    value = _TOP.sub("", value)
    future = value.endswith(_FUTURE)
    value = value.removesuffix(_FUTURE)
    basis = next((key for key, name in BASES.items() if value.endswith(f" {name}")), None)
    value = value.removesuffix(f" {BASES[basis]}") if basis else value
    if value not in AGGREGATES:
        return None
    aggregate, event, group = AGGREGATES[value]
    number = int(top[1]) if top else 1
    return replace(found, aggregate=aggregate, event=event, group=group, basis=basis, top=number, only_future=future)


def _ministries(value: str, found: SetFilter, _today: date) -> SetFilter | None:
    if match := _COUNTED.match(value):
        return _numbered(match, found)
    value, _, number = value.partition(", ") if re.search(r", (?:genau|mindestens|höchstens) \d", value) else (value, "", "")
    if match := _COUNTED.match(number):
        found = _numbered(match, found)
    if value.endswith(" gemeinsam mit anderen"):
        names = _names(value.removesuffix(" gemeinsam mit anderen"))
        low = found.ministries_at_least or len(names) + 1
        return replace(found, ministries=names, sharing=Sharing.JOINT, ministries_at_least=low)
    for end, sharing in ((" gemeinsam", Sharing.JOINT), (" allein", Sharing.ALONE), (" ohne weitere", Sharing.ALONE)):
        if value.endswith(end):
            return replace(found, ministries=_names(value.removesuffix(end)), sharing=sharing)
    return replace(found, ministries=_names(value))


def _numbered(match: re.Match[str], found: SetFilter) -> SetFilter:
    number = int(match[2])
    low = None if match[1] == "höchstens" else number
    high = None if match[1] == "mindestens" else number
    return replace(found, ministries_at_least=low, ministries_at_most=high)


def _term(event: Event) -> Callable[[str, SetFilter, date], SetFilter | None]:
    def read(value: str, found: SetFilter, today: date) -> SetFilter | None:
        negated = value.startswith("nicht ")
        window = _window(value.removeprefix("nicht "), today)
        return replace(found, terms=(*found.terms, TermCondition(event, window, negated))) if window else None

    return read


def _window(label: str, today: date) -> Window | None:
    if match := re.match(r"(\d{2})/(\d{4}) oder früher$", label):
        return Window(None, date(int(match[2]), int(match[1]), today.day), label)
    mentions = take_dates(Scan(label.removeprefix("mindestens bis ")), today)
    if len(mentions) != 1:
        return None
    one = mentions[0]
    if label.startswith("mindestens bis ") or "(" in label:
        return replace(one.window, label=label)
    if one.second is not None:
        return Window(one.window.first, one.second.last, f"{one.window.label} bis {one.second.label}")
    return _WIDENED[one.relation](one.window) if one.relation in _WIDENED else one.window


def _state(value: str, found: SetFilter, _today: date) -> SetFilter | None:
    state = next((key for key, name in STATES.items() if name == value), None)
    return replace(found, states=(*found.states, state)) if state else None


def _duration(fixed: bool) -> Callable[[str, SetFilter, date], SetFilter | None]:
    def read(value: str, found: SetFilter, today: date) -> SetFilter | None:
        verb = "befristet" if fixed else "Laufzeit"
        durations = take_durations(Scan(f"{verb} {value}"), today, SetFilter()).durations
        return replace(found, durations=(*found.durations, *durations)) if durations else None

    return read


def _money(value: str, found: SetFilter, _today: date) -> SetFilter | None:
    figure = next((key for key, name in FIGURES.items() if name == value), None)
    if figure is not None:
        return replace(found, figure=figure)
    basis = next((key for key, name in BASES.items() if value.endswith(f" {name}")), None)
    amount = value.removesuffix(f" {BASES[basis]}") if basis else value
    if amount == FIGURES[Figure.WITH]:
        return replace(found, figure=Figure.WITH, basis=basis)
    money = money_conditions(Scan(amount), has_head=True) or money_conditions(Scan(f"genau {amount}"), has_head=True)
    return replace(found, money=(*found.money, *money), basis=basis) if money else None


def _listing(name: str) -> Callable[[str, SetFilter, date], SetFilter | None]:
    def read(value: str, found: SetFilter, _today: date) -> SetFilter | None:
        changes: dict[str, Any] = {name: _names(value)}
        return replace(found, **changes)

    return read


def _partners(value: str, found: SetFilter, _today: date) -> SetFilter | None:
    return replace(found, partners=_names(value), any_partner=" oder " in value)


def _printed(place: Place) -> Callable[[str, SetFilter, date], SetFilter | None]:
    def read(value: str, found: SetFilter, _today: date) -> SetFilter | None:
        words = tuple(re.findall(r"„([^“]+)“", value))
        return replace(found, printed=(*found.printed, Printed(place, words))) if words else None

    return read


def _topic(value: str, found: SetFilter, _today: date) -> SetFilter | None:
    return replace(found, topic=value)


def _names(value: str) -> tuple[str, ...]:
    """ "A, B und C" or "A oder B" as names."""
    *first, last = re.split(r" (?:und|oder) (?=[^ ]+(?: [^ ]+)*$)", value) if ", " not in value else value.split(", ")
    tail = re.split(r" (?:und|oder) ", last)
    return tuple(name.strip() for name in (*first, *tail) if name.strip())


_WHOLE: Mapping[str, Mapping[str, Any]] = {
    "mit Partner in der Umsetzung": {"partner": Presence.WITH},
    "ohne Partner in der Umsetzung": {"partner": Presence.WITHOUT},
    **{line: {"website": website} for website, line in WEBSITES.items()},
}
_READERS: Mapping[str, Callable[[str, SetFilter, date], SetFilter | None]] = {
    "Gefragt": _aggregate,
    "Maßnahmen": _listing("measures"),
    "Art": _listing("kinds"),
    **{name: _printed(place) for place, name in PLACES.items()},
    "Cluster": _listing("clusters"),
    "Ressort": _ministries,
    **{name: _term(event) for event, name in EVENTS.items()},
    "Laufzeit": _state,
    "Dauer": _duration(fixed=False),
    "Befristung": _duration(fixed=True),
    "Geplante Mittel": _money,
    "Mittel aus": _listing("sources"),
    "Partner": _partners,
    "Thema": _topic,
}
