"""The page "Hilfe & Datenschutz"."""

from __future__ import annotations

import gradio as gr

from fko_qa.messages import SERVICE_NUMBER
from fko_qa.records import Report
from fko_qa.settings import Settings
from fko_qa.web.browse import keys
from fko_qa.web.figures import day, number
from fko_qa.web.limits import MAX_CLIENTS
from fko_qa.web.templating import render
from fko_qa.web.texts import GERMAN, starting_with, texts

# Anchors of the sections → their headings. Addresses name them, so that they are the same in every language.
SECTIONS = {
    "hilfe-fragen": "help_fragen",
    "hilfe-grenzen": "help_grenzen",
    "hilfe-antworten": "help_antworten",
    "hilfe-zitate": "help_zitate",
    "hilfe-tasten": "help_tasten",
    "datenschutz": "help_datenschutz",
    "barrierefreiheit": "help_barrierefreiheit",
    "quelle": "help_quelle",
}
_QUESTION = "_question"


def build_help(report: Report, settings: Settings, language: str) -> None:
    """The page, to be called within Blocks."""
    gr.HTML(help_html(report, settings, language), elem_id="help", apply_default_css=False)


def help_html(report: Report, settings: Settings, language: str = GERMAN) -> str:
    """The page's HTML."""
    t = texts(language)
    return render(
        "help.html",
        report=report,
        date=day(report.date, language),
        examples=examples(language),
        sections={anchor: t[key] for anchor, key in SECTIONS.items()},
        keys=keys(language),
        most=number(settings.max_question_chars, language),
        service_number=SERVICE_NUMBER,
        contact=settings.contact.strip(),
        feedback_days=settings.feedback_days if settings.feedback else 0,
        per_minute=settings.questions_per_minute,
        max_clients=number(MAX_CLIENTS, language),
        t=t,
    )


def examples(language: str) -> dict[str, str]:
    """Ways of asking, each with a question that leads to its answer."""
    found = starting_with("example_", language)
    return {text: found[key + _QUESTION] for key, text in found.items() if not key.endswith(_QUESTION)}
