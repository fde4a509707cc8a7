"""The curated data in the repository: well formed, about this report, and enough of it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from fko_qa.curated import (
    COMMON_ROWS,
    ROWS,
    Curated,
    load_asked,
    load_curated,
    load_facts,
    load_key_words,
    load_sets,
    split_id,
)
from fko_qa.errors import CuratedDataError
from fko_qa.facts import measure_facts
from fko_qa.filters import describe, read_description
from fko_qa.index.build import standing_facts
from fko_qa.passages import SECTION_KEYS
from fko_qa.records import Report
from tests.fixtures import PROJECT

LANGUAGES = {"de", "en", "uk", "ru", "tr", "ar", "pl", "fr"}
STYLES = {"normal", "colloquial", "keyword", "typo", "simple", "story", "dictation"}


@pytest.fixture(scope="module")
def curated() -> Curated:
    return load_curated(PROJECT / "data")


def test_every_measure_has_forty_examples_and_four_in_each_of_seven_languages(curated: Curated, report: Report) -> None:
    german = Counter(example.owner for example in curated.examples if example.lang == "de")
    foreign = Counter((example.owner, example.lang) for example in curated.examples)
    assert [measure.id for measure in report.measures if german[measure.id] < 40] == []
    lacking = [(measure.id, lang) for measure in report.measures for lang in LANGUAGES - {"de"} if foreign[measure.id, lang] < 4]
    assert lacking == []


def test_examples_belong_to_measures_or_chapters(curated: Curated, report: Report) -> None:
    chapters = {*SECTION_KEYS, *(f"Cluster-{cluster}" for cluster in report.clusters)}
    known = {measure.id for measure in report.measures} | chapters
    assert {owner for example in curated.examples for owner in (example.owner, *example.also)} <= known


def test_every_fact_stands_in_the_report_word_for_word(curated: Curated, report: Report) -> None:
    assert [fact.id for fact in curated.facts if fact not in standing_facts(report, curated.facts)] == []


def test_facts_have_names_of_their_own(curated: Curated) -> None:
    assert [name for name, count in Counter(fact.id for fact in curated.facts).items() if count > 1] == []


def test_questions_ask_for_facts_that_exist(curated: Curated, report: Report) -> None:
    known = {fact.id for fact in curated.facts}
    rows = {f"{measure.id}/{label}" for measure in report.measures for label in ROWS}
    for questions in (curated.asked, curated.followups, curated.examples):
        assert {fact for asked in questions for fact in asked.facts} <= known | rows


def test_several_needs_are_of_measures_that_exist(curated: Curated, report: Report) -> None:
    known = {measure.id for measure in report.measures}
    assert [asked.text for asked in curated.several if not asked.owners or not known >= set(asked.owners)] == []
    assert [asked.text for asked in curated.several if len(set(asked.owners)) < len(asked.owners)] == []


def test_facts_of_one_question_are_of_one_owner(curated: Curated) -> None:
    """They are compared among those of their owner."""
    for questions in (curated.asked, curated.followups, curated.examples):
        assert [asked.text for asked in questions if len({split_id(fact)[0] for fact in asked.facts}) > 1] == []


def test_every_fact_is_asked_for(curated: Curated, report: Report) -> None:
    asked = {fact for question in curated.asked for fact in question.facts}
    assert [fact.id for fact in curated.facts if fact.id not in asked] == []
    rows = [
        f"{measure.id}/{fact.name.removeprefix('row:')}"
        for measure in report.measures
        for fact in measure_facts(measure, ())
        if fact.name.removeprefix("row:") in ("Ziel", "Geplante Mittel", "Ressort", "Internetpräsenz")
    ]
    assert [row for row in rows if row not in asked] == []


def test_set_questions_are_labelled_with_lines_that_can_be_read(curated: Curated, report: Report) -> None:
    today = date.fromisoformat(report.date)
    lines = {asked.filter for asked in curated.sets if asked.filter is not None}
    read = {line: read_description(line, today) for line in lines}
    assert [line for line, found in read.items() if found is None or describe(found) != line] == []


def test_blocks_say_what_can_be_read_and_openings_have_a_place_for_them(curated: Curated, report: Report) -> None:
    today = date.fromisoformat(report.date)
    blocks = [*curated.conditions, *curated.openings]
    lines = {block.filter for block in blocks if block.filter is not None}
    read = {line: read_description(line, today) for line in lines}
    assert [line for line, found in read.items() if found is None or describe(found) != line] == []
    assert [block.text for block in curated.conditions if "{}" in block.text or block.filter is None] == []
    assert [block.text for block in curated.openings if block.text.count("{}") != 1] == []
    assert {block.kind for block in blocks} == {"attr", "kw"}
    assert {block.lang for block in blocks} == LANGUAGES | {"de"}


def test_no_question_stands_twice_with_different_meaning(curated: Curated) -> None:
    """A negative that is an example, too, or a set that is no set, would teach nothing."""
    answered = {example.text.casefold() for example in curated.examples} | {asked.text.casefold() for asked in curated.asked}
    assert [negative.text for negative in curated.negatives if negative.text.casefold() in answered] == []
    sets = {asked.text.casefold() for asked in curated.sets if asked.filter is not None}
    assert [asked.text for asked in curated.sets if asked.filter is None and asked.text.casefold() in sets] == []


def test_languages_and_styles_are_known_ones(curated: Curated) -> None:
    everything = [*curated.examples, *curated.asked, *curated.followups, *curated.several, *curated.sets, *curated.negatives]
    assert LANGUAGES <= {one.lang for one in everything} <= LANGUAGES | {"es", "it", "ro"}
    assert {one.style for one in everything} <= STYLES


@pytest.mark.parametrize(
    ("fact_id", "parts"),
    [
        ("IV.1/Beginn/ Laufzeit", ("IV.1", "Beginn/ Laufzeit")),
        ("IV.1/ausgezahlt", ("IV.1", "ausgezahlt")),
        ("Einleitung – Cluster I: Gute/ Bildung/fehlt", ("Einleitung – Cluster I: Gute/ Bildung", "fehlt")),
    ],
)
def test_an_id_is_owner_and_label(fact_id: str, parts: tuple[str, str]) -> None:
    assert split_id(fact_id) == parts


def test_a_wrong_header_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("facts\tlang\tquestion\n", encoding="utf-8")
    with pytest.raises(CuratedDataError, match=r"hat die Spalten .* Erwartet werden"):
        load_asked(tmp_path)


def test_a_line_with_a_missing_cell_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("facts\tlang\tstyle\tquestion\nIV.1/x\tde\tnormal\n", encoding="utf-8")
    with pytest.raises(CuratedDataError, match="Zeile 2: Erwartet werden 4 gefüllte Spalten"):
        load_asked(tmp_path)


def test_a_fact_whose_value_is_not_in_its_sentence_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("owner\tslug\tkind\tvalue\tsentence\nI.1\tx\tcount\t54\tEs sind 45.\n", encoding="utf-8")
    with pytest.raises(CuratedDataError, match=r"„I\.1/x“"):
        load_facts(tmp_path)


def test_a_missing_folder_or_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CuratedDataError, match="liegen keine Dateien"):
        load_facts(tmp_path / "nowhere")
    with pytest.raises(CuratedDataError, match="ist nicht lesbar"):
        load_sets(tmp_path)


def test_every_row_has_key_words_in_every_language_and_each_stands_once(curated: Curated) -> None:
    words = curated.key_words
    rows = {*COMMON_ROWS, None}
    assert {(word.row, word.lang) for word in words} == {(row, lang) for row in rows for lang in LANGUAGES}
    assert len({(word.text, word.row, word.lang) for word in words}) == len(words)


def test_key_words_for_an_unknown_row_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "keywords.tsv"
    path.write_text("row\tlang\ttext\nBudget\tde\tetat\n", encoding="utf-8")
    with pytest.raises(CuratedDataError, match="Budget"):
        load_key_words(path)
