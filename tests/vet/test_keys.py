"""Keys and their index: found are those that share, however they came in."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.vet.index import MOST_TEXTS, KeyIndex
from dragoman.vet.keys import BANDS, anchor_pairs, keys_of
from dragoman.vet.profile import Profile
from dragoman.vet.shelf import Shelf
from dragoman.vet.standing import Standing
from dragoman.vet.words import words_of
from tests.vet.texts import DAM, FERRY, spun, text


@given(st.lists(st.lists(st.integers(0, 30), max_size=8, unique=True), max_size=40), st.lists(st.integers(0, 30)))
def test_an_index_counts_shared_keys(texts: list[list[int]], wanted: list[int]) -> None:
    index = KeyIndex()
    for number, keys in enumerate(texts):
        index.add(np.array(keys, np.int64), np.full(len(keys), number, np.uint32))
    numbers, counts = index.look(wanted)
    shared = {number: len({*keys} & {*wanted}) for number, keys in enumerate(texts)}
    assert dict(zip(numbers.tolist(), counts.tolist(), strict=True)) == {n: c for n, c in shared.items() if c}


def test_a_key_that_very_many_texts_share_costs_no_more_than_its_limit() -> None:
    index = KeyIndex()
    many = 3 * MOST_TEXTS
    for part in np.array_split(np.arange(many, dtype=np.uint32), 9):
        index.add(np.full(len(part), 7, np.int64), part)
    assert len(index.look([7])[0]) == MOST_TEXTS


def test_spun_shortened_and_reordered_texts_share_keys_with_their_source_and_others_none() -> None:
    source = set(keys_of(Profile(text(*DAM))))
    for other in (spun(text(*DAM)), text(*DAM[:4]), text(*DAM[5:], *DAM[:5])):
        assert len(source & set(keys_of(Profile(other)))) >= 2
    assert not source & set(keys_of(Profile(text(*FERRY))))
    assert keys_of(Profile("")) == ()
    assert len(keys_of(Profile("Snow fell."))) == BANDS


def test_anchor_pairs_do_not_depend_on_which_comes_first() -> None:
    assert anchor_pairs(["a", "b", "b", "c"]) == anchor_pairs(["c", "b", "a"])


def test_of_one_text_the_first_in_standing_speaks_and_others_are_not_found() -> None:
    shelf = Shelf()
    late, early = Standing("2020-01-02", -3, "late"), Standing("2020-01-01", -1, "early")
    shelf.add([("aa", late, (1, 2, 3)), ("aa", early, (1,))])
    assert shelf.speaker("aa") == early
    assert shelf.alike((1, 2, 3)) == [(1, early)]


def test_numbers_are_figures_and_possessives_plain() -> None:
    words = words_of("Twenty-one of Mali's 1,200 troops")
    assert [word.text for word in words] == ["21", "of", "mali", "1200", "troops"]
    assert [word.number for word in words] == [True, False, False, True, False]
