"""Passages in Milvus: a cluster, a single server, or a local file by Milvus Lite. The one place that knows pymilvus.

All reports and editions of one vector width lie in one collection. A build's rows carry its generation; a search filters by it.
"""

from __future__ import annotations

import json
import logging
import re
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fko_qa.errors import IndexMissingError, SettingsError, StoredIndexError
from fko_qa.lexical import K1, B
from fko_qa.stores.address import Address
from fko_qa.stores.milvus_sides import Found, MilvusDense, MilvusLexical
from fko_qa.stores.sides import EVERYWHERE, Generation, Row, Scope

# Above this a graph (HNSW) is searched instead of every vector.
EXACT_UP_TO = 100_000
PREFIX = "fko_qa_"
_GRAPH = "_hnsw"
# Rows in one message: 400 floats and a page of words each stay far below the 64 MB of gRPC.
_BATCH = 500
_CONNECT_SECONDS = 5.0
# A person waits for an answer. Milvus Lite makes its index of words at the first question, which takes as long as it takes.
_ANSWER_SECONDS = 10.0
_WRITE_SECONDS = 600.0
_NO_WORD = re.compile(r"[\W_]")


def collection_name(count: int, dim: int) -> str:
    """The collection for a build of so many passages: what decides about the index of its vectors is in the name."""
    return f"{PREFIX}{dim}{_GRAPH if count > EXACT_UP_TO else ''}"


def words(tokens: Sequence[str]) -> str:
    """Tokens as a text that every analyser splits at its blanks and nowhere else: other marks than letters are spelled out.

    Milvus Lite has no analyser that splits at white space only.

    >>> words(["kita-helf", "kita"])
    'kita_2d_helf kita'
    """
    return " ".join(_NO_WORD.sub(lambda mark: f"_{ord(mark[0]):x}_", token) for token in tokens)


class MilvusStore:
    """A Milvus, connected at the first use. Safe to share between threads. Raises SettingsError without pymilvus."""

    def __init__(self, address: Address, token: str = "") -> None:
        try:
            import pymilvus
        except ImportError as error:
            raise SettingsError(
                f"Für den Speicher „{address.uri}“ fehlt ein Paket. Bitte installieren Sie: pip install 'fko-qa[milvus]'"
            ) from error
        for name in ("pymilvus", "milvus_lite"):  # they log what they also raise
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self._library: Any = pymilvus
        self._address = address
        self._token = token
        self._patience = _WRITE_SECONDS if address.file else _ANSWER_SECONDS

    @cached_property
    def _client(self) -> Any:
        return self._library.MilvusClient(self._address.uri, token=self._token, timeout=_CONNECT_SECONDS)

    def write(
        self, rows: Sequence[Row], vectors: NDArray[np.float32], report: tuple[str, str], before: Generation | None
    ) -> Generation:
        """Store a build (:class:`fko_qa.stores.PassageStore`)."""
        lineage, number = (before.lineage, before.number + 1) if before else (uuid.uuid4().hex[:12], 1)
        generation = Generation(lineage, number, collection_name(len(rows), vectors.shape[1]))
        title, edition = report
        common = {"generation": generation.key, "report": title[:500], "edition": edition}
        with self._plain():
            if self._address.file is not None:
                self._address.file.parent.mkdir(parents=True, exist_ok=True)
            self._create(generation.collection, vectors.shape[1])
            self._client.load_collection(generation.collection, timeout=_WRITE_SECONDS)
            # A build that was killed may have left rows under the same name.
            self._client.delete(generation.collection, filter=_is(generation), timeout=_WRITE_SECONDS)
            for begin in range(0, len(rows), _BATCH):
                batch = zip(range(begin, len(rows)), rows[begin : begin + _BATCH], vectors[begin : begin + _BATCH], strict=False)
                records = [{**common, **_record(generation, place, row, vector)} for place, row, vector in batch]
                self._client.insert(generation.collection, records, timeout=_WRITE_SECONDS)
            self._client.flush(generation.collection, timeout=_WRITE_SECONDS)
        self._check(generation, len(rows))
        return generation

    def keep(self, generations: Sequence[Generation]) -> None:
        """Remove the other builds of the same lineage (:class:`fko_qa.stores.PassageStore`)."""
        keys = json.dumps([generation.key for generation in generations])
        others = f'generation like "{generations[0].lineage}.%" and generation not in {keys}'
        with self._plain():
            for name in self._client.list_collections():
                if name.startswith(PREFIX):
                    self._client.load_collection(name)
                    self._client.delete(name, filter=others, timeout=_WRITE_SECONDS)

    def sides(
        self, generation: Generation, count: int, tokens_of: Callable[[int], frozenset[str]], scope: Scope = EVERYWHERE
    ) -> tuple[MilvusLexical, MilvusDense]:
        """Both sides of a stored build (:class:`fko_qa.stores.PassageStore`)."""
        if self._address.file is not None and not self._address.file.exists():
            raise IndexMissingError(f"Die Milvus-Datei „{self._address.uri}“ gibt es nicht. {_rebuild(self._address)}")
        self._check(generation, count)

        def search(field: str, what: object, limit: int) -> Found:
            return self._search(generation, scope, field, what, limit)

        def vectors(rows: Sequence[int]) -> NDArray[np.float32]:
            found = self._get(generation, rows, ["vector"])
            return np.array([found[row]["vector"] for row in rows], dtype=np.float32)

        def gone() -> StoredIndexError:
            return _missing(self._address)

        return MilvusLexical(count, search, tokens_of), MilvusDense(count, search, vectors, gone if scope == EVERYWHERE else None)

    def _check(self, generation: Generation, count: int) -> None:
        """Raise IndexMissingError unless the first and the last row are there: what is written is loaded and visible."""
        with self._plain():
            there = self._client.has_collection(generation.collection)
            if there:
                self._client.load_collection(generation.collection, timeout=_WRITE_SECONDS)
        if not there or len(self._get(generation, sorted({0, count - 1}), ["generation"])) < min(count, 2):
            raise _missing(self._address)

    def _get(self, generation: Generation, rows: Sequence[int], fields: list[str]) -> dict[int, dict[str, Any]]:
        ids = [_id(generation, row) for row in rows]
        with self._plain():
            found = self._client.get(
                generation.collection, ids=ids, output_fields=fields, timeout=self._patience, consistency_level="Strong"
            )
        return {_row(record["id"]): record for record in found}

    def _search(self, generation: Generation, scope: Scope, field: str, what: object, limit: int) -> Found:
        with self._plain():
            (hits,) = self._client.search(
                generation.collection,
                data=[words(what) if isinstance(what, list) else what],
                anns_field=field,
                filter=_is(generation, scope),
                limit=limit,
                output_fields=["id"],
                search_params=_search_params(generation, field, limit),
                timeout=self._patience,
            )
        return np.fromiter(map(_row, hits.ids), np.intp, len(hits.ids)), np.array(hits.distances, dtype=np.float32)

    def _create(self, name: str, dim: int) -> None:
        """Make the collection unless it is there."""
        if self._client.has_collection(name):
            return
        kind = self._library.DataType
        schema = self._client.create_schema(auto_id=False, enable_dynamic_field=False)
        schema.add_field("id", kind.VARCHAR, is_primary=True, max_length=64)
        for field, length in (("generation", 32), ("report", 2000), ("edition", 32), ("cluster", 64)):
            schema.add_field(field, kind.VARCHAR, max_length=length)
        schema.add_field("ministries", kind.ARRAY, element_type=kind.VARCHAR, max_capacity=64, max_length=64)
        # Words are made so that both analysers split them alike.
        analyser = {"tokenizer": "standard" if self._address.file else "whitespace"}
        schema.add_field("words", kind.VARCHAR, max_length=65_535, enable_analyzer=True, analyzer_params=analyser)
        schema.add_field("bm25", kind.SPARSE_FLOAT_VECTOR)
        schema.add_field("vector", kind.FLOAT_VECTOR, dim=dim)
        bm25 = self._library.Function(
            name="words_bm25",
            function_type=self._library.FunctionType.BM25,
            input_field_names=["words"],
            output_field_names=["bm25"],
        )
        schema.add_function(bm25)
        self._client.create_collection(name, schema=schema, index_params=self._indexes(name), timeout=_WRITE_SECONDS)

    def _indexes(self, name: str) -> Any:
        indexes = self._client.prepare_index_params()
        indexes.add_index("generation", index_type="INVERTED")
        parameters = {"bm25_k1": K1, "bm25_b": B}
        indexes.add_index("bm25", index_type="SPARSE_INVERTED_INDEX", metric_type="BM25", params=parameters)
        if name.endswith(_GRAPH):
            indexes.add_index("vector", index_type="HNSW", metric_type="IP", params={"M": 16, "efConstruction": 200})
        else:
            indexes.add_index("vector", index_type="FLAT", metric_type="IP")
        return indexes

    @contextmanager
    def _plain(self) -> Iterator[None]:
        """One German sentence for whatever goes wrong between here and Milvus."""
        try:
            yield
        except (self._library.MilvusException, OSError) as error:
            if self._address.file is not None:
                raise StoredIndexError(
                    f"Die Milvus-Datei „{self._address.uri}“ lässt sich nicht benutzen. Ein anderer Prozess hat sie offen, oder "
                    "sie ist beschädigt. Mehrere Prozesse brauchen einen Milvus-Server (Einstellung „store“)."
                ) from error
            raise StoredIndexError(
                f"Milvus unter „{self._address.uri}“ antwortet nicht wie erwartet ({type(error).__name__}). Bitte prüfen Sie, ob "
                "es läuft, und die Einstellungen „store“ und „store_token“."
            ) from error


def _record(generation: Generation, place: int, row: Row, vector: NDArray[np.float32]) -> dict[str, Any]:
    fields = {"cluster": row.cluster, "ministries": list(row.ministries), "words": words(row.tokens)}
    return {"id": _id(generation, place), "vector": vector, **fields}


def _id(generation: Generation, row: int) -> str:
    return f"{generation.key}/{row}"


def _row(key: str) -> int:
    return int(key.rpartition("/")[2])


def _is(generation: Generation, scope: Scope = EVERYWHERE) -> str:
    """The filter for a build, or for a part of it."""
    parts = [f"generation == {json.dumps(generation.key)}"]
    if scope.cluster:
        parts.append(f"cluster == {json.dumps(scope.cluster)}")
    if scope.ministry:
        parts.append(f"array_contains(ministries, {json.dumps(scope.ministry)})")
    return " and ".join(parts)


def _search_params(generation: Generation, field: str, limit: int) -> dict[str, Any]:
    if field == "bm25":
        return {"metric_type": "BM25"}
    return {"metric_type": "IP", "params": {"ef": limit} if generation.collection.endswith(_GRAPH) else {}}


def _rebuild(address: Address) -> str:
    return f"Bitte bauen Sie den Index dort neu: FKO_QA_STORE=milvus+{'file:' if address.file else ''}{address.uri} fko-qa build"


def _missing(address: Address) -> IndexMissingError:
    return IndexMissingError(f"In Milvus („{address.uri}“) fehlen die Textstellen dieses Index. {_rebuild(address)}")
