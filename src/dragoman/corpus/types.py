"""Which event types and modes a corpus folder may use: PLOVER's, and its own ones from `types.tsv`."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from dragoman import ontology
from dragoman.errors import CorpusError

Types = Mapping[str, tuple[str, ...]]

#: PLOVER's types, each with its modes.
PLOVER: Final[Types] = {kind: ontology.MODES.get(kind, ()) for kind in ontology.TYPES}

_NAME = re.compile(r"[A-Z][A-Z_]*")


@cache
def types_of(folder: Path) -> Types:
    """PLOVER's types and the folder's own: lines of `types.tsv` are TYPE, a tab, and its modes between spaces.

    Raises:
        CorpusError: if a line names no type in capitals or one of PLOVER's.
    """
    file = folder / "types.tsv"
    if not file.exists():
        return PLOVER
    own: dict[str, tuple[str, ...]] = {}
    with file.open(encoding="utf8") as lines:
        for number, row in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            if not row:
                continue
            if not _NAME.fullmatch(row[0]) or row[0] in PLOVER:
                raise CorpusError(str(file), number, f"{row[0]!r} is no new type; expected a name like POLLUTE")
            own[row[0]] = tuple(row[1].split()) if len(row) > 1 else ()
    return {**PLOVER, **own}
