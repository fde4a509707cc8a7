"""REST under ``/api/v1``, and what an operator's machines ask: ``/healthz``, ``/metrics``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from http import HTTPStatus
from threading import Event
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from fko_qa.jsonio import Json, dumps, measure_object
from fko_qa.web.api.forms import EXPECTED, Asked, AskedEdition, Listed, Shown, form_of
from fko_qa.web.api.service import RETRY_S, Refusal, Service, broken
from fko_qa.web.limits import client_of
from fko_qa.web.metrics import CONTENT_TYPE, Metrics

ROOT = "/api/v1"
Handler = Callable[[Request], Awaitable[Response]]
_NOT_JSON = f"Die Anfrage ist kein JSON in UTF-8. {EXPECTED}"
_OTHER_FORM = f"Die Anfrage hat nicht die erwartete Form. {EXPECTED}"


def rest_routes(service: Service, document: Json, max_body: int) -> list[Route]:
    """The routes of the API.

    Args:
        document: the OpenAPI document.
        max_body: bytes that a request's body may have.
    """

    @_told
    async def ask(request: Request) -> Response:
        asked = _asked(await _body(request, max_body))
        to_edition = AskedEdition(asked.question, asked.history, request.query_params.get("ausgabe"))
        return as_json(await service.ask(to_edition, client_of(request)))

    @_told
    async def measures(request: Request) -> Response:
        given = {name: value for name in ("ressort", "cluster", "ausgabe") if (value := request.query_params.get(name))}
        return as_json([measure_object(one) for one in await service.measures(Listed(**given), client_of(request))])

    @_told
    async def measure(request: Request) -> Response:
        shown = Shown(request.path_params["id"], request.query_params.get("ausgabe"))
        return as_json(await service.measure(shown, client_of(request)))

    async def openapi(_: Request) -> Response:
        return as_json(document)

    return [
        Route(f"{ROOT}/ask", ask, methods=["POST"]),
        Route(f"{ROOT}/measures", measures),
        Route(f"{ROOT}/measures/{{id:path}}", measure),
        Route(f"{ROOT}/openapi.json", openapi),
    ]


def health_route(ready: Event, build: Json) -> Route:
    """``/healthz``: 200 when questions are answered without waiting for the model, 503 before."""

    async def health(_: Request) -> Response:
        if ready.is_set():
            return as_json({"status": "ready", **build})
        return as_json({"status": "starting", **build}, HTTPStatus.SERVICE_UNAVAILABLE, {"Retry-After": str(RETRY_S)})

    return Route("/healthz", health)


def metrics_route(metrics: Metrics) -> Route:
    """``/metrics`` for Prometheus."""

    async def measured(_: Request) -> Response:
        return Response(metrics.text(), media_type=CONTENT_TYPE, headers=_NOT_KEPT)

    return Route("/metrics", measured)


def programs_app(routes: list[Any]) -> Starlette:
    """The app of these routes; whatever it cannot answer, it tells in one sentence."""
    return Starlette(routes=routes, exception_handlers={HTTPException: _no_route})


_NOT_KEPT = {"Cache-Control": "no-store"}


def as_json(value: Any, status: int = HTTPStatus.OK, headers: dict[str, str] | None = None) -> Response:
    """A response that is JSON, with umlauts as they are."""
    return Response(dumps(value), status, {**_NOT_KEPT, **(headers or {})}, "application/json")


def problem(refusal: Refusal, headers: dict[str, str] | None = None) -> Response:
    """A refusal as RFC 9457 has it; ``detail`` is the sentence for people."""
    value = {"title": refusal.status.phrase, "status": refusal.status.value, "detail": refusal.sentence}
    again = {"Retry-After": str(refusal.retry_after)} if refusal.retry_after is not None else {}
    return Response(dumps(value), refusal.status.value, {**_NOT_KEPT, **(headers or {}), **again}, "application/problem+json")


def _told(handler: Handler) -> Handler:
    """The handler, whose refusals and failures become responses."""

    @wraps(handler)
    async def told(request: Request) -> Response:
        try:
            return await handler(request)
        except Refusal as refusal:
            return problem(refusal)
        except ClientDisconnect:
            return Response(status_code=HTTPStatus.BAD_REQUEST)  # nobody reads it
        except Exception as error:  # noqa: BLE001 - the last resort: a log must not get a message with a question in it
            return problem(broken(error))

    return told


async def _no_route(request: Request, error: Exception) -> Response:
    """No such address, or not in this way."""
    if not isinstance(error, HTTPException):
        raise error
    sentences = {
        HTTPStatus.NOT_FOUND: f"Diese Adresse gibt es nicht. Was es gibt, steht unter {ROOT}/openapi.json.",
        HTTPStatus.METHOD_NOT_ALLOWED: f"{request.method[:10]} geht hier nicht. Was geht, steht unter {ROOT}/openapi.json.",
    }
    status = HTTPStatus(error.status_code)
    return problem(Refusal(status, sentences.get(status, status.phrase)), dict(error.headers or {}))


async def _body(request: Request, most: int) -> bytes:
    """The body. Raises Refusal if it is no JSON by its type, or larger than ``most`` bytes (then it is not read)."""
    if request.headers.get("content-type", "").partition(";")[0].strip().casefold() != "application/json":
        sentence = "Die Anfrage ist nicht als JSON gekennzeichnet. Erwartet wird Content-Type: application/json."
        raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, sentence)
    too_large = Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"Die Anfrage ist zu groß. Möglich sind {most} Bytes.")
    said = request.headers.get("content-length", "0")
    if said.isdecimal() and int(said) > most:
        raise too_large
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise too_large
    return bytes(body)


def _asked(body: bytes) -> Asked:
    try:
        return form_of(body, Asked)
    except msgspec.ValidationError as error:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, _OTHER_FORM) from error
    except msgspec.DecodeError as error:
        raise Refusal(HTTPStatus.BAD_REQUEST, _NOT_JSON) from error
