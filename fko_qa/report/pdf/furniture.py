"""Running headers, footers and page numbers: what they say of pages, and the pages without them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from fko_qa.report.draft import LABELS
from fko_qa.report.pdf.layout import Line
from fko_qa.report.rules import heading_key

# Headers and footers are among so many lines at the upper and at the lower edge.
_EDGE_LINES = 3
# What stands at the same height on this share of the pages is furniture (left and right pages may differ).
_SHARE = 0.3
# So is what stands there on this many pages in a row: a chapter's name above its pages.
_RUN = 3
_LABEL_WORDS = frozenset(heading_key(word) for label in LABELS for word in label.split() if len(word) > 3)
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Body:
    """Pages without furniture: lines by page, and the printed number of each page (None if none was printed)."""

    lines: tuple[tuple[Line, ...], ...]
    numbers: tuple[int | None, ...]


def without_furniture(pages: Sequence[Sequence[Line]]) -> Body:
    """Find what repeats at the edges, read the page numbers from it, and leave it out."""
    groups = _repeated(pages)
    numbers = _page_numbers(groups, len(pages))
    furniture = {line for group in groups for line in group.values()}
    kept = tuple(tuple(line for line in lines if line not in furniture) for lines in pages)
    return Body(kept, numbers)


def _repeated(pages: Sequence[Sequence[Line]]) -> list[Mapping[int, Line]]:
    """Lines of the same wording but for digits, at the same height, by page."""
    by_wording: dict[tuple[str, bool], list[Line]] = defaultdict(list)
    for lines in pages:
        for position, line in enumerate(lines):
            if heading_key(line.words[0].text) in _LABEL_WORDS:
                continue  # a row that ends the table of many pages
            wording = _NUMBER.sub("#", line.text)
            if position < _EDGE_LINES:
                by_wording[wording, True].append(line)
            if position >= len(lines) - _EDGE_LINES:
                by_wording[wording, False].append(line)
    enough = max(2, round(_SHARE * len(pages)))
    found = [_at_one_height(group) for group in by_wording.values()]
    return [group for group in found if len(group) >= enough or _longest_run(group) >= _RUN]


def _longest_run(pages: Collection[int]) -> int:
    """How many pages in a row there are at most."""
    longest = run = 0
    for page in sorted(pages):
        run = run + 1 if page - 1 in pages else 1
        longest = max(longest, run)
    return longest


def _at_one_height(lines: Iterable[Line]) -> Mapping[int, Line]:
    """Of lines with one wording, the largest group at one height, by page."""
    heights: dict[int, dict[int, Line]] = defaultdict(dict)
    for line in lines:
        for height in (round(line.y / line.size), round(line.y / line.size + 0.5) + 1_000_000):  # halves overlap: no edge cuts
            heights[height][line.page] = line
    return max(heights.values(), key=len)


def _page_numbers(groups: Iterable[Mapping[int, Line]], count: int) -> tuple[int | None, ...]:
    """Of all numbers in the furniture, the one that grows from page to page."""
    best: dict[int, int] = {}
    best_score = 0
    for group in groups:
        values = {page: [int(number) for number in _NUMBER.findall(line.text)] for page, line in group.items()}
        for position in range(min(map(len, values.values()))):
            numbers = {page: found[position] for page, found in values.items()}
            score = sum(numbers.get(page + 1) == number + 1 for page, number in numbers.items())
            if score > best_score:
                best, best_score = numbers, score
    return filled(best, count)


def filled(numbers: Mapping[int, int], count: int) -> tuple[int | None, ...]:
    """Numbers of all pages from those known (by physical page): the others count on from their neighbours; None if none is known.

    >>> filled({1: 5, 3: 9}, 5)
    (4, 5, 6, 9, 10)
    """
    if not numbers:
        return (None,) * count
    first = min(numbers)
    known: list[int | None] = [max(0, numbers[first] - (first - page)) for page in range(first)]
    last = known[-1] if known else -1
    for page in range(first, count):
        following = numbers.get(page, 0)
        last = following if last is None or following > last else last + 1
        known.append(last)
    return tuple(known)
