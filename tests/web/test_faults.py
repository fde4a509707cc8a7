"""What the running app does when its files are changed, gone or no good under it. The names in the cache do not matter here."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.helpers import finished, start
from tests.crash_build import build
from tests.fixtures import INDEX, default_settings, real_encoder
from tests.web.conftest import App, opened, running

TOPIC = "Zuschuss für angehende Meister"  # no number, no name: needs the model


def asked(app: App, question: str) -> str:
    return opened(app, {"frage": question})


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """The model's cache under another name; its files are the same on the disk."""
    real_encoder().encode_queries(["da"])
    return Path(shutil.copytree(default_settings().cache, tmp_path / "cache", copy_function=os.link))


def test_the_app_answers_on_when_its_index_is_built_anew_and_then_everything_is_gone(cache: Path, tmp_path: Path) -> None:
    index = Path(shutil.copytree(INDEX, tmp_path / "index"))
    for app in running(FKO_QA_INDEX=str(index), FKO_QA_CACHE=str(cache)):
        assert "Meisterprämie NRW" in asked(app, TOPIC)
        build("Neu", index)
        assert "Meisterprämie NRW" in asked(app, TOPIC)
        shutil.rmtree(index)
        shutil.rmtree(cache)
        assert "Meisterprämie NRW" in asked(app, TOPIC)


def test_an_app_without_its_model_says_so_and_still_looks_numbers_up(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("kein Ordner")
    for app in running(FKO_QA_CACHE=str(tmp_path / "cache")):
        shown = asked(app, TOPIC)
        assert "Das hat leider nicht geklappt." in shown
        assert str(tmp_path) not in shown
        assert "Meisterprämie NRW" in asked(app, "IV.1")


def test_a_cache_full_of_garbage_gives_the_right_answer_or_one_sentence(cache: Path) -> None:
    for path in [path for path in cache.rglob("*") if path.is_file()]:
        path.unlink()
        path.write_bytes(b"M\xfcll" * 100)
    outcome = finished(start("ask", "laufzeit talentscouting", environment={"FKO_QA_CACHE": str(cache)}))
    if outcome.code == 0:
        assert "„seit 2011, Ausweitung des Programms ab 2024“" in outcome.out
    else:
        assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
        assert outcome.err.startswith("Fehler: Das Sprachmodell")
