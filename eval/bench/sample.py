"""A seeded sample of the development questions: single ones, without a conversation before them."""

from __future__ import annotations

import random

from eval.questions import FOLDER, Question, read_questions

SEED = 20240625


def sample(size: int, seed: int = SEED) -> list[Question]:
    """Different questions, in an order that depends on the seed alone."""
    alone = [question for question in read_questions(FOLDER / "dev.jsonl") if not question.history]
    return random.Random(seed).sample(alone, min(size, len(alone)))  # noqa: S311
