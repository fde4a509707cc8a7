"""What keeps an ordinary question from being taken for a field question: the words around a cue. All texts are folded."""

from __future__ import annotations

import re

from fko_qa.facts.kinds import FactKind


def _words(alternatives: str) -> re.Pattern[str]:
    """Whole words, each a regular expression; ``_`` stands for a blank."""
    return re.compile(rf"(?<!\S)(?:{'|'.join(alternatives.split())})(?!\S)".replace("_", " "))


# Shorthand: as few words as people type into a search box; in longer ones a noun is a topic ("Partner für mein Start-up finden").
_SHORTHAND = 6
# A noun that opens a longer line still asks ("Laufzeit der Förderung für Wärmepumpen im Handwerk").
_SHORTHAND_OPENING = 10
# "An wen wende ich mich, wenn …": in a longer question the rest is the matter, and help is asked for.
_MAX_CONTACT_WORDS = 10

# A line of key words has none of these.
_FUNCTION = _words("der die das den dem ein eine einen ist sind war wird gibt hat haben und ich wir sie er es zu nicht mit")
_QUESTION_WORD = re.compile(r"(?:was|wie|wo|wer|gibt|gibts|kann|hat|ist|welche)\b")
# With such a word the line says what someone wants to do.
_DOING = _words("""
    uebernehmen verschieben vereinbaren absagen gesucht finden suche?n? sucht bekommen kriegen machen werden will moechte wollen
    lernen arbeiten sparen senken
    """)
_OPENS = re.compile(
    r"(?:(?:bitte|hallo|mal|nur|kurz|die|der|das|den|und|nochmal|frage|zum|zur|zu|thema|guten|tag|moin|hi) )*",
)
_ASKING = """
    welche[mnrs]? wie_(?:lautet|lauten|ist|sind|heisst|hoch_ist|hoch_sind) was_(?:ist|sind|war|waren) nennen? nenn sagen? sag
    geben gib zeigen? zeig brauche?n? braeuchte suchen? such haette moechte wissen wuesste frage nach gibts? gibt_es hat haben um
    interessiert interessieren kennen auch und sowie plus oder nicht in erklaeren schicken koennen koennten koennte kannst_du ich
    """
_BETWEEN = """
    mir uns bitte einmal kurz mal sie ich wir gern gerne noch der die das den dem eine?[nrms]? deren dessen dazu dafuer genau
    genaue[nrs]? aktuelle[nrs]? offizielle[nrs]? zugehoerige[nrs]? passende[nrs]? konkrete[nrs]? irgendeine?n? denn da fuer es ein
    """
_FRAME = re.compile(rf"{_words(_ASKING).pattern}(?: {_words(_BETWEEN).pattern})* $")
_JOINED = re.compile(
    r" (?:und|sowie|plus|oder|bzw|auch)(?: (?:die|der|das|den|auch|noch|bitte|welche[rsn]?|eine?n?))* $",
)

_THINGS = (
    r"(?:massnahmen?|programme?n?|projekte?n?|initiativen?|angebote?n?|vorhaben|foerderprogramme?|hilfen?|moeglichkeiten"
    r"|foerdermoeglichkeiten|foerderungen|aktionen|kampagnen|unterstuetzung\w*|foerdermittel|zuschuesse|themen|berufe)(?!\S)"
)
# Questions for measures, whatever facts they are filtered by.
_FOR_MEASURES = (
    re.compile(
        r"(?<!\S)(?:welche[snmr]?|wie ?viele|alle|liste|saemtliche|was fuer|zeig\w*|nenn\w*|finde|suche?|brauche|zu welcher)"
        rf"(?: (?:mir|bitte|alle|die|der|\w+(?:e|en|er|es)))* {_THINGS}"
    ),
    re.compile(
        r"(?<!\S)(?:gibt es|gibts|habt ihr|haben sie) (?!.*\b(?:seite|link|homepage)\b)"
        rf"(?:eine?n? |irgendwelche )?(?:\w+ )?{_THINGS}"
    ),
    re.compile(
        r"(?:\w+ ){0,2}(?:massnahmen|programme|projekte|initiativen)(?: \w+)? (?:die|mit|ohne|bis|ab|unter|ueber|von|der|des)\b"
    ),
)
_COMPARES = _words(
    "die_meisten am_meisten am_laengsten hoechsten? kleinste[ns]? groesste[ns]? teuerste\\w* niedrigste\\w* wenigsten"
)
# "Wie viele Maßnahmen umfasst die …" counts what one measure has, unless it is about all of them.
_COUNTS_PARTS = re.compile(r"umfass|beinhalte|enthaelt|gehoeren zu|besteht aus")
_WHOLE_REPORT = _words("bericht\\w* fachkraefteoffensive cluster ministerium ressort landesregierung")

_ABOUT_ME = _words(
    "ich mich mir mein\\w* wir uns unser\\w* du dein\\w* "
    "my our mon mes mis mea meu moj moja moje мій моя мої мой мои я мы benim bizim"
)
_I_WANT = re.compile(
    r"^(?:ich|wir) (?:brauche?n?|suche?n?(?= (?:die|den|das) )|moechten?|haette?n?|braeuchten?)"
    r"|(?<!\S)(?:sagen sie mir|mir|uns)(?!\S)"
)
# Kinds that ask about the person who asks; the others are not meant where the matter is "mein Job".
_PERSONAL = frozenset(
    {
        FactKind.MONEY_PERSON,
        FactKind.MONEY_ANY,
        FactKind.COST,
        FactKind.DEADLINE,
        FactKind.APPLICATION,
        FactKind.CONTACT,
        FactKind.ELIGIBILITY,
        FactKind.SALARY,
        FactKind.WEBSITE,
        FactKind.DURATION_TRAINING,
        FactKind.OPENING_HOURS,
        FactKind.COUNT,
    }
)
# After these cues a person may still turn to their own case ("Wer bezahlt mir die Umschulung?").
_NOT_FOR_ME = frozenset(
    {FactKind.LOCATION, FactKind.SOURCE, FactKind.DATE, FactKind.MINISTRY, FactKind.GOAL, FactKind.REASON},
)
# "Wo gibt es …" asks for help if it goes on like this.
_HELP = _words("""
    hilfe unterstuetzung beratung geld foerderung ausbildung\\w* jobs? stellen? arbeit plaetze unterschiede? haken problem kurse?
    studium angebote?
    """)
_GOES_ON = re.compile(r" (?:wenn|als|weil|falls|damit) ")
_CLUSTER_NUMBER = re.compile(r"cluster (?:[ivx]+|\d+|eins|zwei|drei|vier|fuenf|sechs)(?!\S)")


def asks_for_measures(text: str) -> bool:
    """Whether a sentence asks which measures there are.

    >>> asks_for_measures("welche programme enden 2027"), asks_for_measures("wann endet das programm")
    (True, False)
    """
    if _COUNTS_PARTS.search(text) and not _WHOLE_REPORT.search(text):
        return False
    first, second, shorthand = _FOR_MEASURES
    return bool(first.search(text) or second.search(text) or shorthand.match(text) or _COMPARES.search(text))


def is_meant(kind: FactKind, text: str, begin: int, end: int) -> bool:
    """Whether a cue at this range of a sentence asks for its kind, going by the words in it and behind it."""
    matched, rest = text[begin:end], text[end:]
    if kind not in _PERSONAL and _ABOUT_ME.search(matched):
        return False
    if kind is FactKind.DATE and rest.startswith(" man "):
        return False
    if kind is FactKind.NAMED and matched.startswith("welche"):
        return not _ABOUT_ME.search(rest)
    if kind is FactKind.CONTACT:
        return not _GOES_ON.search(rest) or text.count(" ") < _MAX_CONTACT_WORDS
    if kind in _NOT_FOR_ME:
        return not _ABOUT_ME.search(rest) and not (matched.startswith("wo ") and _HELP.search(rest))
    return not (kind is FactKind.CLUSTER and _CLUSTER_NUMBER.search(text))


def noun_asks(text: str, noun: str, begin: int, *, something_asks: bool) -> bool:
    """Whether a bare noun that begins here asks: in shorthand, behind words of asking, or joined to what asks already."""
    before = text[:begin]
    if noun.startswith("cluster") and _CLUSTER_NUMBER.search(text):
        return False
    if something_asks:
        return bool(_JOINED.search(before))
    if _ABOUT_ME.search(_I_WANT.sub("", text)):
        return False
    words = text.count(" ") + 1
    closes = text.endswith(noun) and words <= _SHORTHAND_OPENING and not _FUNCTION.search(text)
    in_shorthand = (words <= _SHORTHAND or closes) and not _QUESTION_WORD.match(text)
    opens = words <= _SHORTHAND_OPENING and bool(_OPENS.fullmatch(before))
    return ((in_shorthand or opens) and not _DOING.search(text)) or bool(_FRAME.search(before))
