"""The page "Nachschlagen": one search line, filters and a table of all measures, and beside it one measure in full."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import gradio as gr

from fko_qa.assistant import Assistant
from fko_qa.catalogue import MAX_TEXT, Catalogue, Choices, Found, Selection, read_out, value
from fko_qa.errors import EncoderUnavailableError, QuestionError, StoredIndexError
from fko_qa.filters import Figure, Website
from fko_qa.numbers import measure_numbers
from fko_qa.records import NOT_STATED, Measure, Report, Status
from fko_qa.web.limits import RateLimit, client_of, put_off
from fko_qa.web.templating import as_json, render
from fko_qa.web.texts import GERMAN, texts
from fko_qa.web.view import card

PAGE = "nachschlagen"
# Keys → what they do: the name of its text. The page itself is moved by static/browse.js.
KEYS = {"/": "key_slash", "↓ ↑": "key_arrows", "Enter": "key_enter", "Esc": "key_escape", "c": "key_copy"}
# Texts that the browser needs while people type.
_SPOKEN = (
    "active",
    "seeking_meaning",
    "unreachable",
    "nothing",
    "nothing_for",
    "clipboard",
    "export_name",
    "exported_one",
    "exported_many",
)
FIGURES = (Figure.WITH, Figure.WITHOUT, Figure.NO_ROW)
WEBSITES = (Website.WITH, Website.WITHOUT)
# What is compared beside the rows of the tables.
_COMPARED = {"Titel": "col_title", "Seite": "col_page"}


@dataclass(frozen=True, slots=True)
class BrowsePage:
    """What the page's script asks. What is typed and chosen stays in the browser, so that no state is kept here.

    Args:
        limit: how many lists one client may ask for.
        asking: how much it may ask of the model; the same as on the page "Fragen".
    """

    assistant: Assistant
    catalogue: Catalogue
    limit: RateLimit
    asking: RateLimit
    language: str = GERMAN

    @property
    def texts(self) -> Mapping[str, str]:
        """The page's fixed texts."""
        return texts(self.language)

    def html(self) -> str:
        """The page as it is opened."""
        options = _options(self.catalogue.choices(), self.texts)
        values = {"options": options, "entries": self.catalogue.entries(), "keys": keys(self.language), "t": self.texts}
        return render("browse.html", max_text=MAX_TEXT, unstated=NOT_STATED, **values)

    def look_up(self, wanted: object, client: str) -> dict[str, Any]:
        """The list for what is typed and chosen; ``near`` asks for measures near in meaning, too."""
        if self.limit.wait(client):
            return {"later": self.texts["looked_up_much"]}
        selection = read_selection(wanted, self.catalogue.choices())
        asks_near = isinstance(wanted, dict) and wanted.get("near") is True
        seconds = self.asking.wait(client) if asks_near else 0
        near = _near(self.assistant, selection.text) if asks_near and not seconds else ()
        found = self.catalogue.find(selection, near)
        return {
            "ids": found.ids,
            "near": found.near,
            "said": said(found, len(self.assistant.report.measures), selection, self.texts),
            "notes": found.notes,
            "advice": put_off(seconds, self.texts) if seconds else self._advice(found),
        }

    def in_full(self, wanted: object) -> str:
        """One measure as HTML; empty if there is none of this number."""
        measure = _measure(wanted, self.assistant)
        if measure is None:
            return ""
        report = self.assistant.report
        return render(
            "browse_detail.html",
            card=card(measure, self.assistant, datetime.now(UTC).date().isoformat(), language=self.language),
            address=f"?seite={PAGE}&massnahme={measure.id}",
            aloud=read_out(measure, report),
            rows=[(row.label, re.split(r"(https?://[^\s()<>\"]+)", value(measure, row.label))) for row in measure.fields],
            tables=measure.tables,
            footnotes=measure.footnotes,
            partners=self.catalogue.same_partner(measure.id),
            ministries=self.catalogue.same_ministry(measure),
            titles={one.id: one.title for one in report.measures},
            unstated=NOT_STATED,
            t=self.texts,
        )

    def compared(self, wanted: object) -> str:
        """Two measures side by side as HTML; empty if one of them does not exist."""
        numbers = wanted if isinstance(wanted, list) else []
        pair = [measure for number in numbers[:2] if (measure := _measure(number, self.assistant))]
        if len(pair) != 2:
            return ""
        t = self.texts
        names = {label: t[key] for label, key in _COMPARED.items()}
        rows, spoken = self.catalogue.differences(*pair), {"names": names, "unstated": NOT_STATED, "t": t}
        return render("browse_compared.html", one=pair[0], other=pair[1], rows=rows, **spoken)

    def _advice(self, found: Found) -> str:
        """What to do if nothing is left."""
        if found.ids:
            return ""
        if found.unfiltered:
            key = "advice_filter_one" if found.unfiltered == 1 else "advice_filters"
            return self.texts[key].format(number=found.unfiltered)
        if found.missing:
            return " ".join(_missing(number, self.assistant.report, self.texts) for number in found.missing)
        return self.texts["advice_words"]


def build_browse(page: BrowsePage) -> None:
    """The page's component, to be called within Blocks."""

    def look_up(wanted: object, request: gr.Request) -> dict[str, Any]:
        return page.look_up(wanted, client_of(request))

    def in_full(wanted: object) -> str:
        return page.in_full(wanted)

    def compared(wanted: object) -> str:
        return page.compared(wanted)

    spoken = as_json({key: page.texts[key] for key in _SPOKEN})
    gr.HTML(
        page.html(),
        elem_id="browse",
        js_on_load=f"fkoBrowse(element, server, {spoken});",
        server_functions=[look_up, in_full, compared],
        apply_default_css=False,
    )


def keys(language: str) -> dict[str, str]:
    """The page's keys and what they do, for the help."""
    return {key: texts(language)[does] for key, does in KEYS.items()}


def _options(choices: Choices, t: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """What the filters offer: values and how they are shown."""
    named = {"cluster": choices.clusters, "ministry": choices.ministries}
    plain = {"year": map(str, choices.years), "source": choices.sources}
    return {
        **{name: [(code, f"{code} – {title}") for code, title in titles.items()] for name, titles in named.items()},
        **{name: [(text, text) for text in texts] for name, texts in plain.items()},
        "figure": [(one, t[f"figure_{one}"]) for one in FIGURES],
        "website": [(one, t[f"website_{one}"]) for one in WEBSITES],
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
        figure=next((one for one in FIGURES if one == text("figure")), None),
        source=text("source") if text("source") in choices.sources else "",
        partner=text("partner"),
        website=next((one for one in WEBSITES if one == text("website")), None),
    )


def said(found: Found, of: int, selection: Selection, t: Mapping[str, str]) -> str:
    """How many there are: ``12 von 64 Maßnahmen``."""
    key = "count_best" if selection.text.strip() and len(found.ids) > 1 else "count"
    if found.near:
        key = "count_near" if len(found.near) == len(found.ids) else "count_some_near"
    return t[key].format(number=len(found.ids), of=of, near=len(found.near))


def _missing(number: str, report: Report, t: Mapping[str, str]) -> str:
    """Says that a number does not exist, and which do."""
    cluster = number.partition(".")[0]
    ids = [measure.id for measure in report.measures if measure.cluster == cluster]
    known, key = (ids, "advice_number") if ids else (list(report.clusters), "advice_cluster")
    return t[key].format(number=number, cluster=cluster, first=known[0], last=known[-1])


def _near(assistant: Assistant, text: str) -> tuple[str, ...]:
    """The measures with which the assistant would answer; none where it says that the report has no answer."""
    try:
        answer = assistant.ask(text)
    except (QuestionError, StoredIndexError, EncoderUnavailableError):
        return ()
    return () if answer.status is Status.NOT_FOUND else tuple(measure.id for measure in answer.measures)


def _measure(number: object, assistant: Assistant) -> Measure | None:
    """The measure of a number, however it is written."""
    if not isinstance(number, str):
        return None
    return assistant.report.measure(next(iter(measure_numbers(number[:MAX_TEXT])), ""))
