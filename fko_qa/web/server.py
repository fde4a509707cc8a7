"""Pages and interfaces put together, and the server that they run in."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import gradio as gr
from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.body_limit import RequestBodyLimitMiddleware

from fko_qa.assistant import Assistant
from fko_qa.catalogue import Catalogue
from fko_qa.editions import Edition, Editions
from fko_qa.errors import EncoderUnavailableError, UsageError
from fko_qa.feedback import FeedbackStore
from fko_qa.settings import Settings
from fko_qa.web.api import Programs, max_body
from fko_qa.web.api.service import Service
from fko_qa.web.ask import AskPage, build_ask
from fko_qa.web.browse import BrowsePage, build_browse
from fko_qa.web.desk import AT_ONCE, Desk
from fko_qa.web.doors import Doors
from fko_qa.web.editions import EditionPages, choice, edition_path
from fko_qa.web.endpoint import add_ask
from fko_qa.web.headers import SecurityHeaders, security_headers
from fko_qa.web.help import build_help
from fko_qa.web.limits import Limits, proxies
from fko_qa.web.metrics import LIMITED, Metrics
from fko_qa.web.overview import build_overview
from fko_qa.web.page_language import PageLanguage
from fko_qa.web.starting_points import read_starting_points
from fko_qa.web.templating import render
from fko_qa.web.texts import ENGLISH, GERMAN, starting_with, texts

__all__ = ["build_app", "serve"]

_STATIC = Path(__file__).parent / "static"


def _joined(kind: str) -> str:
    """All static files of a kind; the page is served with them inside."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(_STATIC.glob(f"*.{kind}")))


# Fonts of the reader's own system and nothing that calls another host: no analytics, no share link, no run history.
PAGES: dict[str, Any] = {
    "theme": gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]),
    "css": _joined("css"),
    "head": f"<script>{_joined('js')}</script>",
    "footer_links": [],
    "run_history": False,
    "ssr_mode": False,
    "enable_monitoring": False,
}
LAUNCH: dict[str, Any] = {**PAGES, "share": False, "quiet": True}
# Requests that wait at most; more are turned away at once instead of hanging.
QUEUE_SIZE = 50
# Nothing that describes Gradio's own routes; those for programs are described by their own document.
_UNDESCRIBED: dict[str, Any] = {"openapi_url": None}


def build_app(
    assistant: Assistant, settings: Settings, limits: Limits, service: Service, editions: Sequence[tuple[str, bool]] = ()
) -> gr.Blocks:
    """The pages over an assistant: German at ``/``, English at ``/en``, and the endpoint for gradio_client.

    Args:
        service: answers that endpoint.
        editions: the dates to choose from and whether each is this edition's; nothing if there is only one.
    """
    app = gr.Blocks(title=texts(GERMAN)["title"], analytics_enabled=False)
    parts = _Parts(
        assistant,
        Catalogue(assistant.report),
        settings,
        read_starting_points(settings.data / "starting_points.tsv"),
        FeedbackStore(settings.feedback_file, settings.feedback_days) if settings.feedback else None,
        limits,
        editions,
    )
    with app:
        _build_pages(app, parts, GERMAN)
        add_ask(service, assistant.report.date, AT_ONCE)
    with app.route(texts(ENGLISH)["title"], f"/{ENGLISH}", show_in_navbar=False):
        _build_pages(app, parts, ENGLISH)
    app.queue(max_size=QUEUE_SIZE)
    return app


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the pages of both languages share."""

    assistant: Assistant
    catalogue: Catalogue
    settings: Settings
    situations: Mapping[str, Mapping[str, Sequence[str]]]
    feedback: FeedbackStore | None
    limits: Limits
    editions: Sequence[tuple[str, bool]]


def _build_pages(app: gr.Blocks, parts: _Parts, language: str) -> None:
    """All pages in one language."""
    assistant, settings = parts.assistant, parts.settings
    most = settings.max_question_chars
    ask = AskPage(assistant, parts.situations, parts.limits.questions, most, parts.feedback, language)
    browse = BrowsePage(assistant, parts.catalogue, parts.limits.lists, parts.limits.questions, language)
    if parts.editions:
        offered = render("editions.html", editions=parts.editions, t=texts(language))
        gr.HTML(offered, elem_id="editions", apply_default_css=False)
    gr.HTML(ask.intro(), elem_id="intro", apply_default_css=False)
    with gr.Tabs(elem_id="pages") as pages:
        names = starting_with("tab_", language)
        with gr.Tab(names["fragen"], id="fragen"):
            build_ask(app, ask, AT_ONCE)
        with gr.Tab(names["nachschlagen"], id="nachschlagen"):
            build_browse(browse)
        with gr.Tab(names["ueberblick"], id="ueberblick"):
            build_overview(assistant, language)
        with gr.Tab(names["hilfe"], id="hilfe"):
            build_help(assistant.report, settings, language)
    _wire_pages(app, pages)


def _wire_pages(app: gr.Blocks, pages: gr.Tabs) -> None:
    """Open the page that the address names (``?seite=hilfe``), and name the page that is open there: all in the browser."""
    app.load(None, None, None, js="() => fkoOpenPage()", api_visibility="private")
    for tab in pages.children:
        if isinstance(tab, gr.Tab):
            tab.elem_id = f"page-{tab.id}"  # its button has this id with "-button"
            tab.select(None, None, None, js=f"() => fkoPage('{tab.id}')", api_visibility="private")


def serve(settings: Settings) -> None:
    """Start the app, print its address, and return when it is stopped. Raises UsageError if the port is taken."""
    security_headers(settings.embed_hosts)  # a wrong setting is told now, not at the first request
    # The server itself reads X-Forwarded-For, from these and nobody else; without this it would trust the whole machine.
    os.environ["FORWARDED_ALLOW_IPS"] = ",".join(proxies(settings.trusted_proxies))
    server = _Server.of(settings)
    middleware = server.middleware()
    # The model loads while the pages are made. The process waits for it at its end: the runtime aborts one that ends before.
    threading.Thread(target=server.warm_up).start()
    app = server.pages()
    try:
        _, address, _ = app.launch(
            **LAUNCH,
            server_name=settings.host,
            server_port=settings.port,
            prevent_thread_lock=True,
            app_kwargs={**_UNDESCRIBED, "middleware": middleware},
        )
    except OSError as error:
        raise UsageError(
            f"Auf {settings.host}, Port {settings.port}, lässt sich die Anwendung nicht starten; vermutlich ist er belegt. "
            "Einen anderen wählen Sie mit --port oder FKO_QA_PORT."
        ) from error
    print(f"Die Anwendung läuft: {address} (beenden mit Strg+C)", flush=True)
    app.block_thread()


@dataclass(frozen=True, slots=True)
class _Server:
    """What all pages and interfaces of one process share."""

    settings: Settings
    editions: Editions
    limits: Limits
    programs: Programs

    @classmethod
    def of(cls, settings: Settings) -> _Server:
        """As the operator has set it. Raises StoredIndexError or SettingsError."""
        metrics = Metrics()
        desk = Desk(metrics)
        editions = Editions(settings, desk.watched)
        limits = Limits.of(settings, partial(metrics.rejected, LIMITED))
        build = {
            "version": version("fko-qa"),
            "edition": editions.default.date,
            "editions": [edition.date for edition in editions.all()],
            "index": editions.default.fingerprint(),
        }
        metrics.runs({name: str(build[name]) for name in ("version", "edition", "index")})
        return cls(settings, editions, limits, Programs(settings, Service(editions, limits, desk), metrics, build))

    def pages(self, edition: Edition | None = None) -> gr.Blocks:
        """The pages of an edition, the default one if None."""
        edition = edition or self.editions.default
        assistant = self.editions.assistant(edition)
        return build_app(assistant, self.settings, self.limits, self.programs.service, choice(self.editions, edition))

    def middleware(self) -> list[Middleware]:
        """What requests pass on their way to the default edition's pages, outermost first."""
        return [
            Middleware(SecurityHeaders, embed_hosts=self.settings.embed_hosts),
            self.programs.middleware(self.editions.assistant(self.editions.default).report),
            Middleware(Doors),
            Middleware(RequestBodyLimitMiddleware, max_body_size=max_body(self.settings)),
            Middleware(EditionPages, editions=self.editions, build=self._edition_app),
            Middleware(PageLanguage),
        ]

    def warm_up(self) -> None:
        """Load the model; then the app is ready."""
        try:
            self.editions.assistant(self.editions.default).warm_up()
        except EncoderUnavailableError as error:  # the look-up works without; the next question tries again
            logging.getLogger(__name__).error("%s", error)
        else:
            self.programs.ready.set()

    def _edition_app(self, edition: Edition) -> FastAPI:
        """The pages of a further edition, below a path of their own."""
        path = edition_path(edition)
        app = FastAPI(**_UNDESCRIBED, middleware=[Middleware(PageLanguage, root=path)])
        gr.mount_gradio_app(app, self.pages(edition), path, app_kwargs={**_UNDESCRIBED}, **PAGES)
        return app
