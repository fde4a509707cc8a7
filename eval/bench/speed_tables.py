"""The tables of :mod:`eval.bench.speed`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from eval.baselines import figures
from eval.bench.record import shown
from eval.bench.served import Served
from eval.bench.spread import percentile, ratios, spread
from eval.bench.worker import OURS
from eval.export import ranked
from eval.questions import Question
from eval.slices import headline
from eval.summary import table

Answers = Mapping[str, Any]


class Figures(Protocol):
    """What :class:`eval.bench.speed.Measured` holds."""

    answers: list[Answers]
    cold_s: list[float]
    build_s: list[float]
    rankings: dict[str, list[str]]


def _rest(answers: Answers) -> float:
    return float(np.median(np.subtract(answers["times_ms"], answers["encoder_ms"])))


# What a line shows → its value of one round.
_LINES: Mapping[str, Callable[[Answers], float]] = {
    "question to answer, median, ms": lambda one: float(np.median(one["times_ms"])),
    "question to answer, p95, ms": lambda one: percentile(one["times_ms"], 0.95),
    "– the encoder, median, ms": lambda one: float(np.median(one["encoder_ms"])),
    "– everything else, median, ms": _rest,
    "work of all cores for a question, mean, ms": lambda one: float(one["cpu_ms"]),
    "resident after the questions, MiB": lambda one: float(one["memory"]["now"]),
    "resident at most, MiB": lambda one: float(one["memory"]["peak"]),
}


def report(found: Mapping[str, Figures], served: Sequence[Served], questions: Sequence[Question], count: int) -> str:
    """All tables as Markdown. ``count``: questions to the web app."""
    rounds = len(found[OURS].answers)
    parts = [
        f"{len(questions)} questions in each of {rounds} rounds. Median over rounds (least – greatest); × is the median of the "
        "rounds' ratios: how many times as much the framework takes.",
        comparison(found),
        quality(found, questions),
    ]
    if served:
        parts += [f"`fko-qa serve`, {len(served)} starts, {count} questions over HTTP each.", serve_table(served, count)]
    return "\n\n".join(parts)


def comparison(found: Mapping[str, Figures]) -> str:
    """Times and memory, a column for each system and one for each ratio."""
    others = [system for system in found if system != OURS]
    lines = {
        name: {system: [value(one) for one in measured.answers] for system, measured in found.items()}
        for name, value in _LINES.items()
    }
    lines["shell to first answer, s"] = {system: measured.cold_s for system, measured in found.items()}
    if all(measured.build_s for measured in found.values()):
        lines["index built, s"] = {system: measured.build_s for system, measured in found.items()}
    rows = [
        [name, *(shown(spread(values[system]), _digits(name)) for system in found)]
        + [shown(ratios(values[system], values[OURS]), 2) for system in others]
        for name, values in lines.items()
    ]
    return table(["", *found, *(f"{system} ×" for system in others)], rows)


def quality(found: Mapping[str, Figures], questions: Sequence[Question]) -> str:
    """The ranking figure on those of the questions that it is about, with its interval."""
    scored = [question for question in ranked(questions) if headline(question)]
    means = {system: figures(scored, measured.rankings)["ndcg_10"] for system, measured in found.items()}
    row = [f"nDCG@10 ({len(scored)} topic, field and number questions)"]
    row += [f"{mean.mean:.3f} ({mean.low:.3f} – {mean.high:.3f})" for mean in means.values()]
    return table(["", *found], [row])


def serve_table(served: Sequence[Served], count: int) -> str:
    """The web app's start and memory."""
    lines: Mapping[str, Callable[[Served], float]] = {
        "start to first page, s": lambda one: one.page_s,
        "start to first answer, s": lambda one: one.answer_s,
        "resident after the first answer, idle, MiB": lambda one: one.idle_mb,
        f"resident after {count:,} questions, MiB": lambda one: one.after_mb,
        "resident at most, MiB": lambda one: one.peak_mb,
    }
    return table(
        ["", "median (range)"],
        [[name, shown(spread([value(one) for one in served]), _digits(name))] for name, value in lines.items()],
    )


def _digits(name: str) -> int:
    return 0 if "MiB" in name else 1
