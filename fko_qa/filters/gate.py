"""Is it a question for a set at all? A wrong filter hides what people look for, so in doubt it is not."""

from __future__ import annotations

import re
from collections import Counter

from fko_qa.filters.model import Aggregate, SetFilter, TermState
from fko_qa.filters.scan import Scan, fold
from fko_qa.filters.vocabulary import HEADS_PLURAL, HEADS_SINGULAR, SILENT_WORDS, SOURCES
from fko_qa.records import Report

_PLURAL = rf"(?:{'|'.join(HEADS_PLURAL)})"
_SINGULAR = rf"(?:{'|'.join(HEADS_SINGULAR)})"
_PLURALS = re.compile(rf"\b{_PLURAL}\b")
# "Wie viele Maßnahmen umfasst die Beschäftigungsoffensive?"
_OF_ONE = re.compile(rf"\b{_PLURAL} (?:hat|umfasst|beinhaltet|enthaelt|gehoeren zu[rm]?|besitzt) ")
# "Alle Maßnahmen auflisten", "Welche Maßnahmen gibt es?"
_ALL = re.compile(
    rf"(?:(?:bitte|zeig\w*|list\w*|nenn\w*|gib|geben|mir|sie|uns|eine|die|aller|alle|saemtliche[r]?"
    rf"|welche|was fuer|uebersicht|ueber|liste|auflistung|gesamte) )+"
    rf"{_PLURAL}(?: (?:gibt|es|im|in|dem|bericht|insgesamt|auflisten|anzeigen|zeigen|bitte"
    rf"|der|fachkraefteoffensive|nrw|enthaelt|stehen|denn|ueberhaupt|alles|alle|auf))*"
)
_ONE_NAMED = re.compile(rf"\b(?:das|die|dem|der|des|dieses|diese|diesem|dieser) (?:{_SINGULAR})\b")
_NOT_A_SET = re.compile(
    r"^(?:(?:und|hallo|guten tag|bitte|hi|ok) )*(?:wann|wer|wem|warum|wieso|weshalb|wie lang\w*"
    r"|bis wann|seit wann|ab wann|wie (?:kann|komme|bekomme|beantrage|funktioniert|heisst"
    r"|hoch)|wo (?:kann|finde|bekomme|muss)"
    r"|was (?:ist|sind|bedeutet|heisst|bringt|sagt|meint|will)|worum|wofuer (?:steht|(?:hat|haben|setzt|setzen"
    r"|spricht) sich)|abkuerzung|wo steht|wie heisst)\b"
)
# "laufzeit talentscouting" asks for one measure's row; with nothing left to name one, "Laufzeit bis 2027" is a condition.
_ROW_FIRST = re.compile(
    r"^(?:telefon\w*|kontakt|adresse|laufzeit|budget|kosten|ressort|ziel|partner|beginn|internetseite|webseite|website"
    r"|homepage|link|mittel|minister|ministerin|email|mail|sitz|hotline|ansprechpartner\w*)\b"
)
_OFFICE = re.compile(
    r"\b(?:was|woran|wofuer|wo|welche[snr]?|alles|gibt es|hat|haben|laeuft|(?:fuer )?wie ?viele?"
    r"|womit|worum|wobei|wieviele|an was|fuer was)\b(?: \S+){0,6}? (?:macht|machen|tut"
    r"|tun|unternimmt|plant|planen|bietet|bieten|foerdert|foerdern|verantwortet|verantworten"
    r"|zustaendig|verantwortlich|arbeitet|arbeiten|kuemmert|beteiligt|federfuehrend|laeuft"
    r"|laufen|finanziert|finanzieren|hat|haben|setzt|betreut|betreuen|angebot|dabei|fuehrt"
    r"|ist|zahlt|am start)\b"
)
# "Was ist schon vorbei?", "Wo steht nur das Inkrafttreten?"
_ROW_OPENERS = frozenset({"was", "wo", "bei"})
_CONTACT = re.compile(
    r"\b(?:telefon\w*|nummer|kontakt\w*|adresse|anschrift|email|e ?mail|mail|sitz|hotline|ansprechpartner\w*"
    r"|minister(?:in)?|presse\w*"
    r"|stellen\w*|jobs?|karriere|praktikum|staatssekretaer\w*|chef\w*|leitung|abkuerzung|webseite|website|homepage|termin\w*)\b"
)
_AIMS = frozenset("fuer gegen zu zum zur bei thema bereich um bezueglich wegen".split())
MAX_BARE_TOKENS = 11
MAX_TOPIC_WORDS = 7
# Without a measure word: "Was macht das MSB für Kinder mit Förderbedarf?"; a longer topic is what the question is about.
MAX_AIM_WORDS = 4
# "mags pflege"
MAX_SHORTHAND = 6
MAX_SHORTHAND_WORDS = 3
MAX_PERSONAL_TOKENS = 18
# States that nobody says of anything but the report's rows.
_UNMISTAKABLE = {TermState.IN_FORCE}
_NAMES = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"\b[A-ZÄÖÜ]\w*[A-ZÄÖÜ]\w*\b")


def speaks_of_measures(text: str) -> bool:
    """Whether a text has a word for measures in general: "Maßnahmen", "Programme", "Vorhaben"."""
    return _PLURALS.search(Scan(text).folded) is not None


def is_set_question(scan: Scan, report: Report, found: SetFilter, has_head: bool, story: bool) -> bool:
    """Whether what was read makes a set question. ``story``: somebody speaks of themselves."""
    if found.measures or found.printed:
        return True
    topic_words = [word for word in re.findall(r"\w+", found.topic) if fold(word) not in SILENT_WORDS]
    if not found.has_condition and found.aggregate is Aggregate.LIST:
        return not topic_words and not story and _ALL.fullmatch(scan.folded) is not None
    if len(topic_words) > MAX_TOPIC_WORDS or (story and not _story_allowed(scan, found, has_head)):
        return False
    if _about_one_measure(scan, report, found, has_head, bool(topic_words)):
        return False
    if found.aggregate is Aggregate.SUM:
        return not topic_words or (has_head and found.has_condition)
    return has_head or _without_head(scan, found, topic_words)


def _is_superlative(found: SetFilter) -> bool:
    return found.aggregate not in (Aggregate.LIST, Aggregate.COUNT, Aggregate.SUM)


def _about_one_measure(scan: Scan, report: Report, found: SetFilter, has_head: bool, has_topic: bool) -> bool:
    """Whether a fact about one measure is asked for: it is named, or the question begins like one."""
    if _ONE_NAMED.search(scan.folded) and not _is_superlative(found):
        return True
    begins_so = _NOT_A_SET.search(scan.folded) is not None
    row_only = bool(found.states) and not has_topic and scan.tokens[0].folded in _ROW_OPENERS
    allowed = row_only or (has_head and found.has_condition) or _is_superlative(found) or found.aggregate is Aggregate.SUM
    named = found.terms or found.money or found.ministries or found.partners
    if _ROW_FIRST.search(scan.folded) and not has_head and (has_topic or not named):
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
    if _is_superlative(found) or found.aggregate is Aggregate.COUNT:
        return not topic_words and (found.has_condition or found.aggregate is not Aggregate.COUNT)
    named = found.ministries or (found.partners and not topic_words)
    asks_office = bool(named) and _OFFICE.search(scan.folded) is not None
    if asks_office and len(topic_words) <= MAX_AIM_WORDS and _topic_is_aim(scan, topic_words):
        return True
    if _is_shorthand(scan, found, topic_words):
        return True
    bare = (
        not topic_words
        and len(scan.tokens) <= MAX_BARE_TOKENS
        and (set(found.states) <= _UNMISTAKABLE or bool(found.ministries or found.clusters))
    )
    question = re.match(r"(?:was|welche[srn]?|alles|alle|gibt es|wo) ", scan.folded) is not None
    return bare or (question and not topic_words and bool(found.states) and found.states != (TermState.UNSTATED,))


def _is_shorthand(scan: Scan, found: SetFilter, topic_words: list[str]) -> bool:
    """ "mags pflege", "mkjfgfi kita mit eigener webseite": a ministry's code first, then a word or two."""
    begins = bool(found.ministries) and scan.taken[0] and len(scan.tokens) <= MAX_SHORTHAND
    plain = (found.aggregate is Aggregate.LIST and not _CONTACT.search(scan.folded)) or bool(found.website)
    return begins and plain and len(topic_words) <= MAX_SHORTHAND_WORDS and scan.text[-1:] != "?"


def _topic_is_aim(scan: Scan, topic_words: list[str]) -> bool:
    """ "Was macht das MSB für Kitas?" asks for measures, "Wo hat das MSB seinen Sitz?" does not."""
    if not topic_words:
        return True
    free = next(i for i, token in enumerate(scan.tokens) if not scan.taken[i] and scan.original(i) in topic_words)
    return any(token.folded in _AIMS for token in scan.tokens[max(0, free - 2) : free])


def names_measure(topic: str, report: Report) -> bool:
    """Whether words name one measure: its whole title but for small words, or an acronym that no other title has."""
    asked = {fold(word) for word in _NAMES.findall(topic)}
    acronyms = Counter(acronym for measure in report.measures for acronym in _acronyms(measure.title))
    if any(count == 1 and acronym in asked for acronym, count in acronyms.items()):
        return True
    return any(words and words <= asked for words in (_content(measure.title) for measure in report.measures))


def _content(title: str) -> set[str]:
    return {word for word in map(fold, _NAMES.findall(title)) if word not in SILENT_WORDS and len(word) > 2}


def _acronyms(title: str) -> set[str]:
    """Words with two capitals: KIM, PerMenti. Neither the land nor a fund names a measure."""
    return {fold(word) for word in _ACRONYM.findall(title)} - {*SILENT_WORDS, *map(fold, SOURCES)}
