"""Stops an action just before its n-th change to the files under a folder: by SIGKILL, by Ctrl-C, or by SIGSTOP for a while.

The action runs in a forked child, where an audit hook sees every file opened for writing, renamed or removed. Fork only from a
small process without threads: the tests start ``python -m tests.crash_build`` and ``python -m tests.encoder.crash_unpack``.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
FAILED, INTERRUPTED = 3, 4  # exit codes of the child
CHANGES = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir")  # audit events
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

Action = Callable[[], object]


def run_driver(module: str, *arguments: str | Path) -> Any:
    """Run a driver module in a process of its own and read the JSON that it prints."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    # Two minutes: long past the few seconds that it takes, so that a deadlock fails instead of hanging.
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def stop_everywhere(make_action: Callable[[int], tuple[Action, Path]], stop: Callable[[], None]) -> list[int]:
    """Stop an action before its first change, its second, and so on until it ends by itself; the exit codes of the children.

    Args:
        make_action: gives, for n, an action and the folder whose changes count.
        stop: :func:`kill` or :func:`interrupt`.
    """
    codes: list[int] = []
    while not codes or codes[-1] != 0:
        action, folder = make_action(len(codes) + 1)
        codes.append(finish(start(action, folder, len(codes) + 1, stop)))
        assert codes[-1] != FAILED
    return codes


def start(action: Action, folder: Path, number: int, stop: Callable[[], None], changes: Collection[str] = CHANGES) -> int:
    """Start an action that is stopped before its change with this number (from 1, 0 for never); the child's process id."""
    sys.stdout.flush()
    process = os.fork()
    if process == 0:
        code = FAILED
        try:
            if number:
                sys.addaudithook(_stop_at(number, folder, stop, changes))
            action()
            code = 0
        except KeyboardInterrupt:
            code = INTERRUPTED
        except BaseException:  # noqa: BLE001 - the child must not go on as if it were the parent
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    return process


def finish(process: int) -> int:
    """Wait for a child; its exit code, negative for the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def wait_until_stopped(process: int) -> None:
    """Wait for a child that pauses itself."""
    assert os.WIFSTOPPED(os.waitpid(process, os.WUNTRACED)[1])


def kill() -> None:
    """As the out-of-memory killer or a power cut would: no clean-up."""
    os.kill(os.getpid(), signal.SIGKILL)


def interrupt() -> None:
    """As Ctrl-C would."""
    raise KeyboardInterrupt


def pause() -> None:
    """Until somebody sends SIGCONT."""
    os.kill(os.getpid(), signal.SIGSTOP)


def _stop_at(
    number: int, folder: Path, stop: Callable[[], None], changes: Collection[str]
) -> Callable[[str, tuple[object, ...]], None]:
    seen = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event in changes and str(arguments[0]).startswith(str(folder)) and (event != "open" or _is_for_writing(arguments)):
            seen += 1
            if seen == number:
                stop()

    return hook


def _is_for_writing(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & _WRITING)
