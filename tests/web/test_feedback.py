"""Opinions in the app: nobody is asked unless the operator wants it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.fixtures import PROJECT
from tests.web.conftest import App, Visit, running, visit


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("feedback") / "feedback.sqlite"


@pytest.fixture(scope="module")
def asking_app(file: Path) -> Iterator[App]:
    yield from running(FKO_QA_FEEDBACK="ja", FKO_QA_FEEDBACK_FILE=str(file))


def test_nobody_is_asked_by_default(person: Visit) -> None:
    person.ask("IV.1")
    expect(person.page.locator(".feedback")).to_have_count(0)


def test_an_opinion_is_kept_without_the_question_and_exported(browser: Browser, asking_app: App, file: Path) -> None:
    context = browser.new_context()
    one = visit(context, asking_app.address)
    one.ask("IV.1")
    assert one.barriers() == []
    one.page.get_by_label("Möchten Sie etwas dazu sagen?", exact=False).fill("Sehr <b>klar</b>")
    one.page.get_by_role("button", name="Die Antwort war hilfreich").click()
    expect(one.latest).to_contain_text("Danke für Ihre Rückmeldung.")
    expect(one.page.locator(".feedback")).to_have_count(0)
    context.close()
    command = [sys.executable, "-m", "fko_qa", "feedback"]
    settings = {"FKO_QA_FEEDBACK_FILE": str(file), "PATH": ""}
    done = subprocess.run(command, cwd=PROJECT, env=settings, capture_output=True, text=True, check=False)
    today = datetime.now(UTC).date().isoformat()
    assert done.stdout == f"day;helpful;status;measures;comment\n{today};True;answered;IV.1;Sehr <b>klar</b>\n"
    assert done.returncode == 0
