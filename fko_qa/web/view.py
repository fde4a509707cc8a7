"""Answers and measures as the pages show them: plain data for the templates, nothing looked up, nothing styled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from fko_qa.assistant import Assistant
from fko_qa.messages import german_date
from fko_qa.records import Answer, AnsweredMeasure, Citation, Measure, Report, Status

# Facts of a card, as shown name → label of the row.
FACTS = {
    "Laufzeit": "Beginn/ Laufzeit",
    "Gilt ab": "Inkrafttreten",
    "Mittel": "Geplante Mittel",
    "Zuständig": "Ressort",
    "Partner": "Partner in der Umsetzung",
}
_GOAL = "Ziel"
_WEB_ADDRESS = re.compile(r"https?://[^\s()<>\"]+")
# So many measures are shown at once; more fold away.
SHOWN_AT_ONCE = 3
FOLLOW_UPS = ("Wie lange läuft das?", "Wer ist zuständig?", "Wie viel Geld gibt es?")


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim quote; ``pieces`` joined are its text, those with True are words of the question."""

    pieces: tuple[tuple[str, bool], ...]
    section: str
    page: int

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


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer. ``error`` stands for the answer if the question could not be asked."""

    question: str
    text: str
    status: str = ""
    quotes: tuple[Quote, ...] = ()
    cards: tuple[Card, ...] = ()
    more: tuple[Card, ...] = ()
    notes: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    address: str = ""
    error: bool = False
    report_date: str = ""


def turn(answer: Answer, assistant: Assistant, today: str) -> Turn:
    """An answer as shown.

    Args:
        today: ISO date of the day, from which a term counts as ended.
    """
    cards = tuple(
        card(measure, assistant, today, answer.question, shown)
        for shown in answer.measures
        if (measure := assistant.report.measure(shown.id)) is not None
    )
    return Turn(
        question=answer.question,
        text=answer.answer,
        status=str(answer.status),
        quotes=tuple(_quote(one, assistant, answer.question) for one in answer.citations),
        cards=cards[:SHOWN_AT_ONCE],
        more=cards[SHOWN_AT_ONCE:],
        notes=tuple(note for note in answer.notes if not _is_warning(note, cards)),
        follow_ups=FOLLOW_UPS if cards and answer.status is not Status.NOT_FOUND else (),
        address=f"?frage={quote(answer.question)}",
        report_date=german_date(assistant.report.date),
    )


def failed(question: str, message: str) -> Turn:
    """A question that could not be asked, with the reason."""
    return Turn(question=question, text=message, error=True)


def card(measure: Measure, assistant: Assistant, today: str, question: str = "", shown: AnsweredMeasure | None = None) -> Card:
    """A measure as shown, alone or as the answer to a question."""
    report = assistant.report
    return Card(
        id=measure.id,
        title=measure.title,
        cluster=f"Cluster {measure.cluster}: {report.clusters.get(measure.cluster, '')}".rstrip(": "),
        page=measure.page,
        goal=_row(measure, _GOAL),
        term_mark=term_mark(measure, report, today),
        quotes=tuple(_quote(one, assistant, question) for one in shown.citations) if shown else (),
        facts=tuple((name, value) for name, label in FACTS.items() if (value := _row(measure, label))),
        links=tuple(link for link in measure.links if _WEB_ADDRESS.fullmatch(link)),
        text=tuple(paragraph for paragraph in measure.text.split("\n\n") if paragraph),
        warnings=measure.warnings,
        citation=citation(measure, report),
        address=f"?massnahme={measure.id}",
        shared=assistant.shared_words(measure.id, question) if question else (),
        similar=tuple((other, _title(other, report)) for other in assistant.similar(measure.id)),
    )


def citation(measure: Measure, report: Report) -> str:
    """How a measure is cited: ``Fortschrittsbericht Fachkräfteoffensive NRW, 25.06.2024, IV.2, S. 58``."""
    return f"Fortschrittsbericht Fachkräfteoffensive NRW, {german_date(report.date)}, {measure.id}, S. {measure.page}"


def term_mark(measure: Measure, report: Report, today: str) -> str:
    """Says that a term is over or had not begun by the report's date, as the report dates it; else empty.

    Dates of reduced precision are compared by their own length: "2024" is over from 2025 on.
    """
    period = measure.period
    if period is None:
        return ""
    if period.completed:
        return f"Laut Bericht vom {german_date(report.date)} abgeschlossen"
    end = period.end if period.end and "Q" not in period.end else None
    if end and not period.open_ended and end < today[: len(end)]:
        return f"Laut Bericht bis {_german_month(end)}"
    start = period.start if period.start and "Q" not in period.start else None
    if start and start > report.date[: len(start)]:
        return f"Laut Bericht erst ab {_german_month(start)}"
    return ""


def _german_month(iso: str) -> str:
    """``2024-12`` → ``12/2024``; a day in full, a year as it is."""
    return german_date(iso) if len(iso) == 10 else "/".join(reversed(iso.split("-")))


def _quote(found: Citation, assistant: Assistant, question: str) -> Quote:
    return Quote(assistant.marked(found.quote, question), found.section, found.page)


def _row(measure: Measure, label: str) -> str:
    row = measure.field(label)
    return row.value if row is not None and not row.is_empty else ""


def _title(measure_id: str, report: Report) -> str:
    measure = report.measure(measure_id)
    return measure.title if measure else ""


def _is_warning(note: str, cards: Iterable[Card]) -> bool:
    """Whether a card says the same already."""
    return any(note == f"{one.id}: {warning}" for one in cards for warning in one.warnings)


def earlier(turns: Sequence[Turn], most: int) -> list[str]:
    """The questions so far that could be asked, oldest first, ``most`` at most."""
    return [one.question for one in turns if not one.error][-most:]
