"""The result of an evaluation: every figure with its interval, and where it comes from."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from eval.answers import Answer, Answers
from eval.files import ROOT, versions
from eval.questions import Question
from eval.scoring import RANKED_KINDS, Scores, score
from eval.significance import (
    CONFIDENCE,
    RESAMPLES,
    SEED,
    Bin,
    Estimate,
    RiskCoverage,
    estimate,
    percentiles,
    reliability,
    risk_coverage,
)
from eval.slices import MORE, TARGETS, row_estimate, slices

# Figures that are shown for every slice, in this order.
SLICE_FIGURES = (
    "ndcg_10",
    "success_1",
    "value_exact",
    "set_exact",
    "evidence",
    "status",
    "right",
    "shown_precision",
    "shown_recall",
)
_CURVE_POINTS = 100


class RowResult(msgspec.Struct, frozen=True):
    """A row of the score table; ``estimate`` is None where no question applies."""

    title: str
    figure: str
    less_is_better: bool
    target: bool
    estimate: Estimate | None


class Confusion(msgspec.Struct, frozen=True):
    """How often ``first`` came first where ``gold`` should have."""

    gold: str
    first: str
    n: int


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What a result file holds. Latency is in milliseconds; ``scores`` are the figures of every question.

    ``reliability`` compares the belief in the first shown measure with how often it is right; ``confusions`` are the commonest
    first.
    """

    date: str
    commit: str
    split: str
    settings: dict[str, Any]
    versions: dict[str, str]
    rows: list[RowResult]
    slices: dict[str, dict[str, Estimate]]
    risk_coverage: RiskCoverage
    latency_ms: dict[str, float]
    reliability: list[Bin] = []
    confusions: list[Confusion] = []
    scores: dict[str, dict[str, float | None]]


def evaluate(questions: Sequence[Question], answers: Answers, *, date: str, commit: str, split: str) -> Result:
    """Score the answers to the questions. Raises KeyError if a question has no answer."""
    scores = score(questions, answers)
    rows = [
        RowResult(row.title, row.figure, row.less_is_better, target, row_estimate(row, questions, scores))
        for table, target in ((TARGETS, True), (MORE, False))
        for row in table
    ]
    curve = risk_coverage(
        [confidence(answers[question.id]) for question in questions],
        [scores[question.id]["right"] or 0.0 for question in questions],
    )
    return Result(
        date=date,
        commit=commit,
        split=split,
        settings=_settings(len(questions)),
        versions=versions(),
        rows=rows,
        slices={name: _slice(part, scores) for name, part in slices(questions).items()},
        risk_coverage=_thinned(curve),
        latency_ms=percentiles([value for figures in scores.values() if (value := figures["latency_ms"]) is not None]),
        reliability=_reliability(questions, answers),
        confusions=_confusions(questions, answers),
        scores={key: {name: _rounded(value) for name, value in figures.items()} for key, figures in scores.items()},
    )


def confidence(answer: Answer) -> float:
    """How sure the system is that it can answer, in [0, 1]: by its status, then by the score of the first shown measure.

    A refusal is never more certain to be answerable than an answer, whatever the scores of what it shows as related. An answer
    without a scored measure (a quote from another chapter) counts as half sure among those of its status.
    """
    level = {"answered": 2, "partial": 1}.get(answer.status, 0)
    scored = [measure.score for measure in answer.measures if measure.score is not None]
    return (level + (min(max(scored[0], 0.0), 1.0) if scored else 0.5)) / 3


def write_result(path: Path, result: Result) -> None:
    """A result as JSON: readable at the top, one line for each question's figures."""
    fields: dict[str, Any] = msgspec.to_builtins(result)
    scores = fields.pop("scores")
    head = json.dumps(fields, ensure_ascii=False, indent=1)
    lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(figures)}" for key, figures in scores.items())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{head[:-2]},\n "scores": {{\n{lines}\n }}\n}}\n', encoding="utf-8")


def read_result(path: Path) -> Result:
    """Read a result file. Raises msgspec.ValidationError if it is none."""
    return msgspec.json.decode(path.read_bytes(), type=Result)


def _settings(questions: int) -> dict[str, Any]:
    """What the figures depend on: the index's manifest (report, model, analysis) and the way of computing intervals."""
    manifest = ROOT / "index" / "manifest.json"
    built = json.loads(manifest.read_text(encoding="utf-8")) if manifest.exists() else {}
    index = {name: built.get(name) for name in ("format", "report", "model", "analyser", "counts")}
    return {"questions": questions, "index": index, "bootstrap": RESAMPLES, "confidence": CONFIDENCE, "seed": SEED}


def _slice(questions: Sequence[Question], scores: Scores) -> dict[str, Estimate]:
    found = {}
    for figure in SLICE_FIGURES:
        values = [value for question in questions if (value := scores[question.id][figure]) is not None]
        if (mean := estimate(values)) is not None:
            found[figure] = mean
    return found


def _thinned(curve: RiskCoverage) -> RiskCoverage:
    """The curve at about :data:`_CURVE_POINTS` of its points; its area is that of all of them."""
    step = max(1, len(curve.coverage) // _CURVE_POINTS)
    keep = [position for position in range(len(curve.coverage)) if position % step == 0 or position == len(curve.coverage) - 1]
    coverage, risk = ([round(values[position], 4) for position in keep] for values in (curve.coverage, curve.risk))
    return RiskCoverage(coverage, risk, round(curve.area, 4))


def _reliability(questions: Sequence[Question], answers: Answers) -> list[Bin]:
    """For questions that one measure or more answer, and that were answered with a scored one."""
    first = [
        (answers[question.id].measures[0], question.gold)
        for question in questions
        if question.kind in RANKED_KINDS and question.gold and answers[question.id].measures
    ]
    scored = [(measure.score, measure.id in gold) for measure, gold in first if measure.score is not None]
    return reliability([belief for belief, _ in scored], [float(right) for _, right in scored])


def _confusions(questions: Sequence[Question], answers: Answers) -> list[Confusion]:
    pairs = Counter(
        (min(question.gold), answers[question.id].ranking[0])
        for question in questions
        if question.kind in RANKED_KINDS and question.gold and answers[question.id].ranking[:1]
        if answers[question.id].ranking[0] not in question.gold
    )
    return [Confusion(gold, first, n) for (gold, first), n in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
