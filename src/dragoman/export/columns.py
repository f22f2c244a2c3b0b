"""The column of a written table: its name, what it holds, and how a line gives it; and rows of tab-separated text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from dragoman.export.lines import Line, Party

#: Between the values of one cell, as in POLECAT's contexts.
LIST_SIGN = "|"

_BREAKS = re.compile(r"[\s\x00-\x1f\x7f]+")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column. `help` goes into the data dictionary; `value` gives None where there is nothing."""

    name: str
    help: str
    value: Callable[[T], Any]


Value = Callable[[Line], Any]


def nothing(_: object) -> None:
    """The value of a column that Dragoman does not measure."""


def event(name: str) -> Value:
    """The event's own column."""
    return lambda line: line.event[name]


def place(name: str, precision: str = "") -> Value:
    """A column of the event's place, if it is as precise as asked ("" for any); see `Line.place`."""
    return lambda line: line.place[name] if precision in ("", line.place["place_precision"]) else None


def province(line: Line) -> Any:
    """The province that the place lies in or is."""
    return line.place.get("place_admin") or place("place", "province")(line)


def first(name: str) -> Value:
    """A field of the report that was published first."""
    return lambda line: line.first[name]


def parties(role: str, values: Callable[[Party], Iterable[Any]]) -> Value:
    """The values of the side's parties, joined, without repetition; None if none has any."""

    def get(line: Line) -> str | None:
        side = line.actors if role == "actor" else line.recipients
        return joined(str(value) for party in side for value in values(party) if value is not None)

    return get


def joined(values: Iterable[str]) -> str | None:
    """Values in one cell, each once; None for none. The sign between values can't stand inside one."""
    return LIST_SIGN.join(dict.fromkeys(value.replace(LIST_SIGN, "/") for value in values)) or None


def tab_row(cells: Iterable[Any], missing: str) -> str:
    """A row of tab-separated text that needs no quotes: breaks and tabs become spaces, double quotes single ones.

    Args:
        cells: dates come out as 2022-02-24, floats as short as they are, None as `missing`.
        missing: what stands for a value that could not be had.
    """
    return "\t".join(missing if cell is None else _text(cell) for cell in cells) + "\n"


def _text(cell: Any) -> str:
    if isinstance(cell, float):
        return f"{cell:.10g}"
    return _BREAKS.sub(" ", str(cell)).replace('"', "'").strip()
