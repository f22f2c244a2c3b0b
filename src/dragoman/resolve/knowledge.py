"""The knowledge: names of states, peoples, organisations, groups and people, looked up in texts.

A name in capitals of up to five letters ("US", "WHO") is matched only in capitals, all others in any case. Imported
actors (`dragoman.resolve.imports`) stay on disk and are asked along with the tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.records import Actor
from dragoman.resolve.atlas import Atlas
from dragoman.resolve.facts import Fact, shipped_facts
from dragoman.resolve.identities import Identities
from dragoman.resolve.imports.actors import ImportedActors
from dragoman.resolve.imports.index import imports_in
from dragoman.resolve.imports.places import ImportedPlaces
from dragoman.resolve.names import Word, last_word, name_key
from dragoman.resolve.names import words as words_of


@dataclass(frozen=True, slots=True)
class Hit:
    """A fact whose name stands in a text at [start, end)."""

    start: int
    end: int
    fact: Fact


class Knowledge:
    """Facts in one lookup by name, and the `places` of the same sources.

    Args:
        facts: facts with their names, in the order of precedence (default: the tables of the package).
    """

    def __init__(self, facts: Iterable[tuple[Fact, Iterable[str]]] | None = None) -> None:
        self._facts: dict[str, list[Fact]] = {}
        self._longest: dict[str, int] = {}
        self._names: dict[str, set[str]] = {}
        self._name_words: dict[str, frozenset[str]] = {}
        self._last_of_people: set[str] = set()
        self._times: dict[tuple[str, str], list[Fact]] = {}
        self._holders: dict[tuple[str, str], list[Fact]] = {}
        self._identities = Identities()
        self._imported: ImportedActors | None = None
        self.places = Atlas()
        for fact, names in shipped_facts() if facts is None else facts:
            self.add(fact, names)

    def with_imports(self, folder: Path) -> Knowledge:
        """This knowledge and what was imported into a folder."""
        imports = imports_in(folder)
        both = copy(self)
        both._imported = ImportedActors(imports)
        both._name_words = {}
        both.places = Atlas(ImportedPlaces(imports))
        return both

    def add(self, fact: Fact, names: Iterable[str]) -> None:
        """Adds a fact with all its names, the official one first.

        It goes behind what is known of these names already, and counts only where it is another time of the same actor.
        """
        names = tuple(names)
        self._identities.add(fact, names)
        for name in names:
            made = name_key(name)
            if not made:
                continue
            key, words = made
            self._facts.setdefault(key, []).append(fact)
            for count in (1, 2):
                begin = " ".join(words[:count]).lower()
                self._longest[begin] = max(self._longest.get(begin, 0), len(words))
            if fact.kind != "person":
                self._names.setdefault(fact.rule, set()).add(name)
                self._name_words.pop(fact.rule, None)
            else:
                self._last_of_people.add(last_word(name))
        if fact.since or fact.until:
            self._times.setdefault((fact.kind, fact.name), []).append(fact)
        if fact.office:
            self._holders.setdefault((fact.code, fact.office), []).append(fact)

    def find(self, text: str, any_case: bool = False, day: str = "", people: bool = False) -> list[Hit]:
        """All names in a text, from left to right, the longest at each place, without overlaps.

        Args:
            text: a text or a part of one.
            any_case: whether names may stand in small letters; see `case_tells_nothing`.
            day: ISO date that decides between facts of different times; without it the latest counts.
            people: whether to find people too.
        """
        words = words_of(text)
        hits: list[Hit] = []
        free = 0
        for at, (word, start, _) in enumerate(words):
            first = word[0]
            if at < free or not (any_case or first.isupper() or first.isdigit()):
                continue
            lower = word.lower()
            if lower not in self._longest and not self._imported:
                continue
            for count in range(self._most(lower, words, at), 0, -1):
                fact = self._fact(words[at : at + count], any_case, day, people)
                if fact:
                    free = at + count
                    hits.append(Hit(start, words[free - 1][2], fact))
                    break
        return hits

    def _most(self, lower: str, words: Sequence[Word], at: int) -> int:
        """How many words a name that begins here can have."""
        pair = f"{lower} {words[at + 1][0].lower()}" if at + 1 < len(words) else lower
        most = self._longest.get(pair, 1) if lower in self._longest else 0
        if self._imported:
            most = max(most, self._imported.longest(lower, pair))
        return min(most, len(words) - at)

    def names(self, fact: Fact) -> set[str]:
        """All names of a state, organisation or group."""
        return self._names.get(fact.rule) or (self._imported.names(fact) if self._imported else set())

    def name_words(self, fact: Fact) -> frozenset[str]:
        """The words of all names of a state, organisation or group."""
        words = self._name_words.get(fact.rule)
        if words is None:
            words = frozenset(word for name in self.names(fact) for word in name.split())
            self._name_words[fact.rule] = words
        return words

    def may_end_in_person(self, text: str) -> bool:
        """Whether a text's last word is the last of a person's name; `find` tells whether it is that name."""
        last = last_word(text)
        return last in self._last_of_people or bool(self._imported and self._imported.ends_person(last))

    def times(self, fact: Fact) -> list[Fact]:
        """The facts of one actor with their times, this one among them if it is dated."""
        imported = self._imported.times(fact) if self._imported else ()
        return list(imported) or self._times.get((fact.kind, fact.name), [])

    def actor(self, identity: str) -> Actor:
        """What is known of an actor, by the id of a fact. Raises KeyError if there is none."""
        imported = self._imported.actor(identity) if self._imported else None
        return imported or self._identities.actor(identity)

    def holder(self, code: str, office: str, day: str) -> Fact | None:
        """Who held an office on a day, if the tables know exactly one; None without a day."""
        if not day:
            return None
        held = {fact.name: fact for fact in self._holders.get((code, office), ()) if fact.valid(day)}
        return next(iter(held.values())) if len(held) == 1 else None

    def _fact(self, words: Sequence[Word], any_case: bool, day: str, people: bool) -> Fact | None:
        exact = " ".join([word for word, _, _ in words])
        keys = (exact, exact.lower(), exact.upper()) if any_case and len(exact) > 2 else (exact, exact.lower())
        known: Sequence[Fact] | None = next((found for key in keys if (found := self._facts.get(key))), None)
        if self._imported:
            known = self._imported.own(keys, day) or known or self._imported.others(keys, day)
        if not known or (known[0].kind == "person" and not people):
            return None
        return _of_the_time(known, day) if len(known) > 1 else known[0]


def _of_the_time(known: Sequence[Fact], day: str) -> Fact:
    """Of facts with one name those of the first one's actor, and of these the one whose time is nearest."""
    same = [fact for fact in known if fact.name == known[0].name]
    return min(same, key=lambda fact: fact.distance(day))


def case_tells_nothing(text: str) -> bool:
    """Whether a whole text is in one case. A part of one without capitals says nothing: "the rebels who fled"."""
    return text.isupper() or text.islower()


@cache
def knowledge() -> Knowledge:
    """The tables that the package ships, loaded once."""
    return Knowledge()
