"""Thousands of hostile inputs: ``python eval/bench/fuzz.py --examples 2000 [--seed 1] [--only questions]``.

Prints how many were tried, which failed (the smallest example of each failure) and the slowest. Exit code 1 if any failed. A
short, repeatable part of the same runs with the tests (``tests/test_fuzz.py``).
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from eval.bench import inputs, properties
from eval.files import ROOT
from fko_qa import Assistant

# A question may take so long, with the conversation before it: processor time, whatever else the machine does.
MAX_SECONDS = 1.0
REPEATS = 2
PDFS = ("bericht-mit-grundschriften.pdf", "gescannt.pdf")
# Reading a whole PDF takes seconds, a question tens of milliseconds: so many fewer.
PDF_SHARE = 10


@dataclass(slots=True)
class Run:
    """What happened in one kind of input."""

    name: str
    tried: int = 0
    slowest: float = 0.0
    slowest_input: str = ""
    too_slow: int = 0
    failure: str = ""

    def timed(self, check: Callable[..., None], *values: Any) -> None:
        """Run a check and note how long it took."""
        self.tried += 1
        took = _seconds(check, values)
        for _ in range(REPEATS):  # busy caches cost processor time, too: the fastest counts
            if took > MAX_SECONDS:
                took = min(took, _seconds(check, values))
        self.too_slow += took > MAX_SECONDS
        if took > self.slowest:
            self.slowest, self.slowest_input = took, repr(values)[:300]


def _seconds(check: Callable[..., None], values: tuple[Any, ...]) -> float:
    started = time.process_time()
    check(*values)
    return time.process_time() - started


def attacks(assistant: Assistant) -> dict[str, tuple[Callable[..., None], tuple[st.SearchStrategy[Any], ...]]]:
    """Kinds of input: what is checked, and with what."""
    lines = inputs.report_lines()
    pdfs = {name: (ROOT / "tests" / "data" / name).read_bytes() for name in PDFS}

    def question(text: str, history: Sequence[str]) -> None:
        properties.check_question(assistant, text, history)

    def batch(given_lines: Sequence[bytes]) -> None:
        properties.check_lines(assistant, given_lines)

    def markdown(edits: Any) -> None:
        text = edits if isinstance(edits, str) else inputs.edited_lines(lines, edits)
        properties.check_report(text.encode("utf-8", "replace"), ".md")

    def pdf(name: str, edits: Any) -> None:
        properties.check_report(inputs.edited_bytes(pdfs[name], edits), ".pdf")

    return {
        "questions": (question, (inputs.QUESTIONS, st.just(()))),
        "conversations": (question, (inputs.QUESTIONS, inputs.HISTORIES)),
        "batch": (batch, (st.lists(inputs.BATCH_LINES, max_size=4),)),
        "settings": (properties.check_settings, (inputs.SETTINGS_FILES, inputs.ENVIRONMENTS, inputs.ARGUMENTS)),
        "markdown": (markdown, (inputs.LINE_EDITS | st.text(),)),
        "pdf": (pdf, (st.sampled_from(PDFS), inputs.BYTE_EDITS)),
    }


def run(name: str, check: Callable[..., None], given_: tuple[st.SearchStrategy[Any], ...], examples: int, start: int) -> Run:
    """Try so many examples; the first kind of failure ends it."""
    found = Run(name)

    @seed(start)
    @settings(
        max_examples=max(1, examples // PDF_SHARE if name == "pdf" else examples),
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=True,
    )
    @given(st.tuples(*given_))
    def attack(values: tuple[Any, ...]) -> None:
        found.timed(check, *values)

    try:
        attack()
    except Exception:  # noqa: BLE001 - a failure of any kind is what is looked for
        found.failure = traceback.format_exc(limit=-12)
    return found


def main() -> int:
    """Run; 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=1000, help="of each kind (a tenth of it for PDFs)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[], help="kinds of input")
    options = parser.parse_args()
    assistant = Assistant.load()
    assistant.warm_up()
    failed = False
    for name, (check, given_) in attacks(assistant).items():
        if options.only and name not in options.only:
            continue
        found = run(name, check, given_, options.examples, options.seed)
        failed |= bool(found.failure)
        sys.stdout.write(
            f"{name}: {found.tried} tried, slowest {found.slowest:.2f} s, {found.too_slow} over {MAX_SECONDS:.0f} s\n"
        )
        if found.slowest > MAX_SECONDS:
            sys.stdout.write(f"  slowest: {found.slowest_input}\n")
        sys.stdout.write(found.failure)
        sys.stdout.flush()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
