"""The report's file → its records. The only entry: :func:`load_report`."""

from __future__ import annotations

from pathlib import Path

from fko_qa.errors import ReportFormatError
from fko_qa.records import Report
from fko_qa.report.assemble import assemble
from fko_qa.report.markdown import read_markdown

__all__ = ["load_report"]

# The 2024 report has 117 kB as Markdown. A file far beyond that is a mistake and is not read into memory.
MAX_BYTES = 20_000_000


def load_report(path: Path) -> Report:
    """Parse a report file. Raises ReportFormatError with what was found, expected, and what to do."""
    try:
        if path.is_dir():
            raise ReportFormatError(f"„{path}“ ist ein Ordner. Bitte geben Sie die Datei mit dem Bericht an.")
        if path.suffix.lower() not in (".md", ".markdown"):
            raise ReportFormatError(
                f"„{path.name}“ hat die Endung „{path.suffix}“. Erwartet wird der Bericht als Markdown-Datei (.md)."
            )
        if (size := path.stat().st_size) > MAX_BYTES:
            raise ReportFormatError(
                f"„{path.name}“ ist {size // 10**6} MB groß. Ein Bericht hat höchstens {MAX_BYTES // 10**6} MB."
            )
        source = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise ReportFormatError(f"Die Datei „{path}“ gibt es nicht. Bitte prüfen Sie den Pfad zum Bericht.") from error
    except UnicodeDecodeError as error:
        raise ReportFormatError(f"„{path.name}“ ist kein Text in UTF-8. Bitte speichern Sie die Datei als UTF-8.") from error
    except OSError as error:
        raise ReportFormatError(f"„{path}“ lässt sich nicht lesen ({error.strerror}).") from error
    return assemble(read_markdown(source))
