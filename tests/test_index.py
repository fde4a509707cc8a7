"""The index on disk: built whole or not at all, refused if anything about it differs."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fko_qa.curated import AskedQuestion, CuratedFact, ExampleQuestion, load_asked, load_examples, load_facts
from fko_qa.encoder.adapter import Adapter, adapter_bytes
from fko_qa.errors import IndexDamagedError, IndexMismatchError, IndexMissingError, StoredIndexError
from fko_qa.features import N_FEATURES
from fko_qa.index import FORMAT, Learned, build_index, load_index, load_stored_report, report_analyser
from fko_qa.jsonio import dumps, encode_report
from fko_qa.passages import report_passages
from fko_qa.records import Section
from fko_qa.report import load_report
from fko_qa.retrieve import retrieve
from tests.crash import run_driver
from tests.crash_build import BUSY, build, titled
from tests.fixtures import INDEX, PROJECT, REPORT_FILE, SMALL_REPORT, AdaptedLetters, LetterEncoder, real_encoder, shipped_index

SOURCE = b"the report file's bytes"
# By hand: I.1 and I.2 have a whole, a title, one sentence and two fields, II.1 one field less, the outlook one sentence.
N_PASSAGES = 5 + 5 + 4 + 1
COMMAND = "fko-qa build"
ROLES = ["report", "tokens", "vocabulary", "vectors", "words", "ngrams", "facts", "heads", "adapter"]
# "wohnung" is in three German questions, so the analyser learns it; "haus" is in two, "house" in three English ones.
EXAMPLES = (
    ExampleQuestion("Wer hilft mit der Wohnung?", "I.1", (), "de", "normal"),
    ExampleQuestion("Meine Wohnung ist ein Haus", "I.2", (), "de", "colloquial"),
    ExampleQuestion("Wohnung oder Haus", "II.1", (), "de", "keyword"),
    ExampleQuestion("Garten", "VII.1", ("II.1",), "de", "keyword"),  # of II.1 nearly as well
    ExampleQuestion("Zukunft", "Ausblick", (), "de", "keyword"),  # of a chapter outside the measures
    *(ExampleQuestion("house", "II.1", (), "en", "keyword") for _ in range(3)),
    *(ExampleQuestion("wonung", "II.1", (), "de", "typo") for _ in range(3)),
    ExampleQuestion("Mond", "VII.1", (), "de", "keyword"),  # of a measure that this report lacks
)


FACTS = (
    CuratedFact("I.2", "praemie", "amount", "2.500 Euro", "kann eine Prämie von 2.500 Euro beantragen"),
    CuratedFact("I.2", "frueher", "amount", "2.000 Euro", "konnte eine Prämie von 2.000 Euro beantragen"),  # not in this report
    CuratedFact("Ausblick", "wann", "date", "im kommenden Jahr", "im kommenden Jahr wieder berichten"),
)
ASKED = (
    AskedQuestion("Wie hoch ist der Bonus?", ("I.2/praemie",), "de", "normal"),
    AskedQuestion("Rückblick", ("Ausblick/wann",), "de", "keyword"),
)


ADAPTER = adapter_bytes({"layer": (np.ones((1, 2), dtype=np.float32), np.ones((2, 1), dtype=np.float32))})
OTHER_ADAPTER = adapter_bytes({"layer": (np.zeros((1, 2), dtype=np.float32), np.ones((2, 1), dtype=np.float32))})


def heads(fingerprint: str = "letters:1") -> bytes:
    """Trained heads that know nothing: every weight is 0."""
    classes = {"owner": ["I.1", "I.2"], "language": ["de", "en"], "answerable": ["yes"], "near": ["yes"]}
    classes |= {"intent": ["topic", "fact", "set"], "kind": ["row:Ziel"]}
    classes |= {head: ["row:Ziel", "I.2/praemie"] for head in ("fact", "second")}
    header = json.dumps({"fingerprint": fingerprint, "adapter": Adapter(ADAPTER).fingerprint, "classes": classes}).encode()
    arrays: dict[str, Any] = {"header": np.frombuffer(header, dtype=np.uint8)}
    for head, names in classes.items():
        arrays |= {f"{head}/weights": np.zeros((len(names), 26)), f"{head}/bias": np.zeros(len(names))}
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays, **{"wording/weights": np.zeros(N_FEATURES), "wording/bias": np.zeros(1)})
    return buffer.getvalue()


def learned(fingerprint: str = "letters:1", adapter: bytes | None = ADAPTER) -> Learned:
    """Everything that an index can hold."""
    return Learned(EXAMPLES, FACTS, ASKED, heads(fingerprint), adapter)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small report's index. Tests that change it take a copy."""
    folder = tmp_path_factory.mktemp("built") / "index"
    build_index(SMALL_REPORT, SOURCE, LetterEncoder(), "letters", folder, learned=learned())
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "index"))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def manifest_of(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return manifest


def file_of(folder: Path, role: str) -> Path:
    return folder / str(manifest_of(folder)["files"][role]["name"])


# -- building and loading


def test_an_index_is_loaded_as_it_was_built(built: Path) -> None:
    index = load_index(built, LetterEncoder())
    assert index.report == SMALL_REPORT
    assert index.passages == report_passages(SMALL_REPORT)
    analyser = report_analyser(SMALL_REPORT, ["wohnung"])
    expected = [frozenset(analyser.tokens(passage.text)) for passage in index.passages]
    assert [index.lexical.tokens_of(row) for row in range(len(index.lexical))] == expected
    question = LetterEncoder().encode_queries(["Wer hilft in der Kita?"])[0]
    vectors = LetterEncoder().encode_passages([passage.text for passage in index.passages])
    # Stored as float16: a cosine changes by less than 0.0005.
    np.testing.assert_allclose(index.dense.scores(question), vectors @ question, rtol=0, atol=5e-4)
    assert index.encoder.fingerprint == "letters:1"


def test_example_questions_lead_to_their_measures(built: Path) -> None:
    index = load_index(built, LetterEncoder())
    assert json.loads(file_of(built, "vocabulary").read_bytes()) == ["wohnung"]
    assert index.analyser.tokens("Wohnungsprämie") == ["wohnungsprami", "wohnung", "prami"]
    assert index.owners == ("I.1", "I.2", "II.1", "Ausblick")
    expected = {  # "berichten" is a word of the outlook itself
        "hous": ["II.1"],
        "gart": ["II.1"],
        "zukunft": ["Ausblick"],
        "bericht": ["Ausblick"],
    }
    ngrams = {"_hou": ["II.1"], "_gar": ["II.1"], "_zuk": ["Ausblick"], "_ber": ["Ausblick"]}
    for table, terms in ((index.words, expected), (index.ngrams, ngrams)):
        for term, owners in terms.items():
            assert [owner for owner, score in zip(index.owners, table.scores([term]), strict=True) if score] == owners, term
    assert (index.words.spread("mond"), index.ngrams.spread("_mon")) == (None, None)


def test_questions_for_facts_lead_to_their_owners(built: Path) -> None:
    index = load_index(built, LetterEncoder())
    for term, owner in (("bonus", "I.2"), ("ruckblick", "Ausblick")):
        assert [one for one, score in zip(index.owners, index.words.scores([term]), strict=True) if score] == [owner], term


def test_only_facts_that_stand_in_the_report_are_kept(built: Path) -> None:
    assert load_index(built, LetterEncoder()).facts == (FACTS[0], FACTS[2])


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(learned("other"), id="heads of another encoder"),
        pytest.param(learned(adapter=OTHER_ADAPTER), id="heads of another adapter"),
        pytest.param(learned(adapter=None), id="heads without their adapter"),
    ],
)
def test_heads_and_adapter_are_used_only_together(other: Learned, built: Path, tmp_path: Path) -> None:
    index = load_index(built, LetterEncoder())
    assert (index.classifier is not None, type(index.encoder)) == (True, AdaptedLetters)
    build_index(SMALL_REPORT, SOURCE, LetterEncoder(), "letters", tmp_path, learned=other)
    index = load_index(tmp_path, LetterEncoder())
    assert (index.classifier, type(index.encoder)) == (None, LetterEncoder)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Die Kita, die Kita", ("kita",), id="each once"),
        pytest.param("Wer ist das?", (), id="only function words"),
        pytest.param("xyz xyzw", ("xyzw",), id="unknown words, if they are long enough"),
    ],
)
def test_topical_words_tell_what_a_text_is_about(text: str, words: tuple[str, ...], built: Path) -> None:
    assert load_index(built, LetterEncoder()).topical(text) == words


def test_heads_are_used_only_with_the_model_that_they_were_trained_for(folder: Path) -> None:
    classifier = load_index(folder, LetterEncoder()).classifier
    assert classifier is not None
    reading = classifier.read("Kita", LetterEncoder().encode_queries(["Kita"])[0])
    assert reading.logs("owner") == {"I.1": pytest.approx(np.log(0.5)), "I.2": pytest.approx(np.log(0.5))}
    build_index(SMALL_REPORT, SOURCE, LetterEncoder(), "letters", folder, learned=learned("other"))
    assert load_index(folder, LetterEncoder()).classifier is None
    build_index(SMALL_REPORT, SOURCE, LetterEncoder(), "letters", folder)
    assert load_index(folder, LetterEncoder()).classifier is None


def test_a_chapter_without_text_is_nothing_to_ask_about(tmp_path: Path) -> None:
    empty = Section("Nachwort", 9, "", "Nachwort")
    report = replace(SMALL_REPORT, sections=(*SMALL_REPORT.sections, empty))
    build_index(report, b"", LetterEncoder(), "letters", tmp_path)
    index = load_index(tmp_path, LetterEncoder())
    assert index.owners == ("I.1", "I.2", "II.1", "Ausblick")
    assert len(retrieve("Wer hilft?", index).measures) == 3


def test_the_stored_report_can_be_read_without_a_model(built: Path) -> None:
    assert load_stored_report(built) == SMALL_REPORT


def test_the_manifest_says_what_the_index_was_built_from(built: Path) -> None:
    manifest = manifest_of(built)
    files = manifest.pop("files")
    assert manifest == {
        "format": FORMAT,
        "report": {"title": "Kleiner Bericht", "date": "2024-06-25", "sha256": hashlib.sha256(SOURCE).hexdigest()},
        "model": {"name": "letters", "fingerprint": "letters:1", "dim": 26},
        "analyser": "1",
        "counts": {"measures": 3, "sections": 1, "passages": N_PASSAGES},
        "examples": 12,
    }
    assert list(files) == ROLES
    for role, entry in files.items():
        data = (built / entry["name"]).read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        suffix = {"vectors": "npy", **dict.fromkeys(("words", "ngrams", "heads", "adapter"), "npz")}.get(role, "json")
        assert entry == {"name": f"{role}-{digest[:8]}.{suffix}", "bytes": len(data), "sha256": digest}


def test_the_same_report_gives_the_same_files(built: Path, tmp_path: Path) -> None:
    build_index(SMALL_REPORT, SOURCE, LetterEncoder(), "letters", tmp_path / "new" / "folder", learned=learned())
    assert manifest_of(tmp_path / "new" / "folder") == manifest_of(built)


def test_vectors_stay_beside_their_passages_whatever_the_batches(tmp_path: Path) -> None:
    # 40 measures of very different lengths give 200 passages and the outlook one, encoded by length in batches of 32.
    first = SMALL_REPORT.measures[0]
    measures = [replace(first, id=f"I.{n}", title="abcdefgh"[n % 8] * (n * 7 % 40 + 1)) for n in range(1, 41)]
    report = replace(SMALL_REPORT, measures=tuple(measures))
    steps: list[tuple[int, int]] = []
    build_index(report, b"", LetterEncoder(), "letters", tmp_path, lambda done, total: steps.append((done, total)))
    vectors = np.load(file_of(tmp_path, "vectors")).astype(np.float32)
    texts = [passage.text for passage in report_passages(report)]
    np.testing.assert_allclose(vectors, LetterEncoder().encode_passages(texts), atol=5e-4)
    assert steps == [(32, 201), (64, 201), (96, 201), (128, 201), (160, 201), (192, 201), (201, 201)]


def test_files_of_earlier_builds_are_removed_and_no_others(folder: Path) -> None:
    left = ["report-00000000.json", ".vectors-1234abcd.npy.999", ".manifest.json.999"]
    kept = ["notes.txt", "report.json", "reports-00000000.json", ".gitkeep"]
    for name in left + kept:
        (folder / name).touch()
    build_index(titled("Neu"), SOURCE, LetterEncoder(), "letters", folder)
    used = [str(entry["name"]) for entry in manifest_of(folder)["files"].values()]
    assert names(folder) == sorted([".lock", "manifest.json", *used, *kept])


# -- refusals


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a bit flipped": flip,
    "a byte added": lambda path: path.write_bytes(path.read_bytes() + b" "),
    "the end cut off": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "emptied": lambda path: path.write_bytes(b""),
    "removed": lambda path: path.unlink(),
    "a folder": replace_by_folder,
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("role", ROLES)
def test_a_file_that_is_not_what_was_built_is_refused(folder: Path, role: str, damage: str) -> None:
    path = file_of(folder, role)
    DAMAGES[damage](path)
    with pytest.raises(StoredIndexError) as caught:
        load_index(folder, LetterEncoder())
    assert type(caught.value) is IndexDamagedError
    assert f"„{path}“" in str(caught.value)
    assert COMMAND in str(caught.value)
    problem = "fehlt oder ist nicht lesbar" if damage in ("removed", "a folder") else "wurde verändert"
    assert problem in str(caught.value)


def test_a_changed_report_is_also_refused_where_no_model_is_needed(folder: Path) -> None:
    flip(file_of(folder, "report"))
    with pytest.raises(IndexDamagedError, match=f"wurde verändert.*{COMMAND}"):
        load_stored_report(folder)


@pytest.mark.parametrize(
    "load", [load_stored_report, lambda folder: load_index(folder, LetterEncoder())], ids=["report", "index"]
)
def test_a_folder_without_an_index_is_told(tmp_path: Path, load: Callable[[Path], object]) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(StoredIndexError) as caught:
            load(place)
        assert type(caught.value) is IndexMissingError
        assert (
            str(caught.value) == f"In „{place}“ liegt kein Index (manifest.json fehlt). Bitte bauen Sie den Index neu: {COMMAND}"
        )


@pytest.mark.parametrize("content", [b"", b'{"format": 1', b"\xff\xfe", b"nein"], ids=["empty", "cut off", "no text", "no JSON"])
def test_an_unreadable_manifest_is_damage(folder: Path, content: bytes) -> None:
    (folder / "manifest.json").write_bytes(content)
    with pytest.raises(StoredIndexError) as caught:
        load_index(folder, LetterEncoder())
    assert type(caught.value) is IndexDamagedError
    assert str(caught.value) == f"„{folder / 'manifest.json'}“ ist nicht lesbar. Bitte bauen Sie den Index neu: {COMMAND}"


def changed_manifest(folder: Path, *path: str, value: Any) -> None:
    """Set the entry at this path of the manifest; ``...`` removes it."""
    manifest = manifest_of(folder)
    at = manifest
    for key in path[:-1]:
        at = at[key]
    if value is ...:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    (folder / "manifest.json").write_text(dumps(manifest), encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        pytest.param(["format"], 1, f"hat das Format 1, erwartet wird {FORMAT}", id="another format"),
        pytest.param(["format"], ..., f"hat das Format None, erwartet wird {FORMAT}", id="no format"),
        pytest.param(["analyser"], "0", "mit der Wortanalyse 0 gebaut, das Programm nutzt 1", id="another analyser"),
        pytest.param(
            ["model"],
            {"name": "words", "fingerprint": "words:9", "dim": 26},
            "mit dem Sprachmodell „words“ (words:9) gebaut, eingestellt ist ein anderes (letters:1)",
            id="another model",
        ),
        pytest.param(
            ["counts", "passages"],
            99,
            f"zählt {{'measures': 3, 'sections': 1, 'passages': 99}}, erwartet wird "
            f"{{'measures': 3, 'sections': 1, 'passages': {N_PASSAGES}}}",
            id="other counts",
        ),
    ],
)
def test_an_index_built_from_something_else_is_a_mismatch(folder: Path, path: list[str], value: Any, message: str) -> None:
    changed_manifest(folder, *path, value=value)
    with pytest.raises(StoredIndexError) as caught:
        load_index(folder, LetterEncoder())
    assert type(caught.value) is IndexMismatchError
    assert message in str(caught.value)
    assert COMMAND in str(caught.value)


def test_a_manifest_that_is_no_object_is_a_mismatch(folder: Path) -> None:
    (folder / "manifest.json").write_text("[1]")
    with pytest.raises(IndexMismatchError, match=f"hat das Format None, erwartet wird {FORMAT}.*{COMMAND}"):
        load_index(folder, LetterEncoder())


def test_an_index_is_refused_if_the_setting_names_another_model(built: Path) -> None:
    with pytest.raises(StoredIndexError) as caught:
        load_index(built, LetterEncoder("letters:2"))
    assert type(caught.value) is IndexMismatchError
    assert "„letters“ (letters:1)" in str(caught.value)
    assert "(letters:2)" in str(caught.value)
    assert COMMAND in str(caught.value)


@pytest.mark.parametrize("key", ["report", "model", "analyser", "counts", "files"])
def test_a_manifest_that_lacks_a_part_is_damage(folder: Path, key: str) -> None:
    changed_manifest(folder, key, value=...)
    with pytest.raises(IndexDamagedError, match=f"fehlt „{key}“.*{COMMAND}"):
        load_stored_report(folder)


@pytest.mark.parametrize("value", [..., None, 5, "x", [], {}], ids=["missing", "null", "number", "text", "list", "object"])
@pytest.mark.parametrize(
    "path",
    [
        ("model",),
        ("model", "fingerprint"),
        ("analyser",),
        ("counts",),
        ("counts", "measures"),
        ("files",),
        ("files", "tokens"),
        ("files", "tokens", "name"),
        ("files", "tokens", "sha256"),
    ],
    ids=".".join,
)
def test_any_other_nonsense_in_the_manifest_is_told_with_the_command(folder: Path, path: tuple[str, ...], value: object) -> None:
    changed_manifest(folder, *path, value=value)
    with pytest.raises((IndexDamagedError, IndexMismatchError), match=COMMAND):
        load_index(folder, LetterEncoder())


def forge(folder: Path, role: str, data: bytes) -> None:
    """Replace a file and its checksum, as a faulty program could."""
    file_of(folder, role).write_bytes(data)
    changed_manifest(folder, "files", role, "sha256", value=hashlib.sha256(data).hexdigest())


def npy(array: Any, *, allow_pickle: bool = False) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=allow_pickle)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("role", "data", "kind"),
    [
        pytest.param("report", b"{}", IndexDamagedError, id="a report without its parts"),
        pytest.param("report", b"no JSON", IndexDamagedError, id="a report that is no JSON"),
        pytest.param("tokens", b"5", IndexDamagedError, id="tokens that are a number"),
        pytest.param("tokens", dumps([["a"]] * (N_PASSAGES - 1)).encode(), IndexMismatchError, id="a passage without tokens"),
        pytest.param("tokens", dumps([[]] * N_PASSAGES).encode(), IndexDamagedError, id="no tokens at all"),
        pytest.param("vectors", npy(np.ones((N_PASSAGES + 1, 26), np.float16)), IndexMismatchError, id="a vector too many"),
        pytest.param("vectors", npy(np.ones(N_PASSAGES, np.float16)), IndexDamagedError, id="numbers for vectors"),
        pytest.param("vectors", npy(np.full((N_PASSAGES, 26), np.nan, np.float16)), IndexDamagedError, id="no numbers"),
        pytest.param("vocabulary", b"5", IndexDamagedError, id="a number for known words"),
        pytest.param("words", b"no npz", IndexDamagedError, id="a word table in another format"),
        pytest.param("ngrams", npy(np.ones(3)), IndexDamagedError, id="an n-gram table in another format"),
        pytest.param("heads", b"no npz", IndexDamagedError, id="heads in another format"),
        pytest.param("vectors", b"no npy", IndexDamagedError, id="vectors in another format"),
        pytest.param(
            "vectors", npy(np.array([{}] * N_PASSAGES), allow_pickle=True), IndexDamagedError, id="a pickle is never loaded"
        ),
    ],
)
def test_files_of_the_wrong_kind_are_refused_even_with_a_right_checksum(
    folder: Path, role: str, data: bytes, kind: type[StoredIndexError]
) -> None:
    forge(folder, role, data)
    with pytest.raises(StoredIndexError) as caught:
        load_index(folder, LetterEncoder())
    assert type(caught.value) is kind
    assert COMMAND in str(caught.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), junk=st.binary(min_size=1, max_size=30), role=st.sampled_from(ROLES))
def test_no_damage_with_a_right_checksum_fails_in_another_way(
    built: Path, tmp_path: Path, at: float, junk: bytes, role: str
) -> None:
    folder = tmp_path / "index"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(built, folder)
    data = file_of(folder, role).read_bytes()
    place = int(at * len(data))
    forge(folder, role, data[:place] + junk + data[place + len(junk) :])
    with contextlib.suppress(StoredIndexError):
        load_index(folder, LetterEncoder())


# -- interrupted, concurrent and impossible builds


class BuildsMeanwhile(LetterEncoder):
    """While an index is being checked against this model, another process builds one in its folder, so many times."""

    def __init__(self, folder: Path, times: int) -> None:
        self._folder = folder
        self._left = times

    @property
    def fingerprint(self) -> str:  # type: ignore[override]
        """Asked for between the manifest and the files."""
        if self._left:
            self._left -= 1
            build(f"Neu {self._left}", self._folder)
        return "letters:1"


@pytest.mark.parametrize("times", [1, 3])
def test_an_index_that_is_built_anew_while_it_is_loaded_is_loaded_anew(folder: Path, times: int) -> None:
    assert load_index(folder, BuildsMeanwhile(folder, times)).report.title == "Neu 0"


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[int]]:
    """Folders ``0``, ``1`` … with what builds left that were killed ever later, and their exit codes."""
    base = tmp_path_factory.mktemp("killed")
    return base, run_driver("tests.crash_build", "kill", base)


def test_a_build_that_is_killed_anywhere_leaves_the_old_index_whole(killed: tuple[Path, list[int]]) -> None:
    base, codes = killed
    # Encoding, the lock, then for each of eight files (nothing learned, but the manifest): opened, renamed, temporary name
    # removed; then the five old files that differ are removed (no examples and facts, so vocabulary and facts are the same).
    assert len(codes) > 1 + 1 + 8 * 3 + 5
    assert codes == [-9] * (len(codes) - 1) + [0]
    titles = [load_index(base / str(number), LetterEncoder()).report.title for number in range(len(codes))]
    switch = titles.index("Neu")
    assert titles == ["Alt"] * switch + ["Neu"] * (len(titles) - switch)
    # The manifest's rename makes the new index valid; what comes after it is clearing up.
    assert 1 + 1 + 7 * 3 < switch < len(titles) - 5


def test_the_build_after_a_killed_one_clears_up(killed: tuple[Path, list[int]], tmp_path: Path) -> None:
    base, codes = killed
    for number in range(len(codes)):
        folder = Path(shutil.copytree(base / str(number), tmp_path / str(number)))
        build_index(titled("Neuer"), b"", LetterEncoder(), "letters", folder)
        assert load_stored_report(folder).title == "Neuer"
        used = [str(entry["name"]) for entry in manifest_of(folder)["files"].values()]
        assert names(folder) == sorted([".lock", "manifest.json", *used])


def test_a_second_build_beside_a_running_one_is_turned_away(tmp_path: Path) -> None:
    result = run_driver("tests.crash_build", "beside", tmp_path / "index")
    assert result == {
        "second": f"In „{tmp_path / 'index'}“ baut gerade ein anderer Aufruf. Bitte warten Sie, bis er fertig ist.",
        "untouched": True,
        "first": 0,
    }
    assert load_index(tmp_path / "index", LetterEncoder()).report.title == "Erster"


def test_builds_at_once_leave_one_whole_index(tmp_path: Path) -> None:
    codes = run_driver("tests.crash_build", "together", tmp_path / "index")
    assert set(codes) <= {0, BUSY}
    done = [str(number) for number, code in enumerate(codes) if code == 0]
    assert load_index(tmp_path / "index", LetterEncoder()).report.title in done


def test_a_full_disk_keeps_the_index_even_if_the_same_is_built_again(tmp_path: Path) -> None:
    message = run_driver("tests.crash_build", "full", tmp_path)
    assert message.startswith(f"Der Index lässt sich nicht nach „{tmp_path}“ schreiben (")
    assert message.endswith("Der bisherige Index gilt weiter.")
    assert load_index(tmp_path, LetterEncoder()).report.title == "Alt"
    assert [name for name in names(tmp_path) if name.startswith(".")] == [".lock"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoredIndexError, match=r"lässt sich nicht nach .*/file/index“ schreiben.*bisherige Index gilt weiter"):
        build_index(SMALL_REPORT, SOURCE, LetterEncoder(), "letters", tmp_path / "file" / "index")


def test_a_folder_that_cannot_be_written_keeps_its_index(folder: Path) -> None:
    # A folder in the manifest's place: the last step fails, after all other files are written.
    blocked = folder / "manifest.json"
    content = blocked.read_bytes()
    replace_by_folder(blocked)
    with pytest.raises(StoredIndexError, match=r"lässt sich nicht nach .* schreiben"):
        build_index(titled("Neu"), SOURCE, LetterEncoder(), "letters", folder)
    blocked.rmdir()
    blocked.write_bytes(content)
    assert load_index(folder, LetterEncoder()).report == SMALL_REPORT


# -- the index in the repository


def test_the_shipped_files_are_what_parser_analyser_and_curated_questions_give_now(tmp_path: Path) -> None:
    """Everything but the vectors, which take a minute: the letters stand in for the model."""
    data = PROJECT / "data"
    learned = Learned(
        load_examples(data / "examples"),
        load_facts(data / "facts"),
        load_asked(data / "asked"),
        (data / "models" / "heads.npz").read_bytes(),
        (data / "models" / "adapter.npz").read_bytes(),
    )
    build_index(load_report(REPORT_FILE), REPORT_FILE.read_bytes(), LetterEncoder(), "letters", tmp_path, learned=learned)
    shipped, fresh = manifest_of(INDEX), manifest_of(tmp_path)
    for role in ("report", "tokens", "vocabulary", "words", "ngrams", "facts", "heads", "adapter"):
        assert shipped["files"][role] == fresh["files"][role], role
    for role in ("words", "ngrams"):  # their bytes depend on the version of zlib
        with np.load(file_of(INDEX, role)) as stored, np.load(file_of(tmp_path, role)) as made:
            assert stored["terms"].tobytes() == made["terms"].tobytes(), role
            np.testing.assert_allclose(stored["weights"], made["weights"], rtol=2e-3, err_msg=role)  # float16: three digits
    assert shipped["model"] == {"name": "multilingual-e5-small", "fingerprint": real_encoder().fingerprint, "dim": 384}
    for part in ("format", "report", "analyser", "counts", "examples"):
        assert shipped[part] == fresh[part], part


def test_the_shipped_report_is_stored_as_the_parser_gives_it() -> None:
    report = load_report(REPORT_FILE)
    assert file_of(INDEX, "report").read_bytes() == encode_report(report)
    assert load_stored_report(INDEX) == report


def test_the_shipped_vectors_are_what_the_default_model_gives() -> None:
    index = shipped_index()
    vectors = np.load(file_of(INDEX, "vectors")).astype(np.float32)
    assert vectors.shape == (len(index.passages), 384)
    short = [row for row, passage in enumerate(index.passages) if len(passage.text) < 300]  # long ones take long
    rows = short[:: len(short) // 20]
    again = real_encoder().encode_passages([index.passages[row].text for row in rows])
    # Other processors sum in another order, and 16 bits hold three digits.
    assert ((again * vectors[rows]).sum(axis=1) > 0.999).all()


def test_the_shipped_index_has_no_other_files() -> None:
    used = [str(entry["name"]) for entry in manifest_of(INDEX)["files"].values()]
    assert [name for name in names(INDEX) if not name.startswith(".")] == sorted(["manifest.json", *used])
