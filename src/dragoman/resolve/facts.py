"""Facts of the knowledge tables: what a name stands for, and when.

Each table in `knowledge/` is a TSV with a header; `|` separates several names in a cell. `from` and `to` are a year,
a month or a day (ISO 8601, as exact as known; both inclusive).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.identity import digest

#: Who held an office when the tables were last read through may have left it since.
KNOWN_UNTIL = "2026"


@dataclass(frozen=True, slots=True)
class Fact:
    """What a name stands for.

    `code` is a country or one of the codes for actors without one (IGO, NGO, ...); `kind` is state, seat, region,
    world (a part of the world with several states), people, person, groups, agencies, parties, or a kind of
    organisation; `rule` names table or import, and row; `identifier` is that of an import, such as a Q-id. A people of
    several states has them in `homes`, and the `code` of the one where most of its news is from, else XXX. `since`
    and `until` are ISO dates of any precision, both inclusive, empty where open or unknown. `office` is what a person
    held in that time.
    """

    name: str
    code: str
    sectors: tuple[str, ...]
    kind: str
    rule: str
    since: str = ""
    until: str = ""
    homes: tuple[str, ...] = ()
    office: str = ""
    identifier: str = ""

    @property
    def id(self) -> str:
        """The actor's id: its identifier, else from name and code, the same in all its times."""
        return self.identifier or digest("actor", self.name, self.code)

    @property
    def source(self) -> str:
        """The table or import that the fact is from."""
        return self.rule.partition(": ")[0]

    def valid(self, day: str) -> bool:
        """Whether the fact holds on a day (ISO); always if no day is given."""
        if not day:
            return True
        until = self.until or (KNOWN_UNTIL if self.office else "")
        return self.since <= day[: len(self.since)] and day[: len(until)] <= until

    def distance(self, day: str) -> int:
        """Roughly how many years the day lies outside the fact's time; 0 if inside. Without a day: years until now."""
        if not day:
            return 9999 - int(self.until[:4] or 9999)
        if self.valid(day):
            return 0
        year = int(day[:4])
        return max(int(self.since[:4] or year) - year, year - int(self.until[:4] or year), 1)


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of one table of the package."""
    path = resources.files("dragoman.resolve") / "knowledge" / table
    with path.open(encoding="utf8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def cells(cell: str) -> list[str]:
    """The names of a cell."""
    return [name for part in cell.split("|") if (name := part.strip())]


#: Kinds of rows in regions.tsv and history.tsv that are no plain regions.
_KINDS = {"state": "state", "people": "people", "world": "world"}


def shipped_facts() -> Iterator[tuple[Fact, list[str]]]:
    """Facts with their names, in the order of precedence: what an earlier row claims ("Brussels" for the EU) a later
    one of another name can't."""
    for table, code in (
        ("organisations.tsv", "code"),
        ("groups.tsv", "country"),
        ("agencies.tsv", "country"),
        ("parties.tsv", "country"),
    ):
        for row in rows(table):
            kind = row.get("kind") or table.removesuffix(".tsv")
            yield _fact(row, table, row[code], row["sector"], kind), [row["name"], *cells(row["aliases"])]
    yield from _states()
    for table in ("history.tsv", "regions.tsv"):
        for row in rows(table):
            kind = _KINDS.get(row.get("kind") or "state", "region")
            names = [row["name"], *cells(row["aliases"]), *cells(row["nationalities"])]
            yield _fact(row, table, row["code"], row.get("sector") or "", kind), names
    for row in rows("landmarks.tsv"):
        yield _fact(row, "landmarks.tsv", row["code"], "", "region"), [row["name"], *cells(row["aliases"])]
    for row in rows("people.tsv"):
        yield (
            _fact(row, "people.tsv", row["country"], row["sector"], "person"),
            [row["name"], *cells(row["aliases"])],
        )  # fmt: skip


def _states() -> Iterator[tuple[Fact, list[str]]]:
    for row in rows("states.tsv"):
        names = [row["name"], *cells(row["aliases"]), *cells(row["nationalities"])]
        yield _fact(row, "states.tsv", row["code"], "", "state"), names
        yield _fact(row, "states.tsv", row["code"], "GOV", "seat"), [*cells(row["seats"]), *cells(row["capital"])]


def _fact(row: dict[str, str], table: str, codes: str, sectors: str, kind: str) -> Fact:
    first, *others = cells(codes)
    office = row.get("office") or ""
    return Fact(
        name=row["name"],
        code=first,
        sectors=tuple(cells(sectors.replace(" ", "|"))),
        kind=kind,
        rule=f"{table}: {row['name']}{f', {office}' if office else ''}",
        since=row.get("from") or "",
        until=row.get("to") or "",
        homes=tuple(code for code in (first, *others) if code != "XXX") if others else (),
        office=office,
    )


@cache
def nationalities() -> frozenset[str]:
    """All nationality words of states, old states, regions and peoples, in small letters."""
    tables = ("states.tsv", "history.tsv", "regions.tsv")
    return frozenset(name.lower() for table in tables for row in rows(table) for name in cells(row["nationalities"]))


@cache
def lands() -> frozenset[str]:
    """All names of states, old states and regions that are no nationality words, in small letters."""
    tables = ("states.tsv", "history.tsv", "regions.tsv")
    return frozenset(
        name.lower() for table in tables for row in rows(table) for name in [row["name"], *cells(row["aliases"])]
    )
