"""Actors by their id: what all facts of one of them tell together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.records import Actor
from dragoman.resolve.facts import Fact


class Identities:
    """The facts of the tables by their actor's id. The ids are made when the first is asked for."""

    def __init__(self) -> None:
        self._entries: list[tuple[Fact, tuple[str, ...]]] = []
        self._by_id: dict[str, list[tuple[Fact, tuple[str, ...]]]] = {}

    def add(self, fact: Fact, names: tuple[str, ...]) -> None:
        """Adds a fact with its names."""
        self._by_id.clear()
        self._entries.append((fact, names))

    def actor(self, identity: str) -> Actor:
        """The actor of an id. Raises KeyError if there is none."""
        if not self._by_id:
            for fact, names in self._entries:
                self._by_id.setdefault(fact.id, []).append((fact, names))
        entries = self._by_id[identity]
        # A state and its seat are one actor, whose names are the state's.
        kind = entries[0][0].kind
        alike = [(fact, names) for fact, names in entries if fact.kind == kind]
        return actor_of([fact for fact, _ in alike], [name for _, names in alike for name in names])


def actor_of(facts: Sequence[Fact], names: Iterable[str]) -> Actor:
    """The record of an actor from the facts of all its times and its names."""
    latest = max(facts, key=lambda fact: fact.since)
    aliases = tuple(name for name in dict.fromkeys(names) if name != latest.name)
    return Actor(
        id=latest.id, name=latest.name, country=latest.code, sectors=latest.sectors, kind=latest.kind, aliases=aliases,
        office=latest.office, since=latest.since, until=latest.until, source=latest.source,
    )  # fmt: skip
