"""The report as a PDF, from whatever maker → its draft. The only entries: :func:`read_pdf` and :func:`is_pdf`.

Each module knows only those before it: ``tokens`` (syntax of content streams), ``words``, ``content`` (operators → words),
``pages`` (records), ``source`` (the file; the only one that knows pypdf), ``layout`` (words → lines), ``furniture`` (headers and
page numbers), ``joining`` (hyphens, addresses), ``contents``, ``footnotes``, ``pieces`` (paragraphs), ``rows``, ``fields``,
``cells`` (tables), ``headings``, ``gaps`` (what is missing), ``links``, ``cover``, ``sections``, ``reader`` (all steps in order).
"""

from __future__ import annotations

from pathlib import Path

from fko_qa.report.draft import DraftReport
from fko_qa.report.pdf.reader import read_pages

__all__ = ["is_pdf", "read_pdf"]

_SIGNATURE = b"%PDF-"
# Readers of PDFs accept the signature within so many bytes.
_SIGNATURE_WITHIN = 1024


def is_pdf(path: Path) -> bool:
    """Whether the file begins as a PDF does, whatever its name. Raises OSError if it cannot be read."""
    with path.open("rb") as file:
        return _SIGNATURE in file.read(_SIGNATURE_WITHIN)


def read_pdf(path: Path, password: str | None = None) -> DraftReport:
    """Read a report. Raises ReportFormatError with what was found, expected, and what to do."""
    from fko_qa.report.pdf.source import read_source  # pypdf is slow to import

    return read_pages(read_source(path, password), path.name)
