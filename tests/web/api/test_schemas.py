"""The schemas fit everything that is sent, whole and exactly."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from fko_qa.jsonio import answer_object, measure_object
from fko_qa.web.api.forms import AskedEdition
from fko_qa.web.api.openapi import openapi_document
from fko_qa.web.api.schemas import request_schema, response_schemas
from tests.fixtures import PROJECT, real_assistant
from tests.web.api.test_rest import sent as arrived

SCHEMAS = response_schemas("#/$defs/{name}")


def validator(name: str) -> Draft202012Validator:
    """Of one kind of object."""
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMAS})


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def test_every_measure_fits() -> None:
    check = validator("Measure")
    for measure in real_assistant().report.measures:
        sent = arrived(measure_object(measure))
        check.validate(sent)
        assert set(sent) == set(SCHEMAS["Measure"]["required"])
    assert not check.is_valid({**sent, "verbatim": ""})


@pytest.mark.parametrize(
    "question",
    ["IV.2", "laufzeit talentscouting", "Was machen MWIKE und MAGS zusammen?", "Wie spät ist es?", "Seit wann gibt es das?"],
)
def test_answers_fit(question: str) -> None:
    sent = arrived(answer_object(real_assistant().ask(question)))
    validator("Answer").validate(sent)
    assert set(sent) == set(SCHEMAS["Answer"]["required"])


def test_examples_in_the_document_fit_and_are_true() -> None:
    operation = openapi_document(real_assistant().report, 2000)["paths"]["/ask"]["post"]
    example = operation["responses"]["200"]["content"]["application/json"]["example"]
    validator("Answer").validate(example)
    (measure,) = example["measures"]
    source = real_assistant().report.measure(measure["id"])
    assert source is not None
    assert (measure["title"], measure["page"]) == (source.title, source.page)
    assert measure["citations"][0]["quote"] in source.verbatim
    request = Draft202012Validator(request_schema(AskedEdition, 2000))
    for asked in operation["requestBody"]["content"]["application/json"]["examples"].values():
        request.validate(asked["value"])


def test_a_question_has_a_limit_and_is_not_blank() -> None:
    request = Draft202012Validator(request_schema(AskedEdition, 10))
    allowed = [
        {"question": "x" * 10},
        {"question": " ä "},
        {"question": "\x19"},
        {"question": "x", "history": ["y"] * 6, "ausgabe": None},
    ]
    forbidden = [
        {},
        {"question": "x" * 11},
        {"question": " \n\t\x1c\x85\u3000"},
        {"question": "x", "history": ["y"] * 7},
        {"question": "x", "history": [""]},
        {"question": "x", "more": 1},
    ]
    assert [request.is_valid(one) for one in (*allowed, *forbidden)] == [True] * 4 + [False] * 6


def test_the_project_has_no_second_encoder() -> None:
    for path in (PROJECT / "fko_qa" / "web" / "api").glob("*.py"):
        assert "to_builtins(measure)" not in path.read_text(encoding="utf-8")
