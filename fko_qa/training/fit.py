"""Train the adapter and the heads together, each question on what is known of it. The same data and versions give the same."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from fko_qa.curated import ABSENT
from fko_qa.filters import NO
from fko_qa.training.network import Heads, States, Upper, padded
from fko_qa.training.samples import INTENTS, SEED, Sample

# Compared on the development questions (docs/ablation.md): larger batches, more epochs, averaged weights are a little better than
# three epochs of 32.
EPOCHS = 5
BATCH_SIZE = 128
# Texts of like length stand in one batch; lengths are sorted within so many batches, which are drawn at random.
BATCHES_SORTED = 40
ADAPTER_RATE = 1.5e-3
HEADS_RATE = 6e-3
HEADS_DECAY = 0.04
WARM_UP = 100
LAST_RATE = 0.05
# The weights of the last steps are averaged, this share of all.
AVERAGED = 0.3
DROPOUT = 0.15
SMOOTHING = 0.05
# How much each kind of loss counts. Chosen so that all fall at a like pace; not tuned further.
WEIGHTS = {
    "owner": 1.0,
    "answerable": 1.0,
    "near": 0.5,
    "leans": 0.5,
    "several": 0.5,
    "intent": 1.0,
    "kind": 1.0,
    "fact": 2.0,
    "second": 1.0,
    "passage": 0.5,
}
FACET_WEIGHT = 1.0
NO_SET_WEIGHT = 1.5
LANGUAGE_WEIGHT = 0.1
# Fewer questions are unanswerable than answerable, and far ones fewer still; sets are fewer than facts.
UNANSWERABLE_WEIGHT, ANSWERABLE_WEIGHT = 1.8, 0.5
FAR_WEIGHT, NEAR_WEIGHT = 3.0, 0.6
ALONE_WEIGHT, LEANING_WEIGHT = 0.6, 6.0
ONE_WEIGHT, SEVERAL_WEIGHT = 0.5, 15.0
INTENT_WEIGHTS = (0.7, 1.0, 1.5)
# Cosines lie close together; this spreads them for the softmax over passages.
PASSAGE_SCALE = 25.0
_NEVER = -1e4

Progress = Callable[[int, int], None]
Losses = dict[str, Tensor]


class Classes:
    """The classes of every head, and which facts a question about some owner can mean."""

    def __init__(self, names: Mapping[str, Sequence[str]], kinds: Mapping[str, str], facts: Mapping[str, Sequence[str]]) -> None:
        self.names = names
        self.kind_of = kinds  # fact name → kind
        self._index = {head: {name: at for at, name in enumerate(classes)} for head, classes in names.items()}
        self._masks = {owner: self._mask(own) for owner, own in facts.items()}

    def _mask(self, facts: Sequence[str]) -> NDArray[np.float32]:
        mask = np.full(len(self.names["fact"]), _NEVER, dtype=np.float32)
        mask[[self._index["fact"][fact] for fact in facts]] = 0
        return mask

    def targets(self, head: str, wanted: Sequence[Mapping[str, float]]) -> Tensor:
        """(n, n_classes): the wanted classes' shares, which add up to 1 in each row."""
        table = np.zeros((len(wanted), len(self.names[head])), dtype=np.float32)
        for row, shares in enumerate(wanted):
            for name, share in shares.items():
                table[row, self._index[head][name]] = share / sum(shares.values())
        return torch.tensor(table)

    def mask(self, owners: Sequence[str]) -> Tensor:
        """(n, n_facts): 0 for facts of the owner, very low for others."""
        return torch.tensor(np.stack([self._masks[owner] for owner in owners]))


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is taught: the samples in several versions, which the epochs take in turn; the texts' states from
    :func:`fko_qa.training.network.lower_states`; the heads' classes; and the passages' vectors, (n_passages, dim), unit length,
    from the encoder without the adapter.
    """

    versions: Sequence[Sequence[Sample]]
    hidden: Mapping[str, States]
    classes: Classes
    passages: NDArray[np.float32]


def fit(lesson: Lesson, upper: Upper, heads: Heads, progress: Progress | None = None, epochs: int = EPOCHS) -> None:
    """Train in place."""
    rng = np.random.default_rng(SEED)
    taught = [lesson.versions[epoch % len(lesson.versions)] for epoch in range(epochs)]
    steps = sum(math.ceil(len(samples) / BATCH_SIZE) for samples in taught)
    optimizer = torch.optim.AdamW(
        [
            {"params": upper.trained(), "lr": ADAPTER_RATE, "weight_decay": 0.0},
            {"params": heads.parameters(), "lr": HEADS_RATE, "weight_decay": HEADS_DECAY},
        ]
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
    average = _Average([*upper.trained(), *heads.parameters()])
    targets = torch.tensor(lesson.passages)
    done = 0
    for samples in taught:
        hidden = [lesson.hidden[sample.text] for sample in samples]
        for batch in _batches(hidden, rng):
            vectors = functional.dropout(upper(*padded([hidden[row] for row in batch])), DROPOUT)
            losses = _losses([samples[row] for row in batch], vectors, heads, lesson.classes, targets)
            optimizer.zero_grad()
            torch.stack(list(losses.values())).sum().backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(upper.trained(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            if done > steps * (1 - AVERAGED):
                average.add()
            if progress is not None:
                progress(done, steps)
    average.apply()


class _Average:
    """The mean of parameters over some steps."""

    def __init__(self, parameters: Sequence[nn.Parameter]) -> None:
        self._parameters = parameters
        self._sums = [torch.zeros_like(parameter) for parameter in parameters]
        self._count = 0

    @torch.no_grad()
    def add(self) -> None:
        """Take in the parameters as they are now."""
        self._count += 1
        for total, parameter in zip(self._sums, self._parameters, strict=True):
            total.add_(parameter)

    @torch.no_grad()
    def apply(self) -> None:
        """Set the parameters to their mean."""
        for total, parameter in zip(self._sums, self._parameters, strict=True):
            parameter.copy_(total / self._count)


def _rate(step: int, steps: int) -> float:
    """Up over the first steps, then down as a cosine."""
    fall = 0.5 * (1 + math.cos(math.pi * step / steps))
    return min(1.0, (step + 1) / WARM_UP) * (LAST_RATE + (1 - LAST_RATE) * fall)


def _batches(hidden: Sequence[States], rng: np.random.Generator) -> list[list[int]]:
    order = [int(row) for row in rng.permutation(len(hidden))]
    batches: list[list[int]] = []
    for begin in range(0, len(order), BATCH_SIZE * BATCHES_SORTED):
        chunk = sorted(order[begin : begin + BATCH_SIZE * BATCHES_SORTED], key=lambda row: len(hidden[row]))
        batches += [chunk[at : at + BATCH_SIZE] for at in range(0, len(chunk), BATCH_SIZE)]
    return [batches[at] for at in rng.permutation(len(batches))]


def _losses(batch: Sequence[Sample], vectors: Tensor, heads: Heads, classes: Classes, passages: Tensor) -> Losses:
    """The weighted losses of a batch. Each is a mean over the questions that it concerns, times their share of the batch."""
    return {
        **_owner_losses(batch, vectors, heads, classes, passages),
        **_answer_losses(batch, vectors, heads),
        **_fact_losses(batch, vectors, heads, classes),
        **_set_losses(batch, vectors, heads, classes),
    }


def _rows(batch: Sequence[Sample], test: Callable[[Sample], object]) -> tuple[list[int], float]:
    rows = [row for row, sample in enumerate(batch) if test(sample)]
    return rows, len(rows) / len(batch)


def _soft(logits: Tensor, targets: Tensor) -> Tensor:
    return -(targets * functional.log_softmax(logits, 1)).sum(1).mean()


def _owner_losses(batch: Sequence[Sample], vectors: Tensor, heads: Heads, classes: Classes, passages: Tensor) -> Losses:
    losses: Losses = {}
    rows, share = _rows(batch, lambda sample: sample.owners)
    if rows:
        targets = classes.targets("owner", [batch[row].owners for row in rows])
        losses["owner"] = _soft(heads(vectors[rows], "owner"), targets) * share * WEIGHTS["owner"]
    rows, share = _rows(batch, lambda sample: sample.passages)
    if rows:
        shares = np.zeros((len(rows), len(passages)), dtype=np.float32)
        for at, row in enumerate(rows):
            shares[at, list(batch[row].passages)] = 1 / len(set(batch[row].passages))
        means = functional.normalize(vectors[rows, : passages.shape[1]], dim=1)
        losses["passage"] = _soft(means @ passages.T * PASSAGE_SCALE, torch.tensor(shares)) * share * WEIGHTS["passage"]
    rows, share = _rows(batch, lambda sample: sample.lang in classes.names["language"])
    if rows:
        targets = classes.targets("language", [{batch[row].lang: 1.0} for row in rows])
        losses["language"] = _soft(heads(vectors[rows], "language"), targets) * share * LANGUAGE_WEIGHT
    return losses


def _answer_losses(batch: Sequence[Sample], vectors: Tensor, heads: Heads) -> Losses:
    answerable = {row: sample.answerable for row, sample in enumerate(batch) if sample.answerable is not None}
    near = {row: sample.near for row, sample in enumerate(batch) if sample.near is not None}
    several = {row: sample.several for row, sample in enumerate(batch) if sample.several is not None}
    leans = {row: sample.leans for row, sample in enumerate(batch) if sample.leans is not None}
    return {
        **_yes_or_no("answerable", answerable, (UNANSWERABLE_WEIGHT, ANSWERABLE_WEIGHT), vectors, heads),
        **_yes_or_no("near", near, (FAR_WEIGHT, NEAR_WEIGHT), vectors, heads),
        **_yes_or_no("several", several, (ONE_WEIGHT, SEVERAL_WEIGHT), vectors, heads),
        **_yes_or_no("leans", leans, (ALONE_WEIGHT, LEANING_WEIGHT), vectors, heads),
    }


def _yes_or_no(head: str, truth: Mapping[int, bool], weights: tuple[float, float], vectors: Tensor, heads: Heads) -> Losses:
    """The loss of a logistic head. ``truth``: row of the batch → yes or no; ``weights``: of no and of yes."""
    if not truth:
        return {}
    wanted = torch.tensor([float(yes) for yes in truth.values()])
    weight = torch.where(wanted > 0, torch.tensor(weights[1]), torch.tensor(weights[0]))
    logits = heads(vectors[list(truth)], head)[:, 0]
    smooth = wanted * (1 - SMOOTHING) + SMOOTHING / 2
    loss: Tensor = functional.binary_cross_entropy_with_logits(logits, smooth, weight=weight)
    return {head: loss * WEIGHTS[head]}


def _fact_losses(batch: Sequence[Sample], vectors: Tensor, heads: Heads, classes: Classes) -> Losses:
    rows, share = _rows(batch, lambda sample: sample.facts)
    if not rows:
        return {}
    asked = [batch[row].facts for row in rows]
    kinds = classes.targets("kind", [{classes.kind_of[fact]: 1.0 for fact in facts if fact != ABSENT} for facts in asked])
    first = classes.targets("fact", [{facts[0]: 1.0} for facts in asked])
    second = classes.targets("second", [{facts[1] if len(facts) > 1 else ABSENT: 1.0} for facts in asked])
    own = classes.mask([batch[row].fact_owner for row in rows])
    stated = [at for at, facts in enumerate(asked) if facts != (ABSENT,)]
    losses = {
        "fact": _soft(heads(vectors[rows], "fact") + own, first) * share * WEIGHTS["fact"],
        "second": _soft(heads(vectors[rows], "second") + own, second) * share * WEIGHTS["second"],
    }
    if stated:
        losses["kind"] = _soft(heads(vectors[rows], "kind")[stated], kinds[stated]) * share * WEIGHTS["kind"]
    return losses


def _set_losses(batch: Sequence[Sample], vectors: Tensor, heads: Heads, classes: Classes) -> Losses:
    losses: Losses = {}
    rows, _ = _rows(batch, lambda sample: sample.intent)
    if rows:
        wanted = torch.tensor([INTENTS.index(batch[row].intent or "") for row in rows])
        logits = heads(vectors[rows], "intent")
        losses["intent"] = (
            functional.cross_entropy(logits, wanted, weight=torch.tensor(INTENT_WEIGHTS), label_smoothing=SMOOTHING)
            * WEIGHTS["intent"]
        )
    rows, share = _rows(batch, lambda sample: sample.no_set)
    if rows:
        chances = functional.softmax(heads(vectors[rows], "intent"), 1)[:, INTENTS.index("set")].clamp(max=0.999)
        losses["no_set"] = -torch.log1p(-chances).mean() * share * NO_SET_WEIGHT
    rows, share = _rows(batch, lambda sample: sample.facets)
    for facet in [head for head in classes.names if head.startswith("facet:")] if rows else ():
        wanted = classes.targets(facet, [{(batch[row].facets or {}).get(facet.removeprefix("facet:"), NO): 1.0} for row in rows])
        losses[facet] = _soft(heads(vectors[rows], facet), wanted) * share * FACET_WEIGHT
    return losses


def show_progress(done: int, total: int) -> None:
    """A line on the screen now and then."""
    if done % 100 == 0 or done == total:
        sys.stderr.write(f"{done}/{total} steps\n")
