"""Two editions of the report: what came, went, moved and changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fko_qa.compare.matching import Matter, matched
from fko_qa.compare.wording import Edit, same, sentence_edits
from fko_qa.records import Measure, Report, Section

__all__ = ["Change", "Comparison", "MeasurePair", "SectionPair", "compare"]

TITLE, TEXT, TABLE, FOOTNOTES = "Titel", "Text", "Tabelle", "Fußnoten"


@dataclass(frozen=True, slots=True)
class Change:
    """What changed at one place of a measure or section: "Titel", "Text", a row's label, "Tabelle", "Fußnoten"."""

    place: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class MeasurePair:
    """A measure in both editions; without changes it says the same, white space and typography aside."""

    old: Measure
    new: Measure
    changes: tuple[Change, ...]

    @property
    def is_renumbered(self) -> bool:
        """Whether it has another number."""
        return self.old.id != self.new.id


@dataclass(frozen=True, slots=True)
class SectionPair:
    """A section outside the measures in both editions."""

    old: Section
    new: Section
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences; pairs in the order of the new edition, what was removed in that of the old one."""

    old: Report
    new: Report
    added: tuple[Measure, ...]
    removed: tuple[Measure, ...]
    pairs: tuple[MeasurePair, ...]
    added_sections: tuple[Section, ...]
    removed_sections: tuple[Section, ...]
    section_pairs: tuple[SectionPair, ...]

    @property
    def renumbered(self) -> tuple[MeasurePair, ...]:
        """Measures with another number."""
        return tuple(pair for pair in self.pairs if pair.is_renumbered)

    @property
    def changed(self) -> tuple[MeasurePair, ...]:
        """Measures that say something else."""
        return tuple(pair for pair in self.pairs if pair.changes)

    @property
    def changed_sections(self) -> tuple[SectionPair, ...]:
        """Sections that say something else."""
        return tuple(pair for pair in self.section_pairs if pair.changes)

    @property
    def numbers(self) -> Mapping[str, str]:
        """Number in the old edition → number in the new one; what was removed is not in it."""
        return {pair.old.id: pair.new.id for pair in self.pairs}

    @property
    def is_empty(self) -> bool:
        """Whether both editions say the same under the same numbers."""
        measures = (*self.added, *self.removed, *self.renumbered, *self.changed)
        return not (measures or self.added_sections or self.removed_sections or self.changed_sections)


def compare(old: Report, new: Report) -> Comparison:
    """Compare two editions."""
    one, other = [_measure_matter(measure) for measure in old.measures], [_measure_matter(measure) for measure in new.measures]
    measures = [(old.measures[before], new.measures[after]) for before, after in matched(one, other)]
    one, other = [_section_matter(section) for section in old.sections], [_section_matter(section) for section in new.sections]
    sections = [(old.sections[before], new.sections[after]) for before, after in matched(one, other)]
    numbers = {before.id: after.id for before, after in measures}
    kept, kept_sections = {after.id for _, after in measures}, {after.name for _, after in sections}
    gone_sections = {section.name for section in old.sections} - {before.name for before, _ in sections}
    return Comparison(
        old=old,
        new=new,
        added=tuple(measure for measure in new.measures if measure.id not in kept),
        removed=tuple(measure for measure in old.measures if measure.id not in numbers),
        pairs=tuple(MeasurePair(*pair, tuple(_measure_changes(*pair, numbers))) for pair in measures),
        added_sections=tuple(section for section in new.sections if section.name not in kept_sections),
        removed_sections=tuple(section for section in old.sections if section.name in gone_sections),
        section_pairs=tuple(SectionPair(*pair, tuple(_section_changes(*pair, numbers))) for pair in sections),
    )


def _measure_matter(measure: Measure) -> Matter:
    return Matter(measure.id, measure.title, measure.text)


def _section_matter(section: Section) -> Matter:
    return Matter(section.name, section.name, section.text)


def _measure_changes(old: Measure, new: Measure, numbers: Mapping[str, str]) -> Iterator[Change]:
    yield from _value_change(TITLE, old.title, new.title, numbers)
    yield from _text_change(old.text, new.text, numbers)
    yield from _value_change(TABLE, _tables(old), _tables(new), numbers)
    for label in dict.fromkeys(row.label for row in (*old.fields, *new.fields)):
        yield from _value_change(label, _value(old, label), _value(new, label), numbers)
    yield from _value_change(FOOTNOTES, " ".join(old.footnotes), " ".join(new.footnotes), numbers)


def _section_changes(old: Section, new: Section, numbers: Mapping[str, str]) -> Iterator[Change]:
    yield from _value_change(TITLE, old.name, new.name, numbers)
    yield from _text_change(old.text, new.text, numbers)
    yield from _value_change(FOOTNOTES, " ".join(old.footnotes), " ".join(new.footnotes), numbers)


def _text_change(old: str, new: str, numbers: Mapping[str, str]) -> Iterator[Change]:
    if edits := sentence_edits(old, new, numbers):
        yield Change(TEXT, edits)


def _value_change(place: str, old: str, new: str, numbers: Mapping[str, str]) -> Iterator[Change]:
    if not same(old, new, numbers):
        yield Change(place, (Edit(old, new),))


def _value(measure: Measure, label: str) -> str:
    """A row's value; empty if the table lacks the row, which is not the same as "-"."""
    row = measure.field(label)
    return row.value if row else ""


def _tables(measure: Measure) -> str:
    return " ".join(cell for table in measure.tables for row in table for cell in row)
