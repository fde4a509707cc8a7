"""What two frameworks reach in their hybrid mode: ``python eval/frameworks.py``, with haystack-ai and txtai installed for this
(``docs/evaluation.md``).

Both get the measures' texts, the project's encoder weights and their own defaults for everything else: Haystack joins its BM25
and its embedding retriever by reciprocal ranks, txtai weighs its BM25 and its vectors alike. Only the ranking is scored.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from haystack import Document
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from txtai import Embeddings

from eval.baselines import TOP, Search, heading, questions_of, row
from eval.files import commit, store, today
from eval.summary import table
from fko_qa import Assistant
from fko_qa.encoder import Encoder, load_encoder
from fko_qa.settings import load_settings


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
    systems = (("Haystack", haystack), ("txtai", txtai))
    rows = [row(f"{name}, hybrid, same encoder", build(measures, encoder), questions) for name, build in systems]
    text = f"# Frameworks, {today()}, commit {commit()}, {options.split}\n\n{table(heading(questions), rows)}\n"
    sys.stdout.write(text + f"\n{store(f'frameworks-{options.split}', text)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
