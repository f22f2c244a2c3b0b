"""Stories: the names by which reports of the same occurrences know one another, and the groups that these make."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dragoman.resolve.facts import rows
from dragoman.vet.profile import Profile

#: Most names of one text that are kept.
MOST_NAMES = 60

#: Shortest name that tells one story from another.
_LETTERS = 3


def story_names(profile: Profile) -> tuple[str, ...]:
    """Names of persons and places in a text that few others name: no states, peoples, capitals or world bodies."""
    names = {name for name in profile.anchors if name not in profile.numbers and len(name) >= _LETTERS}
    return tuple(sorted(names - well_known())[:MOST_NAMES])


@cache
def well_known() -> frozenset[str]:
    """Words of names that stand in news of every kind."""
    columns = ("name", "aliases", "nationalities", "capital", "seats")
    cells = [row[column] for row in rows("states.tsv") for column in columns]
    cells += [f"{row['name']} {row['aliases']}" for row in rows("organisations.tsv")]
    return frozenset(word.casefold() for cell in cells for word in (cell or "").replace("|", " ").split())


def groups(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The smallest member of each one's group, where pairs belong together."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while (above := parent.setdefault(name, name)) != name:
            parent[name] = name = parent[above]
        return name

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    return {name: root(name) for name in parent}
