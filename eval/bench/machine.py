"""The machine that is measured on: what it is, how much memory a process holds."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

_PROCESSES = Path("/proc")
_CPU_NAME = re.compile(r"^model name\s*:\s*(.+)$", re.MULTILINE)
_KIB = re.compile(r"^(VmRSS|VmHWM):\s*(\d+) kB$", re.MULTILINE)
_MIB = 1024


@dataclass(frozen=True, slots=True)
class Memory:
    """Resident memory in MiB: now, and the most that it ever was."""

    now: float
    peak: float


def memory_of(process: int) -> Memory:
    """A process's memory. Raises OSError if it does not run (Linux only)."""
    return parse_memory((_PROCESSES / str(process) / "status").read_text(encoding="utf-8"))


def parse_memory(status: str) -> Memory:
    """Read the text of ``/proc/PID/status``. Raises KeyError if it tells no memory: the process has ended.

    >>> parse_memory("VmHWM:\\t  2048 kB\\nVmRSS:\\t  1024 kB\\n")
    Memory(now=1.0, peak=2.0)
    """
    found = {name: int(kib) / _MIB for name, kib in _KIB.findall(status)}
    return Memory(found["VmRSS"], found["VmHWM"])


def own_memory() -> Memory:
    """This process's memory."""
    return memory_of(os.getpid())


def cpu_model() -> str:
    """The processor's name; ``unknown`` if the system does not tell."""
    try:
        name = _CPU_NAME.search((_PROCESSES / "cpuinfo").read_text(encoding="utf-8"))
    except OSError:
        return "unknown"
    return name[1].strip() if name else "unknown"


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0))


def load_average() -> float:
    """Processes that want to run, the last minute's mean: above 0 before a run, others are at work, too."""
    return os.getloadavg()[0]
