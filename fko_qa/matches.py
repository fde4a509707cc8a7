"""Which words of a text a question shares: what is marked in a quote, and said when somebody asks "why this?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fko_qa.text import STOP_WORDS, Analyser

# What people call the measures, case-folded, and where: shared by chance.
_GENERIC = ("massnahme", "massnahmen", "projekt", "projekte", "programm", "programme", "vorhaben", "angebot", "angebote", "nrw")
_WORD = re.compile(r"\w+(?:-\w+)*")


def marked(text: str, question: str, analyser: Analyser) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and for each whether the question has that word, in any of its forms; joined they are the text.

    >>> list(marked("Die Kitas helfen", "Was hilft einer Kita?", Analyser(["Kita"])))
    [('Die ', False), ('Kitas', True), (' helfen', False)]
    """
    asked = frozenset(analyser.tokens(question))
    done = 0
    for word in _WORD.finditer(text):
        if _is_shared(word[0], asked, analyser):
            if done < word.start():
                yield text[done : word.start()], False
            yield word[0], True
            done = word.end()
    if done < len(text):
        yield text[done:], False


def shared_words(text: str, question: str, analyser: Analyser) -> tuple[str, ...]:
    """The words of the question that stand in the text in some form, as they were asked, each once.

    >>> shared_words("Die Kitas helfen", "Hilfe für Kita, kita", Analyser(["Kita"]))
    ('Kita',)
    """
    own = frozenset(analyser.tokens(text))
    words: dict[str, str] = {}
    for word in _WORD.findall(question):
        if _is_shared(word, own, analyser):
            words.setdefault(word.casefold(), word)
    return tuple(words.values())


def _is_shared(word: str, tokens: frozenset[str], analyser: Analyser) -> bool:
    return word.casefold() not in STOP_WORDS and word.casefold() not in _GENERIC and not tokens.isdisjoint(analyser.tokens(word))
