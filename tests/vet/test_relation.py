"""What two texts are to one another, on the sample's pairs."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import dragoman
from dragoman.api import sample_folder
from dragoman.vet.align import align
from dragoman.vet.profile import Profile
from dragoman.vet.relation import relate
from tests.vet.texts import DAM, FERRY, text

_LINES = (sample_folder().parent / "pages.tsv").read_text(encoding="utf8").splitlines()
ROWS = list(csv.DictReader(_LINES, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_copy_of_the_sample_is_found_with_its_kind_and_no_other(sample_events: dragoman.EventTable) -> None:
    found = sample_events.sql(
        "SELECT d.read_from AS page, c.kind, o.read_from AS original FROM copies c "
        "JOIN documents d ON d.id = c.document JOIN documents o ON o.id = c.original"
    ).to_pylist()
    told = {(Path(row["page"]).name, row["kind"], Path(row["original"]).name) for row in found}
    assert told == {(row["page"], row["kind"], row["original"]) for row in ROWS if row["original"]}


@pytest.mark.parametrize("pair", [("21-kizlyar", "22-lorry"), ("07-trincomalee", "08-kappalthurai")])
def test_independent_reports_of_one_occurrence_are_no_copies(
    pair: tuple[str, str], sample_events: dragoman.EventTable
) -> None:
    texts = {
        Path(row["read_from"]).name: row["text"]
        for row in sample_events.sql("SELECT read_from, text FROM documents").to_pylist()
    }
    one, other = (next(Profile(texts[name]) for name in texts if name.startswith(start)) for start in pair)
    assert relate(one, other, 1) is None
    assert relate(other, one, 1) is None


def test_sentences_are_aligned_across_other_order_and_edits() -> None:
    moved = text(*DAM[5:], *(sentence.replace("the", "these") for sentence in DAM[:5]))
    found = align(Profile(moved), Profile(text(*DAM)))
    assert [(pair.left, pair.right) for pair in found.pairs] == [(n, (n + 5) % 10) for n in range(10)]
    assert found.left == found.right == pytest.approx(1.0)
    assert align(Profile(text(*FERRY)), Profile(text(*DAM))).pairs == ()


def test_a_text_that_repeats_itself_is_aligned_in_bounded_time() -> None:
    same = Profile("The army left Parvik on Monday. " * 2_000)
    assert align(same, same).left in (0.0, pytest.approx(1.0))


def test_nothing_is_related_to_nothing() -> None:
    assert relate(Profile(""), Profile(text(*DAM))) is None
    assert relate(Profile(text(*DAM)), Profile("")) is None
