"""Who may embed the app, and what every response says."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser, expect

from fko_qa.errors import SettingsError
from fko_qa.web.headers import security_headers
from tests.web.conftest import PATIENCE_MS, App


def test_only_the_app_itself_may_frame_it_by_default() -> None:
    assert security_headers("")["Content-Security-Policy"].endswith("frame-ancestors 'self'")


def test_named_websites_may_frame_it() -> None:
    policy = security_headers("https://www.mags.nrw  http://127.0.0.1:8000")["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors 'self' https://www.mags.nrw http://127.0.0.1:8000")


@pytest.mark.parametrize("hosts", ["www.mags.nrw", "https://a.example/path", "'unsafe'", "https://a.example; script-src *", "*"])
def test_anything_else_is_told(hosts: str) -> None:
    with pytest.raises(SettingsError, match="ist keine Adresse einer Website"):
        security_headers(hosts)


@pytest.mark.parametrize("path", ["", "config", "nowhere", "gradio_api/info"])
def test_every_response_has_the_headers(app: App, path: str) -> None:
    headers = httpx.get(app.address + path).headers
    assert {name: headers[name] for name in security_headers("")} == security_headers("")


def test_a_foreign_page_cannot_embed_it(browser: Browser, app: App) -> None:
    page = browser.new_page()
    body = f"<iframe src='{app.address}'></iframe>"
    page.route("http://other.example/", lambda route: route.fulfill(content_type="text/html", body=body))
    page.goto("http://other.example/")
    expect(page.locator("iframe")).to_be_visible(timeout=PATIENCE_MS)
    framed = page.frames[1]
    framed.wait_for_load_state()
    assert not framed.url.startswith(app.address)
    page.close()
