"""Clusters in a question: by number, in words, or by their title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from fko_qa.filters.ministries import AFTER_NOT
from fko_qa.filters.model import SetFilter
from fko_qa.filters.scan import Scan, fold
from fko_qa.filters.vocabulary import CLUSTER_SUBJECTS, NUMERALS, ORDINALS, SILENT_WORDS
from fko_qa.records import Report

_CLUSTER = r"(?:cluster[ns]?|kapitel[ns]?|handlungsfeld(?:er|ern|es)?|themenfeld(?:er|ern|es)?|schwerpunkt)"
_ROMAN = {"i": "I", "ii": "II", "iii": "III", "iv": "IV", "v": "V", "vi": "VI"}
# "Was in Cluster IV eine Prämie ist" names one cluster.
_ARTICLES = {"ein", "eine", "einer", "einem"}
_CLUSTER_VALUE = (
    rf"(?:viii|vii|vi|iv|ix|iii|ii|i|v|x|\d{{1,2}}|{'|'.join(sorted(set(NUMERALS) - _ARTICLES, key=len, reverse=True))})"
)
_CLUSTERS = re.compile(
    rf"\b{_CLUSTER}(?: nr| nummer)? (?P<list>{_CLUSTER_VALUE}(?:(?: und| oder| sowie| bis"
    rf"| {_CLUSTER})* {_CLUSTER_VALUE})*)\b(?! (?:nummer|nr|massnahme|punkt) \d)"
)
_ORDINAL_CLUSTER = re.compile(rf"\b(?P<ordinal>{'|'.join(ORDINALS)})e[nrms]? {_CLUSTER}\b")
_LAST_CLUSTER = re.compile(rf"\bletzte[nrsm]? {_CLUSTER}\b")
# A title ends before them.
_VERBS = frozenset("haben hat sind ist laufen laeuft gibt starten enden vom von mit ohne die das ueber unter".split())
_CLUSTER_TITLE = re.compile(rf"\b{_CLUSTER}((?: \w+){{1,8}})")
# Looser words for a chapter, which are as often a topic's; where a set is known to be asked for, they may count.
_PART_TITLE = re.compile(r"\b(?:bereich|teil|abschnitt|themenblock|ecke)s?((?: \w+){1,8})")


def take_clusters(scan: Scan, report: Report, found: SetFilter, *, parts: bool = False) -> SetFilter:
    """Clusters by number ("Cluster III", "im dritten Cluster", "Cluster 1 bis 3") or by words of their title.

    Args:
        parts: whether "im Bereich …" and "im Teil …" name one, too.
    """
    wanted: list[str] = []
    excluded: list[str] = []
    for match in scan.find(_CLUSTERS):
        _sort_in(scan, match, _expand(match["list"], list(report.clusters)), wanted, excluded)
    for match in scan.find(_ORDINAL_CLUSTER):
        _sort_in(scan, match, [list(_ROMAN.values())[ORDINALS[match["ordinal"]] - 1]], wanted, excluded)
    for match in scan.find(_LAST_CLUSTER):
        _sort_in(scan, match, list(report.clusters)[-1:], wanted, excluded)
    for match in (*_CLUSTER_TITLE.finditer(scan.folded), *(_PART_TITLE.finditer(scan.folded) if parts else ())):
        if not wanted and (named := _by_title(match[1].split(), report.clusters)):
            cluster, words = named
            stop = match.start(1) + sum(len(word) + 1 for word in match[1].split()[:words])
            _sort_in(scan, match, [cluster], wanted, excluded, stop)
    return replace(found, clusters=tuple(dict.fromkeys(wanted)), excluded_clusters=tuple(dict.fromkeys(excluded)))


def cluster_of(topic: str, report: Report) -> str | None:
    """The cluster that every word of a topic is about, if there are several: "Anerkennung und Einwanderung"."""
    words = re.findall(r"\w+", fold(topic))
    telling = [word for word in words if word not in SILENT_WORDS]
    named = _by_title(words, report.clusters) if len(telling) > 1 else None
    return named[0] if named and named[1] == len(words) else None


def _sort_in(
    scan: Scan, match: re.Match[str], clusters: list[str], wanted: list[str], excluded: list[str], stop: int | None = None
) -> None:
    before = AFTER_NOT.search(scan.folded[: match.start()].rstrip())
    if before:
        scan.take(before)
    scan.take_span(match.start(), match.end() if stop is None else stop)
    (excluded if before else wanted).extend(clusters)


def _expand(words: str, known: list[str]) -> list[str]:
    """ "1 bis 3" → I, II, III. A number beyond the report's stays as it is, so that the set is empty and says so."""
    values = [_cluster(word, known) for word in words.split() if re.fullmatch(_CLUSTER_VALUE, word)]
    if "bis" in words.split() and len(values) == 2 and set(values) <= set(known):
        return known[known.index(values[0]) : known.index(values[1]) + 1]
    return values


def _cluster(word: str, known: list[str]) -> str:
    if word in _ROMAN:
        return _ROMAN[word]
    number = int(word) if word.isdecimal() else NUMERALS.get(word, 0)
    return known[number - 1] if 1 <= number <= len(known) else word.upper()


def _by_title(words: list[str], clusters: Mapping[str, str]) -> tuple[str, int] | None:
    """The only cluster that the words name, and how many of them do: they end before the first that no cluster is about."""
    about = {
        cluster: {*re.findall(r"\w+", fold(title)), *CLUSTER_SUBJECTS.get(cluster, "").split()} - SILENT_WORDS
        for cluster, title in clusters.items()
    }
    known = set().union(*about.values())
    asked: list[int] = []
    for position, word in enumerate(words):
        if word in known:
            asked.append(position)
        elif word not in SILENT_WORDS or word in _VERBS:
            break
    if not asked:
        return None
    shared = {cluster: sum(words[position] in own for position in asked) for cluster, own in about.items()}
    best = max(shared, key=lambda cluster: shared[cluster])
    clear = sum(count == shared[best] for count in shared.values()) == 1
    return (best, asked[-1] + 1) if clear and shared[best] == len(asked) else None
