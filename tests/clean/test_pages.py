"""The main text of the evaluation's pages with odd numbers; those with even numbers are for final figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.evaluate.pages import PageScore, is_page_set, micro, page_report, score_pages

FOLDER = Path(__file__).parents[2] / "evaluation" / "pages"


@pytest.fixture(scope="module")
def scores() -> list[PageScore]:
    return score_pages(FOLDER, "odd")


def test_the_words_kept_of_all_pages(scores: list[PageScore]) -> None:
    assert len(scores) == 20
    precision, recall, f1 = micro(scores)
    assert min(precision, recall) >= 0.97
    assert f1 >= 0.985


def test_no_page_is_read_badly(scores: list[PageScore]) -> None:
    assert {score.name: score.f1 for score in scores if score.f1 < 0.95} == {}
    assert {score.verdict for score in scores} == {"kept"}


def test_words_lost_and_words_too_many_lower_the_score(tmp_path: Path) -> None:
    text = "The army left the town of Timbuktu on Monday after three weeks of talks, officials said."
    (tmp_path / "01.html").write_text(f"<html><body><article><h1>Army leaves</h1><p>{text}</p></article></body></html>")
    (tmp_path / "01.txt").write_text(f"Army leaves\n\n{text} It went south.")
    assert is_page_set(tmp_path)
    (score,) = score_pages(tmp_path, "odd")
    assert sorted(score.missed) == ["It", "south", "went"]
    assert score.extra.total() == 0
    assert 0.8 < score.f1 < 1
    assert "missed: It went south" in page_report(tmp_path, "odd", errors=True)
    assert score_pages(tmp_path, "even") == []
