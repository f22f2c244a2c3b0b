"""Other states in a record's place: consistent, in the same form, with every span on its words."""

from __future__ import annotations

import random

from dragoman.corpus.reader import read_corpus
from dragoman.train.exchange import exchange_states
from tests.conftest import ROOT

RECORDS = [*read_corpus([ROOT / "corpus" / "africa.txt"])][:200]


def test_a_state_is_exchanged_wherever_it_is_named_and_in_the_same_form() -> None:
    record = next(r for r in RECORDS if "Kenya" in r.text and "Nairobi" in r.text)
    changed = exchange_states(record, random.Random(3))
    assert changed.text != record.text
    assert "Kenya" not in changed.text
    assert "Nairobi" not in changed.text


def test_spans_that_name_no_state_keep_their_words() -> None:
    rng = random.Random(5)
    moved = 0
    for record in RECORDS:
        changed = exchange_states(record, rng)
        moved += changed.text != record.text
        for old, new in zip(record.spans, changed.spans, strict=True):
            words = record.text[old.start : old.end]
            if words.islower():
                assert changed.text[new.start : new.end] == words
    assert moved > 50
