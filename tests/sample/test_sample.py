"""The sample pages and their expected events."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import dragoman
from dragoman.api import sample_folder
from dragoman.coding.coder import Coder
from dragoman.corpus.reader import Record, read_corpus
from dragoman.evaluate.report import tally_records
from dragoman.evaluate.score import figures
from tests.conftest import ROOT

GOLD = ROOT / "tests" / "sample" / "gold"
_LINES = (sample_folder().parent / "pages.tsv").read_text(encoding="utf8").splitlines()
PAGES = {row["page"]: row for row in csv.DictReader(_LINES, delimiter="\t", quoting=csv.QUOTE_NONE)}


def gold(page: str) -> list[Record]:
    return list(read_corpus([GOLD / f"{Path(page).stem}.txt"]))


def test_the_sample_is_what_it_says() -> None:
    kinds = [row["kind"] for row in PAGES.values()]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "original": 20, "syndicated": 4, "spun": 3, "offtopic": 3,
    }  # fmt: skip
    assert sum(page.endswith(".html") for page in PAGES) == 4
    assert {path.name for path in sample_folder().iterdir()} == set(PAGES)


@pytest.mark.parametrize("page", [name for name, row in PAGES.items() if row["kind"] in ("original", "offtopic")])
def test_cleaning_keeps_every_sentence_of_a_page_in_order_and_adds_none(
    page: str, sample_events: dragoman.EventTable
) -> None:
    (document,) = sample_events.sql("SELECT * FROM documents WHERE ends_with(read_from, ?)", [page]).to_pylist()
    at = 0
    for record in gold(page):
        found = document["text"].find(record.text, at)
        assert found >= 0, record.text
        at = found + len(record.text)
    words = sum(len(record.text.split()) for record in gold(page))
    assert len(document["text"].split()) <= words + 12


@pytest.mark.parametrize("page", list(PAGES))
def test_the_date_of_a_page_is_found(page: str, sample_events: dragoman.EventTable) -> None:
    (row,) = sample_events.sql(
        "SELECT published, published_source FROM documents WHERE ends_with(read_from, ?)", [page]
    ).to_pylist()
    # One spun page has no date of its own; none may then be invented.
    assert str(row["published"]) == (PAGES[page]["date"] if row["published_source"] else "None")
    assert row["published_source"] or PAGES[page]["kind"] == "spun"


def test_the_coder_finds_the_expected_events(coder: Coder) -> None:
    records = [r for page, row in PAGES.items() if row["kind"] in ("original", "offtopic") for r in gold(page)]
    rows = {figure.name: figure for figure in figures(tally_records(coder, records), rounds=2)}
    assert rows["typed_triggers"].f1 >= 0.79
    assert rows["typed_triggers"].precision >= 0.78
    assert rows["events_overlapping"].f1 >= 0.55


def test_most_events_of_the_originals_reach_the_table_with_their_countries(sample_events: dragoman.EventTable) -> None:
    wanted = found = 0
    for page, row in PAGES.items():
        if row["kind"] != "original":
            continue
        rows = sample_events.sql(
            "SELECT e.type, e.actor_countries AS a, e.recipient_countries AS r FROM events e WHERE e.id IN "
            "(SELECT event FROM reports JOIN documents d ON d.id = document WHERE ends_with(d.read_from, ?))",
            [page],
        ).to_pylist()
        have = {(r["type"], c) for r in rows for c in [*r["a"], *r["r"]]}
        for record in gold(page):
            for event in record.events:
                countries = {record.span(key).country for key in (*event.actors, *event.recipients)}
                wanted += 1
                found += bool({(event.type, country) for country in countries} & have)
    assert found / wanted >= 0.6
