"""Who may embed the app, and what every response says."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from playwright.sync_api import Browser, Frame, expect

from fko_qa.errors import SettingsError
from fko_qa.web.headers import security_headers
from tests.web.conftest import PATIENCE_MS, App, running


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


@contextmanager
def website(app: App) -> Iterator[str]:
    """The origin of a page, on this machine as browsers ask of it, that has the app in a frame."""

    class Embedding(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f"<iframe src='{app.address}'></iframe>".encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Embedding) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def framed(browser: Browser, origin: str) -> Frame:
    """What stands in the frame of this website's page."""
    page = browser.new_page()
    page.goto(origin)
    expect(page.locator("iframe")).to_be_visible(timeout=PATIENCE_MS)
    frame = page.frames[1]
    frame.wait_for_load_state()
    return frame


def test_a_foreign_page_cannot_embed_it(browser: Browser, app: App) -> None:
    with website(app) as origin:
        frame = framed(browser, origin)
        assert not frame.url.startswith(app.address)
        frame.page.close()


def test_a_named_website_embeds_it_with_one_tag(browser: Browser) -> None:
    # The website's address is known only when it runs, and the app's settings only before it does: so any port of this machine.
    for app in running(FKO_QA_EMBED_HOSTS="http://127.0.0.1:*"):
        with website(app) as origin:
            frame = framed(browser, origin)
            expect(frame.get_by_label("Ihre Frage")).to_be_visible(timeout=PATIENCE_MS)
            frame.page.close()
