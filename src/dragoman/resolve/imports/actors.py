"""All imported actors of a folder in one look-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.records import Actor
from dragoman.resolve.facts import Fact
from dragoman.resolve.identities import actor_of
from dragoman.resolve.imports.actor_index import ActorIndex
from dragoman.resolve.imports.index import OWN, WIKIDATA, Import


class ImportedActors:
    """Imported actors, looked up on disk.

    Own actors win over the tables of the package, of several files those imported last. What Wikidata knows fills
    gaps behind them, and only where a name has one bearer: who is meant of several can't be told.

    Args:
        imports: the imports of a folder, the latest first; those of places are passed over.
    """

    def __init__(self, imports: Sequence[Import] = ()) -> None:
        self._own = [ActorIndex(one.path, f"{OWN} ({one.name})") for one in imports if one.kind == OWN]
        self._others = [ActorIndex(one.path, f"{WIKIDATA} ({one.name})") for one in imports if one.kind == WIKIDATA]
        self._all = [*self._own, *self._others]

    def longest(self, first: str, pair: str) -> int:
        """The most words of a name that begins with a word and, if it has more, with these two; 0 if there is none."""
        return max((index.longest(pair) or 1 for index in self._all if index.longest(first)), default=0)

    def own(self, keys: Sequence[str], day: str) -> tuple[Fact, ...]:
        """The own facts of a name that hold on a day.

        Args:
            keys: keys of the name (see `name_key`) in all ways in which it may be written, the likeliest first.
            day: ISO date, or nothing.
        """
        for found in self._named(self._own, keys):
            if valid := tuple(fact for fact in found if fact.valid(day)):
                return valid
        return ()

    def others(self, keys: Sequence[str], day: str) -> tuple[Fact, ...]:
        """The facts of a name that count where neither own facts of the day nor the tables know it."""
        if own := next(self._named(self._own, keys), ()):
            return own
        found = tuple(fact for facts in self._named(self._others, keys) for fact in facts)
        timely = tuple(fact for fact in found if fact.valid(day)) or found
        return timely if len({fact.id for fact in timely}) == 1 else ()

    def ends_person(self, last: str) -> bool:
        """Whether a word is the last of a person's name (see `last_word`)."""
        return any(index.ends_person(last) for index in self._all)

    def actor(self, identity: str) -> Actor | None:
        """What is known of an actor by its id; None if it was not imported."""
        for index in self._all:
            if found := index.of_id(identity):
                return actor_of(found, index.aliases(identity))
        return None

    def times(self, fact: Fact) -> tuple[Fact, ...]:
        """The facts of an imported fact's actor; none for a fact of the tables."""
        index = self._index(fact)
        return index.of_id(fact.id) if index else ()

    def names(self, fact: Fact) -> set[str]:
        """All names of an imported organisation or group; none for people and facts of the tables."""
        index = self._index(fact) if fact.kind != "person" else None
        return {fact.name, *index.aliases(fact.id)} if index else set()

    def _index(self, fact: Fact) -> ActorIndex | None:
        return next((index for index in self._all if index.source == fact.source), None)

    @staticmethod
    def _named(indexes: Sequence[ActorIndex], keys: Sequence[str]) -> Iterator[tuple[Fact, ...]]:
        return (found for index in indexes for key in keys if (found := index.named(key)))
