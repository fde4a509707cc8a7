"""A report → its index on disk."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fko_qa.curated import AskedQuestion, CuratedFact, ExampleQuestion, split_id
from fko_qa.dense import unit
from fko_qa.encoder import Encoder
from fko_qa.index.shared import STORED_ROLES, generation_before, store_rows
from fko_qa.index.store import FORMAT, Manifest, write_files, writing
from fko_qa.jsonio import dumps, encode_report
from fko_qa.passages import report_passages, section_key
from fko_qa.records import Passage, Report, View
from fko_qa.stores import PassageStore, Row
from fko_qa.term_table import TermTable, ngram_terms
from fko_qa.text import ANALYSER_VERSION, STOP_WORDS, Analyser, tokenise

# Passages encoded between two steps of the progress bar.
_STEP = 32
# A word of the example questions counts as known to the analyser (compounds may be split into it) if this many have it.
MIN_EXAMPLES_WITH_WORD = 3

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Learned:
    """What people wrote and what was learned from it: example questions, facts, and the files of a training (None: none)."""

    examples: Sequence[ExampleQuestion] = ()
    facts: Sequence[CuratedFact] = ()
    asked: Sequence[AskedQuestion] = ()
    heads: bytes | None = None
    adapter: bytes | None = None


def build_index(  # noqa: PLR0913 - two calls a project, all by name
    report: Report,
    source: bytes,
    encoder: Encoder,
    model_name: str,
    folder: Path,
    progress: Progress | None = None,
    learned: Learned | None = None,
    *,
    store: PassageStore | None = None,
) -> None:
    """Build the index of a report and put it into ``folder``, whole or not at all.

    Args:
        source: the report file's bytes, whose hash the manifest keeps.
        progress: called with (passages done, passages in all).
        store: where the passages' words and vectors go instead.

    Raises StoredIndexError if the folder or the store cannot be written or another build is at it.
    """
    learned = learned or Learned()
    passages = report_passages(report)
    vocabulary = example_words(learned.examples)
    analyser = report_analyser(report, vocabulary)
    tokens = [analyser.tokens(passage.text) for passage in passages]
    vectors = _encode(passages, encoder, progress)
    documents = _documents(report, passages, learned)
    facts = standing_facts(report, learned.facts)
    files = {
        "report": ("json", encode_report(report)),
        "tokens": ("json", dumps(tokens).encode()),
        "vocabulary": ("json", dumps(vocabulary).encode()),
        "vectors": ("npy", _npy(vectors)),
        "words": ("npz", TermTable.from_documents([_terms(texts, analyser.tokens) for texts in documents]).to_bytes()),
        "ngrams": ("npz", TermTable.from_documents([_terms(texts, ngram_terms) for texts in documents]).to_bytes()),
        "facts": ("json", dumps([asdict(fact) for fact in facts]).encode()),
        **{role: ("npz", data) for role, data in (("heads", learned.heads), ("adapter", learned.adapter)) if data is not None},
    }
    manifest = {
        "format": FORMAT,
        "report": {"title": report.title, "date": report.date, "sha256": hashlib.sha256(source).hexdigest()},
        "model": {"name": model_name, "fingerprint": encoder.fingerprint, "dim": int(vectors.shape[1])},
        "analyser": ANALYSER_VERSION,
        "counts": {"measures": len(report.measures), "sections": len(report.sections), "passages": len(passages)},
        "examples": len(learned.examples),
    }
    with writing(folder):
        if store is None:
            write_files(folder, manifest, files)
        else:
            _write_apart(folder, manifest, files, store, store_rows(report, passages, tokens), vectors)


def _write_apart(
    folder: Path,
    manifest: Manifest,
    files: dict[str, tuple[str, bytes]],
    store: PassageStore,
    rows: Sequence[Row],
    vectors: NDArray[np.float16],
) -> None:
    """The passages into the store, then the manifest that names this build, then what nobody searches any more is removed.

    Who has loaded the build before this one goes on with it: it stays until the next.
    """
    before = generation_before(folder)
    report = manifest["report"]
    generation = store.write(rows, unit(vectors), (report["title"], report["date"]), before)
    manifest["store"] = asdict(generation)
    write_files(folder, manifest, {role: file for role, file in files.items() if role not in STORED_ROLES})
    store.keep([one for one in (generation, before) if one is not None])


def standing_facts(report: Report, facts: Sequence[CuratedFact]) -> list[CuratedFact]:
    """The curated facts whose sentence stands in this report, word for word, where they say so. Another edition may lack some."""
    texts = {
        **{measure.id: " ".join(measure.verbatim.split()) for measure in report.measures},
        **{section.name: " ".join(section.verbatim.split()) for section in report.sections},
    }
    return [fact for fact in facts if fact.sentence in texts.get(fact.owner, "")]


def report_analyser(report: Report, vocabulary: Sequence[str] = ()) -> Analyser:
    """The analyser that splits compounds into this report's words, and into further ones that people use."""
    measures = [measure.verbatim for measure in report.measures]
    return Analyser([*measures, *(section.verbatim for section in report.sections), " ".join(vocabulary)])


def example_words(examples: Sequence[ExampleQuestion]) -> list[str]:
    """The German words that several example questions have, sorted."""
    german = [set(tokenise(example.text)) for example in examples if example.lang == "de" and example.style != "typo"]
    counts = Counter(word for words in german for word in words if word not in STOP_WORDS)
    return sorted(word for word, count in counts.items() if count >= MIN_EXAMPLES_WITH_WORD)


def owners(report: Report) -> list[str]:
    """What a question can be about, in the order of the term tables: the measures, then the chapters outside that have text."""
    chapters = dict.fromkeys(section_key(section.name) for section in report.sections if section.text)
    return [*(measure.id for measure in report.measures), *chapters]


def _documents(report: Report, passages: Sequence[Passage], learned: Learned) -> list[list[str]]:
    """For each owner its whole text and the curated questions that it answers, alone or with others."""
    texts: dict[str, list[str]] = {owner: [] for owner in owners(report)}
    for passage in passages:
        if passage.view is View.WHOLE:
            texts[passage.owner].append(passage.text)
    for section in report.sections:
        if section.text:
            texts[section_key(section.name)].append(section.text)
    for example in learned.examples:
        for owner in (example.owner, *example.also):
            if owner in texts:
                texts[owner].append(example.text)
    for asked in learned.asked:
        name = split_id(asked.facts[0])[0]
        owner = name if report.measure(name) else section_key(name)
        if owner in texts:
            texts[owner].append(asked.text)
    return [texts[owner] for owner in owners(report)]


def _terms(texts: Sequence[str], split: Callable[[str], list[str]]) -> list[str]:
    return [term for text in texts for term in split(text)]


def _encode(passages: tuple[Passage, ...], encoder: Encoder, progress: Progress | None) -> NDArray[np.float16]:
    """One row per passage, (n_passages, dim), float16: half the size, cosines change by less than 0.0005."""
    by_length = sorted(range(len(passages)), key=lambda position: len(passages[position].text))  # little padding in a batch
    rows: list[NDArray[np.float16] | None] = [None] * len(passages)
    for begin in range(0, len(passages), _STEP):
        batch = by_length[begin : begin + _STEP]
        vectors = encoder.encode_passages([passages[position].text for position in batch])
        for position, vector in zip(batch, vectors.astype(np.float16), strict=True):
            rows[position] = vector
        if progress is not None:
            progress(begin + len(batch), len(passages))
    return np.stack([row for row in rows if row is not None])


def _npy(vectors: NDArray[np.float16]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, vectors, allow_pickle=False)
    return buffer.getvalue()
