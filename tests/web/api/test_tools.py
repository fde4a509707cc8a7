"""The MCP tools, called by the SDK's own client, which checks every result against the schema that the tool names."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import httpx
import pytest
from mcp import Client, MCPError
from mcp.types import CallToolResult

from fko_qa.jsonio import answer_object, measure_object
from tests.fixtures import real_assistant
from tests.web.api.test_rest import sent, untimed
from tests.web.conftest import App


def connected(server: App, use: Callable[[Client], Awaitable[Any]]) -> Any:
    """What comes of using a client."""

    async def used() -> Any:
        async with Client(f"{server.address}mcp") as client:
            return await use(client)

    return anyio.run(used)


def call(server: App, tool: str, **arguments: Any) -> CallToolResult:
    """The result of one call."""

    async def use(client: Client) -> CallToolResult:
        return await client.call_tool(tool, arguments)

    result: CallToolResult = connected(server, use)
    return result


def text(result: CallToolResult) -> str:
    """The one text of a result."""
    (content,) = result.content
    assert content.type == "text"
    return content.text


def test_three_tools_are_offered_that_only_read(server: App) -> None:
    tools = connected(server, lambda client: client.list_tools()).tools
    assert [tool.name for tool in tools] == ["ask", "show_measure", "list_measures"]
    assert [sorted(tool.input_schema["properties"]) for tool in tools] == [
        ["ausgabe", "history", "question"],
        ["ausgabe", "id"],
        ["ausgabe", "cluster", "ressort"],
    ]
    assert [tool.input_schema.get("required", []) for tool in tools] == [["question"], ["id"], []]
    assert all(tool.annotations.read_only_hint for tool in tools)
    assert all("Bericht" in tool.description for tool in tools)


def test_ask_gives_the_answer_object(server: App) -> None:
    question, history = "Und wie lange läuft das?", ["Wer ist für PerMenti zuständig?"]
    result = call(server, "ask", question=question, history=history)
    assert untimed(result.structured_content) == untimed(answer_object(real_assistant().ask(question, history)))
    assert json.loads(text(result)) == result.structured_content
    assert not result.is_error


def test_show_measure_gives_the_measure(server: App) -> None:
    measure = real_assistant().report.measure("IV.2")
    assert measure is not None
    assert call(server, "show_measure", id="massnahme 4.2").structured_content == sent(measure_object(measure))


def test_list_measures_gives_what_tells_them_apart(server: App) -> None:
    assert call(server, "list_measures", ressort="mags", cluster="VI").structured_content == {
        "measures": [
            {
                "id": number,
                "title": title,
                "cluster": "VI",
                "page": page,
                "ministries": ministries,
            }
            for number, title, page, ministries in (
                ("VI.2", "Fachkräftegewinnung in Indien", 82, ["MWIKE", "MAGS"]),
                ("VI.3", "Fachkräftegewinnung aus Indonesien", 83, ["MAGS", "MWIKE"]),
                ("VI.7", "Internationale Fachkräfteagentur (IFA NRW)", 87, ["MAGS"]),
            )
        ]
    }
    assert len(call(server, "list_measures").structured_content["measures"]) == 64


@pytest.mark.parametrize(
    ("tool", "arguments", "sentence"),
    [
        ("ask", {"question": " "}, "Die Frage ist leer. Bitte schreiben Sie, wonach Sie suchen, zum Beispiel: Wer hilft mir bei"),
        (
            "ask",
            {"frage": "x"},
            "Die Angaben haben nicht die Form, die das Werkzeug beschreibt. Bitte prüfen Sie Namen und Werte.",
        ),
        ("ask", {"question": "x", "ausgabe": "1999"}, "Diese Ausgabe des Berichts gibt es nicht. Möglich sind: 2024-06-25."),
        ("show_measure", {"id": "IV.14"}, "„IV.14“ ist keine Maßnahme. Eine Maßnahme IV.14 gibt es im Bericht nicht."),
        ("list_measures", {"cluster": "IX"}, "Cluster „IX“ gibt es im Bericht nicht. Möglich sind: I, II, III, IV, V, VI."),
    ],
)
def test_a_refusal_is_a_result_that_a_model_can_read(server: App, tool: str, arguments: dict[str, Any], sentence: str) -> None:
    result = call(server, tool, **arguments)
    assert result.is_error
    assert text(result).startswith(sentence)


def test_another_tool_is_an_error(server: App) -> None:
    async def use(client: Client) -> str:
        with pytest.raises(MCPError) as caught:
            await client.call_tool("delete_measure", {})
        return str(caught.value)

    known = "Möglich sind: ask, show_measure, list_measures."
    assert connected(server, use) == f"Ein Werkzeug dieses Namens gibt es nicht. {known}"


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_there_are_no_sessions_to_listen_to_or_to_end(server: App, method: str) -> None:
    response = httpx.request(method, f"{server.address}mcp")
    assert (response.status_code, response.headers["allow"]) == (405, "POST")
