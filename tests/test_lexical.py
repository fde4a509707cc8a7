"""BM25 scores worked out by hand.

Corpus: four passages, 8 tokens, so 2 on average. With k1 = 1.5 and b = 0.75 a word found f times in a passage of length d scores
idf * f * 2.5 / (f + 1.5 * (0.25 + 0.75 * d / 2)), and idf = ln((N - n + 0.5) / (n + 0.5)) for a word in n of N passages.
"""

from __future__ import annotations

import json
from math import log

import numpy as np
import pytest
from rank_bm25 import BM25Okapi

from fko_qa.errors import IndexDamagedError
from fko_qa.lexical import K1, B, LexicalIndex
from tests.fixtures import INDEX

CORPUS = [["kita", "kita", "helf"], ["meist", "pramie"], ["bahn", "kita"], ["bahn"]]

IDF_IN_ONE = log(3.5 / 1.5)  # meist, pramie, helf
# kita and bahn are in two of four passages: ln(2.5 / 2.5) = 0, so they say nothing here.


@pytest.fixture
def index() -> LexicalIndex:
    return LexicalIndex(CORPUS)


def test_a_word_scores_by_its_rarity_and_the_passages_length(index: LexicalIndex) -> None:
    # "helf": once in a passage of 3: 1 * 2.5 / (1 + 1.5 * (0.25 + 1.125)) = 2.5 / 3.0625
    # "meist": once in a passage of 2: 2.5 / (1 + 1.5) = 1
    assert index.scores(["helf"]) == pytest.approx([IDF_IN_ONE * 2.5 / 3.0625, 0, 0, 0])
    assert index.scores(["meist"]) == pytest.approx([0, IDF_IN_ONE, 0, 0])


def test_a_repeated_word_counts_with_diminishing_returns() -> None:
    # N = 3, 6 tokens, average 2. "kita" in one passage: idf = ln(2.5 / 1.5).
    # Twice in a passage of 3: 2 * 2.5 / (2 + 1.5 * 1.375) = 5 / 4.0625
    index = LexicalIndex([["kita", "kita", "helf"], ["meist", "pramie"], ["bahn"]])
    assert index.scores(["kita"]) == pytest.approx([log(2.5 / 1.5) * 5 / 4.0625, 0, 0])


def test_the_words_of_a_question_add_up_and_a_repeated_one_counts_again(index: LexicalIndex) -> None:
    assert index.scores(["meist", "pramie", "helf"]) == pytest.approx([IDF_IN_ONE * 2.5 / 3.0625, 2 * IDF_IN_ONE, 0, 0])
    assert index.scores(["meist", "meist"]) == pytest.approx([0, 2 * IDF_IN_ONE, 0, 0])


def test_a_word_in_most_passages_gets_a_quarter_of_the_average_rarity() -> None:
    # "land" is in 3 of 3: ln(0.5 / 3.5) < 0. The other six words are in one each: ln(2.5 / 1.5).
    # The floor is 0.25 * (6 * ln(2.5 / 1.5) + ln(0.5 / 3.5)) / 7; every passage has the average length of 3.
    index = LexicalIndex([["land", "a", "b"], ["land", "c", "d"], ["land", "e", "f"]])
    floor = 0.25 * (6 * log(2.5 / 1.5) + log(0.5 / 3.5)) / 7
    assert index.scores(["land"]) == pytest.approx([floor] * 3)


def test_no_score_is_negative() -> None:
    # Both words are in both passages: the average rarity, and so the floor, is negative.
    assert LexicalIndex([["a", "b"], ["a", "b"]]).scores(["a"]).tolist() == [0, 0]


@pytest.mark.parametrize("question", [[], ["unbekannt"], ["unbekannt", "nirgends"]], ids=["no words", "unknown", "two unknown"])
def test_a_question_without_a_known_word_scores_nothing(index: LexicalIndex, question: list[str]) -> None:
    scores = index.scores(question)
    assert scores.tolist() == [0, 0, 0, 0]
    assert scores.dtype == np.float32


def test_unknown_words_change_nothing(index: LexicalIndex) -> None:
    assert index.scores(["meist", "unbekannt"]).tolist() == index.scores(["meist"]).tolist()


def test_a_passage_without_words_keeps_its_place() -> None:
    index = LexicalIndex([[], ["kita"], ["bahn"], ["meist"]])
    # N = 4, 3 tokens, average 0.75: idf * 2.5 / (1 + 1.5 * (0.25 + 0.75 / 0.75)) = 2.5 / 2.875
    assert index.scores(["bahn"]) == pytest.approx([0, 0, IDF_IN_ONE * 2.5 / 2.875, 0])
    assert len(index) == 4


def test_it_tells_which_words_a_passage_has(index: LexicalIndex) -> None:
    assert [index.tokens_of(position) for position in range(len(index))] == [
        {"kita", "helf"},
        {"meist", "pramie"},
        {"bahn", "kita"},
        {"bahn"},
    ]


@pytest.mark.parametrize("documents", [[], [[], []]], ids=["no passage", "no word"])
def test_an_empty_word_index_is_refused(documents: list[list[str]]) -> None:
    with pytest.raises(IndexDamagedError, match=r"Der Wortindex ist leer.*fko-qa build"):
        LexicalIndex(documents)


def test_the_scores_are_those_of_rank_bm25_to_the_last_bit() -> None:
    (file,) = INDEX.glob("tokens-*.json")
    documents = json.loads(file.read_text())
    reference, index = BM25Okapi(documents, k1=K1, b=B), LexicalIndex(documents)
    # Every passage's own first words, a frequent one twice, and one that nobody has.
    for tokens in ([*document[:12], "massnahm", "massnahm", "unbekannt"] for document in documents[::7]):
        expected = np.maximum(reference.get_scores(tokens), 0).astype(np.float32)
        assert expected.any()
        assert np.array_equal(index.scores(tokens), expected)
