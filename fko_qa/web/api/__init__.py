"""Interfaces for other programs and for operators, in the same server as the pages (docs/interfaces.md)."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol

from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fko_qa.errors import SettingsError
from fko_qa.jsonio import Json
from fko_qa.records import Report
from fko_qa.settings import Settings
from fko_qa.web.api.forms import MAX_HISTORY
from fko_qa.web.api.openapi import openapi_document
from fko_qa.web.api.rest import health_route, metrics_route, programs_app, rest_routes
from fko_qa.web.api.service import Service
from fko_qa.web.metrics import FULL, Metrics

__all__ = ["Interfaces", "Programs", "max_body"]

_MCP = "/mcp"
_POST_ONLY = Response(status_code=405, headers={"Allow": "POST"})
_JOIN = "/gradio_api/queue/join"
# JSON writes a character beyond the basic plane in twelve bytes (😀) and some around it.
_BYTES_PER_CHARACTER, _BYTES_AROUND = 12, 4096


def max_body(settings: Settings) -> int:
    """Bytes of the largest request that can be sensible: a question and its history, all of full length."""
    return (MAX_HISTORY + 1) * settings.max_question_chars * _BYTES_PER_CHARACTER + _BYTES_AROUND


class Tools(Protocol):
    """An MCP server, as its package has it."""

    def run(self) -> AbstractAsyncContextManager[None]:
        """For as long as the app runs."""
        ...

    async def handle_request(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        ...


@dataclass(frozen=True, slots=True)
class Programs:
    """What answers programs.

    Args:
        build: what runs here, as ``/healthz`` tells it.
        ready: set when questions need not wait for the model.
    """

    settings: Settings
    service: Service
    metrics: Metrics
    build: Json
    ready: Event = field(default_factory=Event)

    def middleware(self, report: Report) -> Middleware:
        """The middleware that answers them; ``report`` is the default edition's. Raises SettingsError."""
        paths = ("/api/", "/healthz/", "/metrics/") if self.settings.metrics else ("/api/", "/healthz/")
        return Middleware(Interfaces, programs=self._app(report), paths=paths, tools=self._tools(), metrics=self.metrics)

    def _app(self, report: Report) -> ASGIApp:
        """REST, health and, if they are wanted, metrics."""
        document = openapi_document(report, self.settings.max_question_chars)
        routes = [*rest_routes(self.service, document, max_body(self.settings)), health_route(self.ready, self.build)]
        if self.settings.metrics:
            routes.append(metrics_route(self.metrics))
        return programs_app(routes)

    def _tools(self) -> Tools | None:
        """The MCP server, if it is wanted. Raises SettingsError if its package is not installed."""
        if not self.settings.mcp:
            return None
        try:
            from fko_qa.web.api.tools import tools_manager
        except ImportError as error:
            raise SettingsError(
                "Die Einstellung mcp ist an, aber das Paket mcp fehlt. Bitte installieren Sie fko-qa[mcp] oder schalten Sie mcp "
                "aus."
            ) from error
        return tools_manager(self.service, self.settings.max_question_chars, max_body(self.settings))


class Interfaces:
    """ASGI middleware that answers programs; everything else is passed on to the pages.

    Args:
        programs: answers below ``paths``, each of which ends in a slash.
        tools: answers at ``/mcp``.
        metrics: counts what Gradio turns away.
    """

    def __init__(
        self,
        app: ASGIApp,
        programs: ASGIApp,
        paths: tuple[str, ...],
        tools: Tools | None,
        metrics: Metrics,
    ) -> None:
        self._app = app
        self._programs = programs
        self._paths = paths
        self._tools = tools
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        kind, path = scope["type"], scope.get("path", "")
        if kind == "lifespan" and self._tools is not None:
            async with self._tools.run():
                await self._app(scope, receive, send)
        elif kind == "http" and self._tools is not None and path in (_MCP, f"{_MCP}/"):
            # No sessions, hence no stream to listen to (GET) and nothing to end (DELETE).
            post = scope["method"] == "POST"
            await (self._tools.handle_request if post else _POST_ONLY)(scope, receive, send)
        elif kind == "http" and f"{path}/".startswith(self._paths):
            await self._programs(scope, receive, send)
        elif kind == "http" and path.endswith(_JOIN):
            await self._app(scope, receive, self._counting(send))
        else:
            await self._app(scope, receive, send)

    def _counting(self, send: Send) -> Send:
        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 503:
                self._metrics.rejected(FULL)
            await send(message)

        return counted
