"""Is it a question for a set, and for which one? In doubt it is not: a wrong filter hides what people look for."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from fko_qa.filters.ministries import take_clusters, take_ministries
from fko_qa.filters.model import Aggregate, Event, SetFilter, TermState
from fko_qa.filters.money import take_money
from fko_qa.filters.rows import take_rows
from fko_qa.filters.scan import Scan, fold
from fko_qa.filters.terms import take_terms
from fko_qa.filters.vocabulary import HEADS_PLURAL, HEADS_SINGULAR, SILENT_WORDS
from fko_qa.records import Report

_PLURAL = rf"(?:{'|'.join(HEADS_PLURAL)})"
_SINGULAR = rf"(?:{'|'.join(HEADS_SINGULAR)})"
_HEAD = re.compile(rf"\b(?:{_PLURAL}|(?:welche[srn]?|eine?|jede[srn]?|keine?|was fuer ein) {_SINGULAR})\b")
_PLURALS = re.compile(rf"\b{_PLURAL}\b")
# "Wie viele Maßnahmen umfasst die Beschäftigungsoffensive?"
_OF_ONE = re.compile(rf"\b{_PLURAL} (?:hat|umfasst|beinhaltet|enthaelt|gehoeren zu[rm]?|besitzt) ")
# "Alle Maßnahmen auflisten", "Welche Maßnahmen gibt es?"
_ALL = re.compile(
    rf"(?:(?:bitte|zeig\w*|list\w*|nenn\w*|gib|geben|mir|sie|uns|eine|die|aller|alle|saemtliche[r]?|welche|was fuer|uebersicht|ueber|liste|auflistung|gesamte) )+"
    rf"{_PLURAL}(?: (?:gibt|es|im|in|dem|bericht|insgesamt|auflisten|anzeigen|zeigen|bitte|der|fachkraefteoffensive|nrw|enthaelt|stehen|denn|ueberhaupt|alles|alle|auf))*"
)
_ANY_HEAD = re.compile(rf"\b(?:{_PLURAL}|{_SINGULAR})\b")
_NUMBERED = re.compile(
    rf"(?<![\w.])(?:viii|vii|vi|iv|ix|iii|ii|i|v|x)\s?[.:]\s?\d{{1,2}}\b|\b(?:{_SINGULAR}|nummer|ziffer|punkt|nr)\.? (?:\w+[ .])?\d{{1,2}}(?:\.\d+)?\b(?! \w*(?:euro|mio|million))"
)
_ONE_NAMED = re.compile(rf"\b(?:das|die|dem|der|des|dieses|diese|diesem|dieser) (?:{_SINGULAR})\b")
_NOT_A_SET = re.compile(
    r"^(?:(?:und|hallo|guten tag|bitte|hi|ok) )*(?:wann|wer|wem|warum|wieso|weshalb|wie lang\w*|bis wann|seit wann|ab wann|wie (?:kann|komme|bekomme|beantrage|funktioniert|heisst|hoch)|wo (?:kann|finde|bekomme|muss)"
    r"|was (?:ist|sind|bedeutet|heisst|bringt|sagt|meint|will)|worum|wie heisst)\b"
)
# "laufzeit talentscouting" asks for one measure's row; with nothing left to name one, "Laufzeit bis 2027" is a condition.
_ROW_FIRST = re.compile(r"^(?:telefon\w*|kontakt|adresse|laufzeit|budget|kosten|ressort|ziel|partner|beginn|internetseite|link|mittel)\b")
_COUNT = re.compile(
    rf"\b(?:wie ?viele?|wieviele|die anzahl(?: der| von| aller)?|anzahl(?: der| von| aller)?|(?:die )?zahl der)\b(?P<next>(?: \S+){{0,5}})"
)
_VERBS = (
    r"(?:haben|hat|gibt|laufen|laeuft|starten|starteten|enden|endeten|beginnen|begannen|sind|werden|wurden|stehen|gehoeren|macht|machen|verantwortet|kosten|kommen|vom|von|im|in|bei|beim|davon|mit|ohne|liegen"
    r"|betreut|fallen|entfallen|nennen|zahlt|bekommen|der|des|aus|unter|ueber|fuehrt)"
)
_COUNTED = re.compile(rf"^ (?!geben|kosten|geld|zahlen|gibt)(?:(?:\S+ ){{0,4}}?(?:{_PLURAL})\b|{_VERBS}\b|(?:mags|msb|mwike|mkjfgfi|mkw|mhkbd|munv|mlv)\b)")
_PERIOD_ORDER = (
    (
        Aggregate.EARLIEST,
        Event.START,
        re.compile(
            r"\b(?:aelteste[nrs]?|frueheste[nrs]?(?: start| beginn)?|am (?:laengsten schon|fruehesten|aeltesten)|zuerst|als erste[srn]?|seit wann am laengsten|schon am laengsten|am laengsten bereits)\b"
        ),
    ),
    (
        Aggregate.LATEST,
        Event.START,
        re.compile(
            r"\b(?:neueste[nrs]?|neuste[nrs]?|juengste[nrs]?|am neuesten|zuletzt|am spaetesten|als letzte[srn]?|spaeteste[nrs]?)\b"
        ),
    ),
)
_NEXT = re.compile(r"\b(?:als naechste[srn]?|als erste[srn]? (?:aus|ab)|demnaechst|am naechsten|naechste[nrs]?)\b")
_LONGEST = re.compile(r"\b(?:am laengsten|laengste[nrms]?(?: (?:laufzeit|dauer|zeitraum))?|(?:hoechste|groesste) laufzeit)\b")
_SHORTEST = re.compile(r"\b(?:am kuerzesten|kuerzeste[nrms]?(?: (?:laufzeit|dauer|zeitraum))?|(?:kleinste|geringste) laufzeit)\b")
_START_WORD = re.compile(
    r"\b(?:start\w*|gestartet\w*|beginn\w*|begann\w*|begonnen\w*|eingefuehrt\w*|losg\w*|angefangen|in kraft)\b"
)
_END_WORD = re.compile(
    r"\b(?:end(?:e|et|en|ete|eten)|auslauf\w*|ausgelaufen|geendet|(?:laeuft|laufen)(?: \S+){0,4} (?:aus|ab)|ablauf\w*|beendet|fertig|vorbei|laufzeitende)\b"
)
_RUN_WORD = re.compile(r"\b(?:lauf\w*|laeuft|dauer\w*|dauert|laufzeit\w*)\b")

# Somebody who speaks of themselves tells a story: years, ages and amounts in it are no conditions.
_POLITE = re.compile(
    r"\b(?:(?:ich|wir) (?:suchen?|brauchen?|benoetigen?|moechten?|wuerden?|haetten?|wollen?|will|interessiere|habe(?:n)? (?:hier |da )?(?:eine|mal)? ?frage\w*|frage)(?: mich| mir| uns)?(?: (?:gern[e]?|bitte|mal|fuer|wissen|alle|sehen|haben))*"
    r"|(?:koennen|koennten|wuerden|kannst|koenntest|zeigen|nennen|geben|sagen|listen) (?:sie|du)(?: (?:mir|uns|bitte|mal|vielleicht))*|(?:zeig|nenn|gib|sag|list|liste|zeige|nenne|sage)(?: (?:mir|uns|mal|bitte))+|(?:geben|zeigen|nennen|sagen) sie (?:mir|uns)|mich (?:interessiert|interessieren|wuerde interessieren)|mir (?:sagen|zeigen|nennen|auflisten|geben)"
    r"|ich (?:arbeite|sitze|bin)(?: \S+){0,3} hotline(?: und)?|meine frage(?: ist| lautet)?|wuesste ich gern\w*|moechte ich wissen|will ich wissen|ich (?:gern[e]?|mal) (?:wissen|gewusst))\b"
)
_PERSONAL = re.compile(r"\b(?:ich|mir|mich|mein\w*|wir|uns|unser\w*|bin|meinem)\b")
_OFFICE = re.compile(
    r"\b(?:was|woran|wofuer|wo|welche[snr]?|alles|gibt es|hat|haben|laeuft|(?:fuer )?wie ?viele?|womit|worum|wobei|wieviele|an was|fuer was)\b(?: \S+){0,6}? (?:macht|machen|tut|tun|unternimmt|plant|planen|bietet|bieten|foerdert|foerdern|verantwortet|verantworten|zustaendig|verantwortlich|arbeitet|arbeiten|kuemmert|beteiligt|federfuehrend|laeuft|laufen|finanziert|finanzieren|hat|haben|setzt|betreut|betreuen|angebot|dabei|fuehrt|ist|zahlt)\b"
)
_AIMS = frozenset("fuer gegen zu zum zur thema bereich um bezueglich wegen".split())
MAX_TOPIC_WORDS = 7
MAX_PERSONAL_TOKENS = 18
MAX_TOKENS = 45
_NAMES = re.compile(r"[^\W\d_]+")


def parse_filter(text: str, report: Report) -> SetFilter | None:
    """The set a question asks for, or None if it asks for something else (a topic, one measure's fact, help).

    The report's date stands for "now", its lists give the names of ministries and clusters.
    """
    scan = Scan(text)
    if not scan.tokens or len(scan.tokens) > MAX_TOKENS or _NUMBERED.search(fold(scan.text)):
        return None
    has_head = _HEAD.search(scan.folded) is not None
    found = _read(scan, report, has_head)
    if found is None:
        return None
    if match := scan.first(_POLITE):
        scan.take(match)
    story = _PERSONAL.search(_POLITE.sub(" ", scan.folded)) is not None
    found = replace(found, topic=" ".join(scan.rest()))
    return found if _is_set_question(scan, report, found, has_head, story) else None


def _read(scan: Scan, report: Report, has_head: bool) -> SetFilter | None:
    today = date.fromisoformat(report.date)
    found = SetFilter()
    counting = _counting(scan)
    if counting:
        found = replace(found, aggregate=Aggregate.COUNT)
    found = take_clusters(scan, report, found)
    found = take_ministries(scan, report, found)
    found = take_rows(scan, found, has_head)
    found = _ordered(scan, found, has_head)
    found = take_money(scan, found, has_head)
    found = take_terms(scan, today, found)
    if counting is None and _COUNT.search(scan.folded) and found.aggregate is Aggregate.LIST:
        return None  # "Wie viele Lehrkräfte …": something else is counted
    return found


def _counting(scan: Scan) -> re.Match[str] | None:
    match = _COUNT.search(scan.folded)
    return match if match and _COUNTED.search(match["next"]) else None


def _ordered(scan: Scan, found: SetFilter, has_head: bool) -> SetFilter:
    """The first, the last, the longest: by start or end, whichever word stands beside it."""
    has_head = has_head or _ANY_HEAD.search(scan.folded) is not None or scan.folded.startswith(("was ", "welche "))
    starts, ends = _START_WORD.search(scan.folded), _END_WORD.search(scan.folded)
    runs = _RUN_WORD.search(scan.folded)
    if (starts or ends) and has_head and (match := scan.first(_NEXT)) and not re.search(r"naechste\w* jahr", scan.folded):
        scan.take(match)
        event = Event.END if ends else Event.START
        return replace(found, aggregate=Aggregate.EARLIEST, event=event, only_future=True)
    for aggregate, _event, pattern in _PERIOD_ORDER:
        if (match := scan.first(pattern)) and (
            starts or ends or (has_head and re.search(r"aelteste|neue?ste|juengste|laengsten", match[0]))
        ):
            scan.take(match)
            return replace(found, aggregate=aggregate, event=Event.END if ends and not starts else Event.START)
    for aggregate, pattern in ((Aggregate.LONGEST, _LONGEST), (Aggregate.SHORTEST, _SHORTEST)):
        if (runs or has_head) and (match := scan.first(pattern)):
            scan.take(match)
            return replace(found, aggregate=aggregate)
    return found


def _is_set_question(scan: Scan, report: Report, found: SetFilter, has_head: bool, story: bool) -> bool:
    topic_words = [word for word in re.findall(r"\w+", found.topic) if fold(word) not in SILENT_WORDS]
    if not found.has_condition and found.aggregate is Aggregate.LIST:
        return not topic_words and not story and _ALL.fullmatch(scan.folded) is not None
    if len(topic_words) > MAX_TOPIC_WORDS or (story and not _story_allowed(scan, found, has_head)):
        return False
    if _about_one_measure(scan, report, found, has_head, bool(topic_words)):
        return False
    if found.aggregate is Aggregate.SUM:
        return not topic_words or (has_head and found.has_condition)
    if has_head:
        return True
    if _is_superlative(found):
        return not topic_words
    if found.aggregate is Aggregate.COUNT:
        return found.has_condition and not topic_words
    return _without_head(scan, found, topic_words)


def _is_superlative(found: SetFilter) -> bool:
    return found.aggregate not in (Aggregate.LIST, Aggregate.COUNT, Aggregate.SUM)


def _about_one_measure(scan: Scan, report: Report, found: SetFilter, has_head: bool, has_topic: bool) -> bool:
    """Whether a fact about one measure is asked for: it is named, or the question begins like one."""
    if _ONE_NAMED.search(scan.folded) and not _is_superlative(found):
        return True
    begins_so = _NOT_A_SET.search(scan.folded) is not None
    allowed = (has_head and found.has_condition) or _is_superlative(found) or found.aggregate is Aggregate.SUM
    if _ROW_FIRST.search(scan.folded) and not has_head and (has_topic or not (found.terms or found.money or found.ministries)):
        return True
    if begins_so and not allowed and (has_topic or not found.terms):
        return True
    if found.aggregate is Aggregate.COUNT and has_topic and not found.has_condition and _OF_ONE.search(scan.folded):
        return True
    plural = _PLURALS.search(scan.folded) is not None
    return has_topic and names_measure(found.topic, report) and not (plural and found.has_condition)


def _story_allowed(scan: Scan, found: SetFilter, has_head: bool) -> bool:
    """In a personal question only what nobody says of themselves is a condition: ministries, clusters, funds."""
    only_offices = not (found.terms or found.states or found.money or found.figure or found.partner or found.website)
    offices = found.ministries or found.clusters or found.sources or found.excluded_ministries
    plain = found.aggregate in (Aggregate.LIST, Aggregate.COUNT)
    return has_head and bool(offices) and only_offices and plain and len(scan.tokens) <= MAX_PERSONAL_TOKENS


def _without_head(scan: Scan, found: SetFilter, topic_words: list[str]) -> bool:
    """ "Was macht das MSB für Kitas?" and bare key words ("mags 2024", "unter 500.000 Euro")."""
    named = found.ministries or (found.partners and not topic_words)
    asks_office = bool(named) and _OFFICE.search(scan.folded) is not None
    if asks_office and _topic_is_aim(scan, topic_words):
        return True
    bare = not topic_words and (not found.states or bool(found.ministries or found.clusters))
    question = re.match(r"(?:was|welche[srn]?|alles|alle|gibt es|wo) ", scan.folded) is not None
    return bare or (question and not topic_words and bool(found.states) and found.states != (TermState.UNSTATED,))


def _topic_is_aim(scan: Scan, topic_words: list[str]) -> bool:
    """"Was macht das MSB für Kitas?" asks for measures, "Wo hat das MSB seinen Sitz?" does not."""
    if not topic_words:
        return True
    free = next(i for i, token in enumerate(scan.tokens) if not scan.taken[i] and scan.original(i) in topic_words)
    return any(token.folded in _AIMS for token in scan.tokens[max(0, free - 2) : free])


def names_measure(topic: str, report: Report) -> bool:
    """Whether words name one measure: its whole title but for small words, or the acronym in it."""
    asked = {fold(word) for word in _NAMES.findall(topic)}
    return any(_named(measure.title, asked) for measure in report.measures)


def _named(title: str, asked: set[str]) -> bool:
    words = [fold(word) for word in _NAMES.findall(title) if fold(word) not in SILENT_WORDS and len(word) > 2]
    acronyms = {fold(word) for word in re.findall(r"\b[A-ZÄÖÜ]\w*[A-ZÄÖÜ]\w*\b", title) if len(word) > 2} - {
        "nrw",
        "esf",
        "jtf",
        "egh",
        "fos",
        "bfs",
        "spnv",
        "mid",
    }
    return bool(acronyms & asked) or (bool(words) and set(words) <= asked)
