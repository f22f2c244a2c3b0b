"""Stories: independent reports of the same occurrences, with the copies of each."""

from __future__ import annotations

import random

from dragoman.records import Article
from dragoman.store import Store
from dragoman.vet.profile import Profile
from dragoman.vet.story import groups, story_names
from tests.vet.texts import DAM, FERRY, OWN, article, text, vet

TOLD = article(
    "told",
    text(
        "Dozens of growers from Okari are being held after the Belsund reservoir was emptied in the night.",
        "Their maize is worth more than the electricity, said a shopkeeper in Parvik who would not give a name.",
        "Visitors to the police post at Stenholm were turned away.",
        "The engineer on duty, Mats Orrell, spoke of vandals.",
    ),
    "2020-03-04",
)
FIRST = article("first", text(*DAM), "2020-03-02")
COPY = article("a-copy", text(*DAM[:6]), "2020-03-06")
SHIP = article("ship", text(*FERRY), "2020-03-02")
LATE = article("late", TOLD.text.replace("Dozens of", "Many"), "2021-03-04")
DIGEST = article("digest", text(*OWN, *DAM[:3], *FERRY[:3]), "2020-03-03")


def stories(pages: list[Article]) -> dict[str, str]:
    with Store() as store:
        for page in pages:
            vet(store, [page])
            store.link()
        return dict(zip(*(store.table("documents")[name].to_pylist() for name in ("id", "story")), strict=True))


def test_reports_of_one_occurrence_share_a_story_in_any_order() -> None:
    pages = [TOLD, FIRST, COPY, SHIP, DIGEST]
    expected = {"told": "a-copy", "first": "a-copy", "a-copy": "a-copy", "ship": "ship", "digest": "digest"}
    for seed in range(4):
        assert stories(random.Random(seed).sample(pages, len(pages))) == expected


def test_the_same_places_a_year_later_are_another_story() -> None:
    other = article("other", text(*DAM).replace("Monday", "Friday").replace("312", "90"), "2019-01-01")
    found = stories([TOLD, other])
    assert found["told"] != found["other"]


def test_names_of_a_story_are_no_states_peoples_or_world_bodies() -> None:
    words = (
        "On Monday the French envoy told diplomats of the United Nations that Mali had asked Marta Ruel about Kidal."
    )
    names = story_names(Profile(words))
    assert names == ("kidal", "ruel")


def test_groups_are_named_after_their_smallest_member() -> None:
    assert groups([("c", "b"), ("d", "c"), ("a", "d"), ("x", "y")]) == {
        "a": "a", "b": "a", "c": "a", "d": "a", "x": "x", "y": "x",
    }  # fmt: skip
