"""Answers and measures as the pages show them: plain data for the templates, nothing looked up, nothing styled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

from fko_qa.messages import german_date, notice_language
from fko_qa.records import Answer, AnsweredMeasure, Citation, Kind, Measure, Report, Status
from fko_qa.web.figures import day
from fko_qa.web.texts import GERMAN, texts

_GOAL, _MINISTRIES = "Ziel", "Ressort"
# Facts of a card: key of the name that is shown → label of the row.
FACTS = {
    "term": "Beginn/ Laufzeit",
    "in_force": "Inkrafttreten",
    "money": "Geplante Mittel",
    "ministry": _MINISTRIES,
    "partners": "Partner in der Umsetzung",
}
_WEB_ADDRESS = re.compile(r"https?://[^\s()<>\"]+")
# So many measures are shown at once, the first in full; more fold away.
SHOWN_AT_ONCE = 4
# Below this belief in the best of several measures, they are offered as a choice.
CLEAR = 0.5
_FOLLOW_UPS = ("how_long", "who", "how_much")


class Source(Protocol):
    """What the pages need of :class:`fko_qa.Assistant` beside answers."""

    @property
    def report(self) -> Report:
        """The report that is quoted."""
        ...

    def marked(self, text: str, question: str) -> tuple[tuple[str, bool], ...]:
        """A text in pieces, and whether each is a word of the question."""
        ...

    def shared_words(self, measure_id: str, question: str) -> tuple[str, ...]:
        """The question's words that stand in the measure."""
        ...

    def similar(self, measure_id: str) -> tuple[str, ...]:
        """Ids of the nearest measures, nearest first."""
        ...


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim quote; ``pieces`` joined are its text, those with True are words of the question.

    ``page_address`` leads to its page in the report's PDF, empty if that is not known.
    """

    pieces: tuple[tuple[str, bool], ...]
    section: str
    page: int
    page_address: str = ""

    @property
    def text(self) -> str:
        """The quote as it stands in the report."""
        return "".join(piece for piece, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Card:
    """A measure as shown: ``term_mark`` says when it ended or begins, if that matters; ``shared`` are the asker's own words."""

    id: str
    title: str
    cluster: str
    page: int
    goal: str
    term_mark: str
    quotes: tuple[Quote, ...]
    facts: tuple[tuple[str, str], ...]
    links: tuple[str, ...]
    text: tuple[str, ...]
    warnings: tuple[str, ...]
    citation: str
    address: str
    shared: tuple[str, ...] = ()
    similar: tuple[tuple[str, str], ...] = ()
    page_address: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer.

    ``choice``: none of the measures is clearly meant. ``error``: the question could not be asked; ``text`` says why.
    ``language`` is the text's, and with each note stands its own.
    """

    question: str
    text: str
    status: str = ""
    language: str = GERMAN
    quotes: tuple[Quote, ...] = ()
    cards: tuple[Card, ...] = ()
    more: tuple[Card, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    follow_ups: tuple[str, ...] = ()
    address: str = ""
    error: bool = False
    choice: bool = False


def turn(answer: Answer, source: Source, today: str, before: Sequence[str] = (), language: str = GERMAN) -> Turn:
    """An answer as shown.

    Args:
        today: ISO date of the day, from which a term counts as ended.
        before: the earlier questions that it was answered with; its address repeats them.
        language: of the fixed texts.
    """
    cards = tuple(
        card(measure, source, today, answer.question, shown, language)
        for shown in answer.measures
        if (measure := source.report.measure(shown.id)) is not None
    )
    return Turn(
        question=answer.question,
        text=answer.answer,
        status=str(answer.status),
        quotes=tuple(_quote(one, source, answer.question) for one in answer.citations),
        cards=cards[:SHOWN_AT_ONCE],
        more=cards[SHOWN_AT_ONCE:],
        notes=tuple((note, notice_language(note)) for note in answer.notes if not _is_warning(note, cards)),
        follow_ups=tuple(texts(language)[key] for key in _FOLLOW_UPS) if cards and answer.status is not Status.NOT_FOUND else (),
        address="?" + urlencode([*(("zuvor", one) for one in before), ("frage", answer.question)]),
        choice=answer.kind is Kind.TOPIC and len(cards) > 1 and answer.measures[0].score < CLEAR,
    )


def failed(question: str, message: str, language: str = GERMAN) -> Turn:
    """A question that could not be asked, with the reason."""
    return Turn(question=question, text=message, language=language, error=True)


def card(
    measure: Measure,
    source: Source,
    today: str,
    question: str = "",
    shown: AnsweredMeasure | None = None,
    language: str = GERMAN,
) -> Card:
    """A measure as shown, alone or as the answer to a question."""
    report = source.report
    return Card(
        id=measure.id,
        title=measure.title,
        cluster=f"Cluster {measure.cluster}: {report.clusters.get(measure.cluster, '')}".rstrip(": "),
        page=measure.page,
        goal="" if shown and any(one.section == _GOAL for one in shown.citations) else measure.stated(_GOAL),
        term_mark=term_mark(measure, report, today, language),
        quotes=tuple(_quote(one, source, question) for one in shown.citations) if shown else (),
        facts=tuple((texts(language)[key], value) for key, label in FACTS.items() if (value := _fact(measure, label, report))),
        links=tuple(link for link in measure.links if _WEB_ADDRESS.fullmatch(link)),
        text=tuple(paragraph for paragraph in measure.text.split("\n\n") if paragraph),
        warnings=measure.warnings,
        citation=citation(measure, report),
        address="?" + urlencode({"massnahme": measure.id}),
        shared=source.shared_words(measure.id, question) if question else (),
        similar=tuple((other, _title(other, report)) for other in source.similar(measure.id)),
        page_address=page_address(report, measure.page),
    )


def page_address(report: Report, page: int) -> str:
    """The address of a page in the report's PDF; empty if the PDF's is not known or is none of the web."""
    return f"{report.url}#page={page}" if _WEB_ADDRESS.fullmatch(report.url) else ""


def citation(measure: Measure, report: Report) -> str:
    """How a measure is cited: ``Fortschrittsbericht Fachkräfteoffensive NRW, 25.06.2024, IV.2, S. 58``."""
    return f"Fortschrittsbericht Fachkräfteoffensive NRW, {german_date(report.date)}, {measure.id}, S. {measure.page}"


def term_mark(measure: Measure, report: Report, today: str, language: str = GERMAN) -> str:
    """Says that a term is over or had not begun by the report's date, as the report dates it; else empty.

    Dates of reduced precision are compared by their own length: "2024" is over from 2025 on.
    """
    period = measure.period
    if period is None:
        return ""
    if period.completed:
        return texts(language)["completed"].format(date=day(report.date, language))
    end = period.end if period.end and "Q" not in period.end else None
    if end and not period.open_ended and end < today[: len(end)]:
        return texts(language)["until"].format(date=_month(end, language))
    start = period.start if period.start and "Q" not in period.start else None
    if start and start > report.date[: len(start)]:
        return texts(language)["from"].format(date=_month(start, language))
    return ""


def _month(iso: str, language: str) -> str:
    """``2024-12`` → ``12/2024``; a day in full, a year as it is."""
    return day(iso, language) if len(iso) == 10 else "/".join(reversed(iso.split("-")))


def _quote(found: Citation, source: Source, question: str) -> Quote:
    return Quote(source.marked(found.quote, question), found.section, found.page, page_address(source.report, found.page))


def _fact(measure: Measure, label: str, report: Report) -> str:
    """A row's value; ministries by their names, for few know the codes."""
    if label != _MINISTRIES or not measure.ministries:
        return measure.stated(label)
    return " · ".join(f"{report.ministries[code]} ({code})" if code in report.ministries else code for code in measure.ministries)


def _title(measure_id: str, report: Report) -> str:
    measure = report.measure(measure_id)
    return measure.title if measure else ""


def _is_warning(note: str, cards: Iterable[Card]) -> bool:
    """Whether a card says the same already."""
    return any(note == f"{one.id}: {warning}" for one in cards for warning in one.warnings)


def earlier(turns: Sequence[Turn], most: int) -> list[str]:
    """The questions so far that could be asked, oldest first, ``most`` at most."""
    return [one.question for one in turns if not one.error][-most:]
