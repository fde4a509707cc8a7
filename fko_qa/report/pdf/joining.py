"""Lines → running text: which hyphen at a line's end belongs to its word, and where a broken address goes on.

The document itself is the witness: what it writes within a line, which hyphens it has nowhere but at line ends, which addresses
its links lead to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fko_qa.report.inline import squeeze
from fko_qa.report.pdf.layout import Line

HYPHEN, SOFT_HYPHEN = "-", "\u00ad"
_HYPHENS = "-\u2010\u00ad"
# After "Fach-" these go on with a second word; they are no end of a wrapped word.
_CONJUNCTIONS = frozenset("und oder sowie bzw. beziehungsweise als bis wie statt".split())
# Of all lines in a text that a typesetter hyphenates, 5 to 20 per cent end in a hyphen before a small letter. Without
# hyphenation there are a few ("nordrhein-" / "westfälisch").
_HYPHENATED_SHARE = 0.02
# "Gewinnung und -" / "bindung": after a conjunction the dash is a hyphen that stands for the first part of the word.
_OPEN_HYPHEN = re.compile(r"(?:\b(?:und|oder|sowie|bzw\.)|[,/]) -$")
_WITHIN_WORD = re.compile(rf"[{_HYPHENS[::-1]}](?=\w)")
_TOKEN = re.compile(r"[^\W\d_][\w\u2010\u00ad-]*", re.UNICODE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"[(\[„“\"•|]|https?://|www\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Joiner:
    """What a document shows about its hyphens.

    ``words``: words as written within lines, folded; ``breaking``: hyphens that stand at line ends only; ``hyphenated``: whether
    plain hyphens were set by a typesetter, too; ``addresses``: targets of links, without scheme and final slash.
    """

    words: frozenset[str] = frozenset()
    breaking: frozenset[str] = frozenset()
    hyphenated: bool = False
    addresses: frozenset[str] = frozenset()

    def join(self, lines: Sequence[Line]) -> str:
        """The lines as running text.

        >>> Joiner().join([])
        ''
        """
        text, blank = "", False
        for line in lines:
            text = self.join_texts(text, line.text, blank=blank)
            blank = line.ends_with_blank
        return self.clean(text)

    def join_texts(self, left: str, right: str, *, blank: bool = False) -> str:
        """Two texts with a line end between them; ``blank`` tells that the file has a blank there.

        >>> Joiner(hyphenated=True).join_texts("der zuneh-", "mende Mangel")
        'der zunehmende Mangel'
        >>> Joiner(hyphenated=True).join_texts("Fach-", "und Arbeitskräfte in Nordrhein-")
        'Fach- und Arbeitskräfte in Nordrhein-'
        """
        left, right = left.rstrip(), right.lstrip()
        if not left or not right:
            return left or right
        if (address := self._address(left, right)) is not None:
            return address
        if not _ends_in_hyphen(left):
            is_glued = not blank and ((left[-1] == "/" and right[0].isalpha()) or _OPEN_HYPHEN.search(left))
            return f"{left}{right}" if is_glued else f"{left} {right}"
        if blank:
            return f"{left} {right}"
        return self._at_hyphen(left, right)

    def clean(self, text: str) -> str:
        """One kind of hyphen, single blanks."""
        return squeeze(text.replace("\u2010", HYPHEN).replace(SOFT_HYPHEN, HYPHEN if SOFT_HYPHEN not in self.breaking else ""))

    def _at_hyphen(self, left: str, right: str) -> str:
        head, hyphen = left[:-1], left[-1]
        first = right.split(None, 1)[0]
        before = head.split()[-1]
        joined, kept = _folded(before + first), _folded(f"{before}{HYPHEN}{first}")
        if hyphen in self.breaking:
            return head + right
        if first.casefold().rstrip(",") in _CONJUNCTIONS and joined not in self.words:
            return f"{left} {right}"
        if kept in self.words and joined not in self.words:
            return left + right
        if joined in self.words and kept not in self.words:
            return head + right
        own = not self.hyphenated or not first[0].islower() or _keeps_hyphen(before)
        return left + right if own and not self._is_one_acronym(before, first) else head + right

    def _is_one_acronym(self, before: str, first: str) -> bool:
        """``LSGB-`` / ``TIQ+``: capitals on both sides, and neither part is a word of this document."""
        is_capital = all(len(part) > 1 and part.isupper() for part in (before, first))
        return self.hyphenated and is_capital and not {_folded(before), _folded(first)} & self.words

    def _address(self, left: str, right: str) -> str | None:
        """Both joined if an address goes on in the next line, else None."""
        match = _ADDRESS.search(left)
        first = right.split(None, 1)[0]
        if match is None or _NOT_IN_ADDRESS.match(first):
            return None
        for whole in (left, left.rstrip(_HYPHENS)):  # the hyphen may be the address's own or the typesetter's
            wanted = bare_address(whole[match.start() :] + first.rstrip(",.;)"))
            if any(address.startswith(wanted) for address in self.addresses):
                return whole + right
        is_whole = bare_address(match[0]) in self.addresses
        goes_on = left[-1] in "-/._?=&" and (first[0].islower() or first[0].isdigit())
        return left + right if goes_on and not is_whole else None


def learn(lines: Iterable[Sequence[Line]], addresses: Iterable[str]) -> Joiner:
    """Look at all lines of a document (by page)."""
    words: Counter[str] = Counter()
    inside: set[str] = set()
    at_end: Counter[str] = Counter()
    count = 0
    for page in lines:
        previous = ""
        for line in page:
            count += 1
            text = line.text.rstrip()
            words.update(map(_folded, _whole_words(text, broken_before=_ends_in_hyphen(previous))))
            inside.update(_WITHIN_WORD.findall(text))
            if _ends_in_hyphen(previous) and text[:1].islower():
                at_end[previous[-1]] += text.split(None, 1)[0] not in _CONJUNCTIONS
            previous = text
    breaking = frozenset(hyphen for hyphen in _HYPHENS[1:] if at_end[hyphen] and hyphen not in inside)
    hyphenated = at_end[HYPHEN] > _HYPHENATED_SHARE * count
    return Joiner(frozenset(words), breaking, hyphenated, frozenset(map(bare_address, addresses)))


def _ends_in_hyphen(text: str) -> bool:
    """Whether a word with a hyphen ends the text; a dash between blanks is none."""
    return len(text) > 1 and text[-1] in _HYPHENS and not text[-2].isspace()


def _whole_words(text: str, *, broken_before: bool) -> list[str]:
    """The words of a line but for those that a line end may have cut."""
    words = _TOKEN.findall(text)
    return words[int(broken_before) : len(words) - int(_ends_in_hyphen(text))]


def bare_address(address: str) -> str:
    """An address without scheme and final slash, as it may be printed."""
    return re.sub(r"^https?://", "", address, flags=re.IGNORECASE).rstrip("/")


def _folded(token: str) -> str:
    return re.sub(r"[^\w-]+", "", token.replace("\u2010", HYPHEN)).casefold().strip("_")


def _keeps_hyphen(before: str) -> bool:
    """Abbreviations and numbers before a hyphen are not wrapped words: ``AZAV-`` / ``zertifiziert``."""
    letters = re.sub(r"[^\w]", "", before)
    return len(letters) > 1 and (letters.isupper() or letters[-1].isdigit())
