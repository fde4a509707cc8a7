"""Are two short answers the same? Values as printed in the report, spelling aside."""

from __future__ import annotations

import re

_EURO = re.compile(r"\s*(?:€|\beuro\b|\beur\b)")
SEPARATOR = "|"
# The report prints small numbers as words, an answer may give digits.
_NUMBERS = {
    word: str(number) for number, word in enumerate("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), start=2)
}
_NUMBER = re.compile(rf"\b({'|'.join(_NUMBERS)})\b")


def normalised(value: str) -> str:
    """A value with single blanks, lower case, one spelling of Euro, number words as digits, no period or blank at its end.

    >>> normalised(" 2.500 € "), normalised("2.500 EUR."), normalised("Elf,  MSB")
    ('2.500 euro', '2.500 euro', '11, msb')
    """
    text = _EURO.sub(" euro", " ".join(value.split()).casefold())
    text = _NUMBER.sub(lambda match: _NUMBERS[match[1]], text)
    return " ".join(text.split()).rstrip(". ")


def same_value(gold: str, given: str | None) -> bool:
    """Whether the given value is the gold value; of several values joined by ``|`` each must be, in order.

    >>> same_value("08/2024 | 54", "08/2024|54."), same_value("54", None)
    (True, False)
    """
    return given is not None and _parts(gold) == _parts(given)


def holds_value(gold: str, given: str | None) -> bool:
    """The lenient variant: whether every gold value is contained in what was given.

    >>> holds_value("133", "133 Übergangslotsen"), holds_value("2.500 Euro", "500 Euro")
    (True, False)
    """
    if given is None:
        return False
    text = normalised(given)
    return all(_contains(text, part) for part in _parts(gold))


def _parts(value: str) -> list[str]:
    return [normalised(part) for part in value.split(SEPARATOR)]


def _contains(text: str, part: str) -> bool:
    """Whether a part stands in a text and is no piece of a longer number or word."""
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is not None
