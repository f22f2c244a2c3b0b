"""Finds the files behind the given paths and hands each to the reader for its kind."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa

from dragoman.identity import digest, document_id
from dragoman.read.jsonl import read_jsonl
from dragoman.records import Document, to_batch
from dragoman.settings import Limits

HTML = {".html", ".htm", ".xhtml"}
JSONL = {".jsonl", ".ndjson"}
TEXT = {".txt", ".text", ".md", ""}

#: Bytes that no text file begins with more than now and then.
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})


def read_documents(paths: Iterable[str | Path], limits: Limits | None = None) -> Iterator[Document]:
    """The documents of files, folders (with all below them), globs, and "-" for standard input, in a fixed order."""
    limits = limits or Limits()
    for path in map(str, paths):
        if path == "-":
            yield from _standard_input(limits)
        elif (files := _files(path)) is not None:
            for file in files:
                yield from _file(file, limits)
        else:
            yield _fault(path, "not_found", f"{path} does not exist. Check the path; a glob must match a file.")


def input_size(paths: Iterable[str | Path]) -> int | None:
    """Bytes of all files that `read_documents` would read; None if standard input is among them."""
    total = 0
    for path in map(str, paths):
        if path == "-":
            return None
        total += sum(os.path.getsize(file) for file in _files(path) or () if os.path.isfile(file))
    return total


def read_batches(documents: Iterable[Document], size: int = 16) -> Iterator[pa.RecordBatch]:
    """Documents as record batches of up to `size`."""
    for group in _batched(documents, size):
        yield to_batch(Document, group)


def _batched(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    group: list[Document] = []
    for document in documents:
        group.append(document)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


def _files(path: str) -> Iterable[str] | None:
    """The files that a path, folder or glob names; None if it names nothing."""
    if os.path.isdir(path):
        return _below(path)
    if os.path.exists(path):
        return [path]
    found = sorted(glob.glob(path, recursive=True))
    return [file for file in found if not os.path.isdir(file)] if found else None


def _standard_input(limits: Limits) -> Iterator[Document]:
    """JSON lines if it begins with a brace, else one page. A line is read as soon as a pipe brings it."""
    file = sys.stdin.buffer
    first = file.readline(limits.bytes + 1)
    if first.startswith(b"{"):
        yield from read_jsonl(file, "standard input", limits.bytes, first)
    else:
        yield from _bytes(first + file.read(limits.bytes + 1), "standard input", "", limits)


def _below(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in HTML | JSONL | (TEXT - {""}):
                yield os.path.join(here, name)


def _file(path: str, limits: Limits) -> Iterator[Document]:
    suffix = Path(path).suffix.lower()
    try:
        if suffix in JSONL:
            with open(path, "rb") as file:
                yield from read_jsonl(file, path, limits.bytes)
            return
        with open(path, "rb") as file:
            content = file.read(limits.bytes + 1)
    except OSError as problem:
        yield _fault(path, "unreadable", f"{path} can't be read: {problem.strerror}. Check its permissions.")
        return
    yield from _bytes(content, path, suffix, limits)


def _bytes(content: bytes, path: str, suffix: str, limits: Limits) -> Iterator[Document]:
    fault = _judge(content, path, limits)
    if fault:
        yield fault
        return
    start = content[:2000].lstrip().lower()
    if suffix in HTML or start.startswith((b"<!doctype html", b"<html", b"<?xml")):
        media = "text/html"
    else:
        media = "text/plain"
    yield Document(document_id("", "", content), path, path, media, content)


def _judge(content: bytes, path: str, limits: Limits) -> Document | None:
    if not content.strip():
        return _fault(path, "empty", f"{path} is empty.")
    if len(content) > limits.bytes:
        return _fault(
            path, "too_large",
            f"{path} is larger than {limits.bytes:,} bytes, the most that one page may have. "
            "Split it, or raise the limit: --max-bytes.",
        )  # fmt: skip
    sample = content[:8000]
    utf16 = sample.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not utf16 and len(sample.translate(None, _CONTROL)) < 0.97 * len(sample):
        return _fault(path, "binary", f"{path} is no text (it holds binary data). Give text, HTML or JSONL.")
    return None


def _fault(path: str, verdict: str, detail: str) -> Document:
    return Document(digest("path", path), path, path, "", b"", verdict=verdict, detail=detail)
