"""The page "Fragen": a question in one's own words, answers as cards, and where to begin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import gradio as gr

from fko_qa.assistant import Assistant
from fko_qa.errors import QuestionError
from fko_qa.records import Answer
from fko_qa.web.templating import render
from fko_qa.web.view import Turn, earlier, failed, turn

# Turns that stay on the page, and earlier questions that a follow-up may go back to.
MAX_TURNS = 6
# What a click in the answers asks for comes with the event: data-ask of the button (static/app.js).
_CLICKED = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('[data-ask]');
  if (button) trigger('select', { question: button.dataset.ask });
});
"""

Respond = Callable[[str, list[Turn]], tuple[list[Turn], str, str, str]]


def build_ask(assistant: Assistant, situations: dict[str, list[str]], concurrency: int) -> Callable[[gr.Blocks], None]:
    """The page's components, to be called within Blocks.

    Returns:
        What wires the page's address (``?frage=…``) to it, to be called with the Blocks.
    """

    def respond(question: str, turns: list[Turn]) -> tuple[list[Turn], str, str, str]:
        """The turns with the new one, their HTML, what is announced, and the emptied input."""
        if not question.strip():
            return turns, render("turns.html", turns=turns), "Bitte geben Sie eine Frage ein.", ""
        new = answered(assistant, question, turns)
        turns = [*turns, new][-MAX_TURNS:]
        return turns, render("turns.html", turns=turns), new.text, ""

    def clicked(turns: list[Turn], event: gr.EventData) -> tuple[list[Turn], str, str, str]:
        return respond(str(event._data.get("question", "")), turns)

    def opened(request: gr.Request) -> tuple[list[Turn], str, str, str]:
        """The answer that the page's address asks for; an empty page without one."""
        wanted = request.query_params.get("frage") or request.query_params.get("massnahme") or ""
        if not wanted.strip():
            return [], "", "", ""
        turns: list[Turn] = []
        for question in request.query_params.getlist("zuvor")[-MAX_TURNS + 1 :]:
            turns.append(answered(assistant, question, turns))
        return respond(wanted, turns)

    turns = gr.State([])
    with gr.Row(elem_classes="asking", equal_height=True):
        question = gr.Textbox(
            label="Ihre Frage",
            placeholder="Zum Beispiel: Wer hilft mir bei der Ausbildung?",
            lines=1,
            max_lines=6,
            scale=5,
            autofocus=True,
            elem_id="question",
            submit_btn=False,
        )
        button = gr.Button("Fragen", variant="primary", scale=1, min_width=120, elem_id="ask")
    announced = gr.HTML("", elem_id="announced", html_template='<p role="status" class="hidden">${value}</p>')
    answers = gr.HTML("", elem_id="answers", js_on_load=_CLICKED, apply_default_css=False)
    start = gr.HTML(render("start.html", situations=situations), elem_id="start", js_on_load=_CLICKED, apply_default_css=False)
    outputs = [turns, answers, announced, question]
    common: dict[str, Any] = {
        "outputs": outputs,
        "show_progress": "hidden",
        "concurrency_limit": concurrency,
        "concurrency_id": "ask",
        "api_visibility": "private",
    }
    for trigger in (question.submit, button.click, answers.select, start.select):
        trigger(None, None, None, js="() => fkoBusy()", api_visibility="private")
    asked = gr.on([question.submit, button.click], respond, [question, turns], **common)
    chosen = gr.on([answers.select, start.select], clicked, [turns], **common)
    for event in (asked, chosen):
        event.then(None, None, None, js="() => fkoShowLatest(true)", api_visibility="private")

    def wire(app: gr.Blocks) -> None:
        app.load(opened, None, **common).then(None, None, None, js="() => fkoShowLatest(false)", api_visibility="private")

    return wire


def answered(assistant: Assistant, question: str, turns: list[Turn]) -> Turn:
    """A question with its answer in a conversation, or with the reason why there is none."""
    before = earlier(turns, MAX_TURNS)
    try:
        answer: Answer = assistant.ask(question, before)
    except QuestionError as error:
        return failed(question[:200], str(error))
    return turn(answer, assistant, datetime.now(UTC).date().isoformat(), before)
