"""Spinners are deterministic, say what they replaced, and leave names and numbers alone."""

from __future__ import annotations

import random

import pytest

from dragoman.spin import FAMILIES, Spinner, changed_share
from dragoman.spin.base import table
from evaluation.spun.heldout import HELD_OUT

TEXT = (
    "The government urged the rebels in Kosti to accept a ceasefire on Monday, saying that 41 soldiers were killed "
    "near the border. Army officers signed an agreement with the leader of the workers in 1998."
)
ALL = {**FAMILIES, **HELD_OUT}


@pytest.mark.parametrize("family", ALL.values(), ids=ALL)
def test_swaps_lead_from_the_text_to_the_spun_one(family: Spinner) -> None:
    spun = family(TEXT, random.Random(3), 0.7)
    parts, last = [], 0
    for pair in spun.pairs:
        parts += [TEXT[last : pair.start], spun.text[pair.new_start : pair.new_end]]
        last = pair.end
    assert "".join([*parts, TEXT[last:]]) == spun.text != TEXT
    assert spun == family(TEXT, random.Random(3), 0.7)
    assert changed_share(TEXT, spun) > 0.1


@pytest.mark.parametrize("family", ALL.values(), ids=ALL)
def test_no_share_changes_nothing(family: Spinner) -> None:
    assert family(TEXT, random.Random(3), 0.0).text == TEXT
    assert changed_share(TEXT, family(TEXT, random.Random(3), 0.0)) == 0.0


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_names_and_numbers_stay(family: Spinner) -> None:
    for seed in range(10):
        spun = family(TEXT, random.Random(seed), 1.0).text
        assert all(word in spun for word in ("Kosti", "41", "1998"))


def test_a_larger_share_changes_more() -> None:
    for family in FAMILIES.values():
        few, many = (changed_share(TEXT, family(TEXT, random.Random(1), share)) for share in (0.2, 1.0))
        assert few < many


def test_tables_hold_swaps_and_no_word_for_itself() -> None:
    for name in ("phrases.tsv", "thesaurus.tsv", "roundtrip.tsv", "piling.tsv"):
        rows = table(name)
        assert len(rows) > 80
        assert all(swaps and all(swaps) for swaps in rows.values())
        # The phrase table keeps some words at times, as its spinner does.
        assert name == "phrases.tsv" or not [word for word, swaps in rows.items() if word in swaps]
