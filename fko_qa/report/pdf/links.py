"""Link annotations and printed addresses → the addresses of a section."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fko_qa.report.pdf.joining import bare_address
from fko_qa.report.pdf.pages import Link

_PRINTED_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()„“\"]+[^\s<>()„“\".,;]")
_ONLY_HOST = re.compile(r"https?://[^/]+/")


def addresses(links: Iterable[Link], printed: str) -> list[str]:
    """Where links lead, in their order, then the addresses that are printed but no links.

    Args:
        links: annotations in reading order; one that goes over several lines comes several times.
        printed: the section's text and fields.
    """
    found: list[str] = []
    for link in links:
        address = _as_printed(link.address, printed)
        if not found or found[-1] != address:
            found.append(address)
    known = {bare_address(address) for address in found}
    for address in _PRINTED_ADDRESS.findall(printed):
        if bare_address(address) not in known:
            known.add(bare_address(address))
            found.append(address if "://" in address else f"http://{address}")
    return found


def _as_printed(address: str, printed: str) -> str:
    """Browsers put a slash behind a mere host; it goes if the page prints none."""
    if not _ONLY_HOST.fullmatch(address):
        return address
    host = bare_address(address)
    return address[:-1] if host in printed and f"{host}/" not in printed else address
