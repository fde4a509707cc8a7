"""How much do typing errors cost? ``python eval/robustness.py``: clean questions against their variants by rule."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import msgspec

from eval.answers import generate, read_answers
from eval.export import ranked
from eval.files import OUT, commit, store, today
from eval.questions import FOLDER, Question, read_questions
from eval.scoring import Scores, score
from eval.significance import holm, paired_test
from eval.summary import table
from eval.variants import VARIANTS
from fko_qa import Assistant

_FIGURES = {"ndcg_10": "nDCG@10", "success_1": "right first"}


class Drop(NamedTuple):
    """Means of a figure over the ``n`` questions that a variant changes: clean, changed, p of the paired test."""

    variant: str
    figure: str
    clean: float
    changed: float
    n: int
    p: float


def changed_questions(questions: Sequence[Question], variant: str) -> list[Question]:
    """The variant of each German question without a history, where it differs from the clean one. Ids stay."""
    rule = VARIANTS[variant]
    return [
        msgspec.structs.replace(question, question=text)
        for question in questions
        if question.lang == "de" and not question.history and (text := rule(question.question)) != question.question
    ]


def drops(variant: str, clean: Scores, changed: Scores) -> list[Drop]:
    """Clean against changed, paired by question."""
    found = []
    for figure in _FIGURES:
        before, after = ([scores[key][figure] or 0.0 for key in changed] for scores in (clean, changed))
        if changed:
            means = sum(before) / len(before), sum(after) / len(after)
            found.append(Drop(variant, figure, *means, len(before), paired_test(before, after)))
    return found


def drop_table(found: Sequence[Drop]) -> str:
    """Drops as Markdown, p corrected for all of them."""
    adjusted = holm({f"{one.variant}/{one.figure}": one.p for one in found})
    rows = [
        [
            one.variant,
            _FIGURES[one.figure],
            f"{one.clean:.3f}",
            f"{one.changed:.3f}",
            f"{one.changed - one.clean:+.3f}",
            str(one.n),
            f"{adjusted[f'{one.variant}/{one.figure}']:.4f}",
        ]
        for one in found
    ]
    return table(["variant", "figure", "clean", "changed", "drop", "n", "p (Holm)"], rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask every variant, print and store the drops."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    options = parser.parse_args(arguments)
    questions = ranked(read_questions(FOLDER / f"{options.split}.jsonl"))
    assistant = Assistant.load()
    clean = _scores(assistant, questions, "clean")
    found: list[Drop] = []
    for variant in VARIANTS:
        found += drops(variant, clean, _scores(assistant, changed_questions(questions, variant), variant))
    text = f"# Robustness, {today()}, commit {commit()}, {options.split}\n\n{drop_table(found)}\n"
    sys.stdout.write(text + f"\n{store(f'robustness-{options.split}', text)}\n")
    return 0


def _scores(assistant: Assistant, questions: Sequence[Question], name: str) -> dict[str, dict[str, float | None]]:
    path = OUT / f"answers-{name.replace(' ', '-')}.jsonl"
    generate(assistant, questions, path, lambda _: None)
    sys.stderr.write(f"{name}: {len(questions)} questions answered\n")
    return score(questions, read_answers(path))


if __name__ == "__main__":
    raise SystemExit(main())
