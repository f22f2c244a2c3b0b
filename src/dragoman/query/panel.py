"""Zero-filled panels: every pair of countries in every period, also where nothing was reported."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING, Any

from dragoman import ontology
from dragoman.errors import QueryError
from dragoman.query import values
from dragoman.query.counts import add_denominators, count, unit_of
from dragoman.query.groups import UNITS, label
from dragoman.query.selection import Selection

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.store import Store

#: What a panel can be split by beside pair and period: every value has its row.
_SPLITS: dict[str, tuple[Any, ...]] = {
    "type": ontology.TYPES,
    "quad": (1, 2, 3, 4),
    "status": ontology.STATUSES,
}


def panel(store: Store, selection: Selection, by: Sequence[str]) -> pa.Table:
    """Counts for each directed pair of countries (actor, recipient) in each period, zero where there are none.

    The pairs are those that the selected events have, and those that the filters on actor and recipient name. The
    periods run from `since` to `until`, or from the first to the last that an event falls in. Events whose date is
    less precise than the period, or with a side that has no country, have no place in a panel.

    Args:
        store: an open store.
        selection: from `select`.
        by: one of the periods, and any of "type", "quad" and "status".

    Returns:
        The period, `actor`, `recipient`, the splits, then `events`, `reports`, `independent`, `score` (null where
        there are no events), `coverage_documents`, `coverage_sentences`.

    Raises:
        QueryError: if `by` holds no period, or more than one, or another group.
    """
    units = unit_of(by)
    splits = [name for name in by if name not in units]
    if len(units) != 1 or any(name not in _SPLITS for name in splits):
        raise QueryError(
            f"A panel can't be made by {', '.join(by) or 'nothing'}.",
            f"Give one of {', '.join(UNITS)}, and if wanted {', '.join(_SPLITS)}: --by month,quad",
        )
    keys = [units[0], "actor", "recipient", *splits]
    counted = count(store, selection, keys).to_pylist()
    known = [row for row in counted if all(row[key] is not None for key in keys[:3])]
    have = {tuple(row[key] for key in keys): row for row in known}
    pairs = sorted({(row["actor"], row["recipient"]) for row in known} | _named_pairs(selection))
    rows = []
    for period, pair, split in product(
        _periods(store, selection, units[0]), pairs, list(product(*(_SPLITS[name] for name in splits)))
    ):
        key = (period, *pair, *split)
        rows.append(have.get(key) or _zero(keys, key))
    return add_denominators(store, _table(keys, rows), units)


def _table(keys: Sequence[str], rows: list[dict[str, Any]]) -> pa.Table:
    import pyarrow as pa

    own = [(key, pa.int64() if key == "quad" else pa.string()) for key in keys]
    counts = [(name, pa.int64()) for name in ("events", "reports", "independent")]
    return pa.Table.from_pylist(rows, pa.schema([*own, *counts, ("score", pa.float64())]))


def _zero(keys: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(keys, values, strict=True)) | {"events": 0, "reports": 0, "independent": 0, "score": None}


def _named_pairs(selection: Selection) -> set[tuple[str, str]]:
    """The pairs of countries that the filters on actor and recipient name."""
    given = dict(selection.given)
    actors, recipients = (
        [code for name in given.get(role, ()) if (code := values.country(name))] for role in ("actor", "recipient")
    )
    return set(product(actors, recipients))


def _periods(store: Store, selection: Selection, unit: str) -> list[str]:
    """The names of all periods of a panel, in order."""
    given = dict(selection.given)
    bounds = []
    for name, last, known in (("since", False, "min"), ("until", True, "max")):
        if name in given:
            days = [values.day(name, value, last) for value in given[name]]
            bounds.append(min(days) if name == "since" else max(days))
        else:
            found = store.sql(
                f"SELECT {known}(date) AS day FROM events WHERE {selection.condition}", selection.parameters
            )
            bounds.append(found["day"][0].as_py())
    if None in bounds:
        return []
    periods = store.sql(
        f"SELECT DISTINCT {label(unit, 'day')} AS period FROM (SELECT unnest(generate_series(?::DATE, ?::DATE, "
        "INTERVAL 1 DAY)) AS day) ORDER BY period",
        bounds,
    )
    return list(periods["period"].to_pylist())
