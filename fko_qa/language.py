"""Which language a question is in: by script, then by small words. German if in doubt, so nobody is notified wrongly."""

from __future__ import annotations

import re
import unicodedata

from fko_qa.text import STOP_WORDS

GERMAN = "de"
# Small words that German does not have. Two of them, or one in three words, decide.
_SMALL_WORDS = {
    "en": "the is are there for with what how can does do my and of in to a i you who where which any have get help about",
    "fr": "le la les des est pour avec que qui comment je mon ma une un dans où quel quelle quelles y a-t-il du de et en",
    "tr": "için ve bir mi mı var nasıl ne ben bana nerede hangi ile almanya'da yardım kim nedir mu benim olarak",
    "pl": "jest dla czy jak się na w i do co gdzie mam jestem kto z są nie które mogę ile niemczech",
    "es": "el la los las es para con que cómo qué quién dónde hay mi una un en de del y yo puedo cuánto soy",
    "ro": "este pentru și cu ce cum care în un o la mă am sunt pot unde cine există din ajutor",
    "it": "il lo gli è per con che come chi dove sono mio una un in di della posso quali",
}
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)
_CYRILLIC_OR_ARABIC_SHARE = 0.5  # of the letters


def detect_language(text: str) -> str:
    """ISO 639-1 code of a question's language.

    >>> detect_language("Is there any help for teachers?"), detect_language("Hilfe für Lehrer")
    ('en', 'de')
    """
    letters = [char for char in text if char.isalpha()]
    for script, language in (("ARABIC", "ar"), ("CYRILLIC", "ru")):
        if letters and sum(script in unicodedata.name(char, "") for char in letters) > _CYRILLIC_OR_ARABIC_SHARE * len(letters):
            return "uk" if language == "ru" and _UKRAINIAN.search(text) else language
    words = [word.casefold() for word in _TOKEN.findall(text)]
    german = sum(word in STOP_WORDS for word in words)
    counts = {language: sum(word in small for word in words) for language, small in _WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    enough = counts[best] >= 2 or (counts[best] == 1 and len(words) <= 3)
    return best if enough and counts[best] > german else GERMAN
