"""The formats of exports, defined once: `FORMATS`, for the command line, Python and the web page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from dragoman.export import gdelt, icews, polecat
from dragoman.export.citation import coded_by, dataset_version
from dragoman.export.columns import Column, T, tab_row
from dragoman.export.dictionary import EVENT_COLUMNS
from dragoman.export.dyads import dyads
from dragoman.export.files import WRITERS
from dragoman.export.geojson import geojson
from dragoman.export.lines import Line, lines
from dragoman.export.plover import FIELDS, plover_line
from dragoman.query.selection import Selection, selected
from dragoman.store.schema import TABLES

if TYPE_CHECKING:
    from dragoman.store import Store

#: Name and meaning of each column.
Described = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Source:
    """What an export is made from: the selected events of a store, expanded to pairs or not."""

    store: Store
    selection: Selection
    expand: bool

    def lines(self) -> Iterator[Line]:
        """The events as lines."""
        for line in lines(self.store, self.selection):
            yield from dyads(line) if self.expand else [line]

    def table(self) -> pa.Table:
        """The events with the columns of `events`."""
        if not self.expand:
            return selected(self.store, self.selection)
        return pa.Table.from_pylist([line.event for line in self.lines()], TABLES["events"])

    def version(self) -> str:
        """What coded the events, and the version of the data set."""
        return f"{coded_by(self.store)}, data {dataset_version(self.store)}"


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the ending that means it ("" for none), what it is, its writer and its columns."""

    name: str
    ending: str
    help: str
    write: Callable[[Source, Path], None]
    columns: Described


def _table(ending: str) -> Callable[[Source, Path], None]:
    return lambda source, path: WRITERS[ending](source.table(), path)


def _text(texts: Callable[[Source], Iterable[str]]) -> Callable[[Source, Path], None]:
    def write(source: Source, path: Path) -> None:
        with open(path, "w", encoding="utf8", newline="\n") as file:
            file.writelines(texts(source))

    return write


def _tabs(columns: list[Column[T]], rows: Iterable[T], missing: str = "", header: bool = True) -> Iterator[str]:
    if header:
        yield tab_row((column.name for column in columns), missing)
    for row in rows:
        yield tab_row((column.value(row) for column in columns), missing)


def _polecat(source: Source) -> Iterator[str]:
    return _tabs(polecat.columns(source.version()), source.lines(), missing="None")


def _icews(source: Source) -> Iterator[str]:
    return _tabs(icews.COLUMNS, source.lines())


def _gdelt(source: Source) -> Iterator[str]:
    return _tabs(gdelt.EVENTS, source.lines(), header=False)


def _mentions(source: Source) -> Iterator[str]:
    mentions = ((line, report) for line in source.lines() for report in line.reports)
    return _tabs(gdelt.MENTIONS, mentions, header=False)


def _plover(source: Source) -> Iterator[str]:
    version = source.version()
    return (plover_line(line, version) for line in source.lines())


def _geojson(source: Source) -> Iterator[str]:
    return geojson(source.table().to_pylist())


def _described(columns: list[Column[Any]]) -> Described:
    return [(column.name, column.help) for column in columns]


_EVENTS = [(name, EVENT_COLUMNS.get(name, "")) for name in TABLES["events"].names]

FORMATS = {
    format.name: format
    for format in (
        Format("csv", ".csv", "Comma-separated events, lists joined by |.", _table(".csv"), _EVENTS),
        Format("parquet", ".parquet", "Events with their types.", _table(".parquet"), _EVENTS),
        Format("jsonl", ".jsonl", "Events as JSON lines.", _table(".jsonl"), _EVENTS),
        Format("stata", ".dta", "Stata 14 and later; lists joined by |.", _table(".dta"), _EVENTS),
        Format("geojson", ".geojson", "A GeoJSON feature for each event.", _text(_geojson), _EVENTS),
        Format("plover", "", "PLOVER JSON lines.", _text(_plover), list(FIELDS.items())),
        Format("polecat", "", "POLECAT: 40 columns, tabs, header, None for missing.", _text(_polecat),
               _described(polecat.columns(""))),
        Format("icews", "", "ICEWS: 20 columns, tabs, header.", _text(_icews), _described(icews.COLUMNS)),
        Format("gdelt", "", "GDELT 2.0 events: 61 columns, tabs, no header.", _text(_gdelt),
               _described(gdelt.EVENTS)),
        Format("gdelt-mentions", "", "GDELT 2.0 mentions: 16 columns, tabs, no header.", _text(_mentions),
               _described(gdelt.MENTIONS)),
    )
}  # fmt: skip
