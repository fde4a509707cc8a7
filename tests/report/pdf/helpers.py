"""Lines, streams and whole PDFs made by hand."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from fko_qa.report.pdf.joining import Joiner
from fko_qa.report.pdf.layout import Line
from fko_qa.report.pdf.pieces import Style
from fko_qa.report.pdf.words import Word

STYLE = Style(size=10.0, leading=1.2)
JOINER = Joiner()
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def line(text: str, y: float = 100.0, x: float = 50.0, *, page: int = 0, size: float = 10.0, bold: bool = False) -> Line:
    """A line whose letters are half as wide as high; ``|`` is a gap of five letters, ``^1`` a raised number."""
    words: list[Word] = []
    marks: set[int] = set()
    for chunk in text.split():
        if chunk == "|":
            x += 5 * size
            continue
        plain, _, mark = chunk.partition("^")
        for part, is_mark in ((plain, False), (mark, True)):
            if part:
                width = 0.5 * size * len(part)
                words.append(Word(part, x, x + width, y, size, bold))
                marks |= {len(words) - 1} if is_mark else set()
                x += width
        x += 0.3 * size
    return Line(page, y, size, tuple(words), frozenset(marks))


def lines(*texts: str, y: float = 100.0, gap: float = 12.0, x: float = 50.0, page: int = 0, bold: bool = False) -> list[Line]:
    """Lines below each other; an empty text is a gap of one line."""
    return [line(text, y + gap * position, x, page=page, bold=bold) for position, text in enumerate(texts) if text]


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream object."""
    packed = zlib.compress(data, 9)
    return b"<</Filter/FlateDecode/Length %d%s>>stream\n%s\nendstream" % (len(packed), entries, packed)


def pdf(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, numbered from 1, the first being the catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    return data + head + table + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, len(data))


def one_page(content: bytes, *more: bytes, resources: bytes = b"/Font<</F 5 0 R>>") -> bytes:
    """A file of one A4 page with the font ``/F``; further objects are numbered from 6."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>" % resources
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, stream(content), HELVETICA, *more])


def printed(*pages: Sequence[str]) -> bytes:
    """A file of pages with these lines, in Helvetica of 10 points; ``|`` moves to the value column."""
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(count))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), HELVETICA]
    for number, texts in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>" % (5 + 2 * number)
        )
        objects.append(stream(b"BT /F 10 Tf %s ET" % b" ".join(_shown(text, at) for at, text in enumerate(texts))))
    return pdf(objects)


def _shown(text: str, position: int) -> bytes:
    y = 780 - 14 * position
    parts = [part.strip().encode("cp1252") for part in text.split("|")]
    return b" ".join(b"1 0 0 1 %d %d Tm (%s) Tj" % (60 + 150 * column, y, part) for column, part in enumerate(parts) if part)
