"""The page "Nachschlagen", as people at a hotline use it."""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from fko_qa.catalogue import Catalogue, Selection
from fko_qa.records import Report
from fko_qa.web.browse import BrowsePage, keys, read_selection
from fko_qa.web.limits import RateLimit
from fko_qa.web.texts import GERMAN
from tests.fixtures import SMALL_REPORT, real_assistant
from tests.web.conftest import PATIENCE_MS, App, Visit, visit

EVIL = "<script>window.hacked=1</script><img src=x onerror='window.hacked=1'> ${hacked=1} {{7*7}}"
CITATION = "Fortschrittsbericht Fachkräfteoffensive NRW, 25.06.2024, IV.1, S. 57"
AXE_WIDTHS = [1280, 640, 320]  # 640 is 1280 at 200 %


def go(person: Visit, address: str) -> Page:
    """Open the page by an address and wait until it answers."""
    page = person.page
    page.goto(address)
    expect(line(page)).to_be_visible(timeout=PATIENCE_MS)
    return page


def line(page: Page) -> Locator:
    return page.get_by_label("Nummer, Name, Ministerium oder Stichwort")


def numbers(page: Page) -> list[str]:
    """The numbers in the table, from top to bottom."""
    return [text.strip() for text in page.locator("#browse .list tbody tr:visible td:first-child").all_inner_texts()]


def count(page: Page) -> Locator:
    return page.locator("#browse [role=status]")


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.fixture
def page(person: Visit, app: App) -> Iterator[Page]:
    """The page at a desk."""
    yield go(person, f"{app.address}?seite=nachschlagen")
    hosts = {urlsplit(url).netloc for url in person.requests if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {f"127.0.0.1:{app.port}"}


# -- the search line


def test_the_page_opens_with_all_measures(page: Page) -> None:
    expect(page.get_by_role("tab", name="Nachschlagen")).to_have_attribute("aria-selected", "true")
    expect(count(page)).to_have_text("64 von 64 Maßnahmen")
    assert len(numbers(page)) == 64
    expect(page.get_by_role("columnheader", name="Nr.")).to_have_attribute("aria-sort", "ascending")


def test_the_page_opens_by_its_tab(person: Visit) -> None:
    person.page.get_by_role("tab", name="Nachschlagen").click()
    line(person.page).press_sequentially("Meisterpr")
    expect(count(person.page)).to_have_text("1 von 64 Maßnahmen")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("IV.2", ["IV.2"]), ("4.2", ["IV.2"]), ("meisterpr", ["IV.1"]), ("Landwirtschaftsministerium", ["III.13"])],
)
def test_the_table_follows_what_is_typed(page: Page, typed: str, found: list[str]) -> None:
    line(page).press_sequentially(typed)
    expect(count(page)).to_have_text("1 von 64 Maßnahmen")
    assert numbers(page) == found
    line(page).fill("")
    expect(count(page)).to_have_text("64 von 64 Maßnahmen")


def test_the_best_hits_come_first(page: Page, report: Report) -> None:
    line(page).fill("Pflege")
    expect(count(page)).to_have_text("8 von 64 Maßnahmen, beste Treffer zuerst")
    assert numbers(page) == list(Catalogue(report).search("Pflege"))
    expect(page.get_by_role("columnheader", name="Nr.")).not_to_have_attribute("aria-sort", re.compile("."))


def test_a_key_changes_the_table_at_once(page: Page) -> None:
    line(page).fill("Meiste")  # the connection is made before anything is timed
    expect(count(page)).not_to_have_text("64 von 64 Maßnahmen")
    waits = []
    for text, said in (("IV.1", "1 von"), ("Kita", "8 von"), ("Meisterprmäie", "1 von"), ("MAGS", "22 von"), ("Pflege", "8 von")):
        started = time.perf_counter()
        line(page).fill(text)
        expect(count(page)).to_contain_text(said)
        waits.append((time.perf_counter() - started) * 1000)
    assert sorted(waits)[len(waits) // 2] < 200


def test_the_meaning_is_asked_when_no_word_fits_and_by_enter(page: Page) -> None:
    line(page).fill("Quereinsteiger Kita")
    expect(count(page)).to_have_text(re.compile(r"^\d+ von 64 Maßnahmen, dem Sinn nach gefunden$"), timeout=PATIENCE_MS)
    assert "IV.2" in numbers(page)
    expect(page.locator("tr[data-id='IV.2'] .near")).to_be_visible()
    line(page).fill("Kinderbetreuung Quereinstieg")
    line(page).press("Enter")
    expect(page.locator("tr[data-id='IV.2']")).to_be_visible(timeout=PATIENCE_MS)


def test_enter_opens_the_only_hit(page: Page) -> None:
    line(page).press_sequentially("IV.2")
    line(page).press("Enter")
    expect(page.get_by_role("heading", name="QiK - Quereinstieg in die Kinderbetreuung")).to_be_focused()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": "xyzzy"}, "Prüfen Sie die Schreibweise, versuchen Sie es mit weniger oder anderen Wörtern"),
        ({"text": "IV.99"}, "Eine Maßnahme IV.99 gibt es im Bericht nicht. Cluster IV hat die Maßnahmen IV.1 bis IV.11."),
        ({"text": "IX.1"}, "Eine Maßnahme IX.1 gibt es im Bericht nicht. Der Bericht hat die Cluster I bis VI."),
        ({"text": "Meisterprämie", "cluster": "I"}, "Ohne die Filter gibt es 1 Treffer."),
        ({"cluster": "I", "source": "JTF"}, "Ohne die Filter gibt es 64 Treffer."),
        ({"text": "Meister"}, ""),
    ],
)
def test_an_empty_list_says_what_to_do(report: Report, given: dict[str, str], said: str) -> None:
    advice = BrowsePage(real_assistant(), Catalogue(report), RateLimit(0), RateLimit(0)).look_up(given, "")["advice"]
    assert advice.startswith(said)
    assert bool(advice) is bool(said)


def test_what_the_report_does_not_answer_is_no_hit_by_meaning_and_there_is_a_way_on(page: Page) -> None:
    text = "Spitzensteuersatz in Frankreich <b>"
    line(page).fill(text)
    nothing = page.locator(".nothing")
    expect(nothing.locator("strong")).to_have_text(f"Keine Maßnahme passt zu „{text}“.", timeout=PATIENCE_MS)
    expect(nothing).to_contain_text("Prüfen Sie die Schreibweise")
    expect(count(page)).to_have_text("0 von 64 Maßnahmen")
    nothing.get_by_role("link", name="Auf der Seite „Fragen“ stellen").click()
    expect(page.locator("#latest h2")).to_have_text(f"Ihre Frage: {text}", timeout=PATIENCE_MS)


def test_filters_that_leave_nothing_say_so(page: Page) -> None:
    page.locator(".fields").get_by_label("Cluster", exact=True).select_option("I")
    page.locator(".fields").get_by_label("Förderquelle", exact=True).select_option("JTF")
    expect(page.locator(".nothing strong")).to_have_text("Keine Maßnahme passt.")
    expect(page.locator(".nothing .advice")).to_contain_text("Ohne die Filter gibt es 64 Treffer.")
    expect(page.locator(".nothing .instead")).to_be_hidden()


def test_an_empty_list_says_what_to_do_and_one_button_clears_all(page: Page) -> None:
    line(page).fill("IV.99")
    expect(page.locator(".nothing")).to_contain_text("Eine Maßnahme IV.99 gibt es im Bericht nicht.", timeout=PATIENCE_MS)
    expect(count(page)).to_have_text("0 von 64 Maßnahmen")
    expect(page.locator(".list table")).to_be_hidden()
    page.get_by_label("Cluster").select_option("I")
    page.locator(".nothing").get_by_role("button", name="Alles zurücksetzen").click()
    expect(count(page)).to_have_text("64 von 64 Maßnahmen")
    expect(line(page)).to_be_focused()
    expect(page.get_by_label("Cluster")).to_have_value("")
    assert len(numbers(page)) == 64


# -- filters and sorting


@pytest.mark.parametrize(
    ("label", "option", "selection"),
    [
        ("Cluster", "VI", Selection(cluster="VI")),
        ("Ressort", "Stk", Selection(ministry="Stk")),
        ("Läuft im Jahr", "2028", Selection(year=2028)),
        ("Mittel", "mit Betrag", read_selection({"figure": "with"}, Catalogue(SMALL_REPORT).choices())),
        ("Mittel", "ohne Betrag", read_selection({"figure": "without"}, Catalogue(SMALL_REPORT).choices())),
        ("Mittel", "keine Angabe", read_selection({"figure": "no_row"}, Catalogue(SMALL_REPORT).choices())),
        ("Förderquelle", "ESF", Selection(source="ESF")),
        (
            "Internetseite",
            "mit Internetseite",
            read_selection({"website": "with"}, Catalogue(SMALL_REPORT).choices()),
        ),
        (
            "Internetseite",
            "ohne Internetseite",
            read_selection({"website": "without"}, Catalogue(SMALL_REPORT).choices()),
        ),
    ],
)
def test_each_filter_narrows_the_table(page: Page, report: Report, label: str, option: str, selection: Selection) -> None:
    expected = list(Catalogue(report).find(selection).ids)
    assert 0 < len(expected) < 64
    page.locator(".fields").get_by_label(label, exact=True).select_option(option)
    expect(count(page)).to_have_text(f"{len(expected)} von 64 Maßnahmen")
    assert numbers(page) == expected
    expect(page.locator(".filters summary")).to_have_text("Filter (1 aktiv)")


def test_a_partner_is_typed_and_filters_add_up(page: Page) -> None:
    page.get_by_label("Partner", exact=True).press_sequentially("Arbeitsamt")
    expect(count(page)).to_have_text("6 von 64 Maßnahmen")
    assert numbers(page) == ["II.8", "II.9", "IV.8", "IV.11", "V.2", "V.3"]
    page.locator(".fields").get_by_label("Ressort", exact=True).select_option("MSB")
    expect(count(page)).to_have_text("2 von 64 Maßnahmen")
    assert numbers(page) == ["II.8", "V.3"]
    expect(page.locator(".remarks")).to_contain_text("Partner in der Umsetzung")


def test_every_column_sorts_both_ways(page: Page) -> None:
    def sort(name: str, direction: str) -> list[str]:
        heading = page.get_by_role("columnheader", name=name)
        heading.get_by_role("button").press("Enter")
        expect(heading).to_have_attribute("aria-sort", direction)
        assert page.locator("#browse .list th[aria-sort]").count() == 1
        return numbers(page)

    descending = sort("Nr.", "descending")
    assert descending[0] == "VI.8"
    assert descending.index("II.10") < descending.index("II.9")
    assert sort("Nr.", "ascending")[12:22] == [f"II.{n}" for n in range(1, 11)]
    assert sort("Titel", "ascending")[-1] == "III.12"  # Zukunftsbündnis …
    assert sort("Laufzeit", "ascending")[:2] == ["II.2", "II.3"]  # since 2005, since 2011
    assert sort("Laufzeit", "descending")[0] == "II.1"  # from 2025 on; what has no date stays last
    assert set(numbers(page)[-4:]) == {"I.9", "I.10", "II.7", "VI.5"}
    assert sort("Mittel", "ascending")[0] == "IV.4"  # 20.000 Euro
    assert sort("Mittel", "descending")[:2] == ["I.11", "V.6"]  # 1 Mrd., 75 Mio. Euro
    assert sort("Seite", "ascending")[0] == "I.1"
    assert sort("Partner", "ascending")[0] == "IV.7"  # AOK
    assert sort("Ressort", "ascending")[-1] in {"IV.4", "IV.8"}  # Stk


# -- keys, one measure, comparison


def test_from_the_slash_to_the_copied_citation_with_keys_alone(page: Page) -> None:
    page.get_by_role("button", name="Liste als CSV speichern").focus()
    page.keyboard.press("/")
    expect(line(page)).to_be_focused()
    page.keyboard.type("Handwerk")
    expect(count(page)).to_contain_text("beste Treffer")
    found = numbers(page)
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"tr[data-id='{found[0]}'] .open")).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator(f"tr[data-id='{found[-1]}'] .open")).to_be_focused()
    page.keyboard.press("Home")
    for number in found[1 : found.index("IV.1") + 1]:
        page.keyboard.press("ArrowDown")
        expect(page.locator(f"tr[data-id='{number}'] .open")).to_be_focused()
    assert page.locator("#browse .open[tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Meisterprämie NRW")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?seite=nachschlagen&massnahme=IV\.1$"))
    page.keyboard.press("c")
    expect(count(page)).to_have_text("In die Zwischenablage kopiert")
    assert copied(page) == CITATION
    page.keyboard.press("Escape")
    expect(line(page)).to_be_focused()
    assert line(page).input_value() == "Handwerk"


def test_keys_that_are_letters_are_typed_in_fields_and_can_be_turned_off(page: Page) -> None:
    line(page).press_sequentially("c/c")
    expect(line(page)).to_have_value("c/c")
    page.locator(".keys summary").click()
    for key, does in keys(GERMAN).items():
        expect(page.locator(".keys")).to_contain_text(key)
        expect(page.locator(".keys")).to_contain_text(does)
    page.get_by_label("Tasten „/“ und „c“ benutzen").uncheck()
    page.keyboard.press("/")
    expect(line(page)).not_to_be_focused()


def test_the_arrow_up_from_the_first_row_leads_back_to_the_line(page: Page) -> None:
    line(page).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(line(page)).to_be_focused()


def test_a_measure_is_shown_in_full(page: Page, report: Report) -> None:
    page.get_by_role("button", name="Meisterprämie NRW").click()
    detail = page.get_by_role("region", name="Geöffnete Maßnahme")
    meister = report.measure("IV.1")
    assert meister is not None
    for text in (meister.text.split("\n\n")[-1], *(row.value for row in meister.fields), "Seite 57", CITATION):
        expect(detail).to_contain_text(text)
    expect(detail).to_contain_text("läuft laut Bericht vom 25.06.2024 von 06/2023 bis mind. Ende der Legislaturperiode;")
    link = detail.get_by_role("link", name="https://meisterpraemie.nrw/")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(page.locator("tr[data-id='IV.1'] .open")).to_have_attribute("aria-current", "true")
    detail.get_by_role("button", name="Link kopieren").click()
    assert copied(page).endswith("/?seite=nachschlagen&massnahme=IV.1")


def test_related_measures_lead_on(page: Page) -> None:
    page.get_by_role("button", name="Runde Tische zur Vermittlung Geflüchteter").click()
    detail = page.locator(".detail")
    expect(detail).to_contain_text("Gleicher Partner: Bundesagentur für Arbeit")
    detail.locator("[data-open='II.9']").first.click()
    expect(page.get_by_role("heading", name="Ausbildungswege NRW")).to_be_focused()
    detail.get_by_role("button", name=re.compile("^MAGS: 21 weitere")).click()
    expect(count(page)).to_have_text("22 von 64 Maßnahmen")
    assert detail.locator(".similar").first.locator("button").count() == 3


def test_two_measures_are_compared(page: Page) -> None:
    page.get_by_role("button", name="Fachkräftegewinnung in Indien").click()
    page.get_by_label("Mit welcher Maßnahme?").select_option("VI.3")
    table = page.get_by_role("table", name=re.compile("^VI.2 und VI.3 im Vergleich"))
    expect(table.get_by_role("row", name=re.compile("^Beginn"))).to_have_text(
        re.compile(r"gleich\s*2024 bis 2027\s*2024 bis 2027")
    )
    expect(table.get_by_role("row", name=re.compile("^Geplante Mittel"))).to_have_text(
        re.compile(r"verschieden\s*300.000 Euro pro Jahr\s*200.000 Euro pro Jahr")
    )
    page.get_by_label("Mit welcher Maßnahme?").select_option("")
    expect(table).to_have_count(0)


# -- the list as a file, addresses, markup


def saved(page: Page, folder: Path) -> list[list[str]]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Liste als CSV speichern").click()
    assert download.value.suggested_filename == "massnahmen.csv"
    file = folder / "massnahmen.csv"
    download.value.save_as(file)
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))


def test_the_list_is_saved_as_shown(page: Page, tmp_path: Path) -> None:
    page.locator(".fields").get_by_label("Ressort", exact=True).select_option("Stk")
    expect(count(page)).to_have_text("2 von 64 Maßnahmen")
    page.get_by_role("columnheader", name="Seite").get_by_role("button").click()
    page.get_by_role("columnheader", name="Seite").get_by_role("button").click()
    assert saved(page, tmp_path)[0] == ["Nr.", "Titel", "Ressort", "Laufzeit", "Mittel", "Partner", "Seite"]
    rows = saved(page, tmp_path)[1:]
    assert [row[0] for row in rows] == ["IV.8", "IV.4"]
    assert rows[1][1:] == [
        "Bewerbungstag 2024 – (Quer-) Einstieg in die Film- und Fernsehbranche",
        "Stk",
        "07.02.2024 bis 30.04.2024",
        "20.000 Euro",
        "keine Angabe",
        "60",
    ]


def test_a_saved_cell_is_no_formula(page: Page, tmp_path: Path) -> None:
    page.evaluate(
        """[...document.querySelectorAll("#browse .list tbody tr")].slice(0, 5).forEach((row, at) =>
             row.querySelector(".open").textContent = ['=1+1;"x"', "+1", "-1", "@SUM(A1)", "a=1"][at])"""
    )
    assert [row[1] for row in saved(page, tmp_path)[1:6]] == ['\'=1+1;"x"', "'+1", "'-1", "'@SUM(A1)", "a=1"]


@pytest.mark.parametrize("number", ["IV.2", "4.2"])
def test_an_address_opens_a_measure(person: Visit, app: App, number: str) -> None:
    page = go(person, f"{app.address}?seite=nachschlagen&massnahme={number}")
    expect(page.get_by_role("heading", name="QiK - Quereinstieg in die Kinderbetreuung")).to_be_in_viewport()


def test_an_address_of_no_measure_says_so(person: Visit, app: App) -> None:
    page = go(person, f"{app.address}?seite=nachschlagen&massnahme=IV.99")
    expect(page.locator(".nothing")).to_contain_text("Eine Maßnahme IV.99 gibt es im Bericht nicht.", timeout=PATIENCE_MS)


def test_an_unknown_page_in_the_address_opens_the_first(person: Visit, app: App) -> None:
    person.open(f"{app.address}?seite=gibtesnicht")


def test_markup_in_what_is_typed_does_not_run(person: Visit, app: App, page: Page) -> None:
    line(page).fill(EVIL)
    page.get_by_label("Partner", exact=True).fill(EVIL)
    expect(count(page)).to_have_text("0 von 64 Maßnahmen", timeout=PATIENCE_MS)
    go(person, f"{app.address}?seite=nachschlagen&massnahme={EVIL}")
    expect(line(page)).to_have_value(EVIL)
    assert page.evaluate("window.hacked") is None
    assert page.locator("#browse img, #browse script").count() == 0


def test_what_the_form_does_not_offer_narrows_nothing() -> None:
    choices = Catalogue(SMALL_REPORT).choices()
    for wanted in (
        None,
        1,
        [],
        "x",
        {"cluster": "IX", "ministry": ["MAGS"], "year": "9999", "figure": {}, "text": None, "website": 1},
    ):
        assert read_selection(wanted, choices) == Selection()
    assert read_selection({"text": "x" * 1000, "cluster": "I"}, choices) == Selection(text="x" * 200, cluster="I")


# -- barriers


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", AXE_WIDTHS)
def test_no_barriers_and_no_scrolling_sideways(browser: Browser, app: App, scheme: str, width: int) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 720})  # type: ignore[arg-type]
    one = visit(context, app.address)
    page = go(one, f"{app.address}?seite=nachschlagen&massnahme=VI.8")
    expect(page.locator(".detail h2")).to_be_visible()
    page.get_by_label("Mit welcher Maßnahme?").select_option("IV.1")
    expect(page.locator(".compared table")).to_be_visible()
    page.locator(".filters").evaluate("element => element.open = true")
    page.locator(".keys summary").click()
    assert one.barriers() == []
    assert not one.is_wider_than_window()
    line(page).fill("IV.99")
    expect(page.locator(".nothing")).to_be_visible(timeout=PATIENCE_MS)
    assert one.barriers() == []
    assert not one.is_wider_than_window()
    context.close()
