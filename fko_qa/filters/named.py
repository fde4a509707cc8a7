"""Measures that a question names by words of their titles, to be added up: "Was kosten Indien und Indonesien zusammen?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fko_qa.filters.model import Aggregate, SetFilter
from fko_qa.filters.scan import Scan, edits, fold
from fko_qa.filters.vocabulary import KEYWORDS, SILENT_WORDS
from fko_qa.records import Report

_ADDED = re.compile(
    r"\b(?:summe|summiert|zusammen\w*|addiert?\w*|addieren|insgesamt|gemeinsam|in summe|aufaddiert|unterm strich"
    r"|gesamt\w*|macht das)\b"
)
_MONEY = re.compile(
    r"\b(?:(?:jahres|gesamt)?summe|\w*(?:budgets?|mitteln?|etats?|gelde?r?n?)|geld|euro|kosten|kostet|gekostet|ausgaben"
    r"|betraege?|finanzierung|zahlt|teuer)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
# Shorter words are in too many titles by chance; an acronym may be shorter.
MIN_LETTERS = 5
MIN_ACRONYM = 3
# A word of this length may have one typing error.
MIN_TYPED = 8


def take_named(scan: Scan, report: Report, found: SetFilter) -> SetFilter:
    """Two or more measures whose amounts are to be added; the rest of the words only frame that."""
    if not (_ADDED.search(scan.folded) and _MONEY.search(scan.folded)):
        return found
    own = _distinctive(report)
    named = tuple(dict.fromkeys(id_ for token in scan.tokens if (id_ := _meant(token.folded, own)) is not None))
    if len(named) < 2:
        return found
    scan.taken[:] = [True] * len(scan.taken)
    order = [measure.id for measure in report.measures if measure.id in named]
    return replace(found, aggregate=Aggregate.SUM, measures=tuple(order))


def _distinctive(report: Report) -> dict[str, str]:
    """Words that only one title has → its measure."""
    words: dict[str, set[str]] = {}
    for measure in report.measures:
        for word in _title_words(measure.title):
            words.setdefault(word, set()).add(measure.id)
    return {word: next(iter(ids)) for word, ids in words.items() if len(ids) == 1}


def _title_words(title: str) -> Iterator[str]:
    for word in _WORD.findall(title):
        folded = fold(word)
        acronym = sum(letter.isupper() for letter in word) > 1 and len(word) >= MIN_ACRONYM
        if folded not in SILENT_WORDS and folded not in KEYWORDS and (len(word) >= MIN_LETTERS or acronym):
            yield folded


def _meant(word: str, own: dict[str, str]) -> str | None:
    if word in own:
        return own[word]
    if len(word) < MIN_TYPED or word in SILENT_WORDS:
        return None
    near = {id_ for key, id_ in own.items() if abs(len(key) - len(word)) <= 1 and key[0] == word[0] and edits(word, key) <= 1}
    return near.pop() if len(near) == 1 else None
