"""Actors in an index file: written once, then looked up by name or id."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from dragoman.resolve.facts import Fact
from dragoman.resolve.imports.index import connect
from dragoman.resolve.names import last_word, name_key

#: Answers of each kind of question that stay in memory.
_REMEMBERED = 50_000

_TABLES = """
CREATE TABLE facts (
    fact INTEGER PRIMARY KEY, id TEXT, name TEXT, code TEXT, sectors TEXT, kind TEXT, since TEXT, until TEXT,
    office TEXT, aliases TEXT
);
CREATE TABLE names (key TEXT, fact INTEGER);
CREATE TABLE people (last TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE starts (start TEXT, words INTEGER);
"""
_INDEXES = """
CREATE TABLE longest AS SELECT start, max(words) AS words FROM starts GROUP BY start;
CREATE UNIQUE INDEX by_start ON longest (start);
CREATE INDEX by_key ON names (key);
CREATE INDEX by_id ON facts (id);
"""


class ActorWriter:
    """Fills an empty index file with actors.

    Args:
        db: from `new_index`.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._hash = hashlib.blake2b(digest_size=8)
        self._count = 0
        db.executescript(_TABLES)

    def add(self, fact: Fact, names: Iterable[str]) -> None:
        """Adds a fact with all its names, the official one first."""
        self._count += 1
        aliases = [name for name in dict.fromkeys(names) if name != fact.name]
        row = (
            fact.id, fact.name, fact.code, " ".join(fact.sectors), fact.kind, fact.since, fact.until, fact.office,
            "|".join(aliases),
        )  # fmt: skip
        self._hash.update(repr(row).encode())
        self._db.execute(f"INSERT INTO facts VALUES ({', '.join('?' * 10)})", (self._count, *row))
        keys = dict(made for name in (fact.name, *aliases) if (made := name_key(name)))
        self._db.executemany("INSERT INTO names VALUES (?, ?)", [(key, self._count) for key in keys])
        starts = [
            (" ".join(words[:count]).lower(), len(words)) for words in keys.values() for count in (1, 2)
        ]  # fmt: skip
        self._db.executemany("INSERT INTO starts VALUES (?, ?)", starts)
        if fact.kind == "person":
            lasts = [(last_word(name),) for name in (fact.name, *aliases)]
            self._db.executemany("INSERT OR IGNORE INTO people VALUES (?)", lasts)

    def finish(self) -> tuple[int, str]:
        """Makes the look-up tables; gives the number of facts and the digest of all."""
        self._db.executescript(_INDEXES)
        return self._count, self._hash.hexdigest()


class ActorIndex:
    """The actors of one index file.

    Args:
        path: the file.
        source: what a mention's `rule` names as where the fact is from.
    """

    def __init__(self, path: Path, source: str) -> None:
        self._db = connect(path)
        self.source = source
        self.longest = lru_cache(_REMEMBERED)(self._longest)
        self.named = lru_cache(_REMEMBERED)(self._named)
        self.of_id = lru_cache(_REMEMBERED)(self._of_id)
        self.ends_person = lru_cache(_REMEMBERED)(self._ends_person)

    def aliases(self, identity: str) -> list[str]:
        """All other names of an actor, by its id."""
        rows = self._db.execute("SELECT aliases FROM facts WHERE id = ? ORDER BY fact", [identity])
        return list(dict.fromkeys(name for (cell,) in rows for name in cell.split("|") if name))

    def _ends_person(self, last: str) -> bool:
        """Whether a word is the last of a person's name (see `last_word`)."""
        return self._db.execute("SELECT 1 FROM people WHERE last = ?", [last]).fetchone() is not None

    def _longest(self, start: str) -> int:
        """The most words of a name that begins with this word or these two words (in small letters); 0 if none."""
        row = self._db.execute("SELECT words FROM longest WHERE start = ?", [start]).fetchone()
        return int(row[0]) if row else 0

    def _named(self, key: str) -> tuple[Fact, ...]:
        """The facts of a name's key (see `name_key`), in the order of the file."""
        return self._facts("fact IN (SELECT fact FROM names WHERE key = ?)", key)

    def _of_id(self, identity: str) -> tuple[Fact, ...]:
        """The facts of one actor, each another time of it, in the order of the file."""
        return self._facts("id = ?", identity)

    def _facts(self, condition: str, value: str) -> tuple[Fact, ...]:
        rows = self._db.execute(
            f"SELECT id, name, code, sectors, kind, since, until, office FROM facts WHERE {condition} ORDER BY fact",
            [value],
        )
        return tuple(
            Fact(
                name=name, code=code, sectors=tuple(sectors.split()), kind=kind, since=since, until=until,
                office=office, identifier=identity, rule=f"{self.source}: {name}{f', {office}' if office else ''}",
            )
            for identity, name, code, sectors, kind, since, until, office in rows
        )  # fmt: skip
