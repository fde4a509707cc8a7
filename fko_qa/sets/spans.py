"""Terms as spans of days, and what can be said for sure about them: yes, no, or not known.

Conventions, as most people would read the report:

- "2024" as a start is some day of that year, "4. Quartal 2024" of that quarter, "Ende 2023" of October to December; a school
  year begins in August. "Starts before June 2024" is not known of a start "2024".
- Where dates are put in order, a start "2024" is the first day of that year and an end "2024" its last.
- A term with two ends runs in every window it touches: 11/2023 to 12/2024 runs in 2023 and in 2024.
- An open-ended term (seit, ab, laufend, dauerhaft) runs from its start on, for ever, and has no end.
- One date alone ("2023") says nothing about what comes after it: it counts for its own time only.
- "Befristung auf zwei Jahre" from 05/2023 ends, computed, in 04/2025.
- An end that is named without a date ("Ende der Legislaturperiode") lies after the year of the report.
- No term, or only "abgeschlossen": nothing is known about dates, but what is completed no longer runs.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from fko_qa.filters import Event, TermCondition, TermState, Window
from fko_qa.filters.dates import SCHOOL_YEAR_START, SEASONS, month_window, year_window
from fko_qa.records import Measure, Period

_SEASON = re.compile(rf"\b({'|'.join(SEASONS)}|frühjahr|frühling)\s+(\d{{4}})", re.IGNORECASE)
IN_FORCE = "Inkrafttreten"
# States that show in what the row prints.
_PRINTED = {
    TermState.SCHOOL_YEAR: re.compile(r"Schuljahr"),
    TermState.CONTINUED: re.compile(
        r"\b(?:weitere\w*|Fortsetzung|Fortführung|Verlängerung|Anschluss)\b.*\bgeplant\b", re.IGNORECASE
    ),
}
_NAMED_END = re.compile(r"\bbis\b", re.IGNORECASE)


class Known(Enum):
    """What the report tells about a condition."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """One term: first and last possible day of its start and of its end."""

    start: Window | None
    end: Window | None
    open_ended: bool = False
    undated_end: bool = False  # an end is named, but not when
    computed_end: bool = False
    completed: bool = False


def spans(measure: Measure) -> tuple[Span, ...]:
    """The measure's terms; none if the report states none."""
    period = measure.period
    if period is None:
        return ()
    row = measure.field(period.field)
    raw = row.value if row else ""
    return tuple(_span(part, raw) for part in (period.parts or (period,)))


def _span(period: Period, raw: str) -> Span:
    seasons = {year: SEASONS[name.casefold().replace("ü", "ue")] for name, year in _SEASON.findall(raw)}
    start = _bounds(period.start, seasons, period.precision == "school_year") if period.start else None
    end = _bounds(period.end, seasons) if period.end else None
    computed = end is None and start is not None and start.first is not None and period.duration_years is not None
    if computed and start and start.first and period.duration_years:
        day = _years_later(start.first, period.duration_years) - timedelta(days=1)
        end = Window(day, day, f"{day.month:02d}/{day.year}")
    undated = end is None and not period.open_ended and bool(_NAMED_END.search(raw))
    return Span(start, end, period.open_ended, undated, computed, period.completed)


def _years_later(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, monthrange(day.year + years, day.month)[1]))


def _bounds(iso: str, seasons: dict[str, tuple[int, int]], school_year: bool = False) -> Window:
    """ISO 8601 of reduced precision → its first and last day.

    >>> _bounds("2024-Q4", {}).first
    datetime.date(2024, 10, 1)
    """
    year = int(iso[:4])
    if school_year:
        return month_window(year, SCHOOL_YEAR_START, SCHOOL_YEAR_START, iso)
    if len(iso) == 4:
        return month_window(year, *seasons[iso], iso) if iso in seasons else year_window(year)
    if "Q" in iso:
        quarter = int(iso[-1])
        return month_window(year, 3 * quarter - 2, 3 * quarter, iso)
    if len(iso) == 7:
        return month_window(year, int(iso[5:]), int(iso[5:]), iso)
    return Window(date.fromisoformat(iso), date.fromisoformat(iso), iso)


def first_day(window: Window) -> date:
    """Its first day; unbounded is the beginning of time."""
    return window.first or date.min


def last_day(window: Window) -> date:
    """Its last day; unbounded is the end of time."""
    return window.last or date.max


def touches(one: Window, other: Window) -> bool:
    """Whether two windows share a day."""
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)


def _inside(one: Window, other: Window) -> Known:
    if first_day(other) <= first_day(one) and last_day(one) <= last_day(other):
        return Known.YES
    return Known.UNKNOWN if touches(one, other) else Known.NO


def holds(condition: TermCondition, measure: Measure, today: date) -> Known:
    """Whether any of the measure's terms meets the condition."""
    if condition.event is Event.START:
        answers = [_starts(span, condition.window) for span in spans(measure)]
    elif condition.event is Event.END:
        answers = [_ends(span, condition.window, today) for span in spans(measure)]
    else:
        answers = [_runs(span, condition.window, today) for span in spans(measure)]
    known = any_of(answers)
    return negated(known) if condition.negated else known


def any_of(answers: list[Known]) -> Known:
    """Yes if one says yes, no if all say no, else not known (as for none at all)."""
    if Known.YES in answers:
        return Known.YES
    return Known.NO if answers and set(answers) == {Known.NO} else Known.UNKNOWN


def negated(known: Known) -> Known:
    """The opposite; what is not known stays so."""
    return {Known.YES: Known.NO, Known.NO: Known.YES, Known.UNKNOWN: Known.UNKNOWN}[known]


def _starts(span: Span, window: Window) -> Known:
    return _inside(span.start, window) if span.start else Known.UNKNOWN


def _ends(span: Span, window: Window, today: date) -> Known:
    if span.end:
        return _inside(span.end, window)
    too_late = span.start is not None and first_day(span.start) > last_day(window)
    over = span.completed and first_day(window) > today
    before_report_ends = span.undated_end and last_day(window) <= date(today.year, 12, 31)
    return Known.NO if span.open_ended or too_late or over or before_report_ends else Known.UNKNOWN


def _runs(span: Span, window: Window, today: date) -> Known:
    if span.start is None:
        later = first_day(window) >= today or last_day(window) >= today
        if span.completed:
            return Known.NO if first_day(window) >= today else Known.UNKNOWN
        return Known.YES if span.open_ended and later else Known.UNKNOWN
    if first_day(span.start) > last_day(window):
        return Known.NO
    if span.open_ended or touches(span.start, window):
        return Known.YES
    if span.end:
        return Known.YES if last_day(span.end) >= first_day(window) else Known.NO
    return Known.YES if span.undated_end and first_day(window) <= date(today.year, 12, 31) else Known.UNKNOWN


def in_state(state: TermState, measure: Measure, today: date) -> Known:
    """Whether the measure's term is in a state at the report's date."""
    terms = spans(measure)
    if state is TermState.UNSTATED:
        return Known.NO if terms else Known.YES
    if state in _PRINTED:
        row = measure.field(measure.period.field) if measure.period else None
        return Known.YES if row and _PRINTED[state].search(row.value) else Known.NO
    if state is TermState.IN_FORCE:
        return Known.YES if measure.period and measure.period.field == IN_FORCE else Known.NO
    if state is TermState.ONGOING:
        return _ongoing(measure)
    if state is TermState.DAY_EXACT:
        exact = [span for span in terms if span.start and span.end and _one_day(span.start) and _one_day(span.end)]
        return Known.YES if exact and not any(span.computed_end for span in exact) else Known.NO
    return any_of([_span_in_state(state, span, today) for span in terms])


def _ongoing(measure: Measure) -> Known:
    """Whether the report prints that it goes on; of a mere "seit 2020" that is not known."""
    period = measure.period
    if period is None:
        return Known.UNKNOWN
    if period.ongoing:
        return Known.YES
    return Known.UNKNOWN if period.open_ended else Known.NO


def _one_day(window: Window) -> bool:
    return window.first is not None and window.first == window.last


def _span_in_state(state: TermState, span: Span, today: date) -> Known:
    now = Window(today, today, "")
    if state is TermState.RUNNING_NOW:
        return _runs(span, now, today)
    if state is TermState.NOT_STARTED:
        known = span.completed or (span.start is None and span.open_ended)
        return Known.NO if known else _starts(span, Window(today + timedelta(days=1), None, ""))
    if state is TermState.ENDED:
        return Known.YES if span.completed else _ends(span, Window(None, today - timedelta(days=1), ""), today)
    has_end = span.end is not None or span.undated_end or span.completed
    if not has_end and not span.open_ended:
        return Known.UNKNOWN
    return Known.YES if span.open_ended is (state is TermState.OPEN_ENDED) else Known.NO


def edges(measure: Measure, event: Event) -> Iterator[Window]:
    """The starts or ends that the measure's terms name or imply."""
    for span in spans(measure):
        edge = span.end if event is Event.END else span.start
        if edge is not None:
            yield edge


def has_computed_end(measure: Measure) -> bool:
    """Whether an end was worked out from "Befristung auf … Jahre"."""
    return any(span.computed_end for span in spans(measure))
