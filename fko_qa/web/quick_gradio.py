"""Gradio in half the time: without the type stubs that it works out, and writes into its own folder, at every import."""

from __future__ import annotations

import inspect
from typing import Any

# The class of Gradio's component classes, whose making writes the stubs.
_COMPONENTS = "ComponentMeta"


def import_gradio() -> None:
    """Import it. Until that is done its components seem to have no file; it makes stubs only for those that have one."""
    getfile = inspect.getfile

    def no_file(what: Any) -> str:
        if type(what).__name__ == _COMPONENTS:
            raise OSError("no stubs are wanted")
        return getfile(what)

    inspect.getfile = no_file  # type: ignore[assignment]
    try:
        import gradio  # noqa: F401
    finally:
        inspect.getfile = getfile
