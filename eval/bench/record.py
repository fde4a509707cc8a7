"""A bench's result on disk: Markdown for people, JSON for programs, both with what they were measured on."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from eval.bench.machine import cores, cpu_model, load_average
from eval.bench.spread import Spread
from eval.files import DIRTY, OUT, RESULTS, commit, today, versions

_FOLDER = "bench"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where and when figures were taken. ``load``: how busy the machine was when the bench began."""

    commit: str = field(default_factory=commit)
    date: str = field(default_factory=today)
    cpu: str = field(default_factory=cpu_model)
    cores: int = field(default_factory=cores)
    load: float = field(default_factory=load_average)
    versions: dict[str, str] = field(default_factory=versions)

    def line(self) -> str:
        """As one line of Markdown."""
        names = ", ".join(f"{name} {version}" for name, version in self.versions.items() if version != "missing")
        return f"{self.date}, commit {self.commit}, {self.cpu}, {self.cores} cores, load {self.load:.1f} before the run. {names}."


def save(name: str, title: str, origin: Origin, text: str, figures: Any) -> Path:
    """Write ``NAME.md`` and ``NAME.json`` with date and commit before the name; returns the path of the first.

    Of a clean tree they go to ``eval/results/bench``, of uncommitted code to ``eval/out/bench``.
    """
    folder = (OUT if origin.commit.endswith(DIRTY) else RESULTS) / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{origin.date}-{origin.commit}-{name}.md"
    path.write_text(f"# {title}\n\n{origin.line()}\n\n{text}\n", encoding="utf-8")
    content = msgspec.json.encode({"origin": asdict(origin), "figures": figures})
    path.with_suffix(".json").write_bytes(msgspec.json.format(content, indent=1) + b"\n")
    return path


def shown(found: Spread, digits: int = 1) -> str:
    """A median with its range.

    >>> shown(Spread(2.04, 1.0, 3.0, 5))
    '2.0 (1.0 – 3.0)'
    """
    return f"{found.median:,.{digits}f} ({found.low:,.{digits}f} – {found.high:,.{digits}f})"
