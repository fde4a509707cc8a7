"""What several test modules share. Expensive things are made once per session, at their first use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fko_qa.assistant import Assistant
from fko_qa.encoder import Adapter, Encoder, load_encoder
from fko_qa.index import Index, load_index
from fko_qa.passages import report_passages
from fko_qa.records import Field, Measure, Passage, Report, Section
from fko_qa.settings import Settings, load_settings

PROJECT = Path(__file__).resolve().parent.parent
REPORT_FILE = PROJECT / "data" / "fortschrittsbericht-2024-06-25.md"
INDEX = PROJECT / "index"


@cache
def default_settings() -> Settings:
    """The defaults, whatever the environment says, but for the folder that keeps the unpacked model."""
    return Settings(cache=load_settings().cache)


@cache
def real_encoder() -> Encoder:
    """The default model."""
    settings = default_settings()
    return load_encoder(settings.model, settings.cache, settings.model_download)


@cache
def shipped_index() -> Index:
    """The index in the repository."""
    return load_index(INDEX, real_encoder())


@cache
def real_assistant() -> Assistant:
    """The assistant over the shipped index."""
    return Assistant(shipped_index(), default_settings())


@cache
def plain_report() -> str:
    """The report file as a reader sees it, on one line: without tags, marks of Markdown and footnote numbers.

    Made here without the parser, so that quotes can be proven against the source itself.
    """
    text = REPORT_FILE.read_text(encoding="utf-8")
    text = re.sub(r"<sup>\d+</sup>", "", text)
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text)
    text = re.sub(r"</?(?:a|b|i|ul|li|p|br)\b[^>]*>", lambda tag: " " if tag[0][1:3] in ("li", "/l", "ul", "br") else "", text)
    return squeeze(text.replace("**", "").replace("•", " "))


def squeeze(text: str) -> str:
    """White space as single blanks."""
    return " ".join(text.split())


class LetterEncoder:
    """A model small enough to follow by hand: a text's vector counts its letters a to z, plus one, at unit length."""

    def __init__(self, fingerprint: str = "letters:1") -> None:
        self.fingerprint = fingerprint

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Questions as vectors: (n_texts, 26), float32, unit length."""
        return self.encode_passages(texts)

    def encode_features(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The question's vector twice: (n_texts, 52), float32."""
        return np.concatenate([self.encode_queries(texts)] * 2, axis=1)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Passages as vectors: (n_texts, 26), float32, unit length."""
        counts = [[text.lower().count(letter) + 1 for letter in "abcdefghijklmnopqrstuvwxyz"] for text in texts]
        vectors = np.array(counts, dtype=np.float32)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)

    def adapted(self, adapter: Adapter) -> AdaptedLetters:
        """The model with an adapter."""
        assert isinstance(adapter, Adapter)
        return AdaptedLetters(self.fingerprint)


class AdaptedLetters(LetterEncoder):
    """The small model with an adapter, which it does not look at."""


def measure(measure_id: str, title: str, page: int, text: str, *fields: Field, warnings: tuple[str, ...] = ()) -> Measure:
    """A measure whose whole wording is its title, its text and its table."""
    verbatim = squeeze(" ".join([title, text, *(f"{row.label} {row.value}" for row in fields)]))
    cluster = measure_id.partition(".")[0]
    return Measure(measure_id, title, cluster, page, text, fields, verbatim, warnings=warnings)


KITA = measure(
    "I.1",
    "Kitahilfe",
    5,
    "Die Kitahilfe unterstützt alle Kitas des Landes im Alltag mit viel Personal.",
    Field("Ziel", ("Mehr Personal in den Kitas.",)),
    Field("Ressort", ("MKJFGFI",)),
)
MEISTER = measure(
    "I.2",
    "Meisterprämie",
    6,
    "Wer die Meisterprüfung im Handwerk besteht, kann eine Prämie von 2.500 Euro beantragen.",
    Field("Ziel", ("Mehr Meister im Handwerk.",)),
    Field("Ressort", ("MAGS",)),
    warnings=("Der Text nennt 2.500 Euro, die Tabelle nichts.",),
)
BAHN = measure(
    "II.1",
    "Bahnoffensive",
    8,
    "Die Bahnoffensive bildet neue Lokführer für den Nahverkehr aus und wirbt um Fachkräfte.",
    Field("Ziel", ("Mehr Lokführer im Nahverkehr.",)),
)
OUTLOOK_TEXT = "Die Landesregierung wird die Offensive fortsetzen und im kommenden Jahr wieder berichten."
SMALL_REPORT = Report(
    title="Kleiner Bericht",
    date="2024-06-25",
    publisher="Landesregierung Nordrhein-Westfalen",
    pages=9,
    clusters={"I": "Bildung", "II": "Verkehr"},
    ministries={"MKJFGFI": "Ministerium für Kinder", "MAGS": "Ministerium für Arbeit"},
    sections=(Section("Ausblick", 9, OUTLOOK_TEXT, f"Ausblick {OUTLOOK_TEXT}"),),
    measures=(KITA, MEISTER, BAHN),
)
SMALL_PASSAGES = {passage.id: passage for passage in report_passages(SMALL_REPORT)}


def small_passage(passage_id: str) -> Passage:
    """A passage of the small report."""
    return SMALL_PASSAGES[passage_id]
