"""The network that is trained: the encoder's upper layers with low-rank adapters, and linear heads on its question vector.

The lower layers stay as they are, so their output is computed once and kept; that makes training several times faster.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from fko_qa.encoder.adapter import TARGETS

# Layers from this one on are adapted (of twelve).
FIRST_LAYER = 4
RANK = 24
# Of the low-rank change, as in the LoRA paper (alpha / rank).
SCALE = 2.0
MAX_TOKENS = 80
_MASKED = -1e4
_BATCH = 64

# The hidden states of one text below the adapted layers: (n_tokens, dim).
States = NDArray[np.float16]


class LowRank(nn.Module):
    """A frozen linear layer with a trained low-rank change beside it."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.linear = linear
        self.down = nn.Parameter(torch.randn(RANK, linear.in_features) / math.sqrt(linear.in_features))
        self.up = nn.Parameter(torch.zeros(linear.out_features, RANK))

    def forward(self, states: Tensor) -> Tensor:
        """states: (batch, n_tokens, n_in) → (batch, n_tokens, n_out)."""
        result: Tensor = self.linear(states) + (states @ self.down.T @ self.up.T) * SCALE
        return result


class Upper(nn.Module):
    """The encoder above :data:`FIRST_LAYER`: hidden states → features, as :meth:`fko_qa.encoder.Encoder.encode_features`."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.layers = nn.ModuleList(model.encoder.layer[FIRST_LAYER:])
        self.adapters: dict[str, LowRank] = {}
        for parameter in self.parameters():
            parameter.requires_grad_(False)
        for number, layer in enumerate(self.layers, start=FIRST_LAYER):
            for target in TARGETS:
                parent = layer.get_submodule(target.rpartition(".")[0]) if "." in target else layer
                linear: Any = layer.get_submodule(target)
                adapted = LowRank(linear)
                setattr(parent, target.rpartition(".")[2], adapted)
                self.adapters[f"encoder.layer.{number}.{target}"] = adapted

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """states: (batch, n_tokens, dim), mask: (batch, n_tokens), 1 for tokens → (batch, 2 * dim)."""
        states = _through(self.layers, states, mask)
        pooled = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return torch.cat([nn.functional.normalize(pooled, dim=1), nn.functional.normalize(states[:, 0], dim=1)], dim=1)

    def trained(self) -> list[nn.Parameter]:
        """The adapters' parameters."""
        return [parameter for adapter in self.adapters.values() for parameter in (adapter.down, adapter.up)]

    def pairs(self) -> dict[str, tuple[NDArray[np.float32], NDArray[np.float32]]]:
        """Layer name → (down, up), the scale worked in."""
        pairs = {name: (adapter.down.detach(), adapter.up.detach() * SCALE) for name, adapter in self.adapters.items()}
        return {name: (down.cpu().numpy(), up.cpu().numpy()) for name, (down, up) in pairs.items()}


class Heads(nn.Module):
    """Linear heads on a question's features times one learned scale.

    Args:
        classes: head → its classes. Heads of one class are logistic.
        dim: that of the features.
        anchors: head → (n_classes, n), what is known of its classes: a class's weights are its own plus a learned linear map of
            this, so that classes that are alike begin alike and few questions are enough for each.
        turns: head → another head with the same classes: its weights are its own plus the other's on features that a learned
            linear map turns. So what is known of the other's classes need not be learned twice.
    """

    def __init__(
        self,
        classes: Mapping[str, Sequence[str]],
        dim: int,
        anchors: Mapping[str, Tensor] | None = None,
        turns: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.tensor(12.0))
        self.linear = nn.ModuleDict({name: nn.Linear(dim, len(names)) for name, names in classes.items()})
        for parameter in self.linear.parameters():
            nn.init.normal_(parameter, std=0.02)
        self.anchors = dict(anchors or {})
        self.maps = nn.ParameterDict({name: torch.zeros(dim, anchor.shape[1]) for name, anchor in self.anchors.items()})
        self.turns = dict(turns or {})
        self.turned = nn.ParameterDict({name: torch.eye(dim) for name in self.turns})

    def forward(self, vectors: Tensor, head: str) -> Tensor:
        """vectors: (batch, dim) → (batch, n_classes) logits."""
        linear: Any = self.linear[head]
        return nn.functional.linear(vectors * self.scale, self._weights(head), linear.bias)

    def _weights(self, head: str) -> Tensor:
        own: Any = self.linear[head].weight
        weights: Tensor = own
        if head in self.anchors:
            weights = weights + self.anchors[head] @ self.maps[head].T
        if head in self.turns:
            weights = weights + self._weights(self.turns[head]) @ self.turned[head]
        return weights

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Weights (float16) and biases of all heads, the scale worked in."""
        scale = float(self.scale.detach())
        arrays: dict[str, NDArray[np.generic]] = {}
        for name in self.linear:
            linear: Any = self.linear[name]
            arrays[f"{name}/weights"] = (self._weights(name).detach().cpu().numpy() * scale).astype(np.float16)
            arrays[f"{name}/bias"] = linear.bias.detach().cpu().numpy().astype(np.float32)
        return arrays


@torch.no_grad()
def lower_states(model: Any, token_ids: Sequence[Sequence[int]]) -> list[States]:
    """Each text's hidden states below :data:`FIRST_LAYER`: (n_tokens, dim), float16."""
    order = sorted(range(len(token_ids)), key=lambda at: len(token_ids[at]))
    states: list[States | None] = [None] * len(token_ids)
    for begin in range(0, len(order), _BATCH):
        rows = order[begin : begin + _BATCH]
        ids, mask = _padded_ids([token_ids[row] for row in rows])
        hidden = _through(model.encoder.layer[:FIRST_LAYER], model.embeddings(input_ids=ids), mask).half().cpu().numpy()
        for row, one in zip(rows, hidden, strict=True):
            states[row] = one[: len(token_ids[row])].copy()
    return [state for state in states if state is not None]


def padded(hidden: Sequence[States]) -> tuple[Tensor, Tensor]:
    """Hidden states of several texts as one batch: (batch, n_tokens, dim) float32, and the mask (batch, n_tokens)."""
    longest = max(len(one) for one in hidden)
    states = np.zeros((len(hidden), longest, hidden[0].shape[1]), dtype=np.float32)
    mask = np.zeros((len(hidden), longest), dtype=np.float32)
    for row, one in enumerate(hidden):
        states[row, : len(one)] = one
        mask[row, : len(one)] = 1
    return torch.tensor(states), torch.tensor(mask)


def _padded_ids(token_ids: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    longest = max(map(len, token_ids))
    ids = np.zeros((len(token_ids), longest), dtype=np.int64)
    mask = np.zeros((len(token_ids), longest), dtype=np.float32)
    for row, one in enumerate(token_ids):
        ids[row, : len(one)] = one
        mask[row, : len(one)] = 1
    return torch.tensor(ids), torch.tensor(mask)


def _through(layers: Any, states: Tensor, mask: Tensor) -> Tensor:
    hidden = (1 - mask)[:, None, None, :] * _MASKED
    for layer in layers:
        output = layer(states, hidden)
        states = output[0] if isinstance(output, tuple) else output
    return states
