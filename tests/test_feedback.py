"""Opinions: what is kept, for how long, what is never kept, and what comes out."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fko_qa.errors import FeedbackError
from fko_qa.feedback import MAX_COMMENT, FeedbackStore, Opinion, opinions_csv
from tests.crash import run_driver
from tests.fixtures import PROJECT

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


def test_a_full_disk_is_told_and_loses_nothing_that_was_confirmed(path: Path, tmp_path: Path) -> None:
    told = run_driver("tests.crash_output", "feedback", tmp_path)
    assert "lässt sich nicht nutzen" in told["message"]
    kept = [one.comment.partition(" ")[0] for one in FeedbackStore(tmp_path / "feedback.sqlite", 30).opinions(TODAY)]
    assert kept == [*map(str, range(told["confirmed"])), "danach"]


WRITER = """
import itertools, sys
from datetime import date
from pathlib import Path
from fko_qa.feedback import FeedbackStore
store = FeedbackStore(Path(sys.argv[1]), 30)
for number in itertools.count():
    store.add(True, "answered", [], str(number), date(2026, 11, 26))
    print(number, flush=True)
"""


@pytest.mark.parametrize("after", [1, 7, 20])
def test_a_kill_while_writing_loses_nothing_that_was_confirmed(path: Path, after: int) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=PROJECT, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    for _ in range(after):
        writer.stdout.readline()
    writer.kill()
    confirmed = after + len(writer.stdout.read().split())  # what it said before it died
    writer.stdout.close()
    writer.wait()
    kept = [int(one.comment) for one in FeedbackStore(path, 30).opinions(TODAY)]
    assert kept in (list(range(confirmed)), list(range(confirmed + 1)))  # one may have been written and not yet confirmed
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_store_that_another_process_holds_is_told_and_works_again_afterwards(path: Path) -> None:
    store = FeedbackStore(path, 30)
    store.add(True, "answered", [], "vorher", TODAY)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(FeedbackError, match=r"lässt sich nicht nutzen .*locked"):
            store.add(True, "answered", [], "währenddessen", TODAY)
        other.execute("ROLLBACK")
    store.add(True, "answered", [], "nachher", TODAY)
    assert [one.comment for one in store.opinions(TODAY)] == ["vorher", "nachher"]


def test_a_clock_that_runs_back_removes_nothing_and_one_put_right_again_keeps_to_the_days(path: Path) -> None:
    store = FeedbackStore(path, 30)
    store.add(True, "answered", [], "heute", TODAY)
    store.add(True, "answered", [], "falsche Uhr", date(1970, 1, 1))
    assert [one.comment for one in store.opinions(date(1970, 1, 1))] == ["heute", "falsche Uhr"]
    assert [one.comment for one in store.opinions(TODAY)] == ["heute"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), junk=st.binary(min_size=1, max_size=40))
def test_a_damaged_store_gives_opinions_or_is_told(tmp_path: Path, at: float, junk: bytes) -> None:
    file = tmp_path / "feedback.sqlite"
    file.unlink(missing_ok=True)
    store = FeedbackStore(file, 30)
    store.add(True, "answered", ["I.1"], "Gut", TODAY)
    data = file.read_bytes()
    place = int(at * len(data))
    file.write_bytes(data[:place] + junk + data[place + len(junk) :])
    with contextlib.suppress(FeedbackError):
        opinions_csv(store.opinions(TODAY))


def test_the_export_has_a_heading_and_no_formulas() -> None:
    text = opinions_csv(
        [Opinion("2026-11-26", True, "answered", "I.1", "=HYPERLINK(1)"), Opinion("2026-11-26", False, "x", "", 'a;"b"')]
    )
    assert text == (
        'day;helpful;status;measures;comment\n2026-11-26;True;answered;I.1;\'=HYPERLINK(1)\n2026-11-26;False;x;;"a;""b"""\n'
    )
