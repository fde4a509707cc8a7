"""How many: the number in a measure's text or tables that counts what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fko_qa.facts.kinds import Fact, FactKind, FactQuote, not_stated
from fko_qa.facts.matching import SAME_MATTER, Matter, likeness, row, row_quotes, stems_of
from fko_qa.facts.values import PERCENT

_NUMBER_WORDS = "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
_ABOUT = r"(?:(?:über|rund|rd\.|ca\.|etwa|knapp|bis zu|mehr als|mindestens|max\.|fast) )*"
_ADJECTIVE = r"[a-zäöüß-]+(?:e|en|er|es) (?!und |sowie )"
_NOUN = r"[„\"]?(?:\w+-)?[A-ZÄÖÜ][\w-]+[“\"]?"  # also "zdi-Netzwerken"
_DIGITS = r"(?:\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?! ?(?:%|Prozent|Euro|EUR|€|Mrd))"
_COUNTED = re.compile(
    rf"{_ABOUT}(?<![\w./-])(?P<number>{_DIGITS}|{_NUMBER_WORDS}|mehrere tausend|mehrere hundert)"
    rf"(?: (?:Mio\.|Tsd\.))?(?: (?:{_ADJECTIVE})*[a-zäöüß]+e sowie \d+)?"  # "500 zusätzliche sowie 300 trägergestützte"
    rf" (?P<thing>(?:{_ADJECTIVE}|und [a-zäöüß]+en )*{_NOUN}(?:(?:,? (?:und|oder) |, )(?:[a-zäöüß]+en )?{_NOUN})*)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(
    r"Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Euro|Prozent|Uhr|Quartal|Halbjahr"
)
# The latest of several figures is the one that people ask for.
_LATEST = re.compile(r"[Aa]ktuell|laufenden|[Ii]nzwischen|[Bb]islang|[Dd]erzeit")
_LATEST_BONUS = 0.05
_SECOND = 0.4
_SYNONYM = 0.5
_LINE_FILLERS = ("davo", "davon", "anzahl")
_TOTAL = re.compile(r"gestellt|gesamt")
_ROWS_WITH_NUMBERS = ("Geplante Mittel", "Partner in der Umsetzung")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number with what it counts, how well that fits, and the passage it stands in."""

    score: float
    value: str
    quotes: tuple[FactQuote, ...]


def find_count(kind: FactKind, matter: Matter) -> Fact:
    """The number with its noun as printed; of a table the bare figure. A number that counts something else is no answer."""
    if (fact := _in_tables(kind, matter)) is not None:
        return fact
    numbers = list(_numbers(matter))
    if not numbers:
        return not_stated(kind)
    best = max(numbers, key=lambda number: number.score)
    return Fact(kind, best.value, best.quotes, stated=True)


def _texts(matter: Matter) -> Iterator[tuple[str, tuple[FactQuote, ...]]]:
    for passage in matter.sentences:
        yield passage.text, (FactQuote(passage.section, passage.text),)
    for label in _ROWS_WITH_NUMBERS:
        found = row(matter.measure, (label,))
        if found and not found.is_empty:
            yield found.value, row_quotes(matter.measure, found)


def _numbers(matter: Matter) -> Iterator[_Number]:
    asked = [stem for word in matter.words for stem in stems_of(word)]
    counted = [stem for stem in asked if not stem.isdigit()][:2]
    title = stems_of(matter.measure.title)
    for text, quotes in _texts(matter):
        context = matter.overlap(text) / 10 + (_LATEST_BONUS if _LATEST.search(text) else 0)
        for match in _COUNTED.finditer(text):
            if _MONTH.match(match["thing"]) or _YEAR.fullmatch(match["number"]):
                continue
            if fit := _fit(match["thing"], counted, title):
                yield _Number(fit + context + _near_years(asked, text, match.start()), match[0], quotes)
        for percent in PERCENT.finditer(text):
            fit = max((likeness(stem, stems_of(text)) for stem in counted), default=0)
            if fit >= SAME_MATTER and any(re.search("quot|anteil|prozent|stand|besetz|auslast", stem) for stem in asked):
                yield _Number(1 + fit + context, percent[0], quotes)


def _fit(thing: str, counted: list[str], title: tuple[str, ...]) -> float:
    """How well a noun phrase meets the first asked words; the second ("neue Stellen") must not be the measure's own name."""
    stems = stems_of(thing)
    first = likeness(counted[0], stems) if counted else 0.0
    second = likeness(counted[1], stems) if len(counted) > 1 and likeness(counted[1], title) < SAME_MATTER else 0.0
    return first + second * _SECOND


def _near_years(asked: list[str], text: str, position: int) -> float:
    """A year in the question prefers the figure of that year."""
    years = [stem for stem in asked if _YEAR.match(stem)]
    return 0.5 if any(year[:4] in text[max(0, position - 80) : position + 80] for year in years) else 0.0


def _in_tables(kind: FactKind, matter: Matter) -> Fact | None:
    """The cells of the tables that fit: whose, which line, which year; several if the question leaves one open."""
    asked = [stem for word in matter.words for stem in stems_of(word)]
    cells = [cell for table in matter.measure.tables for cell in _cells(table)]
    shared = {stem: {cell.line for cell in cells if likeness(stem, _named(cell.line)) >= _SYNONYM} for stem in asked}
    fits = {cell.line: sum(1 / len(lines) for lines in shared.values() if cell.line in lines) for cell in cells}
    if not (best := max(fits.values(), default=0)):
        return None
    chosen = [cell for cell in cells if fits[cell.line] == best]
    if len({cell.line for cell in chosen}) > 1:  # "Wie viele Anträge …": no word tells which, so those that were made
        chosen = [cell for cell in chosen if _TOTAL.search(cell.line.casefold())] or chosen
    years = [cell for cell in chosen if cell.year in asked]
    owners = [cell for cell in years or chosen if any(likeness(stem, stems_of(cell.owner)) >= SAME_MATTER for stem in asked)]
    final = owners or years or chosen
    quotes = tuple(dict.fromkeys(FactQuote("Tabelle", cell.quote) for cell in final))
    values = [cell.value for cell in final]
    return Fact(kind, " | ".join(values if len(set(values)) > 1 else values[:1]), quotes, stated=True)


def _named(line: str) -> tuple[str, ...]:
    return tuple(stem for stem in stems_of(line) if stem not in _LINE_FILLERS)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A figure of a table: whose it is, its line's name, its year, and the line as printed."""

    owner: str
    line: str
    year: str
    value: str
    quote: str


def _cells(table: tuple[tuple[str, ...], ...]) -> Iterator[_Cell]:
    """A table's figures; a line with one cell names whose the next are, a line without a name gives the years."""
    owner = ""
    years: tuple[str, ...] = ()
    for line in table:
        filled = [cell for cell in line if cell]
        if not line or not filled:
            continue
        if not line[0]:
            years = tuple(line[1:])
        elif len(filled) == 1:
            owner = line[0]
        else:
            for year, value in zip(years, line[1:], strict=False):
                yield _Cell(owner, line[0], year, value, " ".join(filled))
