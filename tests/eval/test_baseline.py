"""The system as it is, on a fixed part of the development questions, against the committed result."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.evaluate import main
from eval.files import RESULTS


def test_no_figure_is_significantly_worse_than_the_committed_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.evaluate.OUT", tmp_path)
    (baseline,) = RESULTS.glob("*-dev.json")
    assert main(["--subset", "--check", str(baseline)]) == 0
