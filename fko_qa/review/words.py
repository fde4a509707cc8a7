"""Words that a blank tears apart, and names in several spellings; the report's own words are the evidence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from fko_qa.records import Finding, FindingKind, Report, Severity
from fko_qa.report.draft import ROMAN
from fko_qa.report.rules import ACRONYM
from fko_qa.review.pieces import Piece, pieces
from fko_qa.text import STOP_WORDS, Analyser

_LETTERS = "A-Za-zÄÖÜäöüß"
_WORD = re.compile(rf"[{_LETTERS}]+")
# Two neighbours of which the second begins in lower case; a hyphen may stand at the break ("Fach- kräfte").
_TORN = re.compile(rf"(?<![\w./@-])([{_LETTERS}]{{2,}})(-?) (?=([a-zäöüß]{{2,}})(?![\w@-]))")
_HYPHENATED = re.compile(rf"(?<![\w-])([A-ZÄÖÜ][{_LETTERS}]+)-([A-ZÄÖÜ][{_LETTERS}]+)(?![\w-])")
_MINISTRY = re.compile(r"\b(Minister\w*(?: (?!Minister)[^.;:()]+?)) \(([A-Z]\w+)\)")


class _Vocabulary:
    """The report's words: how often each is printed so, and the stems apart by their first letter's case."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._stem = Analyser(()).stem
        words = Counter(word for text in texts for word in _WORD.findall(text))
        self._counts: Counter[tuple[bool, str]] = Counter()
        for word, count in words.items():
            self._counts[self._key(word)] += count

    def _key(self, word: str) -> tuple[bool, str]:
        """Nouns and other words are not the same evidence: "Kräfte" is a word, "kräfte" is the end of one."""
        return word[0].isupper(), self._stem(word.casefold())

    def has(self, word: str, besides: int = 0) -> bool:
        """Whether a word stands in the report more often than ``besides``, in any of its forms."""
        return self._counts[self._key(word)] > besides


def torn_words(report: Report) -> Iterator[Finding]:
    """A blank inside a word: the report has the whole word elsewhere, and one of the halves nowhere else."""
    all_pieces = list(pieces(report))
    known = _Vocabulary([piece.text for piece in all_pieces])
    found = [(piece, match) for piece in all_pieces for match in _TORN.finditer(piece.text)]
    times = Counter((match[1], match[3]) for _, match in found)
    for piece, match in found:
        first, second = match[1], match[3]
        if second in STOP_WORDS or not known.has(first + second):
            continue
        if known.has(second, times[first, second]) and known.has(first, times[first, second]):
            continue
        end = match.end() + len(second)
        told = f"„{piece.text[match.start() : end]}“ ist wohl ein Wort: „{first}{second}“ steht so auch an anderer Stelle."
        yield piece.finding(FindingKind.SPLIT_WORD, Severity.ERROR, told, match.start(), end)


def spellings(report: Report) -> Iterator[Finding]:
    """One name in several spellings, anywhere in the report; told at the first place of the rarer one."""
    all_pieces = list(pieces(report))
    yield from _variants(all_pieces, _acronyms(all_pieces))
    yield from _variants(all_pieces, _compounds(all_pieces))
    yield from _ministry_names(report, all_pieces)


Places = dict[str, list[tuple[Piece, int]]]


def _acronyms(all_pieces: Sequence[Piece]) -> dict[str, Places]:
    """Acronym in lower case → its spellings → where they stand."""
    groups: dict[str, Places] = defaultdict(lambda: defaultdict(list))
    for piece in all_pieces:
        for match in ACRONYM.finditer(piece.text):
            if match[0] not in ROMAN:
                groups[match[0].casefold()][match[0]].append((piece, match.start()))
    return groups


def _compounds(all_pieces: Sequence[Piece]) -> dict[str, Places]:
    """Hyphenated name → where it stands so, and where its halves stand with a blank or with nothing between them."""
    names = {match[0] for piece in all_pieces for match in _HYPHENATED.finditer(piece.text)}
    groups: dict[str, Places] = defaultdict(lambda: defaultdict(list))
    for name in sorted(names):
        first, _, second = name.partition("-")
        for spelling in (name, f"{first} {second}", f"{first}{second.lower()}"):
            whole = re.compile(rf"(?<![\w-]){re.escape(spelling)}(?![\w-])")
            for piece in all_pieces:
                if spelling in piece.text:  # a hundred times as fast as the pattern, which would find nothing in nearly all
                    groups[name][spelling] += [(piece, match.start()) for match in whole.finditer(piece.text)]
            if not groups[name][spelling]:
                del groups[name][spelling]
    return groups


def _variants(all_pieces: Sequence[Piece], groups: dict[str, Places]) -> Iterator[Finding]:
    order = {id(piece): position for position, piece in enumerate(all_pieces)}
    for places in groups.values():
        usual, *others = sorted(places, key=lambda spelling: (-len(places[spelling]), order[id(places[spelling][0][0])]))
        for spelling in others:
            piece, start = places[spelling][0]
            told = f"Uneinheitliche Schreibweise: {_where(spelling, places)}, sonst {_where(usual, places)}."
            yield piece.finding(FindingKind.SPELLING, Severity.WARNING, told, start, start + len(spelling))


def _where(spelling: str, places: Places) -> str:
    """A spelling with the numbers of the measures, or the names of the sections, that have it."""
    numbers = dict.fromkeys(piece.measure or f"„{piece.place}“" for piece, _ in places[spelling])
    return f"„{spelling}“ ({', '.join(numbers)})"


def _ministry_names(report: Report, all_pieces: Sequence[Piece]) -> Iterator[Finding]:
    """A ministry with its code in brackets whose name is not the one that the report lists."""
    for piece in all_pieces:
        for match in _MINISTRY.finditer(piece.text):
            listed = report.ministries.get(match[2])
            if listed and _without_case(match[1]) != _without_case(listed):
                told = f"„{match[1]}“ heißt in der Liste der beteiligten Ressorts „{listed}“ ({match[2]})."
                yield piece.finding(FindingKind.SPELLING, Severity.WARNING, told, match.start(), match.end())


def _without_case(name: str) -> str:
    """A ministry's name without its first word's ending: "des Ministeriums für …" is the same name."""
    first, _, rest = name.partition(" ")
    return f"{first.removesuffix('s')} {rest}"
