"""The web app in Gradio. Layout and interfaces only; every answer comes from :class:`fko_qa.Assistant`."""

from fko_qa.web.quick_gradio import import_gradio

import_gradio()

from fko_qa.web.server import build_app, serve  # noqa: E402 - after Gradio

__all__ = ["build_app", "serve"]
