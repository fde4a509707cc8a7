"""Conditions on the other rows of a measure's table: where the money comes from, partners, a website."""

from __future__ import annotations

import re
from dataclasses import replace

from fko_qa.filters.model import Presence, SetFilter, Website
from fko_qa.filters.scan import Scan
from fko_qa.filters.vocabulary import EU_FUNDS, FEDERAL_GIVERS, PARTNER_FAMILIES, PARTNER_NAMES, SOURCES

# Beside a ministry's name.
MAX_KEY_WORDS = 5
_NO = r"(?:ohne|nicht|keine?[rnms]?|ausser)(?: (?:aus|von|vom|mit|durch|den|der|die|das|dem|eine?[rm]?|zusaetzliche[nr]?))*"
_BEFORE = r"(?:(?:aus|vom|von|durch|mit|ueber|dem|der|den|des|einem|einer|mitteln?|geldern?|foerderung|gelder|finanzierung) )*"
_PAID = (
    r"(?:(?: |^)(?:und|oder|mitteln?|geldern?|gefoerdert\w*|gefordert\w*|gefoerderte[nr]?"
    r"|finanziert\w*|kofinanziert\w*|foerderung(?:en)?|foerdermitteln?|fonds|projekte|unterstuetzt\w*"
    r"|finanzierung|zuschuss|zuschuesse|bezahlt\w*|beteiligung))*"
)
_EU = r"eu|europa|europaeische[nr]? union|europaeische[nr]?|bruessel|europaeisch"
_EU_MONEY = re.compile(
    rf"\b(?P<no>{_NO} )?(?:{_BEFORE}(?:{_EU}) (?:mitteln?|geldern?|gefoerdert\w*|gefordert\w*"
    rf"|finanziert\w*|kofinanziert\w*|foerderung|foerdermitteln?|fonds|programme?n?|projekte"
    rf"|unterstuetzt\w*|bezahlt\w*|geld|strukturfonds|foerdertoepfen?)"
    rf"|(?:mitteln?|geld(?:er|ern)?|foerderung|finanzierung|gefoerdert|finanziert|bezahlt"
    rf"|unterstuetzt|zuschuss) (?:(?:aus|von|durch|der|die|den|dem|in) )*(?:{_EU}))\b"
    rf"(?: (?:gefoerdert\w*|finanziert\w*|unterstuetzt\w*|bezahlt\w*))*"
    rf"|\b(?:zahlt|finanziert|foerdert|bezahlt|foerdert) (?:denn )?(?:die )?(?P<verb>eu|europaeische union|bruessel)(?: mit)?\b"
)
_STANDALONE = {"Landesmittel", "Bund"}
_SOURCE_PATTERNS = {
    name: re.compile(
        rf"\b(?P<no>{_NO} )?{_BEFORE}(?:{pattern})\b(?: (?:mitteln?|geldern?|gefoerdert\w*|gefordert\w*"
        rf"|finanziert\w*|kofinanziert\w*|foerderung|foerdermitteln?|fonds|unterstuetzt\w*|bezahlt\w*))*"
    )
    for name, pattern in SOURCES.items()
}
_GIVEN = r"(?:mitteln?|geld(?:er|ern)?|gefoerdert\w*|finanziert\w*|foerderung|zuschuss|zuschuesse[n]?|bezahlt|zahlt)"
_GIVER_PATTERNS = {
    name: re.compile(
        rf"\b{_GIVEN} (?:(?:vom|von|des|durch|aus|dem|das|den|der) )+(?:{pattern})\b"
        rf"|\b(?:{pattern}) (?:\S+ )?{_GIVEN}\b|\b(?:vom|durch das|aus dem) (?:{pattern}) (?:\S+ ){{0,3}}?{_GIVEN}\b"
    )
    for name, pattern in FEDERAL_GIVERS.items()
}
_FEDERAL_MONEY = re.compile(
    r"\b(?P<no>)(?:vom|durch den|aus dem) bund(?:es)? (?:gefoerdert\w*|finanziert\w*|bezahlt\w*"
    r"|unterstuetzt\w*)\b|\b(?:zahlt|finanziert|foerdert) der bund\b(?: mit)?"
)

_SITE = (
    r"(?:internet ?(?:seite[n]?|praesenz(?:en)?|auftritt[e]?|adresse[n]?|link[s]?)|web ?(?:site[s]?"
    r"|seite[n]?|adresse[n]?|link[s]?|auftritt)"
    r"|homepage[s]?|link[s]?|url[s]?|online ?auftritt|seite im (?:internet|netz)|adresse im (?:internet|netz)|online ?seite)"
)
_ADJECTIVE = (
    r"(?:(?:eine?[nrm]?|eigene[nrms]?|einen|einer|angabe|zu|zur|genannte[nrms]?|funktionierende[nrm]?"
    r"|der|die|im|bericht|angegebene[nrms]?|richtige[nr]?|offizielle[nr]?) )*"
)
_SAID = r"(?: (?:genannt|angegeben|haben|hat|nennen|existiert|vorhanden|verlinkt|verzeichnet|gibt|ist|sind|wird|werden))*"
_WITHOUT_SITE = re.compile(rf"\b(?:ohne|keine?[nrms]?|noch keine?[nrms]?|nicht) {_ADJECTIVE}{_SITE}\b{_SAID}")
_WITH_SITE = re.compile(
    rf"\b(?:(?:mit|haben|hat|besitzen|bieten|nennen|nennt|gibt es|zu denen es|zu denen|fuer die es"
    rf"|verfuegen ueber|verfuegt ueber)(?: (?:auch|schon|bereits|es))* {_ADJECTIVE}{_SITE}"
    rf"|{_SITE}(?: (?:haben|hat|gibt|vorhanden|nennen|existiert|besitzen)))\b{_SAID}|\b(?:im internet"
    rf"|online) (?:vertreten|zu finden|praesent)\b"
)

# Beside a ministry's name.
_OWN_SITE = re.compile(rf"\b(?:(?:mit|plus|und) )?eigene[nrms]? {_SITE}\b|(?<=\w )\b(?:eine?[nr]?|ne|nen) {_SITE}\b")
_PARTNER_WORD = (
    r"(?:(?:kooperations|umsetzungs|projekt)?partner(?:n|in|innen|organisation(?:en)?|schaft(?:en)?)?"
    r"|kooperationen?|beteiligte[n]?(?= partner)|externe[nr]? partner[n]?)"
)
_WITHOUT_PARTNER = re.compile(
    rf"\b(?:ohne|keine?[nrms]?)(?: (?:einen|eine|weitere[nr]?|externe[nr]?|genannte[nr]?"
    rf"|angegebene[nr]?|angabe|zu|konkrete[nr]?|feste[nr]?|irgendwelche))* {_PARTNER_WORD}(?: (?:in der umsetzung"
    rf"|bei der umsetzung|genannt|angegeben|haben|hat|nennen|auskommen|umgesetzt|stehen"
    rf"|steht|beteiligt|dabei|sind|werden))*\b"
)
_WITH_PARTNER = re.compile(
    rf"\b(?:mit|haben|hat|nennen|nennt|gibt es)(?: (?:einem|einen|mehrere[nr]?|weitere[nr]?"
    rf"|externe[nr]?|genannte[nr]?"
    r"|auch|trotzdem|dennoch|aber|zumindest|wenigstens|sogar|mindestens|irgendeine[nr]?|vielen|verschiedene[nr]?"
    rf"|konkrete[nr]?))* {_PARTNER_WORD}"
    r"(?: (?:in der umsetzung|bei der umsetzung|genannt|angegeben|haben|umgesetzt|werden|sind|nennen))*\b"
    rf"|\b(?:und|plus|inklusive|samt) {_PARTNER_WORD}$"
)
_PARTNER = re.compile(rf"\b{_PARTNER_WORD}(?: (?:in der umsetzung|bei der umsetzung|ist|sind|als|genannt|von))*\b")
_COOPERATION = (
    r"(?:(?:zusammen|gemeinsam|partnerschaft|sind|massnahmen|programme|projekte|vorhaben"
    r"|kooperation|kooperationen|zusammenarbeit|in kooperation|arbeite[nt]? (?:das land "
    r"|die landesregierung |man )?|laufen|kooperieren|kooperiert|umgesetzt|abstimmung) mit"
    r"|beteiligt(?:e)? (?:an|bei|ist|sind)|beteiligung (?:der|von|des)|mitwirkung (?:der"
    r"|von|des)|unter mitwirkung|wirkt|wirken|mitarbeitet|unterstuetzt durch)"
)
_INVOLVED = (
    r"(?:beteiligt|dabei|mit drin|involviert|eingebunden|partner\w*|mitmacht|mitmachen"
    r"|mitwirkt|mitwirken|macht mit|machen mit|mitarbeitet|beteiligten|kooperationspartner\w*"
    r"|zusammen|kooperiert|mit)"
)
_PARTNERS = {
    name: re.compile(
        rf"\b(?:{_COOPERATION}|{_PARTNER_WORD}(?: (?:ist|sind|von|in der umsetzung))*)(?: (?:der"
        rf"|die|das|den|dem|einer|auch|als|nrw))* (?:{asked})\b"
        rf"|\b(?:{asked})(?: (?:nordrhein westfalen|nrw|auch|ist|sind|als|ein))*? {_INVOLVED}\b"
        rf"|\bmit (?:der |den |dem |einer |einem )?(?:{asked}) als {_PARTNER_WORD}\b"
        rf"|\b(?:ist|sind|macht|machen|wirkt|wirken) (?:denn |auch )?(?:der |die |das |den )?(?:{asked})(?: (?:ueberall"
        rf"|auch|denn|alles|als|ein))* {_INVOLVED}\b"
    )
    for name, (asked, _) in PARTNER_NAMES.items()
}
_ANY_PARTNER = {name: re.compile(rf"\b(?:{asked})(?:s|n|en)?\b") for name, (asked, _) in PARTNER_NAMES.items()}
# "Mit der Bundesagentur als Partner, aber keine Kammer", "wo die IHK nicht dabei ist".
_NOT_PARTNERS = {
    name: re.compile(
        r"\b(?:ohne|nicht(?: aber)?|keine?[nrm]?|ausser)(?: (?:die|der|den|dem|das|eine[rnm]?|mit|beteiligung|von))*"
        rf" (?:{asked})\b(?: (?:als partner|dabei|beteiligt|steht|vorkommt))*"
        rf"|\b(?:{asked}) (?:aber )?(?:nicht|keine?)"
        r" (?:dabei|beteiligt|partner\w*|mitmach\w+|mitwirk\w+|genannt|vorkommt|steht)\b"
    )
    for name, (asked, _) in PARTNER_NAMES.items()
}
# Key words: "Partner Jobcenter und Kammern".
_LISTED = re.compile(rf"^{_PARTNER_WORD} (?:\S+ )+und \S+(?: \S+)?$")
_OR = re.compile(r"\b(?:oder|bzw|beziehungsweise|egal ob|eine[rs]? von|entweder)\b")
_NO_NAME = (
    r"(?!(?:wo|wer|welche|was|wie|alle)\b|in |mit |haben|ist |sind |werden|als |und |genannt|angegeben"
    r"|eingetragen|vermerkt|aufgefuehrt|benannt|verzeichnet"
    r"|hinterlegt|hat |gibt |laufen|starten|enden|umgesetzt)"
)
_UNKNOWN_PARTNER = re.compile(
    rf"\b{_PARTNER_WORD}(?: (?:ist|sind|namens))?(?: (?:die|der|das|den|dem))? {_NO_NAME}(?P<name>\w+(?: \w+)?)$"
    rf"|\bmit (?:der |dem |den |die )?(?P<named>\w+(?: \w+)?) als {_PARTNER_WORD}\b"
)


def take_rows(scan: Scan, found: SetFilter, has_head: bool) -> SetFilter:
    """Funding sources, partners and websites. Their mere presence counts only beside a measure word or as a short query."""
    found = _sources(scan, found)
    found = _website(scan, found, has_head)
    return _partners(scan, found, has_head)


def _sources(scan: Scan, found: SetFilter) -> SetFilter:
    wanted: list[str] = []
    excluded: list[str] = []
    for name, pattern in _SOURCE_PATTERNS.items():
        for match in scan.find(pattern):
            scan.take(match)
            (excluded if match["no"] else wanted).append(name)
    for match in scan.find(_EU_MONEY):
        scan.take(match)
        if not (wanted or excluded):  # "aus dem EU-Fonds JTF" is the one fund
            (excluded if match["no"] else wanted).extend(EU_FUNDS)
    wanted += [name for name, pattern in _GIVER_PATTERNS.items() if scan.take_first(pattern)]
    if scan.take_first(_FEDERAL_MONEY):
        wanted.append("Bund")
    return replace(found, sources=tuple(dict.fromkeys(wanted)), excluded_sources=tuple(dict.fromkeys(excluded)))


def _website(scan: Scan, found: SetFilter, has_head: bool) -> SetFilter:
    if found.ministries and not _WITHOUT_SITE.search(scan.folded) and scan.take_first(_OWN_SITE):
        return replace(found, website=Website.WITH)
    if not (has_head or len(scan.tokens) <= 3 or scan.folded.startswith(("wie viele ", "wieviele "))):
        return found
    presence = _presence(scan, _WITHOUT_SITE, _WITH_SITE)
    return replace(found, website=Website(presence) if presence else None)


def _partners(scan: Scan, found: SetFilter, has_head: bool) -> SetFilter:
    if has_head:
        excluded = tuple(name for name, pattern in _NOT_PARTNERS.items() if scan.take_first(pattern))
        found = replace(found, excluded_partners=excluded)
    names = []
    for name, pattern in _PARTNERS.items():
        if scan.take_first(pattern):
            names.append(name)
    if names:
        either = one_is_enough(scan)
        if either or _LISTED.search(scan.folded):  # "mit der AOK oder der IHK als Partner"
            names += [name for name in named_partners(scan) if name not in names]
        names = _families(names)
        scan.take_first(_PARTNER)
        return replace(found, partners=tuple(names), any_partner=either and len(names) > 1)
    if has_head and not _WITHOUT_PARTNER.search(scan.folded) and (match := scan.take_first(_UNKNOWN_PARTNER)):
        return replace(found, partners=(_as_typed(scan, match),))
    if not (has_head or len(scan.tokens) <= 3 or (found.ministries and len(scan.tokens) <= MAX_KEY_WORDS)):
        return found
    return replace(found, partner=_presence(scan, _WITHOUT_PARTNER, _WITH_PARTNER))


def one_is_enough(scan: Scan) -> bool:
    """Whether names are joined by "oder"."""
    return _OR.search(scan.folded) is not None


def named_partners(scan: Scan) -> tuple[str, ...]:
    """Partners that are named in whatever way, taken; for questions that are known to ask for one."""
    return tuple(_families([name for name, pattern in _ANY_PARTNER.items() if scan.take_first(pattern)]))


def _families(names: list[str]) -> list[str]:
    """ "Kammern, etwa die IHK" are all of the family."""
    covered = {member for name in names for member in PARTNER_FAMILIES.get(name, ())}
    return [name for name in names if name not in covered]


def _presence(scan: Scan, without: re.Pattern[str], with_: re.Pattern[str]) -> Presence | None:
    for presence, pattern in ((Presence.WITHOUT, without), (Presence.WITH, with_)):
        match = scan.first(pattern)
        if match and not scan.follows_topic(match):
            scan.take(match)
            return presence
    return None


def _as_typed(scan: Scan, match: re.Match[str]) -> str:
    """The partner's name in the asker's own writing."""
    begin, stop = match.span("name" if match["name"] else "named")
    own = [token for token in scan.tokens if begin <= token.begin and token.stop <= stop]
    return scan.text[own[0].start : own[-1].end]
