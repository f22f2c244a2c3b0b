"""Stretches of the calendar: a day, week, month, season, year or decade, and early, mid or late parts of one."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

#: The month a season begins with, in the northern hemisphere; each has three.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
#: From the finest to the coarsest.
PRECISIONS = ("day", "week", "month", "year")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class When:
    """First and last day, how exact they are (day, week, month or year), and the rule that gave them.

    `confidence` is the rule's, 0 to 1: how often a phrase of its kind means these days.
    """

    start: date
    end: date
    precision: str
    rule: str = ""
    confidence: float = 1.0

    def by(self, rule: str, confidence: float) -> When:
        """The same days with the rule that gave them."""
        return replace(self, rule=rule, confidence=confidence)


def day(start: date, end: date | None = None) -> When:
    """One day, or several that are each meant."""
    return When(start, end or start, "day")


def week(inside: date) -> When:
    """The week, Monday to Sunday, that a day lies in."""
    start = inside - timedelta(days=inside.weekday())
    return When(start, start + 6 * _DAY, "week")


def weekend(inside: date) -> When:
    """Saturday and Sunday of the week that a day lies in."""
    start = week(inside).start + 5 * _DAY
    return day(start, start + _DAY)


def month(year: int, number: int, count: int = 1) -> When:
    """`count` months from a month on."""
    more, last = divmod(number + count - 2, 12)
    return When(date(year, number, 1), date(year + more, last + 1, monthrange(year + more, last + 1)[1]), "month")


def years(first: int, last: int | None = None) -> When:
    """Whole years, the last one included."""
    return When(date(first, 1, 1), date(last or first, 12, 31), "year")


def season(year: int, name: str) -> When:
    """A season that begins in a year; a winter ends in the next one."""
    return month(year, SEASONS[name], 3)


def unit(name: str, inside: date) -> When:
    """The day, week, weekend, month, year, decade or century that a day lies in."""
    if name == "week":
        return week(inside)
    if name == "weekend":
        return weekend(inside)
    if name == "month":
        return month(inside.year, inside.month)
    if name in ("year", "decade", "century"):
        length = {"year": 1, "decade": 10, "century": 100}[name]
        # Decades begin with a 0, centuries with a 1.
        first = inside.year - (inside.year - (name == "century")) % length
        return years(max(first, 1), first + length - 1)
    return day(inside)


def part(whole: When, which: str) -> When:
    """The early, mid or late part of a period.

    Thirds: January to April, May to August, September to December of a year; days 1 to 10, 11 to 20 and 21 to the end
    of a month; whole months of a season; years 0 to 3, 4 to 6 and 7 to 9 of a decade. A week or day stays whole.
    """
    third = {"early": 0, "mid": 1, "late": 2}[which]
    length = whole.end.year - whole.start.year + 1
    if whole.precision == "year" and length == 1:
        return month(whole.start.year, 1 + 4 * third, 4)
    if whole.precision == "year":
        first, last = ((0, 0.4), (0.4, 0.7), (0.7, 1))[third]
        return years(whole.start.year + int(first * length), whole.start.year + int(last * length) - 1)
    if whole.precision == "month" and whole.start.month != whole.end.month:
        at = whole.start + relativedelta(months=third)
        return month(at.year, at.month)
    if whole.precision == "month":
        start = whole.start.replace(day=1 + 10 * third)
        return When(start, whole.end if third == 2 else start + 9 * _DAY, "week")
    return whole


def shift(from_: date, name: str, count: float) -> When | None:
    """The day, week, month or year that lies `count` units from a day on; None where the calendar ends."""
    days = {"minute": 0.0, "hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0}
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}
    try:
        if name in days:
            then = from_ + timedelta(days=int(days[name] * count))
        else:
            then = from_ + relativedelta(months=int(months[name] * count))
        kind = {"fortnight": "week", "decade": "year", "century": "year"}.get(name, name)
        return unit(kind if kind in ("week", "month", "year") else "day", then)
    except (ValueError, OverflowError):
        return None
