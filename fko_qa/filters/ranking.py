"""Which ministry or cluster has the most measures, and which the fewest?"""

from __future__ import annotations

import re
from dataclasses import replace

from fko_qa.filters.model import Aggregate, Group, SetFilter
from fko_qa.filters.scan import Scan
from fko_qa.filters.vocabulary import HEADS_PLURAL, HEADS_SINGULAR

_HEAD = rf"(?:{'|'.join(HEADS_PLURAL)})"
_WORDS = {
    Group.MINISTRY: r"(?:ministerium|ministerien|ministerin|minister|ressorts?|haus|haeuser|ministeriums)",
    Group.CLUSTER: (
        r"(?:clustern?|clusters|kapiteln?|(?:handlungs|themen)feld(?:er|ern)?|(?:themen)?bereiche?n?|(?:themen)?bl(?:ock|oecken?)"
        r"|abschnitte?n?|(?:haupt)?teile?n?|saeulen?|schwerpunkte?n?|rubrik(?:en)?)"
    ),
}
_DEGREES = {
    Aggregate.MOST: r"(?:meisten|am meisten|am haeufigsten|am oeftesten|(?:groesste|hoechste) (?:anzahl|zahl)(?: an| von)?)",
    Aggregate.FEWEST: r"(?:wenigsten|am wenigsten|am seltensten|(?:kleinste|geringste) (?:anzahl|zahl)(?: an| von)?)",
}
_INVOLVED = r"(?:beteiligt|dabei|genannt|vertreten|zustaendig|verantwortlich|aufgefuehrt|federfuehrend|vor|angesiedelt)"
_PATTERNS = [
    (
        group,
        degree,
        re.compile(
            rf"\b(?:(?:an|bei|in|von|aus|mit) )?(?:welche[srnm]?|das|der|dem|ein|wer|(?={word}))(?: \S+){{0,3}}? ?{word}"
            rf"(?: \S+){{0,6}}? {adverb}(?: {_HEAD}| {_INVOLVED})\b"
            rf"|\b{adverb} {_HEAD}(?: \S+){{0,5}}? (?:welche[srnm]?|von welchem|ein) {word}\b"
        ),
    )
    for group, word in _WORDS.items()
    for degree, adverb in _DEGREES.items()
]
# "Welcher Cluster ist am umfangreichsten?" counts what is in it, without a word for it.
_FULL = {
    Aggregate.MOST: r"(?:am (?:vollsten|umfangreichsten|laengsten|groessten|dicksten)|(?:groesste|umfangreichste|vollste)[rsn]?)",
    Aggregate.FEWEST: r"(?:am (?:leersten|duennsten|kleinsten|kuerzesten)|(?:kleinste|duennste|leerste)[rsn]?)",
}
_FULLEST = [
    (
        degree,
        re.compile(
            rf"\b(?:in )?welche[srnm]? (?:(?:der|von den) )?(?:\w+ )?{_WORDS[Group.CLUSTER]}(?: \S+)?? (?:ist|sind) (?:\S+ )?"
            rf"{full}\b"
            rf"|\b(?:welche[srn]? (?:ist|sind) )?(?:der|das|die) {full} {_WORDS[Group.CLUSTER]}\b"
        ),
    )
    for degree, full in _FULL.items()
]
# "Wer ist am häufigsten beteiligt?" names no kind of body; ministries are what measures belong to.
_WHO = [(degree, re.compile(rf"^wer(?: \S+){{0,4}}? {adverb} {_HEAD}\b")) for degree, adverb in _DEGREES.items()]
# "Welche Ministerien haben bloß eine einzige Maßnahme?"
_ONE = (
    rf"(?:(?:nur|bloss|lediglich|gerade(?: ein)?mal|genau|exakt|ausschliesslich) (?:mit |an |bei |in |fuer )?"
    rf"(?:eine[rnms]?|ein|1)"
    rf"(?: einzige[rnms]?| einzelne[rnms]?)?|(?:eine[rnms]?|ein) (?:einzige|einzelne)[rnms]?) (?:{'|'.join(HEADS_SINGULAR)})"
)
_ONLY_ONE = [
    (group, re.compile(rf"\b(?:(?:an|bei|in|von) )?welche[srnm]? (?:\S+ ){{0,2}}?{word}(?: \S+){{0,6}}? {_ONE}\b"))
    for group, word in _WORDS.items()
] + [(Group.MINISTRY, re.compile(rf"^wer(?: \S+){{0,5}}? {_ONE}\b"))]
_HOW_MANY = re.compile(
    r"\b(?:und )?(?:(?:an|bei|mit|in) )?(?:wie ?viele?n?|wieviele?n?)(?: (?:sind es|sind das|hat es|davon|genau|denn|es))*\b"
)
_ALONE = re.compile(r"\b(?:allein(?:e|ig)?|ausschliesslich|ohne andere|im alleingang)\b")


def take_ranking(scan: Scan, found: SetFilter) -> SetFilter:
    """The ministry or cluster with the most or fewest measures; the other conditions narrow what is counted."""
    for group, degree, pattern in _PATTERNS:
        if scan.take_first(pattern):
            return _ranked(scan, found, group, degree)
    for group, pattern in _ONLY_ONE:
        if scan.take_first(pattern):
            return _ranked(scan, found, group, Aggregate.FEWEST)
    for degree, pattern in _FULLEST:
        if scan.take_first(pattern):
            return _ranked(scan, found, Group.CLUSTER, degree)
    for degree, pattern in _WHO:
        if scan.take_first(pattern):
            return _ranked(scan, found, Group.MINISTRY, degree)
    return found


def _ranked(scan: Scan, found: SetFilter, group: Group, degree: Aggregate) -> SetFilter:
    scan.take_first(_HOW_MANY)
    alone = group is Group.MINISTRY and scan.take_first(_ALONE) is not None
    at_most = 1 if alone else found.ministries_at_most
    return replace(found, aggregate=degree, group=group, ministries_at_most=at_most)
