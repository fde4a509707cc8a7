"""Milvus Lite, for real, against the embedded store: the shipped report in a collection together with a small one."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from fko_qa.assistant import Assistant
from fko_qa.cli import main
from fko_qa.dense import unit
from fko_qa.errors import IndexMismatchError, IndexMissingError, SettingsError, StoredIndexError
from fko_qa.index import Index, build_index, load_index
from fko_qa.index.shared import store_rows
from fko_qa.records import Report
from fko_qa.retrieve import retrieve
from fko_qa.stores import Address, Generation, Row, Scope
from fko_qa.stores import milvus as milvus_module
from fko_qa.stores.milvus import EXACT_UP_TO, MilvusStore, collection_name
from fko_qa.stores.milvus_sides import MilvusDense, MilvusLexical
from tests.crash_build import titled
from tests.fixtures import INDEX, PROJECT, SMALL_REPORT, LetterEncoder, default_settings, real_encoder, shipped_index

QUESTIONS = PROJECT / "eval" / "questions"
DIM = 384


def store_at(path: Path) -> MilvusStore:
    return MilvusStore(Address(str(path), path))


def client_of(store: MilvusStore) -> Any:
    return store._client


def stored(folder: Path) -> Generation:
    return Generation(**json.loads((folder / "manifest.json").read_text())["store"])


def rows_of(store: MilvusStore, collection: str) -> set[str]:
    """The ids of all rows in a collection."""
    return {row["id"] for row in client_of(store).query(collection, filter='id != ""', output_fields=["id"])}


def build(report: Report, folder: Path, store: MilvusStore) -> Generation:
    build_index(report, b"", LetterEncoder(), "letters", folder, store=store)
    return stored(folder)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MilvusStore]:
    """An empty Milvus Lite."""
    store = store_at(tmp_path_factory.mktemp("milvus") / "x.db")
    yield store
    client_of(store).close()


@pytest.fixture(scope="module")
def large(store: MilvusStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped index with its passages in Milvus, where another report of the same vector width lies beside it."""
    folder = tmp_path_factory.mktemp("large") / "index"
    shutil.copytree(INDEX, folder)
    manifest = json.loads((folder / "manifest.json").read_text())
    tokens, vectors = (folder / manifest["files"].pop(role)["name"] for role in ("tokens", "vectors"))
    index = shipped_index()
    words = json.loads(tokens.read_text())
    rows = store_rows(index.report, index.passages, words)
    other = [Row(own[::-1], "IX", ("XYZ",)) for own in words[:40]]
    store.write(other, unit(np.load(vectors))[:40], ("Anderer Bericht", "2023-06-30"), None)
    generation = store.write(rows, unit(np.load(vectors)), (index.report.title, index.report.date), None)
    (folder / "manifest.json").write_text(json.dumps({**manifest, "store": asdict(generation)}))
    tokens.unlink()
    vectors.unlink()
    return folder


@pytest.fixture(scope="module")
def index(large: Path, store: MilvusStore) -> Index:
    return load_index(large, real_encoder(), store)


def no_tokens(_row: int) -> frozenset[str]:
    """For tests that do not ask for a passage's words."""
    return frozenset()


def questions() -> list[str]:
    """Every question of the evaluation once; nothing else of it is looked at."""
    lines = (line for file in sorted(QUESTIONS.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines())
    return list(dict.fromkeys(text for line in lines if (text := json.loads(line).get("question"))))


# -- the same as the embedded store


def test_cosines_are_those_of_the_embedded_store(index: Index) -> None:
    ours = shipped_index()
    for query in ours.dense.vectors(range(0, 951, 100)):
        np.testing.assert_allclose(index.dense.scores(query), ours.dense.scores(query), rtol=0, atol=2e-6)
    assert np.array_equal(index.dense.vectors([3, 0, 3]), ours.dense.vectors([3, 0, 3]))
    assert (len(index.dense), len(index.lexical)) == (951, 951)


def okapi(tokens: list[str], index: Index) -> NDArray[np.float64]:
    """Milvus's BM25 by hand: rank-bm25's, but for the rarity, ln(1 + (N - n + 0.5) / (n + 0.5))."""
    (file,) = INDEX.glob("tokens-*.json")
    documents: list[list[str]] = json.loads(file.read_text())
    lengths = np.array([len(document) for document in documents])
    norms = 1.5 * (0.25 + 0.75 * lengths / lengths.mean())
    scores = np.zeros(len(documents))
    for token in tokens:
        counts = np.array([document.count(token) for document in documents])
        spread = np.count_nonzero(counts)
        scores += np.log(1 + (len(documents) - spread + 0.5) / (spread + 0.5)) * counts * 2.5 / (counts + norms)
    return scores


@pytest.mark.parametrize("question", ["Was machen Kita-Helfer?", "laufzeit talentscouting", "Kita Kita 2.500 Euro"])
def test_words_are_scored_by_bm25_with_another_rarity(question: str, index: Index) -> None:
    tokens = index.analyser.tokens(question)
    np.testing.assert_allclose(index.lexical.scores(tokens), okapi(tokens, index), rtol=1e-5, atol=1e-5)


def test_a_question_without_known_words_scores_nothing(index: Index) -> None:
    assert not index.lexical.scores([]).any()
    assert not index.lexical.scores(["xyzw"]).any()


def test_a_passage_has_the_same_words(index: Index) -> None:
    ours = shipped_index().lexical
    assert all(index.lexical.tokens_of(row) == ours.tokens_of(row) for row in range(951))


def test_measures_are_ranked_as_by_the_embedded_store(index: Index) -> None:
    """A fiftieth of the questions; all of them: ``python eval/bench/parity.py``."""
    ours = shipped_index()
    for question in questions()[::50]:
        reading = ours.read(question)
        mine, other = retrieve(question, ours, reading), retrieve(question, index, reading)
        assert [hit.measure_id for hit in other.measures] == [hit.measure_id for hit in mine.measures], question
        assert [hit.score for hit in other.measures] == pytest.approx([hit.score for hit in mine.measures], abs=1e-6)
        assert other.measures[0].matched_words == mine.measures[0].matched_words


def test_an_assistant_answers_from_it(large: Path, store: MilvusStore) -> None:
    assistant = Assistant(load_index(large, real_encoder(), store), default_settings())
    answer = assistant.ask("Wer hilft Kitas mit Personal?")
    assert answer.measures[0].citations
    assert len(assistant.similar("IV.2")) == 3
    assert assistant.positions().keys() == {measure.id for measure in assistant.report.measures}


# -- filters


def test_a_scope_searches_one_cluster_or_ministry_only(large: Path, store: MilvusStore) -> None:
    report, passages = shipped_index().report, shipped_index().passages
    tokens = shipped_index().analyser.tokens("Fachkräfte Ausbildung Kita")
    whole = shipped_index().lexical.scores(tokens) > 0
    for scope in (Scope("IV"), Scope(ministry="MSB"), Scope("IV", "MSB")):
        lexical, _ = store.sides(stored(large), len(passages), no_tokens, scope)
        found = {passages[row].owner for row in np.flatnonzero(lexical.scores(tokens))}
        expected = {
            passages[row].owner
            for row in np.flatnonzero(whole)
            if (measure := report.measure(passages[row].owner))
            and scope.cluster in ("", measure.cluster)
            and (not scope.ministry or scope.ministry in measure.ministries)
        }
        assert found == expected
        assert found


def test_a_scope_without_passages_finds_nothing(large: Path, store: MilvusStore) -> None:
    lexical, dense = store.sides(stored(large), 951, no_tokens, Scope("IX"))
    assert not lexical.scores(["kita"]).any()
    assert dense.scores(np.eye(DIM, dtype=np.float32)[0]).tolist() == [-1.0] * 951


# -- more passages than are asked for


def test_beyond_the_best_words_count_nothing_and_a_cosine_is_the_lowest_found() -> None:
    def search(field: str, what: object, limit: int) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        assert limit == 1000
        return np.array([1500, 3]), np.array([-2.0, -1.0] if field == "bm25" else [0.9, 0.8], dtype=np.float32)

    lexical = MilvusLexical(2000, search, no_tokens)
    dense = MilvusDense(2000, search, lambda rows: np.zeros((len(rows), 1), dtype=np.float32), None)
    words, cosines = lexical.scores(["a"]), dense.scores(np.ones(1, dtype=np.float32))
    assert (words[1500], words[3], words.sum()) == (2.0, 1.0, 3.0)
    assert (cosines[1500], cosines[0]) == pytest.approx((0.9, 0.8))
    assert len(words) == len(cosines) == 2000


def test_a_large_build_gets_a_graph_and_a_collection_of_its_own() -> None:
    assert [collection_name(count, 384) for count in (1, EXACT_UP_TO, EXACT_UP_TO + 1)] == [
        "fko_qa_384",
        "fko_qa_384",
        "fko_qa_384_hnsw",
    ]


def test_the_graph_finds_what_a_full_search_finds(store: MilvusStore, monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = unit(np.random.default_rng(1).normal(size=(300, 8)).astype(np.float16))
    monkeypatch.setattr(milvus_module, "EXACT_UP_TO", 100)
    generation = store.write([Row(["a"])] * 300, vectors, ("Groß", "2024-01-01"), None)
    assert generation.collection == "fko_qa_8_hnsw"
    _, dense = store.sides(generation, 300, no_tokens)
    np.testing.assert_allclose(dense.scores(vectors[7]), vectors @ vectors[7], rtol=0, atol=2e-6)


# -- builds


def test_a_new_build_follows_the_old_one_which_stays_until_the_next(store: MilvusStore, tmp_path: Path) -> None:
    first = build(titled("Eins"), tmp_path, store)
    assert not list(tmp_path.glob("tokens-*")) + list(tmp_path.glob("vectors-*"))
    running = load_index(tmp_path, LetterEncoder(), store)
    question = running.encoder.encode_queries(["Kita"])[0]
    before = running.dense.scores(question)
    second = build(titled("Zwei Titel"), tmp_path, store)
    assert (second.lineage, first.number, second.number) == (first.lineage, 1, 2)
    # Who runs goes on, who starts has the new one.
    assert np.array_equal(running.dense.scores(question), before)
    fresh = load_index(tmp_path, LetterEncoder(), store)
    assert not np.allclose(fresh.dense.scores(question), before)
    assert fresh.lexical.scores(["titel"]).any()
    assert not running.lexical.scores(["titel"]).any()
    third = build(titled("Drei"), tmp_path, store)
    mine = {key.partition("/")[0] for key in rows_of(store, "fko_qa_26") if key.startswith(first.lineage)}
    assert mine == {second.key, third.key}
    with pytest.raises(IndexMissingError, match=r"fehlen die Textstellen.*fko-qa build"):
        running.dense.scores(question)


def test_another_index_in_the_same_store_is_left_alone(store: MilvusStore, tmp_path: Path) -> None:
    build(titled("Eins"), tmp_path / "a", store)
    other = load_index(tmp_path / "a", LetterEncoder(), store)
    for title in ("Zwei", "Drei", "Vier"):
        build(titled(title), tmp_path / "b", store)
    assert len(other.dense.vectors(range(len(other.passages)))) == len(other.passages)


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.stores.test_milvus import build, store_at
from tests.crash_build import titled
def stop(event, args):
    if event == "os.rename" and str(args[1]).endswith("manifest.json"):
        os.kill(os.getpid(), signal.SIGKILL)
folder, title, kill = sys.argv[1:]
if kill == "kill":
    sys.addaudithook(stop)
build(titled(title), Path(folder) / "index", store_at(Path(folder) / "x.db"))
"""


def test_a_build_that_is_killed_leaves_the_old_one(tmp_path: Path) -> None:
    for title, kill, code in (("Alt", "", 0), ("Neu", "kill", -9)):
        command = [sys.executable, "-c", KILLED, str(tmp_path), title, kill]
        assert subprocess.run(command, cwd=PROJECT, check=False, timeout=120).returncode == code
    store = store_at(tmp_path / "x.db")
    index = load_index(tmp_path / "index", LetterEncoder(), store)
    assert index.report.title == "Alt"
    vectors = LetterEncoder().encode_passages([passage.text for passage in index.passages])
    np.testing.assert_allclose(index.dense.vectors(range(len(vectors))), vectors, atol=5e-4)
    generation = build(SMALL_REPORT, tmp_path / "index", store)  # takes the place of what the killed one left
    assert generation.number == 2
    again = load_index(tmp_path / "index", LetterEncoder(), store)
    vectors = LetterEncoder().encode_passages([passage.text for passage in again.passages])
    np.testing.assert_allclose(again.dense.vectors(range(len(vectors))), vectors, atol=5e-4)
    assert len(rows_of(store, "fko_qa_26")) == len(index.passages) + len(again.passages)
    client_of(store).close()


# -- refusals


def test_an_index_without_its_rows_is_told(store: MilvusStore, tmp_path: Path) -> None:
    build(SMALL_REPORT, tmp_path, store)
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    for name, value in (("number", 9), ("collection", "fko_qa_999")):
        changed = {**manifest, "store": {**manifest["store"], name: value}}
        (tmp_path / "manifest.json").write_text(json.dumps(changed))
        with pytest.raises(IndexMissingError, match=r"fehlen die Textstellen.*FKO_QA_STORE=milvus\+file:.*fko-qa build"):
            load_index(tmp_path, LetterEncoder(), store)


def test_a_file_that_is_not_there_is_told_and_not_made(store: MilvusStore, tmp_path: Path) -> None:
    build(SMALL_REPORT, tmp_path / "index", store)
    with pytest.raises(IndexMissingError, match=r"x\.db“ gibt es nicht.*fko-qa build"):
        load_index(tmp_path / "index", LetterEncoder(), store_at(tmp_path / "x.db"))
    assert not (tmp_path / "x.db").exists()


def test_a_setting_that_names_another_place_than_the_index_is_told(store: MilvusStore, tmp_path: Path) -> None:
    build(SMALL_REPORT, tmp_path, store)
    with pytest.raises(IndexMismatchError, match=r"liegen in Milvus, eingestellt ist der Speicher im Ordner.*fko-qa build"):
        load_index(tmp_path, LetterEncoder())
    with pytest.raises(IndexMismatchError, match=r"Eingestellt ist ein Speicher in Milvus.*fko-qa build"):
        load_index(INDEX, real_encoder(), store)


def test_another_model_is_told(store: MilvusStore, tmp_path: Path) -> None:
    build(SMALL_REPORT, tmp_path, store)
    with pytest.raises(IndexMismatchError, match=r"Sprachmodell „letters“.*fko-qa build"):
        load_index(tmp_path, LetterEncoder("letters:2"), store)


def test_a_file_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"not a database")
    with pytest.raises(StoredIndexError, match=r"x\.db“ lässt sich nicht benutzen"):
        build(SMALL_REPORT, tmp_path / "index", store_at(tmp_path / "x.db"))
    assert not (tmp_path / "index" / "manifest.json").exists()


def test_a_milvus_that_does_not_answer_is_one_sentence_and_exit_code_2(
    large: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FKO_QA_STORE", "milvus+http://127.0.0.1:1")  # nothing listens there
    assert main(["ask", "--index", str(large), "IV.2"]) == 2
    expected = "Fehler: Milvus unter „http://127.0.0.1:1“ antwortet nicht wie erwartet (MilvusException). Bitte prüfen Sie"
    assert capsys.readouterr().err.startswith(expected)


def test_the_page_says_that_the_search_is_away(store: MilvusStore, tmp_path: Path) -> None:
    from fko_qa.web.ask import AskPage, Conversation
    from fko_qa.web.limits import Limits

    generation = build(SMALL_REPORT, tmp_path, store)
    assistant = Assistant(load_index(tmp_path, LetterEncoder(), store), default_settings())
    client_of(store).delete(generation.collection, filter=f'generation == "{generation.key}"')
    page = AskPage(assistant, {}, Limits.of(default_settings()).questions, most=2000)
    turn = page._answered("Wer hilft der Kita?", Conversation())
    assert "Die Suche ist gerade nicht erreichbar." in str(turn)


def test_without_the_package_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pymilvus", None)
    with pytest.raises(SettingsError, match=r"pip install 'fko-qa\[milvus\]'"):
        store_at(tmp_path / "x.db")
