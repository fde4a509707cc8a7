"""How people ask for what the report holds rarely or never (see :mod:`fko_qa.facts.cues` for how to read the cues)."""

from __future__ import annotations

from fko_qa.facts.kinds import FactKind
from fko_qa.facts.pieces import HOW_LONG, HOW_MUCH

_TRAINING = (
    r"(\w*ausbildung(en)?|\w*weiterbildung(en)?|\w*fortbildung(en)?|\w*studium|\w*kurse?|\w*lehrgang|\w*umschulung(en)?|\w*praktikum|\w*praktika"
    r"|\w*qualifizierung(en)?|\w*schulung(en)?|\w*vorbereitungsdienst|\w*anerkennung|\w*pruefung|\w*lehre|bildungsgang|coaching"
    r"|meisterschule|meisterkurs|\w*verfahren|bearbeitung|antrag|visum|teilnahme|anmeldung|eintritt|beratung)"
)
_APPLY = (
    r"(bewerb\w*|anmeld\w*|angemeldet|beantrag\w*|antrae?ge?|einreich\w*|eingereicht|abgeben|abgegeben|einschreib\w*"
    r"|interessenbekundung\w*)"
)

RARE_CUES: dict[FactKind, str] = {
    FactKind.DEADLINE: rf"""
        bis (zu )?(welchem|welchen|zum welchen) (datum|termin|tag|zeitpunkt) (nimmt|nehmen|werden|kann|koennen|muss|sind)
        bis wann … {_APPLY}
        {HOW_LONG} … (kann|koennen|darf|hat|habe) (ich|man|wir) … {_APPLY}
        {HOW_LONG} (kann|koennen|darf) (ich|man|wir) … {_APPLY}
        (wann|bis wann) (endet|laeuft|geht|ist|gilt) … (\w*frist|\w*fristen)( ab| aus)?
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
        {HOW_LONG} (dauert|dauern|geht|gehen|braucht|brauche ich fuer|ist) … ‹{_TRAINING}›
        {HOW_LONG} ‹{_TRAINING}›
        wie ?viele? (jahre?|monate?|wochen|tage|stunden|semester) (dauert|dauern|geht|braucht|muss|brauche)
        dauer (der|des|vom|von) ‹{_TRAINING}s?›
        """,
    FactKind.SALARY: """
        (was|wie ?viel) … (verdien|verdient|verdiene|verdienen|verdienst)
        wie hoch … ‹(\\w*gehalt|\\w*verguetung|\\w*lohn|bezahlung|besoldung|verdienst)›
        wie gut … bezahlt
        """,
    FactKind.COST: rf"""
        (was|{HOW_MUCH}) (kostet|kosten) (mich|uns|einen|das mich|es mich|mein\w*)
        (was|{HOW_MUCH}) (kostet|kosten) … ‹{_TRAINING}›
        (was|{HOW_MUCH}) … (muss|muessen|muesste) (ich|man|wir|‹\w+ \w+›) … (zahlen|bezahlen|zuzahlen|hinlegen|beisteuern)
        (ist|sind|waere) … (kostenlos|gratis|umsonst|kostenfrei|kostenpflichtig|gebuehrenfrei)
        (kostet|kosten) … (etwas|was|geld)
        (muss|muessen) (ich|man|wir) … (zahlen|bezahlen|zuzahlen)
        welche (kosten|gebuehren) (entstehen|fallen|kommen|hat|habe|muss)
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
        (wie|wo) (kann|koennen|muss|soll|darf|koennte) (ich|man|wir|‹\\w+ \\w+›) … (antrag|antraege) (stellen)
        (wie|wo) (kann|koennen|muss|soll|darf|koennte) (ich|man|wir|‹\\w+ \\w+›) … (antrag|antraege) (einreichen|abgeben)
        (wie|wo) (bewerbe|bewirbt|bewerben|beantrage|beantragt|beantragen) (ich|man|wir)( mich| sich| uns)?
        (wie|wo) (melde|meldet) (ich mich|man sich|ich mein \\w+) … an
        (wie|wo) (stelle|stellt|stellen|reiche|reicht) (ich|man|wir) … (antrag|antraege|bewerbung|unterlagen( ein)?)
        (welche|was fuer) (unterlagen|formulare|dokumente|nachweise|papiere|zeugnisse)
        wie (laeuft|funktioniert|geht) … (bewerbung|antrag|antragstellung|anmeldung|bewerbungsverfahren|antragsverfahren)
        (gibts?|gibt es|wo finde ich|wo gibt es|wo ist) … (antragsformular|formular|anmeldeformular|antragsunterlagen|antraege)
        """,
    FactKind.CONTACT: """
        an wen (kann|muss|soll|wend\\w*|koennen|muessen|richte|darf)( ich| man| wir)?( mich| sich| uns)?( …) (wenden)
        an wen (kann|muss|soll|wend\\w*|koennen|muessen|richte|darf)( ich| man| wir)?( mich| sich| uns)?( …) (richten|melden)
        an wen (wende|wendet|wenden|melde) (ich|man|wir) (mich|sich|uns)
        wen (kann|muss|soll|koennen|darf) (ich|man|wir) … (anrufen|fragen|kontaktieren|ansprechen|anschreiben)
        wen (rufe|frage|kontaktiere) ich
        (wie|unter welcher nummer) (erreiche|erreicht|kontaktiere) (ich|man)
        unter welcher (nummer|telefonnummer|rufnummer|mailadresse)
        wo (kann|muss|soll) (ich|man|wir) … (anrufen|hinschreiben)
        (gibts?|gibt es|hat|haben|habt ihr|haben sie) … (telefonnummer|ansprechpartner\\w*|hotline)
        (gibts?|gibt es|hat|haben|habt ihr|haben sie) … (telefon|rufnummer|kontaktdaten)
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
    FactKind.REASON: """
        (warum|wieso|weshalb) (ist|wurde|wird|gibt es|gibts|hat|macht|braucht)
        (warum|wieso|weshalb) (sind|werden|wurden|foerdert|soll|will|haben|brauchen)
        aus welchem grund
        was (ist|war|sind) (der|die) (grund|gruende|anlass|ursache)
        """,
}
