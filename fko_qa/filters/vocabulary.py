"""Word lists for set questions, folded (lower case, umlauts as two letters). Data to be read and extended by hand."""

from __future__ import annotations

from fko_qa.text import STOP_WORDS

_FOLDS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

# Everyday names: what stands before "minister", "ministerin" or "ministerium" → code. The codes and the long names come from
# the report itself.
MINISTRY_STEMS = {
    "MAGS": "arbeits arbeit gesundheits sozial sozials",
    "MSB": "schul bildungs schulbildungs kultus",
    "MWIKE": "wirtschafts wirtschaft industrie klima klimaschutz energie",
    "MKJFGFI": "familien kinder jugend integrations integration gleichstellungs frauen fluechtlings",
    "MHKBD": "bau heimat kommunal digital digitalisierungs",
    "JM": "justiz",
    "MUNV": "verkehrs umwelt naturschutz",
    "MLV": "landwirtschafts verbraucherschutz verbraucher agrar",
    "MKW": "kultur wissenschafts wissenschaft hochschul",
    "FM": "finanz",
    "IM": "innen",
    "Stk": "medien",
    "MCdS": "europa",
}
# "Ministerium für …": words beside those of the long names.
MINISTRY_FIELDS = {
    "MAGS": "arbeit gesundheit soziales pflege",
    "MSB": "schule schulen bildung",
    "MWIKE": "wirtschaft industrie klima energie klimaschutz",
    "MKJFGFI": "familie familien kinder jugend integration gleichstellung flucht frauen",
    "MHKBD": "bau bauen bauwesen wohnen heimat kommunales digitalisierung digitales",
    "JM": "justiz",
    "MUNV": "verkehr umwelt naturschutz mobilitaet",
    "MLV": "landwirtschaft verbraucherschutz ernaehrung",
    "MKW": "kultur wissenschaft hochschulen forschung",
    "FM": "finanzen",
    "IM": "inneren inneres",
}
# Heads of the ministries at the report's date. A name that is also a common one counts only with a first name or title.
MINISTERS = {
    "MAGS": "laumann laumanns",
    "MSB": "feller fellers",
    "MWIKE": "neubaur neubaurs",
    "MHKBD": "scharrenbach scharrenbachs",
    "JM": "limbach limbachs",
    "MUNV": "krischer krischers",
    "MLV": "gorissen gorissens",
    "MKW": "brandes",
    "FM": "optendrenk optendrenks",
    "IM": "reul reuls",
    "Stk": "liminski liminskis",
}
MINISTERS_WITH_TITLE = {"MKJFGFI": "paul pauls"}

MONTHS = """
    januar februar maerz april mai juni juli august september oktober november dezember
    """.split()
# The same in English, French, Polish, Russian, Ukrainian, Turkish and Arabic, in the forms that stand before a year.
FOREIGN_MONTHS = dict(
    zip(
        MONTHS,
        (
            "january jan janvier styczeń stycznia styczniu январь января январе січень січня січні ocak يناير",
            "february feb février luty lutego lutym февраль февраля феврале лютий лютого лютому şubat subat فبراير",
            "march mars marzec marca marcu март марта марте березень березня березні mart مارس",
            "april avril kwiecień kwietnia kwietniu апрель апреля апреле квітень квітня квітні nisan أبريل ابريل",
            "may mai maj maja maju май мая мае травень травня травні mayıs mayis مايو",
            "june juin czerwiec czerwca czerwcu июнь июня июне червень червня червні haziran يونيو",
            "july juillet lipiec lipca lipcu июль июля июле липень липня липні temmuz يوليو",
            "august août sierpień sierpnia sierpniu август августа августе серпень серпня серпні ağustos أغسطس اغسطس",
            "september septembre wrzesień września wrześniu сентябрь сентября сентябре вересень вересня вересні eylül سبتمبر",
            "october octobre październik października październiku октябрь октября октябре жовтень жовтня жовтні ekim أكتوبر",
            "november novembre listopad listopada listopadzie ноябрь ноября ноябре листопад листопада листопаді kasım نوفمبر",
            "december décembre grudzień grudnia grudniu декабрь декабря декабре грудень грудня грудні aralık aralik ديسمبر",
        ),
        strict=True,
    )
)
NUMERALS = {
    word: number
    for number, word in enumerate(
        "eins zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf dreizehn vierzehn fuenfzehn".split(), start=1
    )
} | {"ein": 1, "eine": 1, "einer": 1, "einem": 1, "zwo": 2, "zwanzig": 20}
ORDINALS = {"erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fuenft": 5, "sechst": 6}

# Words for any measure. "Studie", "Prämie" and the like are topics.
HEADS_PLURAL = """
    massnahmen programme programmen projekte projekten vorhaben initiativen foerderprogramme foerderprogrammen
    foerdermassnahmen foerderprojekte angebote angeboten einzelmassnahmen eintraege ressortmassnahmen
    """.split()
HEADS_SINGULAR = "massnahme programm projekt initiative foerderprogramm foerdermassnahme foerderprojekt angebot".split()

# What a cluster is about, beside the words of its title.
CLUSTER_SUBJECTS = {
    "I": "kita kitas kindergarten schule schulen lehrkraefte erziehung betreuung bildung kinderbetreuung",
    "II": "uebergang schule beruf berufsorientierung berufliche orientierung schulabgaenger",
    "III": "ausbildung studium ausbilden studieren gleichwertigkeit hochschule duale duales",
    "IV": "qualifizierung quereinstieg weiterbildung fortbildung umschulung seiteneinstieg",
    "V": "chancengleichheit teilhabe inland inlaendische inklusion frauen inlandspotentiale inlandspotenziale",
    "VI": "ausland auslaendische auslaendischen anerkennung zuwanderung einwanderung vielfalt auslandsanwerbung anwerbung",
}

# Sorts of measures: name → (how people ask for them, how a title says it).
MEASURE_KINDS = {
    "Studien": (
        r"(?:machbarkeits)?studien?|untersuchung(?:en)?|gutachten|(?:bedarfs|bestands)?analysen?|erhebung(?:en)?",
        r"studie\b|analyse\b|untersuchung|gutachten",
    ),
    "Prämien": (r"praemien?", r"praemie\b"),
    "Kampagnen": (r"(?:werbe)?kampagnen?", r"kampagne\b"),
    "Gesetze": (r"gesetze?n?|gesetzesvorhaben", r"gesetz\b"),
    "Kongresse": (r"kongresse?n?", r"kongress\b"),
    "Tagungen": (r"(?:netzwerk)?tagungen", r"tagung(?:en)?\b"),
    "Veranstaltungen": (r"veranstaltungen|events", r"kongress\b|tagung(?:en)?\b|\w*tag 20\d\d|runde tische"),
    "Offensiven": (r"offensiven", r"offensive\b"),
}

# Who asked for → (how people say it, how the partner row says it), as patterns over folded text.
PARTNER_NAMES = {
    # A part of the one below, so it comes first.
    "Regionaldirektion NRW": (
        r"regionaldirektion(?: (?:nrw|der bundesagentur(?: fuer arbeit)?))*|rd nrw",
        r"regionaldirektion",
    ),
    "Bundesagentur für Arbeit": (
        r"bundesagentur(?: fuer arbeit)?|(?:bundes)?agentur(?:en)? fuer arbeit"
        r"|(?:federal )?employment agency|agence (?:fédérale )?pour l emploi|agencj\w+ pracy|агентств\w+ (?:по труду"
        r"|занятости|праці|зайнятості)|arbeitsagentur(?:en)?|arbeitsamt|arbeitsaemter",
        r"bundesagentur fuer arbeit|agenturen fuer arbeit|arbeitsagentur|regionaldirektion",
    ),
    "Jobcenter": (r"jobcentern?", r"jobcenter"),
    "G.I.B.": (
        r"g\.i\.b\.?|gib(?=$| als| dabei| partner(?:$| wo| welche))|gesellschaft fuer innovative beschaeftigungsfoerderung",
        r"g\.i\.b|innovative besch",
    ),
    "AOK": (r"aok(?: rheinland hamburg| nordwest)?", r"\baok\b"),
    "IHK": (r"ihk(?: koeln)?|industrie und handelskammern?", r"\bihk\b"),
    "HWK": (r"hwk|handwerkskammern?|whkt", r"\bhwk\b|handwerkskammer|\bwhkt\b"),
    "Landwirtschaftskammer": (r"landwirtschaftskammer(?: nordrhein westfalen| nrw)?", r"landwirtschaftskammer"),
    # Any of the family; whoever names one of it beside gives an example.
    "Kammern": (r"kammern?|chambers?(?: of (?:commerce|crafts))?", r"kammer\b|kammern\b|\bihk\b|\bhwk\b|\bwhkt\b"),
    "Verbände": (r"verbaende[n]?", r"verbaende|verband"),
    "Berufskollegs": (r"berufskollegs?", r"berufskolleg"),
    "Hochschulen": (r"(?:fach)?hochschulen?|universit(?:y|ies)", r"hochschule"),
    "Bezirksregierungen": (r"bezirksregierung(?:en)?(?: duesseldorf)?", r"bezirksregierung"),
    "Regionalagenturen": (r"regionalagentur(?:en)?", r"regionalagentur"),
    "Jugendämter": (r"jugendamt|jugendaemtern?", r"jugendaemter"),
    "Auridis Stiftung": (r"auridis(?: stiftung)?", r"auridis"),
    "Stiftungen": (r"stiftung(?:en)?|foundations?|fondations?", r"stiftung"),
    "LGH": (r"lgh|landes ?gewerbefoerderungsstelle", r"\blgh\b"),
    "TU Dortmund": (r"tu dortmund|universitaet dortmund", r"tu dortmund"),
    "Deutsches Jugendinstitut": (r"dji|deutsche[ns]? jugendinstitut", r"jugendinstitut"),
    "Certqua": (r"certqua", r"certqua"),
    "BIBB": (r"bibb", r"\bbibb\b"),
    "BMBF": (r"bmbf", r"\bbmbf\b"),
    "Polizei": (r"polizei(?:behoerden)?", r"polizei"),
}

# A family of partners → those of it that have a name of their own.
PARTNER_FAMILIES = {
    "Kammern": ("IHK", "HWK", "Landwirtschaftskammer"),
    "Stiftungen": ("Auridis Stiftung",),
}

SOURCES = {
    "ESF": r"esf|europaeische[rnm]? sozialfonds",
    "JTF": r"jtf|just transition fund|(?:eu )?fonds (?:fuer|zum) (?:den "
    r"|einen )?gerechten uebergang\w*(?: in (?:den )?kohleregionen)?",
    "EFRE": r"efre|regionalfonds|europaeische[rn]? fonds fuer regionale entwicklung",
    "Landesmittel": r"landes(?:mitteln?|geldern?|haushalt|finanziert\w*|gefoerdert\w*)|mitteln? des landes"
    r"|geld(?:er|ern)? (?:vom|des) land(?:es)?",
    "Bund": r"bundes(?:mitteln?|geldern?|gefoerdert\w*|finanziert\w*)|mitteln? (?:des|vom) bund(?:es)?"
    r"|geld(?:er|ern)? (?:vom|des) bund(?:es)?",
}
# Named only beside money, as it is a partner, too.
FEDERAL_GIVERS = {
    "BMBF": r"bmbf|bundes(?:bildungs|forschungs)ministeriums?(?: bmbf)?|bundesministeriums? fuer bildung(?: und forschung)?"
}
EU_FUNDS = ("ESF", "JTF", "EFRE")

# What people write short, with or without a dot.
SHORT_FORMS = {
    "f": "fuer",
    "m": "mit",
    "u": "und",
    "un": "und",
    "inkl": "inklusive",
    "anz": "anzahl",
    "ges": "gesamt",
    "insg": "insgesamt",
    "massn": "massnahmen",
    "proj": "projekte",
}

NEGATIONS = frozenset("ohne nicht kein keine keinen keinem keiner keines ausser".split())

# What people put around a set question; it narrows nothing.
_FRAMING = """
    welche welches welcher welchen wieviel wieviele viele viel alle saemtliche jede einzelne zeig zeige zeigen zeigt list
    liste listen auflisten auflistung nenn nenne nennen aufzaehlen aufzaehlung gib geben ueberblick uebersicht insgesamt
    gesamt total ueberhaupt zusammen bericht fortschrittsbericht berichts fachkraefteoffensive nrw nordrhein westfalen
    landesregierung land landes verantwortet verantworten verantwortete verantwortung verantwortlich zustaendig zustaendigkeit
    zustaendigen federfuehrung federfuehrend ressort ressorts ministerium ministerien ministeriums haus hauses betreut
    betreuen gehoert gehoeren umgesetzt umsetzt umsetzen setzt durchgefuehrt durchfuehrt fuehrt fuehren angesiedelt stehen
    steht enthalten enthaelt aufgefuehrt genannt nennt aufgelistet findet finden macht machen tut tun unternimmt unternehmen
    bietet bieten plant planen foerdert gefoerdert gefoerderte gefoerderten foerderung finanziert finanzierte finanzierten
    finanzierung geld gelder geldern mittel mitteln budget budgets etat haushalt beteiligt beteiligte beteiligten beteiligung
    mitwirkung kommen kommt bekommt bekommen erhaelt erhalten kriegt kriegen stammen laufzeit laufzeiten laeuft laufen lief
    liefen laufend laufende laufenden starten startet gestartet beginnen beginnt beginn enden endet anzahl zahl menge
    verzeichnet sie du mir ihnen sagen sagt sag auskunft moegliche moeglich zusammenstellung suchen gewusst wissen
    interessiert interessieren interessiere gerne hoeren hotline anrufer anruferin leitung kollege kollegin buerger buergerin
    dame herr frau jahr jahre jahren jahres derzeit aktuell aktuelle aktuellen aktueller gerade momentan bereits schon heute
    jetzt noch erst nur bisher eigentlich denn mal so eben genau bloss lediglich euro eur damit dazu davon drin darunter thema
    themen bereich bereichen rund hinsichtlich bezueglich betreffend richtung kosten kostet gekostet verfuegung gestellt
    stellt geplant geplante geplanten hoehe volumen ausgeben ausgegeben ausgibt investiert investieren steckt verfuegt
    verfuegen hello moin liebe lieber damen herren vielen dank freundlichen gruessen gruss angegeben angabe angaben daran
    woran arbeitet arbeiten kuemmert kuemmern existieren existiert vorhanden werden wurden wird worden sind ist haben hat
    hatte betreffen betrifft liegen liegt fragt beschlossen bereit bereitgestellt teuer teilen teilt
    getragen tragen traegt ausgewiesen ausgewiesene vermerkt eingesetzt einsetzt ausdruecklich drehen dreht befassen befasst
    beschaeftigen beschaeftigt weiteren weiteres irgendwann angegebenes angegebene angegebenen hatten haette mitbezahlt bezahlt
    betrag betraege alleine ding dinge sachen inklusive beiden beide eigene eigenen eigener bezug gelistet benannt
    geldbetrag zeitpunkt gleich geaendert pro beziffert ernannt gezahlt ausgezahlt gehabt durchgefuehrt gemacht laut zugeordnet
    hinein rein irgendwas irgendwo ueberall sonstige ne nen beispielsweise
    umfasst umfassen gehen geht schoen schoene fuehlt hoch gross grosse grossen helfen hilft richten
    orientieren angelegt vorgesehen drinstehen drauf lang lange dauern dauert existent cluster clustern partner partnern bzw
    sowie unterstuetzt unterstuetzen euch ihr hast seid gebt kennt habt eingetragen hinterlegt hinterlegte entfallen entfaellt
    deren dessen zeile zeilen mittelzeile mittelzeilen partnerzeile spalte spalten tabelle benoetige benoetigen brauche
    brauchen trifft zutrifft mitunter manche manchen mancher taucht tauchen fuehre auffuehren versehen bitteschoen
    fallen faellt zaehlen zaehlt fuers gibts is ale zahlt zahlen
    """.split()
# The same in the other languages, folded.
_FRAMING_ABROAD = """
    list show me please give everything anything all which what that are is there and concern concerns concerning about measures
    measure programmes programs projects expire expires end ends ending start starts run runs have has already the of by
    quelles quels mesures programmes sont pour les des qui il y a
    jakie które działania programy są dla oraz
    какие какая какой что есть слушай а вообще меры мероприятия программы проекты штуки для про
    які який яка заходи програми що є вже для про та
    """.split()
_HEAD_WORDS = (*HEADS_PLURAL, *HEADS_SINGULAR)
SILENT_WORDS = frozenset({word.translate(_FOLDS) for word in STOP_WORDS} | {*_FRAMING, *_FRAMING_ABROAD, *_HEAD_WORDS})

_MINISTRY_WORDS = {
    f"{stem}{ending}" for stems in MINISTRY_STEMS.values() for stem in stems.split() for ending in ("ministerium", "ministeriums")
}
# Words that carry a condition: typing errors in them are put right. Words near one of them that mean something else are in
# PROTECTED.
KEYWORDS = frozenset(
    {
        *_MINISTRY_WORDS,
        *(word for word in _HEAD_WORDS if len(word) > 6),
        *(month for month in MONTHS if len(month) > 5),
        *"""
        starten startet gestartet beginnen beginnt begonnen laufzeit laufen laeuft unbefristet befristet fortlaufend
        abgeschlossen beendet ausgelaufen auslaufen abgelaufen schuljahr ministerium ministerien staatskanzlei millionen
        milliarden jaehrlich hoechste hoechsten groesste groessten kleinste kleinsten teuerste teuersten guenstigste
        guenstigsten niedrigste niedrigsten geringste geringsten laengste laengsten kuerzeste kuerzesten gemeinsam zusammen
        internetseite internetseiten website webseite homepage internetpraesenz kooperationspartner cluster bundesagentur
        insgesamt zustaendig verantwortlich federfuehrend weniger zwischen mindestens hoechstens maximal gefoerdert finanziert
        adresse adressen spaeter frueher befristung enddatum startdatum ministerium laufzeitende
        bezirksregierung bezirksregierungen jobcenter jobcentern handwerkskammer handwerkskammern landwirtschaftskammer
        regionaldirektion regionalagentur regionalagenturen berufskolleg berufskollegs hochschule hochschulen stiftung stiftungen
        landesmittel landesmitteln bundesmittel welche wieviele
            """.split(),
    }
)
PROTECTED = frozenset(
    """
    bedienen bestimmt gefordert lehrzeit laufbahn webseiten webseite schuljahren gestartete kaufen taufen raufen
    projektes ministerin minister ministers ministerpraesident
    """.split()
)
