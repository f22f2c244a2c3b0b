"""Tables of events as CSV, Parquet, JSON lines and Stata files; files written whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from dragoman.errors import OutputError
from dragoman.export.columns import LIST_SIGN


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A file beside `path` to write to, which takes its place at the end.

    Raises:
        OutputError: if it can't be written; nothing half-written stays.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        yield partial
        os.replace(partial, path)
    except OSError as problem:
        raise OutputError(
            f"{path} could not be written: {problem.strerror or problem}.", "Free disk space or choose another place."
        ) from None
    finally:
        partial.unlink(missing_ok=True)


def write_file(table: pa.Table, path: Path) -> None:
    """Writes a table in the format of the path's ending.

    Raises:
        OutputError: if the ending is unknown or the file can't be written.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise OutputError(
            f"{path} has an ending that Dragoman does not write.", f"Use .duckdb or one of {', '.join(WRITERS)}."
        )
    with whole(path) as partial:
        writer(table, partial)


def _csv(table: pa.Table, path: Path) -> None:
    from pyarrow import csv

    csv.write_csv(flat(table), str(path))


def flat(table: pa.Table) -> pa.Table:
    """The table with lists as text: values joined by `|`, sizes as `killed=14`."""
    columns = [
        pa.array([_cell(value) for value in column.to_pylist()], pa.string())
        if pa.types.is_list(column.type)
        else column
        for column in table.columns
    ]
    return pa.table(dict(zip(table.column_names, columns, strict=True)))


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
            file.write(json.dumps(row, ensure_ascii=False, default=iso) + "\n")


def iso(value: object) -> str:
    """A date for JSON."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")


def _stata(table: pa.Table, path: Path) -> None:
    try:
        import pandas
    except ImportError:
        raise OutputError("Stata files need pandas.", "Run: pip install 'dragoman[pandas]'") from None
    table = flat(table).rename_columns({"quad": "quad_class"})  # Stata keeps the name "quad" to itself.
    frame = table.to_pandas()
    days = [field.name for field in table.schema if pa.types.is_date(field.type)]
    for field in table.schema:
        if field.name in days:
            frame[field.name] = pandas.to_datetime(frame[field.name])
        elif pa.types.is_string(field.type):
            frame[field.name] = frame[field.name].fillna("").astype(str)
    # Version 118 (Stata 14 and later) has Unicode. The stamp is fixed, so that the same table gives the same bytes.
    frame.to_stata(
        path, write_index=False, version=118, time_stamp=datetime(2000, 1, 1), convert_dates=dict.fromkeys(days, "td")
    )


WRITERS: dict[str, Callable[[pa.Table, Path], None]] = {
    ".csv": _csv, ".parquet": _parquet, ".jsonl": _jsonl, ".dta": _stata,
}  # fmt: skip
