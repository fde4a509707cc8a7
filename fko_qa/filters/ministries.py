"""Ministries in a question: codes, long and everyday names, heads; together, alone, not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from fko_qa.filters.model import SetFilter, Sharing
from fko_qa.filters.scan import Scan, fold
from fko_qa.filters.vocabulary import (
    HEADS_PLURAL,
    MINISTERS,
    MINISTERS_WITH_TITLE,
    MINISTRY_FIELDS,
    MINISTRY_STEMS,
    NUMERALS,
    PARTNER_NAMES,
    SILENT_WORDS,
)
from fko_qa.records import Report

_NOT = (
    r"(?:ohne|ausser|weder|ausgenommen|ausgeschlossen|nicht|keine?[rnms]?|exklusive|abgesehen von)"
    r"(?: (?:vom|von|das|dem|der|die|den|des|beim|bei|im|in|aus|zu|zum|durch|mit|ministerium"
    r"|ressort|beteiligung|mitwirkung|cluster|solche|denen|derer|jenen))*"
)
# In another language only a code in brackets is seen: "leaving out those of the labour ministry (MAGS)".
_NOT_ABROAD = (
    r"(?:leaving out|leaving aside|except(?: for)?|excluding|apart from|other than|but not|not|without|sauf|hormis|excepté"
    r"|oprócz|z wyjątkiem|кроме|за исключением|крім|окрім)(?: (?:the|ones|those|that|which|of|by|from"
    r"|is|are|a|any|ministry of(?: \w+){1,3}|ministry|\w+ ministry|les"
    r"|celles|ceux|du|de|le|la|minist[eè]re|l|d|\w+ minist[eè]re"
    r"|minist[eè]re \w+|ministerst\w+ \w+|\w*минист\w+ \w+|\w*мініст\w+ \w+))*"
)
AFTER_NOT = re.compile(rf"\b(?:{_NOT}|{_NOT_ABROAD})$")
_TOGETHER = re.compile(
    r"\b(?:gemeinsam\w*|zusammen(?:arbeit\w*|arbeiten)?|miteinander|kooperier\w+|in kooperation"
    r"|sowohl|beide[nr]?|beider|gleichzeitig)\b"
)
_HOUSES = (
    r"(?:(?:partner)?ministerien|(?:partner)?ministeriums?|ressorts?|haeusern?|haus(?:es)?|stellen|behoerden|beteiligte[nr]?)"
)
_ALONE = re.compile(
    r"\b(?:(?:(?:ganz|voellig|komplett) )?(?<!nicht )(?<!nicht nur )allein(?:e|ig|ige|igen|iger)?"
    r"(?: (?:verantwortlich|zustaendig))?"
    r"|allein(?:verantwort|zustaendig)\w*|ausschliesslich\w*|exklusiv|im alleingang|solo|in eigenregie|auf eigene faust"
    r"|(?:ganz )?fuer sich(?: allein)?|als einzige[srn]?(?: (?:ministerium|ressort|haus))?"
    r"|ohne (?:(?:jede|jegliche|irgendeine) )?(?:(?:beteiligung|mitwirkung|zutun|hilfe|mitarbeit|unterstuetzung)"
    rf"(?: (?:eine[sr]|von|durch|der|des))* )?(?:andere|weitere|sonstige|zweite)\w*(?: {_HOUSES})?"
    rf"|(?:und )?(?:sonst )?keine?[nsmr]? (?:andere|weitere|sonstige|zweite)[nsmr]?(?: {_HOUSES})?"
    r"(?: (?:beteiligt|dabei|mitwirkt|mitwirken|mitmacht|mitmachen|mitredet))?"
    r"|(?:und )?sonst (?:niemand(?:em|en)?|keine[rnm]?|kein (?:ministerium|ressort|haus))|niemand sonst)\b"
)
# Two that are named and no third, or one that is named and one other.
_PAIR = re.compile(
    r"\b(?:(?:nur|genau|lediglich|bloss|ausschliesslich|immer) )?(?:zu zweit|im duo|als (?:duo|tandem|zweiergespann)"
    r"|zweierteam)\b"
)
# The same where the ministries stand in another language, which only the heads read.
_ALONE_ABROAD = re.compile(
    r"\b(?:on (?:its|their|his|her) own|by (?:itself|themselves|himself|herself)|alone|solely|exclusively|single handedly"
    r"|(?:without|with no|no) (?:any )?other (?:ministry|ministries|ministerien|ministerium|department)\w*"
    r"|tout seul|a lui seul|à lui seul|seule?s?|exclusivement|sans (?:aucun )?(?:autre|aucune autre)\w*|samodzielnie|wyłącznie"
    r"|bez (?:udziału )?inn\w+|самостоятельно|без (?:участия )?друг\w+|самостійно|без (?:участі )?інш\w+"
    r"|tek başına|tek basina|başka (?:hiçbir )?bakanl\w+ olmadan|بمفردها|وحدها)\b"
)
_OTHERS_ABROAD = re.compile(
    r"\b(?:(?:shared?|sharing|jointly|together|along) )?(?:with|alongside) (?:at least one |one or more |any |some |an)?other"
    r" (?:ministry|ministries|ministerien|ministerium|department)\w*|avec (?:au moins )?(?:un|d) autres? minist\w+"
    r"|z innymi? minist\w+|с другими? минист\w+|з іншими? мініст\w+|başka bakanl\w+ birlikte"
    r"|with (?:at least one|one or more|any|some) others?\b"
)
# Folded, so without umlauts; "ministries" is put right to the German word.
_NUMERALS_ABROAD = {
    2: "2 two deux dwa dwóch dwoma два две двух двумя дві двох двома iki",
    3: "3 three trois trzy trzech trzema три трех трёх тремя трьох трьома ueç uec ثلاث",
    4: "4 four quatre cztery czterech четыре четырех четырёх чотири чотирьох doert أربع",
}
_NUMBER_ABROAD = re.compile(
    r"\b(?:(?P<over>more than|plus de|więcej niż|более чем|больше|більше ніж)|(?P<least>at least|au moins|co najmniej"
    r"|не менее|щонайменше|en az))?"
    rf" ?\b(?P<n>{'|'.join(word for words in _NUMERALS_ABROAD.values() for word in words.split())})"
    r" (?:\w+ )?(?:ministries|ministerien|minist[eè]res|ministerst\w+|министерств\w*|міністерств\w*|bakanl\w+|وزارات)"
)
_INVOLVED = re.compile(
    r"\bnur (?:noch )?(?:die|solche|jene|diejenigen|was)\b"
    r"|\b(?:beteiligt\w*|beteiligung|dabei|eingebunden|involviert|mitmach\w*|mitwirk\w*|mitarbeite\w*|mit ?von der partie)\b"
)
# Ministries of the federation take part in none of the state's measures as those who answer for them.
_OF_FEDERATION = re.compile(
    r"\bbundes\w*(?:minister\w*|ressorts?)\b|\bfederal (?:\w+ )?minist(?:ry|ries|er)\b|\bbm(?:bf|as|fsfj|wk|g|el|dv)\b"
)
# "nur das MSB" is alone; "zeig mir nur die vom MSB" only asks for a filter.
_ONLY = re.compile(r"\bnur(?: (?:ein|das|vom|von|beim|bei|durch|dem|ministerium|ressort))*$")
_SHOW = re.compile(r"\b(?:zeig\w*|such\w*|list\w*|nenn\w*|bitte|interessier\w*)\b")
_EITHER = re.compile(
    rf"\b(?:oder|jeweils|je|entweder|bzw|einzeln|(?:alle|saemtliche) (?:{'|'.join(HEADS_PLURAL)}) (?:von|vom|des|der|aus))\b"
)
_SEVERAL = re.compile(
    r"\bressort ?uebergreifend\w*|\b(?:(?:mit|von|bei|an|zwischen) )?(?:(?:(?P<compared>mehr als|mindestens|wenigstens|ueber"
    r"|genau|exakt|nur|lediglich|bloss|hoechstens|maximal) )?(?:(?P<number>zwei|drei|vier|fuenf|[2-5])"
    r"|(?P<one>ein\w*|1)(?: einzige[nsmr]?)?)"
    r"(?P<more> (?:oder|und) mehr)?|(?P<many>mehrere[nr]?|verschiedene[nr]?|mit anderen|andere[rn]?))"
    r"(?: (?:beteiligte|zustaendige|verantwortliche|verschiedene|unterschiedliche|federfuehrende|genannte)[nr]?)*"
    r" (?:ministerien|ministeriums?|ressorts?|haeusern?|haus)\b"
)
_OTHERS = re.compile(
    r"\b(?:mit|zusammen mit|gemeinsam mit) (?:den |einem |einer )?(?:anderen?|weiteren?"
    r"|mehreren?)(?: (?:ministerien|ministerium|ressorts?|haeusern?))?\b"
)
_ONE_OTHER = re.compile(
    r"\b(?:mit|und) (?:(?:genau|exakt|nur|lediglich) )(?:ein\w*|1) (?:anderen?|weiteren?|einzigen)(?: (?:ministeriums?"
    r"|ressorts?"
    r"|haus(?:es)?|partnerministerium))?\b"
)
_PARTNER = rf"(?:{'|'.join(asked for asked, _ in PARTNER_NAMES.values())})"
_ARTICLES = r"(?:(?:der|den|dem|die|einer|einem) )?"
_WITH_PARTNER = re.compile(
    rf"\b{_PARTNER} (?:zusammen|gemeinsam)\b|\b(?:zusammen|gemeinsam|zusammenarbeit|kooperation) mit {_ARTICLES}{_PARTNER}\b"
)
_SPENT = re.compile(r"\b(?:kosten|kostet|gekostet|geben|ausgegeben|ausgeben|ausgaben|summe|wie ?viel (?:geld|euro|mittel))\b")
_FEDERAL = r"(?:bundes|landes)?"


@dataclass(frozen=True, slots=True)
class _Mention:
    code: str
    begin: int
    indices: range
    negated: bool


def says_together(scan: Scan) -> bool:
    """Whether a word says that several do it together, and none that either will do."""
    return _TOGETHER.search(scan.folded) is not None and _EITHER.search(scan.folded) is None


def number_abroad(scan: Scan) -> tuple[int | None, int | None] | None:
    """How many ministries are asked for in another language, at least and at most: "three ministries"."""
    match = _NUMBER_ABROAD.search(scan.folded)
    if match is None:
        return None
    number = next(value for value, words in _NUMERALS_ABROAD.items() if match["n"] in words.split())
    if match["over"]:
        return number + 1, None
    return number, None if match["least"] else number


def says_alone(scan: Scan) -> bool:
    """Whether a ministry is said to act alone, in whatever language."""
    pair = _PAIR.search(scan.folded) is not None
    return pair or _ALONE.search(scan.folded) is not None or _ALONE_ABROAD.search(scan.folded) is not None


def says_others_abroad(scan: Scan) -> bool:
    """Whether a ministry is said in another language to act together with others."""
    return _OTHERS_ABROAD.search(scan.folded) is not None


def says_involved(scan: Scan) -> bool:
    """Whether a ministry is said to take part, or picks some of more: "an denen das MSB beteiligt ist", "nur die vom MSB"."""
    return _INVOLVED.search(scan.folded) is not None


def names_federation(scan: Scan) -> bool:
    """Whether a ministry of the federation is named: "Bundesforschungsministerium", "BMBF"."""
    return _OF_FEDERATION.search(scan.folded) is not None


def take_ministries(scan: Scan, report: Report, found: SetFilter) -> SetFilter:
    """Every ministry named in the question, and how several are meant."""
    mentions = _mentions(scan, report)
    wanted = tuple(dict.fromkeys(mention.code for mention in mentions if not mention.negated))
    excluded = tuple(dict.fromkeys(mention.code for mention in mentions if mention.negated))
    found = replace(found, ministries=wanted, excluded_ministries=excluded)
    if wanted:
        found = _shared(scan, found, [mention for mention in mentions if not mention.negated])
    counted = found.ministries_at_least is None and found.sharing is not Sharing.ALONE
    if counted and (match := _several(scan)):
        scan.take(match)
        low, high = _how_many(match)
        found = replace(found, ministries_at_least=low, ministries_at_most=high)
    return found


def _several(scan: Scan) -> re.Match[str] | None:
    """ "Ein Ministerium" counts none, "nur ein Ministerium" and "mehr als ein Ministerium" do."""
    return next((m for m in scan.find(_SEVERAL) if not m["one"] or m["compared"] or "einzig" in m[0]), None)


def _how_many(match: re.Match[str]) -> tuple[int | None, int | None]:
    if match["one"]:
        return (2, None) if match["compared"] in ("mehr als", "ueber") else (None, None) if _is_least(match) else (None, 1)
    if not match["number"]:
        return 2, None
    number = int(match["number"]) if match["number"].isdecimal() else NUMERALS[match["number"]]
    if match["compared"] in ("mehr als", "ueber"):
        return number + 1, None
    if match["compared"] in ("hoechstens", "maximal"):
        return None, number
    return number, None if _is_least(match) else number


def _is_least(match: re.Match[str]) -> bool:
    return match["compared"] in ("mindestens", "wenigstens") or match["more"] is not None


def _shared(scan: Scan, found: SetFilter, mentions: list[_Mention]) -> SetFilter:
    if scan.take_first(_ONE_OTHER):
        number = len(found.ministries) + 1
        return replace(found, sharing=Sharing.JOINT, ministries_at_least=number, ministries_at_most=number)
    if scan.take_first(_OTHERS):
        return replace(found, sharing=Sharing.JOINT, ministries_at_least=len(found.ministries) + 1)
    if scan.take_first(_PAIR):
        pair = 2 if len(found.ministries) == 1 else None
        sharing = Sharing.JOINT if pair else Sharing.ALONE
        return replace(found, sharing=sharing, ministries_at_least=pair, ministries_at_most=pair)
    alone = next((m for m in scan.find(_ALONE) if _near(scan.indices(m), mentions)), None) or _only(scan, mentions[0])
    if alone:
        scan.take(alone)
        return replace(found, sharing=Sharing.ALONE)
    return _together(scan, found, mentions)


def _together(scan: Scan, found: SetFilter, mentions: list[_Mention]) -> SetFilter:
    together = scan.first(_TOGETHER)
    single = len(found.ministries) == 1
    if together and single and _WITH_PARTNER.search(scan.folded):  # "mit der IHK zusammen"
        return found
    if together and single and _SPENT.search(scan.folded):  # "Was kosten … zusammen?" asks for a sum
        return found
    if together:
        scan.take(together)
        # "Gemeinsame Maßnahmen des MSB": with whoever it is.
        return replace(found, sharing=Sharing.JOINT, ministries_at_least=2 if single else None)
    return replace(found, sharing=Sharing.JOINT) if _joined_by_und(scan, mentions) else found


def _only(scan: Scan, first: _Mention) -> re.Match[str] | None:
    follows = scan.tokens[first.indices[-1] + 1 :][:1]
    filtering = _SHOW.search(scan.folded) or any(token.folded in HEADS_PLURAL for token in follows)
    return None if filtering else _ONLY.search(scan.folded[: first.begin].rstrip())


def _near(indices: range, mentions: list[_Mention]) -> bool:
    """Whether a word stands right before or closely after a ministry ("nur vom MSB", "das MSB ganz allein")."""
    last = len(indices) and indices[-1]
    return any(-4 <= mention.indices[0] - last <= 3 or 0 <= indices[0] - mention.indices[-1] <= 4 for mention in mentions)


def _joined_by_und(scan: Scan, mentions: list[_Mention]) -> bool:
    """ "MAGS und MSB" and "MAGS MSB" mean the two together; "oder", "jeweils" and mere commas mean either."""
    if len(mentions) < 2 or _EITHER.search(scan.folded):
        return False
    first, last = mentions[-2], mentions[-1]
    if first.indices[-1] + 1 == last.indices[0]:  # key words: "projekte mags msb", "mags/msb"
        return not scan.tokens[first.indices[-1]].closes_clause
    between = {scan.tokens[index].folded for index in range(first.indices[-1] + 1, last.indices[0])}
    return bool(between & {"und", "mit", "plus"}) and not {"von", "vom"} <= between


def _mentions(scan: Scan, report: Report) -> list[_Mention]:
    found: list[_Mention] = []
    for pattern, codes in _patterns(tuple(report.ministries.items())):
        for match in scan.find(pattern):
            code = codes.get(match["name"]) or codes.get("")
            if code is None or not _is_meant(scan, match):
                continue
            before = AFTER_NOT.search(scan.folded[: match.start()].rstrip())
            if before:
                scan.take(before)
            indices = scan.take(match)
            found.append(_Mention(code, match.start(), indices, before is not None))
    found.sort(key=lambda mention: mention.begin)
    return [_inherit(mention, previous) for previous, mention in _with_previous(scan, found)]


def _with_previous(scan: Scan, found: list[_Mention]) -> list[tuple[_Mention | None, _Mention]]:
    """Each mention with the one before if "und" or "oder" is all that stands between: a negation goes for both."""
    pairs: list[tuple[_Mention | None, _Mention]] = [(None, found[0])] if found else []
    for one, other in pairwise(found):
        gap = [scan.tokens[i].folded for i in range(one.indices[-1] + 1, other.indices[0])]
        pairs.append((one if all(word in ("und", "oder", "noch", "vom", "das", "dem") for word in gap) else None, other))
    return pairs


def _inherit(mention: _Mention, previous: _Mention | None) -> _Mention:
    return replace(mention, negated=mention.negated or (previous is not None and previous.negated))


def _is_meant(scan: Scan, match: re.Match[str]) -> bool:
    """ "IM" is a ministry only in capitals within other writing; "im" is a preposition."""
    if match["name"] != "im":
        return True
    index = scan.indices(match)[0]
    before = scan.tokens[index - 1].folded if index else ""
    return (
        scan.original(index) == "IM"
        and not scan.text.isupper()
        and before in {"vom", "das", "des", "dem", "beim", "und", "oder", "mit"}
    )


@lru_cache(maxsize=8)
def _patterns(names_of_codes: tuple[tuple[str, str], ...]) -> list[tuple[re.Pattern[str], dict[str, str]]]:
    """Patterns with a group ``name``, longest forms first, and which code each name stands for."""
    ministries = dict(names_of_codes)
    codes = {fold(code): code for code in ministries}
    stems = rf"(?:{_any({stem: code for code, names in MINISTRY_STEMS.items() for stem in names.split()})})"
    longer = rf"(?:das |des |dem |vom )?(?:{_FEDERAL}ministerium[s]?|ministerin|ministers?|haus|ressort|hause)"
    everyday = {stem: code for code, stems in MINISTRY_STEMS.items() if code in ministries for stem in stems.split()}
    persons = {name: code for code, names in MINISTERS.items() if code in ministries for name in names.split()}
    titled = {name: code for code, names in MINISTERS_WITH_TITLE.items() if code in ministries for name in names.split()}
    fields = {name: code for code, names in MINISTRY_FIELDS.items() if code in ministries for name in names.split()}
    full = {" ".join(re.findall(r"\w+", fold(name))): code for code, name in ministries.items()}
    return [
        (re.compile(rf"\b(?P<name>{_any(full)})\b"), full),
        *((pattern, {"": code}) for code, pattern in _long_names(ministries)),
        (
            re.compile(rf"\b(?:(?:landes)?(?P<name>{_any(everyday)})[- ]?(?:minister(?:ium[s]?|ien|in|s)?|ressorts?))\b"),
            everyday,
        ),
        # "Wirtschafts- und Familienministerium", "Schul- und Familienressort", "Arbeits- und Schulhaus"
        (
            re.compile(
                rf"\b(?P<name>{_any(everyday)})(?= (?:und|oder|plus|sowie|mit)(?: das| dem| vom)? {stems}[- ]?(?:minister|ressort"
                r"|haus\b))"
            ),
            everyday,
        ),
        # A "Schulhaus" alone is a building.
        (re.compile(rf"(?<=und )(?P<name>{_any(everyday)})haus\b"), everyday),
        (re.compile(rf"\bministerium[s]? (?:fuer|der|des)(?: das| die| den)? (?P<name>{_any(fields)})\b"), fields),
        (re.compile(rf"\b(?:(?:{longer}) )?(?P<name>{_any(codes)})\b"), codes),
        (
            re.compile(
                rf"\b(?:{longer} )?(?:karl josef |mona |dorothee |herbert |ina )?(?P<name>{_any(persons)})(?: (?:ministerium"
                rf"|haus))?\b"
            ),
            persons,
        ),
        (re.compile(rf"\b(?:{longer}|josefine|frau) (?:josefine )?(?P<name>{_any(titled)})\b"), titled),
    ]


def _any(names: Mapping[str, str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _long_names(ministries: Mapping[str, str]) -> list[tuple[str, re.Pattern[str]]]:
    """ "Ministerium für Arbeit, Gesundheit und Soziales" and its shortened forms: any of its words that no other name has."""
    words = {
        code: [
            word
            for word in re.findall(r"\w+", fold(name))
            if len(word) > 3 and word not in SILENT_WORDS and not word.startswith("minister")
        ]
        for code, name in ministries.items()
        if fold(name).startswith("ministerium")
    }
    patterns = []
    for code, own in words.items():
        name = rf"(?:{'|'.join(map(re.escape, own))})"
        link = r"(?: und| sowie| fuer| des| der)?"
        patterns.append(
            (code, re.compile(rf"\bministerium[s]?(?P<name>)(?: fuer| der| des| fuer die)? {name}(?:{link} {name})*\b"))
        )
    return patterns
