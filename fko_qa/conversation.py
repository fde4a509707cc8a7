"""Follow-ups: whether a question needs the one before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

# "Und wie lange läuft das?" points back; "Und was gibt es für Kitas?" brings its own matter.
_OPENS_LIKE_FOLLOW_UP = re.compile(
    r"^(?:und|un|oder|aber|ok(?:ay)?|also|dann|auch|ach so|(?:bitte )?nur (?:die|den|das|solche|noch)|nein|lieber|und zwar)\b",
    re.IGNORECASE,
)
# Points at something said before, whatever else the question brings …
_POINTS_BACK = re.compile(
    r"\b(?:dort|da(?:von|runter|raus|f(?:ü|ue)r|zu|mit|bei|ran|rin|hinter)|deren|dessen|beiden?|erste[rsn]?|zweite[rsn]?|andere[rsmn]?|"
    r"selbe[nr]?|gleiche[nr]?)\b",
    re.IGNORECASE,
)
# … and these may, if the question has next to no words of its own ("gibt es" does not).
_MAY_POINT_BACK = re.compile(r"\b(?:das|dies(?:e[rsmn]?)?|(?<!gibt )es|da)\b", re.IGNORECASE)
# A follow-up has few words of its own; a longer question can stand alone even if it begins with "Und".
MAX_OWN_WORDS = 3


def is_follow_up(question: str, own_words: int) -> bool:
    """Whether a question needs the one before it.

    Args:
        own_words: how many words of its own matter it has, without those that only name a fact (Laufzeit, Ressort).

    >>> is_follow_up("Und wie lange läuft das?", 0), is_follow_up("Welche Hilfe gibt es für Kitas in NRW?", 3)
    (True, False)
    """
    if own_words > MAX_OWN_WORDS:
        return False
    if own_words == 0:
        return True
    if _OPENS_LIKE_FOLLOW_UP.match(question.strip()) or _POINTS_BACK.search(question):
        return True
    return own_words == 1 and _MAY_POINT_BACK.search(question) is not None


def points_back(question: str) -> bool:
    """Whether a question points at something said before: "davon", "das andere", "beide"."""
    return _POINTS_BACK.search(question) is not None


# "wivil", "seid wan": typed as spoken.
_SHORT_ASKING = re.compile(
    r"^\W*(?:(?:und?|aber|ok(?:ay)?|also|dann)\W+)*(?:in |an |bei |aus |von |f(?:ü|ue)r |mit |bis |seit |seid |ab )?"
    r"(?:wer|wem|wen|wessen|wan+|abwan+|wie ?viele?n?|wi?e?vie?le?n?|wie lange?|wie oft|wie hoch|wo|welche[rsmn]?|was kost\w*)\b",
    re.IGNORECASE,
)
MAX_SHORT = 9


def asks_shortly(question: str) -> bool:
    """Whether a few words ask who, when, where, how much: in a conversation that is a fact of what was talked about.

    >>> asks_shortly("Wer führt das durch?"), asks_shortly("un seit wan gild das so"), asks_shortly("und in der Pflege?")
    (True, True, False)
    """
    return len(question.split()) <= MAX_SHORT and _SHORT_ASKING.match(question) is not None


_ORDINALS = ("erst", "zweit", "dritt", "viert")
_ORDINAL = re.compile(
    rf"\b(?:d(?:ie|as|er|em|en)|beim?|zum?|zur)\s+(?P<which>{'|'.join(_ORDINALS)}|letzt)e[rsnm]?\b", re.IGNORECASE
)
_OTHER = re.compile(r"\b(?:d(?:ie|as|er|em|en)|beim?|zum?|zur|für)\s+andere[rsnm]?\b", re.IGNORECASE)


# "Die ersten drei" and "im ersten Quartal" are no single measure.
_NOT_ONE = re.compile(
    r"^\s*(?:\d|zwei|drei|vier|fünf|fuenf|beiden|cluster|kapitel|quartal|halbjahr|jahr|hälfte|monat)", re.IGNORECASE
)


def points_at_one(question: str) -> bool:
    """Whether a question points at one of several measures by its place: "die zweite", "beim letzten".

    >>> points_at_one("Worum geht es bei der ersten?"), points_at_one("und die ersten drei?")
    (True, False)
    """
    match = _ORDINAL.search(question)
    return match is not None and _NOT_ONE.match(question[match.end() :]) is None


def pointed_at(question: str, listed: Sequence[str], focus: str | None) -> str | None:
    """Which of the measures that were listed a follow-up points at: "die zweite", "das andere", else the one in focus.

    >>> pointed_at("Und die zweite?", ["VI.2", "VI.3"], "VI.2"), pointed_at("und das andere?", ["VI.2", "VI.3"], "VI.2")
    ('VI.3', 'VI.3')
    >>> pointed_at("Wie lange läuft das?", ["VI.2", "VI.3"], "VI.2")
    'VI.2'
    """
    if match := _ORDINAL.search(question):
        which = match["which"].casefold()
        at = len(listed) - 1 if which == "letzt" else _ORDINALS.index(which)
        if 0 <= at < len(listed):
            return listed[at]
    if _OTHER.search(question):
        others = [one for one in listed if one != focus]
        if others:
            return others[0]
    return focus
