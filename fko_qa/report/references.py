"""References from one measure to another that lead astray."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fko_qa.records import Measure
from fko_qa.report.draft import ROMAN
from fko_qa.text import split_sentences

_NUMBER = re.compile(rf"\b({'|'.join(sorted(ROMAN, key=len, reverse=True))})\.\d+\b(?!\.\d)")
_WORD = re.compile(r"[A-ZÄÖÜ][\w-]{5,}")
_ACRONYM = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])\w{3,}\b")


@dataclass(frozen=True, slots=True)
class WrongReference:
    """What is wrong with a reference, as a sentence, and the words that hold it."""

    message: str
    sentence: str


def wrong_references(text: str, own: str | None, measures: Sequence[Measure]) -> Iterator[WrongReference]:
    """References to numbers that do not exist, or whose sentence names another measure's title and not the one pointed to.

    Args:
        own: the measure whose text this is; it may name its own title beside a reference. None outside the measures.
    """
    if not _NUMBER.search(text):
        return
    known = {measure.id for measure in measures}
    for sentence in split_sentences(text):
        targets = [match[0] for match in _NUMBER.finditer(sentence)]
        if not targets:
            continue
        meant = _meant(_up_to_last(sentence), targets, own, measures)
        if meant is not None:
            title = next(measure.title for measure in measures if measure.id == meant)
            yield WrongReference(
                f"Der Text verweist auf {targets[-1]}; dem Wortlaut nach ist {meant} („{title}“) gemeint.", sentence
            )
        else:
            for target in dict.fromkeys(targets):
                if target not in known:
                    yield WrongReference(f"Der Text verweist auf {target}; eine Maßnahme {target} gibt es nicht.", sentence)


def _up_to_last(sentence: str) -> str:
    """What stands before a bracketed reference names what it points to; what comes behind it is another matter."""
    end = max(match.end() for match in _NUMBER.finditer(sentence))
    opened = sentence.rfind("(", 0, end)
    in_brackets = opened >= 0 and ")" not in sentence[opened:end]
    closing = sentence.find(")", end)
    return sentence[: closing if closing >= 0 else end] if in_brackets else sentence


def _meant(sentence: str, targets: Sequence[str], own: str | None, measures: Sequence[Measure]) -> str | None:
    """The measure whose title the sentence names more than that of any target; None if there is none."""
    shared = _shared_titles(sentence, measures)
    best = max(shared, key=lambda other: shared[other])
    most = max(shared.get(target, 0) for target in targets)
    return best if shared[best] > most and best != own else None


def _shared_titles(sentence: str, measures: Sequence[Measure]) -> dict[str, float]:
    """How much of each measure's title stands in the sentence; a word counts less the more titles have it."""
    titles = {measure.id: _names(measure.title) for measure in measures}
    in_titles = Counter(word for title in titles.values() for word in title)
    words = _names(sentence)
    # An acronym in several titles ("NRW") names none of them.
    telling = {word for word in words if in_titles[word] == 1 or _WORD.fullmatch(word)}
    return {id_: sum(1 / in_titles[word] for word in title & telling) for id_, title in titles.items()}


def _names(text: str) -> set[str]:
    """Long nouns and acronyms."""
    return {*_WORD.findall(text), *_ACRONYM.findall(text)}
