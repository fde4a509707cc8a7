"""The web app: a chat in Gradio. Layout only; every answer comes from :class:`fko_qa.Assistant`."""

from __future__ import annotations

import threading
from typing import Any

import gradio as gr

from fko_qa import messages
from fko_qa.assistant import Assistant
from fko_qa.errors import QuestionError, UsageError
from fko_qa.settings import Settings
from fko_qa.web.render import answer_markdown, escape

__all__ = ["build_app", "earlier_questions", "serve"]

TITLE = "Fragen zur Fachkräfteoffensive NRW"
EXAMPLES = (
    "Welche Maßnahmen gibt es für Quereinsteiger in Kitas?",
    "Ich bin Meister geworden. Bekomme ich dafür Geld?",
    "Unser Betrieb sucht Auszubildende. Wer hilft uns?",
    "IV.2",
)
# Fonts of the reader's own system and nothing that calls another host: no analytics, no share link, no run history.
LAUNCH: dict[str, Any] = {
    "theme": gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]),
    "footer_links": [],
    "run_history": False,
    "share": False,
    "ssr_mode": False,
    "quiet": True,
}
# Requests that wait at most; more are turned away at once instead of hanging.
QUEUE_SIZE = 50
CONCURRENCY = 4
# Earlier questions that a follow-up may go back to.
MAX_HISTORY = 6


def earlier_questions(history: list[dict[str, Any]]) -> list[str]:
    """The questions of a chat so far, as Gradio hands them over: messages whose content is text or a list of parts.

    >>> earlier_questions([{"role": "user", "content": [{"type": "text", "text": "Was ist KIM?"}]}, {"role": "assistant"}])
    ['Was ist KIM?']
    """
    contents = [message.get("content") for message in history if message.get("role") == "user"]
    parts: list[list[dict[str, Any]]] = [content if isinstance(content, list) else [{"text": content}] for content in contents]
    questions = ["".join(str(part.get("text") or "") for part in one) for one in parts]
    return [question for question in questions if question.strip()][-MAX_HISTORY:]


def build_app(assistant: Assistant) -> gr.Blocks:
    """The chat over an assistant."""
    report = assistant.report

    def respond(question: str, history: list[dict[str, Any]]) -> str:
        try:
            return answer_markdown(assistant.ask(question, earlier_questions(history)), report)
        except QuestionError as error:
            return escape(str(error))

    chatbot = gr.Chatbot(label="Antworten", buttons=["copy"], height="60vh", allow_tags=False)
    textbox = gr.Textbox(label="Ihre Frage", placeholder="Zum Beispiel: Wer hilft mir bei der Ausbildung?", submit_btn="Fragen")
    app = gr.Blocks(title=TITLE, analytics_enabled=False)
    with app:
        gr.Markdown(
            f"# {TITLE}\nEine automatische Suche, die aus dem Fortschrittsbericht vom "
            f"{messages.german_date(report.date)} zitiert. Keine Rechtsberatung, kein Antrag."
        )
        gr.ChatInterface(
            respond,
            chatbot=chatbot,
            textbox=textbox,
            examples=list(EXAMPLES),
            examples_label="Beispiele",
            cache_examples=False,
            analytics_enabled=False,
            concurrency_limit=CONCURRENCY,
            api_visibility="private",
        )
    app.queue(max_size=QUEUE_SIZE)
    return app


def serve(settings: Settings) -> None:
    """Start the app, print its address, and return when it is stopped. Raises UsageError if the port is taken."""
    assistant = Assistant.load(settings=settings)
    app = build_app(assistant)
    try:
        _, address, _ = app.launch(**LAUNCH, server_name=settings.host, server_port=settings.port, prevent_thread_lock=True)
    except OSError as error:
        raise UsageError(
            f"Auf {settings.host}, Port {settings.port}, lässt sich die Anwendung nicht starten; vermutlich ist er belegt. "
            "Einen anderen wählen Sie mit --port oder FKO_QA_PORT."
        ) from error
    # Waited for at the end: the model's runtime aborts a process that ends while it loads.
    threading.Thread(target=assistant.warm_up).start()
    print(f"Die Anwendung läuft: {address} (beenden mit Strg+C)", flush=True)
    app.block_thread()
