"""The linking benchmark keeps to its own rules: known labels, spans that stand in their sentence, split halves."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from datetime import date
from typing import Any

import pytest

from dragoman import ontology
from tests.conftest import ROOT

ROWS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (ROOT / "evaluation" / "linking" / "linking.jsonl").read_text(encoding="utf8").splitlines()
]


def test_reports_and_sentences_are_not_repeated() -> None:
    assert len({row["report"] for row in ROWS}) == len({row["sentence"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["report"])
def test_a_report_has_known_labels_and_its_words_stand_in_the_sentence(row: dict[str, Any]) -> None:
    assert not row["mode"] or row["mode"] in ontology.MODES[row["type"]]
    assert row["type"] in ontology.TYPES
    assert row["status"] in ontology.STATUSES
    assert set(row["contexts"]) <= set(ontology.CONTEXTS)
    assert {size["what"] for size in row["sizes"]} <= set(ontology.SIZES)
    parties = row["actors"] + row["recipients"]
    assert parties
    assert all(set(party["sectors"]) <= set(ontology.SECTORS) for party in parties)
    assert all(words in row["sentence"] for words in [row["place"], *(party["text"] for party in parties)])
    first, last, out = (date.fromisoformat(row[key]) for key in ("date", "date_end", "published"))
    assert first <= last
    assert first <= out


def test_a_document_has_one_publisher_and_day_and_lies_in_one_half() -> None:
    documents: dict[str, set[tuple[str, str, int]]] = defaultdict(set)
    for row in ROWS:
        documents[row["document"]].add((row["publisher"], row["published"], row["occurrence"] % 2))
    assert [name for name, kinds in documents.items() if len(kinds) > 1] == []


def test_there_are_150_occurrences_each_with_reports_and_a_look_alike() -> None:
    reports = Counter(row["occurrence"] for row in ROWS)
    own = [number for number in reports if number < 1000]
    assert len(own) >= 150
    assert all(2 <= reports[number] <= 12 and reports[number + 1000] for number in own)
