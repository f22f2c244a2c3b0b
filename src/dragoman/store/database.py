"""The database behind a store: opened, checked and brought to the present schema; transactions; rows in and out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.errors import StoreError
from dragoman.store.folder import open_folder
from dragoman.store.migrate import migrate
from dragoman.store.schema import SCHEMA_VERSION, TABLES, create_statements

Row = dict[str, Any]


def connect(path: Path | None, read_only: bool) -> tuple[duckdb.DuckDBPyConnection, bool]:
    """Opens a store, makes a new one, or brings an older one to the present schema.

    Args:
        path: a DuckDB file, or a folder of tables (only to read); None for memory.
        read_only: whether to only read.

    Returns:
        The connection, and whether the schema was older, so that the events must be linked again.

    Raises:
        StoreError: see `Store`.
    """
    if read_only and (path is None or not path.exists()):
        raise StoreError(f"There is no store {path}.", "Make one: dragoman code PATH... -o FILE.duckdb")
    if path is not None and path.is_dir():
        if not read_only:
            raise StoreError(f"{path} is a folder of tables, which can only be read.", "Code into a .duckdb file.")
        return open_folder(path), False
    try:
        db = duckdb.connect(str(path) if path is not None else ":memory:", read_only=read_only)
    except duckdb.IOException as problem:
        raise _cannot_open(path, problem) from None
    try:
        return db, _check(db, path, read_only)
    except BaseException:
        db.close()
        raise


def _check(db: duckdb.DuckDBPyConnection, path: Path | None, read_only: bool) -> bool:
    have = {row[0] for row in db.execute("SELECT table_name FROM information_schema.tables").fetchall()}
    if not have and not read_only:
        with transaction(db):
            for statement in create_statements():
                db.execute(statement)
        return False
    if "schema_version" not in have:
        raise StoreError(f"{path} is a DuckDB file but no Dragoman store.", "Choose another file: -o FILE.duckdb")
    version = db.execute("SELECT version FROM schema_version").fetchall()[0][0]
    if version == SCHEMA_VERSION:
        return False
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{path} has schema {version}; this version of Dragoman works with {SCHEMA_VERSION}.",
            "Install the version that made it, or code into a new file.",
        )
    if read_only:
        raise StoreError(
            f"{path} has the older schema {version}; this version works with {SCHEMA_VERSION}.",
            f"Bring it up to date: dragoman link {path}",
        )
    migrate(db, version)
    return True


@contextmanager
def transaction(db: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Commits at the end of its block; takes everything back if the block fails.

    Raises:
        StoreError: if it can't be committed.
    """
    db.execute("BEGIN")
    try:
        yield
    except BaseException:
        # After some failures DuckDB has already rolled back.
        with suppress(duckdb.Error):
            db.execute("ROLLBACK")
        raise
    try:
        db.execute("COMMIT")
    except duckdb.Error as problem:
        raise StoreError(f"The store could not be written: {problem}", "Free disk space and run it again.") from None


def insert(db: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Row]) -> None:
    """Adds rows to a table; columns that a row lacks are null."""
    if rows:
        db.register("fresh", pa.Table.from_pylist(rows, schema=TABLES[table]))
        db.execute(f"INSERT INTO {table} BY NAME SELECT * FROM fresh")
        db.unregister("fresh")


def marks(values: Sequence[Any]) -> str:
    """A list of question marks, one a value: `IN (?, ?)` uses an index, `list_contains(?, id)` reads the table."""
    return ", ".join("?" * len(values))


def _cannot_open(path: Path | None, problem: Exception) -> StoreError:
    words = str(problem)
    if "lock" in words.lower():
        return StoreError(
            f"{path} is in use by another run.", "Wait until it has ended, or write to another file: -o FILE"
        )
    if "not a valid DuckDB" in words:
        return StoreError(f"{path} exists and is no DuckDB file.", "Choose another file: -o FILE.duckdb")
    return StoreError(f"{path} can't be opened: {words.splitlines()[0]}", "Check the folder and its permissions.")
