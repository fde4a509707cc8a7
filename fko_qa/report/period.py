"""Terms (``Beginn/ Laufzeit``, ``Inkrafttreten``) → :class:`Period`. What is not understood stays raw: nothing is guessed."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from fko_qa.records import Period

_DATE = re.compile(
    r"""(?P<day>\d{1,2})\.(?P<day_month>\d{1,2})\.(?P<day_year>\d{4})
      | (?P<month>\d{1,2})/(?P<month_year>\d{4})
      | (?P<quarter>[1-4])\.\s*Quartal\s*(?P<quarter_year>\d{4})
      | Schuljahr\s*(?P<school_year>\d{4})/\d{2,4}
      | (?P<year>\d{4})""",
    re.VERBOSE | re.ASCII,
)
_REMARK = re.compile(r"\(([^)]*)\)")
_ONGOING = re.compile(r"\b(?:fort)?laufend\b|\bunbefristet\b|\bdauerhaft\b", re.IGNORECASE)
_OPEN_START = re.compile(r"\b(?:seit|ab)\b", re.IGNORECASE)
_END = re.compile(r"\bbis\b(?:\s+(?:zum|mind\.|Ende|Anfang|Mitte))*\s*$", re.IGNORECASE)
_NAMED_END = re.compile(r"\bbis\b", re.IGNORECASE)
_APPROXIMATE = re.compile(
    r"voraussichtlich|zunächst|mind\.|\b(?:Anfang|Mitte|Ende|Frühjahr|Sommer|Herbst|Winter)\b", re.IGNORECASE
)
_DURATION = re.compile(r"Befristung auf (\w+) Jahre?", re.IGNORECASE)
_PART = re.compile(r"([A-ZÄÖÜ]\w+)\s+(\d{2}/\d{4} bis \d{2}/\d{4})")

_NUMERALS = {"ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10}


@dataclass(frozen=True, slots=True)
class _Date:
    """A date as ISO 8601 of reduced precision, and whether ``bis`` stands before it."""

    iso: str
    precision: str
    is_end: bool


def parse_period(value: str, field: str) -> Period | None:
    """The term that a field's raw value states, or None if it states none.

    >>> parse_period("seit 2016 bis zum 31.12.2024", "Beginn/ Laufzeit").end
    '2024-12-31'
    """
    if value.strip() in ("", "-"):
        return None
    named = _PART.findall(value)
    if len(named) > 1:
        return _span(field, tuple(_parse_one(term, field, label) for label, term in named))
    return _parse_one(value, field, None)


def _span(field: str, parts: tuple[Period, ...]) -> Period:
    starts = [part.start for part in parts if part.start]
    ends = [part.end for part in parts if part.end]
    return Period(field, min(starts, default=None), max(ends, default=None), parts[0].precision, parts=parts)


def _parse_one(value: str, field: str, label: str | None) -> Period:
    main = _REMARK.sub(" ", value)
    start, end = _start_and_end(main)
    remark_dates = _dates(" ".join(_REMARK.findall(value)))
    if start and len(remark_dates) == 1 and remark_dates[0].iso.startswith(f"{start.iso}-"):
        start = remark_dates[0]  # "2024 (23.05.2024)": the remark is the same date, more exactly
    ongoing = bool(_ONGOING.search(value))
    duration = _DURATION.search(value)
    return Period(
        field=field,
        start=start.iso if start else None,
        end=end.iso if end else None,
        precision=start.precision if start else end.precision if end else None,
        open_ended=not _NAMED_END.search(main) and not duration and (ongoing or bool(_OPEN_START.search(main))),
        ongoing=ongoing,
        completed="abgeschlossen" in value,
        approximate=bool(_APPROXIMATE.search(main)),
        duration_years=_NUMERALS.get(duration[1].lower()) if duration else None,
        label=label,
    )


def _start_and_end(text: str) -> tuple[_Date | None, _Date | None]:
    dates = _dates(text)
    start = next((date for date in dates if not date.is_end), None)
    end = next((date for date in dates if date.is_end), None)
    return start, end


def _dates(text: str) -> list[_Date]:
    dates = [_date(match, bool(_END.search(text[: match.start()]))) for match in _DATE.finditer(text)]
    return [date for date in dates if _is_in_calendar(date)]


def _is_in_calendar(date: _Date) -> bool:
    """Whether there is such a day or month: ``30.02.2024`` and ``13/2024`` are typing errors and stay raw."""
    if date.precision not in ("day", "month"):
        return True
    try:
        datetime.date.fromisoformat(f"{date.iso}-01"[:10])
    except ValueError:
        return False
    return True


def _date(match: re.Match[str], is_end: bool) -> _Date:
    if match["day"]:
        return _Date(f"{match['day_year']}-{int(match['day_month']):02d}-{int(match['day']):02d}", "day", is_end)
    if match["month"]:
        return _Date(f"{match['month_year']}-{int(match['month']):02d}", "month", is_end)
    if match["quarter"]:
        return _Date(f"{match['quarter_year']}-Q{match['quarter']}", "quarter", is_end)
    if match["school_year"]:
        return _Date(match["school_year"], "school_year", is_end)
    return _Date(match["year"], "year", is_end)
