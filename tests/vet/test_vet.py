"""Identical copies are set aside in favour of one original."""

from __future__ import annotations

from dragoman.records import Article, from_batch, to_batch
from dragoman.vet import Original, VetStage
from dragoman.vet.fingerprint import fingerprint


def article(name: str, text: str, published: str = "") -> Article:
    return Article(name, name, name, "", "", text, published, "", "en", "", "kept", "")


def vet(*articles: Article, known: dict[str, Original] | None = None) -> dict[str, Article]:
    stage = VetStage(lambda _: known or {})
    return {a.id: a for a in from_batch(Article, stage.process(to_batch(Article, articles)))}


def test_case_space_and_punctuation_make_no_other_text() -> None:
    assert fingerprint("The army left,  it said.") == fingerprint("THE ARMY LEFT – it said")
    assert fingerprint("The army left.") != fingerprint("The army stayed.")


def test_the_earliest_copy_is_the_original_whatever_the_order() -> None:
    late, early = article("a", "The army left.", "2020-02-02"), article("b", "The army left!", "2020-02-01")
    for pages in ((late, early), (early, late)):
        found = vet(*pages)
        assert (found["b"].verdict, found["a"].verdict) == ("kept", "identical")
        assert found["a"].copies[0].original == "b"


def test_a_copy_of_a_text_in_the_store_names_it() -> None:
    known = {fingerprint("The army left."): Original("2019-01-01", "stored")}
    found = vet(article("a", "The army left.", "2020-01-01"), known=known)["a"]
    assert (found.verdict, found.copies[0].original) == ("identical", "stored")


def test_pages_set_aside_before_stay_as_they_are() -> None:
    empty = Article("a", "a", "a", "", "", "", "", "", "", "", "empty", "a is empty.")
    assert vet(empty)["a"] == empty
