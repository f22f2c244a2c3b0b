"""A store of six known events."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.store import Store
from tests.made import ARMY, BENIN, FRANCE, RUSSIA, UKRAINE, Page, Who, store_of

KYIV = ("Kyiv", "UKR", "city", "phrase")


@pytest.fixture
def store() -> Iterator[Store]:
    """Two assaults of one pair in March 2022, one of them in two papers, an agreement, a protest and a threat."""
    pages = [
        Page("On Saturday the Russian army shelled Ukraine near Kyiv.", "shelled", "ASSAULT", (ARMY,), (UKRAINE,),
             "heavy-weapons", "194", place=KYIV),
        Page("Shells of the Russian army hit Ukraine again.", "hit", "ASSAULT", (ARMY,), (UKRAINE,), "heavy-weapons",
             "194", publisher="Danube Observer"),
        Page("Ukraine struck Russia with a drone.", "struck", "ASSAULT", (UKRAINE,), (RUSSIA,), "drone", "1952",
             date="2022-03-20", confidence=0.6),
        Page("France promised aid to Benin in spring.", "promised", "AGREE", (FRANCE,), (BENIN,), cameo="033",
             date="2022-05-01", precision="month"),
        Page("Students marched.", "marched", "PROTEST", (Who("Students", "BEN", ("EDU",)),), (), "demo", "141",
             date="2022-05-10"),
        Page("Russia could block the port of Ukraine.", "block", "COERCE", (RUSSIA,), (UKRAINE,), "restrict", "191",
             status="hypothetical", date="2022-04-02"),
    ]  # fmt: skip
    made = store_of(*pages)
    yield made
    made.close()
