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
        ("overnight", "2023-03-14", "2023-03-14", "day"),
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
    ],
)
def test_phrases(phrase: str, start: str, end: str, precision: str) -> None:
    when = resolve_date(phrase, WEDNESDAY)
    assert when is not None
    assert (when.start.isoformat(), when.end.isoformat(), when.precision) == (start, end, precision)


def test_a_weekday_of_a_coming_event_is_the_next_one() -> None:
    when = resolve_date("Friday", WEDNESDAY, future=True)
    assert when is not None
    assert when.start == date(2023, 3, 17)


def test_numbers_follow_the_country_of_the_dateline() -> None:
    british, american = resolve_date("3/4/2015", None), resolve_date("3/4/2015", None, country="USA")
    assert british is not None
    assert american is not None
    assert (british.start, american.start) == (date(2015, 4, 3), date(2015, 3, 4))


def test_without_a_publication_date_relative_phrases_stay_unknown() -> None:
    assert resolve_date("Monday", None) is None
    assert resolve_date("in 1998", None) is not None


@given(st.text(max_size=40), st.dates(date(1800, 1, 1), date(2100, 1, 1)), st.booleans())
def test_no_phrase_crashes(phrase: str, published: date, future: bool) -> None:
    when = resolve_date(phrase, published, future)
    assert when is None or when.start <= when.end
