"""A made-up next edition of the report: one measure less, one more, two rows and one sentence changed, numbers shifted."""

from __future__ import annotations

import re
from functools import cache

from tests.fixtures import REPORT_FILE

DATE = "2025-07-01"
REMOVED, ADDED = "IV.5", "V.11"
# IV.6 to IV.11 move up because IV.5 was removed.
NUMBERS = {f"IV.{number}": f"IV.{number - 1}" for number in range(6, 12)}
_NEW_TITLE = "Werkstattwochen für Fahrradmechanik"
_NEW_MEASURE = f"""## {ADDED}: {_NEW_TITLE}

In den Werkstattwochen lernen Erwachsene, Fahrräder zu reparieren. Die Kurse dauern sechs Wochen.

<b>Ziel</b>\tMehr Menschen in Fahrradwerkstätten.
<b>Beginn/ Laufzeit</b>\t2025 bis 2028
<b>Geplante Mittel</b>\t400.000 Euro pro Jahr
<b>Internetpräsenz</b>\t-
<b>Ressort</b>\tMUNV
<b>Partner in der Umsetzung</b>\t-

"""


@cache
def next_edition() -> str:
    """The Markdown of the next edition."""
    text = REPORT_FILE.read_text(encoding="utf-8")
    text = re.sub(r"## IV\.5: .*?(?=^#+ IV\.6)", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^IV\.5: .*\n\n?", "", text, flags=re.MULTILINE)
    text = re.sub(r"\bIV\.(?:[6-9]|1[01])\b", lambda match: NUMBERS[match[0]], text)
    text = _replaced(text, "## **Cluster VI:**", f"{_NEW_MEASURE}## **Cluster VI:**")
    text = re.sub(r"^(V\.10: .*\t)79$", rf"\g<1>79\n\n{ADDED}: {_NEW_TITLE} .....\t80", text, flags=re.MULTILINE)
    text = _replaced(text, "Datum: 25. Juni 2024", "Datum: 1. Juli 2025")
    text = _replaced(text, "Ende 2023 bis Ende 2026", "Ende 2023 bis Ende 2027")  # the term of I.8
    text = _replaced(text, "rund 755.000 Euro", "rund 800.000 Euro")  # the money of III.11
    return _replaced(text, "wurden 2186 Meisterprämien ausgezahlt", "wurden 3000 Meisterprämien ausgezahlt")  # the text of IV.1


def _replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)
