"""Fused scores worked out by hand on an index of six passages.

Every passage has two tokens, so a found word scores the same wherever it stands, and the lexical side is 1 or 0 when brought to
[0, 1]. Vectors have two dimensions and the question's is (1, 0), so a cosine is a vector's first number.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import numpy as np
import pytest
from numpy.typing import NDArray

from fko_qa.dense import DenseIndex
from fko_qa.index import Index
from fko_qa.lexical import LexicalIndex
from fko_qa.question import understand
from fko_qa.records import Evidence, Hit, Passage, Question, Report, View
from fko_qa.retrieve import retrieve
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


def index_of(rows: list[tuple[Passage, list[str], float]], report: Report = SMALL_REPORT) -> Index:
    vectors = np.array([[cosine, (1 - cosine**2) ** 0.5] for _, _, cosine in rows], dtype=np.float32)
    lexical = LexicalIndex([tokens for _, tokens, _ in rows])
    return Index(report, tuple(row for row, _, _ in rows), Analyser(["Kita"]), lexical, DenseIndex(vectors), Compass())


@pytest.fixture
def evidence() -> Evidence:
    return retrieve(understand("Was gibt es für Kitas?"), index_of(ROWS))


def scores_of(hit: Hit) -> tuple[str, float, float, float]:
    return hit.passage.id, hit.score, hit.lexical, hit.dense


def test_measures_are_ranked_by_the_fused_score_of_their_words_and_meaning(evidence: Evidence) -> None:
    # Meaning: the whole's cosine and the best of a view that is no table row, half each:
    #   I.1 (0.6 + 0.8) / 2 = 0.7, not 1.0 from "Ressort"; I.2 (0.28 + 0.6) / 2 = 0.44; II.1 (0 + 0) / 2 = 0.
    # In [0, 1]: 1, 0.44 / 0.7, 0. Words of the whole: 1, 0, 0. Fused: 0.2 * words + 0.8 * meaning.
    assert [hit.measure_id for hit in evidence.measures] == ["I.1", "I.2", "II.1"]
    assert [hit.score for hit in evidence.measures] == pytest.approx([1.0, 0.8 * 0.44 / 0.7, 0.0], abs=1e-6)


def test_a_measures_quotable_passages_come_best_first_with_their_scores(evidence: Evidence) -> None:
    # Cosines go from 0 to 1, so they stay as they are; the best lexical score is brought to 1.
    first, second, third = evidence.measures
    assert [scores_of(hit) for hit in first.hits] == [(I1_TEXT.id, pytest.approx(0.8 * 0.8), 0.0, pytest.approx(0.8))]
    (goal,) = second.hits
    assert scores_of(goal) == (I2_GOAL.id, pytest.approx(0.2 + 0.8 * 0.6), pytest.approx(KITA), pytest.approx(0.6))
    assert third.hits == ()


def test_sections_are_ranked_beside_the_measures(evidence: Evidence) -> None:
    (section,) = evidence.sections
    assert scores_of(section) == (OUTLOOK.id, pytest.approx(0.2 + 0.8 * 0.96), pytest.approx(KITA), pytest.approx(0.96))


def test_the_highest_scores_of_both_sides_are_told_as_they_are(evidence: Evidence) -> None:
    assert evidence.top_cosine == pytest.approx(1.0)
    assert evidence.top_lexical == pytest.approx(KITA)
    assert (evidence.exact, evidence.missing, evidence.neighbours) == (False, (), ())


def test_the_words_that_a_measure_shares_with_the_question_are_told(evidence: Evidence) -> None:
    assert [hit.matched_words for hit in evidence.measures] == [("kita",), (), ()]


def test_without_a_known_word_meaning_alone_decides() -> None:
    evidence = retrieve(understand("Wärmepumpe"), index_of(ROWS))
    assert evidence.top_lexical == 0
    assert [hit.score for hit in evidence.measures] == pytest.approx([0.8, 0.8 * 0.44 / 0.7, 0.0], abs=1e-6)
    assert evidence.sections[0].score == pytest.approx(0.8 * 0.96)


def test_equal_scores_keep_the_order_of_the_report_and_give_no_score() -> None:
    rows = [(row, tokens, 0.5) for row, tokens, _ in ROWS]
    evidence = retrieve(understand("Wärmepumpe"), index_of(rows))
    assert [(hit.measure_id, hit.score) for hit in evidence.measures] == [("I.1", 0.0), ("I.2", 0.0), ("II.1", 0.0)]


def test_five_passages_a_measure_and_three_sections_are_handed_on() -> None:
    sentences = [(passage("I.1", f"text/{n}", View.SENTENCE), ["x", "y"], n / 10) for n in range(1, 8)]
    outlook = [(passage("Ausblick", str(n), View.SENTENCE), ["x", "y"], n / 10) for n in range(1, 6)]
    wholes = [row for row in ROWS if row[0].view is View.WHOLE]
    evidence = retrieve(understand("Wärmepumpe"), index_of([*wholes, *sentences, *outlook]))
    assert [hit.passage.id for hit in evidence.measures[0].hits] == [f"I.1/text/{n}" for n in (7, 6, 5, 4, 3)]
    assert [hit.passage.id for hit in evidence.sections] == ["Ausblick/5", "Ausblick/4", "Ausblick/3"]


def test_whole_measures_titles_and_table_rows_are_not_quoted_for_a_topic() -> None:
    rows = [*ROWS, (passage("II.1", "title", View.TITLE), ["x", "y"], 0.9), (passage("II.1", "table/1", View.TABLE), ["x", "y"], 0.1)]
    evidence = retrieve(understand("Wärmepumpe"), index_of(rows))
    hits = {hit.measure_id: [found.passage.id for found in hit.hits] for hit in evidence.measures}
    assert hits == {"I.1": ["I.1/text/1"], "I.2": ["I.2/field/Ziel"], "II.1": ["II.1/table/1"]}


@pytest.mark.parametrize("text", ["Welche Maßnahmen gibt es für Quereinsteiger in Kitas?", "Лохфюрер werden", "x"])
def test_on_the_real_index_every_measure_stands_once_and_owns_its_hits(text: str) -> None:
    index = shipped_index()
    question: Question = understand(text)
    evidence = retrieve(question, index)
    ids = [hit.measure_id for hit in evidence.measures]
    assert len(ids) == len(set(ids)) == 20
    assert set(ids) <= {measure.id for measure in index.report.measures}
    for ranked in ([hit.score for hit in evidence.measures], [hit.score for hit in evidence.sections]):
        assert ranked == sorted(ranked, reverse=True)
        assert all(0 <= score <= 1 for score in ranked)
    for measure in evidence.measures:
        assert {hit.passage.owner for hit in measure.hits} == {measure.measure_id}
    assert evidence == retrieve(question, index)
