"""Compare two result files: ``python eval/compare.py A.json B.json``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from eval.agreement import all_questions
from eval.comparison import compare, comparison_table
from eval.results import read_result
from eval.slices import MORE, TARGETS


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the paired differences of two results over the questions that both have."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--more", action="store_true", help="every row of the score table, not only the targets")
    options = parser.parse_args(arguments)
    rows = (*TARGETS, *MORE) if options.more else TARGETS
    differences = compare(read_result(options.first), read_result(options.second), all_questions(), rows)
    sys.stdout.write(comparison_table(differences) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
