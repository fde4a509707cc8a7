"""What the trained heads recognise in a set question, weighed against what the rules read: one decision per facet.

Rules are right about dates, amounts and names as they are printed; wordings that nobody thought of they miss. The heads know
wordings, and ministries and clusters in any words, but no numbers and no partners. So those come from the rules, and which kind
of condition they belong to, and who is meant, from both together.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from fko_qa.filters.facets import ALL_FUNDS, CLUSTER, MINISTRY, NO, NOT, YES, facets_of
from fko_qa.filters.ministries import (
    names_federation,
    number_abroad,
    says_alone,
    says_involved,
    says_others_abroad,
    says_together,
)
from fko_qa.filters.model import (
    Aggregate,
    Event,
    Figure,
    Group,
    Presence,
    SetFilter,
    Sharing,
    TermCondition,
    TermState,
    Website,
    Window,
)
from fko_qa.filters.money import said_figure
from fko_qa.filters.rows import named_partners, one_is_enough
from fko_qa.filters.scan import Scan
from fko_qa.filters.terms import take_dates_leniently
from fko_qa.filters.vocabulary import PARTNER_NAMES

# How many log units it counts that the rules read a value. Chosen on the development questions.
RULE_BONUS = 2.5
# That they saw nothing counts for nothing: people have more wordings than rules. (A plain list does count: most sets are one.)
_NOTHING = frozenset({NO, "any"})
# Beside a date for the end they would be said twice, or contradict it.
_ABOUT_ENDS = frozenset({TermState.OPEN_ENDED, TermState.DATED})
# The probability from which on a cluster or ministry is decided against the rules: a name is soon said without being meant.
MIN_NAMED = 0.8
_NO_AMOUNT = (Figure.WITHOUT, Figure.NO_ROW, Figure.WORDS, Figure.POSTS)
# States that are told from the report's date.
_SINCE_REPORT = frozenset({TermState.NOT_STARTED, TermState.ENDED, TermState.RUNNING_NOW})
# States in the report's own words, which nobody uses for anything else.
_ROWS_OWN = frozenset({TermState.ONGOING, TermState.IN_FORCE, TermState.DAY_EXACT})
_PLANNED = re.compile(r"\b(?:geplant\w*|(?:in )?planung|im aufbau|in (?:arbeit|vorbereitung))\b")
# Words that no rule has taken are a weak sign of a topic.
NO_BONUS = frozenset({"topic"})

Logs = Mapping[str, Mapping[str, float]]


def decide(scan: Scan, found: SetFilter, logs: Logs, today: date) -> SetFilter:
    """The filter as rules and heads together understand it.

    Args:
        found: what the rules read; its names and numbers are kept.
        logs: facet → value → log probability.
    """
    read = facets_of(found)
    wanted = {facet: _decided(facet, values, read.get(facet, NO)) for facet, values in logs.items()}
    if found.terms and not found.states and not _is_sure(logs, "state", wanted):
        wanted["state"] = NO  # the date says when; a state beside it needs words of its own
    if found.sources and found.figure is None and not _is_sure(logs, "money", wanted):
        wanted["money"] = NO  # where the money is from is asked, not how much there is
    if names_federation(scan) or found.group is Group.MINISTRY:  # where ministries are counted, the heads see them everywhere
        wanted = {facet: value for facet, value in wanted.items() if not facet.startswith(MINISTRY) or facet in read}
    wanted |= {facet: read[facet] for facet in _of_rows(found)}
    found = _named(found, wanted)
    for facet, apply in _APPLY.items():
        value = wanted.get(facet, read[facet])
        if value != read[facet] or facet in ("partner", "sharing"):
            found = apply(scan, found, value, today)
    found = _without_echo(scan, found, today)
    return replace(found, clusters=()) if _ranks_clusters(found) and len(found.clusters) == 1 else found


def _of_rows(found: SetFilter) -> Iterable[str]:
    """The facets that are about rows, if words are asked for as they stand: heads would read a meaning into those words."""
    if found.printed:
        return (facet for facet in _APPLY if facet not in ("aggregate", "sharing"))
    return ("topic",) if found.kinds and found.aggregate is Aggregate.LIST else ()


def _without_echo(scan: Scan, found: SetFilter, today: date) -> SetFilter:
    """Without what the words seem to say a second time, of something else.

    The lowest amount is one; the report's own date only says what "danach" is after; what is planned of a website is not the
    measure.
    """
    if found.website is Website.ANNOUNCED and TermState.NOT_STARTED in found.states and _PLANNED.search(scan.folded):
        found = replace(found, states=tuple(state for state in found.states if state is not TermState.NOT_STARTED))
    if found.figure in _NO_AMOUNT and found.aggregate in (Aggregate.LARGEST, Aggregate.SMALLEST, Aggregate.SUM):
        found = replace(found, figure=None)
    if _SINCE_REPORT & set(found.states):
        found = replace(found, terms=tuple(term for term in found.terms if not _is_now(term.window, today)))
    return found


def _is_now(window: Window, today: date) -> bool:
    """The report's date itself, or its month: "Stand Juni 2024"."""
    if window.first is None or window.last is None:
        return False
    return window.first <= today <= window.last and window.last - window.first < timedelta(days=31)


def _ranks_clusters(found: SetFilter) -> bool:
    """ "Welches der sechs Kapitel ist am vollsten?" names none of them."""
    return found.group is Group.CLUSTER and found.aggregate in (Aggregate.MOST, Aggregate.FEWEST)


def _named(found: SetFilter, wanted: Mapping[str, str]) -> SetFilter:
    """The clusters and ministries that are in or left out: those that were read first, then those that only the heads see."""

    def those(kind: str, value: str, read: tuple[str, ...]) -> tuple[str, ...]:
        names = (*read, *(facet.removeprefix(kind) for facet in wanted if facet.startswith(kind)))
        unknown_stay = {name: wanted.get(f"{kind}{name}", value) for name in names}
        return tuple(name for name, decided in unknown_stay.items() if decided == value)

    return replace(
        found,
        clusters=those(CLUSTER, YES, found.clusters),
        excluded_clusters=those(CLUSTER, NOT, found.excluded_clusters),
        ministries=those(MINISTRY, YES, found.ministries),
        excluded_ministries=those(MINISTRY, NOT, found.excluded_ministries),
    )


def _decided(facet: str, values: Mapping[str, float], read: str) -> str:
    """The value of a facet; a name is taken, or taken away, against the rules only if the heads are sure of it."""
    if (facet.startswith(CLUSTER) and read != NO) or (facet.startswith(MINISTRY) and read == NOT):
        return read
    if facet in NO_BONUS:
        return _best(values, None)
    value = _best(values, read)
    named = facet.startswith((CLUSTER, MINISTRY)) and value != read
    return read if named and values[value] < math.log(MIN_NAMED) else value


def _is_sure(logs: Logs, facet: str, wanted: Mapping[str, str]) -> bool:
    return facet in wanted and logs[facet][wanted[facet]] >= math.log(MIN_NAMED)


def _best(values: Mapping[str, float], read: str | None) -> str:
    bonus = 0.0 if read in _NOTHING else RULE_BONUS
    scores = {value: log + (bonus if value == read else 0.0) for value, log in values.items()}
    return max(scores, key=lambda value: scores[value])


def _aggregate(_scan: Scan, found: SetFilter, value: str, _today: date) -> SetFilter:
    if found.group and found.aggregate in (Aggregate.MOST, Aggregate.FEWEST):
        return found  # said in so many words: "in welchem Block stehen die meisten Maßnahmen"
    name, *more = value.split()
    event = next((Event(word) for word in more if word in set(Event)), None)
    group = next((Group(word) for word in more if word in set(Group)), None)
    return replace(found, aggregate=Aggregate(name), event=event, group=group, only_future="future" in more)


def _sharing(scan: Scan, found: SetFilter, value: str, _today: date) -> SetFilter:
    if value == "number" and not found.ministries and (number := number_abroad(scan)):
        return replace(found, ministries_at_least=number[0], ministries_at_most=number[1])
    if not found.ministries or value in (NO, "number"):
        return found
    if says_others_abroad(scan):
        value = "others"
    if value == Sharing.ALONE and says_involved(scan) and not says_alone(scan):
        return found
    plainly_joint = found.sharing is Sharing.JOINT and len(found.ministries) > 1 and found.aggregate is Aggregate.LIST
    if value == Sharing.ANY and plainly_joint and says_together(scan):
        return found
    if value in (Sharing.ANY, Sharing.JOINT) and says_alone(scan):
        value = Sharing.ALONE
    if value == "others":
        return replace(found, sharing=Sharing.JOINT, ministries_at_least=len(found.ministries) + 1)
    return replace(found, sharing=Sharing(value), ministries_at_least=None, ministries_at_most=None)


def _event(scan: Scan, found: SetFilter, value: str, today: date) -> SetFilter:
    if value == NO:
        return found
    if not found.terms:
        return take_dates_leniently(scan, today, found, Event(value))
    terms = tuple(TermCondition(Event(value), term.window, term.negated) for term in found.terms)
    return replace(found, terms=terms) if len(terms) == 1 else found


def _state(_scan: Scan, found: SetFilter, value: str, _today: date) -> SetFilter:
    if value == NO and _ROWS_OWN & set(found.states):
        return found
    if value in _ABOUT_ENDS and _ABOUT_ENDS & set(found.states):  # "haben ein Enddatum, aber keinen Betrag"
        return found
    if value in _ABOUT_ENDS and any(term.event is Event.END for term in found.terms):
        return found
    return replace(found, states=() if value == NO else (TermState(value),))


def _duration(_scan: Scan, found: SetFilter, value: str, _today: date) -> SetFilter:
    if value == NO:
        return replace(found, durations=())
    return replace(found, durations=tuple(replace(one, fixed=value == "fixed") for one in found.durations))


def _money(scan: Scan, found: SetFilter, value: str, _today: date) -> SetFilter:
    if value == "amount" or said_figure(scan) is not None:
        return found
    if found.figure is Figure.WITH and value == Figure.WITHOUT:  # "ohne Webseite" is said of another row
        return found
    figure = None if value == NO else Figure(value)
    return replace(found, figure=figure, money=() if figure is None else found.money)


def _basis(_scan: Scan, found: SetFilter, value: str, _today: date) -> SetFilter:
    return replace(found, basis=None if value == NO else value)


def _source(_scan: Scan, found: SetFilter, value: str, _today: date) -> SetFilter:
    if value == "fund":
        return found
    return replace(found, sources=() if value == NO else ALL_FUNDS if value == "eu" else (value,))


def _partner(scan: Scan, found: SetFilter, value: str, _today: date) -> SetFilter:
    if value == "named":
        names = tuple(name for name in named_partners(Scan(scan.text)) if name not in found.excluded_partners)
        if not names and (found.partner or found.excluded_partners):
            return found
        names = names or found.partners
        named_partners(scan)  # taken, so that they are no topic
        return replace(found, partners=names, any_partner=len(names) > 1 and one_is_enough(scan), partner=None)
    if found.partners and set(found.partners) <= set(PARTNER_NAMES):  # a known name beside "Partner", "mit … zusammen"
        return found
    return replace(found, partner=None if value == NO else Presence(value), partners=())


def _website(_scan: Scan, found: SetFilter, value: str, _today: date) -> SetFilter:
    return replace(found, website=None if value == NO else Website(value))


def _topic(_scan: Scan, found: SetFilter, value: str, _today: date) -> SetFilter:
    return replace(found, topic="") if value == NO else found


_APPLY: Mapping[str, Callable[[Scan, SetFilter, str, date], SetFilter]] = {
    "aggregate": _aggregate,
    "sharing": _sharing,
    "event": _event,
    "state": _state,
    "duration": _duration,
    "money": _money,
    "basis": _basis,
    "source": _source,
    "partner": _partner,
    "website": _website,
    "topic": _topic,
}
