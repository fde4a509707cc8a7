"""What the sentences of :mod:`eval.bench.corpus` are filled with."""

from __future__ import annotations

MINISTRIES = {
    "Stk": "Staatskanzlei",
    "MWIKE": "Ministerium für Wirtschaft, Industrie, Klimaschutz und Energie",
    "FM": "Ministerium der Finanzen",
    "IM": "Ministerium des Innern",
    "MKJFGFI": "Ministerium für Kinder, Jugend, Familie, Gleichstellung, Flucht und Integration",
    "MAGS": "Ministerium für Arbeit, Gesundheit und Soziales",
    "MSB": "Ministerium für Schule und Bildung",
    "MHKBD": "Ministerium für Heimat, Kommunales, Bau und Digitalisierung",
    "JM": "Ministerium der Justiz",
    "MUNV": "Ministerium für Umwelt, Naturschutz und Verkehr",
    "MLV": "Ministerium für Landwirtschaft und Verbraucherschutz",
    "MKW": "Ministerium für Kultur und Wissenschaft",
}
CLUSTERS = {
    "I": "Gute Bildung, Erziehung und Betreuung",
    "II": "Zukunft gestalten – Übergang von der Schule in den Beruf",
    "III": "Praxisnah ausbilden und studieren",
    "IV": "Qualifizierung und Quereinstieg",
    "V": "Chancengleichheit und Teilhabe",
    "VI": "Erfolg durch Vielfalt",
}


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


SLOTS: dict[str, tuple[str, ...]] = {
    "job": _listed(
        "Erzieherinnen und Erzieher|Pflegefachkräfte|Dachdeckerinnen und Dachdecker|"
        "Landwirtinnen und Landwirte|Hebammen|Köchinnen und Köche|Lehrkräfte|"
        "Bauingenieurinnen und Bauingenieure|Lokführerinnen und Lokführer|Gärtnerinnen und Gärtner|"
        "Programmierer und Programmiererinnen|Polizistinnen und Polizisten|Richterinnen und Richter|"
        "Bäckerinnen und Bäcker|Anlagenmechaniker für Sanitärtechnik|Elektronikerinnen für Betriebstechnik|"
        "Zahntechnikerinnen|Rettungssanitäter|Försterinnen und Förster|Straßenwärter|"
        "Vermessungstechnikerinnen|Augenoptiker|Kameraleute|Bestatterinnen und Bestatter|"
        "Fachkräfte für Lagerlogistik|Chemielaborantinnen|Tischlerinnen und Tischler|Berufskraftfahrer|"
        "Sozialarbeiterinnen|Logopädinnen und Logopäden|Steuerfachangestellte|Winzerinnen|Orgelbauer|"
        "Medizinische Fachangestellte|Feuerwehrleute|Schornsteinfeger|Verwaltungsfachangestellte|"
        "Justizvollzugsbedienstete|Tierpflegerinnen|Metallbauer"
    ),
    "group": _listed(
        "Geflüchtete|Alleinerziehende|Studienabbrecher|Langzeitarbeitslose|Menschen mit Behinderung|"
        "Ältere ab 55 Jahren|Schulabgängerinnen|Wiedereinsteigerinnen|Quereinsteiger|"
        "Auszubildende im ersten Lehrjahr|Zugewanderte aus Drittstaaten|Frauen in technischen Berufen|"
        "Betriebsgründer|Jugendliche ohne Abschluss|Soldaten nach der Dienstzeit|Meisterschülerinnen|"
        "Geringqualifizierte|Pendlerinnen aus dem Grenzland|pflegende Angehörige|Strafentlassene"
    ),
    "place": _listed(
        "Köln|Düsseldorf|Dortmund|Essen|Duisburg|Bochum|Wuppertal|Bielefeld|Bonn|Münster|Gelsenkirchen|"
        "Aachen|Krefeld|Oberhausen|Hagen|Hamm|Herne|Solingen|Leverkusen|Paderborn|Recklinghausen|Remscheid|"
        "Siegen|Gütersloh|Iserlohn|Düren|Lünen|Ratingen|Marl|Minden|Velbert|Viersen|Rheine|Gladbeck|"
        "Troisdorf|Arnsberg|Detmold|Bocholt|Lüdenscheid|Castrop-Rauxel|Kerpen|Unna|Euskirchen|Herford|Soest|"
        "Kleve|Borken|Warendorf|Olpe|Höxter"
    ),
    "means": _listed(
        "Lehrgänge|Stipendien|Beratungsgespräche|Sprachkurse|Praktika|Zuschüsse zu Fahrkosten|Werkstatttage|"
        "Mentorinnen|Abendkurse|Online-Module|Prämien|Wohnraum für Lernende|Betreuungsplätze|Leihgeräte|"
        "Probearbeitstage|Messestände|Lotsendienste|Supervision|Prüfungsvorbereitung|Kompetenzfeststellungen|"
        "Coachings|Ausbildungsverbünde"
    ),
    "carrier": _listed(
        "Handwerkskammer|Industrie- und Handelskammer|Volkshochschule|Fachhochschule|Kreisverwaltung|"
        "Landwirtschaftskammer|Caritas|Diakonie|Arbeiterwohlfahrt|Agentur für Arbeit|Kreishandwerkerschaft|"
        "Universität|Stadtwerke|Stiftung|Jugendberufsagentur|Regionalagentur|Architektenkammer|Innung"
    ),
    "problem": _listed(
        "lange Wege zur Berufsschule|unbesetzte Stellen|fehlende Sprachkenntnisse|hohe Abbruchquoten|"
        "veraltete Ausstattung|wenig Nachwuchs|unbekannte Berufsbilder|zu wenige Prüfer|"
        "ungeklärte Abschlüsse|steigenden Krankenstand|mangelnde Kinderbetreuung|"
        "den Wechsel ganzer Jahrgänge in den Ruhestand|knappe Wohnungen|lange Bearbeitungszeiten"
    ),
    "effect": _listed(
        "mehr Abschlüsse|kürzere Verfahren|einen leichteren Wiedereinstieg|eine höhere Ausbildungsquote|"
        "mehr Bewerbungen|weniger Abbrüche|bessere Arbeitsbedingungen|dauerhafte Beschäftigung|"
        "ein Netz fester Ansprechstellen|den Wissenstransfer zwischen den Generationen|"
        "eine verlässliche Datengrundlage|mehr Sichtbarkeit"
    ),
    "month": _listed("Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"),
    "form": _listed(
        "Netzwerk|Programm|Modellversuch|Kampagne|Zentrum|Beirat|Förderung|Studie|Akademie|Werkstatt|Bündnis|"
        "Lotsenstelle|Plattform|Initiative|Prämie|Runder Tisch"
    ),
}
SENTENCES = (
    "In {place} und {place} bietet {name} seit {month} {year} {means} für {group} an, die als {job} arbeiten möchten.",
    "Das Vorhaben antwortet auf {problem} bei {job}: {count} Plätze stehen in der Region {place} bereit.",
    "Die {carrier} {place} begleitet {count} Betriebe, die {group} einstellen, durch {means} und {means}.",
    "Gefördert werden {means}, sofern mindestens {small} Personen aus der Gruppe „{group}“ teilnehmen.",
    "Bis {month} {year} haben {count} Teilnehmende die {means} von {name} abgeschlossen, {small} von ihnen in {place}.",
    "Anders als frühere Angebote richtet sich {name} ausdrücklich an {group} und verbindet {means} mit {means}.",
    "Erwartet werden {effect} und {effect}, besonders bei {job} im Raum {place}.",
    "Wer in {place} wohnt, erhält {means} im Umfang von {small} Stunden je Woche; die {carrier} {place} prüft die Anträge.",
    "Ein Gutachten der {carrier} {place} nennt als Hürden {problem} sowie {problem}.",
    "Mit {partner} wurde im {month} {year} vereinbart, {means} auf {job} auszuweiten.",
    "Für {job} entsteht in {place} eine Anlaufstelle namens {name}, die {small} Tage in der Woche geöffnet hat.",
    "Zunächst nehmen {small} Schulen teil, ab {year} sollen es {count} sein; {partner} stellt dafür {means}.",
    "{count} {group} haben auf diesem Weg eine Stelle gefunden, vor allem als {job} in {place}.",
    "Die Auswertung zeigt {effect}; offen bleiben {problem} und der Zugang zu {means} außerhalb von {place}.",
    "Neu ist, dass {partner} die Kosten der {means} vorfinanziert, wenn {group} weniger als {small} Monate arbeitslos waren.",
    "Zu {name} gehören ein Handbuch für {job}, {means} und ein jährliches Treffen in {place}.",
    "Das Angebot schließt eine Lücke zwischen {means} der {carrier} {place} und den {means} des Bundes.",
    "Rückmeldungen von {count} {job} flossen ein, ebenso Erfahrungen aus {place} und {place}.",
)
GOALS = (
    "{effect} für {group} in {place}",
    "{effect} bei {job}; zugleich {effect}",
    "Gewinnung von {count} {job} durch {means}",
    "Abhilfe gegen {problem}, um {job} zu halten",
)
TERMS = (
    "{month} {year} bis {month} {later}",
    "{digits}/{year} (Befristung auf {years} Jahre)",
    "seit {year}, unbefristet",
    "{year} - {later}",
    "1. {month} {year} bis 31. Dezember {later}",
)
MONEY = (
    "{amount} Euro pro Jahr",
    "{amount} Euro",
    "bis zu {amount} Euro für {year} bis {later}",
    "{million} Mio. Euro, davon {amount} Euro aus Mitteln der EU",
)
SYLLABLES = _listed("ba|de|ki|lo|mu|ra|sen|tal|vor|win|bre|dor|fel|gan|hel|kor|lin|mar|nel|os|pri|ru|sol|tri|ul|ves|wal|zet")
