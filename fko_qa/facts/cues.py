"""How people ask for a fact, as data. One cue a line, over folded words (lower case, umlauts as two letters, no punctuation).

In a cue, ``…`` stands for up to seven words that belong to the matter, ``‹…›`` for words that name the matter and the fact at
once; both are kept for retrieval, everything else only names the fact. ``(a|b)`` and ``?`` are as in regular expressions.
"""

from __future__ import annotations

from fko_qa.facts.kinds import FactKind

_TRAINING = (
    r"(\w*ausbildung(en)?|\w*weiterbildung(en)?|\w*fortbildung(en)?|\w*studium|\w*kurse?|\w*lehrgang|\w*umschulung(en)?|\w*praktikum|\w*praktika"
    r"|\w*qualifizierung(en)?|\w*schulung(en)?|\w*vorbereitungsdienst|\w*anerkennung|\w*pruefung|\w*lehre|bildungsgang|coaching"
    r"|meisterschule|meisterkurs|\w*verfahren|bearbeitung|antrag|visum|teilnahme|anmeldung|eintritt|beratung)"
)
_MONEY = r"( geld| gelder| euro| eur| kohle| mittel| millionen| mio| mille)"
_HOW_MUCH_MONEY = rf"(wie ?viele?)( an)?{_MONEY}+"
_HOW_MUCH = rf"({_HOW_MUCH_MONEY}|wie ?viel( foerderung| zuschuss)*)"
_NO_THING = (
    r"(sind|waren|haben|hat|ist|wird|werden|wurden|wurde|gibt|machen|nehmen|bekommen|kommen|koennen|davon|es|von|das|die|der|kriege"
    r"|bekomme|erhalte|brauche|zahle|habe|zeit|geld|euro|mittel|foerderung|muessen|haette|waere|soll|sollen|lange)"
)
_NO_MEN = r"(geld|gelder|euro|eur|mittel|millionen|mio|mrd|milliarden)"
_WHEN = r"(wann|in welchem (jahr|monat|schuljahr)|an welchem (tag|datum)|zu welchem (zeitpunkt|datum|termin))"
_APPLY = (
    r"(bewerb\w*|anmeld\w*|angemeldet|beantrag\w*|antrae?ge?|einreich\w*|eingereicht|abgeben|abgegeben|einschreib\w*"
    r"|interessenbekundung\w*)"
)
_GRANT = r"(\w*praemien?|\w*zuschuss|\w*zuschuesse|\w*bonus|\w*stipendium|\w*stipendien)"
_MINISTER = r"(\w*minister|\w*ministerin|staatssekretaer\w*|leiter|leiterin|politiker\w*|chef|chefin)"
_MINISTRY = r"(\w*ministerium|\w*ministerien|\w*ministeriums|ressorts?|haus|haeuser|behoerden?)"
_SITE = (
    r"(internetseiten?|webseiten?|websites?|homepage|links?|url|internetadresse|internetpraesenz|webadresse|internetauftritt"
    r"|webauftritt|web ?site|adresse im (internet|netz)|seite im (internet|netz)|eigene seite|online ?seite|online ?portal)"
)
_PLACES = r"(stadt|staedten?|orte?n?|region|regionen|kommunen?|gemeinden?|kreisen?|landesteilen?|standorte?n?|bundeslae?ndern?)"

CUES: dict[FactKind, str] = {
    FactKind.DEADLINE: rf"""
        bis wann … {_APPLY}
        bis wann (kann|koennen|muss|muessen|darf|soll) (ich|man|wir) … (melden|stellen|teilnehmen|mitmachen|entscheiden)
        (ab )?wann (kann|koennen|muss|muessen|darf|soll) (ich|man|wir|sie|‹\w+ \w+›) … {_APPLY}
        wann (ist|war|sind) … (bewerbungsschluss|anmeldeschluss|einsendeschluss|antragsschluss|stichtag|deadline|\w*frist)
        bis (zu )?(welchem|welchen|zum welchen) (datum|termin|tag|zeitpunkt) … {_APPLY}
        """,
    FactKind.OPENING_HOURS: """
        wann (hat|haben|ist|sind|macht) … (geoeffnet|offen|auf|geschlossen|zu|erreichbar|besetzt)
        wann (oeffnet|schliesst|erreiche ich)
        """,
    FactKind.DURATION_TRAINING: rf"""
        wie lange? (dauert|dauern|geht|gehen|braucht|brauche ich fuer|ist) … ‹{_TRAINING}›
        wie lange? ‹{_TRAINING}›
        wie ?viele? (jahre?|monate?|wochen|tage|stunden|semester) (dauert|dauern|geht|braucht|muss|brauche)
        dauer (der|des|vom|von) ‹{_TRAINING}s?›
        """,
    FactKind.START: rf"""
        (seit|ab) (wann|welchem (jahr|schuljahr|kitajahr|datum|monat|zeitpunkt))
        wie lange (gibt es|gibts|laeuft|existiert|besteht) … schon
        wie lange schon
        {_WHEN} … (startet|starten|startete|starteten|gestartet|start|beginnt|beginnen|begann|begannen|begonnen|losgeht|losgegangen)
        {_WHEN} … (angefangen|anfaengt|anlaeuft|eingefuehrt|gegruendet|gings? los)
        {_WHEN} (geht|ging|gehts|legt|gehen|gingen) … los
        {_WHEN} (faengt|fing|laeuft|fangen) … an
        """,
    FactKind.END: rf"""
        bis (wann|wohin|zu welchem (jahr|datum|zeitpunkt)|welches jahr)
        {_WHEN} … (endet|enden|endete|endeten|geendet|auslaeuft|ausgelaufen|ausgelaufen|vorbei|zu ende|schluss|beendet)
        {_WHEN} … (abgelaufen|abgeschlossen|aufgehoert)
        {_WHEN} (laeuft|laufen|lief|liefen) … (aus|ab)
        {_WHEN} (hoert|hoeren) … auf
        """,
    FactKind.TERM: """
        wie lange? (denn )?(noch )?(laeuft|laufen|lief|liefen|gilt|gelten|geht|gehen|ging|besteht|existiert|dauert|dauern|dauerte)
        wie lange? … (laeuft|laufen|gilt|gelten|besteht|dauert|gehen soll|befristet|verlaengert|gefoerdert|gueltig|angelegt)
        wie lange? (wird|ist|sind|soll|gibt es|gibts) … (noch|laufen|dauern|gehen|gelten|geplant)
        wie ?viele? (jahre|monate) (laeuft|gilt|geht|laufen)
        (von|vom) wann bis wann
        (in )?(welche[mr]) zeitraum
        (laeuft|laufen|gilt|gelten) … noch
        (ist|sind) … (befristet|unbefristet|ausgelaufen|beendet|abgelaufen|noch aktuell|verlaengert worden)
        """,
    FactKind.SALARY: """
        (was|wie ?viel) … (verdien|verdient|verdiene|verdienen|verdienst)
        wie hoch … ‹(\\w*gehalt|\\w*verguetung|\\w*lohn|bezahlung|besoldung|verdienst)›
        wie gut … bezahlt
        """,
    FactKind.COST: rf"""
        (was|{_HOW_MUCH}) (kostet|kosten) (mich|uns|einen|das mich|es mich|mein\w*)
        (was|{_HOW_MUCH}) (kostet|kosten) … ‹{_TRAINING}›
        (was|{_HOW_MUCH}) … (muss|muessen|muesste) (ich|man|wir|‹\w+ \w+›) … (zahlen|bezahlen|zuzahlen|hinlegen|beisteuern)
        (ist|sind|waere) … (kostenlos|gratis|umsonst|kostenfrei|kostenpflichtig|gebuehrenfrei)
        (kostet|kosten) … (etwas|was|geld)
        (muss|muessen) (ich|man|wir) … (zahlen|bezahlen|zuzahlen)
        welche (kosten|gebuehren) (entstehen|fallen|kommen|hat|habe|muss)
        """,
    FactKind.MONEY_PLANNED: rf"""
        wie ?viel (wird|wurde|ist|sind|werden) … (ausgegeben|investiert|bereitgestellt|eingeplant|reingesteckt|vorgesehen)
        {_HOW_MUCH_MONEY} … (ausgegeben|ausgibt|investiert|investieren|bereitgestellt|eingeplant|veranschlagt|vorgesehen|geplant|verplant)
        {_HOW_MUCH_MONEY} … (zur verfuegung|bereit|bereitsteht|bereitstehen|geflossen|fliesst|fliessen|gesteckt|reingesteckt|eingesetzt)
        {_HOW_MUCH} (gibt|geben|steckt|stecken|investiert|stellt|zahlt|nimmt) … (land|nrw|landesregierung|‹ministerium›|staat|eu)
        {_HOW_MUCH} (gibt|geben) … aus
        was (gibt|geben) (das land|nrw|die landesregierung|der staat|man) … aus
        mit {_HOW_MUCH_MONEY} … (gefoerdert|unterstuetzt|finanziert|bezuschusst)
        {_HOW_MUCH} (bekommt|kriegt|erhaelt|hat|braucht) (das|die|der|dieses|diese) (projekt|programm|massnahme|initiative|kampagne)
        (wie ?viele?) (millionen|mio|mrd|milliarden)( euro)?
        (was|wie ?viel) (kostet|kosten|kostete|hat)( …) (gekostet|das land|den staat|den steuerzahler|steuerzahler|insgesamt)
        (was|wie ?viel) (kostet|kosten|kostete)(?! ein)
        wie teuer (ist|sind|war|wird)
        was laesst sich … kosten
        wie hoch (ist|sind|war|waren|faellt) … (budget|etat|mittel|kosten|foerdersumme|foerdervolumen|ausgaben|gesamtkosten)
        wie hoch (ist|sind|war|waren|faellt) … (gesamtmittel|haushaltsmittel|finanzmittel|finanzierung|investition|investitionen)
        wie (gross|viel) ist … (budget|etat|foerdertopf|topf)
        """,
    FactKind.MONEY_PERSON: rf"""
        {_HOW_MUCH} (bekomme?|bekommt|bekommen|kriege?|kriegt|kriegen|erhalte?|erhaelt|erhalten|steht mir|steht einem)
        {_HOW_MUCH}( …) (bekomme|bekommt man|bekommen|kriege|kriegt man|kriegen|erhalte|erhaelt man)( ich| man| wir)?
        {_HOW_MUCH} (gibt es|gibts|gibt s|ist|zahlt das land|zahlt nrw) … ‹(pro (person|kopf|teilnehmer\w*|meister\w*)|jeden?r?)›
        {_HOW_MUCH_MONEY} (gibt es|gibts|gibt s) … ‹(meister|meisterin|meisterinnen|ich|mich|mir|absolvent\w*|bestandene\w*)›
        {_HOW_MUCH_MONEY} (gibt es|gibts|gibt s) … ‹({_GRANT}|gesellen?|azubis?|lehrlinge?|teilnehme\w+|beschaeftigte)›
        was (bekomme|bekommt|krieg|kriege|kriegt|erhalte|erhaelt) (ich|man) … ‹(geld|praemie|zuschuss|euro|foerderung|vom land)›
        wie (hoch|gross|viel) (ist|sind|faellt|waere|war) … ‹{_GRANT}›
        {_HOW_MUCH} ‹{_GRANT}› (gibt es|gibts|bekomme?|kriege?|ist)
        was springt … (raus|heraus)
        hoehe (der|des|von|einer) ‹{_GRANT}(es)?›
        """,
    FactKind.MONEY_ANY: rf"""
        {_HOW_MUCH_MONEY}
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
        (ist|sind|wird|werden|steckt|gibt es|fliesst|kommt) … (esf|jtf|efre|eu (geld|mittel|mitteln|gelder)|bundesmittel|landesmittel)
        """,
    FactKind.PERSON: rf"""
        wie heisst (der|die|unser|unsere) ‹{_MINISTER}›
        (welche|welcher|welches|welchen) ‹{_MINISTER}›
        wer (ist|war) (der|die) (zustaendige |verantwortliche )?‹{_MINISTER}›
        wer (hat|haben) … ‹(unterzeichnet|unterschrieben|einberufen|eroeffnet|teilgenommen|gesprochen|begruesst)›
        wer … ‹(aufgetreten|auftrat|unterschrieb|unterschrieben|unterzeichnete)›( hat| ist| sind)?
        wer (trat|sprach|unterschrieb|unterzeichnete|berief|eroeffnete)
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
        wie (lautet|heisst|ist) … {_SITE}
        """,
    FactKind.PARTNERS: r"""
        (welche[nrs]?|was fuer|mit welchen) (\w+e )?(partner\w*|kooperationspartner\w*|umsetzungspartner\w*|projektpartner\w*)
        mit wem (arbeitet|arbeiten|kooperiert|kooperieren|wird|werden|macht|machen|zusammen|laeuft|wurde)( … zusammen)?
        wer (ist|sind|war|waren) … (beteiligt|partner|mit im boot|mit an bord|involviert|mit dabei|alles dabei)
        wer (macht|wirkt|arbeitet|machen|zieht) … mit
        wer (setzt|setzen|setzte) … um
        (ist|sind|gibt es|hat|haben) … (partner|kooperationspartner|projektpartner)
        """,
    FactKind.GOAL: """
        (was|welches|welche|welchen) (ist|war|sind|waere)? ?(der|das|die|denn das)?( eigentliche\\w*)? ?(ziele?|zweck|sinn|absicht)
        (was|welches ziel|welche ziele) (will|wollen|moechte|soll|sollen|sollte) … (erreichen|erreicht|bezwecken|bewirken|bezweckt)
        was (soll|sollen|sollte) … (bringen|das ganze|bewirken)
        (was|welche ziele?|welches ziel) (verfolgt|bezweckt|bringt)
        wozu (dient|dienen|ist|soll|sollen|gibt es|gibts|braucht|brauchen|das|macht|gut)
        wofuer (ist|sind|dient|soll) … (gut|da|gedacht)
        wo soll (das|es) hinfuehren
        """,
    FactKind.ELIGIBILITY: """
        wer (kann|darf|koennte|koennen) … (beantragen|bekommen|teilnehmen|mitmachen|bewerben|erhalten|kriegen|nutzen|anmelden)
        wer (bekommt|kriegt|erhaelt)
        wer (hat|haette) … anspruch
        (habe|hab|hat|haben) (ich|man|wir) … anspruch
        (bin|sind) (ich|wir) … (berechtigt|antragsberechtigt|foerderberechtigt)
        (fuer wen|an wen) (ist|gilt|gibt|sind|richtet|richten|gelten|war)( sich)?
        (welche|welcher|was fuer) (\\w+e )?(voraussetzungen?|bedingungen|anforderungen|zugangsvoraussetzungen)
        (was|wie) (sind|lauten) … (voraussetzungen|bedingungen|anforderungen)
        unter welchen (voraussetzungen|bedingungen|umstaenden)
        was muss (ich|man) … (mitbringen|erfuellen|vorweisen)
        (gibts?|gibt es) … (voraussetzungen|bedingungen)
        wer ist … (antragsberechtigt|zielgruppe|berechtigt)
        """,
    FactKind.APPLICATION: """
        (wie|wo) (kann|koennen|muss|soll|darf|koennte) (ich|man|wir|‹\\w+ \\w+›) … (bewerben|beantragen|anmelden|einschreiben)
        (wie|wo) (kann|koennen|muss|soll|darf|koennte) (ich|man|wir|‹\\w+ \\w+›) … (antrag|antraege) (stellen|einreichen|abgeben)
        (wie|wo) (bewerbe|bewirbt|bewerben|beantrage|beantragt|beantragen) (ich|man|wir)( mich| sich| uns)?
        (wie|wo) (melde|meldet) (ich mich|man sich|ich mein \\w+) … an
        (wie|wo) (stelle|stellt|stellen|reiche|reicht) (ich|man|wir) … (antrag|antraege|bewerbung|unterlagen( ein)?)
        (welche|was fuer) (unterlagen|formulare|dokumente|nachweise|papiere|zeugnisse)
        wie (laeuft|funktioniert|geht) … (bewerbung|antrag|antragstellung|anmeldung|bewerbungsverfahren|antragsverfahren)
        (gibts?|gibt es|wo finde ich|wo gibt es|wo ist) … (antragsformular|formular|anmeldeformular|antragsunterlagen|antraege)
        """,
    FactKind.CONTACT: """
        an wen (kann|muss|soll|wend\\w*|koennen|muessen|richte|darf)( ich| man| wir)?( mich| sich| uns)?( …) (wenden|richten|melden)
        an wen (wende|wendet|wenden|melde) (ich|man|wir) (mich|sich|uns)
        wen (kann|muss|soll|koennen|darf) (ich|man|wir) … (anrufen|fragen|kontaktieren|ansprechen|anschreiben)
        wen (rufe|frage|kontaktiere) ich
        (wie|unter welcher nummer) (erreiche|erreicht|kontaktiere) (ich|man)
        unter welcher (nummer|telefonnummer|rufnummer|mailadresse)
        wo (kann|muss|soll) (ich|man|wir) … (anrufen|hinschreiben)
        (gibts?|gibt es|hat|haben|habt ihr|haben sie) … (telefonnummer|ansprechpartner\\w*|hotline|telefon|rufnummer|kontaktdaten)
        (gibts?|gibt es|hat|haben|habt ihr|haben sie) … (ansprechperson|kontaktperson|e mail|email|mailadresse|e mail adresse)
        wer ist … (ansprechpartner\\w*|ansprechperson|kontaktperson)
        """,
    FactKind.RESULT: """
        (was|wie viel) (hat|haben) … (gebracht|bewirkt)
        was (wurde|ist|wurden) … erreicht
        wie (erfolgreich|wirksam|effektiv) (ist|sind|war|waren)
        (welche|was fuer) (\\w+e )?(ergebnisse?|erfolge|wirkung|wirkungen|auswirkungen|bilanz|empfehlungen)
        (gibts?|gibt es) … (ergebnisse|eine evaluation|eine auswertung|eine bilanz)
        was (kam|ist|kommt) … (heraus|raus|rausgekommen|herausgekommen)
        (hat|haben) … (gewirkt|erfolg|funktioniert|etwas gebracht|was gebracht|sich gelohnt)
        wie ist (der stand|die bilanz|der erfolg|das ergebnis|der zwischenstand|der aktuelle stand)
        (wurde|ist|wird) … (evaluiert|ausgewertet)
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
        {_WHEN} (tritt|trat|treten|ist|sind|wird|war) … ‹in kraft( getreten)?›
        (?<!ab )(?<!seit )(?<!bis ){_WHEN} (war|ist|wird|wurde|wurden|hat|haben|fand|findet|finden|tritt|trat|treten|kommt|gab|gibt|sind|waren|werden|soll|gilt)
        {_WHEN} … (stattfindet|stattgefunden|‹(in kraft|unterzeichnet|unterschrieben|veroeffentlicht|vorgestellt|beschlossen)›)
        {_WHEN} (kam|erschien|erscheint) … (raus|heraus)
        (welches|an welchem) (datum|tag)
        wie (lautet|ist) das datum
        """,
    FactKind.REASON: """
        (warum|wieso|weshalb) (ist|wurde|wird|gibt es|gibts|hat|macht|braucht|sind|werden|wurden|foerdert|soll|will|haben|brauchen)
        aus welchem grund
        was (ist|war|sind) (der|die) (grund|gruende|anlass|ursache)
        """,
    # Last: any other question with "wie viele" is about a number.
    FactKind.COUNT: rf"""
        wie ?viele[nr]? ‹(?!(es|das|davon|von|{_NO_MEN})\b)\w+›
        wie ?viel ‹(?!{_NO_THING}\b)\w+(en|er|e|innen|ts|hes)›
        (wie (hoch|gross) ist|wie lautet|was ist|nenn\w*( mir)?)( die)? (zahl|anzahl|gesamtzahl)( der| an| von)? ‹\w+›
        (zahl|anzahl|gesamtzahl) (der|an|von) ‹\w+›
        wie (hoch|gross) (ist|war|sind) … ‹(\w*quote|\w*anteil|\w*zahl|prozentsatz|\w*stand|auslastung|besetzung)›
        wie ?viel prozent
        """,
}

# Bare nouns: they ask only in shorthand ("laufzeit talentscouting") or after words of asking ("Wie lautet die …", "und das …").
NOUNS: dict[FactKind, str] = {
    FactKind.TERM: "laufzeit laufzeiten projektlaufzeit foerderzeitraum projektzeitraum befristung foerderdauer projektdauer dauer zeitraum",
    FactKind.START: "startdatum starttermin startzeitpunkt projektbeginn projektstart programmstart beginn start(?!_ups?)",
    FactKind.END: "enddatum projektende laufzeitende programmende ende",
    FactKind.MONEY_PLANNED: """
        budget budgets etat geplante_mittel haushaltsmittel finanzmittel foerdersumme foerdervolumen finanzvolumen gesamtkosten
        gesamtsumme gesamtmittel projektmittel mittel kosten finanzen ausgaben gesamtbudget projektbudget jahresbudget
        """,
    FactKind.MONEY_ANY: "foerderhoehe foerderbetrag geldbetrag betrag summe hoehe",
    FactKind.SOURCE: "finanzierung geldgeber foerdergeber geldquelle mittelherkunft foerdertopf finanzierungsquelle kostentraeger",
    FactKind.MINISTRY: """
        ressort ressorts ministerium ministerien zustaendigkeit zustaendig federfuehrung verantwortlich zustaendiges_ministerium
        zustaendige_ministerium verantwortliches_ministerium federfuehrendes_ministerium zustaendiges_ressort
        """,
    FactKind.WEBSITE: """
        link links website websites webseite webseiten internetseite internetseiten homepage url internetadresse internetpraesenz
        webadresse internetauftritt webauftritt adresse_im_internet adresse_im_netz seite_im_internet seite_im_netz internet
        weitere_infos mehr_infos weitere_informationen mehr_informationen
        """,
    FactKind.PARTNERS: "partner partnern kooperationspartner projektpartner umsetzungspartner partnerorganisationen beteiligte",
    FactKind.GOAL: "ziel ziele zweck zielsetzung sinn_und_zweck",
    FactKind.COUNT: "anzahl zahl teilnehmerzahl schuelerzahl gesamtzahl fallzahlen fallzahl",
    FactKind.DATE: "datum termin zeitpunkt inkrafttreten auftakt",
    FactKind.LOCATION: "standort standorte veranstaltungsort ort",
    FactKind.PAGE: "seitenzahl seitenangabe seite_im_bericht seite",
    FactKind.CLUSTER: "cluster handlungsfeld",
    FactKind.PUBLICATION: "veroeffentlichung publikation",
    FactKind.CONTACT: """
        telefonnummer telefonnr telefon rufnummer hotline hotlinenummer e_mail email mail mailadresse e_mail_adresse emailadresse
        kontakt kontaktdaten kontaktperson ansprechpartner ansprechpartnerin ansprechpartnerinnen ansprechperson ansprechstelle
        anschrift postadresse postanschrift adresse tel telnr
        """,
    FactKind.DEADLINE: """
        antragsfrist antragsfristen bewerbungsfrist bewerbungsfristen anmeldefrist anmeldefristen frist fristen bewerbungsschluss
        anmeldeschluss einsendeschluss abgabefrist einreichungsfrist stichtag deadline bewerbungszeitraum antragsschluss
        """,
    FactKind.APPLICATION: """
        antragsformular antragsunterlagen bewerbungsunterlagen anmeldeformular formular antragstellung bewerbungsverfahren
        antragsverfahren anmeldeverfahren anmeldung
        """,
    FactKind.SALARY: "gehalt verguetung lohn verdienst bezahlung ausbildungsverguetung stundenlohn einstiegsgehalt besoldung",
    FactKind.COST: """
        gebuehr gebuehren teilnahmegebuehr teilnahmegebuehren teilnahmebeitrag eigenanteil kursgebuehr kursgebuehren
        teilnahmekosten studiengebuehren eintrittspreis
        """,
    FactKind.ELIGIBILITY: """
        voraussetzung voraussetzungen zielgruppe zielgruppen zugangsvoraussetzungen teilnahmevoraussetzungen foerdervoraussetzungen
        bedingungen antragsberechtigung antragsberechtigte anforderungen foerderbedingungen
        """,
    FactKind.RESULT: "ergebnis ergebnisse erfolg erfolge erfolgsquote evaluation bilanz wirkung erfolgsbilanz zwischenstand",
    FactKind.OPENING_HOURS: """
        oeffnungszeit oeffnungszeiten sprechzeit sprechzeiten sprechstunde sprechstunden servicezeiten geschaeftszeiten buerozeiten
        """,
    FactKind.DURATION_TRAINING: "ausbildungsdauer kursdauer studiendauer bearbeitungsdauer bearbeitungszeit lehrgangsdauer",
}

# Words of the cues in which a typing error is mended too; short ones would be mistaken for others.
MENDED = """
    zustaendig verantwortlich finanziert finanzieren bezahlt gestartet startet beginnt begonnen laeuft bewerben beantragen anmelden
    voraussetzungen beteiligt unterzeichnet unterschrieben veroeffentlicht stattfinden ministerin minister ministers kosten
    massnahmen massnahme programme projekte programm projekt foerdert gefoerdert foerdern foerderung partnerin partnerinnen
    anzahl erfolgreich federfuehrend investiert zahlen bezahlen investitionen investition investieren gefoerderte vermittlung
    ergebnissen erlebnis erlebnisse betrages summen standorten gebuehrenfrei kontakte kontakten veranstaltung veranstaltungen
    meldung forderung forderungen zahlung bewertung bezahlte
    """.split()
