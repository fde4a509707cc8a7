"""What an operator's machines see: health and metrics, whichever way a question came; never what was asked, nor by whom."""

from __future__ import annotations

import re
import secrets

import anyio
import httpx
from mcp import Client as McpClient

from fko_qa.editions import Editions
from tests.fixtures import default_settings
from tests.web.conftest import App, gradio_client, opened


def samples(server: App) -> dict[str, float]:
    """Every sample of ``/metrics`` by its name with labels."""
    response = httpx.get(f"{server.address}metrics")
    assert response.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = [line.rsplit(" ", 1) for line in response.text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in lines}


def asked(counted: dict[str, float]) -> float:
    """How many questions were counted, whatever their status and kind."""
    return sum(value for name, value in counted.items() if name.startswith("fko_qa_questions_total"))


def test_health_tells_what_runs(server: App) -> None:
    response = httpx.get(f"{server.address}healthz")
    index = Editions(default_settings()).default.fingerprint()
    assert re.fullmatch(r"[0-9a-f]{16}", index)
    told = {"version": "0.1.0", "edition": "2024-06-25", "editions": ["2024-06-25"], "index": index}
    assert (response.status_code, response.json()) == (200, {"status": "ready", **told})
    name = f'fko_qa_build_info{{edition="2024-06-25",index="{index}",version="0.1.0"}}'
    assert samples(server)[name] == 1
    assert samples(server)["process_resident_memory_bytes"] > 100_000_000


def test_metrics_are_off_by_default_and_so_is_mcp(app: App) -> None:
    assert [httpx.get(app.address + path).status_code for path in ("metrics", "mcp")] == [404, 404]


def test_questions_count_whichever_way_they_come_and_leave_no_trace(server: App) -> None:
    secret = f"Maßnahme IV.2 {secrets.token_hex(8)}"
    before = samples(server)

    async def by_mcp() -> None:
        async with McpClient(f"{server.address}mcp") as client:
            assert not (await client.call_tool("ask", {"question": secret})).is_error

    httpx.post(f"{server.address}api/v1/ask", json={"question": secret}, timeout=60).raise_for_status()
    anyio.run(by_mcp)
    with gradio_client(server) as gradio:
        gradio.predict(secret, api_name="/ask")
    assert "QiK" in opened(server, {"frage": secret})
    after = samples(server)
    assert asked(after) - asked(before) == 4
    assert after["fko_qa_question_seconds_count"] - before["fko_qa_question_seconds_count"] == 4
    assert after["fko_qa_questions_in_flight"] == 0

    assert httpx.post(f"{server.address}api/v1/ask", json={"question": secret * 100}).status_code == 422
    wrong = 'fko_qa_questions_total{kind="none",status="error"}'
    assert samples(server)[wrong] - before.get(wrong, 0) == 1
    field = 'fko_qa_questions_total{kind="field",status="answered"}'
    httpx.post(f"{server.address}api/v1/ask", json={"question": "laufzeit talentscouting"}, timeout=60).raise_for_status()
    assert samples(server)[field] - before.get(field, 0) == 1
    seen = httpx.get(f"{server.address}metrics").text + httpx.get(f"{server.address}healthz").text + "".join(server.said)
    assert secret.rsplit(maxsplit=1)[-1] not in seen
    assert "127.0.0.1" not in seen
