"""German sentence splitting that survives abbreviations, dates, ordinals and amounts."""

from __future__ import annotations

import re

from fko_qa.text.words import STOP_WORDS

# Abbreviations that end in a period and are followed by more of the same sentence. Only the last piece of
# "z. B." or "i. H. v." decides.
_ABBREVIATIONS = frozenset(
    """
    abs art bd bspw bzgl bzw ca co dgl dr evtl f ff gem ggf h hr hrsg i d r v inkl insb jh lit max mind mio mögl mrd mtl nr
    o pol prof rd s sog st str tel tsd u a vgl z b zt zzgl zzt fr usw etc dipl ing e ä g k l m n p t w x y j q c
    """.split()
)
# Abbreviations that end a sentence if a capital letter follows.
_MAY_END = frozenset({"usw", "etc"})
_MONTHS = frozenset(
    """
    januar februar märz april mai juni juli august september oktober november dezember quartal jahrhundert
    """.split()
)
_BREAK = re.compile(r"""(?P<mark>[.!?…]+)(?P<close>[)\]"'“”‘’»]*)(?=\s+(?P<next>\S+))""")
_LAST_WORD = re.compile(r"([^\W\d_]+|\d+)$")
_COMPLETE = re.compile(r"""[.!?:;…][)\]"'“”‘’»]*$""")
_OPENING = "(\"'„“‚»[–-•#"


def split_sentences(text: str) -> list[str]:
    """Sentences, each a contiguous piece of the text without surrounding blanks (white space apart).

    A line break divides, unless a page break has torn a sentence apart.

    >>> split_sentences("Die Prämie i. H. v. 2.500 Euro gibt es seit dem 1. Januar. Sie gilt z. B. für Meister.")
    ['Die Prämie i. H. v. 2.500 Euro gibt es seit dem 1. Januar.', 'Sie gilt z. B. für Meister.']
    >>> split_sentences("Sie müssen auf\\n\\nihrem Weg begleitet werden.")
    ['Sie müssen auf ihrem Weg begleitet werden.']
    """
    return [sentence for line in mended_lines(text) for sentence in _split_line(line)]


def mended_lines(text: str) -> list[str]:
    """The lines of a text (paragraphs, list items).

    Those that a page break tore apart are joined: the first has no end, and it or the next shows that it goes on.
    """
    lines: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if lines and not _COMPLETE.search(lines[-1]) and (line[0].islower() or _goes_on(lines[-1])):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _goes_on(line: str) -> bool:
    return line.rsplit(maxsplit=1)[-1].casefold() in STOP_WORDS


def _split_line(line: str) -> list[str]:
    sentences, begin = [], 0
    for match in _BREAK.finditer(line):
        if _ends_sentence(line[: match.start()], match["mark"], match["close"], match["next"]):
            sentences.append(line[begin : match.end()].strip())
            begin = match.end()
    sentences.append(line[begin:].strip())
    return [sentence for sentence in sentences if sentence]


def _ends_sentence(before: str, mark: str, close: str, following: str) -> bool:
    first = following.lstrip(_OPENING)[:1]
    if first.islower() or before.count("„") > before.count("“") + close.count("“"):
        return False  # no sentence begins in lower case, and a quoted title with a mark inside goes on
    last = _LAST_WORD.search(before)
    if mark != "." or last is None:
        return True
    word = last[1].casefold()
    if close:
        return word not in _ABBREVIATIONS  # "(IHK, HWK u. a.) Mehr": nobody knows; the parenthesis may stand inside a sentence
    if word.isdigit():
        return _number_ends_sentence(word, following)
    return word in _MAY_END or word not in _ABBREVIATIONS


def _number_ends_sentence(number: str, following: str) -> bool:
    """``1. Januar`` and ``4. Quartal`` go on; ``bis 2027. Danach`` does not."""
    name = following.strip(_OPENING + ".,;:)").casefold()
    return name not in _MONTHS and len(number) > 2
