"""What gradio_client sees: one named endpoint, nothing of the pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError

from fko_qa.jsonio import answer_object
from tests.fixtures import real_assistant
from tests.web.api.test_rest import FORM, PERMENTI, untimed
from tests.web.conftest import App, gradio_client


@pytest.fixture(scope="module")
def gradio(server: App) -> Iterator[Client]:
    with gradio_client(server) as client:
        yield client


def test_one_endpoint_is_named_and_the_pages_are_private(gradio: Client) -> None:
    info = gradio.view_api(return_format="dict", print_info=False)
    assert isinstance(info, dict)
    assert (list(info["named_endpoints"]), info["unnamed_endpoints"]) == (["/ask"], {})
    parameters = info["named_endpoints"]["/ask"]["parameters"]
    assert [(one["parameter_name"], one["parameter_has_default"]) for one in parameters] == [
        ("question", False),
        ("history", True),
    ]


def test_it_gives_the_answer_object(gradio: Client) -> None:
    answer = gradio.predict("Und wie lange läuft das?", [PERMENTI], api_name="/ask")
    assert untimed(answer) == untimed(answer_object(real_assistant().ask("Und wie lange läuft das?", [PERMENTI])))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"question": "x" * 2001}, "Die Frage hat 2.001 Zeichen, möglich sind 2.000. Bitte fassen Sie sich kürzer."),
        ({"question": 5}, f"Die Anfrage hat nicht die erwartete Form. {FORM}"),
        ({"question": "IV.2", "history": ["IV.1"] * 7}, f"Die Anfrage hat nicht die erwartete Form. {FORM}"),
    ],
)
def test_a_refusal_is_its_sentence(gradio: Client, given: dict[str, object], sentence: str) -> None:
    with pytest.raises(AppError) as caught:
        gradio.predict(**given, api_name="/ask")
    assert str(caught.value) == sentence
