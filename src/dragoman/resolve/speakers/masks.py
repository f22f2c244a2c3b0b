"""A text in which mentions and quotations are single repeated signs, so that a pattern sees the frame of a sentence.

Offsets stay those of the text: each character of a mention or quotation becomes one sign.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.records import Mention
from dragoman.resolve.speakers.quotes import Quote, find_quotes

#: Signs of the private use area for actor, date and place mentions, and for quotations.
A, D, P, Q = "\ue000", "\ue001", "\ue002", "\ue003"
Spot = tuple[int, int, str]
_SIGNS = {"A": A, "D": D, "P": P}


@dataclass(frozen=True, slots=True)
class Masks:
    """`inner` hides mentions, `outer` quotations too; `begins` leads from the end of an A mention to its start."""

    inner: str
    outer: str
    quotes: tuple[Quote, ...]
    begins: dict[int, int]


def mask(text: str, mentions: Sequence[Mention]) -> Masks:
    """The masks of a text; a quotation inside a mention ("the so-called "students"") belongs to the mention."""
    spots = [(m.start, m.end, _SIGNS[m.kind]) for m in mentions if m.kind in _SIGNS]
    quotes = tuple(quote for quote in find_quotes(text) if not _inside(quote, spots))
    hidden = sorted([*(spot for spot in spots if not _meets(spot, quotes)), *((q.start, q.end, Q) for q in quotes)])
    begins = {m.end: m.start for m in mentions if m.kind == "A"}
    return Masks(_hide(text, spots), _hide(text, hidden), quotes, begins)


def _inside(quote: Quote, spots: Sequence[Spot]) -> bool:
    at = bisect_right(spots, quote.start, key=lambda spot: spot[0]) - 1
    return at >= 0 and quote.end <= spots[at][1]


def _meets(spot: Spot, quotes: Sequence[Quote]) -> bool:
    at = bisect_left(quotes, spot[1], key=lambda quote: quote.start) - 1
    return at >= 0 and spot[0] < quotes[at].end


def _hide(text: str, spots: Sequence[Spot]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, sign in spots:
        if start >= at:
            parts += [text[at:start], sign * (end - start)]
            at = end
    parts.append(text[at:])
    return "".join(parts)
