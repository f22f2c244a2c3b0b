"""Index files: one SQLite file for each import, in one folder.

A file is written under another name and renamed when it is whole, so that a run never reads half an import and an
import that fails leaves what was there.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from dragoman.errors import InputError
from dragoman.identity import digest

#: Grows when index files of older versions can no longer be read.
INDEX_VERSION = "1"
ENDING = ".index"
#: Kinds of imports.
OWN, WIKIDATA, PLACES = "own actors", "wikidata", "places"


@dataclass(frozen=True, slots=True)
class Import:
    """One import: its name (the file's), the file, its kind, how many actors or places, when (UTC), and a digest of
    what was taken, which is the same for the same file and code."""

    name: str
    kind: str
    file: str
    count: int
    when: str
    digest: str
    path: Path


def default_folder() -> Path:
    """Where imports are kept if no folder is named: in the user's data folder of the platform."""
    return platformdirs.user_data_path("dragoman", appauthor=False) / "knowledge"


def imports_in(folder: Path) -> list[Import]:
    """The imports of a folder, the latest first; none if there is no such folder.

    Raises:
        InputError: if an index file can't be read or is of another version.
    """
    found = [_read_import(path) for path in folder.glob(f"*{ENDING}")]
    return sorted(found, key=lambda one: (one.when, one.name), reverse=True)


def imports_digest(imports: list[Import]) -> str:
    """What of the imports would code a page differently: empty without any."""
    return digest(*(f"{one.name} {one.kind} {one.digest}" for one in imports)) if imports else ""


def remove(folder: Path, name: str) -> None:
    """Takes an import out of a folder. Raises InputError if there is none of this name."""
    names = [one.name for one in imports_in(folder)]
    if name not in names:
        known = f"Imports: {', '.join(names)}" if names else "Nothing has been imported there."
        raise InputError(f"There is no import {name!r} in {folder}.", known)
    (folder / f"{name}{ENDING}").unlink()


def connect(path: Path) -> sqlite3.Connection:
    """An index file, open to read."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


@contextmanager
def new_index(folder: Path, name: str) -> Iterator[sqlite3.Connection]:
    """An empty index file to fill; it takes the place of an import of the same name when the block ends well.

    Raises:
        InputError: if the folder can't be written.
    """
    partial = folder / f".{name}.partial"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        with closing(sqlite3.connect(partial)) as db:
            # Without a journal: a file that was not finished is thrown away.
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            yield db
            db.commit()
        os.replace(partial, folder / f"{name}{ENDING}")
    except (OSError, sqlite3.OperationalError) as problem:
        raise InputError(
            f"The import can't be written to {folder}: {problem}.", "Free disk space or name another folder: --into DIR"
        ) from None
    finally:
        partial.unlink(missing_ok=True)


def write_about(db: sqlite3.Connection, kind: str, file: Path, count: int, made: str) -> None:
    """Writes what the import is; `made` is the digest of what was taken."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    about = {"version": INDEX_VERSION, "kind": kind, "file": str(file), "count": count, "when": now, "digest": made}
    db.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)")
    db.executemany("INSERT INTO about VALUES (?, ?)", about.items())


def _read_import(path: Path) -> Import:
    name = path.name.removesuffix(ENDING)
    try:
        with closing(connect(path)) as db:
            about = dict(db.execute("SELECT name, value FROM about").fetchall())
    except sqlite3.DatabaseError as problem:
        raise InputError(f"{path} can't be read: {problem}.", "Import the file again, or remove the index.") from None
    if about["version"] != INDEX_VERSION:
        raise InputError(f"{path} was made by another version of Dragoman.", f"Import {about['file']} again.")
    return Import(
        name, about["kind"], about["file"], int(about["count"]), about["when"], about["digest"], path
    )  # fmt: skip
