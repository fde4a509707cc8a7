"""Measure numbers in every way people write or say them: "IV.2", "massnahme 2.4", "cluster 3 nummer 8", "eins punkt neun"."""

from __future__ import annotations

import re

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_WORDS = """
    eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
    neunzehn zwanzig
    """.split()
_NUMERALS = {word: number for number, word in enumerate(_WORDS, start=1)} | {"fuenf": 5, "zwo": 2, "zwoelf": 12, "ein": 1}

_ROMAN = r"(?P<roman>viii|vii|vi|iv|ix|iii|ii|i|v|x)"
_SPOKEN = "|".join(sorted(_NUMERALS, key=len, reverse=True))
_ARABIC = rf"(?P<digit>\d{{1,2}}|{_SPOKEN})"
_NUMBER = rf"(?P<number>\d{{1,3}}|{_SPOKEN})"
_SEPARATOR = r"(?:\s*[.,:/–‐-]\s*|\s+punkt\s+|\s+)"
# "2.500 Euro", "2.5 Mio.", "2.3.2024" go on after the number: no measure.
_NOT_MORE = r"(?![.,]?\d|\w|\s*(?:%|€|euro\b|mio\b|mrd\b|prozent\b|uhr\b))"
_KEYWORD = (
    r"\b(?:ma(?:ß|ss|s)nah?me?n?|projekt|programm|nummer|nr|no|num|ziffer|punkt|kapitel|abschnitt)\b\.?:?\s*(?:nr\.?|nummer)?\s*"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # Nummer 8 in Cluster 3 · Maßnahme 8 aus dem Cluster III
        rf"{_KEYWORD}{_NUMBER}\s+(?:in|im|aus|von|vom|des)\s+(?:dem\s+)?cluster\s*(?:{_ROMAN}|{_ARABIC})(?!\w)",
        # cluster 3 nummer 8 · Cluster III, Maßnahme 8
        rf"\bcluster\s*(?:{_ROMAN}|{_ARABIC})\s*[,;:]?\s*(?:und\s+|die\s+)?{_KEYWORD}{_NUMBER}{_NOT_MORE}",
        # Maßnahme 2.4 · Ziffer III.12 · masnahme eins punkt neun
        rf"{_KEYWORD}(?:{_ROMAN}|{_ARABIC}){_SEPARATOR}{_NUMBER}{_NOT_MORE}",
        # sechs Punkt neun
        rf"\b(?P<digit>{'|'.join(sorted(_NUMERALS, key=len, reverse=True))}|\d)\s+punkt\s+{_NUMBER}{_NOT_MORE}",
        # IV.2 · iv-2 · VI:5
        rf"(?<![\w.]){_ROMAN}\s?[.:/–‐-]\s?(?P<number>\d{{1,3}}){_NOT_MORE}",
    )
)
# "lll.4", "1V.6", "Vl.3": typed or read with letters that look alike
_LOOKALIKE = re.compile(
    rf"(?<![\w.])(?=[\d|]*[ilv|])(?P<alike>[il1|]{{0,3}}v?[il1|]{{0,3}})\s?[.:]\s?(?P<number>\d{{1,2}}){_NOT_MORE}"
)
# "römisch sechs sieben", "die eins zwölf"
_READ_OUT = re.compile(
    rf"\b(?:r(?:ö|oe)?m\w*ch|d(?:ie|er)|nummer)\s+(?P<digit>{_SPOKEN})[\s,.]+(?:(?:und|dann|also|punkt)\s+)*(?:die\s+)?(?P<number>{_SPOKEN})\b"
)
# "und 3.4?", "dann halt die 3.13": in so few words a number with a point is a measure's
_SHORT = re.compile(
    rf"(?<![\d.,])(?P<digit>[1-6])\.(?P<number>1\d|[1-9])(?![.,]?\d|\s*(?:st(?:un)?d|jahr|m\b|km|kg|grad)){_NOT_MORE}"
)
MAX_SHORT_WORDS = 6
# Maßnahmen 2.8, 2.9 und 3.1: more after the first
_MORE = re.compile(rf"\s*(?:[,;&]|\b(?:und|oder|sowie)\b)\s*(?P<digit>\d{{1,2}})\.(?P<number>\d{{1,3}}){_NOT_MORE}")
# "v. 3 Personen", "i. 2 Wochen": in small letters these are abbreviations
_ABBREVIATION = re.compile(r"\b[iv]\.\s+(?=\d)")
# Only if nothing else is asked: "VI 5", "2.4", "IV2", "vier zwei"; "24/7" and "12.05." are something else
_ALONE = re.compile(rf"(?:{_ROMAN}{_SEPARATOR}?|(?P<digit>10|0?[1-9]|{_SPOKEN}){_SEPARATOR}){_NUMBER}")
_ORDINALS = "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt".split()
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)})e[rsnm]?"
# "die zehnte Maßnahme aus dem dritten Cluster" · "im dritten Kapitel die achte"
_ORDERED = (
    re.compile(
        rf"\b(?P<number>{_ORDINAL})\s+(?:\w+\s+)?(?:aus|im|in|des|von|vom|unter)\s+(?:de[mrs]\s+)?(?P<cluster>{_ORDINAL})\s+(?:clusters?|kapitels?)"
    ),
    re.compile(rf"\b(?P<cluster>{_ORDINAL})\s+(?:clusters?|kapitels?)\W+(?:d(?:ie|as|er)\s+)?(?P<number>{_ORDINAL})\b"),
)
_TRIM = " ?!.…\"'„“"


def measure_numbers(text: str) -> tuple[str, ...]:
    """The measure numbers in a text as ids (``"IV.2"``), in order, whether or not they exist.

    >>> measure_numbers("Was unterscheidet II.8 von II.9?")
    ('II.8', 'II.9')
    """
    lower = text.casefold().replace("ß", "ss")
    if alone := _ALONE.fullmatch(lower.strip(_TRIM)):
        return (_measure_id(alone),)
    lower = _ABBREVIATION.sub("", text).casefold().replace("ß", "ss")
    found: dict[int, str] = {
        match.start(): f"{_roman(_ordinal(match['cluster']))}.{_ordinal(match['number'])}"
        for pattern in _ORDERED
        for match in pattern.finditer(lower)
    }
    taken: list[tuple[int, int]] = []
    for match in _LOOKALIKE.finditer(lower):
        if (roman := re.sub(r"[l1|]", "i", match["alike"]).upper()) in ROMAN:
            found[match.start()] = f"{roman}.{int(match['number'])}"
            taken.append(match.span())
    for pattern in (*_PATTERNS, _READ_OUT, *_short(text)):
        for match in pattern.finditer(lower):
            if not any(begin < match.end() and match.start() < end for begin, end in taken):
                taken.append(match.span())
                found[match.start()] = _measure_id(match)
                found |= _more(lower, match.end())
    return tuple(dict.fromkeys(found[position] for position in sorted(found)))


_PAGE = re.compile(r"\bseite\s+(?P<page>\d{1,3})\b|\bs\.\s?(?P<short>\d{1,3})\b", re.IGNORECASE)


def asked_page(text: str) -> int | None:
    """The page that a question names, if it names one.

    >>> asked_page("Welche Maßnahme steht auf Seite 60?")
    60
    """
    match = _PAGE.search(text)
    return int(match["page"] or match["short"]) if match else None


def with_names(text: str, names: str) -> str:
    """The text with its measure numbers replaced by names: what is asked of them. Empty if nothing but a number stands there.

    >>> with_names("Wie groß ist Maßnahme 2.4?", "QiK"), with_names("Laufzeit von IV.2?", ""), with_names("IV.2", "QiK")
    ('Wie groß ist QiK?', 'Laufzeit von?', '')
    """
    lower = "".join(mark.lower() if len(mark.lower()) == 1 else mark for mark in text)  # every mark in its place
    if _ALONE.fullmatch(lower.strip(_TRIM)):
        return ""
    patterns = (*_ORDERED, *_PATTERNS, _LOOKALIKE, _READ_OUT, *_short(text))
    spans = [match.span() for pattern in patterns for match in pattern.finditer(lower)]
    if not spans:
        return text
    first = min(begin for begin, _ in spans)
    taken = {at for begin, end in spans for at in range(begin, end)}
    kept = [mark for at, mark in enumerate(text) if at not in taken]
    rest = " ".join(f"{''.join(kept[:first])} {names} {''.join(kept[first:])}".split())
    return re.sub(r"\s+([?!.,])", r"\1", rest) if re.search(r"\w{2}", "".join(kept)) else ""


def _short(text: str) -> list[re.Pattern[str]]:
    """What counts as a number in a few words only."""
    return [_SHORT] if len(text.split()) <= MAX_SHORT_WORDS else []


def _more(text: str, position: int) -> dict[int, str]:
    """The numbers that go on a list after a first one, by where they stand."""
    found = {}
    while match := _MORE.match(text, position):
        position = match.end()
        found[match.start("digit")] = _measure_id(match)
    return found


def _measure_id(match: re.Match[str]) -> str:
    groups = match.groupdict()
    cluster = groups["roman"].upper() if groups.get("roman") else _roman(_number(groups["digit"]))
    return f"{cluster}.{_number(groups['number'])}"


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else _NUMERALS[text]


def _ordinal(word: str) -> int:
    return 1 + next(at for at, stem in enumerate(_ORDINALS) if re.fullmatch(rf"{stem}e[rsnm]?", word))


def _roman(number: int) -> str:
    return ROMAN[number - 1] if 1 <= number <= len(ROMAN) else str(number)
