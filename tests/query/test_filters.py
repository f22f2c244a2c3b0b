"""Filters: one definition for command line and Python, and clear words for what is wrong."""

from __future__ import annotations

from typing import Any

import pytest

import dragoman
from dragoman.cli import main
from dragoman.errors import QueryError
from dragoman.query import FILTERS, select, selected
from dragoman.store import Store


def types(store: Store, **filters: Any) -> list[str]:
    table = selected(store, select(store, filters))
    return [f"{row['type']} {row['date']:%m-%d}" for row in table.to_pylist()]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["ASSAULT 03-05", "ASSAULT 03-20", "AGREE 05-01", "PROTEST 05-10"]),
        ({"status": "all", "since": "2022-04"}, ["COERCE 04-02", "AGREE 05-01", "PROTEST 05-10"]),
        ({"status": ["actual", "hypothetical"], "until": "2022-04", "actor": "rus"}, ["ASSAULT 03-05", "COERCE 04-02"]),
        ({"actor": "RUS"}, ["ASSAULT 03-05"]),
        ({"actor": "Russia", "recipient": "Ukraine"}, ["ASSAULT 03-05"]),
        ({"actor": ["RUS", "FRA"]}, ["ASSAULT 03-05", "AGREE 05-01"]),
        ({"actor": "MIL"}, ["ASSAULT 03-05"]),
        ({"actor": "RUS MIL"}, ["ASSAULT 03-05"]),
        ({"actor": "Russia MIL", "recipient": "UKR GOV"}, ["ASSAULT 03-05"]),
        ({"party": "RUS MIL"}, ["ASSAULT 03-05"]),
        ({"actor": "RUS GOV"}, []),
        ({"actor": "russian arm"}, ["ASSAULT 03-05"]),
        ({"party": "RUS"}, ["ASSAULT 03-05", "ASSAULT 03-20"]),
        ({"type": "agree"}, ["AGREE 05-01"]),
        ({"mode": "drone"}, ["ASSAULT 03-20"]),
        ({"mode": "PROTEST.demo"}, ["PROTEST 05-10"]),
        ({"context": "military", "quad": 1}, ["AGREE 05-01"]),
        ({"quad": "verbal-cooperation"}, ["AGREE 05-01"]),
        ({"since": "2022-05-10", "until": "2022"}, ["PROTEST 05-10"]),
        ({"place": "kyi"}, ["ASSAULT 03-05"]),
        ({"country": "Ukraine"}, ["ASSAULT 03-05"]),
        ({"country": "FRA"}, []),
        ({"min_independent": 2}, ["ASSAULT 03-05"]),
        ({"min_confidence": 0.7, "type": "ASSAULT"}, ["ASSAULT 03-05"]),
        ({"text": "HIT Ukraine"}, ["ASSAULT 03-05"]),
        ({"text": "A title"}, []),
        ({"actor": None, "type": "", "mode": []}, ["ASSAULT 03-05", "ASSAULT 03-20", "AGREE 05-01", "PROTEST 05-10"]),
    ],
)
def test_filters_select(store: Store, filters: dict[str, Any], expected: list[str]) -> None:
    assert types(store, **filters) == expected


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({"actor": "Rusia"}, "No actor is called 'Rusia'.\nNearest: Russia"),
        ({"party": "UKX"}, "No actor or recipient is called 'UKX'.\nNearest: U"),
        ({"type": "ASAULT"}, "type 'ASAULT' does not exist.\nNearest: ASSAULT"),
        ({"mode": "drones"}, "Nearest: drone"),
        ({"context": "elections"}, "Nearest: election"),
        ({"status": "actually"}, "Nearest: actual"),
        ({"quad": 7}, "Valid: verbal-cooperation"),
        ({"country": "Yeman"}, "Nearest: Yemen"),
        ({"since": "2022-13"}, "Give a day, month or year"),
        ({"until": "yesterday"}, "Give a day, month or year"),
        ({"min_confidence": 7}, "no number from 0 to 1"),
        ({"min_independent": "two"}, "is no number"),
        ({"county": "UKR"}, "There is no filter 'county'.\nNearest: country"),
    ],
)
def test_what_does_not_exist_is_told_with_the_nearest(store: Store, filters: dict[str, Any], words: str) -> None:
    with pytest.raises(QueryError) as raised:
        select(store, filters)
    assert words in str(raised.value)


def test_hostile_values_are_values(store: Store) -> None:
    for name in ("text", "place"):
        assert types(store, **{name: "'; DROP TABLE events; --"}) == []
    assert len(types(store)) == 4


def test_the_rows_behind_a_selection_belong_to_it(store: Store) -> None:
    chosen = select(store, {"type": "ASSAULT", "actor": "RUS"})
    counts = {name: selected(store, chosen, name).num_rows for name in ("reports", "documents", "participants")}
    assert counts == {"reports": 2, "documents": 2, "participants": 4}
    with pytest.raises(QueryError, match="belong to events"):
        selected(store, chosen, "runs")


def test_command_line_and_python_have_every_filter() -> None:
    names = {part.name for part in FILTERS}
    for command in ("query", "export", "audit"):
        assert names <= {option.name for option in main.commands[command].params}
    assert all(part.name in (dragoman.EventTable.where.__doc__ or "") for part in FILTERS)


def test_where_adds_up_and_leaves_the_table_as_it_is(store: Store) -> None:
    events = dragoman.EventTable(store)
    assert len(events) == 5
    wide = events.where(status="all")
    assert len(wide) == 5
    narrow = wide.where(actor="RUS")
    assert len(narrow) == len(narrow.df()) == len(narrow.pl()) == 2
    assert narrow.arrow("documents").num_rows == 3
    assert narrow.count("type").to_pydict()["type"] == ["ASSAULT", "COERCE"]
    assert "EventTable of 2 events" in repr(narrow)
    assert len(events) == 5
    with pytest.raises(QueryError):
        events.where(actr="RUS")
