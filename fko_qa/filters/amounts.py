"""Amounts as people write them → whole euro, and back."""

from __future__ import annotations

import re
from decimal import Decimal

from fko_qa.filters.vocabulary import NUMERALS

_UNITS = {"mio": 10**6, "million": 10**6, "millionen": 10**6, "mrd": 10**9, "milliarde": 10**9, "milliarden": 10**9}
_UNITS |= {"tsd": 10**3, "tausend": 10**3, "k": 10**3, "t": 10**3, "hunderttausend": 10**5}
_FRACTIONS = {
    "halbe": Decimal("0.5"),
    "halben": Decimal("0.5"),
    "viertel": Decimal("0.25"),
    "dreiviertel": Decimal("0.75"),
    "anderthalb": Decimal("1.5"),
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_NUMBER = (
    rf"(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,3}}(?: \d{{3}})+|\d+(?:[.,]\d+)?|(?:eine[rn]? )?(?:{'|'.join(_FRACTIONS)})"
    rf"|{'|'.join(sorted(NUMERALS, key=len, reverse=True))}|hundert)"
)
EURO = r"(?:euro|eur|€)"
AMOUNT = rf"(?:{_NUMBER}(?: (?:{_UNIT}))?(?: {EURO})?|(?:hunderttausend|tausend)(?: {EURO})?)"


def unit_of(amount: str) -> int | None:
    """The factor of its unit ("mio" → 1,000,000), or None."""
    return next((_UNITS[word] for word in amount.split() if word in _UNITS), None)


def euros(amount: str, default_unit: int | None = None) -> int:
    """A folded amount in whole euro.

    >>> euros("2,5 mio euro"), euros("500 tsd"), euros("einer halben million"), euros("100.000 euro")
    (2500000, 500000, 500000, 100000)
    """
    words = [word for word in amount.split() if not re.fullmatch(EURO, word)]
    unit = unit_of(amount) or default_unit or 1
    numbers = [word for word in words if word not in _UNITS]
    fraction = next((_FRACTIONS[word] for word in numbers if word in _FRACTIONS), None)
    if fraction is not None:
        return int(fraction * unit)
    if not numbers:
        return unit
    return int(_decimal(numbers) * unit)


def _decimal(numbers: list[str]) -> Decimal:
    word = "".join(numbers)
    if word in NUMERALS or word == "hundert":
        return Decimal(NUMERALS.get(word, 100))
    thousands = re.fullmatch(r"\d{1,3}(?:\.\d{3})+", word)
    return Decimal(word.replace(".", "") if thousands else word.replace(",", "."))


def german(euro: int) -> str:
    """An amount as the report would write it.

    >>> german(500000), german(2500000)
    ('500.000 Euro', '2,5 Mio. Euro')
    """
    if euro >= 10**6 and euro % 10**5 == 0:
        return f"{euro / 10**6:.1f}".removesuffix(".0").replace(".", ",") + " Mio. Euro"
    return f"{euro:,}".replace(",", ".") + " Euro"
