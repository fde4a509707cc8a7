"""A second opinion on whether the report answers a question, from its wording alone: words and character n-grams, no encoder.

The adapted encoder sees what a question means; near misses often give themselves away by how they are put.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from fko_qa.features import N_FEATURES, wording
from fko_qa.training.samples import Sample

# Inverse strength of regularisation; on the development questions 3 to 30 differ by less than .01 in AUC.
C = 10.0


def wording_head(samples: Sequence[Sample]) -> tuple[NDArray[np.float32], float]:
    """Weights (n_features,) and bias of a logistic head for "answerable"."""
    taught = [sample for sample in samples if sample.answerable is not None]
    rows = [wording(sample.text) for sample in taught]
    values = [value for row in rows for value in row.values()]
    columns = [feature for row in rows for feature in row]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    features = csr_matrix((values, columns, ends), shape=(len(rows), N_FEATURES))
    model = LogisticRegression(C=C, solver="liblinear", class_weight="balanced", random_state=0)
    model.fit(features, [bool(sample.answerable) for sample in taught])
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])
