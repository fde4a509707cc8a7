"""Where every question passes, from whichever page or program: so many are answered at once, so many wait, all are counted."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from fko_qa.assistant import Assistant
from fko_qa.records import Answer, Kind, Status
from fko_qa.web.metrics import FULL, Metrics

# Questions that are answered at once; more would only share the same cores.
AT_ONCE = 4
# Programs' questions that may wait beside them; the next one is turned away. That is a wait of a second or two.
WAITING = 16


class CrowdedError(Exception):
    """So many questions wait that one more is turned away."""


class Desk:
    """Room for questions. Safe to share between threads.

    Args:
        at_once: questions that are answered at the same time.
        waiting: how many more :meth:`places` lets in.
    """

    def __init__(self, metrics: Metrics, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self.room = at_once + waiting
        self._metrics = metrics
        self._running = threading.Semaphore(at_once)
        self._taken = 0
        self._lock = threading.Lock()

    @contextmanager
    def places(self, questions: int = 1) -> Iterator[None]:
        """Places to wait in, never waited for. Raises CrowdedError if not so many are free.

        For programs; pages wait in Gradio's own queue, which has an end, too.

        Args:
            questions: how many are answered in turn: one, and each earlier one of its conversation.
        """
        needed = min(questions, self.room)
        with self._lock:
            fits = self._taken + needed <= self.room
            self._taken += needed if fits else 0
        if not fits:
            self._metrics.rejected(FULL)
            raise CrowdedError
        try:
            yield
        finally:
            with self._lock:
                self._taken -= needed

    def watched(self, assistant: Assistant) -> Assistant:
        """The same assistant, whose questions pass here."""
        return _Watched(assistant, self)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with self._metrics.asking(), self._running:
            yield

    def ask(self, assistant: Assistant, question: str, history: Sequence[str]) -> Answer:
        """Wait for one's turn, answer, count. Raises as :meth:`Assistant.ask` does."""
        started = time.perf_counter()
        status, kind = Status.ERROR, Kind.NONE
        try:
            with self._turn():
                answer = Assistant.ask(assistant, question, history)
            status, kind = answer.status, answer.kind
            return answer
        finally:
            self._metrics.answered(status, kind, time.perf_counter() - started)


class _Watched(Assistant):
    """An assistant that sends its questions over a desk."""

    def __init__(self, assistant: Assistant, desk: Desk) -> None:
        super().__init__(assistant._index, assistant._settings)
        self._desk = desk

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """As :meth:`Assistant.ask`, in turn and counted."""
        return self._desk.ask(self, question, history)
