"""Results are put where the document has a mark for them."""

from __future__ import annotations

from pathlib import Path

from eval.bench.document import with_results


def test_the_newest_result_fills_its_place_and_the_rest_stays(tmp_path: Path) -> None:
    for name, text in {
        "2026-01-02-abc-speed.md": "# Speed\n\nnew table\n",
        "2026-01-01-def-speed.md": "# Speed\n\nold table\n",
        "2026-01-01-def-growth.md": "# Growth\n\nsizes\n",
        "2026-01-01-def-growth.png": "",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    text = "<!-- speed -->\nwas\n<!-- end -->\nbetween\n<!-- load -->\nkept\n<!-- end -->\n<!-- growth -->\n<!-- end -->\nafter\n"
    assert with_results(text, tmp_path) == (
        "<!-- speed -->\nnew table\n<!-- end -->\nbetween\n<!-- load -->\nkept\n<!-- end -->\n"
        "<!-- growth -->\nsizes\n\n![growth](../eval/results/bench/2026-01-01-def-growth.png)\n<!-- end -->\nafter\n"
    )
