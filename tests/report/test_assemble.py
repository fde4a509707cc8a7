"""The real report as records: its shape, and every peculiarity (DESIGN §2) with the exact record, written from the report.

Long paragraphs are taken from the raw file by their first words; everything else is written out. ``verbatim`` is proven for all
measures in test_cross_check.py and left out here.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from fko_qa.errors import ReportFormatError
from fko_qa.records import Field, Funding, Measure, Period, Report, Section
from fko_qa.report.assemble import assemble
from fko_qa.report.draft import DraftField, DraftReport, DraftSection

TERM = "Beginn/ Laufzeit"
NO_ENTRY = ("-",)


class Lines:
    """The raw file's lines, found by how they begin."""

    def __init__(self, source: str) -> None:
        self._lines = source.splitlines()

    def line(self, start: str, which: int = 0) -> str:
        """The (first, second …) line that begins so."""
        return [line for line in self._lines if line.startswith(start)][which]

    def text(self, *starts: str) -> str:
        """Paragraphs as a measure's text has them."""
        return "\n\n".join(map(self.line, starts))


@pytest.fixture(scope="module")
def lines(source: str) -> Lines:
    return Lines(source)


def record(report: Report, measure_id: str) -> Measure:
    """A measure without its ``verbatim``."""
    measure = report.measure(measure_id)
    assert measure is not None
    return replace(measure, verbatim="")


def rows(*rows: tuple[str, str | tuple[str, ...]]) -> tuple[Field, ...]:
    return tuple(Field(label, parts if isinstance(parts, tuple) else (parts,)) for label, parts in rows)


# --------------------------------------------------------------------------------------------------------------- the whole


def test_the_report_says_what_it_is(report: Report) -> None:
    assert (report.title, report.date, report.publisher, report.pages) == (
        "Fortschrittsbericht zur Umsetzung der Fachkräfteoffensive NRW",
        "2024-06-25",
        "Landesregierung Nordrhein-Westfalen",
        89,
    )


def test_clusters_have_the_titles_of_their_own_pages(report: Report) -> None:
    assert list(report.clusters.items()) == [
        ("I", "Gute Bildung, Erziehung und Betreuung"),
        ("II", "Zukunft gestalten – Maßnahmen für einen erfolgreichen Übergang von der Schule in den Beruf"),
        ("III", "Praxisnah ausbilden und studieren – innovative Ansätze und Gleichwertigkeit stärken"),
        ("IV", "Qualifizierung und Quereinstieg – neue Wege der Fachkräftesicherung"),
        ("V", "Chancengleichheit und Teilhabe – inländische Fachkräftepotentiale heben"),
        ("VI", "Erfolg durch Vielfalt - Ausländische Fachkräftepotentiale und im Ausland erworbene Qualifikationen nutzen"),
    ]


def test_all_thirteen_ministries_are_listed(report: Report) -> None:
    assert list(report.ministries.items()) == [
        ("Stk", "Staatskanzlei"),
        ("MWIKE", "Ministerium für Wirtschaft, Industrie, Klimaschutz und Energie"),
        ("FM", "Ministerium der Finanzen"),
        ("IM", "Ministerium des Innern"),
        ("MKJFGFI", "Ministerium für Kinder, Jugend, Familie, Gleichstellung, Flucht und Integration"),
        ("MAGS", "Ministerium für Arbeit, Gesundheit und Soziales"),
        ("MSB", "Ministerium für Schule und Bildung"),
        ("MHKBD", "Ministerium für Heimat, Kommunales, Bau und Digitalisierung"),
        ("JM", "Ministerium der Justiz"),
        ("MUNV", "Ministerium für Umwelt, Naturschutz und Verkehr"),
        ("MLV", "Ministerium für Landwirtschaft und Verbraucherschutz"),
        ("MKW", "Ministerium für Kultur und Wissenschaft"),
        (
            "MCdS",
            "Minister für Bundes- und Europaangelegenheiten, Internationales sowie Medien und Chef der Staatskanzlei des "
            "Landes Nordrhein-Westfalen",
        ),
    ]


def test_there_are_64_measures_in_six_clusters(report: Report) -> None:
    assert Counter(measure.cluster for measure in report.measures) == {"I": 12, "II": 10, "III": 13, "IV": 11, "V": 10, "VI": 8}
    assert all(measure.id.startswith(f"{measure.cluster}.") for measure in report.measures)


def test_every_label_occurs_as_often_as_in_the_report(report: Report) -> None:
    """Two measures have Inkrafttreten instead of a term (III.1, IV.7), one Veröffentlichung (I.9)."""
    assert Counter(row.label for measure in report.measures for row in measure.fields) == {
        "Ziel": 64,
        "Beginn/ Laufzeit": 61,
        "Geplante Mittel": 35,
        "Internetpräsenz": 64,
        "Ressort": 64,
        "Partner in der Umsetzung": 64,
        "Inkrafttreten": 2,
        "Veröffentlichung": 1,
    }
    labels = {measure.id: {row.label for row in measure.fields} for measure in report.measures}
    assert [id_ for id_, found in labels.items() if "Inkrafttreten" in found] == ["III.1", "IV.7"]
    assert [id_ for id_, found in labels.items() if "Veröffentlichung" in found] == ["I.9"]
    assert [id_ for id_, found in labels.items() if TERM not in found] == ["I.9", "III.1", "IV.7"]


def test_every_title_and_page_is_that_of_the_table_of_contents(report: Report, source: str) -> None:
    contents = source.split("## Inhaltsverzeichnis")[1].split("## Einleitung", maxsplit=1)[0]
    expected = [
        (number, title.rstrip(" ."), int(page))
        for number, title, page in re.findall(r"^([IVX]+\.\d+):? (.+)\t(\d+)$", contents, re.MULTILINE)
    ]
    assert len(expected) == 64
    assert [(measure.id, measure.title, measure.page) for measure in report.measures] == expected


def test_measures_begin_on_the_pages_that_a_reader_of_the_contents_writes_down(report: Report) -> None:
    """Every measure has a page of its own; III.5, III.7 and IV.6 have two; a cluster begins with a page of text."""
    pages: dict[str, list[int]] = {}
    for measure in report.measures:
        pages.setdefault(measure.cluster, []).append(measure.page)
    assert pages == {
        "I": [17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28],
        "II": [30, 31, 32, 33, 34, 35, 36, 37, 38, 39],
        "III": [41, 42, 43, 44, 45, 47, 48, 50, 51, 52, 53, 54, 55],
        "IV": [57, 58, 59, 60, 61, 62, 64, 65, 66, 67, 68],
        "V": [70, 71, 72, 73, 74, 75, 76, 77, 78, 79],
        "VI": [81, 82, 83, 84, 85, 86, 87, 88],
    }


def test_the_sections_outside_the_measures_have_names_and_pages(report: Report) -> None:
    """The introduction has pages 9 to 13. Pages visibly end in its parts on clusters II and V, so those begin on 11 and 12."""
    introduction = "Einleitung – Cluster"
    assert [(section.name, section.page) for section in report.sections] == [
        (
            "Vorwort des Ministerpräsidenten des Landes Nordrhein-Westfalen, Hendrik Wüst, zum Fortschrittsbericht der "
            "Fachkräfteoffensive NRW",
            2,
        ),
        ("Beteiligte Ressorts der Landesregierung Nordrhein-Westfalen", 4),
        ("Einleitung", 9),
        (f"{introduction} I: Investition in die Zukunft: Gute Betreuung, Erziehung und Bildung", 11),
        (f"{introduction} II: {report.clusters['II']}", 11),
        (f"{introduction} III: {report.clusters['III']}", 12),
        (f"{introduction} IV: {report.clusters['IV']}", 12),
        (f"{introduction} V: {report.clusters['V']}", 12),
        (f"{introduction} VI: {report.clusters['VI'].replace('Vielfalt -', 'Vielfalt –')}", 13),
        ("Die Partner der Fachkräfteoffensive NRW", 14),
        (f"Cluster I: {report.clusters['I']}", 16),
        (f"Cluster II: {report.clusters['II']}", 29),
        (f"Cluster III: {report.clusters['III']}", 40),
        (f"Cluster IV: {report.clusters['IV']}", 56),
        (f"Cluster V: {report.clusters['V']}", 69),
        (f"Cluster VI: {report.clusters['VI']}", 80),
        ("Ausblick", 89),
    ]


def test_a_section_is_its_paragraphs(report: Report, lines: Lines) -> None:
    first, second = (
        lines.line("Die Landesregierung Nordrhein-Westfalen hat sich"),
        lines.line("Dieser Fortschrittsbericht verdeutlicht"),
    )
    assert report.sections[-1] == Section("Ausblick", 89, f"{first}\n\n{second}", f"Ausblick {first} {second}")


def test_the_sources_of_the_introduction_are_footnotes_and_no_text(report: Report) -> None:
    introduction = report.sections[2]
    assert introduction.footnotes == (
        "Grömling, Michael / Wiechers, Ralph / Wortmann, Olaf, 2024, Bedeutung von Standortfaktoren und Megatrends für die "
        "Investitionen in Deutschland, IW-Report, Nr. 10, Köln, S. 4.",
        "„Die Entwicklung der Fachkräftelücke in Nordrhein-Westfalen“, KOFA Sonderauswertung, Stand 31.12.2023",
    )
    assert "ein Investitionsrisiko. Der Fachkräftemangel stellt" in introduction.text
    assert "rund 80.000 qualifizierte Arbeitskräfte. Diese" in introduction.text
    assert [section.name for section in report.sections if section.footnotes] == ["Einleitung"]


def test_the_last_paragraph_of_the_introduction_stands_where_the_report_prints_it(report: Report, lines: Lines) -> None:
    starts = ("Da sich der Fachkräftebedarf nicht immer", "Die Landesregierung Nordrhein-Westfalen stellt sich")
    assert report.sections[8].text == lines.text(*starts)


def test_the_dash_is_kept_and_means_no_entry(report: Report) -> None:
    measure = record(report, "I.10")
    assert measure.fields[1:] == rows(
        (TERM, "-"), ("Internetpräsenz", "-"), ("Ressort", "MKJFGFI"), ("Partner in der Umsetzung", "-")
    )
    assert [row.is_empty for row in measure.fields] == [False, True, True, False, True]
    assert (measure.period, measure.funding, measure.partners, measure.links) == (None, (), (), ())


# ------------------------------------------------------------------------------------------------- the peculiar measures, whole


def test_iii_5_whose_table_a_page_break_splits(report: Report, lines: Lines) -> None:
    assert record(report, "III.5") == Measure(
        id="III.5",
        title="Projekt Fachkräftegewinnung (FOS Polizei, FOS Informatik, BFS Ingenieurtechnik)",
        cluster="III",
        page=45,
        text=lines.text(
            "Die Berufskollegs leisten einen erheblichen",
            "Berufsfachschule Ingenieurtechnik:",
            "Fachoberschule Informatik:",
            "Fachoberschule Polizei (Gemeinschaftsvorhaben",
        ),
        fields=rows(
            (
                "Ziel",
                "Die Bildungsgänge der Berufskollegs werden gezielt weiterentwickelt, um spezifische Fachkräftebedarfe zu "
                "decken.",
            ),
            (TERM, "2021 bis 2027"),
            (
                "Geplante Mittel",
                "Die Finanzierung ist im Rahmen der üblichen Stellenbewirtschaftung sichergestellt. Es gab keine gesonderten "
                "Mittelzuweisungen oder eigenständige Haushaltstitel. Für die Berufskollegs, die an dem Schulversuch "
                "teilgenommen haben, erfolgte eine geringfügige zeitliche Entlastung von Wochenstunden.",
            ),
            ("Internetpräsenz", "exemplarisch: www.schulministerium.nrw/fos-polizei"),
            ("Ressort", "MSB"),
            (
                "Partner in der Umsetzung",
                (
                    "Die Umsetzung der Fachoberschule für Polizei erfolgt in enger Kooperation mit dem Ministerium des Innern, "
                    "dem Landesamt für Ausbildung, Fortbildung und Personalangelegenheiten der Polizei NRW, der Hochschule für "
                    "Polizei und öffentliche Verwaltung NRW und den Polizeibehörden.",
                    "Die Entwicklung der Fachoberschule für Informatik erfolgt in Zusammenarbeit der beteiligten Berufskollegs "
                    "mit den regionalen Praktikumsbetrieben aus der IT-Wirtschaft.",
                ),
            ),
        ),
        verbatim="",
        links=("http://www.schulministerium.nrw/fos-polizei",),
        period=Period(TERM, "2021", "2027", "year"),
        ministries=("MSB",),
        warnings=("Geplante Mittel: Der Bericht nennt keinen Betrag in Euro.",),
    )


def test_iii_7_with_a_list_and_a_sentence_that_goes_on_after_the_page(report: Report, lines: Lines) -> None:
    money = (
        "Laut Finanzplan, den die Verbundpartner bei Antragstellung im 09/2020 vorgelegt haben, sind in SiA-NRW für den "
        "Förderzeitraum 2020 bis 2024 5.355.028 Euro im Rahmen des InnoVET-Projektes vom BMBF sowie 1,5 Lehrkräftestellen (1,0 "
        "BR Düsseldorf, 0,5 BR Köln) p.a. geflossen."
    )
    assert record(report, "III.7") == Measure(
        id="III.7",
        title="Studienintegrierende Ausbildung „SiA-NRW“",
        cluster="III",
        page=48,
        text=lines.text("Das im Rahmen des Ideenwettbewerbs", "Im laufenden Schuljahr lernen ca. 190"),
        fields=rows(
            (
                "Ziel",
                "Steigerung der Attraktivität der dualen Ausbildung: Gewinnung, Entwicklung und Bindung von ambitionierten "
                "jungen Menschen als qualifizierte Fachkräfte",
            ),
            (TERM, "2021 bis 2024"),
            ("Geplante Mittel", money),
            ("Internetpräsenz", "https://sia-nrw.de/"),
            ("Ressort", "MSB, MAGS, MKW"),
            (
                "Partner in der Umsetzung",
                (
                    "Gesellschaft für innovative Beschäftigungsförderung (G.I.B.)",
                    "Kreis Düren",
                    "Bezirksregierung Düsseldorf",
                    "Die Umsetzung von „SiA-NRW“ wird wissenschaftlich begleitet. Zur landesweiten Steuerung des Projektes "
                    "„SiA-NRW“ ist ein Beirat mit den Spitzenvertreterinnen und -vertretern der Landespolitik, Wirtschaft, "
                    "Gewerkschaften, öffentlichen Verwaltung und der wissenschaftlichen Begleitung gegründet worden.",
                ),
            ),
        ),
        verbatim="",
        links=("https://sia-nrw.de/",),
        period=Period(TERM, "2021", "2024", "year"),
        funding=(Funding(5_355_028, "total", approximate=False, sources=("Bund",), years="2020-2024", raw=money),),
        ministries=("MSB", "MAGS", "MKW"),
        partners=(
            "Gesellschaft für innovative Beschäftigungsförderung (G.I.B.)",
            "Kreis Düren",
            "Bezirksregierung Düsseldorf",
        ),
    )


def test_iv_6_whose_last_cell_goes_on_as_plain_text(report: Report, lines: Lines) -> None:
    text = lines.line("Trotz verstärkter Bemühungen aller Akteure").replace(
        "[www.bahnen.nrw](http://www.bahnen.nrw)", "www.bahnen.nrw"
    )
    assert record(report, "IV.6") == Measure(
        id="IV.6",
        title="Beschäftigungsoffensive Schienenpersonennahverkehr (SPNV) NRW",
        cluster="IV",
        page=62,
        text=text,
        fields=rows(
            (
                "Ziel",
                "Es sollen mehr Menschen für den Einsatz im SPNV qualifiziert werden. Insgesamt ist es das Ziel 250 "
                "Mitarbeitende (18 Kurse) zu qualifizieren.",
            ),
            (TERM, "seit 2023 (laufend)"),
            ("Geplante Mittel", "6 Mio. Euro"),
            ("Internetpräsenz", "https://www.fokus-bahn.nrw/"),
            ("Ressort", "MUNV"),
            (
                "Partner in der Umsetzung",
                "In dieser Offensive bündeln das MUNV, elf Nahverkehrsbahnen und drei Aufgabenträger des Landes ihre Kräfte. "
                "Wettbewerber werden so zu Partnern und schaffen gemeinsam Lösungen für eine starke Schiene, indem sie "
                "unternehmensübergreifend für ein besseres SPNV-System und die gemeinsamen Fahrgäste zusammenarbeiten. In "
                "verschiedenen Teilprojekten übernehmen sie gemeinschaftlich Verantwortung zur Qualitätsoptimierung im "
                "Schienenpersonennahverkehr Nordrhein-Westfalens.",
            ),
        ),
        verbatim="",
        links=("http://www.bahnen.nrw", "https://www.fokus-bahn.nrw/"),
        period=Period(TERM, "2023", precision="year", open_ended=True, ongoing=True),
        funding=(Funding(6_000_000, None, approximate=False, sources=(), years=None, raw="6 Mio. Euro"),),
        ministries=("MUNV",),
    )


def test_vi_8_with_a_table_of_yearly_figures_inside_its_text(report: Report, lines: Lines) -> None:
    assert record(report, "VI.8") == Measure(
        id="VI.8",
        title="Anerkennung ausländischer Abschlüsse von Architektinnen und Architekten und Ingenieurinnen und Ingenieuren",
        cluster="VI",
        page=88,
        text=lines.line("Über das am 1. Dezember 2021 neu in Kraft getretene"),
        fields=rows(
            (
                "Ziel",
                "Gewinnung ausländischer Fachkräfte durch die Berufsanerkennung in der Architektenschaft und dem "
                "Bau-Ingenieurwesen.",
            ),
            (TERM, "2021"),
            ("Internetpräsenz", "-"),
            ("Ressort", "MHKBD"),
            ("Partner in der Umsetzung", "-"),
        ),
        verbatim="",
        period=Period(TERM, "2021", precision="year"),
        ministries=("MHKBD",),
        tables=(
            (
                ("Architektenkammer Nordrhein-Westfalen", "", ""),
                ("", "2022", "2023"),
                ("Anzahl gestellter Anträge", "79", "42"),
                ("davon anerkannte Anträge", "68", "34"),
                ("davon Nachqualifizierungen", "0", "0"),
                ("davon abgelehnte Anträge", "4", "2"),
                ("Ingenieurkammer-Bau Nordrhein-Westfalen", "", ""),
                ("", "2022", "2023"),
                ("Anzahl gestellter Anträge", "65", "66"),
                ("davon anerkannte Anträge", "55", "60"),
                ("davon Nachqualifizierungen", "0", "0"),
                ("davon abgelehnte Anträge", "1", "0"),
                ("davon in Bearbeitung", "3", "2"),
                ("davon Rücknahmen", "6", "4"),
            ),
        ),
    )


def test_iii_2_with_footnote_3(report: Report, lines: Lines) -> None:
    assert record(report, "III.2") == Measure(
        id="III.2",
        title="MID Assistentin/ Assistent",
        cluster="III",
        page=42,
        text=lines.line("Die digitale und ökologische Transformation unserer").replace(
            "MID-Assistenten<sup>3</sup>.", "MID-Assistenten."
        ),
        fields=rows(
            (
                "Ziel",
                "Unterstützung der digitalen Innovationsfähigkeit durch einen Wissenstransfer von der Hochschule in den Betrieb",
            ),
            (TERM, "2023 bis 2027"),
            ("Geplante Mittel", "3.788.000 Euro gesamt"),
            ("Internetpräsenz", "www.mittelstand-innovativ-digital.nrw/mid-assistentin"),
            ("Ressort", "MWIKE"),
            ("Partner in der Umsetzung", "-"),
        ),
        verbatim="",
        links=("http://www.mittelstand-innovativ-digital.nrw/mid-assistentin",),
        period=Period(TERM, "2023", "2027", "year"),
        funding=(Funding(3_788_000, "total", approximate=False, sources=(), years=None, raw="3.788.000 Euro gesamt"),),
        ministries=("MWIKE",),
        footnotes=("MID: Mittelstand Innovativ & Digital",),
    )


def test_iv_5_with_footnote_4_inside_a_compound(report: Report, lines: Lines) -> None:
    assert record(report, "IV.5") == Measure(
        id="IV.5",
        title="Bildungsprämie Wärmepumpen",
        cluster="IV",
        page=61,
        text=lines.line("Die Bildungsprämie Wärmepumpe steht seit").replace("SHK<sup>4</sup>- und", "SHK- und"),
        fields=rows(
            (
                "Ziel",
                "Unterstützung der Betriebe beim Aufbau von Know-how zur zukunftsgerichteten Beratung und zur qualitativ "
                "hochwertigen Umsetzung eines auf einer Wärmepumpe basierenden Wärmeversorgungssystem.",
            ),
            (TERM, "2022 bis 2027"),
            ("Geplante Mittel", "200.000 Euro pro Jahr"),
            ("Internetpräsenz", "https://t1p.de/y49g3 (Website der Bezirksregierung Arnsberg)"),
            ("Ressort", "MWIKE"),
            ("Partner in der Umsetzung", "-"),
        ),
        verbatim="",
        links=("https://t1p.de/y49g3",),
        period=Period(TERM, "2022", "2027", "year"),
        funding=(Funding(200_000, "per_year", approximate=False, sources=(), years=None, raw="200.000 Euro pro Jahr"),),
        ministries=("MWIKE",),
        footnotes=("SHK: Sanitär-, Heizungs- und Klimahandwerk",),
    )


def test_v_3_with_footnote_5_and_a_term_in_words(report: Report, lines: Lines) -> None:
    second = lines.line("Die praxisintegrierte Organisationsform").replace("AZAV<sup>5</sup>-zertifiziert", "AZAV-zertifiziert")
    money = (
        "Für den Zertifizierungszeitraum 2024-2029 sind für die Zertifizierung aller Maßnahmen (Fachschulen des Sozialwesens "
        "und Berufsfachschulen Gesundheit/Erziehung und Soziales) jährlich ca. 30.000 Euro vorgesehen sowie zwei "
        "Lehrkraft-Stellen für die AZAV-Geschäftsstelle bei der Bezirksregierung Düsseldorf. Zudem gibt es schuljährlich ab "
        "Schuljahr 2024/25 zusätzlich 10 Lehrkraftstunden."
    )
    assert record(report, "V.3") == Measure(
        id="V.3",
        title="AZAV-Zertifizierung der praxisintegrierten Fachschule für Heilerziehungspflege",
        cluster="V",
        page=72,
        text=f"{lines.line('Um dem Fachkräftemangel in den Sozialberufen')}\n\n{second}",
        fields=rows(
            (
                "Ziel",
                "Erhöhung der Attraktivität der Weiterbildung zum staatlich anerkannten Heilerziehungspfleger/zur staatlich "
                "anerkannten Heilerziehungspflegerin für die Zielgruppe der Umschüler/innen.",
            ),
            (
                TERM,
                "AZAV-Zertifizierung Fachschule für Heilerziehungspflege – praxisintegrierte Ausbildung-PIA Schuljahr 2024/25",
            ),
            ("Geplante Mittel", money),
            ("Internetpräsenz", "https://www.berufsbildung.nrw.de"),
            ("Ressort", "MSB"),
            (
                "Partner in der Umsetzung",
                "Hier sind die Bundesagentur für Arbeit und die fachkundige Stelle Certqua als Partner beteiligt.",
            ),
        ),
        verbatim="",
        links=("https://www.berufsbildung.nrw.de",),
        period=Period(TERM, "2024", precision="school_year"),
        funding=(Funding(30_000, "per_year", approximate=True, sources=(), years="2024-2029", raw=money),),
        ministries=("MSB",),
        footnotes=("AZAV: Akkreditierungs- und Zulassungsverordnung Arbeitsförderung",),
    )


def test_only_three_measures_have_footnotes_and_one_a_table(report: Report) -> None:
    assert [measure.id for measure in report.measures if measure.footnotes] == ["III.2", "IV.5", "V.3"]
    assert [measure.id for measure in report.measures if measure.tables] == ["VI.8"]


def test_iv_11_whose_heading_has_no_colon(report: Report, lines: Lines) -> None:
    starts = (
        "Im Bereich der beruflichen Weiterbildung bestehen",
        "Die lokalen Akteure werden",
        "Zum Auftakt werden",
        "z. B. die Einrichtung",
    )
    assert record(report, "IV.11") == Measure(
        id="IV.11",
        title="Vernetzte Bildungsräume",
        cluster="IV",
        page=68,
        text=lines.text(*starts),
        fields=rows(
            (
                "Ziel",
                "Transparenz, Kooperation und zukunftsgerichtete Weiterentwicklung in der beruflichen Weiterbildung regional "
                "stärken",
            ),
            (TERM, "seit 10/2022 (fortlaufend)"),
            ("Internetpräsenz", "https://www.weiterbildungsberatung.nrw/themen/vernetzte-bildungsraeume-in-nrw und regional"),
            ("Ressort", "MAGS"),
            (
                "Partner in der Umsetzung",
                "Regionaldirektion NRW Arbeitsagenturen und Jobcenter Arbeitsmarktpartner regional (Kammern, Sozialpartner, "
                "Bildungsträger, Verbände etc.)",
            ),
        ),
        verbatim="",
        links=("https://www.weiterbildungsberatung.nrw/themen/vernetzte-bildungsraeume-in-nrw",),
        period=Period(TERM, "2022-10", precision="month", open_ended=True, ongoing=True),
        ministries=("MAGS",),
    )


def test_v_10_whose_label_lacks_a_blank_and_whose_dates_contradict_each_other(report: Report, lines: Lines) -> None:
    assert record(report, "V.10") == Measure(
        id="V.10",
        title='Kongress: "Vielfalt am Arbeitsmarkt. Innovative Ansätze der Fachkräftegewinnung"',
        cluster="V",
        page=79,
        text=lines.line("Im Rahmen der Fachkräfteoffensive der Landesregierung veranstalteten"),
        fields=rows(
            (
                "Ziel",
                "Anhand der Unternehmensbeispiele innovative Ansätze zur Gewinnung inländischer Potentiale in Ausbildung und "
                "Arbeit aufzeigen und diskutieren.",
            ),
            (TERM, "2024 (23.05.2024)"),
            ("Geplante Mittel", "80.000 Euro (Landesmittel)"),
            ("Internetpräsenz", "Grundstruktur der Veranstaltung steht, Website steht ab Mitte April."),
            ("Ressort", "MWIKE, MKJFGFI"),
            ("Partner in der Umsetzung", "-"),
        ),
        verbatim="",
        period=Period(TERM, "2024-05-23", precision="day"),
        funding=(
            Funding(80_000, None, approximate=False, sources=("Landesmittel",), years=None, raw="80.000 Euro (Landesmittel)"),
        ),
        ministries=("MWIKE", "MKJFGFI"),
        warnings=("Widerspruch im Bericht: Der Text nennt den 23. Mai 2023, die Tabelle (Beginn/ Laufzeit) den 23.05.2024.",),
    )


def test_iv_4_which_refers_to_iv_9_and_means_iv_8(report: Report, lines: Lines) -> None:
    assert record(report, "IV.4") == Measure(
        id="IV.4",
        title="Bewerbungstag 2024 – (Quer-) Einstieg in die Film- und Fernsehbranche",
        cluster="IV",
        page=60,
        text=lines.text("Am 18. März 2024 soll in den Kölner", "Die Förderung des Bewerbungstages ist"),
        fields=rows(
            (
                "Ziel",
                "Ziel des Bewerbungstages ist es, die Film- und Fernsehbranche zu vereinen und gemeinsam einen Branchenzugang "
                "und eine Sichtbarkeit für die Produktionsunternehmen herzustellen, sowie den Zugang zu den verschiedenen "
                "Arbeitgebern zu ermöglichen.",
            ),
            (TERM, "07.02.2024 bis 30.04.2024"),
            ("Geplante Mittel", "20.000 Euro"),
            ("Internetpräsenz", "-"),
            ("Ressort", "Stk"),
            ("Partner in der Umsetzung", "-"),
        ),
        verbatim="",
        period=Period(TERM, "2024-02-07", "2024-04-30", "day"),
        funding=(Funding(20_000, None, approximate=False, sources=(), years=None, raw="20.000 Euro"),),
        ministries=("Stk",),
        warnings=(
            "Der Text verweist auf IV.9; dem Wortlaut nach ist IV.8 („Einberufung eines Medien-Fachkräfte-Beirats“) gemeint.",
        ),
    )


SPELLING = "Uneinheitliche Schreibweise: „PIA“, „PiA“."
SAME_TEXT = "Der Text gleicht fast wörtlich dem von {} (84% gleiche Wortpaare)."


def test_i_12_and_iii_6_with_nearly_the_same_text_and_two_spellings_of_pia(report: Report, lines: Lines) -> None:
    third = lines.line("Im Austausch mit dem MSB und den Trägern")
    first_texts = [lines.line("Die Gewinnung zusätzlicher Auszubildender", which) for which in (0, 1)]
    second_texts = [lines.line("Die praxisintegrierte Form der Ausbildung (PiA)", which) for which in (0, 1)]
    money = "insgesamt rund 11 Mio. Euro für den geförderten Jahrgang 2023/24"
    assert record(report, "I.12") == Measure(
        id="I.12",
        title="Finanzielle Förderung der praxisintegrierten Ausbildung Kinderpflege",
        cluster="I",
        page=28,
        text="\n\n".join((first_texts[0], second_texts[0], third)),
        fields=rows(
            (
                "Ziel",
                "Ziel ist es, durch eine finanzielle Anreizsetzung bei den Trägern zur Schaffung von Ausbildungsplätzen, "
                "Fachkräfte im Bereich Soziales und Erziehung zu gewinnen",
            ),
            (TERM, "2023 bis 2025"),
            ("Geplante Mittel", money),
            ("Internetpräsenz", "-"),
            ("Ressort", "MKJFGFI/MSB"),
            ("Partner in der Umsetzung", "-"),
        ),
        verbatim="",
        period=Period(TERM, "2023", "2025", "year"),
        funding=(Funding(11_000_000, "total", approximate=True, sources=(), years="2023/24", raw=money),),
        ministries=("MKJFGFI", "MSB"),
        warnings=(SPELLING, SAME_TEXT.format("III.6")),
    )
    assert record(report, "III.6") == Measure(
        id="III.6",
        title="Praxisintegrierte Aus- und Weiterbildung Berufsfachschule Kinderpflege",
        cluster="III",
        page=47,
        text="\n\n".join((first_texts[1], second_texts[1], third)),
        fields=rows(
            (
                "Ziel",
                "Ziel ist es, Fachkräfte im Bereich Soziales und Erziehung zu gewinnen sowie Träger bei der Finanzierung von "
                "Ausbildungsplätzen für Kinderpflegerinnen und Kinderpfleger zu unterstützen.",
            ),
            (TERM, "seit 08/2021"),
            ("Internetpräsenz", "-"),
            ("Ressort", "MSB, MKJFGFI"),
            ("Partner in der Umsetzung", "-"),
        ),
        verbatim="",
        period=Period(TERM, "2021-08", precision="month", open_ended=True),
        ministries=("MSB", "MKJFGFI"),
        warnings=(SPELLING, SAME_TEXT.format("I.12")),
    )


def test_v_7_with_a_list_between_its_paragraphs(report: Report, lines: Lines) -> None:
    measure = record(report, "V.7")
    assert measure.text == (
        f"{lines.line('Das landesweite Projekt PerMenti NRW')}\n\n"
        "Beratung bei Fragen zur Anerkennung von Abschlüssen und Zeugnissen\n"
        "Sprach- und Computertraining für die berufliche Kommunikation\n"
        "Dialoggruppen zu Leben und Alltag in Deutschland\n"
        "Unterstützung im Bewerbungsprozess\n"
        "Begleitung von Praktika und Beschäftigungsverhältnissen\n"
        "Netzwerktreffen zum Wissens- und Erfahrungsaustausch\n\n"
        f"{lines.line('Das Nordrhein-Westfalen-weite Projekt ist')}"
    )


# ------------------------------------------------------------------------------------------------- drafts with something wrong


def draft(*sections: DraftSection) -> DraftReport:
    return DraftReport(
        "Bericht", "2025-05-01", 9, {}, {"I": "Bildung"}, {"MSB": "Ministerium für Schule und Bildung"}, list(sections)
    )


@pytest.mark.parametrize(
    ("label", "value", "warnings"),
    [
        pytest.param(TERM, "noch offen", ("Beginn/ Laufzeit: Aus „noch offen“ ließ sich kein Zeitraum lesen.",), id="term"),
        pytest.param(
            "Inkrafttreten", "unklar", ("Inkrafttreten: Aus „unklar“ ließ sich kein Zeitraum lesen.",), id="coming into force"
        ),
        pytest.param(TERM, "laufend", (), id="ongoing is understood"),
        pytest.param(TERM, "abgeschlossen", (), id="completed is understood"),
        pytest.param(TERM, "-", (), id="no term"),
        pytest.param(
            "Geplante Mittel", "30 Stellen", ("Geplante Mittel: Der Bericht nennt keinen Betrag in Euro.",), id="posts, no euros"
        ),
        pytest.param("Geplante Mittel", "-", (), id="no money"),
        pytest.param(
            "Ressort",
            "MSB, MBWSV",
            ("Ressort: „MBWSV“ steht nicht in der Liste der beteiligten Ressorts.",),
            id="unknown ministry",
        ),
    ],
)
def test_what_is_not_understood_stays_raw_and_is_told(label: str, value: str, warnings: tuple[str, ...]) -> None:
    section = DraftSection("Erste", "I.1", page=3, fields=[DraftField(label, [value])])
    (measure,) = assemble(draft(section)).measures
    assert (measure.fields, measure.warnings) == (rows((label, value)), warnings)


@pytest.mark.parametrize(
    ("section", "name"),
    [(DraftSection("Erste", "I.1"), "I.1: Erste"), (DraftSection("Anhang"), "Anhang")],
    ids=["measure", "section"],
)
def test_what_the_table_of_contents_lacks_is_told(section: DraftSection, name: str) -> None:
    with pytest.raises(ReportFormatError) as error:
        assemble(draft(section))
    assert str(error.value) == (
        f"Für „{name}“ steht keine Seite im Inhaltsverzeichnis. Bitte ergänzen Sie dort eine Zeile mit dieser Überschrift."
    )


def test_a_number_over_two_measures_is_told() -> None:
    with pytest.raises(ReportFormatError) as error:
        assemble(draft(DraftSection("Erste", "I.1", page=3), DraftSection("Andere", "I.1", page=4)))
    assert str(error.value) == (
        "Die Nummer I.1 steht über zwei Maßnahmen: „Erste“ und „Andere“. Jede Nummer darf nur einmal vorkommen; bitte "
        "berichtigen Sie eine der Überschriften."
    )
