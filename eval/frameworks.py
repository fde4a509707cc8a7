"""What two frameworks reach in their hybrid mode (:mod:`eval.hybrid`): ``python eval/frameworks.py``, with haystack-ai and txtai
installed for this (``docs/evaluation.md``). Only the ranking is scored.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from eval.baselines import heading, questions_of, row
from eval.files import commit, store, today
from eval.hybrid import SYSTEMS
from eval.summary import table
from fko_qa import Assistant
from fko_qa.encoder import load_encoder
from fko_qa.settings import load_settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Print and store the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    options = parser.parse_args(arguments)
    measures = {measure.id: measure.verbatim for measure in Assistant.load().report.measures}
    settings = load_settings()
    encoder = load_encoder(settings.model, settings.cache, settings.model_download)
    questions = questions_of(options.split)
    rows = [row(f"{name}, hybrid, same encoder", build(measures, encoder), questions) for name, build in SYSTEMS.items()]
    text = f"# Frameworks, {today()}, commit {commit()}, {options.split}\n\n{table(heading(questions), rows)}\n"
    sys.stdout.write(text + f"\n{store(f'frameworks-{options.split}', text)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
