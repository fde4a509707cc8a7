"""Numbers, amounts and dates as each language writes them."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date

from fko_qa.messages import german_date, thousands
from fko_qa.records import Funding
from fko_qa.web.texts import ENGLISH, GERMAN, texts

_GERMAN_DAY = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})")


def number(value: int, language: str) -> str:
    """``20000`` → ``20.000`` or ``20,000``."""
    return f"{value:,}" if language == ENGLISH else thousands(value)


def day(iso: str, language: str) -> str:
    """A day of the calendar.

    >>> day("2024-06-25", GERMAN), day("2024-06-25", ENGLISH)
    ('25.06.2024', '25 June 2024')
    """
    if language != ENGLISH:
        return german_date(iso)
    on = date.fromisoformat(iso)
    return f"{on.day} {month_name[on.month]} {on.year}"


def span(dated: str, language: str) -> str:
    """What :func:`fko_qa.overview.when` says.

    >>> span("10/2024 bis 12/2024", ENGLISH), span("07.02.2024", ENGLISH)
    ('10/2024 to 12/2024', '7 February 2024')
    """
    spoken = _GERMAN_DAY.sub(lambda match: day("-".join(reversed(match.groups())), language), dated)
    return spoken.replace(f" {texts(GERMAN)['to']} ", f" {texts(language)['to']} ")


def euros(funding: Funding, language: str = GERMAN) -> str:
    """An amount, exact and as short as that allows.

    >>> euros(Funding(16_700_000, None, False, (), None, "")), euros(Funding(5_355_028, None, True, (), None, ""))
    ('16,7 Mio. Euro', 'rund 5.355.028 Euro')
    >>> euros(Funding(16_700_000, None, False, (), None, ""), ENGLISH)
    '16.7 million euros'
    """
    t, amount = texts(language), funding.amount_eur
    for key, unit in (("billions", 10**9), ("millions", 10**6)):
        if amount >= unit and amount % (unit // 10) == 0:
            whole, tenth = divmod(amount * 10 // unit, 10)
            point = "." if language == ENGLISH else ","
            return about(t[key].format(amount=f"{whole}{f'{point}{tenth}' if tenth else ''}"), funding.approximate, language)
    return about(t["euros"].format(amount=number(amount, language)), funding.approximate, language)


def about(amount: str, approximate: bool, language: str) -> str:
    """An amount, said to be approximate if it is."""
    return texts(language)["about"].format(amount=amount) if approximate else amount
