"""Addresses that cannot be right, and access data that does not belong into print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from fko_qa.records import Finding, FindingKind, Measure, Report, Severity
from fko_qa.report.draft import LABELS, PUBLICATION, WEBSITE
from fko_qa.review.pieces import TEXT, pieces

_ADDRESS = re.compile(r"\b[A-Za-z][A-Za-z+.-]*:/{1,3}\S*|\bhttps?(?:://?|:|//)\S+|\bw{2,}\.\S+|[^\s@()<>„“\"]+@[^\s@()<>„“\",;]+")
_MISSPELT_START = re.compile(r"(?:\w+://)?(w{2}|w{4,})\.")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)")
_MAIL = re.compile(r"[^@\s]+@(?P<host>[^@\s?]+)(?:\?\S*)?")
_WITH_LOGIN = "enthält einen Benutzernamen oder ein Passwort"
_SECRET = re.compile(r"\b(?:Passwort|Kennwort|Zugangscode|Zugangsdaten|Password)\s*:\s*[^\s)]+", re.IGNORECASE)
# Behind the blank stands the rest of an address: "https:// www.x.de", "https://www.x. de/a", "https://x.de/a- b.htm".
_BLANK_AFTER = re.compile(
    r"""https?://\s+\S+
      | (?:https?://|www\.)\S*[./?=&_-]\s+[\w-]+[./=_-][\w./=_-]*\w
      | (?:https?://|www\.)\S*[.=&_-]\s+[a-z]\S+
      | (?:https?://|www\.)\S+\s+[/.][\w-]+\S*""",
    re.VERBOSE,
)


def wrong_addresses(report: Report) -> Iterator[Finding]:
    """What is wrong with the addresses in the tables, the texts and behind the links; each is told once for a measure."""
    told: set[tuple[str | None, str]] = set()
    for piece in pieces(report):
        for start, end, severity, found in _in_print(piece.text):
            if (piece.measure, found) not in told:
                told.add((piece.measure, found))
                yield piece.finding(FindingKind.ADDRESS, severity, found, start, end)
    for measure in report.measures:
        for link in measure.links:
            found = f"Die Adresse „{link}“ {wrong}." if (wrong := what_is_wrong(link)) else ""
            if found and (measure.id, found) not in told:
                yield Finding(FindingKind.ADDRESS, Severity.ERROR, measure.id, found, _place(measure, link), measure.page, link)


def _in_print(text: str) -> Iterator[tuple[int, int, Severity, str]]:
    """Where in a piece, how much it matters, what is wrong."""
    blanks = [match for match in _BLANK_AFTER.finditer(text) if not _is_whole(match[0].split()[0])]
    for match in blanks:
        yield match.start(), match.end(), Severity.ERROR, f"In der Adresse „{match[0]}“ steht ein Leerzeichen."
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(".,;:!?“”\"')]>")
        if any(blank.start() <= match.start() < blank.end() for blank in blanks):
            continue
        if wrong := what_is_wrong(address):
            yield match.start(), match.end(), Severity.ERROR, f"Die Adresse „{address}“ {wrong}."
    for match in _SECRET.finditer(text):
        yield match.start(), match.end(), Severity.WARNING, f"Zugangsdaten stehen offen im Bericht: „{match[0]}“."


def _is_whole(beginning: str) -> bool:
    """Whether an address before a blank ends a sentence: "Siehe www.nrw.de. mehr"."""
    return beginning.endswith(".") and not what_is_wrong(beginning[:-1])


def what_is_wrong(address: str) -> str:
    """What is wrong with an address, to follow "Die Adresse … "; empty if nothing is.

    >>> what_is_wrong("https://anna:geheim@www.nrw.de/")
    'enthält einen Benutzernamen oder ein Passwort'
    """
    if re.search(r"\s|%20", address):
        return "enthält ein Leerzeichen"
    if misspelt := _MISSPELT_START.match(address):
        return f"nennt „{misspelt[1]}.“ statt „www.“"
    if "@" in address and "/" not in address:
        return _wrong_mail(address.removeprefix("mailto:"))
    try:
        parts = urlsplit(f"https://{address}" if address.startswith("www.") else address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return "ist nicht lesbar"
    return _wrong_place(parts, host)


def _wrong_mail(address: str) -> str:
    mail = _MAIL.fullmatch(address)
    if mail and ":" in address:
        return _WITH_LOGIN
    return "" if mail and _HOST.fullmatch(mail["host"].lower()) else "ist keine E-Mail-Adresse"


def _wrong_place(parts: SplitResult, host: str) -> str:
    if parts.scheme not in ("http", "https"):
        return f"beginnt mit „{parts.scheme}:“ statt mit „https:“" if parts.scheme else "beginnt nicht mit „https:“"
    if parts.username is not None or parts.password is not None:
        return _WITH_LOGIN
    try:
        ascii_host = host.encode("idna").decode()
    except UnicodeError:
        ascii_host = ""
    if not _HOST.fullmatch(ascii_host) or host.count(".") < 1 + host.startswith("www."):
        return "nennt keinen gültigen Rechnernamen"
    return "enthält doppelte Schrägstriche" if "//" in parts.path else ""


def _place(measure: Measure, link: str) -> str:
    """Where a link stands: the row that prints it or, if it is hidden behind other words, the likeliest one."""
    for label in LABELS:
        if link.rpartition("://")[2] in measure.stated(label):
            return label
    return next((label for label in (WEBSITE, PUBLICATION) if measure.stated(label)), TEXT)
