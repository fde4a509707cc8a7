"""Questions and answers made by hand."""

from __future__ import annotations

from typing import Any

import msgspec

from eval.answers import Answer, Citation, ShownMeasure
from eval.questions import Question

# Stands in the text of measure IV.1.
EVIDENCE = "können die Prämie i. H. v. 2.500 Euro beantragen"
FABRICATED = "Die Prämie beträgt 9.999 Euro."


def question(question_id: str, **fields: Any) -> Question:
    """A topic question about IV.1, unless said otherwise."""
    defaults = {"question": f"Frage {question_id}", "kind": "topic", "style": "normal", "lang": "de"}
    labels = {"relevance": {"IV.1": 2}, "status": "answered"}
    return msgspec.convert({"id": question_id, **defaults, **labels, **fields}, Question)


def answer(question_id: str, shown: tuple[str, ...] = (), quotes: tuple[str, ...] = (), **fields: Any) -> Answer:
    """An answer that shows measures with falling scores; the quotes stand at the first, or at the top if nothing is shown."""
    citations = tuple(Citation(quote) for quote in quotes)
    measures = tuple(
        ShownMeasure(measure, round(0.9 - 0.1 * place, 1), citations if place == 0 else ()) for place, measure in enumerate(shown)
    )
    defaults: dict[str, Any] = {"status": "answered", "ranking": shown, "citations": () if shown else citations}
    return Answer(id=question_id, measures=measures, **{**defaults, **fields})


QUESTIONS = [
    question("topic", relevance={"IV.1": 2, "IV.5": 1}, evidence=EVIDENCE),
    question("field", kind="field", value="2.500 Euro", evidence=EVIDENCE),
    question("set", kind="set", relevance={"VI.2": 2, "VI.3": 2}, value="2"),
    question("empty set", kind="set", relevance={}, status="not_found"),
    question("none", kind="none", relevance={"IV.1": 1}, status="partial", tags=["near"]),
]

PERFECT = {
    "topic": answer("topic", ("IV.1", "IV.5"), (EVIDENCE,), timings_ms={"total": 10.0}),
    "field": answer("field", ("IV.1",), (f"Absolventen {EVIDENCE}"[12:],), value="2.500 Euro", timings_ms={"total": 20.0}),
    "set": answer("set", ("VI.3", "VI.2"), value="2", timings_ms={"total": 30.0}),
    "empty set": answer("empty set", status="not_found", timings_ms={"total": 40.0}),
    "none": answer("none", ("IV.1",), (EVIDENCE,), status="partial", timings_ms={"total": 50.0}),
}
EMPTY = {one.id: answer(one.id) for one in QUESTIONS}
REFUSING = {one.id: answer(one.id, status="not_found") for one in QUESTIONS}
# Always shows the same measure and quote.
ALWAYS = {one.id: answer(one.id, ("IV.1",), (EVIDENCE,), value="1") for one in QUESTIONS}
ONE_FABRICATED = {**PERFECT, "topic": answer("topic", ("IV.1", "IV.5"), (EVIDENCE, FABRICATED))}
