"""Linking inside a store: the same events for any order and batches, ids that move on with a log, and the counts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import Article
from dragoman.store import Store
from tests.store.articles import article

LINKED = ("events", "reports", "linking")

ARTICLES = st.lists(
    st.builds(
        lambda day, town, actor, source, killed, kind: {
            "day": f"2020-01-0{day}", "town": town, "actor": actor, "source": source, "killed": killed, "kind": kind,
        },
        st.integers(1, 4), st.sampled_from(["", "Odesa", "Kharkiv"]), st.sampled_from(["RUS", "", "BLR"]),
        st.sampled_from(["phrase", "publication"]), st.sampled_from([0, 3, 30]),
        st.sampled_from(["ASSAULT", "COERCE", "AID"]),
    ),
    min_size=2, max_size=6,
)  # fmt: skip


def write(store: Store, *articles: Article) -> None:
    store.write(articles, {}, "test")
    store.link()


def state(store: Store) -> dict[str, list[Any]]:
    return {name: store.table(name).sort_by([(store.table(name).column_names[0], "ascending")]).to_pylist()
            for name in LINKED}  # fmt: skip


def at_once(articles: Sequence[Article]) -> dict[str, list[Any]]:
    with Store() as store:
        write(store, *articles)
        return state(store)


@given(ARTICLES, st.integers(0, 10_000))
@settings(max_examples=6, deadline=None)
def test_any_order_and_batches_changes_and_withdrawals_end_in_the_same_tables(
    given_articles: list[dict[str, Any]], seed: int
) -> None:
    articles = [article(str(number), words=f"n{number}", **one) for number, one in enumerate(given_articles)]
    rng = random.Random(seed)
    rng.shuffle(articles)
    withdrawn = {one.id for one in articles if rng.random() < 0.2}
    with Store() as store:
        for one in articles:
            # Some come first in another form, as from an older model.
            if rng.random() < 0.3:
                write(store, article(one.id, town="Kharkiv", words=f"n{one.id}"))
            store.write([one], {}, "test")
            if rng.random() < 0.5:
                store.link()
        store.link()
        if withdrawn:
            store.delete(withdrawn)
        assert state(store) == at_once([one for one in articles if one.id not in withdrawn])
        store.link(anew=True)
        assert state(store) == at_once([one for one in articles if one.id not in withdrawn])
        assert store.sql("SELECT id FROM reports WHERE event NOT IN (SELECT id FROM events)").num_rows == 0
        ended = store.sql("SELECT old FROM supersedes WHERE old IN (SELECT id FROM events)")
        assert ended.num_rows == 0


def log(store: Store) -> list[tuple[str, str | None, str]]:
    return [(row["old"], row["new"], row["reason"]) for row in store.table("supersedes").to_pylist()]


def test_a_later_document_can_merge_two_events_and_the_old_id_leads_to_the_new_one() -> None:
    with Store() as store:
        write(store, article("2", source="publication", day="2020-01-04", killed=11))
        assert store.table("events")["id"].to_pylist() == ["r2"]
        write(store, article("1", town="Odesa", day="2020-01-03", killed=11))
        assert store.table("events")["id"].to_pylist() == ["r1"]
        assert log(store) == [("r2", "r1", "merged")]


def test_a_withdrawn_document_takes_its_report_along_and_its_id_moves_on() -> None:
    with Store() as store:
        write(store, article("1", words="one"), article("2", words="two"))
        store.delete(["https://example.org/1"])
        (event,) = store.table("events").to_pylist()
        assert (event["id"], event["reports"], event["documents"]) == ("r2", 1, 1)
        assert log(store) == [("r1", "r2", "withdrawn")]
        store.delete(["2"])
        assert store.table("events").num_rows == 0
        assert log(store) == [("r1", "r2", "withdrawn"), ("r2", None, "withdrawn")]


def test_a_document_that_comes_back_takes_its_id_back() -> None:
    with Store() as store:
        write(store, article("1", words="one"), article("2", words="two"))
        store.delete(["1"])
        write(store, article("1", words="one"))
        assert store.table("events")["id"].to_pylist() == ["r1"]
        assert ("r1", "r2", "withdrawn") not in log(store)


def test_copies_count_as_documents_and_publishers_but_add_no_weight() -> None:
    with Store() as store:
        write(
            store,
            article("1", words="one"),
            article("2", words="two", publisher="B"),
            article("3", words="three", publisher="C", originals=["2"], copy="excerpt"),
            article("4", words="four", publisher="D", originals=["3"], verdict="syndicated", published="2020-01-02"),
        )
        (event,) = store.table("events").to_pylist()
        counts = [event[name] for name in ("reports", "documents", "independent", "publishers")]
        assert counts == [3, 4, 2, 4]
        assert str(event["first_reported"]) == "2020-01-02"


def test_a_mention_of_history_has_no_event_until_its_event_is_reported() -> None:
    with Store() as store:
        write(store, article("2", words="a year ago", status="historical", published="2021-01-02"))
        assert store.table("events").num_rows == 0
        write(store, article("3"))
        assert store.table("events")["id"].to_pylist() == ["r2"]
        assert store.table("reports")["event"].to_pylist() == ["r2", "r2"]


def test_an_event_is_spun_if_all_its_documents_are() -> None:
    with Store() as store:
        write(store, article("1", words="one", spun=0.999))
        assert store.table("events")["spun"].to_pylist() == [True]
        write(store, article("2", words="two", spun=0.1))
        assert store.table("events")["spun"].to_pylist() == [False]
