"""A question's text → what it asks for. So far: measure numbers in every way people write them, else a topic."""

from __future__ import annotations

import re
from collections.abc import Callable

from fko_qa.records import Kind, Question
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


def understand(text: str, split: Callable[[str], list[str]] = tokenise) -> Question:
    """What a question asks for.

    >>> understand("massnahme 2.4").numbers
    ('II.4',)
    >>> understand("Welche Hilfe gibt es für Kitas?").kind
    <Kind.TOPIC: 'topic'>
    """
    clean = normalise(text)
    numbers = measure_numbers(clean)
    words = tuple(dict.fromkeys(word for word in split(clean) if word not in STOP_WORDS))
    kind = Kind.NUMBER if numbers else Kind.TOPIC if words else Kind.NONE
    return Question(clean, kind, numbers, words)


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
