"""The index folder: files named by their content, and a manifest that is written last.

A killed build leaves the old manifest, and with it the old index. Every file is checked against the manifest when it is read.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from fko_qa.errors import IndexDamagedError, IndexMismatchError, IndexMissingError, StoredIndexError
from fko_qa.jsonio import dumps

FORMAT = 3
MANIFEST = "manifest.json"
# What a build may write; heads and adapter only if there are any.
ROLES = ("report", "tokens", "vocabulary", "vectors", "words", "ngrams", "facts", "heads", "adapter")
REBUILD = "Bitte bauen Sie den Index neu: fko-qa build"

Manifest = dict[str, Any]


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Within it nobody else writes an index to the folder.

    Raises StoredIndexError if the folder cannot be written or another build is at it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock", timeout=0):
            yield
    except Timeout as error:
        raise StoredIndexError(f"In „{folder}“ baut gerade ein anderer Aufruf. Bitte warten Sie, bis er fertig ist.") from error
    except OSError as error:
        raise StoredIndexError(
            f"Der Index lässt sich nicht nach „{folder}“ schreiben ({error.strerror}). Der bisherige Index gilt weiter."
        ) from error


def write_files(folder: Path, manifest: Manifest, files: dict[str, tuple[str, bytes]]) -> None:
    """Write an index: its files (role → suffix and content), then the manifest, then remove what earlier builds left.

    To be called within :func:`writing`.
    """
    manifest["files"] = {role: _write_file(folder, role, *file) for role, file in files.items()}
    _replace(folder / MANIFEST, dumps(manifest, indent=1).encode() + b"\n")
    _remove_unused(folder, manifest)


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


def _remove_unused(folder: Path, manifest: Manifest) -> None:
    """Files of earlier builds. Only names that a build gives are touched."""
    used = {entry["name"] for entry in manifest["files"].values()}
    patterns = [pattern for role in ROLES for pattern in (f"{role}-????????.*", f".{role}-*")]
    for pattern in (*patterns, f".{MANIFEST}.*"):
        for path in folder.glob(pattern):
            if path.name not in used:
                path.unlink(missing_ok=True)


def read_manifest(folder: Path) -> Manifest:
    """The manifest. Raises IndexMissingError, IndexDamagedError or, for another format, IndexMismatchError."""
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise IndexMissingError(f"In „{folder}“ liegt kein Index ({MANIFEST} fehlt). {REBUILD}") from error
    except (OSError, ValueError) as error:
        raise IndexDamagedError(f"„{path}“ ist nicht lesbar. {REBUILD}") from error
    found = manifest.get("format") if isinstance(manifest, dict) else None
    if found != FORMAT:
        raise IndexMismatchError(f"Der Index in „{folder}“ hat das Format {found}, erwartet wird {FORMAT}. {REBUILD}")
    if missing := sorted({"report", "model", "analyser", "counts", "files"} - manifest.keys()):
        raise IndexDamagedError(f"In „{path}“ fehlt „{missing[0]}“. {REBUILD}")
    return dict(manifest)


def read_file(folder: Path, manifest: Manifest, role: str) -> bytes:
    """A file's content, checked against the manifest. Raises IndexDamagedError if it is missing or changed."""
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
