"""What holds whatever comes in. Each check raises AssertionError if it does not, and anything but the project's own errors."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from eval.source import is_verbatim, measure_ids
from fko_qa import Assistant
from fko_qa.cli.batch import answer_lines
from fko_qa.errors import FkoError, QuestionError
from fko_qa.feedback import FeedbackStore
from fko_qa.index import load_stored_report
from fko_qa.jsonio import answer_object, dumps
from fko_qa.records import Kind, Status
from fko_qa.report import load_report
from fko_qa.settings import load_settings
from fko_qa.web.headers import security_headers
from fko_qa.web.limits import Limits, proxies

_STATUSES, _KINDS = {str(one) for one in Status}, {str(one) for one in Kind}


def check_question(assistant: Assistant, question: str, history: Sequence[str]) -> None:
    """A question is answered from the report, or refused on purpose."""
    try:
        answer = answer_object(assistant.ask(question, history))
    except QuestionError as error:
        _check_message(error)
        return
    _check_answer(answer)
    assert answer["question"] == question


def check_lines(assistant: Assistant, lines: Sequence[bytes]) -> None:
    """Every line of a batch that is not empty has one answer object, which is strict JSON and stands on one line."""
    answers = list(answer_lines(assistant, iter(lines)))
    assert len(answers) == sum(bool(line.strip()) for line in lines)
    for answer in answers:
        written = dumps(answer)
        assert "\n" not in written
        read = json.loads(written, parse_constant=_refuse)
        assert dumps(read) == written
        if read["status"] == "error":
            assert (read["kind"], read["measures"], read["ranking"]) == ("none", [], [])
            assert read["answer"].endswith((".", "?"))
        else:
            _check_answer(read)


def check_settings(file: bytes, environment: Mapping[str, str], arguments: Mapping[str, Any]) -> None:
    """Settings are read, and good for what they are first used for, or are refused on purpose."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fko-qa.toml"
        path.write_bytes(file)
        try:
            found = load_settings(arguments, {**environment, "FKO_QA_CONFIG": str(path)})
            security_headers(found.embed_hosts)
            proxies(found.trusted_proxies)
            Limits.of(found).questions.wait("192.0.2.1")
            store = FeedbackStore(Path(folder) / "x" / "feedback.sqlite", found.feedback_days)
            store.add(True, "answered", [], "", date(2026, 1, 1))
            load_stored_report(found.index)
        except FkoError as error:
            _check_message(error)


def check_report(data: bytes, suffix: str) -> None:
    """A report file is read, or refused on purpose; what was read has measures that can be told apart and their own wording."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"bericht{suffix}"
        path.write_bytes(data)
        try:
            report = load_report(path)
        except FkoError as error:
            _check_message(error)
            return
    ids = [measure.id for measure in report.measures]
    assert ids
    assert len(ids) == len(set(ids))
    assert report.title
    date.fromisoformat(report.date)


def _check_answer(answer: Mapping[str, Any]) -> None:
    assert answer["status"] in _STATUSES - {"error"}
    assert answer["kind"] in _KINDS
    assert answer["answer"].strip()
    ranking = answer["ranking"]
    assert 1 <= len(ranking) == len(set(ranking)) <= 10
    assert set(ranking) <= set(measure_ids())
    quotes = [one["quote"] for measure in answer["measures"] for one in measure["citations"]]
    quotes += [one["quote"] for one in answer["citations"]]
    assert all(map(is_verbatim, quotes))
    assert bool(quotes) == (answer["status"] != "not_found")


def _check_message(error: FkoError) -> None:
    text = str(error)
    assert text.strip()
    assert "Traceback" not in text


def _refuse(constant: str) -> None:
    raise AssertionError(constant)
