"""Whatever words stand wherever on whatever pages: a report comes out, or one German sentence."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from fko_qa.errors import ReportFormatError
from fko_qa.report.assemble import assemble
from fko_qa.report.pdf.pages import Link, Page, Source
from fko_qa.report.pdf.reader import read_pages
from fko_qa.report.pdf.words import Word

TEXTS = (
    "I.1: I.2 IV.11: Cluster I: Titel Ziel Ressort MSB Beginn/ Laufzeit Partner in der Umsetzung - • 3 17 89 .... Inhalt Fach- "
    "und www.a.de/b- Datum: 25. Juni 2024 Einleitung Ausblick Beteiligte Ressorts ² \uf0b7 \u00ad"
).split()
COORDINATES = st.sampled_from([50.0, 60.0, 200.0, 203.0, 400.0, -10.0, 19_000.0])
WORDS = st.builds(
    lambda text, x, y, size, bold, blank: Word(text, x, x + 5 * len(text), y, size, bold, blank),
    st.one_of(st.sampled_from(TEXTS), st.text(min_size=1, max_size=8)),
    COORDINATES,
    st.sampled_from([40.0, 52.0, 52.4, 64.0, 76.0, 700.0, 712.0, 800.0]),
    st.sampled_from([6.5, 10.0, 11.0, 18.0, 0.6]),
    st.booleans(),
    st.booleans(),
)
LINKS = st.builds(Link, COORDINATES, COORDINATES, COORDINATES, COORDINATES, st.sampled_from(["https://a.de/b-c", "mailto:x", ""]))
PAGES = st.builds(
    Page,
    st.lists(WORDS, min_size=6, max_size=40).map(tuple),
    st.lists(LINKS, max_size=2).map(tuple),
    st.just(595.0),
    st.just(842.0),
    st.sampled_from(["", "iv", "7"]),
    st.booleans(),
)


@settings(max_examples=200)
@given(st.lists(PAGES, min_size=1, max_size=6).map(tuple), st.booleans())
def test_reading_ends_in_a_report_or_a_sentence(pages: tuple[Page, ...], with_start: bool) -> None:
    start = [Word(text, 50 + 60 * at, 90 + 60 * at, 30, 14, True) for at, text in enumerate(["I.1:", "Titel"])]
    dated = [Word(text, 50 + 60 * at, 90 + 60 * at, 20, 10) for at, text in enumerate(["Datum:", "1.", "Mai", "2025"])]
    if with_start:
        first = pages[0]
        words = (*dated, *start, *first.words)
        pages = (Page(words, first.links, first.width, first.height, first.label, first.has_images), *pages[1:])
    with contextlib.suppress(ReportFormatError):
        assemble(read_pages(Source(pages, ""), "x.pdf"))
