"""Two processes: whichever answers, the answer is the same, since programs and addresses carry what is needed."""

from __future__ import annotations

import json

import httpx

from tests.web.api.test_rest import PERMENTI, untimed
from tests.web.conftest import App, opened

FOLLOW_UP = "Und wie lange läuft das?"


def test_a_follow_up_is_understood_by_a_process_that_never_saw_the_first_question(server: App, app: App) -> None:
    first = httpx.post(f"{server.address}api/v1/ask", json={"question": PERMENTI}, timeout=60).json()
    asked = {"question": FOLLOW_UP, "history": [first["question"]]}
    here, there = (httpx.post(f"{one.address}api/v1/ask", json=asked, timeout=60).json() for one in (server, app))
    assert untimed(here) == untimed(there)
    assert [one["id"] for one in there["measures"]] == [one["id"] for one in first["measures"]]


def test_an_address_with_a_conversation_shows_the_same_in_every_process(server: App, app: App) -> None:
    shown = [json.loads(opened(one, {"zuvor": PERMENTI, "frage": FOLLOW_UP})[len("data: ") :]) for one in (server, app)]
    (_, html, said), (_, same_html, same_said) = (event["output"]["data"] for event in shown)
    assert (html, said) == (same_html, same_said)
    assert f"Bezogen auf Ihre Frage „{PERMENTI}“." in html
