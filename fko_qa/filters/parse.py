"""A question → the set it asks for."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from fko_qa.filters.clusters import cluster_of, take_clusters
from fko_qa.filters.colloquial import plainly
from fko_qa.filters.description import read_description
from fko_qa.filters.durations import take_durations
from fko_qa.filters.gate import is_set_question
from fko_qa.filters.kinds import take_kinds, take_number_of_ministries
from fko_qa.filters.ministries import take_ministries
from fko_qa.filters.model import Aggregate, SetFilter, Sharing
from fko_qa.filters.money import take_money
from fko_qa.filters.named import take_named
from fko_qa.filters.order import take_order
from fko_qa.filters.printed import take_printed
from fko_qa.filters.ranking import take_ranking
from fko_qa.filters.recognised import Logs, decide
from fko_qa.filters.rows import take_rows
from fko_qa.filters.scan import Scan, fold
from fko_qa.filters.terms import take_terms
from fko_qa.filters.vocabulary import HEADS_PLURAL, HEADS_SINGULAR
from fko_qa.filters.wording import asking_part, refers_to_both, says_either_way, take_either_way, take_purpose
from fko_qa.records import Report

_PLURAL = rf"(?:{'|'.join(HEADS_PLURAL)})"
_SINGULAR = rf"(?:{'|'.join(HEADS_SINGULAR)})"
_HEAD = re.compile(rf"\b(?:{_PLURAL}|(?:welche[srn]?|eine?|jede[srn]?|keine?|was fuer ein) {_SINGULAR})\b")
# "MAGS + MSB"
_PLUS = re.compile(r"\s+[+&]\s+")
_TOGETHER = re.compile(r"\b(?:zusammen|gemeinsam|miteinander)\b")
_THERE = re.compile(r"\b(?:dort|darin|hierin|in dies(?:em|er)(?: (?:bereich|teil|kapitel|cluster|abschnitt))?|davon|daraus)\b")
# A measure's number: "IV.2", "Maßnahme 2.4", "Nummer 8".
_NUMBERED = re.compile(
    rf"(?<![\w.])(?:viii|vii|vi|iv|ix|iii|ii|i|v|x)\s?[.:]\s?\d{{1,2}}\b|\b(?:{_SINGULAR}"
    rf"|nummer|ziffer|punkt|nr)\.? (?:\w+[ .])?\d{{1,2}}(?:\.\d+)?\b(?! \w*(?:euro|mio|million))"
)
_COUNT = re.compile(
    r"\b(?:wie ?viele?n?|die anzahl(?: der| von| aller)?|anzahl(?: der| von| aller)?"
    r"|(?:die )?zahl der)\b(?P<next>(?: \S+){0,5})"
)
_VERBS = (
    r"(?:haben|hat|gibt|laufen|laeuft|starten|starteten|enden|endeten|beginnen|begannen"
    r"|sind|werden|wurden|stehen|gehoeren|macht|machen|verantwortet|kosten|kommen|vom|von"
    r"|im|in|bei|beim|davon|mit|ohne|liegen"
    r"|betreut|fallen|entfallen|nennen|zahlt|bekommen|der|des|aus|unter|ueber|fuehrt)"
)
_COUNTED = re.compile(
    rf"^ (?!geben|kosten|geld|zahlen|gibt)(?:(?:\S+ ){{0,4}}?(?:{_PLURAL})\b|{_VERBS}\b"
    rf"|(?:mags|msb|mwike|mkjfgfi|mkw|mhkbd|munv|mlv)\b)"
)
# Somebody who speaks of themselves tells a story: years, ages and amounts in it are no conditions.
_POLITE = re.compile(
    r"\b(?:(?:ich|wir) (?:suchen?|brauchen?|benoetigen?|moechten?|wuerden?|haetten?|wollen?"
    r"|will|interessiere|habe(?:n)? (?:hier |da )?(?:eine|mal)? ?frage\w*|frage)(?: mich"
    r"| mir| uns)?(?: (?:gern[e]?|bitte|mal|fuer|wissen|alle|sehen|haben))*"
    r"|(?:koennen|koennten|wuerden|kannst|koenntest|zeigen|nennen|geben|sagen|listen) (?:sie"
    r"|du)(?: (?:mir|uns|bitte|mal|vielleicht))*|(?:zeig|nenn|gib|sag|list|liste|zeige"
    r"|nenne|sage)(?: (?:mir|uns|mal|bitte))+|(?:geben|zeigen|nennen|sagen) sie (?:mir"
    r"|uns)|mich (?:interessiert|interessieren|wuerde interessieren)|mir (?:sagen|zeigen"
    r"|nennen|auflisten|geben)"
    r"|ich (?:arbeite|sitze|bin)(?: \S+){0,3} hotline(?: und)?|meine frage(?: ist| lautet)?"
    r"|wuesste ich gern\w*|moechte ich wissen|will ich wissen|ich (?:gern[e]?|mal) (?:wissen"
    r"|gewusst))\b"
)
_PERSONAL = re.compile(r"\b(?:ich|mir|mich|mein\w*|wir|uns|unser\w*|bin|meinem)\b")
# A longer text is a story or a letter, whatever it mentions.
MAX_TOKENS = 45


def parse_filter(text: str, report: Report, logs: Logs | None = None) -> SetFilter | None:
    """The set a question asks for, or None if it asks for something else (a topic, one measure's fact, help).

    The report's date stands for "now", its lists give the names of ministries and clusters. A line as :func:`describe` gives it
    is read as it stands.

    Args:
        logs: facet → value → log probability, from the trained heads; then it is taken for granted that a set is asked for.
            Without them the rules decide alone.
    """
    today = date.fromisoformat(report.date)
    described = read_description(text, today)
    if described is not None and _names_exist(described, report):
        return described
    return _by_rules(text, report) if logs is None else _recognised(text, report, logs, today)


def _names_exist(found: SetFilter, report: Report) -> bool:
    """ "Maßnahmen: MAGS" is no line that describes a filter, though it looks like one."""
    ministries = {*found.ministries, *found.excluded_ministries} <= set(report.ministries)
    return ministries and set(found.measures) <= {measure.id for measure in report.measures}


def _recognised(text: str, report: Report, logs: Logs, today: date) -> SetFilter | None:
    asking = asking_part(text)
    scan = Scan(_PLUS.sub(" und ", plainly(asking)))
    if not scan.tokens:
        return None
    either_way = says_either_way(scan)
    take_purpose(scan)
    found = _read(scan, report, has_head=True, counts_other=False) or SetFilter()
    if asking != text:
        found = _with_both(scan, report, found, text.removesuffix(asking))
        found = _there(scan, report, found, text.removesuffix(asking))
    if match := scan.first(_POLITE):
        scan.take(match)
    found = replace(found, topic=_topic(scan, found))
    decided = decide(scan, found, logs, today)
    if found.topic and not (decided.topic or decided.clusters) and (cluster := cluster_of(found.topic, report)):
        decided = replace(decided, clusters=(cluster,))
    # What is said not to matter is no condition, however much the words sound like one.
    found = _either_way(decided, found) if either_way else decided
    found = replace(found, topic=" ".join(scan.rest())) if found.topic else found
    if found.has_condition or found.aggregate is not Aggregate.LIST:
        return found
    return _by_rules(text, report)  # a mere topic is no set; "alle Maßnahmen" is one


def _topic(scan: Scan, found: SetFilter) -> str:
    """What no condition covers; whoever asks for words as they stand has said what is asked for."""
    literal = found.printed or (found.kinds and found.aggregate is Aggregate.LIST)
    return "" if literal else " ".join(scan.rest())


def _either_way(decided: SetFilter, read: SetFilter) -> SetFilter:
    low, high = read.ministries_at_least, read.ministries_at_most
    return replace(decided, sharing=read.sharing, ministries_at_least=low, ministries_at_most=high, basis=read.basis)


def _by_rules(text: str, report: Report) -> SetFilter | None:
    asking = asking_part(text)
    scan = Scan(_PLUS.sub(" und ", asking))
    if not scan.tokens or len(scan.tokens) > MAX_TOKENS or _NUMBERED.search(fold(scan.text)):
        return None
    has_head = _HEAD.search(scan.folded) is not None
    found = _read(scan, report, has_head)
    if found is not None and asking != text:
        found = _with_both(scan, report, found, text.removesuffix(asking))
    if found is None:
        return None
    if match := scan.first(_POLITE):
        scan.take(match)
    story = _PERSONAL.search(_POLITE.sub(" ", scan.folded)) is not None
    found = replace(found, topic=_topic(scan, found))
    return found if is_set_question(scan, report, found, has_head or bool(found.kinds), story) else None


def _with_both(scan: Scan, report: Report, found: SetFilter, before: str) -> SetFilter:
    """ "Ihre beiden Häuser" are the two ministries that were named before."""
    named = take_ministries(Scan(before), report, SetFilter()).ministries
    both = refers_to_both(scan)
    if found.ministries or both is None or len(named) != 2:
        return found
    scan.take(both)
    scan.take_first(_TOGETHER)
    return replace(found, ministries=named, sharing=Sharing.JOINT)


def _there(scan: Scan, report: Report, found: SetFilter, before: str) -> SetFilter:
    """ "Dort" is the cluster that was named before."""
    there = scan.first(_THERE)
    named = take_clusters(Scan(before), report, SetFilter(), parts=True).clusters
    if found.clusters or there is None or len(named) != 1:
        return found
    scan.take(there)
    return replace(found, clusters=named)


def _read(scan: Scan, report: Report, has_head: bool, counts_other: bool = True) -> SetFilter | None:
    """What the rules read; None if ``counts_other`` and something else than measures is counted."""
    today = date.fromisoformat(report.date)
    named = take_named(scan, report, SetFilter())
    if named.measures:
        return named
    take_either_way(scan)
    found = take_number_of_ministries(scan, take_kinds(scan, SetFilter()))
    titled = not found.kinds
    found = take_printed(scan, report, found) if titled else found
    has_head = has_head or bool(found.kinds or found.printed)
    counting = (found.kinds and not titled) or found.group or _counting(scan)
    if counting:
        found = replace(found, aggregate=Aggregate.COUNT)
    found = take_clusters(scan, report, found, parts=not counts_other)
    found = take_ministries(scan, report, found)
    found = take_rows(scan, found, has_head)
    found = take_ranking(scan, found)
    found = take_durations(scan, today, found)
    found = take_order(scan, found, has_head)
    found = take_money(scan, found, has_head)
    found = take_terms(scan, today, found)
    if counts_other and not counting and _COUNT.search(scan.folded) and found.aggregate is Aggregate.LIST:
        return None  # "Wie viele Lehrkräfte …": something else is counted
    return found


def _counting(scan: Scan) -> re.Match[str] | None:
    match = _COUNT.search(scan.folded)
    return match if match and _COUNTED.search(match["next"]) else None
