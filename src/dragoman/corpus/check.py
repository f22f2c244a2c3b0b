"""The corpus validator: every problem of a set of files, not only the first."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dragoman.corpus.reader import corpus_files, parse_lenient
from dragoman.corpus.types import types_of
from dragoman.errors import CorpusError


def problems(paths: Iterable[Path | str]) -> list[str]:
    """What is wrong with the records of files and folders, a line each: broken records, ids or texts used twice,
    triggers that occur twice without saying which is meant."""
    found: list[str] = []
    ids: set[str] = set()
    texts: dict[str, str] = {}
    for file in corpus_files(paths):
        for record in parse_lenient(file.read_text(encoding="utf8"), str(file), types_of(file.parent)):
            if isinstance(record, CorpusError):
                found.append(record.message)
                continue
            if record.id in ids:
                found.append(f"{record.where}: the id {record.id!r} is used twice")
            if record.text in texts:
                found.append(f"{record.where}: the text stands at {texts[record.text]} too")
            found += [
                f"{record.where}: {words!r} occurs twice; name one: {words}/1" for words in record.ambiguous_triggers
            ]
            ids.add(record.id)
            texts[record.text] = record.where
    return found
