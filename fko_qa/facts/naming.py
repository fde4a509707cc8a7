"""Named things: which foundation, which database, which level; only where the report prints noun and name together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fko_qa.facts.folding import fold
from fko_qa.facts.kinds import Fact, FactKind, FactQuote, not_stated
from fko_qa.facts.matching import Matter, row_quotes
from fko_qa.text import STOP_WORDS

# What a name can stand beside, folded. The cue of this kind takes only these, or every question with "welche" would be one.
_NOUN = (
    r"(stiftung|datenbank|stufe|sprachniveau|bezirks ?regierung|projekttraeger|institut|passwort|kennwort"
    r"|forschungsinstitut|forschungsverbund|bundeslaender)"
)
NAMED_CUES = {
    FactKind.NAMED: rf"""
        (welche[rsnm]?|was fuer eine?[nrms]?|wie heisst (die|der|das)) (\w+e[nrs]? )?‹{_NOUN}›
        (eine?[nrms]?|ne[nr]?) ‹{_NOUN}› welche[rsnm]?( denn| den| genau| ist das)*
        ‹(passwort|kennwort)›
        ‹wer› (bestimmt|entscheidet|steuert) (das )?(am ende|letztlich|letzten endes|im einzelfall)
        """,
}
_STATES = """
    Baden-Württemberg Bayern Berlin Brandenburg Bremen Hamburg Hessen Mecklenburg-Vorpommern Niedersachsen Saarland Sachsen
    Rheinland-Pfalz Sachsen-Anhalt Schleswig-Holstein Thüringen
    """.split()
_STATE = "|".join(sorted(_STATES, key=len, reverse=True))
_DECIDED = re.compile(r"(?:Steuerung|Entscheidung)[^.]*? durch (?:die |den |das )?(?P<name>[A-ZÄÖÜ]\w+)")
_LABELLED = re.compile(r"[Pp]asswort: (?P<name>\w+)")
_SPECIAL = {
    "passwort": _LABELLED,
    "kennwort": _LABELLED,
    "bundeslaender": re.compile(rf"(?P<name>(?:{_STATE})(?:, (?:{_STATE}))*)"),
    "sprachniveau": re.compile(r"(?:von C2 auf )?(?P<name>C1|[ABC][12])"),
    "wer": _DECIDED,
}
# "Stufe 5", "Bezirksregierung Köln", "Messe „JobAktiv“": the noun belongs to the name; "Datenbank anabin": it does not.
_WITH_NOUN = r"(?P<name>{noun} (?:\d+|[„\"]?[A-ZÄÖÜ][\wäöüß]+[“\"]?))"
_BEFORE = r"(?P<name>(?!Die |Der |Das |Eine |Dem |Den )[A-ZÄÖÜ]\w+[ -]{noun})(?!\w)"
_AFTER = r"\b\w*{noun} (?P<name>[a-zäöü]\w+(?: [a-zäöü]\w+)*)"
_INSTITUTE = r"(?P<name>{noun} für \w+(?: und \w+)?)"


def find_named(kind: FactKind, matter: Matter) -> Fact:
    """The name that stands beside the asked noun, the rows before the text; keine Angabe if none does."""
    best: tuple[float, str, tuple[FactQuote, ...]] | None = None
    for text, quotes, weight in _texts(matter):
        name = _name(matter.named, text)
        score = weight + matter.overlap(text)
        if name and (best is None or score > best[0]):
            best = (score, name, quotes)
    return Fact(kind, best[1], best[2], stated=True) if best else not_stated(kind)


def _texts(matter: Matter) -> Iterator[tuple[str, tuple[FactQuote, ...], float]]:
    for found in matter.measure.fields:
        if not found.is_empty:
            yield found.value, row_quotes(matter.measure, found), 1.0
    for passage in matter.sentences:
        yield passage.text, (FactQuote(passage.section, passage.text),), 0.0


def _name(asked: str, text: str) -> str | None:
    noun = asked.replace(" ", "")
    if noun in _SPECIAL:
        match = _SPECIAL[noun].search(text)
        return match["name"] if match else None
    printed = next((word for word in re.findall(r"[A-ZÄÖÜ]\w+", text) if fold(word) == noun or fold(word).endswith(noun)), None)
    if printed is None:
        return None
    for form in (_INSTITUTE, _BEFORE, _WITH_NOUN, _AFTER):
        if (match := re.search(form.format(noun=re.escape(printed)), text)) and (name := _without_function_words(match["name"])):
            return name
    return None


def _without_function_words(name: str) -> str:
    """Lower-case names end where the sentence goes on ("agentur mark werden sich …")."""
    kept = []
    for word in name.split():
        if word in STOP_WORDS:
            break
        kept.append(word)
    return " ".join(kept)
