"""One size of :mod:`eval.bench.growth`, in processes of their own: ``python -m eval.bench.grown build|ask SIZE FOLDER …``."""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

import fko_qa.report
from eval.bench.corpus import made_up, questions, report_markdown
from eval.bench.machine import own_memory
from eval.bench.stand_in import StandIn
from eval.bench.timed import TimedEncoder
from fko_qa import Assistant
from fko_qa.encoder import Encoder, load_encoder
from fko_qa.index import Learned, build_index
from fko_qa.passages import report_passages
from fko_qa.records import Passage
from fko_qa.report import load_report
from fko_qa.settings import Settings, load_settings

# Passages that are encoded in any case: what a passage takes is taken from them.
SAMPLE = 256
QUESTIONS = 80
NO_MEMORY = 3  # exit code
_MIB = 2**20


def main(arguments: Sequence[str]) -> int:
    """``build SIZE FOLDER MOST GIB``: at most MOST measures are encoded wholly; GIB of address space."""
    task, size, folder, most, gib = arguments
    resource.setrlimit(resource.RLIMIT_AS, (int(gib) * 2**30, int(gib) * 2**30))
    try:
        figures = build(int(size), Path(folder), int(most)) if task == "build" else ask(int(size), Path(folder))
    except MemoryError:
        return NO_MEMORY
    sys.stdout.write(json.dumps(figures))
    return 0


def build(size: int, folder: Path, most: int) -> dict[str, Any]:
    """Write the report, read it, build its index, as ``fko-qa build`` does; each step in seconds."""
    settings = load_settings()
    source = folder / "report.md"
    source.write_text(report_markdown(size), encoding="utf-8")
    allowed = fko_qa.report.MAX_BYTES[".md"]
    fko_qa.report.MAX_BYTES[".md"] = max(allowed, source.stat().st_size)
    started = time.perf_counter()
    report = load_report(source)
    parsed = time.perf_counter() - started
    passages = report_passages(report)
    encoder = load_encoder(settings.model, settings.cache, settings.model_download)
    seconds, vectors = _encoded_sample(passages, encoder)
    timed = TimedEncoder(encoder if size <= most else StandIn(encoder, vectors))
    learned = Learned(heads=settings.heads.read_bytes(), adapter=settings.adapter.read_bytes())
    started = time.perf_counter()
    build_index(report, source.read_bytes(), timed, settings.model, folder / "index", None, learned)
    whole, encoding = time.perf_counter() - started, timed.taken()
    return {
        "passages": len(passages),
        "source_mb": source.stat().st_size / 1e6,
        "refused_by_size": source.stat().st_size > allowed,
        "parse_s": parsed,
        "encode_s": encoding if size <= most else seconds * len(passages),
        "encoded": size <= most,
        "build_s": whole - encoding,
        "index_mib": sum(path.stat().st_size for path in (folder / "index").iterdir()) / _MIB,
        "build_peak_mib": own_memory().peak,
    }


def ask(size: int, folder: Path) -> dict[str, Any]:
    """Load the index and ask; memory of this process alone."""
    settings = _settings(folder)
    encoder = TimedEncoder(load_encoder(settings.model, settings.cache, settings.model_download))
    before = own_memory().now
    started = time.perf_counter()
    assistant = Assistant.load(settings=settings, encoder=encoder)
    loaded = time.perf_counter() - started
    assistant.warm_up()
    times, encoding = [], []
    for question in questions(made_up(size), QUESTIONS):
        encoder.taken()
        started = time.perf_counter()
        assistant.ask(question)
        times.append((time.perf_counter() - started) * 1000)
        encoding.append(encoder.taken() * 1000)
    memory = own_memory()
    return {
        "load_s": loaded,
        "times_ms": times,
        "encoder_ms": encoding,
        "rss_mib": memory.now,
        "rss_peak_mib": memory.peak,
        "rss_before_mib": before,
    }


def _settings(folder: Path) -> Settings:
    return load_settings({"index": folder / "index"})


def _encoded_sample(passages: Sequence[Passage], encoder: Encoder) -> tuple[float, np.ndarray[Any, np.dtype[np.float32]]]:
    """Seconds that a passage takes, and the vectors. Sorted by length as a build does, so that little is padding."""
    some = random.Random(1).sample(passages, min(SAMPLE, len(passages)))  # noqa: S311
    texts = sorted((passage.text for passage in some), key=len)
    encoder.encode_passages(texts[:1])
    started = time.perf_counter()
    vectors = np.concatenate([encoder.encode_passages(texts[at : at + 32]) for at in range(0, len(texts), 32)])
    return (time.perf_counter() - started) / len(texts), vectors


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
