"""What programs can ask, by whichever interface: limits first, then the answer as the objects of the command line's JSON."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from http import HTTPStatus
from typing import TypeVar

import anyio
from anyio import to_thread

from fko_qa.assistant import Assistant
from fko_qa.editions import Editions
from fko_qa.errors import QuestionError, StoredIndexError, UsageError
from fko_qa.jsonio import Json, answer_object, measure_object
from fko_qa.records import Measure
from fko_qa.selection import chosen, named
from fko_qa.web.api.forms import AskedEdition, Listed, Shown
from fko_qa.web.desk import CrowdedError, Desk
from fko_qa.web.limits import Limits, RateLimit, put_off
from fko_qa.web.texts import GERMAN, texts

# Who finds everything full may come back after so many seconds.
RETRY_S = 5
# The same if the store of the passages does not answer: somebody has to start it again.
AWAY_S = 60
_FULL = f"Gerade werden sehr viele Fragen gestellt. Bitte versuchen Sie es in {RETRY_S} Sekunden noch einmal."
_BROKEN = "Das hat leider nicht geklappt, der Fehler liegt bei uns. Bitte versuchen Sie es später noch einmal."
T = TypeVar("T")


class Refusal(Exception):  # noqa: N818 - no error of the program: an answer of another kind
    """Why there is no answer, in one German sentence.

    Args:
        retry_after: seconds until it is worth trying again.
    """

    def __init__(self, status: HTTPStatus, sentence: str, retry_after: int | None = None) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
        self.retry_after = retry_after


def broken(error: Exception) -> Refusal:
    """The refusal for what should not happen. Logged is where it did, never what was asked: messages may repeat that."""
    places = "".join(traceback.format_tb(error.__traceback__))
    logging.getLogger(__name__).error("%s in an interface:\n%s", type(error).__name__, places)
    return Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, _BROKEN)


class Service:
    """Questions and look-ups of programs. Every method raises Refusal; ``client`` is whose limit counts.

    Args:
        desk: the room for questions; the editions' assistants send theirs there.
    """

    def __init__(self, editions: Editions, limits: Limits, desk: Desk) -> None:
        self._editions = editions
        self._limits = limits
        self._desk = desk
        # Most programs wait before they get a thread, so that people's questions on the pages come between theirs.
        self._threads = anyio.CapacityLimiter(2 * desk.at_once)

    async def ask(self, asked: AskedEdition, client: str) -> Json:
        """The answer object to a question."""
        assistant = await self._assistant(asked.ausgabe)
        _within(self._limits.questions, client)
        try:
            with self._desk.places(1 + len(asked.history)):
                answer = await to_thread.run_sync(assistant.ask, asked.question, asked.history, limiter=self._threads)
        except CrowdedError as error:
            raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, _FULL, RETRY_S) from error
        except QuestionError as error:
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
        except StoredIndexError as error:
            logging.getLogger(__name__).error("%s", error)  # for the operator alone: it names the server's addresses
            raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, texts(GERMAN)["store_away"], AWAY_S) from error
        return answer_object(answer)

    async def measure(self, shown: Shown, client: str) -> Json:
        """One measure, whole."""
        report = (await self._assistant(shown.ausgabe)).report
        _within(self._limits.lists, client)
        return measure_object(_or_refused(HTTPStatus.NOT_FOUND, lambda: named(shown.id, report)))

    async def measures(self, listed: Listed, client: str) -> list[Measure]:
        """The measures of a ministry and a cluster, in the report's order."""
        report = (await self._assistant(listed.ausgabe)).report
        _within(self._limits.lists, client)
        return _or_refused(HTTPStatus.UNPROCESSABLE_ENTITY, lambda: chosen(report, listed.ressort, listed.cluster))

    async def _assistant(self, date: str | None) -> Assistant:
        """The assistant of an edition, the default one if none is named; it may have to be loaded first."""
        edition = self._editions.find(date) if date else self._editions.default
        if edition is None:
            known = ", ".join(one.date for one in self._editions.all())
            raise Refusal(HTTPStatus.NOT_FOUND, f"Diese Ausgabe des Berichts gibt es nicht. Möglich sind: {known}.")
        return await to_thread.run_sync(self._editions.assistant, edition)


def _within(limit: RateLimit, client: str) -> None:
    if seconds := limit.wait(client):
        raise Refusal(HTTPStatus.TOO_MANY_REQUESTS, put_off(seconds, texts(GERMAN)), seconds)


def _or_refused(status: HTTPStatus, look_up: Callable[[], T]) -> T:
    try:
        return look_up()
    except UsageError as error:
        raise Refusal(status, str(error)) from error
