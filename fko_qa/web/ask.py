"""The page "Fragen": a question in one's own words, answers as cards, and where to begin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import gradio as gr

from fko_qa.assistant import Assistant
from fko_qa.errors import FeedbackError, QuestionError
from fko_qa.feedback import FeedbackStore
from fko_qa.messages import german_date
from fko_qa.web.templating import escaped, render
from fko_qa.web.texts import ENGLISH, GERMAN, texts
from fko_qa.web.view import Turn, earlier, failed, turn

# Turns that stay on the page, and earlier questions that a follow-up may go back to.
MAX_TURNS = 6
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
    """The turns on the page and the language of its fixed texts."""

    language: str = GERMAN
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class AskPage:
    """What happens on the page.

    Args:
        situations: language → situation → questions to begin with.
        feedback: where opinions are kept; None if nobody is asked for one.
    """

    assistant: Assistant
    situations: Mapping[str, Mapping[str, Sequence[str]]]
    feedback: FeedbackStore | None

    def respond(self, question: str, talk: Conversation) -> Shown:
        """Answer a question that was typed."""
        if not question.strip():
            return talk, self._html(talk), texts(talk.language)["empty"], ""
        new = self._answered(question, talk)
        talk = replace(talk, turns=(*talk.turns, new)[-MAX_TURNS:])
        return talk, self._html(talk), escaped(new.text), ""

    def chosen(self, talk: Conversation, event: gr.EventData) -> Shown:
        """Answer a question that was offered and clicked."""
        return self.respond(str(event._data.get("question", "")), talk)

    def opened(self, request: gr.Request) -> tuple[Any, ...]:
        """The view in the page's address: ``zuvor=…`` any number of times, ``frage=…`` or ``massnahme=…``, ``sprache=en``."""
        asked = request.query_params
        talk = Conversation(ENGLISH if asked.get("sprache") == ENGLISH else GERMAN)
        wanted = "" if "seite" in asked else asked.get("frage") or asked.get("massnahme") or ""
        # Nothing is touched without need: somebody may have asked before this is done.
        shown: list[Any] = [gr.skip()] * 3
        if wanted.strip():
            for question in asked.getlist("zuvor")[1 - MAX_TURNS :]:
                talk = replace(talk, turns=(*talk.turns, self._answered(question, talk)))
            shown = list(self.respond(wanted, talk)[:3])
        elif talk.language != GERMAN:
            shown[0] = talk
        return (*shown, *(self._fixed(talk.language) if talk.language != GERMAN else [gr.skip()] * 4))

    def _fixed(self, language: str) -> list[Any]:
        """The texts of input, button, starting points and intro."""
        t = texts(language)
        box = gr.update(label=t["question"], placeholder=t["placeholder"])
        return [box, gr.update(value=t["ask"]), self.start(language), self.intro(language)]

    def rated(self, talk: Conversation, event: gr.EventData) -> tuple[str, str]:
        """Keep an opinion of the newest answer; its form gives way to thanks, which are announced."""
        if self.feedback is None or not talk.turns:
            return self._html(talk), ""
        last, data, t = talk.turns[-1], event._data, texts(talk.language)
        shown = [one.id for one in (*last.cards, *last.more)]
        try:
            self.feedback.add(bool(data.get("helpful")), last.status, shown, str(data.get("comment", "")), _today())
        except FeedbackError:
            return self._html(talk, t["not_kept"]), t["not_kept"]
        return self._html(talk, t["thanks"]), t["thanks"]

    def start(self, language: str = GERMAN) -> str:
        """Where to begin, as HTML."""
        return render("start.html", situations=self.situations.get(language, {}), t=texts(language))

    def intro(self, language: str = GERMAN) -> str:
        """What this is, as HTML."""
        date_ = german_date(self.assistant.report.date)
        return render("intro.html", date=date_, language=language, t=texts(language))

    def _answered(self, question: str, talk: Conversation) -> Turn:
        before = earlier(talk.turns, MAX_TURNS)
        try:
            answer = self.assistant.ask(question, before)
        except QuestionError as error:
            return failed(question[:200], str(error))
        return turn(answer, self.assistant, _today().isoformat(), before, talk.language)

    def _html(self, talk: Conversation, thanks: str = "") -> str:
        asking = self.feedback is not None and not thanks
        return render("turns.html", turns=list(talk.turns), feedback=asking, thanks=thanks, t=texts(talk.language))


def build_ask(app: gr.Blocks, page: AskPage, intro: gr.HTML, concurrency: int) -> None:
    """The page's components, to be called within its tab. ``intro`` stands above all tabs."""
    t = texts(GERMAN)
    talk = gr.State(Conversation())
    with gr.Row(elem_classes="asking", equal_height=True):
        question = gr.Textbox(
            label=t["question"], placeholder=t["placeholder"], max_lines=6, scale=5, autofocus=True, elem_id="question"
        )
        button = gr.Button(t["ask"], variant="primary", scale=1, min_width=120, elem_id="ask")
    announced = gr.HTML("", elem_id="announced", html_template='<p role="status" class="hidden">${value}</p>')
    answers = gr.HTML("", elem_id="answers", js_on_load=_CLICKS, apply_default_css=False)
    start = gr.HTML(page.start(), elem_id="start", js_on_load=_CLICKS, apply_default_css=False)
    for trigger in (question.submit, button.click, answers.select, start.select):
        trigger(None, None, None, js="() => fkoBusy()", api_visibility="private")
    shown = [talk, answers, announced, question]
    options: dict[str, Any] = {
        "show_progress": "hidden",
        "concurrency_limit": concurrency,
        "concurrency_id": "ask",
        "api_visibility": "private",
    }
    asked = gr.on([question.submit, button.click], page.respond, [question, talk], shown, **options)
    offered = gr.on([answers.select, start.select], page.chosen, [talk], shown, **options)
    opened = app.load(page.opened, None, [*shown, button, start, intro], **options)
    for event, is_new in ((asked, "true"), (offered, "true"), (opened, "false")):
        event.then(None, None, None, js=f"() => fkoShowLatest({is_new})", api_visibility="private")
    answers.like(page.rated, [talk], [answers, announced], show_progress="hidden", api_visibility="private")


def _today() -> date:
    return datetime.now(UTC).date()
