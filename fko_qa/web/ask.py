"""The page "Fragen": a question in one's own words, answers as cards, and where to begin."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import gradio as gr

from fko_qa.assistant import MAX_EARLIER, Assistant
from fko_qa.errors import EncoderUnavailableError, FeedbackError, QuestionError, StoredIndexError
from fko_qa.feedback import FeedbackStore
from fko_qa.web.figures import day, number
from fko_qa.web.limits import RateLimit, client_of, put_off
from fko_qa.web.templating import announced, render
from fko_qa.web.texts import GERMAN, texts
from fko_qa.web.view import Turn, earlier, failed, turn

# Turns that stay on the page: those that a follow-up may go back to.
MAX_TURNS = MAX_EARLIER
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
# The conversation, its HTML, what is announced, and the emptied input.
Shown = tuple["Conversation", str, str, str]


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns on the page."""

    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class AskPage:
    """What happens on the page.

    Args:
        situations: language → situation → questions to begin with.
        limit: how much one client may ask.
        most: characters of a question.
        feedback: where opinions are kept; None if nobody is asked for one.
        language: of the page's fixed texts.
    """

    assistant: Assistant
    situations: Mapping[str, Mapping[str, Sequence[str]]]
    limit: RateLimit
    most: int
    feedback: FeedbackStore | None = None
    language: str = GERMAN

    @property
    def texts(self) -> Mapping[str, str]:
        """The page's fixed texts."""
        return texts(self.language)

    def respond(self, question: str | None, talk: Conversation, request: gr.Request) -> Shown:
        """Answer a question that was typed. One that comes too soon stays in the box, to be asked again.

        Who asks past the page may send none.
        """
        if question is None or not question.strip():
            return talk, self._html(talk), announced(self.texts["empty"], self.language), ""
        if seconds := self.limit.wait(client_of(request)):
            return self._put_off(question, talk, seconds)
        return self._answer(question, talk)

    def chosen(self, talk: Conversation, request: gr.Request, event: gr.EventData) -> Shown:
        """Answer a question that was offered and clicked."""
        return self.respond(str(event._data.get("question", "")), talk, request)

    def opened(self, request: gr.Request) -> tuple[Any, ...]:
        """The view in the page's address: ``zuvor=…`` any number of times, ``frage=…`` or ``massnahme=…``."""
        asked = request.query_params
        wanted = "" if "seite" in asked else asked.get("frage") or asked.get("massnahme") or ""
        if not wanted.strip():
            return (gr.skip(),) * 3  # nothing is touched without need: somebody may have asked before this is done
        before = asked.getlist("zuvor")[1 - MAX_TURNS :]
        talk = Conversation()
        if seconds := self.limit.wait(client_of(request), len(before) + 1):
            return self._put_off(wanted, talk, seconds)[:3]
        for question in before:
            talk = Conversation((*talk.turns, self._answered(question, talk)))
        return self._answer(wanted, talk)[:3]

    def _answer(self, question: str, talk: Conversation) -> Shown:
        new = self._answered(question, talk)
        talk = Conversation((*talk.turns, new)[-MAX_TURNS:])
        return talk, self._html(talk), announced(new.text, new.language), ""

    def _put_off(self, question: str, talk: Conversation, seconds: int) -> Shown:
        """Says when a question may be asked again; the conversation stays as it was."""
        text = put_off(seconds, self.texts)
        shown = self._html(Conversation((*talk.turns, failed(question[: self.most], text, self.language))))
        return talk, shown, announced(text, self.language), question

    def rated(self, talk: Conversation, event: gr.EventData) -> tuple[str, str]:
        """Keep an opinion of the newest answer; its form gives way to thanks, which are announced."""
        if self.feedback is None or not talk.turns:
            return self._html(talk), ""
        last, data = talk.turns[-1], event._data
        shown = [one.id for one in (*last.cards, *last.more)]
        thanks = self.texts["thanks"]
        try:
            self.feedback.add(bool(data.get("helpful")), last.status, shown, str(data.get("comment", "")), _today())
        except FeedbackError:
            thanks = self.texts["not_kept"]
        return self._html(talk, thanks), announced(thanks, self.language)

    def start(self) -> str:
        """Where to begin, as HTML."""
        return render("start.html", situations=self.situations.get(self.language, {}), t=self.texts)

    def intro(self) -> str:
        """What this is, as HTML."""
        date_ = day(self.assistant.report.date, self.language)
        return render("intro.html", date=date_, t=self.texts)

    def _answered(self, question: str, talk: Conversation) -> Turn:
        before = earlier(talk.turns, MAX_TURNS)
        if (found := len(question)) > self.most:
            text = self.texts["too_long"].format(found=number(found, self.language), allowed=number(self.most, self.language))
            return failed(question[:200], text, self.language)
        try:
            answer = self.assistant.ask(question, before)
        except QuestionError:
            return failed(question, self.texts["unreadable"], self.language)
        except StoredIndexError:
            return failed(question, self.texts["store_away"], self.language)
        except EncoderUnavailableError as error:
            logging.getLogger(__name__).error("%s", error)  # for the operator alone: it names the server's folders
            return failed(question, self.texts["trouble_failed"], self.language)
        return turn(answer, self.assistant, _today().isoformat(), before, self.language)

    def _html(self, talk: Conversation, thanks: str = "") -> str:
        asking = self.feedback is not None and not thanks
        return render("turns.html", turns=list(talk.turns), feedback=asking, thanks=thanks, t=self.texts)


def build_ask(app: gr.Blocks, page: AskPage, concurrency: int) -> None:
    """The page's components, to be called within its tab."""
    t = page.texts
    talk = gr.State(Conversation())
    with gr.Row(elem_classes="asking", equal_height=True):
        question = gr.Textbox(
            label=t["question"], placeholder=t["placeholder"], max_lines=6, scale=5, autofocus=True, elem_id="question"
        )
        button = gr.Button(t["ask"], variant="primary", scale=1, min_width=120, elem_id="ask")
    gr.HTML(render("trouble.html", t=t), elem_id="trouble", apply_default_css=False)
    said = gr.HTML("", elem_id="announced", html_template='<p role="status" class="hidden">${value}</p>')
    answers = gr.HTML("", elem_id="answers", js_on_load=_CLICKS, apply_default_css=False)
    start = gr.HTML(page.start(), elem_id="start", js_on_load=_CLICKS, apply_default_css=False)
    for trigger in (question.submit, button.click, answers.select, start.select):
        trigger(None, None, None, js="() => fkoBusy()", api_visibility="private")
    shown = [talk, answers, said, question]
    options: dict[str, Any] = {
        "show_progress": "hidden",
        "concurrency_limit": concurrency,
        "concurrency_id": "ask",
        "api_visibility": "private",
    }
    asked = gr.on([question.submit, button.click], page.respond, [question, talk], shown, **options)
    offered = gr.on([answers.select, start.select], page.chosen, [talk], shown, **options)
    opened = app.load(page.opened, None, shown[:3], **options)
    for event, is_new in ((asked, "true"), (offered, "true"), (opened, "false")):
        event.then(None, None, None, js=f"() => fkoShowLatest({is_new})", api_visibility="private")
    answers.like(page.rated, [talk], [answers, said], show_progress="hidden", api_visibility="private")


def _today() -> date:
    return datetime.now(UTC).date()
