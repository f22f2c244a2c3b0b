"""The vetted documents of a store: what the vet stage asks of it, and copies settled once all of a run are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.records import Article, Copy
from dragoman.store.schema import TABLES
from dragoman.store.stories import name_stories
from dragoman.vet.fingerprint import fingerprint
from dragoman.vet.judge import COPY_KINDS, THROUGH, VETTED, Verdict, judge, nearest
from dragoman.vet.profile import Profile
from dragoman.vet.shelf import Shelf
from dragoman.vet.stage import said, same_text
from dragoman.vet.standing import UNDATED, Standing

#: Rows fetched at a time, and texts kept ready to be compared.
_ROWS, _READY = 10_000, 500

#: Documents judged at a time when copies are settled.
_BLOCK = 256

_STANDING = f"coalesce(CAST(d.published AS VARCHAR), '{UNDATED}'), -len(s.keys), d.id"
_VETTED = "documents d JOIN sketches s ON s.document = d.id"


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
        known = {text: speaker for text in fingerprints if (speaker := self._shelved().speaker(text))}
        unsure = [text for text, speaker in known.items() if speaker.document in left]
        found = {text: speaker for text, speaker in known.items() if speaker.document not in left}
        if unsure:
            rows = self._fetch(
                f"SELECT d.fingerprint, {_STANDING} FROM {_VETTED} WHERE d.fingerprint IN (SELECT unnest(?))", unsure
            )
            for text, *standing in rows:
                candidate = Standing(*standing)
                if candidate.document not in left:
                    found[text] = min(found.get(text, candidate), candidate)
        return found

    def alike(self, keys: Iterable[tuple[int, ...]]) -> list[list[tuple[int, Standing]]]:
        """For each text's keys the texts that share some, with how many they share."""
        shelf = self._shelved()
        return [shelf.alike(own) for own in keys]

    def profiles(self, documents: Iterable[str]) -> dict[str, Profile]:
        """Texts by document."""
        wanted = set(documents)
        found = {document: self._ready[document] for document in wanted if document in self._ready}
        missing = sorted(wanted - set(found))
        for document, text in self._fetch("SELECT id, text FROM documents WHERE id IN (SELECT unnest(?))", missing):
            found[document] = self._ready[document] = Profile(text)
        for document in list(islice(self._ready, max(0, len(self._ready) - _READY))):
            del self._ready[document]
        return found

    def verdicts(self, documents: Iterable[str]) -> dict[str, Verdict]:
        """Verdicts by document."""
        wanted = sorted(set(documents))
        copies: dict[str, list[Copy]] = {}
        for document, *row in self._fetch(
            "SELECT document, original, kind, similarity, evidence FROM copies WHERE document IN (SELECT unnest(?)) "
            "ORDER BY rowid",
            wanted,
        ):
            copies.setdefault(document, []).append(Copy(*row))
        rows = self._fetch("SELECT id, verdict FROM documents WHERE id IN (SELECT unnest(?))", wanted)
        return {name: Verdict(kind if kind in COPY_KINDS else "", tuple(copies.get(name, ()))) for name, kind in rows}

    def replace(self, articles: Sequence[Article]) -> None:
        """Takes note of articles that are about to be written, in place of what the store held of them.

        Copies of a text that is thereby gone are marked to be coded when they are read again.
        """
        now = {a.id: (fingerprint(a.text), a.published or UNDATED) for a in articles if a.verdict in VETTED}
        held = self._fetch(
            f"SELECT d.id, d.fingerprint, {_STANDING} FROM {_VETTED} WHERE d.id IN (SELECT unnest(?))",
            [article.id for article in articles],
        )
        gone = [name for name, text, published, *_ in held if now.get(name) != (text, published)]
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

    def settle(self) -> None:
        """Makes verdicts, copies and stories what they would be had all documents come at once.

        A document is judged against those before it in standing; where one of those came after it, it is judged again.
        What was coded of a document that turns out to be a copy is withdrawn.
        """
        fresh = [row[0] for row in self._db.execute(f"SELECT d.id FROM {_VETTED} WHERE d.story IS NULL").fetchall()]
        doubtful = self._after(fresh)
        while doubtful:
            doubtful = self._judge_again(doubtful)
        if fresh:
            name_stories(self._db)

    def _after(self, fresh: list[str]) -> set[str]:
        """Documents that a fresh one might speak for, or has the text of, and that came before it."""
        shelf = self._shelved()
        found: set[str] = set()
        later: dict[str, list[str]] = {}
        for text, name, keys, members in self._fetch(
            f"SELECT d.fingerprint, d.id, s.keys, count(*) OVER (PARTITION BY d.fingerprint) FROM {_VETTED} "
            "WHERE d.fingerprint IN (SELECT fingerprint FROM documents WHERE id IN (SELECT unnest(?)))",
            fresh,
        ):
            speaker = self._speaker(text)
            if members > 1:
                found.add(speaker.document)
            if name == speaker.document:
                later[name] = [other.document for _, other in shelf.alike(keys) if other > speaker]
        verdicts = self.verdicts({*later, *(other for others in later.values() for other in others)})
        for name, others in later.items():
            found.update(other for other in others if _may_change(verdicts[other], verdicts[name]))
        return found

    def _judge_again(self, documents: set[str]) -> set[str]:
        """Judges documents and all with the same text; gives those whose rows lead to one with a new verdict."""
        rows = self._fetch(
            f"SELECT {_STANDING}, s.keys FROM {_VETTED} WHERE d.id IN (SELECT unnest(?))", sorted(documents)
        )
        order = sorted((Standing(*standing), tuple(keys)) for *standing, keys in rows)
        moved: set[str] = set()
        for block in _blocks(order):
            moved |= self._judge_block(block)
        led = self._fetch(
            "SELECT DISTINCT d.fingerprint FROM copies JOIN documents d ON d.id = copies.document "
            "WHERE copies.original IN (SELECT unnest(?))",
            sorted(moved),
        )
        return {self._speaker(text).document for (text,) in led} - moved

    def _speaker(self, text: str) -> Standing:
        speaker = self._shelved().speaker(text)
        assert speaker is not None, "every vetted text is on the shelf"
        return speaker

    def _judge_block(self, block: list[tuple[Standing, tuple[int, ...]]]) -> set[str]:
        """Judges texts by their speakers; gives documents that rows may lead to no more."""
        shelf = self._shelved()
        before = {standing: nearest(shelf.alike(keys), standing) for standing, keys in block}
        asked = {other.document for others in before.values() for other in others}
        names = {standing.document for standing, _ in block}
        profiles = self.profiles(asked | names)
        members = self._members(names)
        verdicts = self.verdicts(asked | names | {name for same in members.values() for name in same})
        changed: dict[str, Verdict] = {}
        moved: set[str] = set()
        for standing, _ in block:
            name = standing.document
            new = judge(standing, profiles[name], before[standing], profiles.__getitem__, verdicts.__getitem__)
            for member in members[name]:
                verdict = new if member == name else same_text(name, new)
                if verdict != (old := verdicts[member]):
                    changed[member] = verdicts[member] = verdict
                    moved |= {member} | {copy.original for copy in old.copies}
        self._apply(changed)
        return moved

    def _members(self, speakers: set[str]) -> dict[str, list[str]]:
        """All vetted documents with the same text, by the document that speaks for it."""
        found: dict[str, list[str]] = {name: [] for name in speakers}
        for text, name in self._fetch(
            f"SELECT d.fingerprint, d.id FROM {_VETTED} WHERE d.fingerprint IN "
            "(SELECT fingerprint FROM documents WHERE id IN (SELECT unnest(?))) ORDER BY d.id",
            sorted(speakers),
        ):
            found[self._speaker(text).document].append(name)
        return found

    def _apply(self, changed: Mapping[str, Verdict]) -> None:
        """Writes verdicts: copies are withdrawn; a copy no more is coded when it is read again."""
        if not changed:
            return
        verdicts = [{"id": n, "verdict": v.kind, "said": said(v) if v.kind else ""} for n, v in changed.items()]
        copies = [
            {"document": name, "original": copy.original, "kind": copy.kind, "similarity": copy.similarity,
             "evidence": copy.evidence}
            for name, verdict in changed.items() for copy in verdict.copies
        ]  # fmt: skip
        self._db.register("changed", pa.Table.from_pylist(verdicts))
        self._db.register("fresh", pa.Table.from_pylist(copies, schema=TABLES["copies"]))
        self._db.execute("UPDATE documents SET input_hash = '' FROM changed c WHERE documents.id = c.id "
                         "AND c.verdict = '' AND documents.verdict <> 'kept'")  # fmt: skip
        self._db.execute("UPDATE documents SET verdict = c.verdict, detail = documents.address || ' ' || c.said "
                         "FROM changed c WHERE documents.id = c.id AND c.verdict <> ''")  # fmt: skip
        for table in ("mentions", "reports", "participants"):
            self._db.execute(f"DELETE FROM {table} WHERE document IN (SELECT id FROM changed WHERE verdict <> '')")
        self._db.execute("DELETE FROM copies WHERE document IN (SELECT id FROM changed)")
        self._db.execute("INSERT INTO copies SELECT * FROM fresh")
        self._db.unregister("changed")
        self._db.unregister("fresh")

    def _shelved(self) -> Shelf:
        if self._shelf is None:
            shelf = Shelf()
            for batch in self._db.sql(f"SELECT d.fingerprint, {_STANDING}, s.keys FROM {_VETTED}").to_arrow_reader(
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

    def _fetch(self, query: str, values: list[str]) -> list[tuple[Any, ...]]:
        """Rows of a query about some values; none for no values."""
        return self._db.execute(query, [values]).fetchall() if values else []


def _may_change(verdict: Verdict, before: Verdict) -> bool:
    """Whether a verdict may be another one because of a text before it, given the verdict on that."""
    if not verdict.kind or not before.kind or verdict.kind == "excerpt":
        return True
    # A copy of a kept text stays that, whichever other copies of it there are.
    same = {copy.original for copy in verdict.copies} & {copy.original for copy in before.copies}
    return not same or any(THROUGH in copy.evidence for copy in verdict.copies)


def _blocks(items: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(items)
    while block := list(islice(rest, _BLOCK)):
        yield block
