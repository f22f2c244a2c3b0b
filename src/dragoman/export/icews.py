"""ICEWS' tab files: 20 columns with a header, empty for what is missing, names of sectors and countries in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.export.codes import cameo_name, goldstein, number, state_name
from dragoman.export.columns import Column, Value, event, first, place, province
from dragoman.export.gdelt import event_code
from dragoman.export.lines import Line, Party

#: PLOVER sectors by the names that ICEWS' dictionaries use; those without an exact counterpart have none.
_SECTORS = {
    "GOV": "Government", "MIL": "Military", "COP": "Police", "JUD": "Judicial", "LEG": "Legislative / Parliamentary",
    "PTY": "Parties", "OPP": "Dissident", "REB": "Rebel", "UAF": "Unidentified Forces", "BUS": "Business",
    "CRM": "Criminals / Gangs", "CVL": "General Population / Civilian / Social", "EDU": "Education",
    "REL": "Religious", "SOC": "Social",
}  # fmt: skip
_NON_STATES = {
    "IGO": "International Government Organization", "UNO": "International Government Organization",
    "EUR": "International Government Organization", "NGO": "Nongovernmental Organization (International)",
}  # fmt: skip

#: States that ICEWS calls otherwise than states.tsv.
_STATES = {"RUS": "Russian Federation", "PSE": "Occupied Palestinian Territory"}


def _sectors(party: Party) -> str | None:
    names = [_NON_STATES.get(party.country or ""), *(_SECTORS.get(sector) for sector in party.sectors)]
    return ",".join(dict.fromkeys(name for name in names if name)) or None


def _state(code: str | None) -> str | None:
    return _STATES.get(code or "") or state_name(code)


def _all(role: str, value: Callable[[Party], str | None], sign: str) -> Value:
    def get(line: Line) -> Any:
        side = line.actors if role == "actor" else line.recipients
        return sign.join(dict.fromkeys(found for party in side if (found := value(party)))) or None

    return get


def _party(label: str, role: str) -> list[Column[Line]]:
    return [
        Column(f"{label} Name", f"resolved names of the {role}s", _all(role, lambda party: party.name, "; ")),
        Column(f"{label} Sectors", "names of the sectors", _all(role, _sectors, ",")),
        Column(f"{label} Country", "names of the states", _all(role, lambda party: _state(party.country), "; ")),
    ]


COLUMNS: list[Column[Line]] = [
    Column("Event ID", "63 bits of a hash of the event's id", lambda line: number(line.id)),
    Column("Event Date", "first day of the event", event("date")),
    *_party("Source", "actor"),
    Column("Event Text", "name of the CAMEO code", lambda line: cameo_name(event_code(line))),
    Column("CAMEO Code", "CAMEO code", event_code),
    Column("Intensity", "Goldstein scale; empty where not certain", lambda line: goldstein(event_code(line))),
    *_party("Target", "recipient"),
    Column("Story ID", "63 bits of a hash of the first report's document", lambda line: number(line.first["document"])),
    Column("Sentence Number", "of the first report, from 1", first("sentence")),
    Column("Publisher", "of the first report", first("publisher")),
    Column("City", "the place, if it is a city", place("place", "city")),
    Column("District", "the place, if it is a district", place("place", "district")),
    Column("Province", "province of the place", province),
    Column("Country", "name of the place's state", lambda line: _state(line.place["place_country"])),
    Column("Latitude", "degrees north", place("latitude")),
    Column("Longitude", "degrees east", place("longitude")),
]
