"""Running commands as a user would, in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from fko_qa.cli import main
from tests.fixtures import PROJECT


@dataclass(frozen=True)
class Outcome:
    """Exit code and both streams."""

    code: int
    out: str
    err: str


class Cli:
    """``fko-qa`` in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Outcome:
        """Run one command."""
        self._capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        streams = self._capsys.readouterr()
        return Outcome(code, streams.out, streams.err)


def start(*arguments: str | Path, stdout: int | None = None, environment: dict[str, str] | None = None) -> subprocess.Popen[str]:
    """``python -m fko_qa`` in a process of its own; its standard output goes into a pipe unless something else is given."""
    return subprocess.Popen(
        [sys.executable, "-m", "fko_qa", *map(str, arguments)],
        cwd=PROJECT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if stdout is None else stdout,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def finished(process: subprocess.Popen[str]) -> Outcome:
    """Wait for it to end."""
    # Two minutes: long past the ten seconds that the slowest takes, so that a deadlock fails instead of hanging.
    out, err = process.communicate(timeout=120)
    return Outcome(process.returncode, out or "", err)


def open_when_read(pipe: Path, process: subprocess.Popen[str]) -> int:
    """Open a named pipe for writing as soon as the process reads from it."""
    while process.poll() is None:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads yet
            time.sleep(0.01)
    raise AssertionError(finished(process))
