"""Date phrases to days: "Tuesday", "last week", "three days ago", "in March", "early 2019", "3 June 2015"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from dragoman import dates
from dragoman.dates import MONTHS

DAYS = {
    name: i for i, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
DAYS |= {name[:3]: number for name, number in DAYS.items()}

NUMBERS = {
    "zero": 0, "no": 0, "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "couple": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_NAME = "|".join(sorted(DAYS, key=len, reverse=True))
_COUNT = "|".join(sorted(NUMBERS, key=len, reverse=True))
_AGO = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{_COUNT}|several|some|few)\s+(?P<unit>day|week|fortnight|month|year|decade|hour|minute)s?"
    r"\s+(?P<way>ago|earlier|before|later|after|previously|prior)\b"
)
_UNIT = re.compile(
    r"\b(?P<way>last|past|previous|this|current|next|coming|same|following)\s+"
    r"(?P<unit>day|week|weekend|month|year|night|summer|winter|spring|autumn|fall)\b"
)
_WEEKDAY = re.compile(rf"\b(?:(?P<way>last|past|this|next|coming|previous|following)\s+)?(?P<day>{_DAY_NAME})\b\.?")
_MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\b\.?(?:\s*(?:of\s+)?,?\s*(?P<year>1[5-9]\d\d|20\d\d))?")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)(s?)\b")
#: Days and months of a unit; hours and minutes stay on their day.
_STEPS = {
    "minute": (0, 0), "hour": (0, 0), "day": (1, 0), "week": (7, 0), "fortnight": (14, 0), "month": (0, 1),
    "year": (0, 12), "decade": (0, 120),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """First and last day, and how exact they are: day, week, month or year."""

    start: date
    end: date
    precision: str


def resolve_date(phrase: str, published: date | None, future: bool = False, country: str = "") -> When | None:
    """The days that a phrase means, or None if it names none.

    Args:
        phrase: words of a date mention.
        published: the day that relative phrases count from; without it they are not resolved.
        future: whether the event is still to come ("on Friday" is then the next one).
        country: ISO alpha-3 code that decides the order of day and month in numbers.
    """
    words = phrase.lower().replace("’", "'")
    whole, partial = dates.find(words, country)
    if whole:
        return _day(whole)
    if partial and published:
        near = [dates.valid(published.year + step, *partial) for step in (-1, 0, 1)]
        return _day(_nearest([day for day in near if day], published, future))
    if published and (found := _relative(words, published, future)):
        return found
    return _month(words, published, future) or _year(words)


def _relative(words: str, published: date, future: bool) -> When | None:
    for pattern, shift in (
        (r"\b(?:the day before yesterday)\b", -2),
        (r"\b(?:the day after tomorrow)\b", 2),
        (r"\b(?:yesterday|last night|the previous day|overnight|the night before|the day before|a day earlier)\b", -1),
        (r"\b(?:today|tonight|this (?:morning|afternoon|evening)|earlier in the day|now|the same day)\b", 0),
        (r"\b(?:tomorrow|the next day|the following day)\b", 1),
    ):
        if re.search(pattern, words):
            return _day(published + timedelta(days=shift))
    if found := _AGO.search(words):
        return _ago(found, published)
    if found := _WEEKDAY.search(words):
        return _day(_weekday(found, published, future))
    if found := _UNIT.search(words):
        return _unit(found["way"], found["unit"], published)
    return None


def _ago(found: re.Match[str], published: date) -> When:
    count = int(found["count"]) if found["count"].isdigit() else NUMBERS.get(found["count"], 3)
    sign = 1 if found["way"] in ("later", "after") else -1
    unit = found["unit"]
    days, months = _STEPS[unit]
    then = published + relativedelta(days=sign * days * count, months=sign * months * count)
    if unit in ("month", "year", "decade"):
        return _span(then, "month" if unit == "month" else "year")
    return _span(then, "week") if unit in ("week", "fortnight") else _day(then)


def _weekday(found: re.Match[str], published: date, future: bool) -> date:
    back = (published.weekday() - DAYS[found["day"]]) % 7
    way = found["way"] or ""
    if way in ("next", "coming", "following") or (future and way in ("", "this")):
        return published + timedelta(days=(7 - back) % 7 or 7)
    if way in ("last", "past", "previous"):
        return published - timedelta(days=back or 7)
    return published - timedelta(days=back)


def _unit(way: str, unit: str, published: date) -> When:
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(way, 0)
    if unit in ("day", "night"):
        return _day(published + timedelta(days=step))
    if unit in ("week", "weekend"):
        week = _span(published + timedelta(weeks=step), "week")
        return When(week.start + timedelta(days=5), week.end, "day") if unit == "weekend" else week
    if unit == "month":
        return _span(published + relativedelta(months=step), "month")
    return _span(published + relativedelta(years=step), "year")


def _month(words: str, published: date | None, future: bool) -> When | None:
    for found in _MONTH_YEAR.finditer(words):
        month = MONTHS[found["month"]]
        # "may" and "march" are verbs too; without a year they count only at the phrase's end.
        if found["year"]:
            return _span(date(int(found["year"]), month, 1), "month")
        if published:
            near = [date(published.year + step, month, 1) for step in (-1, 0, 1)]
            if re.search(r"\blast\b", words):
                near = [day for day in near if day < published.replace(day=1)]
                return _span(near[-1], "month")
            return _span(_nearest(near, published, future), "month")
    return None


def _year(words: str) -> When | None:
    found = _YEAR.search(words)
    if not found:
        return None
    year = int(found[1])
    return When(date(year, 1, 1), date(year + (9 if found[2] else 0), 12, 31), "year")


def _nearest(days: list[date], published: date, future: bool) -> date:
    if future:
        ahead = [day for day in days if day >= published]
        return ahead[0] if ahead else days[-1]
    # News speaks of the past; a date a few days ahead may still be meant (an article older than its stamp).
    past = [day for day in days if day <= published + timedelta(days=7)]
    return past[-1] if past else days[0]


def _day(day: date) -> When:
    return When(day, day, "day")


def _span(day: date, precision: str) -> When:
    if precision == "week":
        start = day - timedelta(days=day.weekday())
        return When(start, start + timedelta(days=6), "week")
    if precision == "month":
        start = day.replace(day=1)
        return When(start, start + relativedelta(months=1) - timedelta(days=1), "month")
    return When(date(day.year, 1, 1), date(day.year, 12, 31), "year")
