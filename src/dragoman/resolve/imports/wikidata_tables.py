"""What of Wikidata is taken, and as what: the tables `wikidata_*.tsv`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

#: The class of people.
HUMAN = "Q5"


@dataclass(frozen=True, slots=True)
class ItemClass:
    """What members of a class (P31), or people of an occupation (P106), become; `label` is Wikidata's of the class."""

    label: str
    kind: str
    code: str
    sectors: tuple[str, ...]


@cache
def classes() -> dict[str, ItemClass]:
    """Classes and occupations by Q-id; of several that an item has the first counts."""
    return {
        row["item"]: ItemClass(row["label"], row["kind"], row["code"], tuple(row["sector"].split()))
        for row in _rows("classes")
    }


@cache
def states() -> dict[str, str]:
    """The codes of states and some organisations by Q-id, for dumps without these items."""
    return {item: row["code"] for row in _rows("states") for item in row["items"].split()}


def sectors_of_office(label: str) -> tuple[str, ...]:
    """The sector of an office by the first row whose words its label has; none if no row has."""
    return next((sectors for words, sectors in _offices() if words.search(label)), ())


@cache
def _offices() -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
    return [(re.compile(rf"(?i)\b(?:{row['words']})\b"), (row["sector"],)) for row in _rows("offices")]


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = resources.files("dragoman.resolve.imports") / f"wikidata_{name}.tsv"
    with path.open(encoding="utf8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
