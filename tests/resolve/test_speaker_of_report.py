"""The speaker of a report, from the page to the store."""

from __future__ import annotations

from dataclasses import replace

import pytest

import dragoman
from dragoman.records import Article, Mention, Participant, Report, Sentence
from dragoman.resolve import ResolveStage
from tests.conftest import ATTACK, SANCTIONS

REPORT = Report("r", 0, 0, 0, 0, "ASSAULT", "", "", "actual", (), (), (), 0.9)


@pytest.fixture(scope="module")
def stage() -> ResolveStage:
    stage = ResolveStage()
    stage.setup()
    return stage


def resolve(stage: ResolveStage, text: str, actors: list[str], trigger: str, by: str = "") -> Report:
    """The only report of a one-sentence article; `by` is its actor."""
    starts = {name: text.index(name) for name in actors}
    mentions = tuple(Mention(start, start + len(name), name, "A") for name, start in starts.items())
    at = text.index(trigger)
    report = replace(
        REPORT, sentence_end=len(text), trigger_start=at, trigger_end=at + len(trigger),
        participants=(Participant("actor", starts[by]),) if by else (),
    )  # fmt: skip
    article = Article("a", "", "", "", "", text, "", "", "en", "", "kept", "", (Sentence(0, len(text)),), (), mentions)
    return stage.resolve(replace(article, reports=(report,))).reports[0]


def test_a_report_inside_attributed_words_has_their_speaker(stage: ResolveStage) -> None:
    text = "Rebels shelled a clinic, doctors said."
    report = resolve(stage, text, ["Rebels", "doctors"], "shelled")
    assert (report.speaker, report.speaker_mention) == ("doctors", text.index("doctors"))


def test_the_saying_itself_has_no_speaker(stage: ResolveStage) -> None:
    report = resolve(stage, "Seoul warned that it would fire.", ["Seoul", "it"], "warned")
    assert (report.speaker, report.speaker_mention) == ("", -1)
    parted = resolve(stage, "The dam, Seoul warned, was in range.", ["Seoul"], "warned", by="Seoul")
    assert parted.speaker == ""


def test_the_innermost_speaker_counts(stage: ResolveStage) -> None:
    text = "The aide said a witness had claimed that soldiers shot a boy."
    report = resolve(stage, text, ["The aide", "a witness", "soldiers", "a boy"], "shot")
    assert report.speaker == "a witness"


def test_the_store_holds_statements_and_speakers() -> None:
    events = dragoman.code([ATTACK, SANCTIONS], date="2023-05-03")
    reports = events.sql("SELECT type, speaker, speaker_mention FROM reports ORDER BY type").to_pylist()
    assert reports == [
        {"type": "ASSAULT", "speaker": "the government", "speaker_mention": ATTACK.index("the government")},
        {"type": "SANCTION", "speaker": None, "speaker_mention": None},
    ]
    (row,) = events.sql("SELECT * FROM statements").to_pylist()
    assert (row["speaker"], row["speaker_country"], row["kind"]) == ("the government", "MLI", "reported")
    assert row["text"] == ATTACK[row["start"] : row["end"]]
    assert row["addressee"] is None
    events.close()
