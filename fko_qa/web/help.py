"""The page "Hilfe & Datenschutz"."""

from __future__ import annotations

import gradio as gr

from fko_qa.messages import SERVICE_NUMBER, german_date, thousands
from fko_qa.records import Report
from fko_qa.settings import Settings
from fko_qa.web.browse import KEYS
from fko_qa.web.templating import render

# Ways of asking, each with a question that leads to its answer.
EXAMPLES = {
    "In eigenen Worten": "bin floristin und will was mit bahnen machen",
    "Eine einzelne Angabe": "laufzeit talentscouting",
    "Eine Zuständigkeit": "Wer ist für PerMenti zuständig?",
    "Eine ganze Liste": "Welche Programme enden 2027?",
    "Mit der Nummer": "IV.2",
    "In einer anderen Sprache": "Who helps me to have my foreign degree recognised?",
}
SECTIONS = {
    "hilfe-fragen": "So fragen Sie",
    "hilfe-grenzen": "Was die Anwendung kann und was nicht",
    "hilfe-antworten": "So lesen Sie eine Antwort",
    "hilfe-zitate": "Warum Sie den Zitaten trauen können",
    "hilfe-tasten": "Nachschlagen mit der Tastatur",
    "datenschutz": "Datenschutz",
    "barrierefreiheit": "Barrierefreiheit",
    "quelle": "Bericht, Stand und Lizenz",
}


def build_help(report: Report, settings: Settings) -> None:
    """The page, to be called within Blocks."""
    gr.HTML(help_html(report, settings), elem_id="help", apply_default_css=False)


def help_html(report: Report, settings: Settings) -> str:
    """The page's HTML."""
    return render(
        "help.html",
        report=report,
        date=german_date(report.date),
        examples=EXAMPLES,
        sections=SECTIONS,
        keys=KEYS,
        most=thousands(settings.max_question_chars),
        service_number=SERVICE_NUMBER,
        contact=settings.contact.strip(),
        feedback_days=settings.feedback_days if settings.feedback else 0,
    )
