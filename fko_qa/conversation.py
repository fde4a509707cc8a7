"""Follow-ups: what an earlier question of the conversation adds to one that cannot stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fko_qa.text import STOP_WORDS, tokenise

# "Und wie lange läuft das?" points back; "Und was gibt es für Kitas?" brings its own matter.
_OPENS_LIKE_FOLLOW_UP = re.compile(r"^(?:und|oder|aber|ok(?:ay)?|also|dann|auch|ach so)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:das|die|der|den|dem|es|sie|ihn|diese[rsmn]?|jene[rsmn]?|dort|davon|dafür|dazu|damit|dabei|daran|deren|dessen|"
    r"beiden?|erste[rsn]?|zweite[rsn]?|andere[rsmn]?|selbe[nr]?|gleiche[nr]?|da|dafuer)\b",
    re.IGNORECASE,
)
# A follow-up has few words of its own; a longer question can stand alone even if it begins with "Und".
MAX_OWN_WORDS = 3


def is_follow_up(question: str, own_words: int) -> bool:
    """Whether a question needs the one before it.

    Args:
        own_words: how many words of its own matter it has, without those that only name a fact (Laufzeit, Ressort).

    >>> is_follow_up("Und wie lange läuft das?", 0), is_follow_up("Welche Hilfe gibt es für Kitas in NRW?", 3)
    (True, False)
    """
    if own_words > MAX_OWN_WORDS:
        return False
    if own_words == 0:
        return True
    return bool(_OPENS_LIKE_FOLLOW_UP.match(question.strip())) or (own_words == 1 and bool(_POINTS_BACK.search(question)))


def matter_words(question: str) -> list[str]:
    """The words of a question that name its matter."""
    return [word for word in tokenise(question) if word not in STOP_WORDS]


def last_matter(history: Sequence[str], is_complete: Sequence[bool]) -> str | None:
    """The latest earlier question that can stand alone, or None."""
    return next((text for text, complete in zip(reversed(history), reversed(is_complete), strict=True) if complete), None)
