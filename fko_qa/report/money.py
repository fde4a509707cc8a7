"""Amounts in euro (``Geplante Mittel``) → :class:`Funding`. Values without an amount (posts, remarks) give none."""

from __future__ import annotations

import re
from decimal import Decimal

from fko_qa.records import Funding

_AMOUNT = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)\s*(?P<unit>Mio\.|Mrd\.|Millionen|Milliarden|Tsd\.)?\s*(?:Euro|EUR|€)",
)
_UNITS = {"Mio.": 10**6, "Millionen": 10**6, "Mrd.": 10**9, "Milliarden": 10**9, "Tsd.": 10**3}
_PER_YEAR = re.compile(r"pro Jahr|jährlich|\bp\.\s?a\.|je Jahr", re.IGNORECASE)
_TOTAL = re.compile(r"gesamt|für \w+ Jahre|Förderzeitraum", re.IGNORECASE)
_OTHER_MATTER = re.compile(r"\bsowie\b.*", re.DOTALL)  # "… Euro sowie 1,5 Stellen p.a.": the posts are yearly, not the euros
_APPROXIMATE = re.compile(r"\b(?:rund|ca\.|circa|etwa|rd\.|knapp)", re.IGNORECASE)
_FROM_YEAR = re.compile(r"\bab (\d{4})\b")
_YEAR_RANGE = re.compile(r"\b(\d{4})\s*(?:bis|-|–)\s*(\d{4})\b")
_YEAR = re.compile(r"(?<!/)\b\d{4}(?:/\d{2,4})?\b")
_CLAUSE_END = re.compile(r"[,;)]|\.\s")
# Fund → how the report writes it. "Landes- und ESF-Mittel" names two.
_SOURCES = {
    "ESF": re.compile(r"\bESF\b"),
    "JTF": re.compile(r"\bJTF\b"),
    "EFRE": re.compile(r"\bEFRE\b"),
    "Landesmittel": re.compile(r"\bLandes(?:mittel|-)"),
    "Bund": re.compile(r"\bBMBF\b|\bBundesmittel\b|Mitteln des Bundes"),
}


def parse_funding(value: str) -> tuple[Funding, ...]:
    """The amounts that a raw value states, in order.

    >>> [(f.amount_eur, f.basis) for f in parse_funding("2023 ca. 5,5 Mio. Euro, danach jährlich ca. 11 Mio. Euro")]
    [(5500000, None), (11000000, 'per_year')]
    """
    amounts = list(_AMOUNT.finditer(value))
    fundings = []
    begin = 0
    for position, amount in enumerate(amounts):
        following = amounts[position + 1].start() if position + 1 < len(amounts) else len(value)
        end = _end_of_clause(value, amount.end(), following) if position + 1 < len(amounts) else following
        fundings.append(_funding(amount, value[begin:end].lstrip(" ,;.").rstrip(" ,;")))
        begin = end
    return tuple(fundings)


def _end_of_clause(value: str, after: int, before: int) -> int:
    match = _CLAUSE_END.search(value, after, before)
    return match.end() if match else after


def _funding(amount: re.Match[str], clause: str) -> Funding:
    own = _OTHER_MATTER.sub("", clause) if not _OTHER_MATTER.match(clause) else clause
    return Funding(
        amount_eur=euros(amount["number"], amount["unit"]),
        basis="per_year" if _PER_YEAR.search(own) else "total" if _TOTAL.search(own) else None,
        approximate=bool(_APPROXIMATE.search(clause)),
        sources=tuple(name for name, pattern in _SOURCES.items() if pattern.search(clause)),
        years=_years(clause),
        raw=clause,
    )


def euros(number: str, unit: str | None) -> int:
    """A German number with its unit in whole euro.

    >>> euros("10,1", "Mio."), euros("3.788.000", None)
    (10100000, 3788000)
    """
    return int(Decimal(number.replace(".", "").replace(",", ".")) * _UNITS.get(unit or "", 1))


def _years(clause: str) -> str | None:
    if begin := _FROM_YEAR.search(clause):
        return f"ab {begin[1]}"
    rest = _AMOUNT.sub(" ", clause)
    if years := _YEAR_RANGE.search(rest):
        return f"{years[1]}-{years[2]}"
    year = _YEAR.search(rest)
    return year[0] if year else None
