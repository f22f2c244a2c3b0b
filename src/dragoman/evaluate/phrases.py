"""Scores the resolved dates and places of labelled phrases: `evaluation/dates.tsv` and `evaluation/places.tsv`.

A date is right if its first day, last day and precision are. A place's country is right if it is the labelled one, its
city if it lies within 40 km of the labelled one (or bears its name, where the label has no coordinates; and if none is
given where the label has none), its level if it is the same word.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.errors import InputError
from dragoman.resolve.dates import resolve_date
from dragoman.resolve.gazetteer import fold
from dragoman.resolve.knowledge import knowledge
from dragoman.resolve.places import Place, PlaceResolver

Row = dict[str, str]
#: How far a city's labelled coordinates, which have one decimal, may lie from those of the gazetteer.
_NEAR_KM = 40.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """One labelled phrase: its number, what is right of it, its kind, and the label against what was found."""

    number: int
    right: dict[str, bool]
    kind: str
    words: str


def is_phrase_set(path: Path) -> bool:
    """Whether a path is a table of labelled phrases."""
    return path.suffix == ".tsv"


def score_phrases(path: Path, half: str) -> list[Outcome]:
    """The outcome of each phrase with an odd or an even number.

    Raises:
        InputError: if the table has not the columns of dates or of places.
    """
    rows = list(_rows(path))
    names = set(rows[0]) if rows else set()
    score: Callable[[Row], Outcome]
    if {"number", "published", "phrase", "status", "country", "start", "end", "precision"} <= names:
        score = _date
    elif {"number", "text", "phrase", "dateline", "countries", "country", "city", "level", "latitude"} <= names:
        score = _place
    else:
        raise InputError(f"{path} has no labelled dates or places.", "Try: dragoman eval evaluation/dates.tsv")
    return [score(row) for row in rows if int(row["number"]) % 2 == (half == "odd")]


def phrase_report(path: Path, half: str, errors: bool) -> str:
    """Accuracies with 95% intervals, by kind too where the table has kinds, and the errors if they are wanted."""
    outcomes = score_phrases(path, half)
    lines = [
        f"{len(outcomes)} phrases with {half} numbers",
        f"{'':<22}{'accuracy':>10}{'95% interval':>16}{'right':>8}",
    ]
    kinds = sorted({outcome.kind for outcome in outcomes if outcome.kind})
    for kind in ["", *kinds]:
        part = [outcome for outcome in outcomes if kind in ("", outcome.kind)]
        for name in part[0].right:
            lines.append(_line(f"{name} {kind}".strip(), [outcome.right[name] for outcome in part]))
    if errors:
        lines += ["", *(outcome.words for outcome in outcomes if not all(outcome.right.values()))]
    return "\n".join(lines)


def accuracy(outcomes: Sequence[Outcome], name: str) -> float:
    """The share of outcomes that are right in one respect."""
    return sum(outcome.right[name] for outcome in outcomes) / max(len(outcomes), 1)


def wilson(right: int, count: int) -> tuple[float, float]:
    """Wilson's 95% interval of a share, which also holds for shares near 1 and small counts."""
    z = 1.96
    middle = (right + z * z / 2) / (count + z * z)
    reach = z * math.sqrt(right * (count - right) / count + z * z / 4) / (count + z * z)
    return middle - reach, middle + reach


def _line(name: str, right: list[bool]) -> str:
    low, high = wilson(sum(right), len(right))
    return f"{name:<22}{sum(right) / len(right):10.3f}   {low:.3f} - {high:.3f}{sum(right):8d}"


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _date(row: Row) -> Outcome:
    published = date.fromisoformat(row["published"])
    when = resolve_date(row["phrase"], published, row["status"] == "future", row["country"])
    found = (when.start.isoformat(), when.end.isoformat(), when.precision) if when else ("", "", "")
    label = (row["start"], row["end"], row["precision"])
    words = f"{row['number']}: {row['phrase']!r} in {row['published']}, {row['status']}"
    return Outcome(int(row["number"]), {"dates": found == label}, "", f"{words}: {_said(label)}, found {_said(found)}")


def _said(days: tuple[str, str, str]) -> str:
    return f"{days[0]} to {days[1]} ({days[2]})" if days[0] else "none"


def _place(row: Row) -> Outcome:
    resolver = PlaceResolver(knowledge(), row["countries"].split(), row["dateline"])
    place = resolver.resolve(row["phrase"], row["text"])
    right = {
        "country": place.country == row["country"],
        "city": _same_city(place, row) if row["city"] else not place.city,
        "level": place.precision == row["level"],
    }
    label = f"{row['city'] or row['level']} {row['country']}"
    found = f"{place.city or place.precision or 'unknown'} {place.country} ({place.rule})"
    wrong = ", ".join(name for name, fine in right.items() if not fine)
    words = f"{row['number']}: {row['phrase']!r}: {label}, found {found}: {wrong}"
    return Outcome(int(row["number"]), right, row["kind"], words)


def _same_city(place: Place, row: Row) -> bool:
    if not row["latitude"]:
        return fold(place.city) == fold(row["city"])
    if place.latitude is None or place.longitude is None:
        return False
    north = place.latitude - float(row["latitude"])
    east = (place.longitude - float(row["longitude"])) * math.cos(math.radians(place.latitude))
    # A degree of latitude is 111 km.
    return 111.0 * math.hypot(north, east) <= _NEAR_KM
