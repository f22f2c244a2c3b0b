"""Actors on labelled text: the odd articles of the antecedent set and the development split keep their floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.coder import Coder
from dragoman.corpus.splits import read_split
from dragoman.errors import CorpusError
from dragoman.evaluate.actors import ResolvedActor, kind, resolve_records
from dragoman.evaluate.antecedents import Followed, follow, read_articles
from tests.conftest import ROOT

ARTICLES = ROOT / "evaluation" / "antecedents"


@pytest.fixture(scope="module")
def followed(coder: Coder) -> list[Followed]:
    return follow(coder, read_articles(ARTICLES, "odd"))


@pytest.fixture(scope="module")
def actors(coder: Coder) -> list[ResolvedActor]:
    return resolve_records(coder, read_split(ROOT / "corpus", "development")[::2])


def test_antecedents_keep_their_floors(followed: list[Followed]) -> None:
    linked = [row for row in followed if row.gold]
    pronouns = [row for row in linked if row.pronoun]
    alone = [row for row in followed if not row.gold]
    assert sum(row.right for row in linked) / len(linked) >= 0.82
    assert sum(row.right for row in pronouns) / len(pronouns) >= 0.87
    assert sum(row.right for row in alone) / len(alone) >= 0.98


def test_countries_and_sectors_keep_their_floors(actors: list[ResolvedActor]) -> None:
    assert sum(row.country for row in actors) / len(actors) >= 0.86
    assert sum(row.sectors for row in actors) / len(actors) >= 0.80
    assert sum(row.country and row.sectors for row in actors) / len(actors) >= 0.71


def test_the_confidence_of_common_rules_is_near_the_truth(actors: list[ResolvedActor]) -> None:
    for name in {kind(row.rule) for row in actors}:
        part = [row for row in actors if kind(row.rule) == name]
        if len(part) >= 100:
            said, true = sum(row.confidence for row in part), sum(row.country for row in part)
            assert abs(said - true) / len(part) < 0.08, name


def test_a_half_holds_only_its_own_articles() -> None:
    assert {article.number % 2 for article in read_articles(ARTICLES, "odd")} == {1}


def test_following_a_mention_to_any_mention_of_its_entity_is_right(tmp_path: Path, coder: Coder) -> None:
    file = tmp_path / "few.txt"
    file.write_text(
        "% wire few001-00\n= [A1|Kenya's army] fired on [A2|Chad].\n@ A1 KEN MIL; A2 TCD GOV\n\n"
        "% wire few001-01\n= [A1|The army] said [A2|it] was sorry.\n@ A1 KEN MIL; A2 KEN MIL\n"
        "~ A1 = 00:A1; A2 = 01:A1\n"
    )
    rows = follow(coder, read_articles(file, "odd"))
    assert [row.right for row in rows] == [True, True, True, True]
    assert [row.pronoun for row in rows] == [False, False, False, True]


def test_a_wrong_id_names_its_record(tmp_path: Path) -> None:
    file = tmp_path / "bad.txt"
    file.write_text("% wire nonumber\n= [A1|Kenya] spoke.\n@ A1 KEN GOV\n")
    with pytest.raises(CorpusError, match="nonumber"):
        read_articles(file)
