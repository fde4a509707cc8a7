"""What a store of passages has to offer.

Passages are known by their row: their place in ``report_passages``. A search gives a score to every row, so that who asks need
not know how far the store looked. A store that holds more than it can score at once looks for the best rows only; the others get
what is known of them: no shared word counts 0, and a cosine is at most the lowest that was found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class LexicalSide(Protocol):
    """Finds passages by the words that they share with a question."""

    def __len__(self) -> int:
        """How many passages there are."""

    def tokens_of(self, passage: int) -> frozenset[str]:
        """The distinct tokens of the passage at this position."""

    def scores(self, tokens: Sequence[str]) -> NDArray[np.float32]:
        """BM25 score of every passage: (n_passages,), float32, 0 where no word is shared or others fit better."""


class DenseSide(Protocol):
    """Finds passages by their meaning."""

    def __len__(self) -> int:
        """How many passages there are."""

    def vectors(self, rows: Sequence[int]) -> NDArray[np.float32]:
        """The stored vectors at these positions: (n_rows, dim), float32, unit length."""

    def scores(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosine of every passage with a vector of unit length, (dim,): (n_passages,), float32.

        Where the store did not look so far it is the lowest that was found, which the true one does not exceed.
        """


@dataclass(frozen=True, slots=True)
class Row:
    """A passage as a store keeps it: its tokens, and what it can be filtered by. Outside the measures there is no such thing."""

    tokens: Sequence[str]
    cluster: str = ""
    ministries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of a report that is searched: of one cluster, of one ministry, or all of it."""

    cluster: str = ""
    ministry: str = ""


EVERYWHERE = Scope()


@dataclass(frozen=True, slots=True)
class Generation:
    """One build of one index in a store that others share.

    ``lineage`` is that of the index and stays when it is built again, ``number`` counts its builds.
    """

    lineage: str
    number: int
    collection: str

    @property
    def key(self) -> str:
        """The name by which its rows are found."""
        return f"{self.lineage}.{self.number}"


class PassageStore(Protocol):
    """A store outside the index folder. Whatever it is asked may raise StoredIndexError."""

    def write(
        self, rows: Sequence[Row], vectors: NDArray[np.float32], report: tuple[str, str], before: Generation | None
    ) -> Generation:
        """Store a build, complete when this returns; nobody searches it until an index names it.

        Args:
            vectors: (n_rows, dim), unit length.
            report: title and ISO date.
            before: the build that this one comes after, if there is one.
        """

    def keep(self, generations: Sequence[Generation]) -> None:
        """Remove the builds of the same lineage that are not among these."""

    def sides(
        self, generation: Generation, count: int, tokens_of: Callable[[int], frozenset[str]], scope: Scope = EVERYWHERE
    ) -> tuple[LexicalSide, DenseSide]:
        """Both sides of a stored build. Raises IndexMissingError if it is not there.

        Args:
            count: how many passages it has.
            tokens_of: the distinct tokens of a passage, which are worked out again and need no store.
        """
