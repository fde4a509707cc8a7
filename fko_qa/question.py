"""A question's text → what it asks for: a measure by number, a fact, a set, a topic; alone or after earlier questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fko_qa.conversation import is_follow_up
from fko_qa.facts import FactRequest, asked_fact, without_fact_words
from fko_qa.filters import SetFilter, parse_filter
from fko_qa.numbers import measure_numbers
from fko_qa.records import Kind, Report
from fko_qa.text import STOP_WORDS, normalise, tokenise

_PLURAL = re.compile(
    r"\b(?:welche|was f(?:ü|ue)r|alle)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:ma(?:ß|ss)nahmen|programme|projekte|angebote|initiativen|hilfen|f(?:ö|oe)rderungen|m(?:ö|oe)glichkeiten|wege)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    ``text`` is normalised; ``matter`` is what is searched for: the text without the words that only name a fact, with what an
    earlier question of the conversation adds. ``numbers`` are measure ids as asked for, whether or not they exist.
    """

    text: str
    kind: Kind
    matter: str
    numbers: tuple[str, ...] = ()
    filter: SetFilter | None = None
    fact: FactRequest | None = None
    carried: str | None = None  # the earlier question that this one goes on from
    words: tuple[str, ...] = ()  # content words of the matter, lower case, each once

    @property
    def wants_list(self) -> bool:
        """Whether the question asks for measures in the plural ("Welche Maßnahmen …", "Welche Hilfen …")."""
        return _PLURAL.search(self.text) is not None


def understand(text: str, report: Report, history: Sequence[str] = ()) -> Question:
    """What a question asks for.

    Args:
        history: earlier questions of the conversation, oldest first.
    """
    context: Question | None = None
    for entry in history:
        earlier = _alone(normalise(entry), report)
        if earlier.kind is not Kind.NONE:
            context = _in_context(earlier, context)
    return _in_context(_alone(normalise(text), report), context)


def _in_context(question: Question, context: Question | None) -> Question:
    """The question as it stands after what was asked before."""
    stands_alone = bool(question.numbers or question.filter) or not is_follow_up(question.text, len(question.words))
    return question if context is None or stands_alone else _carry(question, context)


def _alone(text: str, report: Report) -> Question:
    numbers = measure_numbers(text)
    found = None if numbers else parse_filter(text, report)
    fact = None if found else asked_fact(text)
    matter = without_fact_words(text) if fact else text
    words = tuple(dict.fromkeys(word for word in tokenise(matter) if word not in STOP_WORDS))
    return Question(text, _kind(numbers, found, fact, words), matter or text, numbers, found, fact, None, words)


def _kind(numbers: tuple[str, ...], found: SetFilter | None, fact: FactRequest | None, words: tuple[str, ...]) -> Kind:
    if found is not None:
        return Kind.SET
    if fact is not None:
        return Kind.FIELD
    if numbers:
        return Kind.NUMBER
    return Kind.TOPIC if words else Kind.NONE


def _carry(question: Question, before: Question) -> Question:
    """The question with the matter of the one before it; what it asks for is its own, or else the earlier one's."""
    matter = f"{before.matter} {question.matter}" if question.words else before.matter
    kind = question.kind if question.kind is not Kind.NONE else before.kind
    words = tuple(dict.fromkeys((*before.words, *question.words)))
    return replace(question, kind=kind, matter=matter, numbers=before.numbers, carried=before.text, words=words)
