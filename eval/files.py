"""Where things lie, and what a result records about where it comes from."""

from __future__ import annotations

import platform
import shutil
import subprocess
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "eval" / "out"
RESULTS = ROOT / "eval" / "results"
DIRTY = "-dirty"
_PACKAGES = ("fko-qa", "faiss-cpu", "ir-measures", "numpy", "rank-bm25", "sentence-transformers", "torch")


def commit() -> str:
    """The short hash of the checked-out commit, with :data:`DIRTY` if files differ from it; ``unknown`` outside a repository."""
    git = shutil.which("git")
    if git is None:
        return "unknown"
    try:
        text = ["describe", "--always", f"--dirty={DIRTY}", "--exclude=*"]
        done = subprocess.run([git, *text], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    except subprocess.CalledProcessError:
        return "unknown"
    return done.stdout.strip()


def store(name: str, text: str) -> Path:
    """Write a Markdown table under today's date and the commit, into the results or, for uncommitted code, into ``eval/out``."""
    revision = commit()
    path = (OUT if revision.endswith(DIRTY) else RESULTS) / f"{today()}-{revision}-{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def today() -> str:
    """The date in UTC, ISO 8601."""
    return datetime.now(UTC).date().isoformat()


def versions() -> dict[str, str]:
    """Python and the packages that a score can depend on."""
    found = {"python": platform.python_version()}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "missing"
    return found
