"""Headers of every response: nothing from another host, no guessing of types, no address passed on, frames only where allowed."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fko_qa.errors import SettingsError

_HOST = re.compile(r"https?://[\w.-]+(?::(?:\d+|\*))?|https?://\*\.[\w.-]+")
# Gradio builds its components from strings in the page, which needs 'unsafe-eval' and 'unsafe-inline'; all else stays at home.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors "
)


class SecurityHeaders:
    """ASGI middleware that adds them.

    Args:
        embed_hosts: blank-separated origins whose pages may embed the app; none but the app's own if empty.

    Raises:
        SettingsError: an entry is no origin.
    """

    def __init__(self, app: ASGIApp, embed_hosts: str) -> None:
        self._app = app
        self._headers = security_headers(embed_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; its response goes out with the headers."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=_mutable(message)).update(self._headers)
            await send(message)

        await self._app(scope, receive, with_headers)


def security_headers(embed_hosts: str) -> dict[str, str]:
    """The headers by name. Raises SettingsError if an entry of ``embed_hosts`` is no origin (``https://www.example.org``)."""
    hosts = embed_hosts.split()
    if wrong := [host for host in hosts if not _HOST.fullmatch(host)]:
        raise SettingsError(
            f"„{wrong[0]}“ ist keine Adresse einer Website. In embed_hosts stehen Adressen wie https://www.example.org, "
            "durch Leerzeichen getrennt."
        )
    return {
        "Content-Security-Policy": _POLICY + " ".join(["'self'", *hosts]),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    }


def _mutable(message: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    message.setdefault("headers", [])
    return message
