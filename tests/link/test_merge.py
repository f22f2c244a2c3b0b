"""The fields of an event that its reports make together."""

from __future__ import annotations

from datetime import date

from dragoman.link.merge import merge
from tests.link.rows import DAY, Row, dyad, killed, part, report


def test_conflicting_tolls_are_all_kept_with_how_many_give_them() -> None:
    reports = [report("a", sizes=killed(11)), report("b", sizes=killed(11)), report("c", sizes=killed(14))]
    event = merged(reports, dyad("abc"))
    assert [(size["value"], size["reports"]) for size in event["sizes"]] == [(11, 2), (14, 1)]


def test_the_most_exact_date_and_place_stand_for_the_event() -> None:
    week: Row = {"date_end": date(2020, 1, 5), "date_precision": "week"}
    reports = [
        report("a", day=date(2019, 12, 30), confidence=0.9, place="Ukraine", place_precision="country", **week),
        report("b", place="Odesa", place_precision="city"),
        report("c", day=date(2020, 1, 3), date_source="publication", confidence=0.8),
    ]
    event = merged(reports, dyad("abc"))
    assert (event["date"], event["date_precision"], event["date_source"]) == (DAY, "day", "phrase")
    assert event["place"] == "Odesa"


def test_without_a_date_in_any_text_the_first_page_gives_it() -> None:
    reports = [report(n, day=date(2020, 1, d), date_source="publication") for n, d in (("a", 4), ("b", 3))]
    assert merged(reports, dyad("ab"))["date"] == date(2020, 1, 3)


def test_the_best_named_party_stands_for_each_side() -> None:
    parts = {
        "a": [part("a", "actor", "XXX", ["UAF"], "gunmen")],
        "b": [part("b", "actor", "NGA", ["REB"], "Boko Haram"), part("b", "recipient", "NGA", ["CVL"], "villagers")],
    }
    event = merge([report("a", confidence=0.9), report("b")], parts)
    assert event is not None
    assert (event["actors"], event["actor_countries"], event["recipients"]) == (["Boko Haram"], ["NGA"], ["villagers"])


def test_a_denial_beside_reports_leaves_the_event_actual() -> None:
    event = merged([report("a"), report("b", status="negated")], dyad("ab"))
    assert event["status"] == "actual"


def merged(reports: list[Row], parts: list[Row]) -> Row:
    event = merge(reports, {r["id"]: [p for p in parts if p["report"] == r["id"]] for r in reports})
    assert event is not None
    return event
