"""Reads a CSV of own actors; see docs/own-actors.md."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from dragoman.errors import InputError
from dragoman.ontology import NON_STATES, SECTORS
from dragoman.resolve.facts import Fact, cells, rows
from dragoman.resolve.imports.actor_index import ActorWriter

COLUMNS = ("name", "aliases", "country", "sector", "from", "to", "identifier", "kind")
KINDS = ("organisation", "person")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def read_own(lines: Iterable[str], writer: ActorWriter, problem: Callable[[str], None]) -> None:
    """Takes the actors of a CSV, parted by commas, semicolons or tabs.

    Args:
        lines: the file's lines, the header first.
        writer: takes the actors.
        problem: is told of each unknown column and of each row that is left out, with its line number.

    Raises:
        InputError: if the header has no column `name`.
    """
    lines = iter(lines)
    header = next(lines, "")
    sign = max(",;\t", key=header.count)
    columns = [name.strip().lower() for name in next(csv.reader([header], delimiter=sign), [])]
    if "name" not in columns:
        raise InputError("The file has no column 'name' in its first line.", f"Columns: {', '.join(COLUMNS)}")
    for name in columns:
        if name not in COLUMNS:
            problem(f"line 1: unknown column {name!r} is passed over")
    reader = csv.reader(lines, delimiter=sign)
    while True:
        try:
            row = next(reader, None)
        except csv.Error as broken:
            problem(f"line {reader.line_num + 1}: {broken}")
            continue
        if row is None:
            return
        if any(cell.strip() for cell in row) and (wrong := _take(columns, row, writer)):
            problem(f"line {reader.line_num + 1}: {wrong}")


def _take(columns: list[str], row: list[str], writer: ActorWriter) -> str:
    """Takes a row; gives what is wrong with it, if it can't be taken."""
    if len(row) > len(columns):
        return f"{len(row)} cells, but {len(columns)} columns"
    have = dict.fromkeys(COLUMNS, "") | {name: cell.strip() for name, cell in zip(columns, row, strict=False)}
    code, sectors, kind = have["country"].upper(), have["sector"].upper().replace("|", " ").split(), have["kind"]
    wrong = (
        ("" if have["name"] else "no name")
        or ("" if not code or code in _codes() else f"unknown country {have['country']!r} (ISO alpha-3, IGO, NGO, ...)")
        or next((f"unknown sector {sector!r}" for sector in sectors if sector not in SECTORS), "")
        or ("" if kind in ("", *KINDS) else f"unknown kind {kind!r} ({' or '.join(KINDS)})")
        or _wrong_time(have["from"], have["to"])
    )
    if not wrong:
        fact = Fact(
            name=have["name"], code=code or "XXX", sectors=tuple(sectors), kind=kind or KINDS[0], rule="",
            since=have["from"], until=have["to"], identifier=have["identifier"],
        )  # fmt: skip
        writer.add(fact, [have["name"], *cells(have["aliases"])])
    return wrong


@cache
def _codes() -> frozenset[str]:
    return frozenset({row["code"] for row in rows("states.tsv")} | set(NON_STATES))


def _wrong_time(since: str, until: str) -> str:
    for day in (since, until):
        if day and not _is_day(day):
            return f"{day!r} is no date (2014, 2014-03 or 2014-03-18)"
    # As in `Fact.valid`: "2014" ends with its last day.
    return f"it ends ({until}) before it begins ({since})" if until and since[: len(until)] > until else ""


def _is_day(day: str) -> bool:
    found = _DAY.fullmatch(day)
    if not found:
        return False
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return True
