"""German text: sentences, tokens, stems, compounds. Pure functions of their input; no index, no model."""

from __future__ import annotations

from fko_qa.text.analysis import ANALYSER_VERSION, Analyser, normalise, tokenise
from fko_qa.text.sentences import mended_lines, split_sentences
from fko_qa.text.words import STOP_WORDS

__all__ = ["ANALYSER_VERSION", "STOP_WORDS", "Analyser", "mended_lines", "normalise", "split_sentences", "tokenise"]
