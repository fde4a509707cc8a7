"""Scores of answers made by hand, each with its exact figures."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pytest

from eval.answers import Answer
from eval.results import RowResult, confidence, evaluate
from eval.scoring import retrieval, score
from tests.eval.making import ALWAYS, EMPTY, EVIDENCE, FABRICATED, ONE_FABRICATED, PERFECT, QUESTIONS, REFUSING, answer, question


def rows(answers: Mapping[str, Answer]) -> dict[str, float | None]:
    """The means of the target table, without the rows that no question here belongs to."""
    result = evaluate(QUESTIONS, answers, date="2024-06-25", commit="none", split="dev")
    return {row.title: None if row.estimate is None else round(row.estimate.mean, 4) for row in result.rows if _applies(row)}


def _applies(row: RowResult) -> bool:
    left_out = ("citizens' own words nDCG@10", "hard and near twins nDCG@10", "foreign right measure first")
    return row.target and row.title not in left_out


def table(*figures: float | None) -> dict[str, float | None]:
    """The target table in its order."""
    titles = (
        "nDCG@10 (topic, field and number questions)",
        "right measure first",
        "exact value for field questions",
        "set questions exactly right",
        "unanswerable refused",
        "answerable wrongly refused",
        "answerable hedged",
        "shown precision",
        "shown recall",
        "quotes not in the report",
    )
    return dict(zip(titles, figures, strict=True))


def test_perfect_answers_reach_every_best_figure() -> None:
    assert rows(PERFECT) == table(1, 1, 1, 1, 1, 0, 0, 1, 1, 0)


def test_empty_answers_find_nothing_and_refuse_nothing() -> None:
    # The empty set is shown as empty: one of two set questions. Nothing shown: no precision; no quote: no share of quotes.
    assert rows(EMPTY) == table(0, 0, 0, 0.5, 0, 0, 0, None, 0, None)


def test_refusing_everything_refuses_the_answerable_too() -> None:
    assert rows(REFUSING) == table(0, 0, 0, 0.5, 1, 1, 0, None, 0, None)


def test_always_answering_refuses_nothing() -> None:
    # nDCG: topic 2 / (2 + 1/log2(3)), field 1. Precision over the four questions that are not of kind none: 1, 1, 0, 0.
    # Recall over those with a gold measure: 1, 1, 0.
    ndcg = (2 / (2 + 1 / math.log2(3)) + 1) / 2
    assert rows(ALWAYS) == table(round(ndcg, 4), 1, 0, 0, 0, 0, 0, 0.5, round(2 / 3, 4), 0)


def test_one_fabricated_quote_is_one_of_four() -> None:
    assert rows(ONE_FABRICATED) == table(1, 1, 1, 1, 1, 0, 0, 1, 1, 0.25)


def test_status_right_and_false_answers() -> None:
    figures = score(QUESTIONS, ALWAYS)
    assert {key: (one["status"], one["right"]) for key, one in figures.items()} == {
        "topic": (1, 1),
        "field": (1, 0),  # the value is wrong
        "set": (1, 0),
        "empty set": (0, 0),
        "none": (0, 0),
    }
    assert {key: one["false_answer"] for key, one in figures.items()} == {
        "topic": None,
        "field": None,
        "set": None,
        "empty set": 1,
        "none": 1,
    }
    assert [one["false_answer"] for one in score(QUESTIONS, REFUSING).values()] == [None, None, None, 0, 0]


# DCG with gains 2 and 1 and the discount 1/log2(rank + 1); the ideal order of {2, 1} gives 2 + 1/log2(3).
IDEAL = 2 + 1 / math.log2(3)


@pytest.mark.parametrize(
    ("ranking", "expected"),
    [
        pytest.param(("IV.1", "IV.5"), (1, 1, 1, 1, 1), id="ideal"),
        pytest.param(("IV.5", "IV.1"), ((1 + 2 / math.log2(3)) / IDEAL, 1 / 2, 0, 1, 1), id="swapped"),
        pytest.param(("I.1", "I.2", "I.3", "IV.1"), (2 / math.log2(5) / IDEAL, 1 / 4, 0, 0, 1), id="fourth"),
        pytest.param(("I.1", "I.2", "I.3", "I.4", "I.5", "IV.1"), (2 / math.log2(7) / IDEAL, 1 / 6, 0, 0, 0), id="sixth"),
        pytest.param(("IV.5",), (1 / IDEAL, 0, 0, 0, 0), id="only the related one"),
        pytest.param(("IV.5", "IV.5", "IV.1"), ((1 + 2 / math.log2(3)) / IDEAL, 1 / 2, 0, 1, 1), id="repeated id counts once"),
        pytest.param((), (0, 0, 0, 0, 0), id="nothing"),
    ],
)
def test_ranking_figures_match_values_by_hand(ranking: tuple[str, ...], expected: tuple[float, ...]) -> None:
    figures = retrieval([question("q", relevance={"IV.1": 2, "IV.5": 1})], {"q": ranking})["q"]
    names = ("ndcg_10", "rr_10", "success_1", "success_3", "recall_5")
    assert [figures[name] for name in names] == pytest.approx(list(expected))


def test_questions_without_a_gold_measure_have_no_ranking_figures() -> None:
    asked = [question("none", kind="none", relevance={"IV.1": 1}, status="partial"), question("set", kind="set")]
    figures = retrieval(asked, {"none": ("IV.1",), "set": ("IV.1",)})
    assert all(value is None for one in figures.values() for value in one.values())


@pytest.mark.parametrize(
    ("relevance", "shown", "exact", "tolerant", "f1"),
    [
        pytest.param({"VI.2": 2, "VI.3": 2}, ("VI.3", "VI.2"), 1, 1, 1, id="exact in any order"),
        pytest.param({"VI.2": 2, "VI.3": 2}, ("VI.2",), 0, 0, 2 / 3, id="one missing"),
        pytest.param({"VI.2": 2}, ("VI.2", "VI.3"), 0, 0, 2 / 3, id="one too many"),
        pytest.param({"VI.2": 2, "VI.3": 1}, ("VI.2", "VI.3"), 0, 1, 2 / 3, id="the doubtful one shown"),
        pytest.param({}, (), 1, 1, 1, id="empty"),
        pytest.param({}, ("VI.2",), 0, 0, 0, id="empty, but something shown"),
    ],
)
def test_sets(relevance: dict[str, int], shown: tuple[str, ...], exact: float, tolerant: float, f1: float) -> None:
    one = question("q", kind="set", relevance=relevance)
    figures = score([one], {"q": answer("q", shown)})["q"]
    assert (figures["set_exact"], figures["set_tolerant"], figures["set_f1"]) == pytest.approx((exact, tolerant, f1))


@pytest.mark.parametrize(
    ("quotes", "hit"),
    [
        pytest.param((EVIDENCE,), 1, id="same"),
        pytest.param((f"Erfolgreiche Absolventinnen {EVIDENCE}.",), 1, id="quote contains the evidence"),
        pytest.param(("2.500\n  Euro beantragen",), 1, id="evidence contains the quote, white space aside"),
        pytest.param((FABRICATED,), 0, id="another text"),
        pytest.param(("",), 0, id="an empty quote proves nothing"),
        pytest.param((), 0, id="no quote"),
    ],
)
def test_evidence(quotes: tuple[str, ...], hit: float) -> None:
    figures = score([question("q", evidence=EVIDENCE)], {"q": answer("q", ("IV.1",), quotes)})["q"]
    assert figures["evidence"] == hit


def test_confidence_orders_by_status_then_by_score() -> None:
    sure, unsure = answer("q", ("IV.1",)), answer("q", ("IV.1",), status="partial")
    section, refused = answer("q", quotes=(EVIDENCE,)), answer("q", status="not_found")
    assert [confidence(one) for one in (sure, section, unsure, refused)] == pytest.approx([2.9 / 3, 2.5 / 3, 1.9 / 3, 0.5 / 3])


def test_an_error_is_no_refusal_and_no_answer() -> None:
    failed = {one.id: answer(one.id, status="error") for one in QUESTIONS}
    figures = score(QUESTIONS, failed)
    assert [figures[key]["refused"] for key in ("empty set", "none")] == [0, 0]
    assert [figures[key]["wrongly_refused"] for key in ("topic", "field", "set")] == [1, 1, 1]


@pytest.mark.parametrize(
    ("value", "figures"),
    [
        pytest.param("30. Juni 2025", (1, 1, 1, 1), id="as labelled"),
        pytest.param("bis 30. Juni 2025", (1, 0, 1, 1), id="a wording that counts as exact"),
        pytest.param("Juni 2025", (1, 0, 0, 1), id="another, in which the label is not contained"),
        pytest.param("vom 1. Mai bis 30. Juni 2025", (0, 0, 1, 1), id="longer than any of them"),
        pytest.param("2025", (0, 0, 0, 0), id="a wrong one"),
        pytest.param(None, (0, 0, 0, 1), id="none: not exact, and not wrong either"),
    ],
)
def test_values_in_other_wordings(value: str | None, figures: tuple[int, int, int, int]) -> None:
    asked = question("field", kind="field", value="30. Juni 2025", variants=("bis 30. Juni 2025", "Juni 2025"))
    found = score([asked], {"field": answer("field", ("IV.1",), value=value)})["field"]
    assert (found["value_exact"], found["value_strict"], found["value_lenient"], found["right"]) == figures
