"""Start, end and dates of events, from a measure's term and text."""

from __future__ import annotations

import re

from fko_qa.facts.kinds import Fact, FactKind, FactQuote, not_stated
from fko_qa.facts.matching import SAME_MATTER, Matter, likeness, row, row_quotes, stems_of
from fko_qa.facts.values import DATE, MONTHS
from fko_qa.records import Field, Passage

_TERM = ("Beginn/ Laufzeit", "Inkrafttreten")
_IN_FORCE = "kraft"
_STARTS = re.compile(r"start|beg[ia]nn|eingeführt|eingerichtet|einberufen|\bseit\b|\bSeit\b|\bab\b")
_ENDS = re.compile(r"\bbis\b|\bEnde\b")
# "(31.03.2024)" and "(Stand Q3/2023; …)" date a figure, not an event.
_AS_OF = re.compile(r"\((?:Stand )?[\d./Q]+[^)]*\)")
_YEARLY = re.compile(rf"jährlich (?:zum|im) (?:{MONTHS})")
# A date this near (in characters) to the asked words belongs to them.
_NEAR = 90
# The next sentence counts less, and alone only if it shares more than one word.
_FOLLOWING = 0.4
_CLEARLY = 1.0


def find_start(kind: FactKind, matter: Matter) -> Fact:
    """The whole term, or the date of a sentence about just what is asked."""
    return _in_sentence(kind, matter, _STARTS) or find_term(kind, matter)


def find_end(kind: FactKind, matter: Matter) -> Fact:
    """The whole term, or the date of a sentence about just what is asked, or where the table names none "bis …" in the text."""
    if (fact := _in_sentence(kind, matter, _ENDS)) is not None:
        return fact
    fact = find_term(kind, matter)
    return fact if fact.stated else _bound(kind, matter) or fact


def find_term(kind: FactKind, matter: Matter) -> Fact:
    """The row as printed; of several terms the part that is asked for."""
    found, value = _term(matter)
    if found is None or found.is_empty:
        return not_stated(kind, *(row_quotes(matter.measure, found) if found else ()))
    return Fact(kind, value, row_quotes(matter.measure, found), stated=True)


def _bound(kind: FactKind, matter: Matter) -> Fact | None:
    """Where the table names no term: the one sentence with "bis …" that shares a word with the question."""
    for passage in matter.sentences:
        match = _until_date(passage.text)
        if match and matter.overlap(passage.text) >= 1:
            return Fact(kind, match, (_quote(passage),), stated=True)
    return None


def _until_date(text: str) -> str | None:
    for match in DATE.finditer(text):
        if re.search(r"\bbis(?: zum)? $", text[: match.start()]):
            return match[0]
    return None


def _blanked(text: str) -> str:
    """The text with the dates of figures blanked, every other character in its place."""
    return _AS_OF.sub(lambda match: " " * len(match[0]), text)


def _term(matter: Matter) -> tuple[Field | None, str]:
    """The row with the term and its value; of several terms, the one of the part that is asked for."""
    found = row(matter.measure, _TERM)
    if found is None:
        return None, ""
    parts = matter.measure.period.parts if matter.measure.period else ()
    labels = [part.label for part in parts if part.label]
    asked = [
        label
        for label in labels
        if any(likeness(stem, stems_of(label)) >= SAME_MATTER for word in matter.words for stem in stems_of(word))
    ]
    if len(asked) != 1:
        return found, found.value
    begin = found.value.index(asked[0]) + len(asked[0])
    following = [found.value.index(label) for label in labels if found.value.index(label) > begin]
    return found, found.value[begin : min(following, default=None)].strip()


def find_date(kind: FactKind, matter: Matter) -> Fact:
    """When an event was: in force, else the date in the text that stands nearest to the asked words, else the term."""
    in_force = matter.measure.field("Inkrafttreten")
    if in_force and not in_force.is_empty and any(_IN_FORCE in word for word in matter.words):
        return Fact(kind, in_force.value, row_quotes(matter.measure, in_force), stated=True)
    if dated := [one for place in range(len(matter.sentences)) for one in _dates(matter, place)]:
        _, date, quotes = max(dated, key=lambda one: one[0])
        return Fact(kind, date, quotes, stated=True)
    found = row(matter.measure, _TERM)
    if found is None or found.is_empty or not _only_title(matter):
        return not_stated(kind, *(row_quotes(matter.measure, found) if found else ()))
    return Fact(kind, found.value, row_quotes(matter.measure, found), stated=True)


def _only_title(matter: Matter) -> bool:
    """Whether nothing is asked but the measure itself."""
    title = stems_of(matter.measure.title)
    return all(likeness(stem, title) for word in matter.words for stem in stems_of(word) if not stem.isdigit())


def _in_sentence(kind: FactKind, matter: Matter, sign: re.Pattern[str]) -> Fact | None:
    """A dated sentence that speaks of a part which the title does not name ("die Fortbildungskurse", "der Schulversuch")."""
    title = stems_of(matter.measure.title)
    parts = [stem for word in matter.words for stem in stems_of(word) if not likeness(stem, title)]
    fitting = []
    for place, passage in enumerate(matter.sentences if parts else ()):
        text, stems = _blanked(passage.text), stems_of(passage.text)
        signed = sign.search(text)
        if not signed or any(likeness(stem, stems) < SAME_MATTER for stem in parts):
            continue
        # an end stands behind its word ("Ende des Schulversuchs jeweils 2024"), a start on either side
        if match := DATE.search(text, signed.end() if kind is FactKind.END else 0) or _YEARLY.search(text):
            fitting.append((matter.context(place), -place, Fact(kind, match[0], (_quote(passage),), stated=True)))
    return max(fitting, key=lambda one: one[:2])[2] if fitting else None


def _quote(passage: Passage) -> FactQuote:
    return FactQuote(passage.section, passage.text)


def _dates(matter: Matter, place: int) -> list[tuple[float, str, tuple[FactQuote, ...]]]:
    """The dates of a sentence, each with how well the words around it fit and its quotes.

    None where nothing asked stands in it or in the next ("… im November ein erster Schritt. Grundlage ist ein Letter of Intent").
    """
    passage, following = matter.sentences[place], matter.sentences[place + 1 : place + 2]
    text, own = _blanked(passage.text), matter.overlap(passage.text)
    after = max((matter.overlap(one.text) for one in following if one.section == passage.section), default=0.0)
    quotes = (_quote(passage), *(_quote(one) for one in following if after > own))
    found = []
    for match in DATE.finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        precision = len(re.findall(r"\d+", match[0])) / 10
        found.append((own + after * _FOLLOWING + matter.overlap(around) / 2 + precision, match[0], quotes))
    return found if own or after > _CLEARLY else []
