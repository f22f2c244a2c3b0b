"""Reads a Wikidata JSON dump: people with their offices, organisations, parties, armed groups, agencies.

An entity names its country, class and offices by Q-id only, and their own entities may come later in the dump: what
is taken waits in a temporary file, and becomes facts when all has been read. Memory stays constant.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import Any

from dragoman.resolve.facts import Fact, rows
from dragoman.resolve.imports.actor_index import ActorWriter
from dragoman.resolve.imports.wikidata_entity import item, items, label, names, qualifier_time, statements, text, time
from dragoman.resolve.imports.wikidata_tables import HUMAN, classes, sectors_of_office, states

#: Properties: instance of, occupation, office held, citizenship, country, jurisdiction, ISO alpha-3 code, inception,
#: dissolved, start, end, date of death.
_CLASS, _OCCUPATION, _OFFICE, _CITIZEN, _COUNTRY, _JURISDICTION = "P31", "P106", "P39", "P27", "P17", "P1001"
_ALPHA3, _INCEPTION, _DISSOLVED, _START, _END, _DEATH = "P298", "P571", "P576", "P580", "P582", "P570"

#: The occupation of those who held an office but have none of the table's.
_POLITICIAN = "Q82955"

_TABLES = """
CREATE TABLE actors (item TEXT, class TEXT, names TEXT, countries TEXT, since TEXT, until TEXT);
CREATE TABLE terms (item TEXT, office TEXT, since TEXT, until TEXT);
CREATE TABLE offices (office TEXT, label TEXT, jurisdictions TEXT, countries TEXT);
"""
_TERMS = """
SELECT o.label, o.jurisdictions, o.countries, t.since, t.until FROM terms t JOIN offices o ON o.office = t.office
WHERE t.item = ? ORDER BY t.since, t.until, o.label
"""


def read_wikidata(lines: Iterable[bytes], writer: ActorWriter, problem: Callable[[str], None]) -> None:
    """Takes the actors of a dump.

    Args:
        lines: the dump's lines: one entity a line in an array.
        writer: takes the actors.
        problem: is told of each line that is no entity, with its number, and of classes that the dump names otherwise.
    """
    # A database without a name lives in a temporary file.
    with closing(sqlite3.connect("")) as db:
        dump = _Dump(db, problem)
        for number, line in enumerate(lines, 1):
            entity_line = line.strip().rstrip(b",")
            if entity_line in (b"", b"[", b"]"):
                continue
            try:
                dump.take(entity_line)
            except (ValueError, KeyError, TypeError, AttributeError):
                problem(f"line {number}: no entity in Wikidata's JSON")
        for fact, found in dump.facts():
            writer.add(fact, found)


class _Dump:
    """What was taken of a dump so far."""

    def __init__(self, db: sqlite3.Connection, problem: Callable[[str], None]) -> None:
        self._db, self._problem = db, problem
        self._classes = dict(classes())
        self._states = dict(states())
        self._codes = {row["code"] for row in rows("states.tsv")}
        wanted = "|".join([HUMAN, *self._classes])
        self._telling = re.compile(rf'"id":\s*"(?:{wanted})"|"(?:{_ALPHA3}|{_JURISDICTION})"'.encode())
        db.executescript(_TABLES)

    def take(self, line: bytes) -> None:
        """Takes an entity. Raises ValueError, KeyError, TypeError or AttributeError if the line is none."""
        # Most of a dump are articles, stars and genes: not even parsed.
        if line.startswith(b"{") and line.endswith(b"}") and not self._telling.search(line):
            return
        entity = json.loads(line)
        identity, name = str(entity["id"]), label(entity)
        if identity in classes() and name and classes()[identity].label not in names(entity):
            self._problem(f"{identity} is {name!r}, not {classes()[identity].label!r}: the class is passed over")
            self._classes.pop(identity, None)
        code = text(entity, _ALPHA3)
        if code in self._codes:
            self._states[identity] = code
        jurisdictions = items(entity, _JURISDICTION)
        if name and jurisdictions:
            row = (identity, name, " ".join(jurisdictions), " ".join(items(entity, _COUNTRY)))
            self._db.execute("INSERT INTO offices VALUES (?, ?, ?, ?)", row)
        instance = items(entity, _CLASS)
        if name and HUMAN in instance:
            self._person(entity, identity)
        elif name and (found := next((one for one in self._classes if one in instance), "")):
            self._actor(entity, identity, found, _COUNTRY, time(entity, _INCEPTION), time(entity, _DISSOLVED))
            if code := self._classes[found].code:
                # Whoever leads it is of no state either.
                self._states[identity] = code

    def facts(self) -> Iterator[tuple[Fact, list[str]]]:
        """The facts of all that was taken, with their names."""
        self._db.execute("CREATE INDEX by_item ON terms (item)")
        self._db.execute("CREATE INDEX by_office ON offices (office)")
        for identity, one, found, countries, since, until in self._db.execute("SELECT * FROM actors ORDER BY rowid"):
            known = self._classes.get(one)
            if not known:
                continue
            kind = "person" if known.kind == "occupation" else known.kind
            called = _usable(found.split("|"), kind)
            terms = list(self._terms(identity)) if kind == "person" else []
            if not terms and (code := known.code or self._code(countries)):
                terms = [(code, known.sectors, "", since, until)]
            for code, sectors, office, start, end in terms if called else ():
                yield Fact(found.split("|")[0], code, sectors, kind, "", start, end, (), office, identity), called

    def _person(self, entity: dict[str, Any], identity: str) -> None:
        occupations = items(entity, _OCCUPATION)
        # All of them: where one is preferred, it is only the office of today.
        held = [(item(s), qualifier_time(s, _START), qualifier_time(s, _END)) for s in statements(entity, _OFFICE)]
        # Most people are known for something else than what makes news of this kind.
        found = next((one for one in self._classes if one in occupations), _POLITICIAN if held else "")
        if not found:
            return
        self._actor(entity, identity, found, _CITIZEN, "", "")
        death = time(entity, _DEATH)
        dated = [(identity, office, start, end or death) for office, start, end in held if office and (start or end)]
        self._db.executemany("INSERT INTO terms VALUES (?, ?, ?, ?)", dated)

    def _actor(self, entity: dict[str, Any], identity: str, one: str, of: str, since: str, until: str) -> None:
        called = "|".join(name.replace("|", "/") for name in names(entity))
        countries = " ".join(items(entity, of, ended=False))
        self._db.execute(
            "INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?)", (identity, one, called, countries, since, until)
        )

    def _terms(self, identity: str) -> Iterator[tuple[str, tuple[str, ...], str, str, str]]:
        """Code, sectors, office and time of each office that somebody held in a state or organisation."""
        for office, jurisdictions, countries, since, until in self._db.execute(_TERMS, [identity]):
            # What a province's governor governs is no state; the office's country is.
            code = self._code(jurisdictions) or self._code(countries)
            if code:
                yield code, sectors_of_office(office), office, since, until

    def _code(self, found: str) -> str:
        """The code that all of several Q-ids stand for; empty if they stand for none or different ones."""
        codes = {self._states[one] for one in found.split() if one in self._states}
        return codes.pop() if len(codes) == 1 else ""


def _usable(found: list[str], kind: str) -> list[str]:
    """The names that tell somebody from other words: those of several words; of armed groups also longer single ones.

    Of half a million single names and abbreviations most are also common words or somebody else's.
    """
    return [name for name in found if " " in name.strip() or (kind == "groups" and len(name) > 3)]
