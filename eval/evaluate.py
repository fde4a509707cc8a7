"""Generate answers once, score them, write the result: ``python eval/evaluate.py --help``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from eval.answers import Answers, generate, read_answers
from eval.comparison import compare, comparison_table, undercut
from eval.failures import failures_page
from eval.files import DIRTY, OUT, RESULTS, commit, today
from eval.plots import write_plots
from eval.questions import FOLDER, Question, Round, ci_subset, read_questions, round_of
from eval.results import Result, evaluate, read_result, write_result
from eval.summary import score_table, summary
from fko_qa import Assistant

_PROGRESS_STEP = 100


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluation. 0: done; 1: significantly worse than the baseline of ``--check``."""
    options = _parser().parse_args(arguments)
    other: Path | None = options.questions
    questions = read_questions(other) if other else _questions(options.split, options.round, options.subset)
    answers = _answers(options.answers, questions, options.index)
    split = other.stem if other else "-".join(filter(None, [options.split, options.round, options.subset and "subset"]))
    result = evaluate(questions, answers, date=options.date or today(), commit=options.commit or commit(), split=split)
    # A result of code that nobody can check out again is not kept.
    kept = not (other or options.subset or options.round or options.no_save or result.commit.endswith(DIRTY))
    stem = write_output(result, questions, answers, RESULTS if kept else OUT)
    sys.stdout.write(score_table(row for row in result.rows if row.target) + f"\n\n{stem}.json\n")
    if options.check is None:
        return 0
    differences = compare(read_result(options.check), result, questions)
    sys.stdout.write("\n" + comparison_table(differences) + "\n")
    return 1 if undercut(differences) else 0


def write_output(result: Result, questions: Sequence[Question], answers: Answers, folder: Path) -> Path:
    """Write result, summary, plots and the page of failures into a folder; returns their path without suffix.

    A result of the whole test set is named ``<date>-<commit>``, others carry the name of their part as well. Failures on test
    questions are not kept: whoever changes the system must not come across them.
    """
    name = f"{result.date}-{result.commit}" + ("" if result.split == "test" else f"-{result.split}")
    stem = folder / name
    write_result(stem.with_name(f"{name}.json"), result)
    stem.with_name(f"{name}.md").write_text(summary(result), encoding="utf-8")
    write_plots(result, stem)
    OUT.mkdir(parents=True, exist_ok=True)
    page = stem.with_name(f"{name}-failures.html") if result.split == "dev" else OUT / f"failures-{result.split}.html"
    page.write_text(failures_page(questions, answers, result.scores), encoding="utf-8")
    return stem


def _questions(split: str, written: str | None, subset: bool) -> list[Question]:
    parts = ("dev", "test") if split == "all" else (split,)
    questions = [question for part in parts for question in read_questions(FOLDER / f"{part}.jsonl")]
    questions = [question for question in questions if written in (None, round_of(question.id))]
    return ci_subset(questions) if subset else questions


def _answers(path: Path | None, questions: Sequence[Question], index: Path | None) -> Answers:
    """Answers from a file, or freshly generated ones."""
    if path is None:
        path = OUT / "answers.jsonl"
        generate(Assistant.load(index), questions, path, lambda count: _progress(count, len(questions)))
    answers = read_answers(path)
    if missing := [question.id for question in questions if question.id not in answers]:
        raise SystemExit(f"{path} has no answer to {len(missing)} of the questions, the first is {missing[0]}.")
    return answers


def _progress(count: int, total: int) -> None:
    """A line on the screen now and then."""
    if count % _PROGRESS_STEP == 0 or count == total:
        sys.stderr.write(f"{count}/{total} questions answered\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("dev", "test", "all"), default="dev", help="which questions (default: dev)")
    parser.add_argument(
        "--questions", type=Path, help="another file of labelled questions instead of a split; its result is not kept"
    )
    parser.add_argument("--round", choices=get_args(Round), help="only the questions of one round of writing")
    parser.add_argument("--subset", action="store_true", help="only a fixed fast part of them, about 120, for CI")
    parser.add_argument("--answers", type=Path, help="score this file of answer objects instead of generating answers")
    parser.add_argument("--index", type=Path, help="the index to answer from (default: the shipped one)")
    parser.add_argument("--check", type=Path, metavar="BASELINE", help="exit 1 if significantly worse than this result file")
    parser.add_argument("--no-save", action="store_true", help="write the result to eval/out instead of eval/results")
    parser.add_argument("--date", help="the date of the result (default: today, UTC)")
    parser.add_argument("--commit", help="the commit of the result (default: asked from git)")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
