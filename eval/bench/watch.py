"""A process's memory over time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from eval.bench.machine import memory_of

_EVERY_S = 1.0
# Moments (seconds since the epoch) and MiB then.
Seen = list[tuple[float, float]]


@contextmanager
def watching(process: int) -> Iterator[Seen]:
    """Note the resident memory every second, until the end of the block."""
    seen: Seen = []
    ended = threading.Event()

    def watch() -> None:
        while not ended.is_set():
            seen.append((time.time(), memory_of(process).now))
            ended.wait(_EVERY_S)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield seen
    finally:
        ended.set()
        thread.join()
