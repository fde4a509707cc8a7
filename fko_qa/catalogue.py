"""The measures to look up: a search while typing, filters, what belongs together, differences, and a sentence to read out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fko_qa.filters import Event, Figure, SetFilter, TermCondition, Website
from fko_qa.filters.dates import year_window
from fko_qa.filters.ministries import take_ministries
from fko_qa.filters.scan import Scan, edits, fold
from fko_qa.filters.vocabulary import PARTNER_NAMES, SOURCES
from fko_qa.messages import german_date, listed
from fko_qa.numbers import ROMAN, asked_page, measure_numbers
from fko_qa.records import NOT_STATED, Measure, Report
from fko_qa.sets import apply_filter
from fko_qa.sets.members import MONEY, PARTNERS, funds
from fko_qa.sets.spans import IN_FORCE, spans
from fko_qa.text import STOP_WORDS, normalise, tokenise

TERM = "Beginn/ Laufzeit"
# Longer texts are cut: nobody looks up by an essay.
MAX_TEXT = 200
# Fewer letters stand inside of too many words; shorter words have too many neighbours to be put right.
MIN_INNER, MIN_TYPED = 4, 5
# How good a hit of one word is, best first: a title's word begins with it, has it inside; the same in the rest; a typing error.
_BEGINS, _INSIDE, _ELSEWHERE, _MISTYPED = 0, 1, 2, 4
_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})
_WORD = re.compile(r"\w+")
# "IV", "iv.", "4", "Cluster 4": on the way to a number, or a whole cluster
_CLUSTER = re.compile(r"(?:[Cc]luster\s*)?(?:(?P<roman>[IVX]+|[ivx]+(?=\.))|(?P<digit>[1-9]))\.?")
_SINCE = re.compile(r"(?:seit|ab|laufend|fortlaufend|unbefristet)\b", re.IGNORECASE)
_FROM_TO = re.compile(r"(?:(?:Anfang|Mitte|Ende) )?(?P<first>[\d./]+) bis\b")
_FIGURE_FIRST = re.compile(r"(?:(?:insgesamt|gesamt|rund|ca\.) )*\d")
# A value with more words than this is no part of a sentence.
_LONG = 90


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list is narrowed to; what is empty narrows nothing."""

    text: str = ""
    cluster: str = ""
    ministry: str = ""
    year: int | None = None
    figure: Figure | None = None
    source: str = ""
    partner: str = ""
    website: Website | None = None

    @property
    def filter(self) -> SetFilter:
        """The same as a question for a set would be understood; the text apart."""
        return SetFilter(
            clusters=(self.cluster,) if self.cluster else (),
            ministries=(self.ministry,) if self.ministry else (),
            terms=(TermCondition(Event.RUNNING, year_window(self.year)),) if self.year else (),
            figure=self.figure,
            sources=(self.source,) if self.source else (),
            partners=(_partner(self.partner),) if self.partner.strip() else (),
            website=self.website,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """The list: ids, best first. ``near`` are those that only their meaning brought; ``notes`` say what was not comparable.

    For an empty list: ``unfiltered`` is how many there were without the filters, ``missing`` are numbers that do not exist.
    """

    ids: tuple[str, ...]
    near: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    unfiltered: int = 0
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: only what the report has."""

    clusters: Mapping[str, str]
    ministries: Mapping[str, str]
    years: tuple[int, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A measure as a row of the list, in the report's own words; ``begin`` (ISO) and ``amount`` are there to sort by."""

    id: str
    title: str
    ministry: str
    term: str
    begin: str
    money: str
    amount: int | None
    partners: str
    page: int


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of two measures side by side."""

    label: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        """Whether they say something else."""
        return self.one != self.other


class Catalogue:
    """The measures of one report, by what people know of them."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._ids = tuple(measure.id for measure in report.measures)
        self._words = _words(report.measures)
        together = {name: apply_filter(SetFilter(partners=(name,)), report).members for name in PARTNER_NAMES}
        self._together = {name: ids for name, ids in together.items() if len(ids) > 1}

    def find(self, selection: Selection, near: Sequence[str] = ()) -> Found:
        """What the words find and the filters leave.

        Args:
            near: ids that fit the text by meaning, best first; they follow those that have its words.
        """
        worded = self.search(selection.text)
        unfiltered = {*worded, *near}
        result = apply_filter(selection.filter, self._report, unfiltered)
        ids = tuple(found for found in worded if found in result.members)
        added = tuple(found for found in near if found in result.members and found not in worded)
        missing = tuple(number for number in measure_numbers(selection.text) if number not in self._ids)
        return Found((*ids, *added), added, result.notes, len(unfiltered), missing)

    def search(self, text: str) -> tuple[str, ...]:
        """The measures that a text names or whose words it begins, best first; all for an empty one. No model is asked.

        A number counts before all else, then a cluster or a page. Of several words, a measure must have each.
        """
        text = text[:MAX_TEXT]
        if numbers := measure_numbers(text):
            return tuple(number for number in numbers if number in self._ids)
        if place := _CLUSTER.fullmatch(text.strip()):
            cluster = place["roman"].upper() if place["roman"] else dict(enumerate(ROMAN, start=1)).get(int(place["digit"]))
            if at := tuple(measure.id for measure in self._report.measures if measure.cluster == cluster):
                return at
        if at := tuple(measure.id for measure in self._report.measures if measure.page == asked_page(text)):
            return at
        scan = Scan(text)
        asked = take_ministries(scan, self._report, SetFilter())
        if not (asked.ministries or asked.excluded_ministries):
            return self._by_words(text, self._ids)
        rest = [scan.original(index) for index, taken in enumerate(scan.taken) if not taken]
        return self._by_words(" ".join(rest), apply_filter(asked, self._report).members)

    def _by_words(self, text: str, among: Sequence[str]) -> tuple[str, ...]:
        words = _WORD.findall(normalise(text).casefold())
        content = [word for word in words if word not in STOP_WORDS] or words
        ranks = [self._ranks(word) for word in dict.fromkeys(content)]
        kept = [found for found in among if all(found in rank for rank in ranks)]
        return tuple(sorted(kept, key=lambda found: sum(rank[found] for rank in ranks)))

    def _ranks(self, word: str) -> dict[str, int]:
        """Measure → how good a hit of this word it is; none but these are hits."""
        typed = fold(word)
        begins = {known: _BEGINS for known in self._words if known.startswith(typed)}
        if len(word) >= MIN_INNER:
            begins = {known: _INSIDE for known in self._words if typed in known} | begins
        if not begins and len(word) >= MIN_TYPED:
            plain = word.translate(_PLAIN)
            begins = {known: _MISTYPED for known in self._words if known[0] == plain[0] and _is_mistyped(plain, known)}
        ranks: dict[str, int] = {}
        for known, rank in begins.items():
            for found, is_title in self._words[known].items():
                ranks[found] = min(ranks.get(found, 99), rank + (0 if is_title else _ELSEWHERE))
        return ranks

    def choices(self) -> Choices:
        """What the filters offer."""
        report = self._report
        own = {code for measure in report.measures for code in measure.ministries}
        sources = {source for measure in report.measures for source in funds(measure)}
        return Choices(
            clusters=report.clusters,
            ministries={code: name for code, name in report.ministries.items() if code in own},
            years=tuple(sorted(_years(report.measures), reverse=True)),
            sources=tuple(source for source in SOURCES if source in sources),
        )

    def entries(self) -> tuple[Entry, ...]:
        """Every measure as a row, in the report's order."""
        return tuple(_entry(measure) for measure in self._report.measures)

    def same_partner(self, measure_id: str) -> dict[str, tuple[str, ...]]:
        """Partners of a measure, as the filter understands them → the other measures that have them."""
        shared = {name: ids for name, ids in self._together.items() if measure_id in ids}
        return {name: tuple(other for other in ids if other != measure_id) for name, ids in shared.items()}

    def same_ministry(self, measure: Measure) -> dict[str, int]:
        """The measure's ministries → how many other measures each has."""
        others = [other for other in self._report.measures if other.id != measure.id]
        counts = {code: sum(code in other.ministries for other in others) for code in measure.ministries}
        return {code: count for code, count in counts.items() if count}

    def differences(self, one: Measure, other: Measure) -> tuple[Difference, ...]:
        """Two measures field by field: the title, every row of either table, the page."""
        labels = dict.fromkeys(row.label for measure in (one, other) for row in measure.fields)
        return (
            Difference("Titel", one.title, other.title),
            Difference("Cluster", one.cluster, other.cluster),
            *(Difference(label, value(one, label), value(other, label)) for label in labels),
            Difference("Seite", str(one.page), str(other.page)),
        )


def value(measure: Measure, label: str) -> str:
    """A row's value as printed, or "keine Angabe"."""
    return measure.stated(label) or NOT_STATED


def read_out(measure: Measure, report: Report) -> str:
    """A sentence to read out on the phone: when it runs, who is in charge, what is planned to be spent; in the report's words."""
    source = f"Bericht vom {german_date(report.date)}"
    name = f"die Maßnahme {measure.id} {_quoted(measure.title)}"
    return f"{_said_term(measure, name, source)}; {_said_ministry(measure, report)}; {_said_money(measure)}."


def _said_term(measure: Measure, name: str, source: str) -> str:
    term, in_force = measure.stated(TERM), measure.stated(IN_FORCE)
    capital = name[0].upper() + name[1:]
    if in_force:
        return f"{capital} gilt laut {source} ab {in_force}"
    if not term:
        return f"Zur Laufzeit sagt der {source} für {name} nichts (keine Angabe)"
    if measure.period and measure.period.completed:
        return f"{capital} ist laut {source} abgeschlossen"
    if _SINCE.match(term):
        return f"{capital} läuft laut {source} {term}"
    if match := _FROM_TO.match(term):
        return f"{capital} läuft laut {source} {'vom' if match['first'].count('.') == 2 else 'von'} {term}"
    return f"Für {name} nennt der {source} als Beginn oder Laufzeit {_quoted(term)}"


def _said_ministry(measure: Measure, report: Report) -> str:
    named = [_with_article(code, report.ministries.get(code, "")) for code in measure.ministries]
    if not named:
        return "zur Zuständigkeit: keine Angabe"
    return f"zuständig {'ist' if len(named) == 1 else 'sind'} {listed(named)}"


def _with_article(code: str, name: str) -> str:
    """``das Ministerium der Finanzen (FM)``; a code alone if its name is not known."""
    article = {"Ministerium": "das ", "Minister": "der ", "Staatskanzlei": "die "}.get(name.partition(" ")[0], "")
    return f"{article}{name} ({code})" if name else code


def _said_money(measure: Measure) -> str:
    money = measure.stated(MONEY)
    if not money:
        return "zu geplanten Mitteln: keine Angabe"
    if _FIGURE_FIRST.match(money) and len(money) <= _LONG:
        return f"geplant sind {money}"
    return f"zu den Mitteln heißt es {_quoted(money.removesuffix('.'))}"


def _quoted(text: str) -> str:
    """In German quotation marks; those inside become single ones."""
    return f"„{text.replace('„', '‚').replace('“', '‘')}“"


def _entry(measure: Measure) -> Entry:
    starts = [span.start.first.isoformat() for span in spans(measure) if span.start and span.start.first]
    in_force = measure.stated(IN_FORCE)
    return Entry(
        id=measure.id,
        title=measure.title,
        ministry=", ".join(measure.ministries) or NOT_STATED,
        term=measure.stated(TERM) or (f"in Kraft: {in_force}" if in_force else NOT_STATED),
        begin=min(starts, default=""),
        money=value(measure, MONEY),
        amount=max((amount.amount_eur for amount in measure.funding), default=None),
        partners=value(measure, PARTNERS),
        page=measure.page,
    )


def _years(measures: Iterable[Measure]) -> set[int]:
    """Every year from the first to the last that a term names."""
    windows = [window for measure in measures for span in spans(measure) for window in (span.start, span.end) if window]
    named = [day.year for window in windows for day in (window.first, window.last) if isinstance(day, date)]
    return set(range(min(named), max(named) + 1)) if named else set()


def _partner(text: str) -> str:
    """A partner as typed, or the name by which questions know it: "Arbeitsamt" → "Bundesagentur für Arbeit"."""
    plain = " ".join(_WORD.findall(fold(text)))
    known = (name for name, (asked, _) in PARTNER_NAMES.items() if re.fullmatch(asked, plain) or fold(name) == fold(text.strip()))
    return next(known, text.strip()[:MAX_TEXT])


def _words(measures: Iterable[Measure]) -> dict[str, dict[str, bool]]:
    """Word → the measures that have it, and whether in their title."""
    words: dict[str, dict[str, bool]] = {}
    for measure in measures:
        for text, is_title in ((measure.verbatim, False), (measure.title, True)):
            for word in _spellings(tokenise(text)):
                words.setdefault(word, {})[measure.id] = is_title
    return words


def _spellings(words: Iterable[str]) -> Iterator[str]:
    """Every word as people type it: umlauts as two letters or without their dots, compounds without their hyphen."""
    for word in words:
        for form in (word, word.replace("-", "")):
            yield fold(form)
            yield form.translate(_PLAIN)


def _is_mistyped(word: str, known: str) -> bool:
    """Whether a word begins like a typed one, but for one letter, or two that are swapped."""
    third = -(-len(word) // 3)
    if not any(word[at : at + third] in known for at in range(0, len(word), third)):
        return False  # one slip leaves one third as it is
    return any(edits(word, known[:length]) <= 1 for length in range(len(word) - 1, len(word) + 2))
