"""Reading the values of filters: what is valid, and the nearest valid values where one is not."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache

from dragoman import ontology
from dragoman.errors import QueryError

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@cache
def country_names() -> dict[str, str]:
    """ISO alpha-3 code of each state by its names in small letters, from states.tsv."""
    from dragoman.resolve.facts import rows

    found: dict[str, str] = {}
    for row in rows("states.tsv"):
        for name in [row["name"], *(row["aliases"] or "").split("|")]:
            found.setdefault(name.strip().lower(), row["code"])
    found.pop("", None)
    return found


@cache
def states() -> dict[str, str]:
    """The English name of each state by its ISO alpha-3 code, from states.tsv."""
    from dragoman.resolve.facts import rows

    return {row["code"]: row["name"] for row in rows("states.tsv")}


@cache
def country_codes() -> frozenset[str]:
    """The codes of states, and those that stand where a country's would (`dragoman.ontology.NON_STATES`)."""
    return frozenset({*states(), *ontology.NON_STATES})


def country(value: str) -> str | None:
    """The code that a code or a state's name stands for, in any case; None if it is neither."""
    code = value.strip().upper()
    return code if code in country_codes() else country_names().get(value.strip().lower())


def known_countries() -> list[str]:
    """Names and codes of countries as they are best given, to find near ones among."""
    return [*states().values(), *sorted(country_codes())]


def nearest(value: str, valid: Iterable[str], most: int = 3) -> str:
    """A hint that names the valid values nearest to a wrong one, or all of them where they are few."""
    spelled = {name.lower(): name for name in valid}
    close = [spelled[key] for key in get_close_matches(value.lower(), spelled, most, 0.6)]
    if close:
        return f"Nearest: {', '.join(close)}"
    return f"Valid: {', '.join(spelled.values())}" if 0 < len(spelled) <= 40 else "No valid value is near it."


def choice(name: str, value: object, valid: Mapping[str, str]) -> str:
    """What a value stands for, in any case. `valid` maps the values, spelled as they are shown, to meanings.

    Raises:
        QueryError: if it is none of them, with the nearest.
    """
    given = str(value).strip()
    found = {key.lower(): meaning for key, meaning in valid.items()}.get(given.lower())
    if found is None:
        raise QueryError(f"{name} {given!r} does not exist.", nearest(given, valid))
    return found


def day(name: str, value: object, last: bool) -> date:
    """The first or last day of a day, month or year given as "2022-02-24", "2022-02" or "2022", or as a date.

    Raises:
        QueryError: if it is none of these.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _DATE.fullmatch(str(value).strip())
    try:
        if match:
            year, month = int(match[1]), int(match[2] or (12 if last else 1))
            end = calendar.monthrange(year, month)[1] if last else 1
            return date(year, month, int(match[3] or end))
    except (ValueError, IndexError):
        pass
    raise QueryError(f"{name} {value!r} is no date.", "Give a day, month or year: 2022-02-24, 2022-02 or 2022.")


def number(name: str, value: object, most: float) -> float:
    """A number from 0 to `most`. Raises QueryError if it is none."""
    try:
        found = float(str(value))
    except ValueError:
        found = -1.0
    if not 0 <= found <= most:
        raise QueryError(f"{name} {value!r} is no number from 0 to {most:g}.", f"Example: {name} {min(most, 2):g}")
    return found
