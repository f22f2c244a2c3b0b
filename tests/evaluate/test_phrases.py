"""Labelled dates and places: the open half keeps its floors, and the measure itself is checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.phrases import accuracy, phrase_report, score_phrases, wilson
from tests.conftest import ROOT


def test_dates_keep_their_floor() -> None:
    assert accuracy(score_phrases(ROOT / "evaluation" / "dates.tsv", "odd"), "dates") >= 0.98


@pytest.mark.parametrize(("name", "floor"), [("country", 0.95), ("city", 0.91), ("level", 0.92)])
def test_places_keep_their_floors(name: str, floor: float) -> None:
    assert accuracy(score_phrases(ROOT / "evaluation" / "places.tsv", "odd"), name) >= floor


def test_only_the_half_that_is_asked_for_is_scored_and_errors_are_told(tmp_path: Path) -> None:
    table = tmp_path / "dates.tsv"
    table.write_text(
        "number\tpublished\tphrase\tstatus\tcountry\tstart\tend\tprecision\tnote\n"
        "1\t2015-03-04\tyesterday\tactual\t\t2015-03-03\t2015-03-03\tday\t\n"
        "2\t2015-03-04\ttoday\tactual\t\t2015-03-04\t2015-03-04\tday\t\n"
        "3\t2015-03-04\ttomorrow\tactual\t\t2015-03-04\t2015-03-04\tday\t\n"
    )
    assert [outcome.number for outcome in score_phrases(table, "odd")] == [1, 3]
    assert accuracy(score_phrases(table, "odd"), "dates") == 0.5
    assert "'tomorrow'" in phrase_report(table, "odd", errors=True)
    assert "'tomorrow'" not in phrase_report(table, "odd", errors=False)


def test_another_table_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "other.tsv"
    table.write_text("a\tb\n1\t2\n")
    with pytest.raises(InputError, match="no labelled dates or places"):
        score_phrases(table, "odd")


def test_wilson_interval() -> None:
    # Wilson (1927), worked for 8 of 10.
    assert wilson(8, 10) == pytest.approx((0.490, 0.943), abs=0.001)
