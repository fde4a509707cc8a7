"""Table and curves of :mod:`eval.bench.growth`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from eval.bench.spread import percentile
from eval.summary import table

Sizes = Mapping[int, Mapping[str, Any]]
_HEAD = (
    "measures",
    "passages",
    "parse s",
    "encode s",
    "rest of build s",
    "index MiB",
    "load s",
    "ask median ms",
    "ask p95 ms",
    "without encoder ms",
    "resident MiB",
    "build at most MiB",
)
_LEGEND = (
    "~: estimated from 256 encoded passages; the others have stand-in vectors. *: refused by the reader's limit of 20 MB for a "
    "file, which the bench lifts."
)


def growth_table(found: Sizes) -> str:
    """A row for each size."""
    return f"{table(_HEAD, [_row(size, one) for size, one in found.items()])}\n\n{_LEGEND}"


def _row(size: int, one: Mapping[str, Any]) -> list[str]:
    if one.get("failed") == "build":
        return [f"{size:,}", "does not fit into memory", *["–"] * (len(_HEAD) - 2)]
    built = [
        f"{size:,}{'*' if one['refused_by_size'] else ''}",
        f"{one['passages']:,}",
        f"{one['parse_s']:.1f}",
        f"{'' if one['encoded'] else '~'}{one['encode_s']:,.0f}",
        f"{one['build_s']:.1f}",
        f"{one['index_mib']:.0f}",
    ]
    if one.get("failed"):
        return [*built, "does not fit into memory", *["–"] * 4, f"{one['build_peak_mib']:,.0f}"]
    return [
        *built,
        f"{one['load_s']:.1f}",
        f"{np.median(one['times_ms']):.0f}",
        f"{percentile(one['times_ms'], 0.95):.0f}",
        f"{without_encoder(one):.1f}",
        f"{one['rss_mib']:,.0f}",
        f"{one['build_peak_mib']:,.0f}",
    ]


def without_encoder(one: Mapping[str, Any]) -> float:
    """Median milliseconds of a question beside the encoder."""
    return float(np.median(np.subtract(one["times_ms"], one["encoder_ms"])))


def write_curves(found: Sizes, path: Path) -> None:
    """Four curves over the number of measures, both axes logarithmic."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    mpl.rcParams.update({"font.size": 8, "axes.spines.top": False, "axes.spines.right": False})
    sizes = list(found)
    curves = {
        "question without encoder, ms": [without_encoder(one) for one in found.values()],
        "load, s": [one["load_s"] for one in found.values()],
        "parse and build without encoding, s": [one["parse_s"] + one["build_s"] for one in found.values()],
        "resident, MiB": [one["rss_mib"] for one in found.values()],
    }
    figure = Figure(figsize=(6, 4), layout="constrained")
    for axes, (name, values) in zip(figure.subplots(2, 2).flat, curves.items(), strict=True):
        axes.loglog(sizes, values, "o-", color="#1f5a99", markersize=4)
        axes.set_title(name, fontsize=8)
        axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
        axes.minorticks_off()
        axes.grid(alpha=0.3)
    figure.savefig(path, dpi=80, metadata={"Software": ""})
