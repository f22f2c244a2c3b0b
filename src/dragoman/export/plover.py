"""PLOVER's JSON lines: one event a line, with its parties, place, words and source."""

from __future__ import annotations

import json
from typing import Any

from dragoman.export.codes import state_name
from dragoman.export.lines import Line, Party

#: Which of Dragoman's sizes PLOVER names, and how.
_SIZES = {"dead": "killed", "injured": "injured", "arrested": "detained"}

#: The fields of a line, for the data dictionary.
FIELDS = {
    "id": "the event's id",
    "date": "first day",
    "enddate": "last day",
    "actor": "parties that act: code (ISO alpha-3 or IGO, UNO, ...), sector (list), entity_text (words of the page), "
    "identifier_id and office (not measured), identifier_text (resolved name)",
    "recipient": "parties that receive, likewise",
    "event": "PLOVER type, in a list",
    "mode": "PLOVER mode, in a list",
    "context": "PLOVER contexts",
    "event_loc": "place: extracted_place (words of the page), resolved_place, lat, lon, city, province, country, "
    "country_code (ISO alpha-3), resolution (city, province, country); geonameid and features not measured",
    "event_text": "the sentence of the first report",
    "quad_code": "1 verbal cooperation to 4 material conflict",
    "event_scale": "PLOVER score, -10 to 10",
    "link": "ids of the event's reports",
    "text_info": "the sentence of the first report: sequence (number from 1), start and end (characters of the text)",
    "cite_info": "url, title, language, publication (publisher), coder, codebook, version",
    "size": "dead, injured, arrested: numbers where the page gives them",
}


def plover_line(line: Line, version: str) -> str:
    """One line as JSON text. `version` tells what coded it."""
    report, event = line.first, line.event
    row: dict[str, Any] = {
        "id": line.id, "date": _iso(event["date"]), "enddate": _iso(event["date_end"]),
        "actor": [_entity(party) for party in line.actors],
        "recipient": [_entity(party) for party in line.recipients],
        "event": [event["type"]], "mode": [event["mode"]] if event["mode"] else [], "context": event["contexts"],
        "event_loc": _place(line), "event_text": report["page"][report["sentence_start"] : report["sentence_end"]],
        "quad_code": event["quad"], "event_scale": event["score"], "link": sorted(r["id"] for r in line.reports),
        "text_info": {
            "sequence": report["sentence"], "start": report["sentence_start"], "end": report["sentence_end"],
        },
        "cite_info": {
            "url": report["address"], "title": report["title"], "language": report["language"],
            "publication": report["publisher"], "coder": "Dragoman", "codebook": "PLOVER", "version": version,
        },
        "size": _sizes(event["sizes"]),
    }  # fmt: skip
    return json.dumps(row, ensure_ascii=False) + "\n"


def _entity(party: Party) -> dict[str, Any]:
    return {
        "code": party.country, "sector": list(party.sectors), "entity_text": party.words, "identifier_id": None,
        "identifier_text": party.name, "office": None,
    }  # fmt: skip


def _place(line: Line) -> dict[str, Any] | None:
    place = line.place
    if not place["place"]:
        return None
    precision = place["place_precision"]
    return {
        "extracted_place": line.place_words,
        "resolved_place": place["place"], "geonameid": None, "lat": place["latitude"], "lon": place["longitude"],
        "city": place["place"] if precision == "city" else None,
        "province": place.get("place_admin") or (place["place"] if precision == "province" else None),
        "country": state_name(place["place_country"]), "country_code": place["place_country"],
        "feature_class": None, "feature_code": None, "resolution": precision,
    }  # fmt: skip


def _sizes(sizes: list[dict[str, Any]]) -> dict[str, float | None]:
    # Of several values of one kind the first is the one that most reports give.
    known = {size["what"]: size["value"] for size in reversed(sizes)}
    return {name: known.get(own) for name, own in _SIZES.items()}


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
