"""Date phrases to days: "Tuesday", "last week", "since 3 June", "from 5 to 7 May", "early 2019".

Written for the phrases of English news; the calendar's arithmetic is dateutil's. `dateparser` was weighed against it
on the odd half of evaluation/dates.tsv (the same publication date, language, order and direction given, its period
taken as precision): 95 of 150 phrases right, and 58 of the 74 that name single days; it knows no ranges, "since",
seasons, holidays, weekends or parts of a month.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from dragoman import dates
from dragoman.resolve import periods
from dragoman.resolve.date_phrases import Frame, single
from dragoman.resolve.numbers import number
from dragoman.resolve.periods import When

_NO_DATE = re.compile(r"\b(?:every|each|daily|weekly|monthly|yearly|annual(?:ly)?|(?:once|twice|times) an?)\b")
_PAIR = re.compile(r"\s+(?:to|and|or|until|till|through|thru|into)\s+|\s*[-/]\s*")
_SINCE = re.compile(r"\b(?:ever )?since\s+(?P<rest>.+)")
_UNTIL = re.compile(r"\b(?:until|till|through)\s+(?P<rest>.+)")
_OVER = re.compile(
    r"\b(?:(?P<way>last|past|previous|next|coming|following)|within) (?P<count>\d{1,3}|[a-z-]+) "
    r"(?P<unit>hour|day|week|month|year|decade)s\b"
)
_BARE_DAY = re.compile(r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>\d{4}))?")
_YEARS = re.compile(rf"\b({dates.YEAR})[-/](\d\d)\b(?![-/.]?\d)")
_LONGEST = timedelta(days=366)
_LONGEST_PHRASE = 120
_FULL_YEAR = re.compile(rf"\b{dates.YEAR}\b")


def resolve_date(phrase: str, published: date | None, future: bool = False, country: str = "") -> When | None:
    """The days that a phrase means, or None if it names none ("in recent months", "one day").

    Args:
        phrase: words of a date mention.
        published: the day that relative phrases count from; without it they are not resolved.
        future: whether the event is still to come ("on Friday" is then the next one).
        country: ISO alpha-3 code that decides the order of day and month in numbers and whose national days are meant.
    """
    words = _plain(phrase)
    frame = Frame(published, future, country)
    if _NO_DATE.search(words):
        return None
    try:
        return _since(words, frame) or _over(words, frame) or _range(words, frame) or single(words, frame)
    except (OverflowError, ValueError):
        # Only at the ends of the calendar: "a century ago" in the year 20.
        return None


def _plain(phrase: str) -> str:
    words = phrase.lower().replace("’", "'").replace("‘", "'")
    return " ".join(re.sub(r"[–—‐‑]", "-", words).split())[:_LONGEST_PHRASE]


def _since(words: str, frame: Frame) -> When | None:
    if found := _SINCE.search(words):
        start = _range(found["rest"], frame) or single(found["rest"], replace(frame, future=False))
        if start and frame.published and start.start <= frame.published:
            return When(start.start, frame.published, start.precision, f"since ({start.rule})", start.confidence * 0.98)
    elif frame.future and frame.published and (found := _UNTIL.search(words)) and not _range(words, frame):
        last = single(found["rest"], frame)
        if last and last.end >= frame.published:
            return When(frame.published, last.end, last.precision, f"until ({last.rule})", last.confidence * 0.9)
    return None


def _over(words: str, frame: Frame) -> When | None:
    """ "over the past three days", "within two weeks": up to the day of publication, or from it on."""
    found = _OVER.search(words)
    count = number(found["count"]) if found else None
    if not found or not count or not frame.published or not (found["way"] or frame.future):
        return None
    unit, back = found["unit"], found["way"] in ("last", "past", "previous")
    days = count * {"hour": 1 / 24, "day": 1, "week": 7}.get(unit, 0)
    months = int(count) * {"month": 1, "year": 12, "decade": 120}.get(unit, 0)
    length = relativedelta(days=int(days), months=months)
    precision = {"hour": "day", "decade": "year"}.get(unit, unit)
    ends = (frame.published - length, frame.published) if back else (frame.published, frame.published + length)
    return When(*ends, precision).by(f"so many {unit}s before or after publication", 0.9)


def _range(words: str, frame: Frame) -> When | None:
    """Two dates with "to", "and" or a dash between them."""
    if found := _YEARS.search(words):
        first = int(found[1])
        last = first - first % 100 + int(found[2])
        if last > first and not periods.SEASONS.keys() & set(words.split()):
            return periods.years(first, last).by("two years", 0.97)
    for cut in _PAIR.finditer(words):
        left, right = words[: cut.start()], words[cut.end() :]
        left = re.sub(r"^.*\b(?:from|between)\s+", "", left)
        ends = _ends(left, right, frame)
        if ends and ends[0].start <= ends[1].start:
            precision = max(ends[0].precision, ends[1].precision, key=periods.PRECISIONS.index)
            sure = min(ends[0].confidence, ends[1].confidence) * 0.98
            return When(ends[0].start, ends[1].end, precision, f"range ({ends[0].rule} to {ends[1].rule})", sure)
    return None


def _ends(left: str, right: str, frame: Frame) -> tuple[When, When] | None:
    if bare := _BARE_DAY.fullmatch(right):
        return _same_month(left, int(bare["day"]), bare["year"] or "", frame)
    last = single(right, frame)
    if not last:
        return None
    if bare := _BARE_DAY.fullmatch(left):
        # "from 3 to 7 May": the first day is in the month of the last.
        start = dates.valid(last.start.year, last.start.month, int(bare["day"]))
        return (periods.day(start).by(last.rule, last.confidence), last) if start and last.precision == "day" else None
    first = single(left, frame)
    if first and first.start <= last.start and (_FULL_YEAR.search(left) or last.start - first.start <= _LONGEST):
        return first, last
    if first and frame.future:
        # "Monday to Friday" on a Wednesday: both in the next week.
        last = single(right, replace(frame, published=first.start))
        return (first, last) if last else None
    # "30 December to 2 January 1976": the first end counts back from the last.
    first = single(left, replace(frame, published=last.start, future=False, slack=0))
    return (first, last) if first else None


def _same_month(left: str, number: int, year: str, frame: Frame) -> tuple[When, When] | None:
    """ "May 3 to 7, 1990": the last day is in the month of the first."""
    if not re.search(rf"\b(?:{dates.MONTH})\b", left):
        return None
    first = single(f"{left}, {year}" if year else left, frame)
    if not first or first.precision != "day" or first.start != first.end:
        return None
    end = dates.valid(first.start.year, first.start.month, number)
    return (first, periods.day(end).by(first.rule, first.confidence)) if end else None
