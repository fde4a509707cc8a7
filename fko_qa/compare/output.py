"""A comparison as text for a terminal and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fko_qa.compare import Change, Comparison, MeasurePair
from fko_qa.compare.questions import carried, work
from fko_qa.messages import german_date
from fko_qa.records import Measure, Report, Section
from fko_qa.wrapping import wrapped

Counts = Mapping[str, Counter[str]]


def comparison_text(comparison: Comparison, counts: Counts) -> str:
    """Everything that differs, and what it means for the curated questions."""
    lines = [f"Vergleich: {edition(comparison.old)} → {edition(comparison.new)}"]
    if comparison.is_empty:
        return "\n".join([*lines, "Die beiden Ausgaben sagen dasselbe."])
    blocks = {
        "Neu": [_measure(measure) for measure in comparison.added],
        "Entfallen": [_measure(measure) for measure in comparison.removed],
        "Neue Nummer": [f"{pair.old.id} → {pair.new.id}  {pair.new.title}" for pair in comparison.renumbered],
        "Geändert": [line for pair in comparison.changed for line in (moved(pair), *_changes(pair.changes))],
        "Neue Abschnitte": [section.name for section in comparison.added_sections],
        "Entfallene Abschnitte": [section.name for section in comparison.removed_sections],
        "Geänderte Abschnitte": [
            line for pair in comparison.changed_sections for line in (pair.new.name, *_changes(pair.changes))
        ],
        "Beispielfragen": list(_questions(comparison, counts)),
    }
    for name, block in blocks.items():
        if block:
            lines += ["", name, *(part for line in block for part in _lines(line))]
    return "\n".join(lines)


def edition(report: Report) -> str:
    """``Bericht vom 25.06.2024 (64 Maßnahmen)``."""
    return f"Bericht vom {german_date(report.date)} ({len(report.measures)} Maßnahmen)"


def moved(pair: MeasurePair) -> str:
    """The new number and title, and the old number if it was another."""
    return f"{_measure(pair.new)}{f', bisher {pair.old.id}' if pair.is_renumbered else ''}"


def _measure(measure: Measure) -> str:
    return f"{measure.id}  {measure.title} (S.\u00a0{measure.page})"


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    for change in changes:
        yield f"  {change.place}"
        for edit in change.edits:
            yield from (f"    − {edit.old}" for _ in [0] if edit.old)
            yield from (f"    + {edit.new}" for _ in [0] if edit.new)


def _questions(comparison: Comparison, counts: Counts) -> Iterator[str]:
    kept = carried(comparison)
    mapped = sum(old != new for old, new in kept.items())
    yield f"Gelten weiter für {len(kept)} Maßnahmen, davon {mapped} mit neuer Nummer."
    for one in work(comparison, counts):
        files = ", ".join(f"{file} ({count})" if count else file for file, count in one.files.items())
        yield f"Neue Fragen für {one.measure.id} ({one.reason}): {files}"


def _lines(line: str) -> list[str]:
    return wrapped(line.strip(), " " * (2 + len(line) - len(line.lstrip())), hanging="  ")


def comparison_object(comparison: Comparison, counts: Counts) -> dict[str, Any]:
    """The JSON of ``fko-qa compare --json``."""
    return {
        "old": _report_object(comparison.old),
        "new": _report_object(comparison.new),
        "added": [_measure_object(measure) for measure in comparison.added],
        "removed": [_measure_object(measure) for measure in comparison.removed],
        "renumbered": [{"old": pair.old.id, "new": pair.new.id, "title": pair.new.title} for pair in comparison.renumbered],
        "changed": [
            {"old": pair.old.id, "new": pair.new.id, "title": pair.new.title, "changes": _changes_object(pair.changes)}
            for pair in comparison.changed
        ],
        "sections": {
            "added": [_section_object(section) for section in comparison.added_sections],
            "removed": [_section_object(section) for section in comparison.removed_sections],
            "changed": [
                {"old": pair.old.name, "new": pair.new.name, "changes": _changes_object(pair.changes)}
                for pair in comparison.changed_sections
            ],
        },
        "questions": {
            "carried": dict(carried(comparison)),
            "needed": [
                {"measure": one.measure.id, "reason": one.reason, "files": dict(one.files)} for one in work(comparison, counts)
            ],
        },
    }


def _report_object(report: Report) -> dict[str, Any]:
    return {"title": report.title, "date": report.date, "measures": len(report.measures)}


def _measure_object(measure: Measure) -> dict[str, Any]:
    return {"id": measure.id, "title": measure.title, "page": measure.page}


def _section_object(section: Section) -> dict[str, Any]:
    return {"name": section.name, "page": section.page}


def _changes_object(changes: Sequence[Change]) -> list[dict[str, Any]]:
    return [{"place": change.place, "edits": [{"old": edit.old, "new": edit.new} for edit in change.edits]} for change in changes]
