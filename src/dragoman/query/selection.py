"""A selection of events: what filters with their values come to, ready for any question to the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.errors import QueryError
from dragoman.query.filters import ANY_STATUS, FILTERS
from dragoman.query.values import nearest

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.store import Store

_BY_NAME = {part.name: part for part in FILTERS}


@dataclass(frozen=True, slots=True)
class Selection:
    """A condition on `events` with its parameters, and the filters that made it, as given."""

    condition: str
    parameters: tuple[Any, ...]
    given: tuple[tuple[str, tuple[str, ...]], ...]

    def __str__(self) -> str:
        """The filters in words: "actor RUS; type ASSAULT or COERCE; status actual"."""
        return "; ".join(f"{name} {' or '.join(values)}" for name, values in self.given)


def select(store: Store, filters: Mapping[str, Any]) -> Selection:
    """The selection that filters make; without a status only events that are actual.

    Args:
        store: the store that will be asked (names of actors are looked up in it).
        filters: values by name of the filter (see `FILTERS`): one value or several; None and empty ones don't count.

    Raises:
        QueryError: for a filter or value that does not exist, with the nearest that do.

    >>> from dragoman.store import Store
    >>> str(select(Store(), {"type": ["assault", "coerce"], "since": "2022-02"}))
    'type assault or coerce; since 2022-02; status actual'
    """
    for name in filters:
        if name not in _BY_NAME:
            raise QueryError(f"There is no filter {name!r}.", nearest(name, _BY_NAME))
    chosen = {name: _several(value) for name, value in filters.items()}
    if not chosen.get("status"):
        chosen["status"] = ["actual"]
    conditions, parameters, given = [], [], []
    for name, wanted in chosen.items():
        if not wanted:
            continue
        given.append((name, tuple(str(value) for value in wanted)))
        if name == "status" and ANY_STATUS in wanted:
            continue
        parts = [_BY_NAME[name].build(store, value) for value in wanted]
        conditions.append("(" + " OR ".join(sql for sql, _ in parts) + ")")
        parameters += [parameter for _, own in parts for parameter in own]
    return Selection(" AND ".join(conditions) or "TRUE", tuple(parameters), tuple(given))


def selected(store: Store, selection: Selection, table: str = "events") -> pa.Table:
    """A table's rows that belong to the selected events, in the order of their keys.

    Raises:
        QueryError: if there is no such table, or its rows belong to no event.
    """
    from dragoman.store.schema import TABLES

    chosen = f"SELECT id FROM events WHERE {selection.condition}"
    reports = f"SELECT id FROM reports WHERE event IN ({chosen})"
    documents = f"SELECT document FROM reports WHERE event IN ({chosen})"
    key, owners, order = {
        "events": ("id", chosen, "date, id"),
        "reports": ("id", reports, "id"),
        "participants": ("report", reports, "report, role, mention"),
        "documents": ("id", documents, "id"),
        "copies": ("document", documents, "document, original"),
        "mentions": ("document", documents, "document, start"),
    }.get(table, ("", "", ""))
    if not key:
        raise QueryError(f"No rows of a table {table!r} belong to events.", "Ask for it without filters.")
    columns = ", ".join(f'"{name}"' for name in TABLES[table].names)
    sql = f'SELECT {columns} FROM {table} WHERE "{key}" IN ({owners}) ORDER BY {order}'
    return store.sql(sql, selection.parameters).cast(TABLES[table])


def _several(value: Any) -> list[Any]:
    if value is None or value == "":
        return []
    if isinstance(value, Iterable) and not isinstance(value, str):
        return list(value)
    return [value]
