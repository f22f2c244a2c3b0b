"""Numbers in words, and places."""

from __future__ import annotations

import pytest

from dragoman.resolve.knowledge import knowledge
from dragoman.resolve.numbers import number
from dragoman.resolve.places import resolve_place


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("14", 14),
        ("at least 1,200", 1200),
        ("a dozen", 12),
        ("two dozen", 24),
        ("forty-two", 42),
        ("three hundred and five", 305),
        ("$2.5 billion", 2.5e9),
        ("15,000 tonnes", 15000),
        ("two thousand", 2000),
        ("half a million", 500000),
        ("two and a half million", 2.5e6),
        ("half a dozen", 6),
        ("a couple of dozen", 24),
        ("10 000", 10000),
        ("from 50 to 60", 50),
        ("between ten and fifteen", 10),
        ("30-40", 30),
        ("six of the seven", 6),
        ("a single soldier", 1),
        ("no one", 0),
        ("dozens", None),
        ("a few dozen", None),
        ("several hundred", None),
        ("40 percent", None),
        ("two-thirds", None),
        ("several", None),
        ("", None),
    ],
)
def test_numbers(words: str, value: float | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("phrase", "countries", "country", "precision"),
    [
        ("Seoul", {"KOR"}, "KOR", "city"),
        ("Tripoli", {"LBN"}, "LBN", "city"),
        ("Tripoli", {"LBY"}, "LBY", "city"),
        ("northern Mali", {"MLI"}, "MLI", "country"),
        ("Kenya", set(), "KEN", "country"),
    ],
)
def test_places(phrase: str, countries: set[str], country: str, precision: str) -> None:
    place = resolve_place(phrase, knowledge(), countries)
    assert (place.country, place.precision) == (country, precision)


def test_an_unknown_place_stays_a_name_without_coordinates() -> None:
    place = resolve_place("Htee Kaw Lay", knowledge(), {"MMR"})
    assert (place.name, place.latitude, place.longitude) == ("Htee Kaw Lay", None, None)
