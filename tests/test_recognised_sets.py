"""Set questions as the trained heads and the rules understand them together; lines that describe a filter; turns of speech."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.filters import (
    Aggregate,
    DurationCondition,
    Event,
    Figure,
    Group,
    MoneyCondition,
    SetFilter,
    Sharing,
    TermCondition,
    TermState,
    Website,
    Window,
    added,
    describe,
    facets_of,
    names_condition,
    parse_filter,
    read_description,
)
from fko_qa.filters.colloquial import plainly
from fko_qa.records import Report

TODAY = date(2024, 6, 25)


def sure(*names: str, **facets: str) -> Mapping[str, Mapping[str, float]]:
    """What heads say that are sure of these facets, clusters and ministries ("not MSB") and of nothing in the others."""
    for name in names:
        word, _, last = name.rpartition(" ")
        facets[f"{'cluster' if set(last) <= set('IVX') else 'ministry'}:{last}"] = word or "yes"
    return {
        facet: {value: log(0.98), **({"-": log(0.02)} if value != "-" else {"yes": log(0.02)})}
        for facet, value in {**dict.fromkeys(facets_of(SetFilter()), "-"), "aggregate": "list", **facets}.items()
    }


@pytest.mark.parametrize(
    ("question", "heads", "line"),
    [
        pytest.param("Welche Maßnahmen des Schul-Ministeriums gehen mit dem Schul-Jahr 2024/25 los?", sure(event="start"),
                     "Ressort: MSB · Beginn: Schuljahr 2024/25", id="simple language divides its words"),
        pytest.param("was hat schon vohr 2019 angefangen", sure(event="start"), "Beginn: vor 2019", id="small word mistyped"),
        pytest.param("Bei welchen Projeckten ist die Handwerkskamer Partner?", sure(partner="named"), "Partner: HWK",
                     id="partner mistyped"),
        pytest.param("Which programmes of the school ministry (MSB) run without any other ministry?",
                     sure("MSB", sharing="joint"),
                     "Ressort: MSB allein", id="alone in another language"),
        pytest.param("How many programmes does the MAGS run together with at least one other ministry?",
                     sure("MAGS", aggregate="count", sharing="any"), "Gefragt: Anzahl · Ressort: MAGS gemeinsam mit anderen",
                     id="with others in another language"),
        pytest.param("Which programmes end in 2025, except those of the ministry of labour (MAGS)?", sure("MAGS", event="end"),
                     "ohne Ressort MAGS · Ende: 2025", id="left out in another language"),
        pytest.param("Які заходи коштують понад 2 млн євро?", sure(money="amount"), "Geplante Mittel: über 2 Mio. Euro",
                     id="amount in Ukrainian"),
        pytest.param("Quelles mesures coûtent moins de 300 000 euros ?", sure(money="amount"),
                     "Geplante Mittel: unter 300.000 Euro", id="amount in French"),
        pytest.param("maßnahmen ohne partner, geld und website", sure(partner="without", website="without", money="without"),
                     "Geplante Mittel: ohne Betrag · ohne Partner in der Umsetzung · ohne Internetpräsenz",
                     id="list of what lacks"),
        pytest.param("alles wo die kohle unter 90.000 liegt, egal ob pro jahr oder einmalig",
                     sure(basis="per_year", money="amount"),
                     "Geplante Mittel: unter 90.000 Euro", id="colloquial money, either way"),
        pytest.param("„Ohne Grenzen“: Welche Maßnahmen haben das im Namen?", sure(state="open_ended"),
                     "Wort im Titel: „Ohne Grenzen“", id="quoted words have no other meaning"),
        pytest.param("Wo ist das MAGS mit dabei, ob allein oder nicht?", sure("MAGS", sharing="others"), "Ressort: MAGS",
                     id="alone or not"),
        pytest.param("Für die Vorlage zur Finanzlage benötige ich alle Einträge, die Landesmittel nennen.",
                     sure(source="Landesmittel", topic="yes"), "Mittel aus: Landesmittel", id="what it is for is no topic"),
        pytest.param("Welche Maßnahmen sind zum Stand Juni 2024 schon beendet?", sure(state="ended"),
                     "Laufzeit: beim Stand des Berichts beendet", id="the report's month"),
        pytest.param("Was begann 2021 oder früher?", sure(event="start"), "Beginn: bis 2021", id="or earlier"),
        pytest.param("Welche Maßnahmen ohne Webseite nennen dafür einen Betrag?", sure(money="without", website="without"),
                     "Geplante Mittel: mit Betrag · ohne Internetpräsenz", id="each row has its own negation"),
        pytest.param("Welche Programme dauern zwei Jahre oder kürzer?", sure(duration="length"), "Dauer: höchstens zwei Jahre",
                     id="or shorter"),
        pytest.param("was läuft 2027 aus", sure(event="end"), "Ende: 2027", id="a date gets its event"),
        pytest.param("wo ist 2024 schicht im schacht", sure(event="end"), "Ende: 2024", id="wording that no rule knows"),
        pytest.param("was is noch garnich losgegangen", sure(state="not_started"),
                     "Laufzeit: beim Stand des Berichts noch nicht begonnen", id="a state"),
        pytest.param("was zieht der laumann ganz alleine durch", sure(sharing="alone"), "Ressort: MAGS allein", id="alone"),
        pytest.param("Woran arbeiten Arbeit und Schule gemeinsam?", sure("MAGS", "MSB", sharing="joint"),
                     "Ressort: MAGS und MSB gemeinsam", id="ministries by their subject"),
        pytest.param("wo gehts danach in die nächste runde", sure(state="continued"),
                     "Laufzeit: Fortsetzung geplant", id="to be continued"),
        pytest.param("bei welchen is die seite im netz erst im werden", sure(website="announced"),
                     "Internetpräsenz nur angekündigt", id="an announced page"),
        pytest.param("wo is beim link bloß en strich drin", sure(website="empty"),
                     "ohne Angabe zur Internetpräsenz", id="an empty row"),
        pytest.param("wo steht was zum geld", sure(money="row"), "Geplante Mittel: mit Angabe", id="rules that saw nothing"),
        pytest.param("What does the labour ministry do?", sure("MAGS", sharing="any"), "Ressort: MAGS", id="in English"),
        pytest.param("مشاريع وزارة العمل", sure("MAGS", sharing="any"), "Ressort: MAGS", id="in Arabic"),
        pytest.param("familienministerium aber ohne schule dabei", sure("MKJFGFI", "not MSB", sharing="any"),
                     "Ressort: MKJFGFI · ohne Ressort MSB", id="one left out"),
        pytest.param("Was ist am teuersten?", sure(aggregate="largest"), "Gefragt: höchste geplante Mittel", id="an extreme"),
        pytest.param("was ist als nächstes dran", sure(aggregate="earliest end future"),
                     "Gefragt: frühestes Ende nach dem Stand des Berichts", id="the next to end"),
        pytest.param("welches Haus macht am meisten", sure(aggregate="most ministry"),
                     "Gefragt: Ressort mit den meisten Maßnahmen", id="a ranking"),
        pytest.param("alles mit eu kohle", sure(source="eu"), "Mittel aus: ESF, JTF oder EFRE", id="European money"),
        pytest.param("bei wievielen fehlt der link", sure(aggregate="count", website="without"),
                     "Gefragt: Anzahl · ohne Internetpräsenz", id="two facets"),
        pytest.param("Mischt das BIBB irgendwo mit?", sure(partner="named"), "Partner: BIBB", id="a partner"),
        pytest.param("bei wem steht nix zum geld", sure(money="without"), "Geplante Mittel: ohne Betrag", id="no figure"),
        pytest.param("im ausländerblock, was is da", sure("VI"), "Cluster: VI", id="a cluster"),
        pytest.param("Vorhaben des MSB, nicht die für Kitas", sure("not I", sharing="any"), "ohne Cluster I · Ressort: MSB",
                     id="a cluster left out"),
        pytest.param("arbeitsministerium was gibts zur pflege", sure(sharing="any", topic="yes"),
                     "Ressort: MAGS · Thema: pflege", id="a topic"),
        pytest.param("Was stemmen Verkehrs- und Umweltressort?", sure(), "Ressort: MUNV", id="one office by two names"),
        pytest.param("Was verantworten Bau- und Schulressort gemeinsam?", sure(sharing="joint"),
                     "Ressort: MHKBD und MSB gemeinsam", id="the shared half is -ressort"),
        pytest.param("Was teilen sich Arbeits- und Schulhaus?", sure(sharing="joint"),
                     "Ressort: MAGS und MSB gemeinsam", id="the shared half is -haus"),
        pytest.param("Was zahlt das Bundesarbeitsministerium?", sure("MAGS", source="Bund", sharing="any"), "Mittel aus: Bund",
                     id="a ministry of the federation"),
        pytest.param("Vorhaben, bei denen das Schulministerium dabei ist", sure(sharing="alone"), "Ressort: MSB",
                     id="whoever takes part may have company"),
        pytest.param("What does the labour ministry run on its own?", sure("MAGS", sharing="any"), "Ressort: MAGS allein",
                     id="alone in English"),
        pytest.param("Welche des Bauministeriums, bei denen kein anderes Haus mitredet?", sure(sharing="any"),
                     "Ressort: MHKBD allein", id="no other one"),
        pytest.param("Alle vom MKW, auch die mit anderen", sure(sharing="others"), "Ressort: MKW", id="others do not matter"),
        pytest.param("Wo ist von Planstellen die Rede, aber von keinem Geldbetrag?", sure(money="words"),
                     "Geplante Mittel: Stellen statt eines Betrags", id="posts"),
        pytest.param("Wo gibt es Personal, aber nur Personal statt Euro?", sure(money="words"),
                     "Geplante Mittel: Stellen statt eines Betrags", id="only staff"),
        pytest.param("Welche haben nur neue Stellen, ohne Euro?", sure(money="without"),
                     "Geplante Mittel: Stellen statt eines Betrags", id="only posts"),
        pytest.param("Wo steht ein Satz zum Geld, aber kein Betrag?", sure(money="without"),
                     "Geplante Mittel: Angabe ohne Betrag", id="a sentence without an amount"),
        pytest.param("msb ohne geldangabe", sure(money="without", sharing="any"),
                     "Ressort: MSB · Geplante Mittel: ohne Angabe", id="no statement"),
        pytest.param("Bei welchen steht überhaupt nichts zur Finanzierung?", sure(money="without"),
                     "Geplante Mittel: ohne Angabe", id="nothing at all"),
        pytest.param("Welche ohne Betrag, egal ob das Feld leer ist oder nur ein Satz drinsteht?", sure(money="words"),
                     "Geplante Mittel: ohne Betrag", id="no amount either way"),
        pytest.param("vorhaben vom bauministerium mit dem kulturministerum gemeinsamm", sure(sharing="any"),
                     "Ressort: MHKBD und MKW gemeinsam", id="together with a typing error"),
        pytest.param("Programmes run by two ministries", sure(sharing="number"), "Ressort: genau 2", id="a number in English"),
        pytest.param("Mesures d'au moins trois ministères", sure(sharing="number"), "Ressort: mindestens 3", id="and in French"),
        pytest.param("Projects that have a budget stated", sure(), "Geplante Mittel: mit Betrag", id="money in English"),
        pytest.param("Was kostet im Bereich Weiterbildung am meisten?", sure(aggregate="largest"),
                     "Gefragt: höchste geplante Mittel · Cluster: IV", id="a part by its subject"),
        pytest.param("Wie viele im Teil Ausbildung und Studium haben eine Website?", sure(aggregate="count", website="with"),
                     "Gefragt: Anzahl · Cluster: III · mit Internetpräsenz", id="a part by its title"),
        pytest.param("Welche Vorhaben ohne Homepage zu Anerkennung und Zuwanderung?", sure(website="without"),
                     "Cluster: VI · ohne Internetpräsenz", id="a cluster by several subjects"),
        pytest.param("Eine Hausarbeit zum Bereich Übergang und Berufsorientierung steht an. Wie viele Vorhaben laufen dort?",
                     sure(aggregate="count"), "Gefragt: Anzahl · Cluster: II", id="there"),
        pytest.param("Wie viele verschiedene Ministerien sind beteiligt, Staatskanzlei eingerechnet?",
                     sure("Stk", aggregate="count ministry"), "Gefragt: Anzahl der Ressorts", id="who is counted in"),
        pytest.param("Welches von den sechs Handlungsfeldern ist am leersten?", sure("VI", aggregate="fewest cluster"),
                     "Gefragt: Cluster mit den wenigsten Maßnahmen", id="the number of clusters is none of them"),
        pytest.param("Stand 25. Juni 2024: welche standen da noch bevor?", sure(state="not_started", event="start"),
                     "Laufzeit: beim Stand des Berichts noch nicht begonnen", id="the report's own date is now"),
        pytest.param("Welche Homepages sind erst noch geplant?", sure(website="announced"),
                     "Internetpräsenz nur angekündigt", id="a planned page"),
        pytest.param("Handwerkskammer oder andere Kammern als Partner", sure(partner="named"), "Partner: Kammern", id="a family"),
        pytest.param("Wo ist die Regionaldirektion der Bundesagentur dabei?", sure(partner="named"),
                     "Partner: Regionaldirektion NRW", id="a part of the Bundesagentur"),
        pytest.param("Was hat den größten, ausdrücklich jährlichen Topf?", sure(aggregate="largest", basis="per_year"),
                     "Gefragt: höchste geplante Mittel pro Jahr", id="the largest per year"),
        pytest.param("Ich will nur noch die vom MKW sehen", sure(sharing="alone"), "Ressort: MKW", id="only some of more"),
        pytest.param("Was stellt das MSB mit den Bezirksregierungen zusammen auf die Beine?", sure(sharing="any"),
                     "Ressort: MSB · Partner: Bezirksregierungen", id="together with a partner"),
        pytest.param("Was hat im Jahr das kleinste Budget?", sure(aggregate="smallest", money="without", basis="per_year"),
                     "Gefragt: niedrigste geplante Mittel pro Jahr", id="the lowest amount is one"),
        pytest.param("Vorhaben im Kapitel Weiterbildung", {**sure(), "cluster:IV": {"yes": log(0.02), "-": log(0.98)}},
                     "Cluster: IV", id="a cluster that is named stays"),
        pytest.param("Welche Maßnahmen hat das MSB denn so im Angebot?", sure(sharing="any"), "Ressort: MSB", id="no topic"),
    ],
)  # fmt: skip
def test_heads_and_rules_together(question: str, heads: Mapping[str, Mapping[str, float]], line: str, report: Report) -> None:
    found = parse_filter(question, report, heads)
    assert found is not None
    assert describe(found) == line


def test_what_is_said_not_to_matter_is_no_condition(report: Report) -> None:
    heads = sure("MSB", sharing="alone", basis="per_year")
    found = parse_filter("Was hat das MSB, egal ob allein oder mit anderen?", report, heads)
    assert found is not None
    assert (found.ministries, found.sharing, found.basis) == (("MSB",), Sharing.ANY, None)


def test_a_date_for_the_end_says_all_about_it(report: Report) -> None:
    found = parse_filter("Welche Vorhaben enden 2027?", report, sure(event="end", state="open_ended"))
    assert found is not None
    assert describe(found) == "Ende: 2027"


@pytest.mark.parametrize(("chance", "clusters"), [(0.79, ()), (0.81, ("IV",))])
def test_a_name_that_no_rule_reads_needs_sure_heads(chance: float, clusters: tuple[str, ...], report: Report) -> None:
    heads = {**sure(website="with"), "cluster:IV": {"yes": log(chance), "-": log(1 - chance)}}
    found = parse_filter("was für umsteiger hat ne homepage", report, heads)
    assert found is not None
    assert (found.clusters, found.website) == (clusters, Website.WITH)


@pytest.mark.parametrize(("chance", "ministries"), [(0.79, ("MSB",)), (0.9, ("MSB",)), (0.99, ())])
def test_a_name_that_a_rule_reads_stays_unless_the_heads_are_surer_still(
    chance: float, ministries: tuple[str, ...], report: Report
) -> None:
    """The rule's bonus of 2.5 is overcome by odds of twelve to one."""
    heads = {**sure(website="with"), "ministry:MSB": {"yes": log(1 - chance), "-": log(chance)}}
    found = parse_filter("msb homepage", report, heads)
    assert found is not None
    assert (found.ministries, found.website) == (ministries, Website.WITH)


@pytest.mark.parametrize(("chance", "states"), [(0.7, ()), (0.9, (TermState.NOT_STARTED,))])
def test_a_state_beside_a_date_needs_sure_heads(chance: float, states: tuple[TermState, ...], report: Report) -> None:
    heads = {**sure(event="end"), "state": {"not_started": log(chance), "-": log(1 - chance)}}
    found = parse_filter("Welche Vorhaben enden 2027?", report, heads)
    assert found is not None
    assert (len(found.terms), found.states) == (1, states)


def test_rules_win_over_heads_that_are_not_sure(report: Report) -> None:
    unsure = {**sure(), "website": {"with": log(0.6), "without": log(0.4)}}
    found = parse_filter("Maßnahmen ohne Homepage", report, unsure)
    assert found == SetFilter(website=Website.WITHOUT)


def test_nothing_understood_is_no_set(report: Report) -> None:
    assert parse_filter("und was noch", report, sure()) is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Was gab es schon vor der Coronazeit?", "Was gab es schon vor 2020?"),
        ("welche gabs schon vor corona", "welche gabs schon vor 2020"),
        ("letztes quartal 24, was startet da", "im 4. Quartal 2024, was startet da"),
        ("november 23 angefangen welche", "november 2023 angefangen welche"),
        ("ab 25", "ab 2025"),
        ("Was steht in den letzten beiden Kapiteln?", "Was steht in Cluster 5 bis 6?"),
        ("in 25 Städten", "in 25 Städten"),
        ("unter ner halben million", "unter einer halben million"),
        ("20 Millionen oder mehr", "mindestens 20 Millionen"),
        ("Was dauert 2 Jahre oder länger?", "Was dauert mindestens 2 Jahre?"),
        ("Which measures began in May 2023?", "Which measures began in mai 2023?"),
        ("mesures qui finissent en juillet 2026", "mesures qui finissent en juli 2026"),
        ("Які заходи почалися у травні 2023?", "Які заходи почалися у mai 2023?"),
        ("2027de biten, Ağustos 2026", "2027de biten, august 2026"),
        ("ما الذي بدأ في مايو 2023؟", "ما الذي بدأ في mai 2023؟"),
        ("KASIM 2026, Kasim 2026", "november 2026, november 2026"),
        ("Marta 2023", "Marta 2023"),
        ("Was macht das MSB?", "Was macht das MSB?"),
    ],
)
def test_turns_of_speech_are_put_plainly(text: str, plain: str) -> None:
    assert plainly(text) == plain


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Alle Maßnahmen", SetFilter()),
        ("Ressort: MAGS und MSB gemeinsam", SetFilter(ministries=("MAGS", "MSB"), sharing=Sharing.JOINT)),
        ("Ressort: MSB allein", SetFilter(ministries=("MSB",), sharing=Sharing.ALONE)),
        ("Ressort: MKW gemeinsam mit anderen", SetFilter(ministries=("MKW",), sharing=Sharing.JOINT, ministries_at_least=2)),
        ("Ressort: mindestens 2", SetFilter(ministries_at_least=2)),
        ("Ressort: genau 3", SetFilter(ministries_at_least=3, ministries_at_most=3)),
        ("ohne Ressort MAGS und MSB", SetFilter(excluded_ministries=("MAGS", "MSB"))),
        ("Cluster: I oder II", SetFilter(clusters=("I", "II"))),
        ("Ende: 2027", SetFilter(terms=(TermCondition(Event.END, Window(date(2027, 1, 1), date(2027, 12, 31), "2027")),))),
        (
            "Beginn: nach 06/2023",
            SetFilter(terms=(TermCondition(Event.START, Window(date(2023, 7, 1), None, "nach 06/2023")),)),
        ),
        ("Laufzeit: ohne festes Ende", SetFilter(states=(TermState.OPEN_ENDED,))),
        ("Dauer: über 3 Jahre", SetFilter(durations=(DurationCondition(37, None, "über 3 Jahre"),))),
        ("Befristung: 5 Jahre", SetFilter(durations=(DurationCondition(60, 60, "5 Jahre", fixed=True),))),
        ("Geplante Mittel: unter 500.000 Euro", SetFilter(money=(MoneyCondition(None, 499_999, "unter 500.000 Euro"),))),
        (
            "Geplante Mittel: 200.000 Euro pro Jahr",
            SetFilter(money=(MoneyCondition(200_000, 200_000, "200.000 Euro"),), basis="per_year"),
        ),
        ("Geplante Mittel: ohne Betrag", SetFilter(figure=Figure.WITHOUT)),
        ("Geplante Mittel: mit Angabe", SetFilter(figure=Figure.ROW)),
        ("Geplante Mittel: ohne Angabe", SetFilter(figure=Figure.NO_ROW)),
        ("Geplante Mittel: Angabe ohne Betrag", SetFilter(figure=Figure.WORDS)),
        ("Geplante Mittel: Stellen statt eines Betrags", SetFilter(figure=Figure.POSTS)),
        ("Internetpräsenz nur angekündigt", SetFilter(website=Website.ANNOUNCED)),
        ("ohne Angabe zur Internetpräsenz", SetFilter(website=Website.EMPTY)),
        ("Laufzeit: Fortsetzung geplant", SetFilter(states=(TermState.CONTINUED,))),
        ("Partner: AOK oder IHK", SetFilter(partners=("AOK", "IHK"), any_partner=True)),
        ("Partner: AOK und IHK", SetFilter(partners=("AOK", "IHK"))),
        ("Mittel aus: ESF, JTF oder EFRE", SetFilter(sources=("ESF", "JTF", "EFRE"))),
        ("Partner: Bundesagentur für Arbeit", SetFilter(partners=("Bundesagentur für Arbeit",))),
        ("ohne Internetpräsenz", SetFilter(website=Website.WITHOUT)),
        ("Gefragt: Anzahl · Ressort: MKW", SetFilter(aggregate=Aggregate.COUNT, ministries=("MKW",))),
        ("Gefragt: höchste geplante Mittel pro Jahr (die 3 ersten)", SetFilter(Aggregate.LARGEST, basis="per_year", top=3)),
        ("Gefragt: Cluster mit den wenigsten Maßnahmen", SetFilter(Aggregate.FEWEST, group=Group.CLUSTER)),
        ("Ressort: MAGS · Thema: Pflege", SetFilter(ministries=("MAGS",), topic="Pflege")),
    ],
)
def test_a_described_filter_is_read_back(line: str, found: SetFilter) -> None:
    assert read_description(line, TODAY) == found
    assert describe(found) == line


@pytest.mark.parametrize(
    "text", ["", "Was macht das MSB?", "Ressort", "Ressort: ", "Ende: irgendwann", "Dauer: lange", "Foto: MSB"]
)
def test_other_texts_describe_no_filter(text: str) -> None:
    found = read_description(text, TODAY)
    assert found is None or found == SetFilter()


@given(st.text(max_size=60))
def test_any_text_is_read_or_not(text: str) -> None:
    found = read_description(text, TODAY)
    assert found is None or isinstance(found, SetFilter)


def test_a_question_may_be_the_line_itself(report: Report) -> None:
    """People can correct how they were understood and ask again."""
    assert parse_filter("Ressort: MAGS und MWIKE gemeinsam · Ende: 2027", report) == read_description(
        "Ressort: MAGS und MWIKE gemeinsam · Ende: 2027", TODAY
    )


@pytest.mark.parametrize(
    ("before", "text", "heads", "line"),
    [
        pytest.param("Beginn: 2023", "und 2024?", sure(event="end"), "Beginn: 2024", id="a date takes the earlier one's place"),
        pytest.param("Ende: 2025", "und was fängt 2025 an", sure(event="start"), "Beginn: 2025", id="a verb of its own"),
        pytest.param("Ende: 2025", "nur die vom MSB", sure(sharing="any"), "Ressort: MSB · Ende: 2025", id="another condition"),
        pytest.param("Ressort: MSB", "und beim MAGS?", sure(sharing="any"), "Ressort: MAGS", id="another ministry"),
        pytest.param("Ressort: MKW", "davon bitte die ohne andere Häuser", sure(), "Ressort: MKW allein", id="alone"),
        pytest.param("Ressort: MKW allein", "und zusammen mit dem MSB?", sure(sharing="others"),
                     "Ressort: MKW und MSB gemeinsam", id="together with another"),
        pytest.param("Gefragt: Anzahl · Ende: 2025", "zeig mir die", sure(), "Ende: 2025", id="the members of what was counted"),
        pytest.param("Gefragt: höchste geplante Mittel · Cluster: V", "welche ist das", sure("V"),
                     "Gefragt: höchste geplante Mittel · Cluster: V", id="an extreme stays"),
        pytest.param("Ressort: MKW", "und wie viele ganz allein?", sure(aggregate="count"),
                     "Gefragt: Anzahl · Ressort: MKW allein", id="a count of them"),
    ],
)  # fmt: skip
def test_a_follow_up_changes_the_set(
    before: str, text: str, heads: Mapping[str, Mapping[str, float]], line: str, report: Report
) -> None:
    earlier = read_description(before, TODAY)
    assert earlier is not None
    found = added(earlier, parse_filter(text, report, heads) or SetFilter(), text, report)
    assert found is not None
    assert describe(found) == line


def test_a_follow_up_that_says_nothing_changes_nothing(report: Report) -> None:
    assert added(SetFilter(ministries=("MSB",)), SetFilter(topic="Pflege"), "und Pflege", report) is None


@pytest.mark.parametrize(
    ("line", "named"),
    [("Ende: 2027", True), ("Ressort: MSB", True), ("Ende: 2027 · Thema: Pflege", False), ("ohne Internetpräsenz", False)],
)
def test_what_names_a_condition_and_nothing_else(line: str, named: bool) -> None:
    found = read_description(line, TODAY)
    assert found is not None
    assert names_condition(found) is named
