"""Codes of other data sets."""

from __future__ import annotations

import pytest

from dragoman import ontology
from dragoman.coding.coder import Coder
from dragoman.export import codes
from dragoman.query.values import states


@pytest.mark.parametrize(
    ("code", "value"),
    [("010", None), ("042", 1.9), ("057", 8.0), ("0874", 10.0), ("111", -2.0), ("130", -4.4), ("1384", -7.0),
     ("145", -7.5), ("173", -5.0), ("1821", -9.0), ("1834", -10.0), ("190", -10.0), ("163", None), ("1661", None),
     ("155", None)],
)  # fmt: skip
def test_goldstein_values_are_the_published_ones_or_none(code: str, value: float | None) -> None:
    assert codes.goldstein(code) == value


def test_every_code_that_the_coder_gives_has_a_name(coder: Coder) -> None:
    for code in coder.known.cameo:
        assert codes.cameo_name(codes.cameo(code, "ASSAULT"))
        assert not code.startswith("01")


def test_every_type_has_a_code_and_none_is_a_statement() -> None:
    roots = {codes.cameo(None, kind) for kind in ontology.TYPES}
    assert all(len(code) == 3 and code[:2] != "01" for code in roots)
    assert codes.cameo("02", "REQUEST") == "020"


@pytest.mark.parametrize(
    ("country", "cow", "fips"),
    [("USA", 2, "US"), ("GBR", 200, "UK"), ("DEU", 255, "GM"), ("RUS", 365, "RS"), ("KOS", 347, "KV"),
     ("SSD", 626, "OD"), ("SRB", 345, "RI"), ("PSE", None, None), ("UNO", None, None), (None, None, None)],
)  # fmt: skip
def test_numbers_and_codes_of_states(country: str | None, cow: int | None, fips: str | None) -> None:
    assert (codes.cow(country), codes.fips(country)) == (cow, fips)


def test_gaza_and_the_west_bank_have_codes_of_their_own() -> None:
    assert codes.fips("PSE", 34.47) == "GZ"
    assert codes.fips("PSE", 35.2) == "WE"


def test_nearly_every_state_has_its_codes() -> None:
    assert [code for code in states() if not codes.fips(code)] == ["PSE"]
    assert [code for code in states() if not codes.cow(code)] == ["ATA", "HKG", "PSE"]
    numbers = [codes.cow(code) for code in states() if codes.cow(code)]
    assert len(set(numbers)) == len(numbers)


def test_numbers_of_ids_fit_64_bits_and_differ() -> None:
    found = {codes.number(f"{identity}-{part}") for identity in range(2000) for part in range(2)}
    assert len(found) == 4000
    assert all(0 <= number < 2**63 for number in found)
