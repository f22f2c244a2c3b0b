"""The knowledge tables: names of states, peoples, organisations and groups, and where each fact stands.

Each table in `knowledge/` is a TSV with a header; `|` separates several names in a cell. A name in capitals of up to
five letters ("US", "WHO") is matched only in capitals, all others in any case.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

_WORD = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*\.?", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Fact:
    """What a name stands for: `code` is a country or one of the codes for actors without one (IGO, NGO, ...)."""

    name: str
    code: str
    sectors: tuple[str, ...]
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A fact whose name stands in a text at [start, end)."""

    start: int
    end: int
    fact: Fact


class Knowledge:
    """All tables in one lookup by name."""

    def __init__(self) -> None:
        self._facts: dict[str, Fact] = {}
        self._capitals: dict[str, Fact] = {}
        self._longest = 1
        for name, fact in _facts():
            self._add(name, fact)

    def _add(self, name: str, fact: Fact) -> None:
        words = [word for word, _, _ in _words(name)]
        if not words:
            return
        exact = len(name) <= 5 and name.replace(".", "").isupper()
        table = self._capitals if exact else self._facts
        key = " ".join(words) if exact else " ".join(words).lower()
        table.setdefault(key, fact)
        self._longest = max(self._longest, len(words))

    def find(self, text: str, any_case: bool = False) -> list[Hit]:
        """All names in a text, from left to right, the longest at each place, without overlaps.

        Args:
            text: a text or a part of one.
            any_case: whether names may stand in small letters; see `case_tells_nothing`.
        """
        words = _words(text)
        hits: list[Hit] = []
        at = 0
        while at < len(words):
            for count in range(min(self._longest, len(words) - at), 0, -1):
                exact = " ".join(word for word, _, _ in words[at : at + count])
                fact = self._capitals.get(exact) or self._facts.get(exact.lower())
                if not fact and any_case and len(exact) > 2:
                    fact = self._capitals.get(exact.upper())
                if fact and (any_case or exact[0].isupper() or exact[0].isdigit()):
                    hits.append(Hit(words[at][1], words[at + count - 1][2], fact))
                    at += count - 1
                    break
            at += 1
        return hits


def case_tells_nothing(text: str) -> bool:
    """Whether a whole text is in one case. A part of one without capitals says nothing: "the rebels who fled"."""
    return text.isupper() or text.islower()


@cache
def knowledge() -> Knowledge:
    """The tables that the package ships, loaded once."""
    return Knowledge()


def _words(text: str) -> list[tuple[str, int, int]]:
    found = []
    for match in _WORD.finditer(text):
        word, start, end = match[0], match.start(), match.end()
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


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of one table of the package."""
    path = resources.files("dragoman.resolve") / "knowledge" / table
    with path.open(encoding="utf8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _split(cell: str | None) -> list[str]:
    return [name.strip() for name in (cell or "").split("|") if name.strip()]


def _facts() -> Iterator[tuple[str, Fact]]:
    """Names in the order of precedence: what an earlier row claims ("Brussels" for the EU) a later one can't."""
    for row in rows("organisations.tsv"):
        fact = _fact(row, "organisations.tsv", row["code"], row["sector"], row["kind"])
        yield from ((name, fact) for name in [row["name"], *_split(row["aliases"])])
    for table in ("groups.tsv", "agencies.tsv", "parties.tsv"):
        for row in rows(table):
            fact = _fact(row, table, row["country"], row["sector"], table.removesuffix(".tsv"))
            yield from ((name, fact) for name in [row["name"], *_split(row["aliases"])])
    for row in rows("states.tsv"):
        fact = _fact(row, "states.tsv", row["code"], "", "state")
        for column in ("name", "aliases", "nationalities"):
            yield from ((name, fact) for name in _split(row[column]))
        seat = _fact(row, "states.tsv", row["code"], "GOV", "seat")
        yield from ((name, seat) for name in [*_split(row["seats"]), *_split(row["capital"])])
    for row in rows("history.tsv"):
        fact = _fact(row, "history.tsv", row["code"], "", "state")
        yield from ((name, fact) for name in [row["name"], *_split(row["aliases"]), *_split(row["nationalities"])])
    for row in rows("regions.tsv"):
        fact = _fact(row, "regions.tsv", row["code"], row["sector"], "region")
        yield from ((name, fact) for name in [row["name"], *_split(row["aliases"]), *_split(row["nationalities"])])


def _fact(row: dict[str, str], table: str, code: str, sectors: str, kind: str) -> Fact:
    return Fact(row["name"], code, tuple(sectors.replace("|", " ").split()), kind, f"{table}: {row['name']}")
