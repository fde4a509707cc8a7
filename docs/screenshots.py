"""The pictures of the README, taken anew from the running app: ``make screenshots``."""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, expect, sync_playwright

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / "docs" / "images"
# Name → address and what has to be there before the picture is taken.
PAGES = {
    "fragen": ("", "#start summary"),
    "antwort": ("?frage=Ich+bin+Meister+geworden.+Bekomme+ich+daf%C3%BCr+Geld%3F", "#latest article"),
    "nachschlagen": ("?seite=nachschlagen&massnahme=IV.2", ".browse article h2, .browse [data-id]"),
    "ueberblick": ("?seite=ueberblick", "#overview h2"),
    "hilfe": ("?seite=hilfe", "#help h2"),
}
SIZES = {"": {"width": 1280, "height": 900}, "-telefon": {"width": 390, "height": 844}}
_COLOURS = 128  # a page has few; so a picture stays below 100 KB


def main() -> None:
    """Start the app, take every picture, stop it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    environment = {**os.environ, "FKO_QA_PORT": str(port), "FKO_QA_HOST": "127.0.0.1"}
    with subprocess.Popen([sys.executable, "app.py"], cwd=PROJECT, env=environment) as app:
        _wait_for(port)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for name, (query, wanted) in PAGES.items():
                for suffix, size in SIZES.items():
                    _take(browser, f"http://127.0.0.1:{port}/{query}", wanted, size, FOLDER / f"{name}{suffix}.png")
            browser.close()
        app.terminate()


def _wait_for(port: int) -> None:
    """Until somebody listens."""
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return


def _take(browser: Browser, address: str, wanted: str, size: dict[str, int], path: Path) -> None:
    page = browser.new_page(viewport=size, locale="de-DE", reduced_motion="reduce", color_scheme="light")  # type: ignore[arg-type]
    page.goto(address)
    expect(page.locator(wanted).first).to_be_visible(timeout=60_000)
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(500)  # fonts and layout come to rest
    with Image.open(io.BytesIO(page.screenshot())) as picture:
        picture.convert("RGB").quantize(_COLOURS).save(path, optimize=True)
    page.close()


if __name__ == "__main__":
    main()
