"""Dates as people write them → windows of days. A school year begins on 1 August, as it does in NRW."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fko_qa.filters.model import Window
from fko_qa.filters.scan import Scan
from fko_qa.filters.vocabulary import MONTHS, ORDINALS

# First and last month of a season; winter reaches into the next year's February.
SEASONS = {
    "anfang": (1, 3),
    "fruehjahr": (3, 5),
    "fruehling": (3, 5),
    "mitte": (5, 8),
    "sommer": (6, 8),
    "herbst": (9, 11),
    "ende": (10, 12),
    "winter": (12, 14),
}
SCHOOL_YEAR_START = 8
_BLANK = "[ ]"  # in a verbose pattern
_ORDINAL = rf"(?:{'|'.join(ORDINALS)})e[nrms]?"
_MONTH = "|".join((*MONTHS, "jan", "feb", "mrz", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dez"))
_YEAR = r"(?:19|20)\d\d"
_OF = r"(?: des jahres| im jahr| von| in| jahr)?".replace(" ", _BLANK)
_CORE = rf"""(?:
    (?P<d>\d{{1,2}})\.(?P<dm>\d{{1,2}})\.(?P<dy>{_YEAR})
  | (?P<wd>\d{{1,2}})[ ](?P<wdm>{_MONTH})[ ](?P<wdy>{_YEAR})
  | (?P<m>\d{{1,2}})[/.](?P<my>{_YEAR})
  | (?P<wm>{_MONTH}){_OF}[ ](?P<wmy>{_YEAR})
  | (?P<q>[1-4]|{_ORDINAL})[ ]quartal\w*{_OF}[ ](?P<qy>{_YEAR})
  | (?:quartal|q)[ ]?(?P<qn>[1-4])(?:{_OF}[ ]|/)(?P<qny>{_YEAR})
  | (?P<h>{_ORDINAL}|[12])[ ](?:halbjahr\w*|jahreshaelfte|haelfte){_OF}[ ](?P<hy>{_YEAR})
  | (?P<s>{"|".join(SEASONS)})(?:[ ](?:des[ ]jahres|von|jahr))?[ ](?P<sy>{_YEAR})
  | (?:schuljahr\w*|kita[ ]?jahr\w*)[ ](?P<school>{_YEAR})(?:[/–-]\d{{2,4}})?
  | (?P<ya>{_YEAR})[–-](?P<yb>{_YEAR})
  | (?:jahr(?:e[sn]?)?[ ]|kalenderjahr[ ]|sommer[ ]des[ ]jahres[ ])?(?P<y>{_YEAR})(?![/.,]\d)
  | (?P<rel>(?:dies|laufend|aktuell|naechst|kommend|folgend|letzt|vergangen|vorig)e[smnr]?[ ]jahr(?:es)?)
)"""
_BEFORE = {
    "beyond": r"(?:ueber|laenger als(?: bis)?|weiter als(?: bis)?)(?: das| den| dem)?",
    "at_least": r"(?:mindestens bis|bis mindestens|wenigstens bis|bis wenigstens|fruehestens)(?: zum)?(?: jahr)?",
    "until": r"(?:spaetestens(?: bis| zum| im| in| am)?|bis spaetestens|bis einschliesslich|bis maximal"
    r"|bis hoechstens|bis(?: zum)?)(?: im)?",
    "before": r"(?:noch vor|schon vor|bereits vor|frueher als|aelter als|vor)(?: dem)?",
    "after": r"(?:erst nach|spaeter als|nach|juenger als)(?: dem)?",
    "since": r"(?:schon seit|bereits seit|seit)(?: dem)?",
    "start": r"(?:ab|beginnend|angefangen)(?: dem)?",
    "origin": r"(?:aus|vom|von)(?: dem)?",
    "in": r"(?:im laufe?(?: des)?|(?:irgendwann |erst |schon |bereits |noch )?i[mn]|zum|am|zu|anno|fuer|waehrend"
    r"|mit(?= dem (?:schuljahr|kita|jahr|\d)))(?: des| dem)?",
}
_PREFIX = "|".join(rf"(?P<c_{name}>\b{pattern} )" for name, pattern in _BEFORE.items()).replace(" ", _BLANK)
_DATE = re.compile(
    rf"(?:{_PREFIX})?\b{_CORE}(?P<hinaus>[ ]hinaus)?(?P<longer>[ ]oder[ ](?:laenger|spaeter))?(?:[ ]?\b)", re.VERBOSE
)
_SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mrz": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dez": 12,
}


class Relation(StrEnum):
    """How a question relates to a date."""

    IN = "in"
    BEFORE = "before"
    AFTER = "after"
    FROM = "start"
    UNTIL = "until"
    AT_LEAST_UNTIL = "at_least"
    SINCE = "since"
    BEYOND = "beyond"
    ORIGIN = "origin"
    BETWEEN = "between"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the question: which tokens, how it relates, and the days it covers (the second one of a range, too)."""

    indices: range
    relation: Relation
    window: Window
    second: Window | None = None


def month_window(year: int, first: int, last: int, label: str) -> Window:
    """The days of some months; a month beyond 12 is one of the next year."""
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    return Window(date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]), label)


def take_dates(scan: Scan, today: date) -> list[DateMention]:
    """Every date in the question, taken. ``today`` is the report's date: "dieses Jahr" is its year."""
    found = [(scan.indices(match), match) for match in scan.find(_DATE) if _window(match, today) is not None]
    mentions: list[DateMention] = []
    skip = False
    for position, (indices, match) in enumerate(found):
        window = _window(match, today)
        if skip or window is None:
            skip = False
            continue
        after = found[position + 1] if position + 1 < len(found) else None
        ranged = _range(scan, (indices, match), after, today) if after else None
        mentions.append(ranged or DateMention(indices, _relation(match), window))
        skip = ranged is not None
    for mention in mentions:
        for index in mention.indices:
            scan.taken[index] = True
    return mentions


def _relation(match: re.Match[str]) -> Relation:
    if match["hinaus"]:
        return Relation.BEYOND
    if match["longer"]:
        return Relation.AT_LEAST_UNTIL
    if match["ya"]:
        return Relation.SPAN
    return next((Relation(name) for name in _BEFORE if match[f"c_{name}"]), Relation.IN)


def _range(scan: Scan, one: tuple[range, re.Match[str]], other: tuple[range, re.Match[str]], today: date) -> DateMention | None:
    """ "zwischen 2023 und 2025", "von 2023 bis 2025", "2023 bis 2025"."""
    first, second = _window(one[1], today), _window(other[1], today)
    between = " ".join(scan.tokens[index].folded for index in range(one[0][-1] + 1, other[0][0]))
    linked = other[1]["c_until"] is not None and not between
    opened = re.search(r"\bzwischen\s*(?:dem |jahr )*$", scan.folded[: scan.tokens[one[0][0]].begin]) is not None
    if first is None or second is None or not (linked or (opened and between == "und")):
        return None
    if opened:
        window = Window(first.first, second.last, f"zwischen {first.label} und {second.label}")
        return DateMention(range(one[0][0] - 1, other[0][-1] + 1), Relation.BETWEEN, window)
    return DateMention(range(one[0][0], other[0][-1] + 1), Relation.SPAN, first, second)


def span_windows(mention: DateMention) -> tuple[Window, Window]:
    """Where a span begins and where it ends: two windows."""
    if mention.second is not None:
        return mention.window, mention.second
    first, last = mention.window.first, mention.window.last
    years = (first.year if first else 0, last.year if last else 0)
    return year_window(years[0]), year_window(years[1])


def year_window(year: int) -> Window:
    """All days of a year."""
    return month_window(year, 1, 12, str(year))


def _window(match: re.Match[str], today: date) -> Window | None:
    try:
        return next((window for window in _readings(match, today) if window is not None), None)
    except ValueError:  # 31.02.2024, 13/2024
        return None


def _readings(match: re.Match[str], today: date) -> Iterator[Window | None]:
    group = match.groupdict()
    yield _day(group["d"], group["dm"], group["dy"])
    yield _day(group["wd"], group["wdm"], group["wdy"])
    yield _month_of(group["m"], group["my"])
    yield _month_of(group["wm"], group["wmy"])
    yield _quarter(match)
    if group["hy"]:
        half = 1 if group["h"][0] in "1e" else 2
        yield month_window(int(group["hy"]), 6 * half - 5, 6 * half, f"{half}. Halbjahr {group['hy']}")
    if group["sy"]:
        name = "Frühjahr" if group["s"].startswith("frueh") else group["s"].capitalize()
        yield month_window(int(group["sy"]), *SEASONS[group["s"]], f"{name} {group['sy']}")
    if group["school"]:
        year = int(group["school"])
        at_start = match[0].startswith("zum ")  # the beginning is meant
        months = (SCHOOL_YEAR_START, SCHOOL_YEAR_START if at_start else SCHOOL_YEAR_START + 11)
        yield month_window(year, *months, f"{'zum ' if at_start else ''}Schuljahr {year}/{(year + 1) % 100:02d}")
    if group["ya"]:
        yield Window(date(int(group["ya"]), 1, 1), date(int(group["yb"]), 12, 31), f"{group['ya']} bis {group['yb']}")
    if group["y"]:
        yield year_window(int(group["y"]))
    if group["rel"]:
        shift = 1 if group["rel"][:3] in ("nae", "kom", "fol") else -1 if group["rel"][:3] in ("let", "ver", "vor") else 0
        yield month_window(today.year + shift, 1, 12, f"{today.year + shift} (gerechnet ab dem Datum des Berichts)")


def _day(day: str | None, month: str | None, year: str | None) -> Window | None:
    if day is None or month is None or year is None:
        return None
    one = date(int(year), _number_of_month(month), int(day))
    return Window(one, one, f"{one:%d.%m.%Y}")


def _month_of(month: str | None, year: str | None) -> Window | None:
    if month is None or year is None:
        return None
    number = _number_of_month(month)
    return month_window(int(year), number, number, f"{number:02d}/{year}")


def _quarter(match: re.Match[str]) -> Window | None:
    year, word = match["qy"] or match["qny"], match["q"] or match["qn"]
    if year is None:
        return None
    number = int(word) if word.isdecimal() else ORDINALS[re.sub(r"e[nrms]?$", "", word)]
    if number > 4:
        return None
    return month_window(int(year), 3 * number - 2, 3 * number, f"{number}. Quartal {year}")


def _number_of_month(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return _SHORT_MONTHS[word] if word in _SHORT_MONTHS else MONTHS.index(word) + 1


def after(window: Window) -> Window:
    """All days after a window."""
    return Window(window.last + timedelta(days=1) if window.last else None, None, f"nach {window.label}")


def before(window: Window) -> Window:
    """All days before a window."""
    return Window(None, window.first - timedelta(days=1) if window.first else None, f"vor {window.label}")


def since(window: Window) -> Window:
    """A window's days and all after it."""
    return Window(window.first, None, f"ab {window.label}")


def until(window: Window) -> Window:
    """A window's days and all before it."""
    return Window(None, window.last, f"bis {window.label}")
