"""Other states in a record's place: consistent, in the same form, with every span on its words."""

from __future__ import annotations

import random
from pathlib import Path

from dragoman.corpus.reader import read_corpus
from dragoman.resolve.facts import rows
from dragoman.train.exchange import exchange_states
from tests.conftest import ROOT

RECORDS = [*read_corpus([ROOT / "corpus" / "africa.txt"])][:200]


def test_a_state_is_exchanged_wherever_it_is_named_and_in_the_same_form(tmp_path: Path) -> None:
    file = tmp_path / "kenya.txt"
    file.write_text(
        "% wire x-0001\n= [A1|Kenya] and [A2|an Angolan minister] met in [P1|Nairobi], [A3|Kenyans] said.\n"
        "@ A1 KEN GOV; A2 AGO GOV; A3 KEN CVL\n"
    )
    (record,) = read_corpus([file])
    text = exchange_states(record, random.Random(3)).text
    name = text.split(" and ")[0]
    (state,) = [row for row in rows("states.tsv") if row["name"] == name]
    assert name != "Kenya"
    assert f"met in {state['capital'].split('|')[0]}, {state['nationalities'].split('|')[1]} said." in text


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
