"""A filter without its names and numbers: one value per facet, which is what the trained heads recognise in a question."""

from __future__ import annotations

from collections.abc import Mapping

from fko_qa.filters.model import Aggregate, SetFilter, Sharing
from fko_qa.filters.vocabulary import FEDERAL_GIVERS

NO = "-"
YES, NOT = "yes", "not"
# Every cluster and every ministry is a facet of its own: to be in, or not to be in.
CLUSTER, MINISTRY = "cluster:", "ministry:"
_DATED = (Aggregate.EARLIEST, Aggregate.LATEST)
ALL_FUNDS = ("ESF", "JTF", "EFRE")


def facets_of(found: SetFilter) -> Mapping[str, str]:
    """Facet → value, ``-`` where the filter says nothing. Clusters and ministries that it does not name are left out.

    >>> dict(facets_of(SetFilter(ministries=("MSB",), sharing=Sharing.ALONE)))["sharing"]
    'alone'
    """
    return {
        "aggregate": _aggregate(found),
        "sharing": _sharing(found),
        "event": str(found.terms[0].event) if found.terms else NO,
        "state": str(found.states[0]) if found.states else NO,
        "duration": NO if not found.durations else "fixed" if found.durations[0].fixed else "length",
        "money": "amount" if found.money else str(found.figure or NO),
        "basis": found.basis or NO,
        "source": _source(found),
        "partner": "named" if found.partners else str(found.partner or NO),
        "website": str(found.website or NO),
        "topic": "yes" if found.topic else NO,
        **{f"{CLUSTER}{cluster}": YES for cluster in found.clusters},
        **{f"{CLUSTER}{cluster}": NOT for cluster in found.excluded_clusters},
        **{f"{MINISTRY}{code}": YES for code in found.ministries},
        **{f"{MINISTRY}{code}": NOT for code in found.excluded_ministries},
    }


def _aggregate(found: SetFilter) -> str:
    parts: list[str] = [found.aggregate]
    if found.aggregate in _DATED:
        parts.append(str(found.event))
    if found.only_future:
        parts.append("future")
    if found.group:
        parts.append(found.group)
    return " ".join(parts)


def _sharing(found: SetFilter) -> str:
    if found.ministries:
        return "others" if found.sharing is Sharing.JOINT and found.ministries_at_least else str(found.sharing)
    return "number" if found.ministries_at_least or found.ministries_at_most else NO


def _giver(source: str) -> str:
    """A ministry of the federation gives the federation's money."""
    return "Bund" if source in FEDERAL_GIVERS else source


def _source(found: SetFilter) -> str:
    if not found.sources:
        return NO
    return "eu" if set(found.sources) == set(ALL_FUNDS) else "fund" if found.sources[0] in ALL_FUNDS else _giver(found.sources[0])
