"""How much one client may ask: a bucket of tokens for each address, in memory only and never written down."""

from __future__ import annotations

import ipaddress
import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import gradio as gr
from starlette.requests import HTTPConnection

from fko_qa.errors import SettingsError
from fko_qa.settings import Settings

# Buckets that are kept; of more clients, who has not asked for longest starts anew. About 2 MB.
MAX_CLIENTS = 10_000
# Typing asks for a list at every key, which costs little; a question asks the model.
LISTS_PER_QUESTION = 20
_MINUTE = 60.0
# Who has IPv6 has a whole network of addresses.
_OWN_BITS = 64


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class RateLimit:
    """A token bucket for each client: full at first, refilled evenly, one token for each question.

    Args:
        per_minute: how many are refilled in a minute, and how many fit in; 0 turns the limit off.
        clock: seconds that only grow.
        most: how many clients are remembered.
        refused: called at each refusal.
    """

    def __init__(
        self,
        per_minute: int,
        clock: Callable[[], float] = time.monotonic,
        most: int = MAX_CLIENTS,
        refused: Callable[[], None] = lambda: None,
    ) -> None:
        self._size = float(per_minute)
        self._clock = clock
        self._most = most
        self._refused = refused
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, client: str, cost: int = 1) -> int:
        """Take tokens; 0 if there were enough, else nothing is taken and the whole seconds are told until there are.

        A cost above what fits in counts as a full bucket, so that everything is possible some time.
        """
        if not self._size:
            return 0
        needed = min(float(cost), self._size)
        with self._lock:
            now = self._clock()
            bucket = self._buckets.setdefault(client, _Bucket(self._size, now))
            self._buckets.move_to_end(client)
            while len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
            bucket.tokens = min(self._size, bucket.tokens + (now - bucket.at) * self._size / _MINUTE)
            bucket.at = now
            if bucket.tokens >= needed:
                bucket.tokens -= needed
                return 0
            self._refused()
            return math.ceil((needed - bucket.tokens) * _MINUTE / self._size)

    def __len__(self) -> int:
        return len(self._buckets)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one client may ask in all editions, on pages and by programs together: questions, and lists (while typing, too)."""

    questions: RateLimit
    lists: RateLimit

    @classmethod
    def of(cls, settings: Settings, refused: Callable[[], None] = lambda: None) -> Limits:
        """As the operator has set them; ``refused`` is called at each refusal."""
        most = settings.questions_per_minute
        return cls(RateLimit(most, refused=refused), RateLimit(most * LISTS_PER_QUESTION, refused=refused))


def put_off(seconds: int, t: Mapping[str, str]) -> str:
    """Says when a question may be asked again."""
    return t["limited_briefly"] if seconds == 1 else t["limited"].format(seconds=seconds)


def client_of(request: gr.Request | HTTPConnection | None) -> str:
    """By what a client is told from others: its address, or its network in IPv6; empty if unknown."""
    client = getattr(request, "client", None)
    host = str(getattr(client, "host", "") or "")
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host[:64]
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((int(address), _OWN_BITS), strict=False))
    return str(address)


def proxies(named: str) -> list[str]:
    """The addresses and networks of trusted proxies. Raises SettingsError if an entry is neither."""
    found = named.split()
    for one in found:
        try:
            ipaddress.ip_network(one)
        except ValueError as error:
            raise SettingsError(
                f"„{one}“ ist keine IP-Adresse und kein Netz. In trusted_proxies stehen Adressen wie 127.0.0.1 oder Netze wie "
                "10.0.0.0/8, durch Leerzeichen getrennt."
            ) from error
    return found
