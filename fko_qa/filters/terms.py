"""Conditions on terms: which verb a date belongs to, and states without a date ("unbefristet", "schon beendet")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from fko_qa.filters.dates import DateMention, Relation, after, before, since, span_windows, take_dates, until, year_window
from fko_qa.filters.model import Event, SetFilter, TermCondition, Window
from fko_qa.filters.scan import Scan
from fko_qa.filters.states import says_state, take_states
from fko_qa.filters.vocabulary import HEADS_PLURAL

# A verb further away from its date than this belongs to something else.
MAX_DISTANCE = 6
_EVENTS = {
    Event.START: re.compile(
        r"\b(?:start(?:e|et|en|ete|eten|ete[nr]|end|ende[nr]?|beginn|termin|datum|jahr)?|gestarte(?:t"
        r"|te|ten)|beginn(?:t|en|s|jahr|datum)?"
        r"|begann(?:en)?|begonnen(?:e|en)?|anfang|anfangen|angefangen|(?:faengt|fangen|fing(?:en)?)(?: \S+){0,6}? an"
        r"|angelaufen|anlaufen|anlaeuft|losgeht|los (?:geht|get|gehen|ging)"
        r"|(?:laeuft|laufen|lief(?:en)?)(?: \S+){0,4}? an|(?:geht|gehen|ging(?:en)?)(?: \S+){0,6}? los|losgeh(?:t|en)"
        r"|losgegangen"
        r"|eingefuehrt(?:e|en)?|in kraft(?: getreten| treten| tritt| trat(?:en)?)?|(?:treten"
        r"|tritt|trat(?:en)?)(?: \S+){0,4}? in kraft"
        r"|inkrafttreten|neu(?: dazu(?:gekommen)?| hinzu(?:gekommen)?)|hinzugekommen|dazugekommen|gegruendet|aufgelegt)\b"
    ),
    Event.END: re.compile(
        r"\b(?:ende(?:t|n|te|ten)?|end(?:datum|termin|zeitpunkt)|endende[nr]?|laufzeitende|geendet|zu ende(?: gehen"
        r"| geht)?|auslauf(?:en|end|ende[nr]?)|auslaeuft|ablaeuft|ausgelaufen|ausliefen"
        r"|(?:laeuft|laufen|lief(?:en)?)(?: \S+){0,5}? (?:aus|ab)(?= und| oder|$)|ablauf(?:en|end|ende[nr]?)?"
        r"|abgelaufen(?:e|en)?"
        r"|(?:hoert|hoeren)(?: \S+){0,6}? auf|aufhoer(?:t|en)|schluss|vorbei|befristet(?:e"
        r"|en)?|beendet(?:e|en)?|abgeschlossen(?:e|en)?)\b"
    ),
    Event.RUNNING: re.compile(
        r"\b(?:lauf(?:en|zeit(?:en)?|end|ende[nr]?)|laeuft|lief(?:en)?|gelaufen|aktiv(?:e|en)?"
        r"|gueltig(?:e|en)?|gelten|gilt|andauern|dauern"
        r"|dauert|fortgefuehrt|fortgesetzt|weiterlaufen|weitergehen|weitergeht|statt(?:finden|fanden|gefunden))\b"
    ),
}
_NOT_BEFORE = re.compile(r"\bnicht(?: (?:erst|schon|vor|im|in|bis|mehr))*$")


@dataclass(frozen=True, slots=True)
class _Verb:
    event: Event
    indices: range


def take_terms(scan: Scan, today: date, found: SetFilter) -> SetFilter:
    """Dates with their verbs first, then states without a date. A date without a verb is taken only beside a measure word."""
    mentions = take_dates(scan, today)
    verbs = [_Verb(event, scan.indices(match)) for event, pattern in _EVENTS.items() for match in pattern.finditer(scan.folded)]
    terms: list[TermCondition] = []
    for mention in mentions:
        verb = _nearest(scan, mention, verbs)
        if verb is None and not _beside_head(scan, mention):
            _release(scan, mention)
            continue
        negated = _negation(scan, mention, verb)
        terms += [replace(term, negated=negated) for term in _conditions(mention, _event(scan, verb))]
        for index in verb.indices if verb else ():
            scan.taken[index] = True
    states = () if terms and not says_state(scan) else take_states(scan)
    return replace(found, terms=(*found.terms, *terms), states=states)


def says_event(scan: Scan) -> bool:
    """Whether any word says which side of a term is meant: "starten", "Ende", "laufen"."""
    return any(pattern.search(scan.folded) for pattern in _EVENTS.values())


def take_dates_leniently(scan: Scan, today: date, found: SetFilter, event: Event) -> SetFilter:
    """Every date in the question as a condition on this side of a term, whatever stands beside it."""
    terms = [term for mention in take_dates(scan, today) for term in _conditions(mention, event)]
    return replace(found, terms=tuple(terms))


def _event(scan: Scan, verb: _Verb | None) -> Event | None:
    """ "Laufzeit Ende 2025" names a term's date, "laufen Ende 2025" a time within it."""
    named = verb is not None and scan.tokens[verb.indices[0]].folded.startswith("laufzeit") and verb.event is Event.RUNNING
    return None if verb is None or named else verb.event


def _nearest(scan: Scan, mention: DateMention, verbs: list[_Verb]) -> _Verb | None:
    """The closest verb in the same sentence; at the same distance, the one that follows (German puts it last).

    Of two readings at one place the longer wins: "laufen … aus" is an end, "laufen" a term.
    """
    begin, end = mention.indices[0], mention.indices[-1]
    near = []
    for verb in verbs:
        ahead, behind = verb.indices[0] - end, begin - verb.indices[-1]
        around = verb.indices[0] < begin and end < verb.indices[-1]
        distance = 1 if around else ahead if ahead > 0 else behind
        inside = verb.indices[0] >= begin and verb.indices[-1] <= end
        if inside or distance > MAX_DISTANCE or scan.tokens[verb.indices[0]].sentence != scan.tokens[begin].sentence:
            continue
        near.append(
            (_covered(verb, verbs), distance + _clauses_between(scan, mention, verb), ahead <= 0, -len(verb.indices), verb)
        )
    return min(near, key=lambda entry: entry[:4])[4] if near else None


def _covered(verb: _Verb, verbs: list[_Verb]) -> bool:
    return any(set(verb.indices) < set(other.indices) for other in verbs)


def _clauses_between(scan: Scan, mention: DateMention, verb: _Verb) -> int:
    """A comma or "und" between them makes a verb less likely to be meant."""
    low, high = (
        sorted((mention.indices[-1], verb.indices[0]))
        if verb.indices[0] > mention.indices[-1]
        else (verb.indices[-1], mention.indices[0])
    )
    inner = range(low, high)
    return sum(scan.tokens[i].closes_clause for i in inner) + 2 * sum(scan.tokens[i].folded == "und" for i in inner)


def _beside_head(scan: Scan, mention: DateMention) -> bool:
    """ "Maßnahmen 2024", "MAGS-Programme aus dem Jahr 2023", and a date that is all there is beside taken words."""
    first = mention.indices[0]
    near = [scan.tokens[i].folded for i in (*range(max(0, first - 2), first), mention.indices[-1] + 1) if i < len(scan.tokens)]
    others = [i for i in range(len(scan.tokens)) if i not in mention.indices]
    free = sum(not scan.taken[i] for i in others)
    # "mwike handwerk 2024"
    alone = bool(others) and ((len(scan.tokens) <= 6 and not free) or (len(scan.tokens) <= 4 and free == 1 and scan.taken[0]))
    existing = {"gibt", "es"} & set(near[:2]) or scan.folded[: scan.tokens[first].begin].endswith(
        ("gibt es erst ", "gibt es schon ")
    )
    head = next((i for i in range(first) if scan.tokens[i].folded in HEADS_PLURAL), None)
    one_clause = head is not None and not any(scan.tokens[i].closes_clause for i in range(head, first))
    said_as_time = scan.tokens[first].folded in {"im", "in"} or bool(existing)
    return bool(set(HEADS_PLURAL) & set(near)) or alone or (one_clause and said_as_time)


def _release(scan: Scan, mention: DateMention) -> None:
    for index in mention.indices:
        scan.taken[index] = False


def _negation(scan: Scan, mention: DateMention, verb: _Verb | None) -> bool:
    """ "die nicht 2024 enden". ("enden nicht vor 2026" as well.)"""
    start = scan.tokens[mention.indices[0]].begin
    if match := _NOT_BEFORE.search(scan.folded[:start].rstrip()):
        scan.take(match)
        return True
    follows = mention.indices[-1] + 1
    if verb and verb.indices[0] > follows and scan.tokens[follows].folded == "nicht":
        scan.taken[follows] = True
        return True
    return False


def _conditions(mention: DateMention, event: Event | None) -> list[TermCondition]:
    relation, window = mention.relation, mention.window
    if relation is Relation.SPAN:
        return _span(mention, event)
    if relation is Relation.BEYOND:
        return [TermCondition(Event.RUNNING, after(window))]
    if relation is Relation.AT_LEAST_UNTIL and event is Event.RUNNING:
        return [TermCondition(event, replace(window, label=f"mindestens bis {window.label}"))]
    if event is None and relation is Relation.IN:
        return [_bare(window)]
    if event is Event.RUNNING or event is None:
        return [_running(relation, window, event)]
    return [TermCondition(event, _related(relation, window))]


def _bare(window: Window) -> TermCondition:
    """A date without a verb: "MWIKE Ende 2027" ends, "zum Schuljahr 2024/25" starts, "Maßnahmen 2024" run."""
    if window.label.startswith("Ende "):
        return TermCondition(Event.END, _year_if_its_end(window))
    return TermCondition(Event.START if window.label.startswith("zum ") else Event.RUNNING, window)


def _year_if_its_end(window: Window) -> Window:
    """A term "bis Ende 2026" may be printed as "2026" only."""
    return year_window(window.last.year) if window.last and window.label.startswith("Ende ") else window


def _span(mention: DateMention, event: Event | None) -> list[TermCondition]:
    """A term "2024 bis 2027" begins in the first and ends in the second; something that starts then starts in between."""
    first, last = span_windows(mention)
    if event in (Event.START, Event.END):
        return [TermCondition(event, Window(first.first, last.last, f"{first.label} bis {last.label}"))]
    return [TermCondition(Event.START, first), TermCondition(Event.END, last)]


def _running(relation: Relation, window: Window, event: Event | None) -> TermCondition:
    """How "laufen …" (``event``) and a bare date (None) are read.

    "Seit 2020" and "aus 2020" started in 2020, "bis 2027" ends in 2027, "ab 2024" starts then or later.
    """
    readings = {
        Relation.SINCE: TermCondition(Event.START, window),
        Relation.ORIGIN: TermCondition(Event.START, window),
        Relation.UNTIL: TermCondition(Event.END, _year_if_its_end(window)),
        Relation.FROM: TermCondition(Event.START, since(window)),
        Relation.BEFORE: TermCondition(Event.START, before(window)),
        Relation.AFTER: TermCondition(Event.RUNNING if event else Event.START, after(window)),
    }
    return readings.get(relation, TermCondition(Event.RUNNING, window))


def _related(relation: Relation, window: Window) -> Window:
    widened = {
        Relation.BEFORE: before(window),
        Relation.AFTER: after(window),
        Relation.UNTIL: until(window),
        Relation.FROM: since(window),
        Relation.SINCE: since(window),
        Relation.AT_LEAST_UNTIL: since(window),
    }
    return widened.get(relation, window)
