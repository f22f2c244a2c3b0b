"""The vetted documents of a store, as the vet stage asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import duckdb

from dragoman.records import Article, Copy
from dragoman.vet.fingerprint import fingerprint
from dragoman.vet.judge import COPY_KINDS, VETTED, Verdict
from dragoman.vet.profile import Profile
from dragoman.vet.shelf import Shelf
from dragoman.vet.standing import UNDATED, Standing

#: Rows fetched at a time, and texts kept ready to be compared.
_ROWS, _READY = 10_000, 500

#: SQL of a document's `Standing`, over rows of all vetted documents.
STANDING = f"coalesce(CAST(d.published AS VARCHAR), '{UNDATED}'), -len(s.keys), d.id"
VETTED_ROWS = "documents d JOIN sketches s ON s.document = d.id"


class VettedDocuments:
    """All vetted documents of a store; implements `dragoman.vet.stage.Library`.

    Their keys are kept in memory, loaded from `sketches` when they are first asked for.

    Args:
        db: the store's connection.
    """

    def __init__(self, db: duckdb.DuckDBPyConnection) -> None:
        self._db = db
        self._shelf: Shelf | None = None
        self._ready: dict[str, Profile] = {}

    def speakers(self, fingerprints: Iterable[str], without: Iterable[str]) -> dict[str, Standing]:
        """Who speaks for texts, by fingerprint, among all documents but some."""
        left = set(without)
        known = {text: speaker for text in fingerprints if (speaker := self.shelved().speaker(text))}
        unsure = [text for text, speaker in known.items() if speaker.document in left]
        found = {text: speaker for text, speaker in known.items() if speaker.document not in left}
        if unsure:
            rows = self.fetch(
                f"SELECT d.fingerprint, {STANDING} FROM {VETTED_ROWS} WHERE d.fingerprint IN (SELECT unnest(?))", unsure
            )
            for text, *standing in rows:
                candidate = Standing(*standing)
                if candidate.document not in left:
                    found[text] = min(found.get(text, candidate), candidate)
        return found

    def alike(self, keys: Iterable[tuple[int, ...]]) -> list[list[tuple[int, Standing]]]:
        """For each text's keys the texts that share some, with how many they share."""
        shelf = self.shelved()
        return [shelf.alike(own) for own in keys]

    def profiles(self, documents: Iterable[str]) -> dict[str, Profile]:
        """Texts by document."""
        wanted = set(documents)
        found = {document: self._ready[document] for document in wanted if document in self._ready}
        missing = sorted(wanted - set(found))
        for document, text in self.fetch("SELECT id, text FROM documents WHERE id IN (SELECT unnest(?))", missing):
            found[document] = self._ready[document] = Profile(text)
        for document in list(islice(self._ready, max(0, len(self._ready) - _READY))):
            del self._ready[document]
        return found

    def verdicts(self, documents: Iterable[str]) -> dict[str, Verdict]:
        """Verdicts by document."""
        wanted = sorted(set(documents))
        copies: dict[str, list[Copy]] = {}
        for document, *row in self.fetch(
            "SELECT document, original, kind, similarity, evidence FROM copies WHERE document IN (SELECT unnest(?)) "
            "ORDER BY rowid",
            wanted,
        ):
            copies.setdefault(document, []).append(Copy(*row))
        rows = self.fetch("SELECT id, verdict FROM documents WHERE id IN (SELECT unnest(?))", wanted)
        return {name: Verdict(kind if kind in COPY_KINDS else "", tuple(copies.get(name, ()))) for name, kind in rows}

    def replace(self, articles: Sequence[Article]) -> None:
        """Takes note of articles that are about to be written, in place of what the store held of them.

        Copies of a text that is thereby gone are marked to be coded when they are read again.
        """
        now = {a.id: (fingerprint(a.text), a.published or UNDATED) for a in articles if a.verdict in VETTED}
        held = self.fetch(
            f"SELECT id, fingerprint, coalesce(CAST(published AS VARCHAR), '{UNDATED}') FROM documents "
            "WHERE id IN (SELECT unnest(?)) AND id IN (SELECT document FROM sketches)",
            [article.id for article in articles],
        )
        gone = [name for name, text, published in held if now.get(name) != (text, published)]
        for name, *_ in held:
            self._ready.pop(name, None)
        if gone:
            self._shelf = None
            self._db.execute(
                "UPDATE documents SET input_hash = '' WHERE id IN "
                "(SELECT document FROM copies WHERE original IN (SELECT unnest(?)))",
                [gone],
            )
        elif self._shelf is not None:
            self._shelf.add((fingerprint(a.text), Standing.of(a), a.keys) for a in articles if a.verdict in VETTED)

    def forget(self) -> None:
        """Reads everything anew when it is next asked for: documents were deleted."""
        self._shelf = None
        self._ready.clear()

    def shelved(self) -> Shelf:
        """The keys of all documents."""
        if self._shelf is None:
            shelf = Shelf()
            for batch in self._db.sql(f"SELECT d.fingerprint, {STANDING}, s.keys FROM {VETTED_ROWS}").to_arrow_reader(
                _ROWS
            ):
                texts, *standings, keys = batch.columns
                lists = keys.values.to_numpy(), keys.offsets.to_numpy()
                columns = zip(*(column.to_pylist() for column in (texts, *standings)), strict=True)
                shelf.add(
                    (text, Standing(*standing), lists[0][start:end])
                    for (text, *standing), start, end in zip(columns, lists[1], lists[1][1:], strict=False)
                )
            self._shelf = shelf
        return self._shelf

    def fetch(self, query: str, values: list[str]) -> list[tuple[Any, ...]]:
        """Rows of a query about some values; none for no values."""
        return self._db.execute(query, [values]).fetchall() if values else []
