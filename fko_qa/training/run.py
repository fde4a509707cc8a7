"""The whole of training: curated questions and the report → an adapter and heads.

Some hours on two cores, four minutes on a GPU, which is used if there is one. Both give like figures, not the same bytes: sums
are rounded in another order.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from fko_qa.curated import ABSENT, COMMON_ROWS, ROW_CLASS, ROWS, Curated, load_curated
from fko_qa.encoder import DEFAULT_MODEL, Adapter, Encoder, base_model, load_encoder
from fko_qa.encoder.adapter import adapter_bytes
from fko_qa.filters import NO
from fko_qa.passages import report_passages
from fko_qa.records import Report
from fko_qa.report import load_report
from fko_qa.settings import load_settings
from fko_qa.training.fit import EPOCHS, Classes, Lesson, fit, show_progress
from fko_qa.training.network import MAX_TOKENS, Heads, Upper, lower_states
from fko_qa.training.samples import INTENTS, SEED, TEXT, Sample, samples
from fko_qa.training.wording import wording_head

ADAPTER, HEADS = "adapter.npz", "heads.npz"
# So many times the samples are drawn: the epochs take them in turn, so that slips and combinations are not learned by heart.
VERSIONS = 5


def train(curated: Curated, report: Report, cache: Path, folder: Path, epochs: int = EPOCHS) -> None:
    """Train the default model on the curated questions; write ``adapter.npz`` and ``heads.npz`` into ``folder``."""
    passages = report_passages(report)
    versions = [samples(curated, report, passages, version) for version in range(VERSIONS)]
    classes = _classes(curated, report, [sample for taught in versions for sample in taught])
    encoder = load_encoder(DEFAULT_MODEL, cache, allow_download=False)
    vectors = encoder.encode_passages([passage.text for passage in passages])
    anchors = _fact_anchors(classes, curated, encoder)
    model, tokenizer = base_model(cache)
    # From here on all tensors are on one device; the encoder above has its own.
    torch.set_default_device("cuda" if torch.cuda.is_available() else "cpu")
    model.to(torch.get_default_device())
    torch.manual_seed(SEED)
    texts = list(dict.fromkeys(sample.text for taught in versions for sample in taught))
    hidden = dict(zip(texts, lower_states(model, [tokenizer(text, MAX_TOKENS) for text in texts]), strict=True))
    upper = Upper(model)
    heads = Heads(classes.names, 2 * vectors.shape[1], {"fact": torch.tensor(anchors)}, turns={"second": "fact"})
    fit(Lesson(versions, hidden, classes, vectors), upper, heads, show_progress, epochs)
    folder.mkdir(parents=True, exist_ok=True)
    adapter = adapter_bytes(upper.pairs())
    (folder / ADAPTER).write_bytes(adapter)
    arrays = {**heads.arrays(), **_wording_arrays(versions[0])}
    trained_for = {"fingerprint": encoder.fingerprint, "adapter": Adapter(adapter).fingerprint}
    (folder / HEADS).write_bytes(_heads_bytes(arrays, classes.names, trained_for))


def _classes(curated: Curated, report: Report, taught: Sequence[Sample]) -> Classes:
    rows = [f"{ROW_CLASS}{label}" for label in ROWS]
    texts = {fact.id: f"{TEXT}:{fact.kind}" for fact in curated.facts}
    facets = sorted({facet for sample in taught for facet in sample.facets or {}})
    names: dict[str, Sequence[str]] = {
        "owner": sorted({owner for sample in taught for owner in sample.owners}),
        "answerable": ["yes"],
        "near": ["yes"],
        "leans": ["yes"],
        "several": ["yes"],
        "intent": INTENTS,
        "kind": [*rows, *sorted(set(texts.values()))],
        "fact": [*rows, ABSENT, *texts],
        "second": [*rows, ABSENT, *texts],
        "language": sorted({sample.lang for sample in taught}),
        **{f"facet:{facet}": sorted({sample.facets.get(facet, NO) for sample in taught if sample.facets}) for facet in facets},
    }
    own: dict[str, list[str]] = {}
    for measure in report.measures:
        stated = [row for row, label in zip(rows, ROWS, strict=True) if label in COMMON_ROWS or measure.field(label)]
        own[measure.id] = [*stated, ABSENT]
    for fact in curated.facts:
        own.setdefault(fact.owner, [ABSENT]).append(fact.id)
    return Classes(names, {**dict(zip(rows, rows, strict=True)), **texts}, own)


def _fact_anchors(classes: Classes, curated: Curated, encoder: Encoder) -> NDArray[np.float32]:
    """(n_facts, dim): what a fact of the text says, as a vector around the mean of all; zero for the rows of tables."""
    texts = {fact.id: f"{fact.kind}: {fact.value}. {fact.sentence}" for fact in curated.facts}
    known = [at for at, name in enumerate(classes.names["fact"]) if name in texts]
    vectors = encoder.encode_passages([texts[classes.names["fact"][at]] for at in known])
    around = vectors - vectors.mean(axis=0)
    anchors = np.zeros((len(classes.names["fact"]), vectors.shape[1]), dtype=np.float32)
    anchors[known] = around / np.linalg.norm(around, axis=1).mean()
    return anchors


def _wording_arrays(taught: Sequence[Sample]) -> dict[str, NDArray[np.generic]]:
    weights, bias = wording_head(taught)
    return {"wording/weights": weights.astype(np.float16), "wording/bias": np.array([bias], dtype=np.float32)}


def _heads_bytes(
    arrays: Mapping[str, NDArray[np.generic]], classes: Mapping[str, Sequence[str]], trained_for: Mapping[str, str]
) -> bytes:
    buffer = io.BytesIO()
    header = json.dumps({**trained_for, "classes": {head: list(names) for head, names in classes.items()}})
    np.savez_compressed(buffer, header=np.frombuffer(header.encode(), dtype=np.uint8), **arrays)  # type: ignore[arg-type]
    return buffer.getvalue()


def main() -> None:
    """Train on the questions in ``data``."""
    settings = load_settings()
    train(load_curated(settings.data), load_report(settings.report), settings.cache, settings.data / "models")
