"""Changing a record's text keeps its spans on their words."""

from __future__ import annotations

import itertools
import random

import pytest

from dragoman.corpus import edits
from dragoman.corpus.reader import read_corpus
from dragoman.spin import FAMILIES
from tests.conftest import ROOT

RECORDS = [*read_corpus([ROOT / "corpus" / "mena.txt"])][:150]


def test_an_edit_before_a_span_moves_it_and_one_inside_stretches_it() -> None:
    record = next(r for r in RECORDS if r.spans and r.spans[0].start > 0)
    span = record.spans[0]
    longer = edits.apply_edits(record, [(0, 0, "Yesterday "), (span.start, span.start + 1, "XYZ")])
    moved = longer.spans[0]
    assert longer.text[moved.start : moved.end] == "XYZ" + record.text[span.start + 1 : span.end]


@pytest.mark.parametrize("change", [edits.lower_case, edits.upper_case, edits.without_end])
def test_case_and_end_changes_keep_every_span(change: object) -> None:
    for record in RECORDS:
        changed = change(record)  # type: ignore[operator]
        for old, new in zip(record.spans, changed.spans, strict=True):
            assert changed.text[new.start : new.end].lower() == record.text[old.start : old.end].lower()


def test_spinning_and_damage_keep_spans_inside_the_text_and_in_order() -> None:
    rng = random.Random(1)
    for record in RECORDS:
        for changed in (*(edits.reword(record, f, rng, 0.8) for f in FAMILIES.values()), edits.damage(record, rng)):
            ends = [(span.start, span.end) for span in sorted(changed.spans, key=lambda s: s.start)]
            assert all(0 <= start < end <= len(changed.text) for start, end in ends)
            assert all(one[1] <= two[0] for one, two in itertools.pairwise(ends))
