"""The bar of pages with the keyboard, as ARIA's tabs pattern has it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.web.conftest import App, Visit


def test_arrows_move_between_pages_and_the_bar_is_one_stop(person: Visit, app: App) -> None:
    page = person.page
    tabs = page.get_by_role("tab")
    page.get_by_role("link", name="English").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("tab", name="Fragen")).to_be_focused()
    for key, name, place in (
        ("ArrowRight", "Nachschlagen", "?seite=nachschlagen"),
        ("ArrowRight", "Überblick", "?seite=ueberblick"),
        ("ArrowLeft", "Nachschlagen", "?seite=nachschlagen"),
        ("End", "Hilfe & Datenschutz", "?seite=hilfe"),
        ("ArrowRight", "Fragen", "?"),
        ("ArrowLeft", "Hilfe & Datenschutz", "?seite=hilfe"),
        ("Home", "Fragen", "?"),
    ):
        page.keyboard.press(key)
        tab = page.get_by_role("tab", name=name, exact=True)
        expect(tab).to_be_focused()
        expect(tab).to_have_attribute("aria-selected", "true")
        expect(page).to_have_url(app.address + place)
        expect(tabs.and_(page.locator("[tabindex='0']"))).to_have_count(1)
    page.keyboard.press("Tab")
    expect(person.question).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("tab", name="Fragen")).to_be_focused()


def test_arrows_in_a_field_move_in_its_text(person: Visit) -> None:
    person.question.fill("IV.1")
    person.page.keyboard.press("ArrowLeft")
    expect(person.question).to_be_focused()
    expect(person.page.get_by_role("tab", name="Fragen")).to_have_attribute("aria-selected", "true")
