"""Imports a file into an index file, by the kind that its name's ending tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dragoman.errors import InputError
from dragoman.resolve.imports.actor_index import ActorWriter
from dragoman.resolve.imports.geonames import read_geonames
from dragoman.resolve.imports.index import OWN, PLACES, WIKIDATA, Import, imports_in, new_index, write_about
from dragoman.resolve.imports.own import read_own
from dragoman.resolve.imports.packed import BROKEN, unpacked
from dragoman.resolve.imports.place_index import PlaceWriter
from dragoman.resolve.imports.wikidata import read_wikidata

_KINDS = {".csv": OWN, ".tsv": OWN, ".json": WIKIDATA, ".txt": PLACES}
_EXPECTED = "Own actors: .csv or .tsv. Wikidata: .json. GeoNames: .txt. Each may be packed: .gz, .bz2 or .zip."

Problem = Callable[[str], None]


def import_file(file: Path, folder: Path, problem: Problem = lambda _: None) -> Import:
    """Imports own actors (.csv, .tsv), a Wikidata dump (.json) or a GeoNames dump (.txt), each also .gz, .bz2 or .zip.

    An import of the same file name in the folder is replaced.

    Args:
        file: what to import; read once, from begin to end.
        folder: where the index file goes; made if it does not exist.
        problem: is told of each line that is left out, and why.

    Raises:
        InputError: if the file can't be read, is of no known kind or holds nothing to take.
    """
    with unpacked(file) as (name, stream):
        kind = _KINDS.get(Path(name).suffix.lower())
        if not kind:
            raise InputError(f"{file} has an ending that Dragoman does not import.", _EXPECTED)
        lines = _whole(stream, problem)
        with new_index(folder, file.name) as db:
            writer = PlaceWriter(db) if kind == PLACES else ActorWriter(db)
            if isinstance(writer, PlaceWriter):
                read_geonames(_decoded(lines, problem), writer, problem)
            elif kind == OWN:
                read_own(_decoded(lines, problem), writer, problem)
            else:
                read_wikidata(lines, writer, problem)
            count, made = writer.finish()
            if not count:
                raise InputError(f"{file} holds nothing to import.", f"{_EXPECTED} The formats: docs/own-actors.md")
            write_about(db, kind, file.resolve(), count, made)
    return next(one for one in imports_in(folder) if one.name == file.name)


def _whole(stream: Iterable[bytes], problem: Problem) -> Iterator[bytes]:
    """The lines of a file, up to where it is broken."""
    number = 0
    try:
        for line in stream:
            number += 1
            yield line
    except BROKEN as broken:
        problem(f"the file breaks off after line {number}: {broken}")


def _decoded(lines: Iterable[bytes], problem: Problem) -> Iterator[str]:
    """Lines as text; an empty one instead of each that is no UTF-8."""
    for number, line in enumerate(lines, 1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            problem(f"line {number}: no UTF-8")
            yield ""
