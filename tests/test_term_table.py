"""BM25 weights of terms in documents, worked out by hand, with k1 = 4 and b = 0.5.

Documents: a a b (3 terms), c (1), c d (2); two terms on average. A term found f times in a document of length d weighs
idf * f * 5 / (f + 4 * (0.5 + 0.5 * d / 2)), and idf = ln((3 - n + 0.5) / (n + 0.5)) for a term in n of the 3 documents.
"""

from __future__ import annotations

import io
from math import log

import numpy as np
import pytest

from fko_qa.term_table import TermTable, ngram_terms

DOCUMENTS = [["a", "a", "b"], ["c"], ["c", "d"]]
RARE = log(2.5 / 1.5)  # a, b, d: in one document
# c is in two of three: ln(1.5 / 2.5) < 0, so it gets a quarter of the average over the four terms.
COMMON = 0.25 * (3 * RARE + log(1.5 / 2.5)) / 4
A = [RARE * 10 / (2 + 4 * 1.25), 0, 0]
C = [0, COMMON * 5 / (1 + 4 * 0.75), COMMON * 5 / (1 + 4 * 1)]
PRECISION = 2e-3  # of float16, relative


@pytest.fixture
def table() -> TermTable:
    return TermTable.from_documents(DOCUMENTS)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        pytest.param(["a"], A, id="repeated in a document"),
        pytest.param(["c"], C, id="in most documents"),
        pytest.param(["a", "c"], [A[0], C[1], C[2]], id="two terms add up"),
        pytest.param(["a", "a"], A, id="a repeated term of the question counts once"),
        pytest.param(["a", "x"], A, id="an unknown term changes nothing"),
        pytest.param(["x"], [0, 0, 0], id="only unknown terms"),
        pytest.param([], [0, 0, 0], id="no term"),
    ],
)
def test_scores(table: TermTable, terms: list[str], expected: list[float]) -> None:
    scores = table.scores(terms)
    assert scores == pytest.approx(expected, rel=PRECISION)
    assert scores.dtype == np.float32


def test_it_tells_how_many_documents_have_a_term(table: TermTable) -> None:
    assert [table.spread(term) for term in ("a", "c", "x")] == [1, 2, None]


def test_it_is_stored_and_read_without_pickle(table: TermTable) -> None:
    again = TermTable.from_bytes(table.to_bytes())
    assert again.scores(["a", "c"]).tolist() == table.scores(["a", "c"]).tolist()
    with np.load(io.BytesIO(table.to_bytes()), allow_pickle=False) as stored:
        assert set(stored) == {"terms", "weights"}


def test_a_table_keeps_terms_of_any_script() -> None:
    table = TermTable(["kita", "приём", "😀"], np.array([[1], [2], [3]], dtype=np.float16))
    assert TermTable.from_bytes(table.to_bytes()).scores(["приём", "😀"]).tolist() == [5]


def test_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="pickle"):  # NumPy's words for "none of my formats"
        TermTable.from_bytes(b"no archive")


def test_terms_of_spelling_are_character_ngrams_of_content_words_with_marked_ends() -> None:
    # Three, four and five characters of "_kitas_"; the stop word "die" gives none, and umlauts are written out.
    assert ngram_terms("die Kitas") == [
        *"_ki kit ita tas as_".split(),
        *"_kit kita itas tas_".split(),
        *"_kita kitas itas_".split(),
    ]
    assert ngram_terms("für") == []
    assert ngram_terms("Öle") == ngram_terms("oele")
