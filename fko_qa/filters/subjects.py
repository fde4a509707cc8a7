"""Ministries named by their subject alone ("Wirtschaft und Arbeit", "labour ministry"), if it is clear that some are meant.

"Arbeit" and "Schule" are everyday words, so this is asked only if the trained heads see a ministry in a set question that no rule
has found.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from fko_qa.filters.model import SetFilter
from fko_qa.filters.scan import Scan

# Subject words without accents, as stems: German, English, Ukrainian, Russian, Turkish, Arabic, Polish, French.
_SUBJECTS = {
    "MAGS": "arbeit gesundheit sozial labour labor travail труд праці праця calisma العمل pracy",
    "MSB": "schul bildung school education ecole шкіл школ освіт образован okul egitim المدارس المدرسة التعليم szkol edukac",
    "MWIKE": "wirtschaft econom економік экономик ekonomi الاقتصاد gospodark",
    "MKJFGFI": "famili family famille сімї сім семь семьи aile الأسرة rodzin integration flucht",
    "MKW": "wissenschaft kultur hochschul science cultur науки наук культур bilim العلوم الثقافة nauki kultury",
    "MHKBD": "bau bauen heimat kommunal construction housing будівн строительств insaat البناء budownictw",
    "JM": "justiz justitz justice юстиц adalet العدل sprawiedliwosc",
    "MUNV": "umwelt verkehr environment transport довкілл cevre ulastirma البيئة srodowisk",
    "MLV": "landwirtschaft bauern agricultur сільськ сельск tarim الزراعة rolnictw",
    "FM": "finanz financ фінанс финанс maliye المالية finans",
    "IM": "innen inner interior interieur внутрішн внутренн icisleri الداخلية wewnetrzn",
    "Stk": "staatskanzlei chancellery",
}
_STEMS = [(stem, code) for code, stems in _SUBJECTS.items() for stem in stems.split()]
# Endings that a stem may have: case, "-ministerium", "-ressort", "-haus"; anything else is another word ("Arbeitgeber").
_ENDING = re.compile(
    r"(?:s|e|en|n|es|er|ung|ie|ien|y|ia|wo|wa|i|a|u|о|и|і|ї|у|ы|ия|ии|ії|ам|ния|ния|ику|ики|е|al|ture|ure|s?"
    r"(?:minist\w*|ressort\w*|haus\w*))?$"
)
_NOT = frozenset("ohne nicht nichts nich nein kein keine auser ausser aussen draussen minus without sans без bez".split())
# A negation this many words before or after a name belongs to it.
_NEAR = 4


def plain(word: str) -> str:
    """A word without accents.

    >>> plain("çalışma"), plain("économie")
    ('calısma', 'economie')
    """
    return "".join(mark for mark in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(mark))


def take_subjects(scan: Scan, found: SetFilter, wanted: bool, excluded: bool) -> SetFilter:
    """The ministries that are named by their subject, added to those found.

    Args:
        wanted: whether some are asked for that were not found.
        excluded: whether some are to be left out.
    """
    names = list(found.ministries)
    places: dict[str, int] = {}
    for index, token in enumerate(scan.tokens):
        code = _code(plain(token.folded).replace("ı", "i"))
        if code is not None and (wanted or excluded) and (not scan.taken[index]):
            places.setdefault(code, index)
    for code, index in sorted(places.items(), key=lambda place: place[1]):
        if code not in names:
            names.append(code)
            scan.taken[index] = True
    left_out = list(found.excluded_ministries)
    if excluded and not left_out and names:
        left_out = [code for code in names if _is_negated(scan, code, places, names)] or names[-1:]
    kept = tuple(name for name in names if name not in left_out)
    return replace(found, ministries=kept, excluded_ministries=tuple(left_out))


def _code(word: str) -> str | None:
    for stem, code in _STEMS:
        if word.startswith(stem) and _ENDING.match(word[len(stem) :]):
            return code
    return None


def _is_negated(scan: Scan, code: str, places: dict[str, int], names: list[str]) -> bool:
    """Whether a negation stands near the name, and nearer to it than to another."""
    at = places.get(code)
    if at is None:
        return False
    negations = [index for index, token in enumerate(scan.tokens) if token.folded in _NOT]
    mine = [abs(index - at) for index in negations if abs(index - at) <= _NEAR]
    others = [abs(index - places[name]) for index in negations for name in names if name != code and name in places]
    return bool(mine) and min(mine) <= min(others, default=_NEAR + 1)
