"""A result as Markdown: the target table first, then more figures, slices, risk and latency."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval.results import SLICE_FIGURES, Result, RowResult
from eval.significance import Estimate

_HEADS = {
    "ndcg_10": "nDCG@10",
    "success_1": "right first",
    "value_exact": "value",
    "set_exact": "set",
    "evidence": "evidence",
    "status": "status",
    "right": "right",
    "shown_precision": "precision",
    "shown_recall": "recall",
}


def summary(result: Result) -> str:
    """The whole summary."""
    heads = [_HEADS[figure] for figure in SLICE_FIGURES]
    slices = [
        [name, *(_short(figures.get(figure)) for figure in SLICE_FIGURES)] for name, figures in sorted(result.slices.items())
    ]
    latency = ", ".join(f"{name} {value:g} ms" for name, value in result.latency_ms.items()) or "not measured"
    parts = [
        f"# Evaluation of {result.date}, commit {result.commit}, {result.split} ({result.settings['questions']} questions)",
        "Mean, 95 % bootstrap interval over questions, number of questions. ↓: less is better.",
        score_table(row for row in result.rows if row.target),
        "## More figures",
        score_table(row for row in result.rows if not row.target),
        "## Slices",
        table(["slice", *heads], slices),
        "## Risk and coverage",
        f"Area under the curve (share of wrong answers, less is better): {result.risk_coverage.area:.3f}. " + _risk_at(result),
        "## Latency",
        f"{latency}.",
    ]
    return "\n\n".join(parts) + "\n"


def score_table(rows: Iterable[RowResult]) -> str:
    """Rows of the score table."""
    lines = [[row.title + (" ↓" if row.less_is_better else ""), *_cells(row.estimate)] for row in rows]
    return table(["figure", "mean", "95 % interval", "n"], lines)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column is text, the others are figures."""
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _cells(estimate: Estimate | None) -> list[str]:
    if estimate is None:
        return ["–", "–", "0"]
    return [f"{estimate.mean:.3f}", f"{estimate.low:.3f} – {estimate.high:.3f}", str(estimate.n)]


def _short(estimate: Estimate | None) -> str:
    return "–" if estimate is None else f"{estimate.mean:.2f} ({estimate.n})"


def _risk_at(result: Result) -> str:
    """The risk at a few coverages, for people who read no plots."""
    curve = list(zip(result.risk_coverage.coverage, result.risk_coverage.risk, strict=True))
    wanted = (0.25, 0.5, 0.75, 1.0)
    found = [(share, risk) for share in wanted for coverage, risk in [min(curve, key=lambda point: abs(point[0] - share))]]
    return "Of the most confident " + ", ".join(f"{share:.0%}: {risk:.1%} wrong" for share, risk in found) + "."
