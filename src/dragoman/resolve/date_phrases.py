"""Single date phrases, without ranges: one small reader for each kind, tried from the surest to the loosest."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from dateutil.rrule import weekdays

from dragoman import dates
from dragoman.resolve import holidays, periods
from dragoman.resolve.date_words import DAYS, century_of, spelled_out
from dragoman.resolve.numbers import number
from dragoman.resolve.periods import SEASONS, When

_DAY_NAME = "|".join(sorted(DAYS, key=len, reverse=True))
_SEASON = "|".join(SEASONS)
_UNITS = "minute|hour|day|week|weekend|fortnight|month|year|decade|century"
_BEFORE = ("last", "past", "previous")
_AFTER = ("next", "coming", "following")
_WAYS = "|".join((*_BEFORE, *_AFTER, "this", "current", "same"))


@dataclass(frozen=True, slots=True)
class Frame:
    """What a phrase is read against.

    `slack` is how many days after the publication a past day may lie: an article may be older than its stamp.
    """

    published: date | None
    future: bool
    country: str
    slack: int = 7


def single(words: str, frame: Frame) -> When | None:
    """The days that a lower-cased phrase of one date means, or None.

    Args:
        words: the phrase, lower-cased, with plain apostrophes and hyphens.
        frame: publication day, direction and country.
    """
    words = spelled_out(words, frame.published)
    for reader in _READERS:
        if found := reader(words, frame):
            return found
    if frame.published:
        for relative in _RELATIVE:
            if found := relative(words, frame, frame.published):
                return found
    return next((found for reader in _LOOSE if (found := reader(words, frame))), None)


_PART = re.compile(
    r"\b(?:(?P<early>early|(?:beginning|start|outset) of)|(?P<mid>mid|middle of)|(?P<late>late|(?:end|close) of))"
    r"(?:\s+|-)(?P<rest>.+)"
)
_THE_UNIT = re.compile(r"\b(?:in |of )?the (week|month|year|decade)$")
_HALF = re.compile(rf"\b(?P<which>first|second|third|fourth|last) (?P<what>half|quarter) of (?P<year>{dates.YEAR})\b")


def _part(words: str, frame: Frame) -> When | None:
    if found := _HALF.search(words):
        size = 6 if found["what"] == "half" else 3
        index = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 12 // size - 1}[found["which"]]
        if index * size < 12:
            return periods.month(int(found["year"]), 1 + index * size, size).by("half or quarter of a year", 0.95)
    if found := _PART.search(words):
        whole = single(_THE_UNIT.sub(r"this \1", found["rest"]), frame)
        if whole and whole.precision != "day":
            # A week has no thirds; "early in the week" is somewhere in it.
            which = next(name for name in ("early", "mid", "late") if found[name])
            return periods.part(whole, which).by(f"{which} part ({whole.rule})", whole.confidence * 0.95)
        return whole
    return None


_SHORT = re.compile(r"\b(\d{1,2})([-/.])(\d{1,2})\2(\d\d)(?!\d)")
_COMPACT = re.compile(rf"\b({dates.YEAR})(\d\d)(\d\d)\b")


def _whole(words: str, frame: Frame) -> When | None:
    whole, _ = dates.find(words, frame.country)
    if not whole and (found := _COMPACT.search(words)):
        whole = dates.valid(int(found[1]), int(found[2]), int(found[3]))
    if not whole and frame.published and (found := _SHORT.search(words)):
        year = century_of(int(found[4]), frame.published)
        whole = dates.ordered(int(found[1]), int(found[3]), year, frame.country)
    return periods.day(whole).by("calendar date", 0.99) if whole else None


def _holiday(words: str, frame: Frame) -> When | None:
    holiday = holidays.find(words, frame.country)
    if not holiday:
        return None
    if found := _YEAR.search(words):
        exact = holiday.day_in(int(found[1]))
        return periods.day(exact).by(f"holidays.tsv: {holiday.name}", 0.97) if exact else None
    if not frame.published:
        return None
    near = [holiday.day_in(frame.published.year + step) for step in (-1, 0, 1)]
    nearest = _nearest([each for each in near if each], frame)
    return periods.day(nearest).by(f"holidays.tsv: {holiday.name}", 0.93) if nearest else None


_NTH_DAY = re.compile(
    rf"\b(?P<nth>first|second|third|fourth|last) (?P<day>{_DAY_NAME}|week|weekend) (?:of|in) (?P<of>.+)"
)


def _nth(words: str, frame: Frame) -> When | None:
    """ "the first Monday of May 2015", "the last week of March": weeks of a month begin on days 1, 8, 15 and 22."""
    found = _NTH_DAY.search(words)
    month = single(found["of"], frame) if found else None
    if not found or not month or month.precision != "month" or month.start.month != month.end.month:
        return None
    nth = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}[found["nth"]]
    anchor = month.start if nth > 0 else month.end
    if found["day"] in DAYS:
        there = anchor + relativedelta(weekday=weekdays[DAYS[found["day"]]](nth))
        return periods.day(there).by("weekday of a month", 0.95)
    if found["day"] == "weekend":
        there = anchor + relativedelta(weekday=weekdays[5](nth))
        return periods.weekend(there).by("weekend of a month", 0.9)
    start = month.start + timedelta(days=7 * (nth - 1)) if nth > 0 else month.end - timedelta(days=6)
    return When(start, start + timedelta(days=6), "week").by("week of a month", 0.85)


def _partial(words: str, frame: Frame) -> When | None:
    _, partial = dates.find(words, frame.country)
    if not partial or not frame.published:
        return None
    # 29 February may be up to eight years away.
    near = [dates.valid(frame.published.year + step, *partial) for step in range(-8, 9)]
    nearest = _nearest([each for each in near if each], frame)
    return periods.day(nearest).by("day and month nearest to publication", 0.96) if nearest else None


_DAY_WORDS = (
    (re.compile(r"\bday before yesterday\b"), -2, -2),
    (re.compile(r"\bday after tomorrow\b"), 2, 2),
    (re.compile(r"\bovernight\b"), -1, 0),
    (re.compile(r"\b(?:yesterday|last night|last evening|(?:the )?previous (?:day|night|evening))\b"), -1, -1),
    (re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening)|earlier in the day|now|the same day)\b"), 0, 0),
    (re.compile(r"\btomorrow\b"), 1, 1),
)
_NEXT_DAY = re.compile(r"\b(?:the )?(?:next|following) (?:day|morning|night|evening)\b")


def _day_words(words: str, frame: Frame, published: date) -> When | None:
    for pattern, first, last in _DAY_WORDS:
        if pattern.search(words):
            days = periods.day(published + timedelta(days=first), published + timedelta(days=last))
            return days.by("day counted from publication", 0.97)
    # In a tale of the past "the next day" follows the tale, not the publication.
    if frame.future and _NEXT_DAY.search(words):
        return periods.day(published + timedelta(days=1)).by("day counted from publication", 0.9)
    return None


_AGO = re.compile(
    rf"(?P<count>[a-z0-9][a-z0-9,. -]*?)[ -](?P<unit>{_UNITS}|{_DAY_NAME}|centurie)(?:s'?|'s)?(?P<half> and a half)?\s+"
    r"(?P<way>ago|earlier|previously|prior|before|later|after|from now|hence|from today)\b(?P<rest>.*)"
)
_ANCHORED = re.compile(
    rf"(?P<count>[a-z0-9][a-z0-9,. -]*?)[ -](?P<unit>{_UNITS}|centurie)s?\s+"
    r"(?P<way>before|after|prior to)\s+(?P<rest>.+)"
)
_IN = re.compile(rf"\b(?:in|within) (?P<count>[a-z0-9][a-z0-9,. -]*?)[ -](?P<unit>{_UNITS}|centurie)(?:s'?|'s)?\b")


def _anchored(words: str, frame: Frame) -> When | None:
    """ "three days after Christmas"."""
    found = _ANCHORED.search(words)
    anchor = single(found["rest"], frame) if found else None
    if not found or not anchor or anchor.precision != "day":
        return None
    return _shifted(found, found["way"] == "after", anchor.start)


def _counted(words: str, frame: Frame, published: date) -> When | None:
    if found := _AGO.search(words):
        ahead = found["way"] in ("later", "after", "from now", "hence", "from today")
        rest = found["rest"].strip()
        if found["way"] in ("before", "after", "prior") and rest:
            return None
        # "three days later" in a tale of the past follows the tale, which the phrase does not tell.
        if found["way"] in ("later", "after") and not frame.future:
            return None
        return _shifted(found, ahead, published)
    if frame.future and (found := _IN.search(words)):
        return _shifted(found, True, published)
    return None


_ONE = re.compile(r"(?:^| )(?P<half>half )?(?:an?|the)$")


def _shifted(found: re.Match[str], ahead: bool, start: date) -> When | None:
    one = _ONE.search(found["count"])
    count = (0.5 if one["half"] else 1.0) if one else number(found["count"])
    if not count:
        return None
    count += 0.5 if found.groupdict().get("half") else 0
    name = "century" if found["unit"] == "centurie" else found["unit"]
    if name in DAYS:
        back = (start.weekday() - DAYS[name]) % 7 or 7
        return periods.day(start - timedelta(days=back + 7 * (int(count) - 1))).by("weekdays counted back", 0.9)
    there = periods.shift(start, "week" if name == "weekend" else name, count if ahead else -count)
    if there and name == "weekend":
        there = periods.weekend(there.start)
    return there and there.by(f"{name} counted from another day", 0.95)


_WEEKDAY = re.compile(
    rf"\b(?:(?P<way>{_WAYS})\s+)?(?P<day>{_DAY_NAME})\b(?:\.(?!\w))?"
    r"(?P<late>\s+(?:before last|after next|last|week)\b(?! (?:month|year)))?"
    r"(?!\s+(?:before(?! last)|after(?! next)|following)\b)"
)
_OF_WEEK = re.compile(r"\b(?P<way>last|past|previous|this|next|coming|following) week\b")


def _weekday(words: str, frame: Frame, published: date) -> When | None:
    found = _WEEKDAY.search(words)
    if not found:
        return None
    number_ = DAYS[found["day"]]
    if of := _OF_WEEK.search(words):
        step = _step(of["way"])
        there = periods.week(published + timedelta(weeks=step)).start + timedelta(days=number_)
        return periods.day(there).by("weekday of a week", 0.95)
    back = (published.weekday() - number_) % 7
    way, late = found["way"] or "", (found["late"] or "").strip()
    if late == "before last":
        return periods.day(published - timedelta(days=(back or 7) + 7)).by("weekday before the last", 0.9)
    ahead = published + timedelta(days=(7 - back) % 7 or 7)
    if late in ("week", "after next"):
        return periods.day(ahead + timedelta(days=7)).by("weekday a week after the next", 0.8)
    if way in _AFTER or (frame.future and way in ("", "this") and not late):
        return periods.day(ahead).by("next weekday after publication", 0.95)
    if way in _BEFORE or late:
        return periods.day(published - timedelta(days=back or 7)).by("last weekday before publication", 0.95)
    return periods.day(published - timedelta(days=back)).by("weekday on or before publication", 0.96)


_TO_OR_FROM = re.compile(
    rf"\b(?P<way>earlier|later|so far) (?:in |on )?(?:this|the) (?P<unit>week|month|year|decade|century|{_SEASON})\b"
)
_BEFORE_LAST = re.compile(r"\b(?P<unit>week|weekend|month|year|decade) (?P<way>before last|after next)\b")
_UNIT = re.compile(rf"\b(?P<way>{_WAYS}) (?P<unit>week|weekend|month|year|decade|century)\b")
_WEEKEND = re.compile(r"\bweekend\b")


def _unit(words: str, frame: Frame, published: date) -> When | None:
    if found := _TO_OR_FROM.search(words):
        name = found["unit"]
        whole = _season_near(name, "this", frame, published) if name in SEASONS else periods.unit(name, published)
        if whole.start <= published <= whole.end:
            ends = (published, whole.end) if found["way"] == "later" else (whole.start, published)
            return When(*ends, whole.precision).by(f"{found['way']} in the {name} of publication", 0.95)
        return whole.by(f"{name} of publication", 0.8)
    if found := _BEFORE_LAST.search(words):
        return _stepped(found["unit"], -2 if found["way"] == "before last" else 2, published)
    if found := _UNIT.search(words):
        if found["unit"] != "weekend":
            return _stepped(found["unit"], _step(found["way"]), published)
        return _weekend(found["way"], frame, published)
    return _weekend("", frame, published) if _WEEKEND.search(words) else None


def _step(way: str) -> int:
    return -1 if way in _BEFORE else 1 if way in _AFTER else 0


def _stepped(name: str, step: int, published: date) -> When:
    count = {"decade": 10, "century": 100}.get(name, 1)
    there = published + relativedelta(
        weeks=step if name in ("week", "weekend") else 0,
        months=step if name == "month" else 0,
        years=step * count if name in ("year", "decade", "century") else 0,
    )
    return periods.unit(name, there).by(f"calendar {name} counted from that of publication", 0.95)


def _weekend(way: str, frame: Frame, published: date) -> When:
    here = periods.weekend(published)
    begun = here.start <= published
    if way in _AFTER or (frame.future and way not in _BEFORE):
        step = 1 if way in _AFTER and begun else 0
    elif way in _BEFORE:
        step = -1
    else:
        step = 0 if begun else -1
    return periods.weekend(published + timedelta(weeks=step)).by("weekend nearest to publication", 0.94)


_SEASON_YEAR = re.compile(rf"\b(?:{_SEASON})\b(?: of)?,? (?P<year>{dates.YEAR})\b")
_SEASON_NAME = re.compile(rf"\b(?:(?P<way>{_WAYS}) )?(?P<name>{_SEASON})\b(?! of\b)")


def _season(words: str, frame: Frame) -> When | None:
    if found := _SEASON_YEAR.search(words):
        name = found[0].split()[0].rstrip(",")
        return periods.season(int(found["year"]), name).by("season of a year", 0.95)
    found = _SEASON_NAME.search(words)
    if found and frame.published:
        season = _season_near(found["name"], found["way"] or "", frame, frame.published)
        return season.by("season nearest to publication", 0.9)
    return None


def _season_near(name: str, way: str, frame: Frame, published: date) -> When:
    near = [periods.season(published.year + step, name) for step in (-2, -1, 0, 1)]
    if way in _AFTER:
        return next(season for season in near if season.start > published)
    if way in _BEFORE:
        return next(season for season in reversed(near) if season.end < published)
    if frame.future:
        # "this winter" in February began the year before.
        return next(season for season in near if season.end >= published)
    return next(season for season in reversed(near) if season.start <= published)


_MONTH_YEAR = re.compile(
    rf"\b(?:(?P<way>{_WAYS})\s+)?(?P<month>{dates.MONTH})\b\.?(?:\s*(?:of\s+)?,?[\s-]*(?P<year>{dates.YEAR}))?"
)
_YEAR_MONTH = re.compile(rf"\b(?P<year>{dates.YEAR})(?:,? (?P<name>{dates.MONTH})\b|[-/](?P<number>0?[1-9]|1[0-2])\b)")
_NUMERIC_MONTH = re.compile(rf"(?<![\d/.-])(?P<number>0?[1-9]|1[0-2])[/.-](?P<year>{dates.YEAR})\b")


def _month(words: str, frame: Frame) -> When | None:
    for pattern in (_YEAR_MONTH, _NUMERIC_MONTH):
        if found := pattern.search(words):
            name = found.groupdict().get("name")
            count = dates.MONTHS[name] if name else int(found["number"])
            return periods.month(int(found["year"]), count).by("month and year", 0.98)
    found = _MONTH_YEAR.search(words)
    if not found:
        return None
    count = dates.MONTHS[found["month"]]
    if found["year"]:
        return periods.month(int(found["year"]), count).by("month and year", 0.98)
    if not frame.published:
        return None
    return _month_near(count, found["way"] or "", frame, frame.published).by("month nearest to publication", 0.94)


def _month_near(count: int, way: str, frame: Frame, published: date) -> When:
    near = [periods.month(published.year + step, count) for step in (-1, 0, 1)]
    if way in _BEFORE:
        return next(month for month in reversed(near) if month.end < published)
    if way in _AFTER:
        return next(month for month in near if month.start > published)
    if way == "this":
        return near[1]
    if frame.future:
        return next(month for month in near if month.end >= published)
    return next(month for month in reversed(near) if month.start <= published)


#: Not "at 1800 GMT".
_YEAR = re.compile(rf"\b({dates.YEAR})\b(?!\s?(?:hours?|hrs?|gmt|utc|local|[ecmp][sd]?t)\b)")
_DECADE = re.compile(rf"\b({dates.YEAR})s\b")
_CENTURY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)[ -]century\b")


def _years(words: str, frame: Frame) -> When | None:
    if found := _DECADE.search(words):
        first = int(found[1]) // 10 * 10
        return periods.years(first, first + 9).by("decade", 0.97)
    if (found := _CENTURY.search(words)) and 1 <= int(found[1]) <= 21:
        return periods.years(100 * int(found[1]) - 99, 100 * int(found[1])).by("century", 0.9)
    if found := _YEAR.search(words):
        return periods.years(int(found[1])).by("year", 0.97)
    return None


_DAY_OF_MONTH = re.compile(r"\bthe (\d{1,2})(?:st|nd|rd|th)(?= of (?:the|this) month\b|$| (?:in|at|and)\b)")


def _day_of_month(words: str, frame: Frame) -> When | None:
    found = _DAY_OF_MONTH.search(words)
    if not found or not frame.published:
        return None
    first = frame.published.replace(day=1)
    months = [first + relativedelta(months=step) for step in range(-2, 3)]
    near = [there for month in months if (there := dates.valid(month.year, month.month, int(found[1])))]
    nearest = _nearest(near, frame)
    return periods.day(nearest).by("day of the month nearest to publication", 0.85) if nearest else None


def _nearest(days: Sequence[date], frame: Frame) -> date | None:
    """Of days in their order the next one, or the last one of the past."""
    assert frame.published is not None
    if frame.future:
        return next((there for there in days if there >= frame.published), None)
    latest = frame.published + timedelta(days=frame.slack)
    return next((there for there in reversed(days) if there <= latest), None)


_READERS: tuple[Callable[[str, Frame], When | None], ...] = (
    _anchored, _part, _nth, _whole, _holiday, _partial,
)  # fmt: skip
_RELATIVE: tuple[Callable[[str, Frame, date], When | None], ...] = (_counted, _weekday, _day_words, _unit)
_LOOSE: tuple[Callable[[str, Frame], When | None], ...] = (_season, _month, _years, _day_of_month)
