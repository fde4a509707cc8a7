"""Words that a row has to say as they stand: "das Wort „Kita“ im Titel", "bei der Laufzeit der Zusatz „fortlaufend“"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fko_qa.filters.kinds import kinds_named
from fko_qa.filters.model import Place, Printed, SetFilter
from fko_qa.filters.scan import Scan, fold
from fko_qa.filters.vocabulary import SILENT_WORDS
from fko_qa.records import Report

_QUOTED = re.compile(r"[„“”\"»«‚](?P<text>[^„“”\"»«‚‘]{2,60})[“”\"«»‘]")
# What people call a piece of the report's own wording.
_SIGN = (
    r"(?:(?:stich|schlag)?w(?:ort|orte?s|oerter)|begriffe?s?|ausdr(?:uck|uecke)|(?:klammer)?zus(?:atz|aetze)|vermerke?|wortlaut"
    r"|formulierung(?:en)?|wendung|floskel|kuerzel|abkuerzung|silbe|bestandteil|word|words|term|mot|slowo|słowo|слово)"
)
_SIGNS = re.compile(rf"\b{_SIGN}\b")
_NAME = r"(?:titeln?|titels|namen?|ueberschrift(?:en)?|bezeichnung(?:en)?|massnahmen(?:titel|name)n?|projekt(?:titel|name)n?)"
_PLACES = {
    Place.TITLE: rf"{_NAME}|titelzeilen?|title|titles|names|titre|nom|heissen|betitelt|tytule|nazwie|названии|назві",
    Place.TERM: r"(?:lauf)?zeit(?:en|angaben?|zeilen?|raum|raeumen?|raums)?|laufzeit\w*|start(?:dat\w+|termin\w*|zeitpunkt\w*)?"
    r"|beginn|end(?:dat\w+|termin\w*)|termin(?:en|e|angaben?)?|dat(?:um|en)|befristung(?:en)?",
    Place.MONEY: r"(?:geplanten? )?mittel(?:n|zeilen?|angaben?|felde?r?n?|spalten?)?|finanz(?:ierung|zeilen?|angaben?|en)"
    r"|budget(?:s|zeilen?|angaben?)?|geld(?:er|zeilen?|angaben?)?|betrag|betraegen?",
    Place.PARTNERS: r"(?:kooperations|umsetzungs|projekt)?partner(?:n|zeilen?|angaben?|felde?r?n?|spalten?|liste)?",
    Place.WEBSITE: r"internet\w*|web\w*|homepage|online\w*|links?|adress(?:e|zeile)n?",
    Place.AIM: r"ziel(?:e|en|s|setzung(?:en)?|beschreibung(?:en)?|zeilen?|texten?)?",
}
_PLACE_PATTERNS = {place: re.compile(rf"\b(?:{pattern})\b") for place, pattern in _PLACES.items()}
_IN_TITLE = (
    r"(?:im|in (?:der|den|ihrem|ihren|deren|dessen)|als|in the|dans le|w)(?: (?:eigenen|jeweiligen|offiziellen))?"
    rf" (?:{_NAME}|title|titre)"
)
_SAYS_TITLE = re.compile(rf"\b{_IN_TITLE}\b")
_HOLDS = (
    r"(?:steht|stehen|enthaelt|enthalten|traegt|tragen|fuehrt|fuehren|beinhaltet|beinhalten|vorkommt|vorkommen|auftaucht"
    r"|auftauchen|haben|hat|nennt|nennen|lautet)"
)
_SMALL = r"(?:(?:schon|bereits|auch|so|das|die|der|den|ein|eine|irgendwo|gleich|direkt|ausdruecklich) )*"
# Without quotation marks a title's word is told by where it stands; "das Wort Kita" in any row.
_BARE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_SIGN} (?P<word>[^\W\d_]+)",
        rf"\b(?P<word>[^\W\d_]+) {_SMALL}{_IN_TITLE}\b",
        rf"\b{_IN_TITLE} {_SMALL}(?P<word>[^\W\d_]+) {_HOLDS}\b",
        rf"\b(?:deren|dessen|der|ihr) {_NAME} {_SMALL}(?P<word>[^\W\d_]+) {_HOLDS}\b",
    )
)
# Where a word is looked for, not what it is.
_NO_WORDS = frozenset(
    """
    schon bereits auch direkt irgendwo ausdruecklich woertlich so also wort worte woerter begriff steht stehen taucht tauchen
    kommt kommen vor auf wird genannt jeweils einem einer im in bei beim hinter unter and or appear appears
    """.split()
)
_SEVERAL = re.compile(
    r"\b(?:welche[nrm]?|wo|alle[rns]?"
    r"|was(?! (?:bedeutet|heisst|meint|soll|sagt))|wie ?viele|eintraege|massnahmen|which|list|quelles)\b"
)


def take_printed(scan: Scan, report: Report, found: SetFilter) -> SetFilter:
    """Quoted or plainly pointed out words, with the row that they are to stand in; a sort of measure if that is named so."""
    signs, titled = _SIGNS.search(scan.folded), _SAYS_TITLE.search(scan.folded)
    if not (signs or titled) or not _SEVERAL.search(scan.folded):
        return found
    spans = list(_quoted(scan)) or list(_bare(scan))
    if not spans or (all(kinds_named(word) for word, _ in spans) and not _literal(scan)):
        kinds = kinds_named(scan.folded) if titled else ()
        if kinds:
            _take_frame(scan)
        return replace(found, kinds=kinds)
    place = _place(scan, spans[0][1])
    if place is None:
        return found
    for _, indices in spans:
        for index in indices:
            scan.taken[index] = True
    _take_frame(scan)
    words = tuple(dict.fromkeys(same for word, _ in spans for same in (word, *_other_names(word, report))))
    return replace(found, printed=(*found.printed, Printed(place, words)))


def _literal(scan: Scan) -> bool:
    """ "Das Wort Studie" and "„Studie“" are that word, "eine Studie, steht so im Titel" may be a survey."""
    bare = _BARE[0].search(scan.folded)
    return any(_quoted(scan)) or (bare is not None and bare["word"] not in SILENT_WORDS | _NO_WORDS)


def _quoted(scan: Scan) -> Iterator[tuple[str, list[int]]]:
    for match in _QUOTED.finditer(scan.text):
        inner = [i for i, token in enumerate(scan.tokens) if match.start() <= token.start and token.end <= match.end()]
        if inner:
            yield match["text"].strip(" ,.;:…"), inner


def _bare(scan: Scan) -> Iterator[tuple[str, list[int]]]:
    for pattern in _BARE:
        for match in pattern.finditer(scan.folded):
            word = match["word"]
            if word not in SILENT_WORDS and word not in _NO_WORDS:
                index = next(i for i, token in enumerate(scan.tokens) if token.begin == match.start("word"))
                yield scan.original(index), [index]
                return


def _place(scan: Scan, inner: list[int]) -> Place | None:
    """The row that is named nearest to the word."""
    inside = set(inner)
    near = [
        (min(abs(index - word) for word in inner for index in indices), list(Place).index(place))
        for place, pattern in _PLACE_PATTERNS.items()
        for match in pattern.finditer(scan.folded)
        if not inside & set(indices := scan.indices(match))
    ]
    return list(Place)[min(near)[1]] if near else None


def _take_frame(scan: Scan) -> None:
    """What points at the word and its row is no topic."""
    for pattern in (_SAYS_TITLE, _SIGNS):
        while scan.take_first(pattern):
            pass


def _other_names(word: str, report: Report) -> Iterator[str]:
    """The short form that a title gives a name in brackets, and the other way round: "Kein Abschluss … (KAoA)"."""
    for measure in report.measures:
        for match in re.finditer(r"(?P<long>[^()–:]+?) \((?P<short>[^\W\d_]+)\)", measure.title):
            if fold(match["long"]).endswith(fold(word)) and " " in word:
                yield match["short"]
