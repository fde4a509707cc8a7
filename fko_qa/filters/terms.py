"""Conditions on terms: which verb a date belongs to, and states without a date ("unbefristet", "schon beendet")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from fko_qa.filters.dates import DateMention, Relation, after, before, since, span_windows, take_dates, until, year_window
from fko_qa.filters.model import Event, SetFilter, TermCondition, TermState, Window
from fko_qa.filters.scan import Scan
from fko_qa.filters.vocabulary import HEADS_PLURAL, HEADS_SINGULAR

_HEAD = rf"(?:{'|'.join((*HEADS_PLURAL, *HEADS_SINGULAR))})"
# A verb further away from its date than this belongs to something else.
MAX_DISTANCE = 6
_EVENTS = {
    Event.START: re.compile(
        r"\b(?:start(?:e|et|en|ete|eten|ete[nr]|end|ende[nr]?|beginn|termin|datum|jahr)?|gestarte(?:t|te|ten)|beginn(?:t|en|s|jahr|datum)?"
        r"|begann(?:en)?|begonnen(?:e|en)?|anfang|anfangen|angefangen|(?:faengt|fangen|fing(?:en)?)(?: \S+){0,4}? an|angelaufen|anlaufen"
        r"|(?:laeuft|laufen|lief(?:en)?)(?: \S+){0,4}? an|(?:geht|gehen|ging(?:en)?)(?: \S+){0,4}? los|losgeh(?:t|en)|losgegangen"
        r"|eingefuehrt(?:e|en)?|in kraft(?: getreten| treten| tritt| trat(?:en)?)?|(?:treten|tritt|trat(?:en)?)(?: \S+){0,4}? in kraft"
        r"|inkrafttreten|neu(?: dazu(?:gekommen)?| hinzu(?:gekommen)?)|hinzugekommen|dazugekommen|gegruendet|aufgelegt)\b"
    ),
    Event.END: re.compile(
        r"\b(?:ende(?:t|n|te|ten|datum)?|endende[nr]?|laufzeitende|geendet|zu ende(?: gehen| geht)?|auslauf(?:en|end|ende[nr]?)|ausgelaufen|ausliefen"
        r"|(?:laeuft|laufen|lief(?:en)?)(?: \S+){0,5}? (?:aus|ab)(?= und| oder|$)|ablauf(?:en|end|ende[nr]?)?|abgelaufen(?:e|en)?"
        r"|(?:hoert|hoeren)(?: \S+){0,4}? auf|aufhoer(?:t|en)|schluss|vorbei|befristet(?:e|en)?|beendet(?:e|en)?|abgeschlossen(?:e|en)?)\b"
    ),
    Event.RUNNING: re.compile(
        r"\b(?:lauf(?:en|zeit(?:en)?|end|ende[nr]?)|laeuft|lief(?:en)?|gelaufen|aktiv(?:e|en)?|gueltig(?:e|en)?|gelten|gilt|andauern|dauern"
        r"|dauert|fortgefuehrt|fortgesetzt|weiterlaufen|weitergehen|weitergeht|statt(?:finden|fanden|gefunden))\b"
    ),
}
_ADVERB = r"(?:noch|derzeit|aktuell|gerade|momentan|zurzeit|zur zeit|heute|jetzt|weiterhin|im moment|gegenwaertig|aktiv)"
_RUN = r"(?:laeuft|laufen|gelten|gilt|sind|ist|werden)"
_IS = r"(?:sind|ist|wurden|wurde|worden|werden|laufen|laeuft|gelten|gilt|angelegt)"
_FOREVER = r"(?:unbefristet|dauerhaft|fortlaufend|zeitlich unbegrenzt|unbegrenzt|auf dauer|ohne zeitliche begrenzung)"
_OVER = r"(?:abgeschlossen|beendet|abgelaufen|ausgelaufen|vorbei|zu ende|geendet|fertig)"
_NOT_YET = (
    r"(?:noch nicht (?:gestartet|begonnen|angelaufen|angefangen|eingefuehrt|losgegangen|los|laufen|in kraft(?: getreten)?))"
)
_THE_END = r"(?:festes |festen |konkretes |genanntes |bestimmtes |klares )?(?:end(?:e|datum|termin|zeitpunkt)|ablaufdatum|befristung|zeitliche begrenzung)"
_STATES = (
    (
        TermState.NOT_STARTED,
        rf"{_NOT_YET}|(?:starten|beginnen|kommen|laufen) (?:alle )?(?:erst noch|noch erst|noch an)|erst noch (?:starten|beginnen|kommen)"
        rf"|(?:zukuenftige|kuenftige|kommende|bevorstehende)[nr]? {_HEAD}|noch bevorstehen\w*|(?:noch |erst )?in (?:der )?planung|(?:erst|noch) geplant|geplante[nr]? {_HEAD}|noch nicht laufende[nr]? {_HEAD}",
    ),
    (
        TermState.ENDED,
        rf"nicht mehr (?:laufen|laeuft|aktiv(?: sind)?|laufende[nr]?|gelten|gibt)|{_RUN}(?: jetzt| heute)? nicht mehr|(?:gibt es|existieren)(?: heute)? nicht mehr"
        rf"|(?:bereits |schon )?(?:abgeschlossene|beendete|abgelaufene|ausgelaufene)[nr]? {_HEAD}|(?:bereits|schon|inzwischen|mittlerweile) {_OVER}(?: {_IS})?"
        rf"|{_OVER} {_IS}|{_IS} (?:\S+ ){{0,3}}?{_OVER}|geendet haben|haben (?:bereits |schon )?geendet",
    ),
    (
        TermState.OPEN_ENDED,
        rf"(?:unbefristete|dauerhafte|fortlaufende|zeitlich unbegrenzte)[nr]? (?:\w+ )?{_HEAD}|{_IS} (?:\S+ ){{0,4}}?{_FOREVER}|{_FOREVER} {_IS}"
        rf"|ohne {_THE_END}|(?:kein|keine) {_THE_END}|nicht befristet(?: sind)?|(?:enden|ende|endet)(?: \S+){{0,1}}? (?:nicht|nie)|unbefristet|open end",
    ),
    (
        TermState.DATED,
        rf"(?:zeitlich )?(?:befristete|begrenzte)[nr]? {_HEAD}|{_IS} (?:zeitlich )?(?:befristet|begrenzt)|(?:zeitlich )?befristet sind|mit {_THE_END}",
    ),
    (
        TermState.UNSTATED,
        r"(?:ohne|keine?)(?: angaben?(?: zur?m?)?| konkrete| genannte)? (?:laufzeit(?:angaben?)?|zeitangaben?|beginn|startdatum|zeitraum|termin|datum)(?: (?:angegeben|genannt|nennen|haben))*",
    ),
    (
        TermState.SCHOOL_YEAR,
        r"(?:nach|zum|mit(?: dem)?|am|an das|im|in|als|ein|einem) (?:dem |einem |ein )?schuljahr(?:en|es|s)?(?: orientieren| richten)?",
    ),
    (
        TermState.RUNNING_NOW,
        rf"(?:laeuft|laufen|gelten|gilt)(?: \S+){{0,3}}? {_ADVERB}(?: {_ADVERB})*|{_ADVERB}(?: {_ADVERB})* (?:laufen|laufende[nr]?|laeuft|aktiv(?:e|en)?(?: sind)?|gelten)"
        rf"|(?:laufende|aktive|aktuelle|aktuell laufende)[nr]? {_HEAD}|nicht (?:abgeschlossen|beendet|abgelaufen|ausgelaufen|vorbei)(?: sind)?|noch nicht {_OVER}(?: {_IS})?"
        rf"|(?:sind|ist)(?: \S+){{0,2}}? aktiv|laufende?$|gibt es noch(?= |$)(?! (?:andere|weitere|mehr))",
    ),
)
_STATE_PATTERNS = tuple((state, re.compile(rf"\b(?:{pattern})\b")) for state, pattern in _STATES)
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
        terms += [replace(term, negated=negated) for term in _conditions(scan, mention, verb.event if verb else None)]
        for index in verb.indices if verb else ():
            scan.taken[index] = True
    states = () if terms and not _says_state(scan) else _states(scan)
    return replace(found, terms=tuple(terms), states=states)


def _says_state(scan: Scan) -> bool:
    """Beside a date only the unmistakable states count: "noch" in "laufen 2027 noch" is none."""
    return any(scan.first(pattern) for state, pattern in _STATE_PATTERNS if state is not TermState.RUNNING_NOW)


def _states(scan: Scan) -> tuple[TermState, ...]:
    states = []
    for state, pattern in _STATE_PATTERNS:
        if scan.take_first(pattern):
            states.append(state)
    return tuple(states)


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
    alone = bool(others) and len(scan.tokens) <= 6 and all(scan.taken[i] for i in others)
    existing = {"gibt", "es"} & set(near[:2]) or scan.folded[: scan.tokens[first].begin].endswith(("gibt es erst ", "gibt es schon "))
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


def _conditions(scan: Scan, mention: DateMention, event: Event | None) -> list[TermCondition]:
    relation, window = mention.relation, mention.window
    if event is None and relation is Relation.IN and window.label.startswith("Ende "):  # "MWIKE Ende 2027"
        return [TermCondition(Event.END, year_window((window.last or date.max).year))]
    if relation is Relation.SPAN:
        return _span(mention, event)
    if relation is Relation.BEYOND:
        return [TermCondition(Event.RUNNING, after(window))]
    if relation is Relation.AT_LEAST_UNTIL and event is not Event.START:
        return (
            [TermCondition(Event.RUNNING, _at_last(window))]
            if event is Event.RUNNING
            else [TermCondition(Event.END, since(window))]
        )
    if event is Event.RUNNING or event is None:
        return [_running(relation, window, event)]
    return [TermCondition(event, _related(relation, window, event))]


def _at_last(window: Window) -> Window:
    return Window(window.first, window.last, f"mindestens bis {window.label}")


def _span(mention: DateMention, event: Event | None) -> list[TermCondition]:
    """A term "2024 bis 2027" begins in the first and ends in the second; something that starts then starts in between."""
    first, last = span_windows(mention)
    if event in (Event.START, Event.END):
        return [TermCondition(event, Window(first.first, last.last, f"{first.label} bis {last.label}"))]
    return [TermCondition(Event.START, first), TermCondition(Event.END, last)]


def _running(relation: Relation, window: Window, event: Event | None) -> TermCondition:
    """How "laufen …" and a bare date are read: "seit 2020" started in 2020, "bis 2027" ends in 2027, "ab 2024" starts then or later."""
    match relation:
        case Relation.SINCE:
            return TermCondition(Event.START, window)
        case Relation.UNTIL:
            return TermCondition(Event.END, window)
        case Relation.FROM:
            return TermCondition(Event.START, since(window))
        case Relation.BEFORE:
            return TermCondition(Event.START, before(window))
        case Relation.AFTER:
            return TermCondition(Event.RUNNING if event else Event.START, after(window))
        case Relation.ORIGIN:
            return TermCondition(Event.START, window)
        case _:
            return TermCondition(Event.RUNNING, window)


def _related(relation: Relation, window: Window, event: Event) -> Window:
    match relation:
        case Relation.BEFORE:
            return before(window)
        case Relation.AFTER:
            return after(window)
        case Relation.UNTIL:
            return until(window)
        case Relation.FROM | Relation.SINCE | Relation.AT_LEAST_UNTIL:
            return since(window)
        case _:
            return window
