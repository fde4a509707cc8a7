"""Questions put together from written ones and from building blocks: two needs, two facts, several conditions of a set, a measure
and what is wanted of it in key words.

People ask such questions in more combinations than anybody writes down.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

import numpy as np

from fko_qa.curated import (
    EITHER,
    AskedQuestion,
    Curated,
    ExampleQuestion,
    KeyWord,
    NegativeQuestion,
    SetBlock,
    SeveralQuestion,
    split_id,
)
from fko_qa.filters import SetFilter, facets_of, read_description

# So many pairs of short example questions are learned as one question with two needs, joined in one of these ways.
JOINED = 800
MAX_JOINED_WORDS = 14
JOINTS = (" Und außerdem: ", " ", "; ", " und ", " Noch was: ")
# So many questions for a fact are learned with a follow-up for another one of the same measure behind them.
JOINED_FACTS = 1500
FACT_JOINTS = (" ", ", ", " und ", " Und ", ", und ", " / ", " + ")
_AND = re.compile(r"^(?:und|and|et|та|i|и|ve|oraz)\s+", re.IGNORECASE)
# So many set questions are put together from an opening and one to three conditions.
COMPOSED = 5000
CONDITIONS = (0.2, 0.5, 0.3)
KEY_WORDS = "kw"
TOPIC = "topic"
KEY_WORD_JOINTS = (" ", ", ", " + ", " / ")

# So many questions are put together from key words for a measure and one for a row of its table.
KEY_WORD_FACTS = 1500
MAX_KEY_WORDS = 5

_T = TypeVar("_T")


def joined_needs(curated: Curated, rng: np.random.Generator) -> Iterator[SeveralQuestion]:
    """Two questions in one: what people with two needs write, though seldom so bluntly."""
    short = [example for example in curated.examples if len(example.text.split()) <= MAX_JOINED_WORDS]
    for _ in range(JOINED if len(short) > 1 else 0):
        first, second = (short[int(at)] for at in rng.choice(len(short), 2, replace=False))
        if first.lang != second.lang or {first.owner, *first.also} & {second.owner, *second.also}:
            continue
        text = f"{first.text}{_one_of(JOINTS, rng)}{second.text}"
        yield SeveralQuestion(text, (first.owner, second.owner), first.lang, first.style)


def joined_facts(curated: Curated, rng: np.random.Generator) -> Iterator[AskedQuestion]:
    """A question for a fact and a follow-up for another one of the same owner, in one."""
    by_owner: dict[tuple[str, str], list[AskedQuestion]] = {}
    for asked in curated.asked:
        if len(asked.facts) == 1:
            by_owner.setdefault((split_id(asked.facts[0])[0], asked.lang), []).append(asked)
    further = [asked for asked in curated.followups if len(asked.facts) == 1]
    for _ in range(JOINED_FACTS if further else 0):
        second = _one_of(further, rng)
        firsts = by_owner.get((split_id(second.facts[0])[0], second.lang), [])
        if not firsts or (first := _one_of(firsts, rng)).facts == second.facts:
            continue
        joint = _one_of(FACT_JOINTS, rng)
        text = f"{first.text}{joint}{_AND.sub('', second.text) if joint.strip() else second.text}"
        yield AskedQuestion(text, (*first.facts, *second.facts), first.lang, first.style)


def key_word_facts(
    curated: Curated, measures: Container[str], rng: np.random.Generator
) -> Iterator[AskedQuestion | NegativeQuestion]:
    """Key words for a measure with one for a row of its table, in any order; or with one for what no measure states."""
    wanted: dict[tuple[str, str | None], list[KeyWord]] = {}
    for word in curated.key_words:
        wanted.setdefault((word.lang, word.row), []).append(word)
    rows = {lang: [row for other, row in wanted if other == lang] for lang, _ in wanted}
    named = [example for example in curated.examples if example.owner in measures and _is_name(example) and example.lang in rows]
    for _ in range(KEY_WORD_FACTS if named else 0):
        example = _one_of(named, rng)
        word = _one_of(wanted[example.lang, _one_of(rows[example.lang], rng)], rng)
        parts = (example.text, word.text) if rng.random() < 0.7 else (word.text, example.text)
        text = _one_of(KEY_WORD_JOINTS, rng).join(parts)
        if word.row is None:
            yield NegativeQuestion(text, True, "missing_fact", (example.owner,), example.lang, example.style)
        else:
            yield AskedQuestion(text, (f"{example.owner}/{word.row}",), example.lang, example.style)


def _is_name(example: ExampleQuestion) -> bool:
    """Whether it is no more than key words for one measure."""
    short = example.style == "keyword" and len(example.text.split()) <= MAX_KEY_WORDS
    return short and not example.also and example.asks in ((TOPIC,), (EITHER,))


def composed_sets(curated: Curated, today: date, rng: np.random.Generator) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Set questions: text, language, facets (:func:`fko_qa.filters.facets_of`). A mere topic is no set."""
    blocks: dict[tuple[str, str], list[SetBlock]] = {}
    for block in curated.conditions:
        blocks.setdefault((block.lang, block.kind), []).append(block)
    facets = {block: _facets(block, today) for block in (*curated.conditions, *curated.openings)}
    openings = [opening for opening in curated.openings if (opening.lang, opening.kind) in blocks]
    for _ in range(COMPOSED if openings else 0):
        opening = _one_of(openings, rng)
        at_hand = blocks[opening.lang, opening.kind]
        number = 1 + int(rng.choice(len(CONDITIONS), p=CONDITIONS))
        said, merged = [], dict(facets[opening])
        for block in (_one_of(at_hand, rng) for _ in range(number)):
            if not set(facets[block]) & set(merged):
                said.append(block.text)
                merged |= facets[block]
        if set(merged) - {TOPIC}:
            joint = _one_of(KEY_WORD_JOINTS, rng) if opening.kind == KEY_WORDS else " "
            yield opening.text.replace("{}", joint.join(said)), opening.lang, {**facets_of(SetFilter()), **merged}


def _facets(block: SetBlock, today: date) -> dict[str, str]:
    """What a block says; nothing of the facets that it leaves open."""
    found = read_description(block.filter, today) if block.filter is not None else SetFilter()
    if found is None:
        raise ValueError(block.filter)
    plain = facets_of(SetFilter())
    return {facet: value for facet, value in facets_of(found).items() if plain.get(facet) != value}


def _one_of(choices: Sequence[_T], rng: np.random.Generator) -> _T:
    return choices[int(rng.integers(len(choices)))]
