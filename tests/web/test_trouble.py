"""What people read when the app is full, gone, or broken: their language, in the page, and the question stays."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Route, expect

from tests.web.conftest import PATIENCE_MS, Visit

JOIN = "**/gradio_api/queue/join*"


def full(route: Route) -> None:
    """As Gradio answers when its queue is full."""
    route.fulfill(status=503, content_type="application/json", body=json.dumps({"detail": "Queue is full. Max size is 50."}))


def gone(route: Route) -> None:
    route.abort()


def broken(route: Route) -> None:
    route.fulfill(status=500, content_type="application/json", body=json.dumps({"detail": "Internal <b>error</b>"}))


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (full, "Gerade stellen sehr viele Menschen Fragen. Bitte versuchen Sie es in einer halben Minute noch einmal."),
        (gone, "Die Verbindung zur Anwendung ist unterbrochen. Sobald sie wieder da ist, geht es von selbst weiter."),
        (broken, "Das hat leider nicht geklappt. Bitte versuchen Sie es noch einmal oder laden Sie die Seite neu."),
    ],
)
def test_trouble_is_told_in_the_page_and_the_question_can_be_asked_again(person: Visit, trouble: object, said: str) -> None:
    page = person.page
    person.ask("V.7")
    page.route(JOIN, trouble)  # type: ignore[arg-type]
    person.question.fill("IV.1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text=said)).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator("body.busy")).to_have_count(0)
    expect(person.question).to_have_value("IV.1")
    expect(person.question).to_be_focused()
    expect(page.locator(".trouble")).to_be_in_viewport()
    expect(page.get_by_test_id("toast-body").filter(visible=True)).to_have_count(0)
    assert person.barriers() == []
    page.unroute(JOIN)
    if trouble is not gone:  # there the page comes back by itself, with the question
        page.keyboard.press("Enter")
    person.answer_to("IV.1")
    expect(page.get_by_role("alert").filter(has_text=said)).to_have_count(0)
    expect(page.locator(".trouble")).to_be_empty()


def test_trouble_is_told_in_english_on_an_english_page(person: Visit) -> None:
    page = person.page
    page.get_by_role("link", name="English").click()
    page.get_by_label("Your question").fill("IV.1")
    page.route(JOIN, full)
    page.keyboard.press("Enter")
    expect(page.locator(".trouble")).to_have_text(
        "Very many people are asking questions right now. Please try again in half a minute.", timeout=PATIENCE_MS
    )
