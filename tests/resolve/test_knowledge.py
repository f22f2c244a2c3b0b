"""The knowledge tables hold only codes that exist."""

from __future__ import annotations

import pytest

from dragoman.ontology import NON_STATES, SECTORS
from dragoman.resolve.knowledge import _facts, rows

TABLES = ["states", "history", "regions", "organisations", "groups", "agencies", "parties", "people"]


def test_every_fact_has_a_country_and_known_sectors() -> None:
    states = {row["code"] for row in rows("states.tsv")}
    for name, fact in _facts():
        assert fact.code in states | set(NON_STATES), (name, fact)
        assert set(fact.sectors) <= set(SECTORS), (name, fact)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_fills_its_columns(table: str) -> None:
    found = list(rows(f"{table}.tsv"))
    assert len(found) > 100
    for row in found:
        assert None not in row, row
        assert None not in row.values(), row
