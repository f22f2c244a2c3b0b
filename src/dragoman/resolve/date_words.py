"""Words of dates turned into the figures that they stand for: "the fourth of July", "'68", "last year"."""

from __future__ import annotations

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from dragoman import dates

_FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYS = {name: number for number, name in enumerate(_FULL_DAYS)}
DAYS |= {name[:3]: number for name, number in DAYS.items()} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

_UP_TO_20 = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
ORDINALS = {name: number for number, name in enumerate(_UP_TO_20, 1)} | {"thirtieth": 30, "thirty-first": 31}
ORDINALS |= {f"twenty-{name}": 20 + number for number, name in enumerate(_UP_TO_20[:9], 1)}

_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_ORDINAL_DAY = re.compile(
    rf"\b(?P<day>{_ORDINAL})(?= (?:of (?:{dates.MONTH})|day of|century)\b)|(?<=\bmay )(?:the )?(?P<after>{_ORDINAL})\b"
)
_MONTH_ORDINAL = re.compile(rf"\b(?P<month>{dates.MONTH}) (?:the )?(?P<day>{_ORDINAL})\b")
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
            "eighties": 80, "nineties": 90}  # fmt: skip
_DECADE = re.compile(rf"\b(?P<century>eighteen|nineteen)?[ -]?(?P<decade>{'|'.join(_DECADES)})\b")
_SHORT_DECADE = re.compile(r"(?<![\w.])'?(?P<decade>[1-9]0)'?s\b")
_SHORT_YEAR = re.compile(r"(?<![\w])'(?P<year>\d\d)\b(?!')")
_YEAR_WORDS = re.compile(
    r"(?<!earlier )(?<!later )(?<!so far )\b(?:the )?"
    r"(?:(?P<way>last|previous|this|next|following|coming) year(?:'s)?|year (?P<twice>before last|after next))\b"
)
_MONTH_WORDS = re.compile(r"(?<!earlier )(?<!later )(?<!so far )\b(?:of )?(?P<way>last|this|next) month\b")
_STEPS = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1, "coming": 1, "before last": -2,
          "after next": 2}  # fmt: skip


def century_of(two_digits: int, published: date) -> int:
    """The latest year up to that of publication that ends with two digits."""
    year = published.year - published.year % 100 + two_digits
    return year if year <= published.year else year - 100


def spelled_out(words: str, published: date | None) -> str:
    """A lower-cased phrase with ordinals, decades and years in figures.

    "last year" and "next month" become their year or month only beside something else that they belong to ("late last
    year", "the 3rd of last month").
    """
    words = words.replace("9/11", "11 september 2001")
    words = _MONTH_ORDINAL.sub(lambda m: f"{m['month']} {ORDINALS[m['day']]}", words)
    words = _ORDINAL_DAY.sub(lambda m: f"{ORDINALS[m['day'] or m['after']]}th", words)
    if not published:
        return words
    words = _DECADE.sub(lambda m: _decade(_DECADES[m["decade"]], m["century"], published), words)
    words = _SHORT_DECADE.sub(lambda m: _decade(int(m["decade"]), None, published), words)
    words = _SHORT_YEAR.sub(lambda m: str(century_of(int(m["year"]), published)), words)
    words = _YEAR_WORDS.sub(lambda m: f" {published.year + _STEPS[m['way'] or m['twice']]} ", words)
    if found := _MONTH_WORDS.search(words):
        there = published + relativedelta(months=_STEPS[found["way"]])
        name = next(name for name, number in dates.MONTHS.items() if number == there.month)
        words = f"{words[: found.start()]} {name} {there.year} {words[found.end() :]}"
    return " ".join(words.split())


def _decade(start: int, century: str | None, published: date) -> str:
    base = {"eighteen": 1800, "nineteen": 1900}.get(century or "")
    return f" {base + start if base else century_of(start, published)}s"
