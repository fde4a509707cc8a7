"""Questions, labels and rankings in the formats of other tools: ``python eval/export.py FOLDER [--answers FILE]``.

``FOLDER/trec`` gets ``qrels.txt`` and, with answers, ``run.txt``; ``FOLDER/beir`` gets ``corpus.jsonl``, ``queries.jsonl`` and
``qrels/<split>.tsv``. Only questions that a ranking can answer are exported.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from eval.answers import Answer, read_answers
from eval.questions import FOLDER, Question, read_questions, write_jsonl
from eval.scoring import RANKED_KINDS
from fko_qa import Assistant


def ranked(questions: Iterable[Question]) -> list[Question]:
    """The questions that a ranking can answer."""
    return [question for question in questions if question.kind in RANKED_KINDS and question.gold]


def trec_qrels(questions: Iterable[Question]) -> str:
    """``question 0 measure grade`` a line."""
    return _lines(f"{question.id} 0 {measure} {grade}" for question in questions for measure, grade in question.relevance.items())


def trec_run(questions: Iterable[Question], answers: Mapping[str, Answer], tag: str = "fko-qa") -> str:
    """``question Q0 measure rank score tag`` a line; ranks from 1, the score falls by one a rank."""
    return _lines(
        f"{question.id} Q0 {measure} {rank} {-rank} {tag}"
        for question in questions
        for rank, measure in enumerate(dict.fromkeys(answers[question.id].ranking), start=1)
    )


def beir_qrels(questions: Iterable[Question]) -> str:
    """BEIR's table of labels, with its head."""
    rows = (f"{question.id}\t{measure}\t{grade}" for question in questions for measure, grade in question.relevance.items())
    return _lines(["query-id\tcorpus-id\tscore", *rows])


def write_trec(folder: Path, questions: Sequence[Question], answers: Mapping[str, Answer] | None) -> None:
    """The TREC files; no run without answers."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "qrels.txt").write_text(trec_qrels(questions), encoding="utf-8")
    if answers is not None:
        (folder / "run.txt").write_text(trec_run(questions, answers), encoding="utf-8")


def write_beir(folder: Path, questions: Sequence[Question], corpus: Mapping[str, tuple[str, str]], split: str) -> None:
    """The BEIR layout. ``corpus``: title and text by measure id."""
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    (folder / "qrels" / f"{split}.tsv").write_text(beir_qrels(questions), encoding="utf-8")
    write_jsonl(folder / "queries.jsonl", ({"_id": question.id, "text": question.question} for question in questions))
    write_jsonl(folder / "corpus.jsonl", ({"_id": key, "title": title, "text": text} for key, (title, text) in corpus.items()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both layouts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--answers", type=Path, help="answer objects whose rankings become the run")
    options = parser.parse_args(arguments)
    questions = ranked(read_questions(FOLDER / f"{options.split}.jsonl"))
    answers = None if options.answers is None else read_answers(options.answers)
    corpus = {measure.id: (measure.title, measure.verbatim) for measure in Assistant.load().report.measures}
    write_trec(options.folder / "trec", questions, answers)
    write_beir(options.folder / "beir", questions, corpus, options.split)
    sys.stdout.write(f"{len(questions)} questions, {len(corpus)} measures: {options.folder}\n")
    return 0


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    raise SystemExit(main())
