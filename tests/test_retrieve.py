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
from fko_qa.curated import ABSENT
from fko_qa.dense import DenseIndex
from fko_qa.features import N_FEATURES
from fko_qa.index import Index
from fko_qa.lexical import LexicalIndex
from fko_qa.passages import section_key
from fko_qa.records import Evidence, Hit, Passage, Signals, View
from fko_qa.retrieve import MEANING_WEIGHT, NGRAMS_WEIGHT, QUOTE_LEXICAL_WEIGHT, WORDS_WEIGHT, retrieve
from fko_qa.term_table import TermTable
from fko_qa.text import Analyser
from tests.fixtures import SMALL_REPORT, shipped_index


class Compass:
    """A model for which every question points the same way."""

    fingerprint = "compass"

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(1, 0) for each text."""
        return np.array([[1, 0]] * len(texts), dtype=np.float32)

    def encode_features(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(1, 0, 0, 0) for each text."""
        return np.array([[1, 0, 0, 0]] * len(texts), dtype=np.float32)

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
OWNERS = ("I.1", "I.2", "II.1", "Ausblick")
# For each owner: in [0, 1] the words' side is 1, 0.5, 0, 0.25, that of the n-grams 0, 1, 0, 0.
WORDS = TermTable(["kita"], np.array([[2, 1, 0, 0.5]], dtype=np.float16))
NGRAMS = TermTable(["kit"], np.array([[0, 4, 0, 0]], dtype=np.float16))
# Meaning: the cosine of the whole and of the best view that is no table row, half each: I.1 (0.6 + 0.8) / 2 = 0.7 (not 1.0 from
# "Ressort"), I.2 (0.28 + 0.6) / 2 = 0.44, II.1 0, the outlook 0.96. In [0, 1]: divided by 0.96.
MEANING = [0.7 / 0.96, 0.44 / 0.96, 0.0, 1.0]
SCORES = [
    WORDS_WEIGHT * 1 + MEANING_WEIGHT * MEANING[0],
    WORDS_WEIGHT * 0.5 + NGRAMS_WEIGHT * 1 + MEANING_WEIGHT * MEANING[1],
    0.0,
    WORDS_WEIGHT * 0.25 + MEANING_WEIGHT * MEANING[3],
]
# Of a passage: words and cosine, both in [0, 1].
LEXICAL, DENSE = QUOTE_LEXICAL_WEIGHT, 1 - QUOTE_LEXICAL_WEIGHT


def index_of(rows: list[tuple[Passage, list[str], float]], classifier: QuestionClassifier | None = None) -> Index:
    vectors = np.array([[cosine, (1 - cosine**2) ** 0.5] for _, _, cosine in rows], dtype=np.float32)
    lexical = LexicalIndex([tokens for _, tokens, _ in rows])
    passages = tuple(row for row, _, _ in rows)
    dense = DenseIndex(vectors)
    return Index(SMALL_REPORT, OWNERS, passages, Analyser(["Kita"]), lexical, dense, WORDS, NGRAMS, (), classifier, Compass())


def heads(language_bias: float = 9.0) -> QuestionClassifier:
    """Heads that say the same of every question: log probabilities by biases, log odds 1.5, -2 and 0.5 (wording), Turkish.

    Three to one they see no row "Ziel" asked for.
    """
    biases = {"owner": {"I.2": log(0.2), "II.1": log(0.8)}, "language": {"de": 0.0, "tr": language_bias}}
    biases |= {"answerable": {"yes": 1.5}, "near": {"yes": -2.0}, "fact": {"row:Ziel": log(0.25), ABSENT: log(0.75)}}
    arrays: dict[str, object] = {"wording/weights": np.zeros(N_FEATURES), "wording/bias": [0.5]}
    for head, classes in biases.items():
        arrays |= {f"{head}/weights": np.zeros((len(classes), 4)), f"{head}/bias": list(classes.values())}
    header = {"fingerprint": "compass", "adapter": "", "classes": {head: list(classes) for head, classes in biases.items()}}
    return QuestionClassifier(header, {name: np.asarray(array, dtype=np.float32) for name, array in arrays.items()})


@pytest.fixture
def evidence() -> Evidence:
    return retrieve("Was gibt es für Kitas?", index_of(ROWS))


def softmax(scores: Sequence[float]) -> list[float]:
    whole = sum(map(exp, scores))
    return [exp(score) / whole for score in scores]


def beliefs(evidence: Evidence) -> list[tuple[str, float]]:
    """Measures in order, then the chapter, with the belief in each."""
    chapter = [(hit.passage.owner, evidence.section_belief) for hit in evidence.sections[:1]]
    return [(hit.measure_id, hit.score) for hit in evidence.measures] + chapter


def approximately(*pairs: tuple[str, float]) -> list[tuple[str, object]]:
    return [(owner, pytest.approx(belief, rel=1e-5)) for owner, belief in pairs]


def scores_of(hit: Hit) -> tuple[object, ...]:
    return hit.passage.id, hit.score, hit.lexical, hit.dense


def near(*values: object) -> tuple[object, ...]:
    return tuple(pytest.approx(value, abs=1e-6) if isinstance(value, float) else value for value in values)


def test_owners_are_ranked_by_words_spelling_and_meaning(evidence: Evidence) -> None:
    first, second, third, outlook = softmax(SCORES)
    expected: object = approximately(("I.2", second), ("I.1", first), ("II.1", third), ("Ausblick", outlook))
    assert beliefs(evidence) == expected


def test_learned_experience_is_added_and_owners_it_does_not_know_count_as_its_least_likely() -> None:
    evidence = retrieve("Was gibt es für Kitas?", index_of(ROWS, heads()))
    # Probabilities: I.2 0.2, II.1 0.8; the others were not learned and get the 0.2.
    learned = (log(0.2), log(0.2), log(0.8), log(0.2))
    first, second, third, outlook = softmax([score + log_ for score, log_ in zip(SCORES, learned, strict=True)])
    expected: object = approximately(("I.2", second), ("I.1", first), ("II.1", third), ("Ausblick", outlook))
    assert beliefs(evidence) == expected


def test_without_any_shared_term_meaning_alone_decides() -> None:
    evidence = retrieve("Wärmepumpe", index_of(ROWS))
    first, second, third, outlook = softmax([MEANING_WEIGHT * meaning for meaning in MEANING])
    expected: object = approximately(("I.1", first), ("I.2", second), ("II.1", third), ("Ausblick", outlook))
    assert beliefs(evidence) == expected


def test_equal_scores_keep_the_order_of_the_report() -> None:
    evidence = retrieve("Wärmepumpe", index_of([(row, tokens, 0.5) for row, tokens, _ in ROWS]))
    expected: object = approximately(("I.1", 0.25), ("I.2", 0.25), ("II.1", 0.25), ("Ausblick", 0.25))
    assert beliefs(evidence) == expected


def test_quotable_passages_come_best_first_with_their_scores(evidence: Evidence) -> None:
    # Cosines go from 0 to 1, so they stay as they are; the best lexical score is brought to 1.
    by_id = {hit.measure_id: hit.hits for hit in evidence.measures}
    assert [scores_of(hit) for hit in by_id["I.1"]] == [near(I1_TEXT.id, DENSE * 0.8, 0.0, 0.8)]
    assert [scores_of(hit) for hit in by_id["I.2"]] == [near(I2_GOAL.id, LEXICAL + DENSE * 0.6, KITA, 0.6)]
    assert by_id["II.1"] == ()
    assert [scores_of(hit) for hit in evidence.sections] == [near(OUTLOOK.id, LEXICAL + DENSE * 0.96, KITA, 0.96)]


def test_signals_tell_the_highest_scores_and_nothing_learned_without_heads(evidence: Evidence) -> None:
    assert evidence.signals is not None
    assert (evidence.signals.top_cosine, evidence.signals.top_lexical) == pytest.approx((1.0, KITA))
    assert replace(evidence.signals, top_cosine=0.0, top_lexical=0.0) == Signals(0.0, 0.0, language="de")
    assert (evidence.facts, evidence.found_set, evidence.missing, evidence.neighbours) == ((), None, (), ())


def test_signals_tell_what_the_heads_say_and_the_language_they_are_sure_of() -> None:
    signals = retrieve("Kita", index_of(ROWS, heads())).signals
    assert signals is not None
    told: tuple[object, ...] = (signals.answerable, signals.near, signals.language)
    assert told == near(1.5, -2.0, "tr")
    assert signals.absent == pytest.approx(log(3.0), rel=1e-5)
    # Even odds: 0.5 is below the 0.8 that a notice needs, so small words decide.
    unsure = retrieve("Kita", index_of(ROWS, heads(language_bias=0.0))).signals
    assert unsure == replace(signals, language="de")


def test_signals_tell_what_the_best_measure_does_not_hold() -> None:
    # The best measure without a shared term is I.1: its whole has "kita" and "a" of the question's words.
    signals = retrieve("Wärmepumpe a Hessen 2031", index_of(ROWS)).signals
    assert signals is not None
    assert signals.strange == ("Hessen", "2031")
    words = Analyser(["Kita"]).tokens("Wärmepumpe a Hessen 2031")
    assert signals.grounded == pytest.approx(("a" in words) / len(words))


def test_the_words_that_a_measure_shares_with_the_question_are_told(evidence: Evidence) -> None:
    assert {hit.measure_id: hit.matched_words for hit in evidence.measures} == {"I.1": ("kita",), "I.2": (), "II.1": ()}


def test_five_passages_a_measure_and_three_of_the_chapter_are_handed_on() -> None:
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
        assert all(0 <= score <= 1 for score in (*scores, evidence.section_belief))
    for measure in evidence.measures:
        assert {hit.passage.owner for hit in measure.hits} == {measure.measure_id}
    assert len({section_key(hit.passage.owner) for hit in evidence.sections}) == 1
    assert evidence == retrieve(text, index)
