"""Content streams by hand: what operators do to the place of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.report.pdf.content import read_content
from fko_qa.report.pdf.tokens import Matrix, operations
from fko_qa.report.pdf.words import Word


class Letters:
    """A font whose characters are all half as wide as the font is high; only code 32 is a blank."""

    bold = False

    def decode(self, raw: bytes) -> list[tuple[str, float, bool]]:
        return [(chr(code), 500.0, code == 32) for code in raw]


class Fonts:
    """The font ``/F``, and ``/X``, a form that shows ``form`` and then itself."""

    def font(self, name: bytes) -> Letters | None:
        return Letters() if name == b"/F" else None

    def form(self, name: bytes) -> tuple[bytes, Matrix, Fonts] | None:
        return (b"BT /F 10 Tf (form) Tj ET /X Do", (1, 0, 0, 1, 0, -10), self) if name == b"/X" else None


def words(stream: bytes) -> list[Word]:
    return read_content(stream, Fonts(), 842.0, lambda: None)


def placed(stream: bytes) -> list[tuple[str, float, float]]:
    return [(word.text, round(word.x0, 2), round(word.y, 2)) for word in words(b"BT /F 10 Tf 1 0 0 1 50 742 Tm " + stream)]


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        pytest.param(b"(ein Wort) Tj", [("ein", 50, 100), ("Wort", 70, 100)], id="a blank divides"),
        pytest.param(b"[(Fach) -20 (kraft)] TJ", [("Fachkraft", 50, 100)], id="kerning does not"),
        pytest.param(b"[(Fach) -400 (kraft)] TJ", [("Fach", 50, 100), ("kraft", 74, 100)], id="a wide gap does"),
        pytest.param(b"(a) Tj 5 0 Td (b) Tj", [("ab", 50, 100)], id="letter by letter"),
        pytest.param(b"(a) Tj 0 -12 Td (b) Tj", [("a", 50, 100), ("b", 50, 112)], id="Td"),
        pytest.param(b"0 -12 TD (a) Tj T* (b) Tj", [("a", 50, 112), ("b", 50, 124)], id="TD sets the leading"),
        pytest.param(b"14 TL (a) Tj (b) '", [("a", 50, 100), ("b", 50, 114)], id="quote"),
        pytest.param(b'14 TL (a) Tj 0 0 (b) "', [("a", 50, 100), ("b", 50, 114)], id="double quote"),
        pytest.param(b"3 Tc (ab) Tj 0 Tc (c) Tj", [("a", 50, 100), ("b", 58, 100), ("c", 66, 100)], id="wide letter spacing"),
        pytest.param(b"5 Tw (a b) Tj", [("a", 50, 100), ("b", 65, 100)], id="word spacing"),
        pytest.param(b"50 Tz (ab cd) Tj", [("ab", 50, 100), ("cd", 57.5, 100)], id="narrow"),
        pytest.param(b"(Text) Tj 4 Ts (3) Tj", [("Text", 50, 100), ("3", 70, 96)], id="rise"),
        pytest.param(b"(a\\)\\(\\101\\\nb) Tj", [("a)(Ab", 50, 100)], id="escapes"),
        pytest.param(b"((in) Klammern) Tj", [("(in)", 50, 100), ("Klammern", 75, 100)], id="nested brackets"),
        pytest.param(b"<6162 2> Tj", [("ab", 50, 100)], id="hexadecimal with an odd digit"),
        pytest.param(b"/Span <</ActualText <FEFF006600660069>>> BDC (xy) Tj EMC (o) Tj", [("ffio", 50, 100)], id="actual text"),
        pytest.param(b"/F 0 Tf (nichts) Tj", [], id="size zero"),
        pytest.param(b"99999999 0 Td (fern) Tj", [], id="off every page"),
        pytest.param(b"/G 10 Tf (unbekannt) Tj", [], id="unknown font"),
        pytest.param(b"0 1 -1 0 50 700 Tm (Rand) Tj", [], id="text that runs upwards"),
        pytest.param(b"(a) Tj BI /W 1 ID \xff(Tj) Tj EI (b) Tj", [("ab", 50, 100)], id="inline image"),
        pytest.param(b"% (nichts) Tj\n(a) Tj", [("a", 50, 100)], id="comment"),
        pytest.param(b"Tj TJ Td Tm Tf [ ] TJ 1 2 ] Tj >> (a) Tj", [], id="missing operands"),
    ],
)
def test_words_are_placed(stream: bytes, expected: list[tuple[str, float, float]]) -> None:
    assert placed(stream) == expected


def test_the_matrix_is_saved_restored_and_multiplied() -> None:
    found = words(b"q 2 0 0 2 10 20 cm BT /F 10 Tf 5 5 Td (a) Tj ET Q BT /F 10 Tf 1 0 0 1 0 0 Tm (b) Tj ET")
    assert [(word.text, word.x0, word.y, word.size) for word in found] == [("a", 20, 812, 20), ("b", 0, 842, 10)]


def test_a_form_that_shows_itself_ends() -> None:
    assert [word.text for word in words(b"/X Do")] == ["form"] * 8


def test_reading_asks_now_and_then_whether_to_go_on() -> None:
    class TooLongError(Exception):
        pass

    def check() -> None:
        raise TooLongError

    with pytest.raises(TooLongError):
        read_content(b"q Q " * 10_000, Fonts(), 842.0, check)


@given(st.binary(max_size=200))
def test_no_stream_makes_reading_fail(stream: bytes) -> None:
    words(b"BT /F 10 Tf " + stream)
    list(operations(stream))


@given(st.lists(st.sampled_from([b"q", b"Q", b"BT", b"ET", b"(a b)", b"[(a)3]", b"Tj", b"TJ", b"/X", b"Do", b"1", b"<</ActualText(x)>>", b"BDC", b"EMC"]), max_size=40))  # fmt: skip  # noqa: E501
def test_no_order_of_operators_makes_reading_fail(parts: list[bytes]) -> None:
    words(b" ".join(parts))
