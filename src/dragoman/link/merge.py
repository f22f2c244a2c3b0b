"""From the reports of one occurrence to one event: fields that later reports refine, and conflicts that stay."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dragoman import ontology

Row = dict[str, Any]

#: How exact a date and a place are, the most exact first.
DATE_LEVELS = ("day", "week", "month", "year")
PLACE_LEVELS = ("point", "city", "district", "province", "country")

_DATE = ("date", "date_end", "date_precision", "date_source")
_PLACE = ("place", "place_country", "place_admin", "place_precision", "place_source", "latitude", "longitude")


def merge(reports: Sequence[Row], parts: Mapping[str, Sequence[Row]]) -> Row | None:
    """The row of `events` that reports of one occurrence make, without what the store counts over documents.

    Args:
        reports: rows of `reports`.
        parts: rows of `participants` by report.

    Returns:
        The row, its `id` the smallest of the reports'; None if the reports only look back at a past that none of
        them reports: a mention of history is no event of its own.
    """
    # The surest report speaks for what can't be added up; ties go to the smallest id.
    reports = sorted(reports, key=lambda report: (-report["confidence"], report["id"]))
    status = _status(reports)
    if status == "historical":
        return None
    now = [report for report in reports if report["status"] != "historical"]
    kind = _common(report["type"] for report in now) or now[0]["type"]
    now = [report for report in now if report["type"] == kind]
    mode = _common(report["mode"] for report in now)
    event = {
        "id": min(report["id"] for report in reports), "type": kind, "mode": mode, "status": status,
        "cameo": _common(report["cameo"] for report in now), "quad": ontology.QUADS.get(kind),
        "score": ontology.score(kind, mode) if kind in ontology.QUADS else None,
        "contexts": [c for c, _ in Counter(c for report in reports for c in report["contexts"]).most_common()],
        "sizes": _sizes(reports), "reports": len(reports), "confidence": now[0]["confidence"],
    }  # fmt: skip
    event |= dict(zip(_DATE, _date(reports), strict=True))
    event |= dict(zip(_PLACE, _place(reports), strict=True))
    for role in ("actor", "recipient"):
        own = _side(reports, parts, role)
        event[f"{role}s"] = [part["actor"] or part["text"] for part in own]
        event[f"{role}_countries"] = list(dict.fromkeys(part["country"] for part in own if part["country"]))
        event[f"{role}_sectors"] = list(dict.fromkeys(s for part in own for s in part["sectors"]))
    return event


def _status(reports: Sequence[Row]) -> str:
    """What most reports say; of equals, and against mere history, what is asserted more strongly."""
    counts = Counter(str(report["status"]) for report in reports)
    if len(counts) > 1:
        del counts["historical"]
    return min(counts, key=lambda status: (-counts[status], ontology.STATUSES.index(status)))


def _date(reports: Sequence[Row]) -> tuple[Any, ...]:
    """The most exact date that a text gives, of those the one that most reports give; else the first page's day."""
    dated = [report for report in reports if report["date"]]
    if not dated:
        return tuple(reports[0][name] for name in _DATE)
    told = [report for report in dated if report["date_source"] != "publication"]
    finest = min(_level(DATE_LEVELS, report["date_precision"]) for report in told or dated)
    fine = [r for r in told or dated if _level(DATE_LEVELS, r["date_precision"]) == finest]
    counts = Counter((report["date"], report["date_end"]) for report in fine)
    best = min(fine, key=lambda r: (-counts[r["date"], r["date_end"]] if told else 0, r["date"], r["date_end"]))
    return tuple(best[name] for name in _DATE)


def _place(reports: Sequence[Row]) -> tuple[Any, ...]:
    """The finest place; datelines, which say where the reporter sat, only where there is nothing else."""
    placed = [report for report in reports if report["place"]]
    counts = Counter(report["place"] for report in placed)
    best = min(
        placed,
        key=lambda r: (
            r["place_source"] == "dateline", _level(PLACE_LEVELS, r["place_precision"]), -counts[r["place"]],
            -r["confidence"], r["id"],
        ),
        default=reports[0],
    )  # fmt: skip
    return tuple(best[name] for name in _PLACE)


def _level(levels: Sequence[str], precision: str | None) -> int:
    return levels.index(precision) if precision in levels else len(levels)


def _side(reports: Sequence[Row], parts: Mapping[str, Sequence[Row]], role: str) -> Sequence[Row]:
    """The actors or recipients of the report that names them best."""
    sides = [[part for part in parts.get(report["id"], ()) if part["role"] == role] for report in reports]
    return max(sides, key=_named)


def _named(side: Sequence[Row]) -> tuple[bool, int, int]:
    known = [part for part in side if part["country"] and part["country"] != "XXX"]
    return bool(known), sum(bool(part["actor"]) for part in known), sum(bool(part["sectors"]) for part in known)


def _common(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def _sizes(reports: Sequence[Row]) -> list[Row]:
    """Each value of each kind with the number of reports that give it; the most reported first, else the largest."""
    counts: dict[str, Counter[float]] = defaultdict(Counter)
    words: dict[tuple[str, float], str] = {}
    for report in reports:
        for size in report["sizes"]:
            if size["value"] is not None:
                counts[size["what"]][size["value"]] += 1
                words.setdefault((size["what"], size["value"]), size["words"])
    return [
        {"what": what, "value": value, "words": words[what, value], "reports": values[value]}
        for what, values in sorted(counts.items())
        for value in sorted(values, key=lambda v: (-values[v], -v))
    ]
