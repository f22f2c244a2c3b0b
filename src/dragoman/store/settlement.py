"""Copies and stories settled once all documents of a run are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.store.schema import TABLES
from dragoman.store.stories import name_stories
from dragoman.store.vetted import STANDING, VETTED_ROWS, VettedDocuments
from dragoman.vet.judge import THROUGH, Verdict, judge, nearest
from dragoman.vet.stage import said, same_text
from dragoman.vet.standing import Standing

#: Documents judged at a time.
_BLOCK = 256


class Settlement:
    """Judges again what later documents of a run may have changed.

    Args:
        db: the store's connection.
        vetted: the store's vetted documents.
    """

    def __init__(self, db: duckdb.DuckDBPyConnection, vetted: VettedDocuments) -> None:
        self._db = db
        self._vetted = vetted

    def settle(self) -> None:
        """Makes verdicts, copies and stories what they would be had all documents come at once.

        A document is judged against those before it in standing; where one of those came after it, it is judged again.
        What was coded of a document that turns out to be a copy is withdrawn.
        """
        fresh = [row[0] for row in self._db.execute(f"SELECT d.id FROM {VETTED_ROWS} WHERE d.story IS NULL").fetchall()]
        doubtful = self._after(fresh)
        while doubtful:
            doubtful = self._judge_again(doubtful)
        if fresh:
            name_stories(self._db)

    def _after(self, fresh: list[str]) -> set[str]:
        """Documents that a fresh one might speak for, or has the text of, and that came before it."""
        shelf = self._vetted.shelved()
        found: set[str] = set()
        later: dict[str, list[str]] = {}
        for text, name, keys, members in self._vetted.fetch(
            f"SELECT d.fingerprint, d.id, s.keys, count(*) OVER (PARTITION BY d.fingerprint) FROM {VETTED_ROWS} "
            "WHERE d.fingerprint IN (SELECT fingerprint FROM documents WHERE id IN (SELECT unnest(?)))",
            fresh,
        ):
            speaker = self._speaker(text)
            if members > 1:
                found.add(speaker.document)
            if name == speaker.document:
                later[name] = [other.document for _, other in shelf.alike(keys) if other > speaker]
        verdicts = self._vetted.verdicts({*later, *(other for others in later.values() for other in others)})
        for name, others in later.items():
            found.update(other for other in others if _may_change(verdicts[other], verdicts[name]))
        return found

    def _judge_again(self, documents: set[str]) -> set[str]:
        """Judges documents and all with the same text; gives those whose rows lead to one with a new verdict."""
        rows = self._vetted.fetch(
            f"SELECT {STANDING}, s.keys FROM {VETTED_ROWS} WHERE d.id IN (SELECT unnest(?))", sorted(documents)
        )
        order = sorted((Standing(*standing), tuple(keys)) for *standing, keys in rows)
        moved: set[str] = set()
        for block in _blocks(order):
            moved |= self._judge_block(block)
        led = self._vetted.fetch(
            "SELECT DISTINCT d.fingerprint FROM copies JOIN documents d ON d.id = copies.document "
            "WHERE copies.original IN (SELECT unnest(?))",
            sorted(moved),
        )
        return {self._speaker(text).document for (text,) in led} - moved

    def _speaker(self, text: str) -> Standing:
        speaker = self._vetted.shelved().speaker(text)
        assert speaker is not None, "every vetted text is on the shelf"
        return speaker

    def _judge_block(self, block: list[tuple[Standing, tuple[int, ...]]]) -> set[str]:
        """Judges texts by their speakers; gives documents that rows may lead to no more."""
        shelf = self._vetted.shelved()
        before = {standing: nearest(shelf.alike(keys), standing) for standing, keys in block}
        asked = {other.document for others in before.values() for other in others}
        names = {standing.document for standing, _ in block}
        profiles = self._vetted.profiles(asked | names)
        members = self._members(names)
        verdicts = self._vetted.verdicts(asked | names | {name for same in members.values() for name in same})
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
        for text, name in self._vetted.fetch(
            f"SELECT d.fingerprint, d.id FROM {VETTED_ROWS} WHERE d.fingerprint IN "
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
        for table in ("mentions", "reports", "participants", "statements"):
            self._db.execute(f"DELETE FROM {table} WHERE document IN (SELECT id FROM changed WHERE verdict <> '')")
        self._db.execute("DELETE FROM copies WHERE document IN (SELECT id FROM changed)")
        self._db.execute("INSERT INTO copies SELECT * FROM fresh")
        self._db.unregister("changed")
        self._db.unregister("fresh")


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
