"""The first, the last, the longest: superlatives of time."""

from __future__ import annotations

import re
from dataclasses import replace

from fko_qa.filters.model import Aggregate, Event, SetFilter
from fko_qa.filters.scan import Scan
from fko_qa.filters.vocabulary import HEADS_PLURAL, HEADS_SINGULAR, NUMERALS

_ANY_HEAD = re.compile(rf"\b(?:{'|'.join((*HEADS_PLURAL, *HEADS_SINGULAR))})\b")
_PERIOD_ORDER = (
    (
        Aggregate.EARLIEST,
        re.compile(
            r"\b(?:aelteste[nrs]?|frueheste[nrs]?(?: start| beginn)?|am (?:laengsten schon|fruehesten"
            r"|aeltesten)|zuerst|als erste[srn]?|seit wann am laengsten|schon am laengsten|am laengsten bereits)\b"
        ),
    ),
    (
        Aggregate.LATEST,
        re.compile(
            r"\b(?:neueste[nrs]?|neuste[nrs]?|juengste[nrs]?|am neuesten|zuletzt|am spaetesten"
            r"|als letzte[srn]?|spaeteste[nrs]?)\b"
        ),
    ),
)
_NEXT = re.compile(r"\b(?:als naechste[srn]?|als erste[srn]? (?:aus|ab)|demnaechst|am naechsten|naechste[nrs]?)\b")
_LONGEST = re.compile(r"\b(?:am laengsten|laengste[nrms]?(?: (?:laufzeit|dauer|zeitraum))?|(?:hoechste|groesste) laufzeit)\b")
_SHORTEST = re.compile(r"\b(?:am kuerzesten|kuerzeste[nrms]?(?: (?:laufzeit|dauer|zeitraum))?|(?:kleinste|geringste) laufzeit)\b")
_NUMBER = re.compile(
    r"\b(?P<n>[2-9]|10|zwei|drei|vier|fuenf|sechs|sieben|acht|neun|zehn)"
    rf" (?=$|(?:{'|'.join(HEADS_PLURAL)})(?: (?:mit|die|haben|laufen|dauern|starten|starteten|enden))* (?:der|die|den)? ?$)"
)
_START_WORD = re.compile(
    r"\b(?:start\w*|gestartet\w*|beginn\w*|begann\w*|begonnen\w*|eingefuehrt\w*|losg\w*|angefangen|in kraft)\b"
)
_END_WORD = re.compile(
    r"\b(?:end(?:e|et|en|ete|eten)|auslauf\w*|ausgelaufen|geendet|(?:laeuft|laufen)(?: \S+){0,4} (?:aus"
    r"|ab)|ablauf\w*|beendet|fertig|vorbei|laufzeitende)\b"
)
_RUN_WORD = re.compile(r"\b(?:lauf\w*|laeuft|dauer\w*|dauert|laufzeit\w*)\b")


def take_order(scan: Scan, found: SetFilter, has_head: bool) -> SetFilter:
    """The first, the last, the longest: by start or end, whichever word stands beside it."""
    has_head = has_head or _ANY_HEAD.search(scan.folded) is not None or scan.folded.startswith(("was ", "welche "))
    starts, ends = _START_WORD.search(scan.folded), _END_WORD.search(scan.folded)
    runs = _RUN_WORD.search(scan.folded)
    if (starts or ends) and has_head and (match := scan.first(_NEXT)) and not re.search(r"naechste\w* jahr", scan.folded):
        scan.take(match)
        event = Event.END if ends else Event.START
        return replace(found, aggregate=Aggregate.EARLIEST, event=event, only_future=True)
    for aggregate, pattern in _PERIOD_ORDER:
        if (match := scan.first(pattern)) and (
            starts or ends or (has_head and re.search(r"aelteste|neue?ste|juengste|laengsten", match[0]))
        ):
            top = _number_before(scan, match)
            scan.take(match)
            return replace(found, aggregate=aggregate, top=top, event=Event.END if ends and not starts else Event.START)
    for aggregate, pattern in ((Aggregate.LONGEST, _LONGEST), (Aggregate.SHORTEST, _SHORTEST)):
        if (runs or has_head) and (match := scan.first(pattern)):
            top = _number_before(scan, match)
            scan.take(match)
            return replace(found, aggregate=aggregate, top=top)
    return found


def _number_before(scan: Scan, match: re.Match[str]) -> int:
    """How many are asked for: "die drei ältesten", "die zwei Maßnahmen mit der längsten Laufzeit"."""
    before = list(_NUMBER.finditer(scan.folded[: match.start()]))
    if not before:
        return 1
    scan.take(before[-1])
    number = before[-1]["n"]
    return int(number) if number.isdecimal() else NUMERALS[number]
