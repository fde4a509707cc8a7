"""Which fact a question asks for, among the rows of a measure's table and the facts of its running text.

The trained heads compare a question with the facts of one owner only: which measure is meant is found out apart from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from fko_qa.classifier import Reading
from fko_qa.curated import ABSENT, COMMON_ROWS, OTHER_ROWS, ROW_CLASS, CuratedFact
from fko_qa.records import NOT_STATED, Field, Measure

# What a citation calls the running text.
TEXT = "Text"
_WEBSITE = "Internetpräsenz"
_LINK = re.compile(r"https?://\S+|\bwww\.\S+")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of an owner. ``name`` is its class among the heads, ``label`` what people read before its value.

    ``value`` is verbatim, or "keine Angabe" if the report does not state it; ``quotes`` are contiguous pieces of the report with
    what a citation calls their place.
    """

    name: str
    label: str
    value: str
    quotes: tuple[tuple[str, str], ...]
    stated: bool = True


_LABELS = {
    "Ziel": "Ziel",
    "Beginn/ Laufzeit": "Laufzeit",
    "Geplante Mittel": "Geplante Mittel",
    "Internetpräsenz": "Im Internet",
    "Ressort": "Zuständig",
    "Partner in der Umsetzung": "Partner",
    "Inkrafttreten": "Inkrafttreten",
    "Veröffentlichung": "Veröffentlichung",
    "amount": "Betrag",
    "count": "Anzahl",
    "share": "Anteil",
    "date": "Datum",
    "duration": "Dauer",
    "person": "Person",
    "body": "Beteiligt",
    "place": "Ort",
    "name": "Name",
    "condition": "Voraussetzung",
    "list": "Genannt werden",
    "result": "Ergebnis",
    "other": "Antwort",
}


def measure_facts(measure: Measure, curated: Sequence[CuratedFact]) -> Iterator[Fact]:
    """All facts of a measure: the rows of its table, whether or not they say something, then those of its text."""
    for label in COMMON_ROWS:
        yield row_fact(label, measure.field(label))
    for label in OTHER_ROWS:
        if (row := measure.field(label)) is not None:
            yield row_fact(label, row)
    yield from (text_fact(fact) for fact in curated if fact.owner == measure.id)


def row_fact(label: str, row: Field | None) -> Fact:
    """A row as a fact: its value on one line; of a website only the address, if it is one."""
    name = f"{ROW_CLASS}{label}"
    if row is None or row.is_empty:
        return Fact(name, _LABELS[label], NOT_STATED, (), stated=False)
    quotes = tuple((label, part) for part in row.parts if part != "-")
    links = [match[0].rstrip(".,;)") for match in _LINK.finditer(row.value)] if label == _WEBSITE else []
    return Fact(name, _LABELS[label], links[0] if len(links) == 1 else row.value, quotes)


def text_fact(fact: CuratedFact) -> Fact:
    """A fact of the running text, quoted by its sentence."""
    return Fact(fact.id, _LABELS[fact.kind], fact.value, ((TEXT, fact.sentence),))


def asked_facts(facts: Mapping[str, Fact], reading: Reading) -> dict[str, float]:
    """The fact that is asked for, or the two, in the order asked; name → log probability that it is meant, among these.

    Empty if the heads know none of the facts.
    """
    first, second = likelihoods(facts, reading, "fact"), likelihoods((*facts, ABSENT), reading, "second")
    alone = {(name,): first[name] + second.get(ABSENT, 0.0) for name in first}
    pairs = {(one, other): first[one] + second[other] for one in first for other in first if one != other}
    scores = alone | pairs
    likeliest = sorted(scores, key=lambda names: -scores[names])
    return {name: first[name] for name in next((names for names in likeliest if _say_two_things(names, facts)), ())}


def absence(measure: Measure, curated: Sequence[CuratedFact], reading: Reading) -> float:
    """Log odds that what a question asks of a measure is none of its facts."""
    likely = likelihoods((*(fact.name for fact in measure_facts(measure, curated)), ABSENT), reading, "fact")
    absent = likely.pop(ABSENT, None)
    return 0.0 if absent is None else absent - float(np.logaddexp.reduce(list(likely.values())))


def likelihoods(names: Iterable[str], reading: Reading, head: str) -> dict[str, float]:
    """Fact's name → log probability that it is meant, among these. Facts that the head does not know are left out."""
    raw = reading.raw(head)
    scores = {name: raw[name] for name in names if name in raw}
    total = float(np.logaddexp.reduce(list(scores.values()))) if scores else 0.0
    return {name: score - total for name, score in scores.items()}


def _say_two_things(names: tuple[str, ...], facts: Mapping[str, Fact]) -> bool:
    """Whether two facts say more than one of them; one alone does."""
    return len(names) == 1 or not _overlap(*(facts[name].value for name in names))


def _overlap(one: str, other: str) -> bool:
    """Whether one value holds the other: then the two say no more than the longer one."""
    short, long = sorted((one, other), key=len)
    return short in long and re.search(rf"(?<![\w.,]){re.escape(short)}(?!\w|[.,]\d)", long) is not None
