"""Places in an index file: written once, then looked up by folded name."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from dragoman.resolve.gazetteer import Entry
from dragoman.resolve.imports.index import connect

_REMEMBERED = 20_000

_TABLES = """
CREATE TABLE places (
    place INTEGER PRIMARY KEY, level TEXT, name TEXT, country TEXT, code TEXT, population INTEGER, latitude REAL,
    longitude REAL, seat INTEGER
);
CREATE TABLE names (key TEXT, place INTEGER);
"""
# A seat of a province is its chief town; where the dump marks none, its largest town is.
_INDEXES = """
CREATE INDEX by_key ON names (key);
CREATE TABLE provinces AS SELECT country, code, min(name) AS name, '' AS chief_town FROM places
    WHERE level = 'province' GROUP BY country, code;
CREATE UNIQUE INDEX by_code ON provinces (country, code);
CREATE TEMP TABLE chief AS SELECT country, code, name FROM (
    SELECT country, code, name, row_number() OVER (
        PARTITION BY country, code ORDER BY seat DESC, population DESC, place) AS rank
    FROM places WHERE level = 'city' AND (seat OR population)) WHERE rank = 1;
UPDATE provinces SET chief_town = chief.name FROM chief
    WHERE chief.country = provinces.country AND chief.code = provinces.code;
"""
_FIND = """
SELECT p.level, p.name, p.country, coalesce(r.name, ''), p.population, p.latitude, p.longitude,
    coalesce(r.chief_town, '')
FROM places p LEFT JOIN provinces r ON r.country = p.country AND r.code = p.code
WHERE p.place IN (SELECT place FROM names WHERE key = ?) ORDER BY p.population DESC, p.place
"""


class PlaceWriter:
    """Fills an empty index file with places.

    Args:
        db: from `new_index`.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._hash = hashlib.blake2b(digest_size=8)
        self._count = 0
        db.executescript(_TABLES)

    def add(self, entry: Entry, code: str, seat: bool, keys: Iterable[str]) -> None:
        """Adds a place.

        Args:
            entry: the place; its province's name is looked up by the code when all are there.
            code: of its province in its country.
            seat: whether it is the province's seat.
            keys: the folded names.
        """
        self._count += 1
        row = (entry.level, entry.name, entry.country, code, entry.population, entry.latitude, entry.longitude, seat)
        keys = sorted(keys)
        self._hash.update(repr((row, keys)).encode())
        self._db.execute(f"INSERT INTO places VALUES ({', '.join('?' * 9)})", (self._count, *row))
        self._db.executemany("INSERT INTO names VALUES (?, ?)", [(key, self._count) for key in keys])

    def finish(self) -> tuple[int, str]:
        """Makes the look-up tables; gives the number of places and the digest of all."""
        self._db.executescript(_INDEXES)
        return self._count, self._hash.hexdigest()


class PlaceIndex:
    """The places of one index file.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._db = connect(path)
        self.named = lru_cache(_REMEMBERED)(self._named)

    def _named(self, folded: str) -> tuple[Entry, ...]:
        """All places of a folded name, the largest first."""
        return tuple(_entry(*row) for row in self._db.execute(_FIND, [folded]))


def _entry(
    level: str, name: str, country: str, province: str, population: int, latitude: float, longitude: float, chief: str
) -> Entry:
    if level == "city":
        return Entry(name, country, level, province, population, latitude, longitude)
    return Entry(name, country, level, province, chief_town=chief if level == "province" else "")
