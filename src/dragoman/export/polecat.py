"""POLECAT's weekly files: tab-separated, 40 columns with a header, `None` for what is missing, lists joined by `|`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dragoman.export.codes import cow
from dragoman.export.columns import LIST_SIGN, Column, event, first, joined, nothing, parties, place, province
from dragoman.export.lines import Line, Party

_QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}


def _story_places(line: Line) -> str | None:
    return joined(line.first["story_places"] or ())


def _party(label: str, role: str) -> list[Column[Line]]:
    def column(name: str, help: str, values: Callable[[Party], Iterable[Any]]) -> Column[Line]:
        return Column(name, help, parties(role, values))

    return [
        column(f"{label} Name", f"resolved names of the {role}s", lambda party: [party.name]),
        column(
            f"{label} Country", "ISO alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC, XXX", lambda party: [party.country]
        ),
        column(f"{label} COW", "Correlates of War state numbers", lambda party: [cow(party.country)]),
        column(f"Primary {label} Sector", "first sector of each", lambda party: party.sectors[:1]),
        column(f"{label} Sectors", "all sectors", lambda party: party.sectors),
        Column(f"{label} Title", "not measured", nothing),
        column(f"{label} Name Raw", "as the page has it", lambda party: [party.words]),
        Column(f"Wikipedia {label} ID", "not measured", nothing),
    ]


def columns(version: str) -> list[Column[Line]]:
    """The 40 columns. `version` fills the last: what coded the events."""
    return [
        Column("Event ID", "the event's id", lambda line: line.id),
        Column("Event Date", "first day of the event", event("date")),
        Column("Event Type", "PLOVER type", event("type")),
        Column("Event Mode", "PLOVER mode", event("mode")),
        Column("Intensity", "PLOVER score, -10 to 10", event("score")),
        Column("Quad Code", "quad class in words", lambda line: _QUADS[line.event["quad"]]),
        Column("Contexts", "PLOVER contexts", lambda line: LIST_SIGN.join(line.event["contexts"]) or None),
        *_party("Actor", "actor"),
        *_party("Recipient", "recipient"),
        Column("Placename", "place as resolved", place("place")),
        Column("City", "the place, if it is a city", place("place", "city")),
        Column("District", "the place, if it is a district", place("place", "district")),
        Column("Province", "province of the place", province),
        Column("Country", "ISO alpha-3 of the place", place("place_country")),
        Column("Latitude", "degrees north", place("latitude")),
        Column("Longitude", "degrees east", place("longitude")),
        Column("GeoNames ID", "not measured", nothing),
        Column("Raw Placename", "place as the page has it", lambda line: line.place_words),
        Column("Feature Type", "not measured", nothing),
        Column("Source", "publisher of the first report", first("publisher")),
        Column("Publication Date", "of the first report", first("published")),
        Column("Story People", "not measured", nothing),
        Column("Story Organizations", "not measured", nothing),
        Column("Story Locations", "places that the first report's page names", _story_places),
        Column("Language", "of the first report, ISO 639-1", first("language")),
        Column("Version", "what coded the events", lambda _: version),
    ]
