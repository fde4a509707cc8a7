"""How do the stores bear growth? ``python eval/bench/stores.py``: made-up corpora, each store in a process of its own.

Prints a Markdown table. Of a question it has the median and the 95th percentile of the time and, in brackets, the median of this
process's processor time (of all its threads, and so of Milvus Lite), all in milliseconds. The last bears a busy machine. A Milvus
elsewhere is measured with ``--milvus milvus+http://host:19530``; otherwise Milvus Lite.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import numpy as np
from threadpoolctl import threadpool_limits

from eval.bench.passages import Corpus, load, made_up, queries, real_corpus, save
from fko_qa.dense import DenseIndex
from fko_qa.lexical import LexicalIndex
from fko_qa.settings import load_settings
from fko_qa.stores import DenseSide, LexicalSide, Row, open_store

SIZES = (950, 10_000, 100_000, 500_000)
STORES = ("embedded", "milvus")
_QUERIES = 200
_QUERY_SECONDS = 60.0  # for each of the three ways
_HEADER = """| passages | store | build | first question | words | meaning | both | memory | at most |
|---:|---|---:|---:|---:|---:|---:|---:|---:|"""


def build(store: str, setting: str, corpus: Corpus) -> tuple[LexicalSide, DenseSide]:
    """Both sides of a store over a corpus."""
    if store == "embedded":
        return LexicalIndex(corpus.tokens), DenseIndex(corpus.vectors)
    milvus = open_store(setting)
    if milvus is None:
        raise SystemExit("--milvus: milvus+http://… or milvus+file:…")
    generation = milvus.write([Row(own) for own in corpus.tokens], corpus.vectors, ("Probe", "2024-01-01"), None)
    return milvus.sides(generation, len(corpus.tokens), lambda _: frozenset())


def measure(store: str, setting: str, folder: Path) -> dict[str, Any]:
    """Build a corpus into a store and ask it, in this process."""
    threadpool_limits(1)  # as the assistant does
    empty = _memory("RssAnon")
    corpus = load(folder)
    asked = queries(corpus, _QUERIES)
    started = time.perf_counter()
    lexical, dense = build(store, setting, corpus)
    built = time.perf_counter()
    del corpus
    lexical.scores(asked[0][0]), dense.scores(asked[0][1])  # Milvus Lite makes its index of words now
    first = time.perf_counter()
    figures = {
        "words": _times(lambda words, _: lexical.scores(words), asked),
        "meaning": _times(lambda _, vector: dense.scores(vector), asked),
        "both": _times(lambda words, vector: (lexical.scores(words), dense.scores(vector)), asked),
    }
    gc.collect()
    ctypes.CDLL("libc.so.6").malloc_trim(0)  # what Python has given back and the allocator kept is not the store's
    memory = _memory("RssAnon") - empty
    return {"build": built - started, "first": first - built, **figures, "memory": memory, "highest": _memory("VmHWM")}


def _times(ask: Callable[..., object], asked: Sequence[tuple[Any, ...]]) -> tuple[float, float, float]:
    """Median and 95th percentile of the time, median of this process's processor time, in milliseconds."""
    taken: list[float] = []
    worked: list[float] = []
    end = time.perf_counter() + _QUERY_SECONDS
    for question in asked:
        started, before = time.perf_counter(), time.process_time()
        ask(*question)
        worked.append((time.process_time() - before) * 1000)
        taken.append((time.perf_counter() - started) * 1000)
        if time.perf_counter() > end:
            break
    return float(np.median(taken)), float(np.percentile(taken, 95)), float(np.median(worked))


def _memory(name: str) -> float:
    """A figure of this process from Linux, in MiB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:")) / 1024


def run(store: str, setting: str, folder: Path, limit: float) -> dict[str, Any] | str:
    """Measure in a process of its own; a reason if there are no figures."""
    command = [sys.executable, __file__, "--measure", store, str(folder), "--milvus", setting]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)  # noqa: S603 - this file
    except subprocess.TimeoutExpired:
        return f"not done after {limit / 60:.0f} minutes"
    return json.loads(done.stdout) if done.returncode == 0 else f"failed: {done.stderr.strip().splitlines()[-1]}"


def row(count: int, store: str, found: dict[str, Any] | str) -> str:
    """A line of the table."""
    if isinstance(found, str):
        return f"| {count:,} | {store} | {found} | | | | | | |"
    times = " | ".join(
        f"{median:.2f} / {late:.2f} ({work:.2f})" for median, late, work in (found[way] for way in ("words", "meaning", "both"))
    )
    return (
        f"| {count:,} | {store} | {found['build']:.1f} s | {found['first']:.1f} s | {times} | {found['memory']:,.0f} MiB | "
        f"{found['highest']:,.0f} MiB |"
    )


def main() -> int:
    """Measure everything, or one store in this process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--stores", nargs="+", default=STORES, choices=STORES)
    parser.add_argument("--milvus", default="", help="a Milvus to measure, which keeps the rows; otherwise Milvus Lite")
    parser.add_argument("--limit", type=float, default=1800.0, help="seconds for one store at one size")
    parser.add_argument("--measure", nargs=2, metavar=("STORE", "FOLDER"), help="used by the program itself")
    options = parser.parse_args()
    if options.measure:
        sys.stdout.write(json.dumps(measure(options.measure[0], options.milvus, Path(options.measure[1]))))
        return 0
    sys.stdout.write(f"{_HEADER}\n")
    real = real_corpus(load_settings().index)
    for count in options.sizes:
        for store in options.stores:
            with tempfile.TemporaryDirectory() as folder:
                save(made_up(count, real), Path(folder))
                setting = options.milvus or f"milvus+file:{folder}/x.db"
                sys.stdout.write(f"{row(count, store, run(store, setting, Path(folder), options.limit))}\n")
                sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
