"""Nothing comes out of the app but its pages and interfaces, and nothing can be put into it."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from fko_qa.web.doors import is_shut
from tests.web.conftest import App


@pytest.mark.parametrize(
    "path",
    [
        "openapi.json",
        "docs",
        "redoc",
        "monitoring",
        "monitoring/summary",
        "gradio_api/openapi.json",
        "gradio_api/file=/etc/passwd",
        "gradio_api/file/etc/passwd",
        "gradio_api/file=app.py",
        "gradio_api/proxy=https://www.example.org/",
        "gradio_api/deep_link?session_hash=x",
        "gradio_api/vibe-code",
        "gradio_api/runs",
        "gradio_api/stream/x/y/z/playlist.m3u8",
        "file=/etc/passwd",
        "file/etc/passwd",
        ".git/config",
        "data/",
        "index/manifest.json",
    ],
)
def test_there_is_nothing_here(app: App, path: str) -> None:
    assert httpx.get(app.address + path).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "static/",
        "assets/",
        "svelte/",
        "static/..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
        "assets/..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
    ],
)
def test_folders_are_neither_listed_nor_left(app: App, path: str) -> None:
    response = httpx.get(app.address + path)
    assert response.status_code in (400, 403, 404)
    assert "root:" not in response.text


def test_nothing_can_be_uploaded(app: App, tmp_path: Path) -> None:
    for path in ("gradio_api/upload", "gradio_api/upload/", "gradio_api/process_recording"):
        response = httpx.post(app.address + path, files={"files": ("a.txt", b"a")})
        assert (response.status_code, response.json()) == (404, {"detail": "Not Found"})


def test_a_page_takes_no_more_than_a_question_with_its_history(app: App) -> None:
    body = b'{"data": ["' + b"x" * 172_096 + b'"]}'
    response = httpx.post(f"{app.address}gradio_api/queue/join", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/queue/join",
        "/gradio_api/queue/data",
        "/gradio_api/component_server",
        "/gradio_api/heartbeat/abc123",
        "/gradio_api/info",
        "/gradio_api/call/ask",
        "/gradio_api/call/v2/ask",
        "/gradio_api/call/ask/0123abc",
        "/ausgabe/2023-06-30/gradio_api/queue/join",
        "/config",
        "/theme.css",
        "/",
    ],
)
def test_what_the_pages_need_is_open(path: str) -> None:
    assert not is_shut(path)


@pytest.mark.parametrize(
    "path",
    [
        "/ausgabe/2023-06-30/gradio_api/upload",
        "/ausgabe/2023-06-30/openapi.json",
        "/ausgabe/2023-06-30/monitoring/summary",
        "/gradio_api/queue/join/../../upload",
        "/gradio_api/call/a/b/c",
        "/gradio_api/",
    ],
)
def test_of_further_editions_too(path: str) -> None:
    assert is_shut(path)
