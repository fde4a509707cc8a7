"""What the benches' tables show of figures that are easy to work out."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from eval.bench.arithmetic import WEIGHT_BYTES, pass_operations, token_operations
from eval.bench.growth_report import growth_table
from eval.bench.load_tables import Asked, Phase, load_report, slope_per_thousand
from eval.bench.machine import parse_memory
from eval.bench.served import Served
from eval.bench.speed import Measured
from eval.bench.speed_tables import comparison, serve_table
from eval.bench.stand_in import StandIn
from tests.fixtures import LetterEncoder


def _answers(times: list[float], encoding: list[float]) -> dict[str, Any]:
    return {"times_ms": times, "encoder_ms": encoding, "cpu_ms": times[0], "memory": {"now": 100.0, "peak": 200.0}}


def _line(table: str, name: str) -> list[str]:
    """A line's cells without its name."""
    return next(line for line in table.splitlines() if line.startswith(f"| {name} ")).strip("| ").split(" | ")[1:]


def test_speed_is_compared_round_by_round() -> None:
    own = Measured([_answers([10.0], [6.0]), _answers([20.0], [15.0])], [1.0, 2.0], [4.0])
    other = Measured([_answers([30.0], [10.0]), _answers([40.0], [20.0])], [3.0, 4.0], [2.0])
    found = comparison({"FKO-QA": own, "Haystack": other})
    # Rounds: 30 / 10 and 40 / 20; the rest: 4 and 5 beside 20 and 20.
    assert _line(found, "question to answer, median, ms") == ["15.0 (10.0 – 20.0)", "35.0 (30.0 – 40.0)", "2.50 (2.00 – 3.00)"]
    assert _line(found, "– everything else, median, ms") == ["4.5 (4.0 – 5.0)", "20.0 (20.0 – 20.0)", "4.50 (4.00 – 5.00)"]
    assert _line(found, "index built, s") == ["4.0 (4.0 – 4.0)", "2.0 (2.0 – 2.0)", "0.50 (0.50 – 0.50)"]


def test_without_builds_their_line_is_left_out() -> None:
    own = Measured([_answers([10.0], [6.0])], [1.0])
    assert "index built" not in comparison({"FKO-QA": own})


def test_the_web_apps_starts() -> None:
    found = serve_table([Served(1.0, 2.0, 300.0, 310.0, 400.0), Served(3.0, 5.0, 320.0, 330.0, 420.0)], 1000)
    assert _line(found, "start to first answer, s") == ["3.5 (2.0 – 5.0)"]
    assert _line(found, "resident after 1,000 questions, MiB") == ["320 (310 – 330)"]


def test_growth_says_what_is_estimated_refused_or_too_large() -> None:
    built = {"passages": 900, "parse_s": 0.1, "build_s": 2.0, "index_mib": 6.0, "build_peak_mib": 1200.0}
    asked = {"load_s": 0.5, "times_ms": [10.0, 30.0], "encoder_ms": [8.0, 20.0], "rss_mib": 800.0}
    found = growth_table(
        {
            64: {**built, **asked, "encode_s": 20.0, "encoded": True, "refused_by_size": False},
            6400: {**built, "encode_s": 9000.0, "encoded": False, "refused_by_size": True, "failed": "ask"},
            64000: {"failed": "build"},
        }
    )
    assert found.splitlines()[2:5] == [
        "| 64 | 900 | 0.1 | 20 | 2.0 | 6 | 0.5 | 20 | 29 | 6.0 | 800 | 1,200 |",
        "| 6,400* | 900 | 0.1 | ~9,000 | 2.0 | 6 | does not fit into memory | – | – | – | – | 1,200 |",
        "| 64,000 | does not fit into memory | – | – | – | – | – | – | – | – | – | – |",
    ]


def _phase(name: str, asked: list[Asked]) -> Phase:
    return Phase(name, 2, asked, 300.0, 310.0, 320.0, [(0.0, 300.0), (1.0, 310.0)])


def test_a_refusal_is_meant_in_a_burst_only() -> None:
    asked = [Asked(0.0, 500.0, 200, True), Asked(1.0, 1000.0, 503, True), Asked(1.0, 100.0, 503, False)]
    burst, soak = _phase("burst", asked), _phase("soak", asked)
    assert (burst.turned_away, burst.wrong, soak.wrong) == (1, 1, 2)
    found = load_report([burst, soak])
    assert _line(found, "errors") == ["1", "2"]
    # From 0 s to 2 s, one answer.
    assert _line(found, "answers a second") == ["0.5", "0.5"]
    assert _line(found, "slowest refusal, ms") == ["1,000", "1,000"]


def test_memory_grows_by_answers_over_the_second_half() -> None:
    # At seconds 2 and 3 there are 200 and 300 answers, and 10 MiB lie between: 0.1 for each. The jump before does not count.
    done = [at / 100 for at in range(400)]
    assert slope_per_thousand([(0.0, 0.0), (1.0, 400.0), (2.0, 500.0), (3.0, 510.0)], done) == pytest.approx(100.0)


def test_operations_and_bytes_of_a_pass() -> None:
    # A layer: 4 · 384² + 2 · 384 · 1536 = 1,769,472 weights. Attention: 2 · 2 · 384 · 10 = 15,360 operations a token and layer.
    assert WEIGHT_BYTES == 12 * 1_769_472 * 4 == 84_934_656
    assert token_operations(10) == 12 * (2 * 1_769_472 + 15_360)
    assert pass_operations(10) == 10 * token_operations(10)


def test_an_ended_process_has_no_memory() -> None:
    with pytest.raises(KeyError):
        parse_memory("State:\tZ (zombie)\n")


def test_stand_ins_are_unit_vectors_near_real_ones() -> None:
    real = np.eye(384, dtype=np.float32)[:1]
    found = StandIn(LetterEncoder(), real).encode_passages(["a", "b"])
    assert found.dtype == np.float32
    assert np.linalg.norm(found, axis=1) == pytest.approx([1.0, 1.0])
    # Noise of length .45, nearly at a right angle to the real vector: 1 / sqrt(1 + .45²) = .912.
    assert found @ real[0] == pytest.approx([0.912, 0.912], abs=0.03)
    assert not np.array_equal(found[0], found[1])
