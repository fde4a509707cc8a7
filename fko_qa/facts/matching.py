"""What a request is about, matched against a measure's words; and the measure's rows as quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fko_qa.facts.folding import fold, light_stem
from fko_qa.facts.kinds import FactQuote
from fko_qa.records import Field, Measure, Passage, View
from fko_qa.text import STOP_WORDS

_WORD = re.compile(r"\w+(?:/\d+)?")
# A part of a compound must have this many letters, or "Amt" would be found in "gesamt".
_MIN_PART = 4
_MIN_PREFIX = 5
# Words of the title are in most sentences of a measure; the others tell which sentence is meant.
_TITLE_WEIGHT = 0.3
_SAME, _PART, _SYNONYM = 1.0, 0.7, 0.5
# From this likeness on two words mean the same matter; a synonym alone does not.
SAME_MATTER = _PART
_SYNONYMS = tuple(
    frozenset(light_stem(word) for word in line.split())
    for line in """
    personen menschen leute teilnehmer teilnehmende mitarbeitende mitarbeiter kraefte interessenten besucher gaeste
    schueler schuelerinnen jugendliche kinder lernende auszubildende azubis lehrlinge studierende
    unternehmen betriebe firmen
    traeger organisationen
    lehrstellen ausbildungsplaetze lehrplaetze
    kommunen staedte gemeinden kreise orte standorte regionen gegenden gebiete
    stellen posten jobs arbeitsplaetze personalstellen
    plaetze ausbildungsplaetze stellen
    kurse lehrgaenge qualifikationskurse qualifizierungskurse
    unterschrieben unterzeichnet unterschrift unterzeichnung
    jobcenter traegern traeger
    hochschulen universitaeten unis fachhochschulen
    bewilligt anerkannt genehmigt akzeptiert
    abgelehnt zurueckgewiesen ablehnungen ablehnung
    gestellt eingereicht eingegangen
    zurueckgezogen ruecknahmen
    lehrerstellen lehrkraeftestellen lehrkraft-stellen lehrkraft lehrer
    bahnunternehmen zugfirmen bahnfirmen bahngesellschaften bahnen eisenbahnunternehmen nahverkehrsbahnen verkehrsunternehmen
    gruppen arbeitsgruppen ags
    coaches berater betreuer begleiter lotsen begleitpersonen helfer betreuungspersonen
    veranstaltungen tagungen konferenzen sitzungen termine treffen
    praemien meisterpraemien auszahlungen
    """.strip().splitlines()
)
# People in general may mean any people that the report counts.
_ANYBODY = frozenset(light_stem(word) for word in "personen menschen leute frauen maenner teilnehmende".split())
_PEOPLE = tuple(
    light_stem(word) for word in "personen schueler lernende studierende auszubildende teilnehmer mitarbeiter kraefte".split()
)
_VAGUE = 0.3


@dataclass(frozen=True, slots=True)
class Matter:
    """A request's words, the measure, and its own quotable passages in the order of the report (text and goal)."""

    words: tuple[str, ...]
    measure: Measure
    sentences: tuple[Passage, ...]
    counted: tuple[tuple[str, ...], ...] = ()
    named: str = ""

    def overlap(self, text: str) -> float:
        """How much of the words a text shares; a word of the measure's title counts less."""
        stems, title = stems_of(text), stems_of(self.measure.title)
        asked = {stem for word in self.words for stem in stems_of(word)}
        return sum(likeness(stem, stems) * (_TITLE_WEIGHT if likeness(stem, title) == _SAME else 1) for stem in sorted(asked))

    def context(self, place: int) -> float:
        """The overlap of a sentence, and less of the two before it: they name what it goes on about."""
        near = self.sentences[max(0, place - 2) : place + 1]
        return sum(self.overlap(passage.text) * 0.5**distance for distance, passage in enumerate(reversed(near)))


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of a text's content words, in order.

    >>> stems_of("Die Schülerinnen an 600 Schulen")
    ('schuel', '600', 'schul')
    """
    words = (word for word in _WORD.findall(text.casefold()) if word not in STOP_WORDS)
    return tuple(light_stem(fold(word)) for word in words)


def likeness(stem: str, others: Iterable[str]) -> float:
    """How well a stem is met by one of the others: 1 the same, .7 a part of a compound or a longer form, .5 a synonym, 0 not."""
    return max((_alike(stem, other) for other in others), default=0.0)


def _alike(one: str, other: str) -> float:
    if one == other:
        return _SAME
    short, long = sorted((one, other), key=len)
    if (len(short) >= _MIN_PART and long.endswith(short)) or (len(short) >= _MIN_PREFIX and long.startswith(short)):
        return _PART
    if _groups(one) & _groups(other):
        return _SYNONYM
    return _VAGUE if one in _ANYBODY and other.endswith(_PEOPLE) else 0.0


@lru_cache(maxsize=20_000)
def _groups(stem: str) -> frozenset[int]:
    """The synonyms' groups that a stem belongs to by itself, else as a compound by its last part."""
    whole = frozenset(place for place, group in enumerate(_SYNONYMS) if stem in group)
    tails = (place for place, group in enumerate(_SYNONYMS) if any(len(one) >= _MIN_PART and stem.endswith(one) for one in group))
    return whole or frozenset(tails)


def text_passages(measure: Measure, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The measure's own sentences and its goal."""
    return tuple(one for one in passages if one.owner == measure.id and one.view in (View.SENTENCE, View.GOAL))


def row(measure: Measure, labels: Sequence[str]) -> Field | None:
    """The first of these rows that says something, else the first that there is."""
    rows = [found for label in labels if (found := measure.field(label)) is not None]
    return next((found for found in rows if not found.is_empty), rows[0] if rows else None)


def row_quotes(measure: Measure, found: Field) -> tuple[FactQuote, ...]:
    """A row's value as one quote, or its items as several if list marks stand between them in the report."""
    whole = found.value in measure.verbatim
    return tuple(FactQuote(found.label, part) for part in ((found.value,) if whole else found.parts))
