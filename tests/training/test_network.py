"""The network that is trained: the encoder in two halves, low-rank changes, heads; and that training learns."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from fko_qa.curated import ABSENT
from fko_qa.encoder import base_model
from fko_qa.encoder.adapter import Adapter, adapter_bytes
from fko_qa.filters import NO
from fko_qa.training.fit import Classes, Lesson, fit
from fko_qa.training.network import RANK, SCALE, Heads, LowRank, Upper, lower_states, padded
from fko_qa.training.samples import INTENTS, Sample
from tests.fixtures import default_settings, real_encoder

TEXTS = ["Wer hilft mir?", "Ich möchte mit fünfzig noch einmal Lokführer werden. Wie geht das?", "Kita"]


@pytest.fixture(scope="module")
def states() -> tuple[Upper, list[np.ndarray]]:
    torch.manual_seed(1)
    model, tokenize = base_model(default_settings().cache)
    hidden = lower_states(model, [tokenize(text, 80) for text in TEXTS])
    return Upper(model), hidden


def test_the_two_halves_are_the_encoder(states: tuple[Upper, list[np.ndarray]]) -> None:
    upper, hidden = states
    with torch.no_grad():
        vectors = upper(*padded(hidden)).numpy()
    expected = real_encoder().encode_features(TEXTS)
    assert (vectors * expected).sum(axis=1) == pytest.approx([2.0] * len(TEXTS), abs=2e-4)  # two unit vectors side by side
    np.testing.assert_allclose(expected[:, :384], real_encoder().encode_queries(TEXTS), atol=1e-5)


def test_a_low_rank_change_is_none_at_first_and_then_up_times_down() -> None:
    linear = torch.nn.Linear(3, 2)
    layer = LowRank(linear)
    states = torch.tensor([[1.0, 2.0, 3.0]])
    assert torch.equal(layer(states), linear(states))
    with torch.no_grad():
        layer.up.fill_(0.5)
    change = SCALE * (torch.full((2, RANK), 0.5) @ layer.down)
    torch.testing.assert_close(layer(states), linear(states) + states @ change.T)


def test_what_is_stored_merges_to_what_was_trained(states: tuple[Upper, list[np.ndarray]]) -> None:
    """The archive of a changed network, merged into a fresh model, gives the same vectors."""
    upper, hidden = states
    saved = [parameter.detach().clone() for parameter in upper.trained()]
    with torch.no_grad():
        for parameter in upper.trained():
            parameter.add_(torch.randn_like(parameter) * 0.02)
        trained = upper(*padded(hidden)).numpy()
        adapter = Adapter(adapter_bytes(upper.pairs()))
        for parameter, before in zip(upper.trained(), saved, strict=True):
            parameter.copy_(before)
    merged = real_encoder().adapted(adapter).encode_features(TEXTS)
    assert (trained * merged).sum(axis=1) == pytest.approx([2.0] * len(TEXTS), abs=2e-3)


def test_training_learns_what_it_is_taught(states: tuple[Upper, list[np.ndarray]]) -> None:
    torch.manual_seed(1)
    upper, hidden = states
    names = {
        **{head: ["yes"] for head in ("answerable", "near", "leans", "several")},
        **{head: ["row:Ziel"] for head in ("kind", "fact", "second")},
        "owner": ["A", "B", "C"],
        "intent": INTENTS,
        "language": ["de"],
    }
    heads = Heads(names, 768, {"owner": torch.eye(3)})
    truth = zip(TEXTS, "ABC", (True, False, True), strict=True)
    taught = [Sample(text, "de", {owner: 1.0}, answerable, True, intent="topic") for text, owner, answerable in truth]
    fit(
        Lesson([taught], dict(zip(TEXTS, hidden, strict=True)), Classes(names, {}, {}), np.eye(3, 384, dtype=np.float32)),
        upper,
        heads,
        epochs=60,
    )
    with torch.no_grad():
        vectors = upper(*padded(hidden))
        assert heads(vectors, "owner").argmax(1).tolist() == [0, 1, 2]
        assert (heads(vectors, "answerable")[:, 0] > 0).tolist() == [True, False, True]


def test_only_facts_of_the_owner_are_compared() -> None:
    classes = Classes({"fact": ["row:Ziel", "I.1/a", "I.2/b"]}, {}, {"I.1": ["row:Ziel", "I.1/a"]})
    assert (classes.mask(["I.1"]) == 0).tolist() == [[True, True, False]]


def test_targets_are_shares_that_add_up_to_one() -> None:
    classes = Classes({"owner": ["I.1", "I.2"]}, {}, {})
    assert classes.targets("owner", [{"I.2": 1.0}, {"I.1": 1.0, "I.2": 0.5}]).tolist() == [
        [0.0, 1.0],
        pytest.approx([2 / 3, 1 / 3]),
    ]


def test_a_head_can_begin_as_another_one_and_turn_the_features_before_it() -> None:
    heads = Heads({"fact": ["a", "b"], "second": ["a", "b"]}, 2, turns={"second": "fact"})
    vectors = torch.tensor([[1.0, 2.0]])
    with torch.no_grad():
        own = heads.linear["second"].weight
        first = heads(vectors, "fact") - heads.linear["fact"].bias
        torch.testing.assert_close(heads(vectors, "second") - heads.linear["second"].bias, first + vectors @ own.T * heads.scale)
        heads.turned["second"].copy_(torch.tensor([[0.0, 1.0], [1.0, 0.0]]))
        turned = heads(vectors.flip(1), "fact") - heads.linear["fact"].bias
        torch.testing.assert_close(heads(vectors, "second") - heads.linear["second"].bias, turned + vectors @ own.T * heads.scale)


def test_training_keeps_to_one_device() -> None:
    """On a device where tensors have no values: what mixes devices fails there as it would on a GPU."""
    model, _ = base_model(default_settings().cache)
    names = {
        **{head: ["yes"] for head in ("answerable", "near", "leans", "several")},
        **{head: ["row:Ziel", ABSENT] for head in ("kind", "fact", "second")},
        "owner": ["A", "B"],
        "intent": INTENTS,
        "language": ["de"],
        "facet:sharing": [NO, "joint"],
    }
    taught = [
        Sample("a", "de", {"A": 1.0}, True, True, False, False, "fact", facts=("row:Ziel",), fact_owner="A", passages=(1,)),
        Sample("b", "de", answerable=False, near=False, no_set=True),
        Sample("c", "de", answerable=True, intent="set", facets={"sharing": "joint"}),
    ]
    hidden = {sample.text: np.zeros((3, 384), dtype=np.float16) for sample in taught}
    classes = Classes(names, {"row:Ziel": "row:Ziel"}, {"A": ["row:Ziel", ABSENT]})
    with torch.device("meta"):
        upper, heads = Upper(model.to("meta")), Heads(names, 768, {"fact": torch.zeros(2, 4)}, turns={"second": "fact"})
        fit(Lesson([taught], hidden, classes, np.eye(3, 384, dtype=np.float32)), upper, heads, epochs=2)
    assert {parameter.device.type for parameter in (*upper.parameters(), *heads.parameters())} == {"meta"}
