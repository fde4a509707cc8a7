"""What a follow-up adds to a set or changes of it: "und 2027?", "davon nur die vom MSB", "und wie viele ganz allein?"."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date

from fko_qa.filters.ministries import says_alone
from fko_qa.filters.model import Aggregate, SetFilter, Sharing
from fko_qa.filters.scan import Scan
from fko_qa.filters.terms import says_event, take_dates_leniently
from fko_qa.records import Report

_WHICH_ONES = re.compile(
    r"^(?:(?:und|ok|okay|also|ja) )*(?:welche(?: (?:sind|waren|waeren))? (?:das|es|die)(?: (?:denn|genau|im einzelnen|alle|so))*"
    r"|(?:nenn\w*|zeig\w*|list\w*)(?: (?:mir|sie|die|bitte|mal|alle|auf))+)$"
)
_NO_EXTREMES = (Aggregate.LIST, Aggregate.COUNT, Aggregate.SUM)


def added(before: SetFilter, own: SetFilter, text: str, report: Report) -> SetFilter | None:
    """The earlier set's filter with a follow-up's: a condition of the same kind takes its place, another is added.

    A date without a verb is for what the earlier date was for, and "allein" is said of the earlier ministries.

    Args:
        own: the follow-up as it is understood alone.

    Returns:
        None if it says nothing about the set.
    """
    scan = Scan(text)
    if asks_for_members(text):
        counted = before.aggregate in _NO_EXTREMES and before.group is None
        return replace(before, aggregate=Aggregate.LIST) if counted else before
    if own.terms and before.terms and not says_event(scan):
        own = replace(own, terms=take_dates_leniently(scan, date.fromisoformat(report.date), own, before.terms[0].event).terms)
    if own.sharing is Sharing.JOINT and before.ministries and own.ministries_at_least and own.ministries_at_most is None:
        # "Und zusammen mit dem MAGS?"
        both = tuple(dict.fromkeys((*before.ministries, *own.ministries)))
        own, before = replace(own, ministries=both, ministries_at_least=None), replace(before, ministries_at_least=None)
    plain = SetFilter()
    changed = {one.name: value for one in fields(SetFilter) if (value := getattr(own, one.name)) != getattr(plain, one.name)}
    changed.pop("topic", None)
    if "aggregate" in changed:
        changed["group"] = own.group  # "und wie viele sind das?" after the ministry with the most counts measures
    if before.ministries and not own.ministries and says_alone(scan):
        changed["sharing"] = Sharing.ALONE
    return replace(before, **changed) if changed else None


def asks_for_members(text: str) -> bool:
    """Whether the members of a set are asked for that was counted before: "Welche sind das?"."""
    return _WHICH_ONES.search(Scan(text).folded) is not None


def names_condition(own: SetFilter) -> bool:
    """Whether it says nothing but a date, an amount, a name or an extreme: that changes a set, whatever it sounds like alone."""
    named = (
        own.terms,
        own.durations,
        own.money,
        own.clusters,
        own.ministries,
        own.excluded_ministries,
        own.sources,
        own.partners,
        own.excluded_partners,
        own.printed,
    )
    return (any(named) or own.aggregate not in _NO_EXTREMES) and not own.topic
