"""The OpenAPI document is complete and true: the server is asked whatever the document allows, and much that it does not."""

from __future__ import annotations

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.schemas import OpenApiSchema

from tests.web.conftest import App

EXAMPLES = 40
OPERATIONS = [("POST", "/ask"), ("GET", "/measures"), ("GET", "/measures/{id}")]


@pytest.fixture(scope="module")
def document(server: App) -> OpenApiSchema:
    """The document as the server gives it."""
    # That a ministry, a cluster or an edition exists is no matter of form: 404 and 422 are right for one that does not.
    checks = {"positive_data_acceptance": {"expected-statuses": [200, 404, 422]}}
    config = schemathesis.Config.from_dict({"checks": checks})
    return schemathesis.openapi.from_url(f"{server.address}api/v1/openapi.json", config=config)


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_the_server_does_what_its_document_says(document: OpenApiSchema, method: str, path: str, mode: GenerationMode) -> None:
    tried: list[int] = []

    @given(case=document[path][method].as_strategy(mode))
    @settings(max_examples=EXAMPLES, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    def holds(case: Case) -> None:
        tried.append(case.call_and_validate().status_code)

    holds()
    assert len(tried) >= EXAMPLES


def test_every_route_and_every_status_is_in_it(client: httpx.Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    told = {
        f"{method} {path}": sorted(operation["responses"])
        for path, item in paths.items()
        for method, operation in item.items()
        if method != "parameters"
    }
    assert told == {
        "post /ask": ["200", "400", "404", "413", "415", "422", "429", "500", "503"],
        "get /measures": ["200", "404", "422", "429", "500"],
        "get /measures/{id}": ["200", "404", "429", "500"],
    }


def test_everything_in_it_is_told_and_nothing_of_other_hosts(client: httpx.Client) -> None:
    response = client.get("/openapi.json")
    document = response.json()
    assert (document["openapi"], document["servers"][0]["url"]) == ("3.1.0", "/api/v1")
    schemas = document["components"]["schemas"]
    assert [name for name, schema in schemas.items() if not schema["description"]] == []
    assert sorted(schemas) == [
        "Answer",
        "AnsweredMeasure",
        "Citation",
        "Funding",
        "Kind",
        "Measure",
        "Period",
        "Problem",
        "ReportInfo",
        "Status",
    ]
    assert "http" not in response.text
