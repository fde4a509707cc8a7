"""How much one client may ask: the bucket with a clock of its own, who a client is, and what people see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, expect

from fko_qa.errors import SettingsError
from fko_qa.web.limits import RateLimit, client_of, proxies, put_off
from fko_qa.web.texts import GERMAN, texts
from tests.web.conftest import PATIENCE_MS, App, opened, running, visit


@dataclass
class Clock:
    """Seconds that pass when they are told to."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_full_bucket_is_spent_at_once_and_refills_evenly() -> None:
    clock = Clock()
    limit = RateLimit(6, clock)  # one in 10 s
    assert [limit.wait("a") for _ in range(7)] == [0, 0, 0, 0, 0, 0, 10]
    clock.now += 4
    assert limit.wait("a") == 6
    clock.now += 6
    assert [limit.wait("a"), limit.wait("a")] == [0, 10]
    clock.now += 25  # two and a half
    assert [limit.wait("a"), limit.wait("a"), limit.wait("a")] == [0, 0, 5]
    clock.now += 3600  # no more than six fit in
    assert [limit.wait("a") for _ in range(7)] == [0, 0, 0, 0, 0, 0, 10]


def test_a_refusal_takes_nothing() -> None:
    clock = Clock()
    limit = RateLimit(6, clock)
    assert limit.wait("a", 5) == 0
    assert limit.wait("a", 3) == 20  # one left, two missing
    assert limit.wait("a", 1) == 0


def test_a_cost_beyond_the_bucket_is_a_full_one() -> None:
    clock = Clock()
    limit = RateLimit(2, clock)
    assert [limit.wait("a", 6), limit.wait("a", 6)] == [0, 60]
    clock.now += 60
    assert limit.wait("a", 6) == 0


def test_each_client_has_its_own_bucket() -> None:
    limit = RateLimit(1, Clock())
    assert [limit.wait("a"), limit.wait("a"), limit.wait("b")] == [0, 60, 0]


def test_no_limit_remembers_nobody() -> None:
    limit = RateLimit(0, Clock())
    assert [limit.wait("a") for _ in range(1000)] == [0] * 1000
    assert len(limit) == 0


def test_so_many_clients_are_remembered_and_who_has_not_asked_for_longest_is_forgotten() -> None:
    limit = RateLimit(1, Clock(), most=2)
    assert [limit.wait("a"), limit.wait("b"), limit.wait("a")] == [0, 0, 60]
    assert limit.wait("c") == 0  # b goes, a was here last
    assert len(limit) == 2
    assert [limit.wait("a"), limit.wait("b")] == [60, 0]


@pytest.mark.parametrize(
    ("host", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("nonsense" * 100, ("nonsense" * 100)[:64]),
        (None, ""),
    ],
)
def test_a_client_is_its_address_or_its_network(host: str | None, client: str) -> None:
    request: Any = SimpleNamespace(client=SimpleNamespace(host=host))
    assert client_of(request) == client


def test_a_request_without_a_client_is_one_client() -> None:
    request: Any = SimpleNamespace(client=None)
    assert client_of(request) == client_of(None) == ""


def test_proxies_are_addresses_and_networks() -> None:
    assert proxies(" 127.0.0.1  10.0.0.0/8 ::1") == ["127.0.0.1", "10.0.0.0/8", "::1"]
    assert proxies("") == []
    for wrong in ("*", "localhost", "10.0.0.1/8", "10.0.0.0/33"):
        with pytest.raises(SettingsError, match="ist keine IP-Adresse und kein Netz"):
            proxies(wrong)


@pytest.fixture(scope="module")
def strict_app() -> Iterator[App]:
    """One question a minute; a proxy on this machine is trusted."""
    yield from running(FKO_QA_QUESTIONS_PER_MINUTE="1", FKO_QA_TRUSTED_PROXIES="127.0.0.1")


def test_one_second_is_said_as_one() -> None:
    assert "in einer Sekunde" in put_off(1, texts(GERMAN))
    assert "in 2 Sekunden" in put_off(2, texts(GERMAN))


def test_who_asks_too_much_is_told_and_can_go_on(browser: Browser, strict_app: App) -> None:
    for language, label, said in (
        ("de", "Ihre Frage", "Das waren sehr viele Fragen in kurzer Zeit. Bitte versuchen Sie es in"),
        ("en", "Your question", "These were very many questions in a short time. Please try again in"),
    ):
        context = browser.new_context(extra_http_headers={"X-Forwarded-For": f"192.0.2.{len(label)}"})
        one = visit(context, f"{strict_app.address}?sprache={language}")
        box = one.page.get_by_label(label)
        box.fill("IV.1")
        box.press("Enter")
        expect(one.cards.first).to_contain_text("Meisterprämie NRW", timeout=PATIENCE_MS)
        box.fill("IV.2")
        box.press("Enter")
        expect(one.latest.locator(".direct")).to_contain_text(said, timeout=PATIENCE_MS)
        expect(one.page.get_by_role("status").filter(has_text=said)).to_have_count(1)
        expect(box).to_have_value("IV.2")
        expect(one.page.locator("body.busy")).to_have_count(0)
        assert one.latest.locator(".direct p").get_attribute("lang") == language
        assert one.barriers() == []
        # Typing goes on, and finds by words.
        one.page.get_by_role("tab").nth(1).click()
        search = one.page.get_by_role("searchbox")
        for text in ("Meis", "Meist", "Meister", "Meisterpr"):
            search.fill(text)
        expect(one.page.locator("#browse [role=status]")).to_contain_text("1 v" if language == "de" else "1 of")
        search.fill("Spitzensteuersatz in Frankreich")
        expect(one.page.locator(".nothing .advice")).to_contain_text(said, timeout=PATIENCE_MS)
        context.close()
        assert one.troubles == []


def refused(where: App, forwarded: str) -> bool:
    """Whether opening an answer is refused to a client that says so of itself."""
    return "kurzer Zeit" in opened(where, {"frage": "IV.1"}, {"X-Forwarded-For": forwarded})


def test_programs_and_pages_share_the_limit(strict_app: App) -> None:
    headers = {"X-Forwarded-For": "198.51.100.77"}
    with httpx.Client(base_url=strict_app.address, headers=headers, timeout=60) as client:
        assert client.post("api/v1/ask", json={"question": "IV.1"}).status_code == 200
        response = client.post("api/v1/ask", json={"question": "IV.2"})
        seconds = response.headers["Retry-After"]
        said = f"Das waren sehr viele Fragen in kurzer Zeit. Bitte versuchen Sie es in {seconds} Sekunden noch einmal."
        assert (response.status_code, response.json()["detail"]) == (429, said)
        assert 1 <= int(seconds) <= 60
        assert refused(strict_app, headers["X-Forwarded-For"])
        # Lists cost less: twenty to a question.
        assert [client.get("api/v1/measures/IV.2").status_code for _ in range(21)] == [200] * 20 + [429]


def test_a_forwarded_address_is_believed_as_far_as_a_trusted_proxy_wrote_it(strict_app: App) -> None:
    assert [refused(strict_app, "198.51.100.1"), refused(strict_app, "198.51.100.1")] == [False, True]
    assert [refused(strict_app, "203.0.113.9, 198.51.100.2"), refused(strict_app, "203.0.113.8, 198.51.100.2")] == [False, True]


def test_a_forwarded_address_is_not_believed_by_default() -> None:
    for app in running(FKO_QA_QUESTIONS_PER_MINUTE="1", FORWARDED_ALLOW_IPS="*"):
        assert [refused(app, "198.51.100.1"), refused(app, "198.51.100.2")] == [False, True]
