"""A question's text → what it asks for: a measure by number, a fact, a set, a topic; alone or after earlier questions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from fko_qa.classifier import Reading
from fko_qa.conversation import asks_shortly, is_follow_up, pointed_at, points_at_one, points_back
from fko_qa.filters import SetFilter, added, asks_for_members, names_condition, parse_filter, speaks_of_measures
from fko_qa.numbers import asked_page, measure_numbers, with_names
from fko_qa.records import Kind, Report
from fko_qa.text import STOP_WORDS, normalise, tokenise

_PLURAL = re.compile(
    r"\b(?:welche|was f(?:ü|ue)r|alle)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:ma(?:ß|ss)nahmen|programme|projekte|angebote|initiativen|hilfen|f(?:ö|oe)rderungen|m(?:ö|oe)glichkeiten|wege)\b",
    re.IGNORECASE,
)
# "Was steht auf Seite 60?" asks for a measure, "Seite 60 als Kopie" does not.
_WHICH_MEASURE = re.compile(r"\b(?:ma(?:ß|ss)nahme|steht|stehen|projekt|programm|welche|was)\b", re.IGNORECASE)
# From this probability on a question is taken to ask for a set, or for a fact. Chosen on the development questions.
MIN_SET = 0.5
# Less is enough if the words lead to no single measure.
MIN_SET_OF_NONE = 0.35
MIN_FACT = 0.4
# The same for what is asked of a measure by number.
MIN_FACT_OF_NUMBER = 0.5
# In a conversation nearly everything that goes on from an earlier question asks for one.
MIN_FACT_IN_CONTEXT = 0.1
# The rules alone seldom take something else for a set, so with them far less is enough.
MIN_SET_BY_RULES = 0.02
# A question of so few topical words, in which the heads are no surer of a measure than this, goes on from the one before.
MAX_FOLLOW_UP_WORDS = 2
MIN_OWNER = 0.5
# Log odds of "it leaves to the question before it what it is about", from which on that is taken for granted. Chosen on the
# development questions.
MIN_LEANS = 1.5
# The same of "it needs several measures".
MIN_SEVERAL = 3.0
# A follow-up without words of its own asks for a fact if the heads are so sure which kind.
MIN_KIND = 0.5
_FACET = "facet:"


class Reader(Protocol):
    """What understanding needs of an index."""

    def read(self, text: str) -> Reading | None:
        """What the trained heads say of a text; None without heads."""

    def topical(self, text: str) -> tuple[str, ...]:
        """The words that tell what a text is about, not what is asked of it, each once."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    ``text`` is normalised; ``matter`` is what is searched for: the text, with what an earlier question of the conversation adds.
    ``numbers`` are measure ids as asked for, whether or not they exist. ``reading`` is that of the text alone.
    """

    text: str
    kind: Kind
    matter: str
    numbers: tuple[str, ...] = ()
    filter: SetFilter | None = None
    reading: Reading | None = None
    carried: str | None = None  # the earlier question that this one goes on from
    words: tuple[str, ...] = ()  # topical words of the matter, lower case, each once

    @property
    def asks_fact(self) -> bool:
        """Whether one fact (or two) of a measure is asked for."""
        return self.kind is Kind.FIELD

    @property
    def fact_chance(self) -> float:
        """The probability that a fact is asked for; 1 if the conversation makes it plain, 0 without heads."""
        if self.carried is not None and self.asks_fact:
            return 1.0
        return _fact_chance(self.reading) if self.reading is not None else 0.0

    @property
    def needs_several(self) -> bool:
        """Whether it has several needs or compares measures."""
        return self.reading is not None and self.reading.odds("several") >= MIN_SEVERAL

    @property
    def wants_list(self) -> bool:
        """Whether the question asks for measures in the plural ("Welche Maßnahmen …", "Welche Hilfen …")."""
        return _PLURAL.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Context:
    """What a conversation has come to: the last question that asked something, and what its answer showed.

    ``listed`` are the measures of the last answer that brought new ones, in its order; ``focus`` is the one talked about.
    """

    question: Question
    listed: tuple[str, ...] = ()
    focus: str | None = None


def understand(text: str, report: Report, reader: Reader, context: Context | None = None) -> Question:
    """What a question asks for, alone or as a follow-up in a conversation."""
    alone = _alone(normalise(text), report, reader)
    says_something = any(mark.isalnum() for mark in alone.text)
    if context is None or alone.numbers or not says_something or not _needs_context(alone, context):
        return alone
    return _carry(alone, context, report)


def follow(context: Context | None, question: Question, shown: tuple[str, ...]) -> Context | None:
    """The conversation after a question was answered with these measures."""
    if question.kind is Kind.NONE and not shown:
        return context
    known = context.listed if context else ()
    listed = known if shown and set(shown) <= set(known) else shown
    return Context(question, listed, shown[0] if shown else None)


def _needs_context(question: Question, context: Context) -> bool:
    """Whether a question leaves open what it is about: the words are too few, or the heads see no measure in it.

    After a question about one measure, a count or a date without a word for measures is about that measure.
    """
    if is_follow_up(question.text, len(question.words)):
        return True
    if question.filter is not None and context.question.filter is None and context.focus is not None:
        return not speaks_of_measures(question.text)
    if _leans(question) or _is_bare_condition(question, context):
        return True
    short = len(question.words) <= MAX_FOLLOW_UP_WORDS
    return short and question.reading is not None and question.reading.best("owner")[1] < MIN_OWNER


def _is_bare_condition(question: Question, context: Context) -> bool:
    """Whether it is a mere date or name after a question for a set: "2027", "MSB"."""
    if question.filter is None or context.question.filter is None or len(question.text.split()) > MAX_FOLLOW_UP_WORDS:
        return False
    return names_condition(question.filter) and not speaks_of_measures(question.text)


def _leans(question: Question) -> bool:
    return question.reading is not None and question.reading.odds("leans") >= MIN_LEANS


def _alone(text: str, report: Report, reader: Reader) -> Question:
    numbers = measure_numbers(text) or _on_page(text, report)
    if numbers:
        return _by_number(text, numbers, report, reader)
    reading = reader.read(text) if text else None
    words = reader.topical(text)
    found = _filter(text, report, reading)
    return Question(text, _kind(text, found, reading, words), text, (), found, reading, None, words)


def _by_number(text: str, numbers: tuple[str, ...], report: Report, reader: Reader) -> Question:
    """A question about measures by number.

    Which fact is asked is read from the words beside the number ("IV.2 laufzeit"). Whether one is asked at all shows
    sometimes only with the measure's title in the number's place.
    """
    asked = with_names(text, "")
    if not any(word not in STOP_WORDS for word in tokenise(asked)):
        return Question(text, Kind.NUMBER, text, numbers)
    reading, named = reader.read(asked), reader.read(with_names(text, _titles(numbers, report)))
    if reading is None or named is None:
        return Question(text, Kind.NUMBER, text, numbers)
    chance = max(_fact_chance(reading), _fact_chance(named))
    return Question(text, Kind.FIELD if chance >= MIN_FACT_OF_NUMBER else Kind.NUMBER, text, numbers, reading=reading)


def _titles(numbers: tuple[str, ...], report: Report) -> str:
    return " und ".join(measure.title for number in numbers if (measure := report.measure(number)) is not None)


def _on_page(text: str, report: Report) -> tuple[str, ...]:
    """The measures that begin on a page that is asked about, or the one that goes on there; none where a chapter stands."""
    page = asked_page(text)
    if page is None or page > report.pages or not _WHICH_MEASURE.search(text):
        return ()
    if begun := tuple(measure.id for measure in report.measures if measure.page == page):
        return begun
    starts = [(section.page, "") for section in report.sections] + [(measure.page, measure.id) for measure in report.measures]
    _, last = max(((start, id_) for start, id_ in starts if start < page), default=(0, ""))
    return (last,) if last else ()


def _filter(text: str, report: Report, reading: Reading | None) -> SetFilter | None:
    if reading is None:
        return parse_filter(text, report)
    chance = reading.chance("intent", "set")
    about_measure = report.measure(reading.best("owner")[0]) is not None
    if chance >= (MIN_SET if about_measure else MIN_SET_OF_NONE):
        return _facets(text, report, reading)
    if chance < MIN_SET_BY_RULES:
        return None
    return parse_filter(text, report) or _unmistakable(text, report, reading)


def _unmistakable(text: str, report: Report, reading: Reading) -> SetFilter | None:
    """Amounts that measures are compared with, and words to be found in a row, make a set, however long the story is."""
    found = _facets(text, report, reading)
    if found is None:
        return None
    return found if found.printed or found.kinds or (found.money and speaks_of_measures(text)) else None


def _facets(text: str, report: Report, reading: Reading) -> SetFilter | None:
    heads = [head for head in reading.heads if head.startswith(_FACET)]
    return parse_filter(text, report, {head.removeprefix(_FACET): reading.logs(head) for head in heads})


def _kind(text: str, found: SetFilter | None, reading: Reading | None, words: tuple[str, ...]) -> Kind:
    if found is not None:
        return Kind.SET
    if not words:
        return Kind.NONE
    if reading is not None and reading.chance("intent", "set") >= MIN_SET:
        return Kind.TOPIC  # a list is asked for, but on no condition
    asks = MIN_FACT if " " in text.strip() else 1.0  # one word names a thing
    if reading is not None and _fact_chance(reading) >= asks:
        return Kind.FIELD
    return Kind.TOPIC


def _carry(question: Question, context: Context, report: Report) -> Question:
    """The question with what it goes on from; what it asks for is its own, or else the earlier one's."""
    before = context.question
    if before.filter is not None and (joined := _joined(question, before.filter, report)):
        return replace(question, kind=Kind.SET, filter=joined, carried=before.text)
    kind = _kind_in_context(question, before)
    sure = question.reading is not None and question.reading.best("owner")[1] >= MIN_OWNER
    if question.words and sure and not (_leans(question) or points_back(question.text)):
        return replace(question, kind=kind, filter=None)
    words = tuple(dict.fromkeys((*before.words, *question.words)))
    pointed = pointed_at(question.text, context.listed, context.focus)
    numbers = (pointed,) if pointed and (kind in (Kind.FIELD, Kind.NUMBER) or not question.words) else ()
    matter = f"{before.matter} {question.text}" if question.words else before.matter
    return replace(question, kind=kind, matter=matter, numbers=numbers, filter=None, carried=before.text, words=words)


def _joined(question: Question, before: SetFilter, report: Report) -> SetFilter | None:
    """The earlier set's filter with what the question adds or changes; None if it asks for a fact of the measures."""
    if asks_for_members(question.text):
        return added(before, SetFilter(), question.text, report)
    own = question.filter or (_facets(question.text, report, question.reading) if question.reading else None)
    if own is None or points_at_one(question.text):
        return None
    if _asks_fact(question) and (asks_shortly(question.text) or not names_condition(own)):
        return None
    return added(before, own, question.text, report)


def _asks_fact(question: Question) -> bool:
    """Whether a fact is asked for, with or without words that tell of what."""
    if question.kind is Kind.NONE and question.reading is not None:
        return question.reading.best("intent")[0] == "fact"
    return question.kind is Kind.FIELD


def _kind_in_context(question: Question, before: Question) -> Kind:
    """A few words after a question about one measure ask for its fact, though alone they may look like anything."""
    reading = question.reading
    if reading is None or question.kind in (Kind.FIELD, Kind.NUMBER):
        return question.kind if question.kind is not Kind.NONE else before.kind
    if asks_shortly(question.text):
        return Kind.FIELD
    if not question.words:
        return Kind.FIELD if reading.best("kind")[1] >= MIN_KIND else before.kind
    return Kind.FIELD if _fact_chance(reading) >= MIN_FACT_IN_CONTEXT else Kind.TOPIC


def _fact_chance(reading: Reading) -> float:
    """The probability that a fact is asked for rather than a topic."""
    logs = reading.logs("intent")
    return float(np.exp(logs["fact"] - np.logaddexp(logs["fact"], logs["topic"])))
