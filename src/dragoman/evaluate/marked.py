"""Labelled actor spans as the resolve stage would receive them, with sectors and affiliation from the coder."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.coder import Coder
from dragoman.coding.stage import mention_of
from dragoman.corpus.reader import Record
from dragoman.records import Mention


def marked_mentions(coder: Coder, records: Sequence[Record]) -> list[list[Mention]]:
    """The mentions at each record's labelled A spans, in text order; offsets are those of the record's text."""
    spans = [sorted((s.start, s.end) for s in record.spans if s.kind == "A") for record in records]
    found = coder.label([record.text for record in records], spans)
    return [
        [mention_of(mention, record.text, 0) for mention in row] for record, row in zip(records, found, strict=True)
    ]
