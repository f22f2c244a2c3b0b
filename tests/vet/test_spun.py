"""Spun language is told from honest English by the text alone, and honest English of many kinds is left in peace."""

from __future__ import annotations

import csv
import itertools
import random
from pathlib import Path

import pytest

import dragoman
from dragoman.api import sample_folder
from dragoman.records import Article
from dragoman.spin import FAMILIES, changed_share
from dragoman.vet.spun import SpunLanguage, SpunScorer
from dragoman.vet.spun.features import NAMES, doubled, fingerprints, mixed, piled, wrong_articles
from dragoman.vet.spun.surprise import Bigrams
from dragoman.vet.spun.words import read_words
from evaluation.spun.collect import GENRES, items
from evaluation.spun.heldout import HELD_OUT
from evaluation.spun.measure import articles, auroc, by_share, false_alarms

# In the manner of the phrase-table family, composed for this test.
SPUN_PAGE = """\
Brand new Kenyan chairman told you into the Friday your armed forces has actually finalized an excellent package
which have Ethiopia so you're able to manage the fresh edge out-of both places. The guy told you one to brand new
troops carry out remain in the brand new northern up until Oct, and you may urged frontrunners in the region to help
you stop delivering guns so you can rebels. "Our company is maybe not seeking combat, we have been looking for
serenity," the guy told you when you look at the Nairobi, incorporating that the newest chats which have Addis Ababa
had been a beneficial. Best minister Abiy Ahmed enjoys invited your deal because the an important step to have
shelter when you look at the Eastern Africa, in case the sides is also concur with the a romantic date."""


@pytest.fixture(scope="module")
def scorer() -> SpunScorer:
    return SpunScorer()


@pytest.fixture(scope="module")
def agency() -> list[str]:
    return [item.text for item in items("agency", "odd")]


@pytest.mark.parametrize("genre", GENRES)
def test_false_alarms_stay_within_one_in_a_hundred(scorer: SpunScorer, genre: str) -> None:
    flagged, unknown, count = false_alarms(scorer, genre, "odd")
    assert count >= 30
    assert flagged <= count / 100
    assert (unknown == count) == (genre == "headlines")


@pytest.mark.parametrize(
    ("family", "floor"),
    [("phrases", 0.99), ("thesaurus", 0.99), ("roundtrip", 0.99), ("splitter", 0.98), ("generalizer", 0.99)],
)
def test_articles_with_a_quarter_of_their_words_changed(
    scorer: SpunScorer, agency: list[str], family: str, floor: float
) -> None:
    row = by_share(scorer, articles(agency), {**FAMILIES, **HELD_OUT}[family])[3]
    assert row is not None
    assert row.auroc >= floor


def test_short_texts_of_a_family_that_nothing_was_fitted_to(scorer: SpunScorer, agency: list[str]) -> None:
    rng = random.Random(2)
    clean, spun = [], []
    for text in agency:
        made = HELD_OUT["generalizer"](text, rng, 1.0)
        clean.append(scorer.score(text).probability or 0.0)
        if changed_share(text, made) > 0.25:
            spun.append(scorer.score(made.text).probability or 0.0)
    assert len(spun) > 50
    assert auroc(clean, spun) >= 0.94


def test_a_page_of_the_known_family_is_found_with_its_phrases(scorer: SpunScorer) -> None:
    score = scorer.score(SPUN_PAGE)
    assert score.spun
    assert all(SPUN_PAGE[phrase.start : phrase.end] == phrase.text for phrase in score.phrases)
    assert {"so you're able to", "out-of", "the guy told"} <= {phrase.text.lower() for phrase in score.phrases}
    spans = [(phrase.start, phrase.end) for phrase in score.phrases]
    assert spans == sorted(spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))


@pytest.mark.parametrize(
    "text", ["", "Rebels take town", "WORD " * 500, "1 2 3 " * 200, "a " * 40, "\n".join(["Rebels take the town"] * 40)]
)
def test_too_little_prose_is_unknown(scorer: SpunScorer, text: str) -> None:
    assert scorer.score(text).probability is None


def test_odd_input_gets_a_probability_or_none(scorer: SpunScorer) -> None:
    for text in ("x" * 100_000, "word. " * 20_000, "\x00\ufffd " * 100, "é." * 300, "you you you. " * 50):
        probability = scorer.score(text).probability
        assert probability is None or 0 <= probability <= 1


def test_slips_are_found_and_english_is_not() -> None:
    table = Bigrams.load()

    def found(text: str) -> tuple[int, int, int, int]:
        words = read_words(text, table)
        return len(wrong_articles(words)), len(doubled(words)), len(mixed(text)), len(piled(words))

    assert found("A army met an rebel.") == (2, 0, 0, 0)
    assert found("He had had an hour, a university, an 81-year-old and a European; that that was true.") == (0, 0, 0, 0)
    assert found("The the army paid $2 hundred in You.S. money.")[1:3] == (1, 2)
    assert found("He said and stated that they left.")[3] == 1
    assert fingerprints("It went out-of Goma so you’re able to rest.")
    assert len(NAMES) == len(set(NAMES))


def article(text: str, verdict: str = "kept") -> Article:
    return Article("a", "a.txt", "a.txt", "", "", text, "", "", "en", "", verdict, "")


def test_spun_pages_are_marked_and_set_aside_on_request() -> None:
    marked = SpunLanguage().mark(article(SPUN_PAGE))
    assert marked.verdict == "kept"
    assert marked.spun is not None
    assert marked.spun > 0.98
    assert marked.spun_phrases
    aside = SpunLanguage(set_aside=True).mark(article(SPUN_PAGE))
    assert aside.verdict == "spun_language"
    assert "so you're able to" in aside.detail


def test_other_pages_stay() -> None:
    language = SpunLanguage(set_aside=True)
    assert language.mark(article("Rebels took the town.")).spun is None
    copy = article(SPUN_PAGE, "identical")
    assert language.mark(copy) == copy


def test_of_the_sample_exactly_the_spun_pages_are_led_to_their_originals(sample_events: dragoman.EventTable) -> None:
    rows = sample_events.sql("SELECT read_from, verdict, spun FROM documents").to_pylist()
    lines = (sample_folder().parent / "pages.tsv").read_text(encoding="utf8").splitlines()
    kinds = {row["page"]: row["kind"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}
    spun = {page for page, kind in kinds.items() if kind == "spun"}
    assert {Path(row["read_from"]).name for row in rows if row["verdict"] == "spun"} == spun
    assert all(row["spun"] is None or row["spun"] < 0.9 for row in rows)
    alone = dragoman.code([sample_folder() / sorted(spun)[0]])
    assert alone.sql("SELECT spun FROM documents WHERE len(spun_phrases) > 0").num_rows == 1
    alone.close()


def test_spun_pages_are_not_coded_where_that_is_asked() -> None:
    page = sample_folder() / "06-hodeidah-vent.txt"
    events = dragoman.code(page, set_aside_spun=True)
    (row,) = events.sql("SELECT verdict, detail, spun FROM documents").to_pylist()
    assert row["verdict"] == "spun_language"
    assert "machine-spun" in row["detail"]
    assert row["spun"] > 0.98
    assert len(events.sql("SELECT * FROM reports").to_pylist()) == 0
    events.close()
