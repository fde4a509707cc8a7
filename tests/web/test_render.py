"""What the chat shows: the structure of an answer, and nothing from a question or the report that acts as Markdown or HTML.

``markdown_it`` stands in for the browser's renderer, with HTML switched on: what comes out must be the text that went in.
"""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from fko_qa.records import Answer, AnsweredMeasure, Citation, Field, Kind, Status
from fko_qa.web.render import answer_markdown, escape
from tests.fixtures import KITA, SMALL_REPORT, measure, squeeze

ANSWER = Answer(question="?", status=Status.ANSWERED, kind=Kind.TOPIC, answer="Am besten passt „Kitahilfe“.", report=None)
SHOWN = AnsweredMeasure("I.1", "Kitahilfe", 5, 0.9, (Citation("Mehr Personal in den Kitas.", 5, "Ziel"),))
EVIL = "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) ![x](http://evil.example/x.png) `x` **x**"


def rendered(markdown: str) -> str:
    html: str = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown)
    return html


def shows(markdown: str) -> str:
    """The text of a single paragraph that has no tags inside."""
    html = rendered(markdown)
    assert html.startswith("<p>")
    assert html.endswith("</p>\n")
    inner = html.removeprefix("<p>").removesuffix("</p>\n")
    assert "<" not in inner
    return unescape(inner)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<script>alert(1)</script>", id="script"),
        pytest.param("<img src=x onerror=alert(1)>", id="image tag"),
        pytest.param("<!-- x -->", id="comment"),
        pytest.param("&lt;b&gt; &amp; &#60;", id="entities"),
        pytest.param("**fett** __fett__ *kursiv* _kursiv_ ~~weg~~", id="emphasis"),
        pytest.param("[Link](https://evil.example) ![Bild](x) <https://evil.example>", id="links"),
        pytest.param("`code` ```code```", id="code"),
        pytest.param("# Überschrift", id="heading"),
        pytest.param("> Zitat", id="quote"),
        pytest.param("- Punkt", id="list with hyphen"),
        pytest.param("+ Punkt", id="list with plus"),
        pytest.param("* Punkt", id="list with star"),
        pytest.param("1. Juli 2024", id="numbered list with period"),
        pytest.param("1) Punkt", id="numbered list with bracket"),
        pytest.param("---", id="rule"),
        pytest.param("===", id="underline"),
        pytest.param("| a | b |", id="table"),
        pytest.param("$x$ $$x$$ \\(x\\) \\[x\\]", id="formula"),
        pytest.param("C:\\Daten\\*", id="backslashes"),
        pytest.param("[1]: https://evil.example", id="reference"),
        pytest.param("#WTFuture – Kampagne", id="hash tag"),
        pytest.param("2.500 Euro, z. B. 10 %", id="figures"),
        pytest.param("مرحبا 😀 Привет", id="other scripts"),
    ],
)
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    assert shows(escape(text)) == text


def test_line_breaks_and_indents_do_not_begin_blocks() -> None:
    assert escape("a\n\n# b\r\n    c\u2028d") == "a \\# b c d"


@given(st.text(st.sampled_from("<>&*_`[](){}#+-.!|~$\\=:/\"' 1a\n\täß😀"), max_size=40) | st.text(max_size=60))
@example("0. ")
@example("1.\t")
def test_any_text_is_shown_as_it_is(text: str) -> None:
    # The browser cannot show NUL and draws another sign; blanks at the ends are not drawn.
    expected = squeeze(text.replace("\0", "\ufffd"))
    assert (shows(escape(text)) if expected else "") == expected


# -- answers


def test_an_answer_without_measures_is_its_sentence() -> None:
    assert answer_markdown(replace(ANSWER, answer="Dazu steht nichts (115)."), SMALL_REPORT) == "Dazu steht nichts \\(115\\)."


def test_a_measure_is_shown_with_quote_page_facts_and_links() -> None:
    kita = replace(
        measure(
            "I.1",
            "Kitahilfe",
            5,
            "Text.",
            Field("Beginn/ Laufzeit", ("2023",)),
            Field("Geplante Mittel", ("-",)),
            Field("Ressort", ("MAGS",)),
        ),
        links=("https://kita.example/x?a=1&b=2",),
    )
    report = replace(SMALL_REPORT, measures=(kita,))
    assert answer_markdown(replace(ANSWER, measures=(SHOWN,), notes=("Ein Widerspruch.",)), report) == "\n\n".join(
        [
            "Am besten passt „Kitahilfe“.",
            "### I.1 Kitahilfe",
            "> „Mehr Personal in den Kitas.“\n> — Ziel, Seite 5",
            "- **Laufzeit:** 2023\n- **Zuständig:** MAGS",
            "[https://kita.example/x?a=1\\&b=2](https://kita.example/x?a=1&b=2)",
            "*Hinweis:* Ein Widerspruch.",
        ]
    )


def test_a_quote_from_a_section_stands_under_the_answer() -> None:
    answer = replace(ANSWER, answer="Dazu steht etwas.", citations=(Citation("Es geht weiter.", 9, "Ausblick"),))
    assert answer_markdown(answer, SMALL_REPORT) == "Dazu steht etwas.\n\n> „Es geht weiter.“\n> — Ausblick, Seite 9"


def test_nothing_from_the_report_acts_as_markup_wherever_it_stands() -> None:
    evil = replace(
        measure("I.1", EVIL, 5, EVIL, Field("Beginn/ Laufzeit", (EVIL,)), Field("Ressort", (EVIL,))),
        links=("javascript:alert(1)", "https://a.example/)[x](javascript:alert(1)", 'https://a.example/"onmouseover="alert(1)'),
    )
    report = replace(SMALL_REPORT, measures=(evil,))
    shown = replace(SHOWN, title=EVIL, citations=(Citation(EVIL, 5, EVIL),))
    html = rendered(answer_markdown(replace(ANSWER, answer=EVIL, measures=(shown,), notes=(EVIL,)), report))
    tags = {tag.split(">")[0].split()[0].strip("/") for tag in html.split("<")[1:]}
    assert tags <= {"p", "h3", "blockquote", "ul", "li", "strong", "em"}
    # The answer, the title, a quote and its section, two facts and a note.
    assert unescape(html).count("<script>alert(1)</script>") == 7


def test_a_measure_that_is_not_in_the_report_is_left_out() -> None:
    answer = replace(ANSWER, measures=(replace(SHOWN, id="VII.1"),))
    assert answer_markdown(answer, SMALL_REPORT) == "Am besten passt „Kitahilfe“."


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("https://www.mags.nrw/x", True),
        ("http://www.mags.nrw", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//evil.example", False),
        ("https://a.example/ b", False),
        ("https://a.example/)", False),
        ("https://a.example/<b>", False),
        ("ftp://a.example", False),
    ],
)
def test_only_web_addresses_become_links(link: str, shown: bool) -> None:
    report = replace(SMALL_REPORT, measures=(replace(KITA, links=(link,)),))
    html = rendered(answer_markdown(replace(ANSWER, measures=(SHOWN,)), report))
    assert ("<a href=" in html) is shown
