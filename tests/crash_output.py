"""Driver: writes in a process that finds no room for it. Prints JSON.

Usage: ``python -m tests.crash_output feedback|batch FOLDER``. A limit on the size of files stands in for the full disk.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from fko_qa.cli.batch import answer_file
from fko_qa.errors import FkoError
from fko_qa.feedback import FeedbackStore
from fko_qa.index import build_index, load_index
from fko_qa.settings import Settings
from tests.fixtures import SMALL_REPORT, LetterEncoder

TODAY = date(2026, 11, 26)
# In bytes: two pages of SQLite's more than a store with one opinion, and less than twenty answers.
ROOM = 16_384


def limited(room: int) -> None:
    """No file may grow beyond this."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))


def feedback(folder: Path) -> object:
    """How many opinions were confirmed until there was no room, and what was said then; after it there is room again."""
    store = FeedbackStore(folder / "feedback.sqlite", 30)
    store.add(True, "answered", [], "0", TODAY)
    limited(ROOM)
    confirmed, message = 1, ""
    while not message:
        try:
            store.add(True, "answered", [], f"{confirmed}{' mehr' * 80}", TODAY)
            confirmed += 1
        except FkoError as error:
            message = str(error)
    limited(resource.RLIM_INFINITY)
    store.add(True, "answered", [], "danach", TODAY)
    return {"confirmed": confirmed, "message": message}


def batch(folder: Path) -> object:
    """What is said if there is no room for the answers."""
    from fko_qa import Assistant

    build_index(SMALL_REPORT, b"", LetterEncoder(), "letters", folder / "index")
    assistant = Assistant(load_index(folder / "index", LetterEncoder()), Settings())
    questions = folder / "fragen.jsonl"
    questions.write_text('{"question": "I.2"}\n' * 40)
    limited(ROOM)
    try:
        answer_file(assistant, questions, folder / "antworten.jsonl", sys.stdout)
    except FkoError as error:
        return str(error)
    return ""


if __name__ == "__main__":
    modes: dict[str, Callable[[Path], object]] = {"feedback": feedback, "batch": batch}
    sys.stdout.write(json.dumps(modes[sys.argv[1]](Path(sys.argv[2]))))
