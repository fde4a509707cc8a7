"""How long terms last, and whether that is as long as asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from fko_qa.filters import DurationCondition
from fko_qa.records import Measure
from fko_qa.sets.spans import Known, Span, any_of, first_day, last_day, spans

MONTHS_A_YEAR = 12


def lengths(measure: Measure) -> Iterator[int]:
    """Days from the first possible start to the last possible end of each term that has both."""
    for span in spans(measure):
        if span.start and span.end:
            yield (last_day(span.end) - first_day(span.start)).days


def lasts(asked: DurationCondition, measure: Measure) -> Known:
    """Whether a term lasts as long as asked. Years without months leave that open if it depends on them."""
    if asked.fixed and asked.low == asked.high:
        years = measure.period.duration_years if measure.period else None
        return Known.YES if years is not None and years * MONTHS_A_YEAR == asked.low else Known.NO
    return any_of([_lasts(asked, span) for span in spans(measure)])


def _lasts(asked: DurationCondition, span: Span) -> Known:
    if span.start is None or span.end is None:
        return Known.UNKNOWN
    shortest = max(0, _months(last_day(span.start), first_day(span.end)))
    longest = _months(first_day(span.start), last_day(span.end))
    low, high = asked.low or 0, asked.high
    if span.computed_end:
        shortest = longest
    if asked.low == asked.high:  # "zwei Jahre" is 24 months, 2024 to 2025, or 07/2023 to 07/2025
        return Known.YES if low <= longest <= low + 1 else Known.NO
    if low <= shortest and (high is None or longest <= high):
        return Known.YES
    return Known.NO if longest < low or (high is not None and shortest > high) else Known.UNKNOWN


def _months(first: date, last: date) -> int:
    """Whole months from one day to another, a day short of one counting as one."""
    after = last + timedelta(days=1)
    return (after.year - first.year) * MONTHS_A_YEAR + after.month - first.month - (after.day < first.day)
