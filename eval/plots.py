"""Small plots of a result: slices with intervals, risk and coverage, reliability, confusions, latency."""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

from eval.results import Result

_BLUE = "#1f5a99"
_DPI = 80
_SLICE_FIGURE = "right"
MAX_CONFUSIONS = 20


def write_plots(result: Result, stem: Path) -> list[Path]:
    """Write the plots as ``<stem>-slices.png`` and so on; returns their paths."""
    mpl.rcParams.update({"font.size": 9, "axes.spines.top": False, "axes.spines.right": False})
    plots = {
        "slices": _slices(result),
        "risk": _risk(result),
        "reliability": _reliability(result),
        "confusions": _confusions(result),
        "latency": _latency(result),
    }
    paths = []
    for name, figure in plots.items():
        paths.append(stem.with_name(f"{stem.name}-{name}.png"))
        figure.savefig(paths[-1], dpi=_DPI, metadata={"Software": ""})
    return paths


def _slices(result: Result) -> Figure:
    """Share of right answers by slice. Unanswerable questions count as wrong there, so slices of them are left out."""
    rows = [(name, figures[_SLICE_FIGURE]) for name, figures in sorted(result.slices.items(), reverse=True)]
    rows = [(name, figure) for name, figure in rows if name != "kind none"]
    figure = Figure(figsize=(6, 0.22 * len(rows) + 1), layout="constrained")
    axes = figure.subplots()
    for place, (_, found) in enumerate(rows):
        axes.plot([found.low, found.high], [place, place], color=_BLUE, linewidth=1.5)
        axes.plot([found.mean], [place], "o", color=_BLUE, markersize=4)
    axes.set_yticks(range(len(rows)), [f"{name} ({found.n})" for name, found in rows])
    axes.set_xlim(0, 1)
    axes.set_xlabel("answer right if given (mean, 95 % interval)")
    axes.grid(axis="x", alpha=0.3)
    return figure


def _risk(result: Result) -> Figure:
    figure = Figure(figsize=(5, 3.2), layout="constrained")
    axes = figure.subplots()
    axes.plot(result.risk_coverage.coverage, result.risk_coverage.risk, color=_BLUE)
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="share of questions answered", ylabel="share of wrong answers")
    axes.set_title(f"area {result.risk_coverage.area:.3f}", fontsize=9)
    axes.grid(alpha=0.3)
    return figure


def _reliability(result: Result) -> Figure:
    figure = Figure(figsize=(3.6, 3.4), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="#999999", linewidth=1)
    axes.plot([one.belief for one in result.reliability], [one.right for one in result.reliability], "o-", color=_BLUE)
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="belief in the first measure", ylabel="share of right ones")
    axes.grid(alpha=0.3)
    return figure


def _confusions(result: Result) -> Figure:
    """The measures that come first in another's place, the commonest on top."""
    rows = list(reversed(result.confusions[:MAX_CONFUSIONS]))
    figure = Figure(figsize=(5, 0.22 * len(rows) + 1), layout="constrained")
    axes = figure.subplots()
    axes.barh(range(len(rows)), [row.n for row in rows], color=_BLUE)
    axes.set_yticks(range(len(rows)), [f"{row.first} instead of {row.gold}" for row in rows])
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel("questions")
    return figure


def _latency(result: Result) -> Figure:
    times = sorted(value for figures in result.scores.values() if (value := figures["latency_ms"]) is not None)
    figure = Figure(figsize=(5, 3.2), layout="constrained")
    axes = figure.subplots()
    if times:
        axes.plot(times, [(place + 1) / len(times) for place in range(len(times))], color=_BLUE)
    axes.set(ylim=(0, 1), xlabel="milliseconds", ylabel="share of answers")
    axes.grid(alpha=0.3)
    return figure
