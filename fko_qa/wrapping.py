"""Text for a terminal, in lines that are easy to read."""

from __future__ import annotations

import textwrap

WIDTH = 100


def wrapped(text: str, indent: str = "", hanging: str = "") -> list[str]:
    """The text in lines of at most :data:`WIDTH` characters; addresses and hyphenated words stay whole.

    Args:
        indent: before every line.
        hanging: before every line but the first, in addition.

    >>> wrapped("Maßnahme IV.2", "  ")
    ['  Maßnahme IV.2']
    """
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
