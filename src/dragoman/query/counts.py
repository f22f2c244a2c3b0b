"""Counts of events by time, type, pair and more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.query.coverage import coverage
from dragoman.query.groups import GROUPS, UNITS, Group, groups
from dragoman.query.reciprocal import RECIPROCAL
from dragoman.query.selection import Selection

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.store import Store

#: What is told of each group of events.
MEASURES = (
    "count(*) AS events, sum(reports)::BIGINT AS reports, sum(independent)::BIGINT AS independent, "
    "round(avg(score), 3) AS score"
)

#: One side of an event, a row for each of its countries.
_SIDE = """, LATERAL (
    SELECT unnest(CASE WHEN len({role}_countries) > 0 THEN {role}_countries ELSE [NULL] END) AS {role}
)"""

#: Both sides: each actor country with each recipient country, in both directions if the event is reciprocal; among the
#: actors if all parties are actors.
_PAIRS = f""", LATERAL (
    SELECT {RECIPROCAL} AS mutual, {RECIPROCAL} AND len(recipients) = 0 AND len(actor_countries) > 1 AS together
), LATERAL (
    SELECT unnest(CASE WHEN len(actor_countries) > 0 THEN actor_countries ELSE [NULL] END) AS one
), LATERAL (
    SELECT unnest(CASE WHEN together THEN actor_countries WHEN len(recipient_countries) > 0 THEN recipient_countries
    ELSE [NULL] END) AS other
), LATERAL (
    SELECT unnest(CASE WHEN mutual AND len(recipients) > 0 AND len(actors) > 0 THEN [false, true] ELSE [false] END)
    AS turned
), LATERAL (
    SELECT CASE WHEN turned THEN other ELSE one END AS actor, CASE WHEN turned THEN one ELSE other END AS recipient
    WHERE NOT together OR one <> other
)"""


def count(store: Store, selection: Selection, by: Sequence[str], denominators: bool = False) -> pa.Table:
    """Counts of the selected events.

    Args:
        store: an open store.
        selection: from `select`.
        by: names of `dragoman.query.groups.GROUPS`; none for one row of all.
        denominators: whether to add how many pages and sentences were coded in the same periods and countries.

    Returns:
        The groups' columns (null where an event has no such value), then `events`, `reports`, `independent` (sums of
        the events' columns) and `score` (mean PLOVER intensity, -10 to 10); with denominators also
        `coverage_documents` and `coverage_sentences`.

    Raises:
        QueryError: for a group that events can't be counted by.
    """
    chosen = groups(by, "events")
    names = [f'"{group.name}"' for group in chosen]
    order = f"GROUP BY ALL ORDER BY {', '.join(names)}" if names else ""
    columns = "".join(f"{name}, " for name in names)
    counted = f"SELECT {columns}{MEASURES} FROM ({grouped_events(chosen, selection)}) {order}"
    table = store.sql(counted, selection.parameters)
    return add_denominators(store, table, by) if denominators else table


def grouped_events(chosen: Sequence[Group], selection: Selection) -> str:
    """SQL of the selected events with their groups' columns, each event once in each group that it belongs to."""
    opened = {role for group in chosen for role in group.opens}
    sides = _PAIRS if len(opened) == 2 else "".join(_SIDE.format(role=role) for role in opened)
    columns = "".join(f'{group.events} AS "{group.name}", ' for group in chosen)
    return (
        f"SELECT DISTINCT {columns}id AS event, events.reports, events.independent, events.score "
        f"FROM (SELECT * FROM events WHERE {selection.condition}) AS events{sides}"
    )


def add_denominators(store: Store, table: pa.Table, by: Sequence[str]) -> pa.Table:
    """The table with `coverage_documents` and `coverage_sentences` of its rows' periods and countries, 0 for none."""
    import pyarrow as pa

    shared = [name for name in by if GROUPS[name].documents]
    pages = coverage(store, shared).to_pylist()
    read = {tuple(row[name] for name in shared): row for row in pages}
    keys = [tuple(row[name] for name in shared) for row in table.to_pylist()]
    for column in ("documents", "sentences"):
        values = [read[key][column] if key in read else 0 for key in keys]
        table = table.append_column(f"coverage_{column}", pa.array(values, pa.int64()))
    return table


def unit_of(by: Sequence[str]) -> list[str]:
    """The periods among the names of groups."""
    return [name for name in by if name in UNITS]
