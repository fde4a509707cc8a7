"""What of a question the best measure does not hold: words, other Länder, later years. Near misses give themselves away here."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

# The other fifteen Länder, as people name them (also in English, French, Turkish, Polish). "Hessen" in "Talentscouting in
# Hessen" asks for what this report does not cover.
_LAENDER = (
    "baden[- ]?w(?:ü|ue)rttemberg(?:isch\\w*)?|bayern|bayerisch\\w*|bavaria\\w*|bavyera\\w*|brandenburg(?:er|isch\\w*)?|bremen|"
    "hamburg(?:er)?|hessen|hessisch\\w*|hess?e|mecklenburg(?:[- ]vorpommern)?|niedersachsen|nieders(?:ä|ae)chsisch\\w*|"
    "lower saxony|rheinland[- ]?pfalz|rlp|saarland|saarl(?:ä|ae)ndisch\\w*|sachsen(?:[- ]anhalt)?|s(?:ä|ae)chsisch\\w*|saxony|"
    "schleswig[- ]?holstein|th(?:ü|ue)ringen|th(?:ü|ue)ringisch\\w*|thuringia|berlin(?:er)?"
)
_OTHER_LAND = re.compile(rf"\b(?:{_LAENDER})\b", re.IGNORECASE)
# Who comes from there or has gone there asks about here.
_ORIGIN = re.compile(
    rf"\b(?:aus|from|de|von .{{1,20}} nach)\s+(?:{_LAENDER})\b|\b(?:{_LAENDER})\s+nach\s+(?:NRW|Nordrhein)", re.IGNORECASE
)
_YEAR = re.compile(r"\b20[2-9]\d\b")


def other_lands(question: str, own_text: str) -> tuple[str, ...]:
    """Länder that the question asks about and the measure does not name.

    >>> other_lands("Gibt es Talentscouting in Hessen?", ""), other_lands("Ich komme aus Bayern.", "")
    (('Hessen',), ())
    """
    if _ORIGIN.search(question):
        return ()
    own = own_text.casefold()
    return tuple(match[0] for match in _OTHER_LAND.finditer(question) if match[0].casefold() not in own)


def later_years(question: str, own_text: str, report_year: int) -> tuple[str, ...]:
    """Years after the report's that the question names and the measure does not.

    >>> later_years("Was kam 2026 heraus?", "2023 bis 2025", 2024)
    ('2026',)
    """
    return tuple(year for year in _YEAR.findall(question) if int(year) > report_year and year not in own_text)


# "Wie viele" asks; no text has to answer with these words. As the analyser gives them.
_ASKING = frozenset({"viel"})


def share_known(tokens: Sequence[str], known: Collection[str]) -> float:
    """The share of a question's distinct content words that a text has, in [0, 1]; 0 without words.

    >>> share_known(["viel", "kita"], {"kita"})
    1.0
    """
    words = set(tokens) - _ASKING
    return len(words & set(known)) / len(words) if words else 0.0
