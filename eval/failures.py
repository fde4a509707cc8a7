"""A page of all failures: question, gold label, answer and evidence side by side. Everything is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from eval.answers import Answer, Answers
from eval.questions import Question
from eval.scoring import Figures, Scores

# What counts as a failure: this figure of the question is below 1 (or above 0, for those where less is better).
_SHOULD_BE_ONE = ("right", "refused", "value_exact", "set_exact", "evidence", "shown_recall", "status")
_SHOULD_BE_ZERO = ("wrongly_refused", "hedged", "fabricated")
_STYLE = """body{font:15px/1.5 system-ui,sans-serif;margin:1rem;color:#1a1a1a}table{border-collapse:collapse;width:100%}
td,th{border:1px solid #999;padding:.4rem;vertical-align:top;text-align:left}td{width:25%}q{display:block;margin:.3rem 0}
code{background:#eee;padding:0 .2rem}b.no{color:#9c1c1c}"""


def failures(question: Question, figures: Figures) -> list[str]:
    """The names of the figures at which an answer failed; an unanswerable question fails by being answered."""
    wrong = [name for name in _SHOULD_BE_ONE if (value := figures[name]) is not None and value < 1]
    if not question.answerable:
        wrong = [name for name in wrong if name != "right"]
    return wrong + [name for name in _SHOULD_BE_ZERO if figures[name]]


def failures_page(questions: Sequence[Question], answers: Answers, scores: Scores) -> str:
    """The page as HTML, worst first: most figures failed."""
    failed = [(question, names) for question in questions if (names := failures(question, scores[question.id]))]
    failed.sort(key=lambda pair: (-len(pair[1]), pair[0].id))
    rows = "\n".join(_row(question, answers[question.id], names) for question, names in failed)
    title = f"{len(failed)} of {len(questions)} answers with a failure"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head><body>'
        f"<h1>{title}</h1><table><thead><tr><th>Question</th><th>Gold</th><th>Answer</th><th>Evidence and quotes</th></tr>"
        f"</thead><tbody>\n{rows}\n</tbody></table></body></html>\n"
    )


def _row(question: Question, answer: Answer, names: Sequence[str]) -> str:
    about = f"{question.kind}, {question.style}, {question.lang}" + "".join(f", {tag}" for tag in question.tags)
    asked = "".join(f"<div>… {escape(earlier)}</div>" for earlier in question.history)
    cells = (
        f"<code>{escape(question.id)}</code> {asked}<div>{escape(question.question)}</div><small>{escape(about)}</small>"
        f"<div><b class=no>{escape(', '.join(names))}</b></div>",
        f"{escape(question.status)}<div>{_grades(question)}</div>{_value(question.value)}",
        f"{escape(answer.status)}<div>{escape(', '.join(answer.shown) or 'nothing shown')}</div>{_value(answer.value)}"
        f"<div>{escape(answer.answer)}</div><small>ranking: {escape(', '.join(answer.ranking))}</small>",
        f"<div>{escape(question.evidence or '–')}</div>" + "".join(f"<q>{escape(quote)}</q>" for quote in answer.quotes),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _grades(question: Question) -> str:
    graded = sorted(question.relevance.items(), key=lambda pair: -pair[1])
    return escape(", ".join(f"{measure} ({grade})" for measure, grade in graded) or "no measure")


def _value(value: str | None) -> str:
    return "" if value is None else f"<div>value: <b>{escape(value)}</b></div>"
