"""Driver: unpacks a tiny model in processes that are stopped at every point, or all at once. Prints JSON.

Usage: ``python -m tests.encoder.crash_unpack kill|interrupt|together|full FOLDER``
"""

from __future__ import annotations

import hashlib
import json
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from fko_qa.encoder import unpack
from fko_qa.errors import EncoderUnavailableError
from tests.crash import finish, interrupt, kill, start, stop_everywhere
from tests.encoder.packing import tiny_model, tiny_package

PROCESSES = 4
# In bytes: less than the tiny model's weights, more than its other files.
FULL_AT = 20_000


def run(how: str, base: Path) -> object:
    """The children's exit codes, or what a user reads on a full disk."""
    data = tiny_model()
    sys.path.insert(0, str(tiny_package(base / "package", data)))
    unpack.PACKED_SHA256 = hashlib.sha256(data).hexdigest()
    if how == "full":
        return message_on_a_full_disk(base / "cache")
    if how == "together":
        cache = base / "cache"
        damaged = unpack.unpacked_model(cache)
        (damaged / "config.json").unlink()  # so that each finds a broken folder to replace
        children = [start(lambda: unpack.unpacked_model(cache), cache, 0, kill) for _ in range(PROCESSES)]
        return [finish(child) for child in children]

    def make_action(number: int) -> tuple[Callable[[], object], Path]:
        cache = base / f"cache{number}"
        return lambda: unpack.unpacked_model(cache), cache

    return stop_everywhere(make_action, kill if how == "kill" else interrupt)


def message_on_a_full_disk(cache: Path) -> str:
    """The error's message; a limit on the size of files stands in for the disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_AT, resource.RLIM_INFINITY))
    try:
        unpack.unpacked_model(cache)
    except EncoderUnavailableError as error:
        return str(error)
    return ""


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(sys.argv[1], Path(sys.argv[2]))))
