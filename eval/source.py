"""The report's own text, read without the package under test: quotes and evidence are proven against it."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from eval.files import ROOT

DATA = ROOT / "data"
_TAG = re.compile(r"<[^<>]+>")
_FOOTNOTE = re.compile(r"<sup>\d+</sup>")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_MARKS = re.compile(r"[*•]|^\s*#+\s|^\s*-{3,}\s*$|^\s*-\s", re.MULTILINE)
_MEASURE = re.compile(r"^#{2,3} ([IV]+\.\d+)\b", re.MULTILINE)


def plain(text: str) -> str:
    """Text without tags, heading marks, list bullets and bold marks, with white space made single blanks.

    >>> plain("<b>Ziel</b>\\tMehr <ul><li>• Kreis Düren</li></ul>")
    'Ziel Mehr Kreis Düren'
    """
    for pattern, replacement in ((_TAG, " "), (_LINK, r"\1"), (_MARKS, " ")):
        text = pattern.sub(replacement, text)
    return " ".join(html.unescape(text).split())


def squeezed(text: str) -> str:
    """Plain text without any white space: what two spellings of the same passage have in common."""
    return "".join(plain(text).split())


@lru_cache(maxsize=1)
def report_source() -> str:
    """The Markdown of every report in ``data/``."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.md")))


@lru_cache(maxsize=1)
def report_texts() -> tuple[str, str]:
    """The whole report, squeezed: with the numbers that point to footnotes, and without."""
    return squeezed(report_source()), squeezed(_FOOTNOTE.sub("", report_source()))


@lru_cache(maxsize=1)
def measure_ids() -> tuple[str, ...]:
    """The ids of the measures in the order of the report."""
    return tuple(_MEASURE.findall(report_source()))


def is_verbatim(quote: str) -> bool:
    """Whether a quote stands in the report; an empty quote does not."""
    piece = squeezed(quote)
    return bool(piece) and any(piece in text for text in report_texts())
