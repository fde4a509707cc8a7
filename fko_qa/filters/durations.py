"""How long a term lasts: "länger als drei Jahre", "Befristung auf fünf Jahre", "schon seit über zehn Jahren"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from fko_qa.filters.model import DurationCondition, Event, SetFilter, TermCondition, Window
from fko_qa.filters.scan import Scan
from fko_qa.filters.vocabulary import NUMERALS

_COMPARED = {
    "most": r"nicht (?:laenger|mehr) als|hoechstens|maximal|max|bis zu",
    "least": r"nicht (?:kuerzer|weniger) als|mindestens|wenigstens|min",
    "over": r"laenger als|mehr als|ueber|>",
    "under": r"kuerzer als|weniger als|unter|keine|<",
    "exact": r"genau|exakt|nur|fuer|von|auf|lediglich|ganze",
}
_COMPARATOR = "|".join(rf"(?P<{name}>{words})" for name, words in _COMPARED.items())
_LENGTH = (
    rf"(?P<n>\d{{1,2}}|halbe[sn]?|{'|'.join(sorted(NUMERALS, key=len, reverse=True))})"
    r"(?: volle[nr]?| ganze[nr]?)? (?P<unit>jahr(?:e[ns]?)?|monate?n?)(?! (?:alt|aelter|20\d\d))"
)
_DURATION = re.compile(rf"(?<!\w)(?:(?:{_COMPARATOR}) )?(?:als )?{_LENGTH}\b")
# Without one of these, years are an age or an experience.
_LASTING = re.compile(
    r"\b(?:lauf(?:en|zeit\w*)|laeuft|liefen|dauer\w*|andauern|befrist\w*|begrenzt|angelegt|vorgesehen|gelten|gilt)\b"
)
_FIXED = re.compile(r"\b(?:befrist\w+|begrenzt)\b")
_AGE = re.compile(rf"\b(?:(?:schon|bereits) )?(?:seit )(?:(?:mehr als|ueber|mindestens|wenigstens|laenger als) )?{_LENGTH}\b")
# "Maßnahmen, die es schon seit zehn Jahren gibt"; "Menschen, die seit zwei Jahren hier sind" is about people.
_EXISTING = re.compile(r"\b(?:gibt )?es (?:schon |bereits )+(?:seit|laenger)\b")
_TOPPING = re.compile(
    r"\b(?:laufen|laeuft|laufzeit(?:en)?|dauern|dauert|dauer|befristung|befristet(?:e|en)?|befristungen|begrenzt|angelegt)\b"
)
MONTHS_A_YEAR = 12


def take_durations(scan: Scan, today: date, found: SetFilter) -> SetFilter:
    """The asked length of a term, in months, and "seit über zehn Jahren" as a start that long before the report's date."""
    if not (_LASTING.search(scan.folded) or _EXISTING.search(scan.folded)):
        return found
    if (match := scan.take_first(_AGE)) is not None:
        day = _months_before(today, _months(match))
        scan.take_first(_TOPPING)
        window = Window(None, day, f"{day.month:02d}/{day.year} oder früher")
        return replace(found, terms=(*found.terms, TermCondition(Event.START, window)))
    conditions = []
    fixed = _FIXED.search(scan.folded) is not None
    for match in scan.find(_DURATION):
        scan.take(match)
        conditions.append(_condition(match, fixed))
    while conditions and scan.take_first(_TOPPING):
        pass
    return replace(found, durations=tuple(conditions))


def _condition(match: re.Match[str], fixed: bool) -> DurationCondition:
    months, length = _months(match), f"{match['n']} {match['unit']}".replace("fuenf", "fünf").replace("zwoelf", "zwölf")
    length = re.sub(r"jahr\w*", "Jahr" if match["n"] in ("1", "ein", "eine", "einem") else "Jahre", length)
    length = re.sub(r"monat\w*", "Monate", length)
    if match["over"]:
        return DurationCondition(months + 1, None, f"über {length}", fixed)
    if match["under"]:
        return DurationCondition(None, months - 1, f"unter {length}", fixed)
    if match["least"]:
        return DurationCondition(months, None, f"mindestens {length}", fixed)
    if match["most"]:
        return DurationCondition(None, months, f"höchstens {length}", fixed)
    return DurationCondition(months, months, length, fixed)


def _months(match: re.Match[str]) -> int:
    word = match["n"]
    factor = MONTHS_A_YEAR if match["unit"].startswith("jahr") else 1
    if word.startswith("halb"):
        return factor // 2
    return (int(word) if word.isdecimal() else NUMERALS[word]) * factor


def _months_before(day: date, months: int) -> date:
    years, rest = divmod(day.year * MONTHS_A_YEAR + day.month - 1 - months, MONTHS_A_YEAR)
    return date(years, rest + 1, min(day.day, 28))
