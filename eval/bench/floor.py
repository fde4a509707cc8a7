"""How near the encoder is to what this machine can do: ``python eval/bench/floor.py``.

Counted: the operations of one pass of the default model over n tokens. Measured in turns: NumPy's fastest product of large
float32 matrices with one and two threads, the speed of reading memory, and the encoder on questions of the sample.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import numpy as np
from threadpoolctl import threadpool_limits

from eval.bench.arithmetic import WEIGHT_BYTES, pass_operations
from eval.bench.record import Origin, save, shown
from eval.bench.sample import sample
from eval.bench.spread import Spread, spread
from eval.summary import table
from fko_qa.encoder import Adapter, Encoder, base_model, load_encoder
from fko_qa.settings import load_settings

_SIDE = 1536  # of the matrices; a larger one is no faster
_MOST_TOKENS = 512
_PROMPT = "query: "


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and store."""
    options = _options(arguments)
    origin = Origin()
    texts = [question.question for question in sample(options.questions)]
    tokenize = base_model(load_settings().cache)[1]
    tokens = [len(tokenize(_PROMPT + text, _MOST_TOKENS)) for text in texts]
    encoder = _encoder()
    encoder.encode_features(texts[:3])
    # White space at the end is no token, but a text that was not encoded before.
    asked = ([text + " " * number for text in texts] for number in range(1, options.rounds + 1))
    rounds = [(_product(1), _product(2), _reading(), _encoding(encoder, each)) for each in asked]
    one, two, reading, seconds = (list(column) for column in zip(*rounds, strict=True))
    rows = _rows(one, two, reading, seconds, tokens)
    text = table(["", f"median of {options.rounds} rounds (range)"], rows)
    figures = {
        "gflops_1": one,
        "gflops_2": two,
        "gbytes": reading,
        "encoder_ms": [each * 1000 for each in seconds],
        "tokens": tokens,
    }
    sys.stdout.write(f"{text}\n\n{save('floor', 'Floor', origin, text, figures)}\n")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=7)
    return parser.parse_args(arguments)


def _rows(
    one: Sequence[float], two: Sequence[float], reading: Sequence[float], seconds: Sequence[float], tokens: Sequence[int]
) -> list[list[str]]:
    mean = float(np.mean([pass_operations(count) for count in tokens])) / 1e9
    speeds = [mean / taken for taken in seconds]
    fastest = [max(pair) for pair in zip(one, two, strict=True)]  # beside busy processes two threads may be slower
    shares = [speed / most * 100 for speed, most in zip(speeds, fastest, strict=True)]
    at_least = [max(mean / most, WEIGHT_BYTES / 1e9 / rate) * 1000 for most, rate in zip(fastest, reading, strict=True)]
    found: list[tuple[str, Spread, int]] = [
        ("tokens of a question", spread(list(map(float, tokens))), 0),
        ("float32 product, one thread, GFLOP/s", spread(one), 0),
        ("float32 product, two threads, GFLOP/s", spread(two), 0),
        ("reading memory, one thread, GB/s", spread(reading), 1),
        ("encoder, a question, mean, ms", spread([taken * 1000 for taken in seconds]), 1),
        ("encoder, GFLOP/s", spread(speeds), 0),
        ("– of the faster product, %", spread(shares), 0),
        ("float32 pass at the speed of the faster product, ms", spread(at_least), 1),
    ]
    return [
        ["operations of a question, mean, GFLOP", f"{mean:.2f}"],
        *([name, shown(each, digits)] for name, each, digits in found),
    ]


def _encoder() -> Encoder:
    """The encoder as it reads questions: with the trained adapter."""
    settings = load_settings()
    encoder = load_encoder(settings.model, settings.cache, settings.model_download)
    return encoder.adapted(Adapter(settings.adapter.read_bytes()))


def _product(threads: int) -> float:
    """GFLOP/s of a product of square matrices."""
    left, right = np.random.default_rng(1).random((2, _SIDE, _SIDE), dtype=np.float32)
    with threadpool_limits(threads):
        return 2 * _SIDE**3 / _fastest(lambda: left @ right) / 1e9


def _reading() -> float:
    """GB/s of adding up as many bytes as the weights have."""
    numbers = np.ones(WEIGHT_BYTES // 4, dtype=np.float32)
    return WEIGHT_BYTES / _fastest(numbers.sum) / 1e9


def _fastest(work: Callable[[], object], tries: int = 5) -> float:
    """Seconds of the best of some tries: what the machine can do when nobody else is at it."""
    taken = []
    for _ in range(tries):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken)


def _encoding(encoder: Encoder, texts: Sequence[str]) -> float:
    """Mean seconds of a question, one at a time."""
    started = time.perf_counter()
    for text in texts:
        encoder.encode_features([text])
    return (time.perf_counter() - started) / len(texts)


if __name__ == "__main__":
    raise SystemExit(main())
