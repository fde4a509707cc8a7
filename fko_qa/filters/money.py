"""Conditions on planned amounts: over, under, between; per year or in total; largest and smallest; sums; without a figure."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from fko_qa.filters.amounts import AMOUNT, EURO, euros, german, unit_of
from fko_qa.filters.model import Aggregate, Figure, MoneyCondition, SetFilter
from fko_qa.filters.scan import Scan
from fko_qa.filters.vocabulary import HEADS_PLURAL, HEADS_SINGULAR, NUMERALS

_HEAD = rf"(?:{'|'.join((*HEADS_PLURAL, *HEADS_SINGULAR))})"
_ANY_HEAD = re.compile(rf"\b{_HEAD}\b")
_COMPARED = {
    "not_over": r"nicht mehr als|nicht ueber|hoechstens|maximal|max|bis zu|bis maximal|bis|<=",
    "not_under": r"nicht weniger als|nicht unter|mindestens|wenigstens|min|ab|von mindestens",
    "under": r"unter|unterhalb(?: von)?|weniger als|(?:geringer|kleiner|niedriger)(?: als)?|guenstiger als|billiger als|<",
    "over": r"ueber|oberhalb(?: von)?|mehr als|groesser(?: als)?|hoeher(?: als)?|teurer als|>",
    "about": r"rund|etwa|ca|circa|ungefaehr|zirka",
    "exact": r"genau|exakt|von|mit|kosten|kostet|gleich",
}
_COMPARATOR = "|".join(rf"(?P<{name}>{words})" for name, words in _COMPARED.items())
_ARTICLE = r"(?: (?:als|von|einem?[rn]?|budget|etat|mittel[n]?))?"
_CONDITION = re.compile(rf"(?<!\w)(?:{_COMPARATOR}){_ARTICLE} (?P<amount>{AMOUNT})(?!\w)")
_BETWEEN = re.compile(rf"\b(?:zwischen|von) (?P<low>{AMOUNT}) (?:und|bis(?: zu)?) (?P<high>{AMOUNT})(?!\w)")
_MILLIONS = re.compile(
    r"\b(?:im |in |mit )?(?:einem? )?(?P<word>millionen(?:bereich|hoehe|betrag|budgets?"
    r"|schwere?n?|summen?|projekte)|millionenschwere?n?)\b"
)
_PER_YEAR = re.compile(
    r"\b(?:pro jahr|im jahr(?! \d)|je jahr|jaehrlich\w*|per annum|p\.a\.?|p a|jahres(?:budget"
    r"|betrag|etat|summe|mittel)\w*)\b|\bp\.a\."
)
_YEARLY = re.compile(r"\b(?:jahresbudget|jahresetat|jahresbetrag|jahressumme|jahresmittel)\w*\b")
_TOTAL = re.compile(
    r"\b(?:insgesamt|gesamt(?:budget|mittel|volumen|betrag|summe|kosten)\w*|ueber die gesamte laufzeit|in summe|gesamt)\b"
)
# "Rund 10 Mio." takes in what differs by this share.
ABOUT = Decimal("0.05")
# Below this, a number without "Euro" or a unit is hardly a budget.
MIN_BARE = 1000

MONEY = (
    r"(?:(?:jahres|gesamt|foerder|euro|finanz|landes)?(?:etats?|budgets?|mitteln?|summen?|volumen|betrag|betraege[n]?)|geld(?:er"
    r"|ern|es|mittel|summe|betrag)?|kosten|finanzierung|finanzmittel[n]?"
    r"|foerdersummen?"
    r"|foerderung|foerdervolumen|volumen|ausgaben|mittelansatz|finanzvolumen|fördermittel"
    r"|foerdermitteln?|kohle|knete|moneten|zaster|finanzierungssumme|euro|haushaltsmittel|finanzausstattung)"
)
_RANK = r"(?:(?:top|die|den|der|das)? ?(?P<n>\d{1,2}|zwei|drei|vier|fuenf|sechs|sieben|acht|zehn) )?"
_MOST = r"(?:groesste[nsmr]?|hoechste[nsmr]?|meiste[nsmr]?|dickste[nsmr]?)"
_LEAST = r"(?:kleinste[nsmr]?|niedrigste[nsmr]?|geringste[nsmr]?|wenigste[nsmr]?)"
_BIG = r"(?:groesste[nsmr]?)"
_SMALL = r"(?:kleinste[nsmr]?)"
_DEAR = r"(?:teuerste[nsmr]?|kostspieligste[nsmr]?|kostenintensivste[nsmr]?|finanzstaerkste[nsmr]?)"
_CHEAP = r"(?:guenstigste[nsmr]?|billigste[nsmr]?|preiswerteste[nsmr]?)"
_COST = r"(?:kostet|kosten|bekommt|bekommen|erhaelt|erhalten|verschlingt|kriegt|verfuegt|geld)"
_DEGREES = {
    Aggregate.LARGEST: (_MOST, _BIG, _DEAR, "groessten|hoechsten|meisten|teuersten"),
    Aggregate.SMALLEST: (_LEAST, _SMALL, _CHEAP, "kleinsten|niedrigsten|wenigsten|geringsten|guenstigsten|billigsten"),
}
_POT = rf"(?:{MONEY}|(?:foerder|geld|finanz|finanzierungs)?t(?:opf|oepfe)|(?:haushalts)?posten)"
_SUPERLATIVE = {
    aggregate: re.compile(
        rf"\b{_RANK}(?:{adjective} (?:\w+ ){{0,2}}?{_POT}|{priced}(?: {_HEAD})?|am (?:{adverb})(?: (?:{MONEY}"
        rf"|{_COST}))?|{sized} {_HEAD})\b"
    )
    for aggregate, (adjective, sized, priced, adverb) in _DEGREES.items()
}
_TOP = re.compile(r"\btop (?P<n>\d{1,2}|drei|fuenf|zehn)\b")
_TOP_MONEY = re.compile(rf"\btop (?P<n>\d{{1,2}}|drei|fuenf|zehn) (?:der |nach )?{MONEY}\b")
_RANK_IN_FRONT = re.compile(rf"\b(?P<n>\d{{1,2}}|zwei|drei|vier|fuenf|sechs|sieben|acht|zehn)(?= {_HEAD}\b| mit de[nmr]\b)")

_NAMED = (
    r"(?:angegeben\w*|genannt\w*|beziffert\w*|ausgewiesen\w*|nennen|nennt|haben|hat|steht"
    r"|stehen|angaben?|bekannt\w*|hinterlegt\w*|vorhanden)"
)
_FIGURE = rf"(?:{MONEY}|finanzangaben?|geldangaben?|mittelangaben?|kostenangaben?|budgetangaben?|betragsangaben?|zahlen)"
_WITHOUT = re.compile(
    rf"\b(?:ohne|keine?[nrms]?)(?: (?:konkrete[nsmr]?|genaue[nsmr]?|eigene[nsmr]?|bezifferte[nsmr]?"
    rf"|genannte[nsmr]?|feste[nsmr]?|geplante[nsmr]?|angaben?(?: zu[rm]?| ueber)?|den|der"
    rf"|dem))*"
    rf" {_FIGURE}(?: {_NAMED})*\b"
)
_LACKING = re.compile(
    rf"\b(?:fehlt|fehlen)(?: (?:die|der|das|eine|angaben?|zu[rm]?|den|jede|konkrete))* {_FIGURE}\b"
    rf"|\b{_FIGURE}(?: (?:fehlt|fehlen))\b"
)
_WITH = re.compile(
    rf"\b(?:mit|haben|hat|nennen|nennt|steht|stehen)(?: (?:einem?|einen|ein|dafuer|aber|trotzdem|dennoch"
    r"|zumindest|wenigstens|auch|konkrete[nrm]?|genaue[nrm]?"
    rf"|bezifferte[nrms]?|eine|angabe[n]?(?: zu[rm]?)?|genannte[nrm]?))* {_FIGURE}(?:angabe)?(?: {_NAMED})*\b"
)
_STATED = r"(?:(?:den|die|der|dem|das) )?(?:geplanten? )?(?:mitteln?|geld(?:ern?)?|finanzierung|finanzen|kohle)"
_NO_SUM = r"(?:euro\w*|geld\w*|\w*betrag|\w*betraege|\w*summe|zahl)"
_OR_MONEY = r"(?:euro\w*|geld\w*|\w*betr(?:ag|aege)|\w*summe)"
# What is said so plainly that nothing else can be meant by it.
_SAID = (
    # "Keinen Betrag, egal ob die Zeile leer ist oder nur Text darin steht"
    (
        Figure.WITHOUT,
        r"(?:egal|gleich|einerlei|unabhaengig davon|ganz gleich) ob(?: \S+){0,4}? (?:leer|fehlt|nichts|gar nichts)(?: \S+){0,4}?"
        r" oder(?: \S+){0,4}? (?:text|stellen|worte?|woerter|satz|saetze)(?: (?:drinstehen|drinsteht|steht|stehen|drin))*",
    ),
    (
        Figure.ANY_POSTS,
        rf"\w*stellen(?: \S+){{0,4}}? (?:(?:mit oder ohne|ohne oder mit) {_OR_MONEY}|(?:egal|gleich|ganz gleich|unabhaengig davon"
        rf"|einerlei)(?: \S+){{0,4}}? {_OR_MONEY}(?: \S+){{0,3}}?(?: (?:daneben|dabei|dabeisteht|steht|nicht))*)",
    ),
    (
        Figure.POSTS,
        rf"(?:personal|stellen) (?:statt|anstatt|anstelle(?: von)?) {_NO_SUM}"
        rf"|(?:mittel\w*|\w*zeile|finanz\w+|budget|geld)(?: \S+){{0,3}}? \w*stellen(?: \S+){{0,3}}? (?:aber|jedoch|doch|und|ohne)"
        rf"(?: \S+){{0,2}}? (?:keine?[nr]?|ohne|jede[nr]?)(?: \S+)?? {_NO_SUM}"
        r"|(?:(?:(?:nur|lediglich|bloss|zwar|ausschliesslich) (?:\S+ ){0,2}?)?(?:personal|plan|lehr\w*)stellen"
        r"|(?:nur|lediglich|bloss|zwar|ausschliesslich) (?:\S+ ){0,2}?(?:stellen|personal)"
        r"|(?:haben|hat|bekommen|erhalten|gibt es|mit) (?:\S+ )?stellen|^stellen)(?: \S+){0,4}?"
        rf" (?:statt|anstatt|anstelle|aber|ohne|keine?[nr]?)(?: \S+){{0,2}}? {_NO_SUM}",
    ),
    (
        Figure.WITH,
        r"(?:have|has|with|got|having)(?: (?:any|some|an?|the|actual|concrete))* (?:money|funding|budgets?|amounts?|sums?)"
        r" (?:attached|given|stated|named|assigned|allocated)",
    ),
    (
        Figure.WORDS,
        r"(?:zeilen?|angaben?|eintrag|text|saetze|satz|woerter|worte)(?: \S+){0,5}? (?:aber|jedoch|doch)(?: \S+){0,2}?"
        rf" keine?[nr]? (?:\S+ )?{_NO_SUM}",
    ),
    (
        Figure.NO_ROW,
        r"(?:ohne|(?:gar |ueberhaupt )?keine|garkeine|(?:gar )?keinerlei)(?: (?:jede|jegliche|irgendeine))?"
        rf" (?:(?:mittel|geld|finanz)angaben?|angaben?(?: (?:zu[rm]?|bei|ueber))? {_STATED})"
        rf"|(?:garnichts|garnix|(?:gar|ueberhaupt|absolut) (?:nichts|nix))(?: \S+){{0,2}}? (?:zu[rm]?|bei|ueber) {_STATED}"
        r"(?: (?:oder|und|noch) (?:zu )?stellen)?",
    ),
)
_SAID_FIGURES = tuple((figure, re.compile(rf"\b(?:{pattern})\b")) for figure, pattern in _SAID)
_HOW_MUCH = (
    rf"(?:(?:wie ?viel|wieviele?|wie viele|was|welche) (?:geplante[ns]? )?(?:{MONEY}|kostet|kosten)"
    rf"|wie hoch (?:sind|ist) (?:die |das |der )?(?:geplanten )?{MONEY})"
)
_SUM = re.compile(
    rf"\b(?P<whole>gesamt(?:summe|budget|volumen|kosten|betrag|mittel|etat|ausgaben)\w*(?: aller {MONEY})?"
    rf"(?! (?:von |ueber|unter|mehr|weniger|zwischen|mindestens|hoechstens|ab |bis ))|summe(?: der"
    rf"| aller)?(?: (?:geplanten?|mitteln?|betraege|budgets))*|(?:insgesamt|zusammen) (?:wie ?viel"
    rf"|geplante[ns]?) {MONEY}"
    rf"|(?:wie ?viel|was) (?:kosten|geben|kostet|gibt) alle)\b"
    rf"|\b(?P<head>{_HOW_MUCH}|(?:wie ?viel|was) (?:geben|kosten|kostet|gibt))(?: \S+){{0,8}}? (?P<tail>insgesamt"
    rf"|zusammen(?:gerechnet|genommen)?|in summe|gesamt|unterm strich|addiert|summiert|alles)\b"
)
_SPENDING = re.compile(
    rf"\b(?P<whole>)(?P<head>(?:wie ?viel|wieviele?|wie viele) {MONEY})(?: \S+){{0,6}}? "
    rf"(?P<tail>aus|ausgegeben|ausgibt|ausgeben|bereit|verplant|eingeplant|investiert|vorgesehen"
    rf"|zur verfuegung|eingesetzt|geplant|hat|gibt|plant|steckt)\b"
)


def said_figure(scan: Scan) -> tuple[Figure, re.Match[str]] | None:
    """What the row of planned money is plainly said to hold, and where that is said."""
    found = ((figure, pattern.search(scan.folded)) for figure, pattern in _SAID_FIGURES)
    return next(((figure, match) for figure, match in found if match is not None), None)


def take_money(scan: Scan, found: SetFilter, has_head: bool) -> SetFilter:
    """Everything about amounts. Presence of a figure and bare amounts count only beside a measure word (``has_head``)."""
    if said := said_figure(scan):
        figure, match = said
        scan.take(match)
        return replace(found, figure=figure)
    found = _aggregated(scan, found, has_head)
    money = money_conditions(scan, has_head or scan.folded.startswith(("welche ", "was ")))
    if has_head and not money and found.aggregate not in (Aggregate.LARGEST, Aggregate.SMALLEST):
        without = scan.first(_WITHOUT) or scan.first(_LACKING)
        if without and not scan.follows_topic(without):
            scan.take(without)
            found = replace(found, figure=Figure.WITHOUT)
        elif found.aggregate in (Aggregate.LIST, Aggregate.COUNT) and _takes_with(scan):
            found = replace(found, figure=Figure.WITH)
    about_money = money or found.figure is Figure.WITH or found.aggregate in (Aggregate.LARGEST, Aggregate.SMALLEST)
    if found.aggregate is Aggregate.SUM:  # "insgesamt" asks for the sum here, not for totals
        return found
    return replace(found, money=money, basis=_basis(scan) if about_money else None)


def _takes_with(scan: Scan) -> bool:
    """Whether an amount is said to be there; its verb may be that of another row, too ("ohne Webseite haben dafür …")."""
    match = _WITH.search(scan.folded)
    if match is None or any(scan.taken[index] for index in scan.indices(match)[1:]):
        return False
    scan.take(match)
    return True


def _basis(scan: Scan) -> str | None:
    # "Das höchste Jahresbudget" is taken as the superlative already.
    if scan.take_first(_PER_YEAR) or _YEARLY.search(scan.folded):
        return "per_year"
    return "total" if scan.take_first(_TOTAL) else None


def _aggregated(scan: Scan, found: SetFilter, has_head: bool) -> SetFilter:
    for aggregate, pattern in _SUPERLATIVE.items():
        match = scan.first(pattern)
        if match and (has_head or _ANY_HEAD.search(scan.folded) or _about_budgets(scan, match)):
            top = _number_of(match["n"]) if match["n"] else _rank(scan)
            scan.take(match)
            return replace(found, aggregate=aggregate, top=top)
    if (ranked := scan.take_first(_TOP_MONEY)) is not None:
        return replace(found, aggregate=Aggregate.LARGEST, top=_number_of(ranked["n"]))
    return _summed(scan, found)


def _summed(scan: Scan, found: SetFilter) -> SetFilter:
    """A sum's frame is taken, what stands inside it ("gibt das MAGS insgesamt aus") is not."""
    match = _SUM.search(scan.folded) or (_SPENDING.search(scan.folded) if found.ministries else None)
    if match is None:
        return found
    for part in ("whole", "head", "tail"):
        if match[part]:
            scan.take_span(*match.span(part))
    per_year = scan.take_first(_PER_YEAR) is not None
    return replace(found, aggregate=Aggregate.SUM, basis="per_year" if per_year else None)


def _about_budgets(scan: Scan, match: re.Match[str]) -> bool:
    """Without a measure word: "größtes Budget" is one, "wo gibt es am meisten Geld" asks for help."""
    named = re.search(rf"\b{_POT}\b", match[0]) is not None
    spent = re.search(r"\b(?:land|landesregierung|ministerium|ausgegeben|investiert)\b", scan.folded) is not None
    return spent or (named and not scan.folded.startswith("wo "))


def _rank(scan: Scan) -> int:
    if top := scan.take_first(_TOP):
        return _number_of(top["n"])
    before = scan.take_first(_RANK_IN_FRONT)
    return _number_of(before["n"]) if before else 1


def _number_of(word: str) -> int:
    return int(word) if word.isdecimal() else NUMERALS[word]


def money_conditions(scan: Scan, has_head: bool) -> tuple[MoneyCondition, ...]:
    """The amounts that the question compares with, taken. Bare amounts count only beside a measure word."""
    found = []
    for match in scan.find(_BETWEEN):
        high = euros(match["high"])
        low = euros(match["low"])
        if low < MIN_BARE:  # "zwischen 1 und 5 Mio."
            low = euros(match["low"], unit_of(match["high"]))
        if _is_money(scan, match, match["high"]):
            scan.take(match)
            found.append(MoneyCondition(low, high, f"zwischen {german(low)} und {german(high)}"))
    for match in scan.find(_CONDITION):
        if _is_money(scan, match, match["amount"]) and (has_head or not (match["exact"] or match["about"])):
            scan.take(match)
            found.append(_condition(match))
    if scan.take_first(_MILLIONS):
        found.append(MoneyCondition(10**6, None, f"mindestens {german(10**6)}"))
    return tuple(found)


def _is_money(scan: Scan, match: re.Match[str], amount: str) -> bool:
    """ "unter 25" is an age and "über 2026" a year; money has "Euro", a unit, or thousands in a question about budgets."""
    follows = scan.folded[match.end() :].split()[:1]
    if re.search(rf"{EURO}$", amount):
        return True
    value = euros(amount)
    if follows and re.fullmatch(
        r"plaetze\w*|personen|menschen|jahre\w*|schueler\w*|lehr\w+|stellen|prozent|einwohner\w*"
        r"|mitarbeit\w+|beschaeftigte\w*|partner\w*",
        follows[0],
    ):
        return False
    if unit_of(amount):
        return value >= MIN_BARE
    money_named = re.search(rf"\b(?:{MONEY}|kosten|kostet)\b", scan.folded) is not None
    return value >= MIN_BARE and not re.fullmatch(r"(?:19|20)\d\d", amount) and money_named


def _condition(match: re.Match[str]) -> MoneyCondition:
    value = euros(match["amount"])
    if match["not_over"]:
        return MoneyCondition(None, value, f"höchstens {german(value)}")
    if match["not_under"]:
        return MoneyCondition(value, None, f"mindestens {german(value)}")
    if match["under"]:
        return MoneyCondition(None, value - 1, f"unter {german(value)}")
    if match["over"]:
        return MoneyCondition(value + 1, None, f"über {german(value)}")
    if match["about"]:
        margin = int(value * ABOUT)
        return MoneyCondition(value - margin, value + margin, f"rund {german(value)}")
    return MoneyCondition(value, value, german(value))
