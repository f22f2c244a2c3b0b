"""Numbers in words."""

from __future__ import annotations

import pytest

from dragoman.resolve.numbers import is_quantity, number


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


@pytest.mark.parametrize(("words", "told"), [("dozens", True), ("several", True), ("14", True), ("hundreds of", True),
                                             ("at least", False), ("NZ", False), ("", False)])  # fmt: skip
def test_quantities_need_no_figure(words: str, told: bool) -> None:
    assert is_quantity(words) is told
