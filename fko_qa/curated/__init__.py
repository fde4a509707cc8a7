"""Curated data: questions that people wrote, and the facts of the report's running text. Data of the product, never quoted
as if the report said it.

Tab-separated files with a header line, one folder for each kind under ``data``:

``examples``   questions that a measure (or a chapter outside) answers
``facts``      facts in the running text: where they stand, word for word, and what kind they are
``asked``      questions for one or more facts; a row of a measure's table is a fact, too (``IV.1/Ressort``)
``followups``  the same as they come in a conversation about the measure: they do not say which is meant
``several``    questions that several measures answer together: several needs, comparisons; or one of two near twins (negation)
``sets``       questions for a set of measures with the filter they mean (``asked.tsv``), and others (``none.tsv``)
``blocks``     pieces of such questions, to be put together (``conditions.tsv``, ``openings.tsv``); words that ask for a row
               of the table behind the name of a measure (``keywords.tsv``)
``negatives``  questions that the report does not answer
"""

from __future__ import annotations

from fko_qa.curated.files import load_asked, load_curated, load_examples, load_facts, load_key_words, load_sets
from fko_qa.curated.questions import (
    ABSENT,
    ANY_FACT,
    COMMON_ROWS,
    EITHER,
    OTHER_ROWS,
    ROW_CLASS,
    ROWS,
    TOPIC,
    AskedQuestion,
    Curated,
    CuratedFact,
    ExampleQuestion,
    KeyWord,
    NegativeQuestion,
    SetBlock,
    SetQuestion,
    SeveralQuestion,
    split_id,
)

__all__ = [
    "ABSENT",
    "ANY_FACT",
    "COMMON_ROWS",
    "EITHER",
    "OTHER_ROWS",
    "ROWS",
    "ROW_CLASS",
    "TOPIC",
    "AskedQuestion",
    "Curated",
    "CuratedFact",
    "ExampleQuestion",
    "KeyWord",
    "NegativeQuestion",
    "SetBlock",
    "SetQuestion",
    "SeveralQuestion",
    "load_asked",
    "load_curated",
    "load_examples",
    "load_facts",
    "load_key_words",
    "load_sets",
    "split_id",
]
