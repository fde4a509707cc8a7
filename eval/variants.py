"""The same question as people mistype it: variants by rule, each the same at every call."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from types import MappingProxyType

from eval.source import plain, report_source

# Which words a typing error hits and a compound is split into: shorter ones would often become other words.
_MIN_TYPO_WORD = 5
_MIN_PART = 4
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_WORD = re.compile(r"[^\W\d_]+")
# Punctuation inside a word or number ("IV.2", "2.500", "ESF-Mittel") carries meaning and stays.
_PUNCTUATION = re.compile(r"(?<!\w)[^\w\s]+|[^\w\s]+(?!\w)")
_ROWS = ("qwertzuiopü", "asdfghjklöä", "yxcvbnm")


def ascii_umlauts(text: str) -> str:
    """Umlauts as two letters.

    >>> ascii_umlauts("Für Größere")
    'Fuer Groessere'
    """
    return text.translate(_UMLAUTS)


def no_punctuation(text: str) -> str:
    """Without punctuation between words.

    >>> no_punctuation("Was, bitte, ist IV.2?")
    'Was bitte ist IV.2'
    """
    return " ".join(_PUNCTUATION.sub(" ", text).split())


def typing_errors(text: str, count: int) -> str:
    """``count`` typing errors in different words, drawn from the text's own hash; fewer if there are too few long words.

    An error swaps two letters, leaves one out, doubles one, or hits the neighbouring key.
    """
    words = [match for match in _WORD.finditer(text) if len(match[0]) >= _MIN_TYPO_WORD]
    hit = sorted(words, key=lambda match: _draw(f"{text}/{match.start()}", 2**32))[:count]
    for match in sorted(hit, key=lambda match: -match.start()):
        text = text[: match.start()] + _mistyped(match[0], f"{text}/{match.start()}") + text[match.end() :]
    return text


def split_compounds(text: str) -> str:
    """Compounds written apart where both parts are words of the report.

    >>> split_compounds("die Fachkräfteoffensive")
    'die Fachkräfte offensive'
    """
    return _WORD.sub(lambda match: _split(match[0]), text)


def joined_compounds(text: str) -> str:
    """Two words written as one where the report knows the joined word, and hyphens inside words left out.

    >>> joined_compounds("die Fachkräfte Offensive"), joined_compounds("ESF-Mittel")
    ('die Fachkräfteoffensive', 'ESFMittel')
    """
    words = re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", "", text).split(" ")
    done: list[str] = []
    for word in words:
        if done and _WORD.fullmatch(done[-1]) and (done[-1] + word.rstrip("?!.,")).casefold() in _report_words():
            done[-1] += word.lower()
        else:
            done.append(word)
    return " ".join(done)


VARIANTS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "umlauts as two letters": ascii_umlauts,
        "lower case": str.lower,
        "no punctuation": no_punctuation,
        "one typing error": partial(typing_errors, count=1),
        "two typing errors": partial(typing_errors, count=2),
        "compounds split": split_compounds,
        "compounds joined": joined_compounds,
    }
)


def _draw(key: str, size: int) -> int:
    """A number below ``size`` that depends on the key alone."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") % size


def _mistyped(word: str, key: str) -> str:
    """One error after the first letter, which people seldom get wrong."""
    place = 1 + _draw(f"{key}/place", len(word) - 2)
    letter, following = word[place], word[place + 1]
    variants = (
        word[:place] + following + letter + word[place + 2 :],
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + _neighbour(letter, key) + word[place + 1 :],
    )
    different = [variant for variant in variants if variant != word]
    return different[_draw(f"{key}/kind", len(different))]


def _neighbour(letter: str, key: str) -> str:
    """A letter beside this one on a German keyboard; the letter itself if it is on none."""
    row = next((row for row in _ROWS if letter in row), letter)
    place = row.index(letter)
    beside = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    return beside[_draw(f"{key}/key", len(beside))] if beside else letter


def _split(word: str) -> str:
    """The word as two parts that are closest to equal length, or unchanged."""
    small = word.casefold()
    places = [
        place
        for place in range(_MIN_PART, len(word) - _MIN_PART + 1)
        if _known(small[:place]) and small[place:] in _report_words()
    ]
    if len(small) != len(word) or not places:
        return word
    place = min(places, key=lambda place: abs(2 * place - len(word)))
    return f"{word[:place]} {word[place:]}"


def _known(part: str) -> bool:
    """Whether the report has this word, with or without a linking s."""
    return part in _report_words() or (part.endswith("s") and len(part) > _MIN_PART and part[:-1] in _report_words())


@lru_cache(maxsize=1)
def _report_words() -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(plain(report_source())))
