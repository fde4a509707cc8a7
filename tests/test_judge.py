"""Whether evidence is enough. Confidence is the best cosine plus 0.0038 per BM25 point up to 30; 0.862 is needed."""

from __future__ import annotations

import pytest

from fko_qa.judge import judge
from fko_qa.records import Evidence, Hit, Kind, MeasureHit, Question, Status, Verdict
from tests.fixtures import small_passage

TOPIC = Question("Was gibt es für Kitas?", Kind.TOPIC, words=("kitas",))
TEXT = small_passage("I.1/text/1")
OUTLOOK = small_passage("Ausblick/1")


def measure_hit(measure_id: str, score: float, best_passage: float = 0.5) -> MeasureHit:
    return MeasureHit(measure_id, score, (Hit(TEXT, best_passage, 0.0, 0.0),))


def evidence(top_cosine: float = 0.9, top_lexical: float = 0.0, **parts: tuple[object, ...]) -> Evidence:
    return Evidence(top_cosine=top_cosine, top_lexical=top_lexical, **{"measures": (measure_hit("I.1", 1.0),), **parts})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cosine", "lexical", "status"),
    [
        pytest.param(0.87, 0.0, Status.ANSWERED, id="meaning alone suffices"),
        pytest.param(0.85, 0.0, Status.NOT_FOUND, id="meaning alone is too far off"),
        pytest.param(0.85, 10.0, Status.ANSWERED, id="shared words lift it: 0.85 + 0.038 = 0.888"),
        pytest.param(0.85, 3.0, Status.NOT_FOUND, id="too few shared words: 0.85 + 0.0114 = 0.8614"),
        pytest.param(0.75, 30.0, Status.ANSWERED, id="many shared words: 0.75 + 0.114 = 0.864"),
        pytest.param(0.74, 1000.0, Status.NOT_FOUND, id="words count up to a limit: 0.74 + 0.114 = 0.854"),
    ],
)
def test_confidence_decides(cosine: float, lexical: float, status: Status) -> None:
    assert judge(TOPIC, evidence(cosine, lexical)).status is status


def test_a_refusal_shows_nothing_and_says_why() -> None:
    verdict = judge(TOPIC, evidence(0.5))
    assert verdict == Verdict(Status.NOT_FOUND, (), (), "Zuversicht 0.500, Schwelle 0.862")


def test_a_question_without_content_words_is_refused() -> None:
    verdict = judge(Question("Na du?", Kind.NONE), evidence(0.99, 30.0))
    assert verdict == Verdict(Status.NOT_FOUND, (), (), "keine Inhaltswörter")


def test_measures_are_shown_down_to_a_share_of_the_best() -> None:
    # 0.55 * 0.8 = 0.44
    hits = tuple(measure_hit(id_, score) for id_, score in (("I.1", 0.8), ("I.2", 0.45), ("II.1", 0.43)))
    assert judge(TOPIC, evidence(measures=hits)).shown == hits[:2]


def test_four_measures_are_shown_at_most() -> None:
    hits = tuple(measure_hit(f"I.{number}", 1.0) for number in range(1, 7))
    assert judge(TOPIC, evidence(measures=hits)).shown == hits[:4]


def test_a_section_that_fits_better_than_any_measures_passage_is_shown_instead() -> None:
    better, worse = Hit(OUTLOOK, 0.9, 0.0, 0.0), Hit(OUTLOOK, 0.7, 0.0, 0.0)
    hits = (measure_hit("I.1", 1.0, best_passage=0.6), measure_hit("I.2", 0.9, best_passage=0.8))
    verdict = judge(TOPIC, evidence(measures=hits, sections=(better, worse)))
    assert (verdict.status, verdict.shown, verdict.sections) == (Status.ANSWERED, (), (better,))


def test_a_section_that_fits_as_well_as_a_measure_gives_way() -> None:
    hits = (measure_hit("I.1", 1.0, best_passage=0.7),)
    verdict = judge(TOPIC, evidence(measures=hits, sections=(Hit(OUTLOOK, 0.7, 0.0, 0.0),)))
    assert (verdict.shown, verdict.sections) == (hits, ())


def test_a_number_is_answered_whatever_the_scores() -> None:
    question = Question("I.1 und I.2", Kind.NUMBER, ("I.1", "I.2"))
    hits = (measure_hit("I.1", 1.0), measure_hit("I.2", 1.0))
    verdict = judge(question, Evidence(measures=hits, exact=True))
    assert (verdict.status, verdict.shown, verdict.sections) == (Status.ANSWERED, hits, ())


def test_a_number_that_does_not_exist_is_not_found() -> None:
    question = Question("I.99", Kind.NUMBER, ("I.99",))
    verdict = judge(question, Evidence(exact=True, missing=("I.99",), neighbours=("I.1",)))
    assert (verdict.status, verdict.shown, verdict.sections) == (Status.NOT_FOUND, (), ())
