"""A question's text → which fact about a measure it asks for, or None: most questions ask for a measure, not for a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from fko_qa.facts.cues import CUES
from fko_qa.facts.dictionary import in_german
from fko_qa.facts.folding import Segment, fold, segments
from fko_qa.facts.foreign import FOREIGN_CUES
from fko_qa.facts.foreign_rare import FOREIGN_RARE_CUES
from fko_qa.facts.guards import asks_for_measures, is_meant, noun_asks
from fko_qa.facts.kinds import FactKind, FactRequest
from fko_qa.facts.naming import NAMED_CUES
from fko_qa.facts.nouns import MENDED, NOUNS
from fko_qa.facts.rare_cues import RARE_CUES
from fko_qa.text import STOP_WORDS, normalise, tokenise

_KNOWN = frozenset(word for nouns in NOUNS.values() for entry in nouns.split() for word in entry.split("_")) | frozenset(MENDED)
_EMPTY = frozenset(map(fold, STOP_WORDS))
# Of what stands behind "wie viele" so many words may name what is counted; before it, where nothing stands behind, any word may.
_COUNTED_WORDS = 2
_MEETINGS = ("treffen", "veranstaltungen")  # what "wie oft" counts
_SHARE = re.compile(r"prozent|quote|anteil|auslastung|besetzung|stand$")
# Words of other languages that look like German ones with a slip ("ministère").
_FOREIGN_LINES = " ".join((*FOREIGN_CUES.values(), *FOREIGN_RARE_CUES.values()))
_SPARED = frozenset(re.findall(r"\w{5,}", f"{_FOREIGN_LINES} {re.sub(r'.[?]', '', _FOREIGN_LINES)}"))
_GAP = r"((?: \w+){0,20}?)"


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue in a segment: its range in the segment's text, and the ranges in it that belong to the matter."""

    kind: FactKind
    begin: int
    end: int
    kept: tuple[tuple[int, int], ...]
    place: int = 0  # where it begins in the question
    foreign: bool = False  # asked in another language than German


def asked_fact(text: str) -> FactRequest | None:
    """Which fact about a measure a question asks for; None if it asks which measure there is, for help, or anything else.

    >>> request = asked_fact("Laufzeit und Ressort von PerMenti?")
    >>> [str(kind) for kind in request.kinds], request.words
    (['term', 'ministry'], ('permenti',))
    >>> asked_fact("Gibt es Geld für den Meister?") is None
    True
    """
    clean = normalise(text)
    found = [(segment, one) for segment in _asking(clean) for one in _in_segment(segment)]
    if not found:
        return None
    words = _content(_rest(clean))
    counts = [(segment, one) for segment, one in found if one.kind is FactKind.COUNT]
    if not words and counts and found[0][1].kind is FactKind.COUNT:  # "Wie viele sind das?"
        return None
    if counts:  # what is to be counted comes first: it stands behind "wie viele"
        behind = set(tokenise(clean[counts[0][1].place :]))
        words = tuple(sorted(words, key=lambda word: word not in behind))
    counted = tuple(_counted(segment, one, [other for _, other in counts]) for segment, one in counts)
    named = next((name for segment, one in found if (name := _named(segment, one))), "")
    kinds = tuple(dict.fromkeys(one.kind for _, one in found))
    german = _translated(words) if any(one.foreign for _, one in found) else ()
    return FactRequest(kinds, tuple(dict.fromkeys((*words, *german))), counted, named)


def _translated(words: tuple[str, ...]) -> tuple[str, ...]:
    """The German for those words of other languages that matter here."""
    return tuple(german for word in words if (german := in_german(fold(word))))


def _counted(segment: Segment, one: _Found, counts: list[_Found]) -> tuple[str, ...]:
    """What is to be counted: up to two words behind the cue; if none stands there, the words before it."""
    cue = segment.text[one.begin : one.end]
    if _SHARE.search(cue):
        return ("prozent", *re.findall(r"\w*quote", cue))
    if re.match(r"wie (oft|haeufig)", cue):
        return _MEETINGS
    place = one.kept[0][0] if one.kept else one.end
    stop = min((other.begin for other in counts if other.place > one.place and other.begin > one.begin), default=None)
    behind = _nouns(segment.text[place:stop])
    if behind:
        foreign = _translated(behind[: _COUNTED_WORDS + 1]) if one.foreign else ()
        return foreign[:1] or behind[:_COUNTED_WORDS]
    return _nouns(segment.text[: one.begin])


def _nouns(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.split() if word not in _EMPTY)


def _named(segment: Segment, one: _Found) -> str:
    """The noun whose name is asked for; of a ministry's question "wer ist federführend" the body that leads a project."""
    if one.kind is FactKind.NAMED and one.kept:
        begin, end = one.kept[-1]
        return segment.text[begin:end]
    return "projekttraeger" if one.kind is FactKind.MINISTRY and "federfuehr" in segment.text[one.begin : one.end] else ""


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
    parts = tuple(segments(text, _KNOWN, _SPARED))
    return tuple(part for part in parts if part.is_question) or parts


def _in_segment(segment: Segment) -> list[_Found]:
    text = segment.text
    if asks_for_measures(text):
        return []
    strong = _longest([one for one in _cues(text) if is_meant(one.kind, text, one.begin, one.end)])
    return [replace(one, place=_place(segment, one.begin)) for one in _with_nouns(text, strong)]


def _place(segment: Segment, position: int) -> int:
    """The place in the question of the word that stands at a position of the segment's text."""
    return segment.words[segment.text.count(" ", 0, position)].begin


def _cues(text: str) -> Iterator[_Found]:
    for kind, pattern, foreign in _patterns():
        for match in pattern.finditer(text):
            kept = tuple(match.span(group) for group in range(1, pattern.groups + 1) if match[group])
            yield _Found(kind, match.start(), match.end(), kept, foreign=foreign)


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
        if not _is_taken(match, strong) and noun_asks(text, match[0], match.start(), something_asks=bool(strong))
    ]
    return sorted((*strong, *_longest(nouns)), key=lambda one: one.begin)


def _is_taken(match: re.Match[str], found: list[_Found]) -> bool:
    """Whether a word is part of a cue already; what the cue keeps for the matter is free."""
    return any(
        one.begin <= match.start() < one.end and not any(begin <= match.start() < end for begin, end in one.kept) for one in found
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
def _patterns() -> tuple[tuple[FactKind, re.Pattern[str], bool], ...]:
    return tuple(
        (kind, _compiled(line), cues in (FOREIGN_CUES, FOREIGN_RARE_CUES))
        for cues in (NAMED_CUES, RARE_CUES, CUES, FOREIGN_RARE_CUES, FOREIGN_CUES)
        for kind, lines in cues.items()
        for line in filter(None, map(str.strip, lines.splitlines()))
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
