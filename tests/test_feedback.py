"""Opinions: what is kept, for how long, what is never kept, and what comes out."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from fko_qa.errors import FeedbackError
from fko_qa.feedback import MAX_COMMENT, FeedbackStore, Opinion, opinions_csv

TODAY = date(2026, 11, 26)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "feedback.sqlite"


def test_nothing_is_written_before_somebody_has_an_opinion(path: Path) -> None:
    assert FeedbackStore(path, 30).opinions(TODAY) == []
    assert not path.parent.exists()


def test_an_opinion_is_kept_and_read_again(path: Path) -> None:
    FeedbackStore(path, 30).add(True, "answered", ["I.1", "IV.2"], "  Gut\nso. ", TODAY)
    assert FeedbackStore(path, 30).opinions(TODAY) == [Opinion("2026-11-26", True, "answered", "I.1 IV.2", "Gut so.")]


def test_there_is_no_place_for_a_question_a_name_an_address_or_a_time(path: Path) -> None:
    FeedbackStore(path, 30).add(False, "not_found", [], "", TODAY)
    with sqlite3.connect(path) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(opinion)")]
    assert columns == ["day", "helpful", "status", "measures", "comment"] == [field.name for field in fields(Opinion)]


def test_old_opinions_go_when_others_come_or_are_read(path: Path) -> None:
    store = FeedbackStore(path, 30)
    store.add(True, "answered", [], "alt", date(2026, 10, 26))
    store.add(True, "answered", [], "gerade noch", date(2026, 10, 27))
    assert [one.comment for one in store.opinions(TODAY)] == ["gerade noch"]
    assert b"alt" not in path.read_bytes()


def test_a_long_comment_is_cut(path: Path) -> None:
    store = FeedbackStore(path, 30)
    store.add(True, "answered", [], "x" * 600, TODAY)
    assert store.opinions(TODAY)[0].comment == "x" * MAX_COMMENT


def test_many_at_once_lose_nothing(path: Path) -> None:
    store = FeedbackStore(path, 30)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: store.add(True, "answered", [], str(number), TODAY), range(40)))
    assert sorted(int(one.comment) for one in store.opinions(TODAY)) == list(range(40))


def test_a_file_that_is_no_store_is_told_and_stays(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("kein SQLite, sondern etwas anderes, das lang genug ist" * 20, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(FeedbackError, match="lässt sich nicht nutzen"):
        FeedbackStore(path, 30).add(True, "answered", [], "", TODAY)
    assert path.read_bytes() == before


def test_the_export_has_a_heading_and_no_formulas() -> None:
    text = opinions_csv(
        [Opinion("2026-11-26", True, "answered", "I.1", "=HYPERLINK(1)"), Opinion("2026-11-26", False, "x", "", 'a;"b"')]
    )
    assert text == (
        'day;helpful;status;measures;comment\n2026-11-26;True;answered;I.1;\'=HYPERLINK(1)\n2026-11-26;False;x;;"a;""b"""\n'
    )
