"""GDELT 2.0: events (61 columns) and mentions (16), tab-separated, without header, empty for what is missing.

Source: the GDELT Event Codebook 2.0. GDELT codes the first two parties; an event with more is best expanded.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dragoman.export.codes import cameo, fips, goldstein, number
from dragoman.export.columns import Column, Value, first, nothing, place
from dragoman.export.lines import Line, Party, Row

#: PLOVER sectors as CAMEO types of an actor; sectors without an exact counterpart have none.
_TYPES = {
    "GOV": "GOV", "MIL": "MIL", "COP": "COP", "JUD": "JUD", "LEG": "LEG", "OPP": "OPP", "REB": "REB", "SPY": "SPY",
    "UAF": "UAF", "AGR": "AGR", "BUS": "BUS", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU", "ELI": "ELI", "JRN": "MED",
    "LAB": "LAB", "MED": "HLH", "REF": "REF",
}  # fmt: skip

#: Codes that stand where PLOVER has a country, as CAMEO type and known group.
_GROUPS = {
    "IGO": ("IGO", ""), "UNO": ("IGO", "UNO"), "EUR": ("IGO", "EEC"), "NGO": ("NGO", ""), "IMG": ("IMG", ""),
    "MNC": ("MNC", ""), "ISM": ("INT", ""), "XXX": ("", ""),
}  # fmt: skip

#: Kinds of place, in the United States and elsewhere: a country, a city or landmark, an administrative division.
_PLACES = {"country": (1, 1), "city": (3, 4), "point": (3, 4), "district": (2, 5), "province": (2, 5)}


def _country(party: Party) -> str | None:
    return None if party.country in _GROUPS else party.country


def _group(party: Party) -> str | None:
    return _GROUPS.get(party.country or "", ("", ""))[1] or None


def _type(number: int) -> Callable[[Party], str | None]:
    def get(party: Party) -> str | None:
        own = _GROUPS.get(party.country or "", ("", ""))[0]
        types = [found for found in [own, *(_TYPES.get(sector, "") for sector in party.sectors)] if found]
        return types[number] if len(types) > number else None

    return get


def _code(party: Party) -> str | None:
    types = [_type(place)(party) or "" for place in range(3)]
    return "".join([_country(party) or "", types[0], _group(party) or "", *types[1:]]) or None


def _of(role: str, value: Callable[[Party], Any]) -> Value:
    def get(line: Line) -> Any:
        side = line.actors if role == "actor" else line.recipients
        return value(side[0]) if side else None

    return get


def _party(label: str, role: str) -> list[Column[Line]]:
    return [
        Column(f"{label}Code", f"first {role}: country, CAMEO types, known group in one", _of(role, _code)),
        Column(f"{label}Name", "resolved name in capitals", _of(role, lambda party: party.name.upper())),
        Column(f"{label}CountryCode", "ISO alpha-3 of a state", _of(role, _country)),
        Column(f"{label}KnownGroupCode", "UNO United Nations, EEC European Union", _of(role, _group)),
        Column(f"{label}EthnicCode", "not measured", nothing),
        Column(f"{label}Religion1Code", "not measured", nothing),
        Column(f"{label}Religion2Code", "not measured", nothing),
        Column(f"{label}Type1Code", "CAMEO type of the first sector", _of(role, _type(0))),
        Column(f"{label}Type2Code", "of the second", _of(role, _type(1))),
        Column(f"{label}Type3Code", "of the third", _of(role, _type(2))),
    ]


def event_code(line: Line) -> str:
    """The CAMEO code of a line."""
    return cameo(line.event["cameo"], line.event["type"])


def _quad(line: Line) -> int:
    """GDELT's class of the CAMEO root: 01 to 05, 06 to 09, 10 to 14, 15 to 20 (protest is verbal conflict there)."""
    root = int(event_code(line)[:2])
    return 1 + sum(root >= start for start in (6, 10, 15))


def _day(form: str) -> Value:
    return lambda line: line.event["date"].strftime(form) if line.event["date"] else None


def _fraction(line: Line) -> str | None:
    day: date | None = line.event["date"]
    # GDELT's own approximation, with months of 30 days and the first month as 0.
    return f"{day.year + (30 * (day.month - 1) + day.day) / 365:.4f}" if day else None


def _stamp(day: date | None) -> str | None:
    return day.strftime("%Y%m%d000000") if day else None


def _place_type(line: Line) -> int:
    home, abroad = _PLACES.get(line.place["place_precision"] or "", (0, 0))
    return home if line.place["place_country"] == "USA" else abroad


def _place_fips(line: Line) -> str | None:
    return fips(line.place["place_country"], line.place["longitude"])


def _country_only(line: Line) -> str | None:
    return _place_fips(line) if line.place["place_precision"] == "country" else None


def _no_place(label: str) -> list[Column[Line]]:
    """GDELT places each actor; Dragoman only the event. The type 0 says that there is no place."""
    names = ("FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    missing: list[Column[Line]] = [Column(f"{label}Geo_{name}", "not measured", nothing) for name in names]
    return [Column(f"{label}Geo_Type", "0: not measured", lambda _: 0), *missing]


EVENTS: list[Column[Line]] = [
    Column("GLOBALEVENTID", "63 bits of a hash of the event's id", lambda line: number(line.id)),
    Column("SQLDATE", "first day of the event, YYYYMMDD", _day("%Y%m%d")),
    Column("MonthYear", "YYYYMM", _day("%Y%m")),
    Column("Year", "YYYY", _day("%Y")),
    Column("FractionDate", "year and (30 * (month - 1) + day) / 365", _fraction),
    *_party("Actor1", "actor"),
    *_party("Actor2", "recipient"),
    Column("IsRootEvent", "1 if a first paragraph reports it", lambda line: int(any(r["lead"] for r in line.reports))),
    Column("EventCode", "CAMEO code", event_code),
    Column("EventBaseCode", "its first three digits", lambda line: event_code(line)[:3]),
    Column("EventRootCode", "its first two digits", lambda line: event_code(line)[:2]),
    Column("QuadClass", "of the CAMEO root: 01 to 05, 06 to 09, 10 to 14, 15 to 20", _quad),
    Column("GoldsteinScale", "of the CAMEO code; empty where not certain", lambda line: goldstein(event_code(line))),
    Column("NumMentions", "reports", lambda line: line.event["reports"]),
    Column("NumSources", "publishers; 1 where none is known", lambda line: max(line.event["publishers"], 1)),
    Column("NumArticles", "documents", lambda line: line.event["documents"]),
    Column("AvgTone", "not measured", nothing),
    *_no_place("Actor1"),
    *_no_place("Actor2"),
    Column("ActionGeo_Type", "1 country, 2 US state, 3 US city or landmark, 4 city, 5 division; 0 none", _place_type),
    Column("ActionGeo_FullName", "place as resolved", place("place")),
    Column("ActionGeo_CountryCode", "FIPS 10-4", _place_fips),
    Column("ActionGeo_ADM1Code", "the country's code for a country; else not measured", _country_only),
    Column("ActionGeo_ADM2Code", "not measured", nothing),
    Column("ActionGeo_Lat", "degrees north", place("latitude")),
    Column("ActionGeo_Long", "degrees east", place("longitude")),
    Column("ActionGeo_FeatureID", "the country's code for a country; else not measured", _country_only),
    Column("DATEADDED", "day of the first report, YYYYMMDD000000", lambda line: _stamp(line.first["published"])),
    Column("SOURCEURL", "address of the first report", first("address")),
]

#: A mention is one report of one line.
Mention = tuple[Line, Row]


def _offset(role: str) -> Callable[[Mention], int]:
    def get(mention: Mention) -> int:
        line, report = mention
        side = line.actors if role == "actor" else line.recipients
        offsets = report["offsets"]
        own = [at for (part, _), at in offsets.items() if part == role]
        return offsets.get((role, side[0].name), min(own, default=-1)) if side else -1

    return get


def _report(name: str) -> Callable[[Mention], Any]:
    return lambda mention: mention[1][name]


MENTIONS: list[Column[Mention]] = [
    Column("GLOBALEVENTID", "as in the events", lambda mention: number(mention[0].id)),
    Column("EventTimeDate", "the event's DATEADDED", lambda mention: _stamp(mention[0].first["published"])),
    Column("MentionTimeDate", "day of publication, YYYYMMDD000000", lambda mention: _stamp(mention[1]["published"])),
    Column("MentionType", "1 web, 2 anything else", lambda m: 1 if m[1]["address"].startswith("http") else 2),
    Column("MentionSourceName", "publisher", _report("publisher")),
    Column("MentionIdentifier", "address of the page", _report("address")),
    Column("SentenceID", "number of the sentence, from 1", _report("sentence")),
    Column("Actor1CharOffset", "where the actor stands in the text, -1 if nowhere", _offset("actor")),
    Column("Actor2CharOffset", "where the recipient stands in the text, -1 if nowhere", _offset("recipient")),
    Column("ActionCharOffset", "where the trigger stands in the text", _report("trigger_start")),
    Column("InRawText", "1: always the text of the page", lambda _: 1),
    Column("Confidence", "of the report, in percent", lambda mention: round(100 * mention[1]["confidence"])),
    Column("MentionDocLen", "characters of the text", lambda mention: len(mention[1]["page"])),
    Column("MentionDocTone", "not measured", nothing),
    Column("MentionDocTranslationInfo", "not measured", nothing),
    Column("Extras", "empty", nothing),
]
