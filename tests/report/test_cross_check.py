"""A second, tiny reader of the report, made of a few regular expressions and nothing of fko_qa, must find the same.

It knows only the real file: headings, ``<b>label</b><tab>value`` rows, and which marks to take away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from fko_qa.records import Report

LABELS = "Ziel|Beginn/ ?Laufzeit|Geplante Mittel|Internetpräsenz|Ressort|Partner in der Umsetzung|Inkrafttreten|Veröffentlichung"


@dataclass(frozen=True)
class Found:
    """What the second reader finds of one measure."""

    title: str
    text: str
    table: str
    fields: dict[str, str]
    footnotes: list[str]
    links: list[str]
    verbatim: str


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def without_markup(markdown: str) -> str:
    """The words of a piece of the file."""
    text = re.sub(r"^-{2,}[\t-]*$|^<sup>\d</sup> .*$", "", markdown, flags=re.MULTILINE)  # rules, footnotes
    text = re.sub(r"<sup>\d</sup>", "", text)
    text = re.sub(r"\[(.+?)\]\(.+?\)", r"\1", text)
    return squeezed(re.sub(r"^- (?=\w)|•|</?\w[^>]*>", "", text, flags=re.MULTILINE))


def as_printed(markdown: str) -> str:
    """The words with list marks, a dash mark being printed as a bullet."""
    bullet = "\ue000"  # a character that without_markup leaves alone
    marked = re.sub(r"^- (?=\w)|•", f" {bullet} ", markdown, flags=re.MULTILINE)
    return without_markup(marked).replace(bullet, "•")


def read(source: str) -> dict[str, Found]:
    body = source.split("\n## Einleitung\n")[1]
    found = {}
    for heading in re.finditer(r"^##+ ([IVX]+\.\d+):? (.+)\n((?:(?!#).*\n?)*)", body, re.MULTILINE):
        measure_id, title, block = heading.groups()
        text, *rows = re.split(rf"^<b>({LABELS})</b>\t", block, flags=re.MULTILINE)
        labels = [label.replace("Beginn/Laufzeit", "Beginn/ Laufzeit") for label in rows[::2]]
        lines = text.splitlines(keepends=True)
        footnotes = re.findall(r"^<sup>\d</sup> (.+)$", block, re.MULTILINE)
        printed = [title, text, *(f"{label} {value}" for label, value in zip(labels, rows[1::2], strict=True))]
        found[measure_id] = Found(
            title=title,
            text=without_markup("".join(line for line in lines if "\t" not in line)),
            table=without_markup("".join(line for line in lines if "\t" in line)),
            fields=dict(zip(labels, map(without_markup, rows[1::2]), strict=True)),
            footnotes=footnotes,
            links=[tag or mark for tag, mark in re.findall(r'href="(.+?)"|\]\((http.+?)\)', block)],
            verbatim=squeezed(" ".join([*map(as_printed, printed), *footnotes])),
        )
    return found


@pytest.fixture(scope="module")
def second(source: str) -> dict[str, Found]:
    return read(source)


def test_both_readers_find_the_same_measures_in_the_same_order(report: Report, second: dict[str, Found]) -> None:
    counts = {"I": 12, "II": 10, "III": 13, "IV": 11, "V": 10, "VI": 8}
    expected = [f"{cluster}.{number}" for cluster, count in counts.items() for number in range(1, count + 1)]
    assert [measure.id for measure in report.measures] == expected
    assert list(second) == expected


def test_both_readers_find_the_same_titles(report: Report, second: dict[str, Found]) -> None:
    assert {measure.id: measure.title for measure in report.measures} == {id_: found.title for id_, found in second.items()}


def test_both_readers_find_the_same_texts(report: Report, second: dict[str, Found]) -> None:
    assert {measure.id: squeezed(measure.text) for measure in report.measures} == {
        id_: found.text for id_, found in second.items()
    }


def test_both_readers_find_the_same_fields_in_the_same_order(report: Report, second: dict[str, Found]) -> None:
    assert {measure.id: [(row.label, row.value) for row in measure.fields] for measure in report.measures} == {
        id_: list(found.fields.items()) for id_, found in second.items()
    }


def test_both_readers_find_the_same_links(report: Report, second: dict[str, Found]) -> None:
    assert {measure.id: list(measure.links) for measure in report.measures} == {id_: found.links for id_, found in second.items()}


def test_both_readers_find_the_same_tables_and_footnotes(report: Report, second: dict[str, Found]) -> None:
    tables = {
        measure.id: squeezed(" ".join(cell for table in measure.tables for row in table for cell in row))
        for measure in report.measures
    }
    assert tables == {id_: found.table for id_, found in second.items()}
    assert {measure.id: list(measure.footnotes) for measure in report.measures} == {
        id_: found.footnotes for id_, found in second.items()
    }


def test_both_readers_find_the_same_wording_of_each_measure_as_a_whole(report: Report, second: dict[str, Found]) -> None:
    assert {measure.id: measure.verbatim for measure in report.measures} == {id_: found.verbatim for id_, found in second.items()}
