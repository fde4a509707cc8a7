"""Scores worked out by hand on an index of seven passages.

Every passage has two tokens, so a found word scores the same wherever it stands, and the lexical side is 1 or 0 when brought to
[0, 1]. Vectors have two dimensions and the question's is (1, 0), so a cosine is a vector's first number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

import numpy as np
import pytest
from numpy.typing import NDArray

from fko_qa.classifier import QuestionClassifier
from fko_qa.dense import DenseIndex
from fko_qa.features import N_FEATURES
from fko_qa.index import Index
from fko_qa.lexical import LexicalIndex
from fko_qa.records import Evidence, Hit, Passage, View
from fko_qa.retrieve import retrieve
from fko_qa.term_table import TermTable
from fko_qa.text import Analyser
from tests.fixtures import SMALL_REPORT, shipped_index


class Compass:
    """A model for which every question points the same way."""

    fingerprint = "compass"

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(1, 0) for each text."""
        return np.array([[1, 0]] * len(texts), dtype=np.float32)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(1, 0) for each text."""
        return self.encode_queries(texts)


def passage(owner: str, place: str, view: View) -> Passage:
    in_measure = "." in owner
    return Passage(f"{owner}/{place}", owner, in_measure, view, "Text" if in_measure else owner, 1, f"{owner} {place}")


ROWS: list[tuple[Passage, list[str], float]] = [  # passage, tokens, cosine
    (passage("I.1", "whole", View.WHOLE), ["kita", "a"], 0.6),
    (passage("I.1", "text/1", View.SENTENCE), ["b", "c"], 0.8),
    (passage("I.1", "field/Ressort", View.FIELD), ["d", "e"], 1.0),
    (passage("I.2", "whole", View.WHOLE), ["f", "g"], 0.28),
    (passage("I.2", "field/Ziel", View.GOAL), ["kita", "h"], 0.6),
    (passage("II.1", "whole", View.WHOLE), ["i", "j"], 0.0),
    (passage("Ausblick", "1", View.SENTENCE), ["kita", "k"], 0.96),
]
I1_TEXT, I2_GOAL, OUTLOOK = ROWS[1][0], ROWS[4][0], ROWS[6][0]
# BM25: 7 passages, all of average length; "kita" is in three of them: ln((7 - 3 + 0.5) / (3 + 0.5)).
KITA = log(4.5 / 3.5)
# Per measure: I.1, I.2, II.1. The words' side is 1, 0.5, 0 in [0, 1], that of the n-grams 0, 1, 0.
WORDS = TermTable(["kita"], np.array([[2, 1, 0]], dtype=np.float16))
NGRAMS = TermTable(["kit"], np.array([[0, 4, 0]], dtype=np.float16))
# Meaning: the whole's cosine and the best of a view that is no table row, half each: I.1 (0.6 + 0.8) / 2 = 0.7 (not 1.0 from
# "Ressort"), I.2 (0.28 + 0.6) / 2 = 0.44, II.1 0. In [0, 1]: 1, 0.44 / 0.7, 0.
MEANING = [1.0, 0.44 / 0.7, 0.0]
# Three times the words, three times the n-grams, once the meaning.
SCORES = [3 * 1 + 3 * 0 + MEANING[0], 3 * 0.5 + 3 * 1 + MEANING[1], 0.0]


def index_of(rows: list[tuple[Passage, list[str], float]], classifier: QuestionClassifier | None = None) -> Index:
    vectors = np.array([[cosine, (1 - cosine**2) ** 0.5] for _, _, cosine in rows], dtype=np.float32)
    lexical = LexicalIndex([tokens for _, tokens, _ in rows])
    passages = tuple(row for row, _, _ in rows)
    return Index(SMALL_REPORT, passages, Analyser(["Kita"]), lexical, DenseIndex(vectors), WORDS, NGRAMS, classifier, Compass())


def heads(language_bias: float = 9.0) -> QuestionClassifier:
    """Heads that say the same of every question: log probabilities by biases, log odds 1.5 and -2, Turkish."""
    header = {"fingerprint": "compass", "measures": ["I.2", "II.1"], "languages": ["de", "tr"]}
    arrays: dict[str, object] = {
        "measures_weights": np.zeros((2, 2)),
        "measures_bias": [log(0.2), log(0.8)],
        "languages_weights": np.zeros((2, 2)),
        "languages_bias": [0.0, language_bias],
    }
    for head, bias in (("answerable", 1.5), ("near", -2.0)):
        arrays |= {f"{head}_wording": np.zeros(N_FEATURES), f"{head}_embedding": np.zeros(2), f"{head}_bias": [bias]}
    return QuestionClassifier(header, {name: np.asarray(array, dtype=np.float32) for name, array in arrays.items()})


@pytest.fixture
def evidence() -> Evidence:
    return retrieve("Was gibt es für Kitas?", index_of(ROWS))


def softmax(scores: Sequence[float]) -> list[float]:
    whole = sum(map(exp, scores))
    return [exp(score) / whole for score in scores]


def ranked(evidence: Evidence) -> dict[str, float]:
    return {hit.measure_id: hit.score for hit in evidence.measures}


def scores_of(hit: Hit) -> tuple[str, float, float, float]:
    return hit.passage.id, hit.score, hit.lexical, hit.dense


def test_measures_are_ranked_by_words_spelling_and_meaning(evidence: Evidence) -> None:
    first, second, third = softmax(SCORES)
    assert [hit.measure_id for hit in evidence.measures] == ["I.2", "I.1", "II.1"]
    assert ranked(evidence) == pytest.approx({"I.2": second, "I.1": first, "II.1": third}, rel=1e-5)
    assert sum(ranked(evidence).values()) == pytest.approx(1)


def test_learned_experience_is_added_and_measures_it_does_not_know_count_as_its_least_likely() -> None:
    evidence = retrieve("Was gibt es für Kitas?", index_of(ROWS, heads()))
    # Probabilities: I.2 0.2, II.1 0.8; I.1 was not learned and gets the 0.2.
    first, second, third = softmax([SCORES[0] + log(0.2), SCORES[1] + log(0.2), SCORES[2] + log(0.8)])
    assert ranked(evidence) == pytest.approx({"I.2": second, "I.1": first, "II.1": third}, rel=1e-5)


def test_without_any_shared_term_meaning_alone_decides() -> None:
    evidence = retrieve("Wärmepumpe", index_of(ROWS))
    assert [hit.measure_id for hit in evidence.measures] == ["I.1", "I.2", "II.1"]
    assert list(ranked(evidence).values()) == pytest.approx(softmax(MEANING), rel=1e-5)


def test_equal_scores_keep_the_order_of_the_report() -> None:
    evidence = retrieve("Wärmepumpe", index_of([(row, tokens, 0.5) for row, tokens, _ in ROWS]))
    assert list(ranked(evidence).items()) == [(id_, pytest.approx(1 / 3)) for id_ in ("I.1", "I.2", "II.1")]


def test_a_measures_quotable_passages_come_best_first_with_their_scores(evidence: Evidence) -> None:
    # 0.3 of the words, 0.7 of the cosine: these go from 0 to 1, so they stay as they are.
    by_id = {hit.measure_id: hit.hits for hit in evidence.measures}
    assert [scores_of(hit) for hit in by_id["I.1"]] == [(I1_TEXT.id, pytest.approx(0.7 * 0.8), 0.0, pytest.approx(0.8))]
    (goal,) = by_id["I.2"]
    assert scores_of(goal) == (I2_GOAL.id, pytest.approx(0.3 + 0.7 * 0.6), pytest.approx(KITA), pytest.approx(0.6))
    assert by_id["II.1"] == ()


def test_sections_are_ranked_beside_the_measures(evidence: Evidence) -> None:
    (section,) = evidence.sections
    assert scores_of(section) == (OUTLOOK.id, pytest.approx(0.3 + 0.7 * 0.96), pytest.approx(KITA), pytest.approx(0.96))


def test_signals_tell_the_highest_scores_and_nothing_learned_without_heads(evidence: Evidence) -> None:
    assert evidence.signals is not None
    assert evidence.signals.top_cosine == pytest.approx(1.0)
    assert evidence.signals.top_lexical == pytest.approx(KITA)
    assert (evidence.signals.answerable, evidence.signals.near, evidence.signals.language) == (None, None, None)
    assert (evidence.facts, evidence.found_set, evidence.missing, evidence.neighbours) == ((), None, (), ())


def test_signals_tell_what_the_heads_say_and_the_language_if_it_is_clear() -> None:
    signals = retrieve("Kita", index_of(ROWS, heads())).signals
    assert signals is not None
    assert (signals.answerable, signals.near, signals.language) == (pytest.approx(1.5), pytest.approx(-2), "tr")
    # Even odds: 0.5 is below the 0.8 that a notice needs.
    unclear = retrieve("Kita", index_of(ROWS, heads(language_bias=0.0))).signals
    assert unclear is not None
    assert unclear == replace(signals, language=None)


def test_the_words_that_a_measure_shares_with_the_question_are_told(evidence: Evidence) -> None:
    assert {hit.measure_id: hit.matched_words for hit in evidence.measures} == {"I.1": ("kita",), "I.2": (), "II.1": ()}


def test_five_passages_a_measure_and_three_sections_are_handed_on() -> None:
    sentences = [(passage("I.1", f"text/{n}", View.SENTENCE), ["x", "y"], n / 10) for n in range(1, 8)]
    outlook = [(passage("Ausblick", str(n), View.SENTENCE), ["x", "y"], n / 10) for n in range(1, 6)]
    wholes = [row for row in ROWS if row[0].view is View.WHOLE]
    evidence = retrieve("Wärmepumpe", index_of([*wholes, *sentences, *outlook]))
    assert [hit.passage.id for hit in evidence.measures[0].hits] == [f"I.1/text/{n}" for n in (7, 6, 5, 4, 3)]
    assert [hit.passage.id for hit in evidence.sections] == ["Ausblick/5", "Ausblick/4", "Ausblick/3"]


def test_whole_measures_titles_and_table_rows_are_not_quoted_for_a_topic() -> None:
    more = [(passage("II.1", "title", View.TITLE), ["x", "y"], 0.9), (passage("II.1", "table/1", View.TABLE), ["x", "y"], 0.1)]
    evidence = retrieve("Wärmepumpe", index_of([*ROWS, *more]))
    hits = {hit.measure_id: [found.passage.id for found in hit.hits] for hit in evidence.measures}
    assert hits == {"I.1": ["I.1/text/1"], "I.2": ["I.2/field/Ziel"], "II.1": ["II.1/table/1"]}


@pytest.mark.parametrize("text", ["Welche Maßnahmen gibt es für Quereinsteiger in Kitas?", "Лохфюрер werden", "x"])
def test_on_the_real_index_every_measure_stands_once_and_owns_its_hits(text: str) -> None:
    index = shipped_index()
    evidence = retrieve(text, index)
    ids = [hit.measure_id for hit in evidence.measures]
    assert len(ids) == len(set(ids)) == 20
    assert set(ids) <= {measure.id for measure in index.report.measures}
    for scores in ([hit.score for hit in evidence.measures], [hit.score for hit in evidence.sections]):
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)
    for measure in evidence.measures:
        assert {hit.passage.owner for hit in measure.hits} == {measure.measure_id}
    assert evidence == retrieve(text, index)
