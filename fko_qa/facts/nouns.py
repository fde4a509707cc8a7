"""Nouns that name a fact, and words in which typing errors are mended."""

from __future__ import annotations

from fko_qa.facts.kinds import FactKind

# Bare nouns: they ask only in shorthand ("laufzeit talentscouting") or after words of asking ("Wie lautet die …", "und das …").
NOUNS: dict[FactKind, str] = {
    FactKind.TERM: """
        laufzeit laufzeiten projektlaufzeit foerderzeitraum projektzeitraum befristung foerderdauer projektdauer dauer zeitraum
        """,
    FactKind.START: "startdatum starttermin startzeitpunkt projektbeginn projektstart programmstart beginn start(?!_ups?)",
    FactKind.END: "enddatum projektende laufzeitende programmende ende",
    FactKind.MONEY_PLANNED: """
        budget budgets etat geplante_mittel haushaltsmittel finanzmittel foerdersumme foerdervolumen finanzvolumen gesamtkosten
        gesamtsumme gesamtmittel projektmittel mittel kosten finanzen ausgaben gesamtbudget projektbudget jahresbudget
        """,
    FactKind.MONEY_ANY: "foerderhoehe foerderbetrag geldbetrag betrag summe hoehe",
    FactKind.SOURCE: """
        finanzierung geldgeber foerdergeber geldquelle mittelherkunft foerdertopf finanzierungsquelle kostentraeger
        """,
    FactKind.MINISTRY: """
        ressort ressorts ministerium ministerien zustaendigkeit zustaendig federfuehrung verantwortlich zustaendiges_ministerium
        zustaendige_ministerium verantwortliches_ministerium federfuehrendes_ministerium zustaendiges_ressort
        """,
    FactKind.WEBSITE: """
        link links website websites webseite webseiten internetseite internetseiten homepage url internetadresse internetpraesenz
        webadresse internetauftritt webauftritt internet_seite internet_adresse web_seite seite_im_web adresse_im_internet
        adresse_im_netz seite_im_internet seite_im_netz internet
        weitere_infos mehr_infos weitere_informationen mehr_informationen
        """,
    FactKind.PARTNERS: "partner partnern kooperationspartner projektpartner umsetzungspartner partnerorganisationen beteiligte",
    FactKind.GOAL: "ziel ziele zweck zielsetzung sinn_und_zweck",
    FactKind.COUNT: "anzahl zahl \\w*quote teilnehmerzahl schuelerzahl gesamtzahl fallzahlen fallzahl",
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
        voraussetzung voraussetzungen zielgruppe zielgruppen zugangsvoraussetzungen teilnahmevoraussetzungen
        foerdervoraussetzungen
        bedingungen antragsberechtigung antragsberechtigte anforderungen foerderbedingungen
        """,
    FactKind.RESULT: "ergebnis ergebnisse erfolg erfolge erfolgsquote evaluation bilanz wirkung erfolgsbilanz zwischenstand",
    FactKind.OPENING_HOURS: """
        oeffnungszeit oeffnungszeiten sprechzeit sprechzeiten sprechstunde sprechstunden servicezeiten geschaeftszeiten
        buerozeiten
        """,
    FactKind.DURATION_TRAINING: "ausbildungsdauer kursdauer studiendauer bearbeitungsdauer bearbeitungszeit lehrgangsdauer",
}

# Words of the cues in which a typing error is mended too; short ones would be mistaken for others.
MENDED = """
    zustaendig verantwortlich finanziert finanzieren bezahlt gestartet startet beginnt begonnen laeuft bewerben beantragen
    anmelden
    voraussetzungen beteiligt unterzeichnet unterschrieben veroeffentlicht stattfinden ministerin minister ministers kosten
    massnahmen massnahme programme projekte programm projekt foerdert gefoerdert foerdern foerderung partnerin partnerinnen
    anzahl erfolgreich federfuehrend investiert zahlen bezahlen investitionen investition investieren gefoerderte vermittlung
    ergebnissen erlebnis erlebnisse betrages summen standorten gebuehrenfrei kontakte kontakten veranstaltung veranstaltungen
    versetzung vernetzung meldung forderung forderungen zahlung bewertung bezahlte
    """.split()
