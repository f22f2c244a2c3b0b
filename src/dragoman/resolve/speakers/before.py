"""The words before a speech verb that it reports ("..., the army said"), and what goes on after it."""

from __future__ import annotations

import re

from dragoman.resolve.speakers.cues import Cue
from dragoman.resolve.speakers.masks import A, D, P, Q
from dragoman.resolve.speakers.words import FINITE, NO_CLAUSE

#: Where a stretch of the text begins and ends.
Spot = tuple[int, int]

_FINITE = re.compile(rf"\b{FINITE}\b")
#: After "..., the radio said": another clause that goes on, or the end of the one that was interrupted.
_TAIL = re.compile(r"(?:\s(?:[^,;:]{0,60}))?,\s(?=(?:and|but|though|within|with)\s)")
_INTERRUPTION = re.compile(rf"(?:\s[^,;:]{{0,50}})?,\s(?=(?:\w+ly\s|also\s)?{FINITE}\b)")
#: What introduces a speaker and says nothing itself ("Speaking in Geneva, the envoy said").
_SPEAKING = re.compile(
    rf"(?:Speaking|Talking|Responding|Replying|Answering|Addressing|Asked|Writing|Quoting|Citing)\b"
    rf"|[A-Z]\w+ing\b(?!.*\b{FINITE}\b)"
)
#: What came before an interruption belongs to another clause.
_JOINS = re.compile(r"\s(?:and|but|or)$")
#: A dateline, or the place or topic before a headline's colon.
_DATELINE = re.compile(rf"(?:[{P}{D}A-Z(][^;:]{{0,50}}?\s[-–—]{{1,2}}\s)|(?:{P}+|[^,;:{A}]{{1,25}}):\s")


def clause_before(masked: str, low: int, high: int, cue: Cue, following: list[Cue]) -> list[Spot]:
    """The clause before a verb, with what of it stands after the verb."""
    rest = _rest(masked, cue, high, following)
    before = _backward(masked, low, cue.clause, bool(rest))
    if before and rest:
        return [rest if _JOINS.search(masked, low, before[1]) else (before[0], rest[1])]
    if before:
        return [before, *([] if cue.inverted else _tail(masked, cue, high, following))]
    return []


def _backward(masked: str, low: int, end: int, goes_on: bool) -> Spot | None:
    """The clause before ", the army said", without a dateline; empty where only a quotation stands there."""
    before = masked[low:end].rstrip()
    if not before or before[-1] not in f",{Q}—–-":
        return None
    lead = _DATELINE.match(masked, low, end)
    start = lead.end() if lead else low
    clause = masked[start : low + len(before)].rstrip(" ,—–-")
    frame = clause.rstrip(Q).rstrip()
    whole_quote = len(frame) < len(clause) and (not frame or frame[-1] in ",:." or len(frame.split()) < 3)
    adverbial = _SPEAKING.match(clause) or (NO_CLAUSE.match(clause) and not _FINITE.search(clause))
    if whole_quote or adverbial or not (goes_on or " " in clause or clause.isdigit()):
        return None
    return start, start + len(clause)


def _rest(masked: str, cue: Cue, high: int, following: list[Cue]) -> Spot | None:
    """The end of a clause that a speech verb interrupts ("the bridge, the army said, was destroyed")."""
    match = _INTERRUPTION.match(masked, cue.end, high)
    return (match.end(), min([high, *(c.cut for c in following if c.cut > match.end())])) if match else None


def _tail(masked: str, cue: Cue, high: int, following: list[Cue]) -> list[Spot]:
    """What goes on after "..., the radio said, and"."""
    match = _TAIL.match(masked, cue.end, high)
    if not match or any(c.cut >= 0 and c.cut <= match.end() for c in following):
        return []
    end = min([high, *(c.cut for c in following if c.cut > match.end())])
    return [(match.end(), end)]
