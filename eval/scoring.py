"""One question and its answer → figures. Every figure is in [0, 1] or a count; None where it does not apply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import ir_measures
from ir_measures import RR, R, Success, nDCG

from eval.answers import Answer, Answers
from eval.questions import Question
from eval.source import is_verbatim, squeezed
from eval.values import holds_value, same_value

# A question's figures by name, and those of all questions by id.
Figures = Mapping[str, float | None]
Scores = Mapping[str, Figures]

RETRIEVAL = MappingProxyType(
    {
        "ndcg_10": nDCG @ 10,
        "rr_10": RR(rel=2) @ 10,
        "success_1": Success(rel=2) @ 1,
        "success_3": Success(rel=2) @ 3,
        "recall_5": R(rel=2) @ 5,
    }
)
RANKED_KINDS = frozenset({"topic", "field", "number", "several"})
VALUE_KINDS = frozenset({"field", "number", "several"})
REFUSING = frozenset({"partial", "not_found"})


def score(questions: Sequence[Question], answers: Answers) -> dict[str, dict[str, float | None]]:
    """Figures of every question. Raises KeyError if one has no answer."""
    ranked = retrieval(questions, {question.id: answers[question.id].ranking for question in questions})
    return {
        question.id: {**ranked[question.id], **_answer_figures(question, answers[question.id], ranked[question.id])}
        for question in questions
    }


def retrieval(questions: Iterable[Question], rankings: Mapping[str, Sequence[str]]) -> dict[str, dict[str, float | None]]:
    """Ranking figures by ir_measures, for questions of :data:`RANKED_KINDS` with a gold measure; None for the others."""
    questions = list(questions)
    judged = {question.id: question for question in questions if question.kind in RANKED_KINDS and question.gold}
    qrels = {key: {doc: int(grade) for doc, grade in question.relevance.items()} for key, question in judged.items()}
    # A place in the ranking as a score that falls; an id that repeats counts once. An empty run would lose its question.
    run = {key: {doc: -float(rank) for rank, doc in enumerate(dict.fromkeys(rankings[key]))} or {"-": 0.0} for key in judged}
    figures: dict[str, dict[str, float | None]] = {question.id: dict.fromkeys(RETRIEVAL) for question in questions}
    names = {measure: name for name, measure in RETRIEVAL.items()}
    for metric in ir_measures.iter_calc(list(names), qrels, run) if judged else ():
        figures[metric.query_id][names[metric.measure]] = float(metric.value)
    return figures


def _answer_figures(question: Question, answer: Answer, ranked: Figures) -> dict[str, float | None]:
    quotes = answer.quotes
    figures: dict[str, float | None] = {
        **_value_figures(question, answer),
        **_set_figures(question, answer),
        **_shown_figures(question, answer),
        **_refusal_figures(question, answer),
        "evidence": None if question.evidence is None else float(_has_evidence(question.evidence, quotes)),
        "quotes": float(len(quotes)),
        "fabricated": float(sum(not is_verbatim(quote) for quote in quotes)),
        "latency_ms": answer.timings_ms.get("total"),
    }
    return {**figures, "right": _right(question, answer, {**ranked, **figures})}


def _value_figures(question: Question, answer: Answer) -> dict[str, float | None]:
    """Value of fact questions; the count or extreme of set questions apart.

    Exact: one of the wordings that the judges take for exact; strict: the gold one; lenient: the gold one is contained.
    """
    figures: dict[str, float | None] = {"value_exact": None, "value_strict": None, "value_lenient": None, "set_value": None}
    if question.value is None:
        return figures
    if question.kind == "set":
        return {**figures, "set_value": float(holds_value(question.value, answer.value))}
    if question.kind in VALUE_KINDS:
        accepted = (question.value, *question.variants)
        figures["value_exact"] = float(any(same_value(one, answer.value) for one in accepted))
        figures["value_strict"] = float(same_value(question.value, answer.value))
        figures["value_lenient"] = float(holds_value(question.value, answer.value))
    return figures


def _set_figures(question: Question, answer: Answer) -> dict[str, float | None]:
    """Set questions: are the shown measures exactly the gold ones (an empty set needs nothing shown), and F1.

    The tolerant variant lets members of grade 1, which the report leaves in doubt, be shown or not.
    """
    if question.kind != "set":
        return {"set_exact": None, "set_tolerant": None, "set_f1": None}
    gold, shown = question.gold, set(answer.shown)
    tolerant = gold <= shown <= set(question.relevance)
    f1 = 2 * len(gold & shown) / (len(gold) + len(shown)) if gold or shown else 1.0
    return {"set_exact": float(gold == shown), "set_tolerant": float(tolerant), "set_f1": f1}


def _shown_figures(question: Question, answer: Answer) -> dict[str, float | None]:
    """Precision (grade 1 or 2) of what is shown, if anything is; recall of grade 2, if there is any."""
    shown, gold = set(answer.shown), question.gold
    return {
        "shown_precision": sum(measure in question.relevance for measure in shown) / len(shown) if shown else None,
        "shown_recall": len(gold & shown) / len(gold) if gold else None,
    }


def _refusal_figures(question: Question, answer: Answer) -> dict[str, float | None]:
    """An unanswerable question should be refused (partial or not found); an answerable one neither refused nor hedged.

    An error counts as not refused where a refusal was due, and as refused where an answer was.
    """
    figures: dict[str, float | None] = {"refused": None, "false_answer": None, "wrongly_refused": None, "hedged": None}
    if question.answerable:
        figures["wrongly_refused"] = float(answer.status in {"not_found", "error"})
        figures["hedged"] = float(answer.status == "partial")
    else:
        figures["refused"] = float(answer.status in REFUSING)
        figures["false_answer"] = float(answer.status == "answered")
    return {**figures, "status": float(question.status == answer.status)}


def _has_evidence(evidence: str, quotes: Iterable[str]) -> bool:
    """Whether a quote contains the evidence or is contained in it, white space aside."""
    gold = squeezed(evidence)
    given = [squeezed(quote) for quote in quotes]
    return any(piece and (gold in piece or piece in gold) for piece in given)


def _right(question: Question, answer: Answer, figures: Figures) -> float:
    """Whether the answer would be right if it had to be given: what the risk–coverage curve counts.

    Unanswerable: never. Set: exactly the gold set. Chapters outside the measures: the evidence is quoted. Else: a gold measure
    comes first, and a value that is given is not a wrong one.
    """
    if not question.answerable:
        return 0.0
    if question.kind == "set":
        return figures["set_exact"] or 0.0
    if not question.gold:
        return figures["evidence"] or 0.0
    first = (answer.shown or answer.ranking)[:1]
    wrong_value = answer.value is not None and figures["value_lenient"] == figures["value_exact"] == 0.0
    return float(bool(first) and first[0] in question.gold and not wrong_value)
