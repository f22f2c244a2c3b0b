"""Stores of older schemas."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

import dragoman
from dragoman.errors import StoreError
from dragoman.store import Store
from dragoman.store.schema import TABLES
from tests.conftest import ATTACK, SANCTIONS
from tests.store.test_store import tables

SCHEMA_1 = Path(__file__).with_name("schema_1.sql").read_text()

SAME = ("id", "type", "date", "actors", "recipients", "place", "reports", "documents", "independent", "publishers")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A store of schema 1 with two pages, each report an event."""
    new, path = tmp_path / "new.duckdb", tmp_path / "old.duckdb"
    dragoman.code([ATTACK, SANCTIONS], new, date="2020-01-01").close()
    with duckdb.connect(str(path)) as db:
        db.execute(SCHEMA_1)
        db.execute(f"ATTACH '{new}' AS new (READ_ONLY)")
        for name in ("documents", "copies", "mentions", "reports", "participants", "runs"):
            columns = ", ".join(f'"{row[0]}"' for row in db.execute(f"DESCRIBE {name}").fetchall())
            now = columns.replace('"antecedent"', "antecedents[1]")
            db.execute(f"INSERT INTO {name} ({columns}) SELECT {now} FROM new.{name}")
        db.execute("UPDATE reports SET event = id")
    return path


def test_an_older_store_comes_up_to_date_and_is_linked_again(old: Path) -> None:
    with Store(old) as store:
        for name, schema in TABLES.items():
            assert store.table(name).schema.equals(schema), name
    # What the older version did not code stays null until the pages are coded again.
    found, wanted = (dragoman.open(path) for path in (old, old.with_name("new.duckdb")))
    assert found.arrow().select(SAME).equals(wanted.arrow().select(SAME))
    assert found.arrow("participants").equals(wanted.arrow("participants"))
    found.close()
    wanted.close()


def test_an_older_store_that_is_only_to_be_read_names_the_command(old: Path) -> None:
    with pytest.raises(StoreError, match="dragoman link"):
        Store(old, read_only=True)


def test_a_store_of_the_present_schema_can_be_altered_by_the_next(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    dragoman.code([ATTACK], path, date="2020-01-01").close()
    before = tables(path)
    with duckdb.connect(str(path)) as db:
        db.execute("DROP INDEX documents_id")
        db.execute("DROP INDEX mentions_document")
        db.execute("ALTER TABLE documents DROP COLUMN story")
        db.execute("ALTER TABLE mentions ADD COLUMN antecedent BIGINT")
        db.execute("CREATE INDEX documents_id ON documents (id)")
        db.execute("UPDATE schema_version SET version = 1")
    Store(path).close()
    assert tables(path) == before
