"""Questions for a set of measures → a typed filter, and back into one German line."""

from __future__ import annotations

from fko_qa.filters.addition import added, asks_for_members, names_condition
from fko_qa.filters.describe import describe
from fko_qa.filters.description import read_description
from fko_qa.filters.facets import NO, facets_of
from fko_qa.filters.gate import speaks_of_measures
from fko_qa.filters.model import (
    Aggregate,
    DurationCondition,
    Event,
    Figure,
    Group,
    MoneyCondition,
    Place,
    Presence,
    Printed,
    SetFilter,
    Sharing,
    TermCondition,
    TermState,
    Website,
    Window,
)
from fko_qa.filters.parse import parse_filter

__all__ = [
    "NO",
    "Aggregate",
    "DurationCondition",
    "Event",
    "Figure",
    "Group",
    "MoneyCondition",
    "Place",
    "Presence",
    "Printed",
    "SetFilter",
    "Sharing",
    "TermCondition",
    "TermState",
    "Website",
    "Window",
    "added",
    "asks_for_members",
    "describe",
    "facets_of",
    "names_condition",
    "parse_filter",
    "read_description",
    "speaks_of_measures",
]
