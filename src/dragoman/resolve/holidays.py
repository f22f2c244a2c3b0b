"""Holidays by name: those with a fixed day, those of one country, and those that move with Easter."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

from dragoman import dates
from dragoman.resolve.facts import rows


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday and its day in a year (None where that year has no such day)."""

    name: str
    day_in: Callable[[int], date | None]


def find(words: str, country: str) -> Holiday | None:
    """The first holiday that a lower-cased phrase names.

    Args:
        words: a lower-cased phrase.
        country: ISO alpha-3 code that decides for days which each country keeps on its own date; "" if unknown.
    """
    found = _names().search(words)
    if not found:
        return None
    table = _table()[found[1]]
    return table.get(country) or table.get("")


@cache
def _table() -> dict[str, dict[str, Holiday]]:
    """Holidays by lower-cased name, then by country ("" for every country)."""
    table: dict[str, dict[str, Holiday]] = {}
    for row in rows("holidays.tsv"):
        holiday = Holiday(row["name"], _easter(int(row["easter"])) if row["easter"] else _fixed(row))
        for name in [row["name"], *filter(None, row["aliases"].split("|"))]:
            for country in row["countries"].split() or [""]:
                table.setdefault(name.lower(), {})[country] = holiday
    return table


@cache
def _names() -> re.Pattern[str]:
    names = sorted(_table(), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})(?![\w'])")


def _fixed(row: dict[str, str]) -> Callable[[int], date | None]:
    month, day = int(row["month"]), int(row["day"])
    return lambda year: dates.valid(year, month, day)


def _easter(offset: int) -> Callable[[int], date | None]:
    """Western Easter, which dateutil knows for 1583 to 4099."""
    return lambda year: easter(year) + timedelta(days=offset) if 1583 <= year <= 4099 else None
