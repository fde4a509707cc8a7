"""The report's file → its records. The only entry: :func:`load_report`."""

from __future__ import annotations

from pathlib import Path

from fko_qa.errors import ReportFormatError
from fko_qa.records import Report
from fko_qa.report.assemble import assemble
from fko_qa.report.draft import DraftReport
from fko_qa.report.markdown import read_markdown
from fko_qa.report.pdf import is_pdf, read_pdf

__all__ = ["load_report"]

# The 2024 report has 117 kB as Markdown and 0.4 to 3 MB as PDF. A file far beyond that is a mistake and is not read into memory.
MAX_BYTES = {".md": 20_000_000, ".pdf": 100_000_000}


def load_report(path: Path, password: str | None = None) -> Report:
    """Parse a report file, Markdown or PDF. A PDF is known by its first bytes, whatever its name.

    Args:
        path: the file.
        password: what opens a protected PDF.

    Raises:
        ReportFormatError: with what was found, what was expected, and what to do.
    """
    try:
        return assemble(_read(path, password))
    except FileNotFoundError as error:
        raise ReportFormatError(f"Die Datei „{path}“ gibt es nicht. Bitte prüfen Sie den Pfad zum Bericht.") from error
    except UnicodeDecodeError as error:
        raise ReportFormatError(f"„{path.name}“ ist kein Text in UTF-8. Bitte speichern Sie die Datei als UTF-8.") from error
    except OSError as error:
        raise ReportFormatError(f"„{path}“ lässt sich nicht lesen ({error.strerror}).") from error


def _read(path: Path, password: str | None) -> DraftReport:
    if path.is_dir():
        raise ReportFormatError(f"„{path}“ ist ein Ordner. Bitte geben Sie die Datei mit dem Bericht an.")
    suffix = path.suffix.lower()
    if is_pdf(path):
        _check_size(path, ".pdf")
        return read_pdf(path, password)
    if suffix == ".pdf":
        what = "ist leer" if path.stat().st_size == 0 else "heißt wie ein PDF, ist aber keines (der Anfang „%PDF-“ fehlt)"
        raise ReportFormatError(f"„{path.name}“ {what}. Bitte geben Sie den Bericht als PDF oder als Markdown-Datei (.md) an.")
    if suffix not in (".md", ".markdown"):
        raise ReportFormatError(
            f"„{path.name}“ hat die Endung „{path.suffix}“. Erwartet wird der Bericht als Markdown-Datei (.md) oder als PDF."
        )
    _check_size(path, ".md")
    return read_markdown(path.read_text(encoding="utf-8-sig"))


def _check_size(path: Path, kind: str) -> None:
    size, most = path.stat().st_size, MAX_BYTES[kind]
    if size > most:
        raise ReportFormatError(f"„{path.name}“ ist {size // 10**6} MB groß. Ein Bericht hat höchstens {most // 10**6} MB.")
