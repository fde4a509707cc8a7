"""What :mod:`eval.bench.load` found, in a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from eval.bench.spread import percentile, slope
from eval.summary import table

_ANSWERED = 200
_PER = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: when it was asked, milliseconds to its reply, status, and whether the reply was as it should be."""

    at: float
    ms: float
    status: int
    right: bool

    @property
    def done(self) -> float:
        """When the reply had come."""
        return self.at + self.ms / 1000


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase's questions, and the server's memory in MiB before, after, at most, and over time."""

    name: str
    visitors: int
    asked: Sequence[Asked]
    before: float
    after: float
    peak: float
    seen: Sequence[tuple[float, float]]

    @property
    def answered(self) -> list[Asked]:
        """The questions that got an answer."""
        return [one for one in self.asked if one.status == _ANSWERED]

    @property
    def turned_away(self) -> int:
        """Refused for want of room, as is meant for a burst, and told when to come again."""
        return sum(one.status in (429, 503) and one.right for one in self.asked)

    @property
    def wrong(self) -> int:
        """Neither answered nor refused as they should be; outside a burst nobody should be refused."""
        away = self.turned_away if self.name != "burst" else 0
        return sum(not one.right for one in self.asked) + away

    @property
    def seconds(self) -> float:
        """From the first question to the last reply."""
        return max(one.done for one in self.asked) - min(one.at for one in self.asked)

    @property
    def growth(self) -> float:
        """MiB for a thousand answers, over the second half, when everything is loaded that ever will be."""
        return slope_per_thousand(self.seen, [one.done for one in self.answered])

    def figures(self) -> dict[str, Any]:
        """For the JSON file: without the single questions."""
        times = [one.ms for one in self.answered]
        shares = {f"p{share:g}_ms": percentile(times, share / 100) for share in (50, 90, 95, 99, 100)} if times else {}
        start = self.seen[0][0]
        return {
            "visitors": self.visitors,
            "questions": len(self.asked),
            "answered": len(self.answered),
            "turned_away": self.turned_away,
            "wrong": self.wrong,
            "seconds": self.seconds,
            **shares,
            "memory_mib": {"before": self.before, "after": self.after, "peak": self.peak, "per_1000_answers": self.growth},
            "memory_over_time": [
                (round(at - start, 1), round(mib, 1)) for at, mib in self.seen[:: max(1, len(self.seen) // 100)]
            ],
        }


def slope_per_thousand(seen: Sequence[tuple[float, float]], done: Sequence[float]) -> float:
    """How many MiB come with a thousand answers, by the second half of the moments seen.

    Args:
        seen: moments and MiB then.
        done: when the answers had come.
    """
    half = seen[len(seen) // 2 :]
    answers = np.searchsorted(np.sort(done), [at for at, _ in half])
    return slope(list(map(float, answers)), [mib for _, mib in half]) * _PER


def load_report(phases: Sequence[Phase]) -> str:
    """The table, and how to read it."""
    head = ["", *(f"{phase.name} ({phase.visitors})" for phase in phases)]
    lines: dict[str, list[str]] = {
        "questions": [f"{len(phase.asked):,}" for phase in phases],
        "answered": [f"{len(phase.answered):,}" for phase in phases],
        "turned away, told when to come again": [f"{phase.turned_away:,}" for phase in phases],
        "errors": [str(phase.wrong) for phase in phases],
        "answers a second": [f"{len(phase.answered) / phase.seconds:.1f}" for phase in phases],
        **{f"p{share} of answers, ms": [_share(phase, share) for phase in phases] for share in (50, 90, 95, 99)},
        "slowest answer, ms": [_share(phase, 100) for phase in phases],
        "slowest refusal, ms": [_slowest_refusal(phase) for phase in phases],
        "resident before → after, MiB": [f"{phase.before:.0f} → {phase.after:.0f}" for phase in phases],
        "resident at most, MiB": [f"{phase.peak:.0f}" for phase in phases],
        "MiB for each 1,000 answers, second half": [_growth(phase) for phase in phases],
    }
    return table(head, [[name, *cells] for name, cells in lines.items()])


def _share(phase: Phase, share: int) -> str:
    times = [one.ms for one in phase.answered]
    return f"{percentile(times, share / 100):,.0f}" if times else "–"


def _slowest_refusal(phase: Phase) -> str:
    times = [one.ms for one in phase.asked if one.status != _ANSWERED]
    return f"{max(times):,.0f}" if times else "–"


def _growth(phase: Phase) -> str:
    return f"{phase.growth:+.2f}" if phase.name == "soak" else "–"
