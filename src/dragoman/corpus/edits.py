"""Changing a record's text without losing its spans: replacements by offset, carried over to spans and triggers."""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import replace

from dragoman.corpus.reader import Record
from dragoman.spin import Spinner

Edit = tuple[int, int, str]


def apply_edits(record: Record, edits: list[Edit]) -> Record:
    """The record with text[start:end] replaced for each (start, end, new); edits are sorted and do not overlap.

    A span that begins or ends inside a replaced stretch takes in the whole replacement.
    """
    if not edits:
        return record
    parts: list[str] = []
    starts: list[int] = []
    shifts: list[tuple[int, int, int]] = []
    last = length = 0
    for start, end, new in edits:
        parts += [record.text[last:start], new]
        length += start - last
        shifts.append((end, length, length + len(new)))
        starts.append(start)
        length += len(new)
        last = end
    parts.append(record.text[last:])

    def move(offset: int, left: bool) -> int:
        index = bisect_right(starts, offset if left else offset - 1) - 1
        if index < 0:
            return offset
        end, new_start, new_end = shifts[index]
        if offset >= end:
            return new_end + offset - end
        return new_start if left else new_end

    return replace(
        record,
        text="".join(parts),
        spans=tuple(replace(s, start=move(s.start, True), end=move(s.end, False)) for s in record.spans),
        events=tuple(replace(e, trigger=(move(e.trigger[0], True), move(e.trigger[1], False))) for e in record.events),
    )


def reword(record: Record, spinner: Spinner, rng: random.Random, share: float) -> Record:
    """The record as a simulated spinner rewords it; see `dragoman.spin`."""
    spun = spinner(record.text, rng, share)
    return apply_edits(record, [(p.start, p.end, spun.text[p.new_start : p.new_end]) for p in spun.pairs])


def lower_case(record: Record) -> Record:
    """The record in lower case (texts whose length changes under lower() stay as they are)."""
    text = record.text.lower()
    return replace(record, text=text) if len(text) == len(record.text) else record


def upper_case(record: Record) -> Record:
    """The record in capitals, as old headlines have it (length-changing texts stay as they are)."""
    text = record.text.upper()
    return replace(record, text=text) if len(text) == len(record.text) else record


def without_end(record: Record) -> Record:
    """The record without its last punctuation mark."""
    text = record.text.rstrip(" .!?\"'”’")
    edges = [span.end for span in record.spans] + [event.trigger[1] for event in record.events]
    return replace(record, text=record.text[: max([len(text), *edges])])


def damage(record: Record, rng: random.Random) -> Record:
    """Typical encoding damage: typographic signs and letters with accents read in the wrong code page."""
    edits: list[Edit] = []
    for index, letter in enumerate(record.text):
        if letter in "'\"-" and rng.random() < 0.5:
            typographic = {"'": "’", '"': rng.choice("“”"), "-": "–"}[letter]
            edits.append((index, index + 1, typographic.encode().decode("cp1252", "replace")))
        elif ord(letter) > 127:
            edits.append((index, index + 1, letter.encode().decode("cp1252", "replace")))
    return apply_edits(record, edits)
