"""How many: the number in a measure's text or tables that counts what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fko_qa.facts.kinds import NOT_STATED, Fact, FactKind, FactQuote, not_stated
from fko_qa.facts.matching import SAME_MATTER, Matter, likeness, row, row_quotes, stems_of
from fko_qa.facts.values import PERCENT

_NUMBER_WORDS = "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
_ABOUT = r"(?:(?:über|rund|rd\.|ca\.|etwa|knapp|bis zu|mehr als|mindestens|max\.|fast) )*"
_ADJECTIVE = r"[a-zäöüß-]+(?:e|en|er|es) (?!und |sowie )"
_NOUN = r"[„\"]?(?:\w+-)?[A-ZÄÖÜ][\w-]+[“\"]?"  # also "zdi-Netzwerken"
_DIGITS = r"(?:\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?! ?(?:%|Prozent|Euro|EUR|€|Mrd))"
_COUNTED = re.compile(
    rf"(?P<value>{_ABOUT}(?<![\w./-])(?P<number>{_DIGITS}|{_NUMBER_WORDS}|mehrere tausend|mehrere hundert)"
    rf"(?: (?:Mio\.|Tsd\.))?)(?: (?P<own>[a-zäöüß]+e) sowie \d+)?"  # "500 zusätzliche sowie 300 trägergestützte"
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
# So many words behind "wie viele" name what is counted.
_FIRST = 2
_SHARE = "prozent"
_ROOT = 5
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
    """The number with its approximating words; of a table the bare figure. A number that counts something else is no answer.

    Several counts that are asked for at once give their values in the order asked, joined by `` | ``.
    """
    if (fact := _in_tables(kind, matter)) is not None:
        return fact
    found = [_best(matter, counted) for counted in matter.counted or (matter.words[:_FIRST],)]
    if not any(found):
        return not_stated(kind)
    values = dict.fromkeys(number.value if number else NOT_STATED for number in found)
    quotes = (quote for number in found if number for quote in number.quotes)
    return Fact(kind, " | ".join(values), tuple(dict.fromkeys(quotes)), stated=True)


def _best(matter: Matter, counted: tuple[str, ...]) -> _Number | None:
    shares = [*_shares(matter, counted)] if _SHARE in counted else []
    return max(shares or _numbers(matter, counted), key=lambda number: number.score, default=None)


def _texts(matter: Matter) -> Iterator[tuple[str, tuple[FactQuote, ...]]]:
    for passage in matter.sentences:
        yield passage.text, (FactQuote(passage.section, passage.text),)
    for label in _ROWS_WITH_NUMBERS:
        found = row(matter.measure, (label,))
        if found and not found.is_empty:
            yield found.value, row_quotes(matter.measure, found)


def _numbers(matter: Matter, counted: tuple[str, ...]) -> Iterator[_Number]:
    asked = [stem for word in matter.words for stem in stems_of(word)]
    things = [stem for word in counted for stem in stems_of(word) if not stem.isdigit()]
    title = stems_of(matter.measure.title)
    for text, quotes in _texts(matter):
        context = matter.overlap(text) / 10 + (_LATEST_BONUS if _LATEST.search(text) else 0)
        for match in _counts(text):
            if _MONTH.match(match["thing"]) or _YEAR.fullmatch(match["number"]):
                continue
            thing = f"{match['own']} {match['thing'].split(maxsplit=1)[-1]}" if match["own"] else match["thing"]
            if fit := _fit(thing, things, title):
                own = sum(likeness(stem, stems_of(thing)) for stem in asked) / 10
                yield _Number(fit + context + own + _near_years(asked, text, match.start()), match["value"], quotes)


def _counts(text: str) -> Iterator[re.Match[str]]:
    """All counts; of "500 zusätzliche sowie 300 trägergestützte Ausbildungsplätze" both."""
    place = 0
    while match := _COUNTED.search(text, place):
        yield match
        place = match.end("own") if match["own"] else match.end()


def _shares(matter: Matter, counted: tuple[str, ...]) -> Iterator[_Number]:
    """The percentages; those whose sentence begins a word as a "…quote" does fit best ("mit 76 % besetzt")."""
    roots = {stem[:_ROOT] for word in (*counted, *matter.words) for stem in stems_of(word)}
    for text, quotes in _texts(matter):
        shared = sum(stem[:_ROOT] in roots for stem in stems_of(text))
        for match in PERCENT.finditer(text):
            yield _Number(shared + matter.overlap(text), match[0], quotes)


def _fit(thing: str, counted: list[str], title: tuple[str, ...]) -> float:
    """How well a noun phrase meets what is counted: any of many words, or the first and less the second of a few.

    The second ("neue Stellen") must not be the measure's own name.
    """
    stems = stems_of(thing)
    if len(counted) > _FIRST:
        return max(likeness(stem, stems) for stem in counted)
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
