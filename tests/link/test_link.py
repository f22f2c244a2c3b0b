"""Linking as a whole: which reports become one event, whatever their order."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link import link
from tests.link.rows import DAY, Row, dyad, killed, part, report

NEXT, LATER = DAY + timedelta(1), DAY + timedelta(3)
DAYS = {f"d{n}": NEXT for n in range(9)} | {"late": LATER}


def events(reports: list[Row], parts: list[Row]) -> list[list[str]]:
    owner = link(reports, parts, DAYS).owner
    found: dict[str | None, list[str]] = {}
    for name in sorted(owner):
        found.setdefault(owner[name], []).append(name)
    return sorted(found.values())


def test_reports_of_one_type_day_and_dyad_are_one_event_with_the_smallest_id() -> None:
    reports = [report("b", "d2"), report("a"), report("c", kind="AID")]
    linked = link(reports, dyad("abc"), DAYS)
    assert [(event["id"], event["reports"]) for event in linked.events] == [("a", 2), ("c", 1)]
    assert linked.owner == {"a": "a", "b": "a", "c": "c"}


@pytest.mark.parametrize(
    "other",
    [
        {"day": NEXT},
        {"day": DAY + timedelta(30)},
        {"kind": "AID"},
        {"status": "future"},
        {"place": "Kharkiv", "place_country": "UKR", "place_precision": "city", "sentence": "Kharkiv was shelled."},
        {"day": LATER, "date_source": "publication", "document": "late", "sentence": "They struck again."},
    ],
)
def test_look_alikes_stay_apart(other: dict[str, Any]) -> None:
    known: Row = {"place": "Odesa", "place_country": "UKR", "place_precision": "city"}
    assert events([report("a", "d1", **known), report("b", **({"document": "d2"} | known | other))], dyad("ab")) == [
        ["a"],
        ["b"],
    ]


def test_the_direction_is_kept_unless_both_do_it_to_each_other() -> None:
    parts = dyad("a", "IRN", "USA") + dyad("b", "USA", "IRN")
    assert events([report("a", "d1", "ACCUSE", cameo="111"), report("b", "d2", "ACCUSE", cameo="111")], parts) == [
        ["a"],
        ["b"],
    ]
    assert events([report("a", "d1", "CONSULT"), report("b", "d2", "CONSULT")], parts) == [["a", "b"]]


def test_a_clash_may_be_told_from_either_side_but_an_attack_not() -> None:
    parts = dyad("a", "SDN", "SSD") + dyad("b", "SSD", "SDN")
    clash = [report(name, f"d{name}", sentence="The two armies clashed.") for name in "ab"]
    assert events(clash, parts) == [["a", "b"]]
    assert events([report(name, f"d{name}") for name in "ab"], parts) == [["a"], ["b"]]


def test_an_army_acts_for_its_state_but_not_for_its_rebels() -> None:
    parts = [part("a", "actor", "SYR", ["MIL"]), part("b", "actor", "SYR", ["GOV"]), part("c", "actor", "SYR", ["REB"])]
    parts += [part(name, "recipient", "TUR", ["CVL"]) for name in "abc"]
    assert events([report(name, f"d{name}") for name in "abc"], parts) == [["a", "b"], ["c"]]


def test_a_page_without_a_date_of_the_event_lags_behind_it() -> None:
    later = report("b", "d2", day=NEXT, date_source="publication")
    before = report("c", "d3", day=DAY - timedelta(1), date_source="publication")
    assert events([report("a"), later, before], dyad("abc")) == [["a", "b"], ["c"]]


def test_a_vague_report_chains_no_two_occurrences() -> None:
    spot: Row = {"place_country": "UKR", "place_precision": "city"}
    month: Row = {"date_end": date(2020, 1, 31), "date_precision": "month"}
    reports = [
        report("a", "d1", place="Odesa", **spot),
        report("b", "d2", day=DAY + timedelta(9), place="Kharkiv", **spot),
        report("v", "d3", day=date(2020, 1, 1), **month),
    ]
    groups = events(reports, dyad("abv"))
    assert not any({"a", "b"} <= set(group) for group in groups)


def test_a_mention_of_history_links_to_its_event_or_to_none() -> None:
    year: Row = {"date_end": date(2020, 12, 31), "date_precision": "year", "status": "historical"}
    old = report("h", "d2", day=date(2020, 1, 1), **year)
    linked = link([report("i", "d1"), old], dyad("hi"), DAYS)
    assert linked.owner == {"h": "h", "i": "h"}
    assert linked.events[0]["status"] == "actual"
    alone = link([old], dyad("h"), DAYS)
    assert (alone.events, alone.owner) == ([], {"h": None})


TOWNS = [None, "Odesa", "Kharkiv"]


@st.composite
def report_sets(draw: st.DrawFn) -> tuple[list[Row], list[Row]]:
    count = draw(st.integers(2, 12))
    reports, parts = [], []
    for number in range(count):
        name = f"r{number:02d}"
        town = draw(st.sampled_from(TOWNS))
        day = DAY + timedelta(draw(st.integers(0, 3)))
        reports.append(report(
            name, f"d{draw(st.integers(0, 8))}", day=day, place=town, place_country="UKR" if town else None,
            date_source=draw(st.sampled_from(["phrase", "publication"])), place_precision="city" if town else None,
            sizes=draw(st.sampled_from([[], killed(3), killed(30)])), confidence=draw(st.sampled_from([0.5, 0.9])),
        ))  # fmt: skip
        parts += dyad_of(name, draw(st.sampled_from(["RUS", None])))
    return reports, parts


def dyad_of(name: str, actor: str | None) -> list[Row]:
    return [part(name, "actor", actor), part(name, "recipient", "UKR")]


@given(report_sets(), st.integers(0, 1000))
@settings(max_examples=80, deadline=None)
def test_the_order_of_reports_changes_nothing(given_set: tuple[list[Row], list[Row]], seed: int) -> None:
    reports, parts = given_set
    first = link(reports, parts, DAYS)
    random.Random(seed).shuffle(reports)
    again = link(reports, parts, DAYS)
    assert (again.events, again.owner, again.component) == (first.events, first.owner, first.component)
    for name, home in first.component.items():
        owner = first.owner[name]
        assert owner is not None
        assert first.component[owner] == home
