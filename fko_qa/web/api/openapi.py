"""The OpenAPI document of ``/api/v1``: schemas from the records, the rest told here. A test holds it to what the server does."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from fko_qa.jsonio import Json
from fko_qa.records import Report
from fko_qa.web.api.forms import EXPECTED, Asked, Listed, Shown
from fko_qa.web.api.schemas import request_schema, response_schemas

_ABOUT = """
Fragen an den Fortschrittsbericht zur Umsetzung der Fachkräfteoffensive NRW: Antworten sind Zitate mit Seite, oder es wird gesagt,
dass nichts im Bericht steht. Nur lesend, ohne Anmeldung, ohne Cookies; gespeichert wird nichts. Je Client gilt dieselbe Grenze
wie auf den Seiten der Anwendung.
"""
_RETRY = {"Retry-After": {"description": "Nach so vielen Sekunden lohnt es sich wieder.", "schema": {"type": "integer"}}}
_REFUSED = {
    400: "Die Anfrage ist kein JSON in UTF-8.",
    404: "Das gibt es nicht.",
    413: "Die Anfrage ist zu groß.",
    415: "Die Anfrage ist nicht als JSON gekennzeichnet.",
    422: "Die Anfrage hat nicht die erwartete Form, oder ein Wert ist nicht möglich (zu lange Frage, unbekanntes Ressort).",
    429: "Zu viele Anfragen in kurzer Zeit.",
    500: "Ein Fehler der Anwendung.",
    503: "Zu viele Fragen zugleich, oder die Suche ist gerade nicht erreichbar.",
}
_EXAMPLES = {
    400: f"Die Anfrage ist kein JSON in UTF-8. {EXPECTED}",
    404: "Eine Maßnahme IV.14 gibt es im Bericht nicht. Cluster IV hat die Maßnahmen IV.1 bis IV.11.",
    429: "Das waren sehr viele Fragen in kurzer Zeit. Bitte versuchen Sie es in 20 Sekunden noch einmal.",
    503: "Gerade werden sehr viele Fragen gestellt. Bitte versuchen Sie es in 5 Sekunden noch einmal.",
}
_QUESTIONS = {
    "Frage": {"value": {"question": "Wer ist für PerMenti zuständig?"}},
    "Nachfrage": {"value": {"question": "Und wie lange läuft das?", "history": ["Wer ist für PerMenti zuständig?"]}},
    "Auswahl": {"value": {"question": "Was machen MWIKE und MAGS zusammen?"}},
}
_ANSWER = {
    "id": None,
    "question": "laufzeit talentscouting",
    "status": "answered",
    "kind": "field",
    "answer": "Laufzeit: seit 2011, Ausweitung des Programms ab 2024 („Talentscouting“, Maßnahme II.3, Seite 32).",
    "value": "seit 2011, Ausweitung des Programms ab 2024",
    "measures": [
        {
            "id": "II.3",
            "title": "Talentscouting",
            "page": 32,
            "score": 1.0,
            "citations": [
                {"quote": "seit 2011, Ausweitung des Programms ab 2024", "page": 32, "section": "Beginn/ Laufzeit"},
            ],
        }
    ],
    "citations": [],
    "ranking": ["II.3"],
    "filter": None,
    "notes": [],
    "report": {"title": "Fortschrittsbericht zur Umsetzung der Fachkräfteoffensive NRW", "date": "2024-06-25"},
    "timings_ms": {"total": 21.4},
}


def openapi_document(report: Report, most: int) -> Json:
    """The document, OpenAPI 3.1.

    Args:
        report: of the default edition.
        most: characters of a question.
    """
    listed, shown = (request_schema(form, most)["properties"] for form in (Listed, Shown))
    edition = _parameter("ausgabe", listed["ausgabe"], report.date)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Fragen zur Fachkräfteoffensive NRW",
            "version": version("fko-qa"),
            "description": " ".join(_ABOUT.split()),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/api/v1"}],
        "paths": {
            "/ask": {"parameters": [edition], "post": _ask(most)},
            "/measures": {
                "parameters": [
                    _parameter("ressort", listed["ressort"], "MAGS"),
                    _parameter("cluster", listed["cluster"], "VI"),
                    edition,
                ],
                "get": _measures(),
            },
            "/measures/{id}": {
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}, "example": "IV.2"}
                    | {"description": shown["id"]["description"]},
                    edition,
                ],
                "get": _measure(),
            },
        },
        "components": {"schemas": response_schemas()},
    }


def _ask(most: int) -> Json:
    content = {"application/json": {"schema": request_schema(Asked, most), "examples": _QUESTIONS}}
    return {
        "operationId": "ask",
        "summary": "Stellt eine Frage",
        "description": "Dasselbe wie „fko-qa ask --json“.",
        "requestBody": {"required": True, "content": content},
        "responses": {
            "200": _success("Die Antwort, auch wenn nichts im Bericht steht (status: not_found).", _ref("Answer"), _ANSWER),
            **_refused(400, 404, 413, 415, 422, 429, 500, 503),
        },
    }


def _measures() -> Json:
    return {
        "operationId": "listMeasures",
        "summary": "Listet Maßnahmen",
        "description": "Dasselbe wie „fko-qa measures --json“.",
        "responses": {
            "200": _success("Die Maßnahmen in der Reihenfolge des Berichts.", {"type": "array", "items": _ref("Measure")}),
            **_refused(404, 422, 429, 500),
        },
    }


def _measure() -> Json:
    return {
        "operationId": "showMeasure",
        "summary": "Zeigt eine Maßnahme",
        "description": "Dasselbe wie „fko-qa show --json“.",
        "responses": {"200": _success("Die Maßnahme.", _ref("Measure")), **_refused(404, 429, 500)},
    }


def _parameter(name: str, schema: Json, example: str) -> Json:
    """A parameter of the address that may be missing; there it is text."""
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": schema["description"],
        "schema": {"type": "string"},
        "example": example,
    }


def _success(text: str, schema: Json, example: Any = None) -> Json:
    content: Json = {"schema": schema} if example is None else {"schema": schema, "example": example}
    return {"description": text, "content": {"application/json": content}}


def _refused(*statuses: int) -> Json:
    """The responses of these statuses."""
    return {str(status): _refusal(status) for status in statuses}


def _refusal(status: int) -> Json:
    content: Json = {"schema": _ref("Problem")}
    if status in _EXAMPLES:
        content["example"] = {"title": _TITLES[status], "status": status, "detail": _EXAMPLES[status]}
    headers = {"headers": _RETRY} if status in (429, 503) else {}
    return {"description": _REFUSED[status], **headers, "content": {"application/problem+json": content}}


_TITLES = {400: "Bad Request", 404: "Not Found", 429: "Too Many Requests", 503: "Service Unavailable"}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
