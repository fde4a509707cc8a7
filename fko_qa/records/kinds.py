"""States and kinds that records share."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What an answer is: the contract's four states."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    ERROR = "error"


class Kind(StrEnum):
    """What a question asks for."""

    TOPIC = "topic"
    FIELD = "field"
    SET = "set"
    NUMBER = "number"
    TEXT = "text"
    NONE = "none"


class View(StrEnum):
    """Which part of a measure (or section) a passage shows."""

    WHOLE = "whole"
    TITLE = "title"
    SENTENCE = "sentence"
    GOAL = "goal"
    FIELD = "field"
    TABLE = "table"
