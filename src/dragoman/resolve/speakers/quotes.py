"""Quotations of a text: what stands between quotation marks, typographic or straight."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"[\"“”„«»\n]")
_SINGLE = re.compile(
    r"‘[^\n‘]*?(?:(?<=[.,!?…])’(?!\w)|(?<!s)’(?!\w))|(?<![\w’'])'(?=\w)(?:[^'\n]|(?<=\w)'(?=\w))*?[.,!?]'(?!\w)"
)


class Quote(NamedTuple):
    """A quotation [start, end) with its marks."""

    start: int
    end: int


def find_quotes(text: str) -> list[Quote]:
    """The quotations in text order; none lies in another.

    A quotation ends with its paragraph at the latest: the next paragraph of a long one opens with a mark of its own.
    """
    found: list[Quote] = []
    start = -1
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark == "\n":
            if start >= 0:
                found.append(Quote(start, at))
            start = -1
        elif mark in "“„«" or (mark == '"' and start < 0):
            if mark != '"' or _opens(text, at):
                start = at if start < 0 else start
        elif start >= 0:
            found.append(Quote(start, at + 1))
            start = -1
    if start >= 0:
        found.append(Quote(start, len(text)))
    if "‘" in text or " '" in text or "\n'" in text:
        found = _with_single(text, found)
    return found


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark can open a quotation: no word goes straight on before it."""
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in ".,!?")


def _with_single(text: str, found: list[Quote]) -> list[Quote]:
    single = [Quote(*match.span()) for match in _SINGLE.finditer(text)]
    outside = [q for q in single if not any(other.start < q.end and q.start < other.end for other in found)]
    return sorted([*found, *outside])
