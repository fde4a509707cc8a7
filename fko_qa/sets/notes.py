"""What to point out beside a set: what could not be compared, what was computed, what was read in one of two ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fko_qa.filters import Aggregate, Event, Figure, SetFilter, Sharing, TermState, Website
from fko_qa.filters.vocabulary import EU_FUNDS
from fko_qa.messages import listed
from fko_qa.records import Measure
from fko_qa.sets.members import MONEY, announces_website, funds
from fko_qa.sets.spans import has_computed_end, spans
from fko_qa.sets.values import Chosen

# More ids than this in a sentence nobody reads.
MAX_NAMED = 6
_MONEY_ORDER = (Aggregate.LARGEST, Aggregate.SMALLEST, Aggregate.SUM)
_TERM_ORDER = (Aggregate.EARLIEST, Aggregate.LATEST, Aggregate.LONGEST, Aggregate.SHORTEST)


def notes(asked: SetFilter, chosen: Chosen, unknown: Sequence[Measure], *, topic_checked: bool) -> tuple[str, ...]:
    """All notes that apply, most important first, each a German sentence or two."""
    return (
        *_not_compared(asked, (*unknown, *chosen.not_comparable)),
        *_money(asked, chosen),
        *_terms(asked, chosen),
        *_rows(asked, chosen),
        *([f"Das Thema „{asked.topic}“ wurde dabei nicht geprüft."] if asked.topic and not topic_checked else []),
    )


def _counted(measures: Sequence[Measure], one: str, many: str) -> str:
    names = f" ({listed([measure.id for measure in measures])})" if len(measures) <= MAX_NAMED else ""
    return f"1 Maßnahme{names} {one}" if len(measures) == 1 else f"{len(measures)} Maßnahmen{names} {many}"


def _not_compared(asked: SetFilter, missing: Sequence[Measure]) -> Iterator[str]:
    by_money = bool(asked.money) or asked.aggregate in _MONEY_ORDER
    by_term = bool(asked.terms or asked.states) or asked.aggregate in _TERM_ORDER
    without_figure = [measure for measure in missing if by_money and not measure.funding]
    rest = [measure for measure in missing if measure not in without_figure]
    if without_figure:
        yield _pair(without_figure, "nennt keinen Betrag", "nennen keinen Betrag")
    other_basis = [measure for measure in rest if by_money and asked.basis and not by_term]
    if other_basis:
        basis = "pro Jahr" if asked.basis == "per_year" else "für die ganze Laufzeit"
        yield _pair(other_basis, f"nennt keinen Betrag {basis}", f"nennen keinen Betrag {basis}")
    rest = [measure for measure in rest if measure not in other_basis]
    without_term = [measure for measure in rest if not spans(measure)]
    vague = [measure for measure in rest if spans(measure)]
    if without_term:
        yield _pair(without_term, "nennt keine Laufzeit", "nennen keine Laufzeit")
    if vague:
        yield _pair(vague, "nennt dafür keinen genauen Zeitpunkt", "nennen dafür keinen genauen Zeitpunkt")


def _pair(measures: Sequence[Measure], one: str, many: str) -> str:
    return f"{_counted(measures, f'{one} und konnte', f'{many} und konnten')} nicht verglichen werden."


def _money(asked: SetFilter, chosen: Chosen) -> Iterator[str]:
    compared = asked.money or asked.aggregate in (Aggregate.LARGEST, Aggregate.SMALLEST)
    if compared and asked.basis is None and len({one.basis for m in chosen.measures for one in m.funding}) > 0:
        yield "Verglichen wurden die Beträge, wie sie im Bericht stehen: teils pro Jahr, teils für die ganze Laufzeit."
    several = [measure for measure in chosen.measures if compared and len(measure.funding) > 1]
    if several:
        yield f"{_counted(several, 'nennt', 'nennen')} mehrere Beträge; jeder zählt."
    if asked.aggregate is Aggregate.SUM and chosen.value:
        yield "Die Summe ist aus den Beträgen im Bericht berechnet. Beträge pro Jahr und für die ganze Laufzeit sind getrennt."
    if asked.figure is Figure.WITHOUT:
        words = [measure for measure in chosen.measures if (row := measure.field(MONEY)) and not row.is_empty]
        if words:
            yield f"{_counted(words, 'macht', 'machen')} zu den Mitteln eine Angabe ohne Betrag in Euro."


def _terms(asked: SetFilter, chosen: Chosen) -> Iterator[str]:
    about_end = (
        any(term.event is not Event.START for term in asked.terms)
        or any(state in (TermState.RUNNING_NOW, TermState.ENDED, TermState.DATED) for state in asked.states)
        or asked.event is Event.END
        or asked.aggregate in (Aggregate.LONGEST, Aggregate.SHORTEST)
    )
    computed = [measure for measure in chosen.measures if about_end and has_computed_end(measure)]
    if computed:
        yield f"Bei {_counted_dative(computed)} ist das Ende aus Beginn und Befristung berechnet."
    if asked.states and set(asked.states) & {TermState.RUNNING_NOW, TermState.ENDED, TermState.NOT_STARTED}:
        yield "Maßgeblich ist der Stand des Berichts. Was danach geschah, steht nicht darin."


def _counted_dative(measures: Sequence[Measure]) -> str:
    names = f" ({listed([measure.id for measure in measures])})" if len(measures) <= MAX_NAMED else ""
    return f"1 Maßnahme{names}" if len(measures) == 1 else f"{len(measures)} Maßnahmen{names}"


def _rows(asked: SetFilter, chosen: Chosen) -> Iterator[str]:
    by_title = [m for m in chosen.measures if asked.sources and not any(funds(m).get(s) == MONEY for s in asked.sources)]
    if by_title and set(asked.sources) <= set(EU_FUNDS):
        yield f"{_counted(by_title, 'nennt den Fonds', 'nennen den Fonds')} im Titel, nicht bei den Mitteln."
    if asked.excluded_sources:
        yield "Die meisten Maßnahmen nennen keine Herkunft der Mittel. Sie sind hier mitgezählt."
    announced = [measure for measure in chosen.measures if asked.website is Website.WITHOUT and announces_website(measure)]
    if announced:
        yield f"{_counted(announced, 'kündigt', 'kündigen')} eine Internetseite erst an."
    if asked.partners:
        yield "Gezählt ist, wer in der Zeile „Partner in der Umsetzung“ steht."
    if asked.sharing is Sharing.JOINT and len(asked.ministries) > 1:
        yield f"Gemeint sind Maßnahmen, bei denen {listed(list(asked.ministries))} zusammen genannt sind."
