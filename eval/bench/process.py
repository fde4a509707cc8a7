"""Processes that are measured from outside."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.files import ROOT

_HOST = "127.0.0.1"
_POLL = 0.02
_START_WITHIN = 120.0
_STOP_WITHIN = 20.0


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> tuple[float, str]:
    """Seconds from start to end, and what it printed. Raises CalledProcessError if it fails."""
    started = time.perf_counter()
    done = subprocess.run(  # noqa: S603
        command, cwd=ROOT, env=_environment(environment), capture_output=True, text=True, check=False
    )
    taken = time.perf_counter() - started
    if done.returncode:
        sys.stderr.write(done.stderr)
        done.check_returncode()
    return taken, done.stdout


def worker(python: str, system: str, task: str, job: Path) -> tuple[float, dict[str, Any]]:
    """Run :mod:`eval.bench.worker` with an interpreter: seconds of the whole process, and its figures."""
    taken, printed = run([python, "-m", "eval.bench.worker", system, task, str(job)])
    return taken, json.loads(printed.splitlines()[-1])


@dataclass(frozen=True, slots=True)
class Server:
    """A running ``fko-qa serve``. ``ready``: seconds from its start to the first page."""

    url: str
    process: int
    ready: float


@contextmanager
def serving(environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """The web app on a free port of this machine, ended at the end. Raises TimeoutError if it does not start."""
    port = free_port()
    url = f"http://{_HOST}:{port}"
    command = [sys.executable, "-m", "fko_qa", "serve", "--host", _HOST, "--port", str(port)]
    started = time.perf_counter()
    with subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, env=_environment(environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            while not _answers(url):
                if process.poll() is not None or time.perf_counter() - started > _START_WITHIN:
                    raise TimeoutError("fko-qa serve did not start")
                time.sleep(_POLL)
            yield Server(url, process.pid, time.perf_counter() - started)
        finally:
            process.terminate()
            try:
                process.wait(_STOP_WITHIN)
            except subprocess.TimeoutExpired:
                process.kill()


def ask(server: Server, question: str) -> dict[str, Any]:
    """A question over HTTP → the answer object. Raises HTTPError for any status but 200."""
    request = urllib.request.Request(  # noqa: S310
        f"{server.url}/api/v1/ask",
        data=json.dumps({"question": question}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as response:  # noqa: S310
        answer: dict[str, Any] = json.load(response)
    return answer


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind((_HOST, 0))
        return int(listener.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url) as response:  # noqa: S310
            return bool(response.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False


def _environment(further: Mapping[str, str] | None) -> dict[str, str]:
    """This process's, with this checkout's code first."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **(further or {})}
