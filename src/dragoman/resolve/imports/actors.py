"""All imported actors of a folder in one look-up."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.resolve.facts import Fact
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

    def own(self, key: str, day: str) -> tuple[Fact, ...]:
        """The own facts of a name's key that hold on a day."""
        for index in self._own:
            if valid := tuple(fact for fact in index.named(key) if fact.valid(day)):
                return valid
        return ()

    def others(self, key: str, day: str) -> tuple[Fact, ...]:
        """The facts of a name's key that count where neither own facts of the day nor the tables know the name."""
        for index in self._own:
            if found := index.named(key):
                return found
        found = tuple(fact for index in self._others for fact in index.named(key))
        timely = tuple(fact for fact in found if fact.valid(day)) or found
        return timely if len({fact.id for fact in timely}) == 1 else ()

    def facts(self, identity: str) -> tuple[Fact, ...]:
        """The facts of an actor by its id; none if it was not imported."""
        return next((found for index in self._all if (found := index.of_id(identity))), ())

    def times(self, fact: Fact) -> tuple[Fact, ...]:
        """The facts of an imported fact's actor; none for a fact of the tables."""
        index = self._index(fact)
        return index.of_id(fact.id) if index else ()

    def aliases(self, fact: Fact) -> list[str]:
        """The other names of an imported fact's actor; none for a fact of the tables."""
        index = self._index(fact)
        return index.aliases(fact.id) if index else []

    def _index(self, fact: Fact) -> ActorIndex | None:
        return next((index for index in self._all if index.source == fact.source), None)
