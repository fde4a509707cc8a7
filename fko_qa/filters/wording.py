"""Which sentence of a longer text asks, and what stands around it without narrowing the set."""

from __future__ import annotations

import re

from fko_qa.filters.scan import Scan
from fko_qa.filters.vocabulary import HEADS_PLURAL

# Who asks for others tells where the question comes from, not what the set is about.
_PROFESSIONAL = re.compile(
    r"\b(?:arbeite\w*|hotline|buergertelefon|buergerservice|abgeordnete\w*|fraktion|journalist\w*|redaktion|redakteur\w*"
    r"|zeitung"
    r"|übersicht|liste|anfrage|recherche\w*|recherchiere|vortrag|referat|hausarbeit|masterarbeit|bachelorarbeit|seminar"
    r"|praesentation"
    r"|präsentation|presse|anrufer\w*|sitze|vorlage|sprechzettel|ausschuss|verband|kammer|dashboard|statistik|auswertung)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:(?:ihre|deren|die|diese|dieser|der|den|diesen) )?beide[nr]?(?: haeusern?| häusern?| häuser| ministerien"
    r"| ressorts?)?\b",
    re.IGNORECASE,
)
_HEADED = re.compile(rf"\b(?:{'|'.join(HEADS_PLURAL)}|ma(?:ß|ss)nahmen|vorhaben)\b", re.IGNORECASE)
# "Egal ob allein oder mit anderen", "inklusive gemeinsame", "gleich ob jährlich oder gesamt": nothing is asked of it.
_EITHER_WAY = re.compile(
    r"\b(?:(?:egal|gleich|unabhaengig davon|einerlei|ganz gleich|und zwar)[ ]?(?:ob|wie)?|ob|sowohl)"
    r"(?: (?:allein\w*|gemeinsam\w*|zusammen|federfuehrend|mit (?:den |anderen |einem |weiteren )?(?:kollegen|anderen"
    r"|partnern?|ministerien"
    r"|haeusern|weiteren)|jaehrlich|pro jahr|im jahr|einmalig|gesamt|insgesamt|total|auf einmal|beteiligt|nur|auch|als))+"
    r"(?: (?:oder|als auch|und|bzw)(?: (?:allein\w*|gemeinsam\w*|zusammen|nur|auch|mit (?:den |anderen |einem "
    r"|weiteren )?(?:kollegen|anderen"
    r"|partnern?|ministerien|haeusern|weiteren)|jaehrlich|pro jahr|im jahr|einmalig|gesamt|insgesamt|total|auf einmal"
    r"|beteiligt|fuer"
    r"|die|gesamte|laufzeit|nicht|anders))+)+"
    r"|\b(?:inkl|inklusive|einschliesslich|samt|mitsamt|auch)(?: (?:der|die|aller|den))*"
    r" (?:gemeinsam\w*|geteilte[nr]?|mitverantwortete[nr]?)\b(?! mit)"
    r"|\b(?:allein\w*|alleinig\w*|solo)(?: federfuehrend| zustaendig| verantwortlich)? (?:oder|und|sowie|wie auch|bzw)"
    r" (?:auch )?(?:geteilt\w*|gemeinsam\w*|zusammen|im verbund|mit (?:den )?ander[e]?[nm]?)\b"
    r"|\b(?:geteilt|gemeinsam|zusammen) (?:oder|und|sowie|wie auch|bzw) (?:auch )?allein\w*\b"
    r"|\b(?:auch|inklusive|inkl) (?:die )?(?:zusammen )?mit (?:den )?ander[e]?[nm]?\b"
    r"|\b(?:alone|on (?:its|their|his|her) own|solo|by (?:itself|themselves)) or (?:with|together|jointly|shared|in partnership)"
    r"(?: with)?(?: others?| other ministries)?\b"
    r"|\b(?:auch wenn|selbst wenn|egal ob|und wenn)(?: \S+){1,5}? (?:dabei|beteiligt|mitmacht|mitmachen|dazukommt)(?: ist"
    r"| sind)?\b"
)


# "Für die Übersicht zur Mittelherkunft benötige ich …": what it is for, not what it is about.
_PURPOSE = re.compile(
    r"^(?:fuer|wegen|zu[rm]?) (?:(?:die|eine[nr]?|meine[nr]?|unsere[nr]?|den|das|ein|mein) )?(?:\S+ )?"
    r"\S*(?:uebersicht|vorlage|liste|tabelle|praesentation|vortrag|referat|rede|sprechzettel|artikel|antwort|anfrage|aushang"
    r"|arbeit|statistik|sitzung|termin|ausschuss|newsletter|recherche|auswertung|notiz|vermerk|zettel|gespraech|beitrag)"
    r"(?: \S+){0,6}? (?:benoetig|brauch|such|moecht|haett|braeucht|will|woll|muss|muess)(?:e|en|te|ten)? (?:ich|wir)\b"
)


def take_purpose(scan: Scan) -> None:
    """Take what the answer is needed for."""
    scan.take_first(_PURPOSE)


def asking_part(text: str) -> str:
    """The text without the sentences that only say for whom somebody asks at work; "ihre beiden Häuser" gets its names.

    Only if the last sentence asks for measures: everything else is left as it is.
    """
    sentences = [piece.strip() for piece in re.split(r"(?<=[^\d\s][.!?])\s+", text) if piece.strip()]
    if len(sentences) < 2 or not _HEADED.search(sentences[-1]) or not _PROFESSIONAL.search(" ".join(sentences[:-1])):
        return text
    return sentences[-1]


def refers_to_both(scan: Scan) -> re.Match[str] | None:
    """ "Ihre beiden Häuser": two that were named before."""
    return scan.first(_BOTH)


def says_either_way(scan: Scan) -> bool:
    """Whether a question says of something that it does not matter."""
    return scan.first(_EITHER_WAY) is not None


def take_either_way(scan: Scan) -> None:
    """Take what says that something does not matter."""
    while scan.take_first(_EITHER_WAY):
        pass
