"""Two editions: exactly what changed, and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fko_qa.compare import Comparison, compare
from fko_qa.compare.output import comparison_object, comparison_text
from fko_qa.compare.page import comparison_page
from fko_qa.compare.questions import carried, work
from fko_qa.compare.wording import Edit, folded, marked, sentence_edits
from fko_qa.records import Field, Measure, Report
from fko_qa.report import load_report
from tests.editions import ADDED, NUMBERS, REMOVED, next_edition
from tests.fixtures import BAHN, KITA, MEISTER, REPORT_FILE, SMALL_REPORT, measure

# What tests/editions.py changes: measure, place, before, after.
CHANGES = [
    ("I.8", "Beginn/ Laufzeit", "Ende 2023 bis Ende 2026", "Ende 2023 bis Ende 2027"),
    ("III.11", "Geplante Mittel", "rund 755.000 Euro", "rund 800.000 Euro"),
    (
        "IV.1",
        "Text",
        "Bislang (31.03.2024) wurden 2186 Meisterprämien ausgezahlt.",
        "Bislang (31.03.2024) wurden 3000 Meisterprämien ausgezahlt.",
    ),
]


@cache
def this() -> Report:
    return load_report(REPORT_FILE)


@pytest.fixture
def following(tmp_path: Path) -> Report:
    path = tmp_path / "naechster.md"
    path.write_text(next_edition(), encoding="utf-8")
    return load_report(path)


def changes(found: Comparison) -> list[tuple[str, str, str, str]]:
    return [
        (pair.new.id, change.place, edit.old, edit.new)
        for pair in found.changed
        for change in pair.changes
        for edit in change.edits
    ]


def test_the_next_edition_differs_in_exactly_this(following: Report) -> None:
    found = compare(this(), following)
    assert [one.id for one in found.added] == [ADDED]
    assert [one.id for one in found.removed] == [REMOVED]
    assert {pair.old.id: pair.new.id for pair in found.renumbered} == NUMBERS
    assert changes(found) == CHANGES
    assert (found.added_sections, found.removed_sections, found.changed_sections) == ((), (), ())


def test_the_other_way_round_it_is_the_opposite(following: Report) -> None:
    found = compare(following, this())
    assert [one.id for one in found.added] == [REMOVED]
    assert [one.id for one in found.removed] == [ADDED]
    assert {pair.new.id: pair.old.id for pair in found.renumbered} == NUMBERS
    assert changes(found) == [(number, place, new, old) for number, place, old, new in CHANGES]


def test_a_report_does_not_differ_from_itself() -> None:
    assert compare(this(), this()).is_empty


# ------------------------------------------------------------------------------------------------------------- properties


@st.composite
def editions(draw: st.DrawFn) -> Report:
    """The report with some measures left out, the rest counted anew, and some texts cut short."""
    kept = draw(st.lists(st.sampled_from(this().measures), unique_by=lambda one: one.id, min_size=1, max_size=12))
    shortened = draw(st.sets(st.sampled_from([one.id for one in kept]), max_size=3))
    measures, counts = [], Counter[str]()
    for one in sorted(kept, key=this().measures.index):
        counts[one.cluster] += 1
        text = one.text.rpartition(". ")[0] or one.text if one.id in shortened else one.text
        measures.append(replace(one, id=f"{one.cluster}.{counts[one.cluster]}", text=text))
    return replace(this(), measures=tuple(measures))


# Few of them: each compares some ten measures with some ten.
@settings(max_examples=25)
@given(editions())
def test_no_edition_differs_from_itself(edition: Report) -> None:
    assert compare(edition, edition).is_empty


@settings(max_examples=25)
@given(editions(), editions())
def test_swapping_the_editions_swaps_what_came_and_went(one: Report, other: Report) -> None:
    there, back = compare(one, other), compare(other, one)
    assert (set(there.added), set(there.removed)) == (set(back.removed), set(back.added))
    assert {(pair.old.id, pair.new.id) for pair in there.pairs} == {(pair.new.id, pair.old.id) for pair in back.pairs}
    assert {pair.old.id for pair in there.changed} == {pair.new.id for pair in back.changed}


@settings(max_examples=25)
@given(editions(), editions())
def test_measures_are_matched_by_what_they_say(one: Report, other: Report) -> None:
    found = compare(one, other)
    assert all(pair.old.title == pair.new.title for pair in found.pairs)
    titles = {measure.title for measure in one.measures} & {measure.title for measure in other.measures}
    assert {pair.old.title for pair in found.pairs} == titles


# ----------------------------------------------------------------------------------------------------------- small editions


def edition(*measures: Measure) -> Report:
    return replace(SMALL_REPORT, measures=measures)


def test_a_new_title_or_a_new_text_alone_is_the_same_measure() -> None:
    titled, told = replace(KITA, title="Alltagshilfe"), replace(MEISTER, text="Nun gilt anderes.")
    found = compare(edition(KITA, MEISTER, BAHN), edition(titled, told, BAHN))
    assert changes(found) == [
        ("I.1", "Titel", "Kitahilfe", "Alltagshilfe"),
        ("I.2", "Text", MEISTER.text, "Nun gilt anderes."),
    ]


def test_a_row_that_came_or_went_and_one_that_says_nothing_are_told_apart() -> None:
    site, silent = Field("Internetpräsenz", ("www.bahn.nrw",)), Field("Internetpräsenz", ("-",))
    without, stated, unstated = BAHN, replace(BAHN, fields=(*BAHN.fields, site)), replace(BAHN, fields=(*BAHN.fields, silent))
    assert changes(compare(edition(without), edition(stated))) == [("II.1", "Internetpräsenz", "", "www.bahn.nrw")]
    assert changes(compare(edition(stated), edition(unstated))) == [("II.1", "Internetpräsenz", "www.bahn.nrw", "-")]
    assert changes(compare(edition(unstated), edition(without))) == [("II.1", "Internetpräsenz", "-", "")]


def test_references_may_follow_their_measure_or_stay() -> None:
    old = edition(MEISTER, replace(KITA, id="I.3", text="Mehr unter I.2."))
    followed = edition(replace(MEISTER, id="I.1"), replace(KITA, id="I.2", text="Mehr unter I.1."))
    assert not compare(old, followed).changed
    assert not compare(old, edition(replace(MEISTER, id="I.1"), replace(KITA, id="I.2", text="Mehr unter I.2."))).changed
    astray = edition(replace(MEISTER, id="I.1"), replace(KITA, id="I.2", text="Mehr unter I.7."))
    assert changes(compare(old, astray)) == [("I.2", "Text", "Mehr unter I.2.", "Mehr unter I.7.")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Fach kräfte", "Fachkräfte"),
        ("2023–2027", "2023-2027"),
        ("„neu“", '"neu"'),
        ("Kinderpfleger/ in", "Kinderpfleger/in"),
        ("• Kreis Düren", "Kreis\u00a0Düren"),
        ("ﬁnanziert …", "finanziert ..."),
        ("Nord\u00adrhein", "Nordrhein"),
    ],
)
def test_white_space_and_typography_do_not_count(old: str, new: str) -> None:
    assert folded(old) == folded(new)
    assert compare(edition(replace(KITA, text=old)), edition(replace(KITA, text=new))).is_empty


def test_sentences_are_compared_one_by_one() -> None:
    old = "Der erste Satz bleibt. Der zweite ändert sich. Der dritte geht."
    new = "Der erste Satz bleibt. Der zweite hat sich geändert."
    assert sentence_edits(old, new, {}) == (
        Edit("Der zweite ändert sich.", "Der zweite hat sich geändert."),
        Edit("Der dritte geht.", ""),
    )


@given(st.text(" ab.–-", max_size=30), st.text(" ab.–-", max_size=30))
def test_marks_give_both_sides_back(old: str, new: str) -> None:
    pieces = marked(Edit(old, new))
    assert folded("".join(text for mark, text in pieces if mark != "inserted")) == folded(old)
    assert folded("".join(text for mark, text in pieces if mark != "deleted")) == folded(new)


# ---------------------------------------------------------------------------------------------------------- what is printed


def test_questions_hold_or_are_needed() -> None:
    new = measure("I.1", "Radwerkstatt", 4, "In der Radwerkstatt lernen Erwachsene das Flicken.")
    found = compare(edition(KITA, MEISTER), edition(new, replace(KITA, id="I.2"), replace(MEISTER, id="I.3", text="Nun anders.")))
    counts = {"examples/I.tsv": Counter({"I.1": 3, "I.2": 2}), "asked/I.tsv": Counter({"I.1": 1})}
    assert carried(found) == {"I.1": "I.2"}
    assert [(one.measure.id, one.reason, dict(one.files)) for one in work(found, counts)] == [
        ("I.1", "neu", {"examples/I.tsv": 0, "asked/I.tsv": 0, "facts/I.tsv": 0, "followups/I.tsv": 0}),
        ("I.3", "geändert: Text", {"examples/I.tsv": 2}),
    ]


def test_the_text_names_everything() -> None:
    later = replace(edition(replace(MEISTER, id="I.1", fields=()), BAHN), date="2025-07-01")
    assert comparison_text(compare(edition(KITA, MEISTER), later), {}) == "\n".join(
        [
            "Vergleich: Bericht vom 25.06.2024 (2 Maßnahmen) → Bericht vom 01.07.2025 (2 Maßnahmen)",
            "",
            "Neu",
            "  II.1  Bahnoffensive (S.\u00a08)",
            "",
            "Entfallen",
            "  I.1  Kitahilfe (S.\u00a05)",
            "",
            "Neue Nummer",
            "  I.2 → I.1  Meisterprämie",
            "",
            "Geändert",
            "  I.1  Meisterprämie (S.\u00a06), bisher I.2",
            "    Ziel",
            "      − Mehr Meister im Handwerk.",
            "    Ressort",
            "      − MAGS",
            "",
            "Beispielfragen",
            "  Gelten weiter für 0 Maßnahmen, davon 0 mit neuer Nummer.",
            "  Neue Fragen für I.1 (geändert: Ziel, Ressort):",
            "  Neue Fragen für II.1 (neu): examples/II.tsv, asked/II.tsv, facts/II.tsv, followups/II.tsv",
        ]
    )
    same = compare(edition(KITA), edition(KITA))
    assert comparison_text(same, {}).splitlines()[1:] == ["Die beiden Ausgaben sagen dasselbe."]


def test_the_object_names_everything(following: Report) -> None:
    found = comparison_object(compare(this(), following), {})
    assert list(found) == ["old", "new", "added", "removed", "renumbered", "changed", "sections", "questions"]
    assert found["added"] == [{"id": "V.11", "title": "Werkstattwochen für Fahrradmechanik", "page": 80}]
    assert found["changed"][1]["changes"] == [
        {"place": "Geplante Mittel", "edits": [{"old": "rund 755.000 Euro", "new": "rund 800.000 Euro"}]}
    ]
    assert found["sections"] == {"added": [], "removed": [], "changed": []}
    assert [one["measure"] for one in found["questions"]["needed"]] == ["I.8", "III.11", "IV.1", "V.11"]


class _Reader(HTMLParser):
    """Text, deleted and inserted words, and addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.texts: dict[str, list[str]] = {"del": [], "ins": []}
        self.outside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)
        self.outside += [str(value) for name, value in attrs if name in ("src", "href")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if len(self.open) > 1 and self.open[-1] in self.texts and data.strip():
            self.texts[self.open[-1]].append(data.strip())


def test_the_page_stands_alone_and_marks_words(following: Report) -> None:
    page = _Reader(comparison_page(compare(this(), following), {}))
    assert page.open == []
    assert page.outside == []
    assert (page.tags["script"], page.tags["h1"], page.tags["title"]) == (0, 1, 1)
    assert page.texts["del"] == ["Gestrichenes", "2026", "755.000", "2186"]
    assert page.texts["ins"] == ["Unterstrichenes", "2027", "800.000", "3000"]


def test_the_page_escapes_what_the_report_says() -> None:
    sly = replace(KITA, title="<script>alert(1)</script>", text='"><img src=x onerror=alert(1)>')
    page = comparison_page(compare(edition(KITA), edition(sly, BAHN)), {})
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
