"""A question's text → what it asks for: a measure by number, a fact, a set, a topic; alone or after earlier questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fko_qa.conversation import is_follow_up
from fko_qa.facts import FactRequest, asked_fact, without_fact_words
from fko_qa.filters import SetFilter, parse_filter
from fko_qa.records import Kind, Report
from fko_qa.text import STOP_WORDS, normalise, tokenise

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_WORDS = """
    eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
    neunzehn zwanzig
    """.split()
_NUMERALS = {word: number for number, word in enumerate(_WORDS, start=1)} | {"fuenf": 5, "zwo": 2, "zwoelf": 12, "ein": 1}

_ROMAN = r"(?P<roman>viii|vii|vi|iv|ix|iii|ii|i|v|x)"
_ARABIC = rf"(?P<digit>\d{{1,2}}|{'|'.join(sorted(_NUMERALS, key=len, reverse=True))})"
_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(sorted(_NUMERALS, key=len, reverse=True))})"
_SEPARATOR = r"(?:\s*[.,:/-]\s*|\s+punkt\s+|\s+)"
# "2.500 Euro", "2.5 Mio.", "2.3.2024" go on after the number: no measure.
_NOT_MORE = r"(?![.,]?\d|\w|\s*(?:%|€|euro\b|mio\b|mrd\b|prozent\b|uhr\b))"
_KEYWORD = (
    r"\b(?:ma(?:ß|ss|s)nah?me?n?|projekt|programm|nummer|nr|no|num|ziffer|punkt|kapitel|abschnitt)\b\.?:?\s*(?:nr\.?|nummer)?\s*"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # cluster 3 nummer 8 · Cluster III, Maßnahme 8
        rf"\bcluster\s*(?:{_ROMAN}|{_ARABIC})\s*[,;:]?\s*(?:und\s+|die\s+)?{_KEYWORD}{_NUMBER}{_NOT_MORE}",
        # Maßnahme 2.4 · Ziffer III.12 · masnahme eins punkt neun
        rf"{_KEYWORD}(?:{_ROMAN}|{_ARABIC}){_SEPARATOR}{_NUMBER}{_NOT_MORE}",
        # IV.2 · iv-2 · VI:5
        rf"(?<![\w.]){_ROMAN}\s?[.:/-]\s?(?P<number>\d{{1,3}}){_NOT_MORE}",
    )
)
# Only if nothing else is asked: "VI 5", "2.4", "IV2", "vier zwei"
_ALONE = re.compile(rf"(?:{_ROMAN}\s*|{_ARABIC}{_SEPARATOR}){_NUMBER}")
_TRIM = " ?!.…\"'„“"


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


def understand(text: str, report: Report, history: Sequence[str] = ()) -> Question:
    """What a question asks for.

    Args:
        history: earlier questions of the conversation, oldest first.
    """
    clean = normalise(text)
    alone = _alone(clean, report)
    if not history or alone.numbers or alone.filter:
        return alone
    earlier = [_alone(normalise(entry), report) for entry in history]
    if not is_follow_up(clean, len(alone.words)):
        return alone
    before = next((one for one in reversed(earlier) if one.words or one.numbers), None)
    return _carry(alone, before) if before is not None else alone


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


def measure_numbers(text: str) -> tuple[str, ...]:
    """The measure numbers in a text as ids (``"IV.2"``), in order, whether or not they exist.

    >>> measure_numbers("Was unterscheidet II.8 von II.9?")
    ('II.8', 'II.9')
    """
    lower = text.casefold().replace("ß", "ss")
    if alone := _ALONE.fullmatch(lower.strip(_TRIM)):
        return (_measure_id(alone),)
    found: dict[int, str] = {}
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(lower):
            if not any(begin < match.end() and match.start() < end for begin, end in taken):
                taken.append(match.span())
                found[match.start()] = _measure_id(match)
    return tuple(dict.fromkeys(found[position] for position in sorted(found)))


def _measure_id(match: re.Match[str]) -> str:
    groups = match.groupdict()
    cluster = groups["roman"].upper() if groups.get("roman") else _roman(_number(groups["digit"]))
    return f"{cluster}.{_number(groups['number'])}"


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else _NUMERALS[text]


def _roman(number: int) -> str:
    return ROMAN[number - 1] if 1 <= number <= len(ROMAN) else str(number)
