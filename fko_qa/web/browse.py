"""The page "Nachschlagen": one search line, filters and a table of all measures, and beside it one measure in full."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import gradio as gr

from fko_qa.assistant import Assistant
from fko_qa.catalogue import MAX_TEXT, Catalogue, Choices, Found, Selection, read_out, value
from fko_qa.errors import QuestionError
from fko_qa.filters import Figure, Website
from fko_qa.numbers import measure_numbers
from fko_qa.records import Measure
from fko_qa.web.templating import render
from fko_qa.web.texts import GERMAN, texts
from fko_qa.web.view import card

PAGE = "nachschlagen"
# Keys and what they do, for the help. The page itself is moved by static/browse.js.
KEYS = (
    ("/", "zur Suchzeile springen"),
    ("↓ und ↑", "durch die Liste gehen"),
    ("Enter", "in der Liste: die Maßnahme öffnen; in der Suchzeile: auch nach dem Sinn suchen"),
    ("Esc", "zurück zur Suchzeile"),
    ("c", "die Fundstelle der geöffneten Maßnahme kopieren"),
)
# What the filters send → what it means.
FIGURES = {"mit Betrag": Figure.WITH, "ohne Betrag": Figure.WITHOUT, "keine Angabe": Figure.NO_ROW}
WEBSITES = {"mit Internetseite": Website.WITH, "ohne Internetseite": Website.WITHOUT}


def build_browse(assistant: Assistant) -> None:
    """The page's component, to be called within Blocks.

    What is typed and chosen stays in the browser; it asks the functions below, so that no state is kept here.
    """
    report = assistant.report
    catalogue = Catalogue(report)
    choices = catalogue.choices()

    def look_up(wanted: object) -> dict[str, Any]:
        """The list for what is typed and chosen; ``near`` asks for measures near in meaning, too."""
        selection = read_selection(wanted, choices)
        near = _near(assistant, selection.text) if isinstance(wanted, dict) and wanted.get("near") is True else ()
        found = catalogue.find(selection, near)
        return {
            "ids": found.ids,
            "near": found.near,
            "said": said(found, len(report.measures), selection),
            "notes": found.notes,
            "advice": found.advice,
        }

    def in_full(wanted: object) -> str:
        """One measure as HTML; empty if there is none of this number."""
        measure = _measure(wanted, assistant)
        return _in_full(measure, assistant, catalogue) if measure else ""

    def compared(wanted: object) -> str:
        """Two measures side by side as HTML; empty if one of them does not exist."""
        numbers = wanted if isinstance(wanted, list) else []
        pair = [measure for number in numbers[:2] if (measure := _measure(number, assistant))]
        if len(pair) != 2:
            return ""
        return render("browse_compared.html", one=pair[0], other=pair[1], rows=catalogue.differences(*pair))

    gr.HTML(
        render(
            "browse.html",
            options=_options(choices),
            entries=catalogue.entries(),
            keys=KEYS,
            max_text=MAX_TEXT,
        ),
        elem_id="browse",
        js_on_load="fkoBrowse(element, server);",
        server_functions=[look_up, in_full, compared],
        apply_default_css=False,
    )


def _options(choices: Choices) -> dict[str, list[tuple[str, str]]]:
    """What the filters offer: values and how they are shown."""
    named = {"cluster": choices.clusters, "ministry": choices.ministries}
    plain = {"year": map(str, choices.years), "source": choices.sources, "figure": FIGURES, "website": WEBSITES}
    return {
        **{name: [(code, f"{code} – {title}") for code, title in titles.items()] for name, titles in named.items()},
        **{name: [(text, text) for text in texts] for name, texts in plain.items()},
    }


def read_selection(wanted: object, choices: Choices) -> Selection:
    """What the page's form sends. Anything that it does not offer narrows nothing."""
    given = wanted if isinstance(wanted, dict) else {}

    def text(name: str) -> str:
        sent = given.get(name)
        return sent[:MAX_TEXT] if isinstance(sent, str) else ""

    return Selection(
        text=text("text"),
        cluster=text("cluster") if text("cluster") in choices.clusters else "",
        ministry=text("ministry") if text("ministry") in choices.ministries else "",
        year=next((year for year in choices.years if str(year) == text("year")), None),
        figure=FIGURES.get(text("figure")),
        source=text("source") if text("source") in choices.sources else "",
        partner=text("partner"),
        website=WEBSITES.get(text("website")),
    )


def said(found: Found, of: int, selection: Selection) -> str:
    """How many there are: ``12 von 64 Maßnahmen``."""
    count = f"{len(found.ids)} von {of} Maßnahmen"
    if found.near and len(found.near) == len(found.ids):
        return f"{count}, dem Sinn nach gefunden"
    if found.near:
        return f"{count}, davon {len(found.near)} dem Sinn nach"
    return f"{count}, beste Treffer zuerst" if selection.text.strip() and len(found.ids) > 1 else count


def _near(assistant: Assistant, text: str) -> tuple[str, ...]:
    """The measures with which the assistant would answer."""
    try:
        return tuple(measure.id for measure in assistant.ask(text).measures)
    except QuestionError:
        return ()


def _measure(number: object, assistant: Assistant) -> Measure | None:
    """The measure of a number, however it is written."""
    if not isinstance(number, str):
        return None
    return assistant.report.measure(next(iter(measure_numbers(number[:MAX_TEXT])), ""))


def _in_full(measure: Measure, assistant: Assistant, catalogue: Catalogue) -> str:
    report = assistant.report
    titles = {one.id: one.title for one in report.measures}
    return render(
        "browse_detail.html",
        t=texts(GERMAN),
        card=card(measure, assistant, datetime.now(UTC).date().isoformat()),
        address=f"?seite={PAGE}&massnahme={measure.id}",
        aloud=read_out(measure, report),
        rows=[(row.label, re.split(r"(https?://[^\s()<>\"]+)", value(measure, row.label))) for row in measure.fields],
        tables=measure.tables,
        footnotes=measure.footnotes,
        partners=catalogue.same_partner(measure.id),
        ministries=catalogue.same_ministry(measure),
        titles=titles,
    )
