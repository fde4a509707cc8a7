"""Turns of speech that mean a date or an amount, put in plain words before a set question is read."""

from __future__ import annotations

import re

from fko_qa.filters.scan import fold
from fko_qa.filters.vocabulary import FOREIGN_MONTHS, KEYWORDS, SILENT_WORDS

_NUMBERS = {"drei": "1. Quartal", "3": "1. Quartal", "sechs": "1. Halbjahr", "6": "1. Halbjahr"}
_YEAR = r"(?P<year>20\d\d)"
_MILLIONS_ABROAD = r"millions?|milion\w*|миллион\w*|мільйон\w*|milyon"
# Where a number begins: patterns that begin with one are not tried again at each of its digits.
_BEGIN = r"(?<!\d)(?<!\d[.,])"
_AMOUNT = r"€?\d[\d.,]*\s*(?:mio|euro?s?|eur|€|k\b)(?:\s+(?:euro?s?|€))?|\d{1,3}(?:[., ]000)+"
_REPLACED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), replacement)
    for pattern, replacement in (
        # The pandemic reached Germany in 2020.
        (r"\b(vor|before|avant|до|przed)\s+(?:der\s+|dem\s+)?(?:corona\w*|covid\w*|pandemie\w*|pandemic)", "vor 2020"),
        (r"\bvor\s+zwanzig\s*zwanzig\b", "vor 2020"),
        (r"\bbevor\s+(?:das\s+)?(?:jahr\s+)?(20\d\d)\s+(?:begann|anfing|losging)", r"vor \1"),
        (r"\b(?:im\s+)?letzte[nsr]?\s+(?:quartal|vierteljahr)\s+(?:von\s+)?(?:20)?(\d\d)\b", r"im 4. Quartal 20\1"),
        (r"\b(?:zu\s+)?silvester\s+(20\d\d)", r"im Dezember \1"),
        (
            r"\b(januar|februar|märz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember)\s+(2\d)\b(?![.,\d])",
            r"\1 20\2",
        ),
        (
            r"\b(in|im|ab|bis|nach|vor|seit|von|und|jahr|anno|ende|anfang|mitte|sommer|herbst|hälfte von)\s+'?(2\d)\b"
            r"(?![.,/\d]|\s*(?:%|prozent|euro|€|jahr|mio|mill|tag|stunde|monat|woche|st(?:ä|ae)dt|kreis|ort|region|schul|kommun"
            r"|leute|personen|betrieb))",
            r"\1 20\2",
        ),
        (r"\b(?:klaster|kluster|claster)(n|s)?\b", "Cluster"),
        (
            r"\b(ersten|zweiten|dritten|vierten|fünften|sechsten|erste|zweite|dritte|vierte|fünfte|sechste|[1-6]\.)\s+(?:block|teil)\b",
            r"\1 Cluster",
        ),
        (r"\b(letzte[nsm]?)\s+(?:block|teil)\b", r"\1 Cluster"),
        (r"\b(?:die |den )?ersten\s+(?:beiden|zwei)\s+(?:cluster|kapitel)n?\b", "Cluster 1 bis 2"),
        (r"\b(?:die |den |der )?letzten\s+(?:beiden|zwei)\s+(?:cluster|kapitel)n?\b", "Cluster 5 bis 6"),
        (r"\baußerhalb\s+(?:von|des)\s+(cluster|kapitels?)\b", r"ohne \1"),
        (r"\bcluster\s+one\b", "Cluster 1"),
        (r"\bcluster\s+two\b", "Cluster 2"),
        (r"\bcluster\s+three\b", "Cluster 3"),
        (r"\bcluster\s+four\b", "Cluster 4"),
        (r"\bcluster\s+five\b", "Cluster 5"),
        (r"\bcluster\s+six\b", "Cluster 6"),
        (r"\b(?:lauft|leuft|loift|läufd|laufft)\b", "läuft"),
        (
            r"\b(?:läuft|laufen)\s+((?:\S+\s+){0,3}?)aus\b(?!\s+(?:dem|den|der|eu|esf|efre|jtf|landes|bundes|mitteln|geldern))",
            r"endet \1",
        ),
        (r"\b(?:alein|aleine|alleyn|alaine)\b", "allein"),
        (r"\b(?:zusamen|zusamm|zamm|gemeinsamm|gmeinsam)\b", "zusammen"),
        (r"\bim\s+jar\b", "im Jahr"),
        (r"\b(?:vohr|fohr|foa|voa)\s+(?=(?:19|20)\d\d|ende|anfang|mitte|dem)", "vor "),
        (r"\b(?:nch|nahc|naach)\s+(?=(?:19|20)\d\d)", "nach "),
        (r"\bbiss\s+(?=(?:19|20)\d\d|ende|anfang|mitte)", "bis "),
        (r"\b(?:seid|seitt|sait)\s+(?=(?:19|20)\d\d)", "seit "),
        (r"\babb\s+(?=(?:19|20)\d\d)", "ab "),
        (r"(?<=\d)\s(?=000\b)", "."),
        (r"\beuros\b", "Euro"),
        (r"(?<=\d)\s*(?:евро|євро|avro)\w*", " Euro"),
        (rf"(?<=\d)\s*(?:mln\.?|млн\.?|{_MILLIONS_ABROAD})(?!\w)", " Mio"),
        (r"(?<=Mio)\s+(?:d['’]euros?|de\s+euros?|of\s+euros?|евро|євро|avro)", " Euro"),
        (
            rf"\b(?:more than|over|above|exceeding|plus de|au-dessus de|supérieurs? à|powyżej|ponad|więcej niż|свыше|более|больше"
            rf"|выше|понад|більше(?: ніж| за)?|вище)\s+(?={_AMOUNT})",
            "über ",
        ),
        (
            rf"\b(?:less than|below|fewer than|moins de|inférieurs? à|poniżej|mniej niż|менее|меньше|ниже|менше(?: ніж| за)?|нижче)"
            rf"\s+(?={_AMOUNT})",
            "unter ",
        ),
        (rf"\b(?:at least|au moins|co najmniej|не менее|не меньше|щонайменше|не менше)\s+(?={_AMOUNT})", "mindestens "),
        (rf"{_BEGIN}(?P<sum>{_AMOUNT})\w*\s+(?:üzerinde|üstünde)\w*", r"über \g<sum>"),
        (rf"{_BEGIN}(?P<sum>{_AMOUNT})\w*\s+altında\w*", r"unter \g<sum>"),
        (r"\b(?:mille|milion|millon)\b", "Million"),
        (r"\b(?:milionen|milljonen|millonen)\b", "Millionen"),
        (r"\bmios\b", "Mio"),
        (r"\b(?:ner|'ner|einer|ne)\s+(halben\s+|viertel\s*)?(million|milliarde|mio)\b", r"einer \1\2"),
        (r"\bviertelmillion\b", "250.000 Euro"),
        (r"\bzweihunderttausend\b", "200.000"),
        (r"\bfünfhunderttausend\b|\bfuenfhunderttausend\b", "500.000"),
        (r"\bhundert-?\s+(?:und|bis)\s+500\.000", "100.000 und 500.000"),
        (r"\bzehntausend\b", "10.000"),
        (r"\bfünfzigtausend\b|\bfuenfzigtausend\b", "50.000"),
        (r"\bjenseits\s+(?:der|von)\s+millionengrenze\b", "über 1 Million Euro"),
        (r"\bjenseits\s+(?:der|von)\b", "über"),
        (r"\bmer\s+als\b", "mehr als"),
        (
            rf"{_BEGIN}\b(\d+(?:[.,]\d+)*\s*(?:mio|millionen|million|mrd|euro)?\.?)\s+oder\s+(?:mehr|drüber|darüber)\b",
            r"mindestens \1",
        ),
        (r"\b(eine\s+million|eine\s+milliarde)\s+oder\s+mehr\b", r"mindestens \1"),
        (r"\b(?:i[mn]\s+)?(?:jahr\s+)?((?:19|20)\d\d)\s+oder\s+(?:früher|eher|davor|vorher)\b", r"bis \1"),
        (r"\b((?:19|20)\d\d)\s+oder\s+(?:danach|nachher|noch später)\b", r"\1 oder später"),
        (r"\b(\d+|eine?|zwei|drei|vier|fünf)\s+(jahre?|monate?)\s+oder\s+(?:kürzer|weniger)\b", r"höchstens \1 \2"),
        (
            rf"{_BEGIN}\b(\d+(?:[.,]\d+)*\s*(?:mio|millionen|million|mrd|euro)?\.?|eine\s+million)"
            r"\s+oder\s+(?:weniger|drunter|darunter)\b",
            r"höchstens \1",
        ),
        (r"\b(\d+|zwei|drei|vier|fünf)\s+(jahre|monate)\s+oder\s+länger\b", r"mindestens \1 \2"),
    )
)
# What matched is not looked up again: regardless of case "KASIM" matches "kasım", and is another word.
_FOREIGN_MONTHS = tuple(
    (re.compile(rf"\b(?:{'|'.join(forms.split())})(?:\s+(?:of|de))?\s+{_YEAR}", re.IGNORECASE), rf"{month} \g<year>")
    for month, forms in FOREIGN_MONTHS.items()
)
_FIRST_MONTHS = re.compile(
    rf"\b(?:in\s+den\s+)?ersten\s+(?P<n>{'|'.join(_NUMBERS)})\s+monaten?\s+(?:von\s+)?{_YEAR}", re.IGNORECASE
)


# "Weder Partner noch Website", "ohne Partner, Geld und Website": each is said to be missing.
_ROW = (
    r"(?:partner\w*|kooperationspartner|web\w+|internet\w+|homepage|links?|geld\w*|mittel\w*|budgets?|betrag|betr(?:ä|ae)ge|euro\w*"
    r"|adresse)"
)
_ARTICLE = r"(?:(?:eine?[nm]?|die|den|das|irgendeine?n?|genannte[nr]?)\s+)?"
_NEITHER = re.compile(
    rf"\b(?:weder|ohne|keine?[nr]?)\s+(?P<one>{_ARTICLE}{_ROW})\s*(?:,|\bnoch|\bund|\boder)\s+(?!ohne|keine?)(?P<two>{_ARTICLE}{_ROW})"
    rf"(?P<rest>(?:\s*(?:,|\bnoch|\bund|\boder)\s+(?!ohne|keine?){_ARTICLE}{_ROW})*)\b",
    re.IGNORECASE,
)


def _without_rest(words: str) -> str:
    return re.sub(r"\s*(?:,|\bnoch|\bund|\boder)\s+", " und ohne ", words)


# Simple language divides its words: "Schul-Jahr", "Lauf-Zeit".
_HYPHEN = re.compile(r"\b[^\W\d_]+(?:-[^\W\d_]+)+\b")


def _joined(match: re.Match[str]) -> str:
    whole = match[0].replace("-", "")
    return whole.capitalize() if fold(whole) in KEYWORDS | SILENT_WORDS else match[0]


def plainly(text: str) -> str:
    """The text with its turns of speech for dates and amounts put plainly.

    >>> plainly("Was gab es schon vor Corona?"), plainly("unter ner halben million")
    ('Was gab es schon vor 2020?', 'unter einer halben million')
    >>> plainly("Was endet in den ersten sechs Monaten 2025?")
    'Was endet im 1. Halbjahr 2025?'
    >>> plainly("Which measures began in May 2023?")
    'Which measures began in mai 2023?'
    """
    text = _NEITHER.sub(lambda match: f"ohne {match['one']} und ohne {match['two']}{_without_rest(match['rest'])}", text)
    text = _HYPHEN.sub(_joined, text)
    text = _FIRST_MONTHS.sub(lambda match: f"im {_NUMBERS[match['n'].casefold()]} {match['year']}", text)
    for pattern, replacement in (*_FOREIGN_MONTHS, *_REPLACED):
        text = pattern.sub(replacement, text)
    return text
