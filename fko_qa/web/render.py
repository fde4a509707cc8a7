"""Answers → Markdown for the chat. Everything from a question or the report is escaped."""

from __future__ import annotations

import re

from fko_qa.records import Answer, AnsweredMeasure, Citation, Measure, Report

# Also a period after digits: at the beginning it would make a numbered list.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~$&-]|(?<=\d)\.(?= |$))")
# Facts under a hit, as shown name → field label.
_FACTS = {
    "Laufzeit": "Beginn/ Laufzeit",
    "Gilt ab": "Inkrafttreten",
    "Mittel": "Geplante Mittel",
    "Zuständig": "Ressort",
    "Partner": "Partner in der Umsetzung",
}


def answer_markdown(answer: Answer, report: Report) -> str:
    """The direct answer, then one block per measure: title, quotes with pages, facts, link."""
    blocks = [escape(answer.answer)]
    blocks += [_quote(citation) for citation in answer.citations]
    for shown in answer.measures:
        if measure := report.measure(shown.id):
            blocks.append(_measure(shown, measure))
    blocks += [f"*Hinweis:* {escape(note)}" for note in answer.notes]
    return "\n\n".join(blocks)


def escape(text: str) -> str:
    """Text without any meaning in Markdown or HTML.

    >>> escape("<b>*x*")
    '\\\\<b\\\\>\\\\*x\\\\*'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _measure(shown: AnsweredMeasure, measure: Measure) -> str:
    lines = [f"### {measure.id} {escape(measure.title)}"]
    lines += [_quote(citation) for citation in shown.citations]
    facts = [(name, row.value) for name, label in _FACTS.items() if (row := measure.field(label)) and not row.is_empty]
    lines.append("\n".join(f"- **{name}:** {escape(value)}" for name, value in facts))
    lines += [f"[{escape(link)}]({link})" for link in measure.links if _is_web_address(link)]
    return "\n\n".join(lines)


def _quote(citation: Citation) -> str:
    return f"> „{escape(citation.quote)}“\n> — {escape(citation.section)}, Seite {citation.page}"


def _is_web_address(link: str) -> bool:
    return re.fullmatch(r"https?://[^\s()<>\"]+", link) is not None
