"""The index on disk: the parsed report, its passages' tokens and vectors, and a manifest that says what they were built from.

Files are named by their content (``report-1a2b3c4d.json``). The manifest is written last, in one step, so a killed build leaves
the old index as it was. Nothing is pickled; every file is checked against the manifest when it is loaded.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from fko_qa.dense import DenseIndex
from fko_qa.encoder import Encoder
from fko_qa.errors import IndexDamagedError, IndexMismatchError, IndexMissingError, StoredIndexError
from fko_qa.jsonio import decode_report, dumps, encode_report
from fko_qa.lexical import LexicalIndex
from fko_qa.passages import report_passages
from fko_qa.records import Passage, Report
from fko_qa.text import ANALYSER_VERSION, Analyser

FORMAT = 1
MANIFEST = "manifest.json"
REBUILD = "Bitte bauen Sie den Index neu: fko-qa build"
# Passages encoded between two steps of the progress bar.
_STEP = 32

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that a question is answered from. ``passages`` are in the order of both sides' scores."""

    report: Report
    passages: tuple[Passage, ...]
    analyser: Analyser
    lexical: LexicalIndex
    dense: DenseIndex
    encoder: Encoder


def build_index(
    report: Report, source: bytes, encoder: Encoder, model_name: str, folder: Path, progress: Progress | None = None
) -> None:
    """Build the index of a report and put it into ``folder``, whole or not at all.

    Args:
        source: the report file's bytes, whose hash the manifest keeps.
        progress: called with (passages done, passages in all).

    Raises StoredIndexError if the folder cannot be written or another build is at it.
    """
    passages = report_passages(report)
    analyser = report_analyser(report)
    vectors = _encode(passages, encoder, progress)
    files = {
        "report": ("json", encode_report(report)),
        "tokens": ("json", dumps([analyser.tokens(passage.text) for passage in passages]).encode()),
        "vectors": ("npy", _npy(vectors)),
    }
    manifest = {
        "format": FORMAT,
        "report": {"title": report.title, "date": report.date, "sha256": hashlib.sha256(source).hexdigest()},
        "model": {"name": model_name, "fingerprint": encoder.fingerprint, "dim": int(vectors.shape[1])},
        "analyser": ANALYSER_VERSION,
        "counts": {"measures": len(report.measures), "sections": len(report.sections), "passages": len(passages)},
    }
    _write(folder, manifest, files)


def load_index(folder: Path, encoder: Encoder) -> Index:
    """Load and verify an index.

    Raises IndexMissingError, IndexDamagedError or IndexMismatchError; each names what differs and the command to run.
    """
    manifest = _read_manifest(folder)
    _check_built_with(manifest, folder, encoder)
    try:
        report = decode_report(_read_file(folder, manifest, "report"))
        tokens = json.loads(_read_file(folder, manifest, "tokens"))
        vectors = np.load(io.BytesIO(_read_file(folder, manifest, "vectors")), allow_pickle=False).astype(np.float32)
        passages = report_passages(report)
        counts = {"measures": len(report.measures), "sections": len(report.sections), "passages": len(passages)}
        if counts != manifest["counts"] or not len(passages) == len(tokens) == len(vectors):
            raise IndexMismatchError(
                f"Der Index in „{folder}“ gehört zu einer anderen Programmversion: Er zählt {manifest['counts']}, erwartet wird "
                f"{counts}. {REBUILD}"
            )
    except (ValueError, KeyError, TypeError) as error:
        raise IndexDamagedError(f"Der Index in „{folder}“ ist nicht lesbar ({type(error).__name__}). {REBUILD}") from error
    return Index(report, passages, report_analyser(report), LexicalIndex(tokens), DenseIndex(_unit(vectors)), encoder)


def load_stored_report(folder: Path) -> Report:
    """Only the report of an index, for look-ups that need no model. Raises as :func:`load_index`."""
    try:
        return decode_report(_read_file(folder, _read_manifest(folder), "report"))
    except (ValueError, KeyError, TypeError) as error:
        raise IndexDamagedError(f"Der Index in „{folder}“ ist nicht lesbar ({type(error).__name__}). {REBUILD}") from error


def report_analyser(report: Report) -> Analyser:
    """The analyser that splits compounds into this report's words."""
    measures = [measure.verbatim for measure in report.measures]
    return Analyser([*measures, *(section.verbatim for section in report.sections)])


# -- building


def _encode(passages: tuple[Passage, ...], encoder: Encoder, progress: Progress | None) -> NDArray[np.float16]:
    """One row per passage, (n_passages, dim), float16: half the size, cosines change by less than 0.0005."""
    by_length = sorted(range(len(passages)), key=lambda position: len(passages[position].text))  # little padding in a batch
    rows: list[NDArray[np.float16] | None] = [None] * len(passages)
    for begin in range(0, len(passages), _STEP):
        batch = by_length[begin : begin + _STEP]
        vectors = encoder.encode_passages([passages[position].text for position in batch])
        for position, vector in zip(batch, vectors.astype(np.float16), strict=True):
            rows[position] = vector
        if progress is not None:
            progress(begin + len(batch), len(passages))
    return np.stack([row for row in rows if row is not None])


def _npy(vectors: NDArray[np.float16]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, vectors, allow_pickle=False)
    return buffer.getvalue()


def _write(folder: Path, manifest: dict[str, Any], files: dict[str, tuple[str, bytes]]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock", timeout=0):
            manifest["files"] = {role: _write_file(folder, role, *file) for role, file in files.items()}
            _replace(folder / MANIFEST, dumps(manifest, indent=1).encode() + b"\n")
            _remove_unused(folder, manifest)
    except Timeout as error:
        raise StoredIndexError(f"In „{folder}“ baut gerade ein anderer Aufruf. Bitte warten Sie, bis er fertig ist.") from error
    except OSError as error:
        raise StoredIndexError(
            f"Der Index lässt sich nicht nach „{folder}“ schreiben ({error.strerror}). Der bisherige Index gilt weiter."
        ) from error


def _write_file(folder: Path, role: str, suffix: str, data: bytes) -> dict[str, Any]:
    digest = hashlib.sha256(data).hexdigest()
    name = f"{role}-{digest[:8]}.{suffix}"
    _replace(folder / name, data)
    return {"name": name, "bytes": len(data), "sha256": digest}


def _replace(path: Path, data: bytes) -> None:
    """Write a file in one step: whole and on disk, or not at all."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _remove_unused(folder: Path, manifest: dict[str, Any]) -> None:
    """Files of earlier builds. Only names that a build gives are touched."""
    used = {entry["name"] for entry in manifest["files"].values()}
    for role in manifest["files"]:
        for path in (*folder.glob(f"{role}-????????.*"), *folder.glob(f".{role}-*")):
            if path.name not in used:
                path.unlink(missing_ok=True)


# -- loading


def _read_manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise IndexMissingError(f"In „{folder}“ liegt kein Index ({MANIFEST} fehlt). {REBUILD}") from error
    except (OSError, ValueError) as error:
        raise IndexDamagedError(f"„{path}“ ist nicht lesbar. {REBUILD}") from error
    required = {"format", "report", "model", "analyser", "counts", "files"}
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT or not required <= manifest.keys():
        found = manifest.get("format") if isinstance(manifest, dict) else None
        raise IndexMismatchError(f"Der Index in „{folder}“ hat das Format {found}, erwartet wird {FORMAT}. {REBUILD}")
    return manifest


def _check_built_with(manifest: dict[str, Any], folder: Path, encoder: Encoder) -> None:
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


def _read_file(folder: Path, manifest: dict[str, Any], role: str) -> bytes:
    entry = manifest["files"][role]
    path: Path = folder / entry["name"]
    try:
        data = path.read_bytes()
    except OSError as error:
        raise IndexDamagedError(f"Die Datei „{path}“ des Index fehlt oder ist nicht lesbar. {REBUILD}") from error
    if hashlib.sha256(data).hexdigest() != entry["sha256"]:
        raise IndexDamagedError(
            f"Die Datei „{path}“ wurde verändert: Ihre Prüfsumme ist nicht die des Manifests ({len(data)} statt {entry['bytes']} "
            f"Bytes). {REBUILD}"
        )
    return data


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Unit length again after the rounding to 16 bits."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, np.finfo(np.float32).tiny), dtype=np.float32)
