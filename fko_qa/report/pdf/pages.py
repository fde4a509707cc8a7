"""What a PDF's pages hold, whoever read the file."""

from __future__ import annotations

from dataclasses import dataclass

from fko_qa.report.pdf.words import Word


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address, and its rectangle in points, y downwards from the page's upper edge."""

    x0: float
    y0: float
    x1: float
    y1: float
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its words as printed, links, size in points, and the label that the PDF gives it (empty if none)."""

    words: tuple[Word, ...]
    links: tuple[Link, ...]
    width: float
    height: float
    label: str
    has_images: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A whole file: pages and the title in its properties (empty if none)."""

    pages: tuple[Page, ...]
    title: str
