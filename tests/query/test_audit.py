"""Audits: a sample that can be drawn again, and precision from its answers."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from dragoman.errors import QueryError
from dragoman.export.files import write_file
from dragoman.query import select
from dragoman.query.audit import QUESTIONS, audit_sample
from dragoman.query.precision import score, wilson
from dragoman.store import Store


@pytest.fixture
def sample(sample_store: Path) -> Store:
    return Store(sample_store, read_only=True)


def test_a_seed_draws_the_same_events(sample: Store) -> None:
    chosen = select(sample, {})
    one, again, other = (audit_sample(sample, chosen, 30, seed) for seed in (1, 1, 2))
    assert one.num_rows == 30
    assert one.equals(again)
    assert set(one["event"].to_pylist()) != set(other["event"].to_pylist())
    more = audit_sample(sample, chosen, 40, 1)
    assert set(one["event"].to_pylist()) < set(more["event"].to_pylist())


def test_strata_show_rare_types_and_weigh_them_back(sample: Store) -> None:
    chosen = select(sample, {})
    total = sample.sql("SELECT count(*) AS n FROM events WHERE status = 'actual'")["n"][0].as_py()
    plain, strata = audit_sample(sample, chosen, 40, 1), audit_sample(sample, chosen, 40, 1, stratify=True)
    assert len(Counter(strata["type"].to_pylist())) >= len(Counter(plain["type"].to_pylist()))
    assert sum(strata["weight"].to_pylist()) == pytest.approx(total)
    assert sum(plain["weight"].to_pylist()) == pytest.approx(total)


def test_filters_hold_for_audits(sample: Store) -> None:
    table = audit_sample(sample, select(sample, {"type": "ASSAULT"}), 5, 1)
    assert set(table["type"].to_pylist()) == {"ASSAULT"}
    assert all(table["sentence"].to_pylist())


def answered(sample: Store, path: Path, answers: dict[str, list[str]]) -> Path:
    write_file(audit_sample(sample, select(sample, {}), 10, 1), path)
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    for field, given in answers.items():
        for row, answer in zip(rows, given, strict=False):
            row[f"{field}_right"] = answer
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_answers_become_precision_with_wilsons_interval(sample: Store, tmp_path: Path) -> None:
    path = answered(sample, tmp_path / "a.csv", {"event": ["y"] * 7 + ["N"] * 3, "date": ["yes", "0", "", "1"]})
    found = {row.field: row for row in score(path) if not row.type}
    assert set(found) == {"event", "date"}
    assert (found["event"].right, found["event"].answered) == (7, 10)
    assert found["event"].share == pytest.approx(0.7)
    assert (found["date"].right, found["date"].answered) == (2, 3)
    # The interval that textbooks give for 7 of 10.
    assert [found["event"].low, found["event"].high] == pytest.approx([0.397, 0.892], abs=1e-3)
    assert sum(row.answered for row in score(path) if row.type) == 10


def test_weights_count_in_a_stratified_audit(sample: Store, tmp_path: Path) -> None:
    path = answered(sample, tmp_path / "a.csv", {"event": ["y", "n"]})
    text = path.read_text().splitlines()
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))[:2]
    rows[0]["weight"], rows[1]["weight"] = "3", "1"
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, text[0].replace('"', "").split(","))
        writer.writeheader()
        writer.writerows(rows)
    assert score(path)[0].share == pytest.approx(0.75)


def test_intervals_stay_within_bounds() -> None:
    assert list(wilson(0, 5)) == pytest.approx([0, 0.434], abs=1e-3)
    assert list(wilson(1, 5)) == pytest.approx([0.566, 1], abs=1e-3)


def test_answers_that_are_none_are_told(sample: Store, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"row 3: event_right is 'maybe'"):
        score(answered(sample, tmp_path / "a.csv", {"event": ["y", "maybe"]}))
    with pytest.raises(QueryError, match="Nothing is answered"):
        score(answered(sample, tmp_path / "b.csv", {}))
    other = tmp_path / "c.csv"
    other.write_text("a;b\n1;2\n")
    with pytest.raises(QueryError, match="no column type"):
        score(other)


def test_every_question_has_its_column(sample: Store) -> None:
    table = audit_sample(sample, select(sample, {}), 1, 1)
    assert [name for name in QUESTIONS if f"{name}_right" not in table.column_names] == []
