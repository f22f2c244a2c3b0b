"""The shipped model at work: plain cases, and the same bytes whatever the batch."""

from __future__ import annotations

import random

import pytest

from dragoman.coding.coder import Coder, default_model
from dragoman.corpus.reader import read_corpus
from dragoman.errors import ModelError
from tests.conftest import ATTACK, ROOT, SANCTIONS

TEXTS = [record.text for record in read_corpus([ROOT / "corpus" / "europe.txt"])][:90]


def test_an_attack_is_coded_with_its_parties_place_date_and_toll(coder: Coder) -> None:
    (found,) = coder.code([ATTACK])
    event = found.events[0]
    words = [ATTACK[m.start : m.end] for m in found.mentions]
    assert event.type == "ASSAULT"
    assert event.status == "actual"
    assert [words[i] for i in event.actors] == ["Gunmen"]
    assert event.date is not None
    assert words[event.date].endswith("Monday")
    assert [(what, words[i]) for what, i in event.sizes] == [("killed", "14")]


def test_the_same_sentence_gives_the_same_bytes_in_any_batch_and_order(coder: Coder) -> None:
    alone = [coder.code([text], 0.0)[0] for text in TEXTS]
    together = coder.code(TEXTS, 0.0)
    order = list(range(len(TEXTS)))
    random.Random(3).shuffle(order)
    shuffled = coder.code([TEXTS[i] for i in order], 0.0)
    assert together == alone
    assert [shuffled[order.index(i)] for i in range(len(TEXTS))] == alone


@pytest.mark.parametrize(
    "text", ["", " ", "!", "a" * 3000, "word " * 1000, "\u200b", "日本語のニュース", "]] [[ || ; >"]
)
def test_no_text_breaks_the_coder(coder: Coder, text: str) -> None:
    (found,) = coder.code([text])
    for mention in found.mentions:
        assert 0 <= mention.start < mention.end <= len(text)


def test_a_higher_threshold_only_drops_events(coder: Coder) -> None:
    low, high = coder.code([SANCTIONS], 0.05)[0], coder.code([SANCTIONS], 0.9)[0]
    assert set(high.events) <= set(low.events)


def test_the_model_files_stay_small() -> None:
    assert sum(file.stat().st_size for file in default_model().glob("*.onnx")) < 30_000_000


def test_a_model_folder_that_lacks_files_says_which(tmp_path: object) -> None:
    with pytest.raises(ModelError, match=r"lacks model.json, labels.json"):
        Coder.load(tmp_path)  # type: ignore[arg-type]
