"""German and English: which is shown to whom, that it is everywhere, and that what is German is marked as German."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from fko_qa.web.page_language import wanted_language
from fko_qa.web.texts import ENGLISH, GERMAN, texts
from tests.web.conftest import PATIENCE_MS, App, Visit, visit

# Words that no English sentence has; what stands in quotation marks is a name.
_GERMAN_WORDS = re.compile(r"[äöüßÄÖÜ]|\b(?:und|der|das|nicht|ist|von|mit|für|Frage|Seite|Suche|Laufzeit|Mittel|keine)\b")
# What is said in the page's own language: texts, and names of controls, outside of everything marked as another language.
_SAID = """() => {
  const own = (element) => element.closest("[lang]").lang === document.documentElement.lang;
  const said = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element.closest("script, style") && own(element)) said.push(walker.currentNode.textContent.trim());
  }
  for (const name of ["aria-label", "placeholder", "title"])
    for (const element of document.querySelectorAll(`[${name}]`)) if (own(element)) said.push(element.getAttribute(name));
  return said.filter((text) => text);
}"""


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("", GERMAN),
        ("frage=x&sprache=de", GERMAN),
        ("sprache=en&frage=x", ENGLISH),
        ("sprache=<b>", GERMAN),
        ("sprache=", GERMAN),
    ],
)
def test_which_language(query: str, language: str) -> None:
    assert wanted_language(query) == language


@pytest.mark.parametrize("accepted", ["de", "en-US,en;q=0.9", ""])
def test_every_page_says_its_language_before_any_script_runs(app: App, accepted: str) -> None:
    for address, language, end in (
        ("?frage=IV.2", GERMAN, "/?frage=IV.2"),
        ("?frage=Was+ist+KIM%3F&sprache=en", ENGLISH, "/en?frage=Was+ist+KIM%3F"),
        ("?sprache=de", GERMAN, "/?sprache=de"),
        ("en", ENGLISH, "/en"),
    ):
        page = httpx.get(app.address + address, headers={"Accept-Language": accepted}, follow_redirects=True)
        assert page.headers["Content-Language"] == language
        assert re.search(r'<html\s+lang="(\w+)"', page.text).group(1) == language  # type: ignore[union-attr]
        assert str(page.url).endswith(end)


@pytest.fixture
def english(browser: Browser, app: App) -> Iterator[Visit]:
    """Somebody on the English pages."""
    context = browser.new_context(locale="en-GB")
    one = visit(context, app.address + "en")
    yield one
    context.close()
    assert one.troubles == []


def drawn(page: Page, tab: str) -> None:
    page.get_by_role("tab", name=texts(ENGLISH)[f"tab_{tab}"], exact=True).click()
    expect(page.locator({"nachschlagen": ".browse", "ueberblick": ".overview", "hilfe": ".help"}[tab])).to_be_visible()


def test_all_four_pages_are_english_and_mark_what_is_german(english: Visit) -> None:
    page = english.page
    expect(page).to_have_title(texts(ENGLISH)["title"])
    page.get_by_label("Your question").fill("Who is responsible for PerMenti?")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(english.cards.first.get_by_role("button", name="Copy the quote")).to_be_visible(timeout=PATIENCE_MS)
    expect(page).to_have_url(re.compile(r"/en\?frage=Who\+is\+responsible"))
    said = page.evaluate(_SAID)
    assert english.barriers() == []
    drawn(page, "nachschlagen")
    page.get_by_role("button", name="Meisterprämie NRW").click()
    page.get_by_label("With which measure?").select_option("IV.2")
    expect(page.locator(".compared table")).to_be_visible()
    said += page.evaluate(_SAID)
    page.get_by_role("searchbox").fill("IX.99")
    expect(page.locator(".nothing strong")).to_have_text("No measure fits “IX.99”.", timeout=PATIENCE_MS)
    said += page.evaluate(_SAID)
    assert english.barriers() == []
    drawn(page, "ueberblick")
    said += page.evaluate(_SAID)
    drawn(page, "hilfe")
    said += page.evaluate(_SAID)
    assert english.barriers() == []
    assert page.evaluate("document.documentElement.lang") == ENGLISH
    assert len(said) > 500
    names = re.compile(r"^(?:Copy the (?:quote|reference|link): |Deutsch$)")  # names of buttons, with a title; the other language
    assert [text for text in said if _GERMAN_WORDS.search(text) and not names.match(text)] == []


def test_the_switch_keeps_what_the_address_says(english: Visit) -> None:
    page = english.page
    page.goto(page.url + "?seite=hilfe#datenschutz")
    expect(page.locator("#datenschutz")).to_be_focused(timeout=PATIENCE_MS)
    page.get_by_role("link", name="Deutsch", exact=True).press("Enter")
    expect(page).to_have_url(re.compile(r"/\?seite=hilfe#datenschutz$"))
    expect(page.locator("#datenschutz")).to_have_text("Datenschutz")
    assert page.evaluate("document.documentElement.lang") == GERMAN
    # German stays chosen on the way, though the browser asks for English.
    page.locator(".examples a").first.click()
    expect(page).to_have_url(re.compile(r"/\?frage=[^&]*$"))
    expect(page.locator("#latest h2")).to_contain_text("Ihre Frage", timeout=PATIENCE_MS)
    expect(page.locator("#latest article").first).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(re.compile(r"/en\?frage=[^&]*$"))
    expect(page.locator("#latest h2")).to_contain_text("Your question", timeout=PATIENCE_MS)


def test_an_answer_and_its_links_stay_english_after_a_reload_and_for_others(person: Visit, app: App) -> None:
    page = person.page
    page.get_by_role("link", name="English", exact=True).click()
    page.get_by_label("Your question").fill("IV.1")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{app.address}en?frage=IV.1", timeout=PATIENCE_MS)
    page.reload()
    person.cards.first.get_by_role("button", name="Copy the link").click(timeout=PATIENCE_MS)
    expect(person.cards.first.get_by_text("Copied", exact=True)).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{app.address}en?massnahme=IV.1"
