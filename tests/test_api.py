"""The Python interface."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import polars as pl
import pytest

import dragoman
from dragoman.errors import InputError
from tests.conftest import ATTACK, SANCTIONS


def test_the_public_names_are_these() -> None:
    assert dragoman.__all__ == [
        "CorpusError", "DragomanError", "EventTable", "InputError", "Limits", "ModelError", "OutputError", "QueryError",
        "StoreError", "code", "open", "sample",
    ]  # fmt: skip
    assert all(getattr(dragoman, name).__doc__ for name in dragoman.__all__)


def types(pages: object) -> list[str]:
    return sorted(dragoman.code(pages, date="2023-03-15").arrow()["type"].to_pylist())


def test_pages_may_be_texts_paths_dicts_and_tables(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(ATTACK)
    rows = {"text": [ATTACK, SANCTIONS], "id": ["1", "2"]}
    assert types(ATTACK) == ["ASSAULT"]
    assert types(path) == types(str(path)) == ["ASSAULT"]
    both = ["ASSAULT", "SANCTION"]
    assert types([ATTACK, SANCTIONS]) == types([path, {"text": SANCTIONS}]) == both
    assert types(pd.DataFrame(rows)) == types(pl.DataFrame(rows)) == both


@pytest.mark.parametrize("pages", ["nofile.txt", 7, [7], [None]])
def test_pages_of_another_kind_are_refused_with_what_is_expected(pages: object) -> None:
    with pytest.raises(InputError, match=r"Give|space"):
        dragoman.code(pages)


def test_no_pages_give_no_events() -> None:
    events = dragoman.code([])
    assert len(events) == 0
    assert events.df().empty


def test_an_event_table_hands_itself_over(sample_events: dragoman.EventTable) -> None:
    count = len(sample_events)
    assert count > 100
    assert len(sample_events.df()) == len(sample_events.pl()) == sample_events.arrow().num_rows == count
    assert sample_events.sql("SELECT count(*) AS n FROM events")["n"][0].as_py() == count
    assert len(pl.DataFrame(sample_events)) == count
    assert f"{count} events" in sample_events._repr_html_()
    assert f"EventTable of {count} events" in repr(sample_events)


def test_a_hostile_title_is_escaped_in_the_notebook() -> None:
    events = dragoman.code("<script>alert(1)</script> gunmen attacked an army base in Mali.", date="2023-03-15")
    assert "<script>" not in events._repr_html_()
