"""What events and pages can be counted by, defined once: `GROUPS`, each a column of SQL.

An event counts in the period of its first day, and only where its date is known as finely as the period asks: one
"in March" has a month and no day. It counts once for each of its actor countries and once for each recipient country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.errors import QueryError
from dragoman.query.values import nearest

#: Precisions of dates, the finest first; a quarter is known from a month on.
_PRECISIONS = ("day", "week", "month", "quarter", "year")


def label(unit: str, day: str) -> str:
    """SQL for the name of the period that a day lies in: 2022-02-24, 2022-W08 (ISO), 2022-02, 2022-Q1 or 2022."""
    if unit == "quarter":
        return f"concat(year({day}), '-Q', quarter({day}))"
    form = {"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}[unit]
    return f"strftime({day}, '{form}')"


def _period(unit: str) -> str:
    fine = ", ".join(f"'{name}'" for name in _PRECISIONS[: _PRECISIONS.index(unit) + 1])
    return f"CASE WHEN date_precision IN ({fine}) THEN {label(unit, 'date')} END"


@dataclass(frozen=True, slots=True)
class Group:
    """A way to count: the column of events (None: not of events), the one of documents, and which lists it opens."""

    name: str
    events: str | None
    documents: str | None = None
    opens: tuple[str, ...] = ()


#: The two countries of an event whichever acts, in alphabetical order.
_PAIR = "concat(least(actor, recipient), '-', greatest(actor, recipient))"
_BOTH = "CASE WHEN actor IS NOT NULL AND recipient IS NOT NULL THEN {} END"

GROUPS = {
    group.name: group
    for group in (
        *(Group(unit, _period(unit), label(unit, "published")) for unit in _PRECISIONS),
        Group("type", "type"),
        Group("mode", "mode"),
        Group("quad", "quad"),
        Group("status", "status"),
        Group("actor", "actor", None, ("actor",)),
        Group("recipient", "recipient", None, ("recipient",)),
        Group("pair", _BOTH.format(_PAIR), None, ("actor", "recipient")),
        Group("country", "place_country", "country"),
        Group("publisher", None, "publisher"),
    )
}

#: The groups that are periods.
UNITS = _PRECISIONS


def groups(names: Sequence[str], of: str) -> list[Group]:
    """The groups of these names that `of` ("events" or "documents") can be counted by.

    Raises:
        QueryError: for a name that is none of them, with the nearest.
    """
    valid = [name for name, group in GROUPS.items() if getattr(group, of)]
    for name in names:
        if name not in valid:
            raise QueryError(f"{of.capitalize()} can't be counted by {name!r}.", nearest(name, valid))
    return [GROUPS[name] for name in dict.fromkeys(names)]
