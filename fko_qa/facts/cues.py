"""How people ask for a fact, as data. One cue a line, over folded words (lower case, umlauts as two letters, no punctuation).

In a cue, ``…`` stands for up to seven words that belong to the matter, ``‹…›`` for words that name the matter and the fact at
once; both are kept for retrieval, everything else only names the fact. ``(a|b)`` and ``?`` are as in regular expressions. Of
equally long finds the first counts.
"""

from __future__ import annotations

from fko_qa.facts.kinds import FactKind
from fko_qa.facts.pieces import HOW_LONG, HOW_MUCH, HOW_MUCH_MONEY, WHEN

_NO_MEN = r"(geld|gelder|euro|eur|mittel|millionen|mio|mrd|milliarden)"
_NO_THING = (
    r"(sind|waren|haben|hat|ist|wird|werden|wurden|wurde|gibt|machen|nehmen|bekommen|kommen|koennen|davon|es|von|das|die|der|kriege"
    r"|bekomme|erhalte|brauche|zahle|habe|zeit|geld|euro|mittel|foerderung|muessen|haette|waere|soll|sollen|lange)"
)
_GRANT = r"(\w*praemien?|\w*zuschuss|\w*zuschuesse|\w*bonus|\w*stipendium|\w*stipendien)"
_MINISTER = r"(\w*minister|\w*ministerin|staatssekretaer\w*|leiter|leiterin|politiker\w*|chef|chefin)"
_MINISTRY = r"(\w*ministerium|\w*ministerien|\w*ministeriums|ressorts?|haus|haeuser|behoerden?)"
_SITE = (
    r"(internet ?(seiten?|adresse)|webseiten?|websites?|homepage|links?|url|internetpraesenz|webadresse|internetauftritt"
    r"|webauftritt|web ?site|adresse im (internet|netz)|seite im (internet|netz)|eigene seite|online ?seite|online ?portal)"
)
_PLACES = (
    r"(stadt|gegenden|gegend|raeumen|raeumlichkeiten|gebaeude|halle|saal"
    r"|staedten?|orte?n?|region|regionen|kommunen?|gemeinden?|kreisen?|landesteilen?|standorte?n?|bundeslae?ndern?)"
)

CUES: dict[FactKind, str] = {
    FactKind.START: rf"""
        (seit|seid|ab) (wann|welche[mn] (jahr|schuljahr|kitajahr|datum|monat|zeitpunkt|tag))
        abwann( denn)?
        (besteht|bestehen|laeuft|laufen|gilt|gelten|existiert|existieren|gibts?|gibt es) seit( wann)?$
        (start|beginn|startet|beginnt|los|gestartet|begonnen) wann
        {HOW_LONG} (gibt es|gibts|laeuft|existiert|besteht) … schon
        {HOW_LONG} schon
        {WHEN} … (startet|starten|startete|starteten|gestartet|start)
        {WHEN} … (beginnt|beginnen|begann|begannen|begonnen|losgeht|losgegangen)
        {WHEN} … (angefangen|anfaengt|anlaeuft|eingefuehrt|gegruendet|gings? los)
        {WHEN} (geht|ging|gehts|legt|gehen|gingen) … los
        {WHEN} (faengt|fing|laeuft|fangen) … an
        """,
    FactKind.END: rf"""
        (endet|ende|schluss|laeuft aus) wann
        bis (wann|wohin|zu welchem (jahr|datum|zeitpunkt)|welches jahr)
        {WHEN} … (endet|enden|endete|endeten|geendet|auslaeuft|ausgelaufen|ausgelaufen|vorbei|zu ende|schluss|beendet)
        {WHEN} … (abgelaufen|abgeschlossen|aufgehoert)
        {WHEN} (laeuft|laufen|lief|liefen) … (aus|ab)
        {WHEN} (hoert|hoeren) … auf
        """,
    FactKind.TERM: rf"""
        {HOW_LONG} (denn )?(noch )?(laeuft|laufen|lief|liefen|gilt|gelten|geht)
        {HOW_LONG} (denn )?(noch )?(gehen|ging|besteht|existiert|dauert|dauern|dauerte)
        {HOW_LONG} … (laeuft|laufen|gilt|gelten|besteht|dauert|gehen soll|befristet|verlaengert|gefoerdert|gueltig|angelegt)
        {HOW_LONG} (wird|ist|sind|soll|gibt es|gibts) … (noch|laufen|dauern|gehen|gelten|geplant)
        wie ?viele? (jahre|monate) (laeuft|gilt|geht|laufen)
        (von|vom) wann bis wann
        (in )?(welche[mr]) zeitraum
        (laeuft|laufen|gilt|gelten) … noch
        (ist|sind|wird|gibt es|gibts) … noch (vorgesehen|geplant|moeglich|gueltig|aktuell|weiter)
        in welchen jahren (laeuft|laufen|wird|gilt|gibt|soll|findet)
        {HOW_LONG} … noch$
        (ist|sind) … (befristet|unbefristet|ausgelaufen|beendet|abgelaufen|noch aktuell|verlaengert worden)
        """,
    FactKind.MONEY_PLANNED: rf"""
        wie ?viel (wird|wurde|ist|sind|werden) … (ausgegeben|investiert|bereitgestellt|eingeplant|reingesteckt|vorgesehen)
        {HOW_MUCH_MONEY} … (ausgegeben|ausgibt|investiert|investieren|bereitgestellt)
        {HOW_MUCH_MONEY} … (eingeplant|veranschlagt|vorgesehen|geplant|verplant)
        {HOW_MUCH_MONEY} … (zur verfuegung|bereit|bereitsteht|bereitstehen|geflossen)
        {HOW_MUCH_MONEY} … (fliesst|fliessen|gesteckt|reingesteckt|eingesetzt)
        {HOW_MUCH} (gibt|geben|steckt|stecken|investiert|stellt|zahlt|nimmt) … (land|nrw|landesregierung)
        {HOW_MUCH} (gibt|geben|steckt|stecken|investiert|stellt|zahlt|nimmt) … (‹ministerium›|staat|eu)
        {HOW_MUCH} (gibt|geben) … aus
        was (gibt|geben) (das land|nrw|die landesregierung|der staat|man) … aus
        mit {HOW_MUCH_MONEY} … (gefoerdert|unterstuetzt|finanziert|bezuschusst)
        {HOW_MUCH} (bekommt|kriegt|erhaelt|hat|braucht) (das|die|der|dieses|diese) (projekt|programm)
        {HOW_MUCH} (bekommt|kriegt|erhaelt|hat|braucht) (das|die|der|dieses|diese) (massnahme|initiative|kampagne)
        (wie ?viele?) (millionen|mio|mrd|milliarden)( euro)?
        (was|wie ?viel) (kostet|kosten|kostete|hat|haben)( …) (gekostet|das land|den staat)
        (was|wie ?viel) (kostet|kosten|kostete|hat|haben)( …) (den steuerzahler|steuerzahler|insgesamt)
        (was|wie ?viel) (kostet|kosten|kostete)(?! ein)
        wie teuer (ist|sind|war|wird)
        was (ist|sind|war|waren|wird|wurde|wurden) … (eingeplant|veranschlagt|bereitgestellt|ausgegeben|investiert)
        was (pumpt|steckt|investiert|buttert|laesst) (das land|nrw|die landesregierung|der staat|man|die regierung)
        was … (pumpt|steckt|investiert) … rein
        (welche[rsnm]?|was fuer) (betraege?|summen?|mittel|gelder|geldbetraege) … (eingeplant|bereit|vorgesehen)
        (welche[rsnm]?|was fuer) (betraege?|summen?|mittel|gelder|geldbetraege) … (zur verfuegung|bereitgestellt|geflossen)
        mit (welcher|welchen|welchem) (summe|summen|betrag|betraegen|budget)
        {HOW_MUCH} (geld |mittel )?(steckt|stecken|steckte|fliesst|fliessen) (da|dort|hier|darin|drin|da drin|dahinter|rein)
        (was|wie ?viel) laesst sich … kosten
        wie hoch (ist|sind|war|waren|faellt) … (budget|etat|mittel|kosten|foerdersumme|foerdervolumen|ausgaben|gesamtkosten)
        wie hoch (ist|sind|war|waren|faellt) … (gesamtmittel|haushaltsmittel|finanzmittel)
        wie hoch (ist|sind|war|waren|faellt) … (finanzierung|investition|investitionen)
        wie (gross|viel) ist … (budget|etat|foerdertopf|topf)
        """,
    FactKind.MONEY_PERSON: rf"""
        {HOW_MUCH} (bekomme?|bekommt|bekommen|kriege?|kriegt|kriegen|erhalte?|erhaelt|erhalten|steht mir|steht einem)
        {HOW_MUCH} … (bekommt?|kriegt?|kriege|bekomme|erhalte|erhaelt|bekommen|kriegen) (ich|man|wir)
        {HOW_MUCH} (wuerde|wuerden|kann|koennte|darf) (ich|man|wir) … (bekommen|kriegen|erhalten)
        {HOW_MUCH} (gibt es|gibts|gibt s|ist|zahlt das land|zahlt nrw) … ‹(pro (person|kopf|teilnehmer\w*|meister\w*)|jeden?r?)›
        {HOW_MUCH_MONEY} (gibt es|gibts|gibt s) … ‹(meister|meisterin|meisterinnen|ich|mich|mir|absolvent\w*|bestandene\w*)›
        {HOW_MUCH_MONEY} (gibt es|gibts|gibt s) … ‹({_GRANT}|gesellen?|azubis?|lehrlinge?|teilnehme\w+|beschaeftigte)›
        was (bekomme|bekommt|krieg|kriege|kriegt|erhalte|erhaelt) (ich|man) … ‹(geld|praemie|zuschuss|euro|foerderung|vom land)›
        wie (hoch|gross|viel) (ist|sind|faellt|waere|war)(?! .*\b(budget|etat|mittel|kosten|ausgaben|foerdersumme)\b) … ‹{_GRANT}›
        {HOW_MUCH} ‹{_GRANT}› (gibt es|gibts|bekomm\w*|krieg\w*|erhalt\w*|erhaelt|ist|zahlt)
        was springt … (raus|heraus)
        {HOW_MUCH} (gibt|zahlt|schiesst) (das land|nrw|die landesregierung|der staat|die regierung) … (hoechstens|maximal)
        {HOW_MUCH} (legt|tut|steuert) (das land|nrw|die landesregierung|der staat|die regierung) … (hoechstens|maximal)
        {HOW_MUCH} (gibt|zahlt|schiesst|legt|steuert) (das land|nrw|der staat|man) … (dazu|zu|drauf|bei)
        hoehe (der|des|von|einer) ‹{_GRANT}(es)?›
        """,
    FactKind.MONEY_ANY: rf"""
        {HOW_MUCH_MONEY}
        wie ?viel (ist|sind|war|waren|waere) (das|es|die|der|sie)( denn| genau| insgesamt| so| dann)*$
        (welche[rsn]?|was fuer) (betraege?|summen?)
        wie ?viel (gibt es|gibts|gibt s) fuer
        um wie ?viel geld
        wie hoch (ist|sind|waere) (die|der|das|sie|diese|es|er)(?= und|$)
        wie hoch (ist|faellt|sind) … ‹(foerderung|\w*unterstuetzung|foerderbetrag|foerderungen)›
        wie hoch (ist|faellt|sind) … (summe|betrag|foerderhoehe|geldsumme)
        """,
    FactKind.SOURCE: """
        wer (be)?zahlt
        wer … (bezahlt|finanziert|bezuschusst|foerdert|sponsert)
        wer (traegt|uebernimmt) … (kosten|finanzierung)
        wer (kommt fuer … auf|gibt … geld)
        (woher|wo) (kommt|stammt|kommen|stammen|nimmt) … (geld|mittel|finanzierung|gelder)( her)?
        (kommt|kommen) (das|die) (geld|mittel|finanzierung|gelder) … (von|vom|aus)
        aus (welchem|welchen|welcher) (mitteln|toepfen|topf|fonds|foerdertopf|geldern|quelle|finanztopf|haushalt)
        (aus|von) (wessen|welchem) (tasche|geld|fonds)
        mit (welchen|welchem) (mitteln|geldern|geld)
        (wie|womit|von wem|durch wen|wodurch) (wird|werden|ist|sind|wurde) … (finanziert|bezahlt|bezuschusst|gefoerdert)
        welche[rns]? (eu )?(fonds|geldgeber|foerdertopf)
        (ist|sind|wird|werden|wurde) … (eu gefoerdert|esf gefoerdert|mit eu (mitteln|geld|geldern))
        (ist|sind|wird|werden|steckt|gibt es|fliesst|kommt) … (esf|jtf|efre|bundesmittel|landesmittel)
        (ist|sind|wird|werden|steckt|gibt es|fliesst|kommt) … eu (geld|mittel|mitteln|gelder)
        """,
    FactKind.PERSON: rf"""
        wie heisst (der|die|unser|unsere) ‹{_MINISTER}›
        (welche|welcher|welches|welchen) ‹{_MINISTER}›
        wer (ist|war) (der|die) (zustaendige |verantwortliche )?‹{_MINISTER}›
        wer (hat|haben) … ‹(unterzeichnet|unterschrieben|einberufen|eroeffnet|teilgenommen|gesprochen|begruesst)›
        wer … ‹(aufgetreten|auftrat|unterschrieb|unterschrieben|unterzeichnete)›( hat| ist| sind)?
        wer (trat|sprach|unterschrieb|unterzeichnete|berief|eroeffnete)
        wer (rief|holte|brachte) … (zusammen|ins leben|ein)
        wer (war|waren) … (dabei|vor ort|anwesend|da|zu gast)
        """,
    FactKind.MINISTRY: rf"""
        wer … (zustaendig|verantwortlich|federfuehrend)
        wer (macht|betreibt|organisiert|leitet|verantwortet|steuert|betreut|koordiniert|veranstaltet|initiiert) (das|dies|es)
        wer (verantwortet|betreut|organisiert|veranstaltet|koordiniert|leitet)
        wer (steckt|steht) … (dahinter|hinter)
        wer kuemmert sich (darum|um (das|dieses) (projekt|programm|vorhaben))
        wer hat … (federfuehrung|hut auf|verantwortung)
        (von|unter|bei|zu|in|an|fuer|durch) (welche[mnrs]?) {_MINISTRY}
        (welche[smnr]?) {_MINISTRY}
        was fuer ein {_MINISTRY}
        (ist|sind) … (zustaendig|federfuehrend)
        (gehoert|gehoeren|liegt) … (zum|zur|zu|beim|bei) … oder (noch |auch )?(wem|wen|wer|wo|jemand)( \w+)?
        (gehoert|gehoeren|liegt|laeuft) … (ministerium|ministerien|\w+ministerium|ressort|haus)( oder … (noch )?(wem|wen|wo))?
        unter wessen (federfuehrung|leitung|verantwortung)
        """,
    FactKind.WEBSITE: rf"""
        wo … (nachlesen|nachschauen|nachgucken|nachschlagen)
        wo … (mehr|weitere|naehere|genauere) (infos?|informationen|details|auskuenfte)
        wo … (mehr (dazu|darueber|davon|erfahren|lesen|herausfinden))
        wo … (im (internet|netz|web)|online)
        wo steht (mehr|das|etwas)
        (gibts?|gibt es|hat|haben|existiert|habt ihr|haben sie) … {_SITE}
        (unter|auf) welcher( web| internet)? (adresse|url|internetseite|webseite|website|homepage|internetadresse)
        auf welcher seite im (internet|netz|web)
        auf welcher seite (meldet|melde|kann|koennen|bewirbt|bewerbe) (man|ich|wir)?
        auf welcher seite (finde|findet|erfahre|erfaehrt|gibts?|gibt es) (man|ich|wir)?
        wie (heisst|heissen|lautet|ist) … internet (seite|adresse)
        wie (lautet|heisst|ist) … {_SITE}
        """,
    FactKind.PARTNERS: r"""
        (welche[nrs]?|was fuer|mit welchen) (\w+e )?(partner\w*|kooperationspartner\w*|umsetzungspartner\w*|projektpartner\w*)
        mit wem (arbeitet|arbeiten|kooperiert|kooperieren|wird|werden|macht|machen|zusammen|laeuft|wurde)( … zusammen)?
        wer (ist|sind|war|waren) … (beteiligt|partner|mit im boot|mit an bord|involviert|mit dabei|alles dabei)
        wer (macht|wirkt|arbeitet|machen|zieht) … mit
        wer (setzt|setzen|setzte) … um
        (wer|wen|welche) … als ‹\w*partner(in|innen|n)?› (genannt|auf|aufgefuehrt|gelistet|eingetragen|dabei|angegeben)
        (gibt es|gibts|hat) … (partner|kooperationspartner|projektpartner)
        """,
    FactKind.GOAL: """
        (was|welches|welche|welchen) (ist|war|sind|waere)? ?(der|das|die|denn das)?( eigentliche\\w*)? ?(ziele?|zweck)
        (was|welches|welche|welchen) (ist|war|sind|waere)? ?(der|das|die|denn das)?( eigentliche\\w*)? ?(sinn|absicht)
        (was|welches ziel|welche ziele) (will|wollen|moechte|soll|sollen|sollte) … (erreichen|erreicht)
        (was|welches ziel|welche ziele) (will|wollen|moechte|soll|sollen|sollte) … (bezwecken|bewirken|bezweckt)
        was (soll|sollen|sollte) … (bringen|das ganze|bewirken)
        (was|welche ziele?|welches ziel) (verfolgt|bezweckt|bringt)
        wozu (dient|dienen|ist|soll|sollen|gibt es|gibts|braucht|brauchen|das|macht|gut)
        wofuer (ist|sind|dient|soll) … (gut|da|gedacht)
        wo soll (das|es) hinfuehren
        """,
    FactKind.PAGE: """
        (auf|ab) welcher seite
        welche seite
        welche seitenzahl
        """,
    FactKind.CLUSTER: """
        (in|zu|aus) (welche[mnrs]?) (cluster|kapitel|handlungsfeld|themenfeld|abschnitt)
        (welche[mnrs]?) (cluster|handlungsfeld)
        """,
    FactKind.PUBLICATION: """
        wo (ist|wurde|wird|sind|kann) … (veroeffentlicht|erschienen|publiziert)
        (gibts?|gibt es) … (veroeffentlichung|publikation)
        (ist|wurde) … (veroeffentlicht|publiziert)
        """,
    FactKind.LOCATION: rf"""
        wo (findet|finden|fand|fanden) … statt
        wo (genau )?(liegt|befindet|war|waren|laeuft|laufen|wird|werden|wurde|sitzt|sitzen|gilt)
        wo (genau )?(ist|sind|gibt es|gibts)
        (in|an|aus) (welche[mnrs]?) (\w+en )?{_PLACES}
        (in|an) (welche[mnrs]?) ‹(hochschulen?|universitaeten|unis?|schulen|schulformen|berufskollegs?)›
        (welche|was fuer) {_PLACES} … (mit|beteiligt|dabei|teil|gehoeren|gehoert)
        """,
    FactKind.DATE: rf"""
        {WHEN} (tritt|trat|treten|ist|sind|wird|war) … ‹in kraft( getreten)?›
        (?<!ab )(?<!seit )(?<!bis ){WHEN} (war|ist|wird|wurde|wurden|hat|haben|fand|findet|finden)
        (?<!ab )(?<!seit )(?<!bis ){WHEN} (tritt|trat|treten|kommt|gab|gibt|sind|waren|werden|soll|gilt)
        {WHEN} … (stattfindet|stattgefunden|‹(in kraft|unterzeichnet|unterschrieben|veroeffentlicht|vorgestellt|beschlossen)›)
        {WHEN} (kam|erschien|erscheint) … (raus|heraus)
        ‹(unterschrieben|unterzeichnet|veroeffentlicht|vorgestellt|beschlossen|in kraft|auftakt)› wann
        (welches|an welchem) (datum|tag)
        wie (lautet|ist) das datum
        """,
    # Last: any other question with "wie viele" is about a number.
    FactKind.COUNT: rf"""
        wie ?viele[nr]? ‹(?!(es|das|davon|von|{_NO_MEN})\b)\w+›
        wie ?viele[nr]?( sind| waren| sinds)?( das| es| die)?( denn| genau| insgesamt| so| ungefaehr)*$
        wie (oft|haeufig) (hat|haben|wurde|wurden|war|waren|fand|fanden|trafen|traf|gab)
        wie ?viel (?!(prozent|{_NO_THING})\b)\w+en? (steigt|waechst|erhoeht)
        wie ?viel ‹(?!{_NO_THING}\b)\w+(en|er|e|innen|ts|hes)›
        (wie (hoch|gross) ist|wie lautet|was ist|nenn\w*( mir)?)( die)? (zahl|anzahl|gesamtzahl)( der| an| von)? ‹\w+›
        (zahl|anzahl|gesamtzahl) (der|an|von) ‹\w+›
        wie (hoch|gross) (ist|war|sind) … ‹(\w*quote|\w*anteil|\w*zahl|prozentsatz|\w*stand|auslastung|besetzung)›
        (um )?wie ?viel prozent
        (welcher|was fuer ein) (prozentsatz|anteil)
        """,
}
