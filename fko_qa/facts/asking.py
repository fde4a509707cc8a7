"""A question's text → which fact about a measure it asks for, or None: most questions ask for a measure, not for a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from fko_qa.facts.cues import CUES, MENDED, NOUNS
from fko_qa.facts.folding import Segment, segments
from fko_qa.facts.kinds import FactKind, FactRequest
from fko_qa.text import STOP_WORDS, normalise, tokenise

_KNOWN = frozenset(word for nouns in NOUNS.values() for entry in nouns.split() for word in entry.split("_")) | frozenset(MENDED)
_GAP = r"((?: \w+){0,7}?)"

# Shorthand: as few words as people type into a search box; in longer ones a noun is a topic ("Partner für mein Start-up finden").
_SHORTHAND = 6
# A noun that opens a longer line still asks ("Laufzeit der Förderung für Wärmepumpen im Handwerk").
_SHORTHAND_OPENING = 10
# With such a word the line says what someone wants to do.
_DOING = re.compile(
    r"\b(?:uebernehmen|verschieben|vereinbaren|absagen|gesucht|finden|suchen?|bekommen|kriegen|machen|werden|will|moechte|wollen|lernen"
    r"|arbeiten|sparen|senken)\b"
)
_POLITE = r"(?:bitte|hallo|mal|nur|kurz|die|der|das|den|und|nochmal|frage|zum|zur|zu|thema|guten|tag|moin|hi)"
_OPENS = re.compile(rf"(?:{_POLITE} )*$")
_FRAME = re.compile(
    r"(?:^| )(?:welche[mnrs]?|wie (?:lautet|lauten|ist|sind|heisst|hoch ist|hoch sind)|was (?:ist|sind|war|waren)|nennen?|nenn"
    r"|sagen?|sag|geben|gib|zeigen?|zeig|brauche?n?|braeuchte|suchen?|such|haette gerne?|moechte|wissen|wuesste|frage|nach|gibts?"
    r"|gibt es|hat|haben|um|interessiert|interessieren|kennen sie|auch|und|sowie|plus|oder|nicht|in|erklaeren|schicken|haette|koennen|koennten|koennte|kannst du|ich)"
    r"(?: (?:mir|uns|bitte|einmal|kurz|mal|sie|ich|wir|gern|gerne|noch|der|die|das|den|dem|eine?[nrms]?|deren|dessen|dazu|dafuer|genau|genaue[nrs]?"
    r"|aktuelle[nrs]?|offizielle[nrs]?|zugehoerige[nrs]?|passende[nrs]?|konkrete[nrs]?|irgendeine?n?|denn|da|fuer|es|ein))* $"
)
_JOINED = re.compile(r" (?:und|sowie|plus|oder|bzw|auch)(?: (?:die|der|das|den|auch|noch|bitte|welche[rsn]?|eine?n?))* $")

_THINGS = (
    r"(?:massnahmen?|programme?n?|projekte?n?|initiativen?|angebote?n?|vorhaben|foerderprogramme?|hilfen?|moeglichkeiten"
    r"|foerdermoeglichkeiten|foerderungen|aktionen|kampagnen|unterstuetzung\w*|foerdermittel|zuschuesse|themen|berufe)"
)
# Questions for measures, whatever facts they are filtered by.
_ASKS_FOR_MEASURES = re.compile(
    rf"(?:^| )(?:welche[snmr]?|wie ?viele|alle|liste|saemtliche|was fuer|zeig\w*|nenn\w*|finde|suche?|brauche|ueberblick ueber|zu welcher)"
    rf"(?: (?:mir|bitte|alle|die|der|eine?n?|es|\w+(?:e|en|er|es)))* ?{_THINGS}(?![^ ])"
    rf"|(?:^| )(?:gibt es|gibts|habt ihr|haben sie) (?!.*\b(?:seite|link|homepage)\b)(?:eine?n? |irgendwelche )?(?:\w+ )?{_THINGS}(?![^ ])"
    r"|(?:^| )(?:die meisten|am meisten|am laengsten|hoechsten?|kleinste[ns]?|groesste[ns]?|teuerste\w*|niedrigste\w*|wenigsten)(?![^ ])"
    rf"|^(?:\w+ ){{0,2}}(?:massnahmen|programme|projekte|initiativen)(?: \w+)? (?:die|mit|ohne|bis|ab|unter|ueber|von|der|des)(?![^ ])"
)
# "Wie viele Maßnahmen umfasst die …" counts what one measure has.
_COUNTS_PARTS = re.compile(r"umfass|beinhalte|enthaelt|gehoeren zu|besteht aus")
_WHOLE_REPORT = re.compile(r"(?:^| )(?:bericht\w*|fachkraefteoffensive|cluster|ministerium|ressort|landesregierung)(?![^ ])")
_ABOUT_ME = re.compile(r"(?:^| )(?:ich|mich|mir|mein\w*|wir|uns|unser\w*|du|dein\w*)(?![^ ])")
_CLUSTER_NUMBER = re.compile(r"cluster (?:[ivx]+|\d+|eins|zwei|drei|vier|fuenf|sechs)(?![^ ])")
# Kinds that ask about the person who asks.
_PERSONAL = frozenset(
    {
        FactKind.MONEY_PERSON,
        FactKind.MONEY_ANY,
        FactKind.COST,
        FactKind.DEADLINE,
        FactKind.APPLICATION,
        FactKind.CONTACT,
        FactKind.ELIGIBILITY,
        FactKind.SALARY,
        FactKind.WEBSITE,
        FactKind.DURATION_TRAINING,
        FactKind.OPENING_HOURS,
    }
)
# "Wo gibt es …" and "An wen wende ich mich, wenn …" ask for help if they go on like this.
_HELP = re.compile(
    r"(?:^| )(?:hilfe|unterstuetzung|beratung|geld|foerderung|ausbildung\w*|jobs?|stellen?|arbeit|plaetze|unterschiede?|haken|problem"
    r"|kurse?|studium|angebote?)(?![^ ])"
)
_GOES_ON = re.compile(r" (?:wenn|als|weil|falls|damit) ")
_MAX_CONTACT_WORDS = 10


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue in a segment: its range in the segment's text, and the ranges in it that belong to the matter."""

    kind: FactKind
    begin: int
    end: int
    kept: tuple[tuple[int, int], ...]
    place: int = 0  # where it begins in the question


def asked_fact(text: str) -> FactRequest | None:
    """Which fact about a measure a question asks for; None if it asks which measure there is, for help, or anything else.

    >>> asked_fact("Laufzeit und Ressort von PerMenti?")
    FactRequest(kinds=(<FactKind.TERM: 'term'>, <FactKind.MINISTRY: 'ministry'>), words=('permenti',))
    >>> asked_fact("Gibt es Geld für den Meister?") is None
    True
    """
    clean = normalise(text)
    found = [one for segment in _asking(clean) for one in _in_segment(segment)]
    if not found:
        return None
    words = _content(_rest(clean))
    if not words and found[0].kind is FactKind.COUNT:  # "Wie viele sind das?"
        return None
    counted = next((one for one in found if one.kind is FactKind.COUNT), None)
    if counted is not None:  # what is to be counted comes first: it stands behind "wie viele"
        behind = set(tokenise(clean[counted.place :]))
        words = tuple(sorted(words, key=lambda word: word not in behind))
    return FactRequest(tuple(dict.fromkeys(one.kind for one in found)), words)


def without_fact_words(text: str) -> str:
    """The question without the words that only name the fact; empty only if nothing but function words is left.

    >>> without_fact_words("laufzeit talentscouting")
    'talentscouting'
    >>> without_fact_words("Wie lange läuft das?")
    ''
    """
    clean = normalise(text)
    return _rest(clean) if asked_fact(clean) else clean


def _rest(text: str) -> str:
    """The text without fact words, and without function words and marks at its ends."""
    cut = [span for segment in _asking(text) for one in _in_segment(segment) for span in _fact_words(segment, one)]
    letters = list(text)
    for begin, end in cut:
        letters[begin:end] = " " * (end - begin)
    words = "".join(letters).split()
    while words and _is_empty(words[0]):
        words.pop(0)
    while words and _is_empty(words[-1]):
        words.pop()
    return " ".join(words).strip(" ?!.,;:")


def _is_empty(word: str) -> bool:
    bare = word.strip("?!.,;:–-…\"'„“()").casefold()
    return bare in STOP_WORDS or not bare


def _content(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in tokenise(text) if word not in STOP_WORDS))


def _asking(text: str) -> tuple[Segment, ...]:
    """The sentences that ask: those with a question mark, or all if none has one (a long story then needs plain words)."""
    parts = tuple(segments(text, _KNOWN))
    return tuple(part for part in parts if part.is_question) or parts


def _in_segment(segment: Segment) -> list[_Found]:
    text = segment.text
    if _ASKS_FOR_MEASURES.search(text) and not (_COUNTS_PARTS.search(text) and not _WHOLE_REPORT.search(text)):
        return []
    strong = _longest([one for one in _cues(text) if _is_meant(one, text)])
    return [replace(one, place=_place(segment, one.begin)) for one in _with_nouns(text, strong)]


def _place(segment: Segment, position: int) -> int:
    """The place in the question of the word that stands at a position of the segment's text."""
    return segment.words[segment.text.count(" ", 0, position)].begin


def _cues(text: str) -> Iterator[_Found]:
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            kept = tuple(match.span(group) for group in range(1, pattern.groups + 1) if match[group])
            yield _Found(kind, match.start(), match.end(), kept)


def _is_meant(one: _Found, text: str) -> bool:
    matched, rest = text[one.begin : one.end], text[one.end :]
    if one.kind not in _PERSONAL and one.kind is not FactKind.COUNT and _ABOUT_ME.search(" " + matched):
        return False
    if one.kind is FactKind.DATE and rest.startswith(" man "):
        return False
    if one.kind is FactKind.CONTACT:
        return not _GOES_ON.search(rest) or text.count(" ") < _MAX_CONTACT_WORDS
    if one.kind in (FactKind.LOCATION, FactKind.SOURCE, FactKind.DATE, FactKind.MINISTRY, FactKind.GOAL, FactKind.REASON):
        return not _ABOUT_ME.search(rest) and not (one.kind is FactKind.LOCATION and _HELP.search(rest))
    return not (one.kind is FactKind.CLUSTER and _CLUSTER_NUMBER.search(text))


def _longest(found: list[_Found]) -> list[_Found]:
    """Without what overlaps a longer find; equally long, the first kind in the cues' order."""
    chosen: list[_Found] = []
    for one in sorted(found, key=lambda one: one.begin - one.end):
        if all(one.end <= other.begin or other.end <= one.begin for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.begin)


def _with_nouns(text: str, strong: list[_Found]) -> list[_Found]:
    """The finds, and the bare nouns that ask: in shorthand, after words of asking, or joined to what asks."""
    nouns = [
        _Found(kind, match.start(), match.end(), ())
        for kind, pattern in _noun_patterns()
        for match in pattern.finditer(text)
        if not _is_taken(match, strong) and _noun_asks(text, match, bool(strong))
    ]
    return sorted((*strong, *_longest(nouns)), key=lambda one: one.begin)


def _is_taken(match: re.Match[str], found: list[_Found]) -> bool:
    """Whether a word is part of a cue already; what the cue keeps for the matter is free."""
    return any(
        one.begin <= match.start() < one.end and not any(begin <= match.start() < end for begin, end in one.kept) for one in found
    )


def _noun_asks(text: str, match: re.Match[str], something_asks: bool) -> bool:
    if match[0].startswith("cluster") and _CLUSTER_NUMBER.search(text):
        return False
    before = text[: match.start()]
    if something_asks:
        return bool(_JOINED.search(before))
    if _ABOUT_ME.search(
        re.sub(
            r"^(?:ich|wir) (?:brauche?n?|suche?n?(?= (?:die|den|das) )|moechten?|haette?n?|braeuchten?)|sagen sie mir|mir|uns",
            "",
            text,
        )
    ):
        return False
    words = 99 if _DOING.search(text) else text.count(" ") + 1
    if words <= _SHORTHAND and not re.match(r"(?:was|wie|wo|wer|gibt|gibts|kann|hat|ist|welche)\b", text):
        return True
    if _OPENS.fullmatch(before) and words <= _SHORTHAND_OPENING:
        return True
    return bool(_FRAME.search(" " + before)) and bool(
        re.search(r"\b(?:von|vom|der|des|fuer|bei|beim|zu|zum|zur|hat|haben|das|die)\b|$", text)
    )


def _fact_words(segment: Segment, one: _Found) -> Iterator[tuple[int, int]]:
    """The ranges in the question of the words that only name the fact."""
    position = 0
    for word in segment.words:
        end = position + len(word.text)
        if one.begin <= position < one.end and not any(begin <= position and end <= stop for begin, stop in one.kept):
            yield word.begin, word.end
        position = end + 1


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[FactKind, re.Pattern[str]], ...]:
    return tuple(
        (kind, _compiled(line)) for kind, lines in CUES.items() for line in filter(None, map(str.strip, lines.splitlines()))
    )


@lru_cache(maxsize=1)
def _noun_patterns() -> tuple[tuple[FactKind, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(rf"(?<!\S)(?:{'|'.join(sorted(nouns.split(), key=len, reverse=True))})(?!\S)".replace("_", " ")))
        for kind, nouns in NOUNS.items()
    )


def _compiled(cue: str) -> re.Pattern[str]:
    """A cue's line as a pattern over whole words; what is kept is in capturing groups."""
    groups = re.sub(r"\((?!\?)", "(?:", cue).replace("‹", "(").replace("›", ")")
    return re.compile(rf"(?<!\S){groups.replace(' …', _GAP)}(?!\S)")
