"""The page "Fragen": a question in one's own words, answers as cards, and where to begin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import gradio as gr

from fko_qa.assistant import Assistant
from fko_qa.errors import FeedbackError, QuestionError
from fko_qa.feedback import FeedbackStore
from fko_qa.web.templating import render
from fko_qa.web.view import Turn, earlier, failed, turn

# Turns that stay on the page, and earlier questions that a follow-up may go back to.
MAX_TURNS = 6
_EMPTY = "Bitte geben Sie eine Frage ein."
_THANKS = "Danke für Ihre Rückmeldung."
_NOT_KEPT = "Ihre Rückmeldung konnte gerade nicht gespeichert werden."
# A click in a region becomes an event with what the button holds.
_CLICKS = """
element.addEventListener('click', (event) => {
  const asking = event.target.closest('[data-ask]');
  if (asking) trigger('select', { question: asking.dataset.ask });
  const opinion = event.target.closest('[data-helpful]');
  if (opinion) {
    const comment = opinion.closest('form').querySelector('textarea').value;
    trigger('like', { helpful: opinion.dataset.helpful === 'ja', comment });
  }
});
"""
# The turns, their HTML, what is announced, and the emptied input.
Shown = tuple[list[Turn], str, str, str]


@dataclass(frozen=True, slots=True)
class AskPage:
    """What happens on the page. ``feedback`` is where opinions are kept, None if nobody is asked for one."""

    assistant: Assistant
    feedback: FeedbackStore | None

    def respond(self, question: str, turns: list[Turn]) -> Shown:
        """Answer a question that was typed."""
        if not question.strip():
            return turns, self._html(turns), _EMPTY, ""
        new = self._answered(question, turns)
        turns = [*turns, new][-MAX_TURNS:]
        return turns, self._html(turns), new.text, ""

    def chosen(self, turns: list[Turn], event: gr.EventData) -> Shown:
        """Answer a question that was offered and clicked."""
        return self.respond(str(event._data.get("question", "")), turns)

    def opened(self, request: gr.Request) -> Shown:
        """The conversation in the page's address: ``zuvor=…`` any number of times, then ``frage=…`` or ``massnahme=…``."""
        asked = request.query_params
        wanted = asked.get("frage") or asked.get("massnahme") or ""
        if not wanted.strip():
            return [], "", "", ""
        turns: list[Turn] = []
        for question in asked.getlist("zuvor")[1 - MAX_TURNS :]:
            turns.append(self._answered(question, turns))
        return self.respond(wanted, turns)

    def rated(self, turns: list[Turn], event: gr.EventData) -> tuple[str, str]:
        """Keep an opinion of the newest answer; its form gives way to thanks, which are announced."""
        if self.feedback is None or not turns:
            return self._html(turns), ""
        last, data = turns[-1], event._data
        shown = [one.id for one in (*last.cards, *last.more)]
        try:
            self.feedback.add(bool(data.get("helpful")), last.status, shown, str(data.get("comment", "")), _today())
        except FeedbackError:
            return self._html(turns, _NOT_KEPT), _NOT_KEPT
        return self._html(turns, _THANKS), _THANKS

    def _answered(self, question: str, turns: Sequence[Turn]) -> Turn:
        before = earlier(turns, MAX_TURNS)
        try:
            answer = self.assistant.ask(question, before)
        except QuestionError as error:
            return failed(question[:200], str(error))
        return turn(answer, self.assistant, _today().isoformat(), before)

    def _html(self, turns: Sequence[Turn], thanks: str = "") -> str:
        return render("turns.html", turns=list(turns), feedback=self.feedback is not None and not thanks, thanks=thanks)


def build_ask(app: gr.Blocks, page: AskPage, situations: Mapping[str, Sequence[str]], concurrency: int) -> None:
    """The page's components, to be called within its tab."""
    turns = gr.State([])
    with gr.Row(elem_classes="asking", equal_height=True):
        question = gr.Textbox(
            label="Ihre Frage",
            placeholder="Zum Beispiel: Wer hilft mir bei der Ausbildung?",
            max_lines=6,
            scale=5,
            autofocus=True,
            elem_id="question",
        )
        button = gr.Button("Fragen", variant="primary", scale=1, min_width=120, elem_id="ask")
    announced = gr.HTML("", elem_id="announced", html_template='<p role="status" class="hidden">${value}</p>')
    answers = gr.HTML("", elem_id="answers", js_on_load=_CLICKS, apply_default_css=False)
    start = gr.HTML(render("start.html", situations=situations), elem_id="start", js_on_load=_CLICKS, apply_default_css=False)
    for trigger in (question.submit, button.click, answers.select, start.select):
        trigger(None, None, None, js="() => fkoBusy()", api_visibility="private")
    options: dict[str, Any] = {
        "outputs": [turns, answers, announced, question],
        "show_progress": "hidden",
        "concurrency_limit": concurrency,
        "concurrency_id": "ask",
        "api_visibility": "private",
    }
    asked = gr.on([question.submit, button.click], page.respond, [question, turns], **options)
    offered = gr.on([answers.select, start.select], page.chosen, [turns], **options)
    opened = app.load(page.opened, None, **options)
    for event, is_new in ((asked, "true"), (offered, "true"), (opened, "false")):
        event.then(None, None, None, js=f"() => fkoShowLatest({is_new})", api_visibility="private")
    answers.like(page.rated, [turns], [answers, announced], show_progress="hidden", api_visibility="private")


def _today() -> date:
    return datetime.now(UTC).date()
