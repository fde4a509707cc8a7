"""The asked kinds of one measure → their exact values with the passages that prove them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from fko_qa.facts.counting import find_count
from fko_qa.facts.folding import fold
from fko_qa.facts.kinds import Fact, FactKind, FactQuote, FactRequest, not_stated
from fko_qa.facts.matching import Matter, row, row_quotes, text_passages
from fko_qa.facts.money import MONEY_ROW, find_any_money, find_per_person, find_planned
from fko_qa.facts.naming import find_named
from fko_qa.facts.spans import find_date, find_end, find_start, find_term
from fko_qa.facts.values import AREA, DATE, EMAIL, HOLDS, LINK, PERSON, PHONE, PLACES, SURE_RESULT
from fko_qa.records import Measure, Passage

_ROWS: dict[FactKind, tuple[str, ...]] = {
    FactKind.MINISTRY: ("Ressort",),
    FactKind.WEBSITE: ("Internetpräsenz", "Veröffentlichung"),
    FactKind.PARTNERS: ("Partner in der Umsetzung",),
    FactKind.GOAL: ("Ziel",),
    FactKind.PUBLICATION: ("Veröffentlichung",),
}
# "federführende Projektträger agentur mark": two words, and the name in small letters.
_LEADS = re.compile(r"federführende[rn]? [A-Z]\w+ \w+(?: (?!werden|wird|ist|sind|hat)[a-z]\w+)?")
# A word of the question must have so many letters to be looked for in an address.
_MIN_IN_LINK = 4
# Who pays, in a row of money: "(Landes- und ESF-Mittel)", "EFRE 2021 bis 2027", "vom BMBF"
_SOURCE_IN_ROW = re.compile(
    r"Landes- und (?:ESF|JTF|EFRE)-Mittel|(?:ESF|JTF|EFRE|Landes|Bundes)-?[Mm]itteln?|\b(?:EFRE|ESF|JTF)\b|vom BMBF"
    r"|aus bereiten Mitteln|im Rahmen der üblichen Stellenbewirtschaftung"
)
# Who pays, in a sentence: "vom MKJFGFI gemeinsam mit der Auridis-Stiftung finanziert", "Deshalb fördert das MWIKE"
_SOURCE_IN_TEXT = re.compile(
    r"(?:vom|von|durch|mit Mitteln|aus Mitteln) (?:(?!\b(?:vom|von|durch)\b)[^.,])*?(?:finanzier|geförder|unterstütz)t\w*"
    r"|(?<!\w)(?:fördert|finanziert|unterstützt) (?:das|die|der) [A-Z]{2,}\w*"
    r"|[Dd]as [A-Z]{3,}(?: NRW)? hat [^.]*?(?:unterstützt|gefördert)"
    r"|Mittel\w* (?:der|des) [A-Z][\w-]+|vom Land co-finanzierten \w+|[Dd]as Land [A-Z][\w-]+ fördert[^.]*?aus Mitteln der [\w-]+"
)


def find_fact(request: FactRequest, measure: Measure, sentences: Sequence[Passage]) -> tuple[Fact, ...]:
    """One fact per asked kind, in the order asked.

    Args:
        sentences: passages of the report; only the measure's own are used (as from ``measure_passages``).
    """
    matter = Matter(request.words, measure, text_passages(measure, sentences), request.counted, request.named)
    return tuple(_find(kind, matter) for kind in request.kinds)


def _find(kind: FactKind, matter: Matter) -> Fact:
    finder = _FINDERS.get(kind)
    return finder(kind, matter) if finder else _from_row(kind, matter)


def _from_row(kind: FactKind, matter: Matter) -> Fact:
    found = row(matter.measure, _ROWS[kind])
    if found is None or found.is_empty:
        return not_stated(kind, *(row_quotes(matter.measure, found) if found else ()))
    return Fact(kind, found.value, row_quotes(matter.measure, found), stated=True)


def _website(kind: FactKind, matter: Matter) -> Fact:
    """The address alone; of several the shortest that shares most words with the question, else the row as printed."""
    fact = _from_row(kind, matter)
    links = [match[0].rstrip(".,;)") for match in LINK.finditer(fact.value)] if fact.stated else []
    if not links:
        return fact
    shared = [sum(len(word) >= _MIN_IN_LINK and fold(word) in link.casefold() for word in set(matter.words)) for link in links]
    best = [link for link, words in zip(links, shared, strict=True) if words == max(shared)]
    return replace(fact, value=min(best, key=len)) if len(links) == 1 or max(shared) else fact


def _ministry(kind: FactKind, matter: Matter) -> Fact:
    """Who leads a project, if that is asked and the text names it; else the row."""
    led = _piece(kind, matter, _LEADS) if matter.named else None
    if led is None:
        return _from_row(kind, matter)
    name = led.value.split(maxsplit=2)[2]
    return replace(led, value=name)


def _source(kind: FactKind, matter: Matter) -> Fact:
    found = row(matter.measure, MONEY_ROW)
    if found and (matches := list(_SOURCE_IN_ROW.finditer(found.value))):
        value = " | ".join(dict.fromkeys(match[0] for match in matches))
        return Fact(kind, value, row_quotes(matter.measure, found), stated=True)
    return _piece(kind, matter, _SOURCE_IN_TEXT) or not_stated(
        kind, *(row_quotes(matter.measure, found) if found and not found.is_empty else ())
    )


def _piece(kind: FactKind, matter: Matter, pattern: re.Pattern[str]) -> Fact | None:
    """The piece of the best-fitting sentence that a pattern finds."""
    fitting = [(passage, match) for passage in matter.sentences if (match := pattern.search(passage.text))]
    if not fitting:
        return None
    passage, match = max(fitting, key=lambda pair: matter.overlap(pair[0].text))
    return Fact(kind, match[0], (FactQuote(passage.section, passage.text),), stated=True)


def _sentence(kind: FactKind, matter: Matter) -> Fact:
    """The whole best-fitting sentence of a kind: a condition, a result, a reason."""
    fitting = [passage for passage in matter.sentences if HOLDS[kind].search(passage.text)]
    if not fitting:
        return not_stated(kind)
    best = max(fitting, key=lambda passage: (_is_sure(kind, passage.text), matter.overlap(passage.text)))
    return Fact(kind, best.text, (FactQuote(best.section, best.text),), stated=True)


def _is_sure(kind: FactKind, text: str) -> bool:
    return kind is not FactKind.RESULT or bool(SURE_RESULT.search(text))


def _reason(kind: FactKind, matter: Matter) -> Fact:
    """A sentence that gives a reason, else the goal: that is what the report says about why."""
    fact = _sentence(kind, matter)
    if fact.stated:
        return fact
    goal = _from_row(FactKind.GOAL, matter)
    return Fact(kind, goal.value, goal.quotes, goal.stated)


def _person(kind: FactKind, matter: Matter) -> Fact:
    """The asked office's holder, else all names of the best-fitting sentence, from the first to the last."""
    fitting = [passage for passage in matter.sentences if PERSON.search(passage.text)]
    if not fitting:
        return not_stated(kind)
    best = max(fitting, key=lambda passage: matter.overlap(passage.text))
    names = list(PERSON.finditer(best.text))
    named = [match for match in names if matter.overlap(match[0])]
    asked = named[:1] or names
    value = best.text[asked[0].start() : asked[-1].end()]
    return Fact(kind, value, (FactQuote(best.section, best.text),), stated=True)


def _location(kind: FactKind, matter: Matter) -> Fact:
    """Named places first, else how far it reaches."""
    fact = _piece(kind, matter, PLACES) or _piece(kind, matter, AREA)
    if fact is not None:
        return fact
    for found in filter(None, map(matter.measure.field, ("Geplante Mittel", "Partner in der Umsetzung"))):
        if match := PLACES.search(found.value):
            return Fact(kind, match[0], row_quotes(matter.measure, found), stated=True)
    return not_stated(kind)


def _deadline(kind: FactKind, matter: Matter) -> Fact:
    for passage in matter.sentences:
        clause = HOLDS[kind].search(passage.text)
        dates = list(DATE.finditer(clause[0])) if clause else []
        if dates:
            return Fact(kind, dates[-1][0], (FactQuote(passage.section, passage.text),), stated=True)
    return not_stated(kind)


def _contact(kind: FactKind, matter: Matter) -> Fact:
    return _piece(kind, matter, EMAIL) or _piece(kind, matter, PHONE) or _with_link(kind, matter)


def _with_link(kind: FactKind, matter: Matter) -> Fact:
    """The report does not say it; where to read on may help."""
    website = _website(FactKind.WEBSITE, matter)
    return not_stated(kind, *(website.quotes if website.stated else ()))


def _matched(kind: FactKind, matter: Matter) -> Fact:
    return _piece(kind, matter, HOLDS[kind]) or not_stated(kind)


def _page(kind: FactKind, matter: Matter) -> Fact:
    return Fact(kind, str(matter.measure.page), (FactQuote("Titel", matter.measure.title),), stated=True)


def _cluster(kind: FactKind, matter: Matter) -> Fact:
    return Fact(kind, matter.measure.cluster, (FactQuote("Titel", matter.measure.title),), stated=True)


_FINDERS: dict[FactKind, Callable[[FactKind, Matter], Fact]] = {
    FactKind.START: find_start,
    FactKind.END: find_end,
    FactKind.DATE: find_date,
    FactKind.TERM: find_term,
    FactKind.MONEY_PLANNED: find_planned,
    FactKind.MONEY_PERSON: find_per_person,
    FactKind.MONEY_ANY: find_any_money,
    FactKind.MINISTRY: _ministry,
    FactKind.WEBSITE: _website,
    FactKind.NAMED: find_named,
    FactKind.SOURCE: _source,
    FactKind.COUNT: find_count,
    FactKind.PERSON: _person,
    FactKind.LOCATION: _location,
    FactKind.PAGE: _page,
    FactKind.CLUSTER: _cluster,
    FactKind.CONTACT: _contact,
    FactKind.DEADLINE: _deadline,
    FactKind.APPLICATION: _with_link,
    FactKind.SALARY: _matched,
    FactKind.COST: _matched,
    FactKind.ELIGIBILITY: _sentence,
    FactKind.RESULT: _sentence,
    FactKind.OPENING_HOURS: _matched,
    FactKind.DURATION_TRAINING: _matched,
    FactKind.REASON: _reason,
}
