"""Arrays to spans."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from dragoman.coding import labels
from dragoman.coding.decode import Calibration, best_tags, mention_words, runs

TAGS = len(labels.MENTION_TAGS)


def test_tags_become_mentions() -> None:
    tags = np.array([0, 1, 2, 1, 0, 3, 4, 6])
    assert mention_words(tags) == [(1, 3, "A"), (3, 4, "A"), (5, 7, "D"), (7, 8, "P")]


@given(arrays.arrays(np.float32, (7, TAGS), elements=st.floats(-5, 5, width=32)))
def test_the_best_tags_never_continue_what_did_not_begin(logits: np.ndarray) -> None:
    tags = best_tags(logits)
    for before, tag in zip([0, *tags[:-1]], tags, strict=True):
        if tag and tag % 2 == 0:
            assert before in (tag, tag - 1)


@given(st.lists(st.booleans()))
def test_runs_cover_exactly_what_is_marked(marks: list[bool]) -> None:
    covered = [False] * len(marks)
    for start, end in runs(np.array(marks, bool)):
        covered[start:end] = [True] * (end - start)
    assert covered == marks


@given(st.floats(0, 1), st.floats(0, 1))
def test_calibration_keeps_the_order_of_probabilities(one: float, other: float) -> None:
    calibrate = Calibration(0.7, -0.6)
    assert (calibrate(one) <= calibrate(other)) == (one <= other) or abs(one - other) < 1e-5
    assert 0 < calibrate(one) < 1
