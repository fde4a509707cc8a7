"""What values look like in the report's text: amounts, dates, names, places; and whether a passage holds a kind at all."""

from __future__ import annotations

import re

from fko_qa.facts.kinds import FactKind

MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_PART_OF_YEAR = r"(?:Anfang|Mitte|Ende|Frühjahr|Frühling|Sommer|Herbst|Winter|Jahresende)"
_YEAR = r"(?:19|20)\d\d"
_QUALIFIED = r"(?:(?:voraussichtlich|frühestens|spätestens|mind\.)\ )?"

DATE = re.compile(
    rf"""{_QUALIFIED}(?:
        \d{{1,2}}\.\d{{1,2}}\.{_YEAR}
      | \d{{1,2}}\.\ (?:{MONTHS})\ {_YEAR}
      | (?:{_PART_OF_YEAR}\ )?(?:{MONTHS})\ {_YEAR}
      | \d{{1,2}}/{_YEAR}
      | Q[1-4]/{_YEAR}
      | [1-4]\.\ Quartal\ {_YEAR}
      | (?:zweiten|ersten)\ Halbjahr\ {_YEAR}(?:/\d{{2,4}})?
      | (?:Schuljahr|Kitajahr|Kita-Jahr)\ (?:{_YEAR}|\d\d)/\d{{2,4}}
      | {_PART_OF_YEAR}\ (?:des\ Jahres\ |der\ )?(?:{_YEAR}|Legislaturperiode)
      | (?<![/\d.-]){_YEAR}(?![/\d-]|\ (?:Meister|Euro))
    )(?!\d)""",
    re.VERBOSE,
)
_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)"
AMOUNT = re.compile(
    rf"(?:(?:max\.|rund|rd\.|ca\.|etwa|knapp|über|mehr als|bis zu|insgesamt|mindestens|mind\.) )*"
    rf"{_NUMBER} ?(?:(?:Mio\.|Mrd\.|Millionen|Milliarden|Tsd\.) )?(?:Euro|EUR|€)"
)
# Sums of this size are a programme's, not a person's.
LARGE_UNIT = re.compile(r"Mio\.|Mrd\.|Millionen|Milliarden")
PER_PERSON = re.compile(r"Prämie|Zuschuss|Zuschüsse|Bonus|Stipendi|beantragen|pro (?:Person|Kopf|Monat)|erhalten", re.IGNORECASE)
_NAME = r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)? [A-ZÄÖÜ][a-zäöüß]+"
_OFFICE = (
    r"(?:\w*[Mm]inister(?:in|präsident\w*)?|Staatssekretär(?:in)?|(?:RD NRW-)?\w*[Vv]orsitzende[rn]?|Leiter(?:in)?|Dr\.|Prof\.)"
)
PERSON = re.compile(
    rf"{_OFFICE} {_NAME}|{_NAME}, (?:Staatssekretär|Leiter|Minister)(?:in)?"
    r"(?: (?:im|der) [A-Z][\w-]+(?: für [A-Z]\w+, [A-Z]\w+ und [A-Z]\w+)?)?"
)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
PHONE = re.compile(r"(?:Tel(?:\.|efon)?:? ?|Hotline:? ?|Rufnummer:? ?)?(?<![\d.])(?:\+49|0\d{2,4})[ /()-]*\d[\d /-]{4,}\d")
LINK = re.compile(r"https?://\S+|\bwww\.\S+")
PERCENT = re.compile(r"(?:(?:bis zu|rund|rd\.|ca\.|etwa|über|mehr als|knapp) )?\d+(?:,\d+)? ?(?:%|Prozent)")

# North Rhine-Westphalia's districts and larger towns, and its regions by name. A list, because in German every noun is a capital.
_TOWNS = """
    Aachen Ahaus Arnsberg Bergheim Bielefeld Bocholt Bochum Bonn Borken Bottrop Castrop-Rauxel Coesfeld Detmold Dinslaken Dormagen
    Dorsten Dortmund Duisburg Düren Düsseldorf Essen Euskirchen Gelsenkirchen Gladbeck Gummersbach Gütersloh Hagen Hamm Hattingen
    Heinsberg Herford Herne Herten Höxter Iserlohn Kleve Köln Krefeld Lemgo Leverkusen Lippstadt Löhne Lüdenscheid Lünen Marl
    Meschede Mettmann Minden Moers Mönchengladbach Mülheim Münster Neuss Oberhausen Olpe Paderborn Ratingen Recklinghausen
    Remscheid
    Rheine Siegburg Siegen Soest Solingen Steinfurt Troisdorf Unna Velbert Viersen Warendorf Wesel Witten Wuppertal
    """.split()
_REGIONS = (
    "Bergisches Städtedreieck",
    "Märkische Region",
    "MEO",
    "Westfälisches Ruhrgebiet",
    "Ruhrgebiet",
    "Ostwestfalen-Lippe",
    "Ostwestfalen",
    "Münsterland",
    "Sauerland",
    "Siegerland",
    "Rheinland",
    "Niederrhein",
    "Emscher-Lippe",
    "Kreis Düren",
)
PLACE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted((*_REGIONS, *_TOWNS), key=len, reverse=True))})(?:er (?=[A-Z])[\w-]+ ?[A-Z]?\w*)?(?![\w-])"
)
PLACES = re.compile(rf"{PLACE.pattern}(?:(?:[,;]| und| sowie) {PLACE.pattern})*")
# "in 15 Arbeitsmarktregionen des Landes", "landesweit": where, if no place is named.
AREA = re.compile(
    r"(?:allen )?(?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf) (?:\w+en )?(?:\w*[Kk]ommunen"
    r"|\w*[Rr]egionen|Städten"
    r"|Kreisen und kreisfreien Städten|Kreisen|\w*[Ss]tandorten)(?: des Landes| in NRW)?"
    r"|landesweit|Nordrhein-Westfalen-weit|flächendeckend|in ganz Nordrhein-Westfalen|allen Regionen"
)
_DURATION = (
    r"(?:in |über )?(?:\d+|zwei|drei|vier|fünf|sechs) (?:Jahren?|Monaten?|Wochen|Tagen?|Stunden|Semestern?)"
    r"|(?:ein|zwei|drei|vier)jährig\w*|von \d+ auf \d+ Tage"
)
_DEADLINE = (
    r"(?:können|müssen|sind)\b.*?\bbis\b.*?(?:eingereicht|eingehen|gestellt|bewerben|anmelden)|\w*[Ff]rist\b(?! auf).*?\d{4}"
)
_ELIGIBLE = (
    r"Voraussetzung(?:en)?\b(?! für (?:den|einen|die))|richtet sich an|[Gg]efördert w\w+"
    r"|können\b[^.]*(?:beantragen|Antrag|aufgenommen)"
    r"|(?:ermöglich|Personen ohne)\w*[^.]*\bPersonen\b|\bWer einen\b|Teilnahme an|haben die Möglichkeit|können\b[^.]*eingestellt"
)
_RESULT = (
    r"[Ee]rgebnis|[Ee]rfolg(?:e|reich|smerkmal)?\b|Klebequote|[Bb]islang|[Bb]isher|[Bb]ereits|ausgeschöpft|ausgezahlt|gesteigert"
    r"|verbessert|Empfehlungen|besetzt|[Ii]nzwischen|Aktuell"
)
# What a result is beyond doubt; "bislang" and the like only may be one.
SURE_RESULT = re.compile(
    r"Ergebnisse|Klebequote|[Ee]rmutigend|ausgezahlt|Empfehlungen|[Ee]rfolgreichste|gesteigert|ausgeschöpft|auszuschöpfen"
)
_REASON = r"\b[Dd]eshalb\b|\b[Ww]eil\b|\bDa\b|\b[Dd]aher\b|\b[Uu]m\b[^.]* zu\b|\baufgrund\b|entgegen|\bweshalb\b"

HOLDS: dict[FactKind, re.Pattern[str]] = {
    FactKind.TERM: DATE,
    FactKind.START: DATE,
    FactKind.END: DATE,
    FactKind.DATE: DATE,
    FactKind.MONEY_PLANNED: AMOUNT,
    FactKind.MONEY_PERSON: AMOUNT,
    FactKind.MONEY_ANY: AMOUNT,
    FactKind.SOURCE: re.compile(
        r"finanzier|[Ff]örder\w* (?:das|die|der) [A-Z]{2}|gefördert|Mitteln?\b|\b(?:ESF|JTF|EFRE|BMBF|Auridis)\b"
    ),
    FactKind.MINISTRY: re.compile(
        r"\b(?:Stk|MWIKE|FM|IM|MKJFGFI|MAGS|MSB|MHKBD|JM|MUNV|MLV|MKW|MCdS)\b|[Mm]inisterium|Staatskanzlei"
    ),
    FactKind.WEBSITE: LINK,
    FactKind.PARTNERS: re.compile(r"[Pp]artner|[Kk]ooperation|gemeinsam mit|Zusammenarbeit mit"),
    FactKind.GOAL: re.compile(
        r"\bZiele?\b|\bsoll(?:en)?\b|\bum\b[^.]* zu\b|Verbesserung|Stärkung|Steigerung|Gewinnung|Förderung"
    ),
    FactKind.NAMED: re.compile(r"[A-ZÄÖÜ]\w+"),
    FactKind.COUNT: re.compile(
        rf"(?<![\d/.]){_NUMBER}(?![\d/.]) |\d ?%"
        r"|\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|Hunderten?|tausend)\b"
    ),
    FactKind.PERSON: PERSON,
    FactKind.LOCATION: re.compile(f"{PLACE.pattern}|{AREA.pattern}"),
    FactKind.PUBLICATION: re.compile(r"[Vv]eröffentlich"),
    FactKind.CONTACT: re.compile(f"{EMAIL.pattern}|{PHONE.pattern}"),
    FactKind.DEADLINE: re.compile(_DEADLINE),
    FactKind.APPLICATION: re.compile(r"[Aa]ntrag|[Aa]nträge|beantrag|bewerb|eingereicht|anmeld"),
    FactKind.SALARY: re.compile(rf"(?:Gehalt|Vergütung|Lohn|verdien)[^.]*{AMOUNT.pattern}"),
    FactKind.COST: re.compile(
        rf"(?:Gebühr|Eigenanteil|Teilnahmebeitrag|Kosten für Teilnehm)[^.]*{AMOUNT.pattern}|kostenlos|kostenfrei"
    ),
    FactKind.ELIGIBILITY: re.compile(_ELIGIBLE),
    FactKind.RESULT: re.compile(_RESULT),
    FactKind.OPENING_HOURS: re.compile(r"\d{1,2}(?:[:.]\d\d)? ?(?:bis|-|–) ?\d{1,2}(?:[:.]\d\d)? Uhr"),
    FactKind.DURATION_TRAINING: re.compile(_DURATION),
    FactKind.REASON: re.compile(_REASON),
}
# The report gives these for every measure, whatever the passage says.
_ALWAYS = frozenset({FactKind.PAGE, FactKind.CLUSTER})


def holds_kind(kind: FactKind, text: str) -> bool:
    """Whether a passage holds a fact of a kind at all: an amount, a date, a telephone number, a name, a place …

    >>> holds_kind(FactKind.CONTACT, "Mehr unter https://www.mags.nrw"), holds_kind(FactKind.MONEY_ANY, "max. 1.500 Euro")
    (False, True)
    """
    return kind in _ALWAYS or bool(HOLDS[kind].search(text))
