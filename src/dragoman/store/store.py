"""The embedded store: one DuckDB file that holds every page, report and event.

A batch of articles is written in one transaction and replaces what the store held of the same documents, so that a
killed run leaves whole batches and coding the same page twice changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.errors import QueryError, StoreError
from dragoman.link import link
from dragoman.records import Article
from dragoman.store.rows import rows_of
from dragoman.store.schema import KEYS, SCHEMA_VERSION, TABLES, create_statements
from dragoman.vet import SAME_TEXT, Original


class Store:
    """An open store. Use it as a context manager, or call `close`.

    Args:
        path: a `.duckdb` file, made if it does not exist; None for a store in memory.
        read_only: whether to only read; the file must then exist.

    Raises:
        StoreError: if the file is no Dragoman store, is in use, or was made by a newer version.
    """

    def __init__(self, path: Path | str | None = None, read_only: bool = False) -> None:
        self.path = Path(path) if path is not None else None
        if read_only and (self.path is None or not self.path.exists()):
            raise StoreError(f"There is no store {path}.", "Make one: dragoman code PATH... -o FILE.duckdb")
        try:
            self._db = duckdb.connect(str(path) if path is not None else ":memory:", read_only=read_only)
        except duckdb.IOException as problem:
            raise _cannot_open(path, problem) from None
        self._check(read_only)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; what was written is safe before."""
        self._db.close()

    def _check(self, read_only: bool) -> None:
        have = {row[0] for row in self._db.execute("SELECT table_name FROM information_schema.tables").fetchall()}
        if not have and not read_only:
            self._db.execute("BEGIN")
            for statement in create_statements():
                self._db.execute(statement)
            self._db.execute("COMMIT")
        elif "schema_version" not in have:
            raise StoreError(
                f"{self.path} is a DuckDB file but no Dragoman store.", "Choose another file: -o FILE.duckdb"
            )
        else:
            version = self._db.execute("SELECT version FROM schema_version").fetchall()[0][0]
            if version != SCHEMA_VERSION:
                raise StoreError(
                    f"{self.path} has schema {version}; this version of Dragoman works with {SCHEMA_VERSION}.",
                    "Install the version that made it, or code into a new file.",
                )

    def done(self, ids: Iterable[str], coded_with: str) -> dict[str, str]:
        """Input hashes of those of the documents that the store holds, coded with the same versions."""
        return dict(
            self._db.execute(
                "SELECT id, input_hash FROM documents WHERE coded_with = ? AND list_contains(?, id)",
                [coded_with, list(ids)],
            ).fetchall()
        )

    def originals(self, fingerprints: list[str]) -> Mapping[str, Original]:
        """Who speaks for texts that the store already holds, by fingerprint."""
        rows = self._db.execute(
            "SELECT fingerprint, coalesce(strftime(published, '%Y-%m-%d'), '9999'), id FROM documents "
            "WHERE verdict = 'kept' AND list_contains(?, fingerprint)",
            [fingerprints],
        ).fetchall()
        found: dict[str, Original] = {}
        for text, published, document in rows:
            candidate = Original(published, document)
            found[text] = min(found.get(text, candidate), candidate)
        return found

    def write(self, articles: Sequence[Article], inputs: dict[str, str], coded_with: str) -> None:
        """Writes articles in one transaction, in place of what the store held of the same documents.

        Args:
            articles: articles after the resolve stage.
            inputs: hash of each document's input, by its id.
            coded_with: versions of code and model.
        """
        # The last of several articles with one id counts, as it would if they came in several batches.
        latest = {article.id: article for article in articles}
        rows = rows_of(list(latest.values()), inputs, coded_with)
        ids = list(latest)
        with self._transaction():
            for table, new in rows.items():
                key = KEYS[table]
                replaced = list({*ids, *(row[key] for row in new)})
                self._db.execute(f'DELETE FROM {table} WHERE list_contains(?, "{key}")', [replaced])
                self._insert(table, new)

    def link(self) -> None:
        """Makes the `events` table anew from all reports of kept documents."""
        with self._transaction():
            self._withdraw_copies()
            self._db.execute(
                "DELETE FROM actors WHERE id NOT IN (SELECT actor_id FROM mentions WHERE actor_id IS NOT NULL)"
            )
            reports = self._rows("SELECT * FROM reports")
            participants = self._rows("SELECT * FROM participants ORDER BY report, role, mention")
            sources = self._rows("SELECT id, published, publisher, fingerprint FROM documents")
            events = link(reports, participants, {row["id"]: row for row in sources})
            self._db.execute("DELETE FROM events")
            self._insert("events", events)
            owner = pa.table({"id": [r["id"] for r in reports], "event": [r["event"] for r in reports]})
            self._db.register("owner", owner)
            self._db.execute("UPDATE reports SET event = owner.event FROM owner WHERE owner.id = reports.id")
            self._db.unregister("owner")

    def _withdraw_copies(self) -> None:
        """Of kept documents with one text only the original stays (a later run may bring an earlier copy)."""
        rows = self._db.execute(
            "SELECT id, first(id) OVER w FROM documents WHERE verdict = 'kept' "
            "WINDOW w AS (PARTITION BY fingerprint ORDER BY coalesce(published, DATE '9999-12-31'), id)"
        ).fetchall()
        for copy, original in rows:
            if copy == original:
                continue
            detail = f"It has the same text as document {original}."
            self._db.execute("UPDATE documents SET verdict = 'identical', detail = ? WHERE id = ?", [detail, copy])
            for table in ("mentions", "reports", "participants", "statements"):
                self._db.execute(f"DELETE FROM {table} WHERE document = ?", [copy])
            self._insert("copies", [{"document": copy, "original": original, "kind": "identical", "similarity": 1.0,
                                     "evidence": SAME_TEXT}])  # fmt: skip

    def record_run(self, row: dict[str, Any]) -> None:
        """Adds a row to the run ledger; dicts in it are kept as JSON."""
        flat = {
            key: json.dumps(value, sort_keys=True) if isinstance(value, dict) else value for key, value in row.items()
        }
        with self._transaction():
            self._insert("runs", [flat])

    def table(self, name: str) -> pa.Table:
        """A whole table, in the order of its keys. Raises QueryError if there is none of this name."""
        if name not in TABLES:
            raise QueryError(f"There is no table {name!r}.", f"Tables: {', '.join(TABLES)}")
        order = {"events": "date, id", "documents": "id", "runs": "started, id"}.get(name, "ALL")
        return self._arrow(f"SELECT * FROM {name} ORDER BY {order}").cast(TABLES[name])

    def sql(self, query: str, parameters: Sequence[Any] = ()) -> pa.Table:
        """The answer to a query. Raises QueryError with DuckDB's words if it can't be answered."""
        try:
            return self._arrow(query, parameters)
        except duckdb.Error as problem:
            raise QueryError(str(problem), f"Tables: {', '.join(TABLES)}") from None

    def _arrow(self, query: str, parameters: Sequence[Any] = ()) -> pa.Table:
        return self._db.sql(query, params=list(parameters)).to_arrow_table()

    def _rows(self, query: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self._arrow(query).to_pylist()
        return rows

    def _insert(self, table: str, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._db.register("fresh", pa.Table.from_pylist(rows, schema=TABLES[table]))
            self._db.execute(f"INSERT INTO {table} SELECT * FROM fresh")
            self._db.unregister("fresh")

    def _transaction(self) -> _Transaction:
        return _Transaction(self._db)


class _Transaction:
    """Commits at the end of its block; takes everything back if the block fails."""

    def __init__(self, db: duckdb.DuckDBPyConnection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            self._db.execute("ROLLBACK" if kind else "COMMIT")
        except duckdb.Error as problem:
            if kind is None:
                raise StoreError(
                    f"The store could not be written: {problem}", "Free disk space and run it again."
                ) from None


def _cannot_open(path: Path | str | None, problem: Exception) -> StoreError:
    words = str(problem)
    if "lock" in words.lower():
        return StoreError(
            f"{path} is in use by another run.", "Wait until it has ended, or write to another file: -o FILE"
        )
    if "not a valid DuckDB" in words:
        return StoreError(f"{path} exists and is no DuckDB file.", "Choose another file: -o FILE.duckdb")
    return StoreError(f"{path} can't be opened: {words.splitlines()[0]}", "Check the folder and its permissions.")
