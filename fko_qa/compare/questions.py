"""Which measures of the new edition need questions: those that are new, and those that say something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from fko_qa.compare import Comparison, MeasurePair
from fko_qa.compare.tables import COUNTED
from fko_qa.records import Measure

NEW = "neu"


@dataclass(frozen=True, slots=True)
class Work:
    """A measure to write questions for. ``files`` maps a curated file to how many lines of the measure it has in the old data."""

    measure: Measure
    reason: str
    files: Mapping[str, int]


def work(comparison: Comparison, counts: Mapping[str, Counter[str]]) -> tuple[Work, ...]:
    """What is to do, in the order of the new edition.

    Args:
        counts: file → owner → lines, of the old data (:func:`fko_qa.compare.tables.lines_by_owner`).
    """
    changed = {pair.new.id: pair for pair in comparison.changed}
    added = {measure.id for measure in comparison.added}
    return tuple(
        _new(measure) if measure.id in added else _changed(changed[measure.id], counts)
        for measure in comparison.new.measures
        if measure.id in added or measure.id in changed
    )


def carried(comparison: Comparison) -> Mapping[str, str]:
    """Old number → new number of the measures whose questions hold as they are."""
    return {pair.old.id: pair.new.id for pair in comparison.pairs if not pair.changes}


def _new(measure: Measure) -> Work:
    return Work(measure, NEW, {f"{kind}/{measure.cluster}.tsv": 0 for kind in COUNTED})


def _changed(pair: MeasurePair, counts: Mapping[str, Counter[str]]) -> Work:
    reason = f"geändert: {', '.join(change.place for change in pair.changes)}"
    return Work(pair.new, reason, {file: owners[pair.old.id] for file, owners in counts.items() if owners[pair.old.id]})
