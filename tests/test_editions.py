"""Editions side by side: found by their folders, named by their dates, loaded when they are asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fko_qa.assistant import Assistant
from fko_qa.editions import Edition, Editions
from fko_qa.errors import IndexDamagedError, IndexMissingError
from fko_qa.index import build_index, stored_edition
from fko_qa.settings import Settings
from tests.fixtures import INDEX, SMALL_REPORT, LetterEncoder, default_settings, real_encoder

TITLE = "Fortschrittsbericht zur Umsetzung der Fachkräfteoffensive NRW"


def build(folder: Path, date: str, url: str = "", title: str = "Kleiner Bericht") -> Path:
    """A small index that the default model's fingerprint opens, made without the model."""
    report = replace(SMALL_REPORT, date=date, url=url, title=title)
    build_index(report, b"", LetterEncoder(real_encoder().fingerprint), "multilingual-e5-small", folder)
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The small edition of 2024 as the default, and a folder with those of 2022 and 2023."""
    build(tmp_path / "editions" / "b", "2023-06-30", "https://www.example.org/2023.pdf")
    build(tmp_path / "editions" / "a", "2022-06-30")
    (tmp_path / "editions" / "notizen").mkdir()
    index = build(tmp_path / "index", "2024-06-25")
    return replace(default_settings(), index=index, editions=tmp_path / "editions")


def test_an_index_tells_its_edition_without_being_loaded() -> None:
    assert stored_edition(INDEX) == (TITLE, "2024-06-25")


def test_editions_are_found_newest_first(settings: Settings, tmp_path: Path) -> None:
    editions = Editions(settings)
    assert editions.all() == (
        Edition("2024-06-25", "Kleiner Bericht", tmp_path / "index"),
        Edition("2023-06-30", "Kleiner Bericht", tmp_path / "editions" / "b"),
        Edition("2022-06-30", "Kleiner Bericht", tmp_path / "editions" / "a"),
    )
    assert editions.default == editions.all()[0]
    assert editions.find("2022-06-30") == editions.all()[2]
    assert (editions.find("2021-06-30"), editions.find(""), editions.find(None)) == (None, None, None)


def test_without_the_folder_there_is_one(settings: Settings, tmp_path: Path) -> None:
    assert len(Editions(replace(settings, editions=tmp_path / "keine")).all()) == 1


def test_of_two_with_one_date_the_default_counts_then_the_first_folder(settings: Settings, tmp_path: Path) -> None:
    build(tmp_path / "editions" / "c", "2024-06-25", title="Anderer")
    build(tmp_path / "editions" / "d", "2023-06-30", title="Anderer")
    assert [edition.title for edition in Editions(settings).all()] == ["Kleiner Bericht"] * 3


def test_an_index_is_loaded_once_and_at_its_first_use(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    load = Assistant.load.__func__  # type: ignore[attr-defined]

    def counted(cls: type[Assistant], index: Path, *arguments: object) -> Assistant:
        loaded.append(index.name)
        result: Assistant = load(cls, index, *arguments)
        return result

    monkeypatch.setattr(Assistant, "load", classmethod(counted))
    editions = Editions(settings)
    assert loaded == []
    earlier = editions.all()[1]
    assert editions.assistant(earlier).report.date == "2023-06-30"
    assert editions.assistant(earlier) is editions.assistant(earlier)
    assert loaded == ["b"]


def test_each_edition_has_its_own_address(settings: Settings) -> None:
    editions = Editions(replace(settings, report_url="https://www.example.org/neu.pdf"))
    urls = {edition.date: editions.assistant(edition).report.url for edition in editions.all()}
    assert urls == {
        "2024-06-25": "https://www.example.org/neu.pdf",  # the setting is about the default, which has none
        "2023-06-30": "https://www.example.org/2023.pdf",  # stored when it was built
        "2022-06-30": "",
    }
    built = Editions(replace(settings, index=settings.editions / "b", report_url="https://www.example.org/neu.pdf"))
    assert built.assistant(built.default).report.url == "https://www.example.org/2023.pdf"


def test_a_folder_that_is_damaged_is_told(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "editions" / "a" / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(IndexDamagedError, match="ist nicht lesbar"):
        Editions(settings)
    with pytest.raises(IndexMissingError):
        Editions(replace(settings, index=tmp_path / "keiner"))
