"""What gets in at all: no files, no uploads, nothing large; and what the server writes down."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import httpx
import pytest

from fko_qa.web.gate import MAX_BODY, is_open
from tests.web.asking import asked
from tests.web.conftest import App, free_port, start_app


@pytest.fixture
def client(app: App) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=app.address, timeout=60) as one:
        yield one


@pytest.mark.parametrize(
    "path",
    [
        "gradio_api/file=/etc/passwd",
        "gradio_api/file=fko_qa/settings.py",
        "gradio_api/file=%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "gradio_api%2ffile=/etc/passwd",
        "file=/etc/passwd",
        "gradio_api/proxy=http://127.0.0.1:1/",
        "gradio_api/stream/a/1/b/playlist.m3u8",
        "gradio_api/openapi.json",
        "openapi.json",
        "docs",
        "monitoring",
        "gradio_api/mcp/sse",
        "gradio_api/vibe-code/",
        "gradio_api/dev/reload",
        "gradio_api/deep_link",
        "gradio_api/upload_progress?upload_id=1",
    ],
)
def test_no_route_leads_to_files_or_other_programs(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["static/..%2f..%2f..%2fetc%2fpasswd", "assets/..%2f..%2f..%2fetc%2fpasswd", "svelte/..%2fx"])
def test_no_way_leads_out_of_the_pages_own_files(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code in (403, 404)


@pytest.mark.parametrize(
    "path", ["gradio_api/upload", "gradio_api/run/respond", "gradio_api/api/respond", "gradio_api/call/respond", "login"]
)
def test_nothing_can_be_uploaded_or_run_beside_the_pages(client: httpx.Client, path: str) -> None:
    assert client.post(path, files={"files": ("x.html", b"<script>alert(1)</script>")}).status_code == 404


def test_an_editions_routes_are_shut_too() -> None:
    assert is_open("/ausgabe/2024-06-25/gradio_api/queue/join")
    assert not is_open("/ausgabe/2024-06-25/gradio_api/upload")
    assert not is_open("/ausgabe/2024-06-25/gradio_api/queue/join/../../file=/etc/passwd")
    assert not is_open("/ausgabe/2024-06-25/openapi.json")
    assert not is_open("/gradio_api/file=a\nb")
    assert all(
        map(is_open, ("/", "/en", "/config", "/theme.css", "/static/img/logo.svg", "/assets/index.js", "/ausgabe/2024-06-25/"))
    )


def test_a_large_body_is_turned_away_however_it_comes(client: httpx.Client) -> None:
    kind = {"Content-Type": "application/json"}
    assert client.post("gradio_api/queue/join", content=b" " * (MAX_BODY + 1), headers=kind).status_code == 413
    assert client.post("gradio_api/queue/join", content=iter([b" " * 1000] * 70), headers=kind).status_code == 413
    assert (
        client.post("gradio_api/queue/join", content=b" " * MAX_BODY, headers=kind).status_code == 422
    )  # no question, but let in


def test_no_cookie_is_set_and_no_address_is_passed_on(client: httpx.Client) -> None:
    response = client.get("?frage=IV.1")
    assert "set-cookie" not in response.headers
    assert response.headers["referrer-policy"] == "no-referrer"


def started(port: int, **settings: str) -> subprocess.Popen[str]:
    process = start_app(port, **settings)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("Die Anwendung läuft")
    return process


def test_nothing_of_a_question_is_written_down_and_a_killed_server_starts_again_at_once() -> None:
    port, word = free_port(), "Meisterprämie"
    first = started(port)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}/", timeout=60) as client:
        client.get("", params={"frage": word})
        assert "IV.1" in asked(client, word)
    first.kill()
    said = "".join(first.communicate(timeout=60))
    assert said == ""
    again = started(port)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}/", timeout=60) as client:
            assert "IV.1" in asked(client, word)
    finally:
        again.terminate()
        again.communicate(timeout=60)
