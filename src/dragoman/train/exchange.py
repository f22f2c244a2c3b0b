"""Other states in a record's place: the same sentence about Peru and Ecuador instead of Kenya and Somalia.

What happens does not follow from who the parties are; a model that has seen each sentence with one pair of states only
learns that it does.
"""

from __future__ import annotations

import random
import re
from functools import cache

from dragoman.corpus.edits import Edit, apply_edits
from dragoman.corpus.reader import Record
from dragoman.resolve.facts import rows

#: Columns of states.tsv whose names can stand for one another: name, adjective, plural of the people, capital.
_FORMS = ("name", "adjective", "people", "capital")

#: Names that stand with an article ("the Gambia"): they fit no other name's place.
_WITH_ARTICLE = re.compile(
    r"^(?:United|Netherlands|Philippines|Gambia|Maldives|Bahamas|Comoros|.*(?:Islands|Republic))"
)


@cache
def _states() -> tuple[dict[str, str], ...]:
    """The four forms of each state that has them all."""
    found = []
    for row in rows("states.tsv"):
        peoples = row["nationalities"].split("|")
        forms = (row["name"], peoples[0], peoples[1] if len(peoples) > 1 else "", row["capital"].split("|")[0])
        regular = forms[2] == f"{forms[1]}s"
        if all(forms) and regular and not _WITH_ARTICLE.match(forms[0]):
            found.append(dict(zip(_FORMS, forms, strict=True)))
    return tuple(found)


@cache
def _by_name() -> dict[str, tuple[int, str]]:
    return {name: (index, form) for index, state in enumerate(_states()) for form, name in state.items()}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_by_name(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:(?P<article>[Aa]n?) )?(?P<name>{'|'.join(map(re.escape, names))})(?![\w-])")


def exchange_states(record: Record, rng: random.Random) -> Record:
    """The record with each of its states replaced by another one, in the same form wherever it is named.

    States whose names are irregular or need an article stay as they are.
    """
    places: dict[int, dict[str, str]] = {}
    edits: list[Edit] = []
    for match in _pattern().finditer(record.text):
        index, form = _by_name()[match["name"]]
        if index not in places:
            places[index] = rng.choice(_states())
        name = places[index][form]
        if match["article"]:
            article = "an" if name[0] in "AEIO" else "a"
            edits.append((*match.span("article"), article.capitalize() if match["article"][0] == "A" else article))
        edits.append((*match.span("name"), name))
    return apply_edits(record, edits)
