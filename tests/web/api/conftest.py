"""The app with every interface on, asked over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.web.conftest import App, running, until_ready


@pytest.fixture(scope="session")
def server() -> Iterator[App]:
    """The app, ready; all tests are one client."""
    for app in running(FKO_QA_QUESTIONS_PER_MINUTE="60000", FKO_QA_METRICS="true", FKO_QA_MCP="true"):
        until_ready(app)
        yield app


@pytest.fixture
def client(server: App) -> Iterator[httpx.Client]:
    """An HTTP client of the API."""
    with httpx.Client(base_url=f"{server.address}api/v1", timeout=60) as client:
        yield client
