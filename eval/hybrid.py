"""Two frameworks in their hybrid mode, over the measures' texts: Haystack and txtai.

Both get the project's encoder weights and keep their own defaults for everything else: Haystack joins its BM25 and its embedding
retriever by reciprocal ranks, txtai weighs its BM25 and its vectors alike. Neither is imported before it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fko_qa.encoder import Encoder

# A question → the ids of the best measures, best first.
Search = Callable[[str], list[str]]
TOP = 10


def haystack(measures: Mapping[str, str], encoder: Encoder) -> Search:
    """Haystack: in-memory store, BM25 and embedding retriever, reciprocal rank fusion."""
    from haystack import Document
    from haystack.components.joiners import DocumentJoiner
    from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    vectors = encoder.encode_passages(list(measures.values())).tolist()
    store: Any = InMemoryDocumentStore(embedding_similarity_function="cosine")
    store.write_documents(
        [Document(id=id_, content=text, embedding=vector) for (id_, text), vector in zip(measures.items(), vectors, strict=True)]
    )
    words, meaning = InMemoryBM25Retriever(store), InMemoryEmbeddingRetriever(store)
    joiner = DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=TOP)

    def search(question: str) -> list[str]:
        vector = encoder.encode_queries([question])[0].tolist()
        sides = [words.run(query=question)["documents"], meaning.run(query_embedding=vector)["documents"]]
        return [document.id for document in joiner.run(documents=sides)["documents"]]

    return search


def txtai(measures: Mapping[str, str], encoder: Encoder) -> Search:
    """txtai: hybrid index of its BM25 and of given vectors."""
    from txtai import Embeddings

    encode = encoder.encode_passages
    # It knows one function for passages and questions, which this encoder prefixes differently: so another is put in its place.
    embeddings: Any = Embeddings(hybrid=True, method="external", transform=lambda texts: encode(list(texts)))
    embeddings.index((id_, text, None) for id_, text in measures.items())
    encode = encoder.encode_queries
    return lambda question: [str(id_) for id_, _ in embeddings.search(question, TOP)]


SYSTEMS: Mapping[str, Callable[[Mapping[str, str], Encoder], Search]] = {"Haystack": haystack, "txtai": txtai}
