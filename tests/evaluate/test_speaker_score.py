"""Speakers: the odd half of the labelled articles against floors that may only rise, and what the measure counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.coder import Coder
from dragoman.errors import CorpusError
from dragoman.evaluate.score import figures
from dragoman.evaluate.speakers import compare_statements, own_mentions, read_speaker_set
from tests.conftest import ROOT

SPEAKERS = ROOT / "evaluation" / "speakers"

LABELLED = """\
% wire t001-00
= [A1|Miners] strike, [A2|union] says
@ A1 ZMB LAB; A2 ZMB LAB
~ A2; Miners strike; reported

% wire t001-01
= "We are tired," said [A1|Moses Phiri].
@ A1 ZMB LAB
~ A1; We are tired; quote

% wire t001-02
= "We want bread."
~ 01:A1; We want bread; quote

% wire t001-03
= [A1|The owner] said [A2|police] would come.
@ A1 ZMB BUS; A2 ZMB COP
~ A2; police would come; reported

% wire t002-00
= Nothing happened
"""


def test_labelled_mentions_keep_their_floor() -> None:
    tallies = [compare_statements(article, article.mentions) for article in read_speaker_set(SPEAKERS, "odd")]
    assert len(tallies) == 20
    assert figures(tallies, ["speakers"], rounds=2)[0].f1 >= 0.98


def test_the_coders_mentions_keep_their_floor(coder: Coder) -> None:
    tallies = [compare_statements(a, own_mentions(coder, a)) for a in read_speaker_set(SPEAKERS, "odd")]
    assert figures(tallies, ["speakers"], rounds=2)[0].f1 >= 0.90


def test_a_wrong_speaker_counts_as_wrong_and_missed(tmp_path: Path) -> None:
    file = tmp_path / "t.txt"
    file.write_text(LABELLED)
    (article,) = read_speaker_set(file, "odd")
    tally = compare_statements(article, article.mentions)
    assert tally.counts["speakers"] == [3, 1, 1]
    assert tally.counts["kind"] == [3, 0, 0]
    assert [article.id for article in read_speaker_set(file, "even")] == ["t002"]


@pytest.mark.parametrize(
    "label", ["~ A9; Miners strike; reported", "~ A1; no such words; quote", "~ A1; Miners strike"]
)
def test_a_label_that_does_not_fit_is_named_with_its_line(tmp_path: Path, label: str) -> None:
    file = tmp_path / "t.txt"
    file.write_text(LABELLED.replace("~ A2; Miners strike; reported", label))
    with pytest.raises(CorpusError, match="4"):
        list(read_speaker_set(file, "odd"))
