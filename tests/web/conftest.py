"""The real app in a real browser: started as an operator starts it, driven as a person uses it."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from gradio_client import Client as GradioClient
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, expect, sync_playwright

from tests.fixtures import PROJECT

# The first question waits for the model; a busy machine takes a while.
PATIENCE_MS = 60_000
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# WCAG 2.2 AA, and what axe's makers think good beyond it.
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On a developer's machine without Chromium these are left out; where the verdict counts, a missing one is a failure."""
    if shutil.which("chromium") is None and "CI" not in os.environ:
        for item in items:
            if "browser" in getattr(item, "fixturenames", ()):
                item.add_marker(pytest.mark.skip(reason="needs chromium"))


@dataclass(frozen=True)
class App:
    """The running app."""

    port: int
    said: list[str] = field(default_factory=list, compare=False)  # lines, after that with the address

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}/"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_app(port: int, **settings: str) -> subprocess.Popen[str]:
    """The app as an operator starts it, with settings as environment variables."""
    return subprocess.Popen(
        [sys.executable, "app.py"],
        cwd=PROJECT,
        env={**os.environ, "FKO_QA_PORT": str(port), "FKO_QA_HOST": "127.0.0.1", **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def running(**settings: str) -> Iterator[App]:
    """A running app, stopped at the end. What it says of errors is read all the while: a full pipe would stop it."""
    port = free_port()
    process = start_app(port, **settings)
    said: list[str] = []
    assert process.stderr is not None
    reader = threading.Thread(target=said.extend, args=[process.stderr], daemon=True)
    reader.start()
    assert process.stdout is not None
    prints = threading.Thread(target=said.extend, args=[process.stdout], daemon=True)
    try:
        line = process.stdout.readline()
        if not line:
            reader.join(timeout=60)
            pytest.fail("".join(said))
        assert line == f"Die Anwendung läuft: http://127.0.0.1:{port}/ (beenden mit Strg+C)\n"
        prints.start()
        yield App(port, said)
    finally:
        process.terminate()
        process.wait(timeout=60)
        reader.join(timeout=60)
        if prints.ident is not None:
            prints.join(timeout=60)
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()
    assert "Traceback" not in "".join(said), "".join(said)


def until_ready(app: App) -> None:
    """Wait for the model, as who keeps the app running would."""
    for _ in range(600):
        if httpx.get(f"{app.address}healthz").status_code == 200:
            return
        time.sleep(0.1)
    pytest.fail("not ready after a minute")


def opened(app: App, query: dict[str, str], headers: dict[str, str] | None = None) -> str:
    """What the page shows when it is opened at this address, as Gradio's event; without a browser."""
    with httpx.Client(base_url=app.address, headers=headers, timeout=60) as client:
        config = client.get("config").json()
        own = config["page"][""]["dependencies"]
        load = next(one for one in config["dependencies"] if one["id"] in own and one["targets"][0][1] == "load")
        join = {"data": [], "fn_index": load["id"], "session_hash": secrets.token_hex(8)}
        client.post("gradio_api/queue/join", params=query, json=join).raise_for_status()
        with client.stream("GET", "gradio_api/queue/data", params={"session_hash": join["session_hash"]}) as events:
            return next(line for line in events.iter_lines() if "process_completed" in line)


@contextmanager
def gradio_client(app: App) -> Iterator[GradioClient]:
    """Gradio's client, which asks its maker's server when it starts, unless its environment says that there is none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADIO_ANALYTICS_ENABLED", "False")
        patch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)  # read from the environment when it is imported
        client = GradioClient(app.address, verbose=False, analytics_enabled=False)
    yield client
    client.close()


@pytest.fixture(scope="session")
def app() -> Iterator[App]:
    """One app with the default settings for all tests, but that all of them are one client."""
    yield from running(FKO_QA_QUESTIONS_PER_MINUTE="6000")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_ARGUMENTS)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Visit:
    """A person at the app: the page, every address that it asked for, and everything that went wrong in it."""

    page: Page
    requests: list[str]
    troubles: list[str]

    @property
    def question(self) -> Locator:
        """Where one types."""
        return self.page.get_by_label("Ihre Frage")

    @property
    def latest(self) -> Locator:
        """The newest answer."""
        return self.page.locator("#latest")

    @property
    def cards(self) -> Locator:
        """The measures of the newest answer."""
        return self.latest.locator("article")

    def ask(self, question: str) -> Locator:
        """Type a question, press Enter, and wait for the answer."""
        self.question.fill(question)
        self.page.keyboard.press("Enter")
        return self.answer_to(question)

    def answer_to(self, question: str) -> Locator:
        """The newest answer, once it is one to this question."""
        expect(self.latest.locator("h2")).to_have_text(f"Ihre Frage: {question}", timeout=PATIENCE_MS)
        expect(self.page.locator("body.busy")).to_have_count(0)
        return self.latest

    def open(self, address: str) -> None:
        """Go to an address and wait until the page answers."""
        self.page.goto(address)
        expect(self.page.locator("#question textarea")).to_be_visible(timeout=PATIENCE_MS)

    def barriers(self) -> list[str]:
        """What axe finds: rule, element and reason."""
        found: dict[str, Any] = Axe().run(self.page, options={"runOnly": _RULES}).response
        assert len(found["passes"]) > 10  # it has looked
        return [f"{one['id']}: {node['html']} {node['failureSummary']}" for one in found["violations"] for node in one["nodes"]]

    def is_wider_than_window(self) -> bool:
        """Whether one would have to scroll sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def visit(context: BrowserContext, address: str) -> Visit:
    """Open the app at an address."""
    page = context.new_page()
    one = Visit(page, [], [])

    def note_dialog(dialog: Dialog) -> None:
        one.troubles.append(dialog.message)
        dialog.dismiss()

    page.on("request", lambda request: one.requests.append(request.url))
    page.on("websocket", lambda websocket: one.requests.append(websocket.url))
    page.on("pageerror", lambda error: one.troubles.append(str(error)))
    page.on("dialog", note_dialog)
    one.open(address)
    return one


@pytest.fixture
def person(browser: Browser, app: App) -> Iterator[Visit]:
    """Somebody at a desk, who lets the page write to the clipboard."""
    context = browser.new_context(locale="de-DE", permissions=["clipboard-read", "clipboard-write"])
    one = visit(context, app.address)
    yield one
    context.close()
    assert one.troubles == []
