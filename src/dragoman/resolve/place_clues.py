"""What a text tells about where its places are: the states, peoples, provinces and cities that it names beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.ontology import NON_STATES
from dragoman.resolve.atlas import Atlas
from dragoman.resolve.gazetteer import Entry, fold, fold_area
from dragoman.resolve.knowledge import Hit, Knowledge, case_tells_nothing

#: How much each kind of evidence weighs against the decimal logarithm of a city's population (set on the odd half of
#: evaluation/places.tsv).
PARTY, DATELINE, STATE, PEOPLE, GROUP, CITY, PROVINCE, NEAR, FULL_NAME = 3.0, 3.0, 3.0, 2.0, 1.5, 2.0, 2.5, 1.5, 1.5
#: Cities within so many degrees count as near.
_NEAR_DEGREES = 2.0

_CONNECTOR = r"of|de|del|da|do|dos|das|du|des|la|las|los|le|el|al|am|upon|on|y|i|ibn|bin|auf|sur"
NAME = re.compile(rf"[^\W\d_a-z][\w'’.-]*(?:(?:\s+(?:{_CONNECTOR}))*\s+[^\W\d_a-z][\w'’.-]*)*", re.UNICODE)


@dataclass(slots=True)
class Clues:
    """Evidence for countries (ISO alpha-3), for provinces (country, folded name), and the cities named."""

    countries: dict[str, float] = field(default_factory=dict)
    provinces: set[tuple[str, str]] = field(default_factory=set)
    cities: list[Entry] = field(default_factory=list)
    words: frozenset[str] = frozenset()

    def support(self, entry: Entry) -> float:
        """How much the text speaks for this place."""
        total = self.countries.get(entry.country, 0.0)
        if entry.province and (entry.country, fold_area(entry.province)) in self.provinces:
            total += PROVINCE
        if any(near(entry, other) for other in self.cities):
            total += NEAR
        others = {word for word in fold(entry.name).split() if len(word) > 3}
        return total + (FULL_NAME if len(others) > 1 and any(word in self.words for word in others) else 0.0)


def near(one: Entry, other: Entry) -> bool:
    """Whether two different places lie within about 200 km of one another."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    return (
        one != other
        and abs(one.latitude - other.latitude) < _NEAR_DEGREES
        and abs(one.longitude - other.longitude) < _NEAR_DEGREES
    )


def base_clues(parties: Iterable[str], dateline: Iterable[str]) -> Clues:
    """The evidence of an article's actors and dateline, given by their countries."""
    clues = Clues()
    _add(clues, dict.fromkeys(parties, PARTY))
    _add(clues, dict.fromkeys(dateline, DATELINE))
    return clues


def clues_of(text: str, phrase: str, known: Knowledge, parties: Iterable[str], dateline: Iterable[str]) -> Clues:
    """The evidence of a text for the places of one of its phrases, beside that of actors and dateline.

    Args:
        text: the sentence or text around the phrase.
        phrase: the place phrase, which is no evidence for itself.
        known: the knowledge tables.
        parties: countries of the article's actors.
        dateline: countries of its dateline.
    """
    clues = base_clues(parties, dateline)
    rest = text.replace(phrase, " , ", 1)
    clues.words = frozenset(fold(rest).split()) - set(fold(phrase).split())
    _add(clues, _named(rest, known, clues))
    return clues


def _add(clues: Clues, weights: dict[str, float]) -> None:
    for country, weight in weights.items():
        clues.countries[country] = clues.countries.get(country, 0.0) + weight


def _named(text: str, known: Knowledge, clues: Clues) -> dict[str, float]:
    """Each country that a text names, with the weight of the name that says most; adds provinces and cities."""
    found: dict[str, float] = {}
    taken: list[tuple[int, int]] = []
    for hit in known.find(text, case_tells_nothing(text)):
        taken.append((hit.start, hit.end))
        if hit.fact.code not in NON_STATES:
            found[hit.fact.code] = max(found.get(hit.fact.code, 0.0), _weight(hit, text))
        if hit.fact.kind == "region":
            clues.provinces.add((hit.fact.code, fold_area(hit.fact.name)))
    for match in NAME.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        for name in _parts(match[0]):
            if _add_places(name, known.places, found, clues):
                break
    return found


def _weight(hit: Hit, text: str) -> float:
    """A state's own name says more of where things happen than a people's ("British troops")."""
    if hit.fact.kind not in ("state", "region", "seat"):
        return GROUP
    return STATE if hit.fact.kind == "seat" or fold(text[hit.start : hit.end]) == fold(hit.fact.name) else PEOPLE


def _parts(name: str) -> list[str]:
    """A name, then it without what may only begin a sentence or follow it."""
    words = fold(name).split()
    return [" ".join(part) for part in (words, words[:-1], words[1:]) if part]


def _add_places(name: str, atlas: Atlas, found: dict[str, float], clues: Clues) -> bool:
    provinces = [entry for entry in atlas.areas(name) if entry.level == "province"]
    cities = atlas.known_cities(name)
    clues.provinces |= {(entry.country, fold_area(entry.name)) for entry in provinces}
    countries = {entry.country for entry in (*provinces, *cities[:1])}
    # A name that stands for much larger places elsewhere is no evidence for the smaller ones.
    clues.cities += [city for city in cities[:3] if city.population * 20 >= cities[0].population]
    for country in countries:
        found[country] = max(found.get(country, 0.0), CITY / len(countries))
    return bool(countries)
