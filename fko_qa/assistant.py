"""The whole route of a question, readable on one screen."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from threadpoolctl import threadpool_limits

from fko_qa import messages
from fko_qa.compose import compose
from fko_qa.dense import plane
from fko_qa.encoder import Encoder, load_encoder
from fko_qa.errors import QuestionError
from fko_qa.index import Index, load_index
from fko_qa.judge import judge, matching
from fko_qa.lookup import add_facts, look_up_numbers, look_up_set
from fko_qa.matches import marked, shared_words
from fko_qa.question import Context, Question, follow, understand
from fko_qa.records import Answer, Evidence, Report, Verdict
from fko_qa.retrieve import retrieve
from fko_qa.settings import Settings, load_settings
from fko_qa.stores import open_store

# A follow-up may go back so far; of a longer conversation what came before is not read again.
MAX_EARLIER = 6


class Assistant:
    """Answers questions over one index. Safe to share between threads: a question leaves no trace in it."""

    def __init__(self, index: Index, settings: Settings) -> None:
        self._index = index
        self._settings = settings

    @classmethod
    def load(cls, index: str | Path | None = None, settings: Settings | None = None, encoder: Encoder | None = None) -> Assistant:
        """The assistant over the shipped index, or over the one in a folder. Raises StoredIndexError or SettingsError.

        The process's numeric libraries are set to one thread each.

        Args:
            encoder: one that is loaded already, to be shared; the one that the settings name if None.
        """
        settings = load_settings() if settings is None else settings
        encoder = encoder or load_encoder(settings.model, settings.cache, settings.model_download)
        folder = Path(index) if index is not None else settings.index
        loaded = load_index(folder, encoder, open_store(settings.store, settings.store_token))
        # What an index was built with counts; the setting is about the default one, and only if that has none.
        if settings.report_url and not loaded.report.url and folder == settings.index:
            loaded = replace(loaded, report=replace(loaded.report, url=settings.report_url))
        # Products of some 100 rows are not worth a second thread, which would then spin beside the encoder's for milliseconds.
        threadpool_limits(1)
        return cls(loaded, settings)

    @property
    def report(self) -> Report:
        """The report that is quoted."""
        return self._index.report

    def warm_up(self) -> None:
        """Load the model, so that the first question does not wait for it."""
        self._index.encoder.encode_queries(["Guten Tag"])

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Answer a question. Raises QuestionError if it is empty, too long or not text.

        Args:
            history: earlier questions of the conversation, oldest first; a follow-up is understood from the last
                :data:`MAX_EARLIER` of them, as far back as they have no more characters together than one question may have.
        """
        started = time.perf_counter()
        for text in (question, *history):
            self._check(text)
        context: Context | None = None
        for earlier in self._recent(history):
            understood, _, verdict = self._route(earlier, context)
            context = follow(context, understood, tuple(hit.measure_id for hit in verdict.shown))
        answer = compose(*self._route(question, context), self._index.report)
        return replace(answer, question=question, timings_ms={"total": round((time.perf_counter() - started) * 1000, 1)})

    def marked(self, text: str, question: str) -> tuple[tuple[str, bool], ...]:
        """A text in pieces, and whether each is a word that tells what the question is about (:func:`fko_qa.matches.marked`)."""
        return tuple(marked(text, " ".join(self._index.topical(question)), self._index.analyser))

    def shared_words(self, measure_id: str, question: str) -> tuple[str, ...]:
        """The words that tell what a question is about and stand in a measure, in any of their forms."""
        measure = self.report.measure(measure_id)
        if measure is None:
            return ()
        topical = frozenset(self._index.topical(question))
        shared = shared_words(measure.verbatim, question, self._index.analyser)
        return tuple(word for word in shared if word.casefold() in topical)

    def similar(self, measure_id: str, top: int = 3) -> tuple[str, ...]:
        """The measures that are nearest in meaning, nearest first; none for an unknown id.

        The whole texts are compared, by the cosine of their vectors.
        """
        index = self._index
        if index.report.measure(measure_id) is None:
            return ()
        scores = index.dense.scores(index.dense.vectors([index.rows[measure_id][0]])[0])
        others = [measure.id for measure in index.report.measures if measure.id != measure_id]
        return tuple(sorted(others, key=lambda other: -scores[index.rows[other][0]])[:top])

    def positions(self) -> dict[str, tuple[float, float]]:
        """Every measure's place in a plane, by the meaning of its whole text (:func:`fko_qa.dense.plane`)."""
        index = self._index
        ids = [measure.id for measure in index.report.measures]
        places = plane(index.dense.vectors([index.rows[one][0] for one in ids]))
        return {one: (float(x), float(y)) for one, (x, y) in zip(ids, places, strict=True)}

    def _route(self, text: str, context: Context | None) -> tuple[Question, Evidence, Verdict]:
        """What is asked, what is found, what it is good for."""
        question = understand(text, self._index.report, self._index, context)
        evidence = self._find(question)
        return question, evidence, judge(question, evidence)

    def _find(self, question: Question) -> Evidence:
        """Look up what is named by number or as a set; search for the rest. A fact is then looked up in what was found."""
        index = self._index
        if question.filter is not None:
            found = look_up_set(question.filter, index.report, self._topical(question.filter.topic))
            return found if found.measures else replace(found, neighbours=self._near(question.text))
        if question.numbers:
            evidence = look_up_numbers(question.numbers, index.report, index.passages)
        else:
            evidence = retrieve(question.matter, index, question.reading if question.matter == question.text else None)
        if question.asks_fact:
            return add_facts(evidence, question, index.report, index.facts)
        return evidence

    def _near(self, text: str) -> tuple[str, ...]:
        """The measures nearest to a text, best first: what stands in the ranking where nothing is shown."""
        return tuple(hit.measure_id for hit in retrieve(text, self._index).measures)

    def _topical(self, topic: str) -> frozenset[str] | None:
        """The measures that match a set question's topic words, None if it has none."""
        if not topic:
            return None
        return frozenset(hit.measure_id for hit in matching(retrieve(topic, self._index)))

    def _recent(self, history: Sequence[str]) -> list[str]:
        """The end of a conversation that takes no longer to read than one question, oldest first."""
        recent: list[str] = []
        room = self._settings.max_question_chars
        for earlier in reversed(history[-MAX_EARLIER:]):
            room -= len(earlier)
            if room < 0:
                break
            recent.insert(0, earlier)
        return recent

    def _check(self, text: str) -> None:
        if not text.strip():
            raise QuestionError(messages.empty_question())
        if any("\ud800" <= mark <= "\udfff" for mark in text):
            raise QuestionError(messages.not_text())
        if len(text) > self._settings.max_question_chars:
            raise QuestionError(messages.too_long(len(text), self._settings.max_question_chars))
