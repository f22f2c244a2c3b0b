"""A store as a folder: each table one Parquet file, for tools that read no DuckDB file."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

from dragoman.errors import OutputError, StoreError
from dragoman.store.schema import SCHEMA_VERSION, TABLES

#: Inside each file's metadata: the schema of the whole.
VERSION_KEY = "dragoman_schema"

#: The order of a table's rows, so that the same tables give the same files.
ORDER = {"events": "date, id", "documents": "id", "runs": "started, id"}


def write_folder(db: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Writes every table as `path/TABLE.parquet`, whole or not at all, in place of an older such folder.

    Raises:
        OutputError: if the folder holds anything else, or can't be written; nothing half-written stays.
    """
    if path.exists() and not (path.is_dir() and all(_is_table(file) for file in path.iterdir())):
        raise OutputError(f"{path} holds other things than tables.", "Choose a new or empty folder.")
    partial = path.with_name(f".{path.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True)
        for name in TABLES:
            query = f"SELECT * FROM {name} ORDER BY {ORDER.get(name, 'ALL')}"
            file = str(partial / f"{name}.parquet").replace("'", "''")
            options = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{VERSION_KEY}: '{SCHEMA_VERSION}'}}"
            db.execute(f"COPY ({query}) TO '{file}' ({options})")
        if path.exists():
            shutil.rmtree(path)
        os.replace(partial, path)
    except (OSError, duckdb.Error) as problem:
        shutil.rmtree(partial, ignore_errors=True)
        raise OutputError(
            f"{path} could not be written: {problem}", "Free disk space or choose another place."
        ) from None


def open_folder(path: Path) -> duckdb.DuckDBPyConnection:
    """The tables of a folder as views, to read.

    Raises:
        StoreError: if a table is missing or of another schema.
    """
    missing = [name for name in TABLES if not (path / f"{name}.parquet").is_file()]
    if missing:
        raise StoreError(
            f"{path} is no folder of tables: {missing[0]}.parquet is missing.",
            "Make one: dragoman code PATH... -o FOLDER",
        )
    db = duckdb.connect(":memory:")
    for name in TABLES:
        file = str(path / f"{name}.parquet").replace("'", "''")
        db.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{file}')")
    query = "SELECT decode(value) FROM parquet_kv_metadata(?) WHERE decode(key) = ?"
    found = db.execute(query, [str(path / "documents.parquet"), VERSION_KEY]).fetchall()
    if found != [(str(SCHEMA_VERSION),)]:
        db.close()
        raise StoreError(
            f"{path} has another schema than {SCHEMA_VERSION}.", "Write it anew with this version: dragoman code"
        )
    return db


def _is_table(file: Path) -> bool:
    return file.suffix == ".parquet" and file.stem in TABLES
