"""Inline markup of the Markdown report (HTML tags, links, bold) → plain text, links and parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

BULLET = "•"

_MARKDOWN_LINK = re.compile(r"\[([^\]]+)\]\((\S+?)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_BLOCK_TAGS = frozenset({"li", "p", "ul", "ol", "br"})


@dataclass(frozen=True, slots=True)
class Inline:
    """Plain text in parts (list items, paragraphs), which of them are list items, and the links in order."""

    parts: tuple[str, ...]
    items: frozenset[int]
    links: tuple[str, ...]

    @property
    def text(self) -> str:
        """The parts on one line."""
        return " ".join(self.parts)


def squeeze(text: str) -> str:
    """White space of any kind as single blanks, none at the ends.

    >>> squeeze(" a\\u00a0 b\\n")
    'a b'
    """
    return " ".join(text.split())


def parse_inline(source: str) -> Inline:
    """Read a cell or a paragraph.

    >>> parse_inline('<a href="http://www.x.de">www.x.de</a> (MID<sup>3</sup>)').text
    'www.x.de (MID)'
    >>> parse_inline("<ul><li>• Kreis</li><li>• Stadt</li></ul> Rest").parts
    ('Kreis', 'Stadt', 'Rest')
    """
    reader = _InlineReader()
    markup = _BOLD.sub(r"\1", _MARKDOWN_LINK.sub(r'<a href="\2">\1</a>', source))
    reader.feed(markup.replace("<![", "&lt;!["))  # no mark that a report has, and Python's parser fails on it
    reader.close()
    return reader.result()


class _InlineReader(HTMLParser):
    """Collects text; block tags end a part, a superscript number is a footnote mark and is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._items: set[int] = set()
        self._links: list[str] = []
        self._buffer = ""
        self._in_item = False
        self._in_superscript = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCK_TAGS:
            self._end_part()
        if tag == "li":
            self._in_item = True
        elif tag == "sup":
            self._in_superscript = True
        elif tag == "a":
            self._links += [href for name, href in attrs if name == "href" and href]

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCK_TAGS:
            self._end_part()
        if tag == "li":
            self._in_item = False
        elif tag == "sup":
            self._in_superscript = False

    def handle_data(self, data: str) -> None:
        if not (self._in_superscript and data.strip().isdigit()):
            self._buffer += data

    def _end_part(self) -> None:
        text = squeeze(self._buffer)
        self._buffer = ""
        is_item = self._in_item
        if text.startswith(BULLET):
            text, is_item = text.removeprefix(BULLET).strip(), True
        if text:
            if is_item:
                self._items.add(len(self._parts))
            self._parts.append(text)

    def result(self) -> Inline:
        self._end_part()
        return Inline(tuple(self._parts), frozenset(self._items), tuple(self._links))
