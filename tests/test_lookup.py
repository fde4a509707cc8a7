"""Looking up facts in what was found."""

from __future__ import annotations

import numpy as np

from fko_qa.classifier import Reading
from fko_qa.curated import ABSENT, CuratedFact
from fko_qa.lookup import add_facts
from fko_qa.question import Question
from fko_qa.records import Evidence, Hit, Kind, MeasureHit, Passage, Report, Signals, View

RISK = CuratedFact("Einleitung", "risiko", "share", "53 Prozent", "53 Prozent der Betriebe sehen ein Risiko.")
SINCE = CuratedFact("Einleitung", "seit", "date", "2022", "Die Offensive gibt es seit 2022.")
ELSEWHERE = CuratedFact("Ausblick", "weiter", "date", "2025", "Es geht 2025 weiter.")
FACTS = (RISK, SINCE, ELSEWHERE)


def sentence(text: str) -> Hit:
    return Hit(Passage("Einleitung/1", "Einleitung", False, View.SENTENCE, "Einleitung", 7, text), 0.5, 0.0, 0.0)


def found(belief: float, *texts: str) -> Evidence:
    signals = Signals(top_cosine=0.9, top_lexical=1.0)
    return Evidence((MeasureHit("I.1", 0.3, ()),), tuple(map(sentence, texts)), belief, signals)


def asking(**logits: float) -> Question:
    heads = {"fact": logits, "second": {ABSENT: 0.0, **dict.fromkeys(logits, -9.0)}}
    arrays = {head: np.array(list(values.values()), dtype=np.float32) for head, values in heads.items()}
    reading = Reading(np.zeros(2, dtype=np.float32), {head: list(values) for head, values in heads.items()}, arrays)
    return Question("Wie viele?", Kind.FIELD, "Wie viele?", reading=reading)


def test_the_fact_of_a_chapter_is_quoted_first_and_nothing_from_another_chapter(report: Report) -> None:
    question = asking(**{"Einleitung/risiko": 2.0, "Einleitung/seit": 0.0, "Ausblick/weiter": 9.0})
    evidence = add_facts(found(0.6, "Erstens.", RISK.sentence, "Drittens."), question, report, FACTS)
    assert [hit.passage.text for hit in evidence.sections] == [RISK.sentence, "Erstens.", "Drittens."]
    assert [(hit.passage.owner, hit.passage.page) for hit in evidence.sections] == [("Einleitung", 7)] * 3
    assert evidence.facts == ()


def test_no_more_is_quoted_than_was_found(report: Report) -> None:
    question = asking(**{"Einleitung/risiko": 0.0, "Einleitung/seit": 1.0})
    evidence = add_facts(found(0.6, "Erstens.", "Zweitens."), question, report, FACTS)
    assert [hit.passage.text for hit in evidence.sections] == [SINCE.sentence, "Erstens."]
