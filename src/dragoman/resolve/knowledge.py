"""The knowledge: names of states, peoples, organisations, groups and people, looked up in texts.

A name in capitals of up to five letters ("US", "WHO") is matched only in capitals, all others in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.resolve.facts import Fact, shipped_facts

_WORD = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*\.?", re.UNICODE)

Word = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A fact whose name stands in a text at [start, end)."""

    start: int
    end: int
    fact: Fact


class Knowledge:
    """Facts in one lookup by name.

    Args:
        facts: facts with their names, in the order of precedence (default: the tables of the package).
    """

    def __init__(self, facts: Iterable[tuple[Fact, Iterable[str]]] | None = None) -> None:
        self._facts: dict[str, list[Fact]] = {}
        self._capitals: dict[str, list[Fact]] = {}
        self._longest: dict[str, int] = {}
        self._names: dict[str, set[str]] = {}
        self._name_words: dict[str, frozenset[str]] = {}
        self._last_of_people: set[str] = set()
        self._times: dict[tuple[str, str], list[Fact]] = {}
        self._holders: dict[tuple[str, str], list[Fact]] = {}
        for fact, names in shipped_facts() if facts is None else facts:
            self.add(fact, names)

    def add(self, fact: Fact, names: Iterable[str], wins: bool = False) -> None:
        """Adds a fact with all its names.

        Args:
            fact: what the names stand for.
            names: the official name and all others.
            wins: whether it goes before what is known of these names already; else it goes behind, and counts only
                where it is another time of the same actor.
        """
        for name in names:
            # The article of "the West" is written small in a sentence, where no name begins.
            words = [word for word, _, _ in _words(name.removeprefix("the "))]
            if not words:
                continue
            exact = len(name) <= 5 and name.replace(".", "").isupper()
            key = " ".join(words) if exact else " ".join(words).lower()
            known = (self._capitals if exact else self._facts).setdefault(key, [])
            known.insert(0, fact) if wins else known.append(fact)
            for count in (1, 2):
                begin = " ".join(words[:count]).lower()
                self._longest[begin] = max(self._longest.get(begin, 0), len(words))
            if fact.kind != "person":
                self._names.setdefault(fact.rule, set()).add(name)
                self._name_words.pop(fact.rule, None)
            else:
                self._last_of_people.add(_last(name))
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
        words = _words(text)
        hits: list[Hit] = []
        free = 0
        for at, (word, start, _) in enumerate(words):
            first = word[0]
            if at < free or not (any_case or first.isupper() or first.isdigit()):
                continue
            if (lower := word.lower()) not in self._longest:
                continue
            for count in range(self._most(lower, words, at), 0, -1):
                fact = self._fact(words[at : at + count], any_case, day, people)
                if fact:
                    free = at + count
                    hits.append(Hit(start, words[free - 1][2], fact))
                    break
        return hits

    def _most(self, lower: str, words: Sequence[Word], at: int) -> int:
        """How many words a name that begins here, with a known first word, can have."""
        if at + 1 == len(words):
            return 1
        return min(self._longest.get(f"{lower} {words[at + 1][0].lower()}", 1), len(words) - at)

    def names(self, fact: Fact) -> set[str]:
        """All names of a state, organisation or group."""
        return self._names.get(fact.rule, set())

    def name_words(self, fact: Fact) -> frozenset[str]:
        """The words of all names of a state, organisation or group."""
        words = self._name_words.get(fact.rule)
        if words is None:
            words = frozenset(word for name in self.names(fact) for word in name.split())
            self._name_words[fact.rule] = words
        return words

    def may_end_in_person(self, text: str) -> bool:
        """Whether a text's last word is the last of a person's name; `find` tells whether it is that name."""
        return _last(text) in self._last_of_people

    def times(self, fact: Fact) -> list[Fact]:
        """The facts of one actor with their times, this one among them if it is dated."""
        return self._times.get((fact.kind, fact.name), [])

    def holder(self, code: str, office: str, day: str) -> Fact | None:
        """Who held an office on a day, if the tables know exactly one; None without a day."""
        if not day:
            return None
        held = {fact.name: fact for fact in self._holders.get((code, office), ()) if fact.valid(day)}
        return next(iter(held.values())) if len(held) == 1 else None

    def _fact(self, words: Sequence[Word], any_case: bool, day: str, people: bool) -> Fact | None:
        exact = " ".join([word for word, _, _ in words])
        known = self._capitals.get(exact) or self._facts.get(exact.lower())
        if not known and any_case and len(exact) > 2:
            known = self._capitals.get(exact.upper())
        if not known or (known[0].kind == "person" and not people):
            return None
        return _of_the_time(known, day) if len(known) > 1 else known[0]


def _of_the_time(known: list[Fact], day: str) -> Fact:
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


def _last(name: str) -> str:
    """The last word of a name in small letters, without what a possessive or a full stop may add to it."""
    return name.replace("-", " ").rpartition(" ")[2].rstrip(".'’s").lower()


def _words(text: str) -> list[Word]:
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        start, end = match.span()
        if word.isalnum():
            found.append((word, start, end))
            continue
        for ending in ("'s", "’s"):
            if word.endswith(ending):
                word, end = word[:-2], end - 2
        word = word.replace("’", "'")
        # "U.S." and "US" are one name; a full stop at a sentence's end is no part of one.
        if "." in word:
            letters = word.replace(".", "")
            word = letters if letters.isupper() or len(letters) <= 3 else word.rstrip(".")
        if "-" in word:
            part_at = start
            for part in word.split("-"):
                found.append((part, part_at, part_at + len(part)))
                part_at += len(part) + 1
        else:
            found.append((word, start, end))
    return [item for item in found if item[0]]
