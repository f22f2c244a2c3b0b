"""The way of a page: reads documents, sends them through all stages, stores and links what comes out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib import metadata

import pyarrow as pa

from dragoman.clean import CleanStage
from dragoman.coding.coder import read_model
from dragoman.coding.stage import CodeStage
from dragoman.engine import Stage, run
from dragoman.identity import digest
from dragoman.read import read_batches
from dragoman.records import Article, Document, from_batch
from dragoman.resolve import ResolveStage
from dragoman.resolve.imports.index import default_folder, imports_digest, imports_in
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.vet import VetStage

#: Verdicts of documents that could not even be read; a run with such ends with its own exit code.
READ_FAULTS = frozenset({"not_found", "unreadable", "invalid_json"})


@dataclass(slots=True)
class Summary:
    """What a run did: counts of pages, their bytes, sentences, reports and events; why pages were set aside."""

    pages: int = 0
    bytes: int = 0
    kept: int = 0
    known: int = 0
    set_aside: Counter[str] = field(default_factory=Counter)
    details: list[str] = field(default_factory=list)
    sentences: int = 0
    reports: int = 0
    events: int = 0
    seconds: float = 0.0
    interrupted: bool = False


Progress = Callable[[Summary], None]


def code_documents(
    documents: Iterable[Document], store: Store, settings: Settings, progress: Progress = lambda _: None
) -> Summary:
    """Codes documents into a store and links its events.

    Documents that the store already holds, coded by the same versions from the same input, are passed over. Ctrl-C
    ends the run after the batch at hand; what was coded is stored and linked.

    Args:
        documents: from `dragoman.read`.
        store: an open store.
        settings: see `Settings`.
        progress: called after each batch with the counts so far.

    Returns:
        The counts of this run (events: of the whole store).
    """
    return _Run(store, settings, progress).go(documents)


def vet_documents(documents: Iterable[Document], store: Store, settings: Settings) -> None:
    """Reads, cleans and vets documents into an empty store without coding them.

    Args:
        documents: from `dragoman.read`.
        store: an open store that holds nothing; its events stay none.
        settings: date and limits.
    """
    stages: list[Stage] = [CleanStage(settings.limits, settings.date), VetStage(store.vetted)]
    for batch in run(stages, read_batches(documents, settings.batch)):
        store.write(from_batch(Article, batch), {}, "")
    store.link()


class _Run:
    """One run: what it does with each batch, and what it leaves in the ledger."""

    def __init__(self, store: Store, settings: Settings, progress: Progress) -> None:
        self._store, self._settings, self._progress = store, settings, progress
        self._started, self._clock = datetime.now(UTC), time.monotonic()
        self._code = metadata.version("dragoman")
        model = read_model(settings.model)
        self._model = f"{model.name} {model.version}"
        self._knowledge = settings.knowledge or default_folder()
        self._imports = imports_in(self._knowledge)
        # What would give another result from the same page.
        decides = (
            self._code, self._model, repr(settings.threshold), settings.date, repr(settings.limits),
            repr(settings.set_aside_spun), imports_digest(self._imports),
        )  # fmt: skip
        self._coded_with = digest(*decides)
        self._summary = Summary()
        self._inputs: dict[str, str] = {}
        self._sources: dict[str, None] = {}

    def go(self, documents: Iterable[Document]) -> Summary:
        """Runs all stages over all documents."""
        settings, summary = self._settings, self._summary
        stages: list[Stage] = [
            CleanStage(settings.limits, settings.date),
            VetStage(self._store.vetted, settings.set_aside_spun),
            CodeStage(settings.model, settings.threshold, settings.threads),
            ResolveStage(self._knowledge),
        ]
        try:
            for batch in run(stages, self._fresh(documents)):
                articles = from_batch(Article, batch)
                self._store.write(articles, self._inputs, self._coded_with)
                self._inputs.clear()
                _count(summary, articles)
                self._progress(summary)
        except KeyboardInterrupt:
            summary.interrupted = True
        self._store.link()
        summary.events = self._store.sql("SELECT count(*) AS n FROM events")["n"][0].as_py()
        summary.seconds = time.monotonic() - self._clock
        self._record()
        return summary

    def _fresh(self, documents: Iterable[Document]) -> Iterator[pa.RecordBatch]:
        """Batches without the documents that the store already holds."""
        for batch in read_batches(documents, self._settings.batch):
            rows = from_batch(Document, batch)
            now = {row.id: digest(row.content, row.title, row.published, row.publisher, row.verdict) for row in rows}
            have = self._store.done(now, self._coded_with)
            # Of several documents with one id the last counts, as it would if they came in several batches.
            last = {row.id: number for number, row in enumerate(rows)}
            new = [last[row.id] == number and have.get(row.id) != now[row.id] for number, row in enumerate(rows)]
            self._inputs.update(now)
            self._sources.update((row.read_from, None) for row in rows)
            self._summary.pages += len(rows)
            self._summary.bytes += sum(len(row.content) for row in rows)
            self._summary.known += new.count(False)
            if any(new):
                yield batch.filter(pa.array(new))
            else:
                self._progress(self._summary)

    def _record(self) -> None:
        started = self._started.isoformat(timespec="seconds")
        imports = "; ".join(f"{one.name} ({one.kind}, {one.count}, {one.digest})" for one in self._imports)
        settings = {key: str(value) for key, value in asdict(self._settings).items()} | {"imports": imports}
        self._store.record_run({
            "id": digest(started, *self._sources), "started": started,
            "finished": datetime.now(UTC).isoformat(timespec="seconds"), "inputs": list(self._sources),
            "code_version": self._code, "model_version": self._model,
            "settings": settings,
            "counts": {key: value for key, value in asdict(self._summary).items() if isinstance(value, int)},
            "reasons": dict(self._summary.set_aside),
        })  # fmt: skip


def _count(summary: Summary, articles: list[Article]) -> None:
    for article in articles:
        if article.verdict == "kept":
            summary.kept += 1
            summary.sentences += len(article.sentences)
            summary.reports += len(article.reports)
        else:
            summary.set_aside[article.verdict] += 1
            summary.details.append(article.detail)
