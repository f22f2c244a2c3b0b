"""Counts, panels and denominators."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.errors import QueryError
from dragoman.query import GROUPS, count, coverage, panel, select
from dragoman.query.groups import UNITS
from dragoman.store import Store
from tests.made import BENIN, FRANCE, UKRAINE, Page, store_of


def rows(store: Store, *by: str, **filters: Any) -> list[tuple[Any, ...]]:
    table = count(store, select(store, filters), by)
    return [(*(row[name] for name in by), row["events"]) for row in table.to_pylist()]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ((), [(4,)]),
        (("year",), [("2022", 4)]),
        (("quarter",), [("2022-Q1", 2), ("2022-Q2", 2)]),
        (("month",), [("2022-03", 2), ("2022-05", 2)]),
        # The promise of May has no day and no week.
        (("week",), [("2022-W09", 1), ("2022-W11", 1), ("2022-W19", 1), (None, 1)]),
        (("day",), [("2022-03-05", 1), ("2022-03-20", 1), ("2022-05-10", 1), (None, 1)]),
        (("type",), [("AGREE", 1), ("ASSAULT", 2), ("PROTEST", 1)]),
        (("mode",), [("demo", 1), ("drone", 1), ("heavy-weapons", 1), (None, 1)]),
        (("quad",), [(1, 1), (4, 3)]),
        (("actor",), [("BEN", 1), ("FRA", 1), ("RUS", 1), ("UKR", 1)]),
        (("recipient",), [("BEN", 1), ("RUS", 1), ("UKR", 1), (None, 1)]),
        (("pair",), [("BEN-FRA", 1), ("RUS-UKR", 2), (None, 1)]),
        (("country",), [("UKR", 1), (None, 3)]),
        (("status",), [("actual", 4)]),
        (("month", "quad"), [("2022-03", 4, 2), ("2022-05", 1, 1), ("2022-05", 4, 1)]),
    ],
)
def test_events_are_counted(store: Store, by: tuple[str, ...], expected: list[tuple[Any, ...]]) -> None:
    assert rows(store, *by) == expected


def test_only_actual_events_count_unless_asked(store: Store) -> None:
    assert rows(store, "status", status="all") == [("actual", 4), ("hypothetical", 1)]


def test_reports_and_scores_are_told_with_the_counts(store: Store) -> None:
    assert count(store, select(store, {}), ["type"]).to_pylist()[1] == {
        "type": "ASSAULT", "events": 2, "reports": 3, "independent": 3, "score": -9.5,
    }  # fmt: skip


def test_an_event_of_two_countries_counts_for_each_and_once_in_all() -> None:
    with store_of(Page("France and Benin freed Ukraine.", "freed", "RETREAT", (FRANCE, BENIN), (UKRAINE,))) as store:
        assert rows(store, "actor") == [("BEN", 1), ("FRA", 1)]
        assert rows(store, "pair") == [("BEN-UKR", 1), ("FRA-UKR", 1)]
        assert rows(store) == [(1,)]


def test_a_pair_counts_once_whichever_acts() -> None:
    page = Page("France and Benin met Benin and France.", "met", "CONSULT", (FRANCE, BENIN), (BENIN, FRANCE))
    with store_of(page) as store:
        assert rows(store, "pair") == [("BEN-BEN", 1), ("BEN-FRA", 1), ("FRA-FRA", 1)]


@pytest.mark.parametrize(
    ("page", "directed"),
    [
        (Page("France and Benin talked.", "talked", "CONSULT", (FRANCE, BENIN), ()), ["BEN-FRA", "FRA-BEN"]),
        (Page("France talked to Benin.", "talked", "CONSULT", (FRANCE,), (BENIN,), "phone"), ["BEN-FRA", "FRA-BEN"]),
        (Page("France drilled with Benin.", "drilled", "COOPERATE", (FRANCE,), (BENIN,)), ["BEN-FRA", "FRA-BEN"]),
        (Page("France visited Benin.", "visited", "CONSULT", (FRANCE,), (BENIN,), "visit"), ["FRA-BEN"]),
        (Page("France and Benin protested.", "protested", "ACCUSE", (FRANCE, BENIN), ()), ["BEN-None", "FRA-None"]),
    ],
)
def test_what_two_do_to_one_another_counts_in_both_directions(page: Page, directed: list[str]) -> None:
    with store_of(page) as store:
        found = rows(store, "actor", "recipient")
        assert [f"{actor}-{recipient}" for actor, recipient, _ in found] == directed
        assert rows(store, "pair") == [("BEN-FRA" if "None" not in directed[0] else None, 1)]
        assert rows(store, "type", "actor")[0][-1] == 1


def test_denominators_are_what_was_read(store: Store) -> None:
    assert coverage(store, []).to_pylist() == [{"documents": 6, "originals": 6, "sentences": 12}]
    months = coverage(store, ["month"]).to_pylist()
    assert [(row["month"], row["documents"]) for row in months] == [("2022-03", 3), ("2022-04", 1), ("2022-05", 2)]
    publishers = coverage(store, ["publisher"]).to_pylist()
    assert [(row["publisher"], row["documents"]) for row in publishers] == [
        ("Danube Observer", 1),
        ("Harbour Press", 5),
    ]
    countries = {row["country"]: row["documents"] for row in coverage(store, ["country"]).to_pylist()}
    assert countries == {"BEN": 2, "FRA": 1, "RUS": 4, "UKR": 4}
    table = count(store, select(store, {}), ["month", "type"], denominators=True).to_pylist()
    assert [(r["month"], r["type"], r["coverage_documents"], r["coverage_sentences"]) for r in table] == [
        ("2022-03", "ASSAULT", 3, 6), ("2022-05", "AGREE", 2, 4), ("2022-05", "PROTEST", 2, 4),
    ]  # fmt: skip


def test_a_panel_has_a_row_for_nothing_reported(store: Store) -> None:
    table = panel(store, select(store, {"party": "UKR"}), ["month"]).to_pylist()
    assert [(r["month"], r["actor"], r["recipient"], r["events"], r["score"]) for r in table] == [
        ("2022-03", "RUS", "UKR", 1, -9.5), ("2022-03", "UKR", "RUS", 1, -9.5),
    ]  # fmt: skip
    filters = {"actor": "RUS", "recipient": ["Ukraine", "BEN"], "since": "2022-02", "until": "2022-04"}
    rows = panel(store, select(store, filters), ["month", "quad"]).to_pylist()
    assert len(rows) == 3 * 2 * 4
    assert {(r["month"], r["recipient"], r["quad"]) for r in rows if r["events"]} == {("2022-03", "UKR", 4)}
    assert {(r["month"], r["coverage_documents"]) for r in rows} == {("2022-02", 0), ("2022-03", 3), ("2022-04", 1)}


def test_a_panel_of_nothing_is_empty(store: Store) -> None:
    table = panel(store, select(store, {"type": "AID"}), ["month"])
    assert table.num_rows == 0
    assert table.column_names[:3] == ["month", "actor", "recipient"]


@pytest.mark.parametrize("by", [[], ["type"], ["month", "year"], ["month", "mode"]])
def test_a_panel_needs_one_period(store: Store, by: list[str]) -> None:
    with pytest.raises(QueryError, match="--by month,quad"):
        panel(store, select(store, {}), by)


def test_wrong_groups_are_told_with_the_nearest(store: Store) -> None:
    with pytest.raises(QueryError, match="Nearest: month"):
        count(store, select(store, {}), ["monht"])
    with pytest.raises(QueryError, match="Documents can't be counted by 'type'"):
        coverage(store, ["type"])


@pytest.mark.parametrize("unit", UNITS)
def test_panels_and_counts_call_periods_the_same(sample_store: Any, unit: str) -> None:
    with Store(sample_store, read_only=True) as store:
        chosen = select(store, {"since": "2018", "until": "2024"})
        named = {row[unit] for row in count(store, chosen, [unit, "pair"]).to_pylist() if row["pair"] and row[unit]}
        assert named <= set(panel(store, chosen, [unit])[unit].to_pylist())


def test_every_group_counts_events_or_pages() -> None:
    assert all(group.events or group.documents for group in GROUPS.values())
