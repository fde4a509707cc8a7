"""The web app from outside: how long it takes to start, what memory it holds."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from eval.bench.machine import memory_of
from eval.bench.process import ask, serving

UNLIMITED = {"FKO_QA_QUESTIONS_PER_MINUTE": "0"}
_SETTLED = 3.0


@dataclass(frozen=True, slots=True)
class Served:
    """Seconds from the start to the first page and to the first answer; MiB then, idle, and after the questions."""

    page_s: float
    answer_s: float
    idle_mb: float
    after_mb: float
    peak_mb: float


def serve_once(questions: Sequence[str]) -> Served:
    """Start the app, ask the questions over HTTP one after the other, end it."""
    with serving(UNLIMITED) as server:
        started = time.perf_counter()
        ask(server, questions[0])
        answered = server.ready + time.perf_counter() - started
        time.sleep(_SETTLED)  # what starting left to do
        idle = memory_of(server.process)
        for question in questions[1:]:
            ask(server, question)
        after = memory_of(server.process)
    return Served(server.ready, answered, idle.now, after.now, after.peak)
