"""Linking inside a store: only what new, changed and withdrawn reports touch is linked again.

Two reports have to do with each other only inside one component of the graph of candidate pairs, so the events of a
component depend on nothing outside it. The table `linking` keeps, for each linked report, its component and the keys
that it is found by. A report that changes can join, leave or bridge components; so all components that a changed
report was in, or shares a key with now, are linked anew, and the rest stay as they are. The events are therefore the
same as if all reports were linked at once, in whatever order and batches they came.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.link import Linked, kin, link, report_keys
from dragoman.store.counts import count_documents
from dragoman.store.database import insert, marks

Row = dict[str, Any]

#: Temporary tables: the reports to link; what happened to each linked report; the events that may be no more.
_WORK = ("fresh_reports", "moved", "old_events")

_LOG = """
INSERT INTO supersedes
WITH ended AS (SELECT id FROM old_events WHERE id NOT IN (SELECT id FROM events)),
-- The report that gave the id decides; if it is withdrawn, most of the reports that stay.
heir AS (SELECT old, new, count(*) AS n FROM moved WHERE old IN (SELECT id FROM ended) AND new IS NOT NULL
         GROUP BY old, new QUALIFY row_number() OVER (PARTITION BY old ORDER BY count(*) DESC, new) = 1)
SELECT ended.id, coalesce(own.event, CASE WHEN own.id IS NULL THEN heir.new END), ?,
    CASE WHEN own.id IS NULL THEN 'withdrawn' WHEN own.event IS NULL THEN 'historical' ELSE 'merged' END
FROM ended LEFT JOIN reports own ON own.id = ended.id LEFT JOIN heir ON heir.old = ended.id
WHERE ended.id NOT IN (SELECT old FROM supersedes)
ORDER BY ended.id"""


def link_store(db: duckdb.DuckDBPyConnection, anew: bool) -> None:
    """Brings the events up to date with the reports, inside the caller's transaction.

    Args:
        db: the store's database.
        anew: whether to link all reports, not only what has changed.
    """
    if anew:
        db.execute("UPDATE linking SET stale = true")
    _find_changes(db)
    # No pair crosses two kinds, so one kind after another keeps the memory small.
    types = [row[0] for row in db.execute("SELECT DISTINCT type FROM fresh_reports ORDER BY type").fetchall()]
    for _, kind in groupby(sorted(types, key=kin), key=kin):
        _link_types(db, list(kind))
    db.execute("UPDATE reports SET event = moved.new FROM moved WHERE moved.report = reports.id "
               "AND moved.old IS DISTINCT FROM moved.new")  # fmt: skip
    db.execute("DELETE FROM supersedes WHERE old IN (SELECT id FROM events)")
    db.execute(_LOG, [datetime.now(UTC).isoformat(timespec="seconds")])
    count_documents(db)
    for name in _WORK:
        db.execute(f"DROP TABLE {name}")


def _find_changes(db: duckdb.DuckDBPyConnection) -> None:
    """Fills the table of reports to link and takes out the components that have lost or changed a report."""
    db.execute("CREATE TEMP TABLE moved (report VARCHAR, old VARCHAR, new VARCHAR)")
    db.execute("CREATE TEMP TABLE old_events (id VARCHAR)")
    changed = "SELECT component FROM linking WHERE stale OR report NOT IN (SELECT id FROM reports)"
    _take_out(db, [row[0] for row in db.execute(f"SELECT DISTINCT component FROM ({changed})").fetchall()])
    db.execute("CREATE TEMP TABLE fresh_reports AS SELECT id, type FROM reports "
               "WHERE id NOT IN (SELECT report FROM linking)")  # fmt: skip


def _take_out(db: duckdb.DuckDBPyConnection, components: Sequence[str]) -> list[str]:
    """Takes components with their events out; gives the reports that were in them."""
    db.register("parted", pa.table({"component": pa.array(components, pa.string())}))
    query = "SELECT report FROM linking WHERE component IN (SELECT component FROM parted)"
    members = [row[0] for row in db.execute(query).fetchall()]
    db.execute(f"INSERT INTO old_events SELECT id FROM events WHERE id IN ({query})")
    db.execute(f"DELETE FROM events WHERE id IN ({query})")
    db.execute("DELETE FROM linking WHERE component IN (SELECT component FROM parted)")
    db.unregister("parted")
    return members


def _link_types(db: duckdb.DuckDBPyConnection, types: list[str]) -> None:
    query = f"SELECT id FROM fresh_reports WHERE type IN ({marks(types)})"
    fresh = [row[0] for row in db.execute(query, types).fetchall()]
    reports, parts, published = _load(db, fresh)
    linked = bool(db.execute("SELECT report FROM linking LIMIT 1").fetchall())
    met = _met(db, report_keys(reports, parts, published)) if linked else []
    if met:
        reports, parts, published = _load(db, fresh + _take_out(db, met))
    _write(db, reports, link(reports, parts, published))


def _load(db: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> tuple[list[Row], list[Row], Mapping[str, Any]]:
    """Reports with their sentences, their participants, and the days of their documents."""
    db.register("wanted", pa.table({"wanted": pa.array(ids, pa.string())}))
    reports = db.sql(
        "SELECT r.*, d.published, d.text[r.sentence_start + 1 : r.sentence_end] AS sentence FROM reports r "
        "JOIN wanted ON wanted = r.id JOIN documents d ON d.id = r.document ORDER BY r.id"
    ).to_arrow_table().to_pylist()  # fmt: skip
    parts = db.sql(
        "SELECT report, role, mention, text, country, sectors, actor FROM participants JOIN wanted "
        "ON wanted = report ORDER BY report, role, mention"
    ).to_arrow_table().to_pylist()  # fmt: skip
    db.unregister("wanted")
    return reports, parts, {report["document"]: report["published"] for report in reports}


def _met(db: duckdb.DuckDBPyConnection, found: Mapping[str, list[str]]) -> list[str]:
    """The components that share a key with the reports, of which one of the two owns it."""
    keys = sorted({key for own in found.values() for key in own})
    db.register("sought", pa.table({"key": pa.array(keys, pa.string())}))
    met = db.execute(
        "SELECT DISTINCT component FROM (SELECT component, unnest(keys) AS key FROM linking) l "
        "JOIN sought ON l.key[2:] = sought.key[2:] AND (l.key[1] = '+' OR sought.key[1] = '+') ORDER BY component"
    ).fetchall()
    db.unregister("sought")
    return [row[0] for row in met]


def _write(db: duckdb.DuckDBPyConnection, reports: Sequence[Row], linked: Linked) -> None:
    moved = {
        "report": [report["id"] for report in reports],
        "old": [report["event"] for report in reports],
        "new": [linked.owner[report["id"]] for report in reports],
    }
    db.register("now", pa.table(moved, schema=pa.schema([(name, pa.string()) for name in moved])))
    db.execute("INSERT INTO moved SELECT * FROM now")
    db.unregister("now")
    db.execute("INSERT INTO old_events SELECT DISTINCT old FROM moved WHERE old IS NOT NULL "
               "AND old NOT IN (SELECT id FROM old_events)")  # fmt: skip
    insert(db, "events", linked.events)
    insert(db, "linking", [
        {"report": report["id"], "document": report["document"], "component": linked.component[report["id"]],
         "keys": linked.keys[report["id"]], "stale": False}
        for report in reports
    ])  # fmt: skip
