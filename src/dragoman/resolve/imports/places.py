"""All imported places of a folder in one look-up."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.resolve.gazetteer import Entry
from dragoman.resolve.imports.index import PLACES, Import
from dragoman.resolve.imports.place_index import PlaceIndex


class ImportedPlaces:
    """Imported places, looked up on disk; of several imports the latest that knows a name counts.

    Args:
        imports: the imports of a folder, the latest first; those of actors are passed over.
    """

    def __init__(self, imports: Sequence[Import] = ()) -> None:
        self._indexes = [PlaceIndex(one.path) for one in imports if one.kind == PLACES]

    def cities(self, folded: str) -> tuple[Entry, ...]:
        """Cities, towns and villages of a folded name, the largest first."""
        return tuple(entry for entry in self._named(folded) if entry.level == "city")

    def areas(self, folded: str) -> tuple[Entry, ...]:
        """Provinces and districts of a folded name."""
        return tuple(entry for entry in self._named(folded) if entry.level != "city")

    def _named(self, folded: str) -> tuple[Entry, ...]:
        return next((found for index in self._indexes if (found := index.named(folded))), ())
