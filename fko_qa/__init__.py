"""FKO-QA: questions about NRW's Fachkräfteoffensive, answered by proven quotes from its progress report.

>>> from fko_qa import Assistant
>>> assistant = Assistant.load()
>>> assistant.ask("Was ist Maßnahme IV.2?").measures[0].id
'IV.2'
"""

from __future__ import annotations

from fko_qa.assistant import Assistant
from fko_qa.errors import FkoError
from fko_qa.records import Answer, AnsweredMeasure, Citation, Kind, Status

__all__ = ["Answer", "AnsweredMeasure", "Assistant", "Citation", "FkoError", "Kind", "Status"]
