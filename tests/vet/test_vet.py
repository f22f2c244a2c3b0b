"""Copies are set aside in favour of their originals, whatever the order in which they come."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import Article
from dragoman.store import Store
from dragoman.vet.fingerprint import fingerprint
from tests.vet.texts import DAM, FERRY, NEWS, OWN, article, outcome, spun, text, vet, vetted

ORIGINAL = article("original", text(*DAM), "2020-03-02")
UPPER = article("upper", text(*DAM).upper(), "2020-03-03")
SHORT = article("short", text("Norrland farmers open a dam.", *DAM[:4]), "2020-03-03")
SPUN = article("spun", spun(text(*DAM)), "2020-03-05")
SPUN_SHORT = article("spun-short", spun(text(*DAM[:6])), "2020-03-06")
UPDATE = article("update", text(*DAM[:8], *NEWS), "2020-03-04")
UPDATE_COPY = article("update-copy", text(*DAM[1:8], *NEWS, "Write to us."), "2020-03-05")
EXCERPT = article("excerpt", text(DAM[4], DAM[5]), "2020-03-09")
SHIP = article("ship", text(*FERRY), "2020-03-02")
DIGEST = article("digest", text(*DAM[:4], *FERRY[:4]), "2020-03-07")
OWN_DIGEST = article("own-digest", text(*OWN, *DAM[:3], *FERRY[:3]), "2020-03-08")
EARLY = article("early", text(*DAM[:9]), "2020-03-01")
WORLD = [ORIGINAL, UPPER, SHORT, SPUN, SPUN_SHORT, UPDATE, UPDATE_COPY, EXCERPT, SHIP, DIGEST, OWN_DIGEST]
EXPECTED = vetted(WORLD)


def kinds(found: dict[str, tuple[object, ...]], name: str) -> tuple[object, list[tuple[object, object]]]:
    """A document's verdict, and original and kind of its rows."""
    verdict, _, *rows = found[name]
    return verdict, [(row[0], row[1]) for row in rows]  # type: ignore[index]


def test_case_space_and_punctuation_make_no_other_text() -> None:
    assert fingerprint("The army left,  it said.") == fingerprint("THE ARMY LEFT – it said")
    assert fingerprint("The army left.") != fingerprint("The army stayed.")


def test_each_kind_of_copy_is_told_and_led_to_its_original() -> None:
    found = EXPECTED
    assert kinds(found, "original") == ("kept", [])
    assert kinds(found, "ship") == ("kept", [])
    assert kinds(found, "upper") == ("identical", [("original", "identical")])
    assert kinds(found, "short") == ("syndicated", [("original", "syndicated")])
    assert kinds(found, "spun") == ("spun", [("original", "spun")])
    assert kinds(found, "spun-short") == ("spun", [("original", "spun")])
    assert kinds(found, "excerpt") == ("excerpt", [("original", "excerpt")])
    assert kinds(found, "update") == ("kept", [("original", "update")])
    assert kinds(found, "update-copy") == ("syndicated", [("update", "syndicated")])
    assert kinds(found, "digest") == ("excerpt", [("original", "excerpt"), ("ship", "excerpt")])
    assert kinds(found, "own-digest") == ("kept", [("original", "excerpt"), ("ship", "excerpt")])


def test_evidence_says_in_words_what_is_shared() -> None:
    found = EXPECTED
    _, _, syndicated = found["short"]
    assert syndicated[3] == "4 of 5 sentences of the shorter text in the longer"  # type: ignore[index]
    _, _, spin = found["spun"]
    assert spin[3].startswith("10 of 10 sentences aligned: ")  # type: ignore[index]
    assert '" became "' in spin[3]  # type: ignore[index]
    _, _, update = found["update"]
    assert "new: " in update[3]  # type: ignore[index]
    assert "holt" in update[3]  # type: ignore[index]


def test_a_changed_figure_is_an_update_and_a_conversion_is_none() -> None:
    toll = article("toll", text(*DAM).replace("17 people", "23 people"), "2020-03-03")
    acres = article("acres", text(*DAM).replace("40 hectares", "99 acres"), "2020-03-03")
    found = vetted([ORIGINAL, toll, acres])
    assert kinds(found, "toll") == ("kept", [("original", "update")])
    assert "figure changed: 17 to 23" in str(found["toll"])
    assert kinds(found, "acres") == ("syndicated", [("original", "syndicated")])


def test_one_form_of_words_about_other_occurrences_makes_no_copy() -> None:
    bulletin = "A quake of magnitude {} shook {} at {} metres below ground. Officials in {} know of no damage."
    quakes = [
        article("a", bulletin.format("5.1", "Orvieto", 12, "Terni"), "2020-01-01"),
        article("b", bulletin.format("4.7", "Talcahuano", 33, "Lota"), "2020-01-02"),
    ]
    assert [kinds(vetted(quakes), name) for name in "ab"] == [("kept", []), ("kept", [])]


def test_of_one_day_the_fullest_is_the_original_and_then_the_smallest_id() -> None:
    short, full, twin = article("a", text(*DAM[:5])), article("c", text(*DAM)), article("b", text(*DAM).upper())
    found = vetted([short, full, twin])
    # In capitals a text shows no names, so that it counts as less full.
    assert [kinds(found, name)[0] for name in "abc"] == ["syndicated", "identical", "kept"]
    found = vetted([article("b", text(*DAM)), article("a", text(*DAM).replace(".", "!"))])
    assert kinds(found, "b") == ("identical", [("a", "identical")])


def test_a_copy_is_withdrawn_when_its_original_arrives_in_chains_too() -> None:
    with Store() as store:
        first = vet(store, [SPUN_SHORT])
        store.link()
        assert first["spun-short"].verdict == "kept"
        for late in (SPUN, ORIGINAL, EARLY):
            vet(store, [late])
            store.link()
        found = outcome(store)
    assert found == vetted([SPUN_SHORT, SPUN, ORIGINAL, EARLY])
    assert {name for name in found if kinds(found, name)[0] == "kept"} == {"early"}
    assert {row[0] for _, _, *rows in found.values() for row in rows} == {"early"}  # type: ignore[index]


@given(st.randoms(use_true_random=False), st.sets(st.integers(1, 10)), st.sets(st.integers(1, 10), max_size=3))
@settings(max_examples=8, deadline=None)
def test_order_batches_and_runs_change_nothing(rng: random.Random, cuts: set[int], runs: set[int]) -> None:
    order = rng.sample(WORLD, len(WORLD))
    with Store() as store:
        start = 0
        for end in sorted({*cuts, *runs, len(order)}):
            vet(store, order[start:end])
            if end in runs:
                store.link()
            start = end
        store.link()
        assert outcome(store) == EXPECTED, [item.id for item in order]


def test_a_store_that_is_opened_again_goes_on_as_if_it_had_stayed_open(tmp_path: object) -> None:
    path = f"{tmp_path}/a.duckdb"
    for one in WORLD:
        with Store(path) as store:
            vet(store, [one])
            store.link()
    with Store(path) as store:
        assert outcome(store) == EXPECTED


def test_copies_of_a_text_that_is_gone_are_coded_when_they_are_read_again() -> None:
    with Store() as store:
        batch = [ORIGINAL, SHORT]
        vet(store, batch)
        store.write([*vet(store, batch).values()], {"original": "x", "short": "x"}, "v")
        store.link()
        assert set(store.done(["original", "short"], "v").values()) == {"x"}
        vet(store, [article("original", text(*FERRY), "2020-03-02")])
        store.link()
        assert store.done(["short"], "v") == {"short": ""}
        vet(store, [SHORT])
        store.link()
        assert kinds(outcome(store), "short") == ("kept", [])


def test_pages_set_aside_before_stay_as_they_are() -> None:
    empty = Article("a", "a", "a", "", "", "", "", "", "", "", "empty", "a is empty.")
    with Store() as store:
        assert vet(store, [empty])["a"] == empty


def test_occurrences_with_many_copies_keep_what_the_originals_alone_keep() -> None:
    rng = random.Random(4)
    names = [
        f"{one}{two}" for one in ("Bel", "Kar", "Os", "Tri", "Ulm", "Van") for two in ("dor", "mark", "sund", "va")
    ]
    originals, copies = [], []
    for number in range(12):
        town, river, person, other = rng.sample(names, 4)
        facts = (("Belsund", town), ("Parvik", river), ("Tesse", person), ("Okari", other), ("Stenholm", f"{town}by"))
        words = text(*rng.sample(DAM, 9))
        for old, new in facts:
            words = words.replace(old, new)
        for figure in ("17", "312", "40", "1987", "2011"):
            words = words.replace(figure, str(rng.randint(12, 4000)))
        originals.append(article(f"o{number}", words, "2020-01-02"))
        made = [words.upper(), spun(words), f"{words} Read our newsletter.", words.replace("said", "told reporters")]
        copies += [article(f"c{number}-{n}", rng.choice(made), "2020-01-05") for n in range(rng.randint(1, 12))]
    everything = [*originals, *copies]
    rng.shuffle(everything)
    found = vetted(*(everything[at : at + 8] for at in range(0, len(everything), 8)))
    alone = vetted(originals)
    kept = {name for name in found if kinds(found, name)[0] == "kept"}
    assert kept == {name for name in alone if kinds(alone, name)[0] == "kept"}
    assert all(kinds(found, c.id)[1][0][0] == c.id.partition("-")[0].replace("c", "o") for c in copies)


@pytest.mark.parametrize(
    "words",
    ["word " * 50_000, "x" * 300_000, "\x00\x7f\ufffd " * 10_000 + "a", "a", "É", "7", "a. " * 5_000],
)
def test_texts_that_are_no_texts_do_no_harm(words: str) -> None:
    odd = Article("odd", "odd", "odd", "", "", words, "", "", "en", "", "kept", "")
    found = vetted([odd, ORIGINAL], [article("again", words + "!", "2021-01-01")])
    assert kinds(found, "original") == ("kept", [])


def test_a_page_that_stands_there_hundreds_of_times_is_compared_once() -> None:
    pages = [article(f"p{number:04}", text(*DAM)) for number in range(300)]
    found = vetted(*(pages[at : at + 100] for at in range(0, 300, 50)))
    assert [name for name in found if kinds(found, name)[0] == "kept"] == ["p0000"]
