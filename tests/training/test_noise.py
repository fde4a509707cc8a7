"""Slips of people in a hurry."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.training.noise import HEARD, slipped


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("viel", {"vil", "fiel"}),
        ("seit", {"sait", "seid", "sei"}),
        ("wann", {"wan"}),
        ("jahr", {"jar"}),
        ("wird", {"wirt", "wir"}),
        ("fördern", {"fördern"}),
        ("kriegen", {"krigen", "kriegn"}),
        ("wieder", {"wider", "wieda"}),
        ("zuständig", {"zustendig", "zuständich", "zuständik"}),
        ("beträgt", {"betregt", "beträgd", "beträg"}),
        ("quereinstieg", {"kwereinstieg", "querainstieg", "quereinstig", "quereinstiek"}),
    ],
)
def test_words_as_they_are_heard(word: str, heard: set[str]) -> None:
    found = {pattern.sub(letters, word, count=1) for pattern, letters in HEARD if pattern.search(word)}
    assert (found or {word}) == heard


@given(st.text(alphabet="abc dehiknorstuvwäöüß?,5", max_size=60), st.integers(0, 1000))
def test_no_word_gets_longer_than_by_an_umlaut_or_a_letter(text: str, seed: int) -> None:
    found = slipped(text, np.random.default_rng(seed))
    assert len(found) <= len(text) + sum(text.count(letter) for letter in "äöüß") + len(text.split())


def test_the_same_seed_gives_the_same_slips() -> None:
    first, second = (slipped("Seit wann läuft das?", np.random.default_rng(4)) for _ in range(2))
    assert first == second
