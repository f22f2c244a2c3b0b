"""Result files of events beside the store: CSV, Parquet and JSON lines, written whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from dragoman.errors import OutputError

#: Between the values of a list in a CSV cell; the sign that POLECAT's files use.
LIST_SIGN = "|"


def write_file(table: pa.Table, path: Path) -> None:
    """Writes a table in the format of the path's ending.

    Raises:
        OutputError: if the ending is unknown or the file can't be written; nothing half-written stays.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise OutputError(
            f"{path} has an ending that Dragoman does not write.", f"Use .duckdb or one of {', '.join(WRITERS)}."
        )
    partial = path.with_name(f".{path.name}.partial")
    try:
        writer(table, partial)
        os.replace(partial, path)
    except OSError as problem:
        partial.unlink(missing_ok=True)
        raise OutputError(
            f"{path} could not be written: {problem.strerror or problem}.", "Free disk space or choose another place."
        ) from None


def _csv(table: pa.Table, path: Path) -> None:
    from pyarrow import csv

    columns = [
        pa.array([_cell(value) for value in column.to_pylist()], pa.string())
        if pa.types.is_list(column.type)
        else column
        for column in table.columns
    ]
    csv.write_csv(pa.table(dict(zip(table.column_names, columns, strict=True))), str(path))


def _cell(value: list[Any] | None) -> str | None:
    if value is None:
        return None
    items = [f"{v['what']}={v['value']:g}" if isinstance(v, dict) else str(v) for v in value]
    return LIST_SIGN.join(item.replace(LIST_SIGN, "/") for item in items)


def _parquet(table: pa.Table, path: Path) -> None:
    from pyarrow import parquet

    parquet.write_table(table, str(path), compression="zstd")


def _jsonl(table: pa.Table, path: Path) -> None:
    with open(path, "w", encoding="utf8") as file:
        for row in table.to_pylist():
            file.write(json.dumps(row, ensure_ascii=False, default=_iso) + "\n")


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")


WRITERS: dict[str, Callable[[pa.Table, Path], None]] = {".csv": _csv, ".parquet": _parquet, ".jsonl": _jsonl}
