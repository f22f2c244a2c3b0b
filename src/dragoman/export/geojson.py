"""Events as GeoJSON (RFC 7946): one feature an event, a point where its coordinates are known."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from dragoman.export.files import iso
from dragoman.export.lines import Row


def geojson(events: Iterable[Row]) -> Iterator[str]:
    """The text of a feature collection, a feature a line; rows of `events` with all columns as properties."""
    yield '{"type": "FeatureCollection", "features": [\n'
    between = ""
    for event in events:
        yield between + json.dumps(_feature(event), ensure_ascii=False, default=iso)
        between = ",\n"
    yield "\n]}\n"


def _feature(event: Row) -> Row:
    point = None
    if event["longitude"] is not None and event["latitude"] is not None:
        point = {"type": "Point", "coordinates": [event["longitude"], event["latitude"]]}
    rest = {name: value for name, value in event.items() if name not in ("id", "longitude", "latitude")}
    return {"type": "Feature", "id": event["id"], "geometry": point, "properties": rest}
