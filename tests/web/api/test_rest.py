"""REST over real HTTP: the objects of the command line, and one sentence for everything else."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from fko_qa.jsonio import answer_object, dumps, measure_object
from fko_qa.web.headers import security_headers
from tests.fixtures import real_assistant
from tests.web.conftest import App

FORM = 'Erwartet wird {"question": "…", "history": ["…"]} mit höchstens 6 früheren Fragen oder ohne „history“.'
JSON = {"Content-Type": "application/json"}
PERMENTI = "Wer ist für PerMenti zuständig?"


def sent(value: Any) -> Any:
    """An object as it comes out of JSON."""
    return json.loads(dumps(value))


def untimed(answer: Any) -> dict[str, Any]:
    """An answer as it comes out of JSON, without what differs each time."""
    return {**sent(answer), "timings_ms": None}


def detail(response: httpx.Response, status: int) -> str:
    """The sentence of a refusal, which is told as RFC 9457 has it."""
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert (response.status_code, body["status"], sorted(body)) == (status, status, ["detail", "status", "title"])
    return str(body["detail"])


@pytest.mark.parametrize(
    ("question", "history"),
    [
        ("laufzeit talentscouting", []),
        ("Und wie lange läuft das?", [PERMENTI]),
        ("Was machen MWIKE und MAGS zusammen?", []),
        ("Wie spät ist es?", []),
        ("Meisterprämie \u202e 😀", []),
    ],
)
def test_an_answer_is_that_of_the_assistant(client: httpx.Client, question: str, history: list[str]) -> None:
    response = client.post("/ask", json={"question": question, "history": history})
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")
    assert untimed(response.json()) == untimed(answer_object(real_assistant().ask(question, history)))


def test_a_follow_up_is_understood_from_the_history_that_is_sent(client: httpx.Client) -> None:
    answer = client.post("/ask", json={"question": "Und wie lange läuft das?", "history": [PERMENTI]}).json()
    first = client.post("/ask", json={"question": PERMENTI}).json()
    assert [one["id"] for one in answer["measures"]] == [one["id"] for one in first["measures"]]
    assert answer["notes"][0] == f"Bezogen auf Ihre Frage „{PERMENTI}“."


def test_all_measures_come_as_the_command_prints_them(client: httpx.Client) -> None:
    assert client.get("/measures").json() == sent([measure_object(one) for one in real_assistant().report.measures])


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        ({"ressort": "mags", "cluster": "vi"}, ["VI.2", "VI.3", "VI.7"]),
        ({"ressort": "MAGS", "cluster": "VI", "ausgabe": "2024-06-25"}, ["VI.2", "VI.3", "VI.7"]),
        ({"ressort": "JM"}, []),
        ({"ressort": "", "cluster": "I", "ausgabe": ""}, [f"I.{number}" for number in range(1, 13)]),
    ],
)
def test_measures_are_filtered(client: httpx.Client, given: dict[str, str], ids: list[str]) -> None:
    assert [one["id"] for one in client.get("/measures", params=given).json()] == ids


@pytest.mark.parametrize("number", ["IV.2", "iv.2", "4.2", "massnahme 4.2", "IV/2", "Cluster 4 Nummer 2", "vier zwei"])
def test_one_measure_by_its_number_in_any_spelling(client: httpx.Client, number: str) -> None:
    found = client.get(f"/measures/{quote(number, safe='')}")
    measure = real_assistant().report.measure("IV.2")
    assert measure is not None
    assert (found.status_code, found.json()) == (200, sent(measure_object(measure)))


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        (
            "/measures/IV.14",
            404,
            "„IV.14“ ist keine Maßnahme. Eine Maßnahme IV.14 gibt es im Bericht nicht. Cluster IV hat die Maßnahmen IV.1 bis "
            "IV.11.",
        ),
        ("/measures/nichts", 404, "„nichts“ ist keine Maßnahme. Erwartet wird eine Nummer wie IV.2."),
        ("/measures?cluster=IX", 422, "Cluster „IX“ gibt es im Bericht nicht. Möglich sind: I, II, III, IV, V, VI."),
        ("/measures?ausgabe=1999-01-01", 404, "Diese Ausgabe des Berichts gibt es nicht. Möglich sind: 2024-06-25."),
        ("/measures/IV.2?ausgabe=x", 404, "Diese Ausgabe des Berichts gibt es nicht. Möglich sind: 2024-06-25."),
        ("/nirgends", 404, "Diese Adresse gibt es nicht. Was es gibt, steht unter /api/v1/openapi.json."),
        ("/ask", 405, "GET geht hier nicht. Was geht, steht unter /api/v1/openapi.json."),
    ],
)
def test_what_there_is_not_is_told(client: httpx.Client, path: str, status: int, sentence: str) -> None:
    assert detail(client.get(path), status) == sentence


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        (b"", 400, f"Die Anfrage ist kein JSON in UTF-8. {FORM}"),
        (b'{"question": "IV.2"', 400, f"Die Anfrage ist kein JSON in UTF-8. {FORM}"),
        ('{"question": "für"}'.encode("latin-1"), 400, f"Die Anfrage ist kein JSON in UTF-8. {FORM}"),
        (b'{"question": "\\ud800"}', 400, f"Die Anfrage ist kein JSON in UTF-8. {FORM}"),
        (b"[" * 100_000, 422, f"Die Anfrage hat nicht die erwartete Form. {FORM}"),
        (b"{}", 422, f"Die Anfrage hat nicht die erwartete Form. {FORM}"),
        (b'{"question": 5}', 422, f"Die Anfrage hat nicht die erwartete Form. {FORM}"),
        (b'{"question": "IV.2", "model": "x"}', 422, f"Die Anfrage hat nicht die erwartete Form. {FORM}"),
        (
            b'{"question": "IV.2", "history": ["a","a","a","a","a","a","a"]}',
            422,
            f"Die Anfrage hat nicht die erwartete Form. {FORM}",
        ),
        (
            b'{"question": " "}',
            422,
            "Die Frage ist leer. Bitte schreiben Sie, wonach Sie suchen, zum Beispiel: Wer hilft mir bei der Ausbildung?",
        ),
        (
            b'{"question": "' + b"x" * 2001 + b'"}',
            422,
            "Die Frage hat 2.001 Zeichen, möglich sind 2.000. Bitte fassen Sie sich kürzer.",
        ),
        # 7 texts of 2,000 characters in 12 bytes each, and 4,096 around
        (b" " * 172_097, 413, "Die Anfrage ist zu groß. Möglich sind 172096 Bytes."),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_request_that_cannot_be_read_is_told(client: httpx.Client, body: bytes, status: int, sentence: str) -> None:
    assert detail(client.post("/ask", content=body, headers=JSON), status) == sentence


def test_a_body_whose_length_is_not_told_is_not_read_beyond_the_limit(client: httpx.Client) -> None:
    response = client.post("/ask", content=(b" " * 10_000 for _ in range(18)), headers=JSON)
    assert detail(response, 413) == "Die Anfrage ist zu groß. Möglich sind 172096 Bytes."


def test_what_is_not_said_to_be_json_is_turned_away(client: httpx.Client) -> None:
    sentence = "Die Anfrage ist nicht als JSON gekennzeichnet. Erwartet wird Content-Type: application/json."
    assert detail(client.post("/ask", data={"question": "IV.2"}), 415) == sentence
    assert client.post(
        "/ask", content=b'{"question": "IV.2"}', headers={"Content-Type": "application/json; charset=utf-8"}
    ).is_success


@pytest.mark.parametrize("path", ["api/v1/measures/IV.2", "api/v1/openapi.json", "api/v1/nirgends", "healthz", "metrics", "mcp"])
def test_every_response_has_the_headers(server: App, path: str) -> None:
    headers = httpx.get(server.address + path).headers
    assert {name: headers[name] for name in security_headers("")} == security_headers("")
