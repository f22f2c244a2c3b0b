"""The knowledge tables hold only codes that exist."""

from __future__ import annotations

import pytest

from dragoman.ontology import NON_STATES, SECTORS
from dragoman.resolve.facts import Fact, rows, shipped_facts
from dragoman.resolve.knowledge import Knowledge, knowledge

TABLES = [
    "states",
    "history",
    "regions",
    "organisations",
    "groups",
    "agencies",
    "parties",
    "people",
    "landmarks",
    "nouns",
    "given_names",
]


def test_every_fact_has_a_country_and_known_sectors() -> None:
    states = {row["code"] for row in rows("states.tsv")}
    for fact, _ in shipped_facts():
        assert {fact.code, *fact.homes} <= states | set(NON_STATES), fact
        assert set(fact.sectors) <= set(SECTORS), fact


@pytest.mark.parametrize("table", TABLES)
def test_every_row_fills_its_columns(table: str) -> None:
    found = list(rows(f"{table}.tsv"))
    assert len(found) > 100
    for row in found:
        assert None not in row, row
        assert None not in row.values(), row


@pytest.mark.parametrize(
    ("since", "until", "day", "valid"),
    [
        ("1994", "1996-09", "1996-09-30", True),
        ("1994", "1996-09", "1996-10-01", False),
        ("1994", "1996-09", "1993-12-31", False),
        ("2021-08-15", "", "2021-08-14", False),
        ("", "1990", "1990-12-31", True),
        ("1994", "1996", "", True),
    ],
)
def test_times_are_inclusive_and_as_exact_as_written(since: str, until: str, day: str, valid: bool) -> None:
    assert Fact("A", "AFG", (), "groups", "r", since, until).valid(day) is valid


def test_the_time_nearest_to_the_day_counts() -> None:
    old = Fact("Band", "MLI", ("REB",), "groups", "own: Band", "1990", "1995")
    new = Fact("Band", "MLI", ("PTY",), "groups", "own: Band", "1996")
    known = Knowledge([(old, ["Band"]), (new, ["Band"])])
    found = {day: known.find("the Band", day=day)[0].fact for day in ("1980-01-01", "1993-01-01", "2001-01-01", "")}
    assert list(found.values()) == [old, old, new, new]


def test_people_are_found_only_when_asked_for() -> None:
    assert not [hit for hit in knowledge().find("Barack Obama") if hit.fact.kind == "person"]
    assert knowledge().find("Barack Obama", people=True)[0].fact.office == "president"


def test_an_office_has_a_holder_only_where_the_tables_know_exactly_one() -> None:
    holder = knowledge().holder("USA", "president", "2012-05-01")
    assert holder is not None
    assert holder.name == "Barack Obama"
    assert knowledge().holder("USA", "president", "2009-01-20") is None
    assert knowledge().holder("USA", "president", "") is None


def test_an_open_term_of_office_is_not_believed_beyond_the_last_reading_of_the_tables() -> None:
    fact = Fact("Ana Ruiz", "PER", ("GOV",), "person", "people.tsv: Ana Ruiz", since="2024", office="president")
    assert fact.valid("2026-03-01")
    assert not fact.valid("2031-03-01")
