"""The JSON objects that other programs rely on (DESIGN §3): names, order, types; and the stored report, equal to the parsed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from typing import Any

import pytest

from fko_qa import records
from fko_qa.jsonio import answer_object, decode_report, dumps, encode_report, measure_object, report_object
from fko_qa.records import (
    Answer,
    AnsweredMeasure,
    Citation,
    Field,
    Kind,
    Measure,
    Passage,
    Period,
    Report,
    ReportInfo,
    Section,
    Status,
    View,
)

MEASURE_KEYS = [
    "id",
    "title",
    "cluster",
    "page",
    "text",
    "fields",
    "links",
    "period",
    "funding",
    "ministries",
    "partners",
    "footnotes",
    "tables",
    "warnings",
]
ANSWER_KEYS = [
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
    "timings_ms",
]
Json = Any


def through_json(value: Json) -> Json:
    """What a program reads that gets our JSON text."""
    return json.loads(dumps(value))


# ------------------------------------------------------------------------------------------------------------------- measures


def test_a_measure_in_json_is_this(report: Report) -> None:
    """I.8, the contract's example, written out from the report."""
    measure = report.measure("I.8")
    assert measure is not None
    text = (
        "Ende des Jahres 2023 ist die erste Phase der Kampagne #WTFuture zur Gewinnung von Fachkräften für die Sozial- und "
        "Erziehungsberufe gestartet. Im Rahmen der Kampagne wird auf die wichtige Arbeit der Menschen, die in der sozialen "
        "Infrastruktur tätig sind, hingewiesen. So sollen junge Menschen, aber beispielsweise auch Menschen mit "
        "Einwanderungsgeschichte sowie weitere Zielgruppen für die Arbeit in Kitas, der Jugendhilfe und der Beratungsstruktur "
        "gewonnen werden. Darüber hinaus sollen zentrale Informationen zu z. B. Ausbildungswegen und Bezahlung bereitgestellt "
        "werden. In 2024 folgen weitere Bausteine zur Fortsetzung der Kampagne, um so nachhaltig auf die vielfältigen "
        "Möglichkeiten der Sozial- und Erziehungsberufe aufmerksam zu machen."
    )
    goal = (
        "Die Kampagne zielt auf die positive Darstellung und Wertschätzung für die Sozial- und Erziehungsberufe und die dort "
        "tätigen Menschen ab sowie auf die Gewinnung von Fachkräften in diesen Berufsfeldern."
    )
    assert through_json(measure_object(measure)) == {
        "id": "I.8",
        "title": "#WTFuture – Kampagne zur Gewinnung von Fachkräften in den Sozial- und Erziehungsberufen",
        "cluster": "I",
        "page": 24,
        "text": text,
        "fields": {
            "Ziel": goal,
            "Beginn/ Laufzeit": "Ende 2023 bis Ende 2026",
            "Geplante Mittel": "850.000 Euro pro Jahr",
            "Internetpräsenz": "https://www.wtfuture.de/",
            "Ressort": "MKJFGFI",
            "Partner in der Umsetzung": "-",
        },
        "links": ["https://www.wtfuture.de/"],
        "period": {
            "field": "Beginn/ Laufzeit",
            "start": "2023",
            "end": "2026",
            "precision": "year",
            "open_ended": False,
            "ongoing": False,
            "completed": False,
            "approximate": True,
            "duration_years": None,
            "label": None,
            "parts": [],
        },
        "funding": [
            {
                "amount_eur": 850000,
                "basis": "per_year",
                "approximate": False,
                "sources": [],
                "years": None,
                "raw": "850.000 Euro pro Jahr",
            }
        ],
        "ministries": ["MKJFGFI"],
        "partners": [],
        "footnotes": [],
        "tables": [],
        "warnings": [],
    }


def test_every_measure_has_the_same_keys_in_the_order_of_the_contract(report: Report) -> None:
    assert [measure.id for measure in report.measures if list(measure_object(measure)) != MEASURE_KEYS] == []


# Types by their names, as JSON has them in Python.
TEXT, MAYBE_TEXT, FLAG, NUMBER, LIST = {"str"}, {"str", "NoneType"}, {"bool"}, {"int"}, {"list"}
PERIOD = {
    "field": TEXT,
    "start": MAYBE_TEXT,
    "end": MAYBE_TEXT,
    "precision": MAYBE_TEXT,
    "open_ended": FLAG,
    "ongoing": FLAG,
    "completed": FLAG,
    "approximate": FLAG,
    "duration_years": NUMBER | {"NoneType"},
    "label": MAYBE_TEXT,
    "parts": LIST,
}
FUNDING = {"amount_eur": NUMBER, "basis": MAYBE_TEXT, "approximate": FLAG, "sources": LIST, "years": MAYBE_TEXT, "raw": TEXT}
MEASURE = {
    **dict.fromkeys(("id", "title", "cluster", "text"), frozenset(TEXT)),
    "page": NUMBER,
    "fields": {"dict"},
    "period": {"dict", "NoneType"},
    **dict.fromkeys(("links", "funding", "ministries", "partners", "footnotes", "tables", "warnings"), frozenset(LIST)),
}


def wrong(found: dict[str, Json], types: Mapping[str, AbstractSet[str]]) -> list[str]:
    """The keys that are missing, unknown or hold another type."""
    names = {key: type(value).__name__ for key, value in found.items()}
    return [key for key in {**names, **types} if names.get(key) not in types.get(key, set())]


def test_every_measure_has_values_of_the_same_types(report: Report) -> None:
    for found in map(through_json, map(measure_object, report.measures)):
        assert wrong(found, MEASURE) == []
        for term in [found["period"], *found["period"]["parts"]] if found["period"] else []:
            assert wrong(term, PERIOD) == []
        for amount in found["funding"]:
            assert wrong(amount, FUNDING) == []
        texts = [*found["fields"].values(), *(cell for table in found["tables"] for row in table for cell in row)]
        texts += [text for key in ("links", "ministries", "partners", "footnotes", "warnings") for text in found[key]]
        assert {type(text) for text in texts} == {str}


def test_list_items_of_a_field_are_joined_by_one_blank() -> None:
    measure = Measure("I.1", "Titel", "I", 3, "", (Field("Partner in der Umsetzung", ("Kreis Düren", "Stadt Köln")),), "")
    assert measure_object(measure)["fields"] == {"Partner in der Umsetzung": "Kreis Düren Stadt Köln"}


def test_fields_keep_the_order_of_the_table(report: Report) -> None:
    measure = report.measure("III.1")
    assert measure is not None
    assert list(measure_object(measure)["fields"]) == [
        "Ziel",
        "Inkrafttreten",
        "Internetpräsenz",
        "Ressort",
        "Partner in der Umsetzung",
    ]


def test_a_table_in_json_is_a_list_of_rows(report: Report) -> None:
    measure = report.measure("VI.8")
    assert measure is not None
    (table,) = through_json(measure_object(measure))["tables"]
    assert table[:3] == [
        ["Architektenkammer Nordrhein-Westfalen", "", ""],
        ["", "2022", "2023"],
        ["Anzahl gestellter Anträge", "79", "42"],
    ]


# --------------------------------------------------------------------------------------------------------------- whole report


def test_the_report_in_json_has_its_parts_in_order(report: Report) -> None:
    found = through_json(report_object(report))
    assert list(found) == ["report", "sections", "measures"]
    assert list(found["report"].items()) == [
        ("title", "Fortschrittsbericht zur Umsetzung der Fachkräfteoffensive NRW"),
        ("date", "2024-06-25"),
        ("publisher", "Landesregierung Nordrhein-Westfalen"),
        ("pages", 89),
    ]
    assert {tuple(section.items())[:2] for section in found["sections"]} == {
        (("name", section.name), ("page", section.page)) for section in report.sections
    }
    assert {tuple(section) for section in found["sections"]} == {("name", "page", "text")}
    assert found["measures"] == [through_json(measure_object(measure)) for measure in report.measures]


def test_a_stored_report_comes_back_equal(report: Report) -> None:
    assert decode_report(encode_report(report)) == report


def test_a_stored_report_keeps_every_kind_of_value() -> None:
    term = Period(
        "Inkrafttreten", "2024-Q4", None, "quarter", approximate=True, parts=(Period("x", duration_years=2, label="A"),)
    )
    measure = Measure(
        "I.1", "„Titel“ – mit Umlaut ä", "I", 3, "a\n\nb", (Field("Ziel", ()),), "v", period=term, tables=((("", "1"),),)
    )
    report = Report("T", "2024-06-25", "P", 9, {"I": "B"}, {}, (Section("A", 1, "", "", ("n",)),), (measure,))
    assert decode_report(encode_report(report)) == report


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"title": 3}', b"\xff\xfe", b"null"])
def test_what_is_no_stored_report_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode_report(data)


def test_umlauts_are_written_as_they_are() -> None:
    assert dumps({"Maßnahme": "Übergänge – „neu“"}) == '{"Maßnahme": "Übergänge – „neu“"}'
    assert dumps(["ä"], indent=1) == '[\n "ä"\n]'


# -------------------------------------------------------------------------------------------------------------------- answers

INFO = ReportInfo("Fortschrittsbericht", "2024-06-25")
FULL = Answer(
    id="q1",
    question="Wie viel Geld gibt es für einen bestandenen Meister?",
    status=Status.ANSWERED,
    kind=Kind.FIELD,
    answer="2.500 Euro.",
    value="2.500 Euro",
    measures=(AnsweredMeasure("IV.1", "Meisterprämie NRW", 57, 0.93, (Citation("die Prämie i. H. v. 2.500 Euro", 57, "Text"),)),),
    citations=(Citation("Der Fachkräftemangel stellt …", 9, "Einleitung"),),
    ranking=("IV.1", "IV.5"),
    filter="Ressort: MAGS",
    notes=("Ein Hinweis.",),
    report=INFO,
    timings_ms={"total": 18.2},
)


def test_the_reports_address_is_told_if_it_is_known() -> None:
    known = replace(FULL, report=replace(INFO, url="https://www.example.org/b.pdf"))
    assert answer_object(known)["report"] == {
        "title": "Fortschrittsbericht",
        "date": "2024-06-25",
        "url": "https://www.example.org/b.pdf",
    }


def test_an_answer_in_json_is_this() -> None:
    found = through_json(answer_object(FULL))
    assert list(found) == ANSWER_KEYS
    assert found == {
        "id": "q1",
        "question": "Wie viel Geld gibt es für einen bestandenen Meister?",
        "status": "answered",
        "kind": "field",
        "answer": "2.500 Euro.",
        "value": "2.500 Euro",
        "measures": [
            {
                "id": "IV.1",
                "title": "Meisterprämie NRW",
                "page": 57,
                "score": 0.93,
                "citations": [{"quote": "die Prämie i. H. v. 2.500 Euro", "page": 57, "section": "Text"}],
            }
        ],
        "citations": [{"quote": "Der Fachkräftemangel stellt …", "page": 9, "section": "Einleitung"}],
        "ranking": ["IV.1", "IV.5"],
        "filter": "Ressort: MAGS",
        "notes": ["Ein Hinweis."],
        "report": {"title": "Fortschrittsbericht", "date": "2024-06-25"},
        "timings_ms": {"total": 18.2},
    }
    assert [list(found["measures"][0]), list(found["citations"][0])] == [
        ["id", "title", "page", "score", "citations"],
        ["quote", "page", "section"],
    ]


def test_an_empty_answer_has_the_same_keys() -> None:
    empty = Answer(question="…", status=Status.ERROR, kind=Kind.NONE, answer="Nein.", report=None)
    found = through_json(answer_object(empty))
    assert list(found) == ANSWER_KEYS
    assert found == {
        "id": None,
        "question": "…",
        "status": "error",
        "kind": "none",
        "answer": "Nein.",
        "value": None,
        "measures": [],
        "citations": [],
        "ranking": [],
        "filter": None,
        "notes": [],
        "report": None,
        "timings_ms": {},
    }


def test_states_and_kinds_are_the_contracts() -> None:
    assert [str(status) for status in Status] == ["answered", "partial", "not_found", "error"]
    assert [str(kind) for kind in Kind] == ["topic", "field", "set", "number", "text", "none"]


# -------------------------------------------------------------------------------------------------------------------- records


def test_records_are_frozen_and_slotted() -> None:
    classes = [record for record in vars(records).values() if isinstance(record, type) and is_dataclass(record)]
    assert {Answer, Measure, Passage, Period, Report} <= set(classes)
    assert [record.__name__ for record in classes if "__slots__" not in vars(record)] == []
    for record in classes:
        instance = object.__new__(record)
        with pytest.raises(FrozenInstanceError):
            setattr(instance, fields(record)[0].name, None)


def test_a_field_knows_its_value_and_whether_it_says_anything() -> None:
    assert [
        (Field("Ziel", parts).value, Field("Ziel", parts).is_empty) for parts in [(), ("-",), ("a",), ("a", "-"), ("a", "b")]
    ] == [
        ("", True),
        ("-", True),
        ("a", False),
        ("a -", False),
        ("a b", False),
    ]


def test_fields_and_measures_are_found_by_name(report: Report) -> None:
    measure = report.measure("IV.2")
    assert measure is not None
    assert (measure.id, measure.field("Ressort")) == ("IV.2", Field("Ressort", ("MKJFGFI/MSB",)))
    assert measure.field("Geplante Mittel") is None
    assert [report.measure(missing) for missing in ("IV.12", "iv.2", "", "IV")] == [None] * 4


def test_only_a_whole_measure_cannot_be_quoted() -> None:
    views = {view: Passage("x", "I.1", True, view, "Text", 1, "").quotable for view in View}
    assert views == {view: view is not View.WHOLE for view in View}
