"""Several editions in the app: the address, the choice, and that everything on an edition's pages is of that edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from fko_qa.index import build_index
from tests.fixtures import SMALL_REPORT, real_encoder
from tests.web.conftest import PATIENCE_MS, App, running

EARLIER, NOW = "2023-06-30", "2024-06-25"
BOTH_SCHOOLS = "Weitere Einstellungsmöglichkeit für Lehrkräfte an Gymnasien und Gesamtschulen für Grundschulen"
PDF = "https://www.example.org/klein.pdf"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The app with a small earlier edition beside the shipped one."""
    folder = tmp_path_factory.mktemp("editions")
    earlier = replace(SMALL_REPORT, date=EARLIER, url=PDF)
    build_index(earlier, b"", real_encoder(), "multilingual-e5-small", folder / "frueher")
    yield from running(FKO_QA_EDITIONS=str(folder))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="de-DE")
    expect.set_options(timeout=PATIENCE_MS)
    yield context.new_page()
    expect.set_options(timeout=5_000)
    context.close()


def test_an_edition_has_its_own_answers_links_and_pages(two: App, page: Page) -> None:
    page.goto(f"{two.address}?ausgabe={EARLIER}&frage=I.2")
    card = page.locator("#latest article")
    expect(card.locator(".title")).to_have_text("Meisterprämie")
    expect(page).to_have_url(f"{two.address}ausgabe/{EARLIER}/?frage=I.2")
    expect(page.locator(".intro")).to_contain_text("vom 30.06.2023")
    assert card.locator("a[href^='https://www.example.org']").first.get_attribute("href") == f"{PDF}#page=6"
    page.get_by_label("Ihre Frage").fill("II.1")
    page.keyboard.press("Enter")
    expect(page.locator("#latest article .title")).to_have_text("Bahnoffensive")
    expect(page).to_have_url(f"{two.address}ausgabe/{EARLIER}/?zuvor=I.2&frage=II.1")
    page.goto(f"{two.address}?ausgabe={EARLIER}&seite=nachschlagen&massnahme=I.1")
    expect(page.locator("#browse .detail h2")).to_have_text("Kitahilfe")


def test_people_choose_an_edition(two: App, page: Page) -> None:
    page.goto(two.address)
    choice = page.get_by_role("navigation", name="Ausgabe des Berichts")
    expect(choice.get_by_role("link")).to_have_text(["25.06.2024", "30.06.2023"])
    expect(choice.locator("[aria-current]")).to_have_text("25.06.2024")
    choice.get_by_role("link", name="30.06.2023").click()
    expect(page.locator(".intro")).to_contain_text("vom 30.06.2023")
    expect(choice.locator("[aria-current]")).to_have_text("30.06.2023")
    choice.get_by_role("link", name="25.06.2024").click()
    expect(page.locator(".intro")).to_contain_text("vom 25.06.2024")
    expect(page).to_have_url(two.address)


def test_an_edition_has_english_pages_too(two: App, page: Page) -> None:
    page.goto(f"{two.address}?ausgabe={EARLIER}&frage=I.2")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(f"{two.address}ausgabe/{EARLIER}/en?frage=I.2")
    expect(page.locator("#latest article .title")).to_have_text("Meisterprämie")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_role("navigation", name="Edition of the report").get_by_role("link").first.click()
    expect(page.locator(".intro")).to_contain_text("25 June 2024")
    expect(page).to_have_url(re.compile(r"/en"))


@pytest.mark.parametrize("place", ["?ausgabe=1999-01-01", f"?ausgabe={NOW}"])
def test_an_edition_that_there_is_not_or_that_is_the_default_needs_no_way(two: App, page: Page, place: str) -> None:
    page.goto(two.address + place)
    expect(page.locator(".intro")).to_contain_text("vom 25.06.2024")


def test_programs_ask_an_edition_by_its_date(two: App) -> None:
    with httpx.Client(base_url=two.address, timeout=60) as client:
        assert client.get("healthz").json()["editions"] == [NOW, EARLIER]
        for edition, title in ((NOW, BOTH_SCHOOLS), (EARLIER, "Meisterprämie")):
            answer = client.post("api/v1/ask", params={"ausgabe": edition}, json={"question": "I.2"}).json()
            assert (answer["report"]["date"], answer["measures"][0]["title"]) == (edition, title)
            assert client.get("api/v1/measures/I.2", params={"ausgabe": edition}).json()["title"] == title
        detail = client.get("api/v1/measures", params={"ausgabe": "2022-01-01"}).json()["detail"]
        assert detail == f"Diese Ausgabe des Berichts gibt es nicht. Möglich sind: {NOW}, {EARLIER}."


def test_one_edition_alone_is_no_choice(app: App, page: Page) -> None:
    page.goto(app.address)
    expect(page.locator(".intro")).to_contain_text("vom 25.06.2024")
    expect(page.locator(".editions")).to_have_count(0)
