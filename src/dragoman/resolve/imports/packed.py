"""Files to import, as they are or packed: .gz, .bz2, and .zip with one file that counts."""

from __future__ import annotations

import bz2
import gzip
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dragoman.errors import InputError

#: What reading a file raises where it is broken or cut off.
BROKEN = (EOFError, OSError, zlib.error, zipfile.BadZipFile)


@contextmanager
def unpacked(file: Path) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The name that a file has unpacked, and its lines.

    Raises:
        InputError: if it can't be opened.
    """
    try:
        name, lines = _open(file)
    except (OSError, zipfile.BadZipFile) as problem:
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else problem
        raise InputError(f"{file} can't be read: {reason}.", "Check the path.") from None
    with lines:
        yield name, lines


def _open(file: Path) -> tuple[str, IO[bytes] | gzip.GzipFile]:
    ending = file.suffix.lower()
    if ending == ".gz":
        return file.stem, gzip.open(file)
    if ending == ".bz2":
        return file.stem, bz2.open(file)
    if ending != ".zip":
        return file.name, file.open("rb")
    archive = zipfile.ZipFile(file)
    members = archive.infolist()
    if not members:
        raise zipfile.BadZipFile("the archive is empty")
    # GeoNames' archives hold a readme beside the dump.
    largest = max(members, key=lambda member: member.file_size)
    return largest.filename, archive.open(largest)
