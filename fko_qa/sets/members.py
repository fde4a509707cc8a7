"""Each condition of a filter, asked of one measure: yes, no, or not known, and which rows prove it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fko_qa.filters import Figure, Place, Presence, Printed, SetFilter, Sharing, Website
from fko_qa.filters.scan import fold
from fko_qa.filters.vocabulary import MEASURE_KINDS, PARTNER_NAMES
from fko_qa.records import Funding, Measure
from fko_qa.sets.lengths import lasts
from fko_qa.sets.spans import Known, holds, in_state

AIM = "Ziel"
MONEY, WEBSITE, MINISTRY, PARTNERS, TITLE = "Geplante Mittel", "Internetpräsenz", "Ressort", "Partner in der Umsetzung", "Titel"
_ADDRESS = re.compile(r"https?://|www\.|\b\w[\w-]*\.(?:nrw|de)\b")
# A row that says a page is to come.
_ANNOUNCED = re.compile(r"\bgeplant\b|\bderzeit erstellt\b|\bsteht ab\b|\bin Kürze\b|\bin Vorbereitung\b", re.IGNORECASE)
_POSTS = re.compile(r"\b(?:\w*lehrkräfte|\w*lehrer|personal|plan)?stellen\b", re.IGNORECASE)
# A giver that the report's data does not keep apart from the federation.
_GIVERS = re.compile(r"\bBMBF\b")


@dataclass(frozen=True, slots=True)
class Judged:
    """One condition of one measure: what is known, and the label of the row that says so (None if no row does)."""

    known: Known
    label: str | None


def judge_all(found: SetFilter, measure: Measure, today: date) -> tuple[Judged, ...]:
    """Every condition of the filter (not the topic) for one measure."""
    return (
        *_clusters(found, measure),
        *_ministries(found, measure),
        *_named(found, measure),
        *_printed(found, measure),
        *_terms(found, measure, today),
        *_money(found, measure),
        *_sources(found, measure),
        *_partners(found, measure),
        *_website(found, measure),
    )


def _known(answer: bool) -> Known:
    return Known.YES if answer else Known.NO


def _clusters(found: SetFilter, measure: Measure) -> Iterator[Judged]:
    if found.clusters:
        yield Judged(_known(measure.cluster in found.clusters), None)
    if found.excluded_clusters:
        yield Judged(_known(measure.cluster not in found.excluded_clusters), None)


def _ministries(found: SetFilter, measure: Measure) -> Iterator[Judged]:
    own, asked = set(measure.ministries), set(found.ministries)
    if asked:
        fits = {Sharing.ANY: bool(own & asked), Sharing.JOINT: asked <= own, Sharing.ALONE: own == asked}
        yield Judged(_known(fits[found.sharing]), MINISTRY)
    if found.excluded_ministries:
        yield Judged(_known(not own & set(found.excluded_ministries)), MINISTRY)
    if found.ministries_at_least is not None:
        yield Judged(_known(len(own) >= found.ministries_at_least), MINISTRY)
    if found.ministries_at_most is not None:
        yield Judged(_known(len(own) <= found.ministries_at_most), MINISTRY)


def _named(found: SetFilter, measure: Measure) -> Iterator[Judged]:
    if found.measures:
        yield Judged(_known(measure.id in found.measures), None)
    if found.kinds:
        title = fold(measure.title)
        yield Judged(_known(any(re.search(MEASURE_KINDS[kind][1], title) for kind in found.kinds)), TITLE)


def _printed(found: SetFilter, measure: Measure) -> Iterator[Judged]:
    for one in found.printed:
        label = _label_of(one.place, measure)
        value = fold(measure.title if one.place is Place.TITLE else _value(measure, label) if label else "")
        yield Judged(_known(any(_says(value, one, fold(word)) for word in one.words)), label)


def _label_of(place: Place, measure: Measure) -> str | None:
    if place is Place.TERM:
        return measure.period.field if measure.period else None
    return {Place.TITLE: TITLE, Place.MONEY: MONEY, Place.PARTNERS: PARTNERS, Place.WEBSITE: WEBSITE, Place.AIM: AIM}[place]


def _says(value: str, printed: Printed, word: str) -> bool:
    """Compounds say their parts, too ("Meisterprämie" a "Prämie"), but "fortlaufend" is not "laufend"."""
    begin = r"\b" if printed.place is Place.TERM else ""
    return re.search(begin + re.escape(word), value) is not None


def _terms(found: SetFilter, measure: Measure, today: date) -> Iterator[Judged]:
    label = measure.period.field if measure.period else None
    for condition in found.terms:
        yield Judged(holds(condition, measure, today), label)
    for duration in found.durations:
        yield Judged(lasts(duration, measure), label)
    for state in found.states:
        yield Judged(in_state(state, measure, today), label)


def amounts(measure: Measure, basis: str | None) -> tuple[Funding, ...]:
    """The measure's amounts, or only those on the asked basis."""
    return tuple(amount for amount in measure.funding if basis is None or amount.basis == basis)


def _money(found: SetFilter, measure: Measure) -> Iterator[Judged]:
    comparable = amounts(measure, found.basis)
    for condition in found.money:
        low, high = condition.low or 0, condition.high
        fits = any(low <= one.amount_eur and (high is None or one.amount_eur <= high) for one in comparable)
        yield Judged(_known(fits) if comparable else Known.UNKNOWN, MONEY)
    if found.figure:
        posts = _POSTS.search(_value(measure, MONEY)) is not None
        figure, row = bool(comparable), bool(_value(measure, MONEY))
        fits = {
            Figure.WITH: figure,
            Figure.WITHOUT: not figure,
            Figure.ROW: row,
            Figure.NO_ROW: not row,
            Figure.WORDS: row and not figure,
            Figure.POSTS: not figure and posts,
            Figure.ANY_POSTS: posts,
        }[found.figure]
        yield Judged(_known(fits), MONEY)


def funds(measure: Measure) -> dict[str, str]:
    """Where the money comes from → the row (or the title) that says so."""
    named = dict.fromkeys(re.findall(r"\b(?:ESF|JTF|EFRE)\b", measure.title), TITLE)
    named |= dict.fromkeys(_GIVERS.findall(_value(measure, MONEY)), MONEY)
    return named | {source: MONEY for amount in measure.funding for source in amount.sources}


def _sources(found: SetFilter, measure: Measure) -> Iterator[Judged]:
    own = funds(measure)
    if found.sources:
        label = next((own[source] for source in found.sources if source in own), None)
        yield Judged(_known(label is not None), label)
    if found.excluded_sources:
        yield Judged(_known(not set(own) & set(found.excluded_sources)), MONEY)


def _value(measure: Measure, label: str) -> str:
    row = measure.field(label)
    return row.value if row is not None and not row.is_empty else ""


def _partners(found: SetFilter, measure: Measure) -> Iterator[Judged]:
    value = fold(_value(measure, PARTNERS))
    named = [_names_partner(value, name) for name in found.partners]
    if named:
        yield Judged(_known(any(named) if found.any_partner else all(named)), PARTNERS)
    if found.excluded_partners:
        yield Judged(_known(not any(_names_partner(value, name) for name in found.excluded_partners)), PARTNERS)
    if found.partner:
        yield Judged(_known(bool(value) is (found.partner is Presence.WITH)), PARTNERS)


def _names_partner(value: str, name: str) -> bool:
    pattern = PARTNER_NAMES[name][1] if name in PARTNER_NAMES else rf"\b{re.escape(fold(name))}"
    return bool(value) and re.search(pattern, value) is not None


def has_website(measure: Measure) -> bool:
    """Whether the row names a page: an address, or a page by its name; an announced one does not count."""
    value = _value(measure, WEBSITE)
    return bool(value) and (bool(_ADDRESS.search(value)) or not _ANNOUNCED.search(value))


def announces_website(measure: Measure) -> bool:
    """Whether the row says that a page, or this measure's part of one, is to come."""
    return _ANNOUNCED.search(_value(measure, WEBSITE)) is not None


def _website(found: SetFilter, measure: Measure) -> Iterator[Judged]:
    if found.website:
        fits = {
            Website.WITH: has_website(measure),
            Website.WITHOUT: not has_website(measure),
            Website.ANNOUNCED: announces_website(measure),
            Website.EMPTY: not _value(measure, WEBSITE),
        }[found.website]
        yield Judged(_known(fits), WEBSITE)
