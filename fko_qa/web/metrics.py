"""What an operator can watch: numbers only, no question, no address."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector, generate_latest

from fko_qa.records import Kind, Status

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
# A client asked too much; too many questions wait.
LIMITED, FULL = "limited", "full"
# Seconds. A question takes some 30 ms alone, and waits for others.
_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """Counters of one process, with a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        given: dict[str, Any] = {"namespace": "fko_qa", "registry": self._registry}
        self._questions = Counter("questions", "Questions by status and kind of their answer.", ["status", "kind"], **given)
        self._seconds = Histogram("question_seconds", "Time of a question, its wait included.", buckets=_BUCKETS, **given)
        self._rejected = Counter("rejected", "Requests turned away, by reason.", ["reason"], **given)
        self._in_flight = Gauge("questions_in_flight", "Questions that are being answered or come next.", **given)
        self._build = Info("build", "What runs here.", **given)
        ProcessCollector(registry=self._registry)
        for reason in (LIMITED, FULL):
            self._rejected.labels(reason)  # known from the start as 0

    def runs(self, build: Mapping[str, str]) -> None:
        """Say what runs here, by name: version, edition, index."""
        self._build.info(dict(build))

    def asking(self) -> AbstractContextManager[object]:
        """For as long as a question is in flight."""
        return self._in_flight.track_inprogress()

    def answered(self, status: Status, kind: Kind, seconds: float) -> None:
        """Count a question; one that could not be asked has the status ``error``."""
        self._questions.labels(status, kind).inc()
        self._seconds.observe(seconds)

    def rejected(self, reason: str) -> None:
        """Count a request that was turned away: ``LIMITED`` or ``FULL``."""
        self._rejected.labels(reason).inc()

    def text(self) -> bytes:
        """All of them in Prometheus's text format."""
        return generate_latest(self._registry)
