"""Further ways to ask for a fact in German: looser, colloquial, clipped (see :mod:`fko_qa.facts.cues` for how to read the cues)."""

from __future__ import annotations

from fko_qa.facts.kinds import FactKind
from fko_qa.facts.pieces import HOW_LONG, HOW_MUCH, WHEN

_THIS = r"(das|dies|es|die sache|das ganze|(das|dieses|die|diese) (\w+ )?(projekt|programm|massnahme|initiative|ding))"
_WHO_ALL = r"(wer|welche|wen|wem)"
_EVERYBODY = (
    r"‹(person|kopf|nase|teilnehm\w*|meister\w*|azubi\w*|schueler\w*|monteur\w*|\w+monteur\w*|betrieb\w*|auszubildende\w*|platz)›"
)
_GRANT = r"(\w*praemien?|\w*zuschuss|\w*zuschus|\w*bonus|\w*pauschale|\w*stipendium|foerderung|unterstuetzung)"
_MONEY_NOUN = r"(summe|betrag|geldsumme|foerdersumme|foerdervolumen|budget|etat|kosten|mittel|gelder|ausgaben|finanzvolumen)"
_CAN = r"(kann|koennen|muss|muessen|soll|darf|koennte|koennt|konnte)"
_ME = r"(ich|man|wir|er|sie|jemand|einer)"
_APPLY = r"(bewerb\w*|beworben|beantrag\w*|anmeld\w*|anzumelden|angemeldet|einschreib\w*|eintragen|einreich\w*|mitmachen)"
_FORM = r"(formular|formulare|antrag|antraege|antragsformular|bewerbungsformular|vordruck|unterlagen)"
_PAY = r"(zahlen|bezahlen|zuzahlen|hinlegen|blechen|zahl|bezahl|berappen|hinblaettern|loehnen)"
_TOWN = r"(stadt|staedte[n]?|ort|orte[n]?|kaff|nest|region|regionen|kommune[n]?|gemeinde[n]?|ecke|gegend|kreis|kreise[n]?)"
_BODY = (
    r"(\w*stiftung|stifftung|datenbank|\w*hochschule|uni|universitaet|fachhochschule|\w*institut|institud|firma|verein|organisation"
    r"|verband|wohlfahrtsverband|traegerverein|\w*kammer|fachkundige stelle|anerkennungsstelle|pruefstelle|zertifizierungsstelle"
    r"|paragraf\w*|paragraph\w*|niveaustufe|dqr \w+|berufsgruppen|plattform|verordnung"
    r"|bezirks ?regierung|gesellschaft|richtlinie|rechtsgrundlage)"
)
_NAMED_BODY = r"(stiftung|datenbank|hochschule|uni|universitaet|institut|firma|verein|organisation|verband|kammer|zertifizierung)"
_OFFICE = r"(\w*minister|\w*ministerin|staatssekretaer\w*|vorsitzende\w*|leiter|leiterin|chef|chefin)"

MORE_CUES: dict[FactKind, str] = {
    FactKind.TERM: rf"""
        (wie ?lange?) … (laeuft|dauert|geht|get|laufen|dauern|gilt|besteht|gibt|lauft|zieht|bleibt)
        (ist|sind) … (auf dauer|dauerhaft|zeitlich begrenzt|nur voruebergehend|nur befristet)
        (dauert|dauern|laeuft|laufen|geht) {_THIS}?( projekt| programm)? ?(wie ?viele?|wieviele) (jahre|monate|wochen|tage)
        (ueber|fuer|auf) (wie ?viele?|wieviele) (jahre|monate|wochen|schuljahre)
        wie ?viele? (jahre|monate|wochen) (dauert|dauern|laeuft|geht|get) … ‹(projekt|programm|studie|massnahme|foerderung|initiative)›
        (auf|fuer|ueber) (welche|welchen|was fuer eine[n]?) (dauer|zeit|zeitraum|zeitspanne)
        (welche[nrs]?|was fuer eine?n?) (\w+ )?(laufzeit|dauer|zeitraum|zeitspanne|projektlaufzeit)
        wann (faengt|beginnt|startet) … und … (endet|hoert|vorbei|zu ende|aufhoert)
        von wann (bis|an)
        """,
    FactKind.START: rf"""
        {WHEN} … (angefangen|startschuss|angelaufen|ans laufen|anfaengt|losgelegt)
        (ab|seit|von) (wann|welchem (tag|jahr|monat)) (an|denn|genau|schon)
        wann (hat|haben) (das|die|der|man|die) … (angefangen|begonnen|gestartet)
        """,
    FactKind.END: rf"""
        {WHEN} … (ended|aufhoert|dicht|dichtgemacht|eingestellt|schluss|auslaeuft|aus ist|rum|ausgelaufen)
        (auslauf|auslaufen|auslaufdatum|projektschluss|enddatum|auslauftermin)
        {WHEN} (ist|wird|waere) … (aus|schluss|ende|feierabend)
        bis wann (denn|noch|genau)
        """,
    FactKind.MONEY_PLANNED: rf"""
        (brauche|braeuchte|suche|brauchen|wissen|fehlt)( ich| noch| bitte| nur| mir)* (die|das|den|der) (\w+e )?{_MONEY_NOUN}
        (in|mit) welcher (hoehe|groessenordnung) … (land|mittel|gefoerdert|finanziert|bereit|foerdert)
        (was|wie ?viel) (laesst|lasst) … (sich )?(das land|nrw|der staat|die landesregierung) … kosten
        (journalist\w*|anruf\w*|buerger\w*|redaktion) (will|fragt|braucht|moechte) … {_MONEY_NOUN}
        (wie ?viel|was) … (steuergeld|steuergelder|landesgeld|landesmittel|foerdergeld|foerdermittel|haushaltsmittel)
        """,
    FactKind.MONEY_PERSON: rf"""
        {HOW_MUCH} … (pro|je) {_EVERYBODY}
        (was|wie ?viel) (gibt ?s|gibt es|kriegt|bekommt|zahlen|zahlt|springt) … (pro|je|fuer jeden?n?) {_EVERYBODY}
        {_GRANT} … (pro|je) {_EVERYBODY}
        (was|wie ?viel|wieviel) (kriegt?|kriege|bekommt|bekomme|erhaelt|erhalte) (ich|man|er|sie|einer) … (raus|dafuer|vom land|vom staat)
        (wie ?viel|wieviel) {_GRANT} (gibt|gibts|bekomm\w*|krieg\w*|erhaelt\w*|zahlt|ist)
        (wie ?viel|was) (be)?zahlt (das land|nrw|der staat) … ‹(einem|einer|jedem|jeder|mir|den|pro)›
        (auf die hand|bar auf die kralle) … wie ?viel
        wie ?viel … auf die hand
        wie hoch (ist|sind|waere|faellt)( der| die| eine| ein| das)* {_GRANT}
        (euro|betrag|hoehe|summe) ‹(\w*praemie|meisterpruefung|\w*zuschuss|\w*bonus)›
        ‹(\w*praemie|\w*zuschuss|\w*bonus|\w*pauschale)› (euro|betrag|hoehe|wie ?viel|wie hoch|wieviel)
        """,
    FactKind.SOURCE: r"""
        (von wem|durch wen|woraus|wovon|womit) (ist |wird |sind |werden |wurde )?… (finanziert|bezahlt|gefoerdert|getragen|gesponsert)
        (wo|woher) … (kohle|geld|knete|mittel|gelder|finanzierung) … her
        (zahlt|bezahlt|finanziert|traegt|foerdert) (das|es|die) … (eu|land|bund|staat|kommune|stiftung) oder
        (esf|efre|jtf|eu mittel|eu geld|landesmittel|bundesmittel|eu) oder (esf|efre|jtf|eu mittel|landesmittel|bundesmittel|land|bund)
        (ist|sind|kommt|kommen|stammt) … (vom bund|vom land|aus bruessel|von der eu|eu mittel|esf mittel|aus dem esf)
        wer (gibt|stellt|spendiert|steuert) … (geld|mittel|gelder|kohle)
        wessen (geld|mittel|gelder|kohle)
        """,
    FactKind.PERSON: rf"""
        wer (genau )?(mit namen|namentlich|persoenlich)
        (welche|welcher|wessen) (personen?|namen?|politiker\w*|redner\w*|prominente\w*)
        wie (hiess|heisst|heissen|hiessen|lautet) (die|der|er|sie|diese|dieser|noch|nochmal) … ‹(name|{_OFFICE[1:-1]}|person|mann|frau|kollegin)›
        wie (hiess|hiessen|heisst|heissen) (sie|er|der|die)( noch| nochmal| denn| gleich)*$
        ‹{_OFFICE}› … (name|namen|heisst|hiess)
        (name|namen) (der|des|vom|von|dieser) … ‹{_OFFICE}›
        wer (war|waren|sind|ist) (das|sie|er|die beiden|die person|der mann|die frau)( denn| genau| noch| nochmal| eigentlich)*$
        wer (hat|haben) … (unterschrieben|unterzeichnet|einberufen|eroeffnet|gesprochen|geredet|teilgenommen|vorgestellt|uebergeben)
        """,
    FactKind.MINISTRY: r"""
        wer (managt|macht|fuehrt|steuert|betreut|lenkt|regelt|verwaltet) … ‹(das|die|den)› (programm|projekt|massnahme|sache|ganze)
        (mags|mkjfgfi|msb|mkw|mwike|mhkbd|munv|mlv|stk|jm|im|fm) oder (doch |das |eher )?(mags|mkjfgfi|msb|mkw|mwike|mhkbd|munv|mlv|stk|jm)
        (welche[rsn]?|was fuer ein) (\w+ )?(minister|ministerin) (ist|macht|hat) … (zustaendig|verantwort\w*|hut)
        wer (hat|traegt|haelt) … (zustaendigkeit|verantwortung|leitung|faeden)
        (bei|unter) wem (liegt|laeuft|ist|sitzt)
        """,
    FactKind.WEBSITE: r"""
        (gibts?|gibt es|gib|haben|hat|existiert|fehlt|brauche|suche|wie lautet|schick\w*) … (\w+ )?(link|seite|homepage|website|url|webseite)
        (auf|unter) welcher (seite|internet\w*|web\w*|adresse) … (info\w*|informiert)
        (fehlt|fehlen) … (link|internet\w*|homepage)
        (unter|auf) (welchem|was fuer einem) (link|portal)
        """,
    FactKind.PARTNERS: rf"""
        mit wem … (zusammen\w*|kooperier\w*|gemeinsam|partner\w*|arbeitet|arbeiten|verbuendet|tun|getan)
        wer (kooperiert|arbeitet|arbeiten|kooperieren|macht|machen|zieht|ziehen) … (mit|zusammen|mit dem land|gemeinsam|bei)
        {_WHO_ALL} … (mit im boot|im boot|mit an bord|an bord|beteiligt|auf die beine gestellt|mit drin|mitgemacht)
        {_WHO_ALL} (ist|sind|war|waren|macht|machen|haengt|haengen) … (mit dabei|alles dabei|noch dabei|noch mit|beteiligt)
        wer (noch|alles) … (dabei|mit|beteiligt)
        (welche[rn]?) (\w+e )?(verbaende|institutionen|akteure|organisationen) … (beteiligt|dabei|mit|eingebunden|kooperier\w*)
        """,
    FactKind.GOAL: rf"""
        (mit|in) welche[rmn]? (\w+ )?(absicht|ziel\w*|zweck|hintergedanken)
        (zu|fuer) welche[mnr]? (\w+ )?(zweck\w*|ziel\w*)
        (warum|weshalb|wieso) (gibt es|gibts|macht|machen|existiert|wurde) … ‹(das|dieses|die|diese)› (projekt|programm|massnahme|initiative)
        was (ist|is|war|waere) … (ziel|zweck|sinn|zihl|idee|absicht|hintergrund)
        was (will|wollen|moechte|moechten|erhofft|verspricht|bezweckt|soll) … (erreichen|erreicht|bezwecken|sich davon|davon|damit)
        (welche[ns]?) (\w+ )?(ziele?|zweck|absicht) (hat|haben|verfolgt|steckt|steht)
        wozu (das|dieses|soll|dient|ist)
        was soll {_THIS} … (bringen|bewirken|erreichen|aendern|verbessern)
        """,
    FactKind.LOCATION: rf"""
        (in|an|aus|bei|von) welche[mnr]? (\w+ )?{_TOWN}
        (welche[rs]?|was fuer eine?) (stadt|ort|kaff|region|messehalle|gebaeude|halle)
        wo (is|ist|sind|war|wahr|waren|wars) ‹(der|die|das|denn|dieser|diese|dieses|es)›
        wo … (stattgefunden|stattfindet|veranstaltet|abgehalten)
        (stadt|ort|standort|veranstaltungsort|kaff) (des|der|von|vom)
        wo (genau|denn|eigentlich) (war|ist|findet|fand|steht|sitzt|liegt)
        wo (steht|entsteht|entstehen|bauen|baut|tagte|trafen|traf|sitzt)
        """,
    FactKind.NAMED: rf"""
        (welche[rsnm]?|was fuer eine?[nrms]?) (\w+e[nrs]? )?‹{_BODY}›
        (wie )?(heisst|hiess|heissen|lautet) (denn |noch |nochmal |noch mal |gleich )*(die|der|das|diese[rs]?|name der|name des) (\w+ )?‹{_BODY}›
        (name|namen|bezeichnung) (der |des |von der |vom |einer )?(\w+ )?‹{_BODY}›
        (studium|schule|kurs) welche ‹(hochschule|uni|stiftung|firma|stelle)›
        ‹{_NAMED_BODY}› (name|welche[rs]?|heisst|heist|wie heisst)
        ‹fachkundige stelle›
        """,
    FactKind.DATE: r"""
        (an|am) (welche[mn]|was fuer einem) (\w+ )?(tag|datum|wochentag|termin|tage)
        (in kraft|inkrafttreten|‹unterzeichnung›|‹auftakt›) (seit|am|tag|datum|wann|ab)
        (ab|seit|zu) (welchem|welcher|wann) (datum|tag|stichtag)
        wann (genau )?(war|ist|wahr|fand|trat|kam) … (tag|termin|datum|kongress|messe|treffen|auftakt|sitzung|veranstaltung)
        ‹(unterzeichnung|veroeffentlichung|auftakt|kongress|messe|treffen)› (wann|datum|tag|termin)
        """,
    FactKind.DEADLINE: rf"""
        (ist|waer|waere|bin|komme|sind) … (zu spaet|schon rum|schon vorbei|noch rechtzeitig|abgelaufen) … ‹(fuer|mit|antrag|anmeld\w*)›
        (ist|bin|komme|waere) … zu spaet
        {WHEN} (ist|war|endet|waere) … (letzte|letzter|spaetestens) (tag|termin|moeglichkeit|chance)
        (letzter|spaetester|letzte) (tag|termin|abgabetermin|moeglichkeit|bewerbungstag)
        bis (wann|zu welchem \w+|welchen \w+) … {_APPLY}
        bis (wann|zu welchem \w+) … (abgeben|abgegeben|abschicken|einschicken|vorliegen|da sein|stellen|gestellt)
        (ist|sind) … (frist|fristen|anmeldefrist|antragsfrist) … (um|rum|vorbei|abgelaufen|verstrichen)
        {_CAN} {_ME} … (jetzt noch|noch jetzt|immer noch|noch) {_APPLY}
        {HOW_LONG} … (noch )?zeit
        """,
    FactKind.APPLICATION: rf"""
        (wie|wo|womit|bei wem|wohin) {_CAN} {_ME} … {_APPLY}
        (wie|wo|bei wem) (melde|meldet|bewerbe|bewirbt|beantrage|beantragt|stelle|stellt|trage|traegt) {_ME}
        (wie|wo) … (krieg|kriege|kriegt|bekomm\w*|find\w*|gibts?|gibt es|liegt|download\w*|runterladen) … {_FORM}
        (geht|gehts|laeuft|funktioniert|klappt) … {_FORM} … (online|digital|schriftlich|per post|elektronisch)
        {_FORM} (online|digital|wo|wie|download|woher)
        (bewerbung|antrag|anmeldung|antragstellung) … (wie|wo|wohin) (geht|gehts|laeuft|funktioniert|muss|kann|schick\w*|hin)
        (wohin|an wen|wo) … (antrag|bewerbung|unterlagen|formular) … (schick\w*|hin|geschickt|senden|abgeben|einreichen|rein)
        was (muss|soll|muessen) {_ME} (tun|machen|unternehmen|ausfuellen|einreichen|vorlegen)
        (wie|wo) … (antrag|bewerbung|anmeldung) (stell\w*|ab|einreich\w*|schreib\w*|abgeb\w*|moeglich)
        """,
    FactKind.SALARY: r"""
        (bekomm\w*|krieg\w*|gibts?|gibt es|zahl\w*|erhalt\w*|erhaelt) … (gehalt|lohn|verguetung|ausbildungsverguetung|kohle jeden monat|monatsgehalt)
        (welche[sn]?|was fuer ein|was fuer eine?n?|wie viel|wieviel|wie hoch\w*) (\w*gehalt|\w*lohn|verdienst|verguetung) (haette|hat|bekomm\w*|krieg\w*|gibts?|ist|hab|habe|zahl\w*)
        (welche[sn]?|was fuer eine?n?) (gehalt|lohn|verguetung|bezahlung|besoldung)
        (in|nach) welcher (entgelt\w*|besoldungs\w*|lohn\w*|gehalts\w*|tarif\w*)
        (was|wie ?viel) (zahlt|zahlen|kriegt|bekommt|gibt|gibts|kommt|hab|habe|hat) … (im monat|monatlich|pro monat|netto|brutto|die stunde|am ende)
        was (verdint|verdien\w*|verdint man)
        (kriegt|bekommt|krieg|bekomm\w*) … (kohle|geld|knete) jeden monat
        """,
    FactKind.COST: rf"""
        (ist|sind|waere|waer|wird|bleibt) … (kostenlos|gratis|umsonst|kostenfrei|kostenpflichtig|gebuehrenfrei|fuer lau)
        (ist|sind) (der |die )?(eintritt|teilnahme|anmeldung|kurs|beratung) … (frei|gratis|umsonst|kostenlos|kostenfrei)
        (eintritt|teilnahme) frei
        (kostenlos|gratis|kostenfrei|kostenpflichtig|umsonst|gebuehrenfrei)$
        (muss|muessen|muesste|muessten|soll|sollen|mus) … (was|etwas|dafuer|gebuehren?|selbst|selber|eigenes geld|beitrag) … {_PAY}
        (etwas|was|dafuer|dazu|selber|selbst) (zu)?(zahlen|bezahlen) (muss|muessen|muesste)
        (muss|muessen|mus|muesste) (ich|man|wir|er|sie) … {_PAY}
        (kostet|kosten) … (mich|uns|einen|etwas|was|geld|die teilnehmer\w*|die teilnahme|den betrieb)
        (was|wie ?viel) … (selber|selbst|aus eigener tasche|dazu|als betrieb|als teilnehm\w*) {_PAY}
        (kommen|entstehen|fallen) … (kosten|gebuehren) … (auf mich|auf uns|zu|an|fuer mich|auf einen)
        """,
    FactKind.CONTACT: r"""
        (hast|habt|haben|hat|gib|gibt|gibts|brauch\w*|such\w*|haette\w*) … (nummer|telefonnummer|rufnummer|durchwahl|mailadresse|kontakt|e ?mail|anschrift)
        (kann|koennte|koennen|darf) (ich|man|wir) … (anrufen|hinschreiben|ne mail|eine mail|mailen|anmailen|erreichen|kontaktieren|telefonieren)
        (wen|wo|wem) (kann|kan|muss|soll|koennte|koennen|darf) (ich|man|wir|er|sie) … (anrufen|anruffen|fragen|schreiben|ansprechen|mailen|erreichen)
        (wer|welche person|welche stelle) … (ansprechpartner\w*|ansprechbar|erreichbar|auskunft)
        (mit wem|bei wem|an wen) (kann|muss|soll|koennte|koennen|spreche|rede|melde|frage) (ich|man|wir) … (sprechen|reden|melden|fragen|telefonieren|wenden|nachfragen|anrufen)
        (wie|wo) (erreich\w*|kontaktier\w*) (ich|man|wir)
        (unter|auf) welcher (\w+ )?(nummer|telefon\w*|mail\w*|e mail\w*)
        """,
    FactKind.RESULT: r"""
        was … (erreicht|gebracht|bewirkt|rausgekommen|herausgekommen|verbessert|draus geworden|daraus geworden)
        (hat|haben) … (geklappt|gebracht|gelohnt|gewirkt|funktioniert|verbessert|geholfen|genutzt|gefruchtet)
        (wie|was) (laeuft|lief|ist) … (bisher|bislang|so gelaufen|ausgegangen|gelaufen|draus geworden)
        (welche[nrs]?|was fuer|was fuer eine?n?) (\w+ )?(ergebnis\w*|erfolg\w*|wirkung\w*|bilanz|fazit|effekt\w*|fortschritt\w*)
        (zwischenbilanz|bilanz|fazit|evaluation|evaluierung|auswertung|erfolgsbilanz) (zu|zum|zur|der|des|von|vom)
        (was|wie) … (am ende|unterm strich|schlussendlich|letztlich) … (raus|heraus|rausgekommen|herausgekommen|gebracht|erreicht)
        (war|ist|sind|waren|wird|wurde|wars) … (ein erfolg|erfolgreich|ein flop|ein reinfall|was gebracht|evaluiert|ausgewertet|geglueckt)
        """,
    FactKind.COUNT: r"""
        ‹(\w*quote|\w*besetzung|stellen|plaetze|\w*zahl)› … (prozentual|prozent|in prozent|wie viel prozent|anteil|wieviele?)
        wie ?viele? ‹(von|unter) \w+ \w+›
        """,
}
