"""Reports as files, and the commands for those who edit them: ``check`` and ``compare``."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from fko_qa.errors import UsageError
from fko_qa.records import Report
from fko_qa.settings import Settings


def read(path: Path, password: str | None) -> Report:
    """The report of a file; what the file lacks as a whole is told (what concerns one measure stands there)."""
    from fko_qa.report import load_report

    report = load_report(path, password)
    for warning in report.warnings:
        print(f"Warnung: {warning}", file=sys.stderr)
    return report


def check(options: Namespace, settings: Settings) -> int:
    """The editor's report over an edition; done whether or not there are findings."""
    from fko_qa.curated import load_examples
    from fko_qa.jsonio import dumps
    from fko_qa.review import review
    from fko_qa.review.output import review_object, review_text

    found = review(read(settings.report, options.password), load_examples(settings.data / "examples"))
    print(dumps(review_object(found), indent=1) if options.json else review_text(found))
    return 0


def compare(options: Namespace, settings: Settings) -> int:
    """Two editions: what came, went, moved and changed; with ``--data`` the curated data for the new one."""
    from fko_qa.compare import compare as compared
    from fko_qa.compare.carry import carry_over
    from fko_qa.compare.output import comparison_object, comparison_text
    from fko_qa.compare.page import comparison_page
    from fko_qa.compare.tables import lines_by_owner
    from fko_qa.jsonio import dumps

    found = compared(_edition(options.old, options.password), _edition(options.new, options.password))
    counts = lines_by_owner(settings.data)
    if options.html is not None:
        _write(options.html, comparison_page(found, counts))
    done = carry_over(found, settings.data, options.carry_to) if options.carry_to is not None else ()
    print(dumps(comparison_object(found, counts), indent=1) if options.json else comparison_text(found, counts))
    if done and not options.json:
        kept, dropped = sum(one.kept for one in done), sum(one.dropped for one in done)
        print(f"\nIn „{options.carry_to}“ liegen die Daten der neuen Ausgabe: {kept} Zeilen übernommen, {dropped} entfallen.")
    return 0


def _edition(path: Path, password: str | None) -> Report:
    """The report of a file, or of an index folder."""
    from fko_qa.index import load_stored_report

    return load_stored_report(path) if path.is_dir() else read(path, password)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"„{path}“ lässt sich nicht schreiben ({error.strerror}).") from error
