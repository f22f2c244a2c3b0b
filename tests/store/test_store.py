"""The store: idempotent, safe, and clear about files that are no store."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

import dragoman
from dragoman.errors import OutputError, QueryError, StoreError
from dragoman.export.files import write_file
from dragoman.store import Store
from dragoman.store.schema import TABLES
from tests.conftest import ATTACK, SANCTIONS

COMPARED = ("documents", "copies", "mentions", "actors", "reports", "participants", "statements", "events")


def tables(path: Path) -> dict[str, list[object]]:
    with Store(path, read_only=True) as store:
        found = {name: store.table(name).to_pylist() for name in COMPARED}
    return {name: sorted(rows, key=str) for name, rows in found.items()}


def test_coding_the_same_page_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    dragoman.code([ATTACK, SANCTIONS], path, date="2020-01-01").close()
    before = tables(path)
    again = dragoman.code([ATTACK, SANCTIONS], path, date="2020-01-01")
    assert again.summary is not None
    assert (again.summary.known, again.summary.kept) == (2, 0)
    again.close()
    assert tables(path) == before


def test_the_order_of_pages_changes_nothing(tmp_path: Path) -> None:
    one, two = tmp_path / "a.duckdb", tmp_path / "b.duckdb"
    dragoman.code([ATTACK, SANCTIONS, ATTACK.upper()], one, date="2020-01-01").close()
    dragoman.code([ATTACK.upper()], two, date="2020-01-01").close()
    dragoman.code([SANCTIONS, ATTACK], two, date="2020-01-01").close()
    assert tables(one)["events"] == tables(two)["events"]


def test_a_page_with_a_new_text_replaces_its_reports(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    dragoman.code({"id": "x", "text": ATTACK, "date": "2020-01-01"}, path).close()
    events = dragoman.code({"id": "x", "text": SANCTIONS, "date": "2020-01-01"}, path)
    assert events.arrow()["type"].to_pylist() == ["SANCTION"]
    events.close()


def test_every_row_of_a_report_leads_back_to_its_words(sample_events: dragoman.EventTable) -> None:
    rows = sample_events.sql(
        'SELECT m.text AS said, d.text[m.start + 1 : m."end"] AS page FROM mentions m JOIN documents d '
        "ON d.id = m.document"
    ).to_pylist()
    assert rows
    assert all(row["said"] == row["page"] for row in rows)
    loose = sample_events.sql("SELECT count(*) AS n FROM reports WHERE event NOT IN (SELECT id FROM events)")
    assert loose["n"][0].as_py() == 0
    ids = sample_events.sql(
        "SELECT count(*) AS n FROM events WHERE id NOT IN (SELECT min(id) FROM reports GROUP BY event)"
    )
    assert ids["n"][0].as_py() == 0


def test_tables_have_the_documented_schemas(sample_events: dragoman.EventTable) -> None:
    for name, schema in TABLES.items():
        assert sample_events.arrow(name).schema.equals(schema)


def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path) -> None:
    text, other = tmp_path / "a.duckdb", tmp_path / "b.duckdb"
    text.write_text("no database at all, but words enough to fill a header of some kind" * 200)
    with pytest.raises(StoreError, match="no DuckDB file"):
        Store(text)
    with duckdb.connect(str(other)) as db:
        db.execute("CREATE TABLE mine (a INTEGER)")
    with pytest.raises(StoreError, match="no Dragoman store"):
        Store(other)
    with pytest.raises(StoreError, match="There is no store"):
        Store(tmp_path / "none.duckdb", read_only=True)


def test_a_store_of_another_schema_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    Store(path).close()
    with duckdb.connect(str(path)) as db:
        db.execute("UPDATE schema_version SET version = 99")
    with pytest.raises(StoreError, match="schema 99"):
        Store(path)


def test_a_question_that_can_not_be_answered_says_why(sample_events: dragoman.EventTable) -> None:
    with pytest.raises(QueryError, match="Tables: documents"):
        sample_events.sql("SELECT * FROM evnts")
    with pytest.raises(QueryError, match="no table 'evnts'"):
        sample_events.arrow("evnts")


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".jsonl"])
def test_result_files_hold_every_event(sample_events: dragoman.EventTable, tmp_path: Path, ending: str) -> None:
    import pandas as pd

    path = tmp_path / f"events{ending}"
    write_file(sample_events.arrow(), path)
    read = {".csv": pd.read_csv, ".parquet": pd.read_parquet, ".jsonl": lambda p: pd.read_json(p, lines=True)}[ending]
    frame = read(path)  # type: ignore[operator]
    assert len(frame) == len(sample_events)
    assert list(frame.columns) == TABLES["events"].names
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_an_unknown_ending_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"\.parquet"):
        write_file(pa.table({"a": [1]}), tmp_path / "events.xlsx")


def test_every_actor_of_a_mention_has_one_row_and_none_is_left_over(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    dragoman.code({"id": "x", "text": SANCTIONS, "date": "2020-01-01"}, path).close()
    events = dragoman.code({"id": "y", "text": SANCTIONS + " Belarus protested.", "date": "2020-01-02"}, path)
    actors = {row["name"]: row for row in events.arrow("actors").to_pylist()}
    used = events.sql("SELECT DISTINCT actor_id FROM mentions WHERE actor_id IS NOT NULL").to_pylist()
    assert sorted(row["id"] for row in actors.values()) == sorted(row["actor_id"] for row in used)
    assert (actors["European Union"]["country"], actors["European Union"]["source"]) == ("EUR", "organisations.tsv")
    assert "Republic of Belarus" in actors["Belarus"]["aliases"]
    assert "Minsk" not in actors["Belarus"]["aliases"]
    events.close()
    left = dragoman.code([{"id": i, "text": ATTACK, "date": "2020-01-01"} for i in "xy"], path)
    assert "European Union" not in left.arrow("actors")["name"].to_pylist()
    left.close()


def test_a_new_version_codes_again_only_what_it_has_not_coded(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    dragoman.code([ATTACK, SANCTIONS], path, date="2020-01-01").close()
    with Store(path) as store:
        one = store.table("documents")["id"].to_pylist()[0]
        store.sql("UPDATE documents SET coded_with = 'an older model' WHERE id = ?", [one])
    again = dragoman.code([ATTACK, SANCTIONS], path, date="2020-01-01")
    assert again.summary is not None
    assert (again.summary.known, again.summary.kept) == (1, 1)
    again.close()


def test_deleting_takes_all_rows_and_what_was_copied_is_coded_again(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    pages = [{"id": "1", "text": ATTACK, "date": "2020-01-01"}, {"id": "2", "text": ATTACK, "date": "2020-01-02"}]
    dragoman.code(pages, path).close()
    with Store(path) as store:
        rows = {row["verdict"]: row["id"] for row in store.table("documents").to_pylist()}
        assert store.delete([rows["kept"]]) == [rows["identical"]]
        assert all(store.table(name).num_rows == 0 for name in ("mentions", "reports", "participants", "events"))
        with pytest.raises(QueryError, match="no document"):
            store.delete([rows["kept"]])
    events = dragoman.code(pages[1], path)
    assert events.arrow()["type"].to_pylist() == ["ASSAULT"]
    events.close()


def test_a_folder_of_parquet_tables_holds_the_whole_store(sample_store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    with Store(sample_store, read_only=True) as store:
        store.write_folder(folder)
        first = {path.name: path.read_bytes() for path in folder.iterdir()}
        store.write_folder(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]
    assert tables(folder) == tables(sample_store)


def test_a_folder_with_other_things_is_left_alone(sample_store: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with Store(sample_store, read_only=True) as store, pytest.raises(OutputError, match="other things"):
        store.write_folder(tmp_path)
    with pytest.raises(StoreError, match=r"documents\.parquet is missing"):
        Store(tmp_path, read_only=True)
    assert (tmp_path / "letter.txt").read_text() == "mine"
