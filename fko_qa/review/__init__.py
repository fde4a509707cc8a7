"""The editor's report: what an edition lacks, where it contradicts itself, what could not be understood.

Rules only, none of them about one edition. Nothing is repaired: every finding names its place and quotes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fko_qa.curated import ExampleQuestion
from fko_qa.records import Finding, FindingKind, Report, Severity
from fko_qa.report.quality import contradicting_dates, near_duplicates, same_text
from fko_qa.report.references import wrong_references
from fko_qa.review.addresses import wrong_addresses
from fko_qa.review.order import contents_findings
from fko_qa.review.pieces import TEXT, pieces
from fko_qa.review.rows import ended_terms, missing_rows, raw_values
from fko_qa.review.words import spellings, torn_words
from fko_qa.text import split_sentences

__all__ = ["KIND_NAMES", "SEVERITY_NAMES", "Review", "review"]

KIND_NAMES: Mapping[FindingKind, str] = {
    FindingKind.CONTRADICTION: "Widersprüche",
    FindingKind.REFERENCE: "Verweise",
    FindingKind.CONTENTS: "Seiten und Inhaltsverzeichnis",
    FindingKind.ADDRESS: "Adressen im Internet",
    FindingKind.SPLIT_WORD: "Getrennte Wörter",
    FindingKind.SPELLING: "Schreibweisen",
    FindingKind.DUPLICATE: "Gleiche Texte",
    FindingKind.NOT_UNDERSTOOD: "Nicht verstandene Angaben",
    FindingKind.ENDED: "Abgelaufene Laufzeiten",
    FindingKind.MISSING_FIELD: "Fehlende Angaben",
    FindingKind.QUESTIONS: "Beispielfragen",
}
SEVERITY_NAMES: Mapping[Severity, str] = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.NOTE: "Hinweis"}


@dataclass(frozen=True, slots=True)
class Review:
    """All findings, by kind in the order above, then in the order of the report.

    ``questions`` is the number of example questions for each measure; None if they were not looked at.
    """

    report: Report
    findings: tuple[Finding, ...]
    questions: Mapping[str, int] | None = None

    def of(self, kind: FindingKind) -> tuple[Finding, ...]:
        """The findings of a kind."""
        return tuple(finding for finding in self.findings if finding.kind is kind)


def review(report: Report, examples: Sequence[ExampleQuestion] | None = None) -> Review:
    """Look over an edition.

    Args:
        examples: the curated example questions, to see which measures have none; None if that does not matter.
    """
    counts = None if examples is None else _counted(report, examples)
    findings = [*_findings(report), *_without_questions(report, counts or {})]
    kinds, places = list(KIND_NAMES), [*(measure.id for measure in report.measures), None]
    in_order = sorted(findings, key=lambda finding: (kinds.index(finding.kind), places.index(finding.measure)))
    return Review(report, tuple(in_order), counts)


def _findings(report: Report) -> Iterator[Finding]:
    for measure in report.measures:
        yield from contradicting_dates(measure)
    yield from _references(report)
    yield from contents_findings(report)
    yield from wrong_addresses(report)
    yield from torn_words(report)
    yield from spellings(report)
    yield from _duplicates(report)
    yield from raw_values(report)
    yield from ended_terms(report)
    yield from missing_rows(report)


def _references(report: Report) -> Iterator[Finding]:
    for piece in pieces(report):
        for wrong in wrong_references(piece.text, piece.measure, report.measures):
            yield Finding(
                FindingKind.REFERENCE, Severity.ERROR, piece.measure, wrong.message, piece.place, piece.page, wrong.sentence
            )


def _duplicates(report: Report) -> Iterator[Finding]:
    for first, second, share in near_duplicates(report.measures):
        begin = split_sentences(first.text)[0]
        yield Finding(FindingKind.DUPLICATE, Severity.WARNING, first.id, same_text(second, share), TEXT, first.page, begin)


def _counted(report: Report, examples: Sequence[ExampleQuestion]) -> dict[str, int]:
    counts = Counter(example.owner for example in examples)
    return {measure.id: counts[measure.id] for measure in report.measures}


def _without_questions(report: Report, counts: Mapping[str, int]) -> Iterator[Finding]:
    for measure in report.measures:
        if counts.get(measure.id) == 0:
            found = "Zu dieser Maßnahme gibt es keine Beispielfragen; sie wird schlechter gefunden."
            yield Finding(FindingKind.QUESTIONS, Severity.WARNING, measure.id, found, "Beispielfragen", measure.page)
