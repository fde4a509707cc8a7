"""So many questions are answered at once, so many wait, the next is told so: with an encoder that stops when it is told to."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import httpx
import numpy as np
import pytest
import uvicorn
from numpy.typing import NDArray

from fko_qa.assistant import Assistant
from fko_qa.editions import Editions
from fko_qa.errors import QuestionError, StoredIndexError
from fko_qa.web.api.rest import programs_app, rest_routes
from fko_qa.web.api.service import Service
from fko_qa.web.desk import CrowdedError, Desk
from fko_qa.web.limits import Limits, RateLimit
from fko_qa.web.metrics import Metrics
from tests.fixtures import LetterEncoder, default_settings
from tests.test_editions import build
from tests.web.conftest import free_port

QUESTION = "Wer hilft in der Kita?"


class StoppingEncoder(LetterEncoder):
    """Stops at every question until it may go on, and says how many it has begun; then it may break with the question in hand."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.begun = threading.Semaphore(0)
        self.broken = False
        self.away = False

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.begun.release()
        assert self.go.wait(60)
        if self.away:
            raise StoredIndexError("Milvus unter „http://milvus:19530“ antwortet nicht.")
        if self.broken:
            raise ValueError(texts[0])
        return super().encode_queries(texts)


@pytest.fixture
def encoder() -> Iterator[StoppingEncoder]:
    encoder = StoppingEncoder()
    yield encoder
    encoder.go.set()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def service(tmp_path: Path, encoder: StoppingEncoder, metrics: Metrics) -> Service:
    """Answers one question at a time, one more may wait."""
    desk = Desk(metrics, at_once=1, waiting=1)

    def stopping(assistant: Assistant) -> Assistant:
        return desk.watched(Assistant(replace(assistant._index, encoder=encoder), assistant._settings))

    settings = replace(default_settings(), index=build(tmp_path / "index", "2024-06-25"), editions=tmp_path / "none")
    return Service(Editions(settings, stopping), Limits(RateLimit(0), RateLimit(0)), desk)


@pytest.fixture
def address(service: Service) -> Iterator[str]:
    """Where it is served over HTTP."""
    port = free_port()
    config = uvicorn.Config(programs_app(list(rest_routes(service, {}, 10_000))), port=port, log_level="warning", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.01)
    yield f"http://127.0.0.1:{port}/api/v1"
    server.should_exit = True
    thread.join()


def sample(metrics: Metrics, name: str) -> float:
    """The value of a sample."""
    lines = [line for line in metrics.text().decode().splitlines() if line.startswith(f"{name} ")]
    return float(lines[0].rsplit(" ", 1)[1])


def test_a_full_queue_is_told_at_once(address: str, encoder: StoppingEncoder, metrics: Metrics) -> None:
    def ask() -> httpx.Response:
        return httpx.post(f"{address}/ask", json={"question": QUESTION}, timeout=60)

    with ThreadPoolExecutor() as others:
        first = others.submit(ask)
        assert encoder.begun.acquire(timeout=60)
        second = others.submit(ask)
        for _ in range(1000):
            if sample(metrics, "fko_qa_questions_in_flight") == 2:
                break
            encoder.go.wait(0.01)
        refused = ask()
        said = "Gerade werden sehr viele Fragen gestellt. Bitte versuchen Sie es in 5 Sekunden noch einmal."
        assert (refused.status_code, refused.headers["Retry-After"], refused.json()["detail"]) == (503, "5", said)
        assert httpx.get(f"{address}/measures/I.1").status_code == 200  # what asks no model goes on
        assert not encoder.begun.acquire(blocking=False)  # the second waits for the first
        assert not first.done()
        encoder.go.set()
        assert (first.result().status_code, second.result().status_code) == (200, 200)
    assert sample(metrics, "fko_qa_questions_in_flight") == 0
    assert sample(metrics, 'fko_qa_rejected_total{reason="full"}') == 1
    assert sample(metrics, "fko_qa_question_seconds_count") == 2
    assert ask().status_code == 200


def test_a_failure_is_told_in_a_sentence_and_logged_without_the_question(
    address: str, encoder: StoppingEncoder, caplog: pytest.LogCaptureFixture
) -> None:
    encoder.broken = True
    encoder.go.set()
    response = httpx.post(f"{address}/ask", json={"question": QUESTION}, timeout=60)
    said = "Das hat leider nicht geklappt, der Fehler liegt bei uns. Bitte versuchen Sie es später noch einmal."
    assert (response.status_code, response.json()["detail"]) == (500, said)
    assert caplog.text.count("ValueError in an interface:") == 1
    assert "in encode_queries" in caplog.text
    assert "Kita" not in caplog.text


def test_a_store_that_is_away_is_told_with_when_to_come_again_and_its_address_only_to_the_operator(
    address: str, encoder: StoppingEncoder, caplog: pytest.LogCaptureFixture
) -> None:
    encoder.away = True
    encoder.go.set()
    response = httpx.post(f"{address}/ask", json={"question": QUESTION}, timeout=60)
    said = "Die Suche ist gerade nicht erreichbar. Bitte versuchen Sie es in einer Minute noch einmal."
    assert (response.status_code, response.headers["Retry-After"], response.json()["detail"]) == (503, "60", said)
    assert "http://milvus:19530" in caplog.text


def test_a_place_is_free_again_whatever_happens_in_it(metrics: Metrics) -> None:
    desk = Desk(metrics, at_once=1, waiting=0)
    with pytest.raises(ZeroDivisionError), desk.places():
        raise ZeroDivisionError
    with desk.places():
        with pytest.raises(CrowdedError), desk.places():
            pass
        assert sample(metrics, 'fko_qa_rejected_total{reason="full"}') == 1
    with desk.places():
        pass


def test_each_earlier_question_takes_a_place_and_the_longest_conversation_fits_in_when_nobody_else_asks(metrics: Metrics) -> None:
    desk = Desk(metrics, at_once=1, waiting=2)
    with desk.places(2):
        with pytest.raises(CrowdedError), desk.places(2):
            pass
        with desk.places(1), pytest.raises(CrowdedError), desk.places(1):
            pass
    with desk.places(7), pytest.raises(CrowdedError), desk.places():
        pass
    with desk.places(3):
        pass


def test_a_question_that_cannot_be_asked_counts_as_an_error_and_frees_its_turn(
    tmp_path: Path, encoder: StoppingEncoder, metrics: Metrics
) -> None:
    encoder.go.set()
    desk = Desk(metrics, at_once=1, waiting=0)
    settings = replace(default_settings(), index=build(tmp_path / "index", "2024-06-25"), editions=tmp_path / "none")
    editions = Editions(settings, desk.watched)
    assistant = editions.assistant(editions.default)
    for _ in range(2):
        with pytest.raises(QuestionError):
            assistant.ask(" ")
    assert sample(metrics, 'fko_qa_questions_total{kind="none",status="error"}') == 2
    assert sample(metrics, "fko_qa_questions_in_flight") == 0


def test_a_refusal_of_the_limit_is_counted(metrics: Metrics) -> None:
    limit = RateLimit(1, lambda: 0.0, refused=lambda: metrics.rejected("limited"))
    assert [limit.wait("a"), limit.wait("a"), limit.wait("a")] == [0, 60, 60]
    assert sample(metrics, 'fko_qa_rejected_total{reason="limited"}') == 2
