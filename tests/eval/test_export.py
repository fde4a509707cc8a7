"""TREC and BEIR files, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.answers import read_answers
from eval.export import ranked, write_beir, write_trec
from tests.eval.making import answer, question

QUESTIONS = [question("a", relevance={"IV.1": 2, "IV.5": 1}), question("b", relevance={"I.2": 2})]
ANSWERS = {"a": answer("a", ranking=("IV.5", "IV.1", "IV.5")), "b": answer("b")}


def test_only_questions_that_a_ranking_can_answer() -> None:
    others = [question("set", kind="set"), question("none", kind="none", relevance={"I.1": 1}, status="partial")]
    assert ranked([*QUESTIONS, *others]) == QUESTIONS


def test_trec(tmp_path: Path) -> None:
    write_trec(tmp_path, QUESTIONS, ANSWERS)
    assert (tmp_path / "qrels.txt").read_text() == "a 0 IV.1 2\na 0 IV.5 1\nb 0 I.2 2\n"
    assert (tmp_path / "run.txt").read_text() == "a Q0 IV.5 1 -1 fko-qa\na Q0 IV.1 2 -2 fko-qa\n"


def test_beir(tmp_path: Path) -> None:
    write_beir(tmp_path, QUESTIONS, {"IV.1": ("Meisterprämie", "Text")}, "test")
    assert (tmp_path / "qrels" / "test.tsv").read_text() == "query-id\tcorpus-id\tscore\na\tIV.1\t2\na\tIV.5\t1\nb\tI.2\t2\n"
    assert (tmp_path / "queries.jsonl").read_text() == '{"_id":"a","text":"Frage a"}\n{"_id":"b","text":"Frage b"}\n'
    assert (tmp_path / "corpus.jsonl").read_text() == '{"_id":"IV.1","title":"Meisterprämie","text":"Text"}\n'


def test_an_answer_file_may_hold_more_than_is_scored_but_no_id_twice(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    line = '{"id": "a", "status": "answered", "measures": [{"id": "IV.1", "score": 0.9, "title": "x"}], "notes": []}\n'
    path.write_text(line, encoding="utf-8")
    assert read_answers(path)["a"].shown == ("IV.1",)
    path.write_text(line * 2, encoding="utf-8")
    with pytest.raises(ValueError, match="line 2: the id a is there twice"):
        read_answers(path)
