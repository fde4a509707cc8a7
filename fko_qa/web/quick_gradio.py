"""Gradio in half the time: without the type stubs that it works out, and writes into its own folder, at every import."""

from __future__ import annotations

import inspect
from typing import Any


def import_gradio() -> None:
    """Import it. Until that is done its classes seem to have no file; it makes stubs only for those that have one."""
    getfile = inspect.getfile

    def no_file(what: Any) -> str:
        if isinstance(what, type) and what.__module__.startswith("gradio."):
            raise OSError("no stubs are wanted")
        return getfile(what)

    inspect.getfile = no_file  # type: ignore[assignment]
    try:
        import gradio  # noqa: F401
    finally:
        inspect.getfile = getfile
