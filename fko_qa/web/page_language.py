"""Which language a page is in: what its address says, else German (docs/adr/0010-pages-as-templates.md)."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fko_qa.web.texts import ENGLISH, GERMAN, LANGUAGES

PARAMETER = "sprache"
# In Gradio's own template, whatever the page is.
_WRITTEN, _LANG = b'lang="en"', b'lang="%s"'


class PageLanguage:
    """ASGI middleware that leads to the page of the language, and says which it is in. Everything else is passed on as it is.

    Args:
        root: where the pages are: German there, English below it at ``/en``, since Gradio finds its pages by the path.
    """

    def __init__(self, app: ASGIApp, root: str = "") -> None:
        self._app = app
        self._german = (root, f"{root}/")
        self._english = f"{root}/{ENGLISH}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        path = scope.get("path") if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        query = scope.get("query_string", b"").decode("latin-1")
        if path in self._german and wanted_language(query) == ENGLISH:
            await RedirectResponse(f"./{ENGLISH}{_without_language(query)}")(scope, receive, send)
        elif path in self._german:
            await self._app(scope, receive, _saying(GERMAN, send))
        elif path == self._english:
            await self._app(scope, receive, _saying(ENGLISH, send))
        else:
            await self._app(scope, receive, send)


def wanted_language(query: str) -> str:
    """The language that the address names, else German.

    >>> wanted_language("frage=IV.2"), wanted_language("frage=IV.2&sprache=en"), wanted_language("sprache=xx")
    ('de', 'en', 'de')
    """
    named = parse_qs(query).get(PARAMETER, [""])[0]
    return named if named in LANGUAGES else GERMAN


def _without_language(query: str) -> str:
    """The rest of an address, as it is.

    >>> _without_language("frage=Was+ist+KIM%3F&sprache=en"), _without_language("sprache=en")
    ('?frage=Was+ist+KIM%3F', '')
    """
    kept = "&".join(part for part in query.split("&") if part and part.partition("=")[0] != PARAMETER)
    return f"?{kept}" if kept else ""


def _saying(language: str, send: Send) -> Send:
    """A ``send`` that writes the language into the headers and into the page's first tag (the length stays)."""
    head = True

    async def said(message: Message) -> None:
        nonlocal head
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["Content-Language"] = language
        elif message["type"] == "http.response.body" and head and message.get("body"):
            head = False
            message = {**message, "body": message["body"].replace(_WRITTEN, _LANG % language.encode(), 1)}
        await send(message)

    return said
