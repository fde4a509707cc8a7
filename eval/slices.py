"""Which questions a figure is about: slices by kind, style, language, cluster, and the rows of the score table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from eval.questions import CITIZEN_STYLES, HARD_TAGS, Question
from eval.scoring import Scores
from eval.significance import Estimate, estimate

Test = Callable[[Question], bool]


class Row(NamedTuple):
    """A row of the score table: which figure of which questions, and whether less of it is better."""

    title: str
    figure: str
    test: Test
    less_is_better: bool = False
    weight: str | None = None  # the figure that counts what a row is a share of, if that is not questions


def headline(question: Question) -> bool:
    """The questions that the headline figures of the ranking are about."""
    return question.kind in {"topic", "field", "number"}


def _kind(kind: str) -> Test:
    return lambda question: question.kind == kind


def _tagged(tag: str) -> Test:
    return lambda question: question.kind == "none" and tag in question.tags


def citizen(question: Question) -> bool:
    """Citizens' own words."""
    return question.style in CITIZEN_STYLES


def hard(question: Question) -> bool:
    """Tagged as hard or as one of near twins."""
    return not HARD_TAGS.isdisjoint(question.tags)


def foreign(question: Question) -> bool:
    """Not in German."""
    return question.lang != "de"


def _everything(_: Question) -> bool:
    return True


def _both(*tests: Test) -> Test:
    return lambda question: all(test(question) for test in tests)


def _answerable(question: Question) -> bool:
    return question.kind != "none"


# The first rows are the project's target table, in its order and words; the others say more.
TARGETS = (
    Row("nDCG@10 (topic, field and number questions)", "ndcg_10", headline),
    Row("right measure first", "success_1", headline),
    Row("citizens' own words nDCG@10", "ndcg_10", _both(headline, citizen)),
    Row("hard and near twins nDCG@10", "ndcg_10", _both(headline, hard)),
    Row("foreign right measure first", "success_1", _both(headline, foreign)),
    Row("exact value for field questions", "value_exact", _kind("field")),
    Row("set questions exactly right", "set_exact", _kind("set")),
    Row("unanswerable refused", "refused", _everything),
    Row("answerable wrongly refused", "wrongly_refused", _everything, less_is_better=True),
    Row("answerable hedged", "hedged", _everything, less_is_better=True),
    Row("shown precision", "shown_precision", _answerable),
    Row("shown recall", "shown_recall", _answerable),
    Row("quotes not in the report", "fabricated_share", _everything, less_is_better=True, weight="quotes"),
)
MORE = (
    Row("RR@10", "rr_10", headline),
    Row("Success@3", "success_3", headline),
    Row("R@5", "recall_5", headline),
    Row("several needs, comparison, negation: nDCG@10", "ndcg_10", _kind("several")),
    Row("value as the first judge wrote it (field questions)", "value_strict", _kind("field")),
    Row("value contained (field questions)", "value_lenient", _kind("field")),
    Row("set questions right, doubtful members either way", "set_tolerant", _kind("set")),
    Row("set questions: F1", "set_f1", _kind("set")),
    Row("set questions: count or extreme", "set_value", _kind("set")),
    Row("evidence quoted", "evidence", _everything),
    Row("chapters outside the measures: evidence quoted", "evidence", _kind("text")),
    Row("status as labelled", "status", _everything),
    Row("unanswerable answered (false answers)", "false_answer", _everything, less_is_better=True),
    Row("refused: out of scope (far)", "refused", _tagged("far")),
    Row("refused: near misses", "refused", _tagged("near")),
    Row("refused: field that says nothing", "refused", _kind("field")),
    Row("answer right, if it had to be given", "right", _everything),
)


def row_values(row: Row, questions: Sequence[Question], scores: Scores) -> dict[str, float]:
    """The row's figure by question id, where it applies. ``fabricated_share`` is derived: fabricated per quote shown."""
    return {
        question.id: value
        for question in questions
        if row.test(question) and (value := _value(row.figure, scores[question.id])) is not None
    }


def row_estimate(row: Row, questions: Sequence[Question], scores: Scores) -> Estimate | None:
    """The row's mean with its interval."""
    values = row_values(row, questions, scores)
    weights = None if row.weight is None else [scores[key][row.weight] or 0.0 for key in values]
    return estimate(list(values.values()), weights)


def slices(questions: Sequence[Question]) -> Mapping[str, list[Question]]:
    """Named parts of the questions; a question stands in each that it belongs to."""
    parts: dict[str, list[Question]] = {"all": list(questions)}
    for question in questions:
        names = [f"kind {question.kind}", f"style {question.style}", f"lang {question.lang}"]
        names += [f"cluster {cluster}" for cluster in question.clusters]
        names += [name for name, test in _GROUPS.items() if test(question)]
        for name in names:
            parts.setdefault(name, []).append(question)
    return {name: parts[name] for name in sorted(parts)}


def _follow_up(question: Question) -> bool:
    return bool(question.history)


_GROUPS: Mapping[str, Test] = MappingProxyType(
    {"citizens' own words": citizen, "hard and near twins": hard, "foreign": foreign, "follow-up": _follow_up}
)


def _value(figure: str, figures: Mapping[str, float | None]) -> float | None:
    if figure != "fabricated_share":
        return figures[figure]
    quotes = figures["quotes"]
    return (figures["fabricated"] or 0.0) / quotes if quotes else None
