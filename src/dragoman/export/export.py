"""Writing an export and its data dictionary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import OutputError
from dragoman.export.citation import citation
from dragoman.export.dictionary import dictionary, dictionary_path
from dragoman.export.files import whole
from dragoman.export.formats import FORMATS, Format, Source
from dragoman.query.values import nearest

if TYPE_CHECKING:
    from dragoman.query import Selection
    from dragoman.store import Store


def export(store: Store, selection: Selection, path: Path, format: str = "", dyads: bool = False) -> Path:
    """Writes the selected events to a file, and beside it FILE.dictionary.md. The same store gives the same bytes.

    Args:
        store: an open store.
        selection: from `dragoman.query.select`.
        path: the file; it is written over.
        format: a name of `FORMATS`; default: the one of the path's ending.
        dyads: whether to write one row for each pair of actor and recipient, reciprocal events in both directions.

    Returns:
        The dictionary's path.

    Raises:
        OutputError: for an unknown format, or if a file can't be written.
    """
    chosen = _format(format, path)
    source = Source(store, selection, dyads)
    with whole(path) as partial:
        chosen.write(source, partial)
    beside = dictionary_path(path)
    with whole(beside) as partial:
        partial.write_text(_dictionary(source, chosen, path), "utf8")
    return beside


def _format(name: str, path: Path) -> Format:
    if name and name not in FORMATS:
        raise OutputError(f"There is no format {name!r}.", nearest(name, FORMATS))
    found = FORMATS.get(name) or next((f for f in FORMATS.values() if f.ending == path.suffix.lower() != ""), None)
    if found is None:
        raise OutputError(f"The ending of {path} tells no format.", f"Give one: --format {'|'.join(FORMATS)}")
    return found


def _dictionary(source: Source, format: Format, path: Path) -> str:
    count = source.store.sql(
        f"SELECT count(*) AS n FROM events WHERE {source.selection.condition}", source.selection.parameters
    )["n"][0]
    facts = {
        "Cite as": citation(source.store),
        "Events": f"{count}, selected by: {source.selection}",
        "Rows": "one for each pair of actor and recipient" if source.expand else "one for each event",
    }
    if format.name == "gdelt-mentions":
        facts["Rows"] = "one for each report of an event"
    return dictionary(path.name, format.help, facts, format.columns)
