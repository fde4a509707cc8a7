"""The index: the parsed report, its passages on both sides, term tables and trained heads; built, saved, loaded, verified."""

from __future__ import annotations

from fko_qa.index.build import Learned, build_index, report_analyser
from fko_qa.index.load import Index, load_index, load_stored_report, stored_edition
from fko_qa.index.store import FORMAT, MANIFEST

__all__ = [
    "FORMAT",
    "MANIFEST",
    "Index",
    "Learned",
    "build_index",
    "load_index",
    "load_stored_report",
    "report_analyser",
    "stored_edition",
]
