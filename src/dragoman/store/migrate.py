"""Brings a store of an older schema to the present one."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from dragoman.store.schema import (
    DERIVED,
    SCHEMA_VERSION,
    TABLES,
    drop_index_statements,
    index_statements,
    sql_type,
    table_statement,
)

#: What a version needs once its new tables and columns are there, in order: SQL by the version that it leads to.
STEPS: dict[int, tuple[str, ...]] = {
    # A mention can stand for several.
    2: (
        "UPDATE mentions SET antecedents = [antecedent] WHERE antecedent IS NOT NULL",
        "ALTER TABLE mentions DROP COLUMN antecedent",
    ),
}


def migrate(db: duckdb.DuckDBPyConnection, version: int) -> None:
    """Runs all steps from a version to the present one in one transaction.

    New columns are null in old rows; derived tables are emptied, so the store must be linked afterwards.
    """
    db.execute("BEGIN")
    try:
        steps = [step for number in range(version + 1, SCHEMA_VERSION + 1) for step in STEPS[number]]
        # DuckDB alters no table that has an index.
        for statement in [*drop_index_statements(), *_missing(db), *steps, *index_statements()]:
            db.execute(statement)
        db.execute("UPDATE schema_version SET version = ?", [SCHEMA_VERSION])
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _missing(db: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """What makes the tables follow `TABLES`."""
    have: dict[str, set[str]] = {}
    for table, column in db.execute("SELECT table_name, column_name FROM information_schema.columns").fetchall():
        have.setdefault(table, set()).add(column)
    for name, schema in TABLES.items():
        if name in DERIVED and name in have:
            yield f"DROP TABLE {name}"
        if name in DERIVED or name not in have:
            yield table_statement(name)
            continue
        for field in schema:
            if field.name not in have[name]:
                yield f'ALTER TABLE {name} ADD COLUMN "{field.name}" {sql_type(field.type)}'
