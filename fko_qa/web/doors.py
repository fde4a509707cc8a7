"""What Gradio opens and this app does not need stays shut: uploads, files, proxies, editors, analytics, descriptions."""

from __future__ import annotations

import re

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

# What the pages and gradio_client ask for. A list of what is shut would miss what the next version of Gradio brings.
_OPEN = re.compile(
    r"(?:queue/(?:join|data|status)|call/(?:v2/)?\w+(?:/\w+)?|component_server|heartbeat/\w+|info|startup-events|theme\.css|"
    r"cancel|reset|app_id|login_check)/?"
)
_BELOW = "/gradio_api/"
_SHUT = re.compile(r"(?:/ausgabe/[\d-]+)?/(?:monitoring|login|logout|openapi\.json|docs|redoc)(?:/.*)?")


class Doors:
    """ASGI middleware that answers 404 for them; everything else is passed on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http" and is_shut(scope["path"]):
            await JSONResponse({"detail": "Not Found"}, 404)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def is_shut(path: str) -> bool:
    """Whether a path is one of those.

    >>> is_shut("/"), is_shut("/gradio_api/queue/join"), is_shut("/gradio_api/upload")
    (False, False, True)
    """
    _, below, rest = path.partition(_BELOW)
    return _OPEN.fullmatch(rest) is None if below else _SHUT.fullmatch(path) is not None
