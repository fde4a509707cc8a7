"""What locust runs: visitors who ask over HTTP. :mod:`eval.bench.load` says by the environment who comes, and reads the log."""

from __future__ import annotations

import json
import os
import random
import string
import time
from pathlib import Path
from typing import Any

from locust import HttpUser, between, constant, events, task

_PATH = "/api/v1/ask"
_DICE = random.Random(1)  # noqa: S311
_QUESTIONS = json.loads(Path(os.environ["BENCH_QUESTIONS"]).read_text(encoding="utf-8"))
_PHASE = os.environ["BENCH_PHASE"]
_MOST = int(os.environ["BENCH_MOST"])
_LOG: list[dict[str, Any]] = []
# What the server may say besides an answer: that it has no room.
_TURNED_AWAY = (429, 503)
_STATES = ("answered", "partial", "not_found")


class _Asking(HttpUser):
    abstract = True

    @task
    def question(self) -> None:
        """Ask one question and note what became of it; the last one ends the run."""
        started = time.time()
        with self.client.post(_PATH, json={"question": _question()}, catch_response=True) as response:
            _LOG.append({"at": started, "ms": (time.time() - started) * 1000, **_outcome(response)})
            response.success()  # counted here, not by locust
        if len(_LOG) >= _MOST:
            self.environment.runner.quit()
        if _PHASE == "burst":
            self.stop()


class Human(_Asking):
    """Reads an answer for a while before asking again."""

    abstract = _PHASE != "humans"
    wait_time = between(5, 15)


class OneShot(_Asking):
    """Asks once and leaves: two hundred of them at once are a burst."""

    abstract = _PHASE != "burst"
    wait_time = constant(0)


class Endless(_Asking):
    """Asks again at once: a few of them leave the server no pause."""

    abstract = _PHASE != "soak"
    wait_time = constant(0)


def _question() -> str:
    """A question with a word of five letters that nobody knows at its end, so that no vector is remembered from before."""
    return f"{_DICE.choice(_QUESTIONS)} {''.join(_DICE.choices(string.ascii_lowercase, k=5))}"


def _outcome(response: Any) -> dict[str, Any]:
    """Status, and whether it is as it should be: an answer object, or a refusal that says when to come again."""
    status = int(response.status_code)
    if status in _TURNED_AWAY:
        return {"status": status, "right": response.headers.get("Retry-After", "").isdigit()}
    return {"status": status, "right": status == 200 and response.json()["status"] in _STATES}


@events.quitting.add_listener
def _write(**_: Any) -> None:
    Path(os.environ["BENCH_LOG"]).write_text(json.dumps(_LOG), encoding="utf-8")
