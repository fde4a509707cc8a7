"""JSON schemas of what programs get: made from the records, so that they cannot differ from them, and told in German."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from fko_qa.jsonio import Json
from fko_qa.records import Answer, Measure

_TOLD = {
    "Answer": "Eine Antwort: kurzer Text, die passenden Maßnahmen und wörtliche Zitate mit Seite.",
    "Answer.id": "Immer null; nur der Stapelbetrieb der Befehlszeile vergibt eine.",
    "Answer.question": "Die Frage, wie sie gestellt wurde.",
    "Answer.status": "answered: steht im Bericht; partial: es gibt Maßnahmen dazu, die gefragte Angabe aber nicht; "
    "not_found: dazu steht nichts im Bericht.",
    "Answer.kind": "Wonach gefragt wurde: topic (Thema), field (Angabe), set (Auswahl), number (Nummer), text (anderer "
    "Abschnitt), none (nichts davon).",
    "Answer.answer": "Die Antwort in einem bis drei Sätzen.",
    "Answer.value": "Die gefragte Angabe wörtlich, „keine Angabe“ oder null.",
    "Answer.measures": "Die Maßnahmen, die gezeigt werden, beste zuerst; bei not_found leer.",
    "Answer.citations": "Zitate von außerhalb der Maßnahmen (Vorwort, Einleitung, Partner, Ausblick).",
    "Answer.ranking": "Die Nummern der zehn ähnlichsten Maßnahmen, auch wenn nichts gezeigt wird.",
    "Answer.filter": "Wie eine Frage nach einer Auswahl verstanden wurde, sonst null.",
    "Answer.notes": "Hinweise: Widersprüche im Bericht, erkannte Sprache, Bezug auf eine frühere Frage.",
    "Answer.report": "Der Bericht, aus dem zitiert wird.",
    "Answer.timings_ms": "Rechenzeit in Millisekunden.",
    "AnsweredMeasure": "Eine gezeigte Maßnahme mit ihren Zitaten.",
    "AnsweredMeasure.id": "Nummer der Maßnahme.",
    "AnsweredMeasure.page": "Gedruckte Seite, auf der die Maßnahme beginnt.",
    "AnsweredMeasure.score": "Wie gut sie passt, von 0 bis 1.",
    "Citation": "Ein wörtliches Zitat.",
    "Citation.quote": "Zusammenhängender Wortlaut des Berichts.",
    "Citation.page": "Gedruckte Seite, auf der der Abschnitt beginnt.",
    "Citation.section": "Wo es steht: Text, Titel, eine Zeile der Tabelle oder der Name eines Abschnitts.",
    "ReportInfo": "Ein Bericht.",
    "ReportInfo.date": "Datum der Ausgabe (ISO 8601).",
    "ReportInfo.url": "Öffentliche Adresse der PDF-Datei; fehlt, wenn keine bekannt ist.",
    "Measure": "Eine Maßnahme, wie sie im Bericht steht, und was davon verstanden wurde.",
    "Measure.id": "Nummer der Maßnahme.",
    "Measure.cluster": "Cluster (Kapitel), römische Zahl.",
    "Measure.page": "Gedruckte Seite, auf der sie beginnt.",
    "Measure.text": "Der Text; Absätze sind durch eine Leerzeile getrennt.",
    "Measure.fields": "Die Zeilen der Tabelle: Beschriftung und Wortlaut; „-“ heißt keine Angabe.",
    "Measure.links": "Internetadressen.",
    "Measure.period": "Die Laufzeit, wie sie verstanden wurde.",
    "Measure.funding": "Die Beträge, wie sie verstanden wurden.",
    "Measure.ministries": "Kürzel der Ressorts.",
    "Measure.partners": "Partner in der Umsetzung.",
    "Measure.footnotes": "Fußnoten.",
    "Measure.tables": "Tabellen im Text: Tabelle, Zeile, Zelle.",
    "Measure.warnings": "Widersprüche und Auffälligkeiten im Bericht.",
    "Period": "Eine Laufzeit. Daten nach ISO 8601, auch verkürzt („2023“, „2023-05“), oder ein Quartal („2024-Q4“).",
    "Period.parts": "Die einzelnen Laufzeiten, wenn mehrere genannt sind.",
    "Funding": "Ein Betrag.",
    "Funding.amount_eur": "Betrag in Euro.",
    "Funding.basis": "per_year (im Jahr), total (insgesamt) oder null.",
    "Funding.raw": "Der Wortlaut, aus dem der Betrag gelesen wurde.",
    "Status": "Was eine Antwort ist; error kommt nur im Stapelbetrieb der Befehlszeile vor.",
    "Kind": "Wonach gefragt wurde.",
    "Problem": "Warum es keine Antwort gibt (RFC 9457).",
    "Problem.title": "Name des Statuscodes.",
    "Problem.status": "Der Statuscode.",
    "Problem.detail": "Ein Satz auf Deutsch: was nicht ging und was zu tun ist.",
}
# Something else than white space, which is not quite the same in Python as in a schema's \s.
_NOT_BLANK = "[^" + "".join(f"\\u{code:04x}" for code in range(0x3001) if chr(code).isspace()) + "]"
_PROBLEM: dict[str, Json] = {
    "title": {"type": "string"},
    "status": {"type": "integer"},
    "detail": {"type": "string", "minLength": 1},
}


def response_schemas(ref: str = "#/components/schemas/{name}") -> dict[str, Json]:
    """Name → JSON schema (2020-12) of every object that is sent. All are closed: what is not named does not come.

    Args:
        ref: where the schemas lie in their document.
    """
    _, found = msgspec.json.schema_components([Answer, Measure], ref_template=ref)
    schemas: dict[str, Json] = {name: _sent(schema) for name, schema in found.items() if name != "Field"}
    schemas["Problem"] = _sent({"type": "object", "properties": {name: {**kind} for name, kind in _PROBLEM.items()}})
    # As fko_qa.jsonio sends them.
    report, measure = schemas["ReportInfo"], schemas["Measure"]
    report["properties"]["url"] = {"type": "string"}
    report["required"].remove("url")
    del measure["properties"]["verbatim"]
    measure["required"].remove("verbatim")
    measure["properties"]["fields"] = {"type": "object", "additionalProperties": {"type": "string"}}
    return {name: _told(name, schema) for name, schema in schemas.items()}


def request_schema(form: type[msgspec.Struct], most: int) -> Json:
    """JSON schema of what is sent to us, with everything in place (no references).

    Args:
        most: characters of a question.
    """
    _, found = msgspec.json.schema_components([form])
    schema: Json = {**found[form.__name__]}
    schema.pop("title", None)
    limits = {"minLength": 1, "maxLength": most, "pattern": _NOT_BLANK}
    if "question" in schema["properties"]:
        schema["properties"]["question"] |= limits
        schema["properties"]["history"]["items"] |= limits
    return schema


def _sent(schema: Mapping[str, Any]) -> Json:
    """Without what is said in English; of an object, every property always comes, and no other."""
    bare: Json = {name: value for name, value in schema.items() if name not in ("title", "description")}
    if bare.get("type") != "object":
        return {"type": "string", **bare}
    properties = {name: {**value} for name, value in bare["properties"].items()}
    for value in properties.values():
        value.pop("default", None)
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _told(name: str, schema: Json) -> Json:
    """With German descriptions."""
    for property_, value in schema.get("properties", {}).items():
        if (text := _TOLD.get(f"{name}.{property_}")) is not None:
            value["description"] = text
    return {"description": _TOLD[name], **schema}
