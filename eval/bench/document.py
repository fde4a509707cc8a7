"""Put the newest results of all benches into ``docs/performance.md``: ``python eval/bench/document.py``.

Each stands there between ``<!-- NAME -->`` and ``<!-- end -->``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from eval.files import RESULTS, ROOT

_DOCUMENT = ROOT / "docs" / "performance.md"
_PLACE = re.compile(r"(<!-- (?!end )(?P<name>[a-z]+) -->\n).*?(?=<!-- end -->)", re.DOTALL)


def main() -> int:
    """Rewrite the document."""
    text = _DOCUMENT.read_text(encoding="utf-8")
    _DOCUMENT.write_text(with_results(text, RESULTS / "bench"), encoding="utf-8")
    return 0


def with_results(text: str, folder: Path) -> str:
    """The text with each marked place filled with the newest result of that name; one that has none stays as it is."""

    def filled(place: re.Match[str]) -> str:
        # By when it was written: two commits of a day have no order in their names.
        found = sorted(folder.glob(f"*-{place['name']}.md"), key=lambda path: (path.name[:10], path.stat().st_mtime))
        if not found:
            return place[0]
        body = found[-1].read_text(encoding="utf-8").split("\n", 2)[2]  # without its title
        picture = found[-1].with_suffix(".png")
        curves = f"\n![{place['name']}](../eval/results/bench/{picture.name})\n" if picture.exists() else ""
        return f"{place[1]}{body}{curves}"

    return _PLACE.sub(filled, text)


if __name__ == "__main__":
    raise SystemExit(main())
