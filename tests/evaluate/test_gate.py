"""The evaluation gate: the shipped model on the frozen test split, against floors that may only rise."""

from __future__ import annotations

import json

import pytest

from dragoman.coding.coder import Coder
from dragoman.corpus.splits import read_split
from dragoman.evaluate.report import tally_records
from dragoman.evaluate.score import figures, macro_f1
from tests.conftest import ROOT

FLOORS: dict[str, float] = json.loads((ROOT / "tests" / "evaluate" / "floors.json").read_text())


@pytest.fixture(scope="module")
def reached(coder: Coder) -> dict[str, float]:
    tallies = tally_records(coder, read_split(ROOT / "corpus", "test"))
    found = {figure.name: figure.f1 for figure in figures(tallies, rounds=2)}
    found["status_macro"] = macro_f1([pair for tally in tallies for pair in tally.statuses])
    return found


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_the_model_keeps_its_floor(name: str, reached: dict[str, float]) -> None:
    assert reached[name] >= FLOORS[name], f"{name}: {reached[name]:.3f}"
