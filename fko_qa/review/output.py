"""The editor's report as text for a terminal and as JSON."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from fko_qa.messages import german_date
from fko_qa.records import Finding, Severity
from fko_qa.review import KIND_NAMES, SEVERITY_NAMES, Review
from fko_qa.wrapping import wrapped

_PLURALS = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnungen", Severity.NOTE: "Hinweise"}


def review_text(review: Review) -> str:
    """All findings by kind; what many measures have in common stands in one line."""
    report = review.report
    lines = [
        f"Bericht der Redaktion zu „{report.title}“ vom {german_date(report.date)}: "
        f"{len(report.measures)} Maßnahmen, {report.pages} Seiten",
        _summary(review.findings),
    ]
    for kind, name in KIND_NAMES.items():
        if found := review.of(kind):
            lines += ["", f"{name} ({len(found)})", *(line for group in _alike(found) for line in _group_lines(group))]
    if review.questions is not None:
        counts = ", ".join(f"{measure} {count}" for measure, count in review.questions.items())
        lines += ["", "Beispielfragen je Maßnahme", *wrapped(counts, "  ")]
    return "\n".join(lines)


def _summary(findings: Sequence[Finding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    named = [
        f"{counts[severity]} {_PLURALS[severity] if counts[severity] > 1 else SEVERITY_NAMES[severity]}"
        for severity in Severity
        if counts[severity]
    ]
    return f"{', '.join(named)}." if named else "Nichts gefunden."


def _alike(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings with the same words, together at the place of the first."""
    groups: dict[tuple[Severity, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.severity, finding.found].append(finding)
    return list(groups.values())


def _group_lines(group: Sequence[Finding]) -> Iterator[str]:
    first = group[0]
    name = SEVERITY_NAMES[first.severity]
    if len(group) > 1:
        yield from wrapped(f"{name}: {first.found} ({len(group)})", "  ")
        yield from wrapped(", ".join(where(finding) for finding in group), "    ")
        return
    yield from wrapped(f"{name}: {where(first)} – {first.found}", "  ")
    if first.quote:
        yield from wrapped(f"„{first.quote}“ ({first.place})", "    ")


def where(finding: Finding) -> str:
    """Measure (or section) and page, which are never on two lines: ``IV.4 (S. 60)``."""
    page = "" if finding.page is None else f" (S.\u00a0{finding.page})"
    return f"{finding.measure or finding.place}{page}"


def review_object(review: Review) -> dict[str, Any]:
    """The JSON of ``fko-qa check --json``."""
    report = review.report
    return {
        "report": {"title": report.title, "date": report.date, "pages": report.pages, "measures": len(report.measures)},
        "counts": {str(kind): len(review.of(kind)) for kind in KIND_NAMES},
        "findings": [
            {
                "kind": str(finding.kind),
                "severity": str(finding.severity),
                "measure": finding.measure,
                "found": finding.found,
                "place": finding.place,
                "page": finding.page,
                "quote": finding.quote,
            }
            for finding in review.findings
        ],
        "questions": None if review.questions is None else dict(review.questions),
    }
