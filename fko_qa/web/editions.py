"""Further editions in the app: ``?ausgabe=2024-06-25`` leads to an app of its own under ``/ausgabe/2024-06-25/``.

An edition's pages are Gradio's like those of the default one, so that every link, answer and look-up on them stays within it.
They are built when the first visitor comes.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from fko_qa.editions import Edition, Editions
from fko_qa.errors import FkoError
from fko_qa.web.texts import ENGLISH, GERMAN, texts

PARAMETER = "ausgabe"
_ENGLISH = f"/{ENGLISH}"
_PATH = re.compile(rf"/{PARAMETER}/([\d-]+)(/.*)?")


def edition_path(edition: Edition) -> str:
    """Where an edition's app lies: ``/ausgabe/2024-06-25``."""
    return f"/{PARAMETER}/{edition.date}"


class EditionPages:
    """ASGI middleware that leads to the edition that an address names; everything else is passed on.

    Args:
        build: makes the app of an edition, which answers below :func:`edition_path`. It may take seconds.
    """

    def __init__(self, app: ASGIApp, editions: Editions, build: Callable[[Edition], Starlette]) -> None:
        self._app = app
        self._editions = editions
        self._build = build
        self._built: dict[str, Starlette] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._lock = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        match = _PATH.fullmatch(scope["path"])
        here = self._editions.find(match[1]) if match else self._editions.default
        to = self._address(scope, here, match[2] if match else scope["path"])
        if to is not None:
            await RedirectResponse(to)(scope, receive, send)
        elif match is None or here is None or here == self._editions.default:
            await self._app(scope, receive, send)
        else:
            await (await self._opened(here, match[2] == _ENGLISH))(scope, receive, send)

    def _address(self, scope: Scope, here: Edition | None, rest: str | None) -> str | None:
        """Where the page of the named edition is, seen from this one; None if this is it, or no page.

        Args:
            rest: the path below the edition's.
        """
        if rest not in (None, "/", _ENGLISH):
            return None
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        wanted = self._editions.find(next((value for name, value in query if name == PARAMETER), None)) or here
        at_root = scope["path"] == rest
        stays = wanted == here and (at_root or (rest is not None and here != self._editions.default))
        if wanted is None or stays:
            return None
        root = "./" if at_root else "../" if rest is None else "../../"
        place = root if wanted == self._editions.default else f"{root}{edition_path(wanted)[1:]}/"
        place += ENGLISH if rest == _ENGLISH else ""
        asked = urlencode([(name, value) for name, value in query if name != PARAMETER])
        return f"{place}?{asked}" if asked else place

    async def _opened(self, edition: Edition, in_english: bool) -> ASGIApp:
        """The running app of an edition; if its index cannot be read, a page that says so, until it can."""
        try:
            return await self._started(edition)
        except FkoError as error:
            logging.getLogger(__name__).error("%s", error)  # for the operator alone: it names the server's folders
            language = ENGLISH if in_english else GERMAN
            return PlainTextResponse(texts(language)["edition_gone"], 503, {"Content-Language": language})

    async def _started(self, edition: Edition) -> Starlette:
        """The running app of an edition."""
        async with self._lock:
            if edition.date not in self._built:
                app = await asyncio.to_thread(self._build, edition)
                ready = asyncio.Event()
                # The set holds the task: the loop alone would let it be collected.
                self._running.add(asyncio.create_task(_kept_alive(app, ready)))
                await ready.wait()
                self._built[edition.date] = app
            return self._built[edition.date]


async def _kept_alive(app: Starlette, ready: asyncio.Event) -> None:
    """Gradio's queue runs within the app's lifespan: as long as the server does."""
    async with app.router.lifespan_context(app):
        ready.set()
        await asyncio.Event().wait()


def choice(editions: Editions, here: Edition) -> list[tuple[str, bool]]:
    """The dates to choose from and whether each is this edition's; nothing if there is only one."""
    every = editions.all()
    return [(edition.date, edition == here) for edition in every] if len(every) > 1 else []
