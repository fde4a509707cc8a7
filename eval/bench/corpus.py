"""A made-up report of any size in the form of the real one: headings, table of contents, tables, chapters. Nothing in it is true.

Texts recombine sentences with many slots and every measure has a name of its own, so no two are near copies and the vocabulary
goes on growing, as it does in real texts. The same size and seed give the same bytes.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.bench.slots import CLUSTERS, GOALS, MINISTRIES, MONEY, SENTENCES, SLOTS, SYLLABLES, TERMS

_FIRST_PAGE = 17
_SLOT = re.compile(r"\{(\w+)\}")
_RANGES = {"year": (2019, 2024), "later": (2025, 2031), "small": (2, 30), "count": (31, 990)}
_LABELS = ("Ziel", "Beginn/ Laufzeit", "Geplante Mittel", "Internetpräsenz", "Ressort", "Partner in der Umsetzung")


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A measure: its number, title, text in paragraphs and the values of its table, in the order of the labels."""

    number: str
    title: str
    paragraphs: tuple[str, ...]
    values: tuple[str, ...]


def report_markdown(size: int, seed: int = 1) -> str:
    """A report with so many measures (at least six), as Markdown."""
    return "\n".join(_lines(made_up(size, seed), random.Random(seed))) + "\n"  # noqa: S311


def made_up(size: int, seed: int = 1) -> list[MadeUp]:
    """The measures, cluster by cluster."""
    dice = random.Random(f"{seed} {size}")  # noqa: S311
    shares = [size // len(CLUSTERS) + (place < size % len(CLUSTERS)) for place in range(len(CLUSTERS))]
    numbers = [f"{cluster}.{number}" for cluster, share in zip(CLUSTERS, shares, strict=True) for number in range(1, share + 1)]
    return [_measure(number, dice) for number in numbers]


def questions(measures: Sequence[MadeUp], count: int, seed: int = 1) -> list[str]:
    """Questions on them, of each kind that takes another way: topics, facts, sets, numbers, and such that nothing answers."""
    dice = random.Random(f"questions {seed}")  # noqa: S311
    kinds = (
        "Was gibt es für {group}, die als {job} arbeiten wollen?",
        "Welche Hilfe gibt es in {place} gegen {problem}?",
        "wer bietet {means} für {job} an",
        "Wie lange läuft {title}?",
        "Wer ist für {title} zuständig?",
        "Welche Maßnahmen des {ministry} enden {later}?",
        "Maßnahme {number}",
        "Wie beantrage ich einen neuen Personalausweis in {place}?",
    )
    found = []
    for at in range(count):
        measure = dice.choice(measures)
        own = {"title": measure.title, "number": measure.number, "ministry": dice.choice(list(MINISTRIES))}
        found.append(_filled(kinds[at % len(kinds)], dice, own))
    return found


def _measure(number: str, dice: random.Random) -> MadeUp:
    name = "".join(dice.choice(SYLLABLES) for _ in range(dice.randint(3, 5))).capitalize()
    own = {"name": name, "title": f"{dice.choice(SLOTS['form'])} {name}"}
    sentences = [_filled(one, dice, own) for one in dice.sample(SENTENCES, dice.randint(4, 8))]
    half = dice.randint(2, len(sentences) - 1)
    title = _filled(dice.choice(("{title}", "{title} für {group}", "{title} in {place}", "{title}: {means}")), dice, own)
    values = (
        _filled(dice.choice(GOALS), dice, own),
        _filled(dice.choice(TERMS), dice, own),
        _filled(dice.choice(MONEY), dice, own),
        dice.choice(("-", f'<a href="https://www.{name.lower()}.example/">https://www.{name.lower()}.example/</a>')),
        ", ".join(dice.sample(list(MINISTRIES), dice.choice((1, 1, 1, 2)))),
        _filled(dice.choice(("-", "{partner}", "{partner}, {partner}")), dice, own),
    )
    return MadeUp(number, title, (" ".join(sentences[:half]), " ".join(sentences[half:])), values)


def _filled(pattern: str, dice: random.Random, own: dict[str, str]) -> str:
    """A pattern with every slot filled; figures are drawn, not listed."""

    def fill(slot: re.Match[str]) -> str:
        name = slot[1]
        if name in own:
            return own[name]
        return dice.choice(SLOTS[name]) if name in SLOTS else _drawn(name, dice)

    return _SLOT.sub(fill, pattern)


def _drawn(name: str, dice: random.Random) -> str:
    match name:
        case "years":
            return dice.choice(("zwei", "drei", "fünf"))
        case "digits":
            return f"{dice.randint(1, 12):02d}"
        case "amount":
            return f"{dice.randint(10, 990)}.000"
        case "million":
            return f"{dice.randint(1, 60)},{dice.randint(1, 9)}"
        case "partner":
            return f"{dice.choice(SLOTS['carrier'])} {dice.choice(SLOTS['place'])}"
        case _:
            return str(dice.randint(*_RANGES[name]))


def _lines(measures: Sequence[MadeUp], dice: random.Random) -> Iterator[str]:
    last = _FIRST_PAGE + len(measures)
    yield from ("# Fortschrittsbericht, erfunden zum Messen", "", "Datum: 25. Juni 2024", "")
    yield from ("## Beteiligte Ressorts", "", *(f"{name}\t{code}" for code, name in MINISTRIES.items()), "")
    yield from ("## Inhaltsverzeichnis", "", "Beteiligte Ressorts.....\t4", "Einleitung .....\t9")
    for at, measure in enumerate(measures):
        if measure.number.endswith(".1"):
            cluster = measure.number.partition(".")[0]
            yield f"Cluster {cluster}: {CLUSTERS[cluster]}.....\t{_FIRST_PAGE + at}"
        yield f"{measure.number}: {measure.title} .....\t{_FIRST_PAGE + at}"
    yield from (f"Ausblick\t{last}", "", "## Einleitung", "", _chapter(dice), "")
    for measure in measures:
        yield from _measure_lines(measure)
    yield from ("## Ausblick", "", _chapter(dice))


def _measure_lines(measure: MadeUp) -> Iterator[str]:
    if measure.number.endswith(".1"):
        cluster = measure.number.partition(".")[0]
        yield from (f"## **Cluster {cluster}:**", "", f"### **{CLUSTERS[cluster]}**", "")
    yield from (f"## {measure.number}: {measure.title}", "")
    for paragraph in measure.paragraphs:
        yield from (paragraph, "")
    yield from (f"<b>{label}</b>\t{value}" for label, value in zip(_LABELS, measure.values, strict=True))
    yield ""


def _chapter(dice: random.Random) -> str:
    own = {"name": "Fachkräfteoffensive", "title": "Fachkräfteoffensive"}
    return " ".join(_filled(one, dice, own) for one in dice.sample(SENTENCES, 6))
