"""Terms, money, ministries and map, against values that were read and counted in the report's Markdown by hand."""

from __future__ import annotations

import re
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fko_qa.assistant import Assistant
from fko_qa.dense import plane
from fko_qa.overview import Bar, TermKind, arranged, ministries, money, terms, twins, when
from fko_qa.records import Report
from tests.fixtures import REPORT_FILE, real_assistant, shipped_index


@pytest.fixture(scope="module")
def report() -> Report:
    return shipped_index().report


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return real_assistant()


# -- terms


def bars(report: Report, measure_id: str) -> list[Bar]:
    return [bar for term in terms(report) if term.measure.id == measure_id for bar in term.bars]


def test_every_measure_has_one_row(report: Report) -> None:
    assert [term.measure for term in terms(report)] == list(report.measures)


@pytest.mark.parametrize(
    ("measure_id", "kind", "start", "end"),
    [
        pytest.param("I.11", TermKind.FIXED, "08/2020", "07/2026", id="08/2020 bis 07/2026"),
        pytest.param("I.8", TermKind.FIXED, "10/2023 bis 12/2023", "10/2026 bis 12/2026", id="Ende 2023 bis Ende 2026"),
        pytest.param("V.5", TermKind.FIXED, "01.12.2023", "30.11.2027", id="01.12.2023 bis 30.11.2027"),
        pytest.param("I.2", TermKind.COMPUTED, "05/2023", "30.04.2025", id="05/2023 (Befristung auf zwei Jahre)"),
        pytest.param("IV.1", TermKind.UNDATED_END, "06/2023", "", id="06/2023 bis mind. Ende der Legislaturperiode"),
        pytest.param("II.2", TermKind.OPEN, "2005", "", id="seit 2005"),
        pytest.param("II.7", TermKind.OPEN, "", "", id="laufend"),
        pytest.param("VI.1", TermKind.ONE_DATE, "2023", "", id="2023"),
        pytest.param("III.1", TermKind.ONE_DATE, "10/2024 bis 12/2024", "", id="voraussichtlich 4. Quartal 2024"),
    ],
)
def test_a_term_is_shown_as_the_report_states_it(report: Report, measure_id: str, kind: TermKind, start: str, end: str) -> None:
    (bar,) = bars(report, measure_id)
    assert (bar.kind, when(bar.start), when(bar.end)) == (kind, start, end)


def test_parts_of_a_measure_have_terms_of_their_own(report: Report) -> None:
    # Ausbildungsbotschafter 01/2024 bis 12/2025 KAUSA 09/2022 bis 07/2025
    assert [(bar.label, when(bar.start), when(bar.end)) for bar in bars(report, "II.5")] == [
        ("Ausbildungsbotschafter", "01/2024", "12/2025"),
        ("KAUSA", "09/2022", "07/2025"),
    ]


def test_what_has_no_date_has_no_bar_but_its_words(report: Report) -> None:
    without = {term.measure.id: term.stated for term in terms(report) if not term.bars}
    assert without == {"I.9": "", "I.10": "", "VI.5": "abgeschlossen"}


def test_no_end_lies_before_its_start(report: Report) -> None:
    for term in terms(report):
        for bar in term.bars:
            first = bar.start.first if bar.start else None
            last = bar.end.last if bar.end else None
            assert (first or date.min) <= (last or date.max), term.measure.id


# -- money


def test_the_money_of_cluster_ii(report: Report) -> None:
    found = {one.cluster: one for one in money(report)}["II"]
    # II.1 530.000, II.2 10 Mio., II.3 rund 10 Mio., II.8 10,1 Mio., II.9 16,7 Mio. pro Jahr
    assert found.total("per_year") == 47_330_000
    # II.2 EFRE insgesamt 9,5 Mio., II.5 insgesamt rund 1,7 Mio.
    assert found.total("total") == 11_200_000
    # II.4 547.000 (ESF) and 610.000 (hosting)
    assert found.total(None) == 1_157_000
    assert [measure.id for measure in found.without] == ["II.6", "II.7", "II.10"]
    assert found.is_approximate("per_year")
    assert not found.is_approximate(None)


def test_the_money_of_cluster_iv(report: Report) -> None:
    found = {one.cluster: one for one in money(report)}["IV"]
    # IV.1 jährlich ca. 11 Mio., IV.3 ca. 107.000, IV.5 200.000
    assert found.total("per_year") == 11_307_000
    assert found.total("total") == 0
    # IV.1 2023 ca. 5,5 Mio., IV.4 20.000, IV.6 6 Mio., IV.10 176.905
    assert found.total(None) == 11_696_905


def test_every_measure_either_has_an_amount_or_counts_as_without(report: Report) -> None:
    raw = REPORT_FILE.read_text(encoding="utf-8")
    rows = re.findall(r"<b>Geplante Mittel</b>\t(.*)", raw)
    stated = sum(bool(re.search(r"Euro|EUR", row)) for row in rows)
    assert stated == 31
    without = {measure.id for one in money(report) for measure in one.without}
    shown = {measure.id for one in money(report) for amounts in one.amounts.values() for measure, _ in amounts}
    assert len(without) == 64 - stated
    assert without.isdisjoint(shown)
    assert without | shown == {measure.id for measure in report.measures}


# -- ministries


def test_ministries_by_cluster(report: Report) -> None:
    table = ministries(report)
    assert {cluster: [measure.id for measure in found] for cluster, found in table["MHKBD"].items() if found} == {
        "VI": ["VI.1", "VI.8"]
    }
    assert [measure.id for measure in table["MKW"]["III"]] == ["III.1", "III.7", "III.8", "III.9"]
    assert [measure.id for measure in table["MSB"]["I"]] == ["I.1", "I.2", "I.3", "I.4", "I.5", "I.6", "I.7", "I.12"]
    sizes = [sum(map(len, row.values())) for row in table.values()]
    assert sizes == sorted(sizes, reverse=True)
    assert sum(sizes) == sum(len(measure.ministries) for measure in report.measures)


# -- the map


def test_the_plane_keeps_distances_of_what_lies_in_a_plane() -> None:
    flat = np.zeros((4, 7), dtype=np.float32)
    flat[:, [2, 5]] = [[0, 0], [3, 0], [0, 4], [3, 4]]
    places = plane(flat)
    assert np.linalg.norm(places[0] - places[3]) == pytest.approx(5)
    assert np.linalg.norm(places[0] - places[1]) == pytest.approx(3)


def test_the_plane_does_not_flip() -> None:
    vectors = np.random.default_rng(3).normal(size=(9, 5)).astype(np.float32)
    assert plane(vectors) == pytest.approx(plane(vectors[::-1])[::-1], abs=1e-6)


@given(
    st.lists(st.tuples(st.floats(-5, 5), st.floats(-5, 5)), min_size=1, max_size=12),
    st.lists(st.permutations(range(12)), min_size=12, max_size=12),
)
def test_no_two_measures_share_a_cell(points: list[tuple[float, float]], orders: list[list[int]]) -> None:
    positions = {str(number): point for number, point in enumerate(points)}
    similar = {
        one: [str(other) for other in orders[number] if other != number and other < len(points)][:3]
        for number, one in enumerate(positions)
    }
    cells = arranged(positions, similar, columns=4, rows=4)
    assert cells.keys() == positions.keys()
    assert len(set(cells.values())) == len(cells)
    assert all(0 <= column < 4 and 0 <= row < 4 for column, row in cells.values())
    assert cells == arranged(positions, similar, columns=4, rows=4)


def test_near_twins_stand_next_to_each_other(assistant: Assistant) -> None:
    similar = {measure.id: assistant.similar(measure.id) for measure in assistant.report.measures}
    cells = arranged(assistant.positions(), similar)
    pairs = twins(similar)
    # I.12 and III.6 are nearly word for word the same; India and Indonesia are one project in two countries.
    assert {("I.12", "III.6"), ("VI.2", "VI.3")} <= set(pairs)
    for one, other in pairs:
        assert max(abs(a - b) for a, b in zip(cells[one], cells[other], strict=True)) == 1, (one, other)


def test_the_nearest_neighbour_is_nearly_always_near(assistant: Assistant) -> None:
    similar = {measure.id: assistant.similar(measure.id) for measure in assistant.report.measures}
    cells = arranged(assistant.positions(), similar)
    ways = [np.hypot(*np.subtract(cells[one], cells[others[0]])) for one, others in similar.items()]
    assert np.mean(np.array(ways) < 2) > 0.8
