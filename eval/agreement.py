"""How far two independent judges agree, and what was decided where they do not.

``disagreements.jsonl`` holds every question on which they differ, with both labels, the decision and its reason; where a question
is not in it, both gave the final label. So the figures can be computed again at any time: ``python eval/agreement.py``.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import msgspec
import numpy as np

from eval.questions import FOLDER, Grade, Question, Status, read_questions
from eval.source import measure_ids

DISAGREEMENTS = FOLDER / "disagreements.jsonl"
AGREEMENT = FOLDER / "agreement.json"
PARTS = ("dev.jsonl", "test.jsonl", "removed.jsonl")


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one judge said about one question."""

    relevance: Mapping[str, Grade]
    status: Status
    value: str | None = None


class Disagreement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Both labels and the decision. ``by`` tells whether a rule or a third reading of the report decided."""

    id: str
    first: Label
    second: Label
    resolved: Label
    by: str
    reason: str


def read_disagreements(path: Path = DISAGREEMENTS) -> dict[str, Disagreement]:
    """Disagreements by question id."""
    rows = (msgspec.json.decode(line, type=Disagreement) for line in path.read_bytes().splitlines())
    return {row.id: row for row in rows}


def all_questions(folder: Path = FOLDER) -> list[Question]:
    """Every question that was ever labelled: dev, test and removed."""
    return [question for part in PARTS if (folder / part).exists() for question in read_questions(folder / part)]


def cohen_kappa(first: Sequence[object], second: Sequence[object], categories: Sequence[object], linear: bool = False) -> float:
    """Cohen's kappa: agreement beyond chance, 1 for full agreement.

    Args:
        linear: weigh a disagreement by how far apart two categories stand in the given order.

    >>> round(cohen_kappa("aabb", "aaba", "ab"), 3)
    0.5
    """
    place = {category: position for position, category in enumerate(categories)}
    table = np.zeros((len(place), len(place)))
    for pair, count in Counter(zip(first, second, strict=True)).items():
        table[place[pair[0]], place[pair[1]]] = count
    steps = np.abs(np.subtract.outer(np.arange(len(place)), np.arange(len(place))))
    penalty = steps if linear else (steps > 0)
    by_chance = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    expected = float((penalty * by_chance).sum())
    return 1.0 - float((penalty * table).sum()) / expected if expected else 1.0


def agreement(pairs: Sequence[tuple[Label, Label]], measures: Sequence[str]) -> dict[str, float | int]:
    """The figures of ``agreement.json``: relevance is compared over every pair of question and measure."""
    first, second = ([label[side].relevance.get(measure, 0) for label in pairs for measure in measures] for side in (0, 1))
    statuses = ([one.status for one, _ in pairs], [two.status for _, two in pairs])
    figures = {
        "kappa_relevance_2": cohen_kappa([grade == 2 for grade in first], [grade == 2 for grade in second], (False, True)),
        "kappa_relevance_1_or_2": cohen_kappa([grade > 0 for grade in first], [grade > 0 for grade in second], (False, True)),
        "kappa_graded": cohen_kappa(first, second, (0, 1, 2)),
        "kappa_graded_linear": cohen_kappa(first, second, (0, 1, 2), linear=True),
        "kappa_status": cohen_kappa(statuses[0], statuses[1], ("answered", "partial", "not_found")),
    }
    return {
        "questions": len(pairs),
        "judgements": len(first),
        **{name: round(value, 3) for name, value in figures.items()},
        "differ_in_relevance_2": sum(_gold(one) != _gold(two) for one, two in pairs),
        "differ_only_in_relevance_1": sum(_gold(one) == _gold(two) and one.relevance != two.relevance for one, two in pairs),
        "differ_in_status": sum(one.status != two.status for one, two in pairs),
    }


def label_pairs(questions: Sequence[Question], disagreements: Mapping[str, Disagreement]) -> list[tuple[Label, Label]]:
    """Both judges' labels of every question."""
    pairs = []
    for question in questions:
        differing = disagreements.get(question.id)
        agreed = Label(question.relevance, question.status, question.value)
        pairs.append((agreed, agreed) if differing is None else (differing.first, differing.second))
    return pairs


def _gold(label: Label) -> set[str]:
    return {measure for measure, grade in label.relevance.items() if grade == 2}


def main() -> int:
    """Compute ``agreement.json`` again."""
    disagreements = read_disagreements()
    figures = agreement(label_pairs(all_questions(), disagreements), measure_ids())
    decided = dict(sorted(Counter(row.by for row in disagreements.values()).items()))
    AGREEMENT.write_bytes(msgspec.json.format(msgspec.json.encode({**figures, "decided_by": decided})) + b"\n")
    sys.stdout.write(AGREEMENT.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
