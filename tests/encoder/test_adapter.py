"""Low-rank changes: stored, read, merged into a model's weights."""

from __future__ import annotations

import io

import numpy as np
import pytest
import torch

from fko_qa.encoder.adapter import Adapter, adapter_bytes
from tests.fixtures import real_encoder, shipped_index


class Small(torch.nn.Module):
    """One linear layer called ``inner.dense``."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = torch.nn.Module()
        self.inner.dense = torch.nn.Linear(2, 2)
        with torch.no_grad():
            self.inner.dense.weight.copy_(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))


PAIR = (np.array([[1.0, 0.5]], dtype=np.float32), np.array([[2.0], [0.0]], dtype=np.float32))


def test_the_change_is_up_times_down() -> None:
    model = Small()
    Adapter(adapter_bytes({"inner.dense": PAIR})).merge_into(model)
    assert model.inner.dense.weight.tolist() == [[3.0, 3.0], [3.0, 4.0]]


def test_the_fingerprint_is_of_the_content() -> None:
    one, other = adapter_bytes({"inner.dense": PAIR}), adapter_bytes({"inner.dense": (PAIR[0], PAIR[1] * 2)})
    assert Adapter(one).fingerprint == Adapter(one).fingerprint != Adapter(other).fingerprint


def test_a_layer_that_the_model_lacks_is_an_error() -> None:
    with pytest.raises(KeyError):
        Adapter(adapter_bytes({"outer": PAIR})).merge_into(Small())


def test_something_else_is_no_adapter() -> None:
    with pytest.raises(ValueError, match=r"(?i)pickle|magic|zip"):
        Adapter(b"no archive")
    buffer = io.BytesIO()
    np.savez(buffer, **{"inner.dense/down": PAIR[0]})
    with pytest.raises(KeyError):
        Adapter(buffer.getvalue())


def test_the_shipped_encoder_is_adapted_for_questions_and_refuses_passages() -> None:
    question = "Wer hilft mir, Lokführer zu werden?"
    adapted = shipped_index().encoder
    plain = real_encoder().encode_queries([question])[0]
    vector = adapted.encode_queries([question])[0]
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5)
    assert float(plain @ vector) < 0.99
    with pytest.raises(ValueError, match="without the adapter"):
        adapted.encode_passages(["Text"])
