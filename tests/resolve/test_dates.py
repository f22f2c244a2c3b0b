"""Date phrases against a publication date: Wednesday, 15 March 2023."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.dates import resolve_date

WEDNESDAY = date(2023, 3, 15)


@pytest.mark.parametrize(
    ("phrase", "start", "end", "precision"),
    [
        ("Monday", "2023-03-13", "2023-03-13", "day"),
        ("Wednesday", "2023-03-15", "2023-03-15", "day"),
        ("Thursday", "2023-03-09", "2023-03-09", "day"),
        ("last Wednesday", "2023-03-08", "2023-03-08", "day"),
        ("next Friday", "2023-03-17", "2023-03-17", "day"),
        ("yesterday", "2023-03-14", "2023-03-14", "day"),
        ("overnight", "2023-03-14", "2023-03-15", "day"),
        ("a day earlier", "2023-03-14", "2023-03-14", "day"),
        ("the day before yesterday", "2023-03-13", "2023-03-13", "day"),
        ("three days ago", "2023-03-12", "2023-03-12", "day"),
        ("two months earlier", "2023-01-01", "2023-01-31", "month"),
        ("last week", "2023-03-06", "2023-03-12", "week"),
        ("this month", "2023-03-01", "2023-03-31", "month"),
        ("last year", "2022-01-01", "2022-12-31", "year"),
        ("3 March", "2023-03-03", "2023-03-03", "day"),
        ("Dec. 24", "2022-12-24", "2022-12-24", "day"),
        ("12 June 2015", "2015-06-12", "2015-06-12", "day"),
        ("August 1945", "1945-08-01", "1945-08-31", "month"),
        ("January", "2023-01-01", "2023-01-31", "month"),
        ("November", "2022-11-01", "2022-11-30", "month"),
        ("1956", "1956-01-01", "1956-12-31", "year"),
        ("the 1970s", "1970-01-01", "1979-12-31", "year"),
        ("the sixties", "1960-01-01", "1969-12-31", "year"),
        ("1939-45", "1939-01-01", "1945-12-31", "year"),
        ("since 3 June 2015", "2015-06-03", "2023-03-15", "day"),
        ("from 28 February to 3 March", "2023-02-28", "2023-03-03", "day"),
        ("May 3-7, 1990", "1990-05-03", "1990-05-07", "day"),
        ("between Saturday and Monday", "2023-03-11", "2023-03-13", "day"),
        ("over the past three days", "2023-03-12", "2023-03-15", "day"),
        ("the end of last year", "2022-09-01", "2022-12-31", "month"),
        ("late February", "2023-02-21", "2023-02-28", "week"),
        ("earlier this month", "2023-03-01", "2023-03-15", "month"),
        ("last summer", "2022-06-01", "2022-08-31", "month"),
        ("the winter of 1946-47", "1946-12-01", "1947-02-28", "month"),
        ("Tuesday of last week", "2023-03-07", "2023-03-07", "day"),
        ("the first Monday of May 2015", "2015-05-04", "2015-05-04", "day"),
        ("the day after Christmas", "2022-12-26", "2022-12-26", "day"),
        ("Good Friday 1998", "1998-04-10", "1998-04-10", "day"),
        ("half a century ago", "1973-01-01", "1973-12-31", "year"),
        ("the second half of last year", "2022-07-01", "2022-12-31", "month"),
        ("3rd of last month", "2023-02-03", "2023-02-03", "day"),
        ("'98", "1998-01-01", "1998-12-31", "year"),
    ],
)
def test_phrases(phrase: str, start: str, end: str, precision: str) -> None:
    when = resolve_date(phrase, WEDNESDAY)
    assert when is not None
    assert (when.start.isoformat(), when.end.isoformat(), when.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("Friday", "2023-03-17", "2023-03-17"),
        ("Wednesday", "2023-03-22", "2023-03-22"),
        ("Monday to Friday", "2023-03-20", "2023-03-24"),
        ("in three weeks", "2023-04-03", "2023-04-09"),
        ("within two days", "2023-03-15", "2023-03-17"),
        ("until Friday", "2023-03-15", "2023-03-17"),
        ("February", "2024-02-01", "2024-02-29"),
        ("later this year", "2023-03-15", "2023-12-31"),
        ("May Day", "2023-05-01", "2023-05-01"),
    ],
)
def test_phrases_of_coming_events(phrase: str, start: str, end: str) -> None:
    when = resolve_date(phrase, WEDNESDAY, future=True)
    assert when is not None
    assert (when.start.isoformat(), when.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    "phrase",
    ["in recent months", "one day", "for years", "several weeks ago", "every Friday", "the next day", "for two days",
     "the fall of Saigon", "three days after the vote", "1800 GMT", "from time to time", ""],
)  # fmt: skip
def test_phrases_that_name_no_day_have_none(phrase: str) -> None:
    assert resolve_date(phrase, WEDNESDAY) is None


def test_national_days_follow_the_country() -> None:
    for country, day in (("USA", "2022-07-04"), ("IND", "2022-08-15")):
        when = resolve_date("Independence Day", WEDNESDAY, country=country)
        assert when is not None
        assert when.start.isoformat() == day
    assert resolve_date("Independence Day", WEDNESDAY) is None


def test_numbers_follow_the_country_of_the_dateline() -> None:
    british, american = resolve_date("3/4/2015", None), resolve_date("3/4/2015", None, country="USA")
    assert british is not None
    assert american is not None
    assert (british.start, american.start) == (date(2015, 4, 3), date(2015, 3, 4))


def test_without_a_publication_date_relative_phrases_stay_unknown() -> None:
    assert resolve_date("Monday", None) is None
    assert resolve_date("in 1998", None) is not None


WORDS = (
    "early late mid the of in last next this since from to until between and - / , monday may march 3 12 31 29 2015 "
    "'98 0 century decades years week month days ago later before after first third half a an two hundred million "
    "christmas easter overnight tomorrow weekend summer winter 9/11 1.2.03 2015-02-30 end beginning past three 20th"
)


@given(
    st.text(max_size=40) | st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join),
    st.dates() | st.none(),
    st.booleans(),
    st.sampled_from(["", "USA", "RUS"]),
)
def test_no_phrase_crashes(phrase: str, published: date | None, future: bool, country: str) -> None:
    when = resolve_date(phrase, published, future, country)
    assert when is None or (when.start <= when.end and when.rule and 0 < when.confidence <= 1)
