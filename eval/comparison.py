"""Is one result better than another, beyond chance? Paired by question, tested per row, corrected for many rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eval.questions import Question
from eval.results import Result
from eval.significance import holm, paired_test
from eval.slices import TARGETS, Row, row_values
from eval.summary import table

ALPHA = 0.05


class Difference(NamedTuple):
    """A row of two results over the questions that both answer: means, p, and p after Holm's correction for all rows."""

    title: str
    first: float
    second: float
    n: int
    p: float
    adjusted: float
    less_is_better: bool

    @property
    def verdict(self) -> str:
        """``better``, ``worse`` or, if chance explains it, ``no clear difference``."""
        if self.adjusted > ALPHA or self.first == self.second:
            return "no clear difference"
        return "better" if (self.second > self.first) != self.less_is_better else "worse"


def compare(first: Result, second: Result, questions: Sequence[Question], rows: Sequence[Row] = TARGETS) -> list[Difference]:
    """Differences from the first to the second result, by row. Rows without a common question are left out."""
    common = [question for question in questions if question.id in first.scores and question.id in second.scores]
    pairs = {row: _pairs(row, first, second, common) for row in rows}
    pairs = {row: values for row, values in pairs.items() if values}
    p_values = {row.title: paired_test(*zip(*values, strict=True)) for row, values in pairs.items()}
    adjusted = holm(p_values)
    return [
        Difference(row.title, *_means(values), len(values), p_values[row.title], adjusted[row.title], row.less_is_better)
        for row, values in pairs.items()
    ]


def undercut(differences: Sequence[Difference]) -> list[str]:
    """The rows in which the second result is significantly worse than the first."""
    return [difference.title for difference in differences if difference.verdict == "worse"]


def comparison_table(differences: Sequence[Difference]) -> str:
    """Differences as a Markdown table."""
    return table(
        ["figure", "first", "second", "difference", "n", "p", "p (Holm)", "verdict"],
        [
            [
                one.title + (" ↓" if one.less_is_better else ""),
                f"{one.first:.3f}",
                f"{one.second:.3f}",
                f"{one.second - one.first:+.3f}",
                str(one.n),
                f"{one.p:.4f}",
                f"{one.adjusted:.4f}",
                one.verdict,
            ]
            for one in differences
        ],
    )


def _pairs(row: Row, first: Result, second: Result, questions: Sequence[Question]) -> list[tuple[float, float]]:
    before, after = row_values(row, questions, first.scores), row_values(row, questions, second.scores)
    return [(before[key], after[key]) for key in before if key in after]


def _means(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return sum(before for before, _ in pairs) / len(pairs), sum(after for _, after in pairs) / len(pairs)
