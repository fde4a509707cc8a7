"""What is found for a question, and what it is judged to be good for. A score belongs to the hit, never to the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fko_qa.records.kinds import Status, View


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the report that can be found. ``owner`` is a measure's id or a section's name; ``id`` is stable."""

    id: str
    owner: str
    in_measure: bool
    view: View
    section: str  # what a citation calls it: "Text", "Ziel", "Titel", a field's label, or the section's name
    page: int
    text: str

    @property
    def quotable(self) -> bool:
        """Whether the text is a contiguous piece of the report (a whole measure is put together, so it is not)."""
        return self.view is not View.WHOLE


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its score in [0, 1] and the scores it was fused from."""

    passage: Passage
    score: float
    lexical: float
    dense: float


@dataclass(frozen=True, slots=True)
class MeasureHit:
    """A measure with its fused score in [0, 1] and its best passages, best first."""

    measure_id: str
    score: float
    hits: tuple[Hit, ...]
    matched_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signals:
    """What retrieval says about a question as a whole.

    ``top_cosine`` and ``top_lexical`` are the highest scores of any passage. ``answerable`` and ``near`` are log odds from the
    trained heads (None without them), ``language`` an ISO 639-1 code if it is clear.
    """

    top_cosine: float
    top_lexical: float
    answerable: float | None = None
    near: float | None = None
    worded: float = 0.0  # log odds of "answerable" from the wording alone
    absent: float = 0.0  # log odds that what is asked is no fact that the best measure states
    language: str | None = None
    grounded: float = 0.0  # share of the content words that what fits best has, in [0, 1]
    strange: tuple[str, ...] = ()  # other Länder and later years that the question names and the best measure does not


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact of a measure as asked for. ``value`` is verbatim, or "keine Angabe" if the report does not ``state`` it.

    ``label`` is what people read before the value; ``likelihood`` the log probability that this fact of the measure is meant.
    """

    measure_id: str
    label: str
    value: str
    hits: tuple[Hit, ...]
    stated: bool
    likelihood: float = 0.0


@dataclass(frozen=True, slots=True)
class FoundSet:
    """An exact set. ``hits`` prove each member's membership."""

    members: tuple[str, ...]
    value: str | None
    understood: str  # the filter in a German line
    hits: Mapping[str, tuple[Hit, ...]]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question, on any route (looked up or retrieved).

    ``measures`` and ``sections`` (hits outside the measures, with the belief that a chapter is meant) are best first.
    ``facts`` and ``found_set`` are there if they were asked for. ``signals`` is None for a look-up: there is no doubt about what
    is meant.
    """

    measures: tuple[MeasureHit, ...] = ()
    sections: tuple[Hit, ...] = ()
    section_belief: float = 0.0
    signals: Signals | None = None
    facts: tuple[FoundFact, ...] = ()
    found_set: FoundSet | None = None
    missing: tuple[str, ...] = ()  # numbers that were asked for and do not exist
    neighbours: tuple[str, ...] = ()  # ids near a missing number or an empty set


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the evidence is good for: the status, the measures and sections to show, and why (for people who debug)."""

    status: Status
    shown: tuple[MeasureHit, ...]
    sections: tuple[Hit, ...]
    reason: str
