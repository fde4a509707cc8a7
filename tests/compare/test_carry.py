"""The curated data for the next edition: numbers mapped, what is gone left out, and the rest word for word."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fko_qa.classifier import QuestionClassifier
from fko_qa.compare import Comparison, compare
from fko_qa.compare.carry import carry_over, renamed_heads
from fko_qa.curated import load_curated
from fko_qa.errors import CuratedDataError, UsageError
from fko_qa.records import Report
from fko_qa.report import load_report
from tests.editions import ADDED, NUMBERS, REMOVED, next_edition
from tests.fixtures import BAHN, MEISTER, PROJECT, SMALL_REPORT

DATA = PROJECT / "data"
TABLES = {
    "examples/I.tsv": """owner	lang	style	voice	also	asks	question
I.1	de	normal	-	I.2 II.1	topic	Wer hilft?
I.2	de	normal	-	I.1	I.2/praemie	Wie hoch ist sie?
I.2	de	normal	-	-	I.2/frueher	Wie hoch war sie?
I.2	de	normal	-	-	I.2/Ziel ; I.2/praemie	Wozu und wie hoch?
Ausblick	de	normal	-	I.2	either	Und dann?
""",
    "facts/I.tsv": """owner	slug	kind	value	sentence
I.1	personal	amount	viel Personal	mit viel Personal
I.2	praemie	amount	2.500 Euro	kann eine Prämie von 2.500 Euro beantragen
I.2	frueher	amount	2.000 Euro	konnte eine Prämie von 2.000 Euro beantragen
""",
    "asked/I.tsv": """facts	lang	style	question
I.2/praemie	de	normal	Wie viel?
I.2/frueher	de	normal	Wie viel war es?
I.2/Ziel ; I.2/praemie	de	normal	Wozu und wie viel?
I.1/Ziel	de	normal	Wozu?
""",
    "several/asked.tsv": """owners	lang	style	question
I.2 II.1	de	normal	Meister und Bahn?
I.1 II.1	de	normal	Kita und Bahn?
""",
    "sets/asked.tsv": """filter	lang	style	question
Gefragt: Summe der geplanten Mittel · Maßnahmen: I.2 und II.1	de	normal	Wie viel zusammen?
Maßnahmen: I.1 und I.2	de	normal	Die beiden
Cluster: I	de	normal	Alle im ersten
""",
    "negatives/a.tsv": """lang	style	class	reason	related	question
de	normal	near	other	I.1 I.2	In Hessen?
de	normal	near	other	I.1	In Bayern?
""",
    "blocks/keywords.tsv": "row	lang	text\nZiel	de	ziel\n",
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    for name, text in TABLES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def without_kita() -> Comparison:
    """I.1 is gone, I.2 moves up."""
    new = replace(SMALL_REPORT, measures=(replace(MEISTER, id="I.1"), BAHN))
    return compare(SMALL_REPORT, new)


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()[1:]


def test_numbers_are_mapped_and_what_is_gone_is_left_out(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "neu"
    done = {one.file: (one.kept, one.dropped) for one in carry_over(without_kita(), source, target)}
    assert lines(target / "examples/I.tsv") == [
        "I.1	de	normal	-	-	I.1/praemie	Wie hoch ist sie?",
        "I.1	de	normal	-	-	fact	Wie hoch war sie?",  # its sentence does not stand in the new edition
        "I.1	de	normal	-	-	I.1/Ziel ; I.1/praemie	Wozu und wie hoch?",
        "Ausblick	de	normal	-	I.1	either	Und dann?",
    ]
    assert lines(target / "facts/I.tsv") == [
        "I.1	praemie	amount	2.500 Euro	kann eine Prämie von 2.500 Euro beantragen"
    ]
    assert lines(target / "asked/I.tsv") == [
        "I.1/praemie	de	normal	Wie viel?",
        "I.1/Ziel ; I.1/praemie	de	normal	Wozu und wie viel?",
    ]
    assert lines(target / "several/asked.tsv") == ["I.1 II.1	de	normal	Meister und Bahn?"]
    assert lines(target / "sets/asked.tsv") == [
        "Gefragt: Summe der geplanten Mittel · Maßnahmen: I.1 und II.1	de	normal	Wie viel zusammen?",
        "Cluster: I	de	normal	Alle im ersten",
    ]
    assert lines(target / "negatives/a.tsv") == [
        "de	normal	near	other	I.1	In Hessen?",
        "de	normal	near	other	-	In Bayern?",
    ]
    assert (target / "blocks/keywords.tsv").read_text(encoding="utf-8") == TABLES["blocks/keywords.tsv"]
    assert done == {
        "asked/I.tsv": (2, 2),
        "examples/I.tsv": (4, 1),
        "facts/I.tsv": (1, 2),
        "negatives/a.tsv": (2, 0),
        "several/asked.tsv": (1, 1),
        "sets/asked.tsv": (2, 1),
    }


def test_a_folder_with_something_in_it_is_left_alone(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "voll"
    target.mkdir()
    (target / "wichtig.txt").write_text("da", encoding="utf-8")
    with pytest.raises(UsageError, match="ist kein leerer Ordner"):
        carry_over(without_kita(), source, target)
    assert [path.name for path in target.iterdir()] == ["wichtig.txt"]


def test_a_line_with_a_cell_too_few_is_told(source: Path, tmp_path: Path) -> None:
    (source / "asked/I.tsv").write_text("facts	lang	style	question\nI.1/Ziel	de	normal\n", encoding="utf-8")
    with pytest.raises(CuratedDataError, match="Zeile 2: Erwartet werden 4 gefüllte Spalten"):
        carry_over(without_kita(), source, tmp_path / "neu")


def test_for_the_same_edition_everything_stays(report: Report, tmp_path: Path) -> None:
    carry_over(compare(report, report), DATA, tmp_path / "neu")
    assert load_curated(tmp_path / "neu") == load_curated(DATA)


def test_the_real_data_serve_the_next_edition(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "naechster.md"
    path.write_text(next_edition(), encoding="utf-8")
    following = load_report(path)
    carry_over(compare(report, following), DATA, tmp_path / "neu")
    old, new = load_curated(DATA), load_curated(tmp_path / "neu")
    numbers = {measure.id: NUMBERS.get(measure.id, measure.id) for measure in report.measures}
    kept = [example for example in old.examples if example.owner != REMOVED]
    assert [example.text for example in new.examples] == [example.text for example in kept]
    assert [example.owner for example in new.examples] == [numbers.get(example.owner, example.owner) for example in kept]
    known = {measure.id for measure in following.measures} - {ADDED}
    assert {fact.owner for fact in new.facts} & {measure.id for measure in following.measures} == known
    classifier = QuestionClassifier.from_bytes((tmp_path / "neu/models/heads.npz").read_bytes())
    assert f"entfallen:{REMOVED}" in classifier.classes["owner"]
    assert {name for name in classifier.classes["owner"] if name in known} == known


def heads(classes: dict[str, list[str]]) -> bytes:
    buffer = io.BytesIO()
    header = np.frombuffer(json.dumps({"classes": classes, "adapter": "a"}).encode(), dtype=np.uint8)
    np.savez_compressed(buffer, header=header, weights=np.arange(3))
    return buffer.getvalue()


def test_classes_are_renamed_and_weights_stay() -> None:
    data = renamed_heads(heads({"owner": ["I.1"], "kind": ["row:Ziel"]}), lambda head, name: f"{head}-{name}")
    with np.load(io.BytesIO(data), allow_pickle=False) as stored:
        assert json.loads(bytes(stored["header"])) == {
            "classes": {"owner": ["owner-I.1"], "kind": ["kind-row:Ziel"]},
            "adapter": "a",
        }
        assert stored["weights"].tolist() == [0, 1, 2]
    with pytest.raises(CuratedDataError):
        renamed_heads(b"nothing", lambda _, name: name)
