"""The made-up report: always the same, in the form of the real one, free of what the parser points out."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.bench.corpus import made_up, questions, report_markdown
from fko_qa.passages import report_passages
from fko_qa.records import Report, Severity
from fko_qa.report import load_report
from fko_qa.review import review

SIZE = 64


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Report:
    path: Path = tmp_path_factory.mktemp("made") / "report.md"
    path.write_text(report_markdown(SIZE), encoding="utf-8")
    return load_report(path)


def test_the_same_size_and_seed_give_the_same_bytes() -> None:
    assert report_markdown(12, seed=3) == report_markdown(12, seed=3)
    assert report_markdown(12, seed=3) != report_markdown(12, seed=4)


def test_measures_are_shared_out_to_six_clusters() -> None:
    assert [one.number for one in made_up(8)] == ["I.1", "I.2", "II.1", "II.2", "III.1", "IV.1", "V.1", "VI.1"]


def test_the_parser_reads_what_was_made(made: Report) -> None:
    expected = made_up(SIZE)
    assert [(one.id, one.title) for one in made.measures] == [(one.number, one.title) for one in expected]
    assert [one.text for one in made.measures] == ["\n\n".join(one.paragraphs) for one in expected]
    assert {tuple(row.label for row in one.fields) for one in made.measures} == {
        ("Ziel", "Beginn/ Laufzeit", "Geplante Mittel", "Internetpräsenz", "Ressort", "Partner in der Umsetzung")
    }
    assert list(made.clusters) == ["I", "II", "III", "IV", "V", "VI"]


def test_every_value_is_understood_and_nothing_is_pointed_out(made: Report) -> None:
    assert all(one.period and one.funding and one.ministries for one in made.measures)
    assert [one.warnings for one in made.measures if one.warnings] == []
    assert [finding for finding in review(made).findings if finding.severity is Severity.ERROR] == []


def test_texts_are_no_copies(made: Report) -> None:
    texts = [passage.text for passage in report_passages(made) if passage.id.partition("/")[2].startswith("text")]
    assert len(set(texts)) == len(texts)


def test_questions_are_always_the_same_and_name_measures_that_exist() -> None:
    measures = made_up(12)
    asked = questions(measures, 16)
    assert asked == questions(measures, 16)
    assert {asked[6].removeprefix("Maßnahme "), asked[14].removeprefix("Maßnahme ")} <= {one.number for one in measures}
