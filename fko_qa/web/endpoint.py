"""The endpoint ``/ask`` for gradio_client: the answer object of the other interfaces, in Gradio's own queue."""

from __future__ import annotations

from typing import Any

import gradio as gr
import msgspec
from gradio.events import api

from fko_qa.jsonio import Json
from fko_qa.web.api.forms import EXPECTED, AskedEdition, form_from
from fko_qa.web.api.service import Refusal, Service, broken
from fko_qa.web.limits import client_of

_TOLD = (
    "Beantwortet eine Frage zum Fortschrittsbericht der Fachkräfteoffensive NRW, mit wörtlichen Zitaten. Nachfragen brauchen die "
    "früheren Fragen in „history“."
)


def add_ask(service: Service, edition: str, at_once: int) -> None:
    """Add it, to be called within Blocks.

    Args:
        edition: date of the edition that answers.
        at_once: questions that Gradio answers at once, those on the pages among them.
    """

    # Gradio reads the types of these arguments; what comes in is checked below.
    async def ask(question: str, request: gr.Request, history: list[str] | None = None) -> dict[str, Any]:
        try:
            return await _answer(service, {"question": question, "history": history or [], "ausgabe": edition}, request)
        except Refusal as refusal:
            raise gr.Error(refusal.sentence, print_exception=False) from None

    api(ask, api_name="ask", api_description=_TOLD, concurrency_limit=at_once, concurrency_id="ask")


async def _answer(service: Service, given: Json, request: gr.Request) -> Json:
    try:
        return await service.ask(form_from(given, AskedEdition), client_of(request))
    except Refusal:
        raise
    except msgspec.ValidationError:
        raise gr.Error(f"Die Anfrage hat nicht die erwartete Form. {EXPECTED}", print_exception=False) from None
    except Exception as error:  # noqa: BLE001 - the last resort, as for REST
        raise broken(error) from None
