"""Records ↔ JSON: the objects of the contract (measures, parsed report, answers), and the report as the index stores it."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from fko_qa.records import Answer, Measure, Report

Json = dict[str, Any]


def dumps(value: Any, *, indent: int | None = None) -> str:
    """JSON text with umlauts as they are."""
    return json.dumps(value, ensure_ascii=False, indent=indent)


def answer_object(answer: Answer) -> Json:
    """The answer object of the contract; ``report`` has the PDF's address only if it is known."""
    value: Json = msgspec.to_builtins(answer)
    if value["report"] is not None and value["report"]["url"] is None:
        del value["report"]["url"]
    order = (
        "id",
        "question",
        "status",
        "kind",
        "answer",
        "value",
        "measures",
        "citations",
        "ranking",
        "filter",
        "notes",
        "report",
    )
    return {**{name: value[name] for name in order}, "timings_ms": value["timings_ms"]}


def measure_object(measure: Measure) -> Json:
    """A measure as ``parse``, ``measures`` and ``show`` print it: fields as a mapping from label to raw value."""
    value: Json = msgspec.to_builtins(measure)
    value["fields"] = {row.label: row.value for row in measure.fields}
    del value["verbatim"]
    return value


def report_object(report: Report) -> Json:
    """What ``parse --json`` prints; ``warnings`` of the report only if there are any."""
    head: Json = {"title": report.title, "date": report.date, "publisher": report.publisher, "pages": report.pages}
    if report.warnings:
        head["warnings"] = list(report.warnings)
    return {
        "report": head,
        "sections": [{"name": section.name, "page": section.page, "text": section.text} for section in report.sections],
        "measures": [measure_object(measure) for measure in report.measures],
    }


def encode_report(report: Report) -> bytes:
    """The whole report, for the index; :func:`decode_report` gives it back equal. Warnings are there only if there are any."""
    value: Json = msgspec.to_builtins(report)
    if not report.warnings:
        del value["warnings"]
    return msgspec.json.format(msgspec.json.encode(value), indent=1)


def decode_report(data: bytes) -> Report:
    """The report that was encoded. Raises ValueError if the data is none."""
    return msgspec.json.decode(data, type=Report)
