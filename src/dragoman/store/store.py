"""The embedded store: one DuckDB file that holds every page, report and event.

A batch of articles is written in one transaction and replaces what the store held of the same documents, so that a
killed run leaves whole batches and coding the same page twice changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.errors import QueryError
from dragoman.records import Article
from dragoman.store.database import connect, insert, marks, transaction
from dragoman.store.folder import ORDER, write_folder
from dragoman.store.linking import link_store
from dragoman.store.rows import rows_of
from dragoman.store.schema import DOCUMENT_KEYS, TABLES
from dragoman.store.settlement import Settlement
from dragoman.store.vetted import VettedDocuments


class Store:
    """An open store. Use it as a context manager, or call `close`.

    Args:
        path: a `.duckdb` file, made if it does not exist; None for a store in memory; a folder of Parquet tables,
            only to read.
        read_only: whether to only read; the file must then exist.

    Raises:
        StoreError: if the file is no Dragoman store, is in use, or was made by a newer version; if it is to be read
            only and was made by an older one.
    """

    def __init__(self, path: Path | str | None = None, read_only: bool = False) -> None:
        self.path = Path(path) if path is not None else None
        self._db, upgraded = connect(self.path, read_only)
        #: What the vet stage asks of the store.
        self.vetted = VettedDocuments(self._db)
        if upgraded:
            self.link()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; what was written is safe before."""
        self._db.close()

    def done(self, ids: Iterable[str], coded_with: str) -> dict[str, str]:
        """Input hashes of those of the documents that the store holds, coded with the same versions."""
        wanted = list(ids)
        query = f"SELECT id, input_hash FROM documents WHERE id IN ({marks(wanted)}) AND coded_with = ?"
        return dict(self._db.execute(query, [*wanted, coded_with]).fetchall())

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
        with self._transaction():
            self.vetted.replace(list(latest.values()))
            self._remove(self._known(list(latest)))
            if actors := [row["id"] for row in rows["actors"]]:
                self._db.execute(f"DELETE FROM actors WHERE id IN ({marks(actors)})", actors)
            for table, new in rows.items():
                self._insert(table, new)

    def delete(self, documents: Iterable[str]) -> list[str]:
        """Takes documents out with all that was coded from them, and links what is left.

        Args:
            documents: ids or addresses.

        Returns:
            Ids of documents that were set aside as copies of the deleted ones: they are coded again when a run meets
            them.

        Raises:
            QueryError: if the store does not hold one of them; then nothing is deleted.
        """
        ids = [found for name in documents for found in self._find(name)]
        with self._transaction():
            query = f"SELECT document FROM copies WHERE original IN ({marks(ids)}) AND document NOT IN ({marks(ids)})"
            orphans = sorted({row[0] for row in self._db.execute(query, [*ids, *ids]).fetchall()})
            self._remove(ids)
            self.vetted.forget()
            if orphans:
                self._db.execute(f"UPDATE documents SET coded_with = '' WHERE id IN ({marks(orphans)})", orphans)
        self.link()
        return orphans

    def _find(self, name: str) -> list[str]:
        rows = self._db.execute("SELECT id FROM documents WHERE id = ? OR address = ?", [name, name]).fetchall()
        if not rows:
            raise QueryError(
                f"The store holds no document {name!r}.",
                "Give an id or address as in: SELECT id, address FROM documents",
            )
        return [row[0] for row in rows]

    def _known(self, ids: list[str]) -> list[str]:
        return [
            row[0] for row in self._db.execute(f"SELECT id FROM documents WHERE id IN ({marks(ids)})", ids).fetchall()
        ]

    def _remove(self, ids: list[str]) -> None:
        """Deletes all rows of documents; what was linked to their reports is linked again next time."""
        if not ids:
            return
        for table, key in DOCUMENT_KEYS.items():
            self._db.execute(f'DELETE FROM {table} WHERE "{key}" IN ({marks(ids)})', ids)
        self._db.execute(f"UPDATE linking SET stale = true WHERE document IN ({marks(ids)})", ids)

    def link(self, anew: bool = False) -> None:
        """Brings the `events` up to date with the reports of kept documents.

        Args:
            anew: whether to link all reports, not only what has changed since the last time.
        """
        with self._transaction():
            Settlement(self._db, self.vetted).settle()
            self._db.execute(
                "DELETE FROM actors WHERE id NOT IN (SELECT actor_id FROM mentions WHERE actor_id IS NOT NULL)"
            )
            link_store(self._db, anew)

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
        columns = ", ".join(f'"{column}"' for column in TABLES[name].names)
        return self._arrow(f"SELECT {columns} FROM {name} ORDER BY {ORDER.get(name, 'ALL')}").cast(TABLES[name])

    def write_folder(self, path: Path) -> None:
        """Writes every table as a Parquet file; see `dragoman.store.folder.write_folder`."""
        write_folder(self._db, path)

    def sql(self, query: str, parameters: Sequence[Any] = ()) -> pa.Table:
        """The answer to a query. Raises QueryError with DuckDB's words if it can't be answered."""
        try:
            return self._arrow(query, parameters)
        except duckdb.Error as problem:
            raise QueryError(str(problem), f"Tables: {', '.join(TABLES)}") from None

    def _arrow(self, query: str, parameters: Sequence[Any] = ()) -> pa.Table:
        return self._db.sql(query, params=list(parameters)).to_arrow_table()

    def _insert(self, table: str, rows: Sequence[dict[str, Any]]) -> None:
        insert(self._db, table, rows)

    def _transaction(self) -> AbstractContextManager[None]:
        return transaction(self._db)
