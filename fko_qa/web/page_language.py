"""Which language a page is in: what its address says, else what the browser says (docs/adr/0010-pages-as-templates.md)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fko_qa.web.texts import ENGLISH, GERMAN, LANGUAGES

PARAMETER = "sprache"
# Gradio finds its page by the path: German is at the root, English beside it.
_GERMAN_PATHS, _ENGLISH_PATH = ("", "/"), f"/{ENGLISH}"
# In Gradio's own template, whatever the page is.
_WRITTEN, _LANG = b'lang="en"', b'lang="%s"'


class PageLanguage:
    """ASGI middleware that leads to the page of the language, and says which it is in. Everything else is passed on as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        path = scope.get("path") if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        query = scope.get("query_string", b"").decode("latin-1")
        if path in _GERMAN_PATHS:
            language = wanted_language(query, Headers(scope=scope).get("accept-language", ""))
            if language == ENGLISH:
                to = RedirectResponse(f".{_ENGLISH_PATH}{_without_language(query)}", headers={"Vary": "Accept-Language"})
                await to(scope, receive, send)
            else:
                await self._app(scope, receive, _saying(language, send))
        elif path == _ENGLISH_PATH:
            await self._app(scope, receive, _saying(ENGLISH, send))
        else:
            await self._app(scope, receive, send)


def wanted_language(query: str, accepted: str) -> str:
    """The language that the address names; else English for those who read English and no German, else German.

    >>> wanted_language("", "en-US,en;q=0.9"), wanted_language("", "en-US,en;q=0.9,de;q=0.1"), wanted_language("", "tr,en;q=0.5")
    ('en', 'de', 'en')
    >>> wanted_language("frage=IV.2&sprache=de", "en"), wanted_language("sprache=en", "de"), wanted_language("sprache=xx", "")
    ('de', 'en', 'de')
    """
    named = parse_qs(query).get(PARAMETER, [""])[0]
    if named in LANGUAGES:
        return named
    read = {language for language, quality in _accepted(accepted).items() if quality > 0}
    return ENGLISH if ENGLISH in read and GERMAN not in read else GERMAN


def _without_language(query: str) -> str:
    """The rest of an address, as it is.

    >>> _without_language("frage=Was+ist+KIM%3F&sprache=en"), _without_language("sprache=en")
    ('?frage=Was+ist+KIM%3F', '')
    """
    kept = "&".join(part for part in query.split("&") if part and part.partition("=")[0] != PARAMETER)
    return f"?{kept}" if kept else ""


def _accepted(header: str) -> Mapping[str, float]:
    """``de-DE,en;q=0.5`` → the languages without their regions and how much each is liked; what is no number counts as 0."""
    liked: dict[str, float] = {}
    for entry in header.split(","):
        name, _, parameters = entry.strip().partition(";")
        language = name.partition("-")[0].strip().lower()
        liked[language] = max(liked.get(language, 0.0), _quality(parameters))
    return liked


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if not name:
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def _saying(language: str, send: Send) -> Send:
    """A ``send`` that writes the language into the headers and into the page's first tag (the length stays)."""
    head = True

    async def said(message: Message) -> None:
        nonlocal head
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Content-Language"] = language
            headers.add_vary_header("Accept-Language")
        elif message["type"] == "http.response.body" and head and message.get("body"):
            head = False
            message = {**message, "body": message["body"].replace(_WRITTEN, _LANG % language.encode(), 1)}
        await send(message)

    return said
