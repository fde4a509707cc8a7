"""Hostile inputs by hypothesis, the same in every run. For many more of them: ``python eval/bench/fuzz.py``."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from eval.bench import inputs, properties
from tests.fixtures import PROJECT, real_assistant

LINES = inputs.report_lines()
# Making the inputs takes longer than hypothesis likes; that is no defect.
few = settings(max_examples=40, suppress_health_check=list(HealthCheck))
many = settings(max_examples=200, suppress_health_check=list(HealthCheck))


@few
@given(inputs.QUESTIONS)
@example("2000")  # an empty set has a ranking, too
@example("1," * (inputs.LIMIT // 2))
def test_any_question_is_answered_from_the_report_or_refused_on_purpose(question: str) -> None:
    properties.check_question(real_assistant(), question, ())


@few
@given(inputs.SHORT_QUESTIONS, inputs.HISTORIES)
def test_any_conversation_goes_on(question: str, history: list[str]) -> None:
    properties.check_question(real_assistant(), question, history)


@few
@given(st.lists(inputs.BATCH_LINES, max_size=3))
@example([b'{"id": ' + b"[" * 990 + b"]" * 990 + b', "question": "IV.2"}\n'])
def test_any_line_of_a_batch_has_one_answer_object(lines: list[bytes]) -> None:
    properties.check_lines(real_assistant(), lines)


@many
@given(inputs.SETTINGS_FILES, inputs.ENVIRONMENTS, inputs.ARGUMENTS)
def test_any_settings_are_read_or_refused_on_purpose(
    file: bytes, environment: Mapping[str, str], arguments: Mapping[str, Any]
) -> None:
    properties.check_settings(file, environment, arguments)


@few
@given(inputs.LINE_EDITS)
def test_a_report_with_torn_lines_is_read_or_refused_on_purpose(
    edits: Sequence[tuple[float, str, int, str]],
) -> None:
    properties.check_report(inputs.edited_lines(LINES, edits).encode("utf-8", "replace"), ".md")


@many
@given(st.text() | st.lists(st.sampled_from(LINES), max_size=30).map("\n".join))
def test_any_text_is_read_as_a_report_or_refused_on_purpose(text: str) -> None:
    properties.check_report(text.encode("utf-8", "replace"), ".md")


@cache
def few_pages() -> bytes:
    """The table of contents and two measures of a typeset report, as a file of their own."""
    folder = PROJECT / "tests" / "data"
    writer = PdfWriter()
    pages = PdfReader(folder / "bericht-mit-grundschriften.pdf").pages
    for number in (0, 1, 2, 19):
        writer.add_page(pages[number])
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@few
@given(inputs.BYTE_EDITS)
def test_a_damaged_pdf_is_read_or_refused_on_purpose(edits: Sequence[tuple[float, str, int, bytes]]) -> None:
    properties.check_report(inputs.edited_bytes(few_pages(), edits), ".pdf")


def test_the_properties_see_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(properties, "is_verbatim", lambda _: False)
    with pytest.raises(AssertionError):
        properties.check_question(real_assistant(), "IV.2", ())
