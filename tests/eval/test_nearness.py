"""Near-duplicates of example questions, and their removal from the test set."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.lint import composed, fix, read_examples
from eval.nearness import near_ngrams, normal_form
from eval.questions import FOLDER, read_questions, write_jsonl
from tests.eval.making import question


def test_the_same_words_with_other_punctuation_are_near() -> None:
    near = near_ngrams([question("q", question="Was ist QiK?")], ["Ganz etwas anderes", "was ist qik"])
    assert [(pair.question.id, pair.example, pair.by) for pair in near] == [("q", "was ist qik", "n-gram")]
    assert near[0].cosine == pytest.approx(1)


def test_cosine_of_ngrams_by_hand() -> None:
    # " ab ": " ab", "ab ", " ab "; " abc ": " ab", "abc", "bc ", " abc", "abc ". One in common: 1 / sqrt(3 · 5).
    near = near_ngrams([question("q", question="ab")], ["abc"], limit=0.1)
    assert near[0].cosine == pytest.approx(1 / 15**0.5)
    assert near_ngrams([question("q", question="ab")], ["abc"]) == []


def test_nothing_to_compare() -> None:
    assert near_ngrams([], ["x"]) == []
    assert near_ngrams([question("q")], []) == []


def test_examples_are_read_from_their_column(tmp_path: Path) -> None:
    (tmp_path / "I.tsv").write_text("measure\tlang\tquestion\nI.1\tde\tWie geht das?\nI.2\tde\t \n", encoding="utf-8")
    assert read_examples([tmp_path, tmp_path / "missing"]) == ["Wie geht das?"]


def test_fix_moves_offenders_to_the_removed_questions(tmp_path: Path) -> None:
    keep, near = question("keep", question="Etwas Eigenes"), question("near", question="Was ist QiK?")
    write_jsonl(tmp_path / "test.jsonl", [keep, near])
    assert fix(near_ngrams([keep, near], ["was ist qik"]), tmp_path) == ["near"]
    assert read_questions(tmp_path / "test.jsonl") == [keep]
    assert read_questions(tmp_path / "removed.jsonl") == [near]


def test_no_test_question_is_learned_from() -> None:
    """Copies only, since comparing everything takes minutes: ``eval/lint.py`` does that before each ``make eval``."""
    learned = {normal_form(text) for text in [*read_examples(), *composed()]}
    assert len(learned) > 20_000
    assert [one.id for one in read_questions(FOLDER / "test.jsonl") if normal_form(one.question) in learned] == []
