"""The real app in a real browser: started as an operator starts it, driven as a person uses it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, expect, sync_playwright

from tests.fixtures import PROJECT, REPORT_FILE, squeeze

EXAMPLE = "Welche Maßnahmen gibt es für Quereinsteiger in Kitas?"
# The first question waits for the model; a busy machine takes a while.
PATIENCE_MS = 60_000
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# On a developer's machine without it these are left out; where the verdict counts, a missing browser is a failure.
pytestmark = pytest.mark.skipif(shutil.which("chromium") is None and "CI" not in os.environ, reason="needs chromium")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class App:
    """The running app."""

    port: int

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"


def start_app(port: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "app.py"],
        cwd=PROJECT,
        env={**os.environ, "FKO_QA_PORT": str(port), "FKO_QA_HOST": "127.0.0.1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def app() -> Iterator[App]:
    port = free_port()
    process = start_app(port)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            _, err = process.communicate()
            pytest.fail(err)
        assert line == f"Die Anwendung läuft: http://127.0.0.1:{port}/ (beenden mit Strg+C)\n"
        yield App(port)
    finally:
        process.terminate()
        process.communicate(timeout=60)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Visit:
    """A person at the app: the page, every address that it asked for, and everything that went wrong in it."""

    page: Page
    requests: list[str]
    troubles: list[str]

    def ask(self, question: str) -> Locator:
        """Type a question, press Enter, and wait for the answer."""
        before = self.answers.count()
        self.page.get_by_label("Ihre Frage").fill(question)
        self.page.keyboard.press("Enter")
        answer = self.answers.nth(before)
        expect(answer).to_contain_text("Seite", timeout=PATIENCE_MS)
        return answer

    @property
    def answers(self) -> Locator:
        """The app's messages."""
        return self.page.locator("[data-testid=bot]")


def visit(context: BrowserContext, app: App) -> Visit:
    page = context.new_page()
    one = Visit(page, [], [])

    def note_dialog(dialog: Dialog) -> None:
        one.troubles.append(dialog.message)
        dialog.dismiss()

    page.on("request", lambda request: one.requests.append(request.url))
    page.on("websocket", lambda websocket: one.requests.append(websocket.url))
    page.on("pageerror", lambda error: one.troubles.append(str(error)))
    page.on("dialog", note_dialog)
    page.goto(app.address)
    expect(page.get_by_label("Ihre Frage")).to_be_visible(timeout=PATIENCE_MS)
    return one


@pytest.fixture
def person(browser: Browser, app: App) -> Iterator[Visit]:
    context = browser.new_context(locale="de-DE")
    one = visit(context, app)
    yield one
    context.close()
    assert one.troubles == []


def test_the_example_is_answered_with_title_page_and_quote(person: Visit) -> None:
    answer = person.ask(EXAMPLE)
    expect(answer.get_by_role("heading", level=3).first).to_have_text("IV.2 QiK - Quereinstieg in die Kinderbetreuung")
    quote = answer.locator("blockquote").first
    expect(quote).to_contain_text("Seite 58")
    words = squeeze(quote.inner_text()).partition("“")[0].removeprefix("„")
    assert len(words.split()) > 5
    assert words in squeeze(REPORT_FILE.read_text(encoding="utf-8"))


def test_a_follow_up_goes_on_from_the_question_before(person: Visit) -> None:
    person.ask("Was ist die Meisterprämie NRW?")
    answer = person.ask("Und wie lange läuft das?")
    # The row "Beginn/ Laufzeit" of IV.1
    expect(answer).to_contain_text("Laufzeit: 06/2023 bis mind. Ende der Legislaturperiode")
    expect(answer).to_contain_text("Bezogen auf Ihre Frage „Was ist die Meisterprämie NRW?“.")


def test_a_number_is_answered_and_the_next_question_too(person: Visit) -> None:
    expect(person.ask("IV.1")).to_contain_text("Maßnahme IV.1 heißt „Meisterprämie NRW“ und steht auf Seite 57.")
    expect(person.ask("V.7")).to_contain_text("Maßnahme V.7 heißt „PerMenti NRW“ und steht auf Seite 76.")
    assert person.answers.count() == 2


def test_markup_in_a_question_does_not_run(person: Visit) -> None:
    evil = "<script>window.hacked=1</script><img src=x onerror='window.hacked=1'> IV.2 [x](javascript:window.hacked=1)"
    person.ask(evil)
    assert person.page.evaluate("window.hacked") is None
    asked = person.page.locator("[data-testid=user]").first
    expect(asked).to_contain_text("IV.2")
    assert asked.locator("script, img[onerror], a[href^=javascript]").count() == 0


def test_an_example_can_be_chosen_with_the_keyboard(person: Visit) -> None:
    person.page.get_by_role("button", name="IV.2").focus()
    person.page.keyboard.press("Enter")
    expect(person.answers.first).to_contain_text("Maßnahme IV.2 heißt „QiK", timeout=PATIENCE_MS)


def test_a_question_that_is_too_long_is_told_in_the_chat(person: Visit) -> None:
    person.page.get_by_label("Ihre Frage").fill("x" * 2001)
    person.page.keyboard.press("Enter")
    expect(person.answers.first).to_contain_text("Die Frage hat 2.001 Zeichen, möglich sind 2.000.", timeout=PATIENCE_MS)


def test_the_page_asks_no_other_host_for_anything(person: Visit, app: App) -> None:
    person.ask("IV.2")
    hosts = {urlsplit(url).netloc for url in person.requests if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {f"127.0.0.1:{app.port}"}


def test_two_people_at_once_get_their_own_answers(browser: Browser, app: App) -> None:
    contexts = [browser.new_context(), browser.new_context()]
    people = [visit(context, app) for context in contexts]
    questions = {"IV.1": "Meisterprämie NRW", "V.7": "PerMenti NRW"}
    for one, question in zip(people, questions, strict=True):
        one.page.get_by_label("Ihre Frage").fill(question)
    for one in people:
        one.page.keyboard.press("Enter")
    for one, (question, title) in zip(people, questions.items(), strict=True):
        expect(one.answers.first).to_contain_text(f"Maßnahme {question} heißt „{title}“", timeout=PATIENCE_MS)
        assert one.answers.count() == 1
    for context in contexts:
        context.close()


def test_a_port_that_is_taken_is_told_in_german(app: App) -> None:
    process = start_app(app.port)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out) == (2, "")
    assert err.startswith(f"Fehler: Auf 127.0.0.1, Port {app.port}, lässt sich die Anwendung nicht starten")
    assert err.count("\n") == 1
