"""The tools of the Model Context Protocol at ``/mcp``, for language models. Imported only if the setting ``mcp`` is on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib.metadata import version
from typing import Any

import msgspec
from mcp import types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.shared.exceptions import MCPError

from fko_qa.jsonio import Json, dumps
from fko_qa.records import Measure
from fko_qa.web.api.forms import AskedEdition, Listed, Shown, form_from
from fko_qa.web.api.schemas import request_schema, response_schemas
from fko_qa.web.api.service import Refusal, Service, broken
from fko_qa.web.limits import client_of

Context = ServerRequestContext[Any, Any]
_INSTRUCTIONS = (
    "Beantwortet Fragen zum Fortschrittsbericht zur Umsetzung der Fachkräfteoffensive Nordrhein-Westfalen mit wörtlichen Zitaten "
    "und Seitenzahlen. Geben Sie Zitate unverändert und mit Nummer und Seite der Maßnahme wieder; sagt „status“ not_found, dann "
    "steht dazu nichts im Bericht."
)
_TOLD = {
    "ask": "Beantwortet eine Frage aus dem Bericht: kurzer Text, passende Maßnahmen und wörtliche Zitate mit Seite. Der Server "
    "merkt sich keine früheren Fragen; für Nachfragen gehören sie in „history“.",
    "show_measure": "Zeigt eine der Maßnahmen des Berichts ganz: Text, Ziel, Laufzeit, Mittel, Ressort, Partner, Adressen.",
    "list_measures": "Listet die Maßnahmen des Berichts mit Nummer, Titel, Seite und Ressorts, auf Wunsch nur die eines Ressorts "
    "oder Clusters.",
}
# Of a list only this: 64 whole measures would fill a model's memory; show_measure has the rest.
_LISTED = ("id", "title", "cluster", "page", "ministries")


def tools_manager(service: Service, most: int, max_body: int) -> StreamableHTTPSessionManager:
    """The MCP server over streamable HTTP: no sessions, plain JSON responses, so that any worker can answer any request.

    Args:
        most: characters of a question.
        max_body: bytes that a request's body may have.
    """
    tools = _tools(most)
    calls = _calls(service)

    async def list_tools(_: Context, __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return types.ListToolsResult(tools=tools)

    async def call_tool(context: Context, params: types.CallToolRequestParams) -> types.CallToolResult:
        call = calls.get(params.name)
        if call is None:
            raise MCPError(types.INVALID_PARAMS, f"Ein Werkzeug dieses Namens gibt es nicht. Möglich sind: {', '.join(calls)}.")
        return await _result(call, params.arguments or {}, client_of(context.request))

    server: Server[Any] = Server(
        "fko-qa",
        version=version("fko-qa"),
        title="Fragen zur Fachkräfteoffensive NRW",
        instructions=_INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )
    return StreamableHTTPSessionManager(server, json_response=True, stateless=True, max_request_body_size=max_body)


Call = Callable[[Any, str], Awaitable[Json]]


def _calls(service: Service) -> dict[str, Call]:
    """Tool → what it does with its arguments and the client's name."""

    async def ask(given: Any, client: str) -> Json:
        return await service.ask(form_from(given, AskedEdition), client)

    async def show_measure(given: Any, client: str) -> Json:
        return await service.measure(form_from(given, Shown), client)

    async def list_measures(given: Any, client: str) -> Json:
        return {"measures": [_line(one) for one in await service.measures(form_from(given, Listed), client)]}

    return {"ask": ask, "show_measure": show_measure, "list_measures": list_measures}


def _line(measure: Measure) -> Json:
    line: Json = msgspec.to_builtins({name: getattr(measure, name) for name in _LISTED})
    return line


async def _result(call: Call, given: Any, client: str) -> types.CallToolResult:
    """What a call gives, as JSON and as text; a refusal is a result, too, which a model can read."""
    try:
        value = await call(given, client)
    except Refusal as refusal:
        return _failed(refusal.sentence)
    except msgspec.ValidationError:
        return _failed("Die Angaben haben nicht die Form, die das Werkzeug beschreibt. Bitte prüfen Sie Namen und Werte.")
    except Exception as error:  # noqa: BLE001 - the last resort, as for REST
        return _failed(broken(error).sentence)
    return types.CallToolResult(content=[types.TextContent(type="text", text=dumps(value))], structured_content=value)


def _failed(sentence: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=sentence)], is_error=True)


def _tools(most: int) -> list[types.Tool]:
    """The tools with their schemas."""
    schemas = response_schemas("#/$defs/{name}")
    line = schemas["Measure"]["properties"]
    rows = {"type": "object", "properties": {name: line[name] for name in _LISTED}, "required": list(_LISTED)}
    listed = {"type": "object", "properties": {"measures": {"type": "array", "items": rows}}, "required": ["measures"]}
    forms: dict[str, tuple[str, type[msgspec.Struct], Json]] = {
        "ask": ("Frage stellen", AskedEdition, _whole("Answer", schemas)),
        "show_measure": ("Maßnahme zeigen", Shown, _whole("Measure", schemas)),
        "list_measures": ("Maßnahmen auflisten", Listed, listed),
    }
    return [
        types.Tool(
            name=name,
            title=title,
            description=_TOLD[name],
            input_schema=request_schema(form, most),
            output_schema=output,
            annotations=types.ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False),
        )
        for name, (title, form, output) in forms.items()
    ]


def _whole(name: str, schemas: dict[str, Json]) -> Json:
    """A schema with those that it refers to."""
    return {**schemas[name], "$defs": {other: schema for other, schema in schemas.items() if other not in (name, "Problem")}}
