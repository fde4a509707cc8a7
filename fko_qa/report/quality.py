"""What the report itself gets wrong or says twice, pointed out beside the measure and never repaired."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from fko_qa.records import Measure
from fko_qa.report.draft import ROMAN
from fko_qa.report.rules import MONTHS

_TEXT_DATE = re.compile(rf"(\d{{1,2}})\. ({'|'.join(MONTHS)}) (\d{{4}})")
_TABLE_DATE = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_REFERENCE = re.compile(r"\(s(?:iehe|\.)\s+([IVX]+\.\d+)\)")
_SENTENCE_WITH_REFERENCE = re.compile(r"[^.]*\(s(?:iehe|\.)\s+[IVX]+\.\d+\)")
_WORD = re.compile(r"[A-ZÄÖÜ][\w-]{5,}")
_ACRONYM = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[A-Za-z]{3,}(?![\w-]*\.\w)")
_TOKEN = re.compile(r"\w+")

# Two texts that share this much of their word pairs are the same text under two numbers. I.12 and III.6 share .84;
# the next closest pair of the 2024 report shares .07.
SAME_TEXT = 0.5


def with_warnings(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """The same measures, each with the warnings that concern it added."""
    found: dict[str, list[str]] = defaultdict(list)
    for measure in measures:
        found[measure.id] += [*_contradicting_dates(measure), *_wrong_references(measure, measures), *_spellings(measure)]
    for first, second, share in near_duplicates(measures):
        found[first.id].append(f"Der Text gleicht fast wörtlich dem von {second.id} ({share:.0%} gleiche Wortpaare).")
        found[second.id].append(f"Der Text gleicht fast wörtlich dem von {first.id} ({share:.0%} gleiche Wortpaare).")
    return tuple(replace(measure, warnings=(*measure.warnings, *found[measure.id])) for measure in measures)


def near_duplicates(measures: tuple[Measure, ...]) -> Iterator[tuple[Measure, Measure, float]]:
    """Pairs with nearly the same text, and the Jaccard share of their word pairs."""
    pairs_of_words = {measure.id: _word_pairs(measure.text) for measure in measures}
    for first, second in combinations(measures, 2):
        one, other = pairs_of_words[first.id], pairs_of_words[second.id]
        share = len(one & other) / max(1, len(one | other))
        if share >= SAME_TEXT:
            yield first, second, share


def _word_pairs(text: str) -> set[tuple[str, str]]:
    words = [word.casefold() for word in _TOKEN.findall(text)]
    return set(pairwise(words))


def _contradicting_dates(measure: Measure) -> Iterator[str]:
    """The same day and month with another year in the text than in the table."""
    in_text: dict[tuple[int, int], list[str]] = defaultdict(list)
    for day, month, year in _TEXT_DATE.findall(measure.text):
        in_text[int(day), MONTHS.index(month) + 1].append(year)
    for row in measure.fields:
        for day, month, year in _TABLE_DATE.findall(row.value):
            others = in_text.get((int(day), int(month)), [])
            if others and year not in others:
                date = f"{int(day)}. {MONTHS[int(month) - 1]}"
                table = f"die Tabelle ({row.label}) den {day}.{month}.{year}"
                yield f"Widerspruch im Bericht: Der Text nennt den {date} {others[0]}, {table}."


def _wrong_references(measure: Measure, measures: tuple[Measure, ...]) -> Iterator[str]:
    """A reference whose sentence names another measure's title and not the one it points to."""
    for sentence in _SENTENCE_WITH_REFERENCE.findall(measure.text):
        target = _REFERENCE.findall(sentence)[-1]
        shared = _shared_titles(sentence, measures)
        best = max(shared, key=lambda other: shared[other])
        if shared[best] > shared.get(target, 0) and best != measure.id:
            yield f"Der Text verweist auf {target}; dem Wortlaut nach ist {best} („{_title(measures, best)}“) gemeint."


def _shared_titles(sentence: str, measures: tuple[Measure, ...]) -> dict[str, float]:
    """How much of each measure's title stands in the sentence; a word counts less the more titles have it."""
    titles = {measure.id: set(_WORD.findall(measure.title)) for measure in measures}
    in_titles = Counter(word for title in titles.values() for word in title)
    words = set(_WORD.findall(sentence))
    return {id_: sum(1 / in_titles[word] for word in title & words) for id_, title in titles.items()}


def _title(measures: tuple[Measure, ...], measure_id: str) -> str:
    return next(measure.title for measure in measures if measure.id == measure_id)


def _spellings(measure: Measure) -> Iterator[str]:
    """The same acronym in two spellings within one measure."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for acronym in _ACRONYM.findall(f"{measure.title} {measure.text} {' '.join(row.value for row in measure.fields)}"):
        if acronym not in ROMAN:
            spellings[acronym.casefold()].add(acronym)
    for variants in spellings.values():
        if len(variants) > 1:
            yield f"Uneinheitliche Schreibweise: {', '.join(f'„{variant}“' for variant in sorted(variants))}."
