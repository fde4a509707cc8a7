"""Frozen data types that every other module shares: the report's records, and what happens to a question.

The route of a question is ``str -> Question -> Evidence -> Verdict -> Answer``. A score belongs to the :class:`Hit`, never to
the text it found. All texts are as printed in the report, with white space made single blanks.
"""

from __future__ import annotations

from fko_qa.records.answer import Answer, AnsweredMeasure, Citation, ReportInfo
from fko_qa.records.evidence import Evidence, FoundFact, FoundSet, Hit, MeasureHit, Passage, Signals, Verdict
from fko_qa.records.finding import Finding, FindingKind, Severity
from fko_qa.records.kinds import Kind, Status, View
from fko_qa.records.report import NOT_STATED, Field, Funding, Measure, Period, Report, Section

__all__ = [
    "NOT_STATED",
    "Answer",
    "AnsweredMeasure",
    "Citation",
    "Evidence",
    "Field",
    "Finding",
    "FindingKind",
    "FoundFact",
    "FoundSet",
    "Funding",
    "Hit",
    "Kind",
    "Measure",
    "MeasureHit",
    "Passage",
    "Period",
    "Report",
    "ReportInfo",
    "Section",
    "Severity",
    "Signals",
    "Status",
    "Verdict",
    "View",
]
