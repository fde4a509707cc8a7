"""Results are put where the document has a mark for them."""

from __future__ import annotations

from pathlib import Path

from eval.bench.document import with_results


def test_the_newest_result_fills_its_place_and_the_rest_stays(tmp_path: Path) -> None:
    (tmp_path / "2026-01-02-abc-speed.md").write_text("# Speed\n\nnew table\n", encoding="utf-8")
    (tmp_path / "2026-01-01-def-speed.md").write_text("# Speed\n\nold table\n", encoding="utf-8")
    text = "before\n<!-- speed -->\nwhat was\n<!-- end -->\nbetween\n<!-- load -->\nkept\n<!-- end -->\nafter\n"
    assert with_results(text, tmp_path) == (
        "before\n<!-- speed -->\nnew table\n<!-- end -->\nbetween\n<!-- load -->\nkept\n<!-- end -->\nafter\n"
    )
