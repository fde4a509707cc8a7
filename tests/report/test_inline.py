"""Inline markup → text, parts, links. Inputs are cells of the report or one phenomenon each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.report.inline import Inline, parse_inline, squeeze


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Mittel", ("Mittel",), id="plain text"),
        pytest.param("", (), id="nothing"),
        pytest.param("-", ("-",), id="the dash for no entry stays"),
        pytest.param(" a\u00a0 b\n\tc ", ("a b c",), id="white space of any kind"),
        pytest.param("<b>Ziel</b>", ("Ziel",), id="bold tag"),
        pytest.param("**Cluster II:**", ("Cluster II:",), id="bold Markdown"),
        pytest.param("<i>davon Rücknahmen</i>", ("davon Rücknahmen",), id="italic tag"),
        pytest.param("den MID-Assistenten<sup>3</sup>.", ("den MID-Assistenten.",), id="footnote mark"),
        pytest.param("SHK<sup>4</sup>- und Kälte-Betriebe", ("SHK- und Kälte-Betriebe",), id="footnote mark inside a compound"),
        pytest.param("AZAV<sup>5</sup>2024", ("AZAV2024",), id="a number after a footnote mark"),
        pytest.param("m<sup>a</sup>", ("ma",), id="superscript that is no number"),
        pytest.param("Forschung &", ("Forschung &",), id="ampersand at the end"),
        pytest.param("Anteil <", ("Anteil <",), id="less-than sign at the end"),
        pytest.param("F&amp;E &lt; 5", ("F&E < 5",), id="character references"),
        pytest.param("Anteil <5 Prozent", ("Anteil <5 Prozent",), id="less-than sign"),
        pytest.param("a <![x] b", ("a <![x] b",), id="what looks like a marked section"),
        pytest.param("eins<br>zwei", ("eins", "zwei"), id="line break"),
        pytest.param("<p>Ein Satz.</p> <p>Noch einer.</p>", ("Ein Satz.", "Noch einer."), id="paragraphs"),
        pytest.param("<p>offen <b>fett", ("offen fett",), id="tags that nobody closes"),
    ],
)
def test_text_is_kept_and_markup_is_not(source: str, expected: tuple[str, ...]) -> None:
    inline = parse_inline(source)
    assert inline == Inline(parts=expected, items=frozenset(), links=())
    assert inline.text == " ".join(expected)


@pytest.mark.parametrize(
    ("source", "parts", "items"),
    [
        pytest.param("<ul><li>• Kreis</li><li>• Stadt</li></ul> Rest", ("Kreis", "Stadt", "Rest"), {0, 1}, id="list, then text"),
        pytest.param('<ul style="list-style-type: none;"> <li>Verband</li> </ul>', ("Verband",), {0}, id="attributes, no bullet"),
        pytest.param("<p>Davor</p><ul><li>• A</li><li></li></ul>", ("Davor", "A"), {1}, id="an empty item is none"),
        pytest.param("<li>Kreis</li>Rest", ("Kreis", "Rest"), {0}, id="a list that nobody closes"),
        pytest.param("• Kreis Düren", ("Kreis Düren",), {0}, id="bullet without a tag"),
    ],
)
def test_list_items_are_parts_without_their_bullets(source: str, parts: tuple[str, ...], items: set[int]) -> None:
    assert parse_inline(source) == Inline(parts, frozenset(items), ())


@pytest.mark.parametrize(
    ("source", "text", "links"),
    [
        pytest.param(
            '<a href="http://www.x.de">www.x.de</a> (in Vorbereitung)',
            "www.x.de (in Vorbereitung)",
            ("http://www.x.de",),
            id="tag: visible words in the text, address among the links",
        ),
        pytest.param(
            "Plattform ([www.b.nrw](http://www.b.nrw)), neu", "Plattform (www.b.nrw), neu", ("http://www.b.nrw",), id="Markdown"
        ),
        pytest.param(
            '<a href="https://b.de">b</a> <a href="https://a.de">a</a> <a href="https://b.de">b</a>',
            "b a b",
            ("https://b.de", "https://a.de", "https://b.de"),
            id="several, in order",
        ),
        pytest.param('<a title="Titel" href="https://b.de">b</a>', "b", ("https://b.de",), id="other attributes"),
        pytest.param("<a>ohne Ziel</a>", "ohne Ziel", (), id="no address"),
        pytest.param("https://nur-text.de", "https://nur-text.de", (), id="an address as plain text is no link"),
    ],
)
def test_links_are_collected_in_order(source: str, text: str, links: tuple[str, ...]) -> None:
    inline = parse_inline(source)
    assert (inline.text, inline.links) == (text, links)


MARKUP = st.text("ab 5•-*[](){}<>!/&;\"'=\t\n") | st.lists(
    st.sampled_from(["<b>", "</b>", "<li>", "</ul>", "<sup>", "<sup>3</sup>", "<![", "<!--", "-->", "&lt;", "x", " ", "• ", "**"])
).map("".join)


@given(st.text() | MARKUP)
def test_any_text_gives_squeezed_parts(source: str) -> None:
    inline = parse_inline(source)
    assert all(part == squeeze(part) != "" for part in inline.parts)
    assert inline.items <= set(range(len(inline.parts)))


@given(st.text("abcäöüß ,.;:()-–„“0123456789"))
def test_text_without_markup_only_has_its_white_space_squeezed(source: str) -> None:
    assert parse_inline(source).text == " ".join(source.split())
