"""Does Milvus rank as the embedded store? ``python eval/bench/parity.py``: every evaluation question, by both, as a table.

Only the questions' texts are read, no labels. Milvus Lite in a folder that is removed afterwards.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import numpy as np

from eval.questions import FOLDER
from fko_qa.dense import unit
from fko_qa.encoder import load_encoder
from fko_qa.index import MANIFEST, Index, load_index
from fko_qa.index.shared import store_rows
from fko_qa.records import Evidence
from fko_qa.retrieve import retrieve
from fko_qa.settings import Settings, load_settings
from fko_qa.stores import Address, PassageStore
from fko_qa.stores.milvus import MilvusStore

_TOP = 10


@dataclass(slots=True)
class Agreement:
    """On how many questions both say the same, and by how much they differ where they do not."""

    same: Counter[str] = field(default_factory=Counter)
    belief: float = 0.0  # greatest difference of any measure's
    common: list[float] = field(default_factory=list)  # share of the ten best passages by words that both have
    ratios: list[float] = field(default_factory=list)  # Milvus's best score by words, in those of the embedded store


def all_questions() -> list[str]:
    """The texts of all evaluation questions, each once."""
    lines = (line for file in sorted(FOLDER.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines())
    return list(dict.fromkeys(text for line in lines if (text := json.loads(line).get("question"))))


def moved(index: Index, settings: Settings, folder: Path, store: PassageStore) -> None:
    """A copy of the embedded index in ``folder`` with its passages in the store."""
    shutil.copytree(settings.index, folder)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    tokens, vectors = (folder / manifest["files"][role]["name"] for role in ("tokens", "vectors"))
    rows = store_rows(index.report, index.passages, json.loads(tokens.read_text(encoding="utf-8")))
    generation = store.write(rows, unit(np.load(vectors)), (index.report.title, index.report.date), None)
    (folder / MANIFEST).write_text(json.dumps({**manifest, "store": asdict(generation)}), encoding="utf-8")


def compare(texts: Iterable[str], ours: Index, other: Index) -> Agreement:
    """Ask both and count."""
    found = Agreement()
    for text in texts:
        reading = ours.read(text)
        _compare_evidence(retrieve(text, ours, reading), retrieve(text, other, reading), found)
        _compare_words(ours.analyser.tokens(text), ours, other, found)
    return found


def _compare_evidence(one: Evidence, two: Evidence, found: Agreement) -> None:
    pairs = list(zip(one.measures, two.measures, strict=True))
    quotes = [tuple([hit.passage.id for hit in measure.hits] for measure in pair) for pair in pairs]
    found.same["questions"] += 1
    found.same["ranking of the measures"] += all(mine.measure_id == other.measure_id for mine, other in pairs)
    found.same["first quote of the first measure"] += quotes[0][0][:1] == quotes[0][1][:1]
    found.same["five quotes of the first measure, in order"] += quotes[0][0] == quotes[0][1]
    found.same["five quotes of every measure, in order"] += all(mine == other for mine, other in quotes)
    found.same["quotes outside the measures"] += [hit.passage.id for hit in one.sections] == [
        hit.passage.id for hit in two.sections
    ]
    found.belief = max(found.belief, *(abs(mine.score - other.score) for mine, other in pairs))


def _compare_words(tokens: Sequence[str], ours: Index, other: Index, found: Agreement) -> None:
    """The passages that share a word, best first; equal scores in the order of the report."""
    scores = ours.lexical.scores(tokens), other.lexical.scores(tokens)
    found.same["passages that share a word"] += np.array_equal(scores[0] > 0, scores[1] > 0)
    count = min(_TOP, int(np.count_nonzero(scores[0])))
    mine, theirs = (np.argsort(-side, kind="stable")[:count] for side in scores)
    found.same["ten best passages by words, in order"] += np.array_equal(mine, theirs)
    found.same["best passage by words"] += np.array_equal(mine[:1], theirs[:1])
    if count:
        found.common.append(len(set(mine.tolist()) & set(theirs.tolist())) / count)
        found.ratios.append(float(scores[1].max() / scores[0].max()))


def agreement_table(found: Agreement) -> str:
    """Counts as Markdown, then the sizes of the differences."""
    total = found.same.pop("questions")
    rows = [f"| {name} | {count} of {total} | {count / total:.1%} |" for name, count in found.same.items()]
    low, middle, high = np.percentile(found.ratios, [5, 50, 95])
    return "\n".join(
        [
            "| the same | questions | |",
            "|---|---:|---:|",
            *rows,
            "",
            f"Greatest difference of a measure's belief: {found.belief:.1e}. Common among the ten best passages by words: "
            f"{np.mean(found.common):.3f}. Best score by words against the embedded one: {middle:.3f} ({low:.3f} to {high:.3f}).",
        ]
    )


def main() -> int:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="only every n-th question")
    every = parser.parse_args().every
    settings = load_settings()
    encoder = load_encoder(settings.model, settings.cache, settings.model_download)
    ours = load_index(settings.index, encoder)
    with tempfile.TemporaryDirectory() as folder:
        store = MilvusStore(Address(f"{folder}/x.db", Path(folder) / "x.db"))
        moved(ours, settings, Path(folder) / "index", store)
        other = load_index(Path(folder) / "index", encoder, store)
        sys.stdout.write(f"{agreement_table(compare(all_questions()[::every], ours, other))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
