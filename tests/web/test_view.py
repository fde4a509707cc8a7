"""What a page shows of an answer, and that nothing from a question or the report acts as HTML in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.records import Answer, AnsweredMeasure, Citation, Field, Kind, Measure, Period, Report, Status
from fko_qa.web.templating import render
from fko_qa.web.texts import ENGLISH, GERMAN, LANGUAGES, texts
from fko_qa.web.view import SHOWN_AT_ONCE, Turn, card, citation, earlier, failed, term_mark, turn
from tests.fixtures import KITA, PROJECT, SMALL_REPORT, measure

TODAY = "2026-11-26"
ANSWER = Answer("Wo hilft wer?", Status.ANSWERED, Kind.TOPIC, "Am besten passt „Kitahilfe“.", None)
SHOWN = AnsweredMeasure("I.1", "Kitahilfe", 5, 0.9, (Citation("Mehr Personal in den Kitas.", 5, "Text"),))
EVIL = "<script>alert(1)</script> <img src=x onerror=alert(1)> \"' onmouseover=alert(1) ${alert(1)} {{ 7 * 7 }} </blockquote>"


@dataclass(frozen=True)
class Plain:
    """A source that marks the word "Kitas", and finds nothing shared or similar but what it is given."""

    report: Report
    near: tuple[str, ...] = ()

    def marked(self, text: str, question: str) -> tuple[tuple[str, bool], ...]:  # noqa: ARG002
        before, word, after = text.partition("Kitas")
        return tuple((piece, piece == word) for piece in (before, word, after) if piece)

    def shared_words(self, measure_id: str, question: str) -> tuple[str, ...]:  # noqa: ARG002
        return ("hilft",)

    def similar(self, measure_id: str) -> tuple[str, ...]:  # noqa: ARG002
        return self.near


class Tags(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def report_with(*measures: Measure) -> Report:
    return replace(SMALL_REPORT, measures=measures)


def page(*turns: Turn) -> Tags:
    return Tags(render("turns.html", turns=list(turns), feedback=False, thanks="", t=texts(GERMAN)))


def test_an_answer_without_measures_is_its_sentence() -> None:
    shown = turn(replace(ANSWER, status=Status.NOT_FOUND, answer="Dazu steht nichts (115)."), Plain(SMALL_REPORT), TODAY)
    assert (shown.text, shown.cards, shown.more, shown.follow_ups) == ("Dazu steht nichts (115).", (), (), ())


def test_a_card_has_the_quotes_facts_and_links_of_its_measure() -> None:
    kita = replace(
        measure(
            "I.1",
            "Kitahilfe",
            5,
            "Erster Absatz.\n\nZweiter.",
            Field("Ziel", ("Mehr Ruhe.",)),
            Field("Beginn/ Laufzeit", ("2023",)),
            Field("Geplante Mittel", ("-",)),
            Field("Ressort", ("MAGS",)),
        ),
        links=("https://kita.example/x?a=1&b=2", "javascript:alert(1)"),
    )
    found = turn(replace(ANSWER, measures=(SHOWN,)), Plain(report_with(kita), ("I.1",)), TODAY).cards[0]
    assert found.goal == "Mehr Ruhe."
    assert found.facts == (("Laufzeit", "2023"), ("Zuständig", "MAGS"))
    assert found.links == ("https://kita.example/x?a=1&b=2",)
    assert found.text == ("Erster Absatz.", "Zweiter.")
    assert found.quotes[0].pieces == (("Mehr Personal in den ", False), ("Kitas", True), (".", False))
    assert found.quotes[0].text == "Mehr Personal in den Kitas."
    assert (found.shared, found.similar) == (("hilft",), (("I.1", "Kitahilfe"),))


def test_a_goal_that_is_quoted_is_not_said_twice() -> None:
    quoted = replace(SHOWN, citations=(Citation("Mehr Ruhe.", 5, "Ziel"),))
    source = Plain(report_with(measure("I.1", "Kitahilfe", 5, "Text.", Field("Ziel", ("Mehr Ruhe.",)))))
    assert turn(replace(ANSWER, measures=(quoted,)), source, TODAY).cards[0].goal == ""


def test_more_than_four_measures_fold_away() -> None:
    measures = [replace(KITA, id=f"I.{number}") for number in range(1, 8)]
    answer = replace(ANSWER, measures=tuple(replace(SHOWN, id=one.id) for one in measures))
    shown = turn(answer, Plain(report_with(*measures)), TODAY)
    assert [one.id for one in shown.cards] == ["I.1", "I.2", "I.3", "I.4"]
    assert [one.id for one in shown.more] == ["I.5", "I.6", "I.7"]
    assert len(shown.cards) == SHOWN_AT_ONCE


def test_a_warning_stands_on_its_card_and_other_notes_under_the_answer() -> None:
    kita = replace(KITA, warnings=("Zwei Zahlen widersprechen sich.",))
    answer = replace(ANSWER, measures=(SHOWN,), notes=("I.1: Zwei Zahlen widersprechen sich.", "Bezogen auf vorhin."))
    shown = turn(answer, Plain(report_with(kita)), TODAY)
    assert shown.cards[0].warnings == ("Zwei Zahlen widersprechen sich.",)
    assert shown.notes == (("Bezogen auf vorhin.", "de"),)


def test_the_address_repeats_the_conversation() -> None:
    shown = turn(replace(ANSWER, question="Und ab wann?"), Plain(SMALL_REPORT), TODAY, ["Was ist KIM & Co?"])
    assert shown.address == "?zuvor=Was+ist+KIM+%26+Co%3F&frage=Und+ab+wann%3F"


def test_questions_that_could_not_be_asked_are_no_history() -> None:
    asked = [Turn("eins", ""), failed("zwei", "Zu lang."), Turn("drei", ""), Turn("vier", "")]
    assert earlier(asked, 6) == ["eins", "drei", "vier"]
    assert earlier(asked, 2) == ["drei", "vier"]


def test_a_citation_names_report_date_number_and_page() -> None:
    assert citation(KITA, SMALL_REPORT) == "Fortschrittsbericht Fachkräfteoffensive NRW, 25.06.2024, I.1, S. 5"


@pytest.mark.parametrize(
    ("period", "mark"),
    [
        (None, ""),
        (Period("Beginn/ Laufzeit", "2020", "2024-12"), "Laut Bericht bis 12/2024"),
        (Period("Beginn/ Laufzeit", "2020", "2025"), "Laut Bericht bis 2025"),
        (Period("Beginn/ Laufzeit", "2020", "2026"), ""),
        (Period("Beginn/ Laufzeit", "2020", "2026-11"), ""),
        (Period("Beginn/ Laufzeit", "2020", "2026-11-25"), "Laut Bericht bis 25.11.2026"),
        (Period("Beginn/ Laufzeit", "2020", "2024", open_ended=True), ""),
        (Period("Beginn/ Laufzeit", "2024-06"), ""),
        (Period("Beginn/ Laufzeit", "2024-08"), "Laut Bericht erst ab 08/2024"),
        (Period("Beginn/ Laufzeit", "2024-06-26"), "Laut Bericht erst ab 26.06.2024"),
        (Period("Beginn/ Laufzeit", completed=True), "Laut Bericht vom 25.06.2024 abgeschlossen"),
    ],
)
def test_terms_that_are_over_or_to_come_are_marked(period: Period | None, mark: str) -> None:
    assert term_mark(replace(KITA, period=period), SMALL_REPORT, TODAY) == mark


def test_nothing_from_question_or_report_acts_as_markup_wherever_it_stands() -> None:
    evil = replace(
        measure("I.1", EVIL, 5, EVIL, *(Field(label, (EVIL,)) for label in ("Ziel", "Beginn/ Laufzeit", "Ressort"))),
        links=("javascript:alert(1)", 'https://a.example/"onmouseover="alert(1)', "https://a.example/"),
        warnings=(EVIL,),
    )
    source = Plain(report_with(evil), ("I.1",))
    shown = replace(SHOWN, citations=(Citation(EVIL, 5, EVIL),))
    answer = replace(ANSWER, question=EVIL, answer=EVIL, notes=(EVIL,), measures=(shown,), citations=(Citation(EVIL, 5, EVIL),))
    new = turn(answer, source, TODAY)
    found = page(new, new)
    assert not {"script", "img"} & {tag for tag, _ in found.tags}
    assert not any(name.startswith("on") for _, attributes in found.tags for name in attributes)
    assert {attributes["href"] for tag, attributes in found.tags if tag == "a"} == {"https://a.example/"}
    assert EVIL in found.text


@given(st.text(max_size=60))
def test_any_question_is_shown_as_it_is(question: str) -> None:
    found = page(failed(question, "Zu lang."))
    plain = page(failed("", "Zu lang."))
    assert [tag for tag, _ in found.tags] == [tag for tag, _ in plain.tags]
    assert _drawn(question) in _drawn(found.text)


def _drawn(text: str) -> str:
    """Without what parsers change: line ends and NUL."""
    return "".join(text.replace("\0", "").split())


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("https://www.mags.nrw/x", True),
        ("http://www.mags.nrw", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//evil.example", False),
        ("https://a.example/ b", False),
        ("https://a.example/<b>", False),
        ("ftp://a.example", False),
    ],
)
def test_only_web_addresses_become_links(link: str, shown: bool) -> None:
    found = card(replace(KITA, links=(link,)), Plain(SMALL_REPORT), TODAY)
    assert found.links == ((link,) if shown else ())


def test_a_measure_that_is_not_in_the_report_is_left_out() -> None:
    assert turn(replace(ANSWER, measures=(replace(SHOWN, id="VII.1"),)), Plain(SMALL_REPORT), TODAY).cards == ()


def test_older_turns_fold_away_and_the_newest_can_be_focused() -> None:
    found = page(Turn("erste", "A."), Turn("zweite", "B."))
    assert [attributes["class"] for tag, attributes in found.tags if tag == "details"] == ["turn earlier"]
    headings: Sequence[dict[str, str | None]] = [attributes for tag, attributes in found.tags if tag == "h2"]
    assert headings == [{"class": "asked", "dir": "auto", "tabindex": "-1"}]


def test_both_languages_have_the_same_texts_with_the_same_gaps() -> None:
    german, english = texts(GERMAN), texts(ENGLISH)
    assert list(german) == list(english)
    gaps = re.compile(r"\{\w+\}")
    assert {key: gaps.findall(text) for key, text in german.items()} == {key: gaps.findall(text) for key, text in english.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice(language: str) -> None:
    file = PROJECT / "fko_qa" / "web" / "wording" / f"{language}.toml"
    keys = re.findall(r"^(\w+) = ", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert keys == list(texts(language))
    assert not set(keys) & set(dir(dict))  # a template would find the method, not the text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_used(language: str) -> None:
    sources = [path for ending in ("py", "html") for path in (PROJECT / "fko_qa" / "web").rglob(f"*.{ending}")]
    used = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    built = ("tab_", "kind_", "col_", "figure_", "website_", "example_", "finding_", "severity_")
    assert [key for key in texts(language) if not key.startswith(built) and not re.search(rf"\b{key}\b", used)] == []


def test_an_english_page_marks_what_is_german() -> None:
    source = Plain(report_with(replace(KITA, warnings=("Warnung.",))), ("I.1",))
    answer = replace(
        ANSWER, measures=(SHOWN,), notes=("The report is in German. The quotes below are the original German text.",)
    )
    html = render(
        "turns.html", turns=[turn(answer, source, TODAY, language=ENGLISH)], feedback=False, thanks="", t=texts(ENGLISH)
    )
    for said in (
        '<p lang="de">Am besten passt „Kitahilfe“.</p>',
        '<p class="note" dir="auto" lang="en">The report',
        '<blockquote lang="de">',
        '<h3 class="title" lang="de">Kitahilfe</h3>',
        '<span lang="de">Warnung.</span>',
        ">Copy the quote<",
    ):
        assert said in html
    assert "Zitat kopieren" not in html


def test_a_language_without_texts_gets_the_german_ones() -> None:
    assert texts("uk") is texts(GERMAN)
