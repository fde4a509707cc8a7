"""What the report itself gets wrong or says twice, pointed out beside the measure and never repaired."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from fko_qa.records import Finding, FindingKind, Measure, Severity
from fko_qa.report.draft import MINISTRY, MONEY, ROMAN
from fko_qa.report.parties import parse_ministries
from fko_qa.report.references import wrong_references
from fko_qa.report.rules import ACRONYM, MONTHS

_DATE = re.compile(rf"\b(?P<day>\d{{1,2}})\.(?:\s?(?P<name>{'|'.join(MONTHS)})\s|(?P<month>\d{{1,2}})\.)(?P<year>\d{{4}})\b")
_TOKEN = re.compile(r"\w+")

# Two texts that share this much of their word pairs are the same text under two numbers. I.12 and III.6 share .84;
# the next closest pair of the 2024 report shares .07.
SAME_TEXT = 0.5


def with_warnings(measures: tuple[Measure, ...], ministries: Collection[str] | None = None) -> tuple[Measure, ...]:
    """The same measures, each with the warnings that concern it added.

    Args:
        ministries: the codes that the report lists; None if it is not known what it lists.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for measure in measures:
        remarks = (*not_understood(measure, ministries), *contradicting_dates(measure))
        found[measure.id] += [remark.found for remark in remarks]
        found[measure.id] += [wrong.message for wrong in wrong_references(measure.text, measure.id, measures)]
        found[measure.id] += _spellings(measure)
    for first, second, share in near_duplicates(measures):
        found[first.id].append(same_text(second, share))
        found[second.id].append(same_text(first, share))
    return tuple(replace(measure, warnings=(*measure.warnings, *found[measure.id])) for measure in measures)


def not_understood(measure: Measure, ministries: Collection[str] | None) -> Iterator[Finding]:
    """Values of the table that stay raw: terms without a date, money without an amount, ministries that the report does not list.

    Args:
        ministries: the codes that the report lists; None if it is not known what it lists.
    """

    def finding(label: str, found: str) -> Finding:
        return Finding(
            FindingKind.NOT_UNDERSTOOD,
            Severity.NOTE,
            measure.id,
            f"{label}: {found}",
            label,
            measure.page,
            measure.stated(label),
        )

    period = measure.period
    if period and not (period.start or period.end or period.ongoing or period.completed):
        yield finding(period.field, f"Aus „{measure.stated(period.field)}“ ließ sich kein Zeitraum lesen.")
    if measure.stated(MONEY) and not measure.funding:
        yield finding(MONEY, "Der Bericht nennt keinen Betrag in Euro.")
    if ministries is not None:
        for name in parse_ministries(measure.stated(MINISTRY), ministries)[1]:
            yield finding(MINISTRY, f"„{name}“ steht nicht in der Liste der beteiligten Ressorts.")


def same_text(other: Measure, share: float) -> str:
    """The remark beside one of two measures with nearly the same text."""
    return f"Der Text gleicht fast wörtlich dem von {other.id} ({share:.0%} gleiche Wortpaare)."


def near_duplicates(measures: tuple[Measure, ...]) -> Iterator[tuple[Measure, Measure, float]]:
    """Pairs with nearly the same text, and the Jaccard share of their word pairs."""
    texts = [_word_pairs(measure.text) for measure in measures]
    sizes = np.array([len(text) for text in texts])
    having: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for pair in text:
            having[pair].append(place)
    # Only who has a pair in common is met: comparing each with each takes minutes for some thousand measures.
    meetings = {pair: np.array(places) for pair, places in having.items() if len(places) > 1}
    for here, text in enumerate(texts):
        met = [meetings[pair] for pair in text if pair in meetings]
        if met:
            common = np.bincount(np.concatenate(met), minlength=len(texts))
            shares = common / (sizes[here] + sizes - common)
            for there in np.flatnonzero(shares[here + 1 :] >= SAME_TEXT) + here + 1:
                yield measures[here], measures[there], float(shares[there])


def _word_pairs(text: str) -> set[tuple[str, str]]:
    words = [word.casefold() for word in _TOKEN.findall(text)]
    return set(pairwise(words))


def contradicting_dates(measure: Measure) -> Iterator[Finding]:
    """The same day and month with another year in the text than in the table."""
    in_text: dict[tuple[int, int], dict[str, str]] = defaultdict(dict)
    for day, year, printed in _dates(measure.text):
        in_text[day].setdefault(year, printed)
    for row in measure.fields:
        for day, year, printed in _dates(row.value):
            others = in_text.get(day, {})
            if others and year not in others:
                said = next(iter(others.values()))
                found = f"Widerspruch im Bericht: Der Text nennt den {said}, die Tabelle ({row.label}) den {printed}."
                yield Finding(FindingKind.CONTRADICTION, Severity.ERROR, measure.id, found, row.label, measure.page, row.value)


def _dates(text: str) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Day and month, year, and how the date is printed."""
    for match in _DATE.finditer(text):
        month = MONTHS.index(match["name"]) + 1 if match["name"] else int(match["month"])
        yield (int(match["day"]), month), match["year"], match[0]


def _spellings(measure: Measure) -> Iterator[str]:
    """The same acronym in two spellings within one measure."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for acronym in ACRONYM.findall(f"{measure.title} {measure.text} {' '.join(row.value for row in measure.fields)}"):
        if acronym not in ROMAN:
            spellings[acronym.casefold()].add(acronym)
    for variants in spellings.values():
        if len(variants) > 1:
            yield f"Uneinheitliche Schreibweise: {', '.join(f'„{variant}“' for variant in sorted(variants))}."
