"""The whole route of a question, readable on one screen."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from fko_qa import messages
from fko_qa.compose import compose
from fko_qa.encoder import load_encoder
from fko_qa.errors import QuestionError
from fko_qa.index import Index, load_index
from fko_qa.judge import judge
from fko_qa.lookup import look_up
from fko_qa.question import understand
from fko_qa.records import Answer, Evidence, Kind, Question, Report
from fko_qa.retrieve import retrieve
from fko_qa.settings import Settings, load_settings


class Assistant:
    """Answers questions over one index. Safe to share between threads: a question leaves no trace in it."""

    def __init__(self, index: Index, settings: Settings) -> None:
        self._index = index
        self._settings = settings

    @classmethod
    def load(cls, index: str | Path | None = None, settings: Settings | None = None) -> Assistant:
        """The assistant over the shipped index, or over the one in a folder. Raises StoredIndexError or SettingsError."""
        settings = load_settings() if settings is None else settings
        encoder = load_encoder(settings.model, settings.cache, settings.model_download)
        return cls(load_index(Path(index) if index is not None else settings.index, encoder), settings)

    @property
    def report(self) -> Report:
        """The report that is quoted."""
        return self._index.report

    def warm_up(self) -> None:
        """Load the model, so that the first question does not wait for it."""
        self._index.encoder.encode_queries(["Guten Tag"])

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Answer a question. Raises QuestionError if it is empty or too long.

        Args:
            history: earlier questions of the conversation, oldest first. They are checked like the question; what they mean for
                it is not considered yet.
        """
        started = time.perf_counter()
        for text in (question, *history):
            self._check(text)
        understood = understand(question)
        evidence = self._find(understood)
        answer = compose(understood, evidence, judge(understood, evidence), self._index.report)
        return replace(answer, question=question, timings_ms={"total": round((time.perf_counter() - started) * 1000, 1)})

    def _find(self, question: Question) -> Evidence:
        if question.kind is Kind.NUMBER:
            return look_up(question, self._index.report, self._index.passages)
        return retrieve(question, self._index)

    def _check(self, text: str) -> None:
        if not text.strip():
            raise QuestionError(messages.empty_question())
        if len(text) > self._settings.max_question_chars:
            raise QuestionError(messages.too_long(len(text), self._settings.max_question_chars))
