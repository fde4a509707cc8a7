"""What is curated, as frozen data: questions, facts, and the names that facts have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# What an example question asks for, if not one of the known facts.
TOPIC, ANY_FACT, EITHER = "topic", "fact", "either"
# Rows of a measure's table that are facts: those that every measure could have, and those that few have.
COMMON_ROWS = ("Ziel", "Beginn/ Laufzeit", "Geplante Mittel", "Internetpräsenz", "Ressort", "Partner in der Umsetzung")
OTHER_ROWS = ("Inkrafttreten", "Veröffentlichung")
ROWS = (*COMMON_ROWS, *OTHER_ROWS)
# Before a row's label in the name of its class, which all measures share.
ROW_CLASS = "row:"
# The class of a question whose fact the measure does not state; as the second fact: no other is asked for.
ABSENT = "absent"
FACT_KINDS = frozenset("amount count share date duration person body place name condition list result other".split())


@dataclass(frozen=True, slots=True)
class ExampleQuestion:
    """A question that ``owner`` answers: a measure, or a chapter outside (:func:`fko_qa.passages.section_key`).

    ``also`` are others that answer it nearly as well. ``asks`` tells whether the matter or one piece of information about it is
    asked for: "topic", "fact" (one that ``facts`` does not hold), "either" (it can be meant both ways), or the facts' ids.
    """

    text: str
    owner: str
    also: tuple[str, ...]
    lang: str  # ISO 639-1
    style: str  # normal, colloquial, keyword, story, simple, typo
    asks: tuple[str, ...] = (TOPIC,)

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of the known facts that are asked for."""
        return () if self.asks[0] in (TOPIC, ANY_FACT, EITHER) else self.asks


@dataclass(frozen=True, slots=True)
class CuratedFact:
    """A fact in the running text of a measure or a section (by its name): ``value`` stands in ``sentence``, word for word.

    Several values are joined by `` | ``.
    """

    owner: str
    slug: str
    kind: str
    value: str
    sentence: str

    @property
    def id(self) -> str:
        """Owner and slug: ``IV.1/ausgezahlt``."""
        return f"{self.owner}/{self.slug}"


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question for the facts with these ids, in the order asked."""

    text: str
    facts: tuple[str, ...]
    lang: str
    style: str


@dataclass(frozen=True, slots=True)
class SeveralQuestion:
    """A question that needs all of ``owners``, in the order asked; one of them if it sets that one apart from its twins."""

    text: str
    owners: tuple[str, ...]
    lang: str
    style: str


@dataclass(frozen=True, slots=True)
class SetQuestion:
    """A question for a set of measures; ``filter`` is the line that describes it, None if it only looks like one."""

    text: str
    filter: str | None
    lang: str
    style: str


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A piece of a set question: a condition, or an opening with ``{}`` where conditions go in.

    ``filter`` is the line that describes what it says, None for an opening that asks for a list. Only blocks of the same
    ``kind`` go together: "attr" stands behind a noun in a sentence, "kw" among key words.
    """

    text: str
    filter: str | None
    lang: str
    kind: str


@dataclass(frozen=True, slots=True)
class KeyWord:
    """What people type behind the name of a measure to ask for a row of its table; ``row`` is None for what no measure states."""

    text: str
    row: str | None
    lang: str


@dataclass(frozen=True, slots=True)
class NegativeQuestion:
    """A question that the report does not answer; ``related`` are the measures that a near miss is close to."""

    text: str
    near: bool
    reason: str
    related: tuple[str, ...]
    lang: str
    style: str


@dataclass(frozen=True, slots=True)
class Curated:
    """All curated data."""

    examples: Sequence[ExampleQuestion] = ()
    facts: Sequence[CuratedFact] = ()
    asked: Sequence[AskedQuestion] = ()
    followups: Sequence[AskedQuestion] = ()
    several: Sequence[SeveralQuestion] = ()
    sets: Sequence[SetQuestion] = ()
    conditions: Sequence[SetBlock] = ()
    openings: Sequence[SetBlock] = ()
    key_words: Sequence[KeyWord] = ()
    negatives: Sequence[NegativeQuestion] = ()


def split_id(fact_id: str) -> tuple[str, str]:
    """Owner and label or slug of a fact's id; a section's name may hold a slash, a label may, too."""
    row = next((label for label in ROWS if fact_id.endswith(f"/{label}")), None)
    if row is not None:
        return fact_id.removesuffix(f"/{row}"), row
    owner, _, slug = fact_id.rpartition("/")
    return owner, slug
