"""What users read, by situation. All texts are German: clear, friendly, short sentences, "Sie"."""

from __future__ import annotations

from fko_qa.records import FoundFact, FoundSet, Measure, Report

# Germany's public-service number: knows who is in charge of what.
SERVICE_NUMBER = "115"


def report_name(report: Report) -> str:
    """The report with its date, as a sentence names it.

    >>> german_date("2024-06-25")
    '25.06.2024'
    """
    return f"Bericht vom {german_date(report.date)}"


def german_date(iso: str) -> str:
    """``2024-06-25`` → ``25.06.2024``."""
    year, month, day = iso.split("-")
    return f"{day}.{month}.{year}"


def best_match(first: Measure, others: tuple[Measure, ...]) -> str:
    """The sentence above the measures found for a topic."""
    text = f"Am besten passt „{first.title}“ (Maßnahme {first.id}, Seite {first.page})."
    if not others:
        return text
    if len(others) == 1:
        return f"{text} Auch „{others[0].title}“ ({others[0].id}, Seite {others[0].page}) kann passen."
    return f"{text} Auch diese Maßnahmen können passen: {listed([f'{other.title} ({other.id})' for other in others])}."


def by_number(measures: tuple[Measure, ...]) -> str:
    """The sentence above measures that were asked for by number."""
    return " ".join(f"Maßnahme {measure.id} heißt „{measure.title}“ und steht auf Seite {measure.page}." for measure in measures)


def missing_number(missing: tuple[str, ...], report: Report) -> str:
    """Says that a number does not exist, and which do."""
    sentences = []
    for number in missing:
        cluster = number.partition(".")[0]
        ids = [measure.id for measure in report.measures if measure.cluster == cluster]
        known = f"Cluster {cluster} hat die Maßnahmen {ids[0]} bis {ids[-1]}." if ids else _clusters(report)
        sentences.append(f"Eine Maßnahme {number} gibt es im Bericht nicht. {known}")
    return " ".join(sentences)


def _clusters(report: Report) -> str:
    clusters = list(report.clusters)
    return f"Der Bericht hat die Cluster {clusters[0]} bis {clusters[-1]}."


def from_section(name: str, page: int) -> str:
    """The sentence above a quote from outside the measures."""
    return f"Dazu steht etwas im Abschnitt „{name}“ (ab Seite {page})."


def not_found(report: Report) -> str:
    """Nothing fits. Says where it was looked, and who may know."""
    return (
        f"Dazu steht nichts im {report_name(report)} zur Fachkräfteoffensive NRW. Versuchen Sie es gerne mit anderen Worten. "
        f"Bei anderen Anliegen hilft die Servicenummer {SERVICE_NUMBER} weiter."
    )


def listed(items: list[str]) -> str:
    """``a, b und c``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} und {items[-1]}"


def empty_question() -> str:
    """For a question without text."""
    return "Die Frage ist leer. Bitte schreiben Sie, wonach Sie suchen, zum Beispiel: Wer hilft mir bei der Ausbildung?"


def too_long(found: int, allowed: int) -> str:
    """For a question beyond the limit."""
    return f"Die Frage hat {thousands(found)} Zeichen, möglich sind {thousands(allowed)}. Bitte fassen Sie sich kürzer."


def not_text() -> str:
    """For a question with halves of characters (bytes that were read in a wrong encoding)."""
    return "Die Frage enthält Zeichen, die kein Text in UTF-8 sind. Bitte schreiben Sie sie neu."


def thousands(number: int) -> str:
    """``20000`` → ``20.000``."""
    return f"{number:,}".replace(",", ".")


def fact(found: FoundFact, measure: Measure) -> str:
    """A fact with its measure and page."""
    value = found.value.replace(" | ", "; ")
    return f"{found.label}: {value} („{measure.title}“, Maßnahme {measure.id}, Seite {measure.page})."


def fact_missing(found: FoundFact, measure: Measure, report: Report) -> str:
    """Says that the report does not state a fact, and who may know."""
    return (
        f"{found.label}: keine Angabe. Der {report_name(report)} nennt das bei „{measure.title}“ "
        f"(Maßnahme {measure.id}, Seite {measure.page}) nicht. {_ask(measure, report)}"
    )


def near_miss(measures: tuple[Measure, ...], report: Report) -> str:
    """Related measures, said to be no answer."""
    first = measures[0]
    return (
        f"Genau dazu steht nichts im {report_name(report)}. Verwandt ist „{first.title}“ (Maßnahme {first.id}, Seite "
        f"{first.page}). {_ask(first, report)}"
    )


def _ask(measure: Measure, report: Report) -> str:
    names = [report.ministries.get(code, code) for code in measure.ministries]
    return f"Auskunft gibt: {listed(names)}." if names else f"Auskunft gibt die Servicenummer {SERVICE_NUMBER}."


def found_set(shown: int, found: FoundSet) -> str:
    """How a set question was understood and how many measures it has."""
    count = "Keine Maßnahme passt" if shown == 0 else "1 Maßnahme passt" if shown == 1 else f"{shown} Maßnahmen passen"
    value = f" Ergebnis: {found.value}." if found.value and found.value != str(shown) else ""
    return f"{count} (verstanden als – {found.understood}).{value}"


def carried(question: str) -> str:
    """Says that a question was understood as going on from an earlier one."""
    return f"Bezogen auf Ihre Frage „{question}“."


_LANGUAGE_NOTICES = {
    "en": "The report is in German. The quotes below are the original German text.",
    "uk": "Звіт написано німецькою. Цитати наведено німецькою мовою оригіналу.",
    "ru": "Отчёт написан на немецком языке. Цитаты приведены на языке оригинала.",
    "tr": "Rapor Almancadır. Alıntılar Almanca özgün metindir.",
    "ar": "التقرير مكتوب بالألمانية. الاقتباسات هي النص الألماني الأصلي.",
    "pl": "Raport jest po niemiecku. Cytaty podano w oryginale.",
    "fr": "Le rapport est en allemand. Les citations sont le texte allemand original.",
    "es": "El informe está en alemán. Las citas son el texto original en alemán.",
    "ro": "Raportul este în germană. Citatele sunt textul original german.",
    "it": "Il rapporto è in tedesco. Le citazioni sono il testo originale tedesco.",
}


def language_notice(language: str) -> str:
    """A short notice in the asker's language that the quotes are German; empty for German and for languages without a text."""
    return _LANGUAGE_NOTICES.get(language, "")


def notice_language(text: str) -> str:
    """The language of a sentence beside an answer: that of a notice, else German.

    >>> notice_language(language_notice("uk")), notice_language("Bezogen auf Ihre Frage.")
    ('uk', 'de')
    """
    return next((language for language, notice in _LANGUAGE_NOTICES.items() if notice == text), "de")
