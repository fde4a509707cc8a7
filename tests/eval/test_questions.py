"""The labelled questions as they lie in the repository, and the rule that splits them."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest

from eval.agreement import all_questions
from eval.lint import check_agreement, check_questions, check_split
from eval.questions import FOLDER, Question, ci_subset, read_questions, split_of
from eval.source import is_verbatim, measure_ids, plain
from tests.eval.making import EVIDENCE, FABRICATED, question

PARTS = {part: read_questions(FOLDER / f"{part}.jsonl") for part in ("dev", "test")}
EVERY = [one for part in PARTS.values() for one in part]


def test_the_stored_questions_are_clean() -> None:
    assert check_questions(EVERY, measure_ids()) == []
    assert check_split(PARTS) == []
    assert check_agreement(all_questions()) == []


@pytest.mark.parametrize("name", ["sets-a", "sets-b"])
def test_the_batches_of_set_questions_are_clean_and_stand_nowhere_else(name: str) -> None:
    batch = read_questions(FOLDER / f"{name}.jsonl")
    assert check_questions(batch, measure_ids()) == []
    assert {one.kind for one in batch} == {"set"}
    assert not {one.id for one in batch} & {one.id for one in EVERY}
    assert not {one.question for one in batch} & {one.question for one in EVERY if not one.history}


def test_a_round_of_writing_is_one_part() -> None:
    assert [split_of(one) for one in ("t-001", "d-001", "v-t-001", "w-f-001")] == ["dev", "dev", "test", "dev"]


def test_a_question_stands_in_one_part_only() -> None:
    assert Counter(one.id for one in EVERY).most_common(1)[0][1] == 1
    units = [{one.unit for one in part} for part in PARTS.values()]
    assert units[0] & units[1] == set()


@pytest.mark.parametrize("name", ["kind", "style", "lang"])
def test_every_value_with_more_than_one_question_is_in_both_parts(name: str) -> None:
    frequent = {value for value, count in Counter(getattr(one, name) for one in EVERY).items() if count > 1}
    assert all(frequent <= {getattr(one, name) for one in part} for part in PARTS.values())


def test_the_subset_for_ci_is_fixed_and_keeps_dialogues_whole() -> None:
    subset = ci_subset(PARTS["dev"])
    assert 120 <= len(subset) <= 124  # a dialogue has four questions at most
    assert ci_subset(list(reversed(PARTS["dev"]))) == list(reversed(subset))
    units = {one.unit for one in subset}
    assert [one for one in PARTS["dev"] if one.unit in units] == subset


def test_there_are_sixty_four_measures() -> None:
    counts = Counter(measure.split(".")[0] for measure in measure_ids())
    assert counts == {"I": 12, "II": 10, "III": 13, "IV": 11, "V": 10, "VI": 8}


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        pytest.param(EVIDENCE, True, id="as printed"),
        pytest.param("• Kreis Düren\n• Bezirksregierung Düsseldorf", True, id="list bullets ignored"),
        pytest.param("Beschäftigten in SHK- und Kälte-", True, id="without the footnote's number"),
        pytest.param("Beschäftigten in SHK4- und Kälte-", True, id="with the footnote's number"),
        pytest.param("Geplante Mittel 850.000 Euro pro Jahr", True, id="across the cells of a row"),
        pytest.param(FABRICATED, False, id="made up"),
        pytest.param("2.500 Euro können die Prämie", False, id="another order"),
        pytest.param(" ", False, id="empty"),
    ],
)
def test_quotes_are_proven_against_the_report(quote: str, expected: bool) -> None:
    assert is_verbatim(quote) is expected


def test_plain_text_keeps_hyphens_that_are_no_bullets() -> None:
    assert plain("<b>Ziel</b>\tdurch - frühere\n- Beratung\n**fett**") == "Ziel durch - frühere Beratung fett"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        pytest.param({"relevance": {"IX.1": 2}}, "q: no such measure: IX.1", id="unknown measure"),
        pytest.param({"evidence": FABRICATED}, "q: the evidence is not in the report", id="evidence"),
        pytest.param({"kind": "none"}, "q: kind none, but answered or with a gold measure", id="none"),
        pytest.param({"kind": "field"}, "q: kind field needs a value", id="field"),
        pytest.param({"kind": "text"}, "q: kind text needs a section and evidence", id="text"),
        pytest.param({"question": " "}, "q: the question is empty", id="empty"),
    ],
)
def test_lint_finds(changes: dict[str, object], problem: str) -> None:
    assert check_questions([question("q", **changes)], measure_ids()) == [problem]


def test_lint_finds_duplicates_and_misplaced_questions() -> None:
    one, two = question("a", question="Was ist QiK?"), question("a", question="was ist qik")
    assert check_questions([one, two], measure_ids()) == [
        "the id is there twice: a",
        "the question is there twice: was ist qik",
    ]
    assert check_split({"test": [one]}) == ["a: stands in test, the rule says dev"]


def test_the_schema_refuses_unknown_values() -> None:
    with pytest.raises(msgspec.ValidationError):
        question("q", kind="riddle")
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**msgspec.to_builtins(question("q")), "grade": 3}, Question)
