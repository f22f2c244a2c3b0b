"""Dyadic expansion."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.export.formats import Source
from dragoman.query import select
from tests.made import BENIN, FRANCE, RUSSIA, UKRAINE, Page, store_of


def pairs(page: Page) -> list[tuple[Any, Any]]:
    with store_of(page) as store:
        rows = Source(store, select(store, {}), True).table().to_pylist()
        identity = store.table("events")["id"][0].as_py()
    assert [row["id"] for row in rows] == [f"{identity}-{number}" for number in range(1, len(rows) + 1)]
    return [(row["actor_countries"], row["recipient_countries"]) for row in rows]


def test_each_actor_meets_each_recipient() -> None:
    page = Page("France and Benin attacked Russia and Ukraine.", "attacked", "ASSAULT", (FRANCE, BENIN),
                (RUSSIA, UKRAINE), cameo="190")  # fmt: skip
    assert pairs(page) == [
        (["FRA"], ["RUS"]), (["FRA"], ["UKR"]), (["BEN"], ["RUS"]), (["BEN"], ["UKR"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("type", "mode", "cameo", "both"),
    [
        ("COOPERATE", "", "061", True),
        ("CONSULT", "", "046", True),
        ("CONSULT", "multilateral", "040", True),
        ("CONSULT", "phone", "041", True),
        ("SUPPORT", "", "057", True),
        ("CONSULT", "visit", "042", False),
        ("CONSULT", "third-party", "045", False),
        ("AID", "", "071", False),
        ("ASSAULT", "", "190", False),
    ],
)
def test_what_both_do_is_written_both_ways(type: str, mode: str, cameo: str, both: bool) -> None:
    page = Page("France dealt with Benin.", "dealt", type, (FRANCE,), (BENIN,), mode, cameo)
    assert pairs(page) == [(["FRA"], ["BEN"]), *([(["BEN"], ["FRA"])] if both else [])]


def test_parties_that_are_all_actors_meet_one_another() -> None:
    page = Page("France and Benin talked.", "talked", "CONSULT", (FRANCE, BENIN), (), "", "046")
    assert pairs(page) == [(["FRA"], ["BEN"]), (["BEN"], ["FRA"])]


def test_an_event_with_one_side_stays_one_row() -> None:
    assert pairs(Page("France mobilised.", "mobilised", "MOBILIZE", (FRANCE,), (), "", "154")) == [(["FRA"], [])]
    assert pairs(Page("Bombs hit Benin.", "hit", "ASSAULT", (), (BENIN,), "", "183")) == [([], ["BEN"])]
