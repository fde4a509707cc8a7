"""What two frameworks reach in their hybrid mode: ``python eval/frameworks.py``, with haystack-ai and txtai installed for this
(``docs/evaluation.md``).

Both get the measures' texts, the project's encoder weights and their own defaults for everything else: Haystack joins its BM25
and its embedding retriever by reciprocal ranks, txtai weighs its BM25 and its vectors alike. Only the ranking is scored.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from haystack import Document
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from txtai import Embeddings

from eval.baselines import TOP, figures, questions_of
from eval.files import commit, store, today
from eval.questions import Question
from eval.scoring import RETRIEVAL
from eval.summary import table
from fko_qa import Assistant
from fko_qa.encoder import Encoder, load_encoder
from fko_qa.settings import load_settings

# A question → the ids of the best measures, best first.
Search = Callable[[str], list[str]]


def haystack(measures: Mapping[str, str], encoder: Encoder) -> Search:
    """Haystack: in-memory store, BM25 and embedding retriever, reciprocal rank fusion."""
    vectors = encoder.encode_passages(list(measures.values())).tolist()
    store_: Any = InMemoryDocumentStore(embedding_similarity_function="cosine")
    store_.write_documents(
        [Document(id=id_, content=text, embedding=vector) for (id_, text), vector in zip(measures.items(), vectors, strict=True)]
    )
    words, meaning = InMemoryBM25Retriever(store_), InMemoryEmbeddingRetriever(store_)
    joiner = DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=TOP)

    def search(question: str) -> list[str]:
        vector = encoder.encode_queries([question])[0].tolist()
        sides = [words.run(query=question)["documents"], meaning.run(query_embedding=vector)["documents"]]
        return [document.id for document in joiner.run(documents=sides)["documents"]]

    return search


def txtai(measures: Mapping[str, str], encoder: Encoder) -> Search:
    """txtai: hybrid index of its BM25 and of given vectors."""
    encode = encoder.encode_passages
    # It knows one function for passages and questions, which this encoder prefixes differently: so another is put in its place.
    embeddings: Any = Embeddings(hybrid=True, method="external", transform=lambda texts: encode(list(texts)))
    embeddings.index((id_, text, None) for id_, text in measures.items())
    encode = encoder.encode_queries
    return lambda question: [str(id_) for id_, _ in embeddings.search(question, TOP)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print and store the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    options = parser.parse_args(arguments)
    measures = {measure.id: measure.verbatim for measure in Assistant.load().report.measures}
    settings = load_settings()
    encoder = load_encoder(settings.model, settings.cache, settings.model_download)
    questions = questions_of(options.split)
    rows = [_row(name, build(measures, encoder), questions) for name, build in (("Haystack", haystack), ("txtai", txtai))]
    heading = f"# Frameworks, {today()}, commit {commit()}, {options.split}"
    found = table([f"{len(questions)} topic, field and number questions", *RETRIEVAL, "median ms"], rows)
    text = f"{heading}\n\n{found}\n"
    sys.stdout.write(text + f"\n{store(f'frameworks-{options.split}', text)}\n")
    return 0


def _row(name: str, search: Search, questions: Sequence[Question]) -> list[str]:
    search("Was gibt es für Kitas?")  # so that no question waits for the model
    found, times = {}, []
    for question in questions:
        started = time.perf_counter()
        found[question.id] = search(question.question)
        times.append((time.perf_counter() - started) * 1000)
    means = (f"{one.mean:.3f} ({one.low:.3f} – {one.high:.3f})" for one in figures(questions, found).values())
    return [f"{name}, hybrid, same encoder", *means, f"{np.median(times):.0f}"]


if __name__ == "__main__":
    raise SystemExit(main())
