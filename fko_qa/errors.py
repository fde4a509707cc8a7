"""The project's errors. Each message is one plain German sentence or two: what was found, what was expected, what to do.

FkoError
├── UsageError                 wrong input from outside; exit code 2
│   ├── ReportFormatError      the report could not be read or understood
│   ├── SettingsError          a setting has a wrong name, type or value
│   ├── CuratedDataError       example questions, word lists or trained weights are not as they should be
│   └── QuestionError          a question is empty or too long
├── StoredIndexError           something is wrong with the index on disk; exit code 2
│   ├── IndexMissingError      there is none
│   ├── IndexDamagedError      a file is missing, changed or unreadable
│   └── IndexMismatchError     built from something else than what runs now
├── FeedbackError              what people think of answers cannot be kept or read; exit code 1
└── EncoderUnavailableError    the model cannot be unpacked, found or loaded; exit code 1
"""

from __future__ import annotations

__all__ = [
    "CuratedDataError",
    "EncoderUnavailableError",
    "FeedbackError",
    "FkoError",
    "IndexDamagedError",
    "IndexMismatchError",
    "IndexMissingError",
    "QuestionError",
    "ReportFormatError",
    "SettingsError",
    "StoredIndexError",
    "UsageError",
]


class FkoError(Exception):
    """Anything that this project reports on purpose. ``str(error)`` is fit for users."""

    exit_code = 1


class UsageError(FkoError):
    """Wrong input from outside."""

    exit_code = 2


class ReportFormatError(UsageError):
    """The report could not be read or understood."""


class SettingsError(UsageError):
    """A setting has a wrong name, type or value."""


class QuestionError(UsageError):
    """A question is empty, too long or not text."""


class FeedbackError(FkoError):
    """What people think of answers cannot be kept or read."""


class CuratedDataError(UsageError):
    """Example questions, word lists or trained weights are missing or not of the expected form."""


class StoredIndexError(FkoError):
    """Something is wrong with the index on disk."""

    exit_code = 2


class IndexMissingError(StoredIndexError):
    """There is no index where one was expected."""


class IndexDamagedError(StoredIndexError):
    """A file of the index is missing, changed or unreadable."""


class IndexMismatchError(StoredIndexError):
    """The index was built from something else than what runs now (format, analyser, model)."""


class EncoderUnavailableError(FkoError):
    """The model cannot be unpacked, found or loaded."""
