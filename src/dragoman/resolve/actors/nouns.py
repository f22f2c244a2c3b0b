"""What common nouns can stand for: a person, a group of persons, an organisation or a state (`nouns.tsv`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.resolve.facts import cells, rows

#: Nouns that mean a state as it governs.
OF_THE_STATE = frozenset({"government", "authority", "administration", "regime"})


@dataclass(frozen=True, slots=True)
class Noun:
    """One sense of a noun: its kind (person, group, organisation, state) and the sectors that it fits."""

    kind: str
    sectors: frozenset[str]


@cache
def nouns() -> dict[str, tuple[Noun, ...]]:
    """Senses by noun, in the singular except where only a plural exists ("troops")."""
    found: dict[str, list[Noun]] = {}
    for row in rows("nouns.tsv"):
        found.setdefault(row["noun"], []).append(Noun(row["kind"], frozenset(cells(row["sectors"]))))
    return {noun: tuple(senses) for noun, senses in found.items()}


@cache
def singular(word: str) -> tuple[str, bool]:
    """The singular of a noun in small letters as far as the table knows it, and whether the word is a plural."""
    known = nouns()
    if word in known:
        return word, any(sense.kind == "group" for sense in known[word]) or word in ("authorities", "islands")
    if word.endswith("men") and word[:-2] + "an" in known:
        return word[:-2] + "an", True
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        stem = word.removesuffix(ending) + instead
        if word.endswith(ending) and stem in known:
            return stem, True
    if "-" in word.strip("-"):
        # "Lieutenant-Colonel", "ex-minister": the last part is the noun.
        return singular(word.rsplit("-", 1)[1])
    return word, word.endswith("s") and not word.endswith(("ss", "us"))


def senses(head: str) -> tuple[Noun, ...]:
    """The senses of a noun in the singular."""
    return nouns().get(head, ())


@cache
def kinds(head: str) -> frozenset[str]:
    """The kinds of a noun's senses."""
    return frozenset(sense.kind for sense in senses(head))


@cache
def sectors(head: str) -> frozenset[str]:
    """The sectors of all senses of a noun."""
    return frozenset(sector for sense in senses(head) for sector in sense.sectors)
