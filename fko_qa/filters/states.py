"""States of a term that name no date: open-ended, with an end, over, not yet begun, running."""

from __future__ import annotations

import re

from fko_qa.filters.model import TermState
from fko_qa.filters.scan import Scan
from fko_qa.filters.vocabulary import HEADS_PLURAL, HEADS_SINGULAR

_HEAD = rf"(?:{'|'.join((*HEADS_PLURAL, *HEADS_SINGULAR))})"
_OF_MEASURES = rf"(?= (?:\w+ )?{_HEAD}\b)"  # "laufende MSB-Projekte": what is between belongs to others
_ADVERB = r"(?:noch|derzeit|aktuell|gerade|momentan|zurzeit|zur zeit|heute|jetzt|weiterhin|im moment|gegenwaertig|aktiv)"
_RUN = r"(?:laeuft|laufen|gelten|gilt|sind|ist|werden)"
_IS = r"(?:sind|ist|wurden|wurde|worden|werden|laufen|laeuft|gelten|gilt|angelegt)"
_FOREVER = r"(?:unbefristet|dauerhaft|fortlaufend|zeitlich unbegrenzt|unbegrenzt|auf dauer|ohne zeitliche begrenzung)"
_OVER = r"(?:abgeschlossen|beendet|abgelaufen|ausgelaufen|vorbei|zu ende|geendet|fertig)"
_NOT_YET = (
    r"(?:noch nicht (?:gestartet|begonnen|angelaufen|angefangen|eingefuehrt|losgegangen|los|laufen|in kraft(?: getreten)?))"
)
_THE_END = (
    r"(?:festes |festen |konkretes |genanntes |bestimmtes |klares )?(?:end(?:e|datum|termin"
    r"|zeitpunkt)|ablaufdatum|befristung|zeitliche begrenzung)"
)
_ONGOING_WORD = r"(?:laufend|fortlaufend|unbefristet|dauerhaft|zeitlich unbegrenzt|auf dauer|unbegrenzt)"
_STATES = (
    (
        TermState.ONGOING,
        rf"(?:unbefristete|dauerhafte|fortlaufende|zeitlich unbegrenzte)[nr]?{_OF_MEASURES}"
        rf"|(?:(?:ausdruecklich|als) )*{_ONGOING_WORD}(?: (?:(?:und|oder|bzw"
        rf"|beziehungsweise) )*{_ONGOING_WORD})+(?: {_IS}| angelegt)*"
        rf"|{_IS} (?:\S+ ){{0,4}}?{_FOREVER}(?:(?: (?:und|oder|bzw))* {_ONGOING_WORD})*(?: {_IS})?|{_FOREVER} {_IS}"
        rf"|unbefristet",
    ),
    (
        TermState.IN_FORCE,
        r"(?:anstelle|statt|anstatt|an stelle)(?: \S+){1,3}? (?:zeitraum\w*|laufzeit\w*)(?: \S+){0,5}? (?:in kraft"
        r"|inkrafttreten)\w*"
        r"(?: (?:tritt|treten|getreten|ist|sind|oder|angegeben|genannt|steht|stehen))*"
        r"|inkrafttreten\w* (?:anstelle|statt|anstatt|an stelle)(?: (?:einer|der|von|eines|des))? (?:zeitraum\w*|laufzeit\w*)"
        r"|(?:nur|lediglich|bloss|mit|haben|nennen|steht|stehen)(?: (?:ein|eine[nm]?|das|der|die|datum|des|zeitpunkt"
        r"|termin|zum|fuer))*"
        r" inkrafttreten\w*(?: (?:genannt|angegeben|haben|statt|laufzeit|einer|anstelle|steht|stehen))*",
    ),
    (
        TermState.DAY_EXACT,
        r"(?:(?:(?:mit|haben|ein|eine[rnm]?) )*(?:(?:anfang|beginn|start)(?: und (?:ende|schluss))?|laufzeit\w*|zeitraum"
        r"|termin\w*|datum)"
        r" (?:(?:sind|ist|beide|angegeben|stehen|steht|genannt) )*)?"
        r"(?:auf den tag(?: genau\w*)?|tag ?genau\w*|tagesgenau\w*|mit (?:genauem|exaktem) (?:datum|tag)|tagesdatum)"
        r"(?: (?:laufzeit\w*|anfang|beginn|start|und|ende|datum|festgelegt|terminiert|angegeben\w*|sind|ist|haben|genannt"
        r"|bestimmt))*",
    ),
    (
        TermState.NOT_STARTED,
        rf"{_NOT_YET}|(?:starten|beginnen|kommen|laufen) (?:alle )?(?:erst noch|noch erst|noch an)"
        rf"|erst noch (?:starten|beginnen|kommen)"
        rf"|(?:zukuenftige|kuenftige|kommende|bevorstehende)[nr]?{_OF_MEASURES}|noch bevorstehen\w*"
        rf"|(?:noch |erst )?in (?:der )?planung|(?:erst|noch) geplant|geplante[nr]?{_OF_MEASURES}"
        rf"|noch nicht laufende[nr]?{_OF_MEASURES}",
    ),
    (
        TermState.ENDED,
        rf"nicht mehr (?:laufen|laeuft|aktiv(?: sind)?|laufende[nr]?|gelten|gibt)|{_RUN}(?: jetzt"
        rf"| heute)? nicht mehr|(?:gibt es|existieren)(?: heute)? nicht mehr"
        rf"|(?:bereits |schon )?(?:abgeschlossene|beendete|abgelaufene|ausgelaufene)[nr]?{_OF_MEASURES}"
        rf"|(?:bereits|schon|inzwischen|mittlerweile) {_OVER}(?: {_IS})?"
        rf"|{_OVER} {_IS}|{_IS} (?:\S+ ){{0,3}}?{_OVER}|geendet haben|haben (?:bereits |schon )?geendet",
    ),
    (
        TermState.OPEN_ENDED,
        rf"(?:unbefristete|dauerhafte|fortlaufende|zeitlich unbegrenzte)[nr]?{_OF_MEASURES}"
        rf"|{_IS} (?:\S+ ){{0,4}}?{_FOREVER}|{_FOREVER} {_IS}"
        rf"|ohne {_THE_END}|(?:kein|keine) {_THE_END}|nicht befristet(?: sind)?|(?:enden|ende"
        rf"|endet)(?: \S+){{0,1}}? (?:nicht|nie)|unbefristet|open end",
    ),
    (
        TermState.DATED,
        rf"(?:zeitlich )?(?:befristete|begrenzte)[nr]?{_OF_MEASURES}|{_IS} (?:zeitlich )?(?:befristet"
        rf"|begrenzt)|befristet$|(?:zeitlich )?befristet sind|mit {_THE_END}"
        rf"|(?:mit|haben|hat|nennen|nennt|besitzen)(?: (?:zwar|auch|schon|bereits|dafuer|aber|ein|eine[nmr]?))+ {_THE_END}",
    ),
    (
        TermState.UNSTATED,
        r"weder (?:\S+ ){0,2}(?:laufzeit|zeitraum|beginn|datum|zeitangabe|startdatum)\w*(?: (?:noch|oder)(?: \S+){1,14})?"
        r"|(?:gar |ueberhaupt )?(?:keine|nichts|ohne)(?: (?:jede|jegliche))?(?: (?:angaben?|informationen|information))?"
        r" (?:zur|zum|ueber die|ueber den|zu) (?:laufzeit|zeitraum|beginn|dauer|zeitplan)\w*"
        r"|(?:die )?(?:laufzeit|zeitangabe) (?:ganz |komplett |voellig )?(?:fehlt|fehlen)|(?:fehlt"
        r"|fehlen)(?: \S+){0,2}? (?:laufzeit|zeitangabe|zeitangaben)"
        r"|(?:ohne|keine?)(?: angaben?(?: zur?m?)?| konkrete| genannte)? (?:laufzeit(?:angaben?)?"
        r"|zeitangaben?|beginn|startdatum|zeitraum|termin|datum)(?: (?:angegeben|genannt|nennen"
        r"|haben))*",
    ),
    (
        TermState.SCHOOL_YEAR,
        r"(?:nach|zum|mit(?: dem)?|am|an das|im|in|als|ein|einem) (?:dem |einem |ein )?schuljahr(?:en"
        r"|es|s)?(?: orientieren| richten)?",
    ),
    (
        TermState.RUNNING_NOW,
        rf"(?:laeuft|laufen|gelten|gilt)(?: \S+){{0,3}}? {_ADVERB}(?: {_ADVERB})*|{_ADVERB}(?: {_ADVERB})* (?:laufen"
        rf"|laufende[nr]?|laeuft|aktiv(?:e|en)?(?: sind)?|gelten)"
        rf"|(?:laufende|aktive|aktuelle|aktuell laufende)[nr]?{_OF_MEASURES}|nicht (?:abgeschlossen"
        rf"|beendet|abgelaufen|ausgelaufen|vorbei)(?: sind)?|noch nicht {_OVER}(?: {_IS})?"
        rf"|(?:sind|ist)(?: \S+){{0,2}}? aktiv|laufende?$|gibt es noch(?= |$)(?! (?:andere|weitere|mehr))",
    ),
)
_STATE_PATTERNS = tuple((state, re.compile(rf"\b(?:{pattern})\b")) for state, pattern in _STATES)


def says_state(scan: Scan) -> bool:
    """Beside a date only the unmistakable states count: "noch" in "laufen 2027 noch" is none."""
    return any(scan.first(pattern) for state, pattern in _STATE_PATTERNS if state is not TermState.RUNNING_NOW)


def take_states(scan: Scan) -> tuple[TermState, ...]:
    """Every state that the question asks for, taken."""
    states = []
    for state, pattern in _STATE_PATTERNS:
        if scan.take_first(pattern):
            states.append(state)
    if TermState.ONGOING in states:  # the stricter of the two
        states = [state for state in states if state is not TermState.OPEN_ENDED]
    return tuple(states)
