"""The web app under load: ``python eval/bench/load.py``, with locust installed (``pip install -e .[bench]``).

Starts ``fko-qa serve`` on a free port of this machine, without the limit per client, and sends questions over HTTP in three
phases: people who read before they ask again; a burst of all at once, most of whom are turned away; a soak, in which memory is
watched.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from eval.bench.load_tables import Asked, Phase, load_report
from eval.bench.machine import memory_of
from eval.bench.process import Server, ask, serving
from eval.bench.record import Origin, save
from eval.bench.sample import sample
from eval.bench.served import UNLIMITED
from eval.bench.watch import watching
from eval.files import ROOT

_VISITORS = Path(__file__).with_name("visitors.py")
_QUESTIONS = 200  # different ones
_AT_MOST_S = 3600
_ARRIVING = 2  # people who come in a second, until all are there


@dataclass(frozen=True, slots=True)
class Plan:
    """A phase: how many visitors come, how many in a second, and when it ends: after so many questions, or seconds."""

    name: str
    visitors: int
    rate: int
    most: int
    seconds: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and store; 1 if a question went wrong."""
    options = _options(arguments)
    origin = Origin()
    plans = [
        Plan("humans", options.humans, _ARRIVING, _AT_MOST_S * options.humans, options.seconds),
        Plan("burst", options.burst, options.burst, options.burst, _AT_MOST_S),
        Plan("soak", options.busy, options.busy, options.soak, _AT_MOST_S),
    ]
    with tempfile.TemporaryDirectory() as folder, serving(UNLIMITED) as server:
        questions = [question.question for question in sample(_QUESTIONS)]
        (Path(folder) / "questions.json").write_text(json.dumps(questions), encoding="utf-8")
        ask(server, questions[0])
        phases = [_phase(plan, server, Path(folder)) for plan in plans]
    text = load_report(phases)
    figures = {"settings": vars(options), "phases": {phase.name: phase.figures() for phase in phases}}
    sys.stdout.write(f"{text}\n\n{save('load', 'Load', origin, text, figures)}\n")
    return int(any(phase.wrong for phase in phases))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--humans", type=int, default=50, help="people who read for 5 to 15 seconds between two questions")
    parser.add_argument("--seconds", type=int, default=120, help="how long they do")
    parser.add_argument("--burst", type=int, default=200, help="questions at once")
    parser.add_argument("--busy", type=int, default=4, help="visitors of the soak, who never pause")
    parser.add_argument("--soak", type=int, default=10_000, help="their questions")
    return parser.parse_args(arguments)


def _phase(plan: Plan, server: Server, folder: Path) -> Phase:
    log = folder / f"{plan.name}.json"
    before = memory_of(server.process).now
    with watching(server.process) as seen:
        _locust(plan, server, folder, log)
    after = memory_of(server.process)
    asked = [Asked(**one) for one in json.loads(log.read_text(encoding="utf-8"))]
    sys.stderr.write(f"{plan.name}: {len(asked)} questions\n")
    return Phase(plan.name, plan.visitors, asked, before, after.now, after.peak, seen)


def _locust(plan: Plan, server: Server, folder: Path, log: Path) -> None:
    """Run locust for a phase in a process of its own, as it changes Python's sockets. Raises CalledProcessError."""
    command = [sys.executable, "-m", "locust", "--locustfile", str(_VISITORS), "--headless", "--only-summary"]
    command += ["--loglevel", "ERROR", "--host", server.url, "--run-time", f"{plan.seconds}s", "--stop-timeout", "30"]
    command += ["--users", str(plan.visitors), "--spawn-rate", str(plan.rate)]
    environment: dict[str, Any] = {
        **os.environ,
        "BENCH_QUESTIONS": str(folder / "questions.json"),
        "BENCH_PHASE": plan.name,
        "BENCH_MOST": str(plan.most),
        "BENCH_LOG": str(log),
    }
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)  # noqa: S603


if __name__ == "__main__":
    raise SystemExit(main())
