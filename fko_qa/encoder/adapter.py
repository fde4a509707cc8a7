"""A low-rank adapter of the encoder's upper layers (LoRA): read from an archive, merged into the model's weights for questions.

Passages are encoded without it: it was trained to lead people's questions to the passages as they are.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

# The linear layers of a BERT layer that are adapted, by their names in it.
TARGETS = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)


class Adapter:
    """Low-rank changes of weights: ``W + up @ down`` for each named linear layer.

    Args:
        data: a NumPy archive with ``NAME/down`` (rank, n_in) and ``NAME/up`` (n_out, rank), float16.

    Raises ValueError or KeyError if the data is something else.
    """

    def __init__(self, data: bytes) -> None:
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            arrays = dict(stored)
        names = sorted({name.rpartition("/")[0] for name in arrays})
        self._pairs = {name: (arrays[f"{name}/down"], arrays[f"{name}/up"]) for name in names}
        self.fingerprint = hashlib.sha256(data).hexdigest()

    def changes(self) -> dict[str, NDArray[np.float32]]:
        """Layer name → what is added to its weights, (n_out, n_in), float32."""
        return {name: up.astype(np.float32) @ down.astype(np.float32) for name, (down, up) in self._pairs.items()}

    def merge_into(self, model: Any) -> None:
        """Change the weights of a transformers model in place. Raises KeyError if it lacks a layer."""
        import torch

        modules = dict(model.named_modules())
        with torch.no_grad():
            for name, change in self.changes().items():
                modules[name].weight += torch.from_numpy(change)


def adapter_bytes(pairs: Mapping[str, tuple[NDArray[np.float32], NDArray[np.float32]]]) -> bytes:
    """Layer name → (down, up) as an archive, float16."""
    buffer = io.BytesIO()
    arrays = {
        f"{name}/{part}": array.astype(np.float16)
        for name, pair in pairs.items()
        for part, array in zip(("down", "up"), pair, strict=True)
    }
    np.savez_compressed(buffer, **arrays)  # type: ignore[arg-type]
    return buffer.getvalue()
