"""A filter → one German line that says how the question was understood."""

from __future__ import annotations

from fko_qa.filters.model import (
    Aggregate,
    Event,
    Figure,
    Group,
    MoneyCondition,
    Place,
    Presence,
    SetFilter,
    Sharing,
    TermCondition,
    TermState,
    Website,
)

EVENTS = {Event.START: "Beginn", Event.END: "Ende", Event.RUNNING: "Läuft"}
STATES = {
    TermState.OPEN_ENDED: "ohne festes Ende",
    TermState.DATED: "mit festem Ende",
    TermState.ENDED: "beim Stand des Berichts beendet",
    TermState.NOT_STARTED: "beim Stand des Berichts noch nicht begonnen",
    TermState.RUNNING_NOW: "läuft beim Stand des Berichts",
    TermState.SCHOOL_YEAR: "nach Schuljahr angegeben",
    TermState.UNSTATED: "nicht angegeben",
    TermState.ONGOING: "ausdrücklich laufend, dauerhaft oder unbefristet",
    TermState.IN_FORCE: "nur Inkrafttreten angegeben",
    TermState.DAY_EXACT: "Beginn und Ende auf den Tag genau",
    TermState.CONTINUED: "Fortsetzung geplant",
}
FIGURES = {
    Figure.WITH: "mit Betrag",
    Figure.WITHOUT: "ohne Betrag",
    Figure.ROW: "mit Angabe",
    Figure.NO_ROW: "ohne Angabe",
    Figure.WORDS: "Angabe ohne Betrag",
    Figure.POSTS: "Stellen statt eines Betrags",
    Figure.ANY_POSTS: "Stellen, mit oder ohne Betrag",
}
WEBSITES = {
    Website.WITH: "mit Internetpräsenz",
    Website.WITHOUT: "ohne Internetpräsenz",
    Website.ANNOUNCED: "Internetpräsenz nur angekündigt",
    Website.EMPTY: "ohne Angabe zur Internetpräsenz",
}
PLACES = {
    Place.TITLE: "Wort im Titel",
    Place.TERM: "Wort in der Laufzeit",
    Place.MONEY: "Wort in den geplanten Mitteln",
    Place.PARTNERS: "Wort in den Partnern",
    Place.WEBSITE: "Wort in der Internetpräsenz",
    Place.AIM: "Wort im Ziel",
}
BASES = {"per_year": "pro Jahr", "total": "insgesamt"}
# A filter that narrows nothing.
ALL = "Alle Maßnahmen"
# What is asked of a set, by the words that say so.
AGGREGATES = {
    "Anzahl": (Aggregate.COUNT, None, None),
    "Anzahl der Ressorts": (Aggregate.COUNT, None, Group.MINISTRY),
    "Summe der geplanten Mittel": (Aggregate.SUM, None, None),
    "höchste geplante Mittel": (Aggregate.LARGEST, None, None),
    "niedrigste geplante Mittel": (Aggregate.SMALLEST, None, None),
    "frühester Beginn": (Aggregate.EARLIEST, Event.START, None),
    "frühestes Ende": (Aggregate.EARLIEST, Event.END, None),
    "spätester Beginn": (Aggregate.LATEST, Event.START, None),
    "spätestes Ende": (Aggregate.LATEST, Event.END, None),
    "längste Laufzeit": (Aggregate.LONGEST, None, None),
    "kürzeste Laufzeit": (Aggregate.SHORTEST, None, None),
    "Ressort mit den meisten Maßnahmen": (Aggregate.MOST, None, Group.MINISTRY),
    "Cluster mit den meisten Maßnahmen": (Aggregate.MOST, None, Group.CLUSTER),
    "Ressort mit den wenigsten Maßnahmen": (Aggregate.FEWEST, None, Group.MINISTRY),
    "Cluster mit den wenigsten Maßnahmen": (Aggregate.FEWEST, None, Group.CLUSTER),
}


def describe(found: SetFilter) -> str:
    """How a set question was understood, for people to read and correct.

    >>> describe(SetFilter(ministries=("MAGS", "MWIKE"), sharing=Sharing.JOINT, topic="Pflege"))
    'Ressort: MAGS und MWIKE gemeinsam · Thema: Pflege'
    """
    parts = [
        _aggregate(found),
        *([f"Maßnahmen: {_listed(found.measures, 'und')}"] if found.measures else []),
        *([f"Art: {_listed(found.kinds, 'oder')}"] if found.kinds else []),
        *(f"{PLACES[one.place]}: {_listed(tuple(f'„{word}“' for word in one.words), 'oder')}" for one in found.printed),
        *_clusters(found),
        *_ministries(found),
        *(_term(term) for term in found.terms),
        *(f"Laufzeit: {STATES[state]}" for state in found.states),
        *(f"{'Befristung' if one.fixed else 'Dauer'}: {one.label}" for one in found.durations),
        *_money(found),
        *_rows(found),
        f"Thema: {found.topic}" if found.topic else None,
    ]
    return " · ".join(part for part in parts if part) or ALL


def _aggregate(found: SetFilter) -> str | None:
    if found.aggregate is Aggregate.LIST:
        return None
    event = found.event if found.aggregate in (Aggregate.EARLIEST, Aggregate.LATEST) else None
    group = _group(found)
    dated = event or (Event.START if found.aggregate in (Aggregate.EARLIEST, Aggregate.LATEST) else None)
    name = next(name for name, key in AGGREGATES.items() if key == (found.aggregate, dated, group))
    basis = _basis(found) if found.aggregate in (Aggregate.SUM, Aggregate.LARGEST, Aggregate.SMALLEST) else ""
    after = " nach dem Stand des Berichts" if found.only_future else ""
    number = "" if found.top == 1 else f" (die {found.top} ersten)"
    return f"Gefragt: {name}{basis}{after}{number}"


def _group(found: SetFilter) -> Group | None:
    """What is ranked or counted instead of measures; a group that another aggregate has no use for says nothing."""
    match found.aggregate:
        case Aggregate.MOST | Aggregate.FEWEST:
            return found.group or Group.MINISTRY
        case Aggregate.COUNT if found.group is Group.MINISTRY:
            return Group.MINISTRY
        case _:
            return None


def _basis(found: SetFilter) -> str:
    return f" {BASES[found.basis]}" if found.basis else ""


def _clusters(found: SetFilter) -> list[str]:
    lines = []
    if found.clusters:
        lines.append(f"Cluster: {_listed(found.clusters, 'oder')}")
    if found.excluded_clusters:
        lines.append(f"ohne Cluster {_listed(found.excluded_clusters, 'und')}")
    return lines


def _ministries(found: SetFilter) -> list[str]:
    lines = []
    low, high = found.ministries_at_least, found.ministries_at_most
    if found.ministries:
        several = len(found.ministries) > 1
        more = low is not None and low > len(found.ministries)
        end = {
            Sharing.ANY: _number(low, high),
            Sharing.JOINT: _together(low, high) if more else " gemeinsam" if several else "",
            Sharing.ALONE: " ohne weitere" if several else " allein",
        }
        lines.append(
            f"Ressort: {_listed(found.ministries, 'oder' if found.sharing is Sharing.ANY else 'und')}{end[found.sharing]}"
        )
    elif low and low == high:
        lines.append(f"Ressort: genau {low}")
    elif low:
        lines.append(f"Ressort: mindestens {low}")
    elif high:
        lines.append(f"Ressort: höchstens {high}")
    if found.excluded_ministries:
        lines.append(f"ohne Ressort {_listed(found.excluded_ministries, 'und')}")
    return lines


def _number(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return ""
    words = f"genau {low}" if low == high else f"mindestens {low}" if low else f"höchstens {high}"
    return f", {words} Ressorts"


def _together(low: int | None, high: int | None) -> str:
    return f" gemeinsam mit anderen, genau {low} Ressorts" if low and low == high else " gemeinsam mit anderen"


def _term(term: TermCondition) -> str:
    return f"{EVENTS[term.event]}: {'nicht ' if term.negated else ''}{term.window.label}"


def _money(found: SetFilter) -> list[str]:
    lines = [f"Geplante Mittel: {_amount(condition)}{_basis(found)}" for condition in found.money]
    if found.figure:
        basis = _basis(found) if found.figure is Figure.WITH and not found.money else ""
        lines.append(f"Geplante Mittel: {FIGURES[found.figure]}{basis}")
    return lines


def _amount(condition: MoneyCondition) -> str:
    return condition.label


def _rows(found: SetFilter) -> list[str]:
    lines = []
    if found.sources:
        lines.append(f"Mittel aus: {_listed(found.sources, 'oder')}")
    if found.excluded_sources:
        lines.append(f"nicht aus: {_listed(found.excluded_sources, 'und')}")
    if found.partners:
        lines.append(f"Partner: {_listed(found.partners, 'oder' if found.any_partner else 'und')}")
    if found.excluded_partners:
        lines.append(f"ohne Partner {_listed(found.excluded_partners, 'und')}")
    if found.partner:
        lines.append(f"{'mit' if found.partner is Presence.WITH else 'ohne'} Partner in der Umsetzung")
    if found.website:
        lines.append(WEBSITES[found.website])
    return lines


def _listed(names: tuple[str, ...], joiner: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joiner} {names[-1]}"
