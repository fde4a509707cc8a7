"""Check the labelled questions: ``python eval/lint.py``. 0: clean, 1: something is wrong.

``--fix`` moves test questions that are too close to an example question to ``removed.jsonl``: a question that the index holds
nearly word for word would measure memory, not search.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import msgspec

from eval.agreement import AGREEMENT, agreement, all_questions, label_pairs, read_disagreements
from eval.files import ROOT
from eval.nearness import NearPair, near_embeddings, near_ngrams, normal_form
from eval.questions import FOLDER, Question, read_questions, split_of, write_jsonl
from eval.source import is_verbatim, measure_ids
from eval.values import SEPARATOR
from fko_qa.curated import load_curated
from fko_qa.facts import NOT_STATED
from fko_qa.passages import report_passages
from fko_qa.report import load_report
from fko_qa.settings import load_settings
from fko_qa.training.samples import samples

# Written questions that the index or the refusal learns from; their TSV files have a column "question".
EXAMPLES = tuple(ROOT / "data" / kind for kind in ("examples", "asked", "followups", "several", "sets", "negatives"))
# The set questions that the rules were written with: the question is the first column, and there is no header.
RULES = ROOT / "tests" / "data" / "set_questions.tsv"


def check_questions(questions: Sequence[Question], measures: Iterable[str]) -> list[str]:
    """What is wrong with the questions themselves, one line each."""
    known = set(measures)
    problems = [*_repeated((question.id for question in questions), "id")]
    problems += _repeated((" / ".join((*q.history, normal_form(q.question))) for q in questions), "question")
    for question in questions:
        problems += [f"{question.id}: {problem}" for problem in _problems(question, known)]
    return problems


def check_split(parts: Mapping[str, Sequence[Question]]) -> list[str]:
    """Questions that stand in another part than the rule says."""
    return [
        f"{question.id}: stands in {part}, the rule says {split_of(question.id)}"
        for part, questions in parts.items()
        for question in questions
        if split_of(question.id) != part
    ]


def check_agreement(questions: Sequence[Question]) -> list[str]:
    """Whether final labels are the decided ones and the stored agreement is what the labels give."""
    disagreements = read_disagreements()
    problems = []
    for question in questions:
        decided = disagreements.get(question.id)
        final = (dict(question.relevance), question.status, question.value)
        if decided and final != (dict(decided.resolved.relevance), decided.resolved.status, decided.resolved.value):
            problems.append(f"{question.id}: the label is not the one decided in disagreements.jsonl")
    stored: dict[str, Any] = msgspec.json.decode(AGREEMENT.read_bytes())
    computed = agreement(label_pairs(questions, disagreements), measure_ids())
    if {name: stored.get(name) for name in computed} != computed:
        problems.append("agreement.json is out of date: run eval/agreement.py")
    return problems


def read_examples(folders: Sequence[Path] = EXAMPLES) -> list[str]:
    """The example questions: the column ``question`` of the folders' TSV files."""
    found = []
    for path in sorted(path for folder in folders for path in folder.glob("*.tsv")):
        head, *lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
        column = head.index("question")
        found += [cells[column] for cells in lines if len(cells) > column and cells[column].strip()]
    return found


def composed() -> list[str]:
    """What training puts together (two needs, two facts, key words, sets) or writes with slips, out of what people wrote."""
    settings = load_settings()
    curated, report = load_curated(settings.data), load_report(settings.report)
    parts = (curated.examples, curated.asked, curated.followups, curated.several, curated.sets, curated.negatives)
    written = {question.text for part in parts for question in part}
    return [sample.text for sample in samples(curated, report, report_passages(report)) if sample.text not in written]


def fix(near: Sequence[NearPair], folder: Path = FOLDER) -> list[str]:
    """Move the near test questions to ``removed.jsonl``; returns their ids. The rest of a dialogue stays."""
    offenders = {pair.question.id for pair in near}
    test, removed = read_questions(folder / "test.jsonl"), folder / "removed.jsonl"
    earlier = read_questions(removed) if removed.exists() else []
    write_jsonl(removed, [*earlier, *(question for question in test if question.id in offenders)])
    write_jsonl(folder / "test.jsonl", [question for question in test if question.id not in offenders])
    return sorted(offenders)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is wrong; 0 if nothing is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fix", action="store_true", help="move near-duplicates of examples from the test set to removed.jsonl")
    parser.add_argument("--no-embeddings", action="store_true", help="compare spelling only, without the model")
    options = parser.parse_args(arguments)
    parts = {part: read_questions(FOLDER / f"{part}.jsonl") for part in ("dev", "test")}
    questions = [question for part in parts.values() for question in part]
    problems = [*check_questions(questions, measure_ids()), *check_split(parts), *check_agreement(all_questions())]
    # What the system was tuned on counts as seen, too.
    rules = [line.partition("\t")[0] for line in RULES.read_text(encoding="utf-8").splitlines()]
    examples = [*read_examples(), *composed(), *rules, *(question.question for question in parts["dev"])]
    near = near_ngrams(parts["test"], examples)
    if not options.no_embeddings and examples:
        near += near_embeddings(parts["test"], examples)
    if options.fix:
        sys.stdout.write(f"moved to removed.jsonl: {', '.join(fix(near)) or 'none'}\n")
    else:
        problems += [str(pair) for pair in near]
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))
    sys.stdout.write(f"{len(questions)} questions, {len(examples)} examples, {len(problems)} problems\n")
    return 1 if problems else 0


def _problems(question: Question, known: set[str]) -> Iterable[str]:
    if unknown := sorted(set(question.relevance) - known):
        yield f"no such measure: {', '.join(unknown)}"
    if not question.question.strip():
        yield "the question is empty"
    if question.evidence is not None and not is_verbatim(question.evidence):
        yield "the evidence is not in the report"
    if question.value in question.variants or len(set(question.variants)) < len(question.variants):
        yield "a variant stands twice, or is the value"
    if question.variants and question.value is None:
        yield "variants without a value"
    if strange := [variant for variant in question.variants if not _is_printed(variant)]:
        yield f"a variant is not in the report: {strange[0]}"
    if question.kind == "none" and (question.answerable or question.gold):
        yield "kind none, but answered or with a gold measure"
    if question.kind == "text" and (question.section is None or question.evidence is None):
        yield "kind text needs a section and evidence"
    if question.kind == "field" and question.value is None:
        yield "kind field needs a value"


def _is_printed(variant: str) -> bool:
    """Whether each part stands in the report; "keine Angabe" is what people read for a dash."""
    parts = [part.strip() for part in variant.split(SEPARATOR)]
    return all(part == NOT_STATED or is_verbatim(part) for part in parts)


def _repeated(values: Iterable[str], what: str) -> Iterable[str]:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            yield f"the {what} is there twice: {value}"
        seen.add(value)


if __name__ == "__main__":
    raise SystemExit(main())
