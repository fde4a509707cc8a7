"""The assistant beside Haystack and txtai, on the same questions, with the same encoder weights.

``python eval/bench/speed.py --frameworks-python PYTHON``, an interpreter that has haystack-ai and txtai beside this project's own
dependencies (``docs/performance.md``). Every round starts a process for each system, in turns.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import numpy as np

from eval.bench.process import run, worker
from eval.bench.record import Origin, save
from eval.bench.sample import sample
from eval.bench.served import Served, serve_once
from eval.bench.speed_tables import report
from eval.bench.worker import OURS
from eval.hybrid import SYSTEMS
from eval.questions import Question
from fko_qa.encoder import load_encoder
from fko_qa.index import load_stored_report
from fko_qa.settings import load_settings


@dataclass(slots=True)
class Measured:
    """One system's figures, one entry a round (fewer of ``build_s``). ``rankings``: question id → measures, of the last round."""

    answers: list[Mapping[str, Any]] = field(default_factory=list)
    cold_s: list[float] = field(default_factory=list)
    build_s: list[float] = field(default_factory=list)
    rankings: dict[str, list[str]] = field(default_factory=dict)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and store."""
    options = _options(arguments)
    origin, questions = Origin(), sample(options.questions)
    pythons = {OURS: sys.executable, **dict.fromkeys(SYSTEMS, options.frameworks_python)}
    with tempfile.TemporaryDirectory() as folder:
        job = _job(Path(folder), questions)
        found = {system: Measured() for system in pythons}
        for number in range(options.rounds):
            for system in _turn(list(pythons), number):
                _round(system, pythons[system], job, found[system])
                if number < options.builds:
                    found[system].build_s.append(_build(system, pythons[system], job, Path(folder) / "index"))
                sys.stderr.write(f"round {number + 1}: {system}\n")
    served = [serve_once(_repeated(questions, options.served)) for _ in range(options.rounds)] if options.served else []
    text = report(found, served, questions, options.served)
    figures = {"settings": vars(options) | {"frameworks_python": _versions(options.frameworks_python)}, **_raw(found, served)}
    sys.stdout.write(f"{text}\n\n{save('speed', 'Speed and memory', origin, text, figures)}\n")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frameworks-python", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--questions", type=int, default=100, help="asked in each round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--builds", type=int, default=1, help="rounds that also build the index, which takes longest")
    parser.add_argument("--served", type=int, default=1000, help="questions to the web app; 0 leaves it out")
    return parser.parse_args(arguments)


def _job(folder: Path, questions: Sequence[Question]) -> Path:
    """What all workers get: questions, the measures' texts, and their vectors, so that nobody's start waits for encoding."""
    settings = load_settings()
    measures = {measure.id: measure.verbatim for measure in load_stored_report(settings.index).measures}
    encoder = load_encoder(settings.model, settings.cache, settings.model_download)
    np.save(folder / "vectors.npy", encoder.encode_passages(list(measures.values())))
    content = {
        "questions": [question.question for question in questions],
        "ids": [question.id for question in questions],
        "measures": measures,
        "vectors": str(folder / "vectors.npy"),
    }
    path = folder / "job.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def _turn(systems: list[str], number: int) -> list[str]:
    """Another system begins each round, so that none always meets the machine that another left."""
    at = number % len(systems)
    return systems[at:] + systems[:at]


def _round(system: str, python: str, job: Path, found: Measured) -> None:
    content = json.loads(job.read_text(encoding="utf-8"))
    if system == OURS:
        found.cold_s.append(run([python, "-m", "fko_qa", "ask", content["questions"][0]])[0])
    else:
        found.cold_s.append(worker(python, system, "first", job)[0])
    answers = worker(python, system, "answer", job)[1]
    found.rankings = dict(zip(content["ids"], answers.pop("rankings"), strict=True))
    found.answers.append(answers)


def _build(system: str, python: str, job: Path, index: Path) -> float:
    """Seconds: of the whole command for the assistant, of encoding and indexing alone for the frameworks."""
    if system == OURS:
        return run([python, "-m", "fko_qa", "build", "--index", str(index)])[0]
    return float(worker(python, system, "build", job)[1]["seconds"])


def _repeated(questions: Sequence[Question], count: int) -> list[str]:
    return [questions[at % len(questions)].question for at in range(count)]


def _versions(python: str) -> dict[str, str]:
    """What the frameworks' interpreter has."""
    names = ("haystack-ai", "txtai", "numpy", "torch", "faiss-cpu")
    code = f"import json; from importlib.metadata import version; print(json.dumps({{n: version(n) for n in {names}}}))"
    versions: dict[str, str] = json.loads(run([python, "-c", code])[1])
    return versions


def _raw(found: Mapping[str, Measured], served: Sequence[Served]) -> dict[str, Any]:
    """Every figure of every round; a question's times are rounded."""
    systems = {system: asdict(measured) for system, measured in found.items()}
    for measured in systems.values():
        del measured["rankings"]
        for one in measured["answers"]:
            for name in ("times_ms", "encoder_ms"):
                one[name] = [round(value, 2) for value in one[name]]
    return {"systems": systems, "served": [asdict(one) for one in served]}


if __name__ == "__main__":
    raise SystemExit(main())
