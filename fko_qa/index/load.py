"""The index on disk → memory, verified."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from fko_qa.classifier import QuestionClassifier, Reading
from fko_qa.curated import CuratedFact
from fko_qa.encoder import Adapter, Encoder
from fko_qa.errors import IndexDamagedError, IndexMismatchError
from fko_qa.index.build import owners, report_analyser
from fko_qa.index.shared import load_sides
from fko_qa.index.store import REBUILD, Manifest, read_file, read_manifest
from fko_qa.jsonio import decode_report
from fko_qa.passages import report_passages, section_key
from fko_qa.records import Passage, Report, View
from fko_qa.stores import DenseSide, LexicalSide, PassageStore
from fko_qa.term_table import TermTable
from fko_qa.text import ANALYSER_VERSION, STOP_WORDS, Analyser, tokenise

T = TypeVar("T")
# A word that more than this share of the measures' questions have says nothing about which measure is meant.
MAX_SPREAD = 0.6
# An unknown word of so many letters may be a topic; a shorter one is noise.
MIN_UNKNOWN = 4
QUOTABLE = (View.SENTENCE, View.GOAL, View.TABLE)
TELLING = tuple(view for view in View if view is not View.FIELD)


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that a question is answered from.

    ``passages`` are in the order of ``lexical``'s and ``dense``'s scores, ``owners`` (measures, then chapters outside) in that of
    ``words``'s and ``ngrams``'s. ``rows`` are each owner's passages, the whole measure first, ``quotable`` those of them that can
    be quoted as an answer to a topic. ``views`` are the passages that tell what an owner is about (a date or an address does
    not), one owner's after the other's, from ``view_begins`` on. ``facts`` are those of the measures' running text.
    ``classifier`` is None if none was trained for the model in use; ``encoder`` has the trained adapter and is for questions
    only, if there is one.
    """

    report: Report
    owners: tuple[str, ...]
    passages: tuple[Passage, ...]
    analyser: Analyser
    lexical: LexicalSide
    dense: DenseSide
    words: TermTable
    ngrams: TermTable
    facts: tuple[CuratedFact, ...]
    classifier: QuestionClassifier | None
    encoder: Encoder
    rows: Mapping[str, Sequence[int]] = field(init=False)
    quotable: Mapping[str, NDArray[np.intp]] = field(init=False)
    views: NDArray[np.intp] = field(init=False)
    view_begins: NDArray[np.intp] = field(init=False)

    def __post_init__(self) -> None:
        rows: dict[str, list[int]] = {owner: [] for owner in self.owners}
        for row, passage in enumerate(self.passages):
            rows[passage.owner if passage.in_measure else section_key(passage.owner)].append(row)
        views = [self._of_views(rows[owner], TELLING) for owner in self.owners]
        found = {
            "rows": rows,
            "quotable": {owner: self._of_views(own, QUOTABLE) for owner, own in rows.items()},
            "views": np.concatenate(views),
            "view_begins": np.cumsum([0, *map(len, views)])[:-1],
        }
        for name, value in found.items():
            object.__setattr__(self, name, value)  # once, here: the dataclass is frozen

    def _of_views(self, rows: Sequence[int], views: Collection[View]) -> NDArray[np.intp]:
        return np.array([row for row in rows if self.passages[row].view in views], dtype=np.intp)

    def read(self, text: str) -> Reading | None:
        """What the trained heads say of a text; None without heads."""
        return self.classifier.read(text, self.encoder.encode_features([text])[0]) if self.classifier else None

    def topical(self, text: str) -> tuple[str, ...]:
        """The words that tell what a text is about: not the function words, nor what people ask of nearly every measure."""
        words = (word for word in tokenise(text) if word not in STOP_WORDS)
        return tuple(dict.fromkeys(word for word in words if self._is_topical(word)))

    def _is_topical(self, word: str) -> bool:
        spreads = [spread for token in self.analyser.tokens(word) if (spread := self.words.spread(token)) is not None]
        if not spreads:
            return len(word) >= MIN_UNKNOWN
        return min(spreads) <= MAX_SPREAD * len(self.owners)


def load_index(folder: Path, encoder: Encoder, store: PassageStore | None = None) -> Index:
    """Load and verify an index.

    Args:
        store: where the passages' words and vectors lie; None: in the folder.

    Raises IndexMissingError, IndexDamagedError or IndexMismatchError; each names what differs and the command to run.
    """

    def load(manifest: Manifest) -> Index:
        _check_built_with(manifest, folder, encoder)
        return _load(folder, manifest, encoder, store)

    return _read(folder, load)


def load_stored_report(folder: Path) -> Report:
    """Only the report of an index, for look-ups that need no model. Raises as :func:`load_index`."""
    return _read(folder, lambda manifest: decode_report(read_file(folder, manifest, "report")))


def stored_edition(folder: Path) -> tuple[str, str]:
    """Title and ISO date of the report that an index was built from; nothing else is read. Raises as :func:`load_index`."""
    return _read(folder, lambda manifest: (str(manifest["report"]["title"]), str(manifest["report"]["date"])))


def _read(folder: Path, read: Callable[[Manifest], T]) -> T:
    """What is read by the manifest; again by a newer one, since a build that ends meanwhile removes the files it replaces."""
    manifest = read_manifest(folder)
    while True:
        try:
            return read(manifest)
        except IndexDamagedError:
            before, manifest = manifest, read_manifest(folder)
            if manifest == before:
                raise
        except (ValueError, KeyError, TypeError, AttributeError, EOFError, BadZipFile, zlib.error) as error:
            raise _unreadable(folder, error) from error


def _load(folder: Path, manifest: Manifest, encoder: Encoder, store: PassageStore | None) -> Index:
    report = decode_report(read_file(folder, manifest, "report"))
    passages = report_passages(report)
    analyser = report_analyser(report, json.loads(read_file(folder, manifest, "vocabulary")))
    counts = {"measures": len(report.measures), "sections": len(report.sections), "passages": len(passages)}
    if counts == manifest["counts"]:
        lexical, dense = load_sides(folder, manifest, store, passages, analyser)
    if counts != manifest["counts"] or not len(passages) == len(lexical) == len(dense):
        raise IndexMismatchError(
            f"Der Index in „{folder}“ gehört zu einer anderen Programmversion: Er zählt {manifest['counts']}, erwartet wird "
            f"{counts}. {REBUILD}"
        )
    classifier, encoder = _learned(folder, manifest, encoder)
    return Index(
        report=report,
        owners=tuple(owners(report)),
        passages=passages,
        analyser=analyser,
        lexical=lexical,
        dense=dense,
        words=TermTable.from_bytes(read_file(folder, manifest, "words")),
        ngrams=TermTable.from_bytes(read_file(folder, manifest, "ngrams")),
        facts=tuple(CuratedFact(**fact) for fact in json.loads(read_file(folder, manifest, "facts"))),
        classifier=classifier,
        encoder=encoder,
    )


def _learned(folder: Path, manifest: Manifest, encoder: Encoder) -> tuple[QuestionClassifier | None, Encoder]:
    """The trained heads with the adapted encoder that they read; None and the encoder as it is if they do not belong together."""
    if not {"heads", "adapter"} <= manifest["files"].keys():
        return None, encoder
    classifier = QuestionClassifier.from_bytes(read_file(folder, manifest, "heads"))
    adapter = Adapter(read_file(folder, manifest, "adapter"))
    if (classifier.fingerprint, classifier.adapter) != (encoder.fingerprint, adapter.fingerprint):
        return None, encoder
    return classifier, encoder.adapted(adapter)


def _unreadable(folder: Path, error: Exception) -> IndexDamagedError:
    return IndexDamagedError(f"Der Index in „{folder}“ ist nicht lesbar ({type(error).__name__}). {REBUILD}")


def _check_built_with(manifest: Manifest, folder: Path, encoder: Encoder) -> None:
    if manifest["analyser"] != ANALYSER_VERSION:
        raise IndexMismatchError(
            f"Der Index in „{folder}“ wurde mit der Wortanalyse {manifest['analyser']} gebaut, das Programm nutzt "
            f"{ANALYSER_VERSION}. {REBUILD}"
        )
    built_with = manifest["model"].get("fingerprint")
    if built_with != encoder.fingerprint:
        raise IndexMismatchError(
            f"Der Index in „{folder}“ wurde mit dem Sprachmodell „{manifest['model'].get('name')}“ ({_short(built_with)}) "
            f"gebaut, eingestellt ist ein anderes ({_short(encoder.fingerprint)}). {REBUILD} – oder stellen Sie das frühere "
            "Modell ein."
        )


def _short(fingerprint: object) -> str:
    return str(fingerprint)[:34]
