"""Where the passages of an index are searched: in its folder's files, or in a store outside.

The manifest names the build in the store that belongs to it.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from fko_qa.dense import DenseIndex, unit
from fko_qa.errors import IndexMismatchError, StoredIndexError
from fko_qa.index.store import REBUILD, Manifest, read_file, read_manifest
from fko_qa.lexical import LexicalIndex
from fko_qa.records import Passage, Report
from fko_qa.stores import DenseSide, Generation, LexicalSide, PassageStore, Row
from fko_qa.text import Analyser

# What a store outside holds instead of the folder.
STORED_ROLES = ("tokens", "vectors")


def store_rows(report: Report, passages: Sequence[Passage], tokens: Sequence[Sequence[str]]) -> list[Row]:
    """The passages as a store keeps them, in their order."""
    measures = {measure.id: measure for measure in report.measures}
    found = (measures[passage.owner] if passage.in_measure else None for passage in passages)
    return [
        Row(own, measure.cluster, measure.ministries) if measure else Row(own) for own, measure in zip(tokens, found, strict=True)
    ]


def generation_before(folder: Path) -> Generation | None:
    """The build in a store that the folder's index has now, if it has one."""
    try:
        return generation_of(read_manifest(folder))
    except StoredIndexError:
        return None


def generation_of(manifest: Manifest) -> Generation | None:
    """The build in a store that a manifest names; None if the passages lie in the folder. Raises TypeError if it is damaged."""
    return Generation(**manifest["store"]) if "store" in manifest else None


def load_sides(
    folder: Path, manifest: Manifest, store: PassageStore | None, passages: Sequence[Passage], analyser: Analyser
) -> tuple[LexicalSide, DenseSide]:
    """Both sides of an index, from its folder or from the store. Raises StoredIndexError."""
    generation = generation_of(manifest)
    if store is not None and generation is not None:
        return store.sides(generation, len(passages), lambda row: frozenset(analyser.tokens(passages[row].text)))
    _check_place(folder, generation, store)
    tokens = json.loads(read_file(folder, manifest, "tokens"))
    vectors = np.load(io.BytesIO(read_file(folder, manifest, "vectors")), allow_pickle=False)
    return LexicalIndex(tokens), DenseIndex(unit(vectors))


def _check_place(folder: Path, generation: Generation | None, store: PassageStore | None) -> None:
    """Raise IndexMismatchError if the passages lie in another place than is set."""
    if generation is not None and store is None:
        raise IndexMismatchError(
            f"Die Textstellen des Index in „{folder}“ liegen in Milvus, eingestellt ist der Speicher im Ordner („store“). Bitte "
            f"stellen Sie die Adresse ein (FKO_QA_STORE=milvus+http://…), oder bauen Sie den Index neu: fko-qa build"
        )
    if generation is None and store is not None:
        raise IndexMismatchError(
            f"Eingestellt ist ein Speicher in Milvus („store“), aber der Index in „{folder}“ hat seine Textstellen im "
            f"Ordner. {REBUILD}"
        )
