"""Measures and sections → passages with stable ids: the pieces that are found and quoted.

An id names its place: ``IV.2/text/3`` is the third sentence group of measure IV.2, ``IV.2/field/Ressort`` a row of its table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fko_qa.records import Field, Measure, Passage, Report, Section, View
from fko_qa.text import mended_lines, split_sentences

# A shorter sentence says too little alone ("KIM arbeitet branchenoffen.") and is joined with its neighbour.
MIN_SENTENCE_CHARS = 60
# Rows whose words say what a measure is about. The others (Ressort, Laufzeit …) are quoted when asked for.
GOAL = "Ziel"
TEXT, TITLE, TABLE = "Text", "Titel", "Tabelle"
# A word of each chapter's heading, by which the curated questions name it.
SECTION_KEYS = ("Vorwort", "Ressorts", "Partner", "Einleitung", "Ausblick")
_CLUSTER = re.compile(r"\bCluster ([IVX]+):")


def report_passages(report: Report) -> tuple[Passage, ...]:
    """All passages of a report, measures first, in the order of the report."""
    measures = (passage for measure in report.measures for passage in measure_passages(measure))
    sections = (passage for section in report.sections for passage in section_passages(section))
    return (*measures, *sections)


def measure_passages(measure: Measure) -> Iterator[Passage]:
    """One measure's views: whole, title, sentence groups, goal, rows, table lines."""

    def passage(place: str, view: View, section: str, text: str) -> Passage:
        return Passage(f"{measure.id}/{place}", measure.id, True, view, section, measure.page, text)

    yield passage("whole", View.WHOLE, TEXT, _whole(measure))
    yield passage("title", View.TITLE, TITLE, measure.title)
    for number, group in enumerate(sentence_groups(measure.text), start=1):
        yield passage(f"text/{number}", View.SENTENCE, TEXT, group)
    for row in measure.fields:
        for suffix, part in _parts(row):
            yield passage(f"field/{row.label}{suffix}", View.GOAL if row.label == GOAL else View.FIELD, row.label, part)
    for number, line in enumerate((line for table in measure.tables for line in table), start=1):
        yield passage(f"table/{number}", View.TABLE, TABLE, " ".join(filter(None, line)))


def section_passages(section: Section) -> Iterator[Passage]:
    """The sentence groups of a section outside the measures."""
    for number, group in enumerate(sentence_groups(section.text), start=1):
        yield Passage(f"{section.name}/{number}", section.name, False, View.SENTENCE, section.name, section.page, group)


def section_key(name: str) -> str:
    """The short key of the chapter that a section belongs to; the introductions of a cluster share theirs.

    >>> section_key("Einleitung – Cluster II: Zukunft gestalten"), section_key("Die Partner der Fachkräfteoffensive NRW")
    ('Cluster-II', 'Partner')
    """
    if cluster := _CLUSTER.search(name):
        return f"Cluster-{cluster[1]}"
    return next((key for key in SECTION_KEYS if key in name), name)


def sentence_groups(text: str) -> list[str]:
    """Sentences of a text; one that is too short is joined with the next of its paragraph, or with the one before.

    >>> sentence_groups("Kurz. Das ist ein Satz, der so lang ist, dass er für sich alleine stehen kann.")
    ['Kurz. Das ist ein Satz, der so lang ist, dass er für sich alleine stehen kann.']
    """
    return [group for line in mended_lines(text) for group in _grouped(split_sentences(line))]


def _grouped(sentences: list[str]) -> list[str]:
    groups: list[str] = []
    for sentence in sentences:
        if groups and len(groups[-1]) < MIN_SENTENCE_CHARS:
            groups[-1] = f"{groups[-1]} {sentence}"
        else:
            groups.append(sentence)
    if len(groups) > 1 and len(groups[-1]) < MIN_SENTENCE_CHARS:
        last = groups.pop()
        groups[-1] = f"{groups[-1]} {last}"
    return groups


def _whole(measure: Measure) -> str:
    """Title, text, goal and partners: what the measure is about, without dates and addresses."""
    about = [
        measure.title,
        measure.text,
        *(row.value for row in measure.fields if row.label in (GOAL, "Partner in der Umsetzung")),
    ]
    return "\n".join(part for part in [*about, *measure.footnotes] if part != "-")


def _parts(row: Field) -> list[tuple[str, str]]:
    if len(row.parts) == 1:
        return [("", row.parts[0])]
    return [(f"/{number}", part) for number, part in enumerate(row.parts, start=1)]
