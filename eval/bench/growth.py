"""How time and memory grow with the report: ``python eval/bench/growth.py [--sizes 64 640 6400]``.

Reports are made up (:mod:`eval.bench.corpus`) and go through the real parser and the real build. Each size is built in one
process and asked in another. Beyond ``--encoded`` measures, passages get stand-in vectors, and the table says what encoding would
take.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from eval.bench.grown import NO_MEMORY
from eval.bench.growth_report import growth_table, write_curves
from eval.bench.process import run
from eval.bench.record import Origin, save


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and store."""
    options = _options(arguments)
    origin = Origin()
    found: dict[int, dict[str, Any]] = {}
    for size in sorted(options.sizes):
        with tempfile.TemporaryDirectory() as folder:
            found[size] = _measured(size, Path(folder), options)
        sys.stderr.write(f"{size}: {json.dumps({name: value for name, value in found[size].items() if 'ms' not in name})}\n")
    text = growth_table(found)
    path = save("growth", "Growth", origin, text, {"settings": vars(options), "sizes": found})
    write_curves({size: one for size, one in found.items() if "failed" not in one}, path.with_suffix(".png"))
    sys.stdout.write(f"{text}\n\n{path}\n")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[64, 640, 6400], help="measures")
    parser.add_argument("--encoded", type=int, default=64, help="up to so many measures every passage is encoded")
    parser.add_argument("--gib", type=int, default=14, help="address space of a process")
    return parser.parse_args(arguments)


def _measured(size: int, folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    """The figures of a size; ``failed`` if it goes beyond the memory allowed."""
    figures: dict[str, Any] = {}
    for task in ("build", "ask"):
        command = [sys.executable, "-m", "eval.bench.grown", task, str(size), str(folder)]
        try:
            printed = run([*command, str(options.encoded), str(options.gib)])[1]
        except subprocess.CalledProcessError as error:
            if error.returncode != NO_MEMORY:
                raise
            return {**figures, "failed": task}
        figures |= json.loads(printed)
    return figures


if __name__ == "__main__":
    raise SystemExit(main())
