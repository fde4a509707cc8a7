"""Curated data → training samples: what each question teaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from fko_qa.curated import (
    ABSENT,
    ANY_FACT,
    EITHER,
    ROW_CLASS,
    ROWS,
    TOPIC,
    AskedQuestion,
    Curated,
    CuratedFact,
    NegativeQuestion,
    SeveralQuestion,
    split_id,
)
from fko_qa.filters import facets_of, read_description
from fko_qa.passages import section_key
from fko_qa.records import Passage, Report, View
from fko_qa.training.composed import composed_sets, joined_facts, joined_needs, key_word_facts
from fko_qa.training.noise import slipped

# A measure that fits a question "nearly as well" counts half: so the belief in twins lies close together.
ALSO_WEIGHT = 0.5
SEED = 20240625
# Reasons of near misses that ask a measure for something it does not say.
ABSENT_REASONS = frozenset({"missing_fact", "procedure", "pay", "legal"})
# So many of the questions are learned a second time, as typed in a hurry.
NOISED_SHARE = 0.4
TEXT = "text"
FACT, SET = "fact", "set"
INTENTS = (TOPIC, FACT, SET)
_INTENT_OF = {ANY_FACT: FACT, EITHER: None}


@dataclass(frozen=True, slots=True)
class Sample:
    """A question and what is known of it; None and empty: nothing is taught.

    ``owners`` maps measures and chapters to weights. ``facts`` are names of facts (:func:`fact_name`) and ``fact_owner`` is whose
    they are. ``passages`` are rows of the index that answer the question. ``leans``: it leaves to the question before it what it
    is about. ``several``: it needs several measures.
    """

    text: str
    lang: str
    owners: Mapping[str, float] = field(default_factory=dict)
    answerable: bool | None = None
    near: bool | None = None
    leans: bool | None = None
    several: bool | None = None
    intent: str | None = None
    no_set: bool = False
    facts: tuple[str, ...] = ()
    fact_owner: str = ""
    passages: tuple[int, ...] = ()
    facets: Mapping[str, str] | None = None


def fact_name(fact_id: str) -> str:
    """How a fact is named among the classes: a row of a table by its label (shared by all measures), a text fact by its id.

    >>> fact_name("IV.1/Beginn/ Laufzeit"), fact_name("IV.1/ausgezahlt")
    ('row:Beginn/ Laufzeit', 'IV.1/ausgezahlt')
    """
    _, label = split_id(fact_id)
    return f"{ROW_CLASS}{label}" if label in ROWS else fact_id


def samples(curated: Curated, report: Report, passages: Sequence[Passage], version: int = 0) -> list[Sample]:
    """All samples, in the order of the data. Raises KeyError if a question names a fact that the data lacks.

    Args:
        version: what is drawn at random (slips of the pen, combinations) is drawn anew for each.
    """
    facts = {fact.id: fact for fact in curated.facts}
    where = _Places(passages)
    clean = [
        *_examples(curated, facts, where),
        *_asked(curated.asked, report, facts, where),
        *_followups(curated, facts),
        *_several(curated.several, no_set=True),
        *_negatives(curated.negatives),
        *_sets(curated, report),
    ]
    rng = np.random.default_rng(SEED + version)
    clean += _several(joined_needs(curated, rng), no_set=False)
    clean += _asked(joined_facts(curated, rng), report, facts, where)
    clean += _key_words(curated, report, facts, where, rng)
    clean += _composed(curated, report, rng)
    return [*clean, *(replace(sample, text=slipped(sample.text, rng)) for sample in clean if rng.random() < NOISED_SHARE)]


class _Places:
    """Where pieces of the report stand among the passages."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self.whole = {passage.owner: row for row, passage in enumerate(passages) if passage.view is View.WHOLE}

    def of_sentence(self, fact: CuratedFact) -> tuple[int, ...]:
        sentence = " ".join(fact.sentence.split())
        return tuple(
            row
            for row, passage in enumerate(self._passages)
            if passage.owner == fact.owner
            and passage.view is not View.WHOLE
            and (sentence in passage.text or (passage.text in sentence and passage.view in (View.SENTENCE, View.TABLE)))
        )

    def of_row(self, owner: str, label: str) -> tuple[int, ...]:
        rows = enumerate(self._passages)
        return tuple(row for row, passage in rows if passage.owner == owner and passage.section == label)


def _examples(curated: Curated, facts: Mapping[str, CuratedFact], where: _Places) -> Iterator[Sample]:
    for example in curated.examples:
        whole = (where.whole[example.owner],) if example.owner in where.whole else ()
        asked = _known(example.facts, facts)
        yield Sample(
            example.text,
            example.lang,
            {example.owner: 1.0, **dict.fromkeys(example.also, ALSO_WEIGHT)},
            answerable=True,
            near=True,
            leans=False,
            several=None if example.also else False,
            intent=FACT if asked else _INTENT_OF.get(example.asks[0], TOPIC),
            facts=tuple(fact_name(fact) for fact in asked),
            fact_owner=split_id(asked[0])[0] if asked else "",
            passages=(*whole, *_places_of(asked, facts, where)),
        )


def _asked(
    questions: Iterable[AskedQuestion], report: Report, facts: Mapping[str, CuratedFact], where: _Places
) -> Iterator[Sample]:
    for asked in questions:
        owner, _ = split_id(asked.facts[0])
        empty = any(_is_empty(report, *split_id(fact)) for fact in asked.facts)
        yield Sample(
            asked.text,
            asked.lang,
            {owner if report.measure(owner) else section_key(owner): 1.0},
            answerable=None if empty else True,
            near=True,
            leans=False,
            several=False,
            intent=FACT,
            facts=tuple(fact_name(fact) for fact in _known(asked.facts, facts)),
            fact_owner=owner,
            passages=_places_of(asked.facts, facts, where),
        )


def _followups(curated: Curated, facts: Mapping[str, CuratedFact]) -> Iterator[Sample]:
    for asked in curated.followups:
        names = tuple(fact_name(fact) for fact in _known(asked.facts, facts))
        owner, _ = split_id(asked.facts[0])
        yield Sample(asked.text, asked.lang, leans=True, intent=FACT, facts=names, fact_owner=owner)


def _several(questions: Iterable[SeveralQuestion], no_set: bool) -> Iterator[Sample]:
    for asked in questions:
        owners = dict.fromkeys(asked.owners, 1.0)
        yield Sample(
            asked.text, asked.lang, owners, answerable=True, near=True, leans=False, several=len(owners) > 1, no_set=no_set
        )


def _places_of(asked: Sequence[str], facts: Mapping[str, CuratedFact], where: _Places) -> tuple[int, ...]:
    """Rows of the index where these facts stand."""
    places = [where.of_sentence(facts[fact]) if fact in facts else where.of_row(*split_id(fact)) for fact in asked]
    return tuple(row for rows in places for row in rows)


def _known(asked: tuple[str, ...], facts: Mapping[str, CuratedFact]) -> tuple[str, ...]:
    for fact in asked:
        if fact not in facts and split_id(fact)[1] not in ROWS:
            raise KeyError(fact)
    return asked


def _is_empty(report: Report, owner: str, label: str) -> bool:
    measure = report.measure(owner)
    if measure is None or label not in ROWS:
        return False
    row = measure.field(label)
    return row is None or row.is_empty


def _key_words(
    curated: Curated, report: Report, facts: Mapping[str, CuratedFact], where: _Places, rng: np.random.Generator
) -> Iterator[Sample]:
    asked = list(key_word_facts(curated, {measure.id for measure in report.measures}, rng))
    yield from _asked((one for one in asked if isinstance(one, AskedQuestion)), report, facts, where)
    yield from _negatives(one for one in asked if isinstance(one, NegativeQuestion))


def _negatives(negatives: Iterable[NegativeQuestion]) -> Iterator[Sample]:
    for negative in negatives:
        absent = negative.reason in ABSENT_REASONS and bool(negative.related)
        yield Sample(
            negative.text,
            negative.lang,
            answerable=False,
            near=negative.near,
            facts=(ABSENT,) if absent else (),
            fact_owner=negative.related[0] if absent else "",
        )


def _sets(curated: Curated, report: Report) -> Iterator[Sample]:
    today = date.fromisoformat(report.date)
    for asked in curated.sets:
        found = read_description(asked.filter, today) if asked.filter is not None else None
        if found is None:
            yield Sample(asked.text, asked.lang, no_set=True)
        else:
            yield Sample(asked.text, asked.lang, answerable=True, near=True, intent=SET, facets=facets_of(found))


def _composed(curated: Curated, report: Report, rng: np.random.Generator) -> Iterator[Sample]:
    for text, lang, facets in composed_sets(curated, date.fromisoformat(report.date), rng):
        yield Sample(text, lang, answerable=True, near=True, intent=SET, facets=facets)
