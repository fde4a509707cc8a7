"""German analysis for the lexical side: tokens → stems, and compounds split into words that the report knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import Stemmer

from fko_qa.text.words import STOP_WORDS

# Raise when the tokens of the same text change: an index built by another version is refused.
ANALYSER_VERSION = "1"

# Over-splitting costs more than splitting brings ("Potenzial" is no "Tat"), so a part has four letters at least and must be a
# word of the report.
MIN_PART = 4
# The report's longest word has 36 letters. Splitting takes time with the cube of the length, so long nonsense is left whole.
MAX_COMPOUND = 48
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_TOKEN = re.compile(r"\w+(?:[.&/+-]?\w+)*")
_INNER = re.compile(r"[./&+-]")
# Endings of gendered forms: Erzieher:innen, Erzieher*innen, Erzieher_innen, ErzieherInnen
_GENDER_MARK = re.compile(r"(?<=\w)[:*_](?=in(?:nen)?\b)|(?<=[a-zäöüß])I(?=n(?:nen)?\b)")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def normalise(text: str) -> str:
    """NFKC, without soft hyphens and direction marks, gendered forms written as one word, white space as single blanks.

    >>> normalise("Erzieher:innen  in\\u00a0Kitas")
    'Erzieherinnen in Kitas'
    """
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return " ".join(_GENDER_MARK.sub(_joined_gender, text).split())


def _joined_gender(match: re.Match[str]) -> str:
    return "i" if match[0] == "I" else ""


def tokenise(text: str) -> list[str]:
    """Lower-case words in order; a hyphenated or dotted word is given whole, then its pieces.

    >>> tokenise("Die Kita-Helfer (SPNV)")
    ['die', 'kita-helfer', 'kita', 'helfer', 'spnv']
    """
    tokens: list[str] = []
    for match in _TOKEN.finditer(normalise(text).casefold()):
        token = match[0]
        pieces = [piece for piece in _INNER.split(token) if piece]
        tokens += [token] if len(pieces) < 2 else [token, *pieces]
    return tokens


class Analyser:
    """Tokens of texts and questions, the same way for both.

    Args:
        vocabulary: texts whose words compounds may be split into: the report's.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._stem = Stemmer.Stemmer("german", 0).stemWord  # 0: no cache of its own, that of whole words is enough
        words = {token for text in vocabulary for token in tokenise(text) if token.isalpha() and token not in STOP_WORDS}
        self._stems = {self._stem(word) for word in words}
        self._parts = {stem for stem in (*words, *self._stems) if len(stem) >= MIN_PART}
        self.tokens_of_word = lru_cache(maxsize=50_000)(self._tokens_of_word)

    def tokens(self, text: str) -> list[str]:
        """Stems and compound parts of a text's content words, in order, repeated as they occur.

        >>> Analyser(["Kita", "Helfer"]).tokens("Die Kitahelferin")
        ['kitahelf', 'kita', 'helf']
        """
        return [token for word in tokenise(text) if word not in STOP_WORDS for token in self.tokens_of_word(word)]

    def _tokens_of_word(self, word: str) -> tuple[str, ...]:
        stem = self.stem(word)
        parts = self._split(word) if word.isalpha() and 2 * MIN_PART <= len(word) <= MAX_COMPOUND else []
        return tuple(dict.fromkeys([stem, *(self.stem(part) for part in parts)]))

    def stem(self, word: str) -> str:
        """The stem of a lower-case word; a plural in -s goes by the singular if the report has that (Kitas → kita)."""
        stem: str = self._stem(word)
        return stem[:-1] if stem.endswith("s") and stem[:-1] in self._stems else stem

    def _split(self, word: str) -> list[str]:
        """The fewest known parts that make up the word, or none."""
        best: list[str] = []
        for cut in range(len(word) - MIN_PART, MIN_PART - 1, -1):
            head = self._known_head(word[:cut])
            if head is None:
                continue
            tail = word[cut:]
            rest = [tail] if self._is_known(tail) else self._split(tail) if len(tail) >= 2 * MIN_PART else []
            if rest and (not best or len(rest) + 1 < len(best)):
                best = [head, *rest]
        return best

    def _known_head(self, head: str) -> str | None:
        for link in _LINKS:
            bare = head.removesuffix(link) if link else head
            if head.endswith(link) and len(bare) >= MIN_PART and self._is_known(bare):
                return bare
        return None

    def _is_known(self, word: str) -> bool:
        return word in self._parts or self._stem(word) in self._parts
