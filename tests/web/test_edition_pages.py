"""Where an address with an edition leads, without a browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from fko_qa.editions import Edition, Editions
from fko_qa.index import stored_edition
from fko_qa.review import KIND_NAMES, SEVERITY_NAMES, review
from fko_qa.web.editions import EditionPages, choice
from fko_qa.web.overview import overview_html
from fko_qa.web.texts import GERMAN, starting_with
from fko_qa.web.view import page_address
from tests.fixtures import SMALL_REPORT, default_settings, real_assistant
from tests.test_editions import build

NOW, EARLIER = "2024-06-25", "2023-06-30"


def app(name: str) -> Starlette:
    """An app that says its name and the path it was asked for."""

    def told(request: Request) -> Response:
        return PlainTextResponse(f"{name} {request.url.path}")

    return Starlette(routes=[Route("/{rest:path}", told)])


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    build(tmp_path / "editions" / "frueher", EARLIER)
    return Editions(replace(default_settings(), index=build(tmp_path / "index", NOW), editions=tmp_path / "editions"))


@pytest.fixture
def built() -> list[str]:
    """The dates of the editions whose app was made."""
    return []


@pytest.fixture
def client(editions: Editions, built: list[str]) -> TestClient:
    def made(edition: Edition) -> Starlette:
        built.append(edition.date)
        return app(edition.date)

    return TestClient(EditionPages(app("default"), editions, made), follow_redirects=False)


@pytest.mark.parametrize(
    ("place", "said"),
    [("", "Diese Ausgabe des Berichts lässt sich gerade nicht öffnen."), ("en", "This edition of the report cannot be")],
)
def test_an_edition_whose_index_is_gone_is_told_until_it_is_back(
    editions: Editions, place: str, said: str, tmp_path: Path
) -> None:
    def opened(edition: Edition) -> Starlette:
        stored_edition(edition.folder)
        return app(edition.date)

    client = TestClient(EditionPages(app("default"), editions, opened))
    folder, away = tmp_path / "editions" / "frueher", tmp_path / "away"
    folder.rename(away)
    response = client.get(f"/ausgabe/{EARLIER}/{place}")
    assert (response.status_code, response.text.startswith(said)) == (503, True)
    assert str(tmp_path) not in response.text
    assert client.get("/").text == "default /"
    away.rename(folder)
    with client:
        assert client.get(f"/ausgabe/{EARLIER}/{place}").text == f"{EARLIER} /ausgabe/{EARLIER}/{place}"


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        (f"/?ausgabe={EARLIER}", f"./ausgabe/{EARLIER}/"),
        (f"/?ausgabe={EARLIER}&frage=a+b%3F&zuvor=x", f"./ausgabe/{EARLIER}/?frage=a+b%3F&zuvor=x"),
        (f"/ausgabe/{EARLIER}", f"../ausgabe/{EARLIER}/"),
        (f"/ausgabe/{EARLIER}?frage=x", f"../ausgabe/{EARLIER}/?frage=x"),
        (f"/ausgabe/{EARLIER}/?ausgabe={NOW}&frage=x", "../../?frage=x"),
        (f"/ausgabe/{NOW}/?frage=x", "../../?frage=x"),  # the default has no path of its own
        (f"/ausgabe/{NOW}", "../"),
        (f"/en?ausgabe={EARLIER}&frage=x", f"./ausgabe/{EARLIER}/en?frage=x"),
        (f"/ausgabe/{EARLIER}/en?ausgabe={NOW}&frage=x", "../../en?frage=x"),
    ],
)
def test_an_address_leads_to_its_edition(client: TestClient, address: str, leads_to: str) -> None:
    response = client.get(address)
    assert (response.status_code, response.headers["location"]) == (307, leads_to)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/", "default /"),
        ("/en", "default /en"),
        (f"/ausgabe/{EARLIER}/en?frage=x", f"{EARLIER} /ausgabe/{EARLIER}/en"),
        (f"/?ausgabe={NOW}&frage=x", "default /"),
        ("/?ausgabe=1999-01-01", "default /"),
        ("/ausgabe/1999-01-01/", "default /ausgabe/1999-01-01/"),
        ("/assets/a.js?ausgabe=2023-06-30", "default /assets/a.js"),
        (f"/ausgabe/{EARLIER}/", f"{EARLIER} /ausgabe/{EARLIER}/"),
        (f"/ausgabe/{EARLIER}/?ausgabe=1999-01-01", f"{EARLIER} /ausgabe/{EARLIER}/"),
        (f"/ausgabe/{EARLIER}/gradio_api/info", f"{EARLIER} /ausgabe/{EARLIER}/gradio_api/info"),
    ],
)
def test_everything_else_is_answered_where_it_is(client: TestClient, address: str, said: str) -> None:
    response = client.get(address)
    assert (response.status_code, response.text) == (200, said)


def test_an_edition_is_built_once_when_the_first_visitor_comes(client: TestClient, built: list[str]) -> None:
    with client:
        client.get("/")
        assert built == []
        client.get(f"/ausgabe/{EARLIER}/")
        client.get(f"/ausgabe/{EARLIER}/")
        assert built == [EARLIER]


def test_a_choice_is_offered_only_if_there_is_one(editions: Editions, tmp_path: Path) -> None:
    assert choice(editions, editions.default) == [(NOW, True), (EARLIER, False)]
    alone = Editions(replace(default_settings(), index=tmp_path / "index", editions=tmp_path / "keine"))
    assert choice(alone, alone.default) == []


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.example.org/b.pdf", "https://www.example.org/b.pdf#page=58"),
        ("", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_a_page_has_an_address_if_the_pdf_has_one(url: str, address: str) -> None:
    assert page_address(replace(SMALL_REPORT, url=url), 58) == address


def test_the_overview_lists_what_an_editor_should_look_at() -> None:
    page = overview_html(real_assistant())
    assert page.count("data-finding=") == len(review(real_assistant().report).findings) == 138
    assert "Zugangsdaten stehen offen im Bericht: „Passwort: ws“." in page


def test_the_page_names_findings_as_the_command_does() -> None:
    assert starting_with("finding_", GERMAN) == KIND_NAMES
    assert starting_with("severity_", GERMAN) == SEVERITY_NAMES
