"""Places by name: what the user imported, and behind it the gazetteer that the package ships."""

from __future__ import annotations

from functools import lru_cache

from dragoman.resolve import gazetteer
from dragoman.resolve.gazetteer import Entry, fold_area
from dragoman.resolve.imports.places import ImportedPlaces

#: Two towns of one name and country this near, in degrees, are one.
_SAME_DEGREES = 0.1


class Atlas:
    """Looks places up by folded name.

    Args:
        imported: the user's places; where both know one, theirs counts.
    """

    def __init__(self, imported: ImportedPlaces | None = None) -> None:
        self._imported = imported
        self.respelled = lru_cache(20_000)(self._respelled)

    def cities(self, folded: str) -> tuple[Entry, ...]:
        """Cities, towns and villages of a folded name, the largest first."""
        shipped = gazetteer.cities(folded)
        own = self._imported.cities(folded) if self._imported else ()
        if not own:
            return shipped
        others = (town for town in shipped if not any(_same_town(town, other) for other in own))
        return tuple(sorted((*own, *others), key=lambda town: -town.population))

    def known_cities(self, folded: str) -> tuple[Entry, ...]:
        """Those of the cities of a name that a reader may know: the places of an import that nobody counted are left
        out, since there is a hamlet for every word that a sentence begins with."""
        return tuple(town for town in self.cities(folded) if town.population or town in gazetteer.cities(folded))

    def areas(self, folded: str) -> tuple[Entry, ...]:
        """Provinces, then districts, of a folded name, with or without the words that say their kind."""
        shipped = gazetteer.areas(folded)
        own = self._imported.areas(folded) if self._imported else ()
        have = {_area(area) for area in own}
        both = (*own, *(area for area in shipped if _area(area) not in have))
        return tuple(sorted(both, key=lambda area: area.level != "province")) if own else shipped

    def _respelled(self, folded: str) -> tuple[Entry, ...]:
        """Cities and towns whose name is a folded one in another transliteration, each once; none for short names."""
        return tuple(dict.fromkeys(entry for name in gazetteer.spellings(folded) for entry in self.cities(name)))


def _same_town(one: Entry, other: Entry) -> bool:
    if one.country != other.country or None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return False
    return (
        abs((one.latitude or 0) - (other.latitude or 0)) < _SAME_DEGREES
        and abs((one.longitude or 0) - (other.longitude or 0)) < _SAME_DEGREES
    )


def _area(area: Entry) -> tuple[str, str, str]:
    return area.country, area.level, fold_area(area.name)
