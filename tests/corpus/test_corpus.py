"""The corpus of the repository keeps its format and its splits."""

from __future__ import annotations

from collections import Counter

from dragoman.corpus.check import problems
from dragoman.corpus.reader import read_corpus
from dragoman.corpus.splits import read_split
from tests.conftest import ROOT

CORPUS = ROOT / "corpus"


def test_every_record_is_valid() -> None:
    assert problems([CORPUS]) == []


def test_labelled_articles_are_valid() -> None:
    assert problems([ROOT / "evaluation" / "articles"]) == []


def test_sample_gold_is_valid() -> None:
    assert problems([ROOT / "tests" / "sample" / "gold"]) == []


def test_splits_share_no_record_and_name_only_records_that_exist() -> None:
    have = {record.id for record in read_corpus([CORPUS])}
    named: Counter[str] = Counter()
    for file in (CORPUS / "splits").glob("*.lst"):
        named.update(file.read_text().split())
    assert set(named) <= have
    assert max(named.values()) == 1


def test_training_split_holds_no_frozen_text() -> None:
    frozen = {
        record.text.casefold()
        for name in ("test", "development", "no_event_test")
        for record in read_split(CORPUS, name)
    }
    assert not [record.id for record in read_split(CORPUS, "train") if record.text.casefold() in frozen]
