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
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.vet import VetStage

#: Verdicts of documents that could not even be read; a run with such ends with its own exit code.
READ_FAULTS = frozenset({"not_found", "unreadable", "invalid_json"})


@dataclass(slots=True)
class Summary:
    """What a run did: counts of pages, sentences, reports and events; reasons of pages that were set aside."""

    pages: int = 0
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
    started, clock = datetime.now(UTC).isoformat(timespec="seconds"), time.monotonic()
    model = read_model(settings.model)
    version = f"dragoman {metadata.version('dragoman')}, {model.name} {model.version}"
    coded_with = digest(version, repr(settings.threshold), settings.date)
    summary, inputs = Summary(), {}
    stages: list[Stage] = [
        CleanStage(settings.limits, settings.date),
        VetStage(store.originals),
        CodeStage(settings.model, settings.threshold, settings.threads),
        ResolveStage(),
    ]
    sources: list[str] = []

    def fresh() -> Iterator[pa.RecordBatch]:
        for batch in read_batches(documents, settings.batch):
            rows = from_batch(Document, batch)
            now = {row.id: digest(row.content, row.title, row.published, row.publisher, row.verdict) for row in rows}
            have = store.done(now, coded_with)
            new = [have.get(row.id) != now[row.id] for row in rows]
            inputs.update(now)
            sources.extend(row.read_from for row in rows if row.read_from not in sources[-1:])
            summary.pages += len(rows)
            summary.known += new.count(False)
            if any(new):
                yield batch.filter(pa.array(new))
            else:
                progress(summary)

    try:
        for batch in run(stages, fresh()):
            articles = from_batch(Article, batch)
            store.write(articles, inputs, coded_with)
            inputs.clear()
            _count(summary, articles)
            progress(summary)
    except KeyboardInterrupt:
        summary.interrupted = True
    finally:
        store.link()
        summary.events = store.sql("SELECT count(*) AS n FROM events")["n"][0].as_py()
        summary.seconds = time.monotonic() - clock
        counts = {k: v for k, v in asdict(summary).items() if isinstance(v, int)}
        store.record_run({
            "id": digest(started, *sources), "started": started,
            "finished": datetime.now(UTC).isoformat(timespec="seconds"), "inputs": sorted(set(sources)),
            "code_version": metadata.version("dragoman"), "model_version": f"{model.name} {model.version}",
            "settings": {k: str(v) for k, v in asdict(settings).items()}, "counts": counts,
            "reasons": dict(summary.set_aside),
        })  # fmt: skip
    return summary


def _count(summary: Summary, articles: list[Article]) -> None:
    for article in articles:
        if article.verdict == "kept":
            summary.kept += 1
            summary.sentences += len(article.sentences)
            summary.reports += len(article.reports)
        else:
            summary.set_aside[article.verdict] += 1
            summary.details.append(article.detail)
