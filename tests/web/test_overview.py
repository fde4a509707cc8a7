"""The page "Überblick": what is drawn, that it says the same as its tables, and that people reach it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from fko_qa.web.overview import overview_html
from tests.fixtures import real_assistant, squeeze
from tests.web.conftest import PATIENCE_MS, App, Visit, visit

PLACE = "?seite=ueberblick"
IDS = [measure.id for measure in real_assistant().report.measures]


def shown(page: Page) -> None:
    expect(page.locator(".overview")).to_be_visible(timeout=PATIENCE_MS)


@pytest.fixture
def reader(browser: Browser, app: App, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Somebody who opened the page by its address; the parameter is how many pixels the window is wide, else 1280."""
    width = getattr(request, "param", 1280)
    context = browser.new_context(locale="de-DE", viewport={"width": width, "height": 800})
    one = visit(context, app.address)
    one.page.goto(app.address + PLACE)
    shown(one.page)
    yield one
    assert context.cookies() == []
    assert one.page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()
    assert one.troubles == []
    assert {url.split("/")[2] for url in one.requests if url.startswith(("http", "ws"))} == {f"127.0.0.1:{app.port}"}


def test_a_measure_leads_to_its_text(reader: Visit) -> None:
    reader.page.locator(".map").get_by_role("link", name=re.compile("^IV.2 ")).click()
    expect(reader.cards.first).to_contain_text("QiK", timeout=PATIENCE_MS)
    assert reader.page.url.endswith("?massnahme=IV.2")


def test_a_matrix_cell_leads_to_its_measure_by_keyboard(reader: Visit) -> None:
    link = reader.page.locator("[data-ministry=MLV] a")
    link.focus()
    assert link.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    reader.page.keyboard.press("Enter")
    expect(reader.cards.first).to_contain_text("III.13", timeout=PATIENCE_MS)


@pytest.mark.parametrize("reader", [320, 1280], indirect=True)
def test_nothing_scrolls_sideways_but_the_boxes_that_may(reader: Visit) -> None:
    for summary in reader.page.locator(".as-table summary").all():
        summary.click()
    assert not reader.is_wider_than_window()
    for box in reader.page.locator(".overview .scroll").all():
        assert box.get_attribute("tabindex") == "0"
        assert box.get_attribute("aria-label")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(reader: Visit, scheme: str) -> None:
    reader.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    reader.page.reload()
    shown(reader.page)
    if scheme == "light":  # axe takes a minute on the open tables, whose colours are the cards'
        for summary in reader.page.locator(".as-table summary").all():
            summary.click()
    assert reader.barriers() == []


def test_sections_are_reached_from_the_list_and_by_address(reader: Visit, app: App) -> None:
    reader.page.get_by_role("link", name="Karte nach Sinn").click()
    expect(reader.page.locator("#karte")).to_be_focused()
    assert reader.page.url.endswith("?seite=ueberblick#karte")
    reader.page.goto("about:blank")
    reader.page.goto(app.address + PLACE + "#ministerien")
    expect(reader.page.locator("#ministerien")).to_be_focused(timeout=PATIENCE_MS)


def test_the_page_opened_by_its_tab_is_in_the_address(person: Visit, app: App) -> None:
    person.page.get_by_role("tab", name="Überblick").click()
    shown(person.page)
    expect(person.page).to_have_url(app.address + PLACE)
    person.page.get_by_role("tab", name="Fragen").click()
    expect(person.question).to_be_visible()
    expect(person.page).to_have_url(app.address + "?")


def test_an_unknown_page_is_the_first_one(person: Visit, app: App) -> None:
    person.open(app.address + "?seite=<b>")
    expect(person.page.get_by_role("tab", name="Fragen")).to_have_attribute("aria-selected", "true")


# -- the drawings and their tables say the same


@pytest.fixture
def drawn(browser: Browser) -> Iterator[Page]:
    """The page's HTML alone."""
    page = browser.new_page()
    page.set_content(overview_html(real_assistant()))
    yield page
    page.close()


def texts(page: Page, selector: str) -> list[str]:
    return [squeeze(text) for text in page.locator(selector).all_text_contents()]


def test_every_measure_is_in_every_drawing_and_its_table(drawn: Page) -> None:
    assert texts(drawn, ".timeline .number") == IDS
    table = "section[aria-labelledby={}] .as-table tr[data-measure]"
    for section in ("laufzeiten", "ministerien", "karte"):
        rows = [row.get_attribute("data-measure") for row in drawn.locator(table.format(section)).all()]
        assert list(dict.fromkeys(rows)) == IDS
    assert sorted(texts(drawn, ".tile strong")) == sorted(IDS)
    matrix = [link.get_attribute("href") for link in drawn.locator(".matrix a").all()]
    assert set(matrix) == {f"?massnahme={one}" for one in IDS}


def test_the_timeline_has_the_tables_words_and_a_bar_for_every_dated_row(drawn: Page) -> None:
    rows = "section[aria-labelledby=laufzeiten] .as-table tr[data-measure]"
    for one in ("I.9", "II.5", "IV.1", "VI.5"):
        drawing = drawn.locator(f".timeline [data-measure='{one}']")
        table = drawn.locator(f"{rows}[data-measure='{one}']")
        assert squeeze(drawing.locator(".stated").text_content() or "") == squeeze(table.locator("td").first.text_content() or "")
    dated = drawn.locator(rows).filter(has_not_text="kein Datum genannt")
    assert drawn.locator(".track .bar").count() == dated.count()


def test_sums_and_amounts_are_the_tables(drawn: Page) -> None:
    funds = drawn.locator(".fund")
    assert funds.count() == 6
    for fund in funds.all():
        cluster = fund.get_attribute("data-cluster")
        cells = [text for text in texts(drawn, f"tr[data-cluster={cluster}] td") if text != "–"]
        assert [squeeze(text) for text in fund.locator(".sum").all_text_contents()] == cells
    assert "rund 47.330.000 Euro" in texts(drawn, ".fund[data-cluster=II] .sum")
    amounts = texts(drawn, ".fund .cell ul:not(.row) li")
    listed = drawn.get_by_role("table", name="Jeder Betrag im Wortlaut", include_hidden=True).locator("tbody tr")
    assert len(amounts) == listed.count() == 34
    assert drawn.locator(".cell ul.row li").count() == 33


def test_bars_of_money_are_as_long_as_their_amounts(drawn: Page) -> None:
    # 47.33 of 75.18 million a year, the largest sum of its column
    widths = drawn.locator(".fund[data-cluster=II] .stack").first.locator("span")
    total = sum(float((one.get_attribute("style") or "").removeprefix("width: ").removesuffix("%")) for one in widths.all())
    assert total == pytest.approx(100 * 47_330_000 / 75_180_000, abs=0.01)


def test_matrix_counts_are_the_links_beside_them(drawn: Page) -> None:
    for cell in drawn.locator(".matrix td:has(.count)").all():
        assert int(cell.locator(".count").text_content() or "0") == cell.locator("a").count()


def test_headings_are_in_order(drawn: Page) -> None:
    levels = [int(tag[1]) for tag in drawn.locator("h1, h2, h3, h4, h5").evaluate_all("all => all.map(one => one.tagName)")]
    assert levels[0] == 2
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_a_tab_is_opened_by_the_keyboard(person: Visit, app: App) -> None:
    person.page.get_by_role("tab", name="Überblick").focus()
    person.page.keyboard.press("Enter")
    shown(person.page)
    expect(person.page).to_have_url(app.address + PLACE)
