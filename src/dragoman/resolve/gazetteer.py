"""The gazetteer: cities, towns, provinces and districts by name.

The data are GeoNames' (CC BY 4.0), made by `scripts/gazetteer.py`: 235,000 places of 500 people and more with their
names now and before in Latin letters, 3,800 provinces and the districts that those places lie in.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import numpy as np

#: Letters that are no base letter with a mark.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
                          "ə": "a", "-": " ", "‐": " ", "–": " "})  # fmt: skip
_DROPPED = re.compile(r"['’‘ʻʿʼʾ`´.,()]")
_SAINT = re.compile(r"\b(?:st|ste)\b")
#: Words of the kind of an area, which a name may be written with or without.
_KIND = re.compile(
    r"\b(?:autonomous|province|state|region|governorate|oblast|department|county|district|prefecture|municipality|krai"
    r"|republic|community|canton|voivodeship|parish|division|regency|territory|of|the|wilaya)\b"
)

#: Letters that transliterations of Arabic, Persian, Russian and other names exchange, and the Arabic article.
_EXCHANGES = [
    (re.compile(old), new)
    for old, new in (
        ("q", "k"), ("k", "q"), ("y", "i"), ("i", "y"), ("ou", "u"), ("oo", "u"), ("u", "ou"), ("ee", "i"), ("kh", "h"),
        ("gh", "g"), ("dh", "d"), ("tch", "ch"), ("sch", "sh"), ("sh", "ch"), ("dj", "j"), ("j", "dj"), ("o", "u"),
        ("u", "o"), ("e", "a"), ("e", "i"), ("i", "e"), ("v", "w"), ("w", "v"), ("ay", "ai"), ("ei", "ai"),
        ("eh$", "a"), ("ah$", "a"), ("a$", "ah"), (r"([^aeiou ])\1", r"\1"),
        ("^(?:al|el|ar|as|ash|at|az|ad|an|ed|er|es) ", ""), ("^(?=[a-z]+$)", "al "), ("ii$", "i"), ("ij$", "i"),
        ("iy$", "i"), ("yy", "i"),
    )
]  # fmt: skip
_SHORTEST_RESPELLED = 5
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ' .\-’‘ʻʿ`]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer or an import. `level` is city, district, province or country.

    Areas have no coordinates and no population; a province has its largest place as `chief_town`.
    """

    name: str
    country: str
    level: str
    province: str
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None
    chief_town: str = ""


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name in lower case without marks, hyphens and apostrophes; "St" and "Saint" are one word."""
    folded = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    folded = _DROPPED.sub("", "".join(letter for letter in folded if not unicodedata.combining(letter)))
    return " ".join(_SAINT.sub("saint", folded).split())


@lru_cache(maxsize=50_000)
def fold_area(name: str) -> str:
    """The folded name of an area without the words that say its kind ("South Kivu Province")."""
    folded = fold(name)
    return " ".join(_KIND.sub(" ", folded).split()) or folded


def folded_names(name: str, others: Iterable[str]) -> set[str]:
    """The folded names of a place; of its other names abbreviations and those in other scripts are left out."""
    read = [other for other in others if len(other) > 3 and not other.isupper() and _LATIN.fullmatch(other)]
    return {folded for each in (name, *read) if (folded := fold(each))}


def load() -> None:
    """Reads the tables (0.11 s, 45 MB), which else the first look-up does."""
    for name in ("names", "cities", "areas"):
        _table(name)


@lru_cache(maxsize=20_000)
def cities(folded: str) -> tuple[Entry, ...]:
    """Cities and towns of a folded name, the largest first."""
    names, rows = _table("names"), _table("cities")
    found = names.starting_with(folded)
    return tuple(_city(rows[int(index)]) for line in found for index in line.partition("\t")[2].split())


def spellings(folded: str) -> list[str]:
    """A folded name in other transliterations, which differ by one or two of the usual exchanges, one before two.

    The name itself is not among them; short names have none.
    """
    if len(folded) < _SHORTEST_RESPELLED:
        return []
    one = _exchanged(folded)
    two = [name for first in one for name in _exchanged(first)]
    return [name for name in dict.fromkeys([*one, *two]) if name != folded]


def _exchanged(name: str) -> list[str]:
    found = [pattern.sub(new, name) for pattern, new in _EXCHANGES]
    return list(dict.fromkeys(other for other in found if other != name))


@lru_cache(maxsize=20_000)
def areas(folded: str) -> tuple[Entry, ...]:
    """Provinces, then districts, of a folded name, with or without the words that say their kind."""
    found = []
    for line in _table("areas").starting_with(folded):
        _, level, name, country, province, chief = line.split("\t")
        found.append(Entry(name, country, "province" if level == "1" else "district", province, chief_town=chief))
    return tuple(found)


def _city(row: str) -> Entry:
    name, country, province, population, latitude, longitude = row.split("\t")
    return Entry(name, country, "city", province, int(population), float(latitude), float(longitude))


class _Lines:
    """Lines of a text that stay in one block of bytes: a list of 600,000 strings takes five times the memory."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        ends = np.append(np.flatnonzero(np.frombuffer(text, np.uint8) == 10), len(text))
        self._ends = array("q", ends.astype(np.int64).tobytes())

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, index: int) -> str:
        return self._bytes(index).decode("utf8")

    def starting_with(self, key: str) -> list[str]:
        """The lines, of a sorted text, whose first cell is `key`."""
        start = key.encode() + b"\t"
        at = bisect_left(range(len(self)), start, key=self._bytes)
        found = []
        while at < len(self) and self._bytes(at).startswith(start):
            found.append(self[at])
            at += 1
        return found

    def _bytes(self, index: int) -> bytes:
        return self._text[self._ends[index - 1] + 1 if index else 0 : self._ends[index]]


@cache
def _table(name: str) -> _Lines:
    path = resources.files("dragoman.resolve") / "gazetteer" / f"{name}.txt.gz"
    return _Lines(gzip.decompress(path.read_bytes()))
