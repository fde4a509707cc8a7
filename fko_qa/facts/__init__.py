"""Field questions: which fact is asked (:func:`asked_fact`), and its exact value with its quote (:func:`find_fact`)."""

from __future__ import annotations

from fko_qa.facts.asking import asked_fact, without_fact_words
from fko_qa.facts.finding import find_fact
from fko_qa.facts.kinds import NOT_STATED, Fact, FactKind, FactQuote, FactRequest
from fko_qa.facts.values import holds_kind

__all__ = [
    "NOT_STATED",
    "Fact",
    "FactKind",
    "FactQuote",
    "FactRequest",
    "asked_fact",
    "find_fact",
    "holds_kind",
    "without_fact_words",
]
