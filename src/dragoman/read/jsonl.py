"""JSON lines with `id`, `text` and optional `title`, `url`, `date`, `publisher`, read line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from dragoman.identity import digest, document_id
from dragoman.records import Document

_EXPECTED = 'Each line needs "text", and may have "id", "title", "url", "date" and "publisher".'


def read_jsonl(file: BinaryIO, path: str, most_bytes: int, first: bytes = b"") -> Iterator[Document]:
    """One document a line; a broken line is one with a reason, and reading goes on.

    Args:
        file: the open file.
        path: how messages name it.
        most_bytes: the longest line that is read.
        first: the first line where it has been read already, at most `most_bytes` + 1 of it.
    """
    number = 0
    while line := first or file.readline(most_bytes + 1):
        number, first = number + 1, b""
        where = f"{path}:{number}"
        if len(line) > most_bytes:
            while line and not line.endswith(b"\n"):
                line = file.readline(most_bytes)
            yield _fault(where, "too_large", f"{where} is longer than {most_bytes:,} bytes. Raise: --max-bytes.")
        elif line.strip():
            yield _line(line, where, path)


def _line(line: bytes, where: str, path: str) -> Document:
    try:
        row = json.loads(line)
    except ValueError as problem:
        reason = getattr(problem, "msg", str(problem))
        return _fault(
            where, "invalid_json", f"{where} is no valid JSON ({reason}). One JSON object a line is expected."
        )
    if not isinstance(row, dict):
        return _fault(where, "invalid_json", f"{where} is no JSON object. {_EXPECTED}")
    return document_of(row, where, path)


def document_of(row: Mapping[str, Any], where: str, read_from: str = "") -> Document:
    """The document of a row with `text` and optional `id`, `title`, `url`, `date` and `publisher`.

    Args:
        row: one JSON object or table row.
        where: how messages name the row; its address if it has no URL.
        read_from: the file that it stands in.
    """
    text = row.get("text")
    if not isinstance(text, str):
        return _fault(where, "invalid_json", f'{where} has no "text". {_EXPECTED}')
    if not text.strip():
        return _fault(where, "empty", f'{where} has an empty "text".')
    url, date = _string(row, "url"), _string(row, "date")
    start = text[:2000].lstrip().lower()
    content = text.encode("utf8", "surrogatepass")
    return Document(
        id=document_id(_string(row, "id"), url, content),
        address=url or where,
        read_from=read_from or where,
        media="text/html" if start.startswith(("<!doctype html", "<html")) else "text/plain",
        content=content,
        encoding="utf8",
        title=_string(row, "title"),
        publisher=_string(row, "publisher"),
        published=date,
        published_source="input" if date else "",
    )


def _string(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    return "" if value is None else str(value).strip()


def _fault(where: str, verdict: str, detail: str) -> Document:
    return Document(digest("path", where), where, where, "", b"", verdict=verdict, detail=detail)
