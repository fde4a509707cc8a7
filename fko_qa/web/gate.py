"""Only what the pages use gets in: Gradio's own routes for files, uploads and other programs stay shut, and bodies are small."""

from __future__ import annotations

import re

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# A question has 2,000 characters, each of which may be written as an escape of 12 bytes.
MAX_BODY = 64 * 1024
# Below "gradio_api/" the pages ask, listen, and say that they are still there; in the root they describe no interface.
_USED = re.compile(r"(?:queue/(?:join|data)|component_server|heartbeat/\w+|startup-events|info|app_id|reset|cancel|config)/?")
_API = re.compile(r".*/gradio_api/(?P<rest>.*)", re.DOTALL)
_SHUT = re.compile(r"/(?:(?:ausgabe/[\d-]+/)?(?:openapi\.json|docs|redoc|monitoring.*|login.*|logout|token|file[=/].*|upload.*))")


class Gate:
    """ASGI middleware: 404 for routes that no page uses, 413 for a body beyond :data:`MAX_BODY`. Everything else is passed on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif not is_open(scope["path"]):
            await PlainTextResponse("Not Found", 404)(scope, receive, send)
        elif (body := await _small_body(receive) if scope["method"] not in ("GET", "HEAD") else []) is None:
            await PlainTextResponse("Content Too Large", 413, {"Connection": "close"})(scope, receive, send)
        else:
            await self._app(scope, _again(body, receive), send)


def is_open(path: str) -> bool:
    """Whether the pages use this path.

    >>> is_open("/gradio_api/queue/join"), is_open("/ausgabe/2024-06-25/gradio_api/file=/etc/passwd")
    (True, False)
    """
    if below := _API.fullmatch(path):
        return _USED.fullmatch(below["rest"]) is not None
    return _SHUT.fullmatch(path) is None


async def _small_body(receive: Receive) -> list[Message] | None:
    """The messages of a body, or None if it is too large; no more of it is read then."""
    messages: list[Message] = []
    size = 0
    while not messages or messages[-1].get("more_body"):
        messages.append(await receive())
        size += len(messages[-1].get("body", b""))
        if size > MAX_BODY:
            return None
    return messages


def _again(messages: list[Message], receive: Receive) -> Receive:
    """A ``receive`` that gives these messages first."""
    left = iter(messages)

    async def receive_again() -> Message:
        return next(left, None) or await receive()

    return receive_again
