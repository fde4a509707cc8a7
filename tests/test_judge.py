"""Whether evidence is enough and what of it is shown. The thresholds are tuned elsewhere; here is what they decide."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from fko_qa import judge as judging
from fko_qa import question
from fko_qa.classifier import Reading
from fko_qa.judge import judge, matching
from fko_qa.question import Question
from fko_qa.records import Evidence, FoundFact, FoundSet, Hit, Kind, MeasureHit, Signals, Status, Verdict
from tests.fixtures import small_passage

TOPIC = Question("Was gibt es für Kitas?", Kind.TOPIC, "Was gibt es für Kitas?", words=("kitas",))
TEXT = small_passage("I.1/text/1")
OUTLOOK = small_passage("Ausblick/1")
ENOUGH, TOO_LITTLE = judging.MIN_ANSWERABLE + 0.01, judging.MIN_ANSWERABLE - 0.01
NEAR, FAR = judging.MIN_NEAR + 0.01, judging.MIN_NEAR - 0.01
FACT = FoundFact("I.1", "Laufzeit", "2023 bis 2027", (Hit(TEXT, 1.0, 0.0, 0.0),), stated=True)
NO_FACT = FoundFact("I.1", "Laufzeit", "keine Angabe", (), stated=False)
# In a conversation it is plain that a fact is asked for.
TERM = Question("Und wie lange?", Kind.FIELD, "Was gibt es für Kitas?", carried="Was gibt es für Kitas?", words=("kitas",))


def measure_hit(measure_id: str, score: float, best_passage: float = 0.5) -> MeasureHit:
    return MeasureHit(measure_id, score, (Hit(TEXT, best_passage, 0.0, 0.0),))


KITA, MEISTER, BAHN = measure_hit("I.1", 0.5), measure_hit("I.2", 0.3), measure_hit("II.1", 0.2)


def found(
    answerable: float | None = ENOUGH,
    near: float | None = NEAR,
    measures: tuple[MeasureHit, ...] = (KITA,),
    facts: tuple[FoundFact, ...] = (),
    **signals: Any,
) -> Evidence:
    return Evidence(measures, signals=Signals(0.9, 5.0, answerable, near, **signals), facts=facts)


def without_heads(top_cosine: float, top_lexical: float) -> Evidence:
    return Evidence((KITA,), signals=Signals(top_cosine, top_lexical))


def outcome(verdict: Verdict) -> tuple[Status, list[str]]:
    return verdict.status, [hit.measure_id for hit in verdict.shown]


@pytest.mark.parametrize(
    ("evidence", "status", "shown"),
    [
        pytest.param(found(ENOUGH), Status.ANSWERED, ["I.1"], id="sure enough"),
        pytest.param(found(TOO_LITTLE, NEAR), Status.PARTIAL, ["I.1"], id="a near miss: related measures"),
        pytest.param(found(TOO_LITTLE, FAR), Status.NOT_FOUND, [], id="far off: nothing"),
        pytest.param(found(ENOUGH, FAR), Status.ANSWERED, ["I.1"], id="nearness matters only for refusals"),
        pytest.param(found(TOO_LITTLE, None), Status.PARTIAL, ["I.1"], id="not known to be far off"),
        pytest.param(
            found(TOO_LITTLE, NEAR, measures=(KITA, MEISTER, BAHN)), Status.PARTIAL, ["I.1", "I.2"], id="two related at most"
        ),
        pytest.param(
            found(TOO_LITTLE, NEAR, measures=(KITA, measure_hit("I.2", 0.001))), Status.PARTIAL, ["I.1"], id="one far behind"
        ),
        pytest.param(found(measures=()), Status.ANSWERED, [], id="no measure at all"),
        pytest.param(found(ENOUGH, absent=9.0), Status.ANSWERED, ["I.1"], id="no fact is asked for"),
    ],
)
def test_the_heads_decide_on_a_topic(evidence: Evidence, status: Status, shown: list[str]) -> None:
    assert outcome(judge(TOPIC, evidence)) == (status, shown)


@pytest.mark.parametrize(
    ("evidence", "status", "shown"),
    [
        pytest.param(found(ENOUGH, facts=(FACT,)), Status.ANSWERED, ["I.1"], id="stated"),
        pytest.param(found(ENOUGH, facts=(FACT,), absent=1.0), Status.PARTIAL, ["I.1"], id="the measure seems not to state it"),
        pytest.param(found(TOO_LITTLE, facts=(FACT,), absent=-1.0), Status.ANSWERED, ["I.1"], id="the measure seems to state it"),
        pytest.param(found(TOO_LITTLE, facts=(FACT,)), Status.PARTIAL, ["I.1"], id="a stated fact that is not what is asked"),
        pytest.param(
            found(ENOUGH, NEAR, (KITA, MEISTER), facts=(NO_FACT,)), Status.PARTIAL, ["I.1"], id="not stated: the best measure"
        ),
        pytest.param(found(ENOUGH, FAR, facts=(NO_FACT,)), Status.NOT_FOUND, [], id="not stated and far off"),
        pytest.param(found(facts=(NO_FACT, FACT)), Status.ANSWERED, ["I.1"], id="one of two stated"),
        pytest.param(
            found(measures=(MEISTER, KITA), facts=(FACT,)), Status.ANSWERED, ["I.1", "I.2"], id="the fact's measure comes first"
        ),
    ],
)
def test_a_fact_is_answered_if_it_is_stated(evidence: Evidence, status: Status, shown: list[str]) -> None:
    assert outcome(judge(TERM, evidence)) == (status, shown)


def test_a_row_that_says_nothing_is_no_answer_if_a_fact_is_hardly_asked_for() -> None:
    assert outcome(judge(TOPIC, found(facts=(NO_FACT,)))) == (Status.ANSWERED, ["I.1"])


@pytest.mark.parametrize(("worded", "status"), [(0.1, Status.ANSWERED), (-0.1, Status.PARTIAL)])
def test_the_wording_counts_beside_the_meaning(worded: float, status: Status) -> None:
    evidence = found(judging.MIN_ANSWERABLE, worded=worded)
    assert judge(TOPIC, evidence).status is status


@pytest.mark.parametrize(
    ("cosine", "lexical", "status"),
    [
        # Confidence is the best cosine plus 0.0038 per BM25 point up to 30; 0.862 is needed.
        pytest.param(0.87, 0.0, Status.ANSWERED, id="meaning alone suffices"),
        pytest.param(0.85, 0.0, Status.PARTIAL, id="meaning alone is too far off"),
        pytest.param(0.85, 10.0, Status.ANSWERED, id="shared words lift it: 0.85 + 0.038 = 0.888"),
        pytest.param(0.85, 3.0, Status.PARTIAL, id="too few shared words: 0.85 + 0.0114 = 0.8614"),
        pytest.param(0.75, 30.0, Status.ANSWERED, id="many shared words: 0.75 + 0.114 = 0.864"),
        pytest.param(0.74, 1000.0, Status.PARTIAL, id="words count up to a limit: 0.74 + 0.114 = 0.854"),
    ],
)
def test_without_heads_the_best_scores_decide(cosine: float, lexical: float, status: Status) -> None:
    assert judge(TOPIC, without_heads(cosine, lexical)).status is status


def test_a_refusal_says_why() -> None:
    verdict = judge(TOPIC, found(-3.217, FAR))
    assert verdict == Verdict(Status.NOT_FOUND, (), (), f"beantwortbar -3.22, Schwelle {judging.MIN_ANSWERABLE}")


def test_a_question_without_content_words_is_refused() -> None:
    verdict = judge(Question("Na du?", Kind.NONE, "Na du?"), found(9.0, 9.0))
    assert verdict == Verdict(Status.NOT_FOUND, (), (), "keine Inhaltswörter")


@pytest.mark.parametrize(
    ("evidence", "status"),
    [
        pytest.param(found(TOO_LITTLE, grounded=1.0), Status.ANSWERED, id="every word of the question stands in the measure"),
        pytest.param(found(TOO_LITTLE, grounded=0.9), Status.PARTIAL, id="one word of ten does not"),
        pytest.param(
            found(judging.MIN_ANSWERABLE_GROUNDED - 0.01, grounded=1.0), Status.PARTIAL, id="but the head is sure of the contrary"
        ),
        pytest.param(found(judging.MIN_ANSWERABLE + 1, strange=("Hessen",)), Status.PARTIAL, id="another Land"),
        pytest.param(
            found(judging.MIN_ANSWERABLE + judging.STRANGE_PENALTY + 0.01, strange=("Hessen", "2031")),
            Status.ANSWERED,
            id="another Land and a later year, but the head is very sure",
        ),
        pytest.param(Evidence((KITA,), signals=Signals(0.87, 0.0, strange=("Hessen",))), Status.PARTIAL, id="also without heads"),
    ],
)
def test_what_the_best_measure_holds_of_the_question_counts(evidence: Evidence, status: Status) -> None:
    assert judge(TOPIC, evidence).status is status


def test_measures_are_shown_down_to_a_share_of_the_best() -> None:
    share = judging.SHOWN_SHARE
    measures = (measure_hit("I.1", 0.8), measure_hit("I.2", 0.8 * share + 0.001), measure_hit("II.1", 0.8 * share - 0.001))
    assert judge(TOPIC, found(measures=measures)).shown == measures[:2]


def test_only_so_many_measures_are_shown() -> None:
    measures = tuple(measure_hit(f"I.{number}", 0.1) for number in range(1, 11))
    assert judge(TOPIC, found(measures=measures)).shown == measures[: judging.MAX_SHOWN]


def _reading(several: float) -> Reading:
    logits = {"several": np.array([several], dtype=np.float32), "intent": np.zeros(2, dtype=np.float32)}
    return Reading(np.zeros(2, dtype=np.float32), {"several": ["yes"], "intent": ["topic", "fact"]}, logits)


@pytest.mark.parametrize(
    ("several", "shown"),
    [
        pytest.param(question.MIN_SEVERAL - 0.01, ["I.1"], id="one need: what fits nearly as well"),
        pytest.param(question.MIN_SEVERAL + 0.01, ["I.1", "I.2"], id="several needs: the second, however far behind"),
    ],
)
def test_several_needs_show_several_measures(several: float, shown: list[str]) -> None:
    asked = replace(TOPIC, reading=_reading(several))
    behind = replace(MEISTER, score=0.5 * judging.SEVERAL_SHARE * 0.5), replace(BAHN, score=0.4 * judging.SEVERAL_SHARE * 0.5)
    assert outcome(judge(asked, found(measures=(KITA, *behind)))) == (Status.ANSWERED, shown)


@pytest.mark.parametrize(("belief", "is_meant"), [(0.51, True), (0.5, False)], ids=["more than the best measure", "as much"])
def test_a_chapter_is_quoted_instead_of_measures_if_it_is_meant(belief: float, is_meant: bool) -> None:
    sections = (Hit(OUTLOOK, 0.9, 0.0, 0.0), Hit(OUTLOOK, 0.1, 0.0, 0.0))
    evidence = replace(found(measures=(KITA,)), sections=sections, section_belief=belief)  # KITA: 0.5
    verdict = judge(TOPIC, evidence)
    assert verdict.status is Status.ANSWERED
    assert (verdict.shown, verdict.sections) == (((), sections) if is_meant else ((KITA,), ()))


@pytest.mark.parametrize(
    ("evidence", "status"),
    [
        pytest.param(Evidence((KITA, MEISTER)), Status.ANSWERED, id="found"),
        pytest.param(Evidence((KITA, MEISTER), facts=(FACT,)), Status.ANSWERED, id="with a stated fact"),
        pytest.param(Evidence((KITA, MEISTER), facts=(NO_FACT,)), Status.PARTIAL, id="with a fact that is not stated"),
        pytest.param(Evidence((KITA, MEISTER), facts=(NO_FACT, FACT)), Status.ANSWERED, id="with one of two facts"),
        pytest.param(Evidence((KITA, MEISTER), missing=("I.99",)), Status.ANSWERED, id="one of three numbers does not exist"),
    ],
)
def test_numbers_are_answered_whatever_they_are_about(evidence: Evidence, status: Status) -> None:
    verdict = judge(Question("I.1 und I.2", Kind.NUMBER, "I.1 und I.2", ("I.1", "I.2")), evidence)
    assert (verdict.status, verdict.shown, verdict.sections) == (status, (KITA, MEISTER), ())


def test_a_number_that_does_not_exist_is_not_found() -> None:
    verdict = judge(Question("I.99", Kind.NUMBER, "I.99", ("I.99",)), Evidence(missing=("I.99",), neighbours=("I.1",)))
    assert verdict == Verdict(Status.NOT_FOUND, (), (), "Nummer gibt es nicht")


def a_set(*measures: MeasureHit) -> Evidence:
    return Evidence(measures, found_set=FoundSet(tuple(hit.measure_id for hit in measures), None, "Ressort: MSB", {}, ()))


def test_a_set_is_shown_whole() -> None:
    measures = tuple(measure_hit(f"I.{number}", 1.0) for number in range(1, 13))
    assert judge(TOPIC, a_set(*measures)) == Verdict(Status.ANSWERED, measures, (), "Menge: Ressort: MSB")


def test_an_empty_set_is_not_found() -> None:
    assert judge(TOPIC, a_set()) == Verdict(Status.NOT_FOUND, (), (), "Menge: Ressort: MSB")


def test_a_sets_topic_takes_in_measures_of_little_belief() -> None:
    share = judging.TOPICAL_SHARE
    measures = (measure_hit("I.1", 0.9), measure_hit("I.2", 0.9 * share * 1.01), measure_hit("II.1", 0.9 * share * 0.99))
    assert matching(found(measures=measures)) == measures[:2]
    assert matching(found(measures=())) == ()
