"""Train the question classifier on the curated questions: ``python -m fko_qa.train`` (``make train``), two minutes on two cores.

Deterministic: the same questions, weights and versions give the same file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from fko_qa.classifier import EMBEDDING_SCALE
from fko_qa.encoder import Encoder, load_encoder
from fko_qa.examples import (
    AskedQuestion,
    ExampleQuestion,
    NegativeQuestion,
    load_asked,
    load_examples,
    load_negatives,
)
from fko_qa.features import N_FEATURES, wording
from fko_qa.settings import load_settings

# Inverse strengths of regularisation, by five-fold cross-validation on the curated questions.
C_MEASURES = 100.0
C_LANGUAGES = 10.0
C_JOINT = 30.0
# A measure that fits a question "nearly as well" counts half: so the belief in twins lies close together.
ALSO_WEIGHT = 0.5
MAX_ITERATIONS = 400
_STEP = 256

Vectors = NDArray[np.float32]


# Facts that the report states of most measures. A question for another kind (telephone, salary …) teaches nothing here:
# whether it is answered is found out by looking.
STATED_KINDS = frozenset(
    "term start end money_planned money_person ministry website partners goal source count date location person named".split()
)


def train(
    examples: Sequence[ExampleQuestion],
    asked: Sequence[AskedQuestion],
    negatives: Sequence[NegativeQuestion],
    encoder: Encoder,
    path: Path,
) -> None:
    """Fit all heads and write them to ``path``."""
    stated = [question for question in asked if question.kind in STATED_KINDS]
    questions: list[ExampleQuestion | AskedQuestion | NegativeQuestion] = [*examples, *stated, *negatives]
    vectors = encode(encoder, [question.text for question in questions])
    positive = vectors[: len(examples)]
    joint = _joint_features([question.text for question in questions], vectors)
    n_answerable = len(examples) + len(stated)
    answerable = np.array([1] * n_answerable + [0] * len(negatives))
    near = np.array([1] * n_answerable + [int(question.near) for question in negatives])
    rows, owners, weights = _owners(examples)
    measures = _fit(positive[rows], owners, C_MEASURES, weights)
    languages = _fit(vectors, [question.lang for question in questions], C_LANGUAGES)
    header = {
        "fingerprint": encoder.fingerprint,
        "owners": [str(name) for name in measures.classes_],
        "languages": [str(name) for name in languages.classes_],
    }
    arrays = {
        "header": np.frombuffer(json.dumps(header).encode(), dtype=np.uint8),
        "owners_weights": measures.coef_.astype(np.float32),
        "owners_bias": measures.intercept_.astype(np.float32),
        "languages_weights": languages.coef_.astype(np.float32),
        "languages_bias": languages.intercept_.astype(np.float32),
        **_joint_arrays("answerable", _fit(joint, answerable, C_JOINT, balanced=True)),
        **_joint_arrays("near", _fit(joint, near, C_JOINT, balanced=True)),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **arrays)


def _owners(examples: Sequence[ExampleQuestion]) -> tuple[list[int], list[str], list[float]]:
    """Row, measure and weight for each measure that an example fits: the first fully, the others as a half."""
    pairs = [(row, example.owner, 1.0) for row, example in enumerate(examples)]
    pairs += [(row, other, ALSO_WEIGHT) for row, example in enumerate(examples) for other in example.also]
    rows, owners, weights = zip(*pairs, strict=True)
    return list(rows), list(owners), list(weights)


def encode(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """Questions as vectors, (n_texts, dim), float32, texts of like length together."""
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    batches = [order[begin : begin + _STEP] for begin in range(0, len(order), _STEP)]
    encoded = np.concatenate([encoder.encode_queries([texts[at] for at in batch]) for batch in batches])
    vectors = np.empty_like(encoded)
    vectors[order] = encoded
    return vectors


def _joint_features(texts: Sequence[str], vectors: Vectors) -> csr_matrix:
    rows = [wording(text) for text in texts]
    values = [value for row in rows for value in row.values()]
    columns = [feature for row in rows for feature in row]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    return hstack(
        [csr_matrix((values, columns, ends), shape=(len(rows), N_FEATURES)), csr_matrix(vectors * EMBEDDING_SCALE)]
    ).tocsr()


def _fit(
    features: object, labels: object, c: float, weights: Sequence[float] | None = None, balanced: bool = False
) -> LogisticRegression:
    solver = "liblinear" if balanced else "lbfgs"  # two classes over sparse features, or many over dense ones
    model = LogisticRegression(C=c, max_iter=MAX_ITERATIONS, solver=solver, class_weight="balanced" if balanced else None)
    return model.fit(features, labels, sample_weight=weights)


def _joint_arrays(head: str, model: LogisticRegression) -> dict[str, NDArray[np.generic]]:
    weights = model.coef_[0]
    return {
        f"{head}_wording": weights[:N_FEATURES].astype(np.float16),
        f"{head}_embedding": weights[N_FEATURES:].astype(np.float32),
        f"{head}_bias": model.intercept_.astype(np.float32),
    }


def main() -> None:
    """Train on the questions in ``data`` and write the heads."""
    settings = load_settings()
    encoder = load_encoder(settings.model, settings.cache, settings.model_download)
    data = settings.data
    examples, asked, negatives = load_examples(data / "examples"), load_asked(data / "asked"), load_negatives(data / "negatives")
    train(examples, asked, negatives, encoder, settings.heads)


if __name__ == "__main__":
    main()
