"""The page "Fragen", as people use it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.fixtures import REPORT_FILE, squeeze
from tests.web.conftest import PATIENCE_MS, App, Visit, start_app, visit

EXAMPLE = "Welche Maßnahmen gibt es für Quereinsteiger in Kitas?"
EVIL = "<script>window.hacked=1</script><img src=x onerror='window.hacked=1'> IV.2 [x](javascript:window.hacked=1) ${hacked=1}"
CITATION = "Fortschrittsbericht Fachkräfteoffensive NRW, 25.06.2024, IV.1, S. 57"


def copied(person: Visit) -> str:
    return str(person.page.evaluate("navigator.clipboard.readText()"))


def test_the_page_says_what_it_is_and_waits_for_a_question(person: Visit) -> None:
    expect(person.page.get_by_role("heading", level=1)).to_have_text("Fragen zur Fachkräfteoffensive NRW")
    expect(person.page.locator("#intro")).to_contain_text(
        "Eine automatische Suche, die aus dem Fortschrittsbericht vom 25.06.2024 zitiert. Keine Rechtsberatung, kein Antrag."
    )
    expect(person.question).to_be_focused()
    assert person.page.evaluate("document.documentElement.lang") == "de"
    assert person.page.locator(".situations > li").count() == 8


def test_the_example_is_answered_with_title_page_and_quote(person: Visit) -> None:
    person.ask(EXAMPLE)
    card = person.cards.first
    expect(card.get_by_role("heading", level=3)).to_have_text("QiK - Quereinstieg in die Kinderbetreuung")
    expect(card).to_contain_text("Laut Bericht erst ab 08/2024")
    quote = card.locator(".quote").first
    expect(quote).to_contain_text("Seite 58")
    words = squeeze(quote.locator("blockquote").inner_text()).removeprefix("„").removesuffix("“")
    assert len(words.split()) > 5
    assert words in squeeze(REPORT_FILE.read_text(encoding="utf-8"))
    assert card.locator("mark").count() > 0


def test_the_whole_text_the_reasons_and_similar_measures_unfold(person: Visit) -> None:
    person.ask("Was ist die Meisterprämie NRW?")
    card = person.cards.first
    text = card.get_by_text("Handwerksmeisterinnen und Handwerksmeister", exact=False).first
    card.get_by_text("Ganzen Text zeigen").click()
    expect(text).to_be_visible()
    card.get_by_text("Warum dieser Treffer?").click()
    expect(card).to_contain_text("Diese Wörter Ihrer Frage kommen in der Maßnahme vor, manche in anderer Form: Meisterprämie")
    card.get_by_text("Ähnliche Maßnahmen").click()
    similar = card.locator(".similar button").first
    number = similar.inner_text().split()[0]
    similar.click()
    person.answer_to(number)
    expect(person.cards.first.locator(".number")).to_have_text(number)


def test_a_follow_up_goes_on_from_the_question_before_and_the_older_answer_folds_away(person: Visit) -> None:
    person.ask("Was ist die Meisterprämie NRW?")
    person.latest.get_by_role("button", name="Wie lange läuft das?").click()
    answer = person.answer_to("Wie lange läuft das?")
    # The row "Beginn/ Laufzeit" of IV.1
    expect(answer).to_contain_text("Laufzeit: 06/2023 bis mind. Ende der Legislaturperiode")
    expect(answer).to_contain_text("Bezogen auf Ihre Frage „Was ist die Meisterprämie NRW?“.")
    earlier = person.page.locator("details.earlier")
    expect(earlier).to_have_count(1)
    expect(earlier.locator("summary").first).to_have_text("Frühere Frage: Was ist die Meisterprämie NRW?")


def test_only_the_direct_answer_is_announced(person: Visit) -> None:
    person.ask("IV.1")
    expect(person.page.get_by_role("status").filter(has_text="Maßnahme IV.1")).to_have_text(
        "Maßnahme IV.1 heißt „Meisterprämie NRW“ und steht auf Seite 57."
    )


def test_a_starting_point_is_asked_with_the_keyboard(person: Visit) -> None:
    summary = person.page.locator(".situations summary", has_text="Quereinstieg und Weiterbildung")
    summary.focus()
    person.page.keyboard.press("Enter")
    person.page.keyboard.press("Tab")
    person.page.keyboard.press("Enter")
    person.answer_to("Ich bin Meister geworden. Bekomme ich dafür Geld?")
    expect(person.cards.first.locator(".number")).to_have_text("IV.1")


def test_from_question_to_copied_citation_with_keys_alone(person: Visit) -> None:
    person.page.keyboard.type("IV.1")
    person.page.keyboard.press("Enter")
    person.answer_to("IV.1")
    expect(person.latest.locator("h2")).to_be_focused()
    for _ in range(12):
        person.page.keyboard.press("Tab")
        if person.page.evaluate("document.activeElement.textContent") == "Fundstelle kopieren":
            break
    person.page.keyboard.press("Enter")
    expect(person.page.get_by_role("button", name="Fundstelle kopieren: Meisterprämie NRW")).to_have_text("Kopiert")
    assert copied(person) == CITATION


def test_a_quote_is_copied_with_where_it_stands(person: Visit) -> None:
    person.ask("IV.1")
    person.cards.first.get_by_role("button", name="Zitat kopieren").click()
    expect(person.cards.first.get_by_text("Kopiert", exact=True)).to_be_visible()
    text = copied(person)
    assert text.startswith("„")
    assert text.endswith(f"“ ({CITATION})")
    assert squeeze(text[1:].partition("“")[0]) in squeeze(REPORT_FILE.read_text(encoding="utf-8"))


def test_every_answer_has_an_address_that_opens_the_same_view(person: Visit) -> None:
    person.ask("Was ist die Meisterprämie NRW?")
    person.ask("Und wie lange läuft das?")
    expect(person.page).to_have_url(re.compile(r"\?zuvor=Was\+ist\+.*&frage=Und\+wie\+"))
    seen = person.latest.inner_text()
    person.page.reload()
    person.answer_to("Und wie lange läuft das?")
    assert person.latest.inner_text() == seen
    person.page.go_back()
    person.answer_to("Was ist die Meisterprämie NRW?")
    expect(person.page.locator("details.earlier")).to_have_count(0)


def test_a_link_to_a_measure_opens_it(person: Visit, app: App) -> None:
    person.ask("IV.1")
    person.cards.first.get_by_role("button", name="Link kopieren").click()
    expect(person.cards.first.get_by_text("Kopiert", exact=True)).to_be_visible()
    assert copied(person) == f"{app.address}?massnahme=IV.1"
    person.open(copied(person))
    person.answer_to("IV.1")


def test_a_list_shows_four_and_folds_the_rest_away(person: Visit) -> None:
    answer = person.ask("Welche Maßnahmen gibt es in Cluster V?")
    expect(answer).to_contain_text("10 Maßnahmen passen")
    expect(answer.locator("article:visible")).to_have_count(4)
    answer.get_by_text("6 weitere Maßnahmen zeigen").click()
    expect(answer.locator("article:visible")).to_have_count(10)


def test_what_the_report_does_not_say_is_said_and_has_no_card(person: Visit) -> None:
    answer = person.ask("Wie hoch ist der Spitzensteuersatz in Frankreich?")
    expect(answer.locator(".direct")).to_contain_text("Dazu steht nichts im Bericht vom 25.06.2024")
    expect(person.cards).to_have_count(0)


def test_a_question_in_another_language_gets_a_notice_in_it(person: Visit) -> None:
    answer = person.ask("Хто допомагає жінкам-мігранткам з наставництвом?")
    expect(answer.locator(".note").first).to_contain_text("Звіт написано німецькою.")


def test_markup_in_a_question_does_not_run(person: Visit) -> None:
    person.ask(EVIL)
    assert person.page.evaluate("window.hacked") is None
    assert person.latest.locator("script, img, a[href^=javascript]").count() == 0
    person.page.reload()
    person.answer_to(EVIL)
    assert person.page.evaluate("window.hacked") is None


def test_markup_that_an_answer_repeats_does_not_run_where_it_is_announced(person: Visit) -> None:
    # The way a set question was understood has the asker's own words in it, and so has what a screen reader is told.
    person.ask("Bei welchen Maßnahmen steht das Wort „<img src=x onerror=window.hacked=1>${window.hacked=1}“ im Titel?")
    announced = person.page.get_by_role("status").filter(has_text="verstanden als")
    expect(announced).to_contain_text("<img src=x onerror=window.hacked=1>${window.hacked=1}")
    assert person.page.locator("img").count() == 0
    assert person.page.evaluate("window.hacked") is None


def test_marks_that_turn_the_writing_do_not_turn_the_page(person: Visit) -> None:
    person.ask("\u202eIV.1 Meisterprämie")
    expect(person.cards.first.get_by_role("heading", level=3)).to_have_text("Meisterprämie NRW")
    assert person.page.evaluate("getComputedStyle(document.querySelector('#latest .direct')).direction") == "ltr"


def test_a_question_that_is_too_long_is_told(person: Visit) -> None:
    person.question.fill("x" * 2001)
    person.page.keyboard.press("Enter")
    expect(person.latest).to_contain_text("Die Frage hat 2.001 Zeichen, möglich sind 2.000.", timeout=PATIENCE_MS)


def test_an_empty_question_is_told_and_nothing_changes(person: Visit) -> None:
    person.page.get_by_role("button", name="Fragen", exact=True).click()
    expect(person.page.get_by_role("status").filter(has_text="Bitte")).to_have_text("Bitte geben Sie eine Frage ein.")
    expect(person.latest).to_have_count(0)


def test_the_page_asks_no_other_host_and_stores_nothing(person: Visit, app: App) -> None:
    person.ask("IV.2")
    hosts = {urlsplit(url).netloc for url in person.requests if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {f"127.0.0.1:{app.port}"}
    assert person.page.context.cookies() == []
    assert person.page.evaluate("[Object.keys(localStorage), document.cookie]") == [[], ""]


def test_a_reload_in_the_middle_of_an_answer_leaves_a_page_that_answers(person: Visit) -> None:
    person.question.fill("IV.1")
    person.page.keyboard.press("Enter")
    person.page.reload()
    expect(person.question).to_be_visible(timeout=PATIENCE_MS)
    person.ask("V.7")
    expect(person.cards.first.locator(".number")).to_have_text("V.7")


def test_two_people_at_once_get_their_own_answers(browser: Browser, app: App) -> None:
    contexts = [browser.new_context(), browser.new_context()]
    people = [visit(context, app.address) for context in contexts]
    questions = {"IV.1": "Meisterprämie NRW", "V.7": "PerMenti NRW"}
    for one, question in zip(people, questions, strict=True):
        one.question.fill(question)
    for one in people:
        one.page.keyboard.press("Enter")
    for one, (question, title) in zip(people, questions.items(), strict=True):
        expect(one.answer_to(question)).to_contain_text(f"Maßnahme {question} heißt „{title}“")
        expect(one.page.locator("details.earlier")).to_have_count(0)
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 640, 320])  # 640 is 1280 at 200 %
def test_no_barriers_and_no_scrolling_sideways(browser: Browser, app: App, scheme: str, width: int) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 720})  # type: ignore[arg-type]
    one = visit(context, app.address)
    one.page.locator(".situations summary").first.click()
    assert one.barriers() == []
    one.ask("Welche Maßnahmen gibt es in Cluster V?")
    for summary in one.cards.first.locator("summary").all():
        summary.click()
    assert one.barriers() == []
    assert not one.is_wider_than_window()
    one.ask("Wie hoch ist der Spitzensteuersatz in Frankreich?")
    assert one.barriers() == []
    context.close()


def test_a_port_that_is_taken_is_told_in_german(app: App) -> None:
    process = start_app(app.port)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out) == (2, "")
    assert err.startswith(f"Fehler: Auf 127.0.0.1, Port {app.port}, lässt sich die Anwendung nicht starten")
    assert err.count("\n") == 1
