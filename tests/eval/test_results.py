"""Results: file, summary, plots, page of failures, comparison and the check against a baseline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from eval.answers import Answer, ShownMeasure
from eval.comparison import compare, undercut
from eval.evaluate import main, write_output
from eval.failures import failures, failures_page
from eval.questions import FOLDER, Question, read_questions, write_jsonl
from eval.results import Confusion, Result, evaluate, read_result, write_result
from eval.scoring import score
from eval.significance import Bin
from eval.summary import summary, table
from tests.eval.making import ALWAYS, EVIDENCE, FABRICATED, ONE_FABRICATED, PERFECT, QUESTIONS, answer, question


def result(answers: Mapping[str, Answer], questions: Sequence[Question] = QUESTIONS, split: str = "dev") -> Result:
    return evaluate(questions, answers, date="2024-06-25", commit="abc", split=split)


def test_a_result_file_is_read_back_equal(tmp_path: Path) -> None:
    write_result(tmp_path / "r.json", result(PERFECT))
    assert read_result(tmp_path / "r.json") == result(PERFECT)


def test_latency_percentiles_and_area() -> None:
    # Times 10 to 50 ms. Right: topic, field, set (in this order of certainty: two of score .9, one of .9: one step of three);
    # then the partial one and the refused one, which never count as right: risks 0, 1/4, 2/5.
    found = result(PERFECT)
    assert found.latency_ms == {"p50": 30.0, "p90": 46.0, "p95": 48.0, "p99": 49.6, "p100": 50.0}
    assert found.risk_coverage.risk == [0.0, 0.25, 0.4]
    assert found.risk_coverage.area == pytest.approx((0.25 + 0.4) / 5)


def test_the_summary_begins_with_the_target_table() -> None:
    lines = summary(result(ONE_FABRICATED)).splitlines()
    assert lines[0] == "# Evaluation of 2024-06-25, commit abc, dev (5 questions)"
    assert lines[4:7] == [
        "| figure | mean | 95 % interval | n |",
        "| --- | ---: | ---: | ---: |",
        "| nDCG@10 (topic, field and number questions) | 1.000 | 1.000 – 1.000 | 2 |",
    ]
    assert next(line for line in lines if "not in the report" in line).startswith("| quotes not in the report ↓ | 0.250 |")


def test_reliability_and_confusions() -> None:
    asked = [question(f"q{number}") for number in range(3)]
    sure, unsure = ShownMeasure("IV.1", 0.9), ShownMeasure("I.1", 0.4)
    given = {
        "q0": Answer(id="q0", status="answered", measures=(sure,), ranking=("IV.1",)),
        "q1": Answer(id="q1", status="answered", measures=(unsure,), ranking=("I.1",)),
        "q2": Answer(id="q2", status="not_found", ranking=("I.1",)),
    }
    found = result(given, asked)
    assert found.reliability == [Bin(0.4, 0.0, 1), Bin(0.9, 1.0, 1)]
    assert found.confusions == [Confusion("IV.1", "I.1", 2)]


def test_a_bar_in_a_cell_does_not_end_it() -> None:
    assert table(["a"], [["x|y"]]).splitlines()[2] == "| x\\|y |"


def test_failures_are_named() -> None:
    scores = score(QUESTIONS, ALWAYS)
    assert {one.id: failures(one, scores[one.id]) for one in QUESTIONS} == {
        "topic": [],
        "field": ["right", "value_exact"],
        "set": ["right", "set_exact", "shown_recall"],
        "empty set": ["refused", "set_exact", "status"],
        "none": ["refused", "status"],
    }
    fabricated = score(QUESTIONS, ONE_FABRICATED)
    assert [one.id for one in QUESTIONS if failures(one, fabricated[one.id])] == ["topic"]


def test_the_page_of_failures_escapes_everything() -> None:
    attack = "<script>alert('x')</script>"
    asked = question(attack, question=attack, evidence=EVIDENCE, tags=[attack], history=[attack], value=attack)
    given = answer(attack, (attack,), (attack, FABRICATED), answer=attack, value=attack, ranking=(attack,))
    page = failures_page([asked], {attack: given}, score([asked], {attack: given}))
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;") == 10


MANY = [question(f"q{number}") for number in range(20)]
RIGHT = {one.id: answer(one.id, ("IV.1",)) for one in MANY}
WRONG = {one.id: answer(one.id, ("I.1",)) for one in MANY}


def test_a_result_is_compared_row_by_row() -> None:
    found = {one.title: one for one in compare(result(WRONG, MANY), result(RIGHT, MANY), MANY)}
    first = found["right measure first"]
    assert (first.first, first.second, first.n, first.verdict) == (0.0, 1.0, 20, "better")
    assert found["answerable wrongly refused"].verdict == "no clear difference"
    assert {one.n for one in compare(result(RIGHT, MANY), result(RIGHT, MANY[:7]), MANY)} == {7}


def test_only_a_significant_loss_undercuts() -> None:
    assert undercut(compare(result(WRONG, MANY), result(RIGHT, MANY), MANY)) == []
    assert undercut(compare(result(RIGHT, MANY), result(WRONG, MANY), MANY)) == [
        "nDCG@10 (topic, field and number questions)",
        "right measure first",
        "shown precision",
        "shown recall",
    ]
    one_worse = {**RIGHT, "q0": WRONG["q0"]}
    assert undercut(compare(result(RIGHT, MANY), result(one_worse, MANY), MANY)) == []


def test_more_refusals_of_answerable_questions_undercut_though_the_figure_rises() -> None:
    refused = {one.id: answer(one.id, status="not_found", ranking=("IV.1",)) for one in MANY}
    assert "answerable wrongly refused" in undercut(compare(result(RIGHT, MANY), result(refused, MANY), MANY))


def test_output_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.evaluate.OUT", tmp_path / "out")
    stem = write_output(result(PERFECT), QUESTIONS, PERFECT, tmp_path)
    assert stem.name == "2024-06-25-abc-dev"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        f"2024-06-25-abc-dev{end}"
        for end in (
            "-confusions.png",
            "-failures.html",
            "-latency.png",
            "-reliability.png",
            "-risk.png",
            "-slices.png",
            ".json",
            ".md",
        )
    ]
    assert all(path.stat().st_size < 100_000 for path in tmp_path.glob("*.png"))
    assert not list((tmp_path / "out").iterdir())


def test_failures_on_test_questions_are_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.evaluate.OUT", tmp_path / "out")
    write_output(result(PERFECT, split="test"), QUESTIONS, PERFECT, tmp_path)
    assert not list(tmp_path.glob("*.html"))
    assert (tmp_path / "out" / "failures-test.html").exists()


def test_the_command_scores_given_answers_and_checks_a_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.evaluate.OUT", tmp_path)
    questions = read_questions(FOLDER / "dev.jsonl")
    good = [answer(one.id, tuple(sorted(one.gold))[:4], status=one.status) for one in questions]
    write_jsonl(tmp_path / "good.jsonl", good)
    write_jsonl(tmp_path / "bad.jsonl", [answer(one.id, ("I.1",)) for one in questions])
    fixed = ["--subset", "--date", "2024-06-25", "--commit", "abc"]
    assert main([*fixed, "--answers", str(tmp_path / "good.jsonl")]) == 0
    baseline = (tmp_path / "2024-06-25-abc-dev-subset.json").rename(tmp_path / "baseline.json")
    assert main([*fixed, "--answers", str(tmp_path / "good.jsonl"), "--check", str(baseline)]) == 0
    assert main([*fixed, "--answers", str(tmp_path / "bad.jsonl"), "--check", str(baseline)]) == 1


def test_one_round_of_writing_is_scored_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.evaluate.OUT", tmp_path)
    third = [one for one in read_questions(FOLDER / "dev.jsonl") if one.id.startswith("w-")]
    write_jsonl(tmp_path / "answers.jsonl", [answer(one.id) for one in third])
    fixed = ["--round", "third", "--date", "2024-06-25", "--commit", "abc"]
    assert main([*fixed, "--answers", str(tmp_path / "answers.jsonl")]) == 0
    assert set(read_result(tmp_path / "2024-06-25-abc-dev-third.json").scores) == {one.id for one in third}


def test_an_answer_file_that_lacks_a_question_is_refused(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "answers.jsonl", [answer("x")])
    with pytest.raises(SystemExit, match="has no answer to"):
        main(["--answers", str(tmp_path / "answers.jsonl")])
