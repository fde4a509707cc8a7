"""One system in a process of its own: ``python -m eval.bench.worker SYSTEM TASK FILE``; prints its figures as JSON.

Tasks: ``answer`` the file's questions, each timed, after one that is not; ``first``: only the first of them; ``build``: encode
the measures and index them.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from eval.bench.machine import own_memory
from eval.bench.timed import TimedEncoder
from eval.hybrid import SYSTEMS, Search
from fko_qa.encoder import load_encoder
from fko_qa.settings import load_settings

OURS = "FKO-QA"
_WARM_UP = "Was gibt es für Kitas?"


def main(arguments: Sequence[str]) -> int:
    """Do one task."""
    system, task, file = arguments
    job = json.loads(Path(file).read_text(encoding="utf-8"))
    sys.stdout.write(json.dumps({"answer": answer, "first": first, "build": build}[task](system, job)))
    return 0


def answer(system: str, job: Mapping[str, Any]) -> dict[str, Any]:
    """Times of every question in milliseconds, the encoder's share of them, all cores' mean work, rankings, memory."""
    started = time.perf_counter()
    search, encoder = _open(system, job)
    search(_WARM_UP)
    loaded = time.perf_counter() - started
    times, encoding, rankings = [], [], []
    cpu = time.process_time()
    for question in job["questions"]:
        encoder.taken()
        started = time.perf_counter()
        rankings.append(search(question))
        times.append((time.perf_counter() - started) * 1000)
        encoding.append(encoder.taken() * 1000)
    cpu_ms = (time.process_time() - cpu) * 1000 / len(times)
    return {
        "load_s": loaded,
        "times_ms": times,
        "encoder_ms": encoding,
        "cpu_ms": cpu_ms,
        "rankings": rankings,
        "memory": asdict(own_memory()),
    }


def first(system: str, job: Mapping[str, Any]) -> dict[str, Any]:
    """The first question's ranking."""
    return {"ranking": _open(system, job)[0](job["questions"][0])}


def build(system: str, job: Mapping[str, Any]) -> dict[str, Any]:
    """Seconds to encode and index the measures, without loading libraries and weights."""
    encoder = _encoder(None)
    encoder.encode_passages([_WARM_UP])
    started = time.perf_counter()
    SYSTEMS[system](job["measures"], encoder)
    return {"seconds": time.perf_counter() - started}


def _open(system: str, job: Mapping[str, Any]) -> tuple[Search, TimedEncoder]:
    encoder = _encoder(job["vectors"])
    if system != OURS:
        return SYSTEMS[system](job["measures"], encoder), encoder
    from fko_qa import Assistant

    assistant = Assistant.load(encoder=encoder)
    return lambda question: list(assistant.ask(question).ranking), encoder


def _encoder(vectors: str | None) -> TimedEncoder:
    settings = load_settings()
    ready = None if vectors is None else np.load(vectors)
    return TimedEncoder(load_encoder(settings.model, settings.cache, settings.model_download), ready)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
