"""The PDF file → pages of words and links. The only module that knows pypdf.

Nothing of a hostile or broken file comes out of here but words or a ReportFormatError: pypdf's limits are set tighter than its
defaults, its warnings are silenced, and reading stops at a number of pages and a time.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pypdf import PasswordType, PdfReader, apply_configuration
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject
from pypdf.generic._font import Font  # no public name gives widths and texts of codes

from fko_qa.errors import ReportFormatError
from fko_qa.report.pdf.content import read_content
from fko_qa.report.pdf.pages import Link, Page, Source
from fko_qa.report.pdf.tokens import Matrix

# The 2024 report has 89 pages, read in a few seconds. Far beyond that is another document or one made to keep us busy.
MAX_PAGES = 600
MAX_SECONDS = 30.0
# A page of the report has up to 600 words.
MAX_WORDS_PER_PAGE = 5000
MAX_LINKS_PER_PAGE = 500
# One page's decoded content in bytes; the largest page of three typeset reports has 60 kB.
MAX_CONTENT = 10_000_000


def read_source(path: Path, password: str | None) -> Source:
    """Read all pages. Raises ReportFormatError if the file is locked, broken, too large or takes too long."""
    name = path.name
    deadline = time.monotonic() + MAX_SECONDS

    def check() -> None:
        if time.monotonic() > deadline:
            raise ReportFormatError(
                f"„{name}“ zu lesen dauert länger als {MAX_SECONDS:.0f} Sekunden; ein Bericht ist in wenigen gelesen. "
                "Bitte speichern Sie den Bericht neu als PDF oder geben Sie ihn als Markdown-Datei (.md) an."
            )

    try:
        with _quiet(), path.open("rb") as stream:
            reader = PdfReader(stream, strict=False)
            _unlock(reader, name, password)
            return _read(reader, name, check)
    except ReportFormatError:
        raise
    except OSError as error:
        raise ReportFormatError(f"„{path}“ lässt sich nicht lesen ({error.strerror}).") from error
    except Exception as error:
        raise ReportFormatError(
            f"„{name}“ ist als PDF beschädigt oder unvollständig und lässt sich nicht lesen. "
            "Bitte laden Sie die Datei neu herunter oder speichern Sie den Bericht neu als PDF."
        ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """pypdf warns on its logger about every oddity; what matters to users is said by us."""
    logger = logging.getLogger("pypdf")
    before = logger.disabled, logger.level
    handler = logging.NullHandler()
    logger.addHandler(handler)
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with apply_configuration(
            zlib_maximum_output_length=MAX_CONTENT,
            lzw_maximum_output_length=MAX_CONTENT,
            run_length_maximum_output_length=MAX_CONTENT,
            array_based_stream_maximum_output_length=MAX_CONTENT,
        ):
            yield
    finally:
        logger.removeHandler(handler)
        logger.disabled, level = before
        logger.setLevel(level)


def _unlock(reader: PdfReader, name: str, password: str | None) -> None:
    if not reader.is_encrypted:
        return
    # An empty password opens what is only protected against changes.
    opened = reader.decrypt("") or (password is not None and reader.decrypt(password))
    if opened and opened != PasswordType.NOT_DECRYPTED:
        return
    if password is None:
        raise ReportFormatError(
            f"„{name}“ ist mit einem Kennwort geschützt. "
            "Bitte geben Sie es mit --password an oder speichern Sie den Bericht ohne."
        )
    raise ReportFormatError(f"Das Kennwort passt nicht zu „{name}“. Bitte prüfen Sie, was Sie mit --password angeben.")


def _read(reader: PdfReader, name: str, check: Callable[[], None]) -> Source:
    count = len(reader.pages)
    if count == 0:
        raise ReportFormatError(f"„{name}“ hat keine Seiten. Bitte geben Sie das PDF mit dem Bericht an.")
    if count > MAX_PAGES:
        raise ReportFormatError(f"„{name}“ hat {count} Seiten. Ein Bericht hat höchstens {MAX_PAGES}.")
    labels = _labels(reader)
    fonts: dict[object, _PdfGlyphs] = {}
    pages = []
    for position, page in enumerate(reader.pages):
        check()
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        resources = _PdfResources(page.get("/Resources"), fonts)
        contents = page.get_contents()
        data = contents.get_data() if contents is not None else b""
        words = read_content(data, resources, float(page.mediabox.top), check)
        if len(words) > MAX_WORDS_PER_PAGE:
            raise ReportFormatError(
                f"Seite {position + 1} von „{name}“ hat {len(words)} Wörter. Eine Seite des Berichts hat höchstens "
                f"{MAX_WORDS_PER_PAGE}. Bitte geben Sie das PDF mit dem Bericht an."
            )
        links = tuple(_links(page.get("/Annots"), float(page.mediabox.top)))
        label = labels[position] if position < len(labels) else ""
        pages.append(Page(tuple(words), links, width, height, label, resources.has_images))
    title = reader.metadata.title if reader.metadata else None
    return Source(tuple(pages), _plain(title) if isinstance(title, str) else "")


def _labels(reader: PdfReader) -> list[str]:
    return [_plain(label) for label in reader.page_labels] if "/PageLabels" in reader.root_object else []


def _links(annotations: Any, top: float) -> Iterator[Link]:
    """Links to addresses; what is malformed is no link."""
    listed = _resolved(annotations)
    for annotation in (listed if isinstance(listed, list) else [])[:MAX_LINKS_PER_PAGE]:
        entry = _resolved(annotation)
        action = _resolved(entry.get("/A")) if isinstance(entry, DictionaryObject) else None
        address = _resolved(action.get("/URI")) if isinstance(action, DictionaryObject) else None
        rectangle = _resolved(entry.get("/Rect")) if isinstance(entry, DictionaryObject) else None
        if isinstance(address, bytes):
            address = address.decode("utf-8", "replace")
        if not isinstance(address, str) or not isinstance(rectangle, list) or len(rectangle) != 4:
            continue
        x0, y0, x1, y1 = (float(_resolved(number)) for number in rectangle)
        yield Link(min(x0, x1), top - max(y0, y1), max(x0, x1), top - min(y0, y1), _plain(address))


def _plain(text: str) -> str:
    """A string without pypdf's own type, which no encoder knows."""
    return "".join(text)


def _resolved(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value


class _PdfGlyphs:
    """A font of the file; codes are looked up once each."""

    def __init__(self, resource: DictionaryObject) -> None:
        self._font = Font.from_font_resource(resource)
        self._known: dict[str | int, tuple[str, float, bool]] = {}
        name = str(resource.get("/BaseFont", "")).casefold()
        self.bold = any(word in name for word in ("bold", "black", "heavy", "fett"))
        self._is_dingbats = any(word in name for word in ("wingdings", "webdings", "dingbats"))

    def decode(self, raw: bytes) -> list[tuple[str, float, bool]]:
        """Each code's text, width and whether word spacing applies. See :class:`fko_qa.report.pdf.content.Glyphs`."""
        encoding = self._font.encoding
        codes: str | bytes = raw.decode(encoding, "replace") if isinstance(encoding, str) else raw
        known = self._known
        return [known[code] if code in known else self._look_up(code) for code in codes]

    def _look_up(self, code: str | int) -> tuple[str, float, bool]:
        font = self._font
        if isinstance(code, int):
            raw = chr(code)
            text = font.encoding.get(code, raw) if isinstance(font.encoding, dict) else raw
        else:
            raw = text = code
        text = font.character_map.get(text, text)
        if self._is_dingbats and not text.isspace():
            text = "•"  # decorative fonts show marks whatever letter a code stands for
        shown = "".join(character for character in text if character.isprintable() or character.isspace() or character == "\xad")
        width = font.space_width if raw == font.space_char else font.character_widths.get(raw, font.character_widths["default"])
        self._known[code] = entry = (shown, float(width), code == 32)
        return entry


class _PdfResources:
    """Fonts and forms of a page or form. Fonts are shared among pages by their object number."""

    def __init__(self, resources: Any, fonts: dict[object, _PdfGlyphs]) -> None:
        self._resources = _resolved(resources) if resources is not None else DictionaryObject()
        self._fonts = fonts
        self._by_name: dict[bytes, _PdfGlyphs | None] = {}
        self.has_images = False

    def _entry(self, kind: str, name: bytes) -> tuple[object, Any]:
        group = _resolved(self._resources.get(kind)) if isinstance(self._resources, DictionaryObject) else None
        raw = (
            group.raw_get(name.decode("latin-1"))
            if isinstance(group, DictionaryObject) and name.decode("latin-1") in group
            else None
        )
        key = (raw.idnum, raw.generation) if isinstance(raw, IndirectObject) else None
        return key, _resolved(raw)

    def font(self, name: bytes) -> _PdfGlyphs | None:
        """See :class:`fko_qa.report.pdf.content.Resources`."""
        if name not in self._by_name:
            key, entry = self._entry("/Font", name)
            if not isinstance(entry, DictionaryObject):
                glyphs = None
            elif key in self._fonts:
                glyphs = self._fonts[key]
            else:
                glyphs = _PdfGlyphs(entry)
                if key is not None:
                    self._fonts[key] = glyphs
            self._by_name[name] = glyphs
        return self._by_name[name]

    def form(self, name: bytes) -> tuple[bytes, Matrix, _PdfResources] | None:
        """See :class:`fko_qa.report.pdf.content.Resources`."""
        _, entry = self._entry("/XObject", name)
        if not isinstance(entry, StreamObject):
            return None
        if entry.get("/Subtype") != "/Form":
            self.has_images = True
            return None
        a, b, c, d, e, f = (float(number) for number in (_resolved(entry.get("/Matrix")) or (1, 0, 0, 1, 0, 0)))
        own = _resolved(entry.get("/Resources"))
        return entry.get_data(), (a, b, c, d, e, f), _PdfResources(own if own is not None else self._resources, self._fonts)
