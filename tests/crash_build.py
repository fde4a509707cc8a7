"""Driver: builds an index in processes that are killed at every point, or several at once. Prints JSON.

Usage: ``python -m tests.crash_build kill|beside|together|full FOLDER``
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fko_qa.errors import StoredIndexError
from fko_qa.index import build_index
from fko_qa.records import Report
from tests.crash import finish, kill, pause, start, stop_everywhere, wait_until_stopped
from tests.fixtures import SMALL_REPORT, LetterEncoder

BUSY = 5  # exit code of a build that found another one at work
# Pausing before the second rename: one file is in place, the manifest is not, and the lock is held.
AMID = 2
# In bytes: a limit on the size of files stands in for the full disk.
FULL_AT = 100


class KillingEncoder(LetterEncoder):
    """The process dies while it encodes."""

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Never returns."""
        kill()
        return super().encode_passages(texts)


def titled(title: str) -> Report:
    """The small report with another title and another wording, so that every file differs."""
    first = SMALL_REPORT.measures[0]
    changed = replace(first, text=f"{first.text} {title}", verbatim=f"{first.verbatim} {title}")
    return replace(SMALL_REPORT, title=title, measures=(changed, *SMALL_REPORT.measures[1:]))


def build(title: str, folder: Path, encoder: LetterEncoder | None = None) -> None:
    """Build the index of the small report with this title."""
    build_index(titled(title), title.encode(), encoder or LetterEncoder(), "letters", folder)


def killed_everywhere(base: Path) -> list[int]:
    """Folder ``0``: killed while encoding; folder n: killed before its n-th change; exit codes in that order."""
    build("Alt", base / "old")

    def make_action(number: int) -> tuple[Callable[[], object], Path]:
        folder = Path(shutil.copytree(base / "old", base / str(number)))
        return lambda: build("Neu", folder), folder

    encoding = Path(shutil.copytree(base / "old", base / "0"))
    first = finish(start(lambda: build("Neu", encoding, KillingEncoder()), encoding, 0, kill))
    return [first, *stop_everywhere(make_action, kill)]


def beside_another(folder: Path) -> dict[str, object]:
    """One build pauses amid its files; what a second one reports, what is there then, and how the first ends."""
    build("Alt", folder)
    before = (folder / "manifest.json").read_text()
    child = start(lambda: build("Erster", folder), folder, AMID, pause, changes=["os.rename"])
    wait_until_stopped(child)
    message = ""
    try:
        build("Zweiter", folder)
    except StoredIndexError as error:
        message = str(error)
    untouched = (folder / "manifest.json").read_text() == before
    os.kill(child, signal.SIGCONT)
    return {"second": message, "untouched": untouched, "first": finish(child)}


def all_together(folder: Path) -> list[int]:
    """Exit codes of builds that start at the same time; build n has the title ``n``."""

    def attempt(title: str) -> None:
        try:
            build(title, folder)
        except StoredIndexError:
            os._exit(BUSY)

    children = [start(partial(attempt, str(number)), folder, 0, kill) for number in range(6)]
    return [finish(child) for child in children]


def again_on_a_full_disk(folder: Path) -> str:
    """What a user reads if the same index is built again and no file can be written whole."""
    build("Alt", folder)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_AT, resource.RLIM_INFINITY))
    try:
        build("Alt", folder)
    except StoredIndexError as error:
        return str(error)
    return ""


if __name__ == "__main__":
    modes: dict[str, Callable[[Path], object]] = {
        "kill": killed_everywhere,
        "beside": beside_another,
        "together": all_together,
        "full": again_on_a_full_disk,
    }
    sys.stdout.write(json.dumps(modes[sys.argv[1]](Path(sys.argv[2]))))
