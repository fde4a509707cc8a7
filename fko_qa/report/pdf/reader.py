"""Pages of lines → the draft of the report. What each step knows stands in its own module; here is their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, zip_longest

from fko_qa.errors import ReportFormatError
from fko_qa.report.draft import LABELS, DraftReport
from fko_qa.report.pdf.contents import find_contents
from fko_qa.report.pdf.cover import find_date, find_title
from fko_qa.report.pdf.fields import find_columns
from fko_qa.report.pdf.footnotes import split_footnotes
from fko_qa.report.pdf.furniture import filled, without_furniture
from fko_qa.report.pdf.gaps import missing_pages, missing_parts
from fko_qa.report.pdf.headings import Heading, find_headings
from fko_qa.report.pdf.joining import learn
from fko_qa.report.pdf.layout import Line, body_size, page_lines
from fko_qa.report.pdf.pages import Source
from fko_qa.report.pdf.pieces import Style, usual_leading
from fko_qa.report.pdf.sections import Context, SectionReader
from fko_qa.report.rules import MEASURE_HEADING, heading_key

# A page of the report has some hundred words; a scan has none, or a stamp.
_WORDS_OF_A_SCAN = 5


def read_pages(source: Source, name: str) -> DraftReport:
    """Read a whole report. Raises ReportFormatError if the pages hold no text, no measure or no date; ``name`` is the file's."""
    pages = [page_lines(page.words, position) for position, page in enumerate(source.pages)]
    _check_for_text(source, pages, name)
    body = without_furniture(pages)
    joiner = learn(body.lines, [link.address for page in source.pages for link in page.links])
    contents = find_contents(body.lines, joiner)
    size = body_size(chain.from_iterable(body.lines))
    split = [split_footnotes([line for line in page if line not in contents.lines], size, joiner) for page in body.lines]
    lines = [line for kept, _ in split for line in kept]
    style = Style(size, usual_leading(body.lines, size))
    numbers = _numbers(body.numbers, source, lines, contents.entries)
    found = find_headings(lines, contents.entries, lambda line: numbers[line.page], style, joiner)
    headings = [heading for heading in found if not heading.is_running]
    _check_for_measures(headings, name)
    notes, links = [notes for _, notes in split], [page.links for page in source.pages]
    reader = SectionReader(Context(style, joiner, find_columns(lines), numbers, contents.entries, notes, links))
    _read_sections(reader, lines, headings, found)
    cover = lines[: headings[0].start]
    measures = [heading.measure_id for heading in headings if heading.measure_id]
    chapters = [heading.entry for heading in headings if heading.entry]
    return DraftReport(
        title=find_title(cover, source.title, joiner),
        date=find_date(cover, lines, name),
        pages=max(chain(contents.entries.values(), numbers)),
        contents=contents.entries,
        clusters=reader.clusters(),
        ministries=reader.ministries,
        sections=reader.sections,
        warnings=(*missing_pages(numbers), *missing_parts(contents.entries, measures, chapters), *reader.warnings),
    )


def _read_sections(reader: SectionReader, lines: Sequence[Line], headings: Sequence[Heading], found: Sequence[Heading]) -> None:
    """Each heading with the lines up to the next one, without running titles among them."""
    running = {at for heading in found if heading.is_running for at in range(heading.start, heading.start + heading.count)}
    for heading, following in zip_longest(headings, headings[1:]):
        first = heading.start + heading.count
        end = following.start if following else len(lines)
        reader.read(heading, lines[heading.start : first], [lines[at] for at in range(first, end) if at not in running])


def _check_for_measures(headings: Sequence[Heading], name: str) -> None:
    if not any(heading.measure_id for heading in headings):
        raise ReportFormatError(
            f"In „{name}“ wurde keine Maßnahme gefunden. Gesucht wurden Überschriften wie „I.1: Seiteneinstieg Grundschule“ "
            f"mit Zeilen wie „{LABELS[0]}“ und „{LABELS[4]}“. Bitte geben Sie den Fortschrittsbericht als PDF oder Markdown an."
        )


def _check_for_text(source: Source, pages: Sequence[Sequence[Line]], name: str) -> None:
    words = sum(len(line.words) for lines in pages for line in lines)
    if words > _WORDS_OF_A_SCAN * len(pages):
        return
    what = "Bilder von Seiten" if any(page.has_images for page in source.pages) else "keinen Text"
    raise ReportFormatError(
        f"„{name}“ enthält {what}{' und keinen Text' if what != 'keinen Text' else ''}; vermutlich wurde es gescannt. "
        "Bitte lassen Sie es mit einer Texterkennung (OCR) bearbeiten oder geben Sie das PDF an, aus dem gedruckt wurde."
    )


def _numbers(printed: Sequence[int | None], source: Source, lines: Sequence[Line], entries: Mapping[str, int]) -> tuple[int, ...]:
    """The number of each page: as printed; else the PDF's label; else counted on from pages whose measure is listed."""
    if all(number is not None for number in printed):
        return tuple(number or 0 for number in printed)
    starts = {heading_key(entry): page for entry, page in entries.items() if MEASURE_HEADING.fullmatch(entry)}
    listed = {line.page: page for line in reversed(lines) if (page := starts.get(heading_key(line.text))) is not None}
    labels = [page.label for page in source.pages]
    if all(label.isdecimal() for label in labels):
        agreeing = sum(int(labels[position]) == page for position, page in listed.items())
        if 2 * agreeing >= len(listed):
            return tuple(map(int, labels))
    return tuple(number or 0 for number in filled(listed or {0: 1}, len(labels)))
