"""The knowledge tables hold only codes that exist."""

from __future__ import annotations

import pytest

from dragoman.ontology import NON_STATES, SECTORS
from dragoman.resolve.facts import rows, shipped_facts

TABLES = ["states", "history", "regions", "organisations", "groups", "agencies", "parties", "people"]


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
