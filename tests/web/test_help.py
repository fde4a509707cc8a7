"""The page "Hilfe & Datenschutz": its sections, what it promises, and whom it names."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect

from fko_qa.records import Status
from fko_qa.settings import Settings
from fko_qa.web.help import SECTIONS, examples, help_html
from fko_qa.web.texts import ENGLISH, GERMAN, LANGUAGES, texts
from tests.fixtures import real_assistant, squeeze
from tests.web.conftest import PATIENCE_MS, App, visit


def page(language: str = GERMAN, **settings: object) -> str:
    return squeeze(help_html(real_assistant().report, replace(Settings(), **settings), language))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_has_an_anchor_and_is_in_the_contents(language: str) -> None:
    html = page(language)
    for anchor, key in SECTIONS.items():
        name = texts(language)[key]
        assert f'<a href="#{anchor}">{name}</a>' in html
        assert f'<h3 id="{anchor}" tabindex="-1">{name}</h3>' in html


@pytest.mark.parametrize("question", {**examples(GERMAN), **examples(ENGLISH)}.values())
def test_every_example_is_answered(question: str) -> None:
    answer = real_assistant().ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.measures


def test_the_contact_is_the_operators() -> None:
    assert page().count("Er nennt Ihnen, an wen Sie sich wenden.") == 2
    html = page(contact="Servicestelle, <hilfe@example.org>")
    assert html.count("<strong>Servicestelle, &lt;hilfe@example.org&gt;</strong>") == 2
    assert "Er nennt Ihnen" not in html


def test_what_is_kept_is_told_as_it_is_set() -> None:
    assert "Tage lang gespeichert" not in page()
    assert "365 Tage lang gespeichert" in page(feedback=True)
    assert "90 Tage lang gespeichert" in page(feedback=True, feedback_days=90)
    assert "kept for 90 days" in page(ENGLISH, feedback=True, feedback_days=90)


def test_what_is_counted_is_told_as_it_is_set() -> None:
    assert "höchstens 60 Fragen in der Minute. Gezählt wird für höchstens 10.000 Adressen" in page()
    assert "7 questions a minute at most. It counts for 10,000 addresses at most" in page(ENGLISH, questions_per_minute=7)
    assert "in der Minute" not in page(questions_per_minute=0)


def test_the_report_is_named_with_its_date() -> None:
    assert "Stand 25.06.2024, 89 Seiten" in page()


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    blocks = re.findall(r"<(?:p|dd|li|td)\b[^>]*>(.*?)</(?:p|dd|li|td)>", page(language))
    assert len(blocks) > 50
    plain = [re.sub(r"<[^>]+>", "", block) for block in blocks]
    assert [one for text in plain for one in re.split(r"(?<=[.?!:])\s", text) if len(one.split()) > 24] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_in_a_browser(browser: Browser, app: App, scheme: str, width: int) -> None:
    context = browser.new_context(
        locale="de-DE", color_scheme="dark" if scheme == "dark" else "light", viewport={"width": width, "height": 800}
    )
    one = visit(context, app.address)
    one.page.goto(f"{app.address}?seite=hilfe#datenschutz")
    expect(one.page.locator("#datenschutz")).to_be_focused(timeout=PATIENCE_MS)
    assert not one.is_wider_than_window()
    assert one.barriers() == []
    assert context.cookies() == []
    assert one.page.evaluate("localStorage.length + sessionStorage.length") == 0
    one.page.get_by_role("link", name="Barrierefreiheit").click()
    expect(one.page.locator("#barrierefreiheit")).to_be_focused()
    one.page.get_by_role("link", name=examples(GERMAN)["Mit der Nummer"], exact=True).click()
    expect(one.cards.first).to_contain_text("QiK", timeout=PATIENCE_MS)
    context.close()
    assert one.troubles == []
