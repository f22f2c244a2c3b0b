"""Calendar dates written out in English text or as numbers, wherever a stage meets one."""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
#: Years that a text may mean when it writes four digits.
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = rf"(?P<year>{YEAR})"
_WRITTEN = (
    re.compile(
        rf"\b(?P<month>{MONTH})\b\.?[\s-]+(?:the\s+)?{_DAY}\b(?:(?:,\s*|\s+of\s+|[\s-]+){_YEAR}\b)?", re.IGNORECASE
    ),
    re.compile(
        rf"\b{_DAY}(?:\s+of)?[\s-]+(?P<month>{MONTH})\b\.?(?:(?:,\s*|\s+of\s+|[\s-]+){_YEAR}\b)?", re.IGNORECASE
    ),
    re.compile(rf"\b{_YEAR},?\s+(?P<month>{MONTH})\b\.?\s+{_DAY}\b", re.IGNORECASE),
)
_ISO = re.compile(rf"\b{_YEAR}([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}})(?!\d)")
_NUMERIC = re.compile(rf"\b(?P<one>\d{{1,2}})([-/.])(?P<two>\d{{1,2}})\2{_YEAR}\b")

#: Countries that write the month before the day.
MONTH_FIRST = frozenset({"USA", "PHL", "FSM", "MHL", "PLW"})


def valid(year: int, month: int, day: int) -> date | None:
    """The date, or None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def ordered(one: int, two: int, year: int, country: str) -> date | None:
    """The date that two numbers and a year mean: month first where the country writes so, or no other order fits."""
    month, day = (one, two) if country in MONTH_FIRST else (two, one)
    return valid(year, month, day) or valid(year, day, month)


def find(text: str, country: str = "") -> tuple[date | None, tuple[int, int] | None]:
    """The first whole date in a text, else the first day and month without a year.

    Args:
        text: any text.
        country: ISO alpha-3 code that decides what 3/4/2015 means (month first in the United States).

    Returns:
        (date, None), or (None, (month, day)) where the year is missing, or (None, None).
    """
    if iso := _ISO.search(text):
        found = valid(int(iso["year"]), int(iso["month"]), int(iso["day"]))
        if found:
            return found, None
    partial: tuple[int, int] | None = None
    for pattern in _WRITTEN:
        for match in pattern.finditer(text):
            month, day = MONTHS[match["month"].lower()], int(match["day"])
            if match["year"]:
                found = valid(int(match["year"]), month, day)
                if found:
                    return found, None
            elif valid(2000, month, day):
                partial = partial or (month, day)
    if numeric := _NUMERIC.search(text):
        found = ordered(int(numeric["one"]), int(numeric["two"]), int(numeric["year"]), country)
        if found:
            return found, None
    return None, partial


def iso(text: str) -> str:
    """The ISO date of an input's date field ("2023-01-30T08:00:00Z", "30 January 2023"); "" if there is none."""
    found, _ = find(text)
    return found.isoformat() if found else ""
