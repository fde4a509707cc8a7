"""Money: the planned sum of a measure's row, an amount per person, or any; the row as printed if it is short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fko_qa.facts.kinds import Fact, FactKind, FactQuote, not_stated
from fko_qa.facts.matching import Matter, likeness, row, row_quotes, stems_of
from fko_qa.facts.values import AMOUNT, LARGE_UNIT, PER_PERSON

MONEY_ROW = ("Geplante Mittel",)
# A longer row is a sentence; then the amount alone answers.
_SHORT = 70
_YEAR_LABEL = re.compile(r"^(?:19|20)\d\d: ")
_PER_YEAR = re.compile(r" ?(?:pro Jahr|jährlich|p\.a\.)")


def find_planned(kind: FactKind, matter: Matter) -> Fact:
    """The row first, then a large sum in the text."""
    found = row(matter.measure, MONEY_ROW)
    if found is None or found.is_empty:
        quotes = row_quotes(matter.measure, found) if found else ()
        return _in_text(kind, matter, large=True) or not_stated(kind, *quotes)
    return Fact(kind, _of_row(found.value, matter), row_quotes(matter.measure, found), stated=True)


def find_per_person(kind: FactKind, matter: Matter) -> Fact:
    """An amount that one person or company gets."""
    return _in_text(kind, matter, large=False) or not_stated(kind, *_row_quotes(matter))


def find_any_money(kind: FactKind, matter: Matter) -> Fact:
    """What a person gets if the text says it, else what is planned."""
    return _in_text(kind, matter, large=False) or find_planned(kind, matter)


def _row_quotes(matter: Matter) -> tuple[FactQuote, ...]:
    found = row(matter.measure, MONEY_ROW)
    return row_quotes(matter.measure, found) if found and not found.is_empty else ()


def _of_row(value: str, matter: Matter) -> str:
    amounts = list(_amounts(value))
    if not amounts:
        return value
    if len(amounts) == 1:
        return _YEAR_LABEL.sub("", value) if len(value) <= _SHORT else amounts[0][0]
    return " | ".join(_asked(amounts, matter))


def _amounts(value: str) -> Iterator[tuple[str, str]]:
    """Each amount of a row, with "pro Jahr" if that follows, and the words around it up to the next amount."""
    before = 0
    for match in AMOUNT.finditer(value):
        per_year = _PER_YEAR.match(value, match.end())
        end = per_year.end() if per_year else match.end()
        yield value[match.start() : end], value[before:end]
        before = end


def _asked(amounts: list[tuple[str, str]], matter: Matter) -> list[str]:
    """The one whose words the question shares, or all."""
    stems = {stem for word in matter.words for stem in stems_of(word)}
    title = stems_of(matter.measure.title)
    scores = [sum(likeness(stem, stems_of(around)) for stem in stems if not likeness(stem, title)) for _, around in amounts]
    best = [amount for (amount, _), score in zip(amounts, scores, strict=True) if score == max(scores)]
    return best if len(best) == 1 else [amount for amount, _ in amounts]


def _in_text(kind: FactKind, matter: Matter, *, large: bool) -> Fact | None:
    """The first amount of the text that is a programme's (large) or a person's."""
    for passage in matter.sentences:
        for match in AMOUNT.finditer(passage.text):
            if bool(LARGE_UNIT.search(match[0])) == large and (large or PER_PERSON.search(passage.text)):
                return Fact(kind, match[0], (FactQuote(passage.section, passage.text),), stated=True)
    return None
