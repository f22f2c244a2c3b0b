"""The simple linking rule: reports with the same type, status, countries and date are one event.

A party without a country counts by its name. A report without a date is linked only within its document, and one
whose parties are all unknown stays alone. The result does not depend on the reports' order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from dragoman import ontology

Row = dict[str, Any]


def link(reports: Sequence[Row], participants: Iterable[Row], documents: dict[str, Row]) -> list[Row]:
    """Rows of `events`, ordered by id; each report row gets its `event`.

    Args:
        reports: rows of `reports`.
        participants: rows of `participants`.
        documents: `published`, `publisher` and `fingerprint` of each document, by id.
    """
    parts: dict[str, list[Row]] = defaultdict(list)
    for part in participants:
        parts[part["report"]].append(part)
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for report in reports:
        groups[_key(report, parts[report["id"]])].append(report)
    events = [_event(sorted(group, key=lambda r: str(r["id"])), parts, documents) for group in groups.values()]
    return sorted(events, key=lambda event: str(event["id"]))


def _key(report: Row, parts: list[Row]) -> tuple[Any, ...]:
    sides = tuple(
        tuple(sorted({_party(part) for part in parts if part["role"] == role})) for role in ("actor", "recipient")
    )
    alone = "" if any(party for side in sides for party in side) else report["id"]
    where = "" if report["date"] else report["document"]
    return (report["type"], report["status"], *sides, str(report["date"]), str(report["date_end"]), where, alone)


def _party(part: Row) -> str:
    country = part["country"] or ""
    named = country not in ("", *ontology.NON_STATES)
    return country if named else str(part["actor"] or part["text"]).casefold()


def _event(reports: list[Row], parts: dict[str, list[Row]], documents: dict[str, Row]) -> Row:
    # The surest report speaks for what can't be added up; ties go to the smallest id.
    best = min(reports, key=lambda r: (-r["confidence"], r["id"]))
    names = {report["document"] for report in reports}
    sources = [documents[name] for name in sorted(names)]
    days = [source["published"] for source in sources if source["published"]]
    placed = next((r for r in [best, *reports] if r["place"] and r["place_source"] != "dateline"), best)
    event = {
        "id": reports[0]["id"], "type": best["type"], "status": best["status"], "cameo": best["cameo"],
        "mode": _common(r["mode"] for r in reports), "quad": ontology.QUADS.get(best["type"]),
        "contexts": [c for c, _ in Counter(c for r in reports for c in r["contexts"]).most_common()],
        "sizes": _sizes(reports), "reports": len(reports), "documents": len(names),
        "independent": len({source["fingerprint"] for source in sources}),
        "publishers": len({source["publisher"] for source in sources if source["publisher"]}),
        "first_reported": min(days, default=None), "confidence": max(r["confidence"] for r in reports),
    }  # fmt: skip
    event["score"] = ontology.score(event["type"], event["mode"]) if event["type"] in ontology.QUADS else None
    for column in ("date", "date_end", "date_precision", "date_source"):
        event[column] = best[column]
    for column in ("place", "place_country", "place_admin", "place_precision", "place_source", "latitude", "longitude"):
        event[column] = placed[column]
    for role in ("actor", "recipient"):
        own = [part for part in parts[best["id"]] if part["role"] == role]
        event[f"{role}s"] = [part["actor"] or part["text"] for part in own]
        event[f"{role}_countries"] = list(dict.fromkeys(part["country"] for part in own if part["country"]))
        event[f"{role}_sectors"] = list(dict.fromkeys(s for part in own for s in part["sectors"]))
    for report in reports:
        report["event"] = event["id"]
    return event


def _common(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def _sizes(reports: list[Row]) -> list[Row]:
    """Each kind of size once: the value that most reports give, else the largest."""
    counts: dict[str, Counter[float]] = defaultdict(Counter)
    words: dict[tuple[str, float], str] = {}
    for report in reports:
        for size in report["sizes"]:
            if size["value"] is not None:
                counts[size["what"]][size["value"]] += 1
                words.setdefault((size["what"], size["value"]), size["words"])
    found = []
    for what, values in sorted(counts.items()):
        value = max(values, key=lambda v: (values[v], v))
        found.append({"what": what, "value": value, "words": words[what, value]})
    return found
