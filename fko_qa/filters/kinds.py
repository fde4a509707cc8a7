"""What else is counted than measures of all sorts: "Wie viele Studien gibt es?", "Wie viele Ministerien sind beteiligt?"."""

from __future__ import annotations

import re
from dataclasses import replace

from fko_qa.filters.model import Aggregate, Group, SetFilter
from fko_qa.filters.scan import Scan, fold
from fko_qa.filters.vocabulary import MEASURE_KINDS

# Only counted: "Welche Prämien gibt es?" is a topic.
_COUNTED = (
    r"\b(?:wie ?viele?|wieviele?|(?:die |welche )?(?:an)?zahl(?: der| von| an)?)"
    r"(?: (?:verschiedene[nr]?|wissenschaftliche[nr]?|eigene[nr]?|unterschiedliche[nr]?))?"
)
_PATTERNS = {name: re.compile(rf"{_COUNTED} (?:{asked})\b(?! pro)") for name, (asked, _) in MEASURE_KINDS.items()}
_MINISTRIES = re.compile(
    r"\b(?:wie ?viele?n?|wieviele?n?|(?:die )?(?:an)?zahl(?: (?:der|von|aller))?|how many)"
    r"(?: (?:verschiedene[nr]?|unterschiedliche[nr]?|einzelne[nr]?|different|distinct|der|eigentlich|denn)){0,2}"
    r" (?:ministerien|ressorts|haeusern?|fachministerien|landesministerien|ministries)\b"
)
_COUNTED_IN = re.compile(
    r"\b(?:inklusive|einschliesslich|samt|mitsamt|auch)(?: (?:der|des|dem|die))? (?:staatskanzlei|stk)\b"
    r"|\b(?:(?:die|der|mit der) )?(?:staatskanzlei|stk)(?: (?:mit|ein)(?:gerechnet|gezaehlt|bezogen|geschlossen)| inbegriffen"
    r"| inklusive)\b"
)
_AS_MEASURE = re.compile(r"\b(?:als (?:eigene |eigenstaendige |einzelne )?massnahmen?)\b")


def take_kinds(scan: Scan, found: SetFilter) -> SetFilter:
    """The counted sorts of measures; a word of the report's own titles decides what belongs to one."""
    names = tuple(name for name, pattern in _PATTERNS.items() if scan.take_first(pattern))
    if names:
        scan.take_first(_AS_MEASURE)
    return replace(found, kinds=names)


def kinds_named(words: str) -> tuple[str, ...]:
    """The sorts of measures that folded words name, counted or not: where a title is asked for, they are no topic."""
    return tuple(name for name, (asked, _) in MEASURE_KINDS.items() if re.search(rf"\b(?:{asked})\b", fold(words)))


def take_number_of_ministries(scan: Scan, found: SetFilter) -> SetFilter:
    """The number of the set's ministries instead of its measures."""
    taken = scan.take_first(_MINISTRIES) is not None
    if taken:  # who is counted in is no condition
        scan.take_first(_COUNTED_IN)
    return replace(found, aggregate=Aggregate.COUNT, group=Group.MINISTRY) if taken else found
